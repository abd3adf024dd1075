/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "import/read/mdg-document.h"

G_BEGIN_DECLS

gboolean mdg_spreadsheet_reader_recognizes (GBytes *bytes);
MdgDocument *mdg_spreadsheet_reader_read (GBytes *bytes,
                                          MdgReadProgress progress,
                                          gpointer progress_data,
                                          GCancellable *cancellable,
                                          GError **error);

G_END_DECLS
