/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import/deck/mdg-printed.h"

/*
 * Figures that no law reaches and that stand alone: the claims-basis rate, the insured whose cards
 * expire, and the facilities by usage band.
 */

/* Claims are counted two months late at most, and never of a month that is still to come. */
#define CLAIMS_MONTHS_BEFORE 3

/* How far back a deck repeats the rates of earlier months. */
#define CLAIMS_MONTHS_SHOWN 24

#define N_UNDER_PAIRS 5
#define N_PAIRS (N_UNDER_PAIRS + 1)
#define UNDER_LIMIT 10
#define OVER_LIMIT 30

static void
say_odd (MdgImportOutput *output, MdgReportEntry *entry, MdgMonth month)
{
  g_autofree char *month_text = mdg_month_to_string (month);
  g_autofree char *deck_text = mdg_month_to_string (output->deck->month);

  mdg_report_entry_take (
    entry, mdg_import_message_new (MDG_MESSAGE_DATE_ODD, month_text, deck_text, NULL));
}

static void
say_rates_differ (MdgImportOutput *output,
                  MdgReportEntry *entry,
                  const MdgClaimsRate *a,
                  const MdgClaimsRate *b)
{
  g_autofree char *value = mdg_decimal_to_string (a->rate);
  g_autofree char *page = mdg_import_output_page (output, a->line);
  g_autofree char *other_value = mdg_decimal_to_string (b->rate);
  g_autofree char *other_page = mdg_import_output_page (output, b->line);

  mdg_report_entry_take (entry,
                         mdg_import_message_new (MDG_MESSAGE_READINGS_DIFFER,
                                                 mdg_measure_get_id (MDG_MEASURE_USAGE_RATE_CLAIMS),
                                                 value, page, other_value, other_page, NULL));
}

/* The reading before @index that is of the same month, if there is one. */
static const MdgClaimsRate *
find_same_month (GArray *rates, guint index)
{
  MdgMonth month = g_array_index (rates, MdgClaimsRate, index).month;

  for (guint i = 0; i < index; i++)
    if (g_array_index (rates, MdgClaimsRate, i).month == month)
      return &g_array_index (rates, MdgClaimsRate, i);

  return NULL;
}

/* Whether every rate is of a month that is told and possible, and of each month there is one. */
static gboolean
check_claims_rates (MdgImportOutput *output, MdgReportEntry *entry)
{
  GArray *rates = output->deck->claims_rates;
  MdgMonth last = MDG_MONTH_NONE;

  for (guint i = 0; i < rates->len; i++)
    {
      const MdgClaimsRate *rate = &g_array_index (rates, MdgClaimsRate, i);
      const MdgClaimsRate *same = find_same_month (rates, i);

      if (same != NULL && mdg_decimal_compare (same->rate, rate->rate) != 0)
        {
          say_rates_differ (output, entry, same, rate);
          return FALSE;
        }
      last = MAX (last, rate->month);
    }

  for (guint i = 0; i < rates->len; i++)
    {
      MdgMonth month = g_array_index (rates, MdgClaimsRate, i).month;

      if (month == MDG_MONTH_NONE)
        {
          mdg_report_entry_take (entry, mdg_import_message_new (MDG_MESSAGE_DATE_UNTOLD, NULL));
          return FALSE;
        }
      if (month > output->deck->month || last + CLAIMS_MONTHS_BEFORE < output->deck->month ||
          month + CLAIMS_MONTHS_SHOWN < last)
        {
          say_odd (output, entry, month);
          return FALSE;
        }
    }

  return TRUE;
}

static void
emit_claims_rates (MdgImportOutput *output)
{
  GArray *rates = output->deck->claims_rates;
  MdgReportEntry *entry = mdg_import_output_begin (
    output, MDG_TABLE_CLAIMS_RATE,
    rates->len > 0 ? g_array_index (rates, MdgClaimsRate, 0).line : MDG_NO_LINE);
  MdgObservation observation = {
    .measure = MDG_MEASURE_USAGE_RATE_CLAIMS,
    .quality = MDG_QUALITY_PRINTED,
    .precision = MDG_PRECISION_EXACT,
  };

  if (rates->len == 0)
    return;
  if (!check_claims_rates (output, entry))
    mdg_import_output_refuse (entry);

  for (guint i = 0; i < rates->len; i++)
    {
      const MdgClaimsRate *rate = &g_array_index (rates, MdgClaimsRate, i);

      if (rate->month == MDG_MONTH_NONE || find_same_month (rates, i) != NULL)
        continue;
      observation.month = rate->month;
      observation.value = rate->rate;
      mdg_import_output_add (output, entry, rate->line, &observation);
    }
}

