/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import/read/mdg-ods-reader.h"

#include "import/mdg-import-error.h"
#include "import/read/mdg-number-format.h"
#include "import/read/mdg-xml.h"

#include <glib/gi18n.h>
#include <string.h>

#define MANIFEST "META-INF/manifest.xml"

/* A cell of the row that is read; its text is kept in the state. */
typedef struct
{
  guint column;
  guint n_columns;
  gsize start;
  gsize length;
} Cell;

/* The content while it is read. */
typedef struct
{
  MdgSheetWriter *out;
  GArray *cells;
  GString *texts;
  GString *type;
  GString *value;
  guint64 row;
  guint64 column;
  guint n_rows;
  guint n_columns;
  gsize cell_start;
  guint table_depth;
  guint paragraph_depth;
  guint skip_depth;
  gboolean in_spreadsheet;
  gboolean in_cell;
  gboolean has_spreadsheet;
} State;

/* What holds text or cells that are not shown in a cell of the sheet. */
static gboolean
is_beside (const char *name)
{
  static const char *const names[] = {
    "annotation", "custom-shape", "dde-links", "forms",          "frame",
    "g",          "note",         "ruby-text", "shapes",         "tracked-changes",
    "rect",       "scenario",     "caption",   "table-template",
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (strcmp (name, names[i]) == 0)
      return TRUE;

  return FALSE;
}

static void
start_cell (State *state, const char **names, const char **values)
{
  const char *type = mdg_xml_get (names, values, "value-type");
  const char *value = NULL;
  static const char *const attributes[] = { "value", "date-value", "time-value", "boolean-value",
                                            "string-value" };

  for (guint i = 0; i < G_N_ELEMENTS (attributes) && value == NULL; i++)
    value = mdg_xml_get (names, values, attributes[i]);

  state->in_cell = TRUE;
  state->n_columns = MAX (1, mdg_xml_get_uint (names, values, "number-columns-repeated", 1));
  state->cell_start = state->texts->len;
  g_string_assign (state->type, type != NULL ? type : "");
  g_string_assign (state->value, value != NULL ? value : "");
}

static gboolean
start_content (const char *name,
               const char **names,
               const char **values,
               gpointer data,
               GError **error)
{
  State *state = data;
  const char *sheet;

  if (state->skip_depth > 0 || is_beside (name))
    {
      state->skip_depth++;
      return TRUE;
    }
  if (strcmp (name, "spreadsheet") == 0)
    {
      state->in_spreadsheet = TRUE;
      state->has_spreadsheet = TRUE;
    }
  if (!state->in_spreadsheet)
    return TRUE;

  if (strcmp (name, "table") == 0)
    {
      /* A table within a cell is shown as a picture of its own. */
      if (state->table_depth++ > 0)
        return TRUE;
      state->row = 0;
      sheet = mdg_xml_get (names, values, "name");
      return mdg_sheet_writer_begin (state->out, sheet != NULL ? sheet : "", error);
    }
  if (state->table_depth != 1)
    return TRUE;

  if (strcmp (name, "table-row") == 0)
    {
      state->column = 0;
      state->n_rows = MAX (1, mdg_xml_get_uint (names, values, "number-rows-repeated", 1));
      g_array_set_size (state->cells, 0);
      g_string_truncate (state->texts, 0);
    }
  else if (strcmp (name, "table-cell") == 0 || strcmp (name, "covered-table-cell") == 0)
    {
      start_cell (state, names, values);
    }
  else if (state->in_cell && (strcmp (name, "p") == 0 || strcmp (name, "h") == 0))
    {
      if (state->paragraph_depth++ == 0 && state->texts->len > state->cell_start)
        g_string_append_c (state->texts, '\n');
    }
  else if (state->paragraph_depth > 0 && strcmp (name, "s") == 0)
    {
      guint n = mdg_xml_get_uint (names, values, "c", 1);

      for (guint i = 0; i < MIN (n, 256); i++)
        g_string_append_c (state->texts, ' ');
    }
  else if (state->paragraph_depth > 0 &&
           (strcmp (name, "tab") == 0 || strcmp (name, "line-break") == 0))
    {
      g_string_append_c (state->texts, ' ');
    }

  return TRUE;
}

static gboolean
text_content (const char *text, gsize length, gpointer data, GError **error)
{
  State *state = data;

  if (state->paragraph_depth == 0 || state->skip_depth > 0)
    return TRUE;
  g_string_append_len (state->texts, text, (gssize) length);
  if (state->texts->len <= 16 * (gsize) MDG_XML_MAX_TOKEN_BYTES)
    return TRUE;

  mdg_zip_set_damaged (MDG_ODS_CONTENT, _ ("it has a text without end"), error);
  return FALSE;
}

/* Whether a date is shown so that nobody could tell its day from its month or year. */
static gboolean
is_unclear_date (const char *text, gsize length)
{
  gsize n_digits = 0;

  while (n_digits < length && g_ascii_isdigit (text[n_digits]))
    n_digits++;
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isdigit (text[i]) && strchr ("/.- ", text[i]) == NULL)
      return FALSE;

  return n_digits != 4;
}

/* How many decimals the text of the cell shows. */
static int
count_decimals (const State *state)
{
  const char *text = state->texts->str + state->cell_start;
  const char *point = strchr (text, '.');

  if (*text == '\0')
    return MDG_NUMBER_ANY_DECIMALS;

  return point != NULL ? (int) strspn (point + 1, "0123456789") : 0;
}

/* What a cell without text shows, since not every program writes it; and of a share more than its
 * text, where the text hides decimals that the value has. */
