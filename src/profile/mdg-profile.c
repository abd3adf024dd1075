/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "profile/mdg-profile-private.h"

#include "core/mdg-derive.h"

static const MdgObservation *
find (MdgProfile *self, MdgArea area, MdgFacilityType type, MdgMeasure measure)
{
  return mdg_figures_lookup (self->figures, self->month, MDG_DAY_NONE, area, type, measure);
}

/* A region of one prefecture says nothing beside that. */
static gboolean
pool_region (MdgProfile *self, MdgFacilityType type, MdgDecimal *rate)
{
  MdgRegion region = mdg_area_get_region (self->area);
  MdgRatio sum;

  return region != MDG_REGION_HOKKAIDO &&
         mdg_ratio_init_region (&sum, self->figures, self->month, region, type) &&
         mdg_decimal_percent_ratio (sum.part, sum.whole, 2, rate);
}

/* From the rates of the month before, which one publication tells to a hundredth. */
static MdgRankRange
get_previous_range (MdgProfile *self, MdgFacilityType type)
{
  gint64 rates[MDG_N_PREFECTURES];
  guint16 edition = 0;

  for (MdgArea area = 1; area <= MDG_N_PREFECTURES; area++)
    {
      const MdgObservation *rate = mdg_figures_lookup (self->figures, self->month - 1, MDG_DAY_NONE,
                                                       area, type, MDG_MEASURE_USAGE_RATE_ONLINE);

      if (!mdg_observation_is_sound (rate, MDG_QUALITY_DERIVED) || rate->value.decimals != 2 ||
          (area > 1 && rate->edition != edition))
        return (MdgRankRange) { 0 };
      rates[area - 1] = rate->value.digits;
      edition = rate->edition;
    }

  return mdg_rank_range (rates, MDG_N_PREFECTURES, self->area - 1u, MDG_RATE_BEFORE_MARGIN);
}

static void
fill_row (MdgProfile *self, MdgFacilityType type)
{
  MdgProfileRow *row = &self->rows[type];

  row->rate = find (self, self->area, type, MDG_MEASURE_USAGE_RATE_ONLINE);
  row->change = find (self, self->area, type, MDG_MEASURE_CHANGE_POINTS);
  row->rank = find (self, self->area, type, MDG_MEASURE_RANK);
  row->previous_rank = find (self, self->area, type, MDG_MEASURE_RANK_PREVIOUS);
  row->mnc_count = find (self, self->area, type, MDG_MEASURE_MNC_COUNT);
  row->verification_count = find (self, self->area, type, MDG_MEASURE_VERIFICATION_COUNT);
  row->nation = find (self, MDG_AREA_NATIONAL, type, MDG_MEASURE_USAGE_RATE_ONLINE);
  if (row->previous_rank == NULL)
    row->previous_rank = mdg_figures_lookup (self->figures, self->month - 1, MDG_DAY_NONE,
                                             self->area, type, MDG_MEASURE_RANK);
  if (row->previous_rank == NULL && row->rank != NULL)
    row->previous_range = get_previous_range (self, type);

  for (guint i = 0; i < self->n_neighbours; i++)
    row->neighbours[i] = find (self, self->neighbours[i], type, MDG_MEASURE_USAGE_RATE_ONLINE);

  row->has_region = pool_region (self, type, &row->region);
  row->has_difference =
    row->rate != NULL && row->nation != NULL &&
    mdg_decimal_subtract (row->rate->value, row->nation->value, &row->difference);
}

/* Which types stand best and weakest against the nation: only where all four are known, and not
 * where they all stand alike. Types that tie share the place. */
static void
compare_types (MdgProfile *self)
{
  MdgDecimal most;
  MdgDecimal least;

  for (guint type = MDG_FACILITY_HOSPITAL; type <= MDG_FACILITY_PHARMACY; type++)
    if (!self->rows[type].has_difference)
      return;

  most = least = self->rows[MDG_FACILITY_HOSPITAL].difference;
  for (guint type = MDG_FACILITY_HOSPITAL; type <= MDG_FACILITY_PHARMACY; type++)
    {
      MdgDecimal difference = self->rows[type].difference;

      if (mdg_decimal_compare (difference, most) > 0)
        most = difference;
      if (mdg_decimal_compare (difference, least) < 0)
        least = difference;
    }
  if (mdg_decimal_compare (most, least) == 0)
    return;

  for (guint type = MDG_FACILITY_HOSPITAL; type <= MDG_FACILITY_PHARMACY; type++)
    {
      if (mdg_decimal_compare (self->rows[type].difference, most) == 0)
        self->strongest |= 1u << type;
      if (mdg_decimal_compare (self->rows[type].difference, least) == 0)
        self->weakest |= 1u << type;
    }
}

