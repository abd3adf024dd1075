/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mdg-classes.h"

G_BEGIN_DECLS

/* Wide enough for the squares of sums of a sample. */
__extension__ typedef __int128 MdgWide;

/* A sample is only taken if its range times its size is below this. Then every square in the methods
 * fits into 127 bits, and everything is exact. All figures of the nation, with nine decimals, are far
 * below. */
#define MDG_CLASS_SAMPLE_LIMIT ((MdgWide) 1 << 50)
#define MDG_CLASS_SAMPLE_MAX_SIZE 65535

/**
 * MdgClassSample:
 * @sorted: (array length=n_sorted): all values, ascending, with repetitions
 * @n_sorted: number of values
 * @values: (array length=n_values): the distinct values, ascending
 * @weights: (array length=n_values): how often each of them occurs
 * @n_values: number of distinct values
 * @decimals: with how many decimals all these are written
 * @printed_decimals: how many decimals the values themselves have at most
 *
 * The values that classes are cut from, as integers with a common number of decimals.
 */
typedef struct
{
  gint64 *sorted;
  guint n_sorted;
  gint64 *values;
  guint *weights;
  guint n_values;
  guint8 decimals;
  guint8 printed_decimals;
} MdgClassSample;

gboolean mdg_class_sample_init (MdgClassSample *self, const MdgDecimal *values, guint n_values);
void mdg_class_sample_clear (MdgClassSample *self);
MdgDecimal mdg_class_sample_to_decimal (const MdgClassSample *self, gint64 digits);

/* Each writes ascending bounds, one more than it returns classes. */
guint mdg_class_bounds_quantile (const MdgClassSample *sample, guint wanted, gint64 *bounds);
guint mdg_class_bounds_equal_interval (const MdgClassSample *sample, guint wanted, gint64 *bounds);
guint mdg_class_bounds_natural (const MdgClassSample *sample, guint wanted, gint64 *bounds);
guint mdg_class_bounds_pretty (const MdgClassSample *sample, guint wanted, gint64 *bounds);
guint mdg_class_bounds_deviation (const MdgClassSample *sample, guint wanted, gint64 *bounds);
guint mdg_class_bounds_maximum (const MdgClassSample *sample, guint wanted, gint64 *bounds);

/* Goodness of variance fit in thousandths, cut down; of_class says of each distinct value its class. */
guint mdg_class_goodness (const MdgClassSample *sample, const guint *of_class);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MdgClassSample, mdg_class_sample_clear)

G_END_DECLS
