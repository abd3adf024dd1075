/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/mdg-csv.h"

#include <string.h>

/**
 * mdg_csv_reader_init:
 * @self: (out caller-allocates): a reader
 * @text: (array length=length): the text, which must outlive the reader
 * @length: its length in bytes
 *
 * Begins to read @text. A byte order mark is passed over.
 */
void
mdg_csv_reader_init (MdgCsvReader *self, const char *text, gsize length)
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
  };
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
  g_string_free (self->text, TRUE);
  g_array_unref (self->starts);
}

static void
begin_field (MdgCsvReader *self)
{
  gsize start = self->text->len;

  g_array_append_val (self->starts, start);
}

/* Takes one character of a quoted field; returns whether the field goes on. */
static gboolean
read_quoted (MdgCsvReader *self)
{
  char c = *self->cursor++;

  if (c == '"')
    {
      if (self->cursor == self->end || *self->cursor != '"')
        return FALSE;
      self->cursor++;
    }
  else if (c == '\n')
    {
      self->next_line++;
    }

  g_string_append_c (self->text, c);
  return TRUE;
}

/**
 * mdg_csv_reader_next:
 * @self: a reader
 *
 * Reads the next record that is not an empty line. Records end with LF or CRLF; a quoted field may
 * hold commas, line ends and doubled quotes. A quote that is never closed ends with the text.
 *
 * Returns: whether there was one
 */
gboolean
mdg_csv_reader_next (MdgCsvReader *self)
{
  gboolean quoted = FALSE;
  gboolean at_start = TRUE;

  while (self->cursor < self->end && (*self->cursor == '\n' || *self->cursor == '\r'))
    {
      if (*self->cursor++ == '\n')
        self->next_line++;
    }
  if (self->cursor == self->end)
    return FALSE;

  self->line = self->next_line;
  g_string_truncate (self->text, 0);
  g_array_set_size (self->starts, 0);
  begin_field (self);

  while (self->cursor < self->end)
    {
      char c = *self->cursor;

      if (quoted)
        {
          quoted = read_quoted (self);
          continue;
        }

      self->cursor++;
      if (c == '\n')
        {
          self->next_line++;
          break;
        }
      if (c == '\r' && (self->cursor == self->end || *self->cursor == '\n'))
        continue;

      if (c == '"' && at_start)
        {
          quoted = TRUE;
        }
      else if (c == ',')
        {
          g_string_append_c (self->text, '\0');
          begin_field (self);
        }
      else
        {
          g_string_append_c (self->text, c);
        }
      at_start = c == ',';
    }

  return TRUE;
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
mdg_csv_reader_get_line (MdgCsvReader *self)
{
  return self->line;
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
mdg_csv_reader_get_n (MdgCsvReader *self)
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
mdg_csv_reader_get (MdgCsvReader *self, guint column)
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

/* What spreadsheets pass over before they look for a formula is passed over here as well; and since
 * apostrophes are, one that is put before a text never changes the answer. */
static gboolean
begins_formula (const char *text)
{
  text += strspn (text, "'\" ");

  return *text != '\0' && strchr ("=+-@\t\r\n", *text) != NULL && !is_number (text);
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
  if (!guarded && strpbrk (text, ",\"\r\n") == NULL)
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