/* "12月１日" prints no year: the next such day from the month of the figures on. */
static void
emit_insured (MdgImportOutput *output)
{
  GArray *found = output->deck->insured;
  const MdgInsured *first = found->len > 0 ? &g_array_index (found, MdgInsured, 0) : NULL;
  MdgReportEntry *entry = mdg_import_output_begin (output, MDG_TABLE_INSURED_AFFECTED,
                                                   first != NULL ? first->line : MDG_NO_LINE);
  MdgMonth month = output->deck->month;
  MdgObservation observation = {
    .measure = MDG_MEASURE_INSURED_AFFECTED,
    .quality = MDG_QUALITY_PRINTED,
    .precision = MDG_PRECISION_APPROXIMATE,
  };

  if (first == NULL)
    return;

  for (guint i = 0; i < 12 && mdg_month_get_number (month) != first->month; i++)
    month++;
  if (mdg_month_get_number (month) == first->month)
    observation.as_of = mdg_day_new (mdg_month_get_year (month), first->month, first->day);
  if (observation.as_of == MDG_DAY_NONE)
    {
      mdg_report_entry_take (entry, mdg_import_message_new (MDG_MESSAGE_DATE_UNTOLD, NULL));
      mdg_import_output_refuse (entry);
      return;
    }

  observation.month = month;
  observation.value = MDG_DECIMAL (first->count, 0);
  mdg_import_output_add (output, entry, first->line, &observation);
}

/* Six pairs in a fixed order: the two of all facilities first, then four without any label. */
static gboolean
bands_are_whole (const MdgDeck *deck)
{
  if (deck->band_pairs->len != N_PAIRS)
    return FALSE;

  for (guint i = 0; i < N_PAIRS; i++)
    {
      const MdgBandPair *pair = &g_array_index (deck->band_pairs, MdgBandPair, i);
      gboolean should_be_over = i == 1;

      if (pair->is_over != should_be_over ||
          pair->limit != (should_be_over ? OVER_LIMIT : UNDER_LIMIT))
        return FALSE;
    }

  return TRUE;
}

static gboolean
band_periods_agree (const MdgDeck *deck)
{
  const MdgBandPair *first = &g_array_index (deck->band_pairs, MdgBandPair, 0);

  if (first->months[0] >= first->months[1] || first->months[1] > deck->month)
    return FALSE;

  for (guint i = 1; i < deck->band_pairs->len; i++)
    {
      const MdgBandPair *pair = &g_array_index (deck->band_pairs, MdgBandPair, i);

      if (pair->months[0] != first->months[0] || pair->months[1] != first->months[1])
        return FALSE;
    }

  if (deck->facility_counts->len == 0)
    return TRUE;
  if (deck->facility_counts->len != 2)
    return FALSE;

  for (guint i = 0; i < 2; i++)
    if (g_array_index (deck->facility_counts, MdgFacilityCount, i).month != first->months[i])
      return FALSE;

  return TRUE;
}

/* The facilities under 10 % and those with 30 % and over are parts of one whole. */
static gboolean
check_band_sums (const MdgDeck *deck, MdgReportEntry *entry)
{
  const MdgBandPair *under = &g_array_index (deck->band_pairs, MdgBandPair, 0);
  const MdgBandPair *over = &g_array_index (deck->band_pairs, MdgBandPair, 1);

  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *month = mdg_month_to_string (under->months[i]);
      g_autofree char *under_text = mdg_decimal_to_string (under->shares[i]);
      g_autofree char *over_text = mdg_decimal_to_string (over->shares[i]);
      MdgDecimal sum;

      if (mdg_decimal_compare (under->shares[i], MDG_DECIMAL (100, 0)) > 0 ||
          mdg_decimal_compare (over->shares[i], MDG_DECIMAL (100, 0)) > 0 ||
          (mdg_decimal_add (under->shares[i], over->shares[i], &sum) &&
           mdg_decimal_compare (sum, MDG_DECIMAL (100, 0)) <= 0))
        continue;
      mdg_report_entry_take (entry, mdg_import_message_new (MDG_MESSAGE_BANDS_EXCEED, month,
                                                            under_text, over_text, NULL));
      return FALSE;
    }

  return TRUE;
}

