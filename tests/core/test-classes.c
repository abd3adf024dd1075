/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "util/mdg-test.h"

#include <math.h>
#include <string.h>

#include "core/mdg-classes.h"

__extension__ typedef __int128 Wide;

/* Employment density in the 58 counties of California, in hundredths: the example of the published
 * documentation of mapclassify, whose results are tested against here. */
static const gint64 calemp[] = {
  32992, 42,  590,  1403,  278,  134,  18127, 165,    1003, 1670, 132,   399,  316,   22,   870,
  656,   327, 33,   37050, 451,  7529, 99,    274,    868,  14,   92,    1263, 2870,  1202, 72285,
  3668,  74,  2982, 19205, 338,  1115, 11074, 411145, 4947, 1033, 31711, 2047, 26493, 6626, 539,
  13,    61,  5065, 4048,  3667, 1309, 181,   20,     760,  251,  5726,  2432, 697,
};

#define N_CALEMP G_N_ELEMENTS (calemp)

static MdgDecimal *
to_decimals (const gint64 *digits, guint n, guint8 decimals)
{
  MdgDecimal *values = g_new (MdgDecimal, MAX (n, 1));

  for (guint i = 0; i < n; i++)
    values[i] = MDG_DECIMAL (digits[i], decimals);

  return values;
}

static void
compute (MdgClassMethod method,
         const gint64 *digits,
         guint n,
         guint8 decimals,
         guint wanted,
         MdgClasses *classes)
{
  g_autofree MdgDecimal *values = to_decimals (digits, n, decimals);

  assert_true (mdg_classes_compute (method, values, n, wanted, NULL, classes));
}

/* Bounds and counts as texts, such as "58 61.5 65 68.5 72" and "4 4 3 4". */
static void
assert_classes (const MdgClasses *classes, const char *bounds, const char *counts)
{
  g_autoptr (GString) seen_bounds = g_string_new (NULL);
  g_autoptr (GString) seen_counts = g_string_new (NULL);

  for (guint i = 0; i <= classes->n_classes; i++)
    {
      g_autofree char *number = mdg_decimal_to_string (classes->bounds[i]);

      g_string_append_printf (seen_bounds, "%s%s", i > 0 ? " " : "", number);
      if (i < classes->n_classes)
        g_string_append_printf (seen_counts, "%s%u", i > 0 ? " " : "", classes->counts[i]);
    }
  assert_string_equal (seen_bounds->str, bounds);
  if (counts != NULL)
    assert_string_equal (seen_counts->str, counts);
}

/* Published: R's quantile (type 7, its default) of its data sets "women" and "sleep". */
static void
test_quantile_published (void **state)
{
  static const gint64 women[] = { 58, 59, 60, 61, 62, 63, 64, 65, 66, 67, 68, 69, 70, 71, 72 };
  static const gint64 sleep[] = {
    7, -16, -2, -12, -1, 34, 37, 8, 0, 20, 19, 8, 11, 1, -1, 44, 55, 16, 46, 34,
  };
  MdgClasses classes;

  compute (MDG_CLASS_METHOD_QUANTILE, women, G_N_ELEMENTS (women), 0, 4, &classes);
  assert_classes (&classes, "58 61.5 65 68.5 72", "4 4 3 4");
  compute (MDG_CLASS_METHOD_QUANTILE, sleep, G_N_ELEMENTS (sleep), 1, 4, &classes);
  assert_classes (&classes, "-1.6 -0.025 0.95 3.4 5.5", "5 5 6 4");
  compute (MDG_CLASS_METHOD_QUANTILE, calemp, N_CALEMP, 2, 5, &classes);
  assert_classes (&classes, "0.13 1.464 5.798 13.278 54.616 4111.45", "12 11 12 11 12");
}

