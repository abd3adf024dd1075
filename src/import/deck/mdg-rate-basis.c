/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import/deck/mdg-rate-basis.h"

#include "import/deck/mdg-rate-runs.h"
#include "import/deck/mdg-scan.h"

#include <string.h>

/*
 * Later decks show rates by prefecture on the basis of claims. No law reaches those, and they must
 * never be taken for the rates by verifications.
 */

/* Where slides are not told apart, the words of a table stand this near. */
#define LINES_ABOVE 15u
#define LINES_BELOW 10u

/* Claims are counted two months late at most. */
#define MONTHS_BEFORE 3

static void
find_lines (const MdgDeck *deck, GArray *table, guint *first, guint *end)
{
  guint first_row = g_array_index (table, MdgRateRow, 0).line;
  guint last_row = g_array_index (table, MdgRateRow, table->len - 1).line;
  const MdgSlide *slide = mdg_slides_find (deck->slides, first_row);

  *first = first_row > LINES_ABOVE ? first_row - LINES_ABOVE : 0;
  *end = MIN (MAX (first_row, last_row) + LINES_BELOW + 1, deck->slides->end_line);
  if (slide != NULL)
    {
      *first = slide->first_line;
      *end = slide->end_line;
    }
}

static gboolean
has_words (const MdgDeck *deck, guint first, guint end, const char *const *words)
{
  for (guint i = first; i < end; i++)
    {
      g_autofree char *text = mdg_scan_compact (mdg_document_get_line (deck->document, i)->text);

      for (guint j = 0; words[j] != NULL; j++)
        if (strstr (text, words[j]) != NULL)
          return TRUE;
    }

  return FALSE;
}

/**
 * mdg_rate_basis_is_claims:
 * @deck: a deck
 * @table: (element-type MdgRateRow): one of its tables of rates by prefecture
 *
 * The words beside a table tell its basis, unless its national rate is that of the verifications.
 *
 * Returns: whether the rates are by claims
 */
gboolean
mdg_rate_basis_is_claims (const MdgDeck *deck, GArray *table)
{
  static const char *const claims[] = { "レセプト件数ベース", "/レセプト件数", "÷レセプト件数",
                                        NULL };
  static const char *const verifications[] = { "オンライン資格確認利用件数", "オン資件数", NULL };
  guint first;
  guint end;

  find_lines (deck, table, &first, &end);
  if (!has_words (deck, first, end, claims) || has_words (deck, first, end, verifications))
    return FALSE;

  for (guint i = 0; i < table->len; i++)
    {
      const MdgRateRow *row = &g_array_index (table, MdgRateRow, i);

      if (row->area == MDG_AREA_NATIONAL && mdg_rate_is_national (row->rate, deck->type_tables))
        return FALSE;
    }

  return TRUE;
}

/* The month that the words beside the table tell. */
static MdgMonth
find_month (const MdgDeck *deck, GArray *table)
{
  MdgMonth found = MDG_MONTH_NONE;
  guint first;
  guint end;

  find_lines (deck, table, &first, &end);
  for (guint i = 0; i < deck->month_notes->len; i++)
    {
      const MdgMonthNote *note = &g_array_index (deck->month_notes, MdgMonthNote, i);

      if (note->line < first || note->line >= end)
        continue;
      if (found != MDG_MONTH_NONE && note->month != found)
        return MDG_MONTH_NONE;
      found = note->month;
    }

  return found;
}

static gboolean
stands_twice (GArray *table, MdgArea area)
{
  guint n = 0;

  for (guint i = 0; i < table->len; i++)
    n += g_array_index (table, MdgRateRow, i).area == area;

  return n > 1;
}

/* Every area once, and a month that can be. */
static gboolean
check (const MdgImportOutput *output, MdgReportEntry *entry, GArray *table, MdgMonth month)
{
  g_autofree char *n = mdg_import_output_number (table->len);
  g_autofree char *wanted = mdg_import_output_number (MDG_N_AREAS);
  g_autofree char *month_text = NULL;
  g_autofree char *deck_text = NULL;
  gboolean is_whole = table->len == MDG_N_AREAS;

  for (guint i = 0; i < table->len; i++)
    {
      const MdgRateRow *row = &g_array_index (table, MdgRateRow, i);

      is_whole = is_whole && !row->is_doubtful;
      if (!stands_twice (table, row->area))
        continue;
      mdg_report_entry_take (entry, mdg_import_message_new (MDG_MESSAGE_AREA_TWICE,
                                                            mdg_area_get_code (row->area), NULL));
      return FALSE;
    }
  if (!is_whole)
    {
      mdg_report_entry_take (entry,
                             mdg_import_message_new (MDG_MESSAGE_INCOMPLETE, n, wanted, NULL));
      return FALSE;
    }
  if (month == MDG_MONTH_NONE)
    {
      mdg_report_entry_take (entry, mdg_import_message_new (MDG_MESSAGE_DATE_UNTOLD, NULL));
      return FALSE;
    }
  if (month <= output->deck->month && month + MONTHS_BEFORE >= output->deck->month)
    return TRUE;

  month_text = mdg_month_to_string (month);
  deck_text = mdg_month_to_string (output->deck->month);
  mdg_report_entry_take (
    entry, mdg_import_message_new (MDG_MESSAGE_DATE_ODD, month_text, deck_text, NULL));

  return FALSE;
}

/* The national rate by claims also stands in a sentence, which hands it out. */
static const MdgClaimsRate *
find_sentence (const MdgDeck *deck, MdgMonth month)
{
  for (guint i = 0; i < deck->claims_rates->len; i++)
    {
      const MdgClaimsRate *rate = &g_array_index (deck->claims_rates, MdgClaimsRate, i);

      if (rate->month == month)
        return rate;
    }

  return NULL;
}

/**
 * mdg_rate_basis_emit:
 * @output: the output
 * @table: (element-type MdgRateRow): rates by claims
 *
 * Hands out rates by claims, as printed. Their changes are left out: a change does not say of which
 * rate it is.
 */
void
mdg_rate_basis_emit (MdgImportOutput *output, GArray *table)
{
  MdgReportEntry *entry = mdg_import_output_begin (output, MDG_TABLE_PREFECTURES,
                                                   g_array_index (table, MdgRateRow, 0).line);
  MdgMonth month = find_month (output->deck, table);

  if (!check (output, entry, table, month))
    mdg_import_output_refuse (entry);

  for (guint i = 0; month != MDG_MONTH_NONE && i < table->len; i++)
    {
      const MdgRateRow *row = &g_array_index (table, MdgRateRow, i);
      MdgObservation observation = {
        .month = month,
        .area = row->area,
        .facility_type = MDG_FACILITY_ALL,
        .measure = MDG_MEASURE_USAGE_RATE_CLAIMS,
        .quality = MDG_QUALITY_PRINTED,
        .precision = MDG_PRECISION_EXACT,
        .value = row->rate,
      };

      if (row->is_doubtful || stands_twice (table, row->area) ||
          (row->area == MDG_AREA_NATIONAL && find_sentence (output->deck, month) != NULL))
        continue;
      mdg_import_output_add (output, entry, row->line, &observation);
    }
}
