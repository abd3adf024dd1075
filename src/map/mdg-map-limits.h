/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/mdg-map-scene.h"
#include "map/mdg-map-place.h"

G_BEGIN_DECLS

/* Free space around what is shown as a whole, in pixels. */
#define MDG_MAP_LIMITS_MARGIN 14.0

void mdg_map_limits_get_home (MdgBoundaries *boundaries, MdgMapCamera *camera);
void mdg_map_limits_get_area (MdgBoundaries *boundaries, MdgArea area, MdgMapCamera *camera);
void mdg_map_limits_get_place (MdgBoundaries *boundaries, MdgMapPlace place, MdgMapCamera *camera);
void mdg_map_limits_clamp (MdgBoundaries *boundaries, MdgMapCamera *camera);

G_END_DECLS
