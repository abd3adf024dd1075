/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "util/mdg-test.h"

#include "core/mdg-bundle.h"
#include "model/mdg-figure-list.h"

typedef struct
{
  MdgFigures *figures;
  MdgFigureModel *model;
} Fixture;

static int
set_up (void **state)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MdgBatch) batch = mdg_bundle_load (&error);
  Fixture *fixture = g_new0 (Fixture, 1);

  mdg_test_assert_no_error (error);
  fixture->figures = mdg_figures_new (batch);
  fixture->model = mdg_figure_model_new ();
  mdg_figure_model_set_figures (fixture->model, fixture->figures);
  *state = fixture;

  return 0;
}

static int
tear_down (void **state)
{
  Fixture *fixture = *state;

  mdg_figures_unref (fixture->figures);
  mdg_test_assert_finalize (fixture->model);
  g_free (fixture);

  return 0;
}

static MdgFigureRow *
get_row (MdgFigureList *list, guint position)
{
  g_autoptr (MdgFigureRow) row = g_list_model_get_item (G_LIST_MODEL (list), position);

  return row;
}

static void
look_at (Fixture *fixture, MdgMonth month, MdgMeasure measure, MdgFacilityType type, MdgArea area)
{
  MdgScope wish = { .month = month, .measure = measure, .facility_type = type, .area = area };

  assert_int_equal (mdg_figure_model_set_scope (fixture->model, &wish), MDG_SCOPE_UNCHANGED);
}

static char *
get_text (MdgFigureRow *row, const char *property)
{
  char *text = NULL;

  g_object_get (row, property, &text, NULL);
  return text;
}

static void
test_holds_every_prefecture (void **state)
{
  Fixture *fixture = *state;
  MdgFigureList *list = mdg_figure_list_new (fixture->model, MDG_FIGURE_LIST_AREAS);
  gboolean ranks[MDG_N_PREFECTURES + 1] = { FALSE };

  assert_int_equal (g_list_model_get_n_items (G_LIST_MODEL (list)), MDG_N_PREFECTURES);
  assert_null (g_list_model_get_item (G_LIST_MODEL (list), MDG_N_PREFECTURES));
  assert_int_equal (mdg_figure_list_get_n_known (list), MDG_N_PREFECTURES);

  for (guint i = 0; i < MDG_N_PREFECTURES; i++)
    {
      MdgFigureRow *row = get_row (list, i);
      const MdgObservation *expected =
        mdg_figures_lookup (fixture->figures, MDG_MONTH (2025, 10), MDG_DAY_NONE, (MdgArea) (i + 1),
                            MDG_FACILITY_ALL, MDG_MEASURE_USAGE_RATE_ONLINE);

      assert_int_equal (mdg_figure_row_get_area (row), i + 1);
      assert_ptr_equal (mdg_figure_row_get_value (row), expected);
      mdg_test_assert_in_range (mdg_figure_row_get_rank (row), 1, MDG_N_PREFECTURES);
      assert_false (ranks[mdg_figure_row_get_rank (row)]);
      ranks[mdg_figure_row_get_rank (row)] = TRUE;
    }
  mdg_test_assert_finalize (list);
}

static void
test_rows_stay_while_the_scope_changes (void **state)
{
  Fixture *fixture = *state;
  MdgFigureList *list = mdg_figure_list_new (fixture->model, MDG_FIGURE_LIST_AREAS);
  MdgFigureRow *row = get_row (list, 6);
  g_autofree char *before = get_text (row, "value-text");
  g_autofree char *after = NULL;
  guint n_updated = 0;
  guint n_notified = 0;
  guint n_items_changed = 0;

  g_signal_connect_swapped (list, "updated", G_CALLBACK (mdg_test_count_cb), &n_updated);
  g_signal_connect_swapped (list, "items-changed", G_CALLBACK (mdg_test_count_cb),
                            &n_items_changed);
  g_signal_connect_swapped (row, "notify::value-text", G_CALLBACK (mdg_test_count_cb), &n_notified);
  look_at (fixture, MDG_MONTH (2025, 10), MDG_MEASURE_USAGE_RATE_ONLINE, MDG_FACILITY_PHARMACY, 7);
  after = get_text (row, "value-text");

  assert_ptr_equal (get_row (list, 6), row);
  assert_int_equal (n_updated, 1);
  assert_int_equal (n_notified, 1);
  assert_int_equal (n_items_changed, 0);
  assert_string_not_equal (before, after);
  mdg_test_assert_finalize (list);
}

