/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mdg-ui-fixture.h"

#include "app/mdg-month-slider.h"

static MdgMonthSlider *
show_slider (MdgUiFixture *fixture, MdgMonth month)
{
  const MdgScope wish = { month, MDG_MEASURE_USAGE_RATE_ONLINE, MDG_FACILITY_ALL, 7 };

  mdg_window_show_page (fixture->window, "map");
  mdg_test_spin_for (50);
  mdg_figure_model_set_scope (fixture->model, &wish);

  return MDG_MONTH_SLIDER (
    mdg_ui_find (mdg_window_get_page (fixture->window), MDG_TYPE_MONTH_SLIDER, NULL));
}

static MdgMonth
get_month (MdgUiFixture *fixture)
{
  return mdg_figure_model_get_scope (fixture->model)->month;
}

static GArray *
get_months (MdgUiFixture *fixture)
{
  return mdg_figures_get_months (mdg_figure_model_get_figures (fixture->model), MDG_AREA_NONE,
                                 MDG_FACILITY_ALL, MDG_MEASURE_USAGE_RATE_ONLINE);
}

static void
change (MdgMonthSlider *slider, GtkScrollType scroll, double value)
{
  GtkWidget *scale = mdg_ui_find (GTK_WIDGET (slider), GTK_TYPE_SCALE, NULL);
  gboolean handled;

  g_signal_emit_by_name (scale, "change-value", scroll, value, &handled);
  assert_true (handled);
}

/* Forwards and backwards, each month with figures is reached, and none without. */
static void
test_steps_over_gaps (void **state)
{
  MdgUiFixture *fixture = *state;
  g_autoptr (GArray) months = get_months (fixture);
  MdgMonthSlider *slider = show_slider (fixture, g_array_index (months, MdgMonth, 0));

  assert_true (months->len > 2);
  for (guint i = 0; i < months->len; i++)
    {
      assert_int_equal (get_month (fixture), g_array_index (months, MdgMonth, i));
      change (slider, GTK_SCROLL_STEP_FORWARD, 0);
    }
  assert_int_equal (get_month (fixture), g_array_index (months, MdgMonth, months->len - 1));

  for (guint i = months->len; i-- > 0;)
    {
      assert_int_equal (get_month (fixture), g_array_index (months, MdgMonth, i));
      change (slider, GTK_SCROLL_STEP_BACKWARD, 0);
    }
  change (slider, GTK_SCROLL_END, 0);
  assert_int_equal (get_month (fixture), g_array_index (months, MdgMonth, months->len - 1));
  change (slider, GTK_SCROLL_START, 0);
  assert_int_equal (get_month (fixture), g_array_index (months, MdgMonth, 0));
}

/* Wherever the pointer lets go, the nearest month with figures is shown. */
static void
test_rests_only_on_figures (void **state)
{
  MdgUiFixture *fixture = *state;
  g_autoptr (GArray) months = get_months (fixture);
  MdgMonthSlider *slider = show_slider (fixture, MDG_MONTH (2025, 10));
  GtkWidget *scale = mdg_ui_find (GTK_WIDGET (slider), GTK_TYPE_SCALE, NULL);

  for (double value = g_array_index (months, MdgMonth, 0) - 5.0;
       value < g_array_index (months, MdgMonth, months->len - 1) + 5.0; value += 0.75)
    {
      double distance = G_MAXDOUBLE;

      change (slider, GTK_SCROLL_JUMP, value);
      for (guint i = 0; i < months->len; i++)
        distance = MIN (distance, ABS (g_array_index (months, MdgMonth, i) - value));
      assert_true (ABS (get_month (fixture) - value) == distance);
      assert_true (gtk_range_get_value (GTK_RANGE (scale)) == get_month (fixture));
    }
}

static void
test_says_how_many_are_known (void **state)
{
  MdgUiFixture *fixture = *state;
  MdgMonthSlider *slider = show_slider (fixture, MDG_MONTH (2024, 3));

  assert_true (mdg_ui_says (GTK_WIDGET (slider), "30/47"));
  show_slider (fixture, MDG_MONTH (2025, 10));
  assert_true (mdg_ui_says (GTK_WIDGET (slider), "47/47"));
}

/* From the last month it begins anew; it ends with the last, and a choice in between ends it. */
static void
test_plays_to_the_end (void **state)
{
  MdgUiFixture *fixture = *state;
  g_autoptr (GArray) months = get_months (fixture);
  MdgMonth last = g_array_index (months, MdgMonth, months->len - 1);
  MdgMonthSlider *slider = show_slider (fixture, last);

  mdg_month_slider_set_playing (slider, TRUE);
  assert_int_equal (get_month (fixture), g_array_index (months, MdgMonth, 0));
  assert_true (mdg_month_slider_get_playing (slider));
  change (slider, GTK_SCROLL_STEP_FORWARD, 0);
  assert_false (mdg_month_slider_get_playing (slider));
  assert_int_equal (get_month (fixture), g_array_index (months, MdgMonth, 1));

  show_slider (fixture, g_array_index (months, MdgMonth, months->len - 2));
  mdg_month_slider_set_playing (slider, TRUE);
  for (guint i = 0; i < 600 && mdg_month_slider_get_playing (slider); i++)
    mdg_test_spin_for (100);
  assert_false (mdg_month_slider_get_playing (slider));
  assert_int_equal (get_month (fixture), last);
}

/* Another month from elsewhere, or another page, ends it too. */
static void
test_does_not_play_unseen (void **state)
{
  MdgUiFixture *fixture = *state;
  g_autoptr (GArray) months = get_months (fixture);
  MdgMonthSlider *slider = show_slider (fixture, g_array_index (months, MdgMonth, 0));

  mdg_month_slider_set_playing (slider, TRUE);
  show_slider (fixture, MDG_MONTH (2025, 10));
  assert_false (mdg_month_slider_get_playing (slider));

  show_slider (fixture, g_array_index (months, MdgMonth, 0));
  mdg_month_slider_set_playing (slider, TRUE);
  mdg_window_show_page (fixture->window, "overview");
  mdg_test_spin_for (50);
  assert_false (mdg_month_slider_get_playing (slider));
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_steps_over_gaps),         cmocka_unit_test (test_rests_only_on_figures),
    cmocka_unit_test (test_says_how_many_are_known), cmocka_unit_test (test_plays_to_the_end),
    cmocka_unit_test (test_does_not_play_unseen),
  };

  mdg_test_require_display ();

  return mdg_test_run_full (tests, mdg_ui_group_setup, mdg_ui_group_teardown);
}
