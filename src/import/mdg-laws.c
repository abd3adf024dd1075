/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import/mdg-laws.h"

#include "core/mdg-observation.h"
#include "core/mdg-statistics.h"

#include <string.h>

/*
 * The laws once more, on observations instead of a deck's candidates, and without any knowledge of
 * how they were read. This is what proves the bundled data, and what every import must pass before
 * it is handed out: the reconciler chooses what to refuse, these checks only see what is left.
 */

/* The types that a source names; what is unassigned obeys no law. */
#define N_TYPES (MDG_FACILITY_PHARMACY + 1)

/* The figures of one edition and one month, without those of a day. */
typedef struct
{
  const MdgObservation *cells[MDG_N_AREAS][N_TYPES][MDG_N_MEASURES];
} Sheet;

/* Observations of one key, found without looking at all others: places are indices + 1, 0 ends. */
typedef struct
{
  GHashTable *first; /* key -> place */
  guint *next;       /* by index, the next place of the same key */
} Chains;

typedef struct
{
  const MdgBatch *batch;
  GPtrArray *violations;
  const Sheet *sheet;
  Chains months; /* by edition and month */
  Chains rates;  /* of rates, by month, area and facility type */
} Checker;

static guint
get_month_key (const MdgObservation *observation)
{
  return (guint) observation->edition << 16 | observation->month;
}

static guint
get_rate_key (MdgMonth month, guint area, guint facility_type)
{
  return (guint) month << 16 | area << 8 | facility_type;
}

static void
chains_init (Chains *self, guint n)
{
  self->first = g_hash_table_new (NULL, NULL);
  self->next = g_new0 (guint, MAX (n, 1));
}

static void
chains_clear (Chains *self)
{
  g_hash_table_unref (self->first);
  g_free (self->next);
}

static guint
chains_find (const Chains *self, guint key)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->first, GUINT_TO_POINTER (key)));
}

static void
chains_prepend (Chains *self, guint key, guint index)
{
  self->next[index] = chains_find (self, key);
  g_hash_table_insert (self->first, GUINT_TO_POINTER (key), GUINT_TO_POINTER (index + 1));
}

static const MdgObservation *
get_at (const Checker *self, guint place)
{
  return &g_array_index (self->batch->observations, MdgObservation, place - 1);
}

static char *
number (gint64 value)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, value);
}

static const MdgObservation *
get (const Checker *self, guint area, MdgFacilityType type, MdgMeasure measure)
{
  return self->sheet->cells[area][type][measure];
}

/* A count that is printed in full; sums of rounded counts prove nothing. */
static gboolean
get_exact (const Checker *self, guint area, MdgFacilityType type, MdgMeasure measure, gint64 *value)
{
  const MdgObservation *observation = get (self, area, type, measure);

  if (observation == NULL || observation->precision != MDG_PRECISION_EXACT ||
      observation->value.decimals != 0)
    return FALSE;

  *value = observation->value.digits;
  return TRUE;
}

static void
violate (Checker *self, MdgImportMessage *message)
{
  g_ptr_array_add (self->violations, message);
}

static void
violate_sum (Checker *self, MdgMeasure measure, gint64 printed, gint64 sum)
{
  g_autofree char *printed_text = number (printed);
  g_autofree char *sum_text = number (sum);
  g_autofree char *gap_text = number (printed - sum);

  violate (self, mdg_import_message_new (MDG_MESSAGE_SUM_OPEN, mdg_measure_get_id (measure),
                                         printed_text, sum_text, gap_text, NULL));
}

