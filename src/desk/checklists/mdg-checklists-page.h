/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk/mdg-pack-page.h"

G_BEGIN_DECLS

/**
 * MdgChecklistsPage:
 *
 * Checklists and their runs. Construct properties "pack" (MdgGuidePack), "store" (MdgStore),
 * "clock" (MdgClock, the default clock if NULL). Installs the action "page.back". Toasts go to the
 * nearest AdwToastOverlay above the page.
 */
#define MDG_TYPE_CHECKLISTS_PAGE (mdg_checklists_page_get_type ())
G_DECLARE_FINAL_TYPE (MdgChecklistsPage, mdg_checklists_page, MDG, CHECKLISTS_PAGE, MdgPackPage)

MdgChecklistsPage *mdg_checklists_page_new (MdgGuidePack *pack, MdgStore *store);
void mdg_checklists_page_show_checklist (MdgChecklistsPage *self, const char *checklist_id);

G_END_DECLS
