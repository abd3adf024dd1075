/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/mdg-boundaries-private.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

/* The format is described in data/map/README.md and written by data/map/compile-areas.py. */
#define MAGIC "MDGAREAS"
#define MAGIC_SIZE 8
#define VERSION 1

enum
{
  HEADER_VERSION,
  HEADER_SIZE,
  HEADER_CHECKSUM,
  HEADER_N_LEVELS,
  HEADER_N_ARCS,
  HEADER_N_AREAS,
  HEADER_N_POLYGONS,
  HEADER_N_RINGS,
  HEADER_N_RING_ARCS,
  HEADER_N_NEIGHBOURS,
  HEADER_N_POINTS,
  N_HEADER_WORDS,
};

#define HEADER_BYTES (MAGIC_SIZE + N_HEADER_WORDS * sizeof (guint32))

/* Far above anything a map of Japan needs, and low enough that no product overflows. */
#define GREATEST_COUNT 10000000u
#define GREATEST_N_LEVELS 32u

G_DEFINE_QUARK (mdg - boundaries - error - quark, mdg_boundaries_error)

static gboolean
corrupt (GError **error, const char *what)
{
  g_set_error (error, MDG_BOUNDARIES_ERROR, MDG_BOUNDARIES_ERROR_CORRUPT,
               _ ("The map's boundaries are damaged: %s. Install the program again."), what);

  return FALSE;
}

/* Adler-32, RFC 1950: quick enough not to be felt at the start. */
static guint32
compute_checksum (const guint8 *data, gsize size)
{
  guint32 a = 1;
  guint32 b = 0;

  while (size > 0)
    {
      /* As many bytes as cannot overflow 32 bits. */
      gsize n = MIN (size, 5552);

      for (gsize i = 0; i < n; i++)
        {
          a += data[i];
          b += a;
        }
      a %= 65521;
      b %= 65521;
      data += n;
      size -= n;
    }

  return b << 16 | a;
}

/* Takes @n_words from the file and moves on. */
static gconstpointer
take_words (const guint32 **cursor, gsize n_words)
{
  const guint32 *start = *cursor;

  *cursor += n_words;

  return start;
}

/* The tables are used where they lie. All of the file but its ends are words of 32 bits, so that a
 * host of the other byte order, or a file at an odd address, only needs a copy. */
static GBytes *
align_words (GBytes *bytes, gsize n_words)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  guint32 *copy;

  if (G_BYTE_ORDER == G_LITTLE_ENDIAN && (guintptr) data % sizeof (guint32) == 0)
    return g_bytes_ref (bytes);

  copy = g_memdup2 (data, size);
  for (gsize i = 0; i < n_words; i++)
    copy[MAGIC_SIZE / sizeof (guint32) + i] =
      GUINT32_FROM_LE (copy[MAGIC_SIZE / sizeof (guint32) + i]);

  return g_bytes_new_take (copy, size);
}

static gboolean
read_header (GBytes *bytes, guint32 header[N_HEADER_WORDS], GError **error)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  if (size < HEADER_BYTES)
    return corrupt (error, _ ("the file is too short"));
  if (memcmp (data, MAGIC, MAGIC_SIZE) != 0)
    {
      g_set_error_literal (error, MDG_BOUNDARIES_ERROR, MDG_BOUNDARIES_ERROR_VERSION,
                           _ ("The file does not hold map boundaries. Install the program again."));
      return FALSE;
    }

  memcpy (header, data + MAGIC_SIZE, N_HEADER_WORDS * sizeof (guint32));
  for (guint i = 0; i < N_HEADER_WORDS; i++)
    header[i] = GUINT32_FROM_LE (header[i]);

  if (header[HEADER_VERSION] != VERSION)
    {
      g_set_error (error, MDG_BOUNDARIES_ERROR, MDG_BOUNDARIES_ERROR_VERSION,
                   _ ("The map's boundaries are of format %u, but this program reads format %u. "
                      "Install the program again."),
                   header[HEADER_VERSION], (guint) VERSION);
      return FALSE;
    }
  if (header[HEADER_SIZE] != size)
    return corrupt (error, _ ("the file is not as long as it says"));
  if (header[HEADER_CHECKSUM] != compute_checksum (data + HEADER_BYTES, size - HEADER_BYTES))
    return corrupt (error, _ ("the checksum differs"));
  if (header[HEADER_N_AREAS] != MDG_N_PREFECTURES)
    return corrupt (error, _ ("it does not have 47 prefectures"));
  if (header[HEADER_N_LEVELS] == 0 || header[HEADER_N_LEVELS] > GREATEST_N_LEVELS)
    return corrupt (error, _ ("a table's length cannot be right"));
  for (guint i = HEADER_N_ARCS; i < N_HEADER_WORDS; i++)
    if (header[i] == 0 || header[i] > GREATEST_COUNT)
      return corrupt (error, _ ("a table's length cannot be right"));

  return TRUE;
}

