/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import/deck/mdg-type-output.h"

#include "import/deck/mdg-blocks.h"
#include "import/deck/mdg-scan.h"
#include "import/deck/mdg-status.h"
#include "import/deck/mdg-type-readings.h"

#include <string.h>

/*
 * Which table by facility type is that of the totals and which that of the views, and which of their
 * readings is right. What the laws leave open is asked.
 */

/* A month that stands further above a table is not its own. */
#define MAX_LINES_ABOVE 20u

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
        is_new = !mdg_type_table_same_values (table, g_ptr_array_index (selected, j));
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

/* The tables and the other ways to read them. */
static GPtrArray *
list_readings (GPtrArray *tables)
{
  GPtrArray *readings = g_ptr_array_new ();

  for (guint i = 0; i < tables->len; i++)
    {
      const MdgTypeTable *table = g_ptr_array_index (tables, i);

      g_ptr_array_add (readings, (gpointer) table);
      for (guint j = 0; table->others != NULL && j < table->others->len; j++)
        g_ptr_array_add (readings, g_ptr_array_index (table->others, j));
    }

  return readings;
}

static gboolean
are_lawful (GPtrArray *readings)
{
  for (guint i = 0; i < readings->len; i++)
    if (!mdg_type_table_is_lawful (g_ptr_array_index (readings, i)))
      return FALSE;

  return TRUE;
}

/* The line after the last one above @table that is another slide's or another table's. */
static guint
find_first_line (const MdgDeck *deck, const MdgTypeTable *table)
{
  const MdgSlide *slide = mdg_slides_find (deck->slides, table->line);
  guint first = table->line > MAX_LINES_ABOVE ? table->line - MAX_LINES_ABOVE : 0;

  if (slide != NULL)
    first = MAX (first, slide->first_line);
  for (guint i = 0; i < deck->type_tables->len; i++)
    for (guint type = 0; type < MDG_N_TYPE_ROWS; type++)
      {
        const MdgTypeTable *other = g_ptr_array_index (deck->type_tables, i);

        if (other->n_values[type] > 0 && other->lines[type] < table->line)
          first = MAX (first, other->lines[type] + 1);
      }

  return first;
}

/* The month that stands nearest above the table. */
static MdgMonth
find_month (const MdgDeck *deck, const MdgTypeTable *table)
{
  guint first = find_first_line (deck, table);

  for (guint i = table->line; i > first; i--)
    for (const char *p = mdg_document_get_line (deck->document, i - 1)->text; *p != '\0';
         p = g_utf8_next_char (p))
      {
        const char *after = p;
        MdgMonth month;

        if (mdg_scan_month (&after, &month))
          return month;
      }

  return MDG_MONTH_NONE;
}

static gboolean
are_of_different_months (const MdgDeck *deck, GPtrArray *tables)
{
  MdgMonth first = find_month (deck, g_ptr_array_index (tables, 0));

  for (guint i = 1; i < tables->len; i++)
    {
      MdgMonth month = find_month (deck, g_ptr_array_index (tables, i));

      if (month != MDG_MONTH_NONE && first != MDG_MONTH_NONE && month != first)
        return TRUE;
    }

  return FALSE;
}

/* The table of totals that the printed national rate and the tables by prefecture speak for most. */
static const MdgTypeTable *
find_by_evidence (const MdgDeck *deck, GPtrArray *tables)
{
  g_autoptr (GPtrArray) blocks = mdg_blocks_assemble (deck, NULL);
  const MdgTypeTable *best = NULL;
  guint n_best = 0;

  for (guint i = 0; i < tables->len; i++)
    {
      const MdgTypeTable *table = g_ptr_array_index (tables, i);
      guint whole = mdg_type_table_find_whole (table);
      guint n = MAX (count_evidence (deck, table, whole, (whole + 1) % MDG_N_TYPE_COLUMNS, blocks),
                     count_evidence (deck, table, whole, (whole + 2) % MDG_N_TYPE_COLUMNS, blocks));

      if (!mdg_type_table_is_lawful (table) || n < n_best)
        continue;
      /* As much for two is for neither. */
      best = n > n_best ? table : NULL;
      n_best = n;
    }

  return best;
}