/* In March 2024 30 of 47 are known: a place among those would be no rank. */
static void
test_no_rank_among_the_few_that_are_known (void **state)
{
  Fixture *fixture = *state;
  MdgFigureList *list = mdg_figure_list_new (fixture->model, MDG_FIGURE_LIST_AREAS);
  guint n_unknown = 0;

  look_at (fixture, MDG_MONTH (2024, 3), MDG_MEASURE_USAGE_RATE_ONLINE, MDG_FACILITY_ALL, 7);
  assert_int_equal (mdg_figure_list_get_n_known (list), 30);

  for (guint i = 0; i < MDG_N_PREFECTURES; i++)
    {
      MdgFigureRow *row = get_row (list, i);
      g_autofree char *text = get_text (row, "value-text");

      if (mdg_figure_row_get_value (row) == NULL)
        {
          n_unknown++;
          assert_string_equal (text, "–");
        }
      else
        {
          assert_string_not_equal (text, "–");
        }
      assert_int_equal (mdg_figure_row_get_rank (row), 0);
    }
  assert_int_equal (n_unknown, 17);
  mdg_test_assert_finalize (list);
}

static void
test_counts_are_ordered_by_value (void **state)
{
  Fixture *fixture = *state;
  MdgFigureList *list = mdg_figure_list_new (fixture->model, MDG_FIGURE_LIST_AREAS);

  look_at (fixture, MDG_MONTH (2025, 10), MDG_MEASURE_MNC_COUNT, MDG_FACILITY_HOSPITAL, 7);
  for (guint i = 0; i < MDG_N_PREFECTURES; i++)
    {
      MdgFigureRow *row = get_row (list, i);
      guint n_greater = 0;

      for (guint j = 0; j < MDG_N_PREFECTURES; j++)
        n_greater += mdg_figure_row_compare (get_row (list, j), row, MDG_FIGURE_ROW_KEY_VALUE) > 0;
      assert_int_equal (mdg_figure_row_get_rank (row), n_greater + 1);
    }
  mdg_test_assert_finalize (list);
}

static void
test_last_month_is_derived (void **state)
{
  Fixture *fixture = *state;
  MdgFigureList *list = mdg_figure_list_new (fixture->model, MDG_FIGURE_LIST_AREAS);

  look_at (fixture, MDG_MONTH (2025, 9), MDG_MEASURE_USAGE_RATE_ONLINE, MDG_FACILITY_ALL, 7);
  for (guint i = 0; i < MDG_N_PREFECTURES; i++)
    {
      const MdgObservation *value = mdg_figure_row_get_value (get_row (list, i));
      g_autofree char *icon = get_text (get_row (list, i), "quality-icon");

      assert_non_null (value);
      if (value->quality == MDG_QUALITY_DERIVED)
        assert_string_equal (icon, "mdg-quality-derived-symbolic");
    }
  assert_int_equal (mdg_figure_row_get_value (get_row (list, 6))->quality, MDG_QUALITY_DERIVED);
  mdg_test_assert_finalize (list);
}

