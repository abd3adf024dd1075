/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/deck/mdg-scan.h"

#include "import/read/mdg-document.h"
#include "util/mdg-test.h"

#include <string.h>

static void
assert_counts (const char *text, guint choice, guint n, const gint64 *values, const char *rest)
{
  const char *cursor = text;
  MdgCounts counts;

  assert_true (mdg_scan_counts (&cursor, choice, &counts));
  assert_int_equal (counts.n, n);
  for (guint i = 0; i < n; i++)
    assert_int_equal (counts.values[i], values[i]);
  assert_string_equal (cursor, rest);
}

static void
test_counts (void **state)
{
  assert_counts ("1,093", 0, 1, (gint64[]) { 1093 }, "");
  assert_counts ("  23,346,654 13,308,759", 0, 1, (gint64[]) { 23346654 }, " 13,308,759");
  assert_counts ("7", 0, 1, (gint64[]) { 7 }, "");
  assert_counts ("1234567人", 0, 1, (gint64[]) { 1234567 }, "人");
}

static void
test_glued_counts (void **state)
{
  const char *cursor = "9991,234";
  MdgCounts counts;

  /* The two rows of Tokyo. */
  assert_counts ("5,566,85315,692,482", 0, 2, (gint64[]) { 5566853, 15692482 }, "");
  assert_counts ("3,779,77612,524,820", 0, 2, (gint64[]) { 3779776, 12524820 }, "");
  /* A slide number glued to a total. */
  assert_counts ("59,363,5721", 0, 2, (gint64[]) { 59363572, 1 }, "");
  assert_counts ("1,2345,6789,012", 0, 3, (gint64[]) { 1234, 5678, 9012 }, "");

  /* Without a comma in the first number there are several ways. */
  assert_true (mdg_scan_counts (&cursor, 0, &counts));
  assert_int_equal (counts.n_choices, 3);
  assert_counts ("9991,234", 0, 2, (gint64[]) { 9, 991234 }, "");
  assert_counts ("9991,234", 1, 2, (gint64[]) { 99, 91234 }, "");
  assert_counts ("9991,234", 2, 2, (gint64[]) { 999, 1234 }, "");
  cursor = "9991,234";
  assert_false (mdg_scan_counts (&cursor, 3, &counts));
}

static void
test_bad_counts (void **state)
{
  const char *const bad[] = {
    "",          "x",
    ",123",      "34,8",
    "1,23,456",  "123456789012345",
    "1,2345678", "12345678,123",
    "34.5",      "34.5%",
    "12%",       "1,2345,6789,0123,4567,8901,234",
  };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      const char *cursor = bad[i];
      MdgCounts counts;

      if (mdg_scan_counts (&cursor, 0, &counts))
        fail_msg ("“%s” was read as a count", bad[i]);
      assert_ptr_equal (cursor, bad[i]);
    }
}

static char *
group (gint64 value)
{
  g_autofree char *digits = g_strdup_printf ("%" G_GINT64_FORMAT, value);
  GString *text = g_string_new (NULL);
  gsize length = strlen (digits);

  for (gsize i = 0; i < length; i++)
    {
      if (i > 0 && (length - i) % 3 == 0)
        g_string_append_c (text, ',');
      g_string_append_c (text, digits[i]);
    }

  return g_string_free_and_steal (text);
}

/* Whatever two counts of at least four digits are glued, they come apart as they were. */
static void
test_any_glued_counts (void **state)
{
  g_autoptr (GRand) rand = mdg_test_new_rand ();

  for (guint i = 0; i < 5000; i++)
    {
      gint64 first = g_rand_int_range (rand, 1000, G_MAXINT32) >> g_rand_int_range (rand, 0, 20);
      gint64 second = g_rand_int_range (rand, 1000, G_MAXINT32) >> g_rand_int_range (rand, 0, 20);
      g_autofree char *first_text = group (first);
      g_autofree char *second_text = group (second);
      g_autofree char *glued = g_strconcat (first_text, second_text, NULL);

      if (first >= 1000)
        assert_counts (glued, 0, 2, (gint64[]) { first, second }, "");
    }
}

static void
assert_month (const char *text, int year, int number, const char *rest)
{
  const char *cursor = text;
  MdgMonth month;

  assert_true (mdg_scan_month (&cursor, &month));
  assert_int_equal (month, MDG_MONTH (year, number));
  assert_string_equal (cursor, rest);
}

static void
test_months (void **state)
{
  const char *const bad[] = { "R7",     "R7.13",       "R0.10", "令和年10月", "7.10",
                              "R100.1", "2025年100月", "10月",  "20255-10",   "2025年" };

  assert_month ("R7.10月末", 2025, 10, "末");
  assert_month ("R7.9順位", 2025, 9, "順位");
  assert_month ("R5.12)", 2023, 12, ")");
  assert_month ("R7.9 )", 2025, 9, " )");
  assert_month ("令和7年10月", 2025, 10, "");
  assert_month ("令和 7年 10 月", 2025, 10, "");
  assert_month ("令和元年5月", 2019, 5, "");
  assert_month ("平成31年4月", 2019, 4, "");
  assert_month ("H31.4", 2019, 4, "");
  assert_month ("2025年10月", 2025, 10, "");
  assert_month ("2025-10", 2025, 10, "");
  assert_month ("2025/1", 2025, 1, "");

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      const char *cursor = bad[i];
      MdgMonth month;

      if (mdg_scan_month (&cursor, &month))
        fail_msg ("“%s” was read as a month", bad[i]);
    }
}

