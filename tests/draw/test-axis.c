/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "util/mdg-test.h"

#include <math.h>

#include "draw/mdg-axis.h"

static void
check_axis (const MdgAxis *axis, double low, double high, guint max_ticks)
{
  double slack = mdg_axis_get_step (axis) * 1e-9;
  double minimum = mdg_axis_get_minimum (axis);
  double maximum = mdg_axis_get_maximum (axis);

  assert_true (axis->n_ticks >= 2);
  assert_true (axis->n_ticks <= max_ticks);
  assert_true (axis->multiple == 1 || axis->multiple == 2 || axis->multiple == 5);
  assert_true (minimum <= low + slack);
  assert_true (maximum >= high - slack);
  /* No tick stands where there is nothing. */
  assert_true (low - minimum < mdg_axis_get_step (axis) + slack);
  assert_true (maximum - high < mdg_axis_get_step (axis) + slack);
}

static void
test_axis_holds_any_range (void **state)
{
  GRand *rand = mdg_test_new_rand ();

  for (int i = 0; i < 20000; i++)
    {
      double size = pow (10, g_rand_double_range (rand, -4, 8));
      double low = g_rand_double_range (rand, -1, 1) * size;
      double high = low + g_rand_double_range (rand, 0.0001, 1) * size;
      guint max_ticks = (guint) g_rand_int_range (rand, 3, 20);
      MdgAxis axis;

      mdg_axis_init (&axis, low, high, max_ticks);
      check_axis (&axis, low, high, max_ticks);
    }
  g_rand_free (rand);
}

static void
test_axis_uses_the_finest_step (void **state)
{
  GRand *rand = mdg_test_new_rand ();

  for (int i = 0; i < 2000; i++)
    {
      double high = g_rand_double_range (rand, 1, 100);
      MdgAxis few;
      MdgAxis many;

      mdg_axis_init_percent (&few, high, 4);
      mdg_axis_init_percent (&many, high, 9);
      assert_true (mdg_axis_get_step (&many) <= mdg_axis_get_step (&few));
      assert_true (mdg_axis_get_minimum (&few) == 0);
      assert_true (mdg_axis_get_maximum (&few) <= 100);
    }
  g_rand_free (rand);
}

static void
test_ticks_are_exact_and_even (void **state)
{
  GRand *rand = mdg_test_new_rand ();

  for (int i = 0; i < 5000; i++)
    {
      double high = pow (10, g_rand_double_range (rand, -3, 9));
      MdgAxis axis;

      mdg_axis_init (&axis, 0, high, 6);
      for (guint tick = 0; tick < axis.n_ticks; tick++)
        {
          double value = mdg_decimal_to_double (mdg_axis_get_tick (&axis, tick));
          double place = mdg_axis_map (&axis, value, 10, 110);

          assert_true (fabs (place - (10 + 100.0 * tick / (axis.n_ticks - 1))) < 1e-6);
        }
    }
  g_rand_free (rand);
}

static void
assert_tick (const MdgAxis *axis, guint index, const char *expected)
{
  g_autofree char *text = mdg_decimal_to_string (mdg_axis_get_tick (axis, index));

  assert_string_equal (text, expected);
}

static void
test_known_axes (void **state)
{
  MdgAxis axis;

  mdg_axis_init_percent (&axis, 39.24, 6);
  assert_int_equal (axis.n_ticks, 5);
  assert_tick (&axis, 4, "40");

  mdg_axis_init_percent (&axis, 64.62, 5);
  assert_tick (&axis, axis.n_ticks - 1, "80");

  mdg_axis_init (&axis, 0, 0.3, 4);
  assert_int_equal (axis.n_ticks, 4);
  assert_tick (&axis, 3, "0.3");

  mdg_axis_init (&axis, -3, 3, 7);
  assert_tick (&axis, 0, "-3");
  assert_tick (&axis, 6, "3");
}

static void
test_odd_ranges_are_taken (void **state)
{
  const double values[] = { 0, 1, -1, 37.14, 1e-12, 1e12, NAN, INFINITY, -INFINITY };

  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (values); j++)
      {
        MdgAxis axis;

        mdg_axis_init (&axis, values[i], values[j], 6);
        assert_true (axis.n_ticks >= 2 && axis.n_ticks <= 6);
        assert_true (isfinite (mdg_axis_get_minimum (&axis)));
        assert_true (mdg_axis_get_maximum (&axis) > mdg_axis_get_minimum (&axis));
      }
}

static guint
count_ticks (const MdgMonthAxis *axis)
{
  guint n_ticks = 0;

  for (guint month = axis->first; month <= axis->last; month++)
    n_ticks += mdg_month_axis_is_tick (axis, (MdgMonth) month);

  return n_ticks;
}

static void
test_month_ticks_have_room (void **state)
{
  GRand *rand = mdg_test_new_rand ();

  for (int i = 0; i < 5000; i++)
    {
      MdgMonth first = (MdgMonth) (MDG_MONTH (2023, 1) + g_rand_int_range (rand, 0, 40));
      MdgMonth last = (MdgMonth) (first + g_rand_int_range (rand, 0, 240));
      double length = g_rand_double_range (rand, 150, 1200);
      double month_label = g_rand_double_range (rand, 20, 60);
      double year_label = g_rand_double_range (rand, 30, 100);
      MdgMonthAxis axis;
      double previous = -INFINITY;

      mdg_month_axis_init (&axis, first, last, length, month_label, year_label);
      assert_true (count_ticks (&axis) >= 1);
      for (guint month = first; month <= last; month++)
        {
          double x = mdg_month_axis_map (&axis, (MdgMonth) month, 0, length);

          if (!mdg_month_axis_is_tick (&axis, (MdgMonth) month))
            continue;
          assert_true (x >= -1e-6 && x <= length + 1e-6);
          assert_true (x - previous >= (axis.step < 12 ? month_label : year_label) - 1e-6);
          previous = x;
        }
    }
  g_rand_free (rand);
}

static void
test_month_ticks_repeat_every_year (void **state)
{
  MdgMonthAxis axis;

  mdg_month_axis_init (&axis, MDG_MONTH (2023, 2), MDG_MONTH (2025, 11), 400, 30, 40);
  assert_int_equal (axis.step, 3);
  assert_false (mdg_month_axis_is_tick (&axis, MDG_MONTH (2023, 2)));
  assert_true (mdg_month_axis_is_tick (&axis, MDG_MONTH (2023, 4)));
  assert_true (mdg_month_axis_is_tick (&axis, MDG_MONTH (2024, 1)));
  assert_false (mdg_month_axis_is_tick (&axis, MDG_MONTH (2023, 1)));
  assert_false (mdg_month_axis_is_tick (&axis, MDG_MONTH (2026, 1)));
}

static void
test_one_month (void **state)
{
  MdgMonthAxis axis;

  mdg_month_axis_init (&axis, MDG_MONTH (2025, 10), MDG_MONTH (2025, 10), 300, 30, 40);
  assert_int_equal (count_ticks (&axis), 1);
  assert_true (mdg_month_axis_map (&axis, MDG_MONTH (2025, 10), 0, 100) == 50);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_axis_holds_any_range),
    cmocka_unit_test (test_axis_uses_the_finest_step),
    cmocka_unit_test (test_ticks_are_exact_and_even),
    cmocka_unit_test (test_known_axes),
    cmocka_unit_test (test_odd_ranges_are_taken),
    cmocka_unit_test (test_month_ticks_have_room),
    cmocka_unit_test (test_month_ticks_repeat_every_year),
    cmocka_unit_test (test_one_month),
  };

  return mdg_test_run (tests);
}
