/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk/mdg-pack-page.h"

G_BEGIN_DECLS

/**
 * MdgTrainingPage:
 *
 * Drills, rounds of them, and what is kept about those who train. Construct properties "pack"
 * (MdgGuidePack), "store" (MdgStore), "clock" (MdgClock, the default clock if NULL). Installs the
 * actions "page.back", "page.choose" (int, 1 to 9) and "page.next". Toasts go to the nearest
 * AdwToastOverlay above the page.
 */
#define MDG_TYPE_TRAINING_PAGE (mdg_training_page_get_type ())
G_DECLARE_FINAL_TYPE (MdgTrainingPage, mdg_training_page, MDG, TRAINING_PAGE, MdgPackPage)

MdgTrainingPage *mdg_training_page_new (MdgGuidePack *pack, MdgStore *store);
void mdg_training_page_add_view (MdgTrainingPage *self,
                                 const char *name,
                                 const char *icon_name,
                                 const char *title,
                                 const char *subtitle,
                                 GtkWidget *view);

G_END_DECLS
