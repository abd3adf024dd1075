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

/* Strings marked for translation make clang-format lose the columns of such tables. */
/* clang-format off */
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
    .id = "usage_rate_online",
    .label = NC_ ("measure", "Usage rate (online basis)"),
    .short_label = NC_ ("measure", "Rate, online basis"),
    .definition =
      N_ ("Verifications made with a My Number insurance card, divided by all online eligibility "
          "verifications of the month. Not to be compared with the rate on the claims basis."),
    .source = SOURCE_RESULTS,
    .unit = MDG_UNIT_PERCENT,
    .basis = MDG_BASIS_ONLINE,
    .direction = MDG_DIRECTION_HIGHER_IS_BETTER,
  },
  [MDG_MEASURE_USAGE_RATE_CLAIMS] = {
    .id = "usage_rate_claims",
    .label = NC_ ("measure", "Usage rate (claims basis)"),
    .short_label = NC_ ("measure", "Rate, claims basis"),
    .definition =
      N_ ("Persons who used a My Number insurance card, divided by the claims that facilities "
          "sent for the month. Known two months after the month of treatment. Not to be compared "
          "with the rate on the online basis."),
    .source =
      N_ ("Ministry of Health, Labour and Welfare: usage rate by number of claims"),
    .unit = MDG_UNIT_PERCENT,
    .basis = MDG_BASIS_CLAIMS,
    .direction = MDG_DIRECTION_HIGHER_IS_BETTER,
  },
  [MDG_MEASURE_CHANGE_POINTS] = {
    .id = "change_points",
    .label = NC_ ("measure", "Change from the month before (online basis)"),
    .short_label = NC_ ("measure", "Change"),
    .definition =
      N_ ("This month’s usage rate (online basis) minus that of the month before, in percentage "
          "points."),
    .source = SOURCE_RESULTS,
    .unit = MDG_UNIT_POINTS,
    .basis = MDG_BASIS_ONLINE,
    .direction = MDG_DIRECTION_HIGHER_IS_BETTER,
  },
  [MDG_MEASURE_RANK] = {
    .id = "rank",
    .label = NC_ ("measure", "Rank (online basis)"),
    .short_label = NC_ ("measure", "Rank"),
    .definition =
      N_ ("Place among the 47 prefectures by usage rate (online basis); 1 is the highest. The "
          "order follows the unrounded ratio of the two counts, so prefectures whose printed "
          "rates are equal still have different ranks."),
    .source = SOURCE_RESULTS,
    .unit = MDG_UNIT_RANK,
    .basis = MDG_BASIS_ONLINE,
    .direction = MDG_DIRECTION_LOWER_IS_BETTER,
  },
  [MDG_MEASURE_RANK_PREVIOUS] = {
    .id = "rank_previous",
    .label = NC_ ("measure", "Rank in the month before (online basis)"),
    .short_label = NC_ ("measure", "Previous rank"),
    .definition =
      N_ ("Place among the 47 prefectures by usage rate (online basis) in the month before; 1 is "
          "the highest."),
    .source = SOURCE_RESULTS,
    .unit = MDG_UNIT_RANK,
    .basis = MDG_BASIS_ONLINE,
    .direction = MDG_DIRECTION_LOWER_IS_BETTER,
  },
  [MDG_MEASURE_MNC_COUNT] = {
    .id = "mnc_count",
    .label = NC_ ("measure", "Verifications with a My Number insurance card"),
    .short_label = NC_ ("measure", "With My Number card"),
    .definition =
      N_ ("Online eligibility verifications of the month that were made with a My Number "
          "insurance card."),
    .source = SOURCE_RESULTS,
    .unit = MDG_UNIT_COUNT,
    .basis = MDG_BASIS_ONLINE,
    .direction = MDG_DIRECTION_NONE,
  },
  [MDG_MEASURE_VERIFICATION_COUNT] = {
    .id = "verification_count",
    .label = NC_ ("measure", "All online verifications"),
    .short_label = NC_ ("measure", "Verifications"),
    .definition =
      N_ ("All online eligibility verifications of the month: those made with a My Number "
          "insurance card and those made with the number of an old insurance card."),
    .source = SOURCE_RESULTS,
    .unit = MDG_UNIT_COUNT,
    .basis = MDG_BASIS_ONLINE,
    .direction = MDG_DIRECTION_NONE,
  },
  [MDG_MEASURE_INSURANCE_CARD_COUNT] = {
    .id = "insurance_card_count",
    .label = NC_ ("measure", "Verifications with an old insurance card"),
    .short_label = NC_ ("measure", "With old card"),
    .definition =
      N_ ("Online eligibility verifications of the month that were made with the number of an old "
          "insurance card."),
    .source = SOURCE_RESULTS,
    .unit = MDG_UNIT_COUNT,
    .basis = MDG_BASIS_ONLINE,
    .direction = MDG_DIRECTION_NONE,
  },
  [MDG_MEASURE_CHECKUP_VIEWS] = {
    .id = "checkup_views",
    .label = NC_ ("measure", "Views of check-up information"),
    .short_label = NC_ ("measure", "Check-up views"),
    .definition =
      N_ ("How often facilities looked up information on specific health check-ups in the month."),
    .source = SOURCE_RESULTS,
    .unit = MDG_UNIT_COUNT,
    .basis = MDG_BASIS_NONE,
    .direction = MDG_DIRECTION_NONE,
  },
  [MDG_MEASURE_DRUG_VIEWS] = {
    .id = "drug_views",
    .label = NC_ ("measure", "Views of drug information"),
    .short_label = NC_ ("measure", "Drug views"),
    .definition =
      N_ ("How often facilities looked up information on prescribed drugs in the month."),
    .source = SOURCE_RESULTS,
    .unit = MDG_UNIT_COUNT,
    .basis = MDG_BASIS_NONE,
    .direction = MDG_DIRECTION_NONE,
  },
  [MDG_MEASURE_CARE_VIEWS] = {
    .id = "care_views",
    .label = NC_ ("measure", "Views of care information"),
    .short_label = NC_ ("measure", "Care views"),
    .definition =
      N_ ("How often facilities looked up information on past care in the month."),
    .source = SOURCE_RESULTS,
    .unit = MDG_UNIT_COUNT,
    .basis = MDG_BASIS_NONE,
    .direction = MDG_DIRECTION_NONE,
  },
  [MDG_MEASURE_CARD_HOLDERS] = {
    .id = "card_holders",
    .label = NC_ ("measure", "My Number card holders"),
    .short_label = NC_ ("measure", "Card holders"),
    .definition =
      N_ ("Persons who hold a My Number card on the day."),
    .source = SOURCE_CARDS,
    .unit = MDG_UNIT_PERSONS,
    .basis = MDG_BASIS_NONE,
    .direction = MDG_DIRECTION_HIGHER_IS_BETTER,
  },
  [MDG_MEASURE_HOLDER_SHARE] = {
    .id = "holder_share",
    .label = NC_ ("measure", "Card holders as a share of the population"),
    .short_label = NC_ ("measure", "Holder share"),
    .definition =
      N_ ("Persons who hold a My Number card, as a share of the population, as printed by the "
          "source. The printed share is not the quotient of the printed numbers and is not "
          "recomputed."),
    .source = SOURCE_CARDS,
    .unit = MDG_UNIT_PERCENT,
    .basis = MDG_BASIS_NONE,
    .direction = MDG_DIRECTION_HIGHER_IS_BETTER,
  },
  [MDG_MEASURE_REGISTRANTS] = {
    .id = "registrants",
    .label = NC_ ("measure", "Registered for insurance use"),
    .short_label = NC_ ("measure", "Registered"),
    .definition =
      N_ ("Persons whose My Number card is registered for use as an insurance card on the day."),
    .source = SOURCE_CARDS,
    .unit = MDG_UNIT_PERSONS,
    .basis = MDG_BASIS_NONE,
    .direction = MDG_DIRECTION_HIGHER_IS_BETTER,
  },
  [MDG_MEASURE_REGISTRATION_SHARE] = {
    .id = "registration_share",
    .label = NC_ ("measure", "Registered as a share of card holders"),
    .short_label = NC_ ("measure", "Registration share"),
    .definition =
      N_ ("Persons registered for insurance use, as a share of the persons who hold a My Number "
          "card, as printed by the source."),
    .source = SOURCE_CARDS,
    .unit = MDG_UNIT_PERCENT,
    .basis = MDG_BASIS_NONE,
    .direction = MDG_DIRECTION_HIGHER_IS_BETTER,
  },
  [MDG_MEASURE_POPULATION] = {
    .id = "population",
    .label = NC_ ("measure", "Population"),
    .short_label = NC_ ("measure", "Population"),
    .definition =
      N_ ("Persons in the Basic Resident Register on the day."),
    .source =
      N_ ("Basic Resident Register, as quoted by the Ministry of Health, Labour and Welfare"),
    .unit = MDG_UNIT_PERSONS,
    .basis = MDG_BASIS_NONE,
    .direction = MDG_DIRECTION_NONE,
  },
  [MDG_MEASURE_INSURED_AFFECTED] = {
    .id = "insured_affected",
    .label = NC_ ("measure", "Employees’ insurance members whose cards expire"),
    .short_label = NC_ ("measure", "Insured affected"),
    .definition =
      N_ ("Members of employees’ health insurance whose old insurance cards expire on the day, as "
          "a round number of the source."),
    .source =
      N_ ("Ministry of Health, Labour and Welfare: notice for employees’ health insurance"),
    .unit = MDG_UNIT_PERSONS,
    .basis = MDG_BASIS_NONE,
    .direction = MDG_DIRECTION_NONE,
  },
  [MDG_MEASURE_FACILITIES_COUNTED] = {
    .id =
          "facilities_counted",
    .label = NC_ ("measure", "Facilities counted in the usage bands"),
    .short_label = NC_ ("measure", "Facilities counted"),
    .definition =
      N_ ("Facilities with 50 claims or more and the like (in the source’s words: "
          "レセプト件数50以上等の施設). The shares of facilities by usage rate (claims basis) are taken "
          "over these."),
    .source = SOURCE_BANDS,
    .unit = MDG_UNIT_FACILITIES,
    .basis = MDG_BASIS_CLAIMS,
    .direction = MDG_DIRECTION_NONE,
  },
  [MDG_MEASURE_FACILITIES_UNDER_10] = {
    .id =
          "facilities_under_10",
    .label = NC_ ("measure", "Facilities with a usage rate under 10% (claims basis)"),
    .short_label = NC_ ("measure", "Under 10%"),
    .definition =
      N_ ("Share of the facilities counted whose own usage rate (claims basis) is under 10%."),
    .source = SOURCE_BANDS,
    .unit = MDG_UNIT_PERCENT,
    .basis = MDG_BASIS_CLAIMS,
    .direction = MDG_DIRECTION_LOWER_IS_BETTER,
  },
  [MDG_MEASURE_FACILITIES_30_AND_OVER] = {
    .id =
          "facilities_30_and_over",
    /* xgettext:no-c-format */
    .label = NC_ ("measure", "Facilities with a usage rate of 30% and over (claims basis)"),
    /* xgettext:no-c-format */
    .short_label = NC_ ("measure", "30% and over"),
    .definition =
      /* xgettext:no-c-format */
      N_ ("Share of the facilities counted whose own usage rate (claims basis) is 30% or more."),
    .source = SOURCE_BANDS,
    .unit = MDG_UNIT_PERCENT,
    .basis = MDG_BASIS_CLAIMS,
    .direction = MDG_DIRECTION_HIGHER_IS_BETTER,
  },
  [MDG_MEASURE_DIFFERENCE_POINTS] = {
    .id = "difference_points",
    .label = NC_ ("measure", "Difference from the nation (online basis)"),
    .short_label = NC_ ("measure", "Difference from nation"),
    .definition =
      N_ ("The prefecture’s usage rate (online basis) minus that of the whole nation in the same "
          "month and for the same facility type, in percentage points. Computed where one "
          "publication gives both rates."),
    .source = SOURCE_RESULTS,
    .unit = MDG_UNIT_POINTS,
    .basis = MDG_BASIS_ONLINE,
    .direction = MDG_DIRECTION_NONE,
  },
};
/* clang-format on */

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
mdg_measure_from_id (const char *id, MdgMeasure *measure)
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
