/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/mdg-classes.h"

#include <string.h>

#include "core/mdg-class-sample.h"

static const MdgDecimal zero = { 0, 0 };

typedef guint (*BoundsFunc) (const MdgClassSample *sample, guint wanted, gint64 *bounds);

static const BoundsFunc methods[MDG_N_CLASS_METHODS] = {
  [MDG_CLASS_METHOD_QUANTILE] = mdg_class_bounds_quantile,
  [MDG_CLASS_METHOD_EQUAL_INTERVAL] = mdg_class_bounds_equal_interval,
  [MDG_CLASS_METHOD_NATURAL_BREAKS] = mdg_class_bounds_natural,
  [MDG_CLASS_METHOD_PRETTY] = mdg_class_bounds_pretty,
  [MDG_CLASS_METHOD_STANDARD_DEVIATION] = mdg_class_bounds_deviation,
  [MDG_CLASS_METHOD_MAXIMUM_BREAKS] = mdg_class_bounds_maximum,
};

static void
count_values (MdgClasses *classes, const MdgDecimal *values, guint n_values)
{
  memset (classes->counts, 0, sizeof classes->counts);
  for (guint i = 0; i < n_values; i++)
    {
      int index = mdg_classes_find (classes, values[i]);

      if (index >= 0)
        classes->counts[index]++;
    }
}

static void
use_breaks (MdgClasses *classes, const MdgClassSample *sample, const MdgClassBreaks *breaks)
{
  MdgDecimal lowest = mdg_class_sample_to_decimal (sample, sample->values[0]);
  MdgDecimal highest = mdg_class_sample_to_decimal (sample, sample->values[sample->n_values - 1]);
  guint n = MIN (breaks->n, MDG_MAX_CLASSES - 1);

  for (guint i = 0; i < n; i++)
    classes->bounds[i + 1] = breaks->values[i];
  classes->bounds[0] =
    mdg_decimal_compare (lowest, breaks->values[0]) < 0 ? lowest : breaks->values[0];
  classes->bounds[n + 1] =
    mdg_decimal_compare (highest, breaks->values[n - 1]) > 0 ? highest : breaks->values[n - 1];
  classes->n_classes = n + 1;
}

/**
 * mdg_classes_compute:
 * @method: how the bounds are chosen
 * @values: (array length=n_values): the values, in any order
 * @n_values: number of values
 * @wanted: wanted number of classes; brought into 1 to %MDG_MAX_CLASSES
 * @breaks: (nullable): the bounds for %MDG_CLASS_METHOD_USER_BREAKS, which takes round ones as long
 *   as there are none
 * @classes: (out caller-allocates): the classes
 *
 * Divides values into classes. Everything is calculated with integers.
 *
 * By quantiles, equal intervals, natural and maximum breaks there are never more classes than
 * distinct values, the first bound is the lowest value and the last one the highest. By standard
 * deviations there are no classes beyond the values. Round bounds are about as many as wanted, and
 * like chosen ones they may lie beyond the values. The bounds ascend; two are equal only around a
 * class that holds nothing but the lowest value, or at the ends of chosen bounds, beyond which there
 * is no value. All but natural and maximum breaks can leave classes empty.
 *
 * Returns: whether there was a value, and all could be calculated with; if not, there are no classes
 */
gboolean
mdg_classes_compute (MdgClassMethod method,
                     const MdgDecimal *values,
                     guint n_values,
                     guint wanted,
                     const MdgClassBreaks *breaks,
                     MdgClasses *classes)
{
  g_auto (MdgClassSample) sample = { NULL };
  gint64 bounds[MDG_MAX_CLASSES + 1];

  g_return_val_if_fail (method < MDG_N_CLASS_METHODS, FALSE);
  g_return_val_if_fail (values != NULL || n_values == 0, FALSE);
  g_return_val_if_fail (classes != NULL, FALSE);

  memset (classes, 0, sizeof *classes);
  if (!mdg_class_sample_init (&sample, values, n_values))
    return FALSE;

  if (method == MDG_CLASS_METHOD_USER_BREAKS && breaks != NULL && breaks->n > 0)
    use_breaks (classes, &sample, breaks);
  else
    {
      if (method == MDG_CLASS_METHOD_USER_BREAKS)
        method = MDG_CLASS_METHOD_PRETTY;
      classes->n_classes = methods[method](&sample, CLAMP (wanted, 1, MDG_MAX_CLASSES), bounds);
      for (guint i = 0; i <= classes->n_classes; i++)
        classes->bounds[i] = mdg_class_sample_to_decimal (&sample, bounds[i]);
    }
  count_values (classes, values, n_values);

  return TRUE;
}

