/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/mdg-class-options.h"

#include <glib/gi18n.h>
#include <string.h>

G_DEFINE_QUARK (mdg - class - breaks - error - quark, mdg_class_breaks_error)

#define MIN_BREAKS (MDG_MIN_CLASSES - 1)
#define MAX_BREAKS (MDG_MAX_CLASSES - 1)

static const struct
{
  const char *label;
  const char *description;
} methods[MDG_N_CLASS_METHODS] = {
  [MDG_CLASS_METHOD_QUANTILE] = { NC_ ("classes", "Equal Counts"),
                                  N_ ("As many prefectures in each class") },
  [MDG_CLASS_METHOD_EQUAL_INTERVAL] = { NC_ ("classes", "Equal Intervals"),
                                        N_ ("Classes of the same width") },
  [MDG_CLASS_METHOD_NATURAL_BREAKS] = { NC_ ("classes", "Natural Breaks"),
                                        N_ ("Figures that are alike stay together") },
  [MDG_CLASS_METHOD_PRETTY] = { NC_ ("classes", "Round Bounds"),
                                N_ ("About as many classes, with round numbers between them") },
  [MDG_CLASS_METHOD_STANDARD_DEVIATION] = { NC_ ("classes", "Standard Deviations"),
                                            N_ (
                                              "By the distance from the mean of prefectures; it is "
                                              "a bound, or in the middle of an odd number of classes") },
  [MDG_CLASS_METHOD_USER_BREAKS] = { NC_ ("classes", "Own Bounds"),
                                     N_ ("Bounds that you write, for all measures of a unit") },
  [MDG_CLASS_METHOD_MAXIMUM_BREAKS] = { NC_ ("classes", "Widest Gaps"),
                                        N_ (
                                          "Bounds where neighbouring figures are farthest apart") },
};

/**
 * mdg_class_method_get_label:
 * @method: how classes are cut
 *
 * Returns: its name, in the language of the screen
 */
const char *
mdg_class_method_get_label (MdgClassMethod method)
{
  g_return_val_if_fail (method < MDG_N_CLASS_METHODS, NULL);

  return g_dpgettext2 (NULL, "classes", methods[method].label);
}

/**
 * mdg_class_method_get_description:
 * @method: how classes are cut
 *
 * Returns: what it does, in few words
 */
const char *
mdg_class_method_get_description (MdgClassMethod method)
{
  g_return_val_if_fail (method < MDG_N_CLASS_METHODS, NULL);

  return _ (methods[method].description);
}

/* After compatibility composition, which makes full-width digits, signs and commas plain. */
static gboolean
is_separator (gunichar c)
{
  return g_unichar_isspace (c) || c == ',' || c == ';' || c == 0x3001 || c == '|' || c == '%';
}

static char *
normalize (const char *text)
{
  g_autofree char *plain = g_utf8_normalize (text, -1, G_NORMALIZE_ALL_COMPOSE);
  g_autoptr (GString) words = g_string_new (NULL);

  for (const char *p = plain != NULL ? plain : ""; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      g_string_append_unichar (words, is_separator (c) ? ' ' : c);
    }

  return g_string_free_and_steal (g_steal_pointer (&words));
}

/**
 * mdg_class_breaks_parse:
 * @text: numbers such as "30 40 50", separated by spaces, commas, semicolons or "、"
 * @breaks: (out): the bounds, untouched on failure
 * @error: return location for a %MDG_CLASS_BREAKS_ERROR
 *
 * Reads the bounds that somebody chose. A percent sign after a number is let pass, and full-width
 * digits are as good as others. Every comma separates.
 *
 * Returns: whether @text is two to eight ascending numbers
 */
