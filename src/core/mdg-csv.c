/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/mdg-csv.h"

#include <string.h>

/* Fields grow by so many bytes at a time. */
#define FIELD_BLOCK_BYTES 4096

/* Blanks around a field are part of it. */
static int
is_no_space (unsigned char c)
{
  return 0;
}

static void
init (MdgCsvReader *self, const char *text, gsize length, guchar options)
{
  static const char mark[] = "\xef\xbb\xbf";

  if (length >= 3 && memcmp (text, mark, 3) == 0)
    {
      text += 3;
      length -= 3;
    }

  *self = (MdgCsvReader) {
    .cursor = text,
    .end = text + length,
    .text = g_string_new (NULL),
    .starts = g_array_new (FALSE, FALSE, sizeof (gsize)),
    .next_line = 1,
    .is_strict = (options & CSV_STRICT) != 0,
  };
  csv_init (&self->parser, options);
  csv_set_blk_size (&self->parser, FIELD_BLOCK_BYTES);
}

/**
 * mdg_csv_reader_init:
 * @self: (out caller-allocates): a reader
 * @text: (array length=length): the text, which must outlive the reader
 * @length: its length in bytes
 *
 * Begins to read @text as this program writes it. A byte order mark is passed over; a quote that is
 * never closed ends with the text.
 */
void
mdg_csv_reader_init (MdgCsvReader *self, const char *text, gsize length)
{
  init (self, text, length, 0);
  csv_set_space_func (&self->parser, is_no_space);
}

/**
 * mdg_csv_reader_init_strict:
 * @self: (out caller-allocates): a reader
 * @text: (array length=length): the text, which must outlive the reader
 * @length: its length in bytes
 * @delimiter: what stands between fields
 *
 * Begins to read @text as others write it. Blanks around fields are left out; a quote that is never
 * closed, or stands within a field without quotes, ends the reading, as does an endless record.
 */
void
mdg_csv_reader_init_strict (MdgCsvReader *self, const char *text, gsize length, char delimiter)
{
  init (self, text, length, CSV_STRICT | CSV_STRICT_FINI);
  csv_set_delim (&self->parser, (guchar) delimiter);
}

/**
 * mdg_csv_reader_clear:
 * @self: a reader
 *
 * Frees what the reader holds.
 */
void
mdg_csv_reader_clear (MdgCsvReader *self)
{
  csv_free (&self->parser);
  g_string_free (self->text, TRUE);
  g_array_unref (self->starts);
}

static void
field_cb (void *field, size_t length, void *data)
{
  MdgCsvReader *self = data;
  gsize start = self->text->len;

  g_array_append_val (self->starts, start);
  g_string_append_len (self->text, field, length);
  g_string_append_c (self->text, '\0');
}

static void
record_cb (int end, void *data)
{
  MdgCsvReader *self = data;

  self->is_complete = TRUE;
}

/* Where the line that begins at the cursor ends, its line end included: CR LF, LF or CR. */
static const char *
find_line_end (const MdgCsvReader *self)
{
  const char *feed = memchr (self->cursor, '\n', self->end - self->cursor);
  const char *end = feed != NULL ? feed + 1 : self->end;
  const char *carriage = memchr (self->cursor, '\r', end - self->cursor);

  return carriage == NULL || carriage + 1 == feed ? end : carriage + 1;
}

static gboolean
is_blank (const char *line, const char *end)
{
  while (line < end && (*line == ' ' || *line == '\n' || *line == '\r'))
    line++;

  return line == end;
}

/* Gives libcsv the line that ends at @line_end, the record having had @n_bytes before. */
static MdgCsvProblem
parse_line (MdgCsvReader *self, const char *line_end, gsize n_bytes)
{
  gsize length = line_end - self->cursor;

  if (self->is_strict && n_bytes + length > MDG_CSV_MAX_RECORD_BYTES)
    return MDG_CSV_TOO_LONG;
  if (csv_parse (&self->parser, self->cursor, length, field_cb, record_cb, self) != length)
    return MDG_CSV_BROKEN_QUOTE;

  return MDG_CSV_FINE;
}

/**
 * mdg_csv_reader_next:
 * @self: a reader
 *
 * Reads the next record that is not an empty line. Records end with LF, CR LF or CR; a quoted field
 * may hold delimiters, line ends and doubled quotes.
 *
 * Returns: whether there was one
 */
gboolean
mdg_csv_reader_next (MdgCsvReader *self)
{
  const char *start = NULL;

  g_string_truncate (self->text, 0);
  g_array_set_size (self->starts, 0);
  self->is_complete = FALSE;

  while (self->problem == MDG_CSV_FINE && !self->is_complete && self->cursor < self->end)
    {
      const char *line_end = find_line_end (self);

      if (start == NULL && !is_blank (self->cursor, line_end))
        {
          start = self->cursor;
          self->line = self->next_line;
        }
      if (start != NULL)
        self->problem = parse_line (self, line_end, self->cursor - start);
      if (self->problem == MDG_CSV_FINE)
        {
          self->cursor = line_end;
          self->next_line++;
        }
    }

  if (self->problem == MDG_CSV_FINE && start != NULL && !self->is_complete &&
      csv_fini (&self->parser, field_cb, record_cb, self) != 0)
    self->problem = MDG_CSV_BROKEN_QUOTE;

  return self->problem == MDG_CSV_FINE && self->is_complete;
}

/**
 * mdg_csv_reader_get_problem:
 * @self: a reader
 *
 * Gets why the reading ended before the text did. The record then began at mdg_csv_reader_get_line(),
 * and could not be read on at mdg_csv_reader_get_last_line().
 *
 * Returns: what is wrong with the text
 */
