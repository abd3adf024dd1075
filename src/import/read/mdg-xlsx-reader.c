/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import/read/mdg-xlsx-reader.h"

#include "import/read/mdg-xlsx-parts.h"
#include "import/read/mdg-xml.h"

#include <glib/gi18n.h>
#include <string.h>

/* A sheet while it is read. */
typedef struct
{
  const MdgXlsxParts *parts;
  const MdgXlsxSheet *sheet;
  MdgSheetWriter *out;
  GString *value;
  GString *text;
  guint row;
  guint column;
  guint style;
  char type[12];
  guint phonetic_depth;
  gboolean in_cell;
  gboolean in_value;
  gboolean in_text;
} State;

/* Reads "BC23" as column 54, row 23; a reference without row is of the row that is read. */
static gboolean
parse_reference (const char *text, guint *column, guint *row)
{
  guint n = 0;
  guint64 number;

  for (; g_ascii_isalpha (*text) && n <= MDG_SHEET_MAX_COLUMNS; text++)
    n = n * 26 + (guint) (g_ascii_toupper (*text) - 'A') + 1;
  if (n == 0 || n > MDG_SHEET_MAX_COLUMNS)
    return FALSE;

  *column = n - 1;
  if (*text == '\0')
    return TRUE;
  if (!g_ascii_string_to_unsigned (text, 10, 1, MDG_SHEET_MAX_ROWS, &number, NULL))
    return FALSE;
  *row = (guint) number;

  return TRUE;
}

static gboolean
start_cell (State *state, const char **names, const char **values, GError **error)
{
  const char *reference = mdg_xml_get (names, values, "r");
  const char *type = mdg_xml_get (names, values, "t");

  if (reference != NULL && !parse_reference (reference, &state->column, &state->row))
    {
      mdg_zip_set_damaged (state->sheet->member, _ ("a cell has no such place"), error);
      return FALSE;
    }

  state->style = mdg_xml_get_uint (names, values, "s", 0);
  g_strlcpy (state->type, type != NULL ? type : "n", sizeof state->type);
  g_string_truncate (state->value, 0);
  g_string_truncate (state->text, 0);
  state->in_cell = TRUE;

  return TRUE;
}

static gboolean
start_cb (const char *name, const char **names, const char **values, gpointer data, GError **error)
{
  State *state = data;

  if (strcmp (name, "row") == 0)
    {
      state->row = mdg_xml_get_uint (names, values, "r", state->row + 1);
      state->column = 0;
    }
  else if (strcmp (name, "c") == 0)
    {
      return start_cell (state, names, values, error);
    }
  else if (strcmp (name, "rPh") == 0)
    {
      state->phonetic_depth++;
    }

  state->in_value = state->in_cell && strcmp (name, "v") == 0;
  state->in_text = state->in_cell && strcmp (name, "t") == 0;

  return TRUE;
}

static gboolean
text_cb (const char *text, gsize length, gpointer data, GError **error)
{
  State *state = data;

  if (state->in_value)
    g_string_append_len (state->value, text, (gssize) length);
  else if (state->in_text && state->phonetic_depth == 0)
    mdg_xlsx_append_text (state->text, text, length);
  if (state->value->len <= MDG_XML_MAX_TOKEN_BYTES && state->text->len <= MDG_XML_MAX_TOKEN_BYTES)
    return TRUE;

  mdg_zip_set_damaged (state->sheet->member, _ ("it has a text without end"), error);
  return FALSE;
}

static gboolean
add (State *state, const char *text, GError **error)
{
  return mdg_sheet_writer_add_cell (state->out, state->row, state->column, text, strlen (text),
                                    error);
}

static gboolean
add_shared (State *state, GError **error)
{
  guint64 index;

  if (!g_ascii_string_to_unsigned (state->value->str, 10, 0, G_MAXUINT, &index, NULL) ||
      index >= state->parts->strings->len)
    {
      mdg_zip_set_damaged (state->sheet->member, _ ("a cell has a text that is missing"), error);
      return FALSE;
    }

  return add (state, g_ptr_array_index (state->parts->strings, index), error);
}

