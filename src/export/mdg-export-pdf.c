/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "export/mdg-export-pdf.h"

#include <cairo-pdf.h>

/**
 * mdg_export_append_cb:
 * @closure: a #GByteArray
 * @data: what Cairo writes
 * @length: length of @data
 *
 * Collects what a surface or a picture is written to.
 *
 * Returns: always success
 */
cairo_status_t
mdg_export_append_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/**
 * mdg_export_pdf_surface_new:
 * @bytes: where to write; must live until the surface is finished
 * @width: width of the page in points
 * @height: height of the page in points
 * @title: title of the document
 *
 * Returns: (transfer full): a surface that says what it is and what made it
 */
cairo_surface_t *
mdg_export_pdf_surface_new (GByteArray *bytes, double width, double height, const char *title)
{
  cairo_surface_t *surface =
    cairo_pdf_surface_create_for_stream (mdg_export_append_cb, bytes, width, height);

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR,
                                  "Madoguchi " PACKAGE_VERSION);

  return surface;
}
