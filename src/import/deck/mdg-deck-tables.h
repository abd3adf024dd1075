/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "import/deck/mdg-deck.h"

G_BEGIN_DECLS

gboolean mdg_deck_parse_tables (MdgDeck *deck, GCancellable *cancellable, GError **error);

G_END_DECLS
