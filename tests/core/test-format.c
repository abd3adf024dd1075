/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "util/mdg-test.h"

#include "core/mdg-format.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define NBSP "\u00a0"

static int
restore (void **state)
{
  mdg_language_set (MDG_LANGUAGE_ENGLISH);
  mdg_format_set_calendar (MDG_CALENDAR_WESTERN);

  return 0;
}

/* Takes @actual over. */
static void
assert_text (char *actual, const char *expected)
{
  g_autofree char *owned = actual;

  assert_string_equal (owned, expected);
}

static void
test_count (void **state)
{
  GRand *rand = mdg_test_new_rand ();

  assert_text (mdg_format_count (0), "0");
  assert_text (mdg_format_count (999), "999");
  assert_text (mdg_format_count (1000), "1,000");
  assert_text (mdg_format_count (101991041), "101,991,041");
  assert_text (mdg_format_count (-1234), "−1,234");
  assert_text (mdg_format_count (G_MAXINT64), "9,223,372,036,854,775,807");
  assert_text (mdg_format_count (G_MININT64), "−9,223,372,036,854,775,808");

  for (guint i = 0; i < 5000; i++)
    {
      gint64 count = g_rand_int_range (rand, 0, G_MAXINT32) >> g_rand_int_range (rand, 0, 31);
      g_autofree char *text = mdg_format_count (count);
      g_auto (GStrv) groups = g_strsplit (text, ",", -1);
      g_autofree char *digits = g_strjoinv ("", groups);

      assert_int_equal (atoll (digits), count);
      for (guint j = 1; groups[j] != NULL; j++)
        assert_int_equal (strlen (groups[j]), 3);
    }

  g_rand_free (rand);
}

