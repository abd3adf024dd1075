/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/mdg-boundaries-private.h"

#include <math.h>

/* A neighbour lies "that way" if it is at most so many degrees off, and of two the straighter one
 * is taken, where one map unit of distance counts as much as so many degrees. */
#define STEP_GREATEST_ANGLE 60.0
#define STEP_DEGREES_PER_UNIT 10.0

static gboolean
box_contains (const MdgBoundariesBox *box, double x, double y)
{
  return x >= box->x0 && x <= box->x1 && y >= box->y0 && y <= box->y1;
}

/* Whether a ray from the place to the east crosses this part of an arc an odd number of times. */
static gboolean
chunk_is_crossed (const MdgBoundaries *self, guint arc, guint chunk, double x, double y)
{
  const MdgBoundariesBox *box = &self->chunk_boxes[chunk];
  guint first = self->arc_starts[arc] + (chunk - self->arc_chunks[arc]) * MDG_BOUNDARIES_CHUNK;
  guint last = MIN (first + MDG_BOUNDARIES_CHUNK, self->arc_starts[arc + 1] - 1);
  gboolean crossed = FALSE;

  if (y < box->y0 || y >= box->y1 || x > box->x1)
    return FALSE;

  /* All of it lies to the east: only where it begins and ends matters. */
  if (x < box->x0)
    return (self->points[2 * first + 1] > y) != (self->points[2 * last + 1] > y);

  for (guint i = first; i < last; i++)
    {
      const float *a = &self->points[2 * i];
      const float *b = a + 2;

      if ((a[1] > y) != (b[1] > y) &&
          x < ((double) b[0] - a[0]) * (y - a[1]) / ((double) b[1] - a[1]) + a[0])
        crossed = !crossed;
    }

  return crossed;
}

static gboolean
polygon_contains (const MdgBoundaries *self, guint index, double x, double y)
{
  const MdgBoundariesPolygon *polygon = &self->polygons[index];
  guint first = self->ring_starts[polygon->first_ring];
  guint last = self->ring_starts[polygon->first_ring + polygon->n_rings];
  gboolean inside = FALSE;

  if (!box_contains (&self->polygon_boxes[index], x, y))
    return FALSE;

  for (guint i = first; i < last; i++)
    {
      guint arc = mdg_boundaries_arc_index (self->ring_arcs[i]);

      for (guint chunk = self->arc_chunks[arc]; chunk < self->arc_chunks[arc + 1]; chunk++)
        inside ^= chunk_is_crossed (self, arc, chunk, x, y);
    }

  return inside;
}

/**
 * mdg_boundaries_step:
 * @self: boundaries
 * @from: a prefecture
 * @compass: a way
 *
 * Where an arrow key leads.
 *
 * Returns: the neighbour that lies that way from @from, or %MDG_AREA_NONE
 */
MdgArea
mdg_boundaries_step (MdgBoundaries *self, MdgArea from, MdgCompass compass)
{
  static const struct
  {
    int x;
    int y;
  } ways[MDG_N_COMPASS] = { { 0, -1 }, { 1, 0 }, { 0, 1 }, { -1, 0 } };
  const MdgArea *neighbours;
  guint n_neighbours;
  double from_x, from_y;
  double least = INFINITY;
  MdgArea best = MDG_AREA_NONE;

  g_return_val_if_fail (mdg_area_is_prefecture (from), MDG_AREA_NONE);
  g_return_val_if_fail (compass < MDG_N_COMPASS, MDG_AREA_NONE);

  mdg_boundaries_get_label_point (self, from, &from_x, &from_y, NULL);
  neighbours = mdg_boundaries_get_neighbours (self, from, &n_neighbours);
  for (guint i = 0; i < n_neighbours; i++)
    {
      double x, y, distance, angle;

      mdg_boundaries_get_label_point (self, neighbours[i], &x, &y, NULL);
      x -= from_x;
      y -= from_y;
      distance = hypot (x, y);
      angle =
        acos (CLAMP ((x * ways[compass].x + y * ways[compass].y) / distance, -1, 1)) * 180 / G_PI;
      if (angle <= STEP_GREATEST_ANGLE && angle + STEP_DEGREES_PER_UNIT * distance < least)
        {
          least = angle + STEP_DEGREES_PER_UNIT * distance;
          best = neighbours[i];
        }
    }

  return best;
}

/**
 * mdg_boundaries_hit_test:
 * @self: boundaries
 * @x: a place in map units
 * @y: a place in map units
 *
 * Which prefecture a place is in, by the finest outlines.
 *
 * Returns: the prefecture, or %MDG_AREA_NONE in the sea and abroad
 */
MdgArea
mdg_boundaries_hit_test (MdgBoundaries *self, double x, double y)
{
  for (guint i = 0; i < MDG_N_PREFECTURES; i++)
    {
      const MdgBoundariesArea *area = &self->areas[i];
      const MdgBox *box = &self->area_boxes[i + 1];

      if (x < box->x0 || x > box->x1 || y < box->y0 || y > box->y1)
        continue;
      for (guint j = 0; j < area->n_polygons; j++)
        if (polygon_contains (self, area->first_polygon + j, x, y))
          return (MdgArea) (i + 1);
    }

  return MDG_AREA_NONE;
}
