/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import/deck/mdg-reconciler.h"

#include "import/deck/mdg-block-headings.h"
#include "import/deck/mdg-block-output.h"
#include "import/deck/mdg-known.h"
#include "import/deck/mdg-printed.h"
#include "import/deck/mdg-rates.h"
#include "import/deck/mdg-scan.h"
#include "import/deck/mdg-status.h"
#include "import/deck/mdg-totals.h"

#include <string.h>

static const MdgMeasure totals_measures[MDG_N_TYPE_COLUMNS] = {
  [MDG_COLUMN_VERIFICATIONS] = MDG_MEASURE_VERIFICATION_COUNT,
  [MDG_COLUMN_MNC] = MDG_MEASURE_MNC_COUNT,
  [MDG_COLUMN_INSURANCE_CARD] = MDG_MEASURE_INSURANCE_CARD_COUNT,
};

static const MdgMeasure views_measures[MDG_N_TYPE_COLUMNS] = {
  MDG_MEASURE_CHECKUP_VIEWS,
  MDG_MEASURE_DRUG_VIEWS,
  MDG_MEASURE_CARE_VIEWS,
};

static gboolean
same_values (const MdgTypeTable *a, const MdgTypeTable *b)
{
  return memcmp (a->values, b->values, sizeof a->values) == 0 &&
         memcmp (a->n_values, b->n_values, sizeof a->n_values) == 0;
}

/* A name and a number in a sentence look like a row, but not twice. */
static guint
count_type_rows (const MdgTypeTable *table)
{
  guint n = 0;

  for (guint type = 0; type < MDG_N_TYPE_ROWS; type++)
    n += table->n_values[type] > 0;

  return n;
}

/* The tables by facility type that are of one kind; the same table printed twice counts once. */
static GPtrArray *
select_type_tables (const MdgDeck *deck, gboolean totals)
{
  GPtrArray *selected = g_ptr_array_new ();

  for (guint i = 0; i < deck->type_tables->len; i++)
    {
      MdgTypeTable *table = g_ptr_array_index (deck->type_tables, i);
      gboolean is_new = count_type_rows (table) > 1 && mdg_type_table_is_totals (table) == totals;

      for (guint j = 0; is_new && j < selected->len; j++)
        is_new = !same_values (table, g_ptr_array_index (selected, j));
      if (is_new)
        g_ptr_array_add (selected, table);
    }

  return selected;
}

/* Where the words of a table's header stand on a line of @slide, or anywhere if @slide is NULL. */
static gboolean
find_header (const MdgDeck *deck,
             const MdgSlide *slide,
             const char *const *words,
             guint n_words,
             gsize *positions)
{
  guint first = slide != NULL ? slide->first_line : 0;
  guint end = slide != NULL ? slide->end_line : deck->slides->end_line;

  for (guint i = first; i < end; i++)
    {
      g_autofree char *text = mdg_scan_compact (mdg_document_get_line (deck->document, i)->text);
      guint n_found = 0;

      for (; n_found < n_words; n_found++)
        {
          const char *word = strstr (text, words[n_found]);

          if (word == NULL)
            break;
          positions[n_found] = word - text;
        }
      if (n_found == n_words)
        return TRUE;
    }

  return FALSE;
}

static gboolean
find_views_order (const MdgDeck *deck, guint line, guint *order)
{
  static const char *const words[MDG_N_TYPE_COLUMNS] = { "特定健診", "薬剤情報", "診療情報" };
  gsize positions[MDG_N_TYPE_COLUMNS];

  if (!find_header (deck, mdg_slides_find (deck->slides, line), words, MDG_N_TYPE_COLUMNS,
                    positions) &&
      !find_header (deck, NULL, words, MDG_N_TYPE_COLUMNS, positions))
    return FALSE;

  for (guint i = 0; i < MDG_N_TYPE_COLUMNS; i++)
    {
      order[i] = 0;
      for (guint j = 0; j < MDG_N_TYPE_COLUMNS; j++)
        order[i] += positions[j] < positions[i];
    }

  return TRUE;
}

/* Which of the two parts of the verifications is MNC. The header says it, unless a printed national
 * rate or the sums of the prefecture tables say otherwise. */
