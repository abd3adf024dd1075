/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "draw/mdg-map-scene.h"

G_BEGIN_DECLS

/**
 * MdgMapLegend:
 *
 * What the colours of a map mean, under its title, month and facility type. Pressing an entry mutes
 * all others on the map; pressing it again shows all.
 *
 * Properties: "scene" (MdgMapScene, nullable), "isolated-entry" (int, -1 for none), "compact"
 * (boolean: colours in one line, without the bounds of each).
 */
#define MDG_TYPE_MAP_LEGEND (mdg_map_legend_get_type ())
G_DECLARE_FINAL_TYPE (MdgMapLegend, mdg_map_legend, MDG, MAP_LEGEND, GtkWidget)

GtkWidget *mdg_map_legend_new (void);
MdgMapScene *mdg_map_legend_get_scene (MdgMapLegend *self);
void mdg_map_legend_set_scene (MdgMapLegend *self, MdgMapScene *scene);
int mdg_map_legend_get_isolated_entry (MdgMapLegend *self);
void mdg_map_legend_set_isolated_entry (MdgMapLegend *self, int isolated_entry);

G_END_DECLS
