/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/mdg-class-sample.h"

/* The greatest integer that is not above the quotient; the divisor is positive. */
static gint64
divide_down (MdgWide dividend, MdgWide divisor)
{
  MdgWide quotient = dividend / divisor;

  if (dividend % divisor < 0)
    quotient--;

  return (gint64) quotient;
}

/* Equal bounds are one; only the first class can hold nothing but the value of its lower bound. */
static void
append_bound (gint64 *bounds, guint *n_classes, gint64 upper)
{
  if (*n_classes == 0 || upper > bounds[*n_classes])
    bounds[++*n_classes] = upper;
}

/* Hyndman and Fan's type 7: linear between the order statistics at (n - 1) p. */
guint
mdg_class_bounds_quantile (const MdgClassSample *sample, guint wanted, gint64 *bounds)
{
  guint n_classes = 0;

  bounds[0] = sample->values[0];
  wanted = MIN (wanted, sample->n_values);
  for (guint i = 1; i <= wanted; i++)
    {
      guint64 steps = (guint64) (sample->n_sorted - 1) * i;
      guint64 index = steps / wanted;
      guint64 part = steps % wanted;
      gint64 upper = sample->sorted[index];

      if (part > 0)
        upper += divide_down (((MdgWide) sample->sorted[index + 1] - upper) * part, wanted);
      append_bound (bounds, &n_classes, upper);
    }

  return n_classes;
}

guint
mdg_class_bounds_equal_interval (const MdgClassSample *sample, guint wanted, gint64 *bounds)
{
  gint64 lowest = sample->values[0];
  MdgWide range = (MdgWide) sample->values[sample->n_values - 1] - lowest;
  guint n_classes = 0;

  bounds[0] = lowest;
  wanted = MIN (wanted, sample->n_values);
  for (guint i = 1; i <= wanted; i++)
    append_bound (bounds, &n_classes, lowest + divide_down (range * i, wanted));

  return n_classes;
}

/* The step that R's pretty() takes: 1, 2, 5 or 10 times a power of ten, with its biases of 1.5 and
 * 2.75 towards greater ones. The cell is range / wanted; everything is multiplied out. */
static MdgWide
choose_unit (MdgWide range, guint wanted)
{
  MdgWide base = 1;
  MdgWide unit;

  while (base * 10 * wanted <= range)
    base *= 10;

  unit = base;
  if (4 * base * wanted - 2 * range < 3 * (range - unit * wanted))
    {
      unit = 2 * base;
      if (20 * base * wanted - 4 * range < 11 * (range - unit * wanted))
        {
          unit = 5 * base;
          if (20 * base * wanted - 2 * range < 3 * (range - unit * wanted))
            unit = 10 * base;
        }
    }

  return unit;
}

/* R's pretty() with its defaults, without its tolerances: they make up for binary fractions. */
static guint
count_pretty (const MdgClassSample *sample, guint wanted, gint64 *first, gint64 *unit)
{
  gint64 lowest = sample->values[0];
  gint64 highest = sample->values[sample->n_values - 1];
  gint64 least = wanted / 3;
  gint64 from, to, missing;

  *unit = (gint64) choose_unit ((MdgWide) highest - lowest, wanted);
  from = divide_down (lowest, *unit);
  to = -divide_down (-(MdgWide) highest, *unit);
  missing = least - (to - from);
  if (missing > 0)
    {
      if (lowest == 0 && from == 0)
        to += missing;
      else if (from >= 0)
        {
          to += missing / 2;
          from -= missing / 2 + missing % 2;
        }
      else
        {
          from -= missing / 2;
          to += missing / 2 + missing % 2;
        }
    }
  *first = from * *unit;

  return (guint) (to - from);
}

