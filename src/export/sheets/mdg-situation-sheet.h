/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/mdg-sheet.h"
#include "guide/mdg-guide-pack.h"

G_BEGIN_DECLS

MdgSheet *mdg_situation_sheet_new (const MdgGuidePack *pack,
                                   const MdgSituation *situation,
                                   MdgDay day,
                                   GPtrArray *contacts);
MdgSheet *mdg_situation_sheet_new_all (const MdgGuidePack *pack, MdgDay day, GPtrArray *contacts);

G_END_DECLS
