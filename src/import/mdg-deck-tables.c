/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import/mdg-deck-tables.h"

#include "import/mdg-scan.h"

#include <string.h>

/*
 * Tables are known by the shape of their rows, never by a heading or a slide number: headings move
 * in extraction, slide numbers change from month to month. What a table is about is for the
 * reconciler to prove.
 */

#define LINES_BETWEEN_CHECKS 4096u

/* Far more rows than a deck has; a text with more is not one, and searching it would take long. */
#define MAX_ROWS 2000u

typedef struct
{
  MdgDeck *deck;
  MdgTypeTable *type_table;
  GArray *rates;
  GArray *piece;
  guint n_rows;
} TableParser;

/* "30 (35) 東京 35.47% 5,566,85315,692,482". A blank may be missing anywhere. */
static gboolean
scan_count_row (const char **cursor, MdgCountRow *row)
{
  const char *p = *cursor;
  gint64 rank;
  gint64 rank_previous;

  if (!mdg_scan_integer (&p, 2, &rank) || !mdg_scan_literal (&p, "(") ||
      !mdg_scan_integer (&p, 2, &rank_previous) || !mdg_scan_literal (&p, ")") ||
      !mdg_scan_area (&p, &row->area))
    return FALSE;

  row->is_readable = FALSE;
  row->rank = (guint) rank;
  row->rank_previous = (guint) rank_previous;

  if (mdg_scan_percent (&p, &row->rate) && row->rate.decimals == 2 && row->rate.digits >= 0)
    {
      MdgCounts counts;
      MdgDecimal rate;

      for (guint choice = 0; !row->is_readable && choice < 3; choice++)
        {
          const char *after = p;
          MdgCounts second;

          if (!mdg_scan_counts (&after, choice, &counts))
            break;
          if (counts.n == 1)
            {
              if (!mdg_scan_counts (&after, 0, &second))
                break;
              counts.values[1] = second.values[0];
            }
          row->mnc = counts.values[0];
          row->verifications = counts.values[1];
          /* One way to split is taken as it is; of several only the one the rate proves. */
          row->is_readable = counts.n_choices == 1 ||
                             (mdg_decimal_percent_ratio (row->mnc, row->verifications, 2, &rate) &&
                              mdg_decimal_compare (rate, row->rate) == 0);
          if (row->is_readable)
            p = after;
        }
    }

  *cursor = p;
  return TRUE;
}

/* "沖縄県 23.96% (+1.24%)" */
static gboolean
scan_rate_row (const char **cursor, MdgRateRow *row)
{
  const char *p = *cursor;

  if (!mdg_scan_area (&p, &row->area) || !mdg_scan_percent (&p, &row->rate) ||
      row->rate.decimals != 2 || row->rate.digits < 0)
    return FALSE;
  if (!mdg_scan_literal (&p, "(") || !mdg_scan_decimal (&p, &row->change) ||
      row->change.decimals != 2)
    return FALSE;
  mdg_scan_literal (&p, "%");
  mdg_scan_literal (&p, "ポイント");
  if (!mdg_scan_literal (&p, ")"))
    return FALSE;

  *cursor = p;
  return TRUE;
}

/* "病院 23,346,654 13,308,759 10,037,895", where a slide number may follow. */
static gboolean
scan_type_row (const char *text, MdgFacilityType *type, gint64 *values, guint *n_values)
{
  gboolean has_grouping = FALSE;

  *n_values = 0;
  if (!mdg_scan_facility (&text, type))
    return FALSE;

  while (!mdg_scan_end (&text))
    {
      const char *start = text;
      MdgCounts counts;

      if (!mdg_scan_counts (&text, 0, &counts) || counts.n_choices > 1)
        break;
      has_grouping = has_grouping || memchr (start, ',', text - start) != NULL;
      for (guint i = 0; i < counts.n && *n_values < MDG_N_TYPE_COLUMNS; i++)
        values[(*n_values)++] = counts.values[i];
    }

  return *n_values > 0 && has_grouping;
}

static void
end_runs (TableParser *self)
{
  self->piece = NULL;
  self->type_table = NULL;
}

/* Without a heading between them, the next table begins where the ranks fall. A misprinted rank does
 * the same, which does no harm: pieces are put together by their prefectures. */
static gboolean
begins_piece (GArray *piece, const MdgCountRow *row)
{
  return piece == NULL || row->rank <= g_array_index (piece, MdgCountRow, piece->len - 1).rank;
}

