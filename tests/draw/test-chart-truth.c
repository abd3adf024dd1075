/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "util/mdg-test.h"

#include <math.h>
#include <string.h>

#include "core/mdg-bundle.h"
#include "core/mdg-core-fixture.h"
#include "core/mdg-event.h"
#include "core/mdg-format.h"
#include "draw/mdg-chart-kinds.h"
#include "draw/mdg-chart-words.h"

/*
 * One law for all charts: what the table of a chart says is what the store has, with its own edition
 * and page; what the store has and the chart is about is in the table; and the line of sources names
 * each edition and page that is used. Figures that a chart computes are computed here again.
 */

#define TOLERANCE 0.00501

/* The bundled figures, and a later edition that prints no previous ranks. */
static MdgFigures *figures;

static int
load (void **state)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MdgBatch) batch = mdg_bundle_load (&error);
  guint edition;

  mdg_test_assert_no_error (error);
  edition = fixture_add_edition (batch, "204", "2025-12-18", "later");
  for (MdgArea area = 1; area <= MDG_N_PREFECTURES; area++)
    {
      g_autofree char *rank = g_strdup_printf ("%d", MDG_N_PREFECTURES + 1 - area);
      g_autofree char *rate = g_strdup_printf ("%d.%02d", 30 + area / 3, area);

      fixture_add (batch, edition, "2025-11", area, MDG_FACILITY_HOSPITAL, MDG_MEASURE_RANK,
                   MDG_QUALITY_PRINTED, rank);
      fixture_add (batch, edition, "2025-11", area, MDG_FACILITY_HOSPITAL,
                   MDG_MEASURE_USAGE_RATE_ONLINE, MDG_QUALITY_PRINTED, rate);
    }
  figures = mdg_figures_new (batch);

  return 0;
}

static int
unload (void **state)
{
  g_clear_pointer (&figures, mdg_figures_unref);

  return 0;
}

/* As it is written for people, with their minus and separators. */
static double
to_number (const char *cell)
{
  g_autoptr (GString) plain = g_string_new (cell);

  g_string_replace (plain, "\u2212", "-", 0);
  g_string_replace (plain, ",", "", 0);

  return g_ascii_strtod (plain->str, NULL);
}

/* What a row must say of a figure, but for its name. */
static char *
make_key (const MdgObservation *value)
{
  const MdgEdition *edition = mdg_figures_get_edition (figures, value->edition);
  const char *doubt = mdg_chart_words_get_doubt (value->doubt);
  g_autofree char *period = mdg_format_period (value);
  g_autofree char *number = mdg_format_value_full (value);
  g_autofree char *source = value->page > 0
                              ? g_strdup_printf ("%s, page %d", edition->title, value->page)
                              : g_strdup (edition->title);

  return g_strjoin ("\t", period, number, mdg_quality_get_label (value->quality),
                    doubt != NULL ? doubt : "", source, NULL);
}

static char *
make_row_key (MdgChartTable *table, guint row)
{
  return g_strjoin (
    "\t", mdg_chart_table_get_cell (table, row, 1), mdg_chart_table_get_cell (table, row, 2),
    mdg_chart_table_get_cell (table, row, 3), mdg_chart_table_get_cell (table, row, 4),
    mdg_chart_table_get_cell (table, row, 5), NULL);
}

/* Figures by what a row must say of them. */
static GHashTable *
index_figures (void)
{
  GHashTable *index =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < mdg_figures_get_n (figures); i++)
    {
      const MdgObservation *value = mdg_figures_get (figures, i);
      g_autofree char *key = NULL;
      GPtrArray *values;

      if (!mdg_figures_is_shown (figures, i))
        continue;
      key = make_key (value);
      values = g_hash_table_lookup (index, key);
      if (values == NULL)
        {
          values = g_ptr_array_new ();
          g_hash_table_insert (index, g_strdup (key), values);
        }
      g_ptr_array_add (values, (gpointer) value);
    }

  return index;
}