static MdgReportEntry *
begin_twice (MdgImportOutput *output,
             MdgTableKind kind,
             const MdgTypeTable *table,
             const MdgTypeTable *other)
{
  MdgReportEntry *entry = mdg_import_output_begin (output, kind, table->line);
  g_autofree char *page = mdg_import_output_page (output, other->line);

  mdg_report_entry_take (entry, mdg_import_message_new (MDG_MESSAGE_TWICE, page, NULL));

  return entry;
}

/* Two different tables of one kind, perhaps of two months: @chosen is the right one, or nothing tells
 * which is meant. */
static void
refuse_twice (MdgImportOutput *output,
              MdgTableKind kind,
              GPtrArray *tables,
              const MdgTypeTable *chosen)
{
  for (guint i = 0; i < tables->len; i++)
    {
      const MdgTypeTable *table = g_ptr_array_index (tables, i);
      const MdgTypeTable *other = g_ptr_array_index (tables, i == 0 ? 1 : 0);

      if (table != chosen)
        mdg_import_output_refuse (begin_twice (output, kind, table, other));
    }
}

static gboolean
row_is_same (const MdgTypeTable *a, const MdgTypeTable *b, guint type)
{
  return memcmp (a->values[type], b->values[type], sizeof a->values[type]) == 0;
}

/* The first row in which this reading and the first of the others differ, as people can find it. */
static char *
describe_reading (GPtrArray *readings, guint index)
{
  const MdgTypeTable *reading = g_ptr_array_index (readings, index);
  const MdgTypeTable *other = g_ptr_array_index (readings, index == 0 ? 1 : 0);
  guint type = MDG_FACILITY_HOSPITAL;

  while (type < MDG_FACILITY_PHARMACY && row_is_same (reading, other, type))
    type++;

  return g_strdup_printf ("%s %'" G_GINT64_FORMAT " %'" G_GINT64_FORMAT " %'" G_GINT64_FORMAT,
                          mdg_facility_type_get_name_ja (type), reading->values[type][0],
                          reading->values[type][1], reading->values[type][2]);
}

/* Which of several readings is right, as far as an answer tells it. */
static const MdgTypeTable *
ask (MdgImportOutput *output, MdgTableKind kind, GPtrArray *tables, GPtrArray *readings)
{
  const MdgTypeTable *first = g_ptr_array_index (tables, 0);
  const MdgSlide *slide = mdg_slides_find (output->deck->slides, first->line);
  g_autofree char *id = g_strdup_printf ("reading:%s", mdg_table_kind_get_id (kind));
  MdgImportQuestion *question = mdg_import_question_new (
    MDG_QUESTION_READING, id, slide != NULL && slide->is_told ? slide->title : NULL);

  for (guint i = 0; i < readings->len; i++)
    {
      g_autofree char *answer = mdg_import_output_number (i + 1);
      g_autofree char *label = describe_reading (readings, i);

      mdg_import_question_add_choice (question, answer, label);
    }
  question->answer = g_strdup (mdg_import_question_find_answer (question, output->answers));
  g_ptr_array_add (output->questions, question);
  if (question->answer != NULL)
    return g_ptr_array_index (readings, g_ascii_strtoull (question->answer, NULL, 10) - 1);

  for (guint i = 0; i < tables->len; i++)
    {
      const MdgTypeTable *table = g_ptr_array_index (tables, i);
      MdgReportEntry *entry;

      if (tables->len > 1)
        entry = begin_twice (output, kind, table, g_ptr_array_index (tables, i == 0 ? 1 : 0));
      else
        entry = mdg_import_output_begin (output, kind, table->line);
      entry->status = MDG_ENTRY_OPEN;
    }

  return NULL;
}

static const MdgTypeTable *
find_table_of (GPtrArray *tables, const MdgTypeTable *reading)
{
  for (guint i = 0; i < tables->len; i++)
    {
      const MdgTypeTable *table = g_ptr_array_index (tables, i);

      if (table == reading ||
          (table->others != NULL && g_ptr_array_find (table->others, reading, NULL)))
        return table;
    }

  return NULL;
}