gboolean
mdg_class_breaks_parse (const char *text, MdgClassBreaks *breaks, GError **error)
{
  g_autofree char *plain = NULL;
  g_auto (GStrv) words = NULL;
  MdgClassBreaks result = { 0 };
  guint n = 0;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (breaks != NULL, FALSE);

  plain = normalize (text);
  words = g_strsplit (plain, " ", -1);
  for (guint i = 0; words[i] != NULL; i++)
    {
      MdgDecimal value;

      if (*words[i] == '\0')
        continue;
      if (!mdg_decimal_parse (words[i], -1, &value))
        {
          /* Translators: %s is what somebody typed among the bounds of classes. */
          g_set_error (error, MDG_CLASS_BREAKS_ERROR, MDG_CLASS_BREAKS_ERROR_NOT_A_NUMBER,
                       _ ("“%s” is not a number. Write numbers such as 30 or 37.5, with spaces "
                          "between them."),
                       words[i]);
          return FALSE;
        }
      if (n > 0 && n <= MAX_BREAKS && mdg_decimal_compare (value, result.values[n - 1]) <= 0)
        {
          g_autofree char *before = mdg_decimal_to_string (result.values[n - 1]);
          g_autofree char *after = mdg_decimal_to_string (value);

          g_set_error (error, MDG_CLASS_BREAKS_ERROR, MDG_CLASS_BREAKS_ERROR_NOT_ASCENDING,
                       /* Translators: two numbers that somebody typed one after the other. */
                       _ ("%s is not greater than %s before it. Write the bounds from low to high, "
                          "without separators of thousands."),
                       after, before);
          return FALSE;
        }
      if (n < MAX_BREAKS)
        result.values[n] = value;
      n++;
    }
  if (n < MIN_BREAKS || n > MAX_BREAKS)
    {
      g_set_error (error, MDG_CLASS_BREAKS_ERROR, MDG_CLASS_BREAKS_ERROR_COUNT,
                   ngettext ("There is %u bound. Write 2 to 8 of them, for 3 to 9 classes.",
                             "There are %u bounds. Write 2 to 8 of them, for 3 to 9 classes.", n),
                   n);
      return FALSE;
    }

  result.n = n;
  *breaks = result;

  return TRUE;
}

/**
 * mdg_class_breaks_to_string:
 * @breaks: bounds
 *
 * Returns: (transfer full): them as [func@mdg_class_breaks_parse] reads them, or "" if there are none
 */
char *
mdg_class_breaks_to_string (const MdgClassBreaks *breaks)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_return_val_if_fail (breaks != NULL, NULL);

  for (guint i = 0; i < breaks->n; i++)
    {
      g_autofree char *number = mdg_decimal_to_string (breaks->values[i]);

      if (i > 0)
        g_string_append_c (text, ' ');
      g_string_append (text, number);
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}

/**
 * mdg_class_options_has_companion:
 * @self: how values are divided
 * @measure: the measure that is shown
 *
 * Returns: whether they are divided together with those of another map
 */
gboolean
mdg_class_options_has_companion (const MdgClassOptions *self, MdgMeasure measure)
{
  return (self->pool & MDG_CLASS_POOL_COMPANION) != 0 && self->companion.measure == measure;
}

/**
 * mdg_class_options_equal:
 * @a: options
 * @b: options
 *
 * Returns: whether they divide the same way
 */
gboolean
mdg_class_options_equal (const MdgClassOptions *a, const MdgClassOptions *b)
{
  if (a->method != b->method || a->n_classes != b->n_classes || a->pool != b->pool)
    return FALSE;
  if ((a->pool & MDG_CLASS_POOL_COMPANION) != 0 &&
      (a->companion.month != b->companion.month || a->companion.measure != b->companion.measure ||
       a->companion.facility_type != b->companion.facility_type))
    return FALSE;

  for (guint unit = 0; unit < MDG_N_UNITS; unit++)
    {
      if (a->breaks[unit].n != b->breaks[unit].n)
        return FALSE;
      for (guint i = 0; i < a->breaks[unit].n; i++)
        if (mdg_decimal_compare (a->breaks[unit].values[i], b->breaks[unit].values[i]) != 0)
          return FALSE;
    }

  return TRUE;
}

static void
collect_month (MdgFigures *figures,
               MdgMeasure measure,
               MdgMonth month,
               MdgFacilityType type,
               GArray *values)
{
  const MdgObservation *observations[MDG_N_AREAS] = { NULL };

  mdg_figures_get_areas (figures, month, type, measure, observations);
  for (MdgArea area = 1; area < MDG_N_AREAS; area++)
    if (observations[area] != NULL)
      g_array_append_val (values, observations[area]->value);
}

static void
collect_months (MdgFigures *figures, MdgMeasure measure, MdgFacilityType type, GArray *values)
{
  for (MdgArea area = 1; area < MDG_N_AREAS; area++)
    {
      g_autoptr (GArray) series = mdg_figures_get_series (figures, area, type, measure);

      for (guint i = 0; i < series->len; i++)
        {
          const MdgObservation *observation = &g_array_index (series, MdgObservation, i);

          /* Of a stock a month shows its latest day. */
          if (i + 1 < series->len &&
              g_array_index (series, MdgObservation, i + 1).month == observation->month)
            continue;
          g_array_append_val (values, observation->value);
        }
    }
}