static guint
count_evidence (const MdgDeck *deck,
                const MdgTypeTable *table,
                guint whole,
                guint mnc,
                GPtrArray *blocks)
{
  const gint64 *all = table->values[MDG_FACILITY_ALL];
  const MdgHeadline *usage = mdg_status_find_usage (deck);
  guint n = 0;
  MdgDecimal rate;

  if (table->n_values[MDG_FACILITY_ALL] == MDG_N_TYPE_COLUMNS &&
      mdg_decimal_percent_ratio (all[mnc], all[whole], 2, &rate))
    {
      n += usage != NULL && mdg_decimal_compare (usage->share, rate) == 0;
      for (guint i = 0; i < deck->rate_tables->len; i++)
        {
          GArray *rows = g_ptr_array_index (deck->rate_tables, i);

          for (guint j = 0; j < rows->len; j++)
            {
              const MdgRateRow *row = &g_array_index (rows, MdgRateRow, j);

              n += row->area == MDG_AREA_NATIONAL && mdg_decimal_compare (row->rate, rate) == 0;
            }
        }
    }

  for (guint i = 0; i < blocks->len; i++)
    for (guint type = MDG_FACILITY_HOSPITAL; type < MDG_N_TYPE_ROWS; type++)
      n += ((const MdgBlock *) g_ptr_array_index (blocks, i))->mnc == table->values[type][mnc];

  return n;
}

static void
find_totals_order (const MdgDeck *deck, const MdgTypeTable *table, guint *order)
{
  static const char *const words[] = { "マイナンバーカード", "保険証" };
  g_autoptr (GPtrArray) blocks = mdg_blocks_assemble (deck, NULL);
  gsize positions[G_N_ELEMENTS (words)] = { 0, 1 };
  guint whole = mdg_type_table_find_whole (table);
  guint first_part = whole == 0 ? 1 : 0;
  guint second_part = whole == 2 ? 1 : 2;
  guint n_first;
  guint n_second;

  find_header (deck, mdg_slides_find (deck->slides, table->line), words, G_N_ELEMENTS (words),
               positions);
  n_first = count_evidence (deck, table, whole, first_part, blocks);
  n_second = count_evidence (deck, table, whole, second_part, blocks);
  if (n_second > n_first || (n_second == n_first && positions[1] < positions[0]))
    {
      guint swap = first_part;

      first_part = second_part;
      second_part = swap;
    }

  order[MDG_COLUMN_VERIFICATIONS] = whole;
  order[MDG_COLUMN_MNC] = first_part;
  order[MDG_COLUMN_INSURANCE_CARD] = second_part;
}

/* Two different tables of one kind, perhaps of two months: nothing tells which one is meant. */
static void
refuse_twice (MdgImportOutput *output, MdgTableKind kind, GPtrArray *tables)
{
  for (guint i = 0; i < tables->len; i++)
    {
      const MdgTypeTable *table = g_ptr_array_index (tables, i);
      const MdgTypeTable *other = g_ptr_array_index (tables, i == 0 ? 1 : 0);
      MdgReportEntry *entry = mdg_import_output_begin (output, kind, table->line);
      g_autofree char *page = mdg_import_output_page (output, other->line);

      mdg_report_entry_take (entry, mdg_import_message_new (MDG_MESSAGE_TWICE, page, NULL));
      mdg_import_output_refuse (entry);
    }
}

static MdgTotals *
take_totals (MdgImportOutput *output)
{
  g_autoptr (GPtrArray) tables = select_type_tables (output->deck, TRUE);
  const MdgTypeTable *table;
  guint order[MDG_N_TYPE_COLUMNS];

  if (tables->len == 0)
    mdg_import_output_begin (output, MDG_TABLE_TOTALS, MDG_NO_LINE);
  if (tables->len > 1)
    refuse_twice (output, MDG_TABLE_TOTALS, tables);
  if (tables->len != 1)
    return NULL;

  table = g_ptr_array_index (tables, 0);
  find_totals_order (output->deck, table, order);

  return mdg_totals_new (table, order, totals_measures, TRUE);
}

