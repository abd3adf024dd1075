/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "guide/mdg-guide-pack.h"

G_BEGIN_DECLS

/**
 * MdgSituationList:
 *
 * All situations of a day as large buttons under headings, and a search over everything that they
 * lead to. Signals "chosen" (string: a situation's id) and "searched" (string: what was found, in
 * words, to be announced).
 */
#define MDG_TYPE_SITUATION_LIST (mdg_situation_list_get_type ())
G_DECLARE_FINAL_TYPE (MdgSituationList, mdg_situation_list, MDG, SITUATION_LIST, AdwBin)

void mdg_situation_list_set_pack (MdgSituationList *self, MdgGuidePack *pack, MdgDay day);
void mdg_situation_list_clear_search (MdgSituationList *self);
void mdg_situation_list_focus_search (MdgSituationList *self);

G_END_DECLS
