/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/mdg-area-total.h"

#include "core/mdg-ratio.h"

/* The ministry prints rates with two decimals. */
#define RATE_DECIMALS 2

/* The prefectures that are added up. */
typedef struct
{
  MdgFigures *figures;
  const MdgArea *areas;
  guint n_areas;
  MdgFacilityType facility_type;
} Set;

/* Law 2: counts of areas add up, where one edition gives all of them exactly. */
static gboolean
sum_counts (const Set *set, MdgMonth month, MdgMeasure measure, MdgDecimal *value, guint16 *edition)
{
  gint64 sum = 0;

  for (guint i = 0; i < set->n_areas; i++)
    {
      const MdgObservation *cell = mdg_figures_lookup (set->figures, month, MDG_DAY_NONE,
                                                       set->areas[i], set->facility_type, measure);
      gint64 count;

      if (!mdg_observation_is_sound (cell, MDG_QUALITY_DERIVED) ||
          !mdg_observation_get_count (cell, &count) || (i > 0 && cell->edition != *edition) ||
          __builtin_add_overflow (sum, count, &sum))
        return FALSE;
      *edition = cell->edition;
    }

  *value = MDG_DECIMAL (sum, 0);
  return set->n_areas > 0;
}

/* Laws 3 and 4: a rate of several is the ratio of their counts, never a mean of their rates. */
static gboolean
pool_rate (const Set *set, MdgMonth month, MdgDecimal *value, guint16 *edition)
{
  MdgRatio ratio;

  if (!mdg_ratio_init_areas (&ratio, set->figures, month, set->areas, set->n_areas,
                             set->facility_type))
    return FALSE;

  *edition = ratio.edition;
  return mdg_decimal_percent_ratio (ratio.part, ratio.whole, RATE_DECIMALS, value);
}

/* As for a prefecture: one edition must give both rates to the same decimals. */
static gboolean
subtract_nation (const Set *set, MdgMonth month, MdgDecimal *value, guint16 *edition)
{
  const MdgObservation *nation =
    mdg_figures_lookup (set->figures, month, MDG_DAY_NONE, MDG_AREA_NATIONAL, set->facility_type,
                        MDG_MEASURE_USAGE_RATE_ONLINE);
  MdgDecimal rate;

  return pool_rate (set, month, &rate, edition) &&
         mdg_observation_is_sound (nation, MDG_QUALITY_DERIVED) && nation->edition == *edition &&
         nation->value.decimals == rate.decimals &&
         mdg_decimal_subtract (rate, nation->value, value);
}

/**
 * mdg_area_total:
 * @figures: the figures
 * @month: a month
 * @areas: (array length=n_areas): prefectures, each once
 * @n_areas: how many
 * @facility_type: a facility type
 * @measure: a measure
 * @value: (out): what they have together, in the measure's unit
 * @edition: (out): the edition whose figures were added up
 *
 * Adds up prefectures by the laws that true figures obey: counts are summed, the rate on the online
 * basis is the ratio of the summed counts to two decimals, and its difference from the nation follows
 * from it. Other measures, such as ranks, have no total, and neither has what is not known of each
 * prefecture exactly and from one edition.
 *
 * Returns: whether there is a total
 */
gboolean
mdg_area_total (MdgFigures *figures,
                MdgMonth month,
                const MdgArea *areas,
                guint n_areas,
                MdgFacilityType facility_type,
                MdgMeasure measure,
                MdgDecimal *value,
                guint16 *edition)
{
  const Set set = { figures, areas, n_areas, facility_type };
  MdgUnit unit = mdg_measure_get_unit (measure);

  g_return_val_if_fail (value != NULL, FALSE);
  g_return_val_if_fail (edition != NULL, FALSE);

  if (measure == MDG_MEASURE_USAGE_RATE_ONLINE)
    return pool_rate (&set, month, value, edition);
  if (measure == MDG_MEASURE_DIFFERENCE_POINTS)
    return subtract_nation (&set, month, value, edition);
  if (unit == MDG_UNIT_COUNT || unit == MDG_UNIT_PERSONS || unit == MDG_UNIT_FACILITIES)
    return sum_counts (&set, month, measure, value, edition);

  return FALSE;
}

static void
add_part (const Set *set, MdgMonth month, MdgArea area, MdgMeasure measure, GPtrArray *parts)
{
  const MdgObservation *part =
    mdg_figures_lookup (set->figures, month, MDG_DAY_NONE, area, set->facility_type, measure);

  if (part != NULL)
    g_ptr_array_add (parts, (gpointer) part);
}

/**
 * mdg_area_total_list_parts:
 * @figures: the figures
 * @month: a month
 * @areas: (array length=n_areas): prefectures, each once
 * @n_areas: how many
 * @facility_type: a facility type
 * @measure: a measure that there is a total of
 * @parts: (element-type MdgObservation): takes the figures, which belong to @figures
 *
 * Lists the figures that mdg_area_total() reckons with, so that their sources can be said.
 */
void
mdg_area_total_list_parts (MdgFigures *figures,
                           MdgMonth month,
                           const MdgArea *areas,
                           guint n_areas,
                           MdgFacilityType facility_type,
                           MdgMeasure measure,
                           GPtrArray *parts)
{
  const Set set = { figures, areas, n_areas, facility_type };
  gboolean is_pooled =
    measure == MDG_MEASURE_USAGE_RATE_ONLINE || measure == MDG_MEASURE_DIFFERENCE_POINTS;

  for (guint i = 0; i < n_areas; i++)
    {
      add_part (&set, month, areas[i], is_pooled ? MDG_MEASURE_MNC_COUNT : measure, parts);
      if (is_pooled)
        add_part (&set, month, areas[i], MDG_MEASURE_VERIFICATION_COUNT, parts);
    }
  if (measure == MDG_MEASURE_DIFFERENCE_POINTS)
    add_part (&set, month, MDG_AREA_NATIONAL, MDG_MEASURE_USAGE_RATE_ONLINE, parts);
}