/* Whether the line with the numbers of facilities, if there is one, could be read. */
static gboolean
check_facilities_read (const MdgDeck *deck, MdgReportEntry *entry)
{
  const MdgLine *line;
  g_autofree char *where = NULL;
  g_autofree char *text = NULL;

  if (!deck->has_unread_facilities)
    return TRUE;

  line = mdg_document_get_line (deck->document, deck->unread_facilities_line);
  where = mdg_import_output_number (line->number);
  text = mdg_line_dup_original (line);
  mdg_report_entry_take (
    entry, mdg_import_message_new (MDG_MESSAGE_FACILITIES_UNREADABLE, where, text, NULL));

  return FALSE;
}

static void
emit_bands (MdgImportOutput *output)
{
  const MdgDeck *deck = output->deck;
  GArray *pairs = deck->band_pairs;
  GArray *counts = deck->facility_counts;
  guint line = MDG_NO_LINE;
  MdgReportEntry *entry;
  MdgObservation observation = {
    .quality = MDG_QUALITY_PRINTED,
    .precision = MDG_PRECISION_EXACT,
  };

  if (pairs->len > 0)
    line = g_array_index (pairs, MdgBandPair, 0).line;
  else if (counts->len > 0)
    line = g_array_index (counts, MdgFacilityCount, 0).line;

  entry = mdg_import_output_begin (output, MDG_TABLE_BANDS, line);
  if (line == MDG_NO_LINE)
    return;

  if (!bands_are_whole (deck))
    {
      g_autofree char *n = mdg_import_output_number (pairs->len);
      g_autofree char *wanted = mdg_import_output_number (N_PAIRS);

      mdg_report_entry_take (
        entry, mdg_import_message_new (MDG_MESSAGE_BANDS_INCOMPLETE, n, wanted, NULL));
      mdg_import_output_refuse (entry);
      return;
    }
  if (!check_facilities_read (deck, entry) || !check_band_sums (deck, entry))
    {
      mdg_import_output_refuse (entry);
    }
  else if (!band_periods_agree (deck))
    {
      mdg_report_entry_take (entry, mdg_import_message_new (MDG_MESSAGE_PERIODS_DIFFER, NULL));
      mdg_import_output_refuse (entry);
    }

  observation.measure = MDG_MEASURE_FACILITIES_COUNTED;
  for (guint i = 0; i < counts->len; i++)
    {
      const MdgFacilityCount *count = &g_array_index (counts, MdgFacilityCount, i);

      observation.month = count->month;
      observation.value = MDG_DECIMAL (count->count, 0);
      mdg_import_output_add (output, entry, count->line, &observation);
    }

  for (guint i = 0; i < N_PAIRS; i++)
    {
      const MdgBandPair *pair = &g_array_index (pairs, MdgBandPair, i);

      observation.measure =
        pair->is_over ? MDG_MEASURE_FACILITIES_30_AND_OVER : MDG_MEASURE_FACILITIES_UNDER_10;
      observation.facility_type = i < 2 ? MDG_FACILITY_ALL : MDG_FACILITY_UNASSIGNED_1 + (i - 2);
      observation.doubt = i < 2 ? MDG_DOUBT_TYPE_INFERRED : MDG_DOUBT_TYPE_UNKNOWN;
      for (guint j = 0; j < 2; j++)
        {
          observation.month = pair->months[j];
          observation.value = pair->shares[j];
          mdg_import_output_add (output, entry, pair->line, &observation);
        }
    }

  if (entry->status == MDG_ENTRY_REFUSED)
    return;
  mdg_report_entry_take (entry, mdg_import_message_new (MDG_MESSAGE_TYPE_INFERRED, NULL));
  mdg_report_entry_take (entry, mdg_import_message_new (MDG_MESSAGE_TYPES_UNASSIGNED, "4", NULL));
}

/**
 * mdg_printed_emit:
 * @output: the output
 *
 * Hands out the figures that stand alone, as printed.
 */
void
mdg_printed_emit (MdgImportOutput *output)
{
  emit_claims_rates (output);
  emit_insured (output);
  emit_bands (output);
}
