/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mdg-decimal.h"

G_BEGIN_DECLS

/**
 * MdgClassMethod:
 * @MDG_CLASS_METHOD_QUANTILE: as many values in each class, by quantiles of type 7
 * @MDG_CLASS_METHOD_EQUAL_INTERVAL: classes of the same width
 * @MDG_CLASS_METHOD_NATURAL_BREAKS: the least sum of squares within the classes, by Fisher
 * @MDG_CLASS_METHOD_PRETTY: about the wanted number of classes, with round bounds
 * @MDG_CLASS_METHOD_STANDARD_DEVIATION: steps of one standard deviation from the mean
 * @MDG_CLASS_METHOD_USER_BREAKS: bounds that somebody chose
 * @MDG_CLASS_METHOD_MAXIMUM_BREAKS: bounds in the middle of the widest gaps
 *
 * How bounds of classes are chosen. The values are those of the schema's enumeration.
 */
typedef enum
{
  MDG_CLASS_METHOD_QUANTILE,
  MDG_CLASS_METHOD_EQUAL_INTERVAL,
  MDG_CLASS_METHOD_NATURAL_BREAKS,
  MDG_CLASS_METHOD_PRETTY,
  MDG_CLASS_METHOD_STANDARD_DEVIATION,
  MDG_CLASS_METHOD_USER_BREAKS,
  MDG_CLASS_METHOD_MAXIMUM_BREAKS,
  MDG_N_CLASS_METHODS,
} MdgClassMethod;

#define MDG_MIN_CLASSES 3
#define MDG_MAX_CLASSES 9

/* With how many decimals the goodness of variance fit is told. */
#define MDG_GOODNESS_DECIMALS 3

/**
 * MdgClassBreaks:
 * @n: how many bounds there are, 0 to 8
 * @values: the bounds between classes, ascending
 *
 * Bounds that somebody chose. Below the first and above the last there is one more class each.
 */
typedef struct
{
  guint n;
  MdgDecimal values[MDG_MAX_CLASSES - 1];
} MdgClassBreaks;

/**
 * MdgClasses:
 * @n_classes: how many classes there are
 * @bounds: the bounds, one more than classes
 * @counts: how many of the values are in each class
 * @zero_above: whether 0 belongs to the class above a bound of 0, because it is no decrease
 *
 * Class i holds the values in (bounds[i], bounds[i + 1]]; a value on the first bound belongs to
 * class 0.
 *
 * A bound that is no finite decimal, such as a third, is cut down to a decimal that has at least the
 * decimals of the values. No value lies between the two, so that both decide the same.
 */
typedef struct
{
  guint n_classes;
  MdgDecimal bounds[MDG_MAX_CLASSES + 1];
  guint counts[MDG_MAX_CLASSES];
  gboolean zero_above;
} MdgClasses;

gboolean mdg_classes_compute (MdgClassMethod method,
                              const MdgDecimal *values,
                              guint n_values,
                              guint wanted,
                              const MdgClassBreaks *breaks,
                              MdgClasses *classes);
gboolean mdg_classes_compute_signed (MdgClassMethod method,
                                     const MdgDecimal *values,
                                     guint n_values,
                                     guint wanted,
                                     const MdgClassBreaks *breaks,
                                     MdgClasses *classes);
int mdg_classes_find (const MdgClasses *classes, MdgDecimal value);
gboolean mdg_classes_get_goodness (const MdgClasses *classes,
                                   const MdgDecimal *values,
                                   guint n_values,
                                   MdgDecimal *goodness);

G_END_DECLS