static void
assert_day (const char *text, int year, int month, int number)
{
  const char *cursor = text;
  MdgDay day;

  assert_true (mdg_scan_day (&cursor, &day));
  assert_int_equal (day, mdg_day_new (year, month, number));
  assert_string_equal (cursor, "");
}

static void
test_days (void **state)
{
  const char *const bad[] = { "R7.10", "R7.2.30", "令和7年10月", "令和7年10月32日", "2025-11" };

  assert_day ("R7.1.1", 2025, 1, 1);
  assert_day ("令和7年11月13日", 2025, 11, 13);
  assert_day ("令和 7 年 11 月 13 日", 2025, 11, 13);
  assert_day ("2025年11月13日", 2025, 11, 13);
  assert_day ("2025-11-13", 2025, 11, 13);
  assert_day ("R6.2.29", 2024, 2, 29);

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      const char *cursor = bad[i];
      MdgDay day;

      if (mdg_scan_day (&cursor, &day))
        fail_msg ("“%s” was read as a day", bad[i]);
    }
}

static void
assert_decimal (const char *text, gint64 digits, guint8 decimals)
{
  const char *cursor = text;
  MdgDecimal value;

  assert_true (mdg_scan_decimal (&cursor, &value));
  assert_int_equal (value.digits, digits);
  assert_int_equal (value.decimals, decimals);
}

static void
test_decimals (void **state)
{
  const char *cursor = "37.14 % です";
  MdgDecimal value;

  assert_decimal ("34.34", 3434, 2);
  assert_decimal ("+0.93", 93, 2);
  assert_decimal ("-1.50", -150, 2);
  assert_decimal ("▲1.50", -150, 2);
  assert_decimal ("△ 0.1", -1, 1);
  assert_decimal ("5.", 5, 0);

  assert_true (mdg_scan_percent (&cursor, &value));
  assert_string_equal (cursor, " です");
  cursor = "37.14";
  assert_false (mdg_scan_percent (&cursor, &value));
}

static void
assert_area (const char *text, MdgArea expected, const char *rest)
{
  const char *cursor = text;
  MdgArea area;

  assert_true (mdg_scan_area (&cursor, &area));
  assert_int_equal (area, expected);
  assert_string_equal (cursor, rest);
}

static void
test_areas (void **state)
{
  const char *cursor = "県";
  MdgArea area;

  for (MdgArea i = 0; i < MDG_N_AREAS; i++)
    {
      assert_area (mdg_area_get_name (i), i, "");
      assert_area (mdg_area_get_short_name (i), i, "");
    }
  assert_area ("秋 田 46.76%", 5, " 46.76%");
  assert_area ("東 京 都", 13, "");
  assert_area ("京都 府", 26, "");
  assert_area ("全国 37.14%", 0, " 37.14%");
  assert_false (mdg_scan_area (&cursor, &area));
}

static void
test_facilities (void **state)
{
  const char *cursor = "病 院 23";
  MdgFacilityType type;

  assert_true (mdg_scan_facility (&cursor, &type));
  assert_int_equal (type, MDG_FACILITY_HOSPITAL);
  cursor = "総計";
  assert_true (mdg_scan_facility (&cursor, &type));
  assert_int_equal (type, MDG_FACILITY_ALL);
  cursor = "【病院】";
  assert_false (mdg_scan_facility (&cursor, &type));
}

static void
assert_normal (const char *text, const char *expected)
{
  g_autofree char *plain = mdg_text_normalize (text, strlen (text));

  assert_string_equal (plain, expected);
}

static void
test_normalize (void **state)
{
  assert_normal ("abc 123", "abc 123");
  assert_normal ("１，２３４　５６．７８％", "1,234 56.78%");
  assert_normal ("（＋０．９３％）", "(+0.93%)");
  assert_normal ("a\tb\xc2\xa0"
                 "c\xe3\x80\x80"
                 "d",
                 "a b c d");
  assert_normal ("\xe2\x88\x92"
                 "1.5",
                 "-1.5");
  /* A radical that some PDF texts hold in place of the character for month. */
  assert_normal ("10⽉", "10月");
  assert_normal ("1\xe2\x80\x8b"
                 "23",
                 "123");
  assert_normal ("", "");
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_counts),     cmocka_unit_test (test_glued_counts),
    cmocka_unit_test (test_bad_counts), cmocka_unit_test (test_any_glued_counts),
    cmocka_unit_test (test_months),     cmocka_unit_test (test_days),
    cmocka_unit_test (test_decimals),   cmocka_unit_test (test_areas),
    cmocka_unit_test (test_facilities), cmocka_unit_test (test_normalize),
  };

  return mdg_test_run (tests);
}