static gboolean
is_in_line (const char *line, const char *sources)
{
  g_auto (GStrv) parts = g_strsplit (sources, "; ", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    if (strstr (line, parts[i]) == NULL)
      return FALSE;

  return TRUE;
}

static gboolean
is_event (MdgChartTable *table, guint row)
{
  MdgEvent events[MDG_N_EVENTS];
  guint n_events = mdg_event_find (MDG_MONTH (2020, 1), MDG_MONTH (2030, 1), events);

  if (mdg_chart_table_get_n_columns (table) < 7)
    return FALSE;

  for (guint i = 0; i < n_events; i++)
    {
      g_autofree char *day = mdg_format_day (events[i].day);

      if (g_str_equal (mdg_chart_table_get_cell (table, row, 6), events[i].text))
        return g_str_equal (mdg_chart_table_get_cell (table, row, 1), day) &&
               g_str_equal (mdg_chart_table_get_cell (table, row, 2), "") &&
               g_str_equal (mdg_chart_table_get_cell (table, row, 4),
                            events[i].doubt != NULL ? events[i].doubt : "") &&
               g_str_equal (mdg_chart_table_get_cell (table, row, 5),
                            events[i].source != NULL ? events[i].source : "");
    }

  return FALSE;
}

static gboolean
is_computed (const ChartKind *kind, const ChartCase *at, MdgChartTable *table, guint row)
{
  double expected;

  if (kind->compute == NULL ||
      !g_str_equal (mdg_chart_table_get_cell (table, row, 3),
                    mdg_quality_get_label (MDG_QUALITY_DERIVED)) ||
      g_str_equal (mdg_chart_table_get_cell (table, row, 5), ""))
    return FALSE;

  expected = kind->compute (figures, at, mdg_chart_table_get_cell (table, row, 0),
                            mdg_chart_table_get_cell (table, row, 1));

  return !isnan (expected) &&
         fabs (to_number (mdg_chart_table_get_cell (table, row, 2)) - expected) <
           (at->measure == MDG_MEASURE_MNC_COUNT ? 1 : TOLERANCE);
}

static void
check_points (MdgChartScene *scene, const char *kind)
{
  MdgChartTable *table = mdg_chart_scene_get_table (scene);

  for (guint i = 0; i < mdg_chart_scene_get_n_points (scene); i++)
    {
      const MdgChartPoint *point = mdg_chart_scene_get_point (scene, i);
      gboolean is_said = FALSE;

      for (guint row = 0; !is_said && row < mdg_chart_table_get_n_rows (table); row++)
        is_said = strstr (point->text, mdg_chart_table_get_cell (table, row, 1)) != NULL &&
                  strstr (point->text, mdg_chart_table_get_cell (table, row, 2)) != NULL;
      if (!is_said)
        fail_msg ("%s: “%s” is in no row", kind, point->text);
    }
}

static void
check (const ChartKind *kind, const ChartCase *at, GHashTable *index)
{
  g_autoptr (MdgChartScene) scene = kind->build (figures, at);
  MdgChartTable *table = mdg_chart_scene_get_table (scene);
  g_autofree char *line = mdg_chart_words_dup_source (table);
  g_autoptr (GHashTable) said = g_hash_table_new (g_direct_hash, g_direct_equal);
  guint n_rows = mdg_chart_table_get_n_rows (table);

  for (guint row = 0; row < n_rows; row++)
    {
      const char *cell = mdg_chart_table_get_cell (table, row, 0);
      g_autofree char *key = make_row_key (table, row);
      GPtrArray *values = g_hash_table_lookup (index, key);
      gboolean is_known = FALSE;

      for (guint i = 0; values != NULL && i < values->len; i++)
        {
          const MdgObservation *value = g_ptr_array_index (values, i);

          if (kind->names (cell, value) && (kind->has_more || kind->has (figures, at, value)))
            {
              is_known = TRUE;
              g_hash_table_add (said, (gpointer) value);
            }
        }
      if (!is_known && !is_computed (kind, at, table, row) && !(is_event (table, row)))
        fail_msg ("%s: the store does not say “%s\t%s”", kind->name, cell, key);
      if (!is_in_line (line, mdg_chart_table_get_cell (table, row, 5)))
        fail_msg ("%s: “%s” does not name “%s”", kind->name, line,
                  mdg_chart_table_get_cell (table, row, 5));
    }

  for (guint i = 0; n_rows > 0 && i < mdg_figures_get_n (figures); i++)
    {
      const MdgObservation *value = mdg_figures_get (figures, i);

      if (mdg_figures_is_shown (figures, i) && kind->has (figures, at, value) &&
          !g_hash_table_contains (said, value))
        {
          g_autofree char *key = make_key (value);

          fail_msg ("%s: the table does not say “%s”", kind->name, key);
        }
    }
  check_points (scene, kind->name);
}

static guint
check_kind (const ChartKind *kind, MdgMeasure measure, GHashTable *index)
{
  MdgFacilityType last_type = kind->of_types ? MDG_FACILITY_PHARMACY : MDG_FACILITY_ALL;
  MdgArea last_area = kind->of_areas ? MDG_N_PREFECTURES : MDG_AREA_NATIONAL;
  MdgMonth first_month = MDG_MONTH (2023, 1);
  MdgMonth last_month = kind->of_months ? MDG_MONTH (2026, 2) : first_month;
  guint n_checked = 0;

  for (MdgFacilityType type = MDG_FACILITY_ALL; type <= last_type; type++)
    for (MdgArea area = MDG_AREA_NATIONAL; area <= last_area; area++)
      for (MdgMonth month = first_month; month <= last_month; month++)
        {
          ChartCase at = { month, measure, type, area };

          check (kind, &at, index);
          n_checked++;
        }

  return n_checked;
}

static void
test_every_number_is_the_stores (void **state)
{
  g_autoptr (GHashTable) index = index_figures ();
  guint n_checked = 0;

  for (guint i = 0; i < chart_kinds_get_n (); i++)
    {
      const ChartKind *kind = chart_kinds_get (i);

      for (guint j = 0; j < kind->n_measures; j++)
        n_checked += check_kind (kind, kind->measures[j], index);
    }
  assert_true (n_checked > 3000);
}

static void
assert_cites (MdgChartTable *table, guint row, guint column, const MdgObservation *value)
{
  g_autofree char *source = mdg_chart_words_dup_edition (figures, value);
  const MdgEdition *edition = mdg_figures_get_edition (figures, value->edition);

  assert_true (g_str_has_prefix (source, edition->title));
  assert_string_equal (mdg_chart_table_get_cell (table, row, column), source);
}

/* Rank and previous rank each cite their own edition, also where these are two. */
static void
test_every_rank_is_the_stores (void **state)
{
  guint n_of_two_editions = 0;
  guint n_checked = 0;

  for (MdgMonth month = MDG_MONTH (2024, 1); month <= MDG_MONTH (2025, 12); month++)
    for (MdgFacilityType type = MDG_FACILITY_ALL; type <= MDG_FACILITY_PHARMACY; type++)
      {
        g_autoptr (MdgChartScene) scene =
          mdg_chart_rank_change_new (figures, month, type, MDG_AREA_NONE);
        MdgChartTable *table = mdg_chart_scene_get_table (scene);
        g_autofree char *line = mdg_chart_words_dup_source (table);

        for (guint row = 0; row < mdg_chart_table_get_n_rows (table); row++)
          {
            MdgArea area = MDG_AREA_NONE;
            const MdgObservation *rank;
            const MdgObservation *previous;
            g_autofree char *now = NULL;
            g_autofree char *before = NULL;

            for (MdgArea other = 1; other <= MDG_N_PREFECTURES; other++)
              if (g_str_equal (mdg_chart_table_get_cell (table, row, 0),
                               mdg_area_get_label (other, MDG_LANGUAGE_ENGLISH)))
                area = other;
            rank = chart_kind_find (figures, month, area, type, MDG_MEASURE_RANK);
            previous = chart_kind_find (figures, month, area, type, MDG_MEASURE_RANK_PREVIOUS);
            if (previous == NULL)
              previous =
                chart_kind_find (figures, (MdgMonth) (month - 1), area, type, MDG_MEASURE_RANK);
            assert_non_null (rank);
            assert_non_null (previous);

            now = mdg_format_rank ((guint) rank->value.digits);
            before = mdg_format_rank ((guint) previous->value.digits);
            assert_string_equal (mdg_chart_table_get_cell (table, row, 2), now);
            assert_string_equal (mdg_chart_table_get_cell (table, row, 3), before);
            assert_cites (table, row, 7, rank);
            assert_cites (table, row, 8, previous);
            assert_true (is_in_line (line, mdg_chart_table_get_cell (table, row, 7)));
            assert_true (is_in_line (line, mdg_chart_table_get_cell (table, row, 8)));
            n_of_two_editions += rank->edition != previous->edition;
            n_checked++;
          }
      }
  assert_int_equal (n_of_two_editions, MDG_N_PREFECTURES);
  assert_true (n_checked >= 5 * MDG_N_PREFECTURES);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_every_number_is_the_stores),
    cmocka_unit_test (test_every_rank_is_the_stores),
  };

  return mdg_test_run_full (tests, load, unload);
}
