/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/mdg-figure-model.h"

G_BEGIN_DECLS

/**
 * MdgMapPage:
 *
 * The choropleth and the ranked list side by side, with one selection. Installs the action
 * "page.search".
 */
#define MDG_TYPE_MAP_PAGE (mdg_map_page_get_type ())
G_DECLARE_FINAL_TYPE (MdgMapPage, mdg_map_page, MDG, MAP_PAGE, AdwBin)

MdgMapPage *mdg_map_page_new (MdgFigureModel *model, GSettings *settings);

G_END_DECLS
