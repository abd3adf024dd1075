/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/mdg-map-scene.h"

#include "draw/mdg-map-scene-private.h"

G_DEFINE_BOXED_TYPE (MdgMapScene, mdg_map_scene, mdg_map_scene_ref, mdg_map_scene_unref)

static void
look_up_values (MdgMapScene *self)
{
  const MdgObservation *observations[MDG_N_AREAS] = { NULL };

  if (self->figures == NULL)
    return;

  self->n_known = mdg_figures_get_areas (
    self->figures, self->scope.month, self->scope.facility_type, self->scope.measure, observations);
  for (MdgArea area = 0; area < MDG_N_AREAS; area++)
    if (observations[area] != NULL)
      {
        self->values[area].known = TRUE;
        self->values[area].observation = *observations[area];
      }
}

static void
look_up_changes (MdgMapScene *self)
{
  const MdgObservation *changes[MDG_N_AREAS] = { NULL };

  if (self->figures == NULL || self->scope.measure != MDG_MEASURE_USAGE_RATE_ONLINE)
    return;

  mdg_figures_get_areas (self->figures, self->scope.month, self->scope.facility_type,
                         MDG_MEASURE_CHANGE_POINTS, changes);
  for (MdgArea area = 0; area < MDG_N_AREAS; area++)
    if (changes[area] != NULL)
      {
        self->values[area].has_change = TRUE;
        self->values[area].change = changes[area]->value;
      }
}

static int
compare_by_value_cb (gconstpointer a, gconstpointer b, gpointer data)
{
  MdgMapScene *self = data;
  MdgArea area_a = *(const MdgArea *) a;
  MdgArea area_b = *(const MdgArea *) b;
  int order = mdg_decimal_compare (self->values[area_b].observation.value,
                                   self->values[area_a].observation.value);

  if (mdg_measure_get_direction (self->scope.measure) == MDG_DIRECTION_LOWER_IS_BETTER)
    order = -order;

  return order != 0 ? order : (int) area_a - (int) area_b;
}

/* Ranks of the rate, and of its difference from the nation, are those of the unrounded ratio, which
 * only the store can tell. Elsewhere the value itself ranks, and equal values share a rank. Some prefectures alone are never ranked. */
static void
rank_areas (MdgMapScene *self)
{
  const MdgObservation *ranks[MDG_N_AREAS] = { NULL };
  MdgArea order[MDG_N_PREFECTURES];
  guint n = 0;

  for (MdgArea area = 1; area < MDG_N_AREAS; area++)
    if (self->values[area].known)
      order[n++] = area;
  if (n == 0)
    return;

  g_sort_array (order, n, sizeof order[0], compare_by_value_cb, self);
  self->first = order[0];
  self->last = order[n - 1];
  if (n < MDG_N_PREFECTURES)
    return;

  if (mdg_measure_get_unit (self->scope.measure) == MDG_UNIT_PERCENT ||
      self->scope.measure == MDG_MEASURE_DIFFERENCE_POINTS)
    {
      if ((self->scope.measure != MDG_MEASURE_USAGE_RATE_ONLINE &&
           self->scope.measure != MDG_MEASURE_DIFFERENCE_POINTS) ||
          mdg_figures_get_areas (self->figures, self->scope.month, self->scope.facility_type,
                                 MDG_MEASURE_RANK, ranks) < MDG_N_PREFECTURES)
        return;
      for (MdgArea area = 1; area < MDG_N_AREAS; area++)
        {
          self->values[area].rank = (guint) mdg_decimal_to_double (ranks[area]->value);
          if (self->values[area].rank == 1)
            self->first = area;
          if (self->values[area].rank == MDG_N_PREFECTURES)
            self->last = area;
        }
    }
  else
    for (guint i = 0; i < n; i++)
      {
        MdgMapValue *value = &self->values[order[i]];
        const MdgMapValue *before = i > 0 ? &self->values[order[i - 1]] : NULL;

        if (before != NULL &&
            mdg_decimal_compare (before->observation.value, value->observation.value) == 0)
          value->rank = before->rank;
        else
          value->rank = i + 1;
      }

  self->has_ranks = TRUE;
  for (MdgArea area = 1; area < MDG_N_AREAS; area++)
    {
      MdgMapValue *value = &self->values[area];

      if (value->rank <= MDG_MAP_N_EXTREMES)
        value->extreme = MDG_EXTREME_TOP;
      else if (value->rank > MDG_N_PREFECTURES - MDG_MAP_N_EXTREMES)
        value->extreme = MDG_EXTREME_BOTTOM;
    }
}

