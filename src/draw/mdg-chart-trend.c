/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "draw/mdg-chart-builders.h"

#include <glib/gi18n.h>

#include "core/mdg-event.h"
#include "core/mdg-format.h"
#include "draw/mdg-chart-lines.h"
#include "draw/mdg-chart-words.h"

/* Events are above the lines. */
#define EVENT_ROW (-1)

static const MdgObservation *
get (GArray *series, guint index)
{
  return &g_array_index (series, MdgObservation, index);
}

static void
add_series (MdgChartLines *lines,
            MdgFigures *figures,
            GArray *values,
            MdgArea area,
            gboolean is_context,
            gboolean has_context,
            MdgChartTable *table)
{
  const char *name = mdg_area_get_label (area, mdg_language_get ());
  guint series = mdg_chart_lines_add_series (lines, name, is_context);

  for (guint i = 0; i < values->len; i++)
    {
      const MdgObservation *value = get (values, i);
      g_autofree char *month_id = mdg_month_to_string (value->month);
      g_autofree char *id = has_context
                              ? g_strconcat (mdg_area_get_code (area), "/", month_id, NULL)
                              : g_strdup (month_id);
      g_autofree char *label = mdg_format_month (value->month);
      g_autofree char *text = mdg_chart_words_describe_as (value, has_context ? name : NULL);
      guint point =
        mdg_chart_scene_add_point (MDG_CHART_SCENE (lines), id, label, text,
                                   has_context ? name : NULL, is_context ? 1 : 0, value->month);

      mdg_chart_lines_add_value (lines, series, value, point);
      mdg_chart_words_add_row (table, figures, name, value);
    }
}

static void
append_gaps (GString *out, GArray *values)
{
  g_autoptr (GString) months = g_string_new (NULL);

  for (guint i = 1; i < values->len; i++)
    {
      MdgMonth from = get (values, i - 1)->month + 1;
      MdgMonth to = get (values, i)->month;
      g_autofree char *first = mdg_format_month (from);
      g_autofree char *last = mdg_format_month (to - 1);

      if (from >= to)
        continue;
      if (months->len > 0)
        /* Translators: between the items of a list. */
        g_string_append (months, C_ ("list", ", "));
      if (from == to - 1)
        g_string_append (months, first);
      else
        /* Translators: from the one month to the other. */
        g_string_append_printf (months, C_ ("months", "%s to %s"), first, last);
    }

  if (months->len > 0)
    g_string_append_printf (out, _ (" No figures are known for: %s."), months->str);
}

static GString *
describe (GArray *values, const char *name)
{
  GString *out = g_string_new (NULL);
  const MdgObservation *lowest;
  const MdgObservation *highest;
  const MdgObservation *newest;

  if (values->len == 0)
    return out;

  lowest = highest = newest = get (values, 0);
  for (guint i = 1; i < values->len; i++)
    {
      newest = get (values, i);
      if (mdg_decimal_compare (newest->value, lowest->value) < 0)
        lowest = newest;
      if (mdg_decimal_compare (newest->value, highest->value) > 0)
        highest = newest;
    }

  {
    g_autofree char *low = mdg_format_percent (lowest->value);
    g_autofree char *low_month = mdg_format_month (lowest->month);
    g_autofree char *high = mdg_format_percent (highest->value);
    g_autofree char *high_month = mdg_format_month (highest->month);
    g_autofree char *new = mdg_format_percent (newest->value);
    g_autofree char *new_month = mdg_format_month (newest->month);

    g_string_append_printf (out,
                            _ ("Line chart, %s, %u months. Lowest: %s in %s. Highest: %s in "
                               "%s. Newest: %s in %s."),
                            name, values->len, low, low_month, high, high_month, new, new_month);
  }
  append_gaps (out, values);

  return out;
}

static char *
make_subtitle (GArray *values, const char *area, MdgMeasure measure, MdgFacilityType facility_type)
{
  g_autofree char *first = values->len > 0 ? mdg_format_month (get (values, 0)->month) : NULL;
  g_autofree char *last =
    values->len > 0 ? mdg_format_month (get (values, values->len - 1)->month) : NULL;
  g_autofree char *period = values->len > 1
                              ? g_strdup_printf (C_ ("months", "%s to %s"), first, last)
                              : g_strdup (first != NULL ? first : "");

  return mdg_chart_words_join (
    area, facility_type == MDG_FACILITY_ALL ? "" : mdg_facility_type_get_label (facility_type),
    mdg_basis_get_label (mdg_measure_get_basis (measure)), period, NULL);
}

static void
append_line (GString *out, const char *line)
{
  if (out->len > 0)
    g_string_append_c (out, '\n');
  g_string_append (out, line);
}

/* Figures in doubt have no mark of their own, so they are named beneath the chart. */
static void
note_doubts (GString *out, GArray *values, const char *name)
{
  for (guint i = 0; i < values->len; i++)
    {
      const MdgObservation *value = get (values, i);
      g_autofree char *month = mdg_format_month (value->month);
      g_autofree char *named = name != NULL
                                 ? g_strdup_printf (C_ ("chart point", "%s, %s"), name, month)
                                 : g_strdup (month);
      g_autofree char *line = NULL;

      if (value->doubt == MDG_DOUBT_NONE || value->doubt == MDG_DOUBT_UNOFFICIAL)
        continue;
      line = g_strdup_printf (C_ ("quality note", "%s: %s"), named,
                              mdg_doubt_get_description (value->doubt));
      append_line (out, line);
    }
}

