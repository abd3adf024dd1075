/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "draw/mdg-chart-builders.h"

#include <glib/gi18n.h>

#include "core/mdg-format.h"
#include "core/mdg-ratio.h"
#include "draw/mdg-chart-prefectures.h"
#include "draw/mdg-chart-strips.h"
#include "draw/mdg-chart-words.h"

static void
add_dots (MdgChartStrips *strips,
          MdgFigures *figures,
          GPtrArray *sorted,
          MdgRegion region,
          MdgArea selected,
          gboolean has_selection,
          MdgChartTable *table,
          GPtrArray *notes)
{
  const char *region_name = mdg_region_get_label (region, mdg_language_get ());

  for (guint i = 0; i < sorted->len; i++)
    {
      const MdgObservation *value = g_ptr_array_index (sorted, i);
      const char *name = mdg_area_get_label (value->area, mdg_language_get ());
      g_autofree char *text = mdg_chart_words_describe_as (value, name);
      g_autofree char *number = mdg_format_value_full (value);
      /* Translators: an area and its figure. */
      g_autofree char *label = g_strdup_printf (C_ ("chart reference", "%s %s"), name, number);
      gboolean is_selected = value->area == selected;
      guint point =
        mdg_chart_scene_add_point (MDG_CHART_SCENE (strips), mdg_area_get_code (value->area), name,
                                   text, region_name, (int) region, (int) i);

      mdg_chart_strips_add_dot (strips, mdg_decimal_to_double (value->value),
                                is_selected || !has_selection ? MDG_CHART_INK_ACCENT
                                                              : MDG_CHART_INK_ACCENT_SOFT,
                                is_selected, is_selected ? label : NULL, point);
      mdg_chart_words_add_row (table, figures, name, value);
      mdg_chart_words_note_doubts (notes, value);
    }
}

/* The publications and pages of the counts of a region's prefectures. */
static char *
dup_sources (MdgFigures *figures, MdgMonth month, MdgFacilityType facility_type, MdgRegion region)
{
  static const MdgMeasure counts[] = { MDG_MEASURE_MNC_COUNT, MDG_MEASURE_VERIFICATION_COUNT };
  GString *sources = g_string_new (NULL);

  for (guint area = 1; area < MDG_N_AREAS; area++)
    for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
      {
        const MdgObservation *count =
          mdg_area_get_region ((MdgArea) area) == region
            ? mdg_figures_lookup (figures, month, MDG_DAY_NONE, (MdgArea) area, facility_type,
                                  counts[i])
            : NULL;
        g_autofree char *source =
          count != NULL ? mdg_chart_words_dup_edition (figures, count) : NULL;

        if (source != NULL)
          mdg_chart_words_add_source (sources, source);
      }

  return g_string_free_and_steal (sources);
}

static void
add_pooled (MdgChartStrips *strips,
            MdgFigures *figures,
            MdgMonth month,
            MdgFacilityType facility_type,
            MdgRegion region,
            MdgDecimal rate,
            int column,
            MdgChartTable *table)
{
  const char *name = mdg_region_get_label (region, mdg_language_get ());
  g_autofree char *id = g_strdup_printf ("region/%d", (int) region);
  g_autofree char *value = mdg_format_percent (rate);
  g_autofree char *month_name = mdg_format_month (month);
  /* Translators: a region, the month, and its rate. */
  g_autofree char *text = g_strdup_printf (
    C_ ("chart point", "%s, %s: %s (online basis), all its prefectures together. %s."), name,
    month_name, value, mdg_quality_get_label (MDG_QUALITY_DERIVED));
  /* Translators: a region with all its prefectures. */
  g_autofree char *row = g_strdup_printf (C_ ("chart table", "%s together"), name);
  g_autofree char *sources = dup_sources (figures, month, facility_type, region);
  guint point = mdg_chart_scene_add_point (MDG_CHART_SCENE (strips), id, name, text, name,
                                           (int) region, column);

  mdg_chart_strips_add_sum (strips, mdg_decimal_to_double (rate), point);
  mdg_chart_table_add_row (table, row, month_name, value,
                           mdg_quality_get_label (MDG_QUALITY_DERIVED), "", sources, NULL);
}

/* Returns whether the region has a rate of its own. */
static gboolean
add_region (MdgChartStrips *strips,
            MdgFigures *figures,
            MdgMonth month,
            MdgMeasure measure,
            MdgFacilityType facility_type,
            MdgRegion region,
            MdgArea selected,
            gboolean has_selection,
            MdgChartTable *table,
            GPtrArray *notes,
            GString *summary)
{
  g_autoptr (GPtrArray) sorted =
    mdg_chart_prefectures_sort (figures, month, measure, facility_type, region);
  const char *name = mdg_region_get_label (region, mdg_language_get ());
  g_autofree char *caption = NULL;
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;
  gboolean has_rate;
  MdgDecimal rate;
  MdgRatio sum;

  if (sorted->len == 0)
    return FALSE;

  low = mdg_format_value_full (g_ptr_array_index (sorted, 0));
  high = mdg_format_value_full (g_ptr_array_index (sorted, sorted->len - 1));
  /* The rate of a region as if it were one prefecture. */
  has_rate = measure == MDG_MEASURE_USAGE_RATE_ONLINE &&
             mdg_ratio_init_region (&sum, figures, month, region, facility_type) &&
             mdg_decimal_percent_ratio (sum.part, sum.whole, 2, &rate);
  if (has_rate)
    {
      g_autofree char *value = mdg_format_percent (rate);

      /* Translators: the rate of a region. */
      caption = g_strdup_printf (C_ ("chart panel", "Together %s"), value);
    }
  mdg_chart_strips_add_strip (strips, name, caption);
  add_dots (strips, figures, sorted, region, selected, has_selection, table, notes);
  if (has_rate)
    add_pooled (strips, figures, month, facility_type, region, rate, (int) sorted->len, table);

  if (sorted->len == 1)
    /* Translators: a region of one prefecture, and its figure. */
    g_string_append_printf (summary, _ (" %s: %s."), name, low);
  else
    /* Translators: a region, and the lowest and the highest figure of its prefectures. */
    g_string_append_printf (summary, _ (" %s: %s to %s."), name, low, high);

  return has_rate;
}

