/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/mdg-statistics.h"

#include <math.h>
#include <string.h>

/* The values a classification works on: ascending, finite, each once with how often it occurs. */
typedef struct
{
  double *sorted; /* with repetitions, for quantiles */
  guint n_sorted;
  double *values;
  guint *weights;
  guint n_values;
} Sample;

static int
compare_doubles (const void *a, const void *b, void *user_data)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return (x > y) - (x < y);
}

static void
sample_clear (Sample *sample)
{
  g_clear_pointer (&sample->sorted, g_free);
  g_clear_pointer (&sample->values, g_free);
  g_clear_pointer (&sample->weights, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Sample, sample_clear)

static void
sample_init (Sample *sample, const double *values, guint n_values)
{
  sample->sorted = g_new (double, n_values);
  sample->values = g_new (double, n_values);
  sample->weights = g_new (guint, n_values);
  sample->n_sorted = 0;
  sample->n_values = 0;

  for (guint i = 0; i < n_values; i++)
    {
      if (isfinite (values[i]))
        sample->sorted[sample->n_sorted++] = values[i];
    }

  g_sort_array (sample->sorted, sample->n_sorted, sizeof (double), compare_doubles, NULL);

  for (guint i = 0; i < sample->n_sorted; i++)
    {
      if (sample->n_values > 0 && sample->values[sample->n_values - 1] == sample->sorted[i])
        {
          sample->weights[sample->n_values - 1]++;
          continue;
        }
      sample->values[sample->n_values] = sample->sorted[i];
      sample->weights[sample->n_values] = 1;
      sample->n_values++;
    }
}

/* Hyndman and Fan's type 7: linear between the order statistics at (n - 1) p. */
static double
quantile (const Sample *sample, guint part, guint whole)
{
  guint64 steps = (guint64) (sample->n_sorted - 1) * part;
  guint64 index = steps / whole;
  double fraction = (double) (steps % whole) / whole;
  double lower = sample->sorted[index];
  double upper;

  if (fraction == 0)
    return lower;

  upper = sample->sorted[index + 1];

  return lower + fraction * (upper - lower);
}

static void
quantile_bounds (const Sample *sample, guint n_classes, double *uppers)
{
  for (guint i = 0; i < n_classes; i++)
    uppers[i] = quantile (sample, i + 1, n_classes);
}

static void
equal_interval_bounds (const Sample *sample, guint n_classes, double *uppers)
{
  double lowest = sample->values[0];
  double highest = sample->values[sample->n_values - 1];

  /* Weighted ends rather than a width, which could overflow for values of opposite sign. */
  for (guint i = 0; i < n_classes; i++)
    {
      double share = (double) (i + 1) / n_classes;

      uppers[i] = lowest * (1 - share) + highest * share;
    }
}

/* Fisher's dynamic programme: the partition of the ordered values into @n_classes runs with the
 * least sum of squared deviations from the class means. Equal values are one item with a weight, so
 * they are never parted. Of several best partitions the one with the lowest bounds is taken. */
static void
natural_bounds (const Sample *sample, guint n_classes, double *uppers)
{
  guint n = sample->n_values;
  g_autofree double *cost = g_new (double, (gsize) n *n_classes);
  g_autofree guint *start = g_new (guint, (gsize) n * n_classes);
  guint last;

  for (guint end = 0; end < n; end++)
    {
      double weight = 0;
      double mean = 0;
      double squares = 0;

      for (guint k = 0; k < n_classes; k++)
        cost[(gsize) k * n + end] = INFINITY;

      /* Welford's update, one value further down each time, loses no digits to cancellation. */
      for (guint begin = end + 1; begin-- > 0;)
        {
          double w = sample->weights[begin];
          double delta = sample->values[begin] - mean;

          weight += w;
          mean += delta * w / weight;
          squares += w * delta * (sample->values[begin] - mean);

          if (begin == 0)
            {
              cost[end] = squares;
              start[end] = 0;
              break;
            }

          for (guint k = 1; k < n_classes; k++)
            {
              double total = cost[(gsize) (k - 1) * n + begin - 1] + squares;

              if (total <= cost[(gsize) k * n + end])
                {
                  cost[(gsize) k * n + end] = total;
                  start[(gsize) k * n + end] = begin;
                }
            }
        }
    }

  last = n - 1;
  for (guint k = n_classes; k-- > 0;)
    {
      uppers[k] = sample->values[last];
      if (k > 0)
        last = start[(gsize) k * n + last] - 1;
    }
}

typedef void (*BoundsFunc) (const Sample *sample, guint n_classes, double *uppers);

static const BoundsFunc methods[MDG_N_CLASS_METHODS] = {
  [MDG_CLASS_METHOD_QUANTILE] = quantile_bounds,
  [MDG_CLASS_METHOD_EQUAL_INTERVAL] = equal_interval_bounds,
  [MDG_CLASS_METHOD_NATURAL_BREAKS] = natural_bounds,
};

/**
 * mdg_classes_compute:
 * @method: how the bounds are chosen
 * @values: (array length=n_values): the values, in any order
 * @n_values: number of values
 * @wanted: wanted number of classes; brought into 1 to %MDG_MAX_CLASSES
 * @classes: (out caller-allocates): the classes
 *
 * Divides values into classes. Values that are not finite are left out. There are never more
 * classes than distinct values. The bounds ascend; only the first two can be equal, when the lowest
 * class holds nothing but the lowest value. The first bound is the lowest value and the last one is
 * the highest. Quantile and equal-interval classes may be empty.
 *
 * Returns: whether there was any finite value; if not, there are no classes
 */
gboolean
mdg_classes_compute (MdgClassMethod method,
                     const double *values,
                     guint n_values,
                     guint wanted,
                     MdgClasses *classes)
{
  g_auto (Sample) sample = { NULL };
  double uppers[MDG_MAX_CLASSES];
  double highest;
  guint n_classes;

  g_return_val_if_fail (method < MDG_N_CLASS_METHODS, FALSE);
  g_return_val_if_fail (values != NULL || n_values == 0, FALSE);
  g_return_val_if_fail (classes != NULL, FALSE);

  memset (classes, 0, sizeof *classes);

  sample_init (&sample, values, n_values);
  if (sample.n_values == 0)
    return FALSE;

  n_classes = MIN (CLAMP (wanted, 1, MDG_MAX_CLASSES), sample.n_values);
  methods[method](&sample, n_classes, uppers);

  /* A bound may leave the values by a rounding error, and equal bounds (quantiles of many equal
   * values) are one bound. */
  highest = sample.values[sample.n_values - 1];
  classes->bounds[0] = sample.values[0];
  for (guint i = 0; i < n_classes; i++)
    {
      double upper = CLAMP (uppers[i], sample.values[0], highest);

      if (classes->n_classes == 0 || upper > classes->bounds[classes->n_classes])
        classes->bounds[++classes->n_classes] = upper;
    }

  for (guint i = 0; i < sample.n_values; i++)
    classes->counts[mdg_classes_find (classes, sample.values[i])] += sample.weights[i];

  return TRUE;
}

/**
 * mdg_classes_find:
 * @classes: classes
 * @value: a value
 *
 * Returns: the index of the class that holds @value, or -1 if it lies outside all of them
 */
int
mdg_classes_find (const MdgClasses *classes, double value)
{
  g_return_val_if_fail (classes != NULL, -1);

  /* Also false for NaN. */
  if (classes->n_classes == 0 || !(value >= classes->bounds[0]))
    return -1;

  for (guint i = 0; i < classes->n_classes; i++)
    {
      if (value <= classes->bounds[i + 1])
        return (int) i;
    }

  return -1;
}

typedef struct
{
  const gint64 *parts;
  const gint64 *wholes;
} Ratios;

static int
compare_by_ratio (const void *a, const void *b, void *user_data)
{
  const Ratios *ratios = user_data;
  guint i = *(const guint *) a;
  guint j = *(const guint *) b;
  int order =
    mdg_ratio_compare (ratios->parts[j], ratios->wholes[j], ratios->parts[i], ratios->wholes[i]);

  return order != 0 ? order : (i > j) - (i < j);
}

/**
 * mdg_rank_by_ratio:
 * @parts: (array length=n): the parts
 * @wholes: (array length=n): the wholes
 * @n: number of ratios
 * @ranks: (out caller-allocates) (array length=n): the rank of each ratio, from 1
 *
 * Ranks ratios exactly, the highest first. Every rank is given once: of equal ratios the one with
 * the lower index comes first. Ratios without a positive whole come last.
 */
void
mdg_rank_by_ratio (const gint64 *parts, const gint64 *wholes, guint n, guint *ranks)
{
  Ratios ratios = { parts, wholes };
  g_autofree guint *order = NULL;

  g_return_if_fail (n == 0 || (parts != NULL && wholes != NULL && ranks != NULL));

  order = g_new (guint, n);
  for (guint i = 0; i < n; i++)
    order[i] = i;

  g_sort_array (order, n, sizeof (guint), compare_by_ratio, &ratios);

  for (guint i = 0; i < n; i++)
    ranks[order[i]] = i + 1;
}
