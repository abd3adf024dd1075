/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "util/mdg-test.h"

#include "core/mdg-decimal.h"

static gint64
random_int64 (GRand *rand)
{
  guint64 bits = ((guint64) g_rand_int (rand) << 32) | g_rand_int (rand);

  /* Numbers of every length, not only very long ones. */
  return (gint64) bits >> g_rand_int_range (rand, 0, 63);
}

static MdgDecimal
random_decimal (GRand *rand)
{
  return MDG_DECIMAL (random_int64 (rand), g_rand_int_range (rand, 0, 10));
}

static void
assert_decimal (MdgDecimal actual, gint64 digits, guint8 decimals)
{
  assert_int_equal (actual.digits, digits);
  assert_int_equal (actual.decimals, decimals);
}

static void
test_parse (void **state)
{
  static const struct
  {
    const char *text;
    gint64 digits;
    guint8 decimals;
  } good[] = {
    { "37.14", 3714, 2 },
    { "-1.5", -15, 1 },
    { "+0.93", 93, 2 },
    { "\u22120.93", -93, 2 },
    { "0", 0, 0 },
    { "-0", 0, 0 },
    { "007", 7, 0 },
    { "1.50", 150, 2 },
    { "0.123456789", 123456789, 9 },
    { "9223372036854775807", G_MAXINT64, 0 },
    { "-9223372036854775808", G_MININT64, 0 },
    { "-9223372036.854775808", G_MININT64, 9 },
  };
  static const char *const bad[] = {
    "",
    "+",
    "-",
    "\u2212",
    ".",
    "1.",
    ".5",
    "-.5",
    "1..5",
    "1.2.3",
    "--1",
    "+-1",
    "1 ",
    " 1",
    "1,234",
    "1e3",
    "0x10",
    "nan",
    "\uff11",
    "0.1234567890",
    "9223372036854775808",
    "-9223372036854775809",
    "99999999999999999999999999999999999999999999",
    "\u2212\u22121",
    "1\u2212",
  };

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      MdgDecimal value;

      assert_true (mdg_decimal_parse (good[i].text, -1, &value));
      assert_decimal (value, good[i].digits, good[i].decimals);
    }

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      MdgDecimal value = MDG_DECIMAL (5, 1);

      if (mdg_decimal_parse (bad[i], -1, &value))
        fail_msg ("\"%s\" was taken for a number", bad[i]);
      assert_decimal (value, 5, 1);
    }
}

static void
test_parse_length (void **state)
{
  MdgDecimal value;

  assert_true (mdg_decimal_parse ("37.14%", 5, &value));
  assert_decimal (value, 3714, 2);
  assert_false (mdg_decimal_parse ("37.14%", 6, &value));
  assert_false (mdg_decimal_parse ("37.14%", 3, &value));
  assert_false (mdg_decimal_parse ("37", 0, &value));
  /* A sign cut in the middle. */
  assert_false (mdg_decimal_parse ("\u22121", 2, &value));
}

static void
test_round_trip (void **state)
{
  GRand *rand = mdg_test_new_rand ();

  for (guint i = 0; i < 20000; i++)
    {
      MdgDecimal value = random_decimal (rand);
      g_autofree char *text = mdg_decimal_to_string (value);
      MdgDecimal back;

      assert_true (mdg_decimal_parse (text, -1, &back));
      assert_decimal (back, value.digits, value.decimals);
    }

  g_rand_free (rand);
}

