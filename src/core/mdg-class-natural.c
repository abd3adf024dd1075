/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/mdg-class-sample.h"

/*
 * The sum of squares within classes is the sum of all squares, less for each class the square of its
 * sum divided by its size. The least of it is where the sum of those quotients is greatest, and that
 * is all there is to compare: no mean is ever computed.
 *
 * The quotients are multiplied by the least common multiple of all sizes up to 47, so that they are
 * integers for as many values as there are prefectures. Pools of several maps are larger; there, they
 * are multiplied by 2^64 and cut down. What is found then falls short of the optimum by less than
 * one such unit for each class and each step down the halves, that is by less than 2^-50 of a squared
 * unit in the last place of the values.
 */
__extension__ typedef unsigned __int128 Unsigned;

#define MAX_EXACT_SIZE 47

/* high * 2^64 + low. A sum of a sample is below 2^50, its square below 2^100, the multiple below 2^69. */
typedef struct
{
  Unsigned high;
  guint64 low;
} Amount;

typedef struct
{
  const MdgClassSample *sample;
  guint n;
  guint size;
  Unsigned multiple;
  guint64 *sums;    /* of the values before, from the lowest value on */
  guint64 *weights; /* number of values before */
} Fisher;

static Unsigned
get_multiple (void)
{
  Unsigned multiple = 1;

  for (guint i = 2; i <= MAX_EXACT_SIZE; i++)
    {
      Unsigned a = multiple;
      Unsigned b = i;

      while (b > 0)
        {
          Unsigned rest = a % b;

          a = b;
          b = rest;
        }
      multiple = multiple / a * i;
    }

  return multiple;
}

static Amount
multiply (Unsigned a, Unsigned b)
{
  Unsigned a_low = (guint64) a;
  Unsigned b_low = (guint64) b;
  Unsigned a_high = a >> 64;
  Unsigned b_high = b >> 64;
  Unsigned low = a_low * b_low;

  return (Amount) {
    .high = ((a_high * b_high) << 64) + a_low * b_high + a_high * b_low + (low >> 64),
    .low = (guint64) low,
  };
}

static Amount
add (Amount a, Amount b)
{
  Amount sum = { a.high + b.high, a.low + b.low };

  sum.high += sum.low < a.low;

  return sum;
}

static Amount
subtract (Amount a, Amount b)
{
  return (Amount) { a.high - b.high - (a.low < b.low), a.low - b.low };
}

static int
compare (Amount a, Amount b)
{
  if (a.high != b.high)
    return a.high > b.high ? 1 : -1;

  return (a.low > b.low) - (a.low < b.low);
}

static Amount
divide_square (const Fisher *self, guint64 sum, guint64 weight)
{
  Unsigned square = (Unsigned) sum * sum;

  if (self->size <= MAX_EXACT_SIZE)
    return multiply (self->multiple / weight, square);

  return (Amount) {
    .high = square / weight,
    .low = (guint64) (((square % weight) << 64) / weight),
  };
}

/* Of the class that holds the distinct values from @begin to @end. */
static Amount
get_gain (const Fisher *self, guint begin, guint end)
{
  return divide_square (self, self->sums[end + 1] - self->sums[begin],
                        self->weights[end + 1] - self->weights[begin]);
}

static void
fisher_init (Fisher *self, const MdgClassSample *sample)
{
  *self = (Fisher) {
    .sample = sample,
    .n = sample->n_values,
    .size = sample->n_sorted,
    .multiple = get_multiple (),
    .sums = g_new0 (guint64, sample->n_values + 1),
    .weights = g_new0 (guint64, sample->n_values + 1),
  };

  for (guint i = 0; i < self->n; i++)
    {
      guint64 value = (guint64) (sample->values[i] - sample->values[0]);

      self->sums[i + 1] = self->sums[i] + value * sample->weights[i];
      self->weights[i + 1] = self->weights[i] + sample->weights[i];
    }
}

