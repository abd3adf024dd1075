/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * Map units: pixels of the Web Mercator projection at zoom level 0, where the world is 256 units
 * wide, counted eastwards and southwards from a place in Japan, so that single precision is exact
 * to a thousandth of a pixel at every zoom level in use.
 */
#define MDG_MAP_ORIGIN_LONGITUDE 138.0
#define MDG_MAP_ORIGIN_LATITUDE 36.0
#define MDG_MAP_WORLD_SIZE 256.0

/**
 * MdgBox:
 *
 * A box in map units, y downwards.
 */
typedef struct
{
  double x0;
  double y0;
  double x1;
  double y1;
} MdgBox;

void mdg_map_project (double longitude, double latitude, double *x, double *y);
void mdg_map_unproject (double x, double y, double *longitude, double *latitude);

G_END_DECLS
