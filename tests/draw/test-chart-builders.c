/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "util/mdg-test.h"

#include <string.h>

#include "core/mdg-event.h"
#include "core/mdg-format.h"
#include "draw/mdg-chart-fixture.h"

static MdgFigures *figures;

static int
load (void **state)
{
  figures = fixture_load_bundle ();

  return 0;
}

static int
unload (void **state)
{
  g_clear_pointer (&figures, mdg_figures_unref);

  return 0;
}

static const MdgChartPoint *
get_point (MdgChartScene *scene, const char *id)
{
  int index = mdg_chart_scene_find_point (scene, id);

  if (index < 0)
    fail_msg ("There is no point %s", id);

  return mdg_chart_scene_get_point (scene, (guint) index);
}

static gboolean
is_cell (MdgChartTable *table, guint row, guint column, const char *expected)
{
  g_autoptr (GString) cell = g_string_new (mdg_chart_table_get_cell (table, row, column));

  /* Where a line may break is not the matter here. */
  g_string_replace (cell, "\u00a0", " ", 0);

  return g_str_equal (cell->str, expected);
}

static gboolean
has_row (MdgChartScene *scene, const char *first, const char *period, const char *value)
{
  MdgChartTable *table = mdg_chart_scene_get_table (scene);

  for (guint row = 0; row < mdg_chart_table_get_n_rows (table); row++)
    if (is_cell (table, row, 0, first) && is_cell (table, row, 1, period) &&
        is_cell (table, row, 2, value))
      return TRUE;

  return FALSE;
}

/* Each figure of the series is one point and one row; what else there is are the events. */
static void
check_trend (MdgMeasure measure)
{
  g_autoptr (MdgChartScene) scene =
    mdg_chart_trend_new (figures, measure, MDG_FACILITY_ALL, MDG_AREA_NATIONAL);
  g_autoptr (GArray) series =
    mdg_figures_get_series (figures, MDG_AREA_NATIONAL, MDG_FACILITY_ALL, measure);
  MdgEvent events[MDG_N_EVENTS];
  guint n_events;

  assert_true (series->len > 1);
  n_events = mdg_event_find (g_array_index (series, MdgObservation, 0).month,
                             g_array_index (series, MdgObservation, series->len - 1).month, events);
  assert_true (n_events > 0);
  assert_int_equal (mdg_chart_scene_get_n_points (scene), series->len + n_events);
  assert_int_equal (mdg_chart_table_get_n_rows (mdg_chart_scene_get_table (scene)),
                    series->len + n_events);
  for (guint i = 0; i < series->len; i++)
    {
      const MdgObservation *value = &g_array_index (series, MdgObservation, i);
      g_autofree char *id = mdg_month_to_string (value->month);
      g_autofree char *month = mdg_format_month (value->month);
      g_autofree char *percent = mdg_format_percent (value->value);
      const MdgChartPoint *point = get_point (scene, id);

      assert_string_equal (point->label, month);
      mdg_test_assert_contains (point->text, percent);
      mdg_test_assert_contains (point->text, mdg_quality_get_label (value->quality));
      mdg_test_assert_contains (point->text, mdg_doubt_get_description (value->doubt));
      assert_true (has_row (scene, "Japan", month, percent));
    }
}

static void
test_trend_has_each_figure (void **state)
{
  check_trend (MDG_MEASURE_USAGE_RATE_ONLINE);
  check_trend (MDG_MEASURE_USAGE_RATE_CLAIMS);
}

static void
test_trend_names_gaps (void **state)
{
  g_autoptr (MdgChartScene) scene = fixture_build (figures, CHART_TREND);

  mdg_test_assert_contains (mdg_chart_scene_get_description (scene),
                            "No figures are known for: August 2024, July 2025 to August 2025.");
}

static void
test_prefecture_has_the_nation_beside_it (void **state)
{
  g_autoptr (MdgChartScene) scene = fixture_build (figures, CHART_TREND_PREFECTURE);

  mdg_test_assert_contains (get_point (scene, "07/2025-10")->text, "42.93%");
  assert_string_equal (get_point (scene, "07/2025-10")->series, "Fukushima");
  mdg_test_assert_contains (get_point (scene, "00/2025-10")->text, "37.14%");
  assert_true (has_row (scene, "Fukushima", "October 2025", "42.93%"));
  assert_true (has_row (scene, "Japan", "October 2025", "37.14%"));
}

static void
check_no_word (const char *text, const char *word)
{
  if (text != NULL && strstr (text, word) != NULL)
    fail_msg ("\"%s\" stands in \"%s\"", word, text);
}