static void
test_equal_interval_published (void **state)
{
  static const gint64 thirds[] = { 0, 1, 2, 10 };
  MdgClasses classes;

  compute (MDG_CLASS_METHOD_EQUAL_INTERVAL, calemp, N_CALEMP, 2, 5, &classes);
  assert_classes (&classes, "0.13 822.394 1644.658 2466.922 3289.186 4111.45", "57 0 0 0 1");
  /* What is no decimal is cut down, which moves no value: 3.333… */
  compute (MDG_CLASS_METHOD_EQUAL_INTERVAL, thirds, 4, 0, 3, &classes);
  assert_classes (&classes, "0 3.333 6.666 10", "3 0 1");
}

static void
test_natural_published (void **state)
{
  MdgClasses classes;
  MdgDecimal goodness;
  g_autofree MdgDecimal *values = to_decimals (calemp, N_CALEMP, 2);

  compute (MDG_CLASS_METHOD_NATURAL_BREAKS, calemp, N_CALEMP, 2, 5, &classes);
  assert_classes (&classes, "0.13 75.29 192.05 370.50 722.85 4111.45", "49 3 4 1 1");
  assert_true (mdg_classes_get_goodness (&classes, values, N_CALEMP, &goodness));
  mdg_test_assert_in_range (goodness.digits, 998, 999);
}

static void
test_maximum_published (void **state)
{
  static const gint64 equal_gaps[] = { 1, 2, 3, 4 };
  MdgClasses classes;

  compute (MDG_CLASS_METHOD_MAXIMUM_BREAKS, calemp, N_CALEMP, 2, 4, &classes);
  assert_classes (&classes, "0.13 228.49 546.675 2417.15 4111.45", "52 4 1 1");
  compute (MDG_CLASS_METHOD_MAXIMUM_BREAKS, calemp, N_CALEMP, 2, 7, &classes);
  assert_classes (&classes, "0.13 146.005 228.49 291.02 350.21 546.675 2417.15 4111.45",
                  "50 2 1 2 1 1 1");
  compute (MDG_CLASS_METHOD_MAXIMUM_BREAKS, equal_gaps, 4, 0, 3, &classes);
  assert_classes (&classes, "1 1.5 2.5 4", "1 1 2");
}

/* Published: mean 125.928 and standard deviation 546.645, so that mean + sd and mean + 2 sd are
 * 672.573 and 1219.218. What lies below the values is left out. */
static void
test_deviation_published (void **state)
{
  static const gint64 pairs[] = { 0, 0, 10, 10 };
  MdgClasses classes;

  compute (MDG_CLASS_METHOD_STANDARD_DEVIATION, calemp, N_CALEMP, 2, 6, &classes);
  assert_classes (&classes, "0.13 125.9281 672.57333 1219.21856 4111.45", NULL);
  /* 5 ± 5.7735: an even number has the mean as a bound, an odd one half a deviation around it. */
  compute (MDG_CLASS_METHOD_STANDARD_DEVIATION, pairs, 4, 0, 4, &classes);
  assert_classes (&classes, "0 5 10", "2 2");
  compute (MDG_CLASS_METHOD_STANDARD_DEVIATION, pairs, 4, 0, 3, &classes);
  assert_classes (&classes, "0 2.113 7.886 10", "2 0 2");
}

/* Published: the examples of R's help of pretty(). */
static void
test_pretty_published (void **state)
{
  static const gint64 one_to_ten[] = { 1, 10 };
  static const gint64 one_to_twenty[] = { 1, 20 };
  static const gint64 to_97[] = { 0, 97 };
  static const gint64 to_one[] = { 0, 1 };
  static const gint64 miles[] = { 104, 339 };
  static const gint64 changes[] = { -123, 256 };
  MdgClasses classes;

  compute (MDG_CLASS_METHOD_PRETTY, one_to_ten, 2, 0, 5, &classes);
  assert_classes (&classes, "0 2 4 6 8 10", "1 0 0 0 1");
  compute (MDG_CLASS_METHOD_PRETTY, one_to_twenty, 2, 0, 2, &classes);
  assert_classes (&classes, "0 10 20", "1 1");
  compute (MDG_CLASS_METHOD_PRETTY, to_97, 2, 0, 5, &classes);
  assert_classes (&classes, "0 20 40 60 80 100", NULL);
  compute (MDG_CLASS_METHOD_PRETTY, to_one, 2, 0, 5, &classes);
  assert_classes (&classes, "0 0.2 0.4 0.6 0.8 1", NULL);
  compute (MDG_CLASS_METHOD_PRETTY, miles, 2, 1, 5, &classes);
  assert_classes (&classes, "10.0 15.0 20.0 25.0 30.0 35.0", NULL);
  compute (MDG_CLASS_METHOD_PRETTY, changes, 2, 2, 5, &classes);
  assert_classes (&classes, "-2.00 -1.00 0.00 1.00 2.00 3.00", NULL);
}