static gboolean
is_known (MdgFigures *figures,
          MdgMonth month,
          MdgMeasure measure,
          MdgFacilityType facility_type,
          MdgArea area)
{
  return mdg_area_is_prefecture (area) &&
         mdg_figures_lookup (figures, month, MDG_DAY_NONE, area, facility_type, measure) != NULL;
}

static char *
define (MdgMeasure measure, gboolean has_pooled)
{
  g_autofree char *definition = mdg_chart_words_define (&measure, 1);

  if (!has_pooled)
    return g_steal_pointer (&definition);

  return g_strconcat (definition, "\n\n",
                      _ ("The rate of a region is computed here: the verifications with the card "
                         "of all its prefectures, as a share of all their verifications. The "
                         "ministry does not print it."),
                      NULL);
}

/**
 * mdg_chart_regions_new:
 * @figures: the figures
 * @month: a month, or %MDG_MONTH_NONE for the newest in which most prefectures are known
 * @measure: a measure
 * @facility_type: a facility type
 * @selected: a prefecture to emphasise, or %MDG_AREA_NONE
 *
 * Draws a panel for each of the eight regions, all on one scale: a dot for each prefecture, a line
 * at the nation's figure and, for the rate on the online basis, the rate of the region as a hollow
 * mark. Points have the area's code as id ("07"), or the region ("region/2").
 *
 * Returns: (transfer full): a scene
 */
MdgChartScene *
mdg_chart_regions_new (MdgFigures *figures,
                       MdgMonth month,
                       MdgMeasure measure,
                       MdgFacilityType facility_type,
                       MdgArea selected)
{
  MdgChartStrips *strips = mdg_chart_strips_new (measure);
  MdgChartLegend *legend = mdg_chart_strips_get_legend (strips);
  MdgMonth shown = month != MDG_MONTH_NONE
                     ? month
                     : mdg_chart_prefectures_find_month (figures, measure, facility_type);
  const MdgObservation *nation =
    mdg_chart_prefectures_find_nation (figures, shown, measure, facility_type);
  g_autoptr (MdgChartTable) table = mdg_chart_words_new_table (C_ ("chart table", "Area"));
  g_autoptr (GPtrArray) notes = g_ptr_array_new_null_terminated (4, g_free, TRUE);
  g_autoptr (GString) summary = g_string_new (NULL);
  g_autofree char *month_name = mdg_format_month (shown);
  /* The name of a rate says its basis. */
  g_autofree char *subtitle = mdg_chart_words_join (
    mdg_measure_get_label (measure), mdg_facility_type_get_label (facility_type), month_name, NULL);
  g_autofree char *description = NULL;
  gboolean has_selection = is_known (figures, shown, measure, facility_type, selected);
  gboolean has_pooled = FALSE;

  for (MdgRegion region = MDG_REGION_HOKKAIDO; region < MDG_N_REGIONS; region++)
    if (add_region (strips, figures, shown, measure, facility_type, region, selected, has_selection,
                    table, notes, summary))
      has_pooled = TRUE;

  if (summary->len > 0 && nation != NULL)
    {
      const char *name = mdg_area_get_label (MDG_AREA_NATIONAL, mdg_language_get ());
      g_autofree char *value = mdg_format_value_full (nation);
      g_autofree char *label = g_strdup_printf (C_ ("chart reference", "%s %s"), name, value);

      mdg_chart_strips_add_reference (strips, mdg_decimal_to_double (nation->value),
                                      MDG_CHART_INK_FOREGROUND, label);
      mdg_chart_legend_add_tick (legend, MDG_CHART_INK_FOREGROUND, label);
      mdg_chart_words_add_row (table, figures, name, nation);
      mdg_chart_words_note_doubts (notes, nation);
      g_string_append_printf (summary, _ (" The nation: %s."), value);
    }
  if (has_pooled)
    mdg_chart_legend_add_mark (legend, MDG_CHART_INK_FOREGROUND, MDG_CHART_SHAPE_DIAMOND, 1.5,
                               C_ ("chart legend", "Region together (derived)"));

  description = summary->len > 0
                  /* Translators: the month, and sentences about the regions. */
                  ? g_strdup_printf (_ ("Dots of the prefectures in the eight regions, %s.%s"),
                                     month_name, summary->str)
                  : g_strdup ("");
  mdg_chart_scene_set_texts (MDG_CHART_SCENE (strips), _ ("The Eight Regions"), subtitle,
                             description);
  mdg_chart_scene_take_definition (MDG_CHART_SCENE (strips), define (measure, has_pooled));
  mdg_chart_words_take_notes (MDG_CHART_SCENE (strips), notes);
  mdg_chart_scene_take_table (MDG_CHART_SCENE (strips), g_steal_pointer (&table));

  return MDG_CHART_SCENE (strips);
}
