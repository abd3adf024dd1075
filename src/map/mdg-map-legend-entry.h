/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "draw/mdg-map-scene.h"

G_BEGIN_DECLS

/**
 * MdgMapLegendEntry:
 *
 * One class of a legend: its colour, its bounds and how many prefectures are in it. Pressed, it is
 * the only one in colour.
 */
#define MDG_TYPE_MAP_LEGEND_ENTRY (mdg_map_legend_entry_get_type ())
G_DECLARE_FINAL_TYPE (MdgMapLegendEntry,
                      mdg_map_legend_entry,
                      MDG,
                      MAP_LEGEND_ENTRY,
                      GtkToggleButton)

GtkWidget *mdg_map_legend_entry_new (void);
void mdg_map_legend_entry_show (MdgMapLegendEntry *self,
                                MdgMapScene *scene,
                                guint index,
                                gboolean compact);
void mdg_map_legend_entry_keep_room (MdgMapLegendEntry *self, gboolean compact);

G_END_DECLS
