/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/mdg-sheet.h"
#include "guide/mdg-guide-pack.h"

G_BEGIN_DECLS

MdgSheet *mdg_checklist_sheet_new (const MdgGuidePack *pack,
                                   const MdgChecklist *checklist,
                                   MdgDay day);
MdgSheet *mdg_checklist_sheet_new_all (const MdgGuidePack *pack, MdgDay day);

G_END_DECLS
