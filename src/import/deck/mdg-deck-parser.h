/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "import/deck/mdg-deck.h"

G_BEGIN_DECLS

MdgDeck *mdg_deck_parse (const MdgDocument *document, GCancellable *cancellable, GError **error);

G_END_DECLS
