/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "import/read/mdg-document.h"

G_BEGIN_DECLS

void mdg_reader_set_too_large (GError **error);
GBytes *mdg_reader_load_bytes (GFile *file, GCancellable *cancellable, GError **error);
MdgDocument *mdg_reader_read (GBytes *bytes,
                              MdgReadProgress progress,
                              gpointer progress_data,
                              GCancellable *cancellable,
                              GError **error);

G_END_DECLS
