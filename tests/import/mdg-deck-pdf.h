/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/mdg-deck-figures.h"
#include "import/mdg-deck-style.h"

G_BEGIN_DECLS

GBytes *mdg_deck_pdf_write (const MdgDeckFigures *figures,
                            const MdgDeckStyle *style,
                            guint n_leaflets);

G_END_DECLS
