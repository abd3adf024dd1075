/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "export/mdg-export-table.h"

#include "core/mdg-csv.h"

/* Excel takes a CSV file for UTF-8 only by this. */
#define BYTE_ORDER_MARK "\xEF\xBB\xBF"
#define LINE_END "\n"

/* How many rows are written before somebody who no longer waits is heard. */
#define ROWS_AT_ONCE 1024

struct _MdgExportTable
{
  char *title;        /* (nullable) */
  GPtrArray *columns; /* (element-type utf8) */
  GPtrArray *notes;   /* (element-type utf8) */
  guint n_rows;
  MdgExportFillRow fill;
  gpointer data;
  GDestroyNotify data_free;
};

/* How one form of text differs from another. */
typedef struct
{
  char separator;
  void (*append_text) (GString *out, const char *text);
} Form;

static const Form tsv = { '\t', mdg_csv_append_cell };
static const Form csv = { ',', mdg_csv_append };

/**
 * mdg_export_table_new:
 * @title: (nullable): its title with month and basis, or %NULL for a table that another program is
 *   to read, whose first line are the columns
 * @n_rows: how many rows it has
 * @fill: says what stands in a row
 * @data: (transfer full) (nullable): what @fill gets
 * @data_free: (nullable): frees @data
 *
 * Returns: (transfer full): a table without columns and notes
 */
MdgExportTable *
mdg_export_table_new (const char *title,
                      guint n_rows,
                      MdgExportFillRow fill,
                      gpointer data,
                      GDestroyNotify data_free)
{
  MdgExportTable *self = g_atomic_rc_box_new0 (MdgExportTable);

  self->title = g_strdup (title);
  self->columns = g_ptr_array_new_with_free_func (g_free);
  self->notes = g_ptr_array_new_with_free_func (g_free);
  self->n_rows = n_rows;
  self->fill = fill;
  self->data = data;
  self->data_free = data_free;

  return self;
}

/**
 * mdg_export_table_ref:
 * @self: a table
 *
 * Returns: (transfer full): @self
 */
MdgExportTable *
mdg_export_table_ref (MdgExportTable *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
table_clear (gpointer data)
{
  MdgExportTable *self = data;

  g_free (self->title);
  g_ptr_array_unref (self->columns);
  g_ptr_array_unref (self->notes);
  if (self->data_free != NULL)
    self->data_free (self->data);
}

/**
 * mdg_export_table_unref:
 * @self: (transfer full): a table
 */
void
mdg_export_table_unref (MdgExportTable *self)
{
  g_atomic_rc_box_release_full (self, table_clear);
}

/**
 * mdg_export_table_add_column:
 * @self: a table
 * @title: what stands above the column, with the unit where the numbers have one
 */
void
mdg_export_table_add_column (MdgExportTable *self, const char *title)
{
  g_ptr_array_add (self->columns, g_strdup (title));
}

/**
 * mdg_export_table_add_note:
 * @self: a table
 * @note: a line below the table: a source, a definition, a doubt
 */
void
mdg_export_table_add_note (MdgExportTable *self, const char *note)
{
  g_ptr_array_add (self->notes, g_strdup (note));
}

/**
 * mdg_export_table_get_title:
 * @self: a table
 *
 * Returns: (nullable): its title
 */
const char *
mdg_export_table_get_title (MdgExportTable *self)
{
  return self->title;
}

/**
 * mdg_export_table_get_n_columns:
 * @self: a table
 *
 * Returns: how many columns it has
 */
guint
mdg_export_table_get_n_columns (MdgExportTable *self)
{
  return self->columns->len;
}

/**
 * mdg_export_table_get_column:
 * @self: a table
 * @column: which column
 *
 * Returns: what stands above it
 */
const char *
mdg_export_table_get_column (MdgExportTable *self, guint column)
{
  g_return_val_if_fail (column < self->columns->len, NULL);

  return g_ptr_array_index (self->columns, column);
}

/**
 * mdg_export_table_get_n_rows:
 * @self: a table
 *
 * Returns: how many rows it has below its column titles
 */
guint
mdg_export_table_get_n_rows (MdgExportTable *self)
{
  return self->n_rows;
}

/**
 * mdg_export_table_fill_row:
 * @self: a table
 * @row: which row
 * @cells: takes the cells of the row instead of what it holds
 */
void
mdg_export_table_fill_row (MdgExportTable *self, guint row, MdgExportRow *cells)
{
  g_return_if_fail (row < self->n_rows);

  mdg_export_row_clear (cells);
  self->fill (row, cells, self->data);
}

/**
 * mdg_export_table_get_n_notes:
 * @self: a table
 *
 * Returns: how many notes stand below it
 */
guint
mdg_export_table_get_n_notes (MdgExportTable *self)
{
  return self->notes->len;
}

/**
 * mdg_export_table_get_note:
 * @self: a table
 * @note: which note
 *
 * Returns: the note
 */
const char *
mdg_export_table_get_note (MdgExportTable *self, guint note)
{
  g_return_val_if_fail (note < self->notes->len, NULL);

  return g_ptr_array_index (self->notes, note);
}

static void
append_titles (MdgExportTable *self, const Form *form, GString *out)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      if (i > 0)
        g_string_append_c (out, form->separator);
      form->append_text (out, g_ptr_array_index (self->columns, i));
    }
  g_string_append (out, LINE_END);
}

