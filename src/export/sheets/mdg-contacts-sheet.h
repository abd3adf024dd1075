/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/mdg-sheet.h"
#include "guide/mdg-guide-pack.h"

G_BEGIN_DECLS

MdgSheet *mdg_contacts_sheet_new (const MdgGuidePack *pack, MdgDay day, GPtrArray *contacts);

G_END_DECLS
