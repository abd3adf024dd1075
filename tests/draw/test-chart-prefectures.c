/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "util/mdg-test.h"

#include <string.h>

#include "core/mdg-core-fixture.h"
#include "core/mdg-format.h"
#include "draw/mdg-chart-fixture.h"

/* The charts that compare prefectures, against the figures they are made from. */

#define FUKUSHIMA 7

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

/* The row of a table whose first cell is @first, which must be there. */
static guint
find_row (MdgChartTable *table, const char *first)
{
  for (guint row = 0; row < mdg_chart_table_get_n_rows (table); row++)
    if (g_str_equal (mdg_chart_table_get_cell (table, row, 0), first))
      return row;

  fail_msg ("There is no row %s", first);

  return 0;
}

static void
test_distribution_has_each_prefecture (void **state)
{
  g_autoptr (MdgChartScene) scene = fixture_build (figures, CHART_DISTRIBUTION);
  MdgChartTable *table = mdg_chart_scene_get_table (scene);
  MdgDecimal before = MDG_DECIMAL (0, 2);

  assert_int_equal (mdg_chart_scene_get_n_points (scene), MDG_N_PREFECTURES);
  /* Three quartiles and the nation follow the prefectures. */
  assert_int_equal (mdg_chart_table_get_n_rows (table), MDG_N_PREFECTURES + 4);
  for (guint i = 0; i < MDG_N_PREFECTURES; i++)
    {
      const MdgChartPoint *point = mdg_chart_scene_get_point (scene, i);
      const MdgObservation *rate;
      g_autofree char *percent = NULL;
      MdgArea area;

      assert_true (mdg_area_from_code (point->id, &area));
      rate = mdg_figures_lookup (figures, MDG_MONTH (2025, 10), MDG_DAY_NONE, area,
                                 MDG_FACILITY_ALL, MDG_MEASURE_USAGE_RATE_ONLINE);
      assert_non_null (rate);
      assert_true (mdg_decimal_compare (before, rate->value) <= 0);
      before = rate->value;
      percent = mdg_format_percent (rate->value);
      mdg_test_assert_contains (point->text, percent);
      assert_string_equal (mdg_chart_table_get_cell (table, i, 2), percent);
    }
  assert_string_equal (mdg_chart_table_get_cell (table, find_row (table, "Japan"), 2), "37.14%");
}

static void
test_distribution_says_where_one_stands (void **state)
{
  g_autoptr (MdgChartScene) scene = fixture_build (figures, CHART_DISTRIBUTION_SELECTED);

  mdg_test_assert_contains (mdg_chart_scene_get_description (scene),
                            "Fukushima: 38.62%, with 36 prefectures lower and 10 higher.");
  mdg_test_assert_contains (mdg_chart_scene_get_subtitle (scene), "Pharmacies");
}

/* Quartiles of figures in hundredths, by type 7: exact, whatever the number of prefectures. */
static void
test_quartiles_are_exact (void **state)
{
  static const struct
  {
    const char *values[6];
    const char *quartiles[3];
  } cases[] = {
    { { "10.00" }, { "10.00%", "10.00%", "10.00%" } },
    { { "10.00", "20.01" }, { "12.5025%", "15.005%", "17.5075%" } },
    { { "3.00", "1.00", "2.00" }, { "1.50%", "2.00%", "2.50%" } },
    { { "1.00", "2.00", "4.00", "8.00" }, { "1.75%", "3.00%", "5.00%" } },
    { { "5.00", "5.00", "5.00", "5.00", "5.00" }, { "5.00%", "5.00%", "5.00%" } },
  };
  static const char *const names[] = { "First quartile", "Median", "Third quartile" };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MdgBatch) batch = mdg_batch_new ();
      guint edition = fixture_add_edition (batch, "made-up", "2026-01-15", "made-up");
      g_autoptr (MdgFigures) made_up = NULL;
      g_autoptr (MdgChartScene) scene = NULL;
      MdgChartTable *table;

      for (guint j = 0; cases[i].values[j] != NULL; j++)
        fixture_add (batch, edition, "2025-12", (MdgArea) (j + 1), MDG_FACILITY_ALL,
                     MDG_MEASURE_USAGE_RATE_ONLINE, MDG_QUALITY_PRINTED, cases[i].values[j]);
      made_up = mdg_figures_new (batch);
      scene = fixture_build (made_up, CHART_DISTRIBUTION);
      table = mdg_chart_scene_get_table (scene);
      for (guint j = 0; j < G_N_ELEMENTS (names); j++)
        assert_string_equal (mdg_chart_table_get_cell (table, find_row (table, names[j]), 2),
                             cases[i].quartiles[j]);
    }
}

