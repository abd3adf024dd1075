/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/mdg-sheet.h"
#include "export/sheets/mdg-briefing-figures.h"
#include "profile/mdg-profile.h"

G_BEGIN_DECLS

void mdg_briefing_tables_write (MdgBriefingFigures *figures, MdgProfile *profile, MdgSheet *sheet);

G_END_DECLS