static gboolean
add_number (State *state, GError **error)
{
  MdgNumberFormat format = { MDG_NUMBER_PLAIN, MDG_NUMBER_ANY_DECIMALS };
  g_autofree char *shown = NULL;

  if (state->style < state->parts->formats->len)
    format = g_array_index (state->parts->formats, MdgNumberFormat, state->style);
  shown = mdg_number_format_show (format, state->value->str, state->parts->from_1904);

  return add (state, shown, error);
}

static gboolean
end_cell (State *state, GError **error)
{
  const char *value = g_strstrip (state->value->str);

  if (strcmp (state->type, "inlineStr") == 0)
    return add (state, state->text->str, error);
  if (*value == '\0')
    return TRUE;
  if (strcmp (state->type, "s") == 0)
    return add_shared (state, error);
  if (strcmp (state->type, "b") == 0)
    return add (state, strcmp (value, "0") == 0 ? "FALSE" : "TRUE", error);
  if (strcmp (state->type, "str") == 0)
    {
      mdg_xlsx_append_text (state->text, value, strlen (value));
      return add (state, state->text->str, error);
    }
  /* An ISO date, which may have a time behind it that no figure has. */
  if (strcmp (state->type, "d") == 0)
    {
      state->value->str[strcspn (state->value->str, "T")] = '\0';
      return add (state, state->value->str, error);
    }
  /* An error such as "#DIV/0!". */
  if (strcmp (state->type, "e") == 0)
    return add (state, value, error);

  return add_number (state, error);
}

static gboolean
end_cb (const char *name, gpointer data, GError **error)
{
  State *state = data;

  state->in_value = FALSE;
  state->in_text = FALSE;
  if (strcmp (name, "rPh") == 0)
    state->phonetic_depth--;
  if (strcmp (name, "c") != 0 || !state->in_cell)
    return TRUE;

  state->in_cell = FALSE;
  if (!end_cell (state, error))
    return FALSE;
  state->column++;

  return TRUE;
}

/**
 * mdg_xlsx_reader_read:
 * @zip: an archive that holds an XLSX workbook
 * @out: where its cells are put
 * @progress: (nullable) (scope call): told how many sheets are read
 * @progress_data: data for @progress
 * @cancellable: (nullable): a #GCancellable
 * @error: return location for an error
 *
 * Reads the cells of all sheets as they are shown, hidden sheets too. Of a formula, the value that
 * was stored with it is read.
 *
 * Returns: whether all of it was read
 */
gboolean
mdg_xlsx_reader_read (const MdgZip *zip,
                      MdgSheetWriter *out,
                      MdgReadProgress progress,
                      gpointer progress_data,
                      GCancellable *cancellable,
                      GError **error)
{
  static const MdgXmlHandler handler = { .start = start_cb, .end = end_cb, .text = text_cb };
  g_autoptr (MdgXlsxParts) parts = mdg_xlsx_parts_new (zip, cancellable, error);
  g_autoptr (GString) value = g_string_new (NULL);
  g_autoptr (GString) text = g_string_new (NULL);

  if (parts == NULL)
    return FALSE;

  for (guint i = 0; i < parts->sheets->len; i++)
    {
      const MdgXlsxSheet *sheet = g_ptr_array_index (parts->sheets, i);
      State state = {
        .parts = parts,
        .sheet = sheet,
        .out = out,
        .value = value,
        .text = text,
      };

      if (!mdg_sheet_writer_begin (out, sheet->name, error) ||
          !mdg_xml_parse (zip, sheet->member, &handler, &state, cancellable, error))
        return FALSE;
      if (progress != NULL)
        progress (i + 1, parts->sheets->len, progress_data);
    }

  return TRUE;
}
