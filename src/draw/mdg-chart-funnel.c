/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "draw/mdg-chart-builders.h"

#include <glib/gi18n.h>

#include "core/mdg-format.h"
#include "draw/mdg-chart-rows.h"
#include "draw/mdg-chart-words.h"

#define N_STAGES 3

/* A stage of the way from holding a card to using it: its share as the source prints it, and what
 * it is a share of. Nothing is divided here, because the printed numbers are rounded. */
typedef struct
{
  MdgMeasure share;
  MdgMeasure part;
  MdgMeasure whole;
  const char *name;
  const char *whole_name;
} Stage;

static const Stage stages[N_STAGES] = {
  { MDG_MEASURE_HOLDER_SHARE, MDG_MEASURE_CARD_HOLDERS, MDG_MEASURE_POPULATION,
    NC_ ("funnel stage", "Hold a My Number card"),
    /* Translators: after a share in percent. */
    NC_ ("funnel whole", "of the population") },
  { MDG_MEASURE_REGISTRATION_SHARE, MDG_MEASURE_REGISTRANTS, MDG_MEASURE_CARD_HOLDERS,
    NC_ ("funnel stage", "Have it registered as insurance card"),
    NC_ ("funnel whole", "of the card holders") },
  { MDG_MEASURE_USAGE_RATE_ONLINE, MDG_MEASURE_MNC_COUNT, MDG_MEASURE_VERIFICATION_COUNT,
    NC_ ("funnel stage", "Verifications made with it"),
    NC_ ("funnel whole", "of all online verifications") },
};

/* The newest shown national figure of a month; stocks have a day in it. */
static const MdgObservation *
find_in_month (MdgFigures *figures, MdgMonth month, MdgMeasure measure)
{
  const MdgObservation *areas[MDG_N_AREAS];

  mdg_figures_get_areas (figures, month, MDG_FACILITY_ALL, measure, areas);

  return areas[MDG_AREA_NATIONAL];
}

/* The newest figure up to a month, for a whole that is counted less often than its part. */
static const MdgObservation *
find_until_month (MdgFigures *figures, MdgMonth month, MdgMeasure measure)
{
  g_autoptr (GArray) months =
    mdg_figures_get_months (figures, MDG_AREA_NATIONAL, MDG_FACILITY_ALL, measure);

  for (guint i = months->len; i > 0; i--)
    if (g_array_index (months, MdgMonth, i - 1) <= month)
      return find_in_month (figures, g_array_index (months, MdgMonth, i - 1), measure);

  return NULL;
}

static MdgMonth
find_month (MdgFigures *figures)
{
  g_autoptr (GArray) months =
    mdg_figures_get_months (figures, MDG_AREA_NATIONAL, MDG_FACILITY_ALL, stages[0].share);

  for (guint i = months->len; i > 0; i--)
    {
      MdgMonth month = g_array_index (months, MdgMonth, i - 1);

      if (find_in_month (figures, month, stages[1].share) != NULL &&
          find_in_month (figures, month, stages[2].share) != NULL)
        return month;
    }

  return MDG_MONTH_NONE;
}

/* The figure that the same edition prints beside the current one for comparison: its earliest. */
static const MdgObservation *
find_baseline (MdgFigures *figures, const MdgObservation *current)
{
  for (guint i = 0; i < mdg_figures_get_n (figures); i++)
    {
      const MdgObservation *other = mdg_figures_get (figures, i);

      if (other->month >= current->month)
        return NULL;
      if (other->measure == current->measure && other->area == current->area &&
          other->facility_type == current->facility_type && other->edition == current->edition &&
          other->quality >= MDG_QUALITY_PRINTED)
        return other;
    }

  return NULL;
}

static char *
make_caption (const Stage *stage,
              const MdgObservation *part,
              const MdgObservation *whole,
              const MdgObservation *baseline)
{
  const char *whole_name = g_dpgettext2 (NULL, "funnel whole", stage->whole_name);
  GString *out = g_string_new (NULL);

  if (part != NULL)
    {
      g_autofree char *period = mdg_format_period (part);
      g_autofree char *count = mdg_format_value_full (part);

      /* Translators: a month or day, and a number of people or of verifications. */
      g_string_append_printf (out, C_ ("funnel", "%s: %s"), period, count);
    }
  if (whole != NULL)
    {
      g_autofree char *count = mdg_format_value_full (whole);
      g_autofree char *period = mdg_format_period (whole);

      /* Translators: "of the population", a number, a month or day. */
      g_string_append_printf (out, C_ ("funnel", "\n%s: %s (%s)"), whole_name, count, period);
    }
  if (baseline != NULL)
    {
      g_autofree char *period = mdg_format_period (baseline);
      g_autofree char *value = mdg_format_percent (baseline->value);

      g_string_append_printf (out, C_ ("funnel", "\n%s: %s"), period, value);
      if (baseline->doubt != MDG_DOUBT_NONE)
        /* Translators: a doubt in brackets, such as "(date inferred)". */
        g_string_append_printf (out, C_ ("funnel", " (%s)"),
                                mdg_chart_words_get_doubt (baseline->doubt));
    }

  return g_string_free_and_steal (out);
}

static void
add_count_row (MdgChartTable *table, MdgFigures *figures, const MdgObservation *count)
{
  if (count != NULL)
    mdg_chart_words_add_row (table, figures, mdg_measure_get_label (count->measure), count);
}

