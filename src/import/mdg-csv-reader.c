/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import/mdg-csv-reader.h"

#include "core/mdg-area.h"
#include "core/mdg-tidy.h"
#include "import/mdg-import-error.h"
#include "import/mdg-reader.h"

#include <csv.h>
#include <glib/gi18n.h>
#include <string.h>

#define LINES_BETWEEN_CHECKS 2048u

/* What is looked at to tell a table from a text. */
#define SAMPLE_BYTES (64u * 1024)
#define MIN_ROWS 3u
#define MIN_AREA_ROWS 2u
/* Of a table's lines this many of ten have the same number of fields; titles and notes do not. */
#define MIN_TENTHS_ALIKE 8u
/* Wider tables are counted as one kind of ragged. */
#define MAX_COUNTED_FIELDS 256u

/* Where the rows of a text go. */
typedef struct
{
  MdgDocument *document;
  guint line;       /* number of the line that is fed */
  guint row_line;   /* number of the line where the row under way began, 0 between rows */
  guint n_fields;   /* of the row under way */
  guint n_filled;   /* those of them that are not blank */
  gboolean is_full; /* more cells than any table has */
} Rows;

static void
begin_row (Rows *self)
{
  if (self->row_line != 0)
    return;

  self->row_line = self->line;
  self->n_fields = 0;
  self->n_filled = 0;
  mdg_document_begin_line (self->document, self->line);
}

static void
field_cb (void *field, size_t length, void *data)
{
  Rows *self = data;

  begin_row (self);
  if (self->document->cells->len >= MDG_DOCUMENT_MAX_CELLS ||
      self->document->n_bytes > 2 * (gsize) MDG_DOCUMENT_MAX_BYTES)
    {
      self->is_full = TRUE;
      return;
    }

  mdg_document_append_cell (self->document, self->n_fields++, field, length, NULL);
  self->n_filled += length > 0;
}

static void
row_cb (int c, void *data)
{
  Rows *self = data;

  self->row_line = 0;
}

static void
init_parser (struct csv_parser *parser, char delimiter, gboolean is_strict)
{
  csv_init (parser, is_strict ? CSV_STRICT | CSV_STRICT_FINI : 0);
  csv_set_delim (parser, (unsigned char) delimiter);
}

/* What tells a table from a text, for one delimiter. */
typedef struct
{
  guint n_rows;
  guint n_by_fields[MAX_COUNTED_FIELDS];
  guint n_fields;
  guint n_areas_in[MAX_COUNTED_FIELDS]; /* by column, rows whose field is a prefecture */
} Sample;

static void
sample_field_cb (void *field, size_t length, void *data)
{
  Sample *self = data;
  MdgArea area;

  if (self->n_fields < MAX_COUNTED_FIELDS - 1)
    {
      if (mdg_area_from_name (field, (gssize) length, &area))
        self->n_areas_in[self->n_fields]++;
      self->n_fields++;
    }
}

static void
sample_row_cb (int c, void *data)
{
  Sample *self = data;

  self->n_by_fields[self->n_fields]++;
  self->n_rows++;
  self->n_fields = 0;
}

/* How many of the sample's rows have the number of fields that most have; 0 if it is no table. */
static guint
rate_delimiter (const char *text, gsize length, char delimiter)
{
  struct csv_parser parser;
  Sample sample = { 0 };
  guint n_alike = 0;
  guint most_areas = 0;
  guint fields = 0;

  init_parser (&parser, delimiter, FALSE);
  csv_parse (&parser, text, length, sample_field_cb, sample_row_cb, &sample);
  csv_fini (&parser, sample_field_cb, sample_row_cb, &sample);
  csv_free (&parser);

  for (guint n = 2; n < MAX_COUNTED_FIELDS; n++)
    if (sample.n_by_fields[n] > n_alike)
      {
        n_alike = sample.n_by_fields[n];
        fields = n;
      }
  for (guint i = 0; i < MAX_COUNTED_FIELDS; i++)
    most_areas = MAX (most_areas, sample.n_areas_in[i]);

  /* A deck’s text has commas in its numbers and may have tabs between its columns, but not a name
   * between two commas, and not the same number of tabs on nearly all lines. */
  if (fields >= 2 && n_alike >= MIN_ROWS && n_alike * 10 >= sample.n_rows * MIN_TENTHS_ALIKE)
    return n_alike;
  if (delimiter != '\t' && fields >= 2 && most_areas >= MIN_AREA_ROWS &&
      n_alike * 2 >= sample.n_rows)
    return n_alike;

  return 0;
}

/**
 * mdg_csv_reader_find_delimiter:
 * @text: the beginning of a text, in UTF-8
 * @length: length of @text in bytes
 *
 * Tells by its content whether a text is a table.
 *
 * Returns: what stands between its fields, or 0 if it is no table
 */
char
mdg_csv_reader_find_delimiter (const char *text, gsize length)
{
  static const char delimiters[] = { ',', '\t', ';' };
  gsize header = strlen (MDG_TIDY_HEADER);
  guint most = 0;
  char best = 0;

  if (length >= header && memcmp (text, MDG_TIDY_HEADER, header) == 0)
    return ',';

  /* Not in the middle of a line, which would look like one with other fields. */
  if (length > SAMPLE_BYTES)
    {
      const char *end = g_strrstr_len (text, SAMPLE_BYTES, "\n");

      length = end != NULL ? (gsize) (end - text) + 1 : SAMPLE_BYTES;
    }

  for (guint i = 0; i < G_N_ELEMENTS (delimiters); i++)
    {
      guint rating = rate_delimiter (text, length, delimiters[i]);

      if (rating > most)
        {
          most = rating;
          best = delimiters[i];
        }
    }

  return best;
}