/* Law 1: insurance card and MNC make the verifications, and the four types make the total. */
static void
check_types (Checker *self)
{
  static const MdgMeasure measures[] = {
    MDG_MEASURE_VERIFICATION_COUNT, MDG_MEASURE_MNC_COUNT,  MDG_MEASURE_INSURANCE_CARD_COUNT,
    MDG_MEASURE_CHECKUP_VIEWS,      MDG_MEASURE_DRUG_VIEWS, MDG_MEASURE_CARE_VIEWS,
  };

  for (guint type = MDG_FACILITY_ALL; type <= MDG_FACILITY_PHARMACY; type++)
    {
      gint64 whole;
      gint64 mnc;
      gint64 card;

      if (get_exact (self, MDG_AREA_NATIONAL, type, MDG_MEASURE_VERIFICATION_COUNT, &whole) &&
          get_exact (self, MDG_AREA_NATIONAL, type, MDG_MEASURE_MNC_COUNT, &mnc) &&
          get_exact (self, MDG_AREA_NATIONAL, type, MDG_MEASURE_INSURANCE_CARD_COUNT, &card) &&
          whole != mnc + card)
        {
          g_autofree char *whole_text = number (whole);
          g_autofree char *mnc_text = number (mnc);
          g_autofree char *card_text = number (card);
          g_autofree char *gap_text = number (whole - mnc - card);

          violate (self,
                   mdg_import_message_new (MDG_MESSAGE_ROW_OPEN, mdg_facility_type_get_id (type),
                                           card_text, mnc_text, whole_text, gap_text, NULL));
        }
    }

  for (guint i = 0; i < G_N_ELEMENTS (measures); i++)
    {
      gint64 sum = 0;
      gint64 value;
      gint64 total;
      gboolean is_whole =
        get_exact (self, MDG_AREA_NATIONAL, MDG_FACILITY_ALL, measures[i], &total);

      for (guint type = MDG_FACILITY_HOSPITAL; is_whole && type <= MDG_FACILITY_PHARMACY; type++)
        {
          is_whole = get_exact (self, MDG_AREA_NATIONAL, type, measures[i], &value);
          if (is_whole)
            sum += value;
        }
      if (is_whole && sum != total)
        violate_sum (self, measures[i], total, sum);
    }
}

static gboolean
sum_prefectures (const Checker *self, MdgFacilityType type, MdgMeasure measure, gint64 *sum)
{
  *sum = 0;
  for (guint area = 1; area < MDG_N_AREAS; area++)
    {
      gint64 value;

      if (!get_exact (self, area, type, measure, &value))
        return FALSE;
      *sum += value;
    }

  return TRUE;
}

/* Law 2: the prefectures make the nation. */
static void
check_prefectures (Checker *self)
{
  static const MdgMeasure measures[] = { MDG_MEASURE_MNC_COUNT, MDG_MEASURE_VERIFICATION_COUNT };

  for (guint type = MDG_FACILITY_ALL; type <= MDG_FACILITY_PHARMACY; type++)
    for (guint i = 0; i < G_N_ELEMENTS (measures); i++)
      {
        gint64 total;
        gint64 sum;

        if (get_exact (self, MDG_AREA_NATIONAL, type, measures[i], &total) &&
            sum_prefectures (self, type, measures[i], &sum) && sum != total)
          violate_sum (self, measures[i], total, sum);
      }
}

/* The least and greatest true value of a count as it is printed. */
static gboolean
get_bounds (const MdgObservation *observation, gint64 *least, gint64 *greatest)
{
  gint64 half = 0;

  if (observation == NULL || observation->value.decimals != 0 ||
      observation->precision == MDG_PRECISION_APPROXIMATE)
    return FALSE;
  if (observation->precision == MDG_PRECISION_ROUNDED_10000)
    half = 5000;

  *least = MAX (observation->value.digits - half, 0);
  *greatest = observation->value.digits + half;
  return TRUE;
}

/**
 * mdg_laws_rate_holds:
 * @rate: (nullable): a rate on the online basis
 * @part: (nullable): the verifications with an MNC
 * @whole: (nullable): all verifications
 * @computed: (out): the rate that the counts make, to the decimals of @rate
 *
 * Law 3 for one rate: it is MNC over verifications. Counts in 万 leave a range, in which it must
 * lie.
 *
 * Returns: whether it holds; also where one of them is missing or is too coarse to tell
 */
