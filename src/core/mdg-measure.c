/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/mdg-vocabulary.h"

#include <glib/gi18n.h>
#include <string.h>

#define MEASURE_CONTEXT "measure"

typedef struct
{
  const char *id;
  const char *label;
  const char *short_label;
  const char *definition;
  const char *source;
  guint8 unit;
  guint8 basis;
  guint8 direction;
} MeasureInfo;

#define SOURCE_RESULTS                                                                             \
  N_ ("Ministry of Health, Labour and Welfare: monthly results of online eligibility "             \
      "verification")
#define SOURCE_CARDS                                                                               \
  N_ ("Ministry of Health, Labour and Welfare: holders and insurance registrations of the My "     \
      "Number card")
#define SOURCE_BANDS                                                                               \
  N_ ("Ministry of Health, Labour and Welfare: facilities by usage rate, claims basis")

static const MeasureInfo measures[MDG_N_MEASURES] = {
  [MDG_MEASURE_USAGE_RATE_ONLINE] = {
      "usage_rate_online",
      NC_ ("measure", "Usage rate (online basis)"),
      NC_ ("measure", "Rate, online basis"),
      N_ ("Verifications made with a My Number insurance card, divided by all online eligibility "
          "verifications of the month. Not to be compared with the rate on the claims basis."),
      SOURCE_RESULTS,
      MDG_UNIT_PERCENT, MDG_BASIS_ONLINE, MDG_DIRECTION_HIGHER_IS_BETTER },
  [MDG_MEASURE_USAGE_RATE_CLAIMS] = {
      "usage_rate_claims",
      NC_ ("measure", "Usage rate (claims basis)"),
      NC_ ("measure", "Rate, claims basis"),
      N_ ("Persons who used a My Number insurance card, divided by the claims that facilities "
          "sent for the month. Known two months after the month of treatment. Not to be compared "
          "with the rate on the online basis."),
      N_ ("Ministry of Health, Labour and Welfare: usage rate by number of claims"),
      MDG_UNIT_PERCENT, MDG_BASIS_CLAIMS, MDG_DIRECTION_HIGHER_IS_BETTER },
  [MDG_MEASURE_CHANGE_POINTS] = {
      "change_points",
      NC_ ("measure", "Change from the month before (online basis)"),
      NC_ ("measure", "Change"),
      N_ ("This month’s usage rate (online basis) minus that of the month before, in percentage "
          "points."),
      SOURCE_RESULTS,
      MDG_UNIT_POINTS, MDG_BASIS_ONLINE, MDG_DIRECTION_HIGHER_IS_BETTER },
  [MDG_MEASURE_RANK] = {
      "rank",
      NC_ ("measure", "Rank (online basis)"),
      NC_ ("measure", "Rank"),
      N_ ("Place among the 47 prefectures by usage rate (online basis); 1 is the highest. The "
          "order follows the unrounded ratio of the two counts, so prefectures whose printed "
          "rates are equal still have different ranks."),
      SOURCE_RESULTS,
      MDG_UNIT_RANK, MDG_BASIS_ONLINE, MDG_DIRECTION_LOWER_IS_BETTER },
  [MDG_MEASURE_RANK_PREVIOUS] = {
      "rank_previous",
      NC_ ("measure", "Rank in the month before (online basis)"),
      NC_ ("measure", "Previous rank"),
      N_ ("Place among the 47 prefectures by usage rate (online basis) in the month before; 1 is "
          "the highest."),
      SOURCE_RESULTS,
      MDG_UNIT_RANK, MDG_BASIS_ONLINE, MDG_DIRECTION_LOWER_IS_BETTER },
  [MDG_MEASURE_MNC_COUNT] = {
      "mnc_count",
      NC_ ("measure", "Verifications with a My Number insurance card"),
      NC_ ("measure", "With My Number card"),
      N_ ("Online eligibility verifications of the month that were made with a My Number "
          "insurance card."),
      SOURCE_RESULTS,
      MDG_UNIT_COUNT, MDG_BASIS_ONLINE, MDG_DIRECTION_NONE },
  [MDG_MEASURE_VERIFICATION_COUNT] = {
      "verification_count",
      NC_ ("measure", "All online verifications"),
      NC_ ("measure", "Verifications"),
      N_ ("All online eligibility verifications of the month: those made with a My Number "
          "insurance card and those made with the number of an old insurance card."),
      SOURCE_RESULTS,
      MDG_UNIT_COUNT, MDG_BASIS_ONLINE, MDG_DIRECTION_NONE },
  [MDG_MEASURE_INSURANCE_CARD_COUNT] = {
      "insurance_card_count",
      NC_ ("measure", "Verifications with an old insurance card"),
      NC_ ("measure", "With old card"),
      N_ ("Online eligibility verifications of the month that were made with the number of an "
          "old insurance card."),
      SOURCE_RESULTS,
      MDG_UNIT_COUNT, MDG_BASIS_ONLINE, MDG_DIRECTION_NONE },
  [MDG_MEASURE_CHECKUP_VIEWS] = {
      "checkup_views",
      NC_ ("measure", "Views of check-up information"),
      NC_ ("measure", "Check-up views"),
      N_ ("How often facilities looked up information on specific health check-ups in the "
          "month."),
      SOURCE_RESULTS,
      MDG_UNIT_COUNT, MDG_BASIS_NONE, MDG_DIRECTION_NONE },
  [MDG_MEASURE_DRUG_VIEWS] = {
      "drug_views",
      NC_ ("measure", "Views of drug information"),
      NC_ ("measure", "Drug views"),
      N_ ("How often facilities looked up information on prescribed drugs in the month."),
      SOURCE_RESULTS,
      MDG_UNIT_COUNT, MDG_BASIS_NONE, MDG_DIRECTION_NONE },
  [MDG_MEASURE_CARE_VIEWS] = {
      "care_views",
      NC_ ("measure", "Views of care information"),
      NC_ ("measure", "Care views"),
      N_ ("How often facilities looked up information on past care in the month."),
      SOURCE_RESULTS,
      MDG_UNIT_COUNT, MDG_BASIS_NONE, MDG_DIRECTION_NONE },
  [MDG_MEASURE_CARD_HOLDERS] = {
      "card_holders",
      NC_ ("measure", "My Number card holders"),
      NC_ ("measure", "Card holders"),
      N_ ("Persons who hold a My Number card on the day."),
      SOURCE_CARDS,
      MDG_UNIT_PERSONS, MDG_BASIS_NONE, MDG_DIRECTION_HIGHER_IS_BETTER },
  [MDG_MEASURE_HOLDER_SHARE] = {
      "holder_share",
      NC_ ("measure", "Card holders as a share of the population"),
      NC_ ("measure", "Holder share"),
      N_ ("Persons who hold a My Number card, as a share of the population, as printed by the "
          "source. The printed share is not the quotient of the printed numbers and is not "
          "recomputed."),
      SOURCE_CARDS,
      MDG_UNIT_PERCENT, MDG_BASIS_NONE, MDG_DIRECTION_HIGHER_IS_BETTER },
  [MDG_MEASURE_REGISTRANTS] = {
      "registrants",
      NC_ ("measure", "Registered for insurance use"),
      NC_ ("measure", "Registered"),
      N_ ("Persons whose My Number card is registered for use as an insurance card on the day."),
      SOURCE_CARDS,
      MDG_UNIT_PERSONS, MDG_BASIS_NONE, MDG_DIRECTION_HIGHER_IS_BETTER },
  [MDG_MEASURE_REGISTRATION_SHARE] = {
      "registration_share",
      NC_ ("measure", "Registered as a share of card holders"),
      NC_ ("measure", "Registration share"),
      N_ ("Persons registered for insurance use, as a share of the persons who hold a My Number "
          "card, as printed by the source."),
      SOURCE_CARDS,
      MDG_UNIT_PERCENT, MDG_BASIS_NONE, MDG_DIRECTION_HIGHER_IS_BETTER },
  [MDG_MEASURE_POPULATION] = {
      "population",
      NC_ ("measure", "Population"),
      NC_ ("measure", "Population"),
      N_ ("Persons in the Basic Resident Register on the day."),
      N_ ("Basic Resident Register, as quoted by the Ministry of Health, Labour and Welfare"),
      MDG_UNIT_PERSONS, MDG_BASIS_NONE, MDG_DIRECTION_NONE },
  [MDG_MEASURE_INSURED_AFFECTED] = {
      "insured_affected",
      NC_ ("measure", "Employees’ insurance members whose cards expire"),
      NC_ ("measure", "Insured affected"),
      N_ ("Members of employees’ health insurance whose old insurance cards expire on the day, "
          "as a round number of the source."),
      N_ ("Ministry of Health, Labour and Welfare: notice for employees’ health insurance"),
      MDG_UNIT_PERSONS, MDG_BASIS_NONE, MDG_DIRECTION_NONE },
  [MDG_MEASURE_FACILITIES_COUNTED] = {
      "facilities_counted",
      NC_ ("measure", "Facilities counted in the usage bands"),
      NC_ ("measure", "Facilities counted"),
      N_ ("Facilities with 50 claims or more in the month and the like, over which the shares of "
          "facilities by usage rate (claims basis) are taken."),
      SOURCE_BANDS,
      MDG_UNIT_FACILITIES, MDG_BASIS_CLAIMS, MDG_DIRECTION_NONE },
  [MDG_MEASURE_FACILITIES_UNDER_10] = {
      "facilities_under_10",
      NC_ ("measure", "Facilities with a usage rate under 10% (claims basis)"),
      NC_ ("measure", "Under 10%"),
      N_ ("Share of the facilities counted whose own usage rate (claims basis) is under 10%."),
      SOURCE_BANDS,
      MDG_UNIT_PERCENT, MDG_BASIS_CLAIMS, MDG_DIRECTION_LOWER_IS_BETTER },
  [MDG_MEASURE_FACILITIES_30_AND_OVER] = {
      "facilities_30_and_over",
      NC_ ("measure", "Facilities with a usage rate of 30% and over (claims basis)"),
      NC_ ("measure", "30% and over"),
      N_ ("Share of the facilities counted whose own usage rate (claims basis) is 30% or more."),
      SOURCE_BANDS,
      MDG_UNIT_PERCENT, MDG_BASIS_CLAIMS, MDG_DIRECTION_HIGHER_IS_BETTER },
};