static guint
count_filled (const MdgDocument *document, const MdgLine *line)
{
  guint n = 0;

  for (guint i = 0; i < line->n_cells; i++)
    n += *mdg_document_get_cell (document, line, i)->text != '\0';

  return n;
}

/* Cells up to the last one that is filled. */
static guint
count_used (const MdgDocument *document, const MdgLine *line)
{
  guint n = line->n_cells;

  while (n > 0 && *mdg_document_get_cell (document, line, n - 1)->text == '\0')
    n--;

  return n;
}

static guint
find_usual_width (const MdgDocument *document)
{
  guint n_by_width[MAX_COUNTED_FIELDS] = { 0 };
  guint usual = 0;

  for (guint i = 0; i < mdg_document_get_n_lines (document); i++)
    {
      const MdgLine *line = mdg_document_get_line (document, i);

      if (line->n_cells > 1)
        n_by_width[MIN (line->n_cells, MAX_COUNTED_FIELDS - 1)]++;
    }
  for (guint n = 2; n < MAX_COUNTED_FIELDS; n++)
    if (n_by_width[n] > n_by_width[usual])
      usual = n;

  return usual;
}

/* A row with a field too few or too many has a number in the wrong column, and nobody can tell
 * which. Titles above the table and notes below it have one field that is filled. */
static gboolean
check_widths (const MdgDocument *document, GError **error)
{
  guint usual = find_usual_width (document);
  gboolean is_in_table = FALSE;

  for (guint i = 0; i < mdg_document_get_n_lines (document); i++)
    {
      const MdgLine *line = mdg_document_get_line (document, i);

      is_in_table = is_in_table || line->n_cells == usual;
      if (!is_in_table || line->n_cells == usual || usual == MAX_COUNTED_FIELDS - 1 ||
          count_filled (document, line) <= 1 ||
          (line->n_cells > usual && count_used (document, line) <= usual))
        continue;

      g_set_error (
        error, MDG_IMPORT_ERROR, MDG_IMPORT_ERROR_DAMAGED,
        _ ("Row %u of the table has %u fields, and the others have %u. Put quotes around "
           "values that hold the separator, or correct the row, and import again."),
        line->number, line->n_cells, usual);
      return FALSE;
    }

  return TRUE;
}

static gboolean
set_open_quote (GError **error, guint line)
{
  g_set_error (
    error, MDG_IMPORT_ERROR, MDG_IMPORT_ERROR_DAMAGED,
    _ ("A quotation mark in row %u of the table is not closed, or stands within a value. "
       "Close it, or write it twice within a value in quotes, and import again."),
    line);

  return FALSE;
}

/* Feeds the text line by line, so that every row knows where it began. */
static gboolean
parse_text (struct csv_parser *parser,
            Rows *rows,
            const char *text,
            gsize length,
            MdgReadProgress progress,
            gpointer progress_data,
            GCancellable *cancellable,
            GError **error)
{
  const char *end = text + length;

  for (const char *p = text; p < end;)
    {
      const char *newline = memchr (p, '\n', end - p);
      const char *next = newline != NULL ? newline + 1 : end;

      rows->line++;
      if (csv_parse (parser, p, next - p, field_cb, row_cb, rows) != (gsize) (next - p))
        return set_open_quote (error, rows->row_line != 0 ? rows->row_line : rows->line);
      if (rows->is_full)
        {
          mdg_reader_set_too_large (error);
          return FALSE;
        }
      if (rows->line % LINES_BETWEEN_CHECKS == 0)
        {
          if (g_cancellable_set_error_if_cancelled (cancellable, error))
            return FALSE;
          if (progress != NULL)
            progress ((guint) (p - text), (guint) length, progress_data);
        }
      p = next;
    }

  if (csv_fini (parser, field_cb, row_cb, rows) != 0)
    return set_open_quote (error, rows->row_line != 0 ? rows->row_line : rows->line);

  return TRUE;
}

/**
 * mdg_csv_reader_read:
 * @bytes: the content of a file
 * @decoded: its text in UTF-8
 * @delimiter: what stands between fields
 * @progress: (nullable) (scope call): told now and then, in bytes
 * @progress_data: data for @progress
 * @cancellable: (nullable): a #GCancellable
 * @error: return location for an error
 *
 * Reads a table of separated values (RFC 4180, with any separator): a line of cells for each row,
 * numbered by the line of the file on which the row begins. Empty lines are left out.
 *
 * Returns: (transfer full) (nullable): the document, or %NULL with %MDG_IMPORT_ERROR_DAMAGED for a
 *   row with too few or too many fields or an open quote, %MDG_IMPORT_ERROR_TOO_LARGE or
 *   %G_IO_ERROR_CANCELLED
 */
MdgDocument *
mdg_csv_reader_read (GBytes *bytes,
                     GBytes *decoded,
                     char delimiter,
                     MdgReadProgress progress,
                     gpointer progress_data,
                     GCancellable *cancellable,
                     GError **error)
{
  g_autoptr (MdgDocument) document = mdg_document_new (bytes);
  Rows rows = { .document = document };
  struct csv_parser parser;
  const char *text;
  gboolean succeeded;
  gsize length;

  document->kind = MDG_DOCUMENT_CSV;
  text = g_bytes_get_data (decoded, &length);
  init_parser (&parser, delimiter, TRUE);
  succeeded =
    parse_text (&parser, &rows, text, length, progress, progress_data, cancellable, error);
  csv_free (&parser);

  if (!succeeded || !check_widths (document, error))
    return NULL;

  return g_steal_pointer (&document);
}