static void
show_value (State *state)
{
  MdgNumberFormat format = { MDG_NUMBER_PLAIN, MDG_NUMBER_ANY_DECIMALS };
  g_autofree char *shown = NULL;

  if (strcmp (state->type->str, "date") == 0)
    {
      g_string_append_len (state->texts, state->value->str,
                           (gssize) strcspn (state->value->str, "T"));
      return;
    }
  if (strcmp (state->type->str, "boolean") == 0)
    {
      g_string_append (state->texts, strcmp (state->value->str, "true") == 0 ? "TRUE" : "FALSE");
      return;
    }
  if (strcmp (state->type->str, "percentage") == 0)
    {
      format.kind = MDG_NUMBER_PERCENT;
      format.decimals = count_decimals (state);
      g_string_truncate (state->texts, state->cell_start);
    }

  shown = mdg_number_format_show (format, state->value->str, FALSE);
  g_string_append (state->texts, shown);
}

static void
end_cell (State *state)
{
  Cell cell;

  if (strcmp (state->type->str, "date") == 0 && state->value->len > 0 &&
      is_unclear_date (state->texts->str + state->cell_start,
                       state->texts->len - state->cell_start))
    g_string_truncate (state->texts, state->cell_start);
  if (state->value->len > 0 &&
      (state->texts->len == state->cell_start || strcmp (state->type->str, "percentage") == 0))
    show_value (state);

  cell = (Cell) {
    .column = (guint) MIN (state->column, G_MAXUINT),
    .n_columns = state->n_columns,
    .start = state->cell_start,
    .length = state->texts->len - state->cell_start,
  };
  if (cell.length > 0)
    g_array_append_val (state->cells, cell);
  state->column += state->n_columns;
  state->in_cell = FALSE;
  state->paragraph_depth = 0;
}

static gboolean
add_cell (State *state, guint64 row, const Cell *cell, GError **error)
{
  for (guint i = 0; i < cell->n_columns; i++)
    if (!mdg_sheet_writer_add_cell (state->out, (guint) MIN (row, G_MAXUINT),
                                    (guint) MIN ((guint64) cell->column + i, G_MAXUINT - 1),
                                    state->texts->str + cell->start, cell->length, error))
      return FALSE;

  return TRUE;
}

/* Puts the cells of a row, as often as it is repeated. Rows without cells cost nothing. */
static gboolean
end_row (State *state, GError **error)
{
  guint64 n_cells = 0;

  for (guint i = 0; i < state->cells->len; i++)
    n_cells += g_array_index (state->cells, Cell, i).n_columns;
  if (n_cells > 0 && !mdg_sheet_writer_check_room (state->out, n_cells * state->n_rows, error))
    return FALSE;

  for (guint i = 0; n_cells > 0 && i < state->n_rows; i++)
    for (guint j = 0; j < state->cells->len; j++)
      if (!add_cell (state, state->row + i + 1, &g_array_index (state->cells, Cell, j), error))
        return FALSE;
  state->row += state->n_rows;

  return TRUE;
}

static gboolean
end_content (const char *name, gpointer data, GError **error)
{
  State *state = data;

  if (state->skip_depth > 0)
    {
      state->skip_depth--;
      return TRUE;
    }
  if (strcmp (name, "spreadsheet") == 0)
    state->in_spreadsheet = FALSE;
  if (strcmp (name, "table") == 0 && state->table_depth > 0)
    state->table_depth--;
  else if (state->table_depth != 1)
    return TRUE;
  else if (strcmp (name, "table-row") == 0)
    return end_row (state, error);
  else if (strcmp (name, "table-cell") == 0 || strcmp (name, "covered-table-cell") == 0)
    end_cell (state);
  else if (state->paragraph_depth > 0 && (strcmp (name, "p") == 0 || strcmp (name, "h") == 0))
    state->paragraph_depth--;

  return TRUE;
}

static gboolean
start_manifest (const char *name,
                const char **names,
                const char **values,
                gpointer data,
                GError **error)
{
  if (strcmp (name, "encryption-data") != 0)
    return TRUE;

  g_set_error (
    error, MDG_IMPORT_ERROR, MDG_IMPORT_ERROR_ENCRYPTED,
    _ ("The spreadsheet is protected by a password. Open it in a spreadsheet program, save "
       "it without password, and import that."));
  return FALSE;
}

/**
 * mdg_ods_reader_read:
 * @zip: an archive that holds an ODS spreadsheet
 * @out: where its cells are put
 * @cancellable: (nullable): a #GCancellable
 * @error: return location for an error
 *
 * Reads the cells of all sheets as they are shown, hidden sheets too.
 *
 * Returns: whether all of it was read
 */
gboolean
mdg_ods_reader_read (const MdgZip *zip,
                     MdgSheetWriter *out,
                     GCancellable *cancellable,
                     GError **error)
{
  static const MdgXmlHandler manifest = { .start = start_manifest };
  static const MdgXmlHandler content = {
    .start = start_content,
    .end = end_content,
    .text = text_content,
  };
  g_autoptr (GArray) cells = g_array_new (FALSE, FALSE, sizeof (Cell));
  g_autoptr (GString) texts = g_string_new (NULL);
  g_autoptr (GString) type = g_string_new (NULL);
  g_autoptr (GString) value = g_string_new (NULL);
  State state = { .out = out, .cells = cells, .texts = texts, .type = type, .value = value };

  if (mdg_zip_has (zip, MANIFEST) &&
      !mdg_xml_parse (zip, MANIFEST, &manifest, NULL, cancellable, error))
    return FALSE;
  if (!mdg_xml_parse (zip, MDG_ODS_CONTENT, &content, &state, cancellable, error))
    return FALSE;
  if (state.has_spreadsheet)
    return TRUE;

  mdg_sheet_writer_set_document (error);
  return FALSE;
}