gboolean
mdg_laws_rate_holds (const MdgObservation *rate,
                     const MdgObservation *part,
                     const MdgObservation *whole,
                     MdgDecimal *computed)
{
  gint64 least_part;
  gint64 most_part;
  gint64 least_whole;
  gint64 most_whole;
  MdgDecimal least;
  MdgDecimal most;

  if (rate == NULL || !get_bounds (part, &least_part, &most_part) ||
      !get_bounds (whole, &least_whole, &most_whole))
    return TRUE;

  *computed = MDG_DECIMAL (0, 0);
  mdg_decimal_percent_ratio (part->value.digits, whole->value.digits, rate->value.decimals,
                             computed);

  return mdg_decimal_percent_ratio (least_part, most_whole, rate->value.decimals, &least) &&
         mdg_decimal_percent_ratio (most_part, least_whole, rate->value.decimals, &most) &&
         mdg_decimal_compare (rate->value, least) >= 0 &&
         mdg_decimal_compare (rate->value, most) <= 0;
}

static void
check_rates (Checker *self)
{
  for (guint area = 0; area < MDG_N_AREAS; area++)
    for (guint type = MDG_FACILITY_ALL; type <= MDG_FACILITY_PHARMACY; type++)
      {
        const MdgObservation *rate = get (self, area, type, MDG_MEASURE_USAGE_RATE_ONLINE);
        MdgDecimal ratio = MDG_DECIMAL (0, 0);
        g_autofree char *printed = NULL;
        g_autofree char *computed = NULL;

        if (mdg_laws_rate_holds (rate, get (self, area, type, MDG_MEASURE_MNC_COUNT),
                                 get (self, area, type, MDG_MEASURE_VERIFICATION_COUNT), &ratio))
          continue;
        printed = mdg_decimal_to_string (rate->value);
        computed = mdg_decimal_to_string (ratio);
        violate (self, mdg_import_message_new (MDG_MESSAGE_RATE_OPEN, mdg_area_get_code (area),
                                               printed, computed, NULL));
      }
}

/* Law 4: a prefecture's rate is that of its four types together. */
static void
check_pooled (Checker *self)
{
  for (guint area = 1; area < MDG_N_AREAS; area++)
    {
      const MdgObservation *rate =
        get (self, area, MDG_FACILITY_ALL, MDG_MEASURE_USAGE_RATE_ONLINE);
      gboolean is_whole = rate != NULL;
      gint64 mnc = 0;
      gint64 verifications = 0;
      MdgDecimal pooled;

      for (guint type = MDG_FACILITY_HOSPITAL; is_whole && type <= MDG_FACILITY_PHARMACY; type++)
        {
          gint64 part;
          gint64 whole;

          is_whole = get_exact (self, area, type, MDG_MEASURE_MNC_COUNT, &part) &&
                     get_exact (self, area, type, MDG_MEASURE_VERIFICATION_COUNT, &whole);
          if (!is_whole)
            break;
          mnc += part;
          verifications += whole;
        }
      if (is_whole &&
          (!mdg_decimal_percent_ratio (mnc, verifications, rate->value.decimals, &pooled) ||
           mdg_decimal_compare (pooled, rate->value) != 0))
        {
          g_autofree char *printed = mdg_decimal_to_string (rate->value);
          g_autofree char *computed = mdg_decimal_to_string (pooled);

          violate (self, mdg_import_message_new (MDG_MESSAGE_POOLED_OPEN, mdg_area_get_code (area),
                                                 printed, computed, NULL));
        }
    }
}

/* Whether a prefecture can have a rank: its own, or that of one whose ratio is exactly the same. */
static gboolean
can_have_rank (const gint64 *parts,
               const gint64 *wholes,
               const guint *ranks,
               guint index,
               gint64 rank)
{
  for (guint i = 0; i < MDG_N_PREFECTURES; i++)
    if (ranks[i] == rank)
      return i == index ||
             mdg_ratio_compare (parts[i], wholes[i], parts[index], wholes[index]) == 0;

  return FALSE;
}

