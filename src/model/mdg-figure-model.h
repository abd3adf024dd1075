/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mdg-scope.h"
#include "core/mdg-store.h"

G_BEGIN_DECLS

/**
 * MdgFigureModel:
 *
 * The one owner of what is looked at: the current figures and the current scope. Every view reads
 * both from here and asks here for another scope, so that the map, the list, the charts and the
 * exports never disagree.
 *
 * Properties: "figures" (MdgFigures, nullable until the store is open), "scope" (MdgScope; always
 * resolved against the figures; one notify per change), "home-area" (uint, MdgArea or
 * MDG_AREA_NONE: my prefecture), "home-facility-type" (uint, MdgFacilityType: my kind of facility).
 */
#define MDG_TYPE_FIGURE_MODEL (mdg_figure_model_get_type ())
G_DECLARE_FINAL_TYPE (MdgFigureModel, mdg_figure_model, MDG, FIGURE_MODEL, GObject)

MdgFigureModel *mdg_figure_model_new (void);
MdgFigures *mdg_figure_model_get_figures (MdgFigureModel *self);
void mdg_figure_model_set_figures (MdgFigureModel *self, MdgFigures *figures);
const MdgScope *mdg_figure_model_get_scope (MdgFigureModel *self);
MdgScopeChange mdg_figure_model_set_scope (MdgFigureModel *self, const MdgScope *wish);
void mdg_figure_model_set_area (MdgFigureModel *self, MdgArea area);
MdgArea mdg_figure_model_get_home_area (MdgFigureModel *self);
void mdg_figure_model_set_home_area (MdgFigureModel *self, MdgArea area);
MdgFacilityType mdg_figure_model_get_home_facility_type (MdgFigureModel *self);
void mdg_figure_model_set_home_facility_type (MdgFigureModel *self, MdgFacilityType type);

G_END_DECLS
