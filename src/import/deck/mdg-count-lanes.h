/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/deck/mdg-deck.h"

G_BEGIN_DECLS

void mdg_count_lanes_end (MdgDeck *deck, GArray *run);

G_END_DECLS
