/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import/read/mdg-csv-reader.h"

#include "core/mdg-area.h"
#include "core/mdg-tidy.h"
#include "import/mdg-import-error.h"
#include "import/read/mdg-reader.h"

#include <glib/gi18n.h>
#include <string.h>

#define ROWS_BETWEEN_CHECKS 2048u

/* What is looked at to tell a table from a text. */
#define SAMPLE_BYTES (64u * 1024)
#define MIN_ROWS 3u
#define MIN_AREA_ROWS 2u
/* Of a table's lines this many of ten have the same number of fields; titles and notes do not. */
#define MIN_TENTHS_ALIKE 8u
/* Wider tables are counted as one kind of ragged. */
#define MAX_COUNTED_FIELDS 256u

/* What tells a table from a text, for one delimiter. */
typedef struct
{
  guint n_rows;
  guint n_by_fields[MAX_COUNTED_FIELDS];
  guint n_areas_in[MAX_COUNTED_FIELDS]; /* by column, rows whose field is a prefecture */
} Sample;

static void
count_record (Sample *self, MdgCsvReader *reader)
{
  guint n_fields = MIN (mdg_csv_reader_get_n (reader), MAX_COUNTED_FIELDS - 1);

  for (guint i = 0; i < n_fields; i++)
    {
      MdgArea area;
      gsize length;
      const char *field = mdg_csv_reader_get_field (reader, i, &length);

      if (mdg_area_from_name (field, (gssize) length, &area))
        self->n_areas_in[i]++;
    }
  self->n_by_fields[n_fields]++;
  self->n_rows++;
}

/* How many of the sample's rows have the number of fields that most have; 0 if it is no table. */
static guint
rate_delimiter (const char *text, gsize length, char delimiter)
{
  g_auto (MdgCsvReader) reader;
  Sample sample = { 0 };
  guint n_alike = 0;
  guint most_areas = 0;
  guint fields = 0;

  /* Up to the first broken quote, about which the reader itself will complain. */
  mdg_csv_reader_init_strict (&reader, text, length, delimiter);
  while (mdg_csv_reader_next (&reader))
    count_record (&sample, &reader);

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
explain (const MdgCsvReader *reader, GError **error)
{
  switch (mdg_csv_reader_get_problem (reader))
    {
    case MDG_CSV_FINE:
      return TRUE;
    case MDG_CSV_BROKEN_QUOTE:
      g_set_error (error, MDG_IMPORT_ERROR, MDG_IMPORT_ERROR_DAMAGED,
                   _ ("A quotation mark in row %u of the table is not closed, or stands within a "
                      "value. Close it, or write it twice within a value in quotes, and import "
                      "again."),
                   mdg_csv_reader_get_line (reader));
      return FALSE;
    case MDG_CSV_TOO_LONG:
    default:
      mdg_reader_set_too_large (error);
      return FALSE;
    }
}

static void
append_record (MdgDocument *document, MdgCsvReader *reader)
{
  guint n = mdg_csv_reader_get_n (reader);

  mdg_document_begin_line (document, mdg_csv_reader_get_line (reader));
  for (guint i = 0; i < n; i++)
    {
      gsize length;
      const char *field = mdg_csv_reader_get_field (reader, i, &length);

      mdg_document_append_cell (document, i, field, length, NULL);
    }
}

static gboolean
read_records (MdgDocument *document,
              MdgCsvReader *reader,
              MdgReadProgress progress,
              gpointer progress_data,
              GCancellable *cancellable,
              GError **error)
{
  for (guint n = 0; mdg_csv_reader_next (reader); n++)
    {
      if (document->cells->len + mdg_csv_reader_get_n (reader) > MDG_DOCUMENT_MAX_CELLS ||
          document->n_bytes > 2 * (gsize) MDG_DOCUMENT_MAX_BYTES)
        {
          mdg_reader_set_too_large (error);
          return FALSE;
        }
      append_record (document, reader);
      if (n % ROWS_BETWEEN_CHECKS != 0)
        continue;
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (progress != NULL)
        progress (n, 0, progress_data);
    }

  return explain (reader, error);
}

/**
 * mdg_csv_reader_read:
 * @bytes: the content of a file
 * @decoded: its text in UTF-8
 * @delimiter: what stands between fields
 * @progress: (nullable) (scope call): told now and then, in rows
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
  g_auto (MdgCsvReader) reader;
  const char *text;
  gsize length;

  document->kind = MDG_DOCUMENT_CSV;
  text = g_bytes_get_data (decoded, &length);
  mdg_csv_reader_init_strict (&reader, text, length, delimiter);
  if (!read_records (document, &reader, progress, progress_data, cancellable, error) ||
      !check_widths (document, error))
    return NULL;

  return g_steal_pointer (&document);
}
