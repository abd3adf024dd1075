/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk/flow/mdg-age-banner.h"
#include "desk/flow/mdg-desk-case.h"
#include "desk/mdg-pack-page.h"

G_BEGIN_DECLS

/**
 * MdgDeskPage:
 *
 * "At the desk": situations, questions, outcome cards. Construct properties "pack" (MdgGuidePack),
 * "store" (MdgStore), "clock" (MdgClock, the default clock if NULL). Installs the actions
 * "page.search", "page.back", "page.print", "page.contacts" and "page.log". Signal "open-checklist" (string: a
 * checklist's id): the user asked for a checklist that an outcome names. What is to be kept of it is
 * known to its case and its age banner.
 */
#define MDG_TYPE_DESK_PAGE (mdg_desk_page_get_type ())
G_DECLARE_FINAL_TYPE (MdgDeskPage, mdg_desk_page, MDG, DESK_PAGE, MdgPackPage)

MdgDeskPage *mdg_desk_page_new (MdgGuidePack *pack, MdgStore *store);
MdgDeskCase *mdg_desk_page_get_case (MdgDeskPage *self);
MdgAgeBanner *mdg_desk_page_get_age_banner (MdgDeskPage *self);

G_END_DECLS
