/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "draw/mdg-map-scene.h"
#include "map/mdg-map-place.h"
#include "model/mdg-figure-model.h"

G_BEGIN_DECLS

/**
 * MdgMapView:
 *
 * The choropleth with its legend and controls. It follows the scope of a #MdgFigureModel, and
 * choosing a prefecture on it sets the scope's area.
 *
 * Properties:
 * - "figure-model" (MdgFigureModel, nullable): what is shown;
 * - "show-extremes" (boolean): marks the first and last five, as on the ministry's slide;
 * - "high-contrast" (boolean): bind it to AdwStyleManager:high-contrast; light or dark is seen from
 *   the widget's own text colour;
 * - "compact" (boolean): for small windows and large text: a legend of one line, no reading of the
 *   selected prefecture, a shortened credit line;
 * - "isolated-entry" (int): index of the only legend entry in colour, or -1;
 * - "scene" (MdgMapScene, read only, nullable): what is drawn, for legends elsewhere, lists that
 *   filter along with the legend, and exports of what is seen.
 *
 * Signal "area-activated" (uint, a MdgArea): Enter was pressed on a prefecture.
 */
#define MDG_TYPE_MAP_VIEW (mdg_map_view_get_type ())
G_DECLARE_FINAL_TYPE (MdgMapView, mdg_map_view, MDG, MAP_VIEW, GtkWidget)

GtkWidget *mdg_map_view_new (void);
void mdg_map_view_set_figure_model (MdgMapView *self, MdgFigureModel *model);
void mdg_map_view_set_classes (MdgMapView *self, const MdgClassOptions *classes);
void mdg_map_view_set_color_scheme (MdgMapView *self, MdgPaletteScheme scheme);
int mdg_map_view_get_isolated_entry (MdgMapView *self);
void mdg_map_view_set_isolated_entry (MdgMapView *self, int isolated_entry);
MdgMapScene *mdg_map_view_get_scene (MdgMapView *self);
void mdg_map_view_show_all (MdgMapView *self);
void mdg_map_view_show_area (MdgMapView *self, MdgArea area);
void mdg_map_view_show_place (MdgMapView *self, MdgMapPlace place);
void mdg_map_view_link (MdgMapView *self, MdgMapView *other);

G_END_DECLS
