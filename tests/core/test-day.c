/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "util/mdg-test.h"

#include "core/mdg-day.h"

static void
test_day_parse (void **state)
{
  static const char *const bad[] = {
    "",           "2025",       "2025-11",    "2025-11-1",   "2025-11-013",
    "2025-1-13",  "25-11-13",   "2025/11/13", "2025-11-13 ", " 2025-11-13",
    "2025-13-01", "2025-00-01", "2025-02-29", "2025-04-31",  "2025-11-00",
    "1867-12-31", "3000-01-01", "+025-11-13", "2025--1-13",  "2025-11-13T00:00",
  };
  MdgDay day;

  assert_true (mdg_day_parse ("2025-11-13", &day));
  assert_int_equal (day, mdg_day_new (2025, 11, 13));
  assert_true (mdg_day_parse ("2024-02-29", &day));
  assert_true (mdg_day_parse ("1868-01-01", &day));
  assert_true (mdg_day_parse ("2999-12-31", &day));

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      day = 42;
      if (mdg_day_parse (bad[i], &day))
        fail_msg ("\"%s\" was taken for a day", bad[i]);
      assert_int_equal (day, 42);
    }
}

static void
test_day_new (void **state)
{
  assert_int_equal (mdg_day_new (2025, 2, 29), MDG_DAY_NONE);
  assert_int_equal (mdg_day_new (2025, 2, -1), MDG_DAY_NONE);
  assert_int_equal (mdg_day_new (2025, 2, 257), MDG_DAY_NONE);
  assert_int_equal (mdg_day_new (2025, 13, 1), MDG_DAY_NONE);
  assert_int_equal (mdg_day_new (2025, -3, 1), MDG_DAY_NONE);
  assert_int_equal (mdg_day_new (-5, 3, 1), MDG_DAY_NONE);
  assert_int_equal (mdg_day_new (67561, 3, 1), MDG_DAY_NONE);
  assert_int_equal (mdg_day_new (1900, 2, 29), MDG_DAY_NONE);
  assert_int_not_equal (mdg_day_new (2000, 2, 29), MDG_DAY_NONE);
}

static void
test_every_day (void **state)
{
  MdgDay first = mdg_day_new (1868, 1, 1);
  MdgDay last = mdg_day_new (2999, 12, 31);

  for (MdgDay day = first; day <= last; day += 3)
    {
      g_autofree char *text = mdg_day_to_string (day);
      MdgDay back;
      int year;
      int month;
      int day_of_month;

      assert_true (mdg_day_parse (text, &back));
      assert_int_equal (back, day);
      mdg_day_get_ymd (day, &year, &month, &day_of_month);
      assert_int_equal (mdg_day_new (year, month, day_of_month), day);
      assert_int_equal (mdg_day_get_month (day), MDG_MONTH (year, month));
      mdg_test_assert_in_range (day, mdg_month_first_day (MDG_MONTH (year, month)),
                                mdg_month_last_day (MDG_MONTH (year, month)));
    }
}

static void
test_every_month (void **state)
{
  for (guint month = MDG_MONTH (1868, 1); month <= MDG_MONTH (2999, 12); month++)
    {
      g_autofree char *text = mdg_month_to_string (month);
      MdgMonth back;

      assert_true (mdg_month_parse (text, &back));
      assert_int_equal (back, month);
      assert_int_equal (MDG_MONTH (mdg_month_get_year (month), mdg_month_get_number (month)),
                        month);
      mdg_test_assert_in_range (mdg_month_get_number (month), 1, 12);
      if (month < MDG_MONTH (2999, 12))
        assert_int_equal (mdg_month_first_day (month + 1), mdg_month_last_day (month) + 1);
    }
}

static void
test_month_parse (void **state)
{
  static const char *const bad[] = {
    "",           "2025",   "2025-",   "2025-1",  "2025-13", "2025-00", "2025-10-",
    "2025-10-01", "202510", "1867-12", "3000-01", "2025-1a", "R7.10",
  };
  MdgMonth month;

  assert_true (mdg_month_parse ("2025-10", &month));
  assert_int_equal (month, MDG_MONTH (2025, 10));

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      month = 42;
      if (mdg_month_parse (bad[i], &month))
        fail_msg ("\"%s\" was taken for a month", bad[i]);
      assert_int_equal (month, 42);
    }
}

static void
test_none (void **state)
{
  g_autofree char *day = mdg_day_to_string (MDG_DAY_NONE);
  g_autofree char *month = mdg_month_to_string (MDG_MONTH_NONE);
  int year = 1;

  assert_string_equal (day, "");
  assert_string_equal (month, "");
  mdg_day_get_ymd (MDG_DAY_NONE, &year, NULL, NULL);
  assert_int_equal (year, 0);
  assert_int_equal (mdg_day_get_month (MDG_DAY_NONE), MDG_MONTH_NONE);
  assert_int_equal (mdg_month_first_day (MDG_MONTH_NONE), MDG_DAY_NONE);
  assert_int_equal (mdg_month_last_day (MDG_MONTH_NONE), MDG_DAY_NONE);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_day_parse),   cmocka_unit_test (test_day_new),
    cmocka_unit_test (test_every_day),   cmocka_unit_test (test_every_month),
    cmocka_unit_test (test_month_parse), cmocka_unit_test (test_none),
  };

  return mdg_test_run (tests);
}
