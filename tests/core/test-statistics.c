/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "util/mdg-test.h"

#include "core/mdg-statistics.h"

#include <float.h>
#include <math.h>

static int
compare_doubles (const void *a, const void *b, void *user_data)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return (x > y) - (x < y);
}

static void
assert_bounds (const MdgClasses *classes, const double *bounds, guint n_classes)
{
  assert_int_equal (classes->n_classes, n_classes);
  for (guint i = 0; i <= n_classes; i++)
    assert_true (fabs (classes->bounds[i] - bounds[i]) < 1e-9);
}

static void
assert_counts (const MdgClasses *classes, const guint *counts)
{
  for (guint i = 0; i < classes->n_classes; i++)
    assert_int_equal (classes->counts[i], counts[i]);
}

/* What every classification promises. */
static void
assert_laws (const MdgClasses *classes, const double *values, guint n_values, guint wanted)
{
  guint counts[MDG_MAX_CLASSES] = { 0 };
  double lowest = INFINITY;
  double highest = -INFINITY;

  mdg_test_assert_in_range (classes->n_classes, 1, CLAMP (wanted, 1, MDG_MAX_CLASSES));

  for (guint i = 0; i < n_values; i++)
    {
      int index = mdg_classes_find (classes, values[i]);

      if (!isfinite (values[i]))
        {
          assert_int_equal (index, -1);
          continue;
        }

      mdg_test_assert_in_range (index, 0, classes->n_classes - 1);
      assert_true (values[i] <= classes->bounds[index + 1]);
      assert_true (index == 0 ? values[i] >= classes->bounds[0]
                              : values[i] > classes->bounds[index]);
      counts[index]++;
      lowest = MIN (lowest, values[i]);
      highest = MAX (highest, values[i]);
    }

  assert_counts (classes, counts);
  assert_true (classes->bounds[0] == lowest);
  assert_true (classes->bounds[classes->n_classes] == highest);
  for (guint i = 1; i < classes->n_classes; i++)
    assert_true (classes->bounds[i] < classes->bounds[i + 1]);
}

/* Published: the five-number summary that R's quantile (type 7, the default) gives for its own data
 * set "women" (heights 58 to 72) and for the durations of "sleep" (Student, 1908). */
static void
test_quantile_published (void **state)
{
  static const double women[] = { 58, 59, 60, 61, 62, 63, 64, 65, 66, 67, 68, 69, 70, 71, 72 };
  static const double women_quartiles[] = { 58, 61.5, 65, 68.5, 72 };
  static const double sleep[] = {
    0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0,
    1.9, 0.8,  1.1,  0.1,  -0.1, 4.4, 5.5, 1.6, 4.6, 3.4,
  };
  static const double sleep_quartiles[] = { -1.6, -0.025, 0.95, 3.4, 5.5 };
  static const guint sleep_counts[] = { 5, 5, 6, 4 };
  MdgClasses classes;

  assert_true (
    mdg_classes_compute (MDG_CLASS_METHOD_QUANTILE, women, G_N_ELEMENTS (women), 4, &classes));
  assert_bounds (&classes, women_quartiles, 4);

  assert_true (
    mdg_classes_compute (MDG_CLASS_METHOD_QUANTILE, sleep, G_N_ELEMENTS (sleep), 4, &classes));
  assert_bounds (&classes, sleep_quartiles, 4);
  assert_counts (&classes, sleep_counts);
}

/* Type 7 by its definition, in its own words: x[j] + g (x[j + 1] - x[j]) with j + g = (n - 1) p. */
static void
test_quantile_definition (void **state)
{
  GRand *rand = mdg_test_new_rand ();

  for (guint round = 0; round < 2000; round++)
    {
      double values[60];
      double sorted[60];
      guint n = g_rand_int_range (rand, 12, 60);
      guint k = g_rand_int_range (rand, 1, MDG_MAX_CLASSES + 1);
      MdgClasses classes;

      for (guint i = 0; i < n; i++)
        sorted[i] = values[i] = g_rand_double_range (rand, -50, 50);
      g_sort_array (sorted, n, sizeof (double), compare_doubles, NULL);

      assert_true (mdg_classes_compute (MDG_CLASS_METHOD_QUANTILE, values, n, k, &classes));
      assert_int_equal (classes.n_classes, k);
      for (guint i = 1; i < k; i++)
        {
          double h = (n - 1) * ((double) i / k);
          guint j = (guint) floor (h + 1e-9);
          double g = MAX (h - j, 0);
          double expected = sorted[j] + g * (sorted[MIN (j + 1, n - 1)] - sorted[j]);

          assert_true (fabs (classes.bounds[i] - expected) < 1e-6);
        }
    }

  g_rand_free (rand);
}

