/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "core/mdg-figures.h"
#include "import/mdg-import-error.h"
#include "import/mdg-import-report.h"

G_BEGIN_DECLS

/* Goes up when the same file would give other observations. */
#define MDG_IMPORTER_VERSION 1

/**
 * MdgImportResult:
 * @batch: one edition and its observations, without any of a refused table; may hold no observation
 * @report: what was proved, printed, refused or missing
 *
 * What came of reading one file.
 */
typedef struct
{
  MdgBatch *batch;
  MdgImportReport *report;
} MdgImportResult;

void mdg_import_result_free (MdgImportResult *self);

/* Thread-safe and blocking: for the command line, tests and worker threads. */
MdgImportResult *mdg_import_bytes (GBytes *bytes,
                                   const char *file_name,
                                   MdgFigures *known,
                                   GCancellable *cancellable,
                                   GError **error);
MdgImportResult *mdg_import_file (GFile *file,
                                  MdgFigures *known,
                                  GCancellable *cancellable,
                                  GError **error);

void mdg_import_file_async (GFile *file,
                            MdgFigures *known,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data);
MdgImportResult *mdg_import_file_finish (GAsyncResult *result, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MdgImportResult, mdg_import_result_free)

G_END_DECLS
