/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "draw/mdg-chart-counts.h"

#include <glib/gi18n.h>

#include "core/mdg-format.h"
#include "draw/mdg-axis.h"
#include "draw/mdg-chart-rows.h"

#define MAX_TICKS 11

static char *
describe (const char *title, const MdgChartCount *counts, guint n_counts, guint total)
{
  g_autofree char *all = mdg_format_count (total);
  g_autofree char *highest = NULL;

  if (n_counts == 0)
    return g_strdup (title);

  highest = mdg_format_count (counts[0].count);

  /* Translators: the title of the chart, a number, the name of a bar, a number. */
  return g_strdup_printf (_ ("Bar chart: %s. %s in all. First: %s, %s."), title, all,
                          counts[0].label, highest);
}

/**
 * mdg_chart_counts_new:
 * @title: what is counted
 * @subtitle: of when
 * @first_title: what a bar is, for the head of the table
 * @counts: (array length=n_counts): the counts
 * @n_counts: how many
 *
 * Draws how often each of several things happened, in the order given.
 *
 * Returns: (transfer full): a scene; without points if there are no counts
 */
MdgChartScene *
mdg_chart_counts_new (const char *title,
                      const char *subtitle,
                      const char *first_title,
                      const MdgChartCount *counts,
                      guint n_counts)
{
  g_autoptr (MdgChartTable) table = mdg_chart_table_new ();
  g_autofree char *description = NULL;
  MdgChartRows *rows;
  MdgAxis axis;
  guint highest = 1;
  guint total = 0;

  for (guint i = 0; i < n_counts; i++)
    {
      highest = MAX (highest, counts[i].count);
      total += counts[i].count;
    }

  mdg_chart_table_add_column (table, first_title, MDG_CHART_COLUMN_TEXT);
  mdg_chart_table_add_column (table, C_ ("chart table", "Count"), MDG_CHART_COLUMN_NUMBER);
  mdg_axis_init (&axis, 0, highest, MAX_TICKS);
  rows = mdg_chart_rows_new (mdg_axis_get_maximum (&axis), MDG_CHART_ROWS_PLAIN);

  for (guint i = 0; i < n_counts; i++)
    {
      g_autofree char *value = mdg_format_count (counts[i].count);
      /* Translators: the name of a bar, and its number. */
      g_autofree char *text =
        g_strdup_printf (C_ ("chart point", "%s: %s."), counts[i].label, value);
      guint point = mdg_chart_scene_add_point (MDG_CHART_SCENE (rows), counts[i].id,
                                               counts[i].label, text, NULL, (int) i, 0);

      mdg_chart_rows_add_row (rows, counts[i].label, value, NULL, FALSE);
      mdg_chart_rows_add_bar (rows, 0, counts[i].count, MDG_CHART_INK_ACCENT, MDG_CHART_FILL_SOLID,
                              NULL, point);
      mdg_chart_table_add_row (table, counts[i].label, value, NULL);
    }

  description = describe (title, counts, n_counts, total);
  mdg_chart_scene_set_texts (MDG_CHART_SCENE (rows), title, subtitle, description);
  mdg_chart_scene_take_table (MDG_CHART_SCENE (rows), g_steal_pointer (&table));

  return MDG_CHART_SCENE (rows);
}
