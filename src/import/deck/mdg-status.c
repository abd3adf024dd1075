/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import/deck/mdg-status.h"

#include <stdlib.h>

/* A stock is reported for a day near the month of the figures. */
#define MONTHS_BEFORE 3
#define MONTHS_AFTER 2
#define POPULATION_MONTHS_BEFORE 36

/* The register population and the population that shares are printed of differ by less than this. */
#define POPULATION_TOLERANCE_PERCENT 3

/* Half of the unit a count in 万 is rounded to. */
#define ROUNDING 5000

/*
 * The note says March 2024, when the ministry first showed the figure; by its other decks 838万件 and
 * 4.99 % are of February 2024.
 */
#define DISPUTED_MONTH MDG_MONTH (2024, 3)
#define MONTH_BY_OTHER_DECKS MDG_MONTH (2024, 2)

static guint8
precision_of (gint64 count)
{
  return count % 10000 == 0 ? MDG_PRECISION_ROUNDED_10000 : MDG_PRECISION_EXACT;
}

static const MdgHeadline *
find_headline (const MdgDeck *deck, MdgMeasure measure, gboolean *is_contradicted)
{
  const MdgHeadline *found = NULL;

  *is_contradicted = FALSE;
  for (guint i = 0; i < deck->headlines->len; i++)
    {
      const MdgHeadline *headline = &g_array_index (deck->headlines, MdgHeadline, i);

      if (headline->measure != measure)
        continue;
      if (found == NULL)
        found = headline;
      else if (found->count != headline->count || found->month != headline->month ||
               mdg_decimal_compare (found->share, headline->share) != 0)
        *is_contradicted = TRUE;
    }

  return found;
}

/**
 * mdg_status_find_usage:
 * @deck: a deck
 *
 * Returns: (transfer none) (nullable): the headline with the month's count and rate
 */
const MdgHeadline *
mdg_status_find_usage (const MdgDeck *deck)
{
  gboolean is_contradicted;
  const MdgHeadline *usage = find_headline (deck, MDG_MEASURE_MNC_COUNT, &is_contradicted);

  return is_contradicted ? NULL : usage;
}

static void
say_readings (MdgImportOutput *output,
              MdgReportEntry *entry,
              MdgMessageCode code,
              MdgMeasure measure,
              gint64 value,
              guint line,
              gint64 other_value,
              guint other_line)
{
  g_autofree char *value_text = mdg_import_output_number (value);
  g_autofree char *page = mdg_import_output_page (output, line);
  g_autofree char *other_value_text = mdg_import_output_number (other_value);
  g_autofree char *other_page = other_line != MDG_NO_LINE
                                  ? mdg_import_output_page (output, other_line)
                                  : g_strdup (MDG_PLACE_SUMS);

  mdg_report_entry_take (entry,
                         mdg_import_message_new (code, mdg_measure_get_id (measure), value_text,
                                                 page, other_value_text, other_page, NULL));
}

/* The date of the baseline figures. Three notes stand in the text without a figure: a note of a
 * month's end is of the stocks, a note of a month is of the flow. */
static MdgMonth
find_baseline_month (const MdgDeck *deck, gboolean is_stock)
{
  MdgMonth month = MDG_MONTH_NONE;

  for (guint i = 0; i < deck->baseline_notes->len; i++)
    {
      const MdgBaselineNote *note = &g_array_index (deck->baseline_notes, MdgBaselineNote, i);

      if (note->is_end_of_month != is_stock)
        continue;
      if (month != MDG_MONTH_NONE && month != note->month)
        return MDG_MONTH_NONE;
      month = note->month;
    }

  return month < deck->month ? month : MDG_MONTH_NONE;
}

static void
emit_headline (MdgImportOutput *output,
               MdgReportEntry *entry,
               const MdgHeadline *headline,
               gboolean is_baseline,
               MdgObservation observation,
               MdgMeasure share)
{
  gint64 count = is_baseline ? headline->baseline_count : headline->count;

  observation.quality = MDG_QUALITY_PRINTED;
  if (count >= 0)
    {
      observation.measure = headline->measure;
      observation.precision = precision_of (count);
      observation.value = MDG_DECIMAL (count, 0);
      mdg_import_output_add (output, entry, headline->line, &observation);
    }
  if (!is_baseline || headline->has_baseline_share)
    {
      observation.measure = share;
      observation.precision = MDG_PRECISION_EXACT;
      observation.value = is_baseline ? headline->baseline_share : headline->share;
      mdg_import_output_add (output, entry, headline->line, &observation);
    }
}