/* Law 5: ranks follow the unrounded ratio, and previous ranks are 1 to 47. */
static void
check_ranks (Checker *self)
{
  for (guint type = MDG_FACILITY_ALL; type <= MDG_FACILITY_PHARMACY; type++)
    {
      gint64 parts[MDG_N_PREFECTURES];
      gint64 wholes[MDG_N_PREFECTURES];
      guint ranks[MDG_N_PREFECTURES];
      guint areas_of_previous[MDG_N_PREFECTURES + 1] = { 0 };
      gboolean is_whole = TRUE;
      guint64 seen = 0;

      for (guint i = 0; is_whole && i < MDG_N_PREFECTURES; i++)
        is_whole = get_exact (self, i + 1, type, MDG_MEASURE_MNC_COUNT, &parts[i]) &&
                   get_exact (self, i + 1, type, MDG_MEASURE_VERIFICATION_COUNT, &wholes[i]) &&
                   get (self, i + 1, type, MDG_MEASURE_RANK) != NULL &&
                   get (self, i + 1, type, MDG_MEASURE_RANK_PREVIOUS) != NULL;
      if (!is_whole)
        continue;

      mdg_rank_by_ratio (parts, wholes, MDG_N_PREFECTURES, ranks);
      for (guint i = 0; i < MDG_N_PREFECTURES; i++)
        {
          gint64 rank = get (self, i + 1, type, MDG_MEASURE_RANK)->value.digits;
          gint64 previous = get (self, i + 1, type, MDG_MEASURE_RANK_PREVIOUS)->value.digits;
          g_autofree char *rank_text = number (rank);
          g_autofree char *computed_text = number (ranks[i]);
          g_autofree char *previous_text = number (previous);

          if (!can_have_rank (parts, wholes, ranks, i, rank) || (seen >> rank & 1) != 0)
            violate (self, mdg_import_message_new (MDG_MESSAGE_RANK_OPEN, mdg_area_get_code (i + 1),
                                                   rank_text, computed_text, NULL));
          else
            seen |= G_GUINT64_CONSTANT (1) << rank;
          if (previous < 1 || previous > MDG_N_PREFECTURES || areas_of_previous[previous] != 0)
            violate (self, mdg_import_message_new (
                             MDG_MESSAGE_PREVIOUS_RANK_OPEN, previous_text,
                             mdg_area_get_code (previous >= 1 && previous <= MDG_N_PREFECTURES
                                                  ? areas_of_previous[previous]
                                                  : i + 1),
                             mdg_area_get_code (i + 1), "", NULL));
          else
            areas_of_previous[previous] = i + 1;
        }
    }
}

/**
 * mdg_laws_change_holds:
 * @rate: a rate in percent
 * @change: its printed change in percentage points
 * @before: the rate of the month before
 * @expected: (out): what the change should be
 *
 * Law 6 for one rate: the rate less its change is the rate of the month before, to 0.01, or to one
 * unit of the last decimal where one of them is printed with fewer.
 *
 * Returns: whether it holds
 */
gboolean
mdg_laws_change_holds (MdgDecimal rate, MdgDecimal change, MdgDecimal before, MdgDecimal *expected)
{
  guint8 decimals = MIN (MIN (rate.decimals, change.decimals), MIN (before.decimals, 2));
  MdgDecimal gap;

  return mdg_decimal_subtract (rate, before, expected) &&
         mdg_decimal_subtract (change, *expected, &gap) &&
         mdg_decimal_compare (gap, MDG_DECIMAL (1, decimals)) <= 0 &&
         mdg_decimal_compare (gap, MDG_DECIMAL (-1, decimals)) >= 0;
}

/**
 * mdg_laws_describe_change:
 * @area: an area
 * @change: its printed change
 * @expected: what the change should be
 * @before: the rate of the month before
 *
 * Returns: (transfer full): the sentence that says that law 6 does not hold
 */
MdgImportMessage *
mdg_laws_describe_change (MdgArea area, MdgDecimal change, MdgDecimal expected, MdgDecimal before)
{
  g_autofree char *printed_text = mdg_decimal_to_string (change);
  g_autofree char *expected_text = mdg_decimal_to_string (expected);
  g_autofree char *before_text = mdg_decimal_to_string (before);

  return mdg_import_message_new (MDG_MESSAGE_CHANGE_OPEN, mdg_area_get_code (area), printed_text,
                                 expected_text, before_text, NULL);
}

