/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/mdg-map-scene-private.h"

#include <glib/gi18n.h>

#include "core/mdg-format.h"

static guint
collect_values (MdgMapScene *self, MdgDecimal values[MDG_N_PREFECTURES])
{
  guint n = 0;

  for (MdgArea area = 1; area < MDG_N_AREAS; area++)
    if (self->values[area].known)
      values[n++] = self->values[area].observation.value;

  return n;
}

/* Where nothing can be calculated with figures, which no printed ones can bring about, they are all
 * of one class. */
static void
use_one_class (MdgMapScene *self)
{
  gboolean found = FALSE;

  self->classes = (MdgClasses) { .n_classes = 1 };
  for (MdgArea area = 1; area < MDG_N_AREAS; area++)
    {
      MdgDecimal value = self->values[area].observation.value;

      if (!self->values[area].known)
        continue;
      if (!found || mdg_decimal_compare (value, self->classes.bounds[0]) < 0)
        self->classes.bounds[0] = value;
      if (!found || mdg_decimal_compare (value, self->classes.bounds[1]) > 0)
        self->classes.bounds[1] = value;
      found = TRUE;
    }
}

static void
add_value (MdgMapScene *self, MdgMapValue *value)
{
  MdgDecimal number = value->observation.value;
  int index = mdg_classes_find (&self->classes, number);
  MdgMapEntry *entry;

  value->entry = (guint) MAX (index, 0);
  self->classes.counts[value->entry]++;
  entry = &self->entries[value->entry];
  if (entry->n_areas == 0 || mdg_decimal_compare (number, entry->lowest) < 0)
    entry->lowest = number;
  if (entry->n_areas == 0 || mdg_decimal_compare (number, entry->highest) > 0)
    entry->highest = number;
  entry->n_areas++;
}

static gboolean
has_same_bounds (MdgMapScene *self, MdgMapScene *other)
{
  return other->has_cut_classes && other->figures == self->figures &&
         mdg_class_options_equal (&other->options.classes, &self->options.classes) &&
         mdg_class_options_pool_equal (&self->options.classes, &other->scope, &self->scope);
}

static void
cut_classes (MdgMapScene *self, MdgMapScene *before)
{
  self->has_cut_classes = TRUE;
  if (before != NULL && has_same_bounds (self, before))
    {
      self->classes = before->classes;
      return;
    }

  self->has_cut_classes =
    mdg_class_options_compute (&self->options.classes, self->figures, &self->scope, &self->classes);
  if (!self->has_cut_classes)
    use_one_class (self);
}

static void
add_classes (MdgMapScene *self, MdgMapScene *before)
{
  if (self->n_known == 0)
    return;

  cut_classes (self, before);

  self->n_entries = self->classes.n_classes;
  for (guint i = 0; i < self->n_entries; i++)
    {
      self->entries[i].lower = self->classes.bounds[i];
      self->entries[i].upper = self->classes.bounds[i + 1];
      self->classes.counts[i] = 0;
    }
  for (MdgArea area = 1; area < MDG_N_AREAS; area++)
    if (self->values[area].known)
      add_value (self, &self->values[area]);
}

/* A class that holds no prefecture has no figures to show. */
static void
drop_empty_entries (MdgMapScene *self)
{
  guint new_index[MDG_MAX_CLASSES + 1];
  guint n = 0;

  for (guint i = 0; i < self->n_entries; i++)
    {
      new_index[i] = n;
      if (self->entries[i].n_areas > 0)
        self->entries[n++] = self->entries[i];
    }
  self->n_entries = n;

  for (MdgArea area = 1; area < MDG_N_AREAS; area++)
    if (self->values[area].known)
      self->values[area].entry = new_index[self->values[area].entry];
}

static gboolean
is_below_zero (const MdgMapEntry *entry)
{
  return entry->upper.digits < 0 || (entry->upper.digits == 0 && entry->lower.digits < 0);
}

static const gint64 powers_of_ten[] = { 1, 10, 100, 1000, 10000, 100000, 1000000 };

/* No figure lies between a bound and what is left of it, so that both decide the same. */
static MdgDecimal
cut_down (MdgDecimal value, guint8 decimals)
{
  gint64 scale;
  gint64 digits;

  if (value.decimals <= decimals)
    return value;
  if (value.decimals - decimals >= (int) G_N_ELEMENTS (powers_of_ten))
    return value;

  scale = powers_of_ten[value.decimals - decimals];
  digits = value.digits / scale;
  if (value.digits % scale < 0)
    digits--;

  return MDG_DECIMAL (digits, decimals);
}