static char *
describe_event (const MdgEvent *event, const char *day)
{
  g_autoptr (GString) out = g_string_new (NULL);

  /* Translators: a day, and what happened on it. */
  g_string_append_printf (out, C_ ("chart event", "%s: %s."), day, event->text);
  if (event->source != NULL)
    /* Translators: after a sentence; where it is said. */
    g_string_append_printf (out, C_ ("chart event", " Source: %s."), event->source);
  if (event->doubt != NULL)
    /* Translators: after a sentence; a sentence about what is uncertain. */
    g_string_append_printf (out, C_ ("chart event", " %s"), event->doubt);

  return g_string_free_and_steal (g_steal_pointer (&out));
}

static void
add_event (MdgChartLines *lines,
           const MdgEvent *event,
           guint number,
           MdgChartTable *table,
           GString *notes,
           GString *summary)
{
  g_autofree char *id_day = mdg_day_to_string (event->day);
  g_autofree char *id = g_strconcat ("event/", id_day, NULL);
  g_autofree char *day = mdg_format_day (event->day);
  g_autofree char *text = describe_event (event, day);
  /* Translators: the number of a mark in a chart. */
  g_autofree char *name = g_strdup_printf (C_ ("chart table", "Event %u"), number);
  /* Translators: the number of a mark in a chart, its day, and what happened on it. */
  g_autofree char *line =
    g_strdup_printf (C_ ("chart event", "%u: %s – %s"), number, day, event->text);
  guint point = mdg_chart_scene_add_point (MDG_CHART_SCENE (lines), id, day, text, NULL, EVENT_ROW,
                                           mdg_day_get_month (event->day));

  mdg_chart_lines_add_event (lines, event->day, point);
  mdg_chart_table_add_row (table, name, day, "", "", event->doubt != NULL ? event->doubt : "",
                           event->source != NULL ? event->source : "", event->text, NULL);
  append_line (notes, line);
  if (event->doubt != NULL)
    /* Translators: after what happened on a day, where that is in doubt. */
    g_string_append (notes, C_ ("chart event", " (unconfirmed)"));
  g_string_append_printf (summary, " %s", text);
}

/* Marks what happened in the months that are shown; the numbers are explained beneath the chart. */
static void
add_events (MdgChartLines *lines,
            GArray *values,
            MdgChartTable *table,
            GString *notes,
            GString *summary)
{
  MdgEvent events[MDG_N_EVENTS];
  guint n_events = 0;

  if (values->len > 1)
    n_events =
      mdg_event_find (get (values, 0)->month, get (values, values->len - 1)->month, events);
  for (guint i = 0; i < n_events; i++)
    add_event (lines, &events[i], i + 1, table, notes, summary);
}

/**
 * mdg_chart_trend_new:
 * @figures: the figures
 * @measure: a rate; its basis is the only one in the scene
 * @facility_type: a facility type
 * @area: the nation or a prefecture
 *
 * Draws a rate month by month. Months without a figure break the line. A prefecture has the
 * nation's line beside it. Days of the transition are marked. Points have the month as id
 * ("2025-10"), or area and month ("07/2025-10") where there are two lines; days have their date
 * ("event/2024-12-02").
 *
 * Returns: (transfer full): a scene
 */
MdgChartScene *
mdg_chart_trend_new (MdgFigures *figures,
                     MdgMeasure measure,
                     MdgFacilityType facility_type,
                     MdgArea area)
{
  MdgChartLines *lines = mdg_chart_lines_new ();
  g_autoptr (GArray) values = mdg_figures_get_series (figures, area, facility_type, measure);
  g_autoptr (GArray) nation = NULL;
  g_autoptr (MdgChartTable) table = mdg_chart_words_new_table (C_ ("chart table", "Area or Event"));
  const char *name = mdg_area_get_label (area, mdg_language_get ());
  g_autofree char *subtitle = make_subtitle (values, name, measure, facility_type);
  g_autoptr (GString) notes = g_string_new (NULL);
  g_autoptr (GString) description = describe (values, name);

  mdg_chart_table_add_column (table, C_ ("chart table", "What Happened"), MDG_CHART_COLUMN_TEXT);
  if (area != MDG_AREA_NATIONAL && values->len > 0)
    nation = mdg_figures_get_series (figures, MDG_AREA_NATIONAL, facility_type, measure);

  add_series (lines, figures, values, area, FALSE, nation != NULL && nation->len > 0, table);
  if (nation != NULL && nation->len > 0)
    add_series (lines, figures, nation, MDG_AREA_NATIONAL, TRUE, TRUE, table);

  add_events (lines, values, table, notes, description);
  note_doubts (notes, values, NULL);
  if (nation != NULL)
    note_doubts (notes, nation, mdg_area_get_label (MDG_AREA_NATIONAL, mdg_language_get ()));

  mdg_chart_scene_set_texts (MDG_CHART_SCENE (lines),
                             measure == MDG_MEASURE_USAGE_RATE_CLAIMS
                               ? _ ("Claims-Basis Rate by Month")
                               : _ ("Usage Rate by Month"),
                             subtitle, description->str);
  mdg_chart_scene_take_definition (MDG_CHART_SCENE (lines), mdg_chart_words_define (&measure, 1));
  if (notes->len > 0)
    mdg_chart_scene_take_note (MDG_CHART_SCENE (lines), g_strdup (notes->str));
  mdg_chart_scene_take_table (MDG_CHART_SCENE (lines), g_steal_pointer (&table));

  return MDG_CHART_SCENE (lines);
}
