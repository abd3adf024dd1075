/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/mdg-sheet.h"
#include "guide/mdg-guide-pack.h"

G_BEGIN_DECLS

/* How many situations it shows: the first ones of the pack. */
#define MDG_FIRST_LOOK_SITUATIONS 5

MdgSheet *mdg_first_look_sheet_new (const MdgGuidePack *pack, MdgDay day);

G_END_DECLS