guint
mdg_class_bounds_pretty (const MdgClassSample *sample, guint wanted, gint64 *bounds)
{
  gint64 first, unit;
  guint n_classes;

  bounds[0] = bounds[1] = sample->values[0];
  if (sample->n_values == 1)
    return 1;

  /* One class is always possible: its unit grows with the range. */
  do
    n_classes = count_pretty (sample, wanted, &first, &unit);
  while (n_classes > MDG_MAX_CLASSES && --wanted > 0);
  n_classes = MIN (n_classes, MDG_MAX_CLASSES);

  for (guint i = 0; i <= n_classes; i++)
    bounds[i] = first + (gint64) i * unit;
  bounds[n_classes] = MAX (bounds[n_classes], sample->values[sample->n_values - 1]);

  return n_classes;
}

typedef struct
{
  MdgWide n;
  MdgWide sum;
  MdgWide spread; /* n times the sum of squares, less the square of the sum */
} Moments;

/* Whether @value, from the lowest value on, is not above the mean and @halves halves of the standard
 * deviation: both sides times 2 n, then squared, so that no root is taken. */
static gboolean
is_within (const Moments *moments, gint64 value, int halves)
{
  MdgWide distance = 2 * (moments->n * value - moments->sum);
  MdgWide left = distance * distance * (moments->n - 1);
  MdgWide right = (MdgWide) halves * halves * moments->n * moments->spread;

  if (distance <= 0)
    return halves >= 0 || left >= right;

  return halves > 0 && left <= right;
}

/* The standard deviation is that of a sample, with n - 1, as in R and in the programs for maps. An
 * even number of classes has the mean as a bound; the middle one of an odd number reaches half a
 * deviation to both sides of it. */
guint
mdg_class_bounds_deviation (const MdgClassSample *sample, guint wanted, gint64 *bounds)
{
  gint64 lowest = sample->values[0];
  gint64 range = sample->values[sample->n_values - 1] - lowest;
  Moments moments = { .n = sample->n_sorted };
  MdgWide squares = 0;
  guint n_classes = 0;

  bounds[0] = lowest;
  for (guint i = 0; i < sample->n_sorted; i++)
    {
      MdgWide value = (MdgWide) sample->sorted[i] - lowest;

      moments.sum += value;
      squares += value * value;
    }
  moments.spread = moments.n * squares - moments.sum * moments.sum;

  for (guint i = 1; i < wanted && range > 0; i++)
    {
      int halves = 2 * (int) i - (int) wanted;
      gint64 low = -1;
      gint64 high = range;

      /* Beyond the values a bound would part nothing from nothing. */
      if (!is_within (&moments, 0, halves) || is_within (&moments, range, halves))
        continue;
      while (high - low > 1)
        {
          gint64 middle = low + (high - low) / 2;

          if (is_within (&moments, middle, halves))
            low = middle;
          else
            high = middle;
        }
      append_bound (bounds, &n_classes, lowest + low);
    }
  append_bound (bounds, &n_classes, lowest + range);

  return n_classes;
}

/* Of gaps that are as wide, the lower ones are taken. */
guint
mdg_class_bounds_maximum (const MdgClassSample *sample, guint wanted, gint64 *bounds)
{
  g_autofree gboolean *is_break = g_new0 (gboolean, sample->n_values);
  guint n_classes = 0;

  wanted = MIN (wanted, sample->n_values);
  for (guint round = 1; round < wanted; round++)
    {
      guint widest = 0;
      gint64 width = 0;

      for (guint i = 0; i + 1 < sample->n_values; i++)
        if (!is_break[i] && sample->values[i + 1] - sample->values[i] > width)
          {
            widest = i;
            width = sample->values[i + 1] - sample->values[i];
          }
      is_break[widest] = TRUE;
    }

  bounds[0] = sample->values[0];
  for (guint i = 0; i + 1 < sample->n_values; i++)
    if (is_break[i])
      append_bound (bounds, &n_classes,
                    divide_down ((MdgWide) sample->values[i] + sample->values[i + 1], 2));
  append_bound (bounds, &n_classes, sample->values[sample->n_values - 1]);

  return n_classes;
}