/**
 * mdg_map_scene_new:
 * @boundaries: the shapes
 * @figures: (nullable): the figures; without them no prefecture is known
 * @scope: what is shown, resolved against @figures; its area is the selected one
 * @options: (nullable): how it is shown, or %NULL for %MDG_MAP_OPTIONS_INIT
 *
 * Looks up, ranks and classifies the figures of a map.
 *
 * Returns: (transfer full): the map
 */
MdgMapScene *
mdg_map_scene_new (MdgBoundaries *boundaries,
                   MdgFigures *figures,
                   const MdgScope *scope,
                   const MdgMapOptions *options)
{
  return mdg_map_scene_new_after (NULL, boundaries, figures, scope, options);
}

/**
 * mdg_map_scene_new_after:
 * @before: (nullable): the map that was shown until now
 * @boundaries: the shapes
 * @figures: (nullable): the figures; without them no prefecture is known
 * @scope: what is shown, resolved against @figures; its area is the selected one
 * @options: (nullable): how it is shown, or %NULL for %MDG_MAP_OPTIONS_INIT
 *
 * The same as mdg_map_scene_new(), but the bounds of classes are those of @before where they would be
 * cut from the same figures in the same way: cutting them from all months takes longer than all the
 * rest.
 *
 * Returns: (transfer full): the map
 */
