/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mdg-edition.h"

G_BEGIN_DECLS

/* One history file: its base name and its text. */
typedef struct
{
  const char *name;
  const char *text;
} MdgHistoryFile;

gboolean mdg_history_append (MdgBatch *batch,
                             const MdgHistoryFile *files,
                             guint n_files,
                             GError **error);

G_END_DECLS