static void
test_user_breaks (void **state)
{
  static const MdgClassBreaks breaks = { 2, { { 30, 0 }, { 405, 1 } } };
  const MdgDecimal values[] = { { 3000, 2 }, { 3001, 2 }, { 4050, 2 }, { 4051, 2 }, { 2999, 2 } };
  const MdgDecimal above[] = { { 50, 0 }, { 60, 0 } };
  MdgClasses classes;

  assert_true (mdg_classes_compute (MDG_CLASS_METHOD_USER_BREAKS, values, 5, 9, &breaks, &classes));
  assert_classes (&classes, "29.99 30 40.5 40.51", "2 2 1");
  assert_true (mdg_classes_compute (MDG_CLASS_METHOD_USER_BREAKS, above, 2, 9, &breaks, &classes));
  assert_classes (&classes, "30 30 40.5 60", "0 0 2");
  /* As long as there are none, round ones. */
  assert_true (mdg_classes_compute (MDG_CLASS_METHOD_USER_BREAKS, above, 2, 5, NULL, &classes));
  assert_classes (&classes, "50 52 54 56 58 60", "1 0 0 0 1");
}

/* The sum over all classes of sum² / size, times the least common multiple of the sizes up to 11. */
static Wide
get_gain (const gint64 *sorted, guint begin, guint end)
{
  Wide sum = 0;

  for (guint i = begin; i < end; i++)
    sum += sorted[i];

  return sum * sum * (27720 / (end - begin));
}

static Wide
get_greatest_gain (const gint64 *sorted, guint begin, guint n, guint k)
{
  Wide greatest = -1;

  if (k == 1)
    return get_gain (sorted, begin, n);

  for (guint end = begin + 1; end + k - 1 <= n; end++)
    greatest =
      MAX (greatest, get_gain (sorted, begin, end) + get_greatest_gain (sorted, end, n, k - 1));

  return greatest;
}

static int
compare_integers (const void *a, const void *b, void *user_data)
{
  gint64 x = *(const gint64 *) a;
  gint64 y = *(const gint64 *) b;

  return (x > y) - (x < y);
}

/* Among all partitions that there are, ties or not, exactly. */
static void
test_natural_is_optimal (void **state)
{
  GRand *rand = mdg_test_new_rand ();

  for (guint round = 0; round < 3000; round++)
    {
      gint64 digits[11];
      guint n = g_rand_int_range (rand, 1, 12);
      guint k = g_rand_int_range (rand, 1, 8);
      gint32 spread = (gint32[]) { 4, 60, 10000, 90000000 }[round % 4];
      MdgClasses classes;
      MdgDecimal goodness;
      g_autofree MdgDecimal *values = NULL;
      guint distinct = 1;
      guint begin = 0;
      Wide gain = 0;

      for (guint i = 0; i < n; i++)
        digits[i] = g_rand_int_range (rand, -spread, spread + 1);
      g_sort_array (digits, n, sizeof (gint64), compare_integers, NULL);
      for (guint i = 1; i < n; i++)
        distinct += digits[i] != digits[i - 1];

      compute (MDG_CLASS_METHOD_NATURAL_BREAKS, digits, n, 2, k, &classes);
      assert_int_equal (classes.n_classes, MIN (k, distinct));
      for (guint i = 0; i < classes.n_classes; i++)
        {
          assert_true (classes.counts[i] > 0);
          gain += get_gain (digits, begin, begin + classes.counts[i]);
          begin += classes.counts[i];
        }
      assert_int_equal (begin, n);
      assert_true (gain == get_greatest_gain (digits, 0, n, classes.n_classes));

      values = to_decimals (digits, n, 2);
      assert_true (mdg_classes_get_goodness (&classes, values, n, &goodness));
      assert_int_equal (goodness.digits == 1000, k >= distinct);
    }

  g_rand_free (rand);
}

