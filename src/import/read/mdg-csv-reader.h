/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "import/read/mdg-document.h"

G_BEGIN_DECLS

char mdg_csv_reader_find_delimiter (const char *text, gsize length);
MdgDocument *mdg_csv_reader_read (GBytes *bytes,
                                  GBytes *decoded,
                                  char delimiter,
                                  MdgReadProgress progress,
                                  gpointer progress_data,
                                  GCancellable *cancellable,
                                  GError **error);

G_END_DECLS
