/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/mdg-observation.h"

#include <string.h>

#define COMPARE(a, b) (((a) > (b)) - ((a) < (b)))

/**
 * mdg_observation_is_sound:
 * @self: (nullable): a figure
 * @least: the least quality that is asked for
 *
 * Tells whether other figures may be computed from a figure. One in doubt proves nothing about
 * another one, and neither does a rounded one.
 *
 * Returns: whether there is a figure, exact, without a doubt and of that quality
 */
gboolean
mdg_observation_is_sound (const MdgObservation *self, MdgQuality least)
{
  return self != NULL && self->quality >= least && self->precision == MDG_PRECISION_EXACT &&
         self->doubt == MDG_DOUBT_NONE;
}

/**
 * mdg_observation_get_count:
 * @self: a figure
 * @count: (out): its value
 *
 * Returns: whether the value is a whole number
 */
gboolean
mdg_observation_get_count (const MdgObservation *self, gint64 *count)
{
  MdgDecimal whole;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (count != NULL, FALSE);

  if (!mdg_decimal_rescale (self->value, 0, &whole) ||
      mdg_decimal_compare (whole, self->value) != 0)
    return FALSE;

  *count = whole.digits;
  return TRUE;
}

/**
 * mdg_observation_compare_key:
 * @a: a figure
 * @b: a figure
 *
 * Orders figures by what they are about: month, day, area, facility type, measure. Figures that
 * several editions give of the same thing are equal.
 *
 * Returns: less than, equal to or greater than 0 as @a is to @b
 */
int
mdg_observation_compare_key (const MdgObservation *a, const MdgObservation *b)
{
  int order;

  g_return_val_if_fail (a != NULL && b != NULL, 0);

  if ((order = COMPARE (a->month, b->month)) != 0)
    return order;
  if ((order = COMPARE (a->as_of, b->as_of)) != 0)
    return order;
  if ((order = COMPARE (a->area, b->area)) != 0)
    return order;
  if ((order = COMPARE (a->facility_type, b->facility_type)) != 0)
    return order;

  return COMPARE (a->measure, b->measure);
}

/**
 * mdg_observation_format_precision:
 * @self: a figure
 *
 * Writes how a figure was printed, for the column "precision" of files: "exact", "rounded-10000" or
 * "approximate", followed by a semicolon and the doubt if there is one ("exact;type-inferred").
 *
 * Returns: (transfer full): the text
 */
char *
mdg_observation_format_precision (const MdgObservation *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (self->doubt == MDG_DOUBT_NONE)
    return g_strdup (mdg_precision_get_id (self->precision));

  return g_strconcat (mdg_precision_get_id (self->precision), ";", mdg_doubt_get_id (self->doubt),
                      NULL);
}

/**
 * mdg_observation_parse_precision:
 * @text: what [func@mdg_observation_format_precision] writes
 * @self: the figure whose precision and doubt are set, untouched on failure
 *
 * Returns: whether @text names a precision, and a doubt if there is a semicolon
 */
gboolean
mdg_observation_parse_precision (const char *text, MdgObservation *self)
{
  g_autofree char *id = NULL;
  const char *semicolon;
  MdgPrecision precision;
  MdgDoubt doubt = MDG_DOUBT_NONE;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (self != NULL, FALSE);

  semicolon = strchr (text, ';');
  id = semicolon != NULL ? g_strndup (text, semicolon - text) : g_strdup (text);

  if (!mdg_precision_from_id (id, &precision))
    return FALSE;
  /* No doubt is written by leaving it out, so that every figure has one spelling only. */
  if (semicolon != NULL && (!mdg_doubt_from_id (semicolon + 1, &doubt) || doubt == MDG_DOUBT_NONE))
    return FALSE;

  self->precision = precision;
  self->doubt = doubt;

  return TRUE;
}
