/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import/read/mdg-sheet-writer.h"

#include "import/mdg-import-error.h"

#include <glib/gi18n.h>

/**
 * mdg_sheet_writer_set_document:
 * @error: return location for an error
 *
 * Says that a file of an office program is another kind of document.
 */
void
mdg_sheet_writer_set_document (GError **error)
{
  g_set_error (
    error, MDG_IMPORT_ERROR, MDG_IMPORT_ERROR_NOT_SPREADSHEET,
    _ ("This is a document or a presentation, not a spreadsheet. Choose a spreadsheet, or "
       "save the document as PDF."));
}

/**
 * mdg_sheet_writer_begin:
 * @self: a place for cells
 * @name: name of the sheet
 * @error: return location for an error
 *
 * Begins a sheet, which is a page of the document.
 *
 * Returns: whether there is room for it
 */
gboolean
mdg_sheet_writer_begin (MdgSheetWriter *self, const char *name, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (self->n_sheets == MDG_DOCUMENT_MAX_PAGES)
    {
      g_set_error (
        error, MDG_IMPORT_ERROR, MDG_IMPORT_ERROR_TOO_LARGE,
        _ ("The spreadsheet has more than %u sheets. Save the one that is needed as a file "
           "of its own."),
        MDG_DOCUMENT_MAX_PAGES);
      return FALSE;
    }

  if (self->n_sheets > 0)
    mdg_document_next_page (self->document);
  self->n_sheets++;
  self->row = 0;
  g_ptr_array_add (self->document->page_names, g_strdup (name));

  return TRUE;
}

/**
 * mdg_sheet_writer_check_room:
 * @self: a place for cells
 * @n_cells: number of cells to add
 * @error: return location for an error
 *
 * Checks whether so many cells more are within the limits of a document.
 *
 * Returns: whether they are
 */
gboolean
mdg_sheet_writer_check_room (const MdgSheetWriter *self, guint64 n_cells, GError **error)
{
  const MdgDocument *document = self->document;

  if (document->cells->len + n_cells <= MDG_DOCUMENT_MAX_CELLS &&
      document->n_bytes <= 2 * (gsize) MDG_DOCUMENT_MAX_BYTES)
    return TRUE;

  g_set_error (
    error, MDG_IMPORT_ERROR, MDG_IMPORT_ERROR_TOO_LARGE,
    _ ("The spreadsheet has more than %u filled cells. Save the sheet that is needed as a "
       "file of its own."),
    MDG_DOCUMENT_MAX_CELLS);
  return FALSE;
}

/**
 * mdg_sheet_writer_add_cell:
 * @self: a place for cells, where a sheet was begun
 * @row: row of the cell, from 1
 * @column: column of the cell, from 0
 * @text: what it shows; nothing is added for an empty one
 * @length: length of @text in bytes
 * @error: return location for an error
 *
 * Adds a cell to the sheet.
 *
 * Returns: whether there is room for it
 */
gboolean
mdg_sheet_writer_add_cell (MdgSheetWriter *self,
                           guint row,
                           guint column,
                           const char *text,
                           gsize length,
                           GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (self->n_sheets > 0, FALSE);

  if (length == 0)
    return TRUE;
  if (row == 0 || row > MDG_SHEET_MAX_ROWS || column >= MDG_SHEET_MAX_COLUMNS)
    {
      g_set_error (
        error, MDG_IMPORT_ERROR, MDG_IMPORT_ERROR_TOO_LARGE,
        _ ("A sheet has a cell in row %u, column %u, where no spreadsheet program has any. "
           "Open the file in one, and save it once more."),
        row, column + 1);
      return FALSE;
    }
  if (!mdg_sheet_writer_check_room (self, 1, error))
    return FALSE;

  if (row != self->row)
    mdg_document_begin_line (self->document, row);
  self->row = row;
  mdg_document_append_cell (self->document, column, text, length, NULL);

  return TRUE;
}
