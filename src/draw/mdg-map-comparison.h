/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/mdg-map-scene.h"

G_BEGIN_DECLS

char *mdg_map_scene_dup_comparison (MdgMapScene *first, MdgMapScene *second, MdgArea area);

G_END_DECLS
