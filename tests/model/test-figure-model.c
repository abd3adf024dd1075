/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "util/mdg-test.h"

#include "core/mdg-bundle.h"
#include "model/mdg-figure-model.h"

static MdgFigures *
load (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MdgBatch) batch = mdg_bundle_load (&error);

  mdg_test_assert_no_error (error);
  return mdg_figures_new (batch);
}

static void
count_notify (MdgFigureModel *model, const char *signal, guint *count)
{
  g_signal_connect_swapped (model, signal, G_CALLBACK (mdg_test_count_cb), count);
}

static void
test_starts_with_a_wish (void **state)
{
  MdgFigureModel *model = mdg_figure_model_new ();
  const MdgScope *scope = mdg_figure_model_get_scope (model);
  MdgScope wish = { MDG_MONTH (1999, 1), MDG_MEASURE_USAGE_RATE_CLAIMS, MDG_FACILITY_HOSPITAL, 7 };

  assert_null (mdg_figure_model_get_figures (model));
  assert_int_equal (scope->measure, MDG_MEASURE_USAGE_RATE_ONLINE);
  assert_int_equal (scope->area, MDG_AREA_NATIONAL);

  /* Nothing is known against which a wish could be changed. */
  assert_int_equal (mdg_figure_model_set_scope (model, &wish), MDG_SCOPE_UNCHANGED);
  assert_true (mdg_scope_equal (scope, &wish));
  mdg_test_assert_finalize (model);
}

static void
test_figures_resolve_the_scope (void **state)
{
  g_autoptr (MdgFigures) figures = load ();
  MdgFigureModel *model = mdg_figure_model_new ();
  const MdgScope *scope = mdg_figure_model_get_scope (model);
  guint n_figures = 0;
  guint n_scope = 0;

  count_notify (model, "notify::figures", &n_figures);
  count_notify (model, "notify::scope", &n_scope);
  mdg_figure_model_set_figures (model, figures);

  assert_int_equal (n_figures, 1);
  assert_int_equal (n_scope, 1);
  assert_ptr_equal (mdg_figure_model_get_figures (model), figures);
  assert_int_equal (scope->month, MDG_MONTH (2025, 10));

  mdg_figure_model_set_figures (model, figures);
  assert_int_equal (n_figures, 1);
  assert_int_equal (n_scope, 1);
  mdg_test_assert_finalize (model);
}

static void
test_one_notify_for_each_change (void **state)
{
  g_autoptr (MdgFigures) figures = load ();
  MdgFigureModel *model = mdg_figure_model_new ();
  const MdgScope *scope = mdg_figure_model_get_scope (model);
  guint n_scope = 0;
  MdgScope wish;

  mdg_figure_model_set_figures (model, figures);
  count_notify (model, "notify::scope", &n_scope);

  wish = *scope;
  wish.facility_type = MDG_FACILITY_PHARMACY;
  wish.area = 13;
  assert_int_equal (mdg_figure_model_set_scope (model, &wish), MDG_SCOPE_UNCHANGED);
  assert_int_equal (n_scope, 1);
  assert_int_equal (mdg_figure_model_set_scope (model, &wish), MDG_SCOPE_UNCHANGED);
  assert_int_equal (n_scope, 1);

  mdg_figure_model_set_area (model, 47);
  assert_int_equal (n_scope, 2);
  assert_int_equal (scope->area, 47);
  mdg_figure_model_set_area (model, MDG_AREA_NONE);
  assert_int_equal (n_scope, 3);
  assert_int_equal (scope->area, MDG_AREA_NATIONAL);
  mdg_figure_model_set_area (model, MDG_AREA_NATIONAL);
  assert_int_equal (n_scope, 3);
  mdg_test_assert_finalize (model);
}

static void
test_says_what_of_a_wish_it_changed (void **state)
{
  g_autoptr (MdgFigures) figures = load ();
  MdgFigureModel *model = mdg_figure_model_new ();
  MdgScope wish;

  mdg_figure_model_set_figures (model, figures);
  wish = *mdg_figure_model_get_scope (model);
  wish.measure = MDG_MEASURE_USAGE_RATE_CLAIMS;
  assert_true (mdg_figure_model_set_scope (model, &wish) & MDG_SCOPE_CHANGED_MEASURE);
  assert_int_equal (mdg_figure_model_get_scope (model)->measure, MDG_MEASURE_USAGE_RATE_ONLINE);
  mdg_test_assert_finalize (model);
}

static void
test_home (void **state)
{
  MdgFigureModel *model = mdg_figure_model_new ();
  guint n_area = 0;
  guint n_type = 0;

  count_notify (model, "notify::home-area", &n_area);
  count_notify (model, "notify::home-facility-type", &n_type);

  mdg_figure_model_set_home_area (model, 7);
  mdg_figure_model_set_home_area (model, 7);
  assert_int_equal (n_area, 1);
  assert_int_equal (mdg_figure_model_get_home_area (model), 7);

  /* The nation is nobody's prefecture. */
  mdg_figure_model_set_home_area (model, MDG_AREA_NATIONAL);
  assert_int_equal (n_area, 2);
  assert_int_equal (mdg_figure_model_get_home_area (model), MDG_AREA_NONE);

  g_object_set (model, "home-facility-type", MDG_FACILITY_PHARMACY, NULL);
  assert_int_equal (n_type, 1);
  mdg_figure_model_set_home_facility_type (model, MDG_FACILITY_UNASSIGNED_2);
  assert_int_equal (n_type, 2);
  assert_int_equal (mdg_figure_model_get_home_facility_type (model), MDG_FACILITY_ALL);
  mdg_test_assert_finalize (model);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_starts_with_a_wish),
    cmocka_unit_test (test_figures_resolve_the_scope),
    cmocka_unit_test (test_one_notify_for_each_change),
    cmocka_unit_test (test_says_what_of_a_wish_it_changed),
    cmocka_unit_test (test_home),
  };

  return mdg_test_run (tests);
}
