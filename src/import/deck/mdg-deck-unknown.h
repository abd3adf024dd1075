/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/deck/mdg-deck.h"

G_BEGIN_DECLS

gboolean mdg_deck_has_unknown_table (const MdgDeck *deck, const MdgSlide *slide);

G_END_DECLS
