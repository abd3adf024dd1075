/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "import/read/mdg-document.h"

G_BEGIN_DECLS

#define MDG_READER_MAX_LINES 1000000u
#define MDG_READER_MAX_LINE_BYTES (1024u * 1024)

MdgDocument *mdg_text_reader_read (GBytes *bytes,
                                   GBytes *decoded,
                                   GCancellable *cancellable,
                                   GError **error);

G_END_DECLS
