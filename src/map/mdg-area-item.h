/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "draw/mdg-map-scene.h"

G_BEGIN_DECLS

/**
 * MdgAreaItem:
 *
 * One prefecture of a map, for the keyboard and for screen readers. It draws nothing and takes no
 * part in pointing: that is the layer's, which knows its true shape.
 */
#define MDG_TYPE_AREA_ITEM (mdg_area_item_get_type ())
G_DECLARE_FINAL_TYPE (MdgAreaItem, mdg_area_item, MDG, AREA_ITEM, GtkWidget)

GtkWidget *mdg_area_item_new (MdgArea area);
MdgArea mdg_area_item_get_area (MdgAreaItem *self);
void mdg_area_item_describe (MdgAreaItem *self, MdgMapScene *scene);
void mdg_area_item_set_selected (MdgAreaItem *self, gboolean selected);

G_END_DECLS