static void
test_to_string (void **state)
{
  static const struct
  {
    MdgDecimal value;
    const char *text;
  } cases[] = {
    { { 3714, 2 }, "37.14" },    { { -5, 2 }, "-0.05" },
    { { 0, 2 }, "0.00" },        { { 101991041, 0 }, "101991041" },
    { { 1, 9 }, "0.000000001" }, { { G_MININT64, 0 }, "-9223372036854775808" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = mdg_decimal_to_string (cases[i].value);

      assert_string_equal (text, cases[i].text);
    }
}

static void
test_compare (void **state)
{
  GRand *rand = mdg_test_new_rand ();

  assert_int_equal (mdg_decimal_compare (MDG_DECIMAL (15, 1), MDG_DECIMAL (150, 2)), 0);
  assert_int_equal (mdg_decimal_compare (MDG_DECIMAL (-15, 1), MDG_DECIMAL (1, 9)), -1);
  /* Doubles cannot tell these two apart. */
  assert_int_equal (
    mdg_decimal_compare (MDG_DECIMAL (G_MAXINT64, 0), MDG_DECIMAL (G_MAXINT64 - 1, 0)), 1);
  assert_int_equal (mdg_decimal_compare (MDG_DECIMAL (G_MAXINT64, 0), MDG_DECIMAL (G_MAXINT64, 9)),
                    1);
  assert_int_equal (mdg_decimal_compare (MDG_DECIMAL (G_MININT64, 9), MDG_DECIMAL (G_MININT64, 0)),
                    1);

  for (guint i = 0; i < 20000; i++)
    {
      MdgDecimal a =
        MDG_DECIMAL (g_rand_int_range (rand, -5000, 5000), g_rand_int_range (rand, 0, 4));
      MdgDecimal b =
        MDG_DECIMAL (g_rand_int_range (rand, -5000, 5000), g_rand_int_range (rand, 0, 4));
      double x = mdg_decimal_to_double (a);
      double y = mdg_decimal_to_double (b);

      assert_int_equal (mdg_decimal_compare (a, b), (x > y) - (x < y));
      assert_int_equal (mdg_decimal_compare (a, b), -mdg_decimal_compare (b, a));
    }

  g_rand_free (rand);
}

static void
test_rescale (void **state)
{
  MdgDecimal out = MDG_DECIMAL (7, 7);
  GRand *rand = mdg_test_new_rand ();

  assert_true (mdg_decimal_rescale (MDG_DECIMAL (15, 1), 3, &out));
  assert_decimal (out, 1500, 3);
  assert_true (mdg_decimal_rescale (MDG_DECIMAL (-1500, 3), 1, &out));
  assert_decimal (out, -15, 1);
  assert_false (mdg_decimal_rescale (MDG_DECIMAL (-1501, 3), 1, &out));
  assert_false (mdg_decimal_rescale (MDG_DECIMAL (G_MAXINT64, 0), 1, &out));
  assert_false (mdg_decimal_rescale (MDG_DECIMAL (1, 0), 10, &out));
  assert_decimal (out, -15, 1);

  for (guint i = 0; i < 5000; i++)
    {
      MdgDecimal value = random_decimal (rand);

      if (mdg_decimal_rescale (value, g_rand_int_range (rand, 0, 10), &out))
        assert_int_equal (mdg_decimal_compare (value, out), 0);
    }

  g_rand_free (rand);
}

static void
test_add_and_subtract (void **state)
{
  GRand *rand = mdg_test_new_rand ();
  MdgDecimal out = MDG_DECIMAL (7, 7);

  /* Law 6: rate minus change is the rate of the month before. */
  assert_true (mdg_decimal_subtract (MDG_DECIMAL (3714, 2), MDG_DECIMAL (152, 2), &out));
  assert_decimal (out, 3562, 2);
  assert_true (mdg_decimal_add (MDG_DECIMAL (15, 1), MDG_DECIMAL (-250, 2), &out));
  assert_decimal (out, -100, 2);
  assert_true (mdg_decimal_add (MDG_DECIMAL (G_MAXINT64, 0), MDG_DECIMAL (G_MININT64, 0), &out));
  assert_decimal (out, -1, 0);
  assert_false (mdg_decimal_add (MDG_DECIMAL (G_MAXINT64, 0), MDG_DECIMAL (1, 0), &out));
  assert_false (mdg_decimal_subtract (MDG_DECIMAL (0, 0), MDG_DECIMAL (G_MININT64, 0), &out));
  assert_false (mdg_decimal_add (MDG_DECIMAL (G_MAXINT64 / 10, 0), MDG_DECIMAL (1, 9), &out));
  assert_decimal (out, -1, 0);

  for (guint i = 0; i < 20000; i++)
    {
      MdgDecimal a = random_decimal (rand);
      MdgDecimal b = random_decimal (rand);
      MdgDecimal back;

      /* The way back has the decimals of the longer of the two, in which @a may not fit. */
      if (!mdg_decimal_add (a, b, &out) || !mdg_decimal_rescale (a, out.decimals, &back))
        continue;
      assert_int_equal (out.decimals, MAX (a.decimals, b.decimals));
      assert_true (mdg_decimal_subtract (out, b, &back));
      assert_int_equal (mdg_decimal_compare (back, a), 0);
    }

  g_rand_free (rand);
}

static void
test_percent_ratio (void **state)
{
  GRand *rand = mdg_test_new_rand ();
  MdgDecimal out = MDG_DECIMAL (7, 7);

  /* The nation in October 2025, and its hospitals: 57.00499... */
  assert_true (mdg_decimal_percent_ratio (101991041, 274605299, 2, &out));
  assert_decimal (out, 3714, 2);
  assert_true (mdg_decimal_percent_ratio (13308759, 23346654, 2, &out));
  assert_decimal (out, 5700, 2);

  /* Exactly half goes up, a hair less does not. */
  assert_true (mdg_decimal_percent_ratio (1, 800, 2, &out));
  assert_decimal (out, 13, 2);
  assert_true (mdg_decimal_percent_ratio (124999, 100000000, 2, &out));
  assert_decimal (out, 12, 2);
  assert_true (mdg_decimal_percent_ratio (1, 200, 0, &out));
  assert_decimal (out, 1, 0);
  assert_true (mdg_decimal_percent_ratio (-1, 200, 0, &out));
  assert_decimal (out, 0, 0);
  assert_true (mdg_decimal_percent_ratio (-3, 200, 0, &out));
  assert_decimal (out, -1, 0);
  assert_true (mdg_decimal_percent_ratio (-2, 300, 0, &out));
  assert_decimal (out, -1, 0);

  assert_true (mdg_decimal_percent_ratio (0, 1, 2, &out));
  assert_decimal (out, 0, 2);
  assert_true (mdg_decimal_percent_ratio (G_MAXINT64, G_MAXINT64, 9, &out));
  assert_decimal (out, G_GINT64_CONSTANT (100000000000), 9);

  assert_false (mdg_decimal_percent_ratio (1, 0, 2, &out));
  assert_false (mdg_decimal_percent_ratio (1, -5, 2, &out));
  assert_false (mdg_decimal_percent_ratio (G_MAXINT64, 1, 0, &out));
  assert_false (mdg_decimal_percent_ratio (1, 2, 10, &out));
  assert_decimal (out, G_GINT64_CONSTANT (100000000000), 9);

  /* Half up means: rate - 1/2 unit <= ratio < rate + 1/2 unit. In integers, with whole <= 10^9:
   * (2 * digits - 1) * whole <= 2 * part * 10^4 < (2 * digits + 1) * whole. */
  for (guint i = 0; i < 50000; i++)
    {
      gint64 whole = g_rand_int_range (rand, 1, i % 2 == 0 ? 1000 : 1000000000);
      gint64 part = g_rand_int_range (rand, 0, (gint32) whole + 1);

      assert_true (mdg_decimal_percent_ratio (part, whole, 2, &out));
      assert_int_equal (out.decimals, 2);
      assert_true ((2 * out.digits - 1) * whole <= 2 * part * 10000);
      assert_true (2 * part * 10000 < (2 * out.digits + 1) * whole);
    }

  g_rand_free (rand);
}

static void
test_ratio_compare (void **state)
{
  GRand *rand = mdg_test_new_rand ();

  assert_int_equal (mdg_ratio_compare (1, 3, 2, 6), 0);
  assert_int_equal (mdg_ratio_compare (G_MAXINT64 - 1, G_MAXINT64, G_MAXINT64 - 2, G_MAXINT64 - 1),
                    1);
  assert_int_equal (mdg_ratio_compare (0, 1, 5, 0), 1);
  assert_int_equal (mdg_ratio_compare (5, 0, -5, 1), -1);
  assert_int_equal (mdg_ratio_compare (5, 0, 7, -1), 0);

  for (guint i = 0; i < 20000; i++)
    {
      gint64 part = g_rand_int_range (rand, -30, 30);
      gint64 whole = g_rand_int_range (rand, 1, 30);
      gint64 other_part = g_rand_int_range (rand, -30, 30);
      gint64 other_whole = g_rand_int_range (rand, 1, 30);
      gint64 factor = g_rand_int_range (rand, 1, 100000);
      gint64 expected = part * other_whole - other_part * whole;

      assert_int_equal (mdg_ratio_compare (part * factor, whole * factor, other_part, other_whole),
                        (expected > 0) - (expected < 0));
    }

  g_rand_free (rand);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_parse),
    cmocka_unit_test (test_parse_length),
    cmocka_unit_test (test_round_trip),
    cmocka_unit_test (test_to_string),
    cmocka_unit_test (test_compare),
    cmocka_unit_test (test_rescale),
    cmocka_unit_test (test_add_and_subtract),
    cmocka_unit_test (test_percent_ratio),
    cmocka_unit_test (test_ratio_compare),
  };

  return mdg_test_run (tests);
}
