/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "export/mdg-export-xlsx.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <locale.h>
#include <stdlib.h>
#include <sys/statvfs.h>
#include <xlsxwriter.h>

#include "export/mdg-export-picture.h"

/* How many rows are written before somebody who no longer waits is heard. */
#define ROWS_AT_ONCE 1024

/* Spreadsheets hold numbers as doubles, which give back every number of so many digits. */
#define EXACT_DIGITS G_GINT64_CONSTANT (1000000000000000)
#define MAX_DECIMALS 9

/* In columns of a digit's width; the button of a filter takes room beside a title. */
#define LEAST_WIDTH 8
#define MOST_WIDTH 60
#define FILTER_WIDTH 3

/* The workbook assembles the rows in one more file, and packs them in another. */
#define N_COPIES 2

/* A workbook while it is written. */
typedef struct
{
  MdgExportTable *table;
  lxw_workbook *workbook;
  lxw_worksheet *sheet;
  lxw_row_t row;
  lxw_format *bold;
  lxw_format *number_formats[2][MAX_DECIMALS + 1]; /* plain and bold, by decimals */
  guint *widths;                                   /* one for each column */
  lxw_error error;                                 /* the first that there was */
} Writer;

static guint
measure (const char *text)
{
  guint width = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    width += g_unichar_iswide (g_utf8_get_char (p)) ? 2 : 1;

  return width;
}

static void
keep_error (Writer *self, lxw_error error)
{
  if (self->error == LXW_NO_ERROR)
    self->error = error;
}

static lxw_format *
get_number_format (Writer *self, guint decimals, gboolean is_bold)
{
  lxw_format **format = &self->number_formats[is_bold ? 1 : 0][decimals];

  if (*format == NULL)
    {
      g_autofree char *zeros = g_strnfill (decimals, '0');
      g_autofree char *code = decimals == 0 ? g_strdup ("#,##0") : g_strconcat ("0.", zeros, NULL);

      *format = workbook_add_format (self->workbook);
      format_set_num_format (*format, code);
      if (is_bold)
        format_set_bold (*format);
    }

  return *format;
}

static void
write_text (Writer *self, lxw_col_t column, const char *text, lxw_format *format)
{
  keep_error (self, worksheet_write_string (self->sheet, self->row, column, text, format));
}

static void
write_cell (Writer *self, lxw_col_t column, const MdgExportCell *cell, gboolean is_total)
{
  g_autofree char *number = NULL;
  const char *text = cell->text;

  if (cell->kind == MDG_EXPORT_CELL_BLANK)
    return;

  if (cell->kind == MDG_EXPORT_CELL_NUMBER)
    text = number = mdg_decimal_to_string (cell->number);
  self->widths[column] = MAX (self->widths[column], measure (text));

  if (cell->kind == MDG_EXPORT_CELL_NUMBER && ABS (cell->number.digits) < EXACT_DIGITS)
    keep_error (self, worksheet_write_number (
                        self->sheet, self->row, column, mdg_decimal_to_double (cell->number),
                        get_number_format (self, cell->number.decimals, is_total)));
  else
    write_text (self, column, text, is_total ? self->bold : NULL);
}

static void
write_titles (Writer *self)
{
  const char *title = mdg_export_table_get_title (self->table);
  guint n_columns = mdg_export_table_get_n_columns (self->table);
  guint n_rows = mdg_export_table_get_n_rows (self->table);

  if (title != NULL)
    {
      write_text (self, 0, title, self->bold);
      self->row++;
    }
  for (guint i = 0; i < n_columns; i++)
    {
      const char *text = mdg_export_table_get_column (self->table, i);

      write_text (self, (lxw_col_t) i, text, self->bold);
      self->widths[i] = measure (text) + FILTER_WIDTH;
    }
  if (n_rows > 0)
    worksheet_autofilter (self->sheet, self->row, 0, self->row + n_rows,
                          (lxw_col_t) (n_columns - 1));
  self->row++;
  worksheet_freeze_panes (self->sheet, self->row, 0);
}

