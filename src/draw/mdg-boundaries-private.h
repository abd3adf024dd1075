/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/mdg-boundaries.h"

G_BEGIN_DECLS

/* So many points of an arc share one box, for the hit test: small enough that few points are
 * looked at, large enough that few boxes are. */
#define MDG_BOUNDARIES_CHUNK 24

typedef struct
{
  float x0;
  float y0;
  float x1;
  float y1;
} MdgBoundariesBox;

/* As in the file; data/map/README.md explains them. */
typedef struct
{
  guint32 first_ring;
  guint32 n_rings;
  guint32 first_level;
} MdgBoundariesPolygon;

typedef struct
{
  guint32 first_polygon;
  guint32 n_polygons;
  guint32 first_neighbour;
  guint32 n_neighbours;
} MdgBoundariesArea;

typedef struct
{
  float x;
  float y;
  float radius;
} MdgBoundariesLabel;

struct _MdgBoundaries
{
  gatomicrefcount ref_count;

  /* What the tables below point into, checked by mdg_boundaries_read (). */
  GBytes *bytes;
  guint n_levels;
  guint n_arcs;
  guint n_polygons;
  guint n_rings;
  guint n_ring_arcs;
  guint n_neighbours;
  guint n_points;
  const float *level_zooms;
  const guint32 *arc_starts;
  const guint32 *arc_words;
  const MdgBoundariesPolygon *polygons;
  const guint32 *ring_starts;
  const gint32 *ring_arcs;
  const MdgBoundariesArea *areas;
  const MdgBoundariesLabel *labels;
  const guint32 *neighbour_words;
  const float *points;
  const guint8 *point_levels;

  /* Computed from them. */
  MdgArea *neighbours;
  MdgBox area_boxes[MDG_N_AREAS];
  MdgBox main_boxes[MDG_N_AREAS];
  MdgBoundariesBox *polygon_boxes;
  MdgBoundariesBox *arc_boxes;
  MdgBoundariesBox *chunk_boxes;
  guint32 *arc_chunks;
};

gboolean mdg_boundaries_read (MdgBoundaries *self, GBytes *bytes, GError **error);

static inline guint
mdg_boundaries_arc_index (gint32 ring_arc)
{
  return ring_arc >= 0 ? (guint) ring_arc : (guint) ~ring_arc;
}

static inline gboolean
mdg_boundaries_arc_is_shared (const MdgBoundaries *self, guint arc)
{
  return (self->arc_words[arc] & 1) != 0;
}

static inline guint
mdg_boundaries_arc_first_level (const MdgBoundaries *self, guint arc)
{
  return self->arc_words[arc] >> 8;
}

G_END_DECLS
