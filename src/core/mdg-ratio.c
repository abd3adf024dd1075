/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/mdg-ratio.h"

/**
 * mdg_ratio_init:
 * @self: (out caller-allocates): the ratio, undefined on failure
 * @part: (nullable): verifications with the card
 * @whole: (nullable): all verifications
 *
 * Takes two counts as a ratio. Two counts make one only where one edition gives both exactly and
 * without a doubt: a ratio of two publications would be nobody's figure.
 *
 * Returns: whether they make a ratio
 */
gboolean
mdg_ratio_init (MdgRatio *self, const MdgObservation *part, const MdgObservation *whole)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (!mdg_observation_is_sound (part, MDG_QUALITY_DERIVED) ||
      !mdg_observation_is_sound (whole, MDG_QUALITY_DERIVED) || part->edition != whole->edition ||
      !mdg_observation_get_count (part, &self->part) ||
      !mdg_observation_get_count (whole, &self->whole))
    return FALSE;

  self->edition = part->edition;

  return self->part >= 0 && self->whole > 0 && self->part <= self->whole;
}

/**
 * mdg_ratio_init_area:
 * @self: (out caller-allocates): the ratio, undefined on failure
 * @figures: the figures
 * @month: a month
 * @area: the nation or a prefecture
 * @facility_type: a facility type
 *
 * Finds the ratio of an area; see mdg_ratio_init().
 *
 * Returns: whether there is one
 */
gboolean
mdg_ratio_init_area (MdgRatio *self,
                     MdgFigures *figures,
                     MdgMonth month,
                     MdgArea area,
                     MdgFacilityType facility_type)
{
  return mdg_ratio_init (
    self,
    mdg_figures_lookup (figures, month, MDG_DAY_NONE, area, facility_type, MDG_MEASURE_MNC_COUNT),
    mdg_figures_lookup (figures, month, MDG_DAY_NONE, area, facility_type,
                        MDG_MEASURE_VERIFICATION_COUNT));
}

/**
 * mdg_ratio_init_areas:
 * @self: (out caller-allocates): the ratio, undefined on failure
 * @figures: the figures
 * @month: a month
 * @areas: (array length=n_areas): prefectures, each once
 * @n_areas: how many
 * @facility_type: a facility type
 *
 * Adds up the counts of several prefectures, as if they were one.
 *
 * Returns: whether all of them have a ratio, of one and the same edition
 */
gboolean
mdg_ratio_init_areas (MdgRatio *self,
                      MdgFigures *figures,
                      MdgMonth month,
                      const MdgArea *areas,
                      guint n_areas,
                      MdgFacilityType facility_type)
{
  g_return_val_if_fail (self != NULL, FALSE);

  *self = (MdgRatio) { 0 };
  for (guint i = 0; i < n_areas; i++)
    {
      MdgRatio ratio;

      if (!mdg_ratio_init_area (&ratio, figures, month, areas[i], facility_type) ||
          (i > 0 && ratio.edition != self->edition) ||
          __builtin_add_overflow (self->part, ratio.part, &self->part) ||
          __builtin_add_overflow (self->whole, ratio.whole, &self->whole))
        return FALSE;

      self->edition = ratio.edition;
    }

  return n_areas > 0;
}

/**
 * mdg_ratio_init_region:
 * @self: (out caller-allocates): the ratio, undefined on failure
 * @figures: the figures
 * @month: a month
 * @region: a region
 * @facility_type: a facility type
 *
 * Adds up the counts of all prefectures of a region; see mdg_ratio_init_areas().
 *
 * Returns: whether all of them have a ratio, of one and the same edition
 */
gboolean
mdg_ratio_init_region (MdgRatio *self,
                       MdgFigures *figures,
                       MdgMonth month,
                       MdgRegion region,
                       MdgFacilityType facility_type)
{
  MdgArea areas[MDG_N_PREFECTURES];
  guint n_areas = mdg_region_get_areas (region, areas);

  return mdg_ratio_init_areas (self, figures, month, areas, n_areas, facility_type);
}
