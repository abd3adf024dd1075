/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/mdg-boundaries.h"

#include "draw/mdg-boundaries-private.h"

#include <glib/gi18n.h>
#include <math.h>

#include "config.h"

#define RESOURCE_PATH RESOURCE_PREFIX "/map/areas.bin"

#define TOKYO 13
#define KAGOSHIMA 46
#define OKINAWA 47

G_DEFINE_BOXED_TYPE (MdgBoundaries, mdg_boundaries, mdg_boundaries_ref, mdg_boundaries_unref)

static const MdgBoundariesBox EMPTY_BOX = { INFINITY, INFINITY, -INFINITY, -INFINITY };

static void
box_add_point (MdgBoundariesBox *box, const float *point)
{
  box->x0 = MIN (box->x0, point[0]);
  box->y0 = MIN (box->y0, point[1]);
  box->x1 = MAX (box->x1, point[0]);
  box->y1 = MAX (box->y1, point[1]);
}

static void
box_add_box (MdgBoundariesBox *box, const MdgBoundariesBox *other)
{
  box->x0 = MIN (box->x0, other->x0);
  box->y0 = MIN (box->y0, other->y0);
  box->x1 = MAX (box->x1, other->x1);
  box->y1 = MAX (box->y1, other->y1);
}

static MdgBox
box_to_public (const MdgBoundariesBox *box)
{
  return (MdgBox) { box->x0, box->y0, box->x1, box->y1 };
}

static void
compute_arc_boxes (MdgBoundaries *self)
{
  guint n_chunks = 0;

  self->arc_chunks = g_new (guint32, self->n_arcs + 1);
  for (guint i = 0; i < self->n_arcs; i++)
    {
      guint n_segments = self->arc_starts[i + 1] - self->arc_starts[i] - 1;

      self->arc_chunks[i] = n_chunks;
      n_chunks += (n_segments + MDG_BOUNDARIES_CHUNK - 1) / MDG_BOUNDARIES_CHUNK;
    }
  self->arc_chunks[self->n_arcs] = n_chunks;

  self->arc_boxes = g_new (MdgBoundariesBox, self->n_arcs);
  self->chunk_boxes = g_new (MdgBoundariesBox, n_chunks);
  for (guint i = 0; i < self->n_arcs; i++)
    {
      self->arc_boxes[i] = EMPTY_BOX;
      for (guint chunk = self->arc_chunks[i]; chunk < self->arc_chunks[i + 1]; chunk++)
        {
          guint first = self->arc_starts[i] + (chunk - self->arc_chunks[i]) * MDG_BOUNDARIES_CHUNK;
          guint last = MIN (first + MDG_BOUNDARIES_CHUNK, self->arc_starts[i + 1] - 1);

          self->chunk_boxes[chunk] = EMPTY_BOX;
          for (guint point = first; point <= last; point++)
            box_add_point (&self->chunk_boxes[chunk], &self->points[2 * point]);
          box_add_box (&self->arc_boxes[i], &self->chunk_boxes[chunk]);
        }
    }
}

static void
compute_area_boxes (MdgBoundaries *self)
{
  self->polygon_boxes = g_new (MdgBoundariesBox, self->n_polygons);
  for (guint i = 0; i < self->n_polygons; i++)
    {
      guint outline = self->polygons[i].first_ring;

      self->polygon_boxes[i] = EMPTY_BOX;
      for (guint j = self->ring_starts[outline]; j < self->ring_starts[outline + 1]; j++)
        box_add_box (&self->polygon_boxes[i],
                     &self->arc_boxes[mdg_boundaries_arc_index (self->ring_arcs[j])]);
    }

  for (guint i = 0; i < MDG_N_PREFECTURES; i++)
    {
      const MdgBoundariesArea *area = &self->areas[i];
      MdgBoundariesBox whole = EMPTY_BOX;

      for (guint j = 0; j < area->n_polygons; j++)
        box_add_box (&whole, &self->polygon_boxes[area->first_polygon + j]);
      self->area_boxes[i + 1] = box_to_public (&whole);
      self->main_boxes[i + 1] = box_to_public (&self->polygon_boxes[area->first_polygon]);
      if (i == 0)
        self->area_boxes[0] = self->area_boxes[1];
      self->area_boxes[0].x0 = MIN (self->area_boxes[0].x0, whole.x0);
      self->area_boxes[0].y0 = MIN (self->area_boxes[0].y0, whole.y0);
      self->area_boxes[0].x1 = MAX (self->area_boxes[0].x1, whole.x1);
      self->area_boxes[0].y1 = MAX (self->area_boxes[0].y1, whole.y1);
    }
}

