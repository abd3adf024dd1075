/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "draw/mdg-chart-builders.h"

#include <glib/gi18n.h>

#include "core/mdg-format.h"
#include "draw/mdg-chart-lines.h"
#include "draw/mdg-chart-words.h"

#define N_TYPES (MDG_FACILITY_PHARMACY + 1)

static const MdgChartInk inks[N_TYPES] = {
  [MDG_FACILITY_ALL] = MDG_CHART_INK_DIM,
  [MDG_FACILITY_HOSPITAL] = MDG_CHART_INK_ACCENT,
  [MDG_FACILITY_MEDICAL_CLINIC] = MDG_CHART_INK_OTHER,
  [MDG_FACILITY_DENTAL_CLINIC] = MDG_CHART_INK_FOREGROUND,
  [MDG_FACILITY_PHARMACY] = MDG_CHART_INK_ACCENT_SOFT,
};

static const MdgObservation *
get_last (GArray *values)
{
  return &g_array_index (values, MdgObservation, values->len - 1);
}

static void
add_type (MdgChartLines *lines,
          MdgFigures *figures,
          GArray *values,
          MdgFacilityType type,
          MdgChartTable *table,
          GPtrArray *notes,
          GString *summary)
{
  const char *name = mdg_facility_type_get_label (type);
  guint series = mdg_chart_lines_add_series (lines, name, type == MDG_FACILITY_ALL);

  mdg_chart_lines_set_ink (lines, series, inks[type]);
  for (guint i = 0; i < values->len; i++)
    {
      const MdgObservation *value = &g_array_index (values, MdgObservation, i);
      g_autofree char *month_id = mdg_month_to_string (value->month);
      g_autofree char *id = g_strconcat (mdg_facility_type_get_id (type), "/", month_id, NULL);
      g_autofree char *label = mdg_format_month (value->month);
      g_autofree char *text = mdg_chart_words_describe_as (value, name);
      guint point = mdg_chart_scene_add_point (MDG_CHART_SCENE (lines), id, label, text, name,
                                               (int) type, value->month);

      mdg_chart_lines_add_value (lines, series, value, point);
      mdg_chart_words_add_row (table, figures, name, value);
      mdg_chart_words_note_doubts (notes, value);
    }

  if (values->len > 0)
    {
      const MdgObservation *first = &g_array_index (values, MdgObservation, 0);
      const MdgObservation *last = get_last (values);
      g_autofree char *from = mdg_format_percent (first->value);
      g_autofree char *from_month = mdg_format_month (first->month);
      g_autofree char *to = mdg_format_percent (last->value);
      g_autofree char *to_month = mdg_format_month (last->month);

      if (values->len == 1)
        /* Translators: a facility type, its rate and the month. */
        g_string_append_printf (summary, _ (" %s: %s in %s."), name, to, to_month);
      else
        /* Translators: a facility type, its first rate and month, its newest rate and month. */
        g_string_append_printf (summary, _ (" %s: from %s in %s to %s in %s."), name, from,
                                from_month, to, to_month);
    }
}

static char *
make_subtitle (GArray *const *values, const char *area)
{
  MdgMonth first = MDG_MONTH_NONE;
  MdgMonth last = MDG_MONTH_NONE;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  g_autofree char *period = NULL;

  for (guint type = MDG_FACILITY_HOSPITAL; type < N_TYPES; type++)
    if (values[type]->len > 0)
      {
        MdgMonth month = g_array_index (values[type], MdgObservation, 0).month;

        first = first == MDG_MONTH_NONE ? month : MIN (first, month);
        month = get_last (values[type])->month;
        last = last == MDG_MONTH_NONE ? month : MAX (last, month);
      }
  from = mdg_format_month (first);
  to = mdg_format_month (last);
  if (last == MDG_MONTH_NONE)
    period = g_strdup ("");
  else if (first == last)
    period = g_strdup (to);
  else
    /* Translators: from the one month to the other. */
    period = g_strdup_printf (C_ ("months", "%s to %s"), from, to);

  return mdg_chart_words_join (area, mdg_basis_get_label (MDG_BASIS_ONLINE), period, NULL);
}

/* What is known of all facilities in the months in which their types are known. */
static GArray *
keep_months (GArray *all, GArray *const *values)
{
  GArray *kept = g_array_new (FALSE, FALSE, sizeof (MdgObservation));

  for (guint i = 0; i < all->len; i++)
    {
      const MdgObservation *value = &g_array_index (all, MdgObservation, i);
      gboolean is_known = FALSE;

      for (guint type = MDG_FACILITY_HOSPITAL; type < N_TYPES; type++)
        for (guint j = 0; j < values[type]->len; j++)
          is_known |= g_array_index (values[type], MdgObservation, j).month == value->month;
      if (is_known)
        g_array_append_val (kept, *value);
    }

  return kept;
}

/**
 * mdg_chart_facility_trend_new:
 * @figures: the figures
 * @area: the nation or a prefecture
 *
 * Draws the rate, on the online basis, of the four facility types over the months in which any of
 * them is known, and that of all facilities in the same months. Months without a figure break the
 * lines. Points have type and month as id ("hospital/2025-10").
 *
 * Returns: (transfer full): a scene
 */
MdgChartScene *
mdg_chart_facility_trend_new (MdgFigures *figures, MdgArea area)
{
  MdgChartLines *lines = mdg_chart_lines_new ();
  g_autoptr (MdgChartTable) table = mdg_chart_words_new_table (C_ ("chart table", "Facility Type"));
  g_autoptr (GPtrArray) notes = g_ptr_array_new_null_terminated (4, g_free, TRUE);
  g_autoptr (GString) summary = g_string_new (NULL);
  const char *area_name = mdg_area_get_label (area, mdg_language_get ());
  MdgMeasure measure = MDG_MEASURE_USAGE_RATE_ONLINE;
  GArray *values[N_TYPES];
  GArray *all;
  g_autofree char *subtitle = NULL;
  g_autofree char *description = NULL;

  for (MdgFacilityType type = MDG_FACILITY_ALL; type < N_TYPES; type++)
    values[type] = mdg_figures_get_series (figures, area, type, measure);
  all = keep_months (values[MDG_FACILITY_ALL], values);
  g_array_unref (values[MDG_FACILITY_ALL]);
  values[MDG_FACILITY_ALL] = all;

  subtitle = make_subtitle (values, area_name);
  for (MdgFacilityType type = MDG_FACILITY_ALL; type < N_TYPES; type++)
    {
      add_type (lines, figures, values[type], type, table, notes, summary);
      g_array_unref (values[type]);
    }
  mdg_chart_lines_name_at_ends (lines);

  description =
    summary->len > 0
      /* Translators: an area, and sentences about the facility types. */
      ? g_strdup_printf (_ ("Line chart of the facility types, %s.%s"), area_name, summary->str)
      : g_strdup ("");
  mdg_chart_scene_set_texts (MDG_CHART_SCENE (lines), _ ("Facility Types over Time"), subtitle,
                             description);
  mdg_chart_scene_take_definition (MDG_CHART_SCENE (lines), mdg_chart_words_define (&measure, 1));
  mdg_chart_words_take_notes (MDG_CHART_SCENE (lines), notes);
  mdg_chart_scene_take_table (MDG_CHART_SCENE (lines), g_steal_pointer (&table));

  return MDG_CHART_SCENE (lines);
}
