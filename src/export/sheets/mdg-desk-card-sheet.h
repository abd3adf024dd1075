/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/mdg-sheet.h"
#include "guide/mdg-guide-walk.h"

G_BEGIN_DECLS

MdgSheet *mdg_desk_card_sheet_new (MdgGuideWalk *walk, GPtrArray *contacts);

G_END_DECLS