/* The view of the nation that is easiest to read: the main islands with all that lies around them.
 * Okinawa and the far islands of Tokyo and Kagoshima would make it a third smaller, which is why
 * maps of Japan show them in an inset. */
static void
compute_main_box (MdgBoundaries *self)
{
  MdgBox *main_box = &self->main_boxes[MDG_AREA_NATIONAL];

  *main_box = self->area_boxes[1];
  for (MdgArea area = 1; area < MDG_N_AREAS; area++)
    {
      gboolean has_far_islands = area == TOKYO || area == KAGOSHIMA;
      const MdgBox *box = has_far_islands ? &self->main_boxes[area] : &self->area_boxes[area];

      if (area == OKINAWA)
        continue;
      main_box->x0 = MIN (main_box->x0, box->x0);
      main_box->y0 = MIN (main_box->y0, box->y0);
      main_box->x1 = MAX (main_box->x1, box->x1);
      main_box->y1 = MAX (main_box->y1, box->y1);
    }
}

static void
compute_tables (MdgBoundaries *self)
{
  compute_arc_boxes (self);
  compute_area_boxes (self);
  compute_main_box (self);

  self->neighbours = g_new (MdgArea, self->n_neighbours);
  for (guint i = 0; i < self->n_neighbours; i++)
    self->neighbours[i] = self->neighbour_words[i];
}

/* Adds the arc's points at a level, without the last: the next arc of the ring begins there. */
static void
append_arc (const MdgBoundaries *self, guint level, gint32 ring_arc, GArray *points)
{
  guint arc = mdg_boundaries_arc_index (ring_arc);
  guint n = self->arc_starts[arc + 1] - self->arc_starts[arc];

  for (guint i = 0; i + 1 < n; i++)
    {
      guint point = ring_arc >= 0 ? self->arc_starts[arc] + i : self->arc_starts[arc + 1] - 1 - i;

      if (self->point_levels[point] <= level)
        g_array_append_vals (points, &self->points[2 * point], 2);
    }
}

/**
 * mdg_boundaries_new_from_bytes:
 * @bytes: a file written by data/map/compile-areas.py
 * @error: return location for an error of %MDG_BOUNDARIES_ERROR
 *
 * Reads boundaries. @bytes is referenced, not copied, where its alignment allows that.
 *
 * Returns: (transfer full) (nullable): the boundaries, or %NULL if the file is not sound
 */
MdgBoundaries *
mdg_boundaries_new_from_bytes (GBytes *bytes, GError **error)
{
  g_autoptr (MdgBoundaries) self = g_new0 (MdgBoundaries, 1);

  g_atomic_ref_count_init (&self->ref_count);
  if (!mdg_boundaries_read (self, bytes, error))
    return NULL;
  compute_tables (self);

  return g_steal_pointer (&self);
}

/**
 * mdg_boundaries_get_default:
 * @error: return location for an error of %MDG_BOUNDARIES_ERROR
 *
 * The boundaries that come with the program, read when they are first asked for.
 *
 * Returns: (transfer none) (nullable): the boundaries, or %NULL if they could not be read
 */
