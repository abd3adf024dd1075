/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/deck/mdg-deck-slides.h"

G_BEGIN_DECLS

/* More slides than any deck has. */
#define MDG_MAX_SLIDES 1000u

guint mdg_deck_titles_read (const MdgDocument *document, GArray *slides);

G_END_DECLS
