/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "export/sheets/mdg-briefing-figures.h"

/**
 * mdg_briefing_figures_init:
 * @self: what to begin
 * @figures: the figures; must live as long as @self
 * @month: a month
 *
 * Begins without a figure that was used.
 */
void
mdg_briefing_figures_init (MdgBriefingFigures *self, MdgFigures *figures, MdgMonth month)
{
  *self = (MdgBriefingFigures) { figures, month, g_ptr_array_new () };
}

/**
 * mdg_briefing_figures_clear:
 * @self: what to clear
 *
 * Frees what @self holds.
 */
void
mdg_briefing_figures_clear (MdgBriefingFigures *self)
{
  g_clear_pointer (&self->used, g_ptr_array_unref);
}

/**
 * mdg_briefing_figures_get:
 * @self: figures of a briefing
 * @area: an area
 * @type: a facility type
 * @measure: a measure
 *
 * Returns: (transfer none) (nullable): the figure of the month that is shown, which is used from now on
 */
const MdgObservation *
mdg_briefing_figures_get (MdgBriefingFigures *self,
                          MdgArea area,
                          MdgFacilityType type,
                          MdgMeasure measure)
{
  const MdgObservation *found =
    mdg_figures_lookup (self->figures, self->month, MDG_DAY_NONE, area, type, measure);

  if (found != NULL && !g_ptr_array_find (self->used, found, NULL))
    g_ptr_array_add (self->used, (gpointer) found);

  return found;
}

/**
 * mdg_briefing_figures_use_series:
 * @self: figures of a briefing
 * @area: an area
 * @type: a facility type
 * @measure: a measure
 *
 * Remembers the figures of all months, for a chart that shows them.
 */
void
mdg_briefing_figures_use_series (MdgBriefingFigures *self,
                                 MdgArea area,
                                 MdgFacilityType type,
                                 MdgMeasure measure)
{
  g_autoptr (GArray) series = mdg_figures_get_series (self->figures, area, type, measure);

  for (guint i = 0; i < series->len; i++)
    {
      const MdgObservation *value = &g_array_index (series, MdgObservation, i);
      const MdgObservation *found =
        mdg_figures_lookup (self->figures, value->month, value->as_of, area, type, measure);

      if (found != NULL && !g_ptr_array_find (self->used, found, NULL))
        g_ptr_array_add (self->used, (gpointer) found);
    }
}

static gboolean
is_exact (const MdgObservation *count)
{
  return count != NULL && count->precision == MDG_PRECISION_EXACT && count->value.decimals == 0 &&
         count->value.digits >= 0;
}

/**
 * mdg_briefing_figures_get_counts:
 * @self: figures of a briefing
 * @area: an area
 * @type: a facility type
 * @with_card: (out): verifications with the card
 * @all: (out): all verifications, at least 1
 *
 * Finds the two counts whose ratio is the rate. They must be exact and of one edition: a ratio of
 * two publications would be nobody's figure.
 *
 * Returns: whether there are such counts
 */
gboolean
mdg_briefing_figures_get_counts (MdgBriefingFigures *self,
                                 MdgArea area,
                                 MdgFacilityType type,
                                 gint64 *with_card,
                                 gint64 *all)
{
  const MdgObservation *part = mdg_briefing_figures_get (self, area, type, MDG_MEASURE_MNC_COUNT);
  const MdgObservation *whole =
    mdg_briefing_figures_get (self, area, type, MDG_MEASURE_VERIFICATION_COUNT);

  if (!is_exact (part) || !is_exact (whole) || part->edition != whole->edition ||
      whole->value.digits == 0 || part->value.digits > whole->value.digits)
    return FALSE;
  *with_card = part->value.digits;
  *all = whole->value.digits;

  return TRUE;
}

/**
 * mdg_briefing_figures_get_region_rate:
 * @self: figures of a briefing
 * @region: a region
 * @type: a facility type
 * @rate: (out): verifications with the card among all of the region, in percent with two decimals
 *
 * Computes the rate of a region from the counts of all of its prefectures.
 *
 * Returns: whether all of them are known
 */