/* Nothing a chart shows is on the one basis where another figure of it is on the other. */
static void
test_bases_never_meet (void **state)
{
  for (guint chart = 0; chart < N_CHARTS; chart++)
    {
      g_autoptr (MdgChartScene) scene = fixture_build (figures, chart);
      gboolean is_claims = chart == CHART_TREND_CLAIMS || chart == CHART_BANDS;
      const char *other = is_claims ? "online basis" : "claims basis";

      check_no_word (mdg_chart_scene_get_title (scene), other);
      check_no_word (mdg_chart_scene_get_subtitle (scene), other);
      check_no_word (mdg_chart_scene_get_description (scene), other);
      for (guint i = 0; i < mdg_chart_scene_get_n_points (scene); i++)
        check_no_word (mdg_chart_scene_get_point (scene, i)->text, other);
      if (chart != CHART_FUNNEL)
        mdg_test_assert_contains (mdg_chart_scene_get_subtitle (scene),
                                  is_claims ? "claims basis" : "online basis");
    }
}

static void
test_facility_types (void **state)
{
  g_autoptr (MdgChartScene) nation = fixture_build (figures, CHART_TYPES);
  g_autoptr (MdgChartScene) prefecture = fixture_build (figures, CHART_TYPES_PREFECTURE);
  g_autoptr (MdgChartScene) earlier =
    mdg_chart_facility_types_new (figures, MDG_MONTH (2024, 7), MDG_AREA_NATIONAL);

  assert_int_equal (mdg_chart_scene_get_n_points (nation), 5);
  mdg_test_assert_contains (get_point (nation, "00/hospital")->text, "57.00%");
  mdg_test_assert_contains (get_point (nation, "00/hospital")->text, "Derived");
  mdg_test_assert_contains (mdg_chart_scene_get_note (nation), "Derived");
  mdg_test_assert_contains (mdg_chart_scene_get_subtitle (nation), "October 2025");

  assert_int_equal (mdg_chart_scene_get_n_points (prefecture), 10);
  mdg_test_assert_contains (get_point (prefecture, "07/dental_clinic")->text, "58.46%");
  mdg_test_assert_contains (get_point (prefecture, "00/dental_clinic")->text, "50.04%");
  assert_true (has_row (prefecture, "Japan, Dental clinics", "October 2025", "50.04%"));

  mdg_test_assert_contains (get_point (earlier, "00/pharmacy")->text, "July 2024: 10.93%");
}

static void
test_funnel_is_as_printed (void **state)
{
  g_autoptr (MdgChartScene) scene = fixture_build (figures, CHART_FUNNEL);

  assert_int_equal (mdg_chart_scene_get_n_points (scene), 6);
  mdg_test_assert_contains (get_point (scene, "holder_share")->text, "79.9%");
  mdg_test_assert_contains (get_point (scene, "registration_share")->text, "87.8%");
  mdg_test_assert_contains (get_point (scene, "usage_rate_online")->text, "37.14%");
  mdg_test_assert_contains (get_point (scene, "holder_share/baseline")->text, "73.1%");
  mdg_test_assert_contains (get_point (scene, "holder_share/baseline")->text, "date is inferred");
  mdg_test_assert_contains (get_point (scene, "registration_share/baseline")->text, "77.9%");
  mdg_test_assert_contains (get_point (scene, "usage_rate_online/baseline")->text, "4.99%");
  mdg_test_assert_contains (get_point (scene, "usage_rate_online/baseline")->text,
                            "different months");

  /* Each share stands beside its own whole, and the last counts no people. */
  assert_true (has_row (scene, "Population", "1 January 2025", "about 124.33 million people"));
  assert_true (
    has_row (scene, "My Number card holders", "31 October 2025", "about 99.48 million people"));
  assert_true (has_row (scene, "All online verifications", "October 2025", "274,605,299"));
  assert_true (has_row (scene, "Verifications with a My Number insurance card", "October 2025",
                        "101,991,041"));
}

static void
test_funnel_of_a_month_without_cards (void **state)
{
  g_autoptr (MdgChartScene) scene = mdg_chart_funnel_new (figures, MDG_MONTH (2024, 7));

  assert_int_equal (mdg_chart_scene_find_point (scene, "holder_share"), -1);
  mdg_test_assert_contains (get_point (scene, "usage_rate_online")->text, "11.13%");
}

