/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "draw/mdg-chart-builders.h"

#include <glib/gi18n.h>

#include "core/mdg-format.h"
#include "draw/mdg-axis.h"
#include "draw/mdg-chart-rows.h"
#include "draw/mdg-chart-words.h"

typedef struct
{
  const MdgObservation *rate;
  /* 0 where the ministry's rank is not known. */
  guint rank;
} Entry;

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const Entry *entry_a = a;
  const Entry *entry_b = b;

  /* The rank is by the unrounded ratio, so it decides where printed rates tie. */
  if (entry_a->rank != 0 && entry_b->rank != 0)
    return (int) entry_a->rank - (int) entry_b->rank;
  if (mdg_decimal_compare (entry_a->rate->value, entry_b->rate->value) != 0)
    return mdg_decimal_compare (entry_b->rate->value, entry_a->rate->value);

  return (int) entry_a->rate->area - (int) entry_b->rate->area;
}

static GArray *
find_entries (MdgFigures *figures,
              MdgMonth month,
              MdgMeasure measure,
              MdgFacilityType facility_type)
{
  GArray *entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  const MdgObservation *rates[MDG_N_AREAS];
  const MdgObservation *ranks[MDG_N_AREAS];
  guint n_rates = mdg_figures_get_areas (figures, month, facility_type, measure, rates);
  guint n_ranks = mdg_figures_get_areas (figures, month, facility_type, MDG_MEASURE_RANK, ranks);
  gboolean has_ranks = measure == MDG_MEASURE_USAGE_RATE_ONLINE && n_rates == MDG_N_PREFECTURES &&
                       n_ranks == MDG_N_PREFECTURES;

  for (guint area = 1; area < MDG_N_AREAS; area++)
    {
      Entry entry = { rates[area], has_ranks ? (guint) ranks[area]->value.digits : 0 };

      if (entry.rate != NULL)
        g_array_append_val (entries, entry);
    }
  g_array_sort (entries, compare_entries);

  return entries;
}

static MdgMonth
find_month (MdgFigures *figures, MdgMeasure measure, MdgFacilityType facility_type)
{
  g_autoptr (GArray) months =
    mdg_figures_get_months (figures, MDG_AREA_NONE, facility_type, measure);

  return months->len > 0 ? g_array_index (months, MdgMonth, months->len - 1) : MDG_MONTH_NONE;
}

static void
add_entry (MdgChartRows *rows,
           MdgFigures *figures,
           const Entry *entry,
           guint index,
           gboolean is_selected,
           gboolean has_selection,
           MdgChartTable *table,
           GPtrArray *notes)
{
  const char *name = mdg_area_get_label (entry->rate->area, mdg_language_get ());
  g_autofree char *value = mdg_format_percent (entry->rate->value);
  g_autofree char *rank = entry->rank != 0 ? mdg_format_rank (entry->rank) : NULL;
  g_autofree char *described = mdg_chart_words_describe_as (entry->rate, name);
  g_autofree char *text = rank != NULL
                            /* Translators: a sentence about a figure, and the rank. */
                            ? g_strdup_printf (C_ ("chart point", "%s Rank: %s."), described, rank)
                            : g_strdup (described);
  guint point =
    mdg_chart_scene_add_point (MDG_CHART_SCENE (rows), mdg_area_get_code (entry->rate->area), name,
                               text, NULL, (int) index, 0);

  mdg_chart_rows_add_row (rows, name, value, NULL, is_selected);
  mdg_chart_rows_add_bar (rows, 0, mdg_decimal_to_double (entry->rate->value),
                          is_selected || !has_selection ? MDG_CHART_INK_ACCENT
                                                        : MDG_CHART_INK_ACCENT_SOFT,
                          MDG_CHART_FILL_SOLID, NULL, point);
  mdg_chart_words_add_row (table, figures, name, entry->rate);
  mdg_chart_words_note_doubts (notes, entry->rate);
}

static void
add_nation (MdgChartRows *rows,
            MdgFigures *figures,
            const MdgObservation *nation,
            MdgChartTable *table,
            GPtrArray *notes)
{
  const char *name = mdg_area_get_label (MDG_AREA_NATIONAL, mdg_language_get ());
  g_autofree char *value = mdg_format_percent (nation->value);
  /* Translators: an area and its figure. */
  g_autofree char *label = g_strdup_printf (C_ ("chart reference", "%s %s"), name, value);

  mdg_chart_rows_set_reference (rows, mdg_decimal_to_double (nation->value), label);
  mdg_chart_words_add_row (table, figures, name, nation);
  mdg_chart_words_note_doubts (notes, nation);
}

