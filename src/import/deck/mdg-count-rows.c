/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import/deck/mdg-count-rows.h"

#include "import/deck/mdg-count-pair.h"
#include "import/deck/mdg-fields.h"
#include "import/deck/mdg-scan.h"

#include <string.h>

/* A row of six cells; more than this is no line of a table. */
#define MAX_FIELDS (MDG_MAX_LANES * 8)

/* Of so many steps from row to row four must be by one before a column is taken for the ranks. */
#define N_STEPS_OF 5
#define N_STEPS_WANTED 4

static gboolean
scan_rank (const char **cursor, guint *rank)
{
  const char *p = *cursor;
  gint64 number;

  if (!mdg_scan_integer (&p, 2, &number))
    return FALSE;

  mdg_scan_literal (&p, "位");
  *rank = (guint) number;
  *cursor = p;
  return TRUE;
}

/**
 * mdg_count_row_scan:
 * @cursor: (inout): where to read
 * @row: (inout): the row, whose line is left alone
 *
 * Reads a row as most decks have it: "30 (35) 東京 35.47% 5,566,85315,692,482". A blank may be missing
 * anywhere. A row that begins like one but cannot be read further is still a row.
 *
 * Returns: whether a row begins there
 */
gboolean
mdg_count_row_scan (const char **cursor, MdgCountRow *row)
{
  const char *p = *cursor;
  gint64 counts[2];

  if (!scan_rank (&p, &row->rank) || !mdg_scan_literal (&p, "(") ||
      !scan_rank (&p, &row->rank_previous) || !mdg_scan_literal (&p, ")") ||
      !mdg_scan_area (&p, &row->area))
    return FALSE;

  row->is_readable = FALSE;
  if (mdg_scan_percent (&p, &row->rate) && row->rate.decimals == 2 && row->rate.digits >= 0 &&
      mdg_count_pair_scan (&p, row->rate, counts))
    {
      row->is_readable = TRUE;
      row->mnc = counts[0];
      row->verifications = counts[1];
    }

  *cursor = p;
  return TRUE;
}

/* A row from fields in any order. */
static void
read_fields (const MdgField *fields, guint n_fields, MdgCountRow *row)
{
  const MdgField *counts[2] = { NULL };
  gint64 values[2];
  guint n_counts = 0;
  guint ranks[2] = { 0 };
  guint n_ranks = 0;
  gboolean has_bracket = FALSE;

  for (guint i = 0; i < n_fields; i++)
    {
      const MdgField *field = &fields[i];

      if (field->kind == MDG_FIELD_AREA)
        row->area = field->area;
      else if (field->kind == MDG_FIELD_RATE)
        row->rate = field->rate;
      else if (field->kind == MDG_FIELD_COUNTS)
        counts[n_counts++] = field;
      else if (field->kind == MDG_FIELD_RANK)
        ranks[n_ranks++] = field->number;
      else
        row->rank_previous = field->number;
      has_bracket = has_bracket || field->kind == MDG_FIELD_BRACKET;
    }

  row->rank = ranks[0];
  if (!has_bracket)
    row->rank_previous = ranks[1];

  if (n_counts == 0)
    row->is_readable = FALSE;
  else if (n_counts == 1)
    row->is_readable = mdg_count_split (counts[0]->text, counts[0]->length, row->rate, values);
  else
    row->is_readable = mdg_count_parse (counts[0]->text, counts[0]->length, &values[0]) &&
                       mdg_count_parse (counts[1]->text, counts[1]->length, &values[1]);
  if (row->is_readable)
    {
      row->mnc = values[0];
      row->verifications = values[1];
    }
}

/* Where the row that begins with @fields ends, if it has every field once and counts once or twice. */
static guint
measure_row (const MdgField *fields, guint n_fields, gboolean has_brackets)
{
  guint n[MDG_N_FIELD_KINDS] = { 0 };
  guint length = 0;

  for (; length < n_fields; length++)
    {
      MdgFieldKind kind = fields[length].kind;
      guint most = kind == MDG_FIELD_COUNTS || (kind == MDG_FIELD_RANK && !has_brackets) ? 2 : 1;

      if (n[kind] == most)
        break;
      n[kind]++;
    }

  if (n[MDG_FIELD_AREA] != 1 || n[MDG_FIELD_RATE] != 1 || n[MDG_FIELD_COUNTS] == 0 ||
      n[MDG_FIELD_RANK] + n[MDG_FIELD_BRACKET] != 2)
    return 0;

  return length;
}

