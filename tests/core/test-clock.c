/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "util/mdg-test.h"

#include "core/mdg-clock.h"

static int
restore_zone (void **state)
{
  g_unsetenv ("TZ");

  return 0;
}

static MdgDay
today_in (const char *zone_name)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (zone_name);
  g_autoptr (GDateTime) now = g_date_time_new_now (zone);

  return mdg_day_new (g_date_time_get_year (now), g_date_time_get_month (now),
                      g_date_time_get_day_of_month (now));
}

static void
test_default (void **state)
{
  MdgClock *clock = mdg_clock_get_default ();

  assert_ptr_equal (clock, mdg_clock_get_default ());
  assert_false (mdg_clock_is_as_of (clock));
}

static void
test_local_day (void **state)
{
  static const char *const zones[] = { "+14:00", "+09:00", "-12:00" };

  for (guint i = 0; i < G_N_ELEMENTS (zones); i++)
    {
      g_autoptr (MdgClock) clock = g_object_new (MDG_TYPE_CLOCK, NULL);
      MdgDay before = today_in (zones[i]);
      MdgDay today;
      guint property;

      g_setenv ("TZ", zones[i], TRUE);
      today = mdg_clock_get_today (clock);
      g_object_get (clock, "today", &property, NULL);

      /* Midnight may pass during the test. */
      mdg_test_assert_in_range (today, before, today_in (zones[i]));
      mdg_test_assert_in_range (property, before, today_in (zones[i]));
    }
}

static void
test_day_passes (void **state)
{
  g_autoptr (MdgClock) clock = NULL;
  guint count = 0;

  /* Two zones 26 hours apart never have the same day, so that moving from one to the other is what
   * midnight is. */
  g_setenv ("TZ", "-12:00", TRUE);
  clock = g_object_new (MDG_TYPE_CLOCK, NULL);
  g_signal_connect_swapped (clock, "notify::today", G_CALLBACK (mdg_test_count_cb), &count);

  g_setenv ("TZ", "+14:00", TRUE);
  mdg_clock_check (clock);
  assert_int_equal (count, 1);

  g_setenv ("TZ", "-12:00", TRUE);
  mdg_clock_check (clock);
  assert_int_equal (count, 2);
}

static void
test_as_of (void **state)
{
  g_autoptr (MdgClock) clock = g_object_new (MDG_TYPE_CLOCK, NULL);
  g_autoptr (GDateTime) now = NULL;
  MdgDay day = mdg_day_new (2026, 8, 1);
  guint count = 0;
  guint property;
  int year;
  int month;
  int day_of_month;

  g_signal_connect_swapped (clock, "notify::today", G_CALLBACK (mdg_test_count_cb), &count);

  mdg_clock_set_as_of (clock, day);
  assert_int_equal (count, 1);
  assert_true (mdg_clock_is_as_of (clock));
  assert_int_equal (mdg_clock_get_today (clock), day);
  g_object_get (clock, "today", &property, NULL);
  assert_int_equal (property, day);

  now = mdg_clock_get_now (clock);
  g_date_time_get_ymd (now, &year, &month, &day_of_month);
  assert_int_equal (mdg_day_new (year, month, day_of_month), day);

  mdg_clock_set_as_of (clock, day);
  mdg_clock_check (clock);
  assert_int_equal (count, 1);

  mdg_clock_set_as_of (clock, MDG_DAY_NONE);
  assert_int_equal (count, 2);
  assert_false (mdg_clock_is_as_of (clock));
  assert_int_not_equal (mdg_clock_get_today (clock), day);
}

static void
test_now (void **state)
{
  g_autoptr (MdgClock) clock = g_object_new (MDG_TYPE_CLOCK, NULL);
  gint64 before = g_get_real_time ();
  g_autoptr (GDateTime) now = mdg_clock_get_now (clock);

  mdg_test_assert_in_range (g_date_time_to_unix_usec (now), before, g_get_real_time ());
}

static void
test_finalize (void **state)
{
  MdgClock *clock = g_object_new (MDG_TYPE_CLOCK, NULL);
  gpointer address = clock;

  /* What wakes the clock to see whether midnight has passed goes with it. */
  assert_non_null (g_main_context_find_source_by_user_data (NULL, address));
  mdg_test_assert_finalize (clock);
  assert_null (g_main_context_find_source_by_user_data (NULL, address));
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_default),
    cmocka_unit_test_teardown (test_local_day, restore_zone),
    cmocka_unit_test_teardown (test_day_passes, restore_zone),
    cmocka_unit_test (test_as_of),
    cmocka_unit_test (test_now),
    cmocka_unit_test (test_finalize),
  };

  return mdg_test_run (tests);
}