static void
add_stage (MdgChartRows *rows,
           MdgFigures *figures,
           MdgMonth month,
           guint index,
           MdgChartTable *table,
           GPtrArray *notes,
           GString *summary)
{
  const Stage *stage = &stages[index];
  const MdgObservation *part = find_in_month (figures, month, stage->part);
  const MdgObservation *whole = find_until_month (figures, month, stage->whole);
  const MdgObservation *share = find_in_month (figures, month, stage->share);
  const MdgObservation *baseline = share != NULL ? find_baseline (figures, share) : NULL;
  const char *name = g_dpgettext2 (NULL, "funnel stage", stage->name);
  const char *id = mdg_measure_get_id (stage->share);
  MdgChartInk ink = index < N_STAGES - 1 ? MDG_CHART_INK_ACCENT_SOFT : MDG_CHART_INK_ACCENT;
  g_autofree char *value =
    share != NULL ? mdg_format_percent (share->value) : g_strdup (C_ ("chart row", "not known"));
  g_autofree char *caption = share != NULL ? make_caption (stage, part, whole, baseline) : NULL;

  mdg_chart_rows_add_row (rows, name, value, caption, FALSE);
  if (share == NULL)
    return;

  {
    g_autofree char *text = mdg_chart_words_describe_as (share, name);
    guint point =
      mdg_chart_scene_add_point (MDG_CHART_SCENE (rows), id, name, text, NULL, (int) index, 1);

    mdg_chart_rows_add_bar (rows, 0, mdg_decimal_to_double (share->value), ink,
                            MDG_CHART_FILL_SOLID, NULL, point);
    mdg_chart_words_add_row (table, figures, mdg_measure_get_label (share->measure), share);
    g_string_append_printf (summary, " %s", text);
  }
  if (baseline != NULL)
    {
      g_autofree char *baseline_id = g_strconcat (id, "/baseline", NULL);
      g_autofree char *text = mdg_chart_words_describe_as (baseline, name);
      guint point = mdg_chart_scene_add_point (MDG_CHART_SCENE (rows), baseline_id, name, text,
                                               NULL, (int) index, 0);

      mdg_chart_rows_add_mark (rows, mdg_decimal_to_double (baseline->value), MDG_CHART_ROW_TICK,
                               MDG_CHART_INK_FOREGROUND, point);
      mdg_chart_words_add_row (table, figures, mdg_measure_get_label (baseline->measure), baseline);
      mdg_chart_words_note_doubts (notes, baseline);
      g_string_append_printf (summary, " %s", text);
    }
  mdg_chart_words_note_doubts (notes, share);
  add_count_row (table, figures, part);
  /* What one stage counts may be the whole of the next. */
  if (index == 0 || whole != find_in_month (figures, month, stages[index - 1].part))
    add_count_row (table, figures, whole);
}

/**
 * mdg_chart_funnel_new:
 * @figures: the figures
 * @month: a month, or %MDG_MONTH_NONE for the newest in which all three stages are known
 *
 * Draws the way from holding a card to using it. Each share is the printed one and stands on its
 * own whole: the population, the card holders, and all verifications of a month. The last counts
 * verifications, not people, so it has a heading and an ink of its own and the stages do not narrow
 * into each other. What the same edition prints for comparison is a thin mark. Points have the
 * measure as id, with "/baseline" for the thin marks.
 *
 * Returns: (transfer full): a scene
 */
MdgChartScene *
mdg_chart_funnel_new (MdgFigures *figures, MdgMonth month)
{
  static const MdgMeasure measures[] = { MDG_MEASURE_HOLDER_SHARE, MDG_MEASURE_REGISTRATION_SHARE,
                                         MDG_MEASURE_USAGE_RATE_ONLINE };
  MdgChartRows *rows = mdg_chart_rows_new (100, MDG_CHART_ROWS_TRACKED | MDG_CHART_ROWS_STACKED);
  MdgMonth shown = month != MDG_MONTH_NONE ? month : find_month (figures);
  g_autoptr (MdgChartTable) table = mdg_chart_words_new_table (C_ ("chart table", "Measure"));
  g_autoptr (GPtrArray) notes = g_ptr_array_new_null_terminated (4, g_free, TRUE);
  g_autoptr (GString) summary = g_string_new (NULL);
  g_autofree char *month_name = mdg_format_month (shown);
  g_autofree char *subtitle = NULL;
  g_autofree char *description = NULL;

  for (guint i = 0; shown != MDG_MONTH_NONE && i < N_STAGES; i++)
    {
      if (i == 0)
        mdg_chart_rows_add_heading (rows, _ ("People"));
      else if (i == N_STAGES - 1)
        mdg_chart_rows_add_heading (rows, _ ("Verifications, not people: one person may have "
                                             "several in a month (online basis)"));
      add_stage (rows, figures, shown, i, table, notes, summary);
    }

  mdg_chart_legend_add_tick (mdg_chart_rows_get_legend (rows), MDG_CHART_INK_FOREGROUND,
                             _ ("Earlier figure in the same publication"));
  subtitle = mdg_chart_words_join (mdg_area_get_label (MDG_AREA_NATIONAL, mdg_language_get ()),
                                   month_name, _ ("each share of its own whole"), NULL);
  description = g_strdup_printf (_ ("Three bars, each a share of its own whole.%s"), summary->str);
  mdg_chart_scene_set_texts (MDG_CHART_SCENE (rows), _ ("From Card to Use"), subtitle, description);
  mdg_chart_scene_take_definition (MDG_CHART_SCENE (rows),
                                   mdg_chart_words_define (measures, G_N_ELEMENTS (measures)));
  mdg_chart_words_take_notes (MDG_CHART_SCENE (rows), notes);
  mdg_chart_scene_take_table (MDG_CHART_SCENE (rows), g_steal_pointer (&table));

  return MDG_CHART_SCENE (rows);
}