/**
 * mdg_class_options_collect:
 * @self: how values are divided
 * @figures: (nullable): the figures
 * @scope: what is shown
 *
 * Collects the figures of prefectures that bounds come from: those of the scope's measure alone, so
 * that bases never mix; of its month and facility type, or of all of them as the options say, and the
 * same for its companion. What a map would show of each month and facility type counts once, whatever
 * its quality.
 *
 * Returns: (transfer full) (element-type MdgDecimal): the values
 */
GArray *
mdg_class_options_collect (const MdgClassOptions *self, MdgFigures *figures, const MdgScope *scope)
{
  GArray *values = g_array_new (FALSE, FALSE, sizeof (MdgDecimal));
  gboolean all_types = (self->pool & MDG_CLASS_POOL_FACILITY_TYPES) != 0;
  gboolean all_months = (self->pool & MDG_CLASS_POOL_MONTHS) != 0;
  gboolean has_companion = mdg_class_options_has_companion (self, scope->measure);

  for (MdgFacilityType type = 0; type < MDG_N_FACILITY_TYPES && figures != NULL; type++)
    {
      gboolean is_shown = all_types || type == scope->facility_type;
      gboolean is_compared = has_companion && (all_types || type == self->companion.facility_type);

      if (all_months && (is_shown || is_compared))
        collect_months (figures, scope->measure, type, values);
      if (!all_months && is_shown)
        collect_month (figures, scope->measure, scope->month, type, values);
      if (!all_months && is_compared && !(is_shown && self->companion.month == scope->month))
        collect_month (figures, scope->measure, self->companion.month, type, values);
    }

  return values;
}

/**
 * mdg_class_options_pool_equal:
 * @self: how values are divided
 * @a: what is shown
 * @b: what is shown instead
 *
 * Returns: whether mdg_class_options_collect() collects the same of the same figures for both
 */
gboolean
mdg_class_options_pool_equal (const MdgClassOptions *self, const MdgScope *a, const MdgScope *b)
{
  return a->measure == b->measure &&
         (a->month == b->month || (self->pool & MDG_CLASS_POOL_MONTHS)) &&
         (a->facility_type == b->facility_type || (self->pool & MDG_CLASS_POOL_FACILITY_TYPES));
}

/**
 * mdg_class_options_compute:
 * @self: how values are divided
 * @figures: (nullable): the figures
 * @scope: what is shown
 * @classes: (out caller-allocates): the classes, with the counts of all values they were cut from
 *
 * Divides the values that a map shows, or the pool of which they are a part. Changes and differences
 * are divided at zero.
 *
 * Returns: whether there are classes
 */
gboolean
mdg_class_options_compute (const MdgClassOptions *self,
                           MdgFigures *figures,
                           const MdgScope *scope,
                           MdgClasses *classes)
{
  g_autoptr (GArray) values = mdg_class_options_collect (self, figures, scope);
  MdgUnit unit = mdg_measure_get_unit (scope->measure);

  if (unit == MDG_UNIT_POINTS)
    return mdg_classes_compute_signed (self->method, (const MdgDecimal *) values->data, values->len,
                                       self->n_classes, &self->breaks[unit], classes);

  return mdg_classes_compute (self->method, (const MdgDecimal *) values->data, values->len,
                              self->n_classes, &self->breaks[unit], classes);
}

/**
 * mdg_class_options_shows_bounds:
 * @self: how values are divided
 *
 * Tells what a legend says of a class. Where bounds stand for themselves, as they are round, chosen,
 * equally far apart or shared with other maps, it says the bounds, and names empty classes too.
 * Elsewhere a class is a group of prefectures, and the least and the greatest figure that are really
 * in it say more: nobody has to ask on which side of a bound a prefecture fell.
 *
 * Returns: whether a legend says the bounds of classes
 */
gboolean
mdg_class_options_shows_bounds (const MdgClassOptions *self)
{
  switch (self->method)
    {
    case MDG_CLASS_METHOD_EQUAL_INTERVAL:
    case MDG_CLASS_METHOD_PRETTY:
    case MDG_CLASS_METHOD_STANDARD_DEVIATION:
    case MDG_CLASS_METHOD_USER_BREAKS:
      return TRUE;
    case MDG_CLASS_METHOD_QUANTILE:
    case MDG_CLASS_METHOD_NATURAL_BREAKS:
    case MDG_CLASS_METHOD_MAXIMUM_BREAKS:
    case MDG_N_CLASS_METHODS:
    default:
      return self->pool != MDG_CLASS_POOL_NONE;
    }
}