static void
fisher_clear (Fisher *self)
{
  g_clear_pointer (&self->sums, g_free);
  g_clear_pointer (&self->weights, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Fisher, fisher_clear)

typedef struct
{
  const Fisher *fisher;
  const Amount *before; /* best of one class less, by the last value */
  Amount *best;
  guint *start;
} Layer;

/* The best beginning of the last class never moves down as the end moves up, so that the one in the
 * middle halves what is to be tried for the others. Of equal ones the lowest is taken. */
static void
fill_layer (const Layer *self, guint first, guint last, guint lowest, guint highest)
{
  guint end = first + (last - first) / 2;
  guint chosen = lowest;
  Amount best = { 0, 0 };

  for (guint begin = lowest; begin <= MIN (highest, end); begin++)
    {
      Amount total = add (self->before[begin - 1], get_gain (self->fisher, begin, end));

      if (begin == lowest || compare (total, best) > 0)
        {
          best = total;
          chosen = begin;
        }
    }
  self->best[end] = best;
  self->start[end] = chosen;

  if (end > first)
    fill_layer (self, first, end - 1, lowest, chosen);
  if (end < last)
    fill_layer (self, end + 1, last, chosen, highest);
}

/* Fisher's partition of the ordered values into runs. Equal values are one item with a weight, so
 * they are never parted, and there are never more classes than distinct values. */
guint
mdg_class_bounds_natural (const MdgClassSample *sample, guint wanted, gint64 *bounds)
{
  g_auto (Fisher) fisher = { NULL };
  g_autofree Amount *before = g_new0 (Amount, sample->n_values);
  g_autofree Amount *best = g_new0 (Amount, sample->n_values);
  g_autofree guint *starts = NULL;
  guint n = sample->n_values;
  guint n_classes = MIN (wanted, n);
  guint last = n - 1;

  fisher_init (&fisher, sample);
  starts = g_new0 (guint, (gsize) n * n_classes);
  for (guint end = 0; end < n; end++)
    before[end] = get_gain (&fisher, 0, end);
  for (guint k = 1; k < n_classes; k++)
    {
      Layer layer = { &fisher, before, best, starts + (gsize) k * n };
      Amount *swap = before;

      fill_layer (&layer, k, n - 1, k, n - 1);
      before = best;
      best = swap;
    }

  bounds[0] = sample->values[0];
  for (guint k = n_classes; k-- > 0;)
    {
      bounds[k + 1] = sample->values[last];
      if (k > 0)
        last = starts[(gsize) k * n + last] - 1;
    }

  return n_classes;
}

guint
mdg_class_goodness (const MdgClassSample *sample, const guint *of_class)
{
  g_auto (Fisher) fisher = { NULL };
  Amount of_all, between = { 0, 0 }, total = { 0, 0 };
  guint64 sums[MDG_MAX_CLASSES] = { 0 };
  guint64 weights[MDG_MAX_CLASSES] = { 0 };
  guint thousandths = 0;

  fisher_init (&fisher, sample);
  of_all = get_gain (&fisher, 0, fisher.n - 1);
  for (guint i = 0; i < fisher.n; i++)
    {
      guint64 value = (guint64) (sample->values[i] - sample->values[0]);

      sums[of_class[i]] += value * sample->weights[i];
      weights[of_class[i]] += sample->weights[i];
      /* The square of one value, as often as it occurs. */
      total = add (total, divide_square (&fisher, value * sample->weights[i], sample->weights[i]));
    }
  for (guint i = 0; i < MDG_MAX_CLASSES; i++)
    if (weights[i] > 0)
      between = add (between, divide_square (&fisher, sums[i], weights[i]));

  total = subtract (total, of_all);
  /* What is cut off may leave less than nothing between classes that are all alike. */
  between = compare (between, of_all) > 0 ? subtract (between, of_all) : (Amount) { 0, 0 };
  if (compare (between, total) >= 0)
    return 1000;

  for (guint digit = 0; digit < MDG_GOODNESS_DECIMALS; digit++)
    {
      Amount twice = add (between, between);
      Amount four = add (twice, twice);

      between = add (add (four, four), twice);
      thousandths *= 10;
      while (compare (between, total) >= 0)
        {
          between = subtract (between, total);
          thousandths++;
        }
    }

  return thousandths;
}