static void
append_row (const MdgExportRow *cells, const Form *form, GString *out)
{
  for (guint i = 0; i < mdg_export_row_get_n (cells); i++)
    {
      MdgExportCell cell = mdg_export_row_get (cells, i);

      if (i > 0)
        g_string_append_c (out, form->separator);
      if (cell.kind == MDG_EXPORT_CELL_NUMBER)
        {
          g_autofree char *number = mdg_decimal_to_string (cell.number);

          g_string_append (out, number);
        }
      else if (cell.kind == MDG_EXPORT_CELL_TEXT)
        form->append_text (out, cell.text);
    }
  g_string_append (out, LINE_END);
}

static gboolean
append_rows (MdgExportTable *self,
             const Form *form,
             GString *out,
             GCancellable *cancellable,
             GError **error)
{
  g_autoptr (MdgExportRow) cells = mdg_export_row_new ();

  append_titles (self, form, out);
  for (guint i = 0; i < self->n_rows; i++)
    {
      if (i % ROWS_AT_ONCE == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      mdg_export_table_fill_row (self, i, cells);
      append_row (cells, form, out);
    }

  return TRUE;
}

/**
 * mdg_export_table_to_tsv:
 * @self: a table
 * @cancellable: (nullable): ends the work early
 * @error: return location for an error, which is always that it was cancelled
 *
 * Writes the columns and rows with tabs between them, as is pasted into a spreadsheet. Numbers are
 * in the C locale without grouping.
 *
 * Returns: (transfer full) (nullable): the text in UTF-8, or %NULL with @error set
 */
GBytes *
mdg_export_table_to_tsv (MdgExportTable *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (GString) out = g_string_new (NULL);

  if (!append_rows (self, &tsv, out, cancellable, error))
    return NULL;

  return g_string_free_to_bytes (g_steal_pointer (&out));
}

static void
append_line (GString *out, const Form *form, const char *text)
{
  form->append_text (out, text);
  g_string_append (out, LINE_END);
}

/* The title in a line of its own, columns and rows, an empty line and the notes. */
static GBytes *
to_file (MdgExportTable *self,
         const Form *form,
         const char *mark,
         GCancellable *cancellable,
         GError **error)
{
  g_autoptr (GString) out = g_string_new (mark);

  if (self->title != NULL)
    append_line (out, form, self->title);
  if (!append_rows (self, form, out, cancellable, error))
    return NULL;
  if (self->notes->len > 0)
    g_string_append (out, LINE_END);
  for (guint i = 0; i < self->notes->len; i++)
    append_line (out, form, g_ptr_array_index (self->notes, i));

  return g_string_free_to_bytes (g_steal_pointer (&out));
}

/**
 * mdg_export_table_to_tsv_file:
 * @self: a table
 * @cancellable: (nullable): ends the work early
 * @error: return location for an error, which is always that it was cancelled
 *
 * Writes what mdg_export_table_to_tsv() does, between the title and the notes.
 *
 * Returns: (transfer full) (nullable): the text in UTF-8, or %NULL with @error set
 */
GBytes *
mdg_export_table_to_tsv_file (MdgExportTable *self, GCancellable *cancellable, GError **error)
{
  return to_file (self, &tsv, NULL, cancellable, error);
}

/**
 * mdg_export_table_to_csv:
 * @self: a table
 * @with_mark: whether it begins with a byte order mark, by which a spreadsheet knows UTF-8
 * @cancellable: (nullable): ends the work early
 * @error: return location for an error, which is always that it was cancelled
 *
 * Writes the table with quotes as RFC 4180 has them: the title in a line of its own, columns and rows, an empty
 * line and the notes. Numbers are in the C locale without grouping.
 *
 * Returns: (transfer full) (nullable): the text in UTF-8, or %NULL with @error set
 */
GBytes *
mdg_export_table_to_csv (MdgExportTable *self,
                         gboolean with_mark,
                         GCancellable *cancellable,
                         GError **error)
{
  return to_file (self, &csv, with_mark ? BYTE_ORDER_MARK : NULL, cancellable, error);
}