/* Goodness by its definition, in floating point; the greatest there is belongs to natural breaks. */
static void
test_goodness (void **state)
{
  GRand *rand = mdg_test_new_rand ();

  for (guint round = 0; round < 2000; round++)
    {
      gint64 digits[120];
      guint n = g_rand_int_range (rand, 2, 120);
      guint k = g_rand_int_range (rand, 1, MDG_MAX_CLASSES + 1);
      MdgDecimal goodness[MDG_N_CLASS_METHODS];
      g_autofree MdgDecimal *values = NULL;

      for (guint i = 0; i < n; i++)
        digits[i] = g_rand_int_range (rand, 2000, 6000);
      values = to_decimals (digits, n, 2);
      for (guint method = 0; method < MDG_N_CLASS_METHODS; method++)
        {
          MdgClasses classes;
          double sums[MDG_MAX_CLASSES] = { 0 };
          double mean = 0, within = 0, all = 0;

          assert_true (mdg_classes_compute (method, values, n, k, NULL, &classes));
          assert_true (mdg_classes_get_goodness (&classes, values, n, &goodness[method]));
          assert_int_equal (goodness[method].decimals, MDG_GOODNESS_DECIMALS);
          for (guint i = 0; i < n; i++)
            {
              sums[mdg_classes_find (&classes, values[i])] += (double) digits[i];
              mean += (double) digits[i] / n;
            }
          for (guint i = 0; i < n; i++)
            {
              guint index = (guint) mdg_classes_find (&classes, values[i]);
              double of_class = sums[index] / classes.counts[index];

              within += ((double) digits[i] - of_class) * ((double) digits[i] - of_class);
              all += ((double) digits[i] - mean) * ((double) digits[i] - mean);
            }
          if (all > 0)
            assert_true (fabs (mdg_decimal_to_double (goodness[method]) - (1 - within / all)) <
                         0.00101);
          if (classes.n_classes <= k)
            goodness[method].decimals = 1;
        }
      /* Marked above: those that did not take more classes than natural breaks may. */
      for (guint method = 0; method < MDG_N_CLASS_METHODS; method++)
        if (goodness[method].decimals == 1)
          assert_true (goodness[method].digits <= goodness[MDG_CLASS_METHOD_NATURAL_BREAKS].digits);
    }

  g_rand_free (rand);
}

/* What every classification promises. */
static void
assert_laws (const MdgClasses *classes, const MdgDecimal *values, guint n, MdgClassMethod method)
{
  guint counts[MDG_MAX_CLASSES] = { 0 };
  guint sum = 0;

  mdg_test_assert_in_range (classes->n_classes, 1, MDG_MAX_CLASSES);
  for (guint i = 0; i < n; i++)
    {
      int index = mdg_classes_find (classes, values[i]);
      gboolean at_zero = classes->zero_above && values[i].digits == 0;

      mdg_test_assert_in_range (index, 0, classes->n_classes - 1);
      assert_true (mdg_decimal_compare (values[i], classes->bounds[index + 1]) <= 0);
      assert_true (index == 0 || at_zero
                     ? mdg_decimal_compare (values[i], classes->bounds[index]) >= 0
                     : mdg_decimal_compare (values[i], classes->bounds[index]) > 0);
      counts[index]++;
    }
  for (guint i = 0; i < classes->n_classes; i++)
    {
      assert_int_equal (counts[i], classes->counts[i]);
      sum += counts[i];
      /* Only around a single value can two bounds be equal, or where nothing is beyond a chosen one. */
      assert_true (mdg_decimal_compare (classes->bounds[i], classes->bounds[i + 1]) <
                   (i == 0 || classes->zero_above || method == MDG_CLASS_METHOD_USER_BREAKS));
    }
  assert_int_equal (sum, n);
}