static gboolean
divides_each_side (MdgClassMethod method)
{
  switch (method)
    {
    case MDG_CLASS_METHOD_QUANTILE:
    case MDG_CLASS_METHOD_EQUAL_INTERVAL:
    case MDG_CLASS_METHOD_NATURAL_BREAKS:
    case MDG_CLASS_METHOD_MAXIMUM_BREAKS:
      return TRUE;
    case MDG_CLASS_METHOD_PRETTY:
    case MDG_CLASS_METHOD_STANDARD_DEVIATION:
    case MDG_CLASS_METHOD_USER_BREAKS:
    case MDG_N_CLASS_METHODS:
    default:
      return FALSE;
    }
}

static void
remove_bound (MdgClasses *classes, guint index)
{
  for (guint i = index; i < classes->n_classes; i++)
    classes->bounds[i] = classes->bounds[i + 1];
  classes->n_classes--;
}

/* Makes zero a bound, without ever having too many classes. */
static void
insert_zero (MdgClasses *classes, gboolean has_zero)
{
  guint n = classes->n_classes;
  guint at = 0;

  while (at <= n && mdg_decimal_compare (classes->bounds[at], zero) < 0)
    at++;
  /* Nothing is below, or nothing is above. */
  if (at == 0 || at > n)
    return;
  /* It is one already; but at the upper end it needs a class of its own above it. */
  if ((at < n || !has_zero) && mdg_decimal_compare (classes->bounds[at], zero) == 0)
    return;

  if (n == MDG_MAX_CLASSES)
    {
      /* The bound next below gives way, or the one next above where that is the end. */
      guint removed = at > 1 ? at - 1 : at;

      remove_bound (classes, removed);
      at = at > 1 ? at - 1 : at;
      n--;
    }
  for (guint i = n + 1; i > at; i--)
    classes->bounds[i] = classes->bounds[i - 1];
  classes->bounds[at] = zero;
  classes->n_classes = n + 1;
}

/**
 * mdg_classes_compute_signed:
 * @method: how the bounds are chosen
 * @values: (array length=n_values): changes or differences, in any order
 * @n_values: number of values
 * @wanted: wanted number of classes; brought into 2 to %MDG_MAX_CLASSES if the values have both signs
 * @breaks: (nullable): as for [func@mdg_classes_compute]
 * @classes: (out caller-allocates): the classes
 *
 * Divides values into classes of which none reaches from below zero to above it, so that each can
 * have a colour of one side. Zero itself is with the values above.
 *
 * Quantiles, equal intervals, natural and maximum breaks are those of each side, which gets classes
 * by its share of the values, and at least one. Round bounds have zero among them. To standard
 * deviations and chosen bounds it is added; where there are nine classes already, a bound next to it
 * gives way.
 *
 * Returns: whether there was a value, and all could be calculated with; if not, there are no classes
 */