/* The bases are never on one scale: a chart of the one knows no figure of the other. */
static void
test_distribution_of_the_other_basis (void **state)
{
  g_autoptr (MdgChartScene) scene = mdg_chart_distribution_new (
    figures, MDG_MONTH (2025, 10), MDG_MEASURE_USAGE_RATE_CLAIMS, MDG_FACILITY_ALL, FUKUSHIMA);

  for (guint i = 0; i < mdg_chart_scene_get_n_points (scene); i++)
    assert_null (strstr (mdg_chart_scene_get_point (scene, i)->text, "online basis"));
  assert_null (strstr (mdg_chart_scene_get_subtitle (scene), "online"));
}

static void
test_rank_change_is_as_printed (void **state)
{
  g_autoptr (MdgChartScene) scene = fixture_build (figures, CHART_RANK_CHANGE);
  MdgChartTable *table = mdg_chart_scene_get_table (scene);

  assert_int_equal (mdg_chart_scene_get_n_points (scene), MDG_N_PREFECTURES);
  assert_int_equal (mdg_chart_table_get_n_rows (table), MDG_N_PREFECTURES);
  for (guint i = 0; i < MDG_N_PREFECTURES; i++)
    {
      const MdgChartPoint *point = mdg_chart_scene_get_point (scene, i);
      const MdgObservation *rank;
      const MdgObservation *previous;
      g_autofree char *now = NULL;
      g_autofree char *before = NULL;
      MdgArea area;

      assert_true (mdg_area_from_code (point->id, &area));
      rank = mdg_figures_lookup (figures, MDG_MONTH (2025, 10), MDG_DAY_NONE, area,
                                 MDG_FACILITY_HOSPITAL, MDG_MEASURE_RANK);
      previous = mdg_figures_lookup (figures, MDG_MONTH (2025, 10), MDG_DAY_NONE, area,
                                     MDG_FACILITY_HOSPITAL, MDG_MEASURE_RANK_PREVIOUS);
      assert_int_equal (rank->value.digits, i + 1);
      now = mdg_format_rank ((guint) rank->value.digits);
      before = mdg_format_rank ((guint) previous->value.digits);
      assert_string_equal (mdg_chart_table_get_cell (table, i, 2), now);
      assert_string_equal (mdg_chart_table_get_cell (table, i, 3), before);
      mdg_test_assert_contains (point->text, now);
      mdg_test_assert_contains (point->text, before);
    }
  mdg_test_assert_contains (mdg_chart_scene_get_description (scene), "Miyagi, 8 places up");
  mdg_test_assert_contains (mdg_chart_scene_get_description (scene), "Miyazaki, 4 places down");
}

/* Those of all facilities are worked out; prefectures too near to each other are left out, and it is
 * said which. */
