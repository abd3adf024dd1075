/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "draw/mdg-chart-builders.h"

#include <glib/gi18n.h>

#include "core/mdg-format.h"
#include "draw/mdg-chart-prefectures.h"
#include "draw/mdg-chart-strips.h"
#include "draw/mdg-chart-words.h"

typedef struct
{
  MdgDecimal value;
  MdgChartInk ink;
  const char *name;
} Reference;

/* What the prefectures have in common in the month that is shown. */
typedef struct
{
  MdgFigures *figures;
  MdgMonth month;
  GPtrArray *sorted;
  const MdgObservation *nation;
  gboolean has_quartiles;
  MdgDecimal quartiles[3];
} Data;

/* The value as it would be formatted for a figure that is printed. */
static char *
format_like (const MdgObservation *like, MdgDecimal value)
{
  MdgObservation derived = *like;

  derived.value = value;

  return mdg_format_value_full (&derived);
}

static void
add_references (MdgChartStrips *strips, const Data *data)
{
  Reference references[2];
  guint n_references = 0;

  if (data->nation != NULL)
    references[n_references++] =
      (Reference) { data->nation->value, MDG_CHART_INK_FOREGROUND,
                    mdg_area_get_label (MDG_AREA_NATIONAL, mdg_language_get ()) };
  if (data->has_quartiles)
    references[n_references++] =
      (Reference) { data->quartiles[1], MDG_CHART_INK_DIM, C_ ("chart reference", "Median") };
  if (n_references == 2 && mdg_decimal_compare (references[0].value, references[1].value) > 0)
    {
      Reference first = references[0];

      references[0] = references[1];
      references[1] = first;
    }

  for (guint i = 0; i < n_references; i++)
    {
      g_autofree char *value =
        format_like (g_ptr_array_index (data->sorted, 0), references[i].value);
      /* Translators: an area and its figure. */
      g_autofree char *label =
        g_strdup_printf (C_ ("chart reference", "%s %s"), references[i].name, value);

      mdg_chart_strips_add_reference (strips, mdg_decimal_to_double (references[i].value),
                                      references[i].ink, label);
    }
}

static void
add_dots (MdgChartStrips *strips,
          const Data *data,
          MdgArea selected,
          MdgChartTable *table,
          GPtrArray *notes)
{
  gboolean has_selection = FALSE;

  for (guint i = 0; i < data->sorted->len; i++)
    has_selection |=
      ((const MdgObservation *) g_ptr_array_index (data->sorted, i))->area == selected;

  mdg_chart_strips_add_strip (strips, NULL, NULL);
  for (guint i = 0; i < data->sorted->len; i++)
    {
      const MdgObservation *value = g_ptr_array_index (data->sorted, i);
      const char *name = mdg_area_get_label (value->area, mdg_language_get ());
      g_autofree char *text = mdg_chart_words_describe_as (value, name);
      g_autofree char *number = mdg_format_value_full (value);
      g_autofree char *label = g_strdup_printf (C_ ("chart reference", "%s %s"), name, number);
      gboolean is_end = i == 0 || i == data->sorted->len - 1;
      guint point = mdg_chart_scene_add_point (
        MDG_CHART_SCENE (strips), mdg_area_get_code (value->area), name, text, NULL, 0, (int) i);

      mdg_chart_strips_add_dot (
        strips, mdg_decimal_to_double (value->value),
        value->area == selected || !has_selection ? MDG_CHART_INK_ACCENT
                                                  : MDG_CHART_INK_ACCENT_SOFT,
        value->area == selected, is_end || value->area == selected ? label : NULL, point);
      mdg_chart_words_add_row (table, data->figures, name, value);
      mdg_chart_words_note_doubts (notes, value);
    }
}

static void
add_quartile_rows (MdgChartTable *table, const Data *data)
{
  const char *names[] = { C_ ("chart table", "First quartile"), C_ ("chart table", "Median"),
                          C_ ("chart table", "Third quartile") };
  g_autofree char *month = mdg_format_month (data->month);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *value =
        format_like (g_ptr_array_index (data->sorted, 0), data->quartiles[i]);

      mdg_chart_table_add_row (table, names[i], month, value,
                               mdg_quality_get_label (MDG_QUALITY_DERIVED), "",
                               _ ("Computed from the figures of the prefectures"), NULL);
    }
}

static void
append_selected (GString *out, const Data *data, MdgArea selected)
{
  for (guint i = 0; i < data->sorted->len; i++)
    {
      const MdgObservation *value = g_ptr_array_index (data->sorted, i);
      g_autofree char *number = NULL;
      guint n_below = 0;
      guint n_above = 0;

      if (value->area != selected)
        continue;
      for (guint j = 0; j < data->sorted->len; j++)
        {
          const MdgObservation *other = g_ptr_array_index (data->sorted, j);
          int order = mdg_decimal_compare (other->value, value->value);

          n_below += order < 0;
          n_above += order > 0;
        }
      number = mdg_format_value_full (value);
      /* Translators: a prefecture, its figure, and how many others have a lower or a higher one. */
      g_string_append_printf (out, _ (" %s: %s, with %u prefectures lower and %u higher."),
                              mdg_area_get_label (selected, mdg_language_get ()), number, n_below,
                              n_above);
    }
}

