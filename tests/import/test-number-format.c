/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/read/mdg-number-format.h"

#include "util/mdg-test.h"

static void
assert_shown (const char *code, const char *number, gboolean from_1904, const char *expected)
{
  g_autofree char *shown =
    mdg_number_format_show (mdg_number_format_from_code (code), number, from_1904);

  assert_string_equal (shown, expected);
}

static void
test_percent (void **state)
{
  assert_shown ("0.00%", "0.3714", FALSE, "37.14%");
  assert_shown ("0.00%", "0.37140000000000001", FALSE, "37.14%");
  assert_shown ("0.00%", "0.42934999999999995", FALSE, "42.94%");
  assert_shown ("0.00%", "0.429349", FALSE, "42.93%");
  /* Up to two decimals are kept where the format hides them. */
  assert_shown ("0%", "0.995", FALSE, "99.5%");
  assert_shown ("0%", "0.995234", FALSE, "100%");
  assert_shown ("0.0%;[Red]\"▲\"0.0%", "-0.0005", FALSE, "-0.05%");
  assert_shown ("0.00%", "1", FALSE, "100.00%");
  assert_shown ("0.00%", "0", FALSE, "0.00%");
  assert_shown ("0.00%", "4.2930000000000003E-2", FALSE, "4.29%");
  assert_shown ("0.00\"%\"", "37.14", FALSE, "37.14%");
  assert_shown ("0.0\\%", "37.1", FALSE, "37.1%");
}

static void
test_plain (void **state)
{
  assert_shown ("General", "3.1399999999999997", FALSE, "3.14");
  assert_shown ("General", "0.30000000000000004", FALSE, "0.3");
  assert_shown ("General", "1E+3", FALSE, "1000");
  assert_shown ("General", "1.5E-3", FALSE, "0.0015");
  assert_shown ("General", "-0", FALSE, "0");
  assert_shown ("General", "100", FALSE, "100");
  assert_shown ("#,##0", "1234567", FALSE, "1234567");
  assert_shown ("#,##0", "2.5", FALSE, "2.5");
  assert_shown ("#,##0", "2.512", FALSE, "3");
  assert_shown ("0.00", "46.756237", FALSE, "46.76");
  assert_shown ("0.00", "46.7", FALSE, "46.7");
  assert_shown ("0.00E+00", "46.756237", FALSE, "46.756237");
  assert_shown ("#,##0\"円\"", "200", FALSE, "200");
  assert_shown ("#,##0,", "1234567", FALSE, "1234567");
  assert_shown ("# ?/?", "1.5", FALSE, "1.5");
  assert_shown ("General", "abc", FALSE, "abc");
  assert_shown ("General", "1E+300", FALSE, "1E+300");
  assert_shown ("General", "", FALSE, "");
}

static void
test_dates (void **state)
{
  assert_shown ("yyyy/m/d", "45931", FALSE, "2025-10-01");
  assert_shown ("[$-411]ggge\"年\"m\"月\"d\"日\"", "45931", FALSE, "2025-10-01");
  assert_shown ("[$-411]e.m.d", "45931.75", FALSE, "2025-10-01");
  assert_shown ("yyyy\\年m\\月", "45931", FALSE, "2025-10");
  assert_shown ("[$-411]ge.m", "45931", FALSE, "2025-10");
  assert_shown ("yyyy", "45931", FALSE, "2025");
  assert_shown ("yyyy/m/d", "44469", TRUE, "2025-10-01");
  assert_shown ("yyyy/m/d", "1", FALSE, "1900-01-01");
  assert_shown ("yyyy/m/d", "59", FALSE, "1900-02-28");
  assert_shown ("yyyy/m/d", "60", FALSE, "60");
  assert_shown ("yyyy/m/d", "61", FALSE, "1900-03-01");
  assert_shown ("yyyy/m/d", "-5", FALSE, "-5");
  assert_shown ("yyyy/m/d", "99999999", FALSE, "99999999");
  assert_shown ("h:mm", "0.5", FALSE, "12:00:00");
  assert_shown ("h:mm AM/PM", "0.75", FALSE, "18:00:00");
  assert_shown ("[h]:mm", "1.5", FALSE, "36:00:00");
}

static void
test_builtin (void **state)
{
  static const struct
  {
    guint id;
    const char *number;
    const char *expected;
  } cases[] = {
    { 0, "45931.5", "45931.5" },   { 9, "0.3714", "37.14%" },     { 10, "0.3714", "37.14%" },
    { 14, "45931", "2025-10-01" }, { 17, "45931", "2025-10" },    { 22, "45931.5", "2025-10-01" },
    { 27, "45931", "2025-10-01" }, { 31, "45931", "2025-10-01" }, { 55, "45931", "2025-10" },
    { 58, "45931", "2025-10-01" }, { 3, "1234", "1234" },         { 49, "45931", "45931" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *shown = mdg_number_format_show (mdg_number_format_from_builtin (cases[i].id),
                                                       cases[i].number, FALSE);

      assert_string_equal (shown, cases[i].expected);
    }
}

/* Any code and any number give some text. */
static void
test_hostile (void **state)
{
  g_autoptr (GRand) rand = mdg_test_new_rand ();
  static const char letters[] = "0#?.,%;\"\\_*[]$-/:ymdhsegG +E1";
  static const char numerals[] = "0123456789.-+eE";

  for (guint i = 0; i < 20000; i++)
    {
      g_autoptr (GString) code = g_string_new (NULL);
      g_autoptr (GString) number = g_string_new (NULL);
      g_autofree char *shown = NULL;

      for (gint j = g_rand_int_range (rand, 0, 10); j > 0; j--)
        g_string_append_c (code, letters[g_rand_int_range (rand, 0, sizeof letters - 1)]);
      for (gint j = g_rand_int_range (rand, 0, 24); j > 0; j--)
        g_string_append_c (number, numerals[g_rand_int_range (rand, 0, sizeof numerals - 1)]);
      shown = mdg_number_format_show (mdg_number_format_from_code (code->str), number->str, i % 2);
      assert_non_null (shown);
    }
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_percent), cmocka_unit_test (test_plain),   cmocka_unit_test (test_dates),
    cmocka_unit_test (test_builtin), cmocka_unit_test (test_hostile),
  };

  return mdg_test_run (tests);
}
