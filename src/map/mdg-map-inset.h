/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "draw/mdg-map-scene.h"

G_BEGIN_DECLS

/**
 * MdgMapInset:
 *
 * A small picture of Okinawa in the colours of a map, for while the map does not show it.
 */
#define MDG_TYPE_MAP_INSET (mdg_map_inset_get_type ())
G_DECLARE_FINAL_TYPE (MdgMapInset, mdg_map_inset, MDG, MAP_INSET, GtkWidget)

GtkWidget *mdg_map_inset_new (void);
void mdg_map_inset_set_scene (MdgMapInset *self, MdgMapScene *scene);

G_END_DECLS