/* Whether its figures were handed out. */
static gboolean
emit_type_table (MdgImportOutput *output,
                 MdgTableKind kind,
                 MdgTotals *table,
                 const MdgMeasure *measures)
{
  MdgReportEntry *entry = mdg_import_output_begin (output, kind, table->line);

  mdg_import_output_take (entry, table->messages);
  if (!table->is_accepted)
    mdg_import_output_refuse (entry);

  for (guint type = 0; type < MDG_N_TYPE_ROWS; type++)
    for (guint column = 0;
         column < MDG_N_TYPE_COLUMNS && table->n_values[type] == MDG_N_TYPE_COLUMNS; column++)
      {
        MdgObservation observation = {
          .month = output->deck->month,
          .facility_type = (guint8) type,
          .measure = (guint8) measures[column],
          .quality = MDG_QUALITY_VERIFIED,
          .precision = MDG_PRECISION_EXACT,
          .value = MDG_DECIMAL (table->values[type][column], 0),
        };

        mdg_import_output_add (output, entry, table->lines[type], &observation);
      }

  return entry->status != MDG_ENTRY_REFUSED;
}

static void
emit_views (MdgImportOutput *output)
{
  g_autoptr (GPtrArray) tables = select_type_tables (output->deck, FALSE);
  g_autoptr (MdgTotals) views = NULL;
  const MdgTypeTable *table;
  guint order[MDG_N_TYPE_COLUMNS];

  if (tables->len == 0)
    mdg_import_output_begin (output, MDG_TABLE_VIEWS, MDG_NO_LINE);
  if (tables->len > 1)
    refuse_twice (output, MDG_TABLE_VIEWS, tables);
  if (tables->len != 1)
    return;

  table = g_ptr_array_index (tables, 0);
  if (!find_views_order (output->deck, table->line, order))
    {
      MdgReportEntry *entry = mdg_import_output_begin (output, MDG_TABLE_VIEWS, table->line);

      mdg_report_entry_take (entry, mdg_import_message_new (MDG_MESSAGE_COLUMNS_UNTOLD, NULL));
      mdg_import_output_refuse (entry);
      return;
    }

  views = mdg_totals_new (table, order, views_measures, FALSE);
  emit_type_table (output, MDG_TABLE_VIEWS, views, views_measures);
}

/* The rows of an open table that the printed rates by prefecture do not confirm. */
static guint
tell_by_pooled (const MdgRates *rates, GPtrArray *blocks, MdgArea *told)
{
  guint n_told = 0;

  for (MdgArea area = 1; area < MDG_N_AREAS; area++)
    {
      const MdgRateRow *printed = rates->rows[area];
      gint64 mnc = 0;
      gint64 verifications = 0;
      MdgDecimal rate;

      if (printed == NULL)
        return 0;
      for (guint i = 0; i < blocks->len; i++)
        {
          const MdgCountRow *row = ((const MdgBlock *) g_ptr_array_index (blocks, i))->rows[area];

          if (row == NULL)
            return 0;
          mnc += row->mnc;
          verifications += row->verifications;
        }
      if (!mdg_decimal_percent_ratio (mnc, verifications, printed->rate.decimals, &rate) ||
          mdg_decimal_compare (rate, printed->rate) != 0)
        told[n_told++] = area;
    }

  return n_told;
}

static gboolean
say_told (MdgBlock *block, MdgMessageCode because, MdgMessageCode code)
{
  guint n_messages = block->messages->len;
  gboolean is_told = FALSE;

  for (guint i = 0; i < n_messages; i++)
    {
      const MdgImportMessage *message = g_ptr_array_index (block->messages, i);

      if (message->code != because)
        continue;
      is_told = TRUE;
      mdg_block_say (block, mdg_import_message_new (code, message->args[0], NULL));
    }

  return is_told;
}

/* A sum says only that something is wrong. The row may be told by its rate, by the prefecture's rate
 * over all four tables, or by its rank; about a quarter of all wrong digits show in none of them. */