/* Chosen bounds are open to both sides. */
static gboolean
has_open_ends (MdgMapScene *self)
{
  const MdgClassOptions *options = &self->options.classes;

  return options->method == MDG_CLASS_METHOD_USER_BREAKS &&
         options->breaks[mdg_measure_get_unit (self->scope.measure)].n > 0 &&
         self->classes.n_classes > 1;
}

/* Bounds are written as finely as the figures, but round ones without zeros behind the point. */
static void
cut_bounds (MdgMapScene *self, MdgDecimal bounds[MDG_MAX_CLASSES + 1])
{
  guint8 decimals = 0;
  guint8 needed = 0;

  for (MdgArea area = 1; area < MDG_N_AREAS; area++)
    if (self->values[area].known)
      decimals = MAX (decimals, self->values[area].observation.value.decimals);

  for (guint i = 0; i <= self->classes.n_classes; i++)
    {
      gboolean is_open = has_open_ends (self) && (i == 0 || i == self->classes.n_classes);
      MdgDecimal shorter;

      bounds[i] = cut_down (self->classes.bounds[i], decimals);
      while (!is_open && bounds[i].decimals > needed &&
             mdg_decimal_rescale (bounds[i], bounds[i].decimals - 1, &shorter))
        bounds[i] = shorter;
      if (!is_open)
        needed = MAX (needed, bounds[i].decimals);
    }
  for (guint i = 0; i <= self->classes.n_classes; i++)
    mdg_decimal_rescale (bounds[i], needed, &bounds[i]);
}

static char *
create_label (MdgMapScene *self, guint index, const MdgDecimal bounds[MDG_MAX_CLASSES + 1])
{
  const MdgClassOptions *options = &self->options.classes;
  const MdgMapEntry *entry = &self->entries[index];
  MdgMeasure measure = self->scope.measure;

  if (!mdg_class_options_shows_bounds (options))
    return mdg_map_scene_format_range (measure, entry->lowest, entry->highest);

  if (has_open_ends (self))
    {
      if (index == 0)
        return mdg_map_scene_format_end (measure, bounds[1], FALSE);
      if (index == self->n_entries - 1)
        return mdg_map_scene_format_end (measure, bounds[index], TRUE);
    }

  return mdg_map_scene_format_range (measure, bounds[index], bounds[index + 1]);
}

static void
color_entries (MdgMapScene *self)
{
  MdgPaletteMode palette = self->options.palette;
  gboolean signed_values = mdg_measure_get_unit (self->scope.measure) == MDG_UNIT_POINTS;
  gboolean reversed =
    mdg_measure_get_direction (self->scope.measure) == MDG_DIRECTION_LOWER_IS_BETTER;
  MdgDecimal bounds[MDG_MAX_CLASSES + 1] = { 0 };
  guint n = self->n_entries;
  guint n_below = 0;

  cut_bounds (self, bounds);
  for (guint i = 0; i < n; i++)
    n_below += is_below_zero (&self->entries[i]);

  for (guint i = 0; i < n; i++)
    {
      MdgMapEntry *entry = &self->entries[i];

      entry->color = signed_values ? mdg_palette_get_diverging (palette, i, n_below, n - n_below)
                                   : mdg_palette_get_sequential (self->options.scheme, palette,
                                                                 reversed ? n - 1 - i : i, n);
      entry->label = create_label (self, i, bounds);
    }
}

/* Of two maps on the same scale, the legends have the same entries. */
static gboolean
has_companion_gaps (MdgMapScene *self)
{
  const MdgScope *companion = &self->options.classes.companion;
  const MdgObservation *observations[MDG_N_AREAS] = { NULL };

  return self->figures != NULL &&
         mdg_class_options_has_companion (&self->options.classes, self->scope.measure) &&
         mdg_figures_get_areas (self->figures, companion->month, companion->facility_type,
                                companion->measure, observations) < MDG_N_PREFECTURES;
}

static void
add_no_data_entry (MdgMapScene *self)
{
  if (self->n_known == MDG_N_PREFECTURES && !has_companion_gaps (self))
    return;

  for (MdgArea area = 1; area < MDG_N_AREAS; area++)
    if (!self->values[area].known)
      self->values[area].entry = self->n_entries;

  self->entries[self->n_entries++] = (MdgMapEntry) {
    .color = mdg_palette_get_role (self->options.palette, MDG_PALETTE_NO_DATA),
    .hatched = TRUE,
    .n_areas = MDG_N_PREFECTURES - self->n_known,
    .label = g_strdup (C_ ("map legend", "No data")),
  };
}

