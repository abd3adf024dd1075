/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/mdg-map-projection.h"

#include <math.h>

/* Web Mercator, in pixels of a world of MDG_MAP_WORLD_SIZE, from the top. */
static double
mercator_y (double latitude)
{
  double sine = sin (latitude * G_PI / 180);

  return (0.5 - log ((1 + sine) / (1 - sine)) / (4 * G_PI)) * MDG_MAP_WORLD_SIZE;
}

/**
 * mdg_map_project:
 * @longitude: in degrees east
 * @latitude: in degrees north, between the poles
 * @x: (out): in map units
 * @y: (out): in map units, southwards
 *
 * Projects a place on the globe.
 */
void
mdg_map_project (double longitude, double latitude, double *x, double *y)
{
  *x = (longitude - MDG_MAP_ORIGIN_LONGITUDE) / 360 * MDG_MAP_WORLD_SIZE;
  *y = mercator_y (latitude) - mercator_y (MDG_MAP_ORIGIN_LATITUDE);
}

/**
 * mdg_map_unproject:
 * @x: in map units
 * @y: in map units
 * @longitude: (out): in degrees east
 * @latitude: (out): in degrees north
 *
 * The inverse of [func@mdg_map_project].
 */
void
mdg_map_unproject (double x, double y, double *longitude, double *latitude)
{
  double from_equator = 0.5 - (y + mercator_y (MDG_MAP_ORIGIN_LATITUDE)) / MDG_MAP_WORLD_SIZE;

  *longitude = x / MDG_MAP_WORLD_SIZE * 360 + MDG_MAP_ORIGIN_LONGITUDE;
  *latitude = atan (sinh (from_equator * 2 * G_PI)) * 180 / G_PI;
}