static gboolean
check_arcs (const MdgBoundaries *self)
{
  if (self->arc_starts[0] != 0 || self->arc_starts[self->n_arcs] != self->n_points)
    return FALSE;

  for (guint i = 0; i < self->n_arcs; i++)
    {
      guint32 start = self->arc_starts[i];
      guint32 end = self->arc_starts[i + 1];

      /* The ends of an arc are there at every level, or rings would not close. */
      if (end < start + 2 || end > self->n_points || self->point_levels[start] != 0 ||
          self->point_levels[end - 1] != 0 ||
          mdg_boundaries_arc_first_level (self, i) >= self->n_levels)
        return FALSE;
    }

  for (guint i = 0; i < 2 * self->n_points; i++)
    if (!(fabsf (self->points[i]) <= MDG_MAP_WORLD_SIZE))
      return FALSE;

  for (guint i = 0; i < self->n_levels; i++)
    if (!(self->level_zooms[i] >= 0 && self->level_zooms[i] <= 30) ||
        (i > 0 && self->level_zooms[i] <= self->level_zooms[i - 1]))
      return FALSE;

  return TRUE;
}

static const float *
get_arc_end (const MdgBoundaries *self, gint32 ring_arc, gboolean last)
{
  guint arc = mdg_boundaries_arc_index (ring_arc);
  guint32 point = last == (ring_arc >= 0) ? self->arc_starts[arc + 1] - 1 : self->arc_starts[arc];

  return &self->points[2 * point];
}

static gboolean
check_rings (const MdgBoundaries *self)
{
  if (self->ring_starts[0] != 0 || self->ring_starts[self->n_rings] != self->n_ring_arcs)
    return FALSE;

  for (guint i = 0; i < self->n_ring_arcs; i++)
    if (mdg_boundaries_arc_index (self->ring_arcs[i]) >= self->n_arcs)
      return FALSE;

  for (guint i = 0; i < self->n_rings; i++)
    {
      guint32 start = self->ring_starts[i];
      guint32 end = self->ring_starts[i + 1];

      if (end <= start || end > self->n_ring_arcs)
        return FALSE;

      for (guint j = start; j < end; j++)
        {
          guint next = j + 1 < end ? j + 1 : start;
          const float *a = get_arc_end (self, self->ring_arcs[j], TRUE);
          const float *b = get_arc_end (self, self->ring_arcs[next], FALSE);

          if (a[0] != b[0] || a[1] != b[1])
            return FALSE;
        }
    }

  return TRUE;
}