static void
tell_rows (GPtrArray *blocks, const MdgRates *rates)
{
  for (guint i = 0; i < blocks->len; i++)
    {
      MdgBlock *block = g_ptr_array_index (blocks, i);
      gboolean others_are_sound = blocks->len == MDG_MAX_BLOCKS;
      MdgArea told[MDG_N_AREAS];
      guint n_told = 0;

      if (!mdg_block_says (block, MDG_MESSAGE_SUM_OPEN) ||
          mdg_block_says (block, MDG_MESSAGE_INCOMPLETE))
        continue;
      if (say_told (block, MDG_MESSAGE_RATE_OPEN, MDG_MESSAGE_ROW_TOLD_BY_RATE))
        continue;

      for (guint j = 0; j < blocks->len; j++)
        others_are_sound =
          others_are_sound && (i == j || !((MdgBlock *) g_ptr_array_index (blocks, j))->is_refused);
      if (others_are_sound && !rates->is_refused)
        n_told = tell_by_pooled (rates, blocks, told);
      for (guint j = 0; j < n_told; j++)
        mdg_block_say (block, mdg_import_message_new (MDG_MESSAGE_ROW_TOLD_BY_POOLED,
                                                      mdg_area_get_code (told[j]), NULL));

      if (n_told == 0 && !say_told (block, MDG_MESSAGE_RANK_OPEN, MDG_MESSAGE_ROW_TOLD_BY_RANK))
        mdg_block_say (block, mdg_import_message_new (MDG_MESSAGE_ROW_UNTOLD, NULL));
    }
}

/* Totals that were refused are still known if they were repaired and four tables add up to them. */
static MdgNational
find_national (const MdgTotals *totals, GPtrArray *blocks)
{
  MdgNational national = { 0 };
  gboolean all_close = blocks->len == MDG_MAX_BLOCKS;

  for (guint i = 0; i < blocks->len; i++)
    {
      const MdgBlock *block = g_ptr_array_index (blocks, i);

      all_close = all_close && !block->is_refused && block->sums_close;
      national.mnc += block->mnc;
      national.verifications += block->verifications;
    }

  if (totals != NULL && totals->is_accepted)
    {
      national.mnc = totals->values[MDG_FACILITY_ALL][MDG_COLUMN_MNC];
      national.verifications = totals->values[MDG_FACILITY_ALL][MDG_COLUMN_VERIFICATIONS];
      national.is_known = TRUE;
    }
  else
    {
      national.is_known = all_close;
    }

  return national;
}

/* Without national counts the two places that print the national rate can only be held against each
 * other; if they differ, neither can be believed. */
static gboolean
usage_contradicts_rates (const MdgDeck *deck, const MdgNational *national, MdgRates *rates)
{
  const MdgHeadline *usage = mdg_status_find_usage (deck);
  const MdgRateRow *row = rates->rows[MDG_AREA_NATIONAL];

  if (national->is_known || usage == NULL || row == NULL ||
      mdg_decimal_compare (usage->share, row->rate) == 0)
    return FALSE;

  rates->is_refused = TRUE;
  g_ptr_array_add (rates->messages, mdg_import_message_new (MDG_MESSAGE_CULPRIT_UNTOLD, NULL));

  return TRUE;
}

/**
 * mdg_reconcile:
 * @output: an output with a deck
 *
 * Tries the laws on the deck's candidates, tells by arithmetic which table is to blame where one
 * does not hold, and hands out what is left.
 */
void
mdg_reconcile (MdgImportOutput *output)
{
  const MdgDeck *deck = output->deck;
  g_autoptr (MdgTotals) totals = take_totals (output);
  g_autoptr (GPtrArray) blocks = mdg_blocks_assemble (deck, totals);
  g_autoptr (MdgRates) rates = NULL;
  MdgNational national;
  MdgStatus status = { .national = &national, .totals_line = MDG_NO_LINE };

  mdg_blocks_read_headings (blocks, deck->document);
  for (guint i = 0; i < blocks->len; i++)
    mdg_block_check (g_ptr_array_index (blocks, i), deck, totals);

  mdg_blocks_ask (blocks, output);

  rates = mdg_rates_new (output, blocks);
  mdg_rates_pool (rates, blocks);
  tell_rows (blocks, rates);
  national = find_national (totals, blocks);
  mdg_rates_check_national (rates, &national);
  mdg_rates_check_bounds (rates);
  mdg_known_check_rates (output, rates);
  mdg_known_check_blocks (output, blocks);
  status.usage_is_refused = usage_contradicts_rates (deck, &national, rates);

  if (totals != NULL && emit_type_table (output, MDG_TABLE_TOTALS, totals, totals_measures))
    status.totals_line = totals->lines[MDG_FACILITY_ALL];
  emit_views (output);
  mdg_printed_emit (output);
  mdg_blocks_emit (blocks, output, rates->doubtful);

  status.rate_is_out = mdg_rates_emit (rates, output);
  mdg_status_emit (&status, output);
}