MdgBoundaries *
mdg_boundaries_get_default (GError **error)
{
  static MdgBoundaries *boundaries;
  static GMutex mutex;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);

  if (boundaries == NULL)
    {
      g_autoptr (GBytes) bytes = g_resources_lookup_data (RESOURCE_PATH, 0, NULL);

      if (bytes == NULL)
        g_set_error_literal (error, MDG_BOUNDARIES_ERROR, MDG_BOUNDARIES_ERROR_MISSING,
                             _ ("The map's boundaries are missing. Install the program again."));
      else
        boundaries = mdg_boundaries_new_from_bytes (bytes, error);
    }

  return boundaries;
}

/**
 * mdg_boundaries_ref:
 * @self: boundaries
 *
 * Returns: (transfer full): @self
 */
MdgBoundaries *
mdg_boundaries_ref (MdgBoundaries *self)
{
  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * mdg_boundaries_unref:
 * @self: (transfer full): boundaries
 *
 * Drops a reference; the last frees @self.
 */
void
mdg_boundaries_unref (MdgBoundaries *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self->neighbours);
  g_free (self->polygon_boxes);
  g_free (self->arc_boxes);
  g_free (self->chunk_boxes);
  g_free (self->arc_chunks);
  g_free (self);
}

/**
 * mdg_boundaries_get_n_levels:
 * @self: boundaries
 *
 * Returns: how many levels of detail there are, at least 1; level 0 is the coarsest
 */
guint
mdg_boundaries_get_n_levels (MdgBoundaries *self)
{
  return self->n_levels;
}

/**
 * mdg_boundaries_get_level_zoom:
 * @self: boundaries
 * @level: a level of detail
 *
 * Returns: the greatest zoom level at which @level differs by less than half a pixel
 */
double
mdg_boundaries_get_level_zoom (MdgBoundaries *self, guint level)
{
  g_return_val_if_fail (level < self->n_levels, 0);

  return self->level_zooms[level];
}

/**
 * mdg_boundaries_get_level_for_zoom:
 * @self: boundaries
 * @zoom: a zoom level, counted in device pixels
 *
 * Returns: the coarsest level of detail that is good enough for @zoom
 */
guint
mdg_boundaries_get_level_for_zoom (MdgBoundaries *self, double zoom)
{
  guint level = 0;

  while (level + 1 < self->n_levels && self->level_zooms[level] < zoom)
    level++;

  return level;
}

/**
 * mdg_boundaries_get_area_box:
 * @self: boundaries
 * @area: a prefecture, or %MDG_AREA_NATIONAL
 *
 * Returns: (transfer none): the box around all of @area
 */
const MdgBox *
mdg_boundaries_get_area_box (MdgBoundaries *self, MdgArea area)
{
  g_return_val_if_fail (area < MDG_N_AREAS, NULL);

  return &self->area_boxes[area];
}

/**
 * mdg_boundaries_get_main_box:
 * @self: boundaries
 * @area: a prefecture, or %MDG_AREA_NATIONAL
 *
 * Returns: (transfer none): the box around the largest part of a prefecture or, for the nation,
 *   around the main islands
 */
const MdgBox *
mdg_boundaries_get_main_box (MdgBoundaries *self, MdgArea area)
{
  g_return_val_if_fail (area < MDG_N_AREAS, NULL);

  return &self->main_boxes[area];
}

/**
 * mdg_boundaries_get_label_point:
 * @self: boundaries
 * @area: a prefecture
 * @x: (out): the place for a label, in map units
 * @y: (out): the place for a label, in map units
 * @radius: (out) (optional): how far the prefecture's border is from there, nearly
 *
 * The middle of the largest circle inside the prefecture's largest part.
 */
void
mdg_boundaries_get_label_point (MdgBoundaries *self,
                                MdgArea area,
                                double *x,
                                double *y,
                                double *radius)
{
  const MdgBoundariesLabel *label;

  g_return_if_fail (mdg_area_is_prefecture (area));

  label = &self->labels[area - 1];
  *x = label->x;
  *y = label->y;
  if (radius != NULL)
    *radius = label->radius;
}

/**
 * mdg_boundaries_get_neighbours:
 * @self: boundaries
 * @area: a prefecture
 * @n_neighbours: (out): how many
 *
 * The prefectures that share a border with @area, and those a tunnel, a bridge or a ferry away.
 *
 * Returns: (transfer none) (array length=n_neighbours): them, by code
 */