static void
test_equal_interval (void **state)
{
  static const double values[] = { 10, 0, 2, 4, 6.1, 9, 2 };
  static const double bounds[] = { 0, 2, 4, 6, 8, 10 };
  static const guint counts[] = { 3, 1, 0, 1, 2 };
  static const double extremes[] = { -DBL_MAX, 0, DBL_MAX };
  MdgClasses classes;

  assert_true (mdg_classes_compute (MDG_CLASS_METHOD_EQUAL_INTERVAL, values, G_N_ELEMENTS (values),
                                    5, &classes));
  assert_bounds (&classes, bounds, 5);
  assert_counts (&classes, counts);

  assert_true (mdg_classes_compute (MDG_CLASS_METHOD_EQUAL_INTERVAL, extremes, 3, 2, &classes));
  assert_laws (&classes, extremes, 3, 2);
  assert_true (classes.bounds[1] == 0);
}

static double
squares_of_run (const double *sorted, guint begin, guint end)
{
  double mean = 0;
  double squares = 0;

  for (guint i = begin; i < end; i++)
    mean += sorted[i] / (end - begin);
  for (guint i = begin; i < end; i++)
    squares += (sorted[i] - mean) * (sorted[i] - mean);

  return squares;
}

/* The least sum of squares over all partitions of sorted[begin..n) into k runs, by trying them. */
static double
least_squares (const double *sorted, guint begin, guint n, guint k)
{
  double least = INFINITY;

  if (k == 1)
    return squares_of_run (sorted, begin, n);

  for (guint end = begin + 1; end + k - 1 <= n; end++)
    least =
      MIN (least, squares_of_run (sorted, begin, end) + least_squares (sorted, end, n, k - 1));

  return least;
}

static double
squares_of_classes (const MdgClasses *classes, const double *sorted)
{
  double total = 0;
  guint begin = 0;

  for (guint i = 0; i < classes->n_classes; i++)
    {
      total += squares_of_run (sorted, begin, begin + classes->counts[i]);
      begin += classes->counts[i];
    }

  return total;
}

static void
test_natural_breaks_brute_force (void **state)
{
  GRand *rand = mdg_test_new_rand ();

  for (guint round = 0; round < 3000; round++)
    {
      double values[11];
      double sorted[11];
      guint n = g_rand_int_range (rand, 1, 12);
      guint k = g_rand_int_range (rand, 1, 7);
      gboolean with_ties = g_rand_boolean (rand);
      MdgClasses classes;
      guint distinct = 1;
      double least;

      for (guint i = 0; i < n; i++)
        values[i] = with_ties ? g_rand_int_range (rand, -4, 4) : g_rand_double_range (rand, 20, 60);
      for (guint i = 0; i < n; i++)
        sorted[i] = values[i];
      g_sort_array (sorted, n, sizeof (double), compare_doubles, NULL);
      for (guint i = 1; i < n; i++)
        distinct += sorted[i] != sorted[i - 1];

      assert_true (mdg_classes_compute (MDG_CLASS_METHOD_NATURAL_BREAKS, values, n, k, &classes));
      assert_laws (&classes, values, n, k);
      assert_int_equal (classes.n_classes, MIN (k, distinct));
      for (guint i = 0; i < classes.n_classes; i++)
        assert_true (classes.counts[i] > 0);

      least = least_squares (sorted, 0, n, classes.n_classes);
      assert_true (fabs (squares_of_classes (&classes, sorted) - least) <= 1e-9 * MAX (1, least));
    }

  g_rand_free (rand);
}

static void
test_natural_breaks_known (void **state)
{
  static const double clusters[] = { 1, 2, 1.5, 20, 21, 22, 100, 101 };
  static const double cluster_bounds[] = { 1, 2, 22, 101 };
  static const guint cluster_counts[] = { 3, 3, 2 };
  static const double singles[] = { 5, 3, 3, 4 };
  static const double single_bounds[] = { 3, 3, 4, 5 };
  static const guint single_counts[] = { 2, 1, 1 };
  /* A mean far from zero must not cost the digits that tell the values apart. */
  static const double far[] = { 1e9 + 1, 1e9 + 2, 1e9 + 10, 1e9 + 11 };
  static const guint far_counts[] = { 2, 2 };
  MdgClasses classes;

  assert_true (mdg_classes_compute (MDG_CLASS_METHOD_NATURAL_BREAKS, clusters,
                                    G_N_ELEMENTS (clusters), 3, &classes));
  assert_bounds (&classes, cluster_bounds, 3);
  assert_counts (&classes, cluster_counts);

  assert_true (mdg_classes_compute (MDG_CLASS_METHOD_NATURAL_BREAKS, singles,
                                    G_N_ELEMENTS (singles), 9, &classes));
  assert_bounds (&classes, single_bounds, 3);
  assert_counts (&classes, single_counts);

  assert_true (
    mdg_classes_compute (MDG_CLASS_METHOD_NATURAL_BREAKS, far, G_N_ELEMENTS (far), 2, &classes));
  assert_counts (&classes, far_counts);
}