static void
test_facility_types_beside_the_nation (void **state)
{
  Fixture *fixture = *state;
  MdgFigureList *list = mdg_figure_list_new (fixture->model, MDG_FIGURE_LIST_FACILITY_TYPES);

  look_at (fixture, MDG_MONTH (2025, 10), MDG_MEASURE_MNC_COUNT, MDG_FACILITY_ALL, 7);
  assert_int_equal (g_list_model_get_n_items (G_LIST_MODEL (list)), 5);

  for (MdgFacilityType type = MDG_FACILITY_ALL; type <= MDG_FACILITY_PHARMACY; type++)
    {
      MdgFigureRow *row = get_row (list, type);
      const MdgObservation *value = mdg_figure_row_get_value (row);
      const MdgObservation *nation =
        mdg_figures_lookup (fixture->figures, MDG_MONTH (2025, 10), MDG_DAY_NONE, MDG_AREA_NATIONAL,
                            type, MDG_MEASURE_USAGE_RATE_ONLINE);
      MdgDecimal difference;
      MdgDecimal sum;

      assert_int_equal (mdg_figure_row_get_facility_type (row), type);
      assert_non_null (value);
      assert_int_equal (value->measure, MDG_MEASURE_USAGE_RATE_ONLINE);
      assert_int_equal (value->area, 7);
      assert_true (mdg_figure_row_get_difference (row, &difference));
      assert_true (mdg_decimal_add (nation->value, difference, &sum));
      assert_int_equal (mdg_decimal_compare (sum, value->value), 0);
    }

  /* No prefecture is chosen: nothing is known, and nothing of the nation is taken for it. */
  mdg_figure_model_set_area (fixture->model, MDG_AREA_NONE);
  assert_int_equal (mdg_figure_row_get_area (get_row (list, 0)), MDG_AREA_NATIONAL);
  mdg_test_assert_finalize (list);
}

static void
test_finds_a_row_wherever_it_is (void **state)
{
  Fixture *fixture = *state;
  MdgFigureList *list = mdg_figure_list_new (fixture->model, MDG_FIGURE_LIST_AREAS);
  guint position = 99;

  assert_true (mdg_figure_list_find_area (G_LIST_MODEL (list), 47, &position));
  assert_int_equal (position, 46);
  assert_false (mdg_figure_list_find_area (G_LIST_MODEL (list), MDG_AREA_NATIONAL, &position));
  assert_int_equal (position, 46);
  mdg_test_assert_finalize (list);
}

static void
test_search (void **state)
{
  Fixture *fixture = *state;
  MdgFigureList *list = mdg_figure_list_new (fixture->model, MDG_FIGURE_LIST_AREAS);
  const char *spellings[] = { "福島", "ふくしま", "fukushima", "Fukushi" };

  for (guint i = 0; i < G_N_ELEMENTS (spellings); i++)
    for (guint j = 0; j < MDG_N_PREFECTURES; j++)
      assert_int_equal (mdg_figure_row_matches (get_row (list, j), spellings[i]), j == 6);
  assert_true (mdg_figure_row_matches (get_row (list, 0), ""));
  assert_true (mdg_figure_row_matches (get_row (list, 0), NULL));
  mdg_test_assert_finalize (list);
}

static void
test_without_figures (void **state)
{
  MdgFigureModel *model = mdg_figure_model_new ();
  MdgFigureList *list = mdg_figure_list_new (model, MDG_FIGURE_LIST_AREAS);
  const char *properties[] = { "value-text",      "value-full-text",
                               "rank-text",       "rank-previous-text",
                               "movement-text",   "change-text",
                               "mnc-count-text",  "national-text",
                               "difference-text", "verification-count-text" };

  assert_int_equal (mdg_figure_list_get_n_known (list), 0);
  for (guint i = 0; i < G_N_ELEMENTS (properties); i++)
    {
      g_autofree char *text = get_text (get_row (list, 0), properties[i]);

      assert_string_equal (text, "–");
    }
  g_object_unref (model);
  mdg_test_assert_finalize (list);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test_setup_teardown (test_holds_every_prefecture, set_up, tear_down),
    cmocka_unit_test_setup_teardown (test_rows_stay_while_the_scope_changes, set_up, tear_down),
    cmocka_unit_test_setup_teardown (test_no_rank_among_the_few_that_are_known, set_up, tear_down),
    cmocka_unit_test_setup_teardown (test_counts_are_ordered_by_value, set_up, tear_down),
    cmocka_unit_test_setup_teardown (test_last_month_is_derived, set_up, tear_down),
    cmocka_unit_test_setup_teardown (test_facility_types_beside_the_nation, set_up, tear_down),
    cmocka_unit_test_setup_teardown (test_finds_a_row_wherever_it_is, set_up, tear_down),
    cmocka_unit_test_setup_teardown (test_search, set_up, tear_down),
    cmocka_unit_test (test_without_figures),
  };

  return mdg_test_run (tests);
}
