/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import/deck/mdg-deck-tables.h"

#include "import/deck/mdg-count-lanes.h"
#include "import/deck/mdg-count-rows.h"
#include "import/deck/mdg-count-stream.h"
#include "import/deck/mdg-fields.h"
#include "import/deck/mdg-scan.h"

#include <string.h>

/*
 * Tables are known by the shape of their rows, never by a heading or a slide number: headings move
 * in extraction, slide numbers change from month to month. What a table is about is for the
 * reconciler to prove.
 */

#define LINES_BETWEEN_CHECKS 4096u

/* Far more rows than a deck has; a text with more is not one, and searching it would take long. */
#define MAX_ROWS 2000u

/* The same for tables that do not stand in rows, by the words of a slide and of the whole text. */
#define MAX_FIELDS_OF_SLIDE 4000u
#define MAX_FIELDS 40000u

typedef struct
{
  MdgDeck *deck;
  GArray *rates;
  GArray *counts; /* rows of the run that is not ended yet */
  GArray *fields; /* what stands on the slide's lines that are no rows */
  guint n_fields;
  gboolean is_new_slide;
  guint n_rows;
} TableParser;

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

static void
end_runs (TableParser *self)
{
  mdg_count_lanes_end (self->deck, self->counts);
}

static void
append_count_row (TableParser *self, const MdgCountRow *row)
{
  g_array_append_vals (self->counts, row, 1);
  self->n_rows++;
}

/* Rows whose cells stand in another order. @first is where the rows of the line begin that could be
 * read in the usual order. */
static gboolean
parse_count_rows (TableParser *self, guint line, const char *text, guint first)
{
  MdgCountRow rows[MDG_MAX_LANES];
  gboolean is_read = self->counts->len > first;
  guint n_rows;

  for (guint i = first; is_read && i < self->counts->len; i++)
    is_read = g_array_index (self->counts, MdgCountRow, i).is_readable;
  if (is_read)
    return FALSE;

  n_rows = mdg_count_rows_scan_line (text, line, rows);
  if (n_rows == 0)
    return FALSE;

  g_array_set_size (self->counts, first);
  for (guint i = 0; i < n_rows; i++)
    append_count_row (self, &rows[i]);

  return TRUE;
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

/* A row by facility type, which is none by prefecture. */
static gboolean
is_type_row (const char *text)
{
  MdgFacilityType type;

  if (!mdg_scan_facility (&text, &type))
    return FALSE;

  mdg_scan_blanks (&text);

  return g_ascii_isdigit (*text);
}

/* Whether any row was found on the line. Rows may stand beside each other. */
static gboolean
parse_line (TableParser *self, guint line, const char *text)
{
  const char *start = text;
  guint first = self->counts->len;
  gboolean found = FALSE;

  if (is_type_row (text))
    return TRUE;

  /* No other row is without brackets, and most lines of a deck are. */
  if (strchr (text, '(') == NULL)
    return parse_count_rows (self, line, text, first);

  while (*text != '\0')
    {
      MdgCountRow count_row = { .line = line };
      MdgRateRow rate_row = { .line = line };
      const char *p;
      MdgArea area;

      /* Here and not in each reader, or a line of blanks would be read over and over. */
      mdg_scan_blanks (&text);
      p = text;
      count_row.text = text;
      if (mdg_count_row_scan (&p, &count_row))
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

  return parse_count_rows (self, line, start, first) || found;
}

static void
end_stream (TableParser *self)
{
  end_runs (self);
  mdg_count_stream_end (self->deck, self->fields);
  self->is_new_slide = FALSE;
}

static gboolean
has_word (const GArray *fields, guint first)
{
  for (guint i = first; i < fields->len; i++)
    if (g_array_index (fields, MdgField, i).kind == MDG_FIELD_WORD)
      return TRUE;

  return FALSE;
}

/* Keeps a line that is no row, or none that can be read, for tables that do not stand in rows. A rank
 * on a line of its own looks like the number of a slide, so that only a line with words is believed to
 * begin one. */
static void
keep_fields (TableParser *self, guint line, const char *text)
{
  guint n_before = self->fields->len;

  if (n_before >= MAX_FIELDS_OF_SLIDE || self->n_fields >= MAX_FIELDS)
    return;

  mdg_fields_append (self->fields, text, line);
  self->n_fields += self->fields->len - n_before;
  if (self->is_new_slide && has_word (self->fields, n_before))
    {
      g_array_set_size (self->fields, n_before);
      end_stream (self);
      mdg_fields_append (self->fields, text, line);
    }
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
  g_autoptr (GArray) counts = g_array_new (FALSE, FALSE, sizeof (MdgCountRow));
  g_autoptr (GArray) fields = g_array_new (FALSE, FALSE, sizeof (MdgField));
  TableParser self = { .deck = deck, .counts = counts, .fields = fields };
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
          self.is_new_slide = TRUE;
        }
      if (i > 0 && mdg_document_get_line (deck->document, i - 1)->page !=
                     mdg_document_get_line (deck->document, i)->page)
        end_stream (&self);
      if (!mdg_scan_end (&text) && !parse_line (&self, i, text))
        {
          end_runs (&self);
          keep_fields (&self, i, text);
        }
    }
  end_stream (&self);

  return TRUE;
}