static void
emit_stock_baseline (MdgImportOutput *output,
                     MdgReportEntry *entry,
                     const MdgHeadline *headline,
                     MdgMeasure share)
{
  MdgMonth month = find_baseline_month (output->deck, TRUE);
  MdgDay day = mdg_month_last_day (month);
  g_autofree char *day_text = NULL;

  if (headline->baseline_count < 0 && !headline->has_baseline_share)
    return;
  if (month == MDG_MONTH_NONE)
    {
      mdg_report_entry_take (entry, mdg_import_message_new (MDG_MESSAGE_BASELINE_UNTOLD, NULL));
      return;
    }

  day_text = mdg_day_to_string (day);
  mdg_report_entry_take (entry,
                         mdg_import_message_new (MDG_MESSAGE_BASELINE_INFERRED, day_text, NULL));
  emit_headline (
    output, entry, headline, TRUE,
    (MdgObservation) { .month = month, .as_of = day, .doubt = MDG_DOUBT_DATE_INFERRED }, share);
}

static gboolean
check_month (MdgImportOutput *output,
             MdgReportEntry *entry,
             MdgMonth month,
             guint months_before,
             guint months_after)
{
  MdgMonth deck_month = output->deck->month;
  g_autofree char *month_text = NULL;
  g_autofree char *deck_text = NULL;

  if (month + months_before >= deck_month && month <= deck_month + months_after)
    return TRUE;

  month_text = mdg_month_to_string (month);
  deck_text = mdg_month_to_string (deck_month);
  mdg_report_entry_take (
    entry, mdg_import_message_new (MDG_MESSAGE_DATE_ODD, month_text, deck_text, NULL));
  return FALSE;
}

/* Nobody is registered without a card, and there are no more cards than people. Whether @part is
 * within @whole; a count that is not there is -1. */
static gboolean
check_part (MdgReportEntry *entry, MdgMeasure part, gint64 n_part, MdgMeasure whole, gint64 n_whole)
{
  g_autofree char *part_text = mdg_import_output_number (n_part);
  g_autofree char *whole_text = mdg_import_output_number (n_whole);

  if (n_part < 0 || n_whole < 0 || n_part <= n_whole)
    return TRUE;

  mdg_report_entry_take (
    entry, mdg_import_message_new (MDG_MESSAGE_EXCEEDS, mdg_measure_get_id (part), part_text,
                                   mdg_measure_get_id (whole), whole_text, NULL));
  return FALSE;
}

/* Nothing tells which of two is wrong, so each of them is refused. */
static gboolean
check_holders (MdgReportEntry *entry, const MdgHeadline *holders, const MdgBareCount *population)
{
  return holders == NULL || population == NULL ||
         check_part (entry, MDG_MEASURE_CARD_HOLDERS, holders->count, MDG_MEASURE_POPULATION,
                     population->count);
}

static gboolean
check_registrants (MdgReportEntry *entry, const MdgDeck *deck)
{
  gboolean is_contradicted;
  const MdgHeadline *holders = find_headline (deck, MDG_MEASURE_CARD_HOLDERS, &is_contradicted);
  const MdgHeadline *registrants = find_headline (deck, MDG_MEASURE_REGISTRANTS, &is_contradicted);

  if (holders == NULL || registrants == NULL || holders->month != registrants->month)
    return TRUE;

  return check_part (entry, MDG_MEASURE_REGISTRANTS, registrants->count, MDG_MEASURE_CARD_HOLDERS,
                     holders->count) &&
         check_part (entry, MDG_MEASURE_REGISTRANTS, registrants->baseline_count,
                     MDG_MEASURE_CARD_HOLDERS, holders->baseline_count);
}

/* Card holders or registrants. @contradiction is a reading that fits neither, or NULL. */
static void
emit_stock (MdgImportOutput *output,
            MdgTableKind kind,
            MdgMeasure measure,
            MdgMeasure share,
            const MdgBareCount *agreeing,
            const MdgBareCount *contradiction,
            const MdgBareCount *population)
{
  gboolean is_contradicted;
  const MdgHeadline *headline = find_headline (output->deck, measure, &is_contradicted);
  MdgReportEntry *entry =
    mdg_import_output_begin (output, kind, headline != NULL ? headline->line : MDG_NO_LINE);

  if (headline == NULL)
    return;

  if (agreeing != NULL)
    {
      g_autofree char *value = mdg_import_output_number (headline->count);

      if (agreeing->misprint != NULL)
        mdg_report_entry_take (
          entry, mdg_import_message_new (MDG_MESSAGE_MISPRINT, agreeing->misprint, value, NULL));
      say_readings (output, entry, MDG_MESSAGE_READINGS_AGREE, measure, headline->count,
                    headline->line, agreeing->count, agreeing->line);
    }
  if (is_contradicted || (agreeing == NULL && contradiction != NULL))
    {
      say_readings (output, entry, MDG_MESSAGE_READINGS_DIFFER, measure, headline->count,
                    headline->line, contradiction != NULL ? contradiction->count : headline->count,
                    contradiction != NULL ? contradiction->line : headline->line);
      mdg_import_output_refuse (entry);
    }
  else if ((measure == MDG_MEASURE_CARD_HOLDERS && !check_holders (entry, headline, population)) ||
           !check_registrants (entry, output->deck) ||
           !check_month (output, entry, headline->month, MONTHS_BEFORE, MONTHS_AFTER))
    {
      mdg_import_output_refuse (entry);
    }

  emit_headline (
    output, entry, headline, FALSE,
    (MdgObservation) { .month = headline->month, .as_of = mdg_month_last_day (headline->month) },
    share);
  emit_stock_baseline (output, entry, headline, share);
}

