/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mdg-day.h"
#include "core/mdg-decimal.h"

G_BEGIN_DECLS

/**
 * MdgAxis:
 * @first: the lowest tick, in steps from zero
 * @n_ticks: the number of ticks, at least 2
 * @multiple: 1, 2 or 5
 * @exponent: the step is @multiple times 10 to the power of this
 *
 * A linear scale with round ticks that are exact decimals; it reaches from its first tick to its
 * last.
 */
typedef struct
{
  gint64 first;
  guint n_ticks;
  gint64 multiple;
  int exponent;
} MdgAxis;

void mdg_axis_init (MdgAxis *self, double low, double high, guint max_ticks);
void mdg_axis_init_percent (MdgAxis *self, double high, guint max_ticks);
double mdg_axis_get_minimum (const MdgAxis *self);
double mdg_axis_get_maximum (const MdgAxis *self);
double mdg_axis_get_step (const MdgAxis *self);
MdgDecimal mdg_axis_get_tick (const MdgAxis *self, guint index);
double mdg_axis_map (const MdgAxis *self, double value, double from, double to);

/**
 * MdgMonthAxis:
 * @first: the first month
 * @last: the last month, not before @first
 * @step: months from tick to tick: 1, 3, 6 or whole years
 *
 * A scale of months. Ticks stand at the same months of every year, so that years compare.
 */
typedef struct
{
  MdgMonth first;
  MdgMonth last;
  guint step;
} MdgMonthAxis;

void mdg_month_axis_init (MdgMonthAxis *self,
                          MdgMonth first,
                          MdgMonth last,
                          double length,
                          double month_label,
                          double year_label);
gboolean mdg_month_axis_is_tick (const MdgMonthAxis *self, MdgMonth month);
double mdg_month_axis_map (const MdgMonthAxis *self, MdgMonth month, double from, double to);

G_END_DECLS
