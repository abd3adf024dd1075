/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "draw/mdg-axis.h"

#include <math.h>

/* Outside these an axis would need more digits than an exact decimal has. */
#define MIN_EXPONENT (-9)
#define MAX_EXPONENT 12

static const gint64 multiples[] = { 1, 2, 5 };
static const guint month_steps[] = { 1, 3, 6, 12, 24, 60, 120, 600 };

static double
power_of_ten (int exponent)
{
  double power = 1;

  for (int i = 0; i < ABS (exponent); i++)
    power *= 10;

  return exponent < 0 ? 1 / power : power;
}

static double
in_steps (double value, gint64 multiple, int exponent)
{
  /* Dividing by a power of ten is exact where multiplying by its inverse is not. */
  if (exponent < 0)
    return value * power_of_ten (-exponent) / (double) multiple;

  return value / power_of_ten (exponent) / (double) multiple;
}

static gboolean
try_step (MdgAxis *self, double low, double high, guint max_ticks, gint64 multiple, int exponent)
{
  double first = floor (in_steps (low, multiple, exponent));
  double last = ceil (in_steps (high, multiple, exponent));

  if (last - first + 1 > max_ticks || fabs (first) > 1e15)
    return FALSE;

  self->first = (gint64) first;
  self->n_ticks = (guint) MAX (last - first + 1, 2);
  self->multiple = multiple;
  self->exponent = exponent;

  return TRUE;
}

/**
 * mdg_axis_init:
 * @self: the axis to set
 * @low: the lowest value it must hold
 * @high: the highest value it must hold
 * @max_ticks: the greatest number of ticks, at least 3; fewer count as 3
 *
 * Chooses the finest round step whose ticks hold both values. What is not finite counts as 0.
 */
void
mdg_axis_init (MdgAxis *self, double low, double high, guint max_ticks)
{
  double start = isfinite (low) ? low : 0;
  double end = isfinite (high) ? high : 0;
  int exponent;

  if (end < start)
    {
      double swapped = start;

      start = end;
      end = swapped;
    }
  if (start == end)
    end = start + 1;

  /* With three ticks any range fits two steps of at least its own length, wherever it begins. */
  max_ticks = MAX (max_ticks, 3);
  exponent = (int) floor (log10 ((end - start) / max_ticks)) - 1;
  exponent = CLAMP (exponent, MIN_EXPONENT, MAX_EXPONENT);
  for (;; exponent++)
    for (gsize i = 0; i < G_N_ELEMENTS (multiples); i++)
      if (try_step (self, start, end, max_ticks, multiples[i], exponent))
        return;
}

/**
 * mdg_axis_init_percent:
 * @self: the axis to set
 * @high: the highest value it must hold, in percent
 * @max_ticks: the greatest number of ticks, at least 3
 *
 * An axis for shares: it begins at zero, because a bar that does not begin there lies, and it does
 * not go beyond 100 unless a value does.
 */
void
mdg_axis_init_percent (MdgAxis *self, double high, guint max_ticks)
{
  mdg_axis_init (self, 0, MAX (high, 1), max_ticks);
}

static double
from_steps (const MdgAxis *self, gint64 steps)
{
  double value = (double) (steps * self->multiple);

  if (self->exponent < 0)
    return value / power_of_ten (-self->exponent);

  return value * power_of_ten (self->exponent);
}

/**
 * mdg_axis_get_minimum:
 * @self: an axis
 *
 * Returns: the value of the first tick
 */
double
mdg_axis_get_minimum (const MdgAxis *self)
{
  return from_steps (self, self->first);
}

/**
 * mdg_axis_get_maximum:
 * @self: an axis
 *
 * Returns: the value of the last tick
 */
double
mdg_axis_get_maximum (const MdgAxis *self)
{
  return from_steps (self, self->first + self->n_ticks - 1);
}

/**
 * mdg_axis_get_step:
 * @self: an axis
 *
 * Returns: the difference between two ticks
 */
double
mdg_axis_get_step (const MdgAxis *self)
{
  return from_steps (self, 1);
}

/**
 * mdg_axis_get_tick:
 * @self: an axis
 * @index: which tick, from 0
 *
 * Returns: its value, with as many decimals as the step has
 */
MdgDecimal
mdg_axis_get_tick (const MdgAxis *self, guint index)
{
  gint64 digits = (self->first + index) * self->multiple;

  for (int i = 0; i < self->exponent; i++)
    digits *= 10;

  return MDG_DECIMAL (digits, (guint8) MAX (-self->exponent, 0));
}

/**
 * mdg_axis_map:
 * @self: an axis
 * @value: a value
 * @from: where the minimum is
 * @to: where the maximum is; may be less than @from
 *
 * Returns: where @value is
 */
double
mdg_axis_map (const MdgAxis *self, double value, double from, double to)
{
  double minimum = mdg_axis_get_minimum (self);

  return from + (to - from) * (value - minimum) / (mdg_axis_get_maximum (self) - minimum);
}

/**
 * mdg_month_axis_init:
 * @self: the axis to set
 * @first: the first month
 * @last: the last month
 * @length: pixels from the first month to the last
 * @month_label: pixels the name of a month needs, with the gap to the next
 * @year_label: pixels a year needs, with the gap to the next
 *
 * Chooses the finest step whose labels have room.
 */
void
mdg_month_axis_init (MdgMonthAxis *self,
                     MdgMonth first,
                     MdgMonth last,
                     double length,
                     double month_label,
                     double year_label)
{
  double month;

  self->first = MIN (first, last);
  self->last = MAX (first, last);
  month = length / MAX (self->last - self->first, 1);

  for (gsize i = 0; i < G_N_ELEMENTS (month_steps); i++)
    {
      gboolean has_months = month_steps[i] < 12;

      self->step = month_steps[i];
      if (month * self->step >= (has_months ? month_label : year_label) &&
          (!has_months || month * 12 >= year_label))
        return;
    }
}

static gboolean
is_regular_tick (const MdgMonthAxis *self, MdgMonth month)
{
  if (self->step < 12)
    return (guint) (mdg_month_get_number (month) - 1) % self->step == 0;

  return mdg_month_get_number (month) == 1 &&
         (guint) mdg_month_get_year (month) % (self->step / 12) == 0;
}

/**
 * mdg_month_axis_is_tick:
 * @self: an axis
 * @month: a month
 *
 * Returns: whether the month is on the axis and has a tick. An axis too short for any regular tick
 *   has one at its first month.
 */
gboolean
mdg_month_axis_is_tick (const MdgMonthAxis *self, MdgMonth month)
{
  if (month < self->first || month > self->last)
    return FALSE;
  if (is_regular_tick (self, month))
    return TRUE;
  if (month != self->first)
    return FALSE;

  for (guint other = self->first; other <= self->last; other++)
    if (is_regular_tick (self, (MdgMonth) other))
      return FALSE;

  return TRUE;
}

/**
 * mdg_month_axis_map:
 * @self: an axis
 * @month: a month
 * @from: where the first month is
 * @to: where the last month is
 *
 * Returns: where @month is; the middle if the axis has one month only
 */
double
mdg_month_axis_map (const MdgMonthAxis *self, MdgMonth month, double from, double to)
{
  if (self->first == self->last)
    return (from + to) / 2;

  return from +
         (to - from) * ((int) month - (int) self->first) / ((int) self->last - (int) self->first);
}
