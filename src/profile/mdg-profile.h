/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mdg-figures.h"
#include "core/mdg-statistics.h"

G_BEGIN_DECLS

#define MDG_PROFILE_MAX_NEIGHBOURS 3

/**
 * MdgProfileRow:
 * @rate: (nullable): the online-basis rate
 * @change: (nullable): its change since the month before
 * @rank: (nullable): the rank by that rate
 * @previous_rank: (nullable): the rank of the month before
 * @previous_range: where there is @rank and no @previous_rank, the ranks it may have had in the month
 *   before; both 0 if nothing is known of it
 * @mnc_count: (nullable): verifications with the card
 * @verification_count: (nullable): all verifications
 * @nation: (nullable): the nation's rate
 * @neighbours: (nullable): the rates of the chosen neighbours, in their order
 * @region: the rate of the region's counts together, if @has_region
 * @has_region: whether one edition gives exact counts of every prefecture of the region, and the
 *   region has more than one
 * @difference: rate less the nation's rate in points, if @has_difference
 * @has_difference: whether both rates are known
 *
 * What is known of one facility type. The figures are owned by the figures of the profile.
 */
typedef struct
{
  const MdgObservation *rate;
  const MdgObservation *change;
  const MdgObservation *rank;
  const MdgObservation *previous_rank;
  MdgRankRange previous_range;
  const MdgObservation *mnc_count;
  const MdgObservation *verification_count;
  const MdgObservation *nation;
  const MdgObservation *neighbours[MDG_PROFILE_MAX_NEIGHBOURS];
  MdgDecimal region;
  MdgDecimal difference;
  gboolean has_region;
  gboolean has_difference;
} MdgProfileRow;

/**
 * MdgProfileGainState:
 * @MDG_PROFILE_GAIN_UNKNOWN: the figures do not prove it
 * @MDG_PROFILE_GAIN_REACHED: there is nothing to reach: rank 1, or not below the nation
 * @MDG_PROFILE_GAIN_POSSIBLE: it can be reached
 */
typedef enum
{
  MDG_PROFILE_GAIN_UNKNOWN,
  MDG_PROFILE_GAIN_REACHED,
  MDG_PROFILE_GAIN_POSSIBLE,
} MdgProfileGainState;

/**
 * MdgProfileGain:
 * @state: whether there is something to gain
 * @more: how many more of the month's verifications would have had to be made with the card
 * @rank: the rank of all facilities (or of the type, for the next rank) that this gives
 * @area: the prefecture whose rate is reached, or %MDG_AREA_NATIONAL
 * @facility_type: the facility type in which @more are made
 *
 * The number of verifications stays as it was: the same visits, more of them with the card. A rate
 * that is reached exactly counts as reached, because equal ratios share a rank.
 */
typedef struct
{
  MdgProfileGainState state;
  gint64 more;
  guint rank;
  MdgArea area;
  MdgFacilityType facility_type;
} MdgProfileGain;

/**
 * MdgProfileFigure:
 * @observation: (nullable): the figure of the store, or %NULL if @value is computed from several
 * @measure: what kind of number it is
 * @value: the number the text says
 */
typedef struct
{
  const MdgObservation *observation;
  MdgMeasure measure;
  MdgDecimal value;
} MdgProfileFigure;

/**
 * MdgProfileSentence:
 * @text: one sentence for people
 * @figures: (element-type MdgProfileFigure): every number that the text says, but for months
 */
typedef struct
{
  char *text;
  GArray *figures;
} MdgProfileSentence;

/**
 * MdgProfile:
 *
 * What the figures say about one prefecture in one month, on the online basis (the claims basis is
 * published for the nation only). Immutable and reference counted; it keeps its figures alive.
 */
typedef struct _MdgProfile MdgProfile;

MdgProfile *mdg_profile_new (MdgFigures *figures,
                             MdgMonth month,
                             MdgArea area,
                             const MdgArea *neighbours,
                             guint n_neighbours);
MdgProfile *mdg_profile_ref (MdgProfile *self);
void mdg_profile_unref (MdgProfile *self);

MdgFigures *mdg_profile_get_figures (MdgProfile *self);
MdgMonth mdg_profile_get_month (MdgProfile *self);
MdgArea mdg_profile_get_area (MdgProfile *self);
guint mdg_profile_get_n_neighbours (MdgProfile *self);
MdgArea mdg_profile_get_neighbour (MdgProfile *self, guint index);
const MdgProfileRow *mdg_profile_get_row (MdgProfile *self, MdgFacilityType type);
gboolean mdg_profile_is_strongest (MdgProfile *self, MdgFacilityType type);
gboolean mdg_profile_is_weakest (MdgProfile *self, MdgFacilityType type);

MdgProfileGain mdg_profile_get_next_rank (MdgProfile *self, MdgFacilityType type);
MdgProfileGain mdg_profile_get_national_rate (MdgProfile *self, MdgFacilityType type);
MdgProfileGain mdg_profile_get_best_gain (MdgProfile *self);

GPtrArray *mdg_profile_get_sentences (MdgProfile *self);
char *mdg_profile_join_sentences (GPtrArray *sentences, guint first, guint end);
char *mdg_profile_dup_summary (MdgProfile *self);
char *mdg_profile_dup_sources (MdgProfile *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MdgProfile, mdg_profile_unref)

G_END_DECLS