static void
test_derived_previous_ranks (void **state)
{
  g_autoptr (MdgChartScene) scene =
    mdg_chart_rank_change_new (figures, MDG_MONTH (2025, 10), MDG_FACILITY_ALL, FUKUSHIMA);
  guint n_known = 0;

  for (MdgArea area = 1; area <= MDG_N_PREFECTURES; area++)
    {
      const MdgObservation *previous =
        mdg_figures_lookup (figures, MDG_MONTH (2025, 10), MDG_DAY_NONE, area, MDG_FACILITY_ALL,
                            MDG_MEASURE_RANK_PREVIOUS);

      if (previous == NULL)
        {
          mdg_test_assert_contains (strstr (mdg_chart_scene_get_note (scene), "Left out"),
                                    mdg_area_get_label (area, MDG_LANGUAGE_ENGLISH));
          continue;
        }
      assert_int_equal (previous->quality, MDG_QUALITY_DERIVED);
      n_known++;
    }
  assert_int_equal (n_known, 41);
  assert_int_equal (mdg_chart_scene_get_n_points (scene), n_known);
  assert_int_equal (mdg_chart_table_get_n_rows (mdg_chart_scene_get_table (scene)), n_known);
  mdg_test_assert_contains (mdg_chart_scene_get_note (scene), "to rank them: Fukushima, ");
}

static void
test_unknown_previous_ranks_are_said (void **state)
{
  g_autoptr (MdgBatch) batch = mdg_batch_new ();
  guint edition = fixture_add_edition (batch, "made-up", "2026-01-15", "made-up");
  g_autoptr (MdgFigures) made_up = NULL;
  g_autoptr (MdgChartScene) scene = NULL;

  for (MdgArea area = 1; area <= MDG_N_PREFECTURES; area++)
    {
      g_autofree char *rank = g_strdup_printf ("%u", area);

      fixture_add (batch, edition, "2025-12", area, MDG_FACILITY_ALL, MDG_MEASURE_RANK,
                   MDG_QUALITY_PRINTED, rank);
    }
  made_up = mdg_figures_new (batch);
  scene = mdg_chart_rank_change_new (made_up, MDG_MONTH (2025, 12), MDG_FACILITY_ALL, FUKUSHIMA);

  assert_int_equal (mdg_chart_scene_get_n_points (scene), 0);
  assert_int_equal (mdg_chart_table_get_n_rows (mdg_chart_scene_get_table (scene)), 0);
  mdg_test_assert_contains (mdg_chart_scene_get_note (scene), "four facility types");
}

/* Where previous ranks are not printed, those of the month before are what was. */
static void
test_previous_ranks_of_the_month_before (void **state)
{
  g_autoptr (MdgBatch) batch = mdg_batch_new ();
  guint edition = fixture_add_edition (batch, "made-up", "2026-01-15", "made-up");
  g_autoptr (MdgFigures) made_up = NULL;
  g_autoptr (MdgChartScene) scene = NULL;

  fixture_add (batch, edition, "2025-11", 1, MDG_FACILITY_ALL, MDG_MEASURE_RANK,
               MDG_QUALITY_PRINTED, "2");
  fixture_add (batch, edition, "2025-11", 2, MDG_FACILITY_ALL, MDG_MEASURE_RANK,
               MDG_QUALITY_PRINTED, "1");
  fixture_add (batch, edition, "2025-12", 1, MDG_FACILITY_ALL, MDG_MEASURE_RANK,
               MDG_QUALITY_PRINTED, "1");
  fixture_add (batch, edition, "2025-12", 2, MDG_FACILITY_ALL, MDG_MEASURE_RANK,
               MDG_QUALITY_PRINTED, "2");
  made_up = mdg_figures_new (batch);
  scene = mdg_chart_rank_change_new (made_up, MDG_MONTH_NONE, MDG_FACILITY_ALL, MDG_AREA_NONE);

  assert_int_equal (mdg_chart_scene_get_n_points (scene), 2);
  mdg_test_assert_contains (mdg_chart_scene_get_point (scene, 0)->text, "1 place up");
  mdg_test_assert_contains (mdg_chart_scene_get_point (scene, 1)->text, "1 place down");
}