static gboolean
is_population (const MdgBareCount *bare, const MdgHeadline *holders)
{
  gint64 expected;

  if (holders == NULL || holders->share.digits <= 0)
    return TRUE;

  /* holders / (share / 100), with the share's decimals. */
  expected = holders->count * 100 / holders->share.digits;
  for (guint i = 0; i < holders->share.decimals && expected < G_MAXINT64 / 10; i++)
    expected *= 10;

  return llabs (bare->count - expected) <= expected / 100 * POPULATION_TOLERANCE_PERCENT;
}

static void
emit_population (MdgImportOutput *output,
                 const MdgBareCount *population,
                 const MdgHeadline *holders)
{
  MdgDay day = output->deck->population_day;
  MdgReportEntry *entry = mdg_import_output_begin (
    output, MDG_TABLE_POPULATION, population != NULL ? population->line : MDG_NO_LINE);
  MdgObservation observation = {
    .month = mdg_day_get_month (day),
    .as_of = day,
    .measure = MDG_MEASURE_POPULATION,
    .quality = MDG_QUALITY_PRINTED,
  };

  if (population == NULL)
    return;
  if (day == MDG_DAY_NONE || population->misprint != NULL)
    {
      mdg_report_entry_take (entry, mdg_import_message_new (MDG_MESSAGE_DATE_UNTOLD, NULL));
      mdg_import_output_refuse (entry);
      return;
    }
  if (!check_holders (entry, holders, population) ||
      !check_month (output, entry, observation.month, POPULATION_MONTHS_BEFORE, 0))
    mdg_import_output_refuse (entry);

  observation.precision = precision_of (population->count);
  observation.value = MDG_DECIMAL (population->count, 0);
  mdg_import_output_add (output, entry, population->line, &observation);
}

/* The bare counts of the slide repeat the holders and the registrants, and add the population. A
 * count that is none of the three contradicts the one that is not repeated. */
static void
emit_people (MdgImportOutput *output)
{
  const MdgDeck *deck = output->deck;
  gboolean is_contradicted;
  const MdgHeadline *holders = find_headline (deck, MDG_MEASURE_CARD_HOLDERS, &is_contradicted);
  const MdgHeadline *registrants = find_headline (deck, MDG_MEASURE_REGISTRANTS, &is_contradicted);
  const MdgBareCount *holders_again = NULL;
  const MdgBareCount *registrants_again = NULL;
  const MdgBareCount *population = NULL;
  const MdgBareCount *stray = NULL;
  const MdgBareCount *other = NULL;

  for (guint i = 0; i < deck->bare_counts->len; i++)
    {
      const MdgBareCount *bare = &g_array_index (deck->bare_counts, MdgBareCount, i);

      if (holders != NULL && bare->count == holders->count && holders_again == NULL)
        holders_again = bare;
      else if (registrants != NULL && bare->count == registrants->count &&
               registrants_again == NULL)
        registrants_again = bare;
      else if (population == NULL && is_population (bare, holders))
        population = bare;
      else if (stray == NULL)
        stray = bare;
      else
        other = bare;
    }

  /* With all else in its place, what is left is the population, however odd. */
  if (population == NULL && stray != NULL && other == NULL && holders_again != NULL &&
      registrants_again != NULL)
    {
      population = stray;
      stray = NULL;
    }

  emit_population (output, population, holders);
  emit_stock (output, MDG_TABLE_CARD_HOLDERS, MDG_MEASURE_CARD_HOLDERS, MDG_MEASURE_HOLDER_SHARE,
              holders_again, stray, population);
  emit_stock (output, MDG_TABLE_REGISTRANTS, MDG_MEASURE_REGISTRANTS,
              MDG_MEASURE_REGISTRATION_SHARE, registrants_again, stray, population);
}