/**
 * mdg_count_rows_scan_line:
 * @text: a normalised line
 * @line: its index
 * @rows: (out): the rows
 *
 * Reads a line that holds nothing but whole rows whose cells stand in another order than
 * mdg_count_row_scan () reads: a name after its numbers, or two ranks without brackets. Which of two
 * numbers is which is left to mdg_count_rows_orient ().
 *
 * Returns: the number of rows, 0 if it is no such line
 */
guint
mdg_count_rows_scan_line (const char *text, guint line, MdgCountRow rows[MDG_MAX_LANES])
{
  g_autoptr (GArray) fields = NULL;
  gboolean has_brackets = strchr (text, '(') != NULL;
  guint n_rows = 0;
  guint n_read = 0;

  if (strchr (text, '%') == NULL)
    return 0;

  fields = g_array_new (FALSE, FALSE, sizeof (MdgField));
  mdg_fields_append (fields, text, line);
  if (fields->len > MAX_FIELDS)
    return 0;
  for (guint i = 0; i < fields->len; i++)
    if (g_array_index (fields, MdgField, i).kind >= MDG_FIELD_NUMBER)
      return 0;

  while (n_read < fields->len && n_rows < MDG_MAX_LANES)
    {
      const MdgField *first = &g_array_index (fields, MdgField, n_read);
      guint length = measure_row (first, fields->len - n_read, has_brackets);

      if (length == 0)
        return 0;
      rows[n_rows] = (MdgCountRow) { .line = line };
      read_fields (first, length, &rows[n_rows]);
      rows[n_rows].text = first->text;
      n_rows++;
      n_read += length;
    }

  return n_read == fields->len ? n_rows : 0;
}

/**
 * mdg_count_row_find_box:
 * @row: a row
 * @document: where it stands
 *
 * Returns: (transfer none) (nullable): the place of the cell in which the row begins, or %NULL where
 *   that is not known
 */
const MdgBox *
mdg_count_row_find_box (const MdgCountRow *row, const MdgDocument *document)
{
  const MdgLine *line = mdg_document_get_line (document, row->line);
  gsize offset;
  gsize end = 0;

  if (document->boxes->len == 0 || row->text == NULL)
    return NULL;

  offset = (gsize) (row->text - line->text);
  for (guint i = 0; i < line->n_cells; i++)
    {
      /* The cells of a line are joined by a blank. */
      end += strlen (mdg_document_get_cell (document, line, i)->text) + 1;
      if (offset < end)
        return mdg_document_get_box (document, line, i);
    }

  return NULL;
}

static void
orient_counts (GArray *rows)
{
  guint n_straight = 0;
  guint n_swapped = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      const MdgCountRow *row = &g_array_index (rows, MdgCountRow, i);

      if (!row->is_readable)
        continue;
      n_straight += mdg_count_rate_holds (row->mnc, row->verifications, row->rate);
      n_swapped += mdg_count_rate_holds (row->verifications, row->mnc, row->rate);
    }

  for (guint i = 0; n_swapped > n_straight && i < rows->len; i++)
    {
      MdgCountRow *row = &g_array_index (rows, MdgCountRow, i);
      gint64 mnc = row->verifications;

      row->verifications = row->mnc;
      row->mnc = mnc;
    }
}

static void
orient_ranks (GArray *rows)
{
  guint n_steps = 0;
  guint n_steps_previous = 0;

  for (guint i = 1; i < rows->len; i++)
    {
      const MdgCountRow *before = &g_array_index (rows, MdgCountRow, i - 1);
      const MdgCountRow *row = &g_array_index (rows, MdgCountRow, i);

      n_steps += row->rank == before->rank + 1;
      n_steps_previous += row->rank_previous == before->rank_previous + 1;
    }
  if (n_steps_previous <= n_steps ||
      n_steps_previous * N_STEPS_OF < (rows->len - 1) * N_STEPS_WANTED)
    return;

  for (guint i = 0; i < rows->len; i++)
    {
      MdgCountRow *row = &g_array_index (rows, MdgCountRow, i);
      guint rank = row->rank_previous;

      row->rank_previous = row->rank;
      row->rank = rank;
    }
}

/**
 * mdg_count_rows_orient:
 * @rows: (element-type MdgCountRow): a run of rows that stand below each other
 *
 * Tells which of two columns is MNC by the rates, and which is the rank by its order: the rows stand
 * by rank. A whole run is turned or none of it, so that two numbers that changed places in one row
 * stay an error.
 */
void
mdg_count_rows_orient (GArray *rows)
{
  if (rows->len == 0)
    return;

  orient_counts (rows);
  orient_ranks (rows);
}