gboolean
mdg_classes_compute_signed (MdgClassMethod method,
                            const MdgDecimal *values,
                            guint n_values,
                            guint wanted,
                            const MdgClassBreaks *breaks,
                            MdgClasses *classes)
{
  g_autofree MdgDecimal *sides = g_new (MdgDecimal, MAX (n_values, 1));
  MdgClasses above;
  gboolean has_zero = FALSE;
  guint n_below = 0;
  guint n_above = 0;
  guint wanted_below;

  g_return_val_if_fail (values != NULL || n_values == 0, FALSE);
  g_return_val_if_fail (classes != NULL, FALSE);

  /* Those below from the left, the others from the right. */
  for (guint i = 0; i < n_values; i++)
    {
      has_zero |= values[i].digits == 0;
      if (values[i].digits < 0)
        sides[n_below++] = values[i];
      else
        sides[n_values - ++n_above] = values[i];
    }

  if (!divides_each_side (method) || n_below == 0 || n_above == 0)
    {
      if (!mdg_classes_compute (method, values, n_values, wanted, breaks, classes))
        return FALSE;
      insert_zero (classes, has_zero);
      classes->zero_above = TRUE;
      count_values (classes, values, n_values);

      return TRUE;
    }

  wanted = CLAMP (wanted, 2, MDG_MAX_CLASSES);
  wanted_below = (2 * wanted * n_below + n_values) / (2 * n_values);
  wanted_below = CLAMP (wanted_below, 1, wanted - 1);
  if (!mdg_classes_compute (method, sides, n_below, wanted_below, breaks, classes) ||
      !mdg_classes_compute (method, sides + n_below, n_above, wanted - wanted_below, breaks,
                            &above))
    {
      memset (classes, 0, sizeof *classes);
      return FALSE;
    }

  classes->bounds[classes->n_classes] = zero;
  for (guint i = 1; i <= above.n_classes; i++)
    classes->bounds[++classes->n_classes] = above.bounds[i];
  classes->zero_above = TRUE;
  count_values (classes, values, n_values);

  return TRUE;
}

/**
 * mdg_classes_find:
 * @classes: classes
 * @value: a value
 *
 * Finds the class of a value, exactly, whatever its decimals.
 *
 * Returns: the index of the class that holds @value, or -1 if it lies outside all of them
 */
int
mdg_classes_find (const MdgClasses *classes, MdgDecimal value)
{
  g_return_val_if_fail (classes != NULL, -1);

  if (classes->n_classes == 0 || mdg_decimal_compare (value, classes->bounds[0]) < 0)
    return -1;

  for (guint i = 0; i < classes->n_classes; i++)
    {
      if (mdg_decimal_compare (value, classes->bounds[i + 1]) > 0)
        continue;
      if (classes->zero_above && value.digits == 0 && classes->bounds[i].digits < 0 &&
          classes->bounds[i + 1].digits == 0 && i + 1 < classes->n_classes)
        continue;

      return (int) i;
    }

  return -1;
}

/**
 * mdg_classes_get_goodness:
 * @classes: classes
 * @values: (array length=n_values): the values that are shown in them
 * @n_values: number of values
 * @goodness: (out): the goodness of variance fit, 0 to 1, cut down to %MDG_GOODNESS_DECIMALS decimals
 *
 * Tells how well classes stand for values: 1 less the sum of squared deviations from the means of the
 * classes, divided by that from the mean of all. It is 1 if and only if each class holds one distinct
 * value or none.
 *
 * Returns: whether there was a value, all could be calculated with, and none is outside the classes
 */
gboolean
mdg_classes_get_goodness (const MdgClasses *classes,
                          const MdgDecimal *values,
                          guint n_values,
                          MdgDecimal *goodness)
{
  g_auto (MdgClassSample) sample = { NULL };
  g_autofree guint *of_class = NULL;

  g_return_val_if_fail (classes != NULL, FALSE);
  g_return_val_if_fail (values != NULL || n_values == 0, FALSE);
  g_return_val_if_fail (goodness != NULL, FALSE);

  if (!mdg_class_sample_init (&sample, values, n_values))
    return FALSE;

  of_class = g_new (guint, sample.n_values);
  for (guint i = 0; i < sample.n_values; i++)
    {
      int index = mdg_classes_find (classes, MDG_DECIMAL (sample.values[i], sample.decimals));

      if (index < 0)
        return FALSE;
      of_class[i] = (guint) index;
    }
  *goodness = MDG_DECIMAL (mdg_class_goodness (&sample, of_class), MDG_GOODNESS_DECIMALS);

  return TRUE;
}
