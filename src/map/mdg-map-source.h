/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <shumate/shumate.h>

G_BEGIN_DECLS

/* Zoom levels: from all of Japan on a telephone to one city on a screen of double density. */
#define MDG_MAP_SOURCE_MIN_ZOOM 3
#define MDG_MAP_SOURCE_MAX_ZOOM 10

/**
 * MdgMapSource:
 *
 * A map source without tiles. A viewport needs one to know the projection, also where nothing is
 * ever downloaded.
 */
#define MDG_TYPE_MAP_SOURCE (mdg_map_source_get_type ())
G_DECLARE_FINAL_TYPE (MdgMapSource, mdg_map_source, MDG, MAP_SOURCE, ShumateMapSource)

ShumateMapSource *mdg_map_source_new (void);
void mdg_map_source_prepare (ShumateMap *map);

G_END_DECLS
