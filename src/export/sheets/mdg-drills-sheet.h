/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/mdg-sheet.h"
#include "guide/mdg-drill.h"

G_BEGIN_DECLS

MdgSheet *mdg_drills_sheet_new (const MdgGuidePack *pack, MdgDay day, GPtrArray *drills);

G_END_DECLS