static void
test_laws_hold (void **state)
{
  GRand *rand = mdg_test_new_rand ();

  for (guint round = 0; round < 6000; round++)
    {
      double values[47];
      double shuffled[47];
      guint n = g_rand_int_range (rand, 1, 48);
      guint wanted = g_rand_int_range (rand, 0, 12);
      MdgClassMethod method = round % MDG_N_CLASS_METHODS;
      int spread = g_rand_int_range (rand, 1, 40);
      MdgClasses classes;
      MdgClasses again;
      gboolean any = FALSE;

      for (guint i = 0; i < n; i++)
        {
          values[i] = g_rand_int_range (rand, -spread, spread + 1) / 8.0;
          if (g_rand_int_range (rand, 0, 12) == 0)
            values[i] = g_rand_boolean (rand) ? NAN : INFINITY;
          any |= isfinite (values[i]) != 0;
          shuffled[n - 1 - i] = values[i];
        }

      assert_int_equal (mdg_classes_compute (method, values, n, wanted, &classes), any);
      if (!any)
        {
          assert_int_equal (classes.n_classes, 0);
          continue;
        }
      assert_laws (&classes, values, n, wanted);

      /* The order of the values makes no difference. */
      assert_true (mdg_classes_compute (method, shuffled, n, wanted, &again));
      assert_memory_equal (&classes, &again, sizeof classes);
    }

  g_rand_free (rand);
}

static void
test_degenerate (void **state)
{
  static const double one[] = { 7.5, 7.5, 7.5 };
  static const double none[] = { NAN, -INFINITY };
  static const double ties[] = { 1, 1, 1, 1, 1, 1, 5, 10 };
  static const double tie_bounds[] = { 1, 1, 10 };
  MdgClasses classes;

  for (guint method = 0; method < MDG_N_CLASS_METHODS; method++)
    {
      assert_false (mdg_classes_compute (method, NULL, 0, 5, &classes));
      assert_int_equal (classes.n_classes, 0);
      assert_int_equal (mdg_classes_find (&classes, 0), -1);
      assert_false (mdg_classes_compute (method, none, G_N_ELEMENTS (none), 5, &classes));

      assert_true (mdg_classes_compute (method, one, G_N_ELEMENTS (one), 5, &classes));
      assert_int_equal (classes.n_classes, 1);
      assert_int_equal (classes.counts[0], 3);
      assert_int_equal (mdg_classes_find (&classes, 7.5), 0);
      assert_int_equal (mdg_classes_find (&classes, 7.4), -1);
      assert_int_equal (mdg_classes_find (&classes, 7.6), -1);
      assert_int_equal (mdg_classes_find (&classes, NAN), -1);
    }

  /* Two of the three quantiles fall on the same value. */
  assert_true (
    mdg_classes_compute (MDG_CLASS_METHOD_QUANTILE, ties, G_N_ELEMENTS (ties), 3, &classes));
  assert_bounds (&classes, tie_bounds, 2);
}

static void
test_rank (void **state)
{
  /* 3: no whole; 0 and 4 are one ratio; 1 is the highest. */
  static const gint64 parts[] = { 1, 9, 1, 5, 2, -1 };
  static const gint64 wholes[] = { 3, 10, 4, 0, 6, 2 };
  static const guint expected[] = { 2, 1, 4, 6, 3, 5 };
  guint ranks[6];

  mdg_rank_by_ratio (parts, wholes, 6, ranks);
  for (guint i = 0; i < 6; i++)
    assert_int_equal (ranks[i], expected[i]);

  mdg_rank_by_ratio (NULL, NULL, 0, NULL);
}

static void
test_rank_laws (void **state)
{
  GRand *rand = mdg_test_new_rand ();

  for (guint round = 0; round < 500; round++)
    {
      gint64 parts[47];
      gint64 wholes[47];
      guint ranks[47];
      guint at[48] = { 0 };

      for (guint i = 0; i < 47; i++)
        {
          wholes[i] = g_rand_int_range (rand, 1, round % 2 == 0 ? 20 : 40000000);
          parts[i] = g_rand_int_range (rand, 0, (gint32) wholes[i] + 1);
        }

      mdg_rank_by_ratio (parts, wholes, 47, ranks);

      for (guint i = 0; i < 47; i++)
        {
          mdg_test_assert_in_range (ranks[i], 1, 47);
          assert_int_equal (at[ranks[i]], 0);
          at[ranks[i]] = i + 1;
        }
      for (guint rank = 1; rank < 47; rank++)
        {
          guint i = at[rank] - 1;
          guint j = at[rank + 1] - 1;
          gint64 difference = parts[i] * wholes[j] - parts[j] * wholes[i];

          assert_true (difference > 0 || (difference == 0 && i < j));
        }
    }

  g_rand_free (rand);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_quantile_published),
    cmocka_unit_test (test_quantile_definition),
    cmocka_unit_test (test_equal_interval),
    cmocka_unit_test (test_natural_breaks_brute_force),
    cmocka_unit_test (test_natural_breaks_known),
    cmocka_unit_test (test_laws_hold),
    cmocka_unit_test (test_degenerate),
    cmocka_unit_test (test_rank),
    cmocka_unit_test (test_rank_laws),
  };

  return mdg_test_run (tests);
}
