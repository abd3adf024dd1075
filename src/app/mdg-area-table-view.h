/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/mdg-figure-model.h"

G_BEGIN_DECLS

/**
 * MdgAreaTableView:
 *
 * The prefectures of a month as a table whose columns are chosen, to sort, group by region, search,
 * add up, copy and save. At first it is what the ministry prints.
 */
#define MDG_TYPE_AREA_TABLE_VIEW (mdg_area_table_view_get_type ())
G_DECLARE_FINAL_TYPE (MdgAreaTableView, mdg_area_table_view, MDG, AREA_TABLE_VIEW, AdwBreakpointBin)

MdgAreaTableView *mdg_area_table_view_new (MdgFigureModel *model, GSettings *settings);

G_END_DECLS