MdgMapScene *
mdg_map_scene_new_after (MdgMapScene *before,
                         MdgBoundaries *boundaries,
                         MdgFigures *figures,
                         const MdgScope *scope,
                         const MdgMapOptions *options)
{
  MdgMapScene *self = g_new0 (MdgMapScene, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->boundaries = mdg_boundaries_ref (boundaries);
  self->figures = figures != NULL ? mdg_figures_ref (figures) : NULL;
  self->scope = *scope;
  self->options = options != NULL ? *options : (MdgMapOptions) MDG_MAP_OPTIONS_INIT;
  self->first = MDG_AREA_NONE;
  self->last = MDG_AREA_NONE;

  look_up_values (self);
  look_up_changes (self);
  rank_areas (self);
  mdg_map_scene_classify (self, before);
  if (self->options.isolated >= (int) self->n_entries)
    self->options.isolated = -1;

  return self;
}

/**
 * mdg_map_scene_ref:
 * @self: a map
 *
 * Returns: (transfer full): @self
 */
MdgMapScene *
mdg_map_scene_ref (MdgMapScene *self)
{
  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * mdg_map_scene_unref:
 * @self: (transfer full): a map
 *
 * Drops a reference; the last frees @self.
 */
void
mdg_map_scene_unref (MdgMapScene *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  for (guint i = 0; i < self->n_entries; i++)
    g_free (self->entries[i].label);
  g_clear_pointer (&self->boundaries, mdg_boundaries_unref);
  g_clear_pointer (&self->figures, mdg_figures_unref);
  g_free (self);
}

/**
 * mdg_map_scene_get_boundaries:
 * @self: a map
 *
 * Returns: (transfer none): its shapes
 */
MdgBoundaries *
mdg_map_scene_get_boundaries (MdgMapScene *self)
{
  return self->boundaries;
}

/**
 * mdg_map_scene_get_scope:
 * @self: a map
 *
 * Returns: (transfer none): what it shows
 */
const MdgScope *
mdg_map_scene_get_scope (MdgMapScene *self)
{
  return &self->scope;
}

/**
 * mdg_map_scene_get_options:
 * @self: a map
 *
 * Returns: (transfer none): how it is shown
 */
const MdgMapOptions *
mdg_map_scene_get_options (MdgMapScene *self)
{
  return &self->options;
}

/**
 * mdg_map_scene_get_value:
 * @self: a map
 * @area: a prefecture, or %MDG_AREA_NATIONAL
 *
 * Returns: (transfer none): what the map knows of @area; the nation has no entry and no rank
 */
const MdgMapValue *
mdg_map_scene_get_value (MdgMapScene *self, MdgArea area)
{
  g_return_val_if_fail (area < MDG_N_AREAS, NULL);

  return &self->values[area];
}

/**
 * mdg_map_scene_get_n_known:
 * @self: a map
 *
 * Returns: how many prefectures have a figure, 0 to 47
 */
guint
mdg_map_scene_get_n_known (MdgMapScene *self)
{
  return self->n_known;
}

/**
 * mdg_map_scene_has_ranks:
 * @self: a map
 *
 * Returns: whether the prefectures can be ranked, without which none is marked as first or last
 */
gboolean
mdg_map_scene_has_ranks (MdgMapScene *self)
{
  return self->has_ranks;
}

/**
 * mdg_map_scene_get_n_entries:
 * @self: a map
 *
 * Returns: how many entries its legend has, at least 1
 */
guint
mdg_map_scene_get_n_entries (MdgMapScene *self)
{
  return self->n_entries;
}

/**
 * mdg_map_scene_get_entry:
 * @self: a map
 * @index: below the number of entries
 *
 * Returns: (transfer none): an entry of the legend
 */
const MdgMapEntry *
mdg_map_scene_get_entry (MdgMapScene *self, guint index)
{
  g_return_val_if_fail (index < self->n_entries, NULL);

  return &self->entries[index];
}

static gboolean
is_muted (MdgMapScene *self, MdgArea area)
{
  return self->options.isolated >= 0 && self->values[area].entry != (guint) self->options.isolated;
}

/**
 * mdg_map_scene_get_color:
 * @self: a map
 * @area: a prefecture
 *
 * Returns: the colour @area is filled with, or the ground below the hatch
 */
MdgColor
mdg_map_scene_get_color (MdgMapScene *self, MdgArea area)
{
  g_return_val_if_fail (mdg_area_is_prefecture (area), mdg_color_from_rgb (0));

  if (is_muted (self, area))
    return mdg_palette_get_role (self->options.palette, MDG_PALETTE_MUTED);

  return self->entries[self->values[area].entry].color;
}

/**
 * mdg_map_scene_is_hatched:
 * @self: a map
 * @area: a prefecture
 *
 * Returns: whether @area is hatched, because it has no figure
 */
gboolean
mdg_map_scene_is_hatched (MdgMapScene *self, MdgArea area)
{
  g_return_val_if_fail (mdg_area_is_prefecture (area), FALSE);

  return !self->values[area].known && !is_muted (self, area);
}

/**
 * mdg_map_scene_get_first:
 * @self: a map
 *
 * Returns: the prefecture of rank 1 or, without ranks, of the best value; or %MDG_AREA_NONE
 */
MdgArea
mdg_map_scene_get_first (MdgMapScene *self)
{
  return self->first;
}

/**
 * mdg_map_scene_get_last:
 * @self: a map
 *
 * Returns: the prefecture of the last rank or, without ranks, of the worst value; or
 *   %MDG_AREA_NONE
 */
MdgArea
mdg_map_scene_get_last (MdgMapScene *self)
{
  return self->last;
}

/**
 * mdg_map_scene_same_picture:
 * @self: a map
 * @other: another map
 *
 * Returns: whether mdg_map_scene_draw() paints the same for both, so that a picture of one need
 *   not be made again for the other
 */
gboolean
mdg_map_scene_same_picture (MdgMapScene *self, MdgMapScene *other)
{
  if (self == other)
    return TRUE;
  if (self->boundaries != other->boundaries || self->options.palette != other->options.palette)
    return FALSE;

  for (MdgArea area = 1; area < MDG_N_AREAS; area++)
    {
      MdgColor a = mdg_map_scene_get_color (self, area);
      MdgColor b = mdg_map_scene_get_color (other, area);

      if (a.red != b.red || a.green != b.green || a.blue != b.blue ||
          mdg_map_scene_is_hatched (self, area) != mdg_map_scene_is_hatched (other, area))
        return FALSE;
    }

  return TRUE;
}