/**
 * mdg_profile_new:
 * @figures: all figures
 * @month: the month
 * @area: a prefecture
 * @neighbours: (array length=n_neighbours) (nullable): prefectures to compare with; what is no
 *   prefecture, is @area itself, stands twice or is more than three is left out
 * @n_neighbours: how many
 *
 * Returns: (transfer full): the profile
 */
MdgProfile *
mdg_profile_new (MdgFigures *figures,
                 MdgMonth month,
                 MdgArea area,
                 const MdgArea *neighbours,
                 guint n_neighbours)
{
  MdgProfile *self;

  g_return_val_if_fail (figures != NULL, NULL);
  g_return_val_if_fail (mdg_area_is_prefecture (area), NULL);

  self = g_new0 (MdgProfile, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->figures = mdg_figures_ref (figures);
  self->month = month;
  self->area = area;

  for (guint i = 0; i < n_neighbours && self->n_neighbours < MDG_PROFILE_MAX_NEIGHBOURS; i++)
    {
      gboolean taken = neighbours[i] == area || !mdg_area_is_prefecture (neighbours[i]);

      for (guint j = 0; j < self->n_neighbours; j++)
        taken |= self->neighbours[j] == neighbours[i];
      if (!taken)
        self->neighbours[self->n_neighbours++] = neighbours[i];
    }

  for (guint type = 0; type < MDG_PROFILE_N_TYPES; type++)
    fill_row (self, type);
  compare_types (self);

  return self;
}

/**
 * mdg_profile_ref:
 * @self: a profile
 *
 * Returns: (transfer full): the same profile
 */
MdgProfile *
mdg_profile_ref (MdgProfile *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * mdg_profile_unref:
 * @self: (transfer full): a profile
 */
void
mdg_profile_unref (MdgProfile *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  mdg_figures_unref (self->figures);
  g_free (self);
}

/**
 * mdg_profile_get_figures:
 * @self: a profile
 *
 * Returns: (transfer none): the figures it was made from
 */
MdgFigures *
mdg_profile_get_figures (MdgProfile *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->figures;
}

/**
 * mdg_profile_get_month:
 * @self: a profile
 *
 * Returns: its month
 */
MdgMonth
mdg_profile_get_month (MdgProfile *self)
{
  g_return_val_if_fail (self != NULL, MDG_MONTH_NONE);

  return self->month;
}

/**
 * mdg_profile_get_area:
 * @self: a profile
 *
 * Returns: its prefecture
 */
MdgArea
mdg_profile_get_area (MdgProfile *self)
{
  g_return_val_if_fail (self != NULL, MDG_AREA_NONE);

  return self->area;
}

/**
 * mdg_profile_get_n_neighbours:
 * @self: a profile
 *
 * Returns: how many prefectures it is compared with, 0 to 3
 */
guint
mdg_profile_get_n_neighbours (MdgProfile *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_neighbours;
}

/**
 * mdg_profile_get_neighbour:
 * @self: a profile
 * @index: which, from 0
 *
 * Returns: a prefecture it is compared with
 */
MdgArea
mdg_profile_get_neighbour (MdgProfile *self, guint index)
{
  g_return_val_if_fail (self != NULL && index < self->n_neighbours, MDG_AREA_NONE);

  return self->neighbours[index];
}

/**
 * mdg_profile_get_row:
 * @self: a profile
 * @type: all facilities or one of the four types
 *
 * Returns: (transfer none): what is known of it
 */
const MdgProfileRow *
mdg_profile_get_row (MdgProfile *self, MdgFacilityType type)
{
  g_return_val_if_fail (self != NULL && (guint) type < MDG_PROFILE_N_TYPES, NULL);

  return &self->rows[type];
}

/**
 * mdg_profile_is_strongest:
 * @self: a profile
 * @type: a facility type
 *
 * Returns: whether no type stands higher above (or less below) the nation's rate of its type. Types
 *   that tie are all strongest; none is if a rate is missing or all four stand alike.
 */
gboolean
mdg_profile_is_strongest (MdgProfile *self, MdgFacilityType type)
{
  g_return_val_if_fail (self != NULL && (guint) type < MDG_PROFILE_N_TYPES, FALSE);

  return (self->strongest & (1u << type)) != 0;
}

/**
 * mdg_profile_is_weakest:
 * @self: a profile
 * @type: a facility type
 *
 * Returns: whether no type stands further below (or less above) the nation's rate of its type; see
 *   mdg_profile_is_strongest()
 */
gboolean
mdg_profile_is_weakest (MdgProfile *self, MdgFacilityType type)
{
  g_return_val_if_fail (self != NULL && (guint) type < MDG_PROFILE_N_TYPES, FALSE);

  return (self->weakest & (1u << type)) != 0;
}
