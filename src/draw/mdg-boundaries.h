/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <gio/gio.h>

#include "core/mdg-area.h"
#include "draw/mdg-map-projection.h"

G_BEGIN_DECLS

#define MDG_BOUNDARIES_ERROR (mdg_boundaries_error_quark ())

/**
 * MdgBoundariesError:
 * @MDG_BOUNDARIES_ERROR_MISSING: the file is not there
 * @MDG_BOUNDARIES_ERROR_VERSION: the file is of another format or version
 * @MDG_BOUNDARIES_ERROR_CORRUPT: the file contradicts itself
 */
typedef enum
{
  MDG_BOUNDARIES_ERROR_MISSING,
  MDG_BOUNDARIES_ERROR_VERSION,
  MDG_BOUNDARIES_ERROR_CORRUPT,
} MdgBoundariesError;

GQuark mdg_boundaries_error_quark (void);

/**
 * MdgCompass:
 *
 * The way an arrow key points on the map.
 */
typedef enum
{
  MDG_COMPASS_NORTH,
  MDG_COMPASS_EAST,
  MDG_COMPASS_SOUTH,
  MDG_COMPASS_WEST,
  MDG_N_COMPASS,
} MdgCompass;

/**
 * MdgBorderKind:
 * @MDG_BORDER_COAST: lines with a prefecture on one side only
 * @MDG_BORDER_SHARED: lines between two prefectures
 */
typedef enum
{
  MDG_BORDER_COAST,
  MDG_BORDER_SHARED,
} MdgBorderKind;

/**
 * MdgBoundaries:
 *
 * The shapes of the 47 prefectures at several levels of detail, immutable and reference counted.
 *
 * Places are given in map units.
 */
typedef struct _MdgBoundaries MdgBoundaries;

/**
 * MdgRingFunc:
 * @points: (array length=n_points): x and y of each point of a closed ring; the last is not the first
 * @n_points: how many points
 * @data: the caller's data
 */
typedef void (*MdgRingFunc) (const float *points, guint n_points, gpointer data);

#define MDG_TYPE_BOUNDARIES (mdg_boundaries_get_type ())
GType mdg_boundaries_get_type (void);
MdgBoundaries *mdg_boundaries_new_from_bytes (GBytes *bytes, GError **error);
MdgBoundaries *mdg_boundaries_get_default (GError **error);
MdgBoundaries *mdg_boundaries_ref (MdgBoundaries *self);
void mdg_boundaries_unref (MdgBoundaries *self);

guint mdg_boundaries_get_n_levels (MdgBoundaries *self);
guint mdg_boundaries_get_level_for_zoom (MdgBoundaries *self, double zoom);
double mdg_boundaries_get_level_zoom (MdgBoundaries *self, guint level);
const MdgBox *mdg_boundaries_get_area_box (MdgBoundaries *self, MdgArea area);
const MdgBox *mdg_boundaries_get_main_box (MdgBoundaries *self, MdgArea area);
void mdg_boundaries_get_label_point (MdgBoundaries *self,
                                     MdgArea area,
                                     double *x,
                                     double *y,
                                     double *radius);
const MdgArea *mdg_boundaries_get_neighbours (MdgBoundaries *self,
                                              MdgArea area,
                                              guint *n_neighbours);
MdgArea mdg_boundaries_step (MdgBoundaries *self, MdgArea from, MdgCompass compass);
MdgArea mdg_boundaries_hit_test (MdgBoundaries *self, double x, double y);

void mdg_boundaries_foreach_ring (MdgBoundaries *self,
                                  guint level,
                                  MdgArea area,
                                  double least_size,
                                  MdgRingFunc func,
                                  gpointer data);
void mdg_boundaries_add_borders (MdgBoundaries *self,
                                 guint level,
                                 MdgBorderKind kind,
                                 const MdgBox *visible,
                                 cairo_t *cr);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MdgBoundaries, mdg_boundaries_unref)

G_END_DECLS
