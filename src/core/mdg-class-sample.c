/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/mdg-class-sample.h"

#define MAX_DECIMALS 9
/* How much finer than the values a bound is written, where there is room. */
#define EXTRA_DECIMALS 3

static int
compare_integers (const void *a, const void *b, void *user_data)
{
  gint64 x = *(const gint64 *) a;
  gint64 y = *(const gint64 *) b;

  return (x > y) - (x < y);
}

static gboolean
rescale_all (MdgClassSample *self, const MdgDecimal *values, guint n_values, guint8 decimals)
{
  gint64 lowest = G_MAXINT64;
  gint64 highest = G_MININT64;

  for (guint i = 0; i < n_values; i++)
    {
      MdgDecimal value;

      if (!mdg_decimal_rescale (values[i], decimals, &value))
        return FALSE;
      self->sorted[i] = value.digits;
      lowest = MIN (lowest, value.digits);
      highest = MAX (highest, value.digits);
    }
  self->decimals = decimals;

  /* One more, so that the ends themselves can be multiplied as well. */
  return ((MdgWide) highest - lowest + 1) * n_values < MDG_CLASS_SAMPLE_LIMIT &&
         (MdgWide) highest < MDG_CLASS_SAMPLE_LIMIT * 64 &&
         (MdgWide) lowest > -MDG_CLASS_SAMPLE_LIMIT * 64;
}

/**
 * mdg_class_sample_init:
 * @self: (out caller-allocates): a sample
 * @values: (array length=n_values): the values, in any order
 * @n_values: number of values
 *
 * Brings values to a common number of decimals, and sorts them.
 *
 * Returns: whether there are values, and all can be calculated with exactly
 */
gboolean
mdg_class_sample_init (MdgClassSample *self, const MdgDecimal *values, guint n_values)
{
  guint8 decimals;

  *self = (MdgClassSample) { NULL };
  if (n_values == 0 || n_values > MDG_CLASS_SAMPLE_MAX_SIZE)
    return FALSE;

  for (guint i = 0; i < n_values; i++)
    self->printed_decimals = MAX (self->printed_decimals, values[i].decimals);
  if (self->printed_decimals > MAX_DECIMALS)
    return FALSE;

  self->sorted = g_new (gint64, n_values);
  self->values = g_new (gint64, n_values);
  self->weights = g_new (guint, n_values);
  self->n_sorted = n_values;
  decimals = MIN (self->printed_decimals + EXTRA_DECIMALS, MAX_DECIMALS);
  while (!rescale_all (self, values, n_values, decimals))
    {
      if (decimals == self->printed_decimals)
        return FALSE;
      decimals--;
    }

  g_sort_array (self->sorted, n_values, sizeof (gint64), compare_integers, NULL);
  for (guint i = 0; i < n_values; i++)
    {
      if (self->n_values > 0 && self->values[self->n_values - 1] == self->sorted[i])
        {
          self->weights[self->n_values - 1]++;
          continue;
        }
      self->values[self->n_values] = self->sorted[i];
      self->weights[self->n_values] = 1;
      self->n_values++;
    }

  return TRUE;
}

/**
 * mdg_class_sample_clear:
 * @self: a sample
 *
 * Frees what it holds.
 */
void
mdg_class_sample_clear (MdgClassSample *self)
{
  g_clear_pointer (&self->sorted, g_free);
  g_clear_pointer (&self->values, g_free);
  g_clear_pointer (&self->weights, g_free);
}

/**
 * mdg_class_sample_to_decimal:
 * @self: a sample
 * @digits: a number with the decimals of the sample
 *
 * Returns: the number, without the zeros that go beyond the decimals of the values
 */
MdgDecimal
mdg_class_sample_to_decimal (const MdgClassSample *self, gint64 digits)
{
  guint8 decimals = self->decimals;

  while (decimals > self->printed_decimals && digits % 10 == 0)
    {
      digits /= 10;
      decimals--;
    }

  return MDG_DECIMAL (digits, decimals);
}
