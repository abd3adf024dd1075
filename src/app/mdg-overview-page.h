/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/mdg-figure-model.h"

G_BEGIN_DECLS

/**
 * MdgOverviewPage:
 *
 * Where the nation stands, and my prefecture beside it: the newest figures, how they came about,
 * and how old they are.
 */
#define MDG_TYPE_OVERVIEW_PAGE (mdg_overview_page_get_type ())
G_DECLARE_FINAL_TYPE (MdgOverviewPage, mdg_overview_page, MDG, OVERVIEW_PAGE, AdwBin)

MdgOverviewPage *mdg_overview_page_new (MdgFigureModel *model);

G_END_DECLS