static void
test_count_short (void **state)
{
  static const struct
  {
    gint64 count;
    const char *english;
    const char *japanese;
  } cases[] = {
    { 0, "0", "0" },
    { 9999, "9,999", "9,999" },
    { 10000, "10" NBSP "thousand", "1万" },
    { 12345, "12.3" NBSP "thousand", "1.2万" },
    { 15000, "15" NBSP "thousand", "1.5万" },
    { 206854, "206.9" NBSP "thousand", "20.7万" },
    { 999499, "999.5" NBSP "thousand", "99.9万" },
    { 999949, "999.9" NBSP "thousand", "100万" },
    { 999950, "1.00" NBSP "million", "100万" },
    { 1000000, "1" NBSP "million", "100万" },
    { 1570000, "1.57" NBSP "million", "157万" },
    { 8380000, "8.38" NBSP "million", "838万" },
    { 9994999, "9.99" NBSP "million", "999万" },
    { 9995000, "10.0" NBSP "million", "1,000万" },
    { 76272065, "76.3" NBSP "million", "7,627万" },
    { 77000000, "77" NBSP "million", "7,700万" },
    { 87300000, "87.3" NBSP "million", "8,730万" },
    { 99480000, "99.5" NBSP "million", "9,948万" },
    { 99994999, "100.0" NBSP "million", "9,999万" },
    { 99995000, "100.0" NBSP "million", "1億" },
    { 100000000, "100" NBSP "million", "1億" },
    { 101991041, "102.0" NBSP "million", "1億199万" },
    { 274605299, "274.6" NBSP "million", "2億7,461万" },
    { 999950000, "1.00" NBSP "billion", "9億9,995万" },
    { G_GINT64_CONSTANT (1234567890123), "1.23" NBSP "trillion", "1兆2,346億" },
    { -101991041, "−102.0" NBSP "million", "−1億199万" },
    { G_MAXINT64, "9,223,372.0" NBSP "trillion", "9,223,372兆369億" },
    { G_MININT64, "−9,223,372.0" NBSP "trillion", "−9,223,372兆369億" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      mdg_language_set (MDG_LANGUAGE_ENGLISH);
      assert_text (mdg_format_count_short (cases[i].count), cases[i].english);
      mdg_language_set (MDG_LANGUAGE_JAPANESE);
      assert_text (mdg_format_count_short (cases[i].count), cases[i].japanese);
    }
}

/* The value a short count stands for. */
static double
read_short (const char *text)
{
  static const struct
  {
    const char *name;
    double size;
  } words[] = {
    { "兆", 1e12 },           { "億", 1e8 },           { "万", 1e4 },
    { NBSP "thousand", 1e3 }, { NBSP "million", 1e6 }, { NBSP "billion", 1e9 },
  };
  g_auto (GStrv) groups = g_strsplit (text, ",", -1);
  g_autofree char *plain = g_strjoinv ("", groups);
  char *p = plain;
  double total = 0;

  while (*p != '\0')
    {
      double number = g_ascii_strtod (p, &p);
      double size = 1;

      for (guint i = 0; i < G_N_ELEMENTS (words); i++)
        {
          if (!g_str_has_prefix (p, words[i].name))
            continue;
          size = words[i].size;
          p += strlen (words[i].name);
          break;
        }
      total += number * size;
    }

  return total;
}

static void
test_count_short_is_near (void **state)
{
  GRand *rand = mdg_test_new_rand ();

  for (guint i = 0; i < 20000; i++)
    {
      gint64 count = (gint64) (g_rand_double (rand) * 1e12) >> g_rand_int_range (rand, 0, 40);
      double tolerance = i % 2 == 0 ? MAX (count * 0.005, 0.5) : MAX (count * 0.05, 0.5);
      g_autofree char *text = NULL;

      mdg_language_set (i % 2 == 0 ? MDG_LANGUAGE_ENGLISH : MDG_LANGUAGE_JAPANESE);
      text = mdg_format_count_short (count);
      assert_true (fabs (read_short (text) - count) <= tolerance);
      assert_true (g_utf8_strlen (text, -1) <= 16);
    }

  g_rand_free (rand);
}

static void
test_decimal (void **state)
{
  assert_text (mdg_format_decimal (MDG_DECIMAL (3714, 2), FALSE), "37.14");
  assert_text (mdg_format_decimal (MDG_DECIMAL (152, 2), TRUE), "+1.52");
  assert_text (mdg_format_decimal (MDG_DECIMAL (-35, 2), TRUE), "−0.35");
  assert_text (mdg_format_decimal (MDG_DECIMAL (-35, 2), FALSE), "−0.35");
  assert_text (mdg_format_decimal (MDG_DECIMAL (0, 2), TRUE), "0.00");
  assert_text (mdg_format_decimal (MDG_DECIMAL (1234567, 1), FALSE), "123,456.7");
  assert_text (mdg_format_decimal (MDG_DECIMAL (G_MININT64, 9), FALSE), "−9,223,372,036.854775808");
}

/* What is shown can be read back: nothing is rounded on the way to the screen. */
static void
test_decimal_round_trip (void **state)
{
  GRand *rand = mdg_test_new_rand ();

  for (guint i = 0; i < 5000; i++)
    {
      MdgDecimal value =
        MDG_DECIMAL ((gint64) g_rand_int (rand) - G_MAXINT32, g_rand_int_range (rand, 0, 10));
      g_autofree char *text = mdg_format_decimal (value, i % 2 == 0);
      g_auto (GStrv) groups = g_strsplit (text, ",", -1);
      g_autofree char *plain = g_strjoinv ("", groups);
      MdgDecimal back;

      assert_true (mdg_decimal_parse (plain, -1, &back));
      assert_int_equal (back.digits, value.digits);
      assert_int_equal (back.decimals, value.decimals);
    }

  g_rand_free (rand);
}

static void
test_percent_points_rank (void **state)
{
  assert_text (mdg_format_percent (MDG_DECIMAL (3714, 2)), "37.14%");
  assert_text (mdg_format_percent (MDG_DECIMAL (86, 0)), "86%");
  assert_text (mdg_format_points (MDG_DECIMAL (152, 2)), "+1.52" NBSP "pt");
  assert_text (mdg_format_points (MDG_DECIMAL (-152, 2)), "−1.52" NBSP "pt");
  assert_text (mdg_format_rank (1), "1st");
  assert_text (mdg_format_rank (2), "2nd");
  assert_text (mdg_format_rank (3), "3rd");
  assert_text (mdg_format_rank (4), "4th");
  assert_text (mdg_format_rank (10), "10th");
  assert_text (mdg_format_rank (11), "11th");
  assert_text (mdg_format_rank (12), "12th");
  assert_text (mdg_format_rank (13), "13th");
  assert_text (mdg_format_rank (21), "21st");
  assert_text (mdg_format_rank (42), "42nd");
  assert_text (mdg_format_rank (47), "47th");
  assert_text (mdg_format_rank (111), "111th");

  mdg_language_set (MDG_LANGUAGE_JAPANESE);
  assert_text (mdg_format_percent (MDG_DECIMAL (3714, 2)), "37.14%");
  assert_text (mdg_format_points (MDG_DECIMAL (152, 2)), "+1.52ポイント");
  assert_text (mdg_format_rank (7), "7位");
}

static void
test_value (void **state)
{
  assert_text (mdg_format_value (MDG_MEASURE_USAGE_RATE_ONLINE, MDG_DECIMAL (3714, 2)), "37.14");
  assert_text (mdg_format_value (MDG_MEASURE_CHANGE_POINTS, MDG_DECIMAL (152, 2)), "+1.52");
  assert_text (mdg_format_value (MDG_MEASURE_RANK, MDG_DECIMAL (7, 0)), "7");
  assert_text (mdg_format_value (MDG_MEASURE_MNC_COUNT, MDG_DECIMAL (101991041, 0)), "101,991,041");
}

static void
test_value_full (void **state)
{
  static const struct
  {
    guint8 measure;
    guint8 precision;
    MdgDecimal value;
    const char *english;
    const char *japanese;
  } cases[] = {
    { MDG_MEASURE_USAGE_RATE_ONLINE, MDG_PRECISION_EXACT, { 3714, 2 }, "37.14%", "37.14%" },
    { MDG_MEASURE_REGISTRATION_SHARE,
      MDG_PRECISION_APPROXIMATE,
      { 86, 0 },
      "about" NBSP "86%",
      "約86%" },
    { MDG_MEASURE_CHANGE_POINTS,
      MDG_PRECISION_EXACT,
      { 93, 2 },
      "+0.93" NBSP "pt",
      "+0.93ポイント" },
    { MDG_MEASURE_RANK, MDG_PRECISION_EXACT, { 7, 0 }, "7th", "7位" },
    { MDG_MEASURE_MNC_COUNT,
      MDG_PRECISION_EXACT,
      { 101991041, 0 },
      "101,991,041",
      "101,991,041件" },
    { MDG_MEASURE_MNC_COUNT,
      MDG_PRECISION_ROUNDED_10000,
      { 8380000, 0 },
      "about" NBSP "8.38" NBSP "million",
      "約838万件" },
    { MDG_MEASURE_CARD_HOLDERS,
      MDG_PRECISION_ROUNDED_10000,
      { 99480000, 0 },
      "about" NBSP "99.48" NBSP "million" NBSP "people",
      "約9,948万人" },
    { MDG_MEASURE_REGISTRANTS,
      MDG_PRECISION_EXACT,
      { 76272065, 0 },
      "76,272,065" NBSP "people",
      "76,272,065人" },
    { MDG_MEASURE_INSURED_AFFECTED,
      MDG_PRECISION_APPROXIMATE,
      { 77000000, 0 },
      "about" NBSP "77" NBSP "million" NBSP "people",
      "約7,700万人" },
    { MDG_MEASURE_POPULATION,
      MDG_PRECISION_ROUNDED_10000,
      { 124330000, 0 },
      "about" NBSP "124.33" NBSP "million" NBSP "people",
      "約1億2,433万人" },
    { MDG_MEASURE_MNC_COUNT,
      MDG_PRECISION_ROUNDED_10000,
      { 101990000, 0 },
      "about" NBSP "101.99" NBSP "million",
      "約1億199万件" },
    { MDG_MEASURE_MNC_COUNT,
      MDG_PRECISION_ROUNDED_10000,
      { 20000, 0 },
      "about" NBSP "20,000",
      "約2万件" },
    { MDG_MEASURE_CARD_HOLDERS,
      MDG_PRECISION_APPROXIMATE,
      { 1234567, 0 },
      "about" NBSP "1,234,567" NBSP "people",
      "約1,234,567人" },
    { MDG_MEASURE_FACILITIES_COUNTED,
      MDG_PRECISION_EXACT,
      { 206854, 0 },
      "206,854" NBSP "facilities",
      "206,854施設" },
    { MDG_MEASURE_FACILITIES_COUNTED, MDG_PRECISION_EXACT, { 1, 0 }, "1" NBSP "facility", "1施設" },
    { MDG_MEASURE_CARD_HOLDERS, MDG_PRECISION_EXACT, { 1, 0 }, "1" NBSP "person", "1人" },
    { MDG_MEASURE_CARD_HOLDERS,
      MDG_PRECISION_ROUNDED_10000,
      { 0, 0 },
      "about" NBSP "0" NBSP "people",
      "約0人" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const MdgObservation observation = {
        .measure = cases[i].measure,
        .precision = cases[i].precision,
        .value = cases[i].value,
      };

      mdg_language_set (MDG_LANGUAGE_ENGLISH);
      assert_text (mdg_format_value_full (&observation), cases[i].english);
      mdg_language_set (MDG_LANGUAGE_JAPANESE);
      assert_text (mdg_format_value_full (&observation), cases[i].japanese);
    }
}

static void
test_months (void **state)
{
  MdgMonth month = MDG_MONTH (2025, 10);

  assert_text (mdg_format_month (month), "October 2025");
  assert_text (mdg_format_month_short (month), "Oct 2025");
  assert_text (mdg_format_month (MDG_MONTH_NONE), "");
  assert_text (mdg_format_month_short (MDG_MONTH_NONE), "");
  assert_text (mdg_format_month_name (MDG_MONTH_NONE), "");
  assert_text (mdg_format_year (MDG_MONTH_NONE), "");
  assert_text (mdg_format_month_name (month), "Oct");
  assert_text (mdg_format_year (month), "2025");

  mdg_language_set (MDG_LANGUAGE_JAPANESE);
  assert_text (mdg_format_month (month), "2025年10月");
  assert_text (mdg_format_month_short (month), "2025/10");
  assert_text (mdg_format_month_name (month), "10月");
  assert_text (mdg_format_year (month), "2025年");

  mdg_format_set_calendar (MDG_CALENDAR_ERA);
  assert_int_equal (mdg_format_get_calendar (), MDG_CALENDAR_ERA);
  assert_text (mdg_format_month (month), "令和7年10月");
  assert_text (mdg_format_month_short (month), "R7.10");
  assert_text (mdg_format_year (month), "R7");
  assert_text (mdg_format_month (MDG_MONTH (2019, 4)), "平成31年4月");
  assert_text (mdg_format_month (MDG_MONTH (2019, 5)), "令和元年5月");
  assert_text (mdg_format_month_short (MDG_MONTH (2019, 5)), "R1.5");
  assert_text (mdg_format_month (MDG_MONTH (1989, 1)), "平成元年1月");
  assert_text (mdg_format_month (MDG_MONTH (1988, 12)), "昭和63年12月");
  assert_text (mdg_format_month (MDG_MONTH (1926, 12)), "昭和元年12月");
  assert_text (mdg_format_month (MDG_MONTH (1912, 7)), "大正元年7月");
  assert_text (mdg_format_month (MDG_MONTH (1868, 1)), "明治元年1月");

  mdg_language_set (MDG_LANGUAGE_ENGLISH);
  assert_text (mdg_format_month (month), "October Reiwa 7 (2025)");
  assert_text (mdg_format_month_short (month), "R7.10");
}

static void
test_days (void **state)
{
  static const struct
  {
    int year;
    int month;
    int day;
    const char *japanese;
    const char *english;
  } cases[] = {
    { 2025, 11, 13, "令和7年11月13日", "13 November Reiwa 7 (2025)" },
    { 2019, 5, 1, "令和元年5月1日", "1 May Reiwa 1 (2019)" },
    { 2019, 4, 30, "平成31年4月30日", "30 April Heisei 31 (2019)" },
    { 1989, 1, 8, "平成元年1月8日", "8 January Heisei 1 (1989)" },
    { 1989, 1, 7, "昭和64年1月7日", "7 January Showa 64 (1989)" },
    { 1926, 12, 25, "昭和元年12月25日", "25 December Showa 1 (1926)" },
    { 1926, 12, 24, "大正15年12月24日", "24 December Taisho 15 (1926)" },
    { 1912, 7, 30, "大正元年7月30日", "30 July Taisho 1 (1912)" },
    { 1912, 7, 29, "明治45年7月29日", "29 July Meiji 45 (1912)" },
    { 1868, 1, 25, "明治元年1月25日", "25 January Meiji 1 (1868)" },
    { 1868, 1, 24, "1868年1月24日", "24 January 1868" },
  };
  MdgDay day = mdg_day_new (2025, 11, 13);

  assert_text (mdg_format_day (day), "13 November 2025");
  assert_text (mdg_format_day (MDG_DAY_NONE), "");
  mdg_language_set (MDG_LANGUAGE_JAPANESE);
  assert_text (mdg_format_day (day), "2025年11月13日");

  mdg_format_set_calendar (MDG_CALENDAR_ERA);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      day = mdg_day_new (cases[i].year, cases[i].month, cases[i].day);
      mdg_language_set (MDG_LANGUAGE_JAPANESE);
      assert_text (mdg_format_day (day), cases[i].japanese);
      mdg_language_set (MDG_LANGUAGE_ENGLISH);
      assert_text (mdg_format_day (day), cases[i].english);
    }
}

static void
test_month_and_year_apart (void **state)
{
  MdgMonth month = MDG_MONTH (2025, 10);

  assert_text (mdg_format_month_name (month), "Oct");
  assert_text (mdg_format_year (month), "2025");
  assert_text (mdg_format_month_name (MDG_MONTH_NONE), "");
  assert_text (mdg_format_year (MDG_MONTH_NONE), "");
  mdg_language_set (MDG_LANGUAGE_JAPANESE);
  assert_text (mdg_format_month_name (month), "10月");
  assert_text (mdg_format_year (month), "2025年");

  mdg_format_set_calendar (MDG_CALENDAR_ERA);
  assert_text (mdg_format_year (month), "R7");
  assert_text (mdg_format_year (MDG_MONTH (2019, 4)), "H31");
  assert_text (mdg_format_year (MDG_MONTH (2019, 5)), "R1");
  mdg_language_set (MDG_LANGUAGE_ENGLISH);
  assert_text (mdg_format_year (month), "R7");
}

static void
test_period (void **state)
{
  MdgObservation observation = { .month = MDG_MONTH (2025, 10) };

  assert_text (mdg_format_period (&observation), "October 2025");
  observation.as_of = mdg_day_new (2025, 10, 31);
  assert_text (mdg_format_period (&observation), "31 October 2025");
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_count),
    cmocka_unit_test_teardown (test_count_short, restore),
    cmocka_unit_test_teardown (test_count_short_is_near, restore),
    cmocka_unit_test (test_decimal),
    cmocka_unit_test (test_decimal_round_trip),
    cmocka_unit_test_teardown (test_percent_points_rank, restore),
    cmocka_unit_test (test_value),
    cmocka_unit_test_teardown (test_value_full, restore),
    cmocka_unit_test_teardown (test_months, restore),
    cmocka_unit_test_teardown (test_days, restore),
    cmocka_unit_test_teardown (test_month_and_year_apart, restore),
    cmocka_unit_test (test_period),
  };

  return mdg_test_run (tests);
}
