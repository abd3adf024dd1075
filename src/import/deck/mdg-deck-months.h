/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/deck/mdg-deck.h"

G_BEGIN_DECLS

void mdg_deck_parse_months (MdgDeck *deck, guint line, const char *text);
void mdg_deck_add_month (MdgDeck *deck, guint line, MdgMonth printed, guint n_later);

G_END_DECLS
