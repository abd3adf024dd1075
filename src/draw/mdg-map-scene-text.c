/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/mdg-map-scene-private.h"

#include <glib/gi18n.h>

#include "core/mdg-format.h"

/* As the licence asks for it (CC BY 4.0), in the language of the source: it is a citation. */
#define CREDIT                                                                  \
  "「国土数値情報（行政区域データ）」（国土交通省）を加工して作成（デジタル庁 " \
  "policy-dashboard-assets v1.0.0、CC BY 4.0）"

char *
mdg_map_scene_format_range (MdgMeasure measure, MdgDecimal lowest, MdgDecimal highest)
{
  g_autofree char *low = mdg_format_value_short (measure, lowest);
  g_autofree char *high = mdg_format_value_short (measure, highest);
  const char *unit = "";

  if (mdg_measure_get_unit (measure) == MDG_UNIT_PERCENT)
    unit = "%";

  if (g_str_equal (low, high))
    return g_strconcat (low, unit, NULL);
  /* Beside a sign, a dash without spaces would look like another one. */
  if (mdg_measure_get_unit (measure) == MDG_UNIT_POINTS)
    return g_strconcat (low, " – ", high, unit, NULL);

  return g_strconcat (low, "–", high, unit, NULL);
}

char *
mdg_map_scene_format_end (MdgMeasure measure, MdgDecimal bound, gboolean above)
{
  g_autofree char *number = mdg_map_scene_format_range (measure, bound, bound);

  /* Translators: the last class of a map's legend, above a bound such as "50%". */
  if (above)
    return g_strdup_printf (C_ ("map legend", "over %s"), number);

  /* Translators: the first class of a map's legend, up to and with a bound such as "30%". */
  return g_strdup_printf (C_ ("map legend", "%s or less"), number);
}

static void
append_line (GString *text, const char *line)
{
  if (text->len > 0)
    g_string_append_c (text, '\n');
  g_string_append (text, line);
}

static void
append_part (GString *text, const char *part)
{
  if (text->len > 0)
    g_string_append (text, C_ ("between facts about a prefecture", ", "));
  g_string_append (text, part);
}

static char *
format_rank (const MdgMapValue *value)
{
  g_autofree char *rank = mdg_format_rank (value->rank);

  /* Translators: a rank, such as "7th". */
  return g_strdup_printf (_ ("%s of 47"), rank);
}

static char *
format_change (const MdgMapValue *value)
{
  g_autofree char *points = mdg_format_points (value->change);

  /* Translators: a difference, such as "+1.20 pt". */
  return g_strdup_printf (_ ("%s from the month before"), points);
}

/* How far the figure is to be trusted, and what is doubtful in it. */
static void
append_trust (GString *text,
              const MdgMapValue *value,
              void (*append) (GString *text, const char *part))
{
  append (text, mdg_quality_get_label (value->observation.quality));
  if (value->observation.doubt != MDG_DOUBT_NONE)
    append (text, mdg_doubt_get_description (value->observation.doubt));
}

static void
append_rank_and_trust (GString *text,
                       const MdgMapValue *value,
                       void (*append) (GString *text, const char *part))
{
  if (value->rank > 0)
    {
      g_autofree char *rank = format_rank (value);

      append (text, rank);
    }
  if (value->known)
    append_trust (text, value, append);
}

/**
 * mdg_map_scene_dup_title:
 * @self: a map
 *
 * Returns: (transfer full): what is shown, with its basis, such as "Usage rate (online basis)"
 */
char *
mdg_map_scene_dup_title (MdgMapScene *self)
{
  return g_strdup (mdg_measure_get_label (self->scope.measure));
}

/**
 * mdg_map_scene_dup_subtitle:
 * @self: a map
 *
 * Returns: (transfer full): when and where, such as "October 2025 · All facilities"
 */
char *
mdg_map_scene_dup_subtitle (MdgMapScene *self)
{
  g_autofree char *month = mdg_format_month (self->scope.month);

  return g_strdup_printf ("%s · %s", month,
                          mdg_facility_type_get_label (self->scope.facility_type));
}

/**
 * mdg_map_scene_dup_source:
 * @self: a map
 *
 * Names the publications that the figures of the map come from, and how many figures are of which
 * quality.
 *
 * Returns: (transfer full) (nullable): them, or %NULL if no prefecture has a figure
 */
char *
mdg_map_scene_dup_source (MdgMapScene *self)
{
  guint counts[MDG_N_QUALITIES] = { 0 };
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (MdgArea area = 1; area < MDG_N_AREAS; area++)
    {
      guint index = self->values[area].observation.edition;
      MdgEdition *edition;

      if (!self->values[area].known)
        continue;
      counts[self->values[area].observation.quality]++;
      if (!g_hash_table_add (seen, GUINT_TO_POINTER (index + 1)))
        continue;

      edition = mdg_figures_get_edition (self->figures, index);
      if (text->len > 0)
        g_string_append (text, C_ ("between sources", "; "));
      g_string_append (text, edition->title);
      if (edition->published != MDG_DAY_NONE)
        {
          g_autofree char *day = mdg_format_day (edition->published);

          g_string_append_printf (text, C_ ("day of a publication", " (%s)"), day);
        }
    }
  for (int i = MDG_N_QUALITIES - 1; i >= 0; i--)
    if (counts[i] > 0)
      g_string_append_printf (text, " · %s %u", mdg_quality_get_label (i), counts[i]);

  return text->len > 0 ? g_string_free_and_steal (g_steal_pointer (&text)) : NULL;
}

/**
 * mdg_map_scene_dup_range:
 * @self: a map
 *
 * Returns: (transfer full) (nullable): the least and the greatest figure, such as "23.96–54.71%", or
 *   %NULL if no prefecture has a figure
 */