static gboolean
check_usage (const MdgStatus *self,
             MdgImportOutput *output,
             MdgReportEntry *entry,
             const MdgHeadline *usage)
{
  MdgDecimal rate = MDG_DECIMAL (0, 0);
  g_autofree char *printed = mdg_decimal_to_string (usage->share);
  g_autofree char *computed = NULL;

  if (!self->national->is_known)
    return TRUE;

  if (llabs (usage->count - self->national->mnc) > ROUNDING)
    {
      say_readings (output, entry, MDG_MESSAGE_READINGS_DIFFER, MDG_MEASURE_MNC_COUNT, usage->count,
                    usage->line, self->national->mnc, self->totals_line);
      return FALSE;
    }

  mdg_decimal_percent_ratio (self->national->mnc, self->national->verifications,
                             usage->share.decimals, &rate);
  if (mdg_decimal_compare (rate, usage->share) != 0)
    {
      computed = mdg_decimal_to_string (rate);
      mdg_report_entry_take (
        entry, mdg_import_message_new (MDG_MESSAGE_NATIONAL_RATE_OPEN, printed, computed, NULL));
      return FALSE;
    }

  say_readings (output, entry, MDG_MESSAGE_READINGS_AGREE, MDG_MEASURE_MNC_COUNT, usage->count,
                usage->line, self->national->mnc, self->totals_line);
  return TRUE;
}

static void
emit_usage_baseline (MdgImportOutput *output, MdgReportEntry *entry, const MdgHeadline *usage)
{
  MdgMonth month = find_baseline_month (output->deck, FALSE);
  MdgObservation observation = { .month = month, .doubt = MDG_DOUBT_DATE_INFERRED };
  g_autofree char *printed = NULL;
  g_autofree char *other = NULL;

  if (usage->baseline_count < 0 && !usage->has_baseline_share)
    return;
  if (month == MDG_MONTH_NONE)
    {
      mdg_report_entry_take (entry, mdg_import_message_new (MDG_MESSAGE_BASELINE_UNTOLD, NULL));
      return;
    }

  if (month == DISPUTED_MONTH)
    {
      printed = mdg_month_to_string (month);
      other = mdg_month_to_string (MONTH_BY_OTHER_DECKS);
      mdg_report_entry_take (
        entry, mdg_import_message_new (MDG_MESSAGE_BASELINE_DISPUTED, printed, other, NULL));
      observation.month = MONTH_BY_OTHER_DECKS;
      observation.doubt = MDG_DOUBT_MONTH_DISPUTED;
    }
  emit_headline (output, entry, usage, TRUE, observation, MDG_MEASURE_USAGE_RATE_ONLINE);
}

/* The month's count and rate. Slide 1 has the count in full and slide 12 the rate: what they hand
 * out is not repeated here, only confirmed. */
static void
emit_usage (const MdgStatus *self, MdgImportOutput *output)
{
  gboolean is_contradicted;
  gboolean is_refused;
  const MdgHeadline *usage = find_headline (output->deck, MDG_MEASURE_MNC_COUNT, &is_contradicted);
  MdgReportEntry *entry =
    mdg_import_output_begin (output, MDG_TABLE_USAGE, usage != NULL ? usage->line : MDG_NO_LINE);
  MdgObservation observation = { .month = output->deck->month };

  if (usage == NULL)
    return;
  if (is_contradicted)
    say_readings (output, entry, MDG_MESSAGE_READINGS_DIFFER, MDG_MEASURE_MNC_COUNT, usage->count,
                  usage->line, usage->count, usage->line);
  if (self->usage_is_refused)
    mdg_report_entry_take (entry, mdg_import_message_new (MDG_MESSAGE_CULPRIT_UNTOLD, NULL));
  is_refused =
    is_contradicted || self->usage_is_refused || !check_usage (self, output, entry, usage);
  if (is_refused)
    mdg_import_output_refuse (entry);

  if (self->totals_line != MDG_NO_LINE && !is_refused)
    {
      entry->n_confirmed++;
    }
  else
    {
      observation.measure = MDG_MEASURE_MNC_COUNT;
      observation.quality = MDG_QUALITY_PRINTED;
      observation.precision = precision_of (usage->count);
      observation.value = MDG_DECIMAL (usage->count, 0);
      mdg_import_output_add (output, entry, usage->line, &observation);
    }

  if (self->rate_is_out && !is_refused)
    {
      entry->n_confirmed++;
    }
  else
    {
      observation.measure = MDG_MEASURE_USAGE_RATE_ONLINE;
      observation.quality = self->national->is_known ? MDG_QUALITY_VERIFIED : MDG_QUALITY_PRINTED;
      observation.precision = MDG_PRECISION_EXACT;
      observation.value = usage->share;
      mdg_import_output_add (output, entry, usage->line, &observation);
    }

  emit_usage_baseline (output, entry, usage);
}

/**
 * mdg_status_emit:
 * @self: what the other tables say
 * @output: the output
 *
 * Hands out the figures of the status slide: population, card holders, registrants and usage, with
 * their baselines. No law reaches the people; the usage must agree with the other tables.
 */
void
mdg_status_emit (const MdgStatus *self, MdgImportOutput *output)
{
  emit_people (output);
  emit_usage (self, output);
}
