/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/mdg-readings.h"

/**
 * mdg_readings_find:
 * @figures: figures
 * @observation: a figure
 * @n: (out): how many readings there are
 *
 * Finds what all editions say of the same figure.
 *
 * Returns: (transfer none) (array length=n) (nullable): the readings, the shown one first, valid as
 *   long as @figures; %NULL if there is none
 */
const MdgObservation *
mdg_readings_find (MdgFigures *figures, const MdgObservation *observation, guint *n)
{
  const MdgObservation *first =
    mdg_figures_lookup (figures, observation->month, observation->as_of, observation->area,
                        observation->facility_type, observation->measure);
  guint begin;
  guint end;

  *n = 0;
  if (first == NULL)
    return NULL;

  /* All readings of a figure stand together, after the shown one. */
  begin = (guint) (first - mdg_figures_get (figures, 0));
  end = begin + 1;
  while (end < mdg_figures_get_n (figures) && !mdg_figures_is_shown (figures, end))
    end++;
  *n = end - begin;

  return first;
}
