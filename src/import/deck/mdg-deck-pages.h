/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/deck/mdg-deck-slides.h"

G_BEGIN_DECLS

void mdg_deck_pages_read (const MdgDocument *document, GArray *slides);

G_END_DECLS