/**
 * mdg_measure_get_id:
 * @measure: a measure
 *
 * Returns: its id in files, e.g. "usage_rate_online"
 */
const char *
mdg_measure_get_id (MdgMeasure measure)
{
  g_return_val_if_fail (measure < MDG_N_MEASURES, "");

  return measures[measure].id;
}

/**
 * mdg_measure_from_id:
 * @id: an id
 * @measure: (out): the measure, untouched on failure
 *
 * Returns: whether @id is the id of a measure
 */
gboolean
mdg_measure_from_id (const char *id,
                     MdgMeasure *measure)
{
  g_return_val_if_fail (id != NULL, FALSE);
  g_return_val_if_fail (measure != NULL, FALSE);

  for (guint i = 0; i < MDG_N_MEASURES; i++)
    {
      if (strcmp (measures[i].id, id) == 0)
        {
          *measure = i;
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * mdg_measure_get_label:
 * @measure: a measure
 *
 * Returns: its name on screen, translated; a rate's names its basis
 */
const char *
mdg_measure_get_label (MdgMeasure measure)
{
  g_return_val_if_fail (measure < MDG_N_MEASURES, "");

  return g_dpgettext2 (NULL, MEASURE_CONTEXT, measures[measure].label);
}

/**
 * mdg_measure_get_short_label:
 * @measure: a measure
 *
 * Returns: its name where there is little room, translated
 */
const char *
mdg_measure_get_short_label (MdgMeasure measure)
{
  g_return_val_if_fail (measure < MDG_N_MEASURES, "");

  return g_dpgettext2 (NULL, MEASURE_CONTEXT, measures[measure].short_label);
}

/**
 * mdg_measure_get_definition:
 * @measure: a measure
 *
 * Returns: what it measures, in full sentences, translated
 */
const char *
mdg_measure_get_definition (MdgMeasure measure)
{
  g_return_val_if_fail (measure < MDG_N_MEASURES, "");

  return _ (measures[measure].definition);
}

/**
 * mdg_measure_get_source:
 * @measure: a measure
 *
 * Returns: where its figures come from, translated
 */
const char *
mdg_measure_get_source (MdgMeasure measure)
{
  g_return_val_if_fail (measure < MDG_N_MEASURES, "");

  return _ (measures[measure].source);
}

/**
 * mdg_measure_get_unit:
 * @measure: a measure
 *
 * Returns: the unit of its values
 */
MdgUnit
mdg_measure_get_unit (MdgMeasure measure)
{
  g_return_val_if_fail (measure < MDG_N_MEASURES, MDG_UNIT_COUNT);

  return measures[measure].unit;
}

/**
 * mdg_measure_get_basis:
 * @measure: a measure
 *
 * Returns: the basis of its values, by which the two usage rates are kept apart
 */
MdgBasis
mdg_measure_get_basis (MdgMeasure measure)
{
  g_return_val_if_fail (measure < MDG_N_MEASURES, MDG_BASIS_NONE);

  return measures[measure].basis;
}

/**
 * mdg_measure_get_direction:
 * @measure: a measure
 *
 * Returns: which values are the better ones
 */
MdgDirection
mdg_measure_get_direction (MdgMeasure measure)
{
  g_return_val_if_fail (measure < MDG_N_MEASURES, MDG_DIRECTION_NONE);

  return measures[measure].direction;
}