static void
test_usage_bands (void **state)
{
  g_autoptr (MdgChartScene) scene = fixture_build (figures, CHART_BANDS);
  const char *const pairs[][3] = {
    { "unassigned-1", "92.1%", "1.9%" },
    { "unassigned-2", "91.5%", "5.0%" },
    { "unassigned-3", "91.6%", "3.2%" },
    { "unassigned-4", "94.3%", "8.9%" },
  };

  assert_int_equal (mdg_chart_scene_get_n_points (scene), 2 * 3 + 4 * 2);
  mdg_test_assert_contains (get_point (scene, "2023-12/under-10")->text, "92.4%");
  mdg_test_assert_contains (get_point (scene, "2023-12/under-10")->text, "type is inferred");
  mdg_test_assert_contains (get_point (scene, "2023-12/30-and-over")->text, "0.9%");
  mdg_test_assert_contains (get_point (scene, "2025-09/30-and-over")->text, "79.8%");

  mdg_test_assert_contains (mdg_chart_scene_get_note (scene), "facility type inferred");
  mdg_test_assert_contains (mdg_chart_scene_get_note (scene), "facility type unknown");

  /* What the source does not print is computed, and says so. */
  mdg_test_assert_contains (get_point (scene, "2023-12/between")->text, "6.7%");
  mdg_test_assert_contains (get_point (scene, "2025-09/between")->text, "14.7%");
  mdg_test_assert_contains (get_point (scene, "2025-09/between")->text, "Derived");

  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autofree char *before = g_strconcat ("2023-12/", pairs[i][0], NULL);
      g_autofree char *after = g_strconcat ("2025-09/", pairs[i][0], NULL);

      mdg_test_assert_contains (get_point (scene, before)->text, pairs[i][1]);
      mdg_test_assert_contains (get_point (scene, after)->text, pairs[i][2]);
      mdg_test_assert_contains (get_point (scene, after)->text, "nothing tells which it is");
    }
}

static void
test_ranking_is_by_the_ministrys_rank (void **state)
{
  g_autoptr (MdgChartScene) scene = fixture_build (figures, CHART_RANKING);

  assert_int_equal (mdg_chart_scene_get_n_points (scene), MDG_N_PREFECTURES);
  for (guint i = 0; i < MDG_N_PREFECTURES; i++)
    {
      const MdgChartPoint *point = mdg_chart_scene_get_point (scene, i);
      const MdgObservation *rank;
      MdgArea area;

      assert_true (mdg_area_from_code (point->id, &area));
      rank = mdg_figures_lookup (figures, MDG_MONTH (2025, 10), MDG_DAY_NONE, area,
                                 MDG_FACILITY_ALL, MDG_MEASURE_RANK);
      assert_non_null (rank);
      assert_int_equal (rank->value.digits, i + 1);
    }
  assert_true (has_row (scene, "Japan", "October 2025", "37.14%"));
}

static void
test_ranking_of_an_incomplete_month (void **state)
{
  g_autoptr (MdgChartScene) scene = mdg_chart_ranking_new (
    figures, MDG_MONTH (2024, 3), MDG_MEASURE_USAGE_RATE_ONLINE, MDG_FACILITY_ALL, MDG_AREA_NONE);

  assert_int_equal (mdg_chart_scene_get_n_points (scene), 30);
  mdg_test_assert_contains (mdg_chart_scene_get_description (scene), "30 of 47 prefectures");
}

static void
test_all_say_what_they_are (void **state)
{
  for (guint chart = 0; chart < N_CHARTS; chart++)
    {
      g_autoptr (MdgChartScene) scene = fixture_build (figures, chart);
      MdgChartTable *table = mdg_chart_scene_get_table (scene);

      assert_true (strlen (mdg_chart_scene_get_title (scene)) > 0);
      assert_true (strlen (mdg_chart_scene_get_subtitle (scene)) > 0);
      assert_true (strlen (mdg_chart_scene_get_description (scene)) > 20);
      assert_true (strlen (mdg_chart_scene_get_definition (scene)) > 20);
      assert_true (mdg_chart_scene_get_n_points (scene) > 0);
      assert_true (mdg_chart_table_get_n_rows (table) >= mdg_chart_scene_get_n_points (scene));
    }
}