/* What is said of a region is what its prefectures' counts say, rounded half up. */
static void
test_regions_are_pooled_from_counts (void **state)
{
  g_autoptr (MdgChartScene) scene = fixture_build (figures, CHART_REGIONS);

  assert_int_equal (mdg_chart_scene_get_n_points (scene), MDG_N_PREFECTURES + MDG_N_REGIONS - 1);
  for (MdgRegion region = MDG_REGION_HOKKAIDO; region < MDG_N_REGIONS; region++)
    {
      g_autofree char *id = g_strdup_printf ("region/%d", (int) region);
      int index = mdg_chart_scene_find_point (scene, id);
      g_autofree char *percent = NULL;
      gint64 with_card = 0;
      gint64 all = 0;
      gint64 hundredths;

      for (guint area = 1; area < MDG_N_AREAS; area++)
        {
          if (mdg_area_get_region ((MdgArea) area) != region)
            continue;
          with_card += mdg_figures_lookup (figures, MDG_MONTH (2025, 10), MDG_DAY_NONE,
                                           (MdgArea) area, MDG_FACILITY_ALL, MDG_MEASURE_MNC_COUNT)
                         ->value.digits;
          all += mdg_figures_lookup (figures, MDG_MONTH (2025, 10), MDG_DAY_NONE, (MdgArea) area,
                                     MDG_FACILITY_ALL, MDG_MEASURE_VERIFICATION_COUNT)
                   ->value.digits;
        }
      hundredths = (with_card * 20000 + all) / (2 * all);
      percent = g_strdup_printf ("%" G_GINT64_FORMAT ".%02" G_GINT64_FORMAT "%%", hundredths / 100,
                                 hundredths % 100);
      assert_true (index >= 0);
      mdg_test_assert_contains (mdg_chart_scene_get_point (scene, (guint) index)->text, percent);
      mdg_test_assert_contains (mdg_chart_scene_get_point (scene, (guint) index)->text, "Derived");
    }
  mdg_test_assert_contains (mdg_chart_scene_get_definition (scene), "does not print it");
}

/* Without all counts there is no rate of a region, and nothing claims one. */
static void
test_regions_without_counts (void **state)
{
  g_autoptr (MdgBatch) batch = mdg_batch_new ();
  guint edition = fixture_add_edition (batch, "made-up", "2026-01-15", "made-up");
  g_autoptr (MdgFigures) made_up = NULL;
  g_autoptr (MdgChartScene) scene = NULL;

  fixture_add (batch, edition, "2025-12", 36, MDG_FACILITY_ALL, MDG_MEASURE_USAGE_RATE_ONLINE,
               MDG_QUALITY_PRINTED, "30.00");
  fixture_add (batch, edition, "2025-12", 36, MDG_FACILITY_ALL, MDG_MEASURE_MNC_COUNT,
               MDG_QUALITY_PRINTED, "30");
  fixture_add (batch, edition, "2025-12", 36, MDG_FACILITY_ALL, MDG_MEASURE_VERIFICATION_COUNT,
               MDG_QUALITY_PRINTED, "100");
  made_up = mdg_figures_new (batch);
  scene = fixture_build (made_up, CHART_REGIONS);

  assert_int_equal (mdg_chart_scene_get_n_points (scene), 1);
  assert_null (strstr (mdg_chart_scene_get_definition (scene), "does not print it"));
}

