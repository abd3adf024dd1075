/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/mdg-sheet.h"
#include "export/sheets/mdg-briefing-figures.h"

G_BEGIN_DECLS

void mdg_briefing_ranking_write (MdgBriefingFigures *figures, MdgArea area, MdgSheet *sheet);

G_END_DECLS