void
mdg_map_scene_classify (MdgMapScene *self, MdgMapScene *before)
{
  add_classes (self, before);
  if (!mdg_class_options_shows_bounds (&self->options.classes))
    drop_empty_entries (self);
  color_entries (self);
  add_no_data_entry (self);
}

/**
 * mdg_map_scene_get_classes:
 * @self: a map
 *
 * Returns: (transfer none): its classes, with the counts of its prefectures
 */
const MdgClasses *
mdg_map_scene_get_classes (MdgMapScene *self)
{
  return &self->classes;
}

/**
 * mdg_map_scene_get_goodness:
 * @self: a map
 * @goodness: (out): the goodness of variance fit of the figures that are shown
 *
 * Returns: whether it is known
 */
gboolean
mdg_map_scene_get_goodness (MdgMapScene *self, MdgDecimal *goodness)
{
  MdgDecimal values[MDG_N_PREFECTURES];
  guint n = collect_values (self, values);

  return n > 0 && mdg_classes_get_goodness (&self->classes, values, n, goodness);
}

/**
 * mdg_map_scene_dup_scale_note:
 * @self: a map
 *
 * Returns: (transfer full) (nullable): that the classes are those of other maps too, or %NULL if
 *   they are of this one alone
 */
char *
mdg_map_scene_dup_scale_note (MdgMapScene *self)
{
  MdgClassPool pool = self->options.classes.pool;

  if (mdg_class_options_has_companion (&self->options.classes, self->scope.measure))
    return g_strdup (_ ("Same scale on both maps"));
  if (pool == (MDG_CLASS_POOL_MONTHS | MDG_CLASS_POOL_FACILITY_TYPES))
    return g_strdup (_ ("Same scale for all months and facility types"));
  if (pool & MDG_CLASS_POOL_MONTHS)
    return g_strdup (_ ("Same scale for all months"));
  if (pool & MDG_CLASS_POOL_FACILITY_TYPES)
    return g_strdup (_ ("Same scale for all facility types"));

  return NULL;
}

/**
 * mdg_map_scene_get_breaks:
 * @self: a map
 * @breaks: (out): the bounds between its classes, as finely as the figures are written
 *
 * Gets what somebody can start from who chooses bounds.
 *
 * Returns: whether there are enough bounds to choose them
 */
gboolean
mdg_map_scene_get_breaks (MdgMapScene *self, MdgClassBreaks *breaks)
{
  MdgDecimal bounds[MDG_MAX_CLASSES + 1] = { 0 };

  g_return_val_if_fail (breaks != NULL, FALSE);

  *breaks = (MdgClassBreaks) { 0 };
  if (self->n_known == 0)
    return FALSE;

  cut_bounds (self, bounds);
  for (guint i = 1; i < self->classes.n_classes; i++)
    if (breaks->n == 0 || mdg_decimal_compare (breaks->values[breaks->n - 1], bounds[i]) < 0)
      breaks->values[breaks->n++] = bounds[i];

  return breaks->n >= MDG_MIN_CLASSES - 1;
}

/**
 * mdg_map_scene_dup_axis_end:
 * @self: a map
 * @upper: whether the upper end is wanted
 *
 * Returns: (transfer full) (nullable): the first or last bound, where the axis of the histogram
 *   begins or ends, or %NULL if no prefecture has a figure
 */
char *
mdg_map_scene_dup_axis_end (MdgMapScene *self, gboolean upper)
{
  MdgDecimal bounds[MDG_MAX_CLASSES + 1] = { 0 };
  MdgDecimal end;

  if (self->n_known == 0)
    return NULL;

  cut_bounds (self, bounds);
  end = bounds[upper ? self->classes.n_classes : 0];

  return mdg_map_scene_format_range (self->scope.measure, end, end);
}

/**
 * mdg_map_scene_dup_method_note:
 * @self: a map
 *
 * Returns: (transfer full) (nullable): how the classes were cut and how well they fit, such as
 *   "Equal Counts, goodness of variance fit 0.931", or %NULL if no prefecture has a figure
 */
char *
mdg_map_scene_dup_method_note (MdgMapScene *self)
{
  g_autofree char *number = NULL;
  MdgDecimal goodness;

  if (!mdg_map_scene_get_goodness (self, &goodness))
    return NULL;

  number = mdg_format_decimal (goodness, FALSE);

  /* Translators: how classes were cut, and a number from 0 to 1. */
  return g_strdup_printf (_ ("%s, goodness of variance fit %s"),
                          mdg_class_method_get_label (self->options.classes.method), number);
}