gboolean
mdg_briefing_figures_get_region_rate (MdgBriefingFigures *self,
                                      MdgRegion region,
                                      MdgFacilityType type,
                                      MdgDecimal *rate)
{
  gint64 part = 0;
  gint64 whole = 0;

  for (guint area = 1; area <= MDG_N_PREFECTURES; area++)
    {
      gint64 with_card, all;

      if (mdg_area_get_region ((MdgArea) area) != region)
        continue;
      if (!mdg_briefing_figures_get_counts (self, (MdgArea) area, type, &with_card, &all) ||
          __builtin_add_overflow (part, with_card, &part) ||
          __builtin_add_overflow (whole, all, &whole))
        return FALSE;
    }

  return whole > 0 && mdg_decimal_percent_ratio (part, whole, 2, rate);
}

/* The least count of @all that makes a ratio of at least (or, if @beyond, more than) @part / @whole,
 * found by halving: the comparison is exact for any counts. */
static gint64
find_least (gint64 all, gint64 part, gint64 whole, gboolean beyond)
{
  gint64 low = 0;
  gint64 high = all;

  while (low < high)
    {
      gint64 middle = low + (high - low) / 2;
      int order = mdg_ratio_compare (middle, all, part, whole);

      if (beyond ? order > 0 : order >= 0)
        high = middle;
      else
        low = middle + 1;
    }

  return low;
}

/**
 * mdg_briefing_figures_get_gap_to_nation:
 * @self: figures of a briefing
 * @area: a prefecture
 * @type: a facility type
 * @gap: (out): how many verifications, 0 where the national rate is reached
 *
 * Computes how many more of the month's verifications would have had to be made with the card to
 * reach the national rate.
 *
 * Returns: whether that is known
 */
gboolean
mdg_briefing_figures_get_gap_to_nation (MdgBriefingFigures *self,
                                        MdgArea area,
                                        MdgFacilityType type,
                                        gint64 *gap)
{
  gint64 with_card, all, part, whole;

  if (!mdg_briefing_figures_get_counts (self, area, type, &with_card, &all) ||
      !mdg_briefing_figures_get_counts (self, MDG_AREA_NATIONAL, type, &part, &whole))
    return FALSE;
  *gap = MAX (find_least (all, part, whole, FALSE) - with_card, 0);

  return TRUE;
}

/**
 * mdg_briefing_figures_get_gap_to_next:
 * @self: figures of a briefing
 * @area: a prefecture
 * @type: a facility type
 * @gap: (out): how many verifications
 *
 * Computes how many more of the month's verifications would have had to be made with the card to
 * have a higher rate than the prefecture that is next above.
 *
 * Returns: whether that is known and can be: not for the first, nor below one of 100 %
 */
gboolean
mdg_briefing_figures_get_gap_to_next (MdgBriefingFigures *self,
                                      MdgArea area,
                                      MdgFacilityType type,
                                      gint64 *gap)
{
  gint64 with_card, all;
  gint64 next_part = 0;
  gint64 next_whole = 0;

  if (!mdg_briefing_figures_get_counts (self, area, type, &with_card, &all))
    return FALSE;
  for (guint other = 1; other <= MDG_N_PREFECTURES; other++)
    {
      gint64 part, whole;

      if (!mdg_briefing_figures_get_counts (self, (MdgArea) other, type, &part, &whole))
        return FALSE;
      if (mdg_ratio_compare (part, whole, with_card, all) > 0 &&
          (next_whole == 0 || mdg_ratio_compare (part, whole, next_part, next_whole) < 0))
        {
          next_part = part;
          next_whole = whole;
        }
    }
  if (next_whole == 0 || next_part == next_whole)
    return FALSE;
  *gap = find_least (all, next_part, next_whole, TRUE) - with_card;

  return TRUE;
}