char *
mdg_map_scene_dup_range (MdgMapScene *self)
{
  MdgDecimal lowest = { 0 };
  MdgDecimal highest = { 0 };
  gboolean found = FALSE;

  for (guint i = 0; i < self->n_entries; i++)
    {
      const MdgMapEntry *entry = &self->entries[i];

      if (entry->hatched || entry->n_areas == 0)
        continue;
      if (!found || mdg_decimal_compare (entry->lowest, lowest) < 0)
        lowest = entry->lowest;
      if (!found || mdg_decimal_compare (entry->highest, highest) > 0)
        highest = entry->highest;
      found = TRUE;
    }

  return found ? mdg_map_scene_format_range (self->scope.measure, lowest, highest) : NULL;
}

/**
 * mdg_map_scene_dup_value_text:
 * @self: a map
 * @area: a prefecture, or %MDG_AREA_NATIONAL
 *
 * Returns: (transfer full): the figure with its unit, or "No data"
 */
char *
mdg_map_scene_dup_value_text (MdgMapScene *self, MdgArea area)
{
  g_return_val_if_fail (area < MDG_N_AREAS, NULL);

  if (!self->values[area].known)
    return g_strdup (C_ ("map legend", "No data"));

  return mdg_format_value_full (&self->values[area].observation);
}

/**
 * mdg_map_scene_dup_area_text:
 * @self: a map
 * @area: a prefecture
 *
 * What a screen reader says after the name.
 *
 * Returns: (transfer full): figure, rank, change, class and quality, such as "44.56%, 7th of 47,
 *   +1.20 pt from the month before, class 4 of 5: 41.91–44.66%, Verified"
 */
char *
mdg_map_scene_dup_area_text (MdgMapScene *self, MdgArea area)
{
  g_autoptr (GString) text = NULL;
  const MdgMapValue *value;

  g_return_val_if_fail (mdg_area_is_prefecture (area), NULL);

  value = &self->values[area];
  text = g_string_new_take (mdg_map_scene_dup_value_text (self, area));
  if (value->known)
    {
      guint n_classes = self->n_entries - self->entries[self->n_entries - 1].hatched;
      g_autofree char *class_text = NULL;

      if (value->rank > 0)
        {
          g_autofree char *rank = format_rank (value);

          append_part (text, rank);
        }
      if (value->has_change)
        {
          g_autofree char *change = format_change (value);

          append_part (text, change);
        }
      /* Translators: a class of the map's legend, counted from the lowest, and its bounds. */
      class_text = g_strdup_printf (_ ("class %u of %u: %s"), value->entry + 1, n_classes,
                                    self->entries[value->entry].label);
      append_part (text, class_text);
      append_trust (text, value, append_part);
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}

/**
 * mdg_map_scene_dup_reading:
 * @self: a map
 * @area: a prefecture
 *
 * What is read off the map at a prefecture, in as little room as there is beside the map.
 *
 * Returns: (transfer full): figure and change as the ministry prints them, rank and quality, such as
 *   "44.56% (+1.20 pt), 7th of 47, Verified"
 */
char *
mdg_map_scene_dup_reading (MdgMapScene *self, MdgArea area)
{
  g_autoptr (GString) text = NULL;
  const MdgMapValue *value;

  g_return_val_if_fail (mdg_area_is_prefecture (area), NULL);

  value = &self->values[area];
  text = g_string_new_take (mdg_map_scene_dup_value_text (self, area));
  if (value->has_change)
    {
      g_autofree char *points = mdg_format_points (value->change);

      /* Translators: a difference, such as "+1.20 pt", after the figure. */
      g_string_append_printf (text, C_ ("map reading", " (%s)"), points);
    }
  append_rank_and_trust (text, value, append_part);

  return g_string_free_and_steal (g_steal_pointer (&text));
}

/**
 * mdg_map_scene_dup_tooltip:
 * @self: a map
 * @area: a prefecture
 *
 * Returns: (transfer full): name, figure, change, rank and quality, each on a line
 */
char *
mdg_map_scene_dup_tooltip (MdgMapScene *self, MdgArea area)
{
  g_autoptr (GString) text = NULL;
  g_autofree char *number = NULL;
  const MdgMapValue *value;

  g_return_val_if_fail (mdg_area_is_prefecture (area), NULL);

  value = &self->values[area];
  text = g_string_new (mdg_area_get_label (area, mdg_language_get ()));
  number = mdg_map_scene_dup_value_text (self, area);
  append_line (text, number);
  if (value->has_change)
    {
      g_autofree char *change = format_change (value);

      append_line (text, change);
    }
  append_rank_and_trust (text, value, append_line);

  return g_string_free_and_steal (g_steal_pointer (&text));
}

/**
 * mdg_map_scene_dup_summary:
 * @self: a map
 *
 * What a screen reader says when another map is shown.
 *
 * Returns: (transfer full): title, month, facility type and how much is known
 */
char *
mdg_map_scene_dup_summary (MdgMapScene *self)
{
  g_autofree char *title = mdg_map_scene_dup_title (self);
  g_autofree char *subtitle = mdg_map_scene_dup_subtitle (self);

  if (self->n_known == MDG_N_PREFECTURES)
    return g_strdup_printf ("%s · %s", title, subtitle);

  /* Translators: title and subtitle of the map, and for how many of 47 prefectures. */
  return g_strdup_printf (_ ("%s · %s; figures for %u of 47 prefectures"), title, subtitle,
                          self->n_known);
}

/**
 * mdg_map_get_credit:
 *
 * Returns: the line that must stand beside every map, by the licence of the boundaries
 */
const char *
mdg_map_get_credit (void)
{
  return CREDIT;
}