/* From the first point the arrows alone lead to every other. */
static void
test_keys_reach_every_point (void **state)
{
  for (guint chart = 0; chart < N_CHARTS; chart++)
    {
      g_autoptr (MdgChartScene) scene = fixture_build (figures, chart);
      guint n_points = mdg_chart_scene_get_n_points (scene);
      g_autofree gboolean *is_seen = g_new0 (gboolean, n_points);
      g_autofree int *queue = g_new0 (int, n_points);
      guint n_queued = 1;

      queue[0] = mdg_chart_scene_go (scene, -1, MDG_CHART_GO_RIGHT);
      assert_int_equal (queue[0], 0);
      is_seen[0] = TRUE;
      for (guint i = 0; i < n_queued; i++)
        for (int direction = MDG_CHART_GO_LEFT; direction <= MDG_CHART_GO_DOWN; direction++)
          {
            int to = mdg_chart_scene_go (scene, queue[i], (MdgChartDirection) direction);

            mdg_test_assert_in_range (to, 0, n_points - 1);
            if (is_seen[to])
              continue;
            is_seen[to] = TRUE;
            queue[n_queued++] = to;
          }
      assert_int_equal (n_queued, n_points);
    }
}

/* In a row of several figures they lead to its ends, in one column to those of the chart. */
static void
test_home_and_end (void **state)
{
  g_autoptr (MdgChartScene) trend = fixture_build (figures, CHART_TREND);
  g_autoptr (MdgChartScene) ranking = fixture_build (figures, CHART_RANKING);
  int oldest = mdg_chart_scene_find_point (trend, "2023-01");
  int newest = mdg_chart_scene_find_point (trend, "2025-11");
  int event = mdg_chart_scene_find_point (trend, "event/2024-12-02");
  int last = (int) mdg_chart_scene_get_n_points (ranking) - 1;

  assert_int_equal (mdg_chart_scene_go (trend, -1, MDG_CHART_GO_FIRST), oldest);
  assert_int_equal (mdg_chart_scene_go (trend, -1, MDG_CHART_GO_LAST), newest);
  assert_int_equal (mdg_chart_scene_go (trend, newest, MDG_CHART_GO_FIRST), oldest);
  assert_int_equal (mdg_chart_scene_go (trend, oldest, MDG_CHART_GO_LAST), newest);
  assert_int_equal (mdg_chart_scene_go (trend, event, MDG_CHART_GO_LAST),
                    mdg_chart_scene_find_point (trend, "event/2025-10-31"));
  assert_int_equal (mdg_chart_scene_go (ranking, 5, MDG_CHART_GO_FIRST), 0);
  assert_int_equal (mdg_chart_scene_go (ranking, 5, MDG_CHART_GO_LAST), last);
}

static void
test_ids_are_unique (void **state)
{
  for (guint chart = 0; chart < N_CHARTS; chart++)
    {
      g_autoptr (MdgChartScene) scene = fixture_build (figures, chart);

      for (guint i = 0; i < mdg_chart_scene_get_n_points (scene); i++)
        assert_int_equal (
          mdg_chart_scene_find_point (scene, mdg_chart_scene_get_point (scene, i)->id), i);
      assert_int_equal (mdg_chart_scene_find_point (scene, "nowhere"), -1);
      assert_int_equal (mdg_chart_scene_find_point (scene, NULL), -1);
    }
}

static void
test_nothing_known (void **state)
{
  g_autoptr (MdgFigures) nothing = fixture_load_nothing ();

  for (guint chart = 0; chart < N_CHARTS; chart++)
    {
      g_autoptr (MdgChartScene) scene = fixture_build (nothing, chart);

      assert_int_equal (mdg_chart_scene_get_n_points (scene), 0);
      assert_int_equal (mdg_chart_scene_go (scene, -1, MDG_CHART_GO_RIGHT), -1);
      assert_int_equal (mdg_chart_table_get_n_rows (mdg_chart_scene_get_table (scene)), 0);
      mdg_test_assert_finalize (g_steal_pointer (&scene));
    }
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_trend_has_each_figure),
    cmocka_unit_test (test_trend_names_gaps),
    cmocka_unit_test (test_prefecture_has_the_nation_beside_it),
    cmocka_unit_test (test_bases_never_meet),
    cmocka_unit_test (test_facility_types),
    cmocka_unit_test (test_funnel_is_as_printed),
    cmocka_unit_test (test_funnel_of_a_month_without_cards),
    cmocka_unit_test (test_usage_bands),
    cmocka_unit_test (test_ranking_is_by_the_ministrys_rank),
    cmocka_unit_test (test_ranking_of_an_incomplete_month),
    cmocka_unit_test (test_all_say_what_they_are),
    cmocka_unit_test (test_keys_reach_every_point),
    cmocka_unit_test (test_home_and_end),
    cmocka_unit_test (test_ids_are_unique),
    cmocka_unit_test (test_nothing_known),
  };

  return mdg_test_run_full (tests, load, unload);
}