static void
test_laws_hold (void **state)
{
  static const MdgClassBreaks breaks[] = {
    { 2, { { -1, 0 }, { 1, 0 } } },
    { 3, { { 5, 0 }, { 105, 1 }, { 40000, 3 } } },
    { 8,
      { { -30, 0 },
        { -20, 0 },
        { -10, 0 },
        { -5, 0 },
        { 5, 0 },
        { 10, 0 },
        { 20, 0 },
        { 30, 0 } } },
  };
  GRand *rand = mdg_test_new_rand ();

  for (guint round = 0; round < 20000; round++)
    {
      MdgDecimal values[47];
      MdgDecimal turned[47];
      guint n = g_rand_int_range (rand, 1, 48);
      guint wanted = g_rand_int_range (rand, 0, 12);
      gint32 spread = g_rand_int_range (rand, 1, (gint32[]) { 3, 50, 5000, 100000000 }[round % 4]);
      MdgClassMethod method = g_rand_int_range (rand, 0, MDG_N_CLASS_METHODS);
      const MdgClassBreaks *chosen = &breaks[round % G_N_ELEMENTS (breaks)];
      gboolean with_sign = g_rand_boolean (rand);
      gboolean (*func) (MdgClassMethod, const MdgDecimal *, guint, guint, const MdgClassBreaks *,
                        MdgClasses *) =
        with_sign ? mdg_classes_compute_signed : mdg_classes_compute;
      MdgClasses classes;
      MdgClasses again;

      for (guint i = 0; i < n; i++)
        {
          values[i] = MDG_DECIMAL (g_rand_int_range (rand, -spread, spread + 1),
                                   (guint8) g_rand_int_range (rand, 0, 4));
          turned[n - 1 - i] = values[i];
        }

      assert_true (func (method, values, n, wanted, chosen, &classes));
      assert_laws (&classes, values, n, method);
      for (guint i = 0; i < classes.n_classes && with_sign; i++)
        assert_true (classes.bounds[i].digits >= 0 || classes.bounds[i + 1].digits <= 0);

      /* The order of the values makes no difference. */
      assert_true (func (method, turned, n, wanted, chosen, &again));
      for (guint i = 0; i <= classes.n_classes; i++)
        assert_int_equal (mdg_decimal_compare (classes.bounds[i], again.bounds[i]), 0);
    }

  g_rand_free (rand);
}

static void
test_zero_is_no_decrease (void **state)
{
  const MdgDecimal values[] = { { -2, 0 }, { -1, 0 }, { 0, 0 }, { 0, 0 }, { 1, 0 }, { 3, 0 } };
  const MdgDecimal falls[] = { { -4, 0 }, { -2, 0 }, { 0, 0 } };

  for (guint method = 0; method < MDG_N_CLASS_METHODS; method++)
    {
      MdgClasses classes;
      int at_zero;

      assert_true (mdg_classes_compute_signed (method, values, 6, 4, NULL, &classes));
      at_zero = mdg_classes_find (&classes, MDG_DECIMAL (0, 2));
      assert_int_equal (classes.bounds[at_zero].digits, 0);
      assert_true (mdg_classes_find (&classes, MDG_DECIMAL (-1, 3)) < at_zero);

      assert_true (mdg_classes_compute_signed (method, falls, 3, 3, NULL, &classes));
      at_zero = mdg_classes_find (&classes, MDG_DECIMAL (0, 0));
      assert_int_equal (classes.bounds[at_zero].digits, 0);
      assert_int_equal (classes.counts[at_zero], 1);
    }
}