static gboolean
write_rows (Writer *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (MdgExportRow) cells = mdg_export_row_new ();
  guint n_columns = mdg_export_table_get_n_columns (self->table);

  for (guint i = 0; i < mdg_export_table_get_n_rows (self->table); i++)
    {
      if (i % ROWS_AT_ONCE == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;

      mdg_export_table_fill_row (self->table, i, cells);
      for (guint j = 0; j < MIN (mdg_export_row_get_n (cells), n_columns); j++)
        {
          MdgExportCell cell = mdg_export_row_get (cells, j);

          write_cell (self, (lxw_col_t) j, &cell, mdg_export_row_is_total (cells));
        }
      self->row++;
    }

  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}

static void
write_notes (Writer *self)
{
  for (guint i = 0; i < mdg_export_table_get_n_notes (self->table); i++)
    {
      /* An empty row parts the table from what is said about it. */
      self->row++;
      write_text (self, 0, mdg_export_table_get_note (self->table, i), NULL);
    }
}

static void
set_widths (Writer *self)
{
  for (guint i = 0; i < mdg_export_table_get_n_columns (self->table); i++)
    worksheet_set_column (self->sheet, (lxw_col_t) i, (lxw_col_t) i,
                          CLAMP (self->widths[i] + 1, LEAST_WIDTH, MOST_WIDTH), NULL);
}

static void
set_properties (Writer *self)
{
  g_autoptr (GString) notes = g_string_new (NULL);
  lxw_doc_properties properties = { 0 };

  for (guint i = 0; i < mdg_export_table_get_n_notes (self->table); i++)
    g_string_append_printf (notes, "%s%s", i > 0 ? "\n" : "",
                            mdg_export_table_get_note (self->table, i));
  properties.title = mdg_export_table_get_title (self->table);
  properties.author = _ ("Madoguchi");
  properties.comments = notes->len > 0 ? notes->str : NULL;
  keep_error (self, workbook_set_properties (self->workbook, &properties));
}

static void
set_no_room (GError **error)
{
  g_set_error_literal (error, MDG_EXPORT_ERROR, MDG_EXPORT_ERROR_WRITE,
                       _ ("There is no room for the temporary files of a workbook; free some space "
                          "on the disk, or save fewer rows."));
}

/* The library does not look whether a temporary file could be written, and would leave out what did
 * not fit. */
static gboolean
check_room (Writer *self, GError **error)
{
  FILE *rows = self->sheet->optimize_tmpfile;
  struct statvfs room;
  off_t length;

  if (fflush (rows) == 0 && !ferror (rows) && (length = ftello (rows)) >= 0 &&
      fstatvfs (fileno (rows), &room) == 0 &&
      (guint64) room.f_bavail * room.f_frsize >= (guint64) length * N_COPIES)
    return TRUE;

  set_no_room (error);
  return FALSE;
}

static void
set_error (lxw_error code, GError **error)
{
  switch ((int) code)
    {
    case LXW_ERROR_MAX_STRING_LENGTH_EXCEEDED:
      g_set_error_literal (
        error, MDG_EXPORT_ERROR, MDG_EXPORT_ERROR_SIZE,
        _ ("A text is longer than the 32,767 characters that a cell of a workbook can hold; save "
           "the table as CSV."));
      break;

    case LXW_ERROR_CREATING_XLSX_FILE:
    case LXW_ERROR_CREATING_TMPFILE:
    case LXW_ERROR_READING_TMPFILE:
    case LXW_ERROR_ZIP_FILE_OPERATION:
      set_no_room (error);
      break;

    default:
      g_set_error (error, MDG_EXPORT_ERROR, MDG_EXPORT_ERROR_WRITE,
                   _ ("The workbook could not be written (%s); save the table as CSV."),
                   lxw_strerror (code));
    }
}

static gboolean
check_size (MdgExportTable *table, GError **error)
{
  guint64 n_rows = (guint64) mdg_export_table_get_n_rows (table) + 2 +
                   (mdg_export_table_get_n_notes (table) > 0 ? 1 : 0) +
                   mdg_export_table_get_n_notes (table);

  if (n_rows <= LXW_ROW_MAX && mdg_export_table_get_n_columns (table) <= LXW_COL_MAX)
    return TRUE;

  g_set_error_literal (error, MDG_EXPORT_ERROR, MDG_EXPORT_ERROR_SIZE,
                       _ ("A sheet of a workbook holds 1,048,576 rows and 16,384 columns at most; "
                          "save fewer rows, or save the table as CSV."));
  return FALSE;
}

static GBytes *
write_workbook (MdgExportTable *table, GCancellable *cancellable, GError **error)
{
  const char *buffer = NULL;
  size_t length = 0;
  lxw_workbook_options options = {
    .constant_memory = LXW_TRUE,
    .output_buffer = &buffer,
    .output_buffer_size = &length,
  };
  Writer self = { .table = table };
  g_autofree guint *widths = g_new0 (guint, mdg_export_table_get_n_columns (table));
  g_autoptr (GBytes) bytes = NULL;
  gboolean is_written;
  lxw_error closed;

  self.widths = widths;
  self.workbook = workbook_new_opt (NULL, &options);
  self.sheet = workbook_add_worksheet (self.workbook, _ ("Figures"));
  if (self.sheet == NULL)
    {
      lxw_workbook_free (self.workbook);
      set_error (LXW_ERROR_CREATING_TMPFILE, error);
      return NULL;
    }
  self.bold = workbook_add_format (self.workbook);
  format_set_bold (self.bold);

  write_titles (&self);
  is_written = write_rows (&self, cancellable, error);
  write_notes (&self);
  set_widths (&self);
  set_properties (&self);
  is_written = is_written && check_room (&self, error);

  /* Closing is what frees it all, whether or not anybody wants the result. */
  closed = workbook_close (self.workbook);
  if (buffer != NULL)
    bytes = g_bytes_new_with_free_func (buffer, length, free, (gpointer) buffer);
  if (!is_written)
    return NULL;

  keep_error (&self, closed);
  if (self.error == LXW_NO_ERROR && bytes != NULL)
    return g_steal_pointer (&bytes);

  set_error (self.error, error);
  return NULL;
}

/**
 * mdg_export_table_to_xlsx:
 * @self: a table
 * @cancellable: (nullable): ends the work early
 * @error: return location for a #MDG_EXPORT_ERROR, or that it was cancelled
 *
 * Writes the table as a workbook of one sheet: the title, the column titles, which stay in sight and
 * filter, the rows and, below an empty one, the notes. Numbers stay numbers with their decimals, and
 * a text that begins as a formula does stays a text. Rows go through temporary files. Blocks; to be
 * called in a thread.
 *
 * Returns: (transfer full) (nullable): the file, or %NULL with @error set
 */
GBytes *
mdg_export_table_to_xlsx (MdgExportTable *self, GCancellable *cancellable, GError **error)
{
  GBytes *bytes;
  locale_t points;
  locale_t before;

  g_return_val_if_fail (mdg_export_table_get_n_columns (self) > 0, NULL);

  if (!check_size (self, error))
    return NULL;

  /* The library writes numbers as the locale of the thread has them. */
  points = newlocale (LC_NUMERIC_MASK, "C", duplocale (LC_GLOBAL_LOCALE));
  before = uselocale (points);
  bytes = write_workbook (self, cancellable, error);
  uselocale (before);
  freelocale (points);

  return bytes;
}
