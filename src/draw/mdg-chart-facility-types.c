/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "draw/mdg-chart-builders.h"

#include <glib/gi18n.h>

#include "core/mdg-format.h"
#include "draw/mdg-chart-rows.h"
#include "draw/mdg-chart-words.h"

#define N_TYPES (MDG_FACILITY_PHARMACY + 1)

/* The newest month in which all four types are known, else the newest in which one is. */
static MdgMonth
find_month (MdgFigures *figures, MdgArea area)
{
  guint most = 0;
  MdgMonth found = MDG_MONTH_NONE;

  for (guint type = MDG_FACILITY_HOSPITAL; type < N_TYPES; type++)
    {
      g_autoptr (GArray) months =
        mdg_figures_get_months (figures, area, type, MDG_MEASURE_USAGE_RATE_ONLINE);

      for (guint i = 0; i < months->len; i++)
        {
          MdgMonth month = g_array_index (months, MdgMonth, i);
          guint n_known = 0;

          for (guint other = MDG_FACILITY_HOSPITAL; other < N_TYPES; other++)
            if (mdg_figures_lookup (figures, month, MDG_DAY_NONE, area, other,
                                    MDG_MEASURE_USAGE_RATE_ONLINE) != NULL)
              n_known++;
          if (n_known > most || (n_known == most && month > found))
            {
              most = n_known;
              found = month;
            }
        }
    }

  return found;
}

static void
add_national (MdgChartRows *rows,
              MdgFigures *figures,
              const MdgObservation *national,
              MdgFacilityType type,
              int row,
              MdgChartTable *table,
              GPtrArray *notes)
{
  const char *type_name = mdg_facility_type_get_label (type);
  const char *nation = mdg_area_get_label (MDG_AREA_NATIONAL, mdg_language_get ());
  /* Translators: an area and a facility type. */
  g_autofree char *name = g_strdup_printf (C_ ("chart point", "%s, %s"), nation, type_name);
  g_autofree char *id = g_strconcat ("00/", mdg_facility_type_get_id (type), NULL);
  g_autofree char *text = mdg_chart_words_describe_as (national, name);
  guint point = mdg_chart_scene_add_point (MDG_CHART_SCENE (rows), id, name, text, nation, row, 1);

  mdg_chart_rows_add_mark (rows, mdg_decimal_to_double (national->value), MDG_CHART_ROW_TICK,
                           MDG_CHART_INK_FOREGROUND, point);
  mdg_chart_words_add_row (table, figures, name, national);
  mdg_chart_words_note_doubts (notes, national);
}

static void
add_type (MdgChartRows *rows,
          MdgFigures *figures,
          MdgMonth month,
          MdgArea area,
          MdgFacilityType type,
          MdgChartTable *table,
          GPtrArray *notes,
          GString *summary)
{
  const MdgObservation *rate =
    mdg_figures_lookup (figures, month, MDG_DAY_NONE, area, type, MDG_MEASURE_USAGE_RATE_ONLINE);
  const MdgObservation *national =
    area != MDG_AREA_NATIONAL ? mdg_figures_lookup (figures, month, MDG_DAY_NONE, MDG_AREA_NATIONAL,
                                                    type, MDG_MEASURE_USAGE_RATE_ONLINE)
                              : NULL;
  const char *name = mdg_facility_type_get_label (type);
  g_autofree char *value =
    rate != NULL ? mdg_format_percent (rate->value) : g_strdup (C_ ("chart row", "not known"));

  mdg_chart_rows_add_row (rows, name, value, NULL, type == MDG_FACILITY_ALL);
  if (rate != NULL)
    {
      g_autofree char *id =
        g_strconcat (mdg_area_get_code (area), "/", mdg_facility_type_get_id (type), NULL);
      g_autofree char *text = mdg_chart_words_describe_as (rate, name);
      guint point =
        mdg_chart_scene_add_point (MDG_CHART_SCENE (rows), id, name, text, NULL, (int) type, 0);

      mdg_chart_rows_add_bar (rows, 0, mdg_decimal_to_double (rate->value),
                              type == MDG_FACILITY_ALL ? MDG_CHART_INK_ACCENT
                                                       : MDG_CHART_INK_ACCENT_SOFT,
                              MDG_CHART_FILL_SOLID, NULL, point);
      mdg_chart_words_add_row (table, figures, name, rate);
      mdg_chart_words_note_doubts (notes, rate);
      /* Translators: a name and its figure, as one item of a list. */
      g_string_append_printf (summary, C_ ("list item", " %s: %s."), name, value);
    }
  if (national != NULL)
    add_national (rows, figures, national, type, (int) type, table, notes);
}

/**
 * mdg_chart_facility_types_new:
 * @figures: the figures
 * @month: a month, or %MDG_MONTH_NONE for the newest in which the types are known
 * @area: the nation or a prefecture
 *
 * Compares the rate, on the online basis, of all facilities and of the four types. A prefecture
 * has the nation's rate marked in each row. Points have area and type as id ("07/hospital").
 *
 * Returns: (transfer full): a scene
 */
MdgChartScene *
mdg_chart_facility_types_new (MdgFigures *figures, MdgMonth month, MdgArea area)
{
  MdgChartRows *rows = mdg_chart_rows_new (100, MDG_CHART_ROWS_TRACKED);
  MdgMonth shown = month != MDG_MONTH_NONE ? month : find_month (figures, area);
  g_autoptr (MdgChartTable) table = mdg_chart_words_new_table (C_ ("chart table", "Facility Type"));
  g_autoptr (GPtrArray) notes = g_ptr_array_new_null_terminated (4, g_free, TRUE);
  g_autoptr (GString) summary = g_string_new (NULL);
  const char *area_name = mdg_area_get_label (area, mdg_language_get ());
  MdgMeasure measure = MDG_MEASURE_USAGE_RATE_ONLINE;
  g_autofree char *month_name = mdg_format_month (shown);
  g_autofree char *subtitle =
    mdg_chart_words_join (area_name, mdg_basis_get_label (MDG_BASIS_ONLINE), month_name, NULL);
  g_autofree char *description = NULL;

  for (MdgFacilityType type = MDG_FACILITY_ALL; shown != MDG_MONTH_NONE && type < N_TYPES; type++)
    add_type (rows, figures, shown, area, type, table, notes, summary);

  if (area != MDG_AREA_NATIONAL)
    {
      MdgChartLegend *legend = mdg_chart_rows_get_legend (rows);

      mdg_chart_legend_add_block (legend, MDG_CHART_INK_ACCENT_SOFT, MDG_CHART_FILL_SOLID,
                                  area_name);
      mdg_chart_legend_add_tick (legend, MDG_CHART_INK_FOREGROUND,
                                 mdg_area_get_label (MDG_AREA_NATIONAL, mdg_language_get ()));
    }

  description = g_strdup_printf (_ ("Bar chart, %s, %s.%s"), area_name, month_name, summary->str);
  mdg_chart_scene_set_texts (MDG_CHART_SCENE (rows), _ ("Usage Rate by Facility Type"), subtitle,
                             description);
  mdg_chart_scene_take_definition (MDG_CHART_SCENE (rows), mdg_chart_words_define (&measure, 1));
  mdg_chart_words_take_notes (MDG_CHART_SCENE (rows), notes);
  mdg_chart_scene_take_table (MDG_CHART_SCENE (rows), g_steal_pointer (&table));

  return MDG_CHART_SCENE (rows);
}