static void
test_degenerate (void **state)
{
  static const gint64 one[] = { 750, 750, 750 };
  static const gint64 ties[] = { 1, 1, 1, 1, 1, 1, 5, 10 };
  const MdgDecimal huge[] = { { G_MAXINT64, 0 }, { G_MININT64, 0 } };
  const MdgDecimal mixed[] = { { 15, 1 }, { 150, 2 }, { 2, 0 } };
  MdgClasses classes;
  MdgDecimal goodness;

  for (guint method = 0; method < MDG_N_CLASS_METHODS; method++)
    {
      g_autofree MdgDecimal *values = to_decimals (one, 3, 2);

      assert_false (mdg_classes_compute (method, NULL, 0, 5, NULL, &classes));
      assert_int_equal (classes.n_classes, 0);
      assert_int_equal (mdg_classes_find (&classes, MDG_DECIMAL (0, 0)), -1);
      assert_false (mdg_classes_compute (method, huge, 2, 5, NULL, &classes));
      assert_false (mdg_classes_compute_signed (method, huge, 2, 5, NULL, &classes));

      compute (method, one, 3, 2, 5, &classes);
      assert_classes (&classes, "7.50 7.50", "3");
      assert_int_equal (mdg_classes_find (&classes, MDG_DECIMAL (75, 1)), 0);
      assert_int_equal (mdg_classes_find (&classes, MDG_DECIMAL (749, 2)), -1);
      assert_int_equal (mdg_classes_find (&classes, MDG_DECIMAL (751, 2)), -1);
      assert_true (mdg_classes_get_goodness (&classes, values, 3, &goodness));
      assert_int_equal (goodness.digits, 1000);
      assert_false (mdg_classes_get_goodness (&classes, huge, 2, &goodness));
    }

  /* Two of the three quantiles fall on the same value. */
  compute (MDG_CLASS_METHOD_QUANTILE, ties, G_N_ELEMENTS (ties), 0, 3, &classes);
  assert_classes (&classes, "1 1 10", "6 2");
  /* Numbers are equal by value, however many decimals they are written with. */
  assert_true (mdg_classes_compute (MDG_CLASS_METHOD_NATURAL_BREAKS, mixed, 3, 5, NULL, &classes));
  assert_classes (&classes, "1.50 1.50 2.00", "2 1");
}

/* As large as all months of all facility types, several times over. */
static void
test_pools (void **state)
{
  GRand *rand = mdg_test_new_rand ();
  g_autofree MdgDecimal *values = g_new (MdgDecimal, 14100);
  MdgClasses natural, other;
  MdgDecimal best, second;

  for (guint i = 0; i < 14100; i++)
    values[i] = MDG_DECIMAL (g_rand_int_range (rand, 500, 9500), 2);
  for (guint method = 0; method < MDG_N_CLASS_METHODS; method++)
    {
      assert_true (
        mdg_classes_compute (MDG_CLASS_METHOD_NATURAL_BREAKS, values, 14100, 9, NULL, &natural));
      assert_true (mdg_classes_compute (method, values, 14100, 9, NULL, &other));
      assert_laws (&other, values, 14100, method);
      assert_true (mdg_classes_get_goodness (&natural, values, 14100, &best));
      assert_true (mdg_classes_get_goodness (&other, values, 14100, &second));
      assert_true (best.digits >= second.digits);
    }

  g_rand_free (rand);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_quantile_published),
    cmocka_unit_test (test_equal_interval_published),
    cmocka_unit_test (test_natural_published),
    cmocka_unit_test (test_maximum_published),
    cmocka_unit_test (test_deviation_published),
    cmocka_unit_test (test_pretty_published),
    cmocka_unit_test (test_user_breaks),
    cmocka_unit_test (test_natural_is_optimal),
    cmocka_unit_test (test_goodness),
    cmocka_unit_test (test_laws_hold),
    cmocka_unit_test (test_zero_is_no_decrease),
    cmocka_unit_test (test_degenerate),
    cmocka_unit_test (test_pools),
  };

  return mdg_test_run (tests);
}