/* Each known rate of a type is one point, and all facilities have theirs in the same months. */
static void
test_facility_trend_has_each_figure (void **state)
{
  g_autoptr (MdgChartScene) scene = fixture_build (figures, CHART_FACILITY_TREND);
  guint n_values = 0;

  for (guint type = MDG_FACILITY_HOSPITAL; type <= MDG_FACILITY_PHARMACY; type++)
    {
      g_autoptr (GArray) series =
        mdg_figures_get_series (figures, MDG_AREA_NATIONAL, type, MDG_MEASURE_USAGE_RATE_ONLINE);

      assert_true (series->len >= 3);
      for (guint i = 0; i < series->len; i++)
        {
          const MdgObservation *value = &g_array_index (series, MdgObservation, i);
          g_autofree char *month = mdg_month_to_string (value->month);
          g_autofree char *id = g_strconcat (mdg_facility_type_get_id (type), "/", month, NULL);
          g_autofree char *all_id = g_strconcat ("all/", month, NULL);
          g_autofree char *percent = mdg_format_percent (value->value);
          int index = mdg_chart_scene_find_point (scene, id);

          assert_true (index >= 0);
          mdg_test_assert_contains (mdg_chart_scene_get_point (scene, (guint) index)->text,
                                    percent);
          assert_true (mdg_chart_scene_find_point (scene, all_id) >= 0);
          n_values++;
        }
    }
  assert_int_equal (mdg_chart_table_get_n_rows (mdg_chart_scene_get_table (scene)),
                    mdg_chart_scene_get_n_points (scene));
  assert_int_equal (mdg_chart_scene_get_n_points (scene), n_values + n_values / 4);
  mdg_test_assert_contains (mdg_chart_scene_get_note (scene), "Secondary");
}

/* Marks are points and rows, and their numbers are explained in words. */
static void
test_trend_marks_events (void **state)
{
  g_autoptr (MdgChartScene) online = fixture_build (figures, CHART_TREND);
  g_autoptr (MdgChartScene) claims = fixture_build (figures, CHART_TREND_CLAIMS);
  int first = mdg_chart_scene_find_point (online, "event/2024-12-02");
  int third = mdg_chart_scene_find_point (online, "event/2025-10-31");
  MdgChartTable *table = mdg_chart_scene_get_table (online);
  g_autofree char *csv = mdg_chart_table_to_csv (table);
  const MdgChartPoint *point;

  assert_true (first >= 0 && third >= 0);
  point = mdg_chart_scene_get_point (online, (guint) first);
  mdg_test_assert_contains (point->text, "2 December 2024: No new insurance cards are issued.");
  mdg_test_assert_contains (point->text, "Source: Ministry of Health, Labour and Welfare");
  mdg_test_assert_contains (mdg_chart_scene_get_description (online), point->text);
  mdg_test_assert_contains (mdg_chart_scene_get_note (online),
                            "1: 2 December 2024 – No new insurance cards are issued");
  mdg_test_assert_contains (csv, "No new insurance cards are issued");

  /* A doubt stands wherever its event does. */
  point = mdg_chart_scene_get_point (online, (guint) third);
  mdg_test_assert_contains (point->text, "has not been seen");
  mdg_test_assert_contains (mdg_chart_scene_get_description (online), point->text);
  mdg_test_assert_contains (mdg_chart_scene_get_note (online), "(unconfirmed)");
  mdg_test_assert_contains (csv, "has not been seen");

  mdg_test_assert_contains (mdg_chart_scene_get_note (claims),
                            "an expired card may still be taken");
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_distribution_has_each_prefecture),
    cmocka_unit_test (test_distribution_says_where_one_stands),
    cmocka_unit_test (test_quartiles_are_exact),
    cmocka_unit_test (test_distribution_of_the_other_basis),
    cmocka_unit_test (test_rank_change_is_as_printed),
    cmocka_unit_test (test_derived_previous_ranks),
    cmocka_unit_test (test_unknown_previous_ranks_are_said),
    cmocka_unit_test (test_previous_ranks_of_the_month_before),
    cmocka_unit_test (test_regions_are_pooled_from_counts),
    cmocka_unit_test (test_regions_without_counts),
    cmocka_unit_test (test_facility_trend_has_each_figure),
    cmocka_unit_test (test_trend_marks_events),
  };

  return mdg_test_run_full (tests, load, unload);
}