static gboolean
check_areas (const MdgBoundaries *self)
{
  guint32 n_rings = 0;
  guint32 n_polygons = 0;
  guint32 n_neighbours = 0;

  for (guint i = 0; i < self->n_polygons; i++)
    {
      const MdgBoundariesPolygon *polygon = &self->polygons[i];

      if (polygon->first_ring != n_rings || polygon->n_rings == 0 ||
          polygon->n_rings > self->n_rings - n_rings || polygon->first_level >= self->n_levels)
        return FALSE;
      n_rings += polygon->n_rings;
    }

  for (guint i = 0; i < MDG_N_PREFECTURES; i++)
    {
      const MdgBoundariesArea *area = &self->areas[i];
      const MdgBoundariesLabel *label = &self->labels[i];

      if (area->first_polygon != n_polygons || area->n_polygons == 0 ||
          area->n_polygons > self->n_polygons - n_polygons ||
          area->first_neighbour != n_neighbours || area->n_neighbours == 0 ||
          area->n_neighbours > self->n_neighbours - n_neighbours)
        return FALSE;
      if (!(fabsf (label->x) <= MDG_MAP_WORLD_SIZE) || !(fabsf (label->y) <= MDG_MAP_WORLD_SIZE) ||
          !(label->radius > 0 && label->radius <= MDG_MAP_WORLD_SIZE))
        return FALSE;
      n_polygons += area->n_polygons;
      n_neighbours += area->n_neighbours;
    }

  for (guint i = 0; i < self->n_neighbours; i++)
    if (self->neighbour_words[i] == 0 || self->neighbour_words[i] > MDG_N_PREFECTURES)
      return FALSE;

  return n_rings == self->n_rings && n_polygons == self->n_polygons &&
         n_neighbours == self->n_neighbours;
}

/*
 * mdg_boundaries_read:
 * @self: boundaries whose tables are not set yet
 * @bytes: a file written by data/map/compile-areas.py
 * @error: return location
 *
 * Sets the tables of @self to point into @bytes, once all that the rest of the code relies on has
 * been checked: no content of @bytes makes it read out of bounds.
 *
 * Returns: whether the file is sound
 */
gboolean
mdg_boundaries_read (MdgBoundaries *self, GBytes *bytes, GError **error)
{
  guint32 header[N_HEADER_WORDS];
  const guint32 *cursor;
  guint64 n_words;

  if (!read_header (bytes, header, error))
    return FALSE;

  self->n_levels = header[HEADER_N_LEVELS];
  self->n_arcs = header[HEADER_N_ARCS];
  self->n_polygons = header[HEADER_N_POLYGONS];
  self->n_rings = header[HEADER_N_RINGS];
  self->n_ring_arcs = header[HEADER_N_RING_ARCS];
  self->n_neighbours = header[HEADER_N_NEIGHBOURS];
  self->n_points = header[HEADER_N_POINTS];

  n_words = N_HEADER_WORDS + self->n_levels + (self->n_arcs + 1) + self->n_arcs +
            3 * (guint64) self->n_polygons + (self->n_rings + 1) + self->n_ring_arcs +
            (4 + 3) * MDG_N_PREFECTURES + self->n_neighbours + 2 * (guint64) self->n_points;
  if (MAGIC_SIZE + n_words * sizeof (guint32) + self->n_points != header[HEADER_SIZE])
    return corrupt (error, _ ("its tables do not add up to its length"));

  self->bytes = align_words (bytes, n_words);
  cursor = g_bytes_get_data (self->bytes, NULL);
  take_words (&cursor, MAGIC_SIZE / sizeof (guint32) + N_HEADER_WORDS);
  self->level_zooms = take_words (&cursor, self->n_levels);
  self->arc_starts = take_words (&cursor, self->n_arcs + 1);
  self->arc_words = take_words (&cursor, self->n_arcs);
  self->polygons = take_words (&cursor, 3 * self->n_polygons);
  self->ring_starts = take_words (&cursor, self->n_rings + 1);
  self->ring_arcs = take_words (&cursor, self->n_ring_arcs);
  self->areas = take_words (&cursor, 4 * MDG_N_PREFECTURES);
  self->labels = take_words (&cursor, 3 * MDG_N_PREFECTURES);
  self->neighbour_words = take_words (&cursor, self->n_neighbours);
  self->points = take_words (&cursor, 2 * self->n_points);
  self->point_levels = (const guint8 *) cursor;

  if (!check_arcs (self))
    return corrupt (error, _ ("a line is out of place"));
  if (!check_rings (self))
    return corrupt (error, _ ("an outline is not closed"));
  if (!check_areas (self))
    return corrupt (error, _ ("a prefecture is not in order"));

  return TRUE;
}
