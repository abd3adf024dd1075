/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "core/mdg-figures.h"
#include "import/read/mdg-document.h"
#include "import/mdg-import-error.h"
#include "import/mdg-import-result.h"

G_BEGIN_DECLS

/* Goes up when the same file would give other observations. */
#define MDG_IMPORTER_VERSION 1

/**
 * MdgImportOptions:
 * @known: (nullable): the figures that are known already
 * @answers: (nullable) (element-type utf8 utf8): answers to questions, by the id of the question or
 *   of its kind
 * @progress: (nullable): told how far the reading is, from the thread that reads
 * @progress_data: data for @progress, which must live until the reading has ended
 *
 * How to read a file.
 */
typedef struct
{
  MdgFigures *known;
  GHashTable *answers;
  MdgReadProgress progress;
  gpointer progress_data;
} MdgImportOptions;

/* Thread-safe and blocking: for the command line, tests and worker threads. */
MdgImportResult *mdg_import_bytes (GBytes *bytes,
                                   const char *file_name,
                                   const MdgImportOptions *options,
                                   GCancellable *cancellable,
                                   GError **error);
MdgImportResult *mdg_import_file (GFile *file,
                                  const MdgImportOptions *options,
                                  GCancellable *cancellable,
                                  GError **error);

G_END_DECLS