static char *
describe (const Data *data, const char *month, MdgArea selected)
{
  GString *out = g_string_new (NULL);
  MdgLanguage language = mdg_language_get ();

  if (data->sorted->len == 0)
    return g_string_free_and_steal (out);

  {
    const MdgObservation *first = g_ptr_array_index (data->sorted, 0);
    const MdgObservation *last = g_ptr_array_index (data->sorted, data->sorted->len - 1);
    g_autofree char *low = mdg_format_value_full (first);
    g_autofree char *high = mdg_format_value_full (last);

    g_string_append_printf (out,
                            _ ("Dot strip of %u of 47 prefectures in %s, from %s with %s to %s "
                               "with %s."),
                            data->sorted->len, month, mdg_area_get_label (first->area, language),
                            low, mdg_area_get_label (last->area, language), high);
    if (data->has_quartiles)
      {
        g_autofree char *quarter = format_like (first, data->quartiles[0]);
        g_autofree char *median = format_like (first, data->quartiles[1]);
        g_autofree char *three = format_like (first, data->quartiles[2]);

        g_string_append_printf (out, _ (" Median: %s. The middle half lies between %s and %s."),
                                median, quarter, three);
      }
    if (data->nation != NULL)
      {
        g_autofree char *value = mdg_format_value_full (data->nation);

        g_string_append_printf (out, _ (" The nation: %s."), value);
      }
  }
  append_selected (out, data, selected);

  return g_string_free_and_steal (out);
}

static char *
define (MdgMeasure measure)
{
  g_autofree char *definition = mdg_chart_words_define (&measure, 1);

  return g_strconcat (definition, "\n\n",
                      _ ("The median and the quartiles are computed from the figures of the "
                         "prefectures, each of which counts once, however large it is. The "
                         "nation’s figure is the ministry’s own."),
                      NULL);
}

/**
 * mdg_chart_distribution_new:
 * @figures: the figures
 * @month: a month, or %MDG_MONTH_NONE for the newest in which most prefectures are known
 * @measure: a measure
 * @facility_type: a facility type
 * @selected: a prefecture to emphasise, or %MDG_AREA_NONE
 *
 * Draws a dot for each prefecture that is known in that month on one scale, with lines at the
 * nation's figure and the median, and the middle half shaded. Points have the area's code as id
 * ("07"), the lowest first.
 *
 * Returns: (transfer full): a scene
 */
MdgChartScene *
mdg_chart_distribution_new (MdgFigures *figures,
                            MdgMonth month,
                            MdgMeasure measure,
                            MdgFacilityType facility_type,
                            MdgArea selected)
{
  MdgChartStrips *strips = mdg_chart_strips_new (measure);
  g_autoptr (MdgChartTable) table = mdg_chart_words_new_table (C_ ("chart table", "Area"));
  g_autoptr (GPtrArray) notes = g_ptr_array_new_null_terminated (4, g_free, TRUE);
  g_autoptr (GPtrArray) sorted = NULL;
  g_autofree char *month_name = NULL;
  g_autofree char *subtitle = NULL;
  g_autofree char *description = NULL;
  Data data = { .figures = figures, .month = month };

  if (month == MDG_MONTH_NONE)
    data.month = mdg_chart_prefectures_find_month (figures, measure, facility_type);
  data.sorted = sorted =
    mdg_chart_prefectures_sort (figures, data.month, measure, facility_type, MDG_REGION_NONE);
  data.nation = mdg_chart_prefectures_find_nation (figures, data.month, measure, facility_type);
  data.has_quartiles = mdg_chart_prefectures_get_quartile (sorted, 1, &data.quartiles[0]) &&
                       mdg_chart_prefectures_get_quartile (sorted, 2, &data.quartiles[1]) &&
                       mdg_chart_prefectures_get_quartile (sorted, 3, &data.quartiles[2]);

  month_name = mdg_format_month (data.month);
  /* The name of a rate says its basis. */
  subtitle = mdg_chart_words_join (mdg_measure_get_label (measure),
                                   mdg_facility_type_get_label (facility_type), month_name, NULL);
  description = describe (&data, month_name, selected);

  if (sorted->len > 0)
    {
      add_references (strips, &data);
      add_dots (strips, &data, selected, table, notes);
    }
  if (data.has_quartiles)
    {
      mdg_chart_strips_set_band (strips, mdg_decimal_to_double (data.quartiles[0]),
                                 mdg_decimal_to_double (data.quartiles[2]));
      mdg_chart_legend_add_block (mdg_chart_strips_get_legend (strips), MDG_CHART_INK_TRACK,
                                  MDG_CHART_FILL_SOLID,
                                  C_ ("chart legend", "Middle half of the prefectures"));
      add_quartile_rows (table, &data);
    }
  if (sorted->len > 0 && data.nation != NULL)
    {
      mdg_chart_words_add_row (
        table, figures, mdg_area_get_label (MDG_AREA_NATIONAL, mdg_language_get ()), data.nation);
      mdg_chart_words_note_doubts (notes, data.nation);
    }

  mdg_chart_scene_set_texts (MDG_CHART_SCENE (strips), _ ("Distribution of the Prefectures"),
                             subtitle, description);
  mdg_chart_scene_take_definition (MDG_CHART_SCENE (strips), define (measure));
  mdg_chart_words_take_notes (MDG_CHART_SCENE (strips), notes);
  mdg_chart_scene_take_table (MDG_CHART_SCENE (strips), g_steal_pointer (&table));

  return MDG_CHART_SCENE (strips);
}