static char *
describe (GArray *entries, const MdgObservation *nation, const char *month)
{
  GString *out = g_string_new (NULL);
  const MdgObservation *first;
  const MdgObservation *last;

  if (entries->len == 0)
    return g_string_free_and_steal (out);

  first = g_array_index (entries, Entry, 0).rate;
  last = g_array_index (entries, Entry, entries->len - 1).rate;
  {
    MdgLanguage language = mdg_language_get ();
    g_autofree char *high = mdg_format_percent (first->value);
    g_autofree char *low = mdg_format_percent (last->value);

    g_string_append_printf (out,
                            _ ("Bar chart of %u of 47 prefectures in %s, the highest first. "
                               "Highest: %s, %s. Lowest: %s, %s."),
                            entries->len, month, mdg_area_get_label (first->area, language), high,
                            mdg_area_get_label (last->area, language), low);
  }
  if (nation != NULL)
    {
      g_autofree char *value = mdg_format_percent (nation->value);

      g_string_append_printf (out, _ (" The nation: %s."), value);
    }

  return g_string_free_and_steal (out);
}

/**
 * mdg_chart_ranking_new:
 * @figures: the figures
 * @month: a month, or %MDG_MONTH_NONE for the newest with a figure of any prefecture
 * @measure: a rate
 * @facility_type: a facility type
 * @selected: a prefecture to emphasise, or %MDG_AREA_NONE
 *
 * Draws the prefectures that are known in that month, the highest first, with a line at the
 * nation's rate. Points have the area's code as id ("07").
 *
 * Returns: (transfer full): a scene
 */
MdgChartScene *
mdg_chart_ranking_new (MdgFigures *figures,
                       MdgMonth month,
                       MdgMeasure measure,
                       MdgFacilityType facility_type,
                       MdgArea selected)
{
  MdgMonth shown = month != MDG_MONTH_NONE ? month : find_month (figures, measure, facility_type);
  g_autoptr (GArray) entries = find_entries (figures, shown, measure, facility_type);
  const MdgObservation *nation =
    mdg_figures_lookup (figures, shown, MDG_DAY_NONE, MDG_AREA_NATIONAL, facility_type, measure);
  g_autoptr (MdgChartTable) table = mdg_chart_words_new_table (C_ ("chart table", "Area"));
  g_autoptr (GPtrArray) notes = g_ptr_array_new_null_terminated (4, g_free, TRUE);
  g_autofree char *month_name = mdg_format_month (shown);
  g_autofree char *subtitle =
    mdg_chart_words_join (mdg_facility_type_get_label (facility_type),
                          mdg_basis_get_label (mdg_measure_get_basis (measure)), month_name, NULL);
  g_autofree char *description = describe (entries, nation, month_name);
  gboolean has_selection = FALSE;
  double highest = nation != NULL ? mdg_decimal_to_double (nation->value) : 0;
  MdgChartRows *rows;
  MdgAxis axis;

  for (guint i = 0; i < entries->len; i++)
    {
      const MdgObservation *rate = g_array_index (entries, Entry, i).rate;

      highest = MAX (highest, mdg_decimal_to_double (rate->value));
      has_selection |= rate->area == selected;
    }
  mdg_axis_init_percent (&axis, highest, 11);
  rows = mdg_chart_rows_new (mdg_axis_get_maximum (&axis), MDG_CHART_ROWS_PLAIN);

  for (guint i = 0; i < entries->len; i++)
    {
      const Entry *entry = &g_array_index (entries, Entry, i);

      add_entry (rows, figures, entry, i, entry->rate->area == selected, has_selection, table,
                 notes);
    }
  if (nation != NULL && entries->len > 0)
    add_nation (rows, figures, nation, table, notes);

  mdg_chart_scene_set_texts (MDG_CHART_SCENE (rows), _ ("Prefectures by Usage Rate"), subtitle,
                             description);
  mdg_chart_scene_take_definition (MDG_CHART_SCENE (rows), mdg_chart_words_define (&measure, 1));
  mdg_chart_words_take_notes (MDG_CHART_SCENE (rows), notes);
  mdg_chart_scene_take_table (MDG_CHART_SCENE (rows), g_steal_pointer (&table));

  return MDG_CHART_SCENE (rows);
}