/* Law 6: the rate less its change is the rate of the month before, to 0.01, in whichever edition
 * that is known from. */
static void
check_change (Checker *self, const MdgObservation *change)
{
  const MdgObservation *rate =
    get (self, change->area, change->facility_type, MDG_MEASURE_USAGE_RATE_ONLINE);

  if (rate == NULL)
    return;

  for (guint place = chains_find (
         &self->rates, get_rate_key (change->month - 1, change->area, change->facility_type));
       place > 0; place = self->rates.next[place - 1])
    {
      const MdgObservation *previous = get_at (self, place);
      MdgDecimal expected = MDG_DECIMAL (0, 0);

      if (!mdg_laws_change_holds (rate->value, change->value, previous->value, &expected))
        violate (self,
                 mdg_laws_describe_change (change->area, change->value, expected, previous->value));
    }
}

static void
check_changes (Checker *self)
{
  for (guint area = 0; area < MDG_N_AREAS; area++)
    for (guint type = MDG_FACILITY_ALL; type <= MDG_FACILITY_PHARMACY; type++)
      {
        const MdgObservation *change = get (self, area, type, MDG_MEASURE_CHANGE_POINTS);

        if (change != NULL)
          check_change (self, change);
      }
}

static gboolean
fill_sheet (Sheet *sheet, const Checker *self, guint first)
{
  gboolean is_empty = TRUE;

  memset (sheet, 0, sizeof *sheet);
  for (guint place = first; place > 0; place = self->months.next[place - 1])
    {
      const MdgObservation *observation = get_at (self, place);

      if (observation->as_of != MDG_DAY_NONE || observation->area >= MDG_N_AREAS ||
          observation->facility_type >= N_TYPES)
        continue;
      sheet->cells[observation->area][observation->facility_type][observation->measure] =
        observation;
      is_empty = FALSE;
    }

  return !is_empty;
}

/* From the last to the first, so that chains go from the first to the last. */
static void
index_observations (Checker *self)
{
  guint n = self->batch->observations->len;

  chains_init (&self->months, n);
  chains_init (&self->rates, n);
  for (guint place = n; place > 0; place--)
    {
      const MdgObservation *observation = get_at (self, place);

      chains_prepend (&self->months, get_month_key (observation), place - 1);
      if (observation->measure == MDG_MEASURE_USAGE_RATE_ONLINE &&
          observation->as_of == MDG_DAY_NONE)
        chains_prepend (
          &self->rates,
          get_rate_key (observation->month, observation->area, observation->facility_type),
          place - 1);
    }
}

/**
 * mdg_laws_check:
 * @batch: editions and their observations
 *
 * Tries laws 1 to 6 on everything they reach, edition by edition and month by month; law 6 also
 * between editions.
 *
 * Returns: (transfer full) (element-type MdgImportMessage): what breaks a law; empty if nothing does
 */
GPtrArray *
mdg_laws_check (const MdgBatch *batch)
{
  g_autofree Sheet *sheet = g_new (Sheet, 1);
  Checker self = {
    .batch = batch,
    .violations = g_ptr_array_new_with_free_func ((GDestroyNotify) mdg_import_message_free),
    .sheet = sheet,
  };

  g_return_val_if_fail (batch != NULL, NULL);

  index_observations (&self);
  for (guint i = 0; i < batch->observations->len; i++)
    {
      guint first = chains_find (
        &self.months, get_month_key (&g_array_index (batch->observations, MdgObservation, i)));

      /* Each edition and month once, where its first observation stands. */
      if (first != i + 1 || !fill_sheet (sheet, &self, first))
        continue;
      check_types (&self);
      check_prefectures (&self);
      check_rates (&self);
      check_pooled (&self);
      check_ranks (&self);
      check_changes (&self);
    }
  chains_clear (&self.months);
  chains_clear (&self.rates);

  return self.violations;
}
