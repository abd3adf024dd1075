/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "profile/mdg-profile-private.h"

__extension__ typedef __int128 Wide;

/* The least addition with which (part + more) / whole is not below the target. It is never more
 * than the whole, because the target is a share of a whole. */
static gint64
get_more (const MdgRatio *own, const MdgRatio *target)
{
  Wide needed = ((Wide) target->part * own->whole + target->whole - 1) / target->whole;

  return needed > own->part ? (gint64) (needed - own->part) : 0;
}

static int
compare (const MdgRatio *a, const MdgRatio *b)
{
  return mdg_ratio_compare (a->part, a->whole, b->part, b->whole);
}

/* Ranks are proved only where one edition gives the counts of all 47. */
static gboolean
find_all (MdgProfile *self, MdgFacilityType type, MdgRatio ratios[MDG_N_AREAS])
{
  for (MdgArea area = 1; area <= MDG_N_PREFECTURES; area++)
    if (!mdg_ratio_init_area (&ratios[area], self->figures, self->month, area, type) ||
        ratios[area].edition != ratios[1].edition)
      return FALSE;

  return TRUE;
}

static guint
rank_of (const MdgRatio ratios[MDG_N_AREAS], MdgArea own)
{
  guint rank = 1;

  for (MdgArea area = 1; area <= MDG_N_PREFECTURES; area++)
    rank += compare (&ratios[area], &ratios[own]) > 0;

  return rank;
}

/* A rank that the counts contradict is not reckoned with. */
static gboolean
find_ranked (MdgProfile *self, MdgFacilityType type, MdgRatio ratios[MDG_N_AREAS])
{
  const MdgObservation *rank = self->rows[type].rank;

  return rank != NULL && find_all (self, type, ratios) &&
         mdg_decimal_compare (rank->value, MDG_DECIMAL (rank_of (ratios, self->area), 0)) == 0;
}

/**
 * mdg_profile_get_next_rank:
 * @self: a profile
 * @type: all facilities or one of the four types
 *
 * How many more of the month's verifications would have had to be made with the card for the next
 * better rank: the rate of the prefecture (the first by code, if several tie) just above is reached.
 *
 * Returns: the gain; unknown unless one edition gives exact counts of all prefectures and they prove
 *   the rank
 */
MdgProfileGain
mdg_profile_get_next_rank (MdgProfile *self, MdgFacilityType type)
{
  MdgProfileGain gain = { .area = MDG_AREA_NONE, .facility_type = type };
  MdgRatio ratios[MDG_N_AREAS] = { 0 };

  g_return_val_if_fail (self != NULL && (guint) type < MDG_PROFILE_N_TYPES, gain);

  if (!find_ranked (self, type, ratios))
    return gain;

  for (MdgArea area = 1; area <= MDG_N_PREFECTURES; area++)
    if (compare (&ratios[area], &ratios[self->area]) > 0 &&
        (gain.area == MDG_AREA_NONE || compare (&ratios[area], &ratios[gain.area]) < 0))
      gain.area = area;

  if (gain.area == MDG_AREA_NONE)
    {
      gain.state = MDG_PROFILE_GAIN_REACHED;
      gain.rank = 1;
      return gain;
    }

  gain.state = MDG_PROFILE_GAIN_POSSIBLE;
  gain.more = get_more (&ratios[self->area], &ratios[gain.area]);
  ratios[self->area].part += gain.more;
  gain.rank = rank_of (ratios, self->area);

  return gain;
}

/**
 * mdg_profile_get_national_rate:
 * @self: a profile
 * @type: all facilities or one of the four types
 *
 * How many more of the month's verifications would have had to be made with the card for the
 * nation's rate of that type, which is taken from the nation's counts, not from the rounded rate.
 *
 * Returns: the gain; its rank is 0 where ranks are not proved
 */
MdgProfileGain
mdg_profile_get_national_rate (MdgProfile *self, MdgFacilityType type)
{
  MdgProfileGain gain = { .area = MDG_AREA_NATIONAL, .facility_type = type };
  MdgRatio ratios[MDG_N_AREAS] = { 0 };
  MdgRatio own;
  MdgRatio nation;

  g_return_val_if_fail (self != NULL && (guint) type < MDG_PROFILE_N_TYPES, gain);

  if (!mdg_ratio_init_area (&own, self->figures, self->month, self->area, type) ||
      !mdg_ratio_init_area (&nation, self->figures, self->month, MDG_AREA_NATIONAL, type) ||
      own.edition != nation.edition)
    return gain;

  gain.more = get_more (&own, &nation);
  gain.state = gain.more > 0 ? MDG_PROFILE_GAIN_POSSIBLE : MDG_PROFILE_GAIN_REACHED;
  if (find_ranked (self, type, ratios))
    {
      ratios[self->area].part += gain.more;
      gain.rank = rank_of (ratios, self->area);
    }

  return gain;
}

/**
 * mdg_profile_get_best_gain:
 * @self: a profile
 *
 * Which one of the four facility types would lift the rank of all facilities most if it reached the
 * nation's rate of its type, the same visits being made. Of types that lead to the same rank, the
 * one that needs the fewest verifications is taken, then the first.
 *
 * Returns: the gain; reached if no type is below the nation, unknown unless all counts are known
 */
MdgProfileGain
mdg_profile_get_best_gain (MdgProfile *self)
{
  MdgProfileGain best = { .area = MDG_AREA_NATIONAL, .facility_type = MDG_FACILITY_ALL };
  MdgRatio ratios[MDG_N_AREAS] = { 0 };
  gint64 part;

  g_return_val_if_fail (self != NULL, best);

  if (!find_ranked (self, MDG_FACILITY_ALL, ratios))
    return best;

  part = ratios[self->area].part;
  for (guint type = MDG_FACILITY_HOSPITAL; type <= MDG_FACILITY_PHARMACY; type++)
    {
      MdgProfileGain gain = mdg_profile_get_national_rate (self, type);
      MdgRatio own;

      if (gain.state == MDG_PROFILE_GAIN_UNKNOWN ||
          !mdg_ratio_init_area (&own, self->figures, self->month, self->area, type) ||
          own.edition != ratios[self->area].edition || gain.more > ratios[self->area].whole - part)
        return (MdgProfileGain) { .area = MDG_AREA_NATIONAL };
      if (gain.state == MDG_PROFILE_GAIN_REACHED)
        continue;

      ratios[self->area].part = part + gain.more;
      gain.rank = rank_of (ratios, self->area);
      ratios[self->area].part = part;
      if (best.state == MDG_PROFILE_GAIN_UNKNOWN || gain.rank < best.rank ||
          (gain.rank == best.rank && gain.more < best.more))
        best = gain;
    }

  if (best.state == MDG_PROFILE_GAIN_UNKNOWN)
    {
      best.state = MDG_PROFILE_GAIN_REACHED;
      best.rank = rank_of (ratios, self->area);
    }

  return best;
}