static void
append_count_row (TableParser *self, const MdgCountRow *row)
{
  if (begins_piece (self->piece, row))
    {
      self->piece = g_array_new (FALSE, FALSE, sizeof (MdgCountRow));
      g_ptr_array_add (self->deck->count_pieces, self->piece);
    }
  g_array_append_val (self->piece, *row);
  self->n_rows++;
}

static gboolean
rate_table_is_done (GArray *rates, const MdgRateRow *row)
{
  if (rates == NULL)
    return TRUE;

  /* A name that stands twice is an error within one table, unless the table was whole. */
  if (rates->len < MDG_N_AREAS)
    return FALSE;
  for (guint i = 0; i < rates->len; i++)
    if (g_array_index (rates, MdgRateRow, i).area == row->area)
      return TRUE;

  return FALSE;
}

static void
append_rate_row (TableParser *self, const MdgRateRow *row)
{
  if (rate_table_is_done (self->rates, row))
    {
      self->rates = g_array_new (FALSE, FALSE, sizeof (MdgRateRow));
      g_ptr_array_add (self->deck->rate_tables, self->rates);
    }
  g_array_append_val (self->rates, *row);
  self->n_rows++;
}

static void
append_type_row (TableParser *self,
                 guint line,
                 MdgFacilityType type,
                 const gint64 *values,
                 guint n_values)
{
  if (self->type_table == NULL || self->type_table->n_values[type] > 0)
    {
      self->type_table = g_new0 (MdgTypeTable, 1);
      self->type_table->line = line;
      g_ptr_array_add (self->deck->type_tables, self->type_table);
    }
  memcpy (self->type_table->values[type], values, n_values * sizeof (gint64));
  self->type_table->n_values[type] = n_values;
  self->type_table->lines[type] = line;
  self->n_rows++;
}

/* Whether any row was found on the line. Rows may stand beside each other. */
static gboolean
parse_line (TableParser *self, guint line, const char *text)
{
  gint64 values[MDG_N_TYPE_COLUMNS];
  MdgFacilityType type;
  guint n_values;
  gboolean found = FALSE;

  if (scan_type_row (text, &type, values, &n_values))
    {
      append_type_row (self, line, type, values, n_values);
      return TRUE;
    }

  /* No row is without brackets, and most lines of a deck are. */
  if (strchr (text, '(') == NULL)
    return FALSE;

  while (*text != '\0')
    {
      MdgCountRow count_row = { .line = line };
      MdgRateRow rate_row = { .line = line };
      const char *p;
      MdgArea area;

      /* Here and not in each reader, or a line of blanks would be read over and over. */
      mdg_scan_blanks (&text);
      p = text;
      if (scan_count_row (&p, &count_row))
        {
          append_count_row (self, &count_row);
          found = TRUE;
        }
      else if (scan_rate_row (&p, &rate_row))
        {
          append_rate_row (self, &rate_row);
          found = TRUE;
        }
      else if (mdg_scan_area (&p, &area))
        {
          /* The tail of a longer name is no name: 京都 in 東京都. */
        }
      else if (g_ascii_isdigit (*text))
        {
          while (g_ascii_isdigit (*p))
            p++;
        }
      else if (*text != '\0')
        {
          p = g_utf8_next_char (text);
        }
      text = p;
    }

  return found;
}

/**
 * mdg_deck_parse_tables:
 * @deck: a deck
 * @cancellable: (nullable): a #GCancellable
 * @error: return location for an error
 *
 * Finds the rows of numbers in a deck's text and gathers them to tables and pieces of tables.
 *
 * Returns: %FALSE with %G_IO_ERROR_CANCELLED if cancelled
 */
gboolean
mdg_deck_parse_tables (MdgDeck *deck, GCancellable *cancellable, GError **error)
{
  TableParser self = { .deck = deck };
  const MdgSlide *slide = NULL;

  for (guint i = 0; i < deck->slides->end_line && self.n_rows < MAX_ROWS; i++)
    {
      const char *text = mdg_document_get_line (deck->document, i)->text;

      if (i % LINES_BETWEEN_CHECKS == 0 &&
          g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (deck->slides->slides->len > 0 && (slide == NULL || i >= slide->end_line))
        {
          slide = mdg_slides_find (deck->slides, i);
          end_runs (&self);
        }
      if (!mdg_scan_end (&text) && !parse_line (&self, i, text))
        end_runs (&self);
    }

  return TRUE;
}