/* The right reading of the right table, or %NULL where that is reported already. What was answered
 * is not proved: @is_printed. */
static const MdgTypeTable *
choose_table (MdgImportOutput *output, MdgTableKind kind, gboolean *is_printed)
{
  g_autoptr (GPtrArray) tables = select_type_tables (output->deck, kind == MDG_TABLE_TOTALS);
  g_autoptr (GPtrArray) readings = list_readings (tables);
  const MdgTypeTable *chosen = NULL;

  *is_printed = FALSE;
  if (readings->len <= 1)
    {
      if (readings->len == 0)
        mdg_import_output_begin (output, kind, MDG_NO_LINE);
      return readings->len == 1 ? g_ptr_array_index (readings, 0) : NULL;
    }

  if (tables->len > 1 && kind == MDG_TABLE_TOTALS && readings->len == tables->len)
    chosen = find_by_evidence (output->deck, tables);
  if (chosen == NULL && tables->len > 1 &&
      (!are_lawful (readings) || are_of_different_months (output->deck, tables)))
    {
      refuse_twice (output, kind, tables, NULL);
      return NULL;
    }
  if (chosen == NULL)
    {
      chosen = ask (output, kind, tables, readings);
      *is_printed = TRUE;
    }
  if (chosen != NULL && tables->len > 1)
    refuse_twice (output, kind, tables, find_table_of (tables, chosen));

  return chosen;
}

/**
 * mdg_type_output_take_totals:
 * @output: the output
 *
 * Takes the table of totals, and tries law 1 on it.
 *
 * Returns: (transfer full) (nullable): the totals, or %NULL where they are missing, refused or wait
 *   for an answer, which is reported
 */
MdgTotals *
mdg_type_output_take_totals (MdgImportOutput *output)
{
  gboolean is_printed;
  const MdgTypeTable *table = choose_table (output, MDG_TABLE_TOTALS, &is_printed);
  guint order[MDG_N_TYPE_COLUMNS];
  MdgTotals *totals;

  if (table == NULL)
    return NULL;

  find_totals_order (output->deck, table, order);
  totals = mdg_totals_new (table, order, totals_measures, TRUE);
  totals->is_printed = is_printed;

  return totals;
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
          .quality = table->is_printed ? MDG_QUALITY_PRINTED : MDG_QUALITY_VERIFIED,
          .precision = MDG_PRECISION_EXACT,
          .value = MDG_DECIMAL (table->values[type][column], 0),
        };

        mdg_import_output_add (output, entry, table->lines[type], &observation);
      }

  return entry->status != MDG_ENTRY_REFUSED;
}

/**
 * mdg_type_output_emit_totals:
 * @output: the output
 * @totals: the totals
 *
 * Hands out the totals, or reports that they are refused.
 *
 * Returns: whether they were handed out
 */
gboolean
mdg_type_output_emit_totals (MdgImportOutput *output, MdgTotals *totals)
{
  return emit_type_table (output, MDG_TABLE_TOTALS, totals, totals_measures);
}

/**
 * mdg_type_output_emit_views:
 * @output: the output
 *
 * Hands out the information views, or reports that they are refused, missing or wait for an answer.
 */
void
mdg_type_output_emit_views (MdgImportOutput *output)
{
  gboolean is_printed;
  const MdgTypeTable *table = choose_table (output, MDG_TABLE_VIEWS, &is_printed);
  g_autoptr (MdgTotals) views = NULL;
  guint order[MDG_N_TYPE_COLUMNS];

  if (table == NULL)
    return;
  if (!find_views_order (output->deck, table->line, order))
    {
      MdgReportEntry *entry = mdg_import_output_begin (output, MDG_TABLE_VIEWS, table->line);

      mdg_report_entry_take (entry, mdg_import_message_new (MDG_MESSAGE_COLUMNS_UNTOLD, NULL));
      mdg_import_output_refuse (entry);
      return;
    }

  views = mdg_totals_new (table, order, views_measures, FALSE);
  views->is_printed = is_printed;
  emit_type_table (output, MDG_TABLE_VIEWS, views, views_measures);
}
