/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <shumate/shumate.h>

#include "draw/mdg-map-scene.h"
#include "map/mdg-map-painter.h"
#include "map/mdg-map-place.h"

G_BEGIN_DECLS

/* One press of a button or a key. */
#define MDG_AREA_LAYER_ZOOM_STEP 0.5

/**
 * MdgAreaLayer:
 *
 * The prefectures on a #ShumateMap: the picture of a #MdgMapScene with labels, hover, selection and
 * focus on top, pointer and keyboard, and a child for each prefecture that screen readers find. It
 * also keeps the map's viewport on Japan.
 *
 * Properties: "scene" (MdgMapScene, nullable), "selected-area" (uint, a MdgArea or
 * %MDG_AREA_NONE), "focus-area" (uint: where the keyboard enters; a MdgArea).
 *
 * Signals: "area-activated" (uint, a MdgArea): Enter was pressed on a prefecture; "view-changed":
 * another part of the map is seen.
 */
#define MDG_TYPE_AREA_LAYER (mdg_area_layer_get_type ())
G_DECLARE_FINAL_TYPE (MdgAreaLayer, mdg_area_layer, MDG, AREA_LAYER, ShumateLayer)

MdgAreaLayer *mdg_area_layer_new (ShumateViewport *viewport);
MdgMapScene *mdg_area_layer_get_scene (MdgAreaLayer *self);
void mdg_area_layer_set_scene (MdgAreaLayer *self, MdgMapScene *scene);
MdgArea mdg_area_layer_get_selected_area (MdgAreaLayer *self);
void mdg_area_layer_set_selected_area (MdgAreaLayer *self, MdgArea area);
MdgArea mdg_area_layer_get_focus_area (MdgAreaLayer *self);
void mdg_area_layer_set_focus_area (MdgAreaLayer *self, MdgArea area);
MdgArea mdg_area_layer_get_area_at (MdgAreaLayer *self, double x, double y);
void mdg_area_layer_get_camera (MdgAreaLayer *self, MdgMapCamera *camera);
void mdg_area_layer_show_all (MdgAreaLayer *self, gboolean animate);
void mdg_area_layer_show_area (MdgAreaLayer *self, MdgArea area, gboolean animate);
void mdg_area_layer_show_place (MdgAreaLayer *self, MdgMapPlace place, gboolean animate);
void mdg_area_layer_zoom (MdgAreaLayer *self, double levels);
gboolean mdg_area_layer_can_zoom (MdgAreaLayer *self, double levels);
gboolean mdg_area_layer_is_in_view (MdgAreaLayer *self, MdgArea area);
void mdg_area_layer_link (MdgAreaLayer *self, MdgAreaLayer *other);
MdgMapPainter *mdg_area_layer_get_painter (MdgAreaLayer *self);

G_END_DECLS
