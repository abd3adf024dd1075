/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/mdg-map-limits.h"

#include <math.h>

#include "map/mdg-map-source.h"

/* How far the middle of the view may come to the end of Japan, as a share of the view's half. */
#define EDGE_SHARE 0.5
/* A prefecture fills this share of the view at most, so that it is seen among its neighbours. */
#define AREA_SHARE 0.6
#define GREATEST_AREA_ZOOM 9.0

static double
clamp_axis (double center, double low, double high, double half)
{
  double inset = EDGE_SHARE * half;

  if (high - low <= 2 * inset)
    return (low + high) / 2;

  return CLAMP (center, low + inset, high - inset);
}

/**
 * mdg_map_limits_clamp:
 * @boundaries: the shapes
 * @camera: where somebody wants to look
 *
 * Keeps the view on Japan: not smaller than all of it from Yonaguni to Etorofu, and not beside it.
 */
void
mdg_map_limits_clamp (MdgBoundaries *boundaries, MdgMapCamera *camera)
{
  const MdgBox *nation = mdg_boundaries_get_area_box (boundaries, MDG_AREA_NATIONAL);
  const MdgBox *hokkaido = mdg_boundaries_get_area_box (boundaries, 1);
  MdgBox all = *nation;
  MdgMapCamera least = *camera;

  /* Minamitorishima, a thousand kilometres east of the next island, is reached by moving. */
  all.x1 = hokkaido->x1;
  mdg_map_camera_fit (&least, &all, MDG_MAP_LIMITS_MARGIN);
  camera->scale = CLAMP (camera->scale, MAX (least.scale, exp2 (MDG_MAP_SOURCE_MIN_ZOOM)),
                         exp2 (MDG_MAP_SOURCE_MAX_ZOOM));

  camera->center_x =
    clamp_axis (camera->center_x, nation->x0, nation->x1, camera->width / 2 / camera->scale);
  camera->center_y =
    clamp_axis (camera->center_y, nation->y0, nation->y1, camera->height / 2 / camera->scale);
}

/**
 * mdg_map_limits_get_home:
 * @boundaries: the shapes
 * @camera: a camera whose width and height are set
 *
 * Points @camera at the main islands.
 */
void
mdg_map_limits_get_home (MdgBoundaries *boundaries, MdgMapCamera *camera)
{
  mdg_map_camera_fit (camera, mdg_boundaries_get_main_box (boundaries, MDG_AREA_NATIONAL),
                      MDG_MAP_LIMITS_MARGIN);
  mdg_map_limits_clamp (boundaries, camera);
}

/**
 * mdg_map_limits_get_area:
 * @boundaries: the shapes
 * @area: a prefecture
 * @camera: a camera whose width and height are set
 *
 * Points @camera at a prefecture: at its largest part, but at all of the islands of Okinawa and
 * Nagasaki, which have none that stands for the whole.
 */
void
mdg_map_limits_get_area (MdgBoundaries *boundaries, MdgArea area, MdgMapCamera *camera)
{
  const MdgBox *box = area == 42 || area == 47 ? mdg_boundaries_get_area_box (boundaries, area)
                                               : mdg_boundaries_get_main_box (boundaries, area);
  double margin = MIN (camera->width, camera->height) * (1 - AREA_SHARE) / 2;

  mdg_map_camera_fit (camera, box, area == 47 ? MDG_MAP_LIMITS_MARGIN : margin);
  camera->scale = MIN (camera->scale, exp2 (GREATEST_AREA_ZOOM));
  mdg_map_limits_clamp (boundaries, camera);
}

/**
 * mdg_map_limits_get_place:
 * @boundaries: the shapes
 * @place: a place
 * @camera: a camera whose width and height are set
 *
 * Points @camera at a place, so that all of it is seen in any size of window.
 */
void
mdg_map_limits_get_place (MdgBoundaries *boundaries, MdgMapPlace place, MdgMapCamera *camera)
{
  MdgBox box;

  mdg_map_place_get_box (place, boundaries, &box);
  mdg_map_camera_fit (camera, &box, MDG_MAP_LIMITS_MARGIN);
  camera->scale = MIN (camera->scale, exp2 (GREATEST_AREA_ZOOM));
  mdg_map_limits_clamp (boundaries, camera);
}
