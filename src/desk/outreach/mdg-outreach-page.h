/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "guide/mdg-guide-pack.h"

G_BEGIN_DECLS

/**
 * MdgOutreachPage:
 *
 * The ministry's list of outreach measures and the materials shown with it. Construct property
 * "pack" (MdgGuidePack). Installs the action "page.search".
 */
#define MDG_TYPE_OUTREACH_PAGE (mdg_outreach_page_get_type ())
G_DECLARE_FINAL_TYPE (MdgOutreachPage, mdg_outreach_page, MDG, OUTREACH_PAGE, AdwBin)

MdgOutreachPage *mdg_outreach_page_new (MdgGuidePack *pack);

G_END_DECLS
