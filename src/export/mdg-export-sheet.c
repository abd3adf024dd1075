/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "export/mdg-export-sheet.h"

#include <cairo-pdf.h>
#include <glib/gi18n.h>

#include "draw/mdg-sheet-layout.h"
#include "export/mdg-export-file.h"
#include "export/mdg-export-map.h"
#include "export/mdg-export-pdf.h"

/* A document of several sections has them in the list of contents that viewers show beside it. */
static void
add_to_contents (cairo_surface_t *surface, MdgSheetLayout *layout, guint page)
{
  const char *title = mdg_sheet_layout_get_section (layout, page);
  g_autofree char *place = g_strdup_printf ("page=%u", page + 1);

  if (title != NULL && *title != '\0')
    cairo_pdf_surface_add_outline (surface, CAIRO_PDF_OUTLINE_ROOT, title, place, 0);
}

/**
 * mdg_export_sheet_to_bytes:
 * @sheet: a sheet
 * @paper: the paper
 * @n_pages: (out) (optional): how many pages the document has
 * @error: return location for a #MdgExportError
 *
 * Draws @sheet as a PDF whose text can be selected and searched, with its fonts. May be called in
 * any thread.
 *
 * Returns: (transfer full): the PDF, or %NULL if it could not be drawn
 */
GBytes *
mdg_export_sheet_to_bytes (MdgSheet *sheet, MdgPaper paper, guint *n_pages, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (MdgSheetLayout) layout = NULL;
  cairo_surface_t *surface;
  cairo_t *cr;
  cairo_status_t status;
  double width, height;
  guint n;

  g_return_val_if_fail (sheet != NULL, NULL);

  mdg_paper_get_size (paper, &width, &height);
  layout = mdg_sheet_layout_new (sheet, width, height);
  n = mdg_sheet_layout_get_n_pages (layout);
  surface = mdg_export_pdf_surface_new (bytes, width, height, mdg_sheet_get_title (sheet));
  if (mdg_sheet_get_subject (sheet) != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT,
                                    mdg_sheet_get_subject (sheet));
  cr = cairo_create (surface);
  for (guint page = 0; page < n; page++)
    {
      add_to_contents (surface, layout, page);
      mdg_sheet_layout_draw_page (layout, cr, page);
      cairo_show_page (cr);
    }
  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);

  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, MDG_EXPORT_ERROR, MDG_EXPORT_ERROR_WRITE,
                   _ ("The document could not be drawn: %s."), cairo_status_to_string (status));
      return NULL;
    }
  if (n_pages != NULL)
    *n_pages = n;

  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

/**
 * mdg_export_sheet_to_path:
 * @sheet: a sheet
 * @paper: the paper
 * @path: (type filename): where to write
 * @n_pages: (out) (optional): how many pages the document has
 * @error: return location for a #MdgExportError
 *
 * Writes @sheet as a PDF. An existing file is replaced only when the new one is complete. May be
 * called in any thread.
 *
 * Returns: whether the file was written
 */
gboolean
mdg_export_sheet_to_path (MdgSheet *sheet,
                          MdgPaper paper,
                          const char *path,
                          guint *n_pages,
                          GError **error)
{
  g_autoptr (GBytes) bytes = mdg_export_sheet_to_bytes (sheet, paper, n_pages, error);
  g_autoptr (GError) local = NULL;

  if (bytes == NULL)
    return FALSE;
  if (!mdg_export_write_file (path, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                              &local))
    {
      g_set_error (error, MDG_EXPORT_ERROR, MDG_EXPORT_ERROR_WRITE,
                   _ ("The document could not be written: %s. Choose a folder you can write to."),
                   local->message);
      return FALSE;
    }

  return TRUE;
}