const MdgArea *
mdg_boundaries_get_neighbours (MdgBoundaries *self, MdgArea area, guint *n_neighbours)
{
  g_return_val_if_fail (mdg_area_is_prefecture (area), NULL);

  *n_neighbours = self->areas[area - 1].n_neighbours;

  return &self->neighbours[self->areas[area - 1].first_neighbour];
}

/**
 * mdg_boundaries_foreach_ring:
 * @self: boundaries
 * @level: a level of detail
 * @area: a prefecture
 * @least_size: leave out parts that are neither so wide nor so high, in map units, but never the
 *   largest part; 0 for all
 * @func: (scope call): called for each closed line
 * @data: handed to @func
 *
 * Goes over the outlines of a prefecture, largest part first. Fill them by the even-odd rule: two
 * prefectures have holes.
 */
void
mdg_boundaries_foreach_ring (MdgBoundaries *self,
                             guint level,
                             MdgArea area,
                             double least_size,
                             MdgRingFunc func,
                             gpointer data)
{
  g_autoptr (GArray) points = NULL;
  const MdgBoundariesArea *shape;

  g_return_if_fail (level < self->n_levels);
  g_return_if_fail (mdg_area_is_prefecture (area));

  points = g_array_sized_new (FALSE, FALSE, sizeof (float), 1024);
  shape = &self->areas[area - 1];
  for (guint i = 0; i < shape->n_polygons; i++)
    {
      const MdgBoundariesPolygon *polygon = &self->polygons[shape->first_polygon + i];
      const MdgBoundariesBox *box = &self->polygon_boxes[shape->first_polygon + i];

      if (polygon->first_level > level ||
          (i > 0 && MAX (box->x1 - box->x0, box->y1 - box->y0) < least_size))
        continue;
      for (guint ring = polygon->first_ring; ring < polygon->first_ring + polygon->n_rings; ring++)
        {
          g_array_set_size (points, 0);
          for (guint j = self->ring_starts[ring]; j < self->ring_starts[ring + 1]; j++)
            append_arc (self, level, self->ring_arcs[j], points);
          if (points->len >= 3 * 2)
            func ((const float *) (gpointer) points->data, points->len / 2, data);
        }
    }
}

/**
 * mdg_boundaries_add_borders:
 * @self: boundaries
 * @level: a level of detail
 * @kind: which lines
 * @visible: (nullable): lines outside this box may be left out
 * @cr: where to; its user space is map units
 *
 * Adds lines to the path of @cr, each once, although two prefectures may share it.
 */
void
mdg_boundaries_add_borders (MdgBoundaries *self,
                            guint level,
                            MdgBorderKind kind,
                            const MdgBox *visible,
                            cairo_t *cr)
{
  g_return_if_fail (level < self->n_levels);

  for (guint arc = 0; arc < self->n_arcs; arc++)
    {
      const MdgBoundariesBox *box = &self->arc_boxes[arc];
      guint first = self->arc_starts[arc];
      guint last = self->arc_starts[arc + 1] - 1;

      if (mdg_boundaries_arc_is_shared (self, arc) != (kind == MDG_BORDER_SHARED) ||
          mdg_boundaries_arc_first_level (self, arc) > level)
        continue;
      if (visible != NULL && (box->x1 < visible->x0 || box->x0 > visible->x1 ||
                              box->y1 < visible->y0 || box->y0 > visible->y1))
        continue;

      cairo_move_to (cr, self->points[2 * first], self->points[2 * first + 1]);
      for (guint point = first + 1; point <= last; point++)
        if (self->point_levels[point] <= level)
          cairo_line_to (cr, self->points[2 * point], self->points[2 * point + 1]);
      /* An island has neither beginning nor end. */
      if (self->points[2 * first] == self->points[2 * last] &&
          self->points[2 * first + 1] == self->points[2 * last + 1])
        cairo_close_path (cr);
    }
}