MdgCsvProblem
mdg_csv_reader_get_problem (const MdgCsvReader *self)
{
  return self->problem;
}

/**
 * mdg_csv_reader_get_line:
 * @self: a reader
 *
 * Gets where the record begins.
 *
 * Returns: the line number, counted from 1
 */
guint
mdg_csv_reader_get_line (const MdgCsvReader *self)
{
  return self->line;
}

/**
 * mdg_csv_reader_get_last_line:
 * @self: a reader
 *
 * Gets how far the text was read: the line that could not be read, or the one after the record.
 *
 * Returns: the line number, counted from 1
 */
guint
mdg_csv_reader_get_last_line (const MdgCsvReader *self)
{
  return self->next_line;
}

/**
 * mdg_csv_reader_get_n:
 * @self: a reader
 *
 * Gets how many fields the record has.
 *
 * Returns: the number of fields
 */
guint
mdg_csv_reader_get_n (const MdgCsvReader *self)
{
  return self->starts->len;
}

/**
 * mdg_csv_reader_get:
 * @self: a reader
 * @column: index of a field
 *
 * Gets a field of the record, as it was before [func@csv_append] wrote it.
 *
 * Returns: the text without its quotes and its guard, valid until the next record; "" where the
 *   record is shorter
 */
const char *
mdg_csv_reader_get (const MdgCsvReader *self, guint column)
{
  if (column >= self->starts->len)
    return "";

  return mdg_csv_unguard (self->text->str + g_array_index (self->starts, gsize, column));
}

/* Digits with a sign and a percent sign at most, which a spreadsheet takes for a number. */
static gboolean
is_number (const char *text)
{
  gsize length;

  if (*text == '+' || *text == '-')
    text++;
  length = strspn (text, "0123456789.,");
  if (length == 0 || !g_ascii_isdigit (*text))
    return FALSE;

  return text[length] == '\0' || (text[length] == '%' && text[length + 1] == '\0');
}

/* As a Japanese spreadsheet reads them: the same signs, and twice as wide. */
static gboolean
begins_wide (const char *text)
{
  static const char *const signs[] = { "＝", "＋", "－", "＠" };

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if (g_str_has_prefix (text, signs[i]))
      return TRUE;

  return FALSE;
}

/* What spreadsheets pass over before they look for a formula is passed over here as well; and since
 * apostrophes are, one that is put before a text never changes the answer. */
static gboolean
begins_formula (const char *text)
{
  text += strspn (text, "'\" ");

  return *text != '\0' &&
         ((strchr ("=+-@\t\r\n", *text) != NULL && !is_number (text)) || begins_wide (text));
}

/**
 * mdg_csv_unguard:
 * @text: a cell of a file that this program may have written
 *
 * Takes off the apostrophe that [func@csv_append] and [func@csv_append_cell] put before what a
 * spreadsheet would take for a formula.
 *
 * Returns: (transfer none): the text as it was, within @text
 */
const char *
mdg_csv_unguard (const char *text)
{
  return *text == '\'' && begins_formula (text + 1) ? text + 1 : text;
}

/**
 * mdg_csv_reader_get_field:
 * @self: a reader
 * @column: index of a field that the record has
 * @length: (out): its length in bytes
 *
 * Gets a field of the record with its length.
 *
 * Returns: the text without its quotes, valid until the next record
 */
const char *
mdg_csv_reader_get_field (const MdgCsvReader *self, guint column, gsize *length)
{
  gsize start;
  gsize next;

  g_return_val_if_fail (column < self->starts->len, NULL);

  start = g_array_index (self->starts, gsize, column);
  next = column + 1 < self->starts->len ? g_array_index (self->starts, gsize, column + 1)
                                        : self->text->len;
  *length = next - start - 1;

  return self->text->str + start;
}

/* A field of nothing but blanks would be an empty line to readers if it stands alone. */
static gboolean
needs_quotes (const char *text)
{
  return strpbrk (text, ",\"\r\n") != NULL || text[strspn (text, " ")] == '\0';
}

/**
 * mdg_csv_append:
 * @out: the text to write to
 * @text: (nullable): a field
 *
 * Appends one field, in quotes where it needs them. A text that a spreadsheet would take for a
 * formula gets an apostrophe before it, as spreadsheets themselves mark text; a number, with or
 * without a sign, stays one.
 */
void
mdg_csv_append (GString *out, const char *text)
{
  const char *start;
  gboolean guarded;

  if (text == NULL || *text == '\0')
    return;

  guarded = begins_formula (text);
  if (!guarded && !needs_quotes (text))
    {
      g_string_append (out, text);
      return;
    }

  g_string_append (out, guarded ? "\"'" : "\"");
  for (start = text; *text != '\0'; text++)
    {
      if (*text != '"')
        continue;
      g_string_append_len (out, start, text - start + 1);
      start = text;
    }
  g_string_append (out, start);
  g_string_append_c (out, '"');
}

/**
 * mdg_csv_append_cell:
 * @out: the text to write to
 * @text: (nullable): a cell
 *
 * Appends one cell of a table with tabs between its cells, as spreadsheets paste it: on one line,
 * and guarded as [func@csv_append] does.
 */
void
mdg_csv_append_cell (GString *out, const char *text)
{
  if (text == NULL)
    return;

  if (begins_formula (text))
    g_string_append_c (out, '\'');
  for (; *text != '\0'; text++)
    g_string_append_c (out, strchr ("\t\r\n", *text) != NULL ? ' ' : *text);
}
