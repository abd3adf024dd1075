/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/mdg-boundaries.h"

G_BEGIN_DECLS

/**
 * MdgMapPlace:
 *
 * What the map can be pointed at by name, besides a prefecture: all of Japan, the eight regions in
 * the order of #MdgRegion, and the islands that lie so far from the others that nobody finds them by
 * moving the map.
 */
typedef enum
{
  MDG_MAP_PLACE_JAPAN,
  MDG_MAP_PLACE_HOKKAIDO,
  MDG_MAP_PLACE_TOHOKU,
  MDG_MAP_PLACE_KANTO,
  MDG_MAP_PLACE_CHUBU,
  MDG_MAP_PLACE_KINKI,
  MDG_MAP_PLACE_CHUGOKU,
  MDG_MAP_PLACE_SHIKOKU,
  MDG_MAP_PLACE_KYUSHU_OKINAWA,
  MDG_MAP_PLACE_IZU,
  MDG_MAP_PLACE_OGASAWARA,
  MDG_MAP_PLACE_AMAMI,
  MDG_MAP_PLACE_OKINAWA,
  MDG_MAP_PLACE_DAITO,
  MDG_MAP_PLACE_SAKISHIMA,
  MDG_N_MAP_PLACES,
} MdgMapPlace;

#define MDG_MAP_PLACE_FIRST_ISLANDS MDG_MAP_PLACE_IZU

const char *mdg_map_place_get_id (MdgMapPlace place);
gboolean mdg_map_place_from_id (const char *id, MdgMapPlace *place);
const char *mdg_map_place_get_label (MdgMapPlace place);
MdgArea mdg_map_place_get_area (MdgMapPlace place);
void mdg_map_place_get_box (MdgMapPlace place, MdgBoundaries *boundaries, MdgBox *box);

G_END_DECLS
