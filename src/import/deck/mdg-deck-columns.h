/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/deck/mdg-deck.h"

#include <gio/gio.h>

G_BEGIN_DECLS

gboolean mdg_deck_parse_columns (MdgDeck *deck, GCancellable *cancellable, GError **error);

G_END_DECLS
