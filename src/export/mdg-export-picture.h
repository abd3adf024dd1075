/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <gio/gio.h>

G_BEGIN_DECLS

#define MDG_EXPORT_ERROR (mdg_export_error_quark ())
GQuark mdg_export_error_quark (void);

/**
 * MdgExportError:
 * @MDG_EXPORT_ERROR_NO_DATA: no prefecture has a figure for what was asked
 * @MDG_EXPORT_ERROR_WRITE: the file could not be written
 * @MDG_EXPORT_ERROR_SIZE: a picture or a workbook of that size is not made
 *
 * Why nothing was written.
 */
typedef enum
{
  MDG_EXPORT_ERROR_NO_DATA,
  MDG_EXPORT_ERROR_WRITE,
  MDG_EXPORT_ERROR_SIZE,
} MdgExportError;

/**
 * MdgExportFormat:
 * @MDG_EXPORT_SVG: a drawing
 * @MDG_EXPORT_PNG: pixels
 * @MDG_EXPORT_PDF: a document of one page
 *
 * As what a picture is written.
 */
typedef enum
{
  MDG_EXPORT_SVG,
  MDG_EXPORT_PNG,
  MDG_EXPORT_PDF,
} MdgExportFormat;

/* A picture of 10 000 x 10 000 pixels takes 400 MB while it is drawn, which is what is allowed. */
#define MDG_EXPORT_LEAST_SIDE 64
#define MDG_EXPORT_LONGEST_SIDE 20000
#define MDG_EXPORT_MOST_PIXELS (100 * 1000 * 1000)

/**
 * MdgExportSize:
 * @width: width in pixels, or 0
 * @height: height in pixels, or 0
 *
 * How large a PNG is to be; 0 and 0 for its own size. Files without pixels do not look at it.
 */
typedef struct
{
  guint width;
  guint height;
} MdgExportSize;

/**
 * MdgExportDraw:
 * @cr: where to draw, from the origin
 * @data: what is drawn
 *
 * Draws a picture of the size that was told.
 */
typedef void (*MdgExportDraw) (cairo_t *cr, gpointer data);

/**
 * MdgExportPicture:
 * @title: its title with month and basis
 * @description: what it shows, its source and credit
 * @width: its width in points
 * @height: its height in points
 * @draw: draws it
 * @data: what @draw gets
 *
 * Something to be written as a picture.
 */
typedef struct
{
  const char *title;
  const char *description;
  double width;
  double height;
  MdgExportDraw draw;
  gpointer data;
} MdgExportPicture;

const char *mdg_export_format_get_ending (MdgExportFormat format);
gboolean mdg_export_format_from_path (const char *path, MdgExportFormat *format);
gboolean mdg_export_size_parse (const char *text, MdgExportSize *size, GError **error);
gboolean mdg_export_size_check (MdgExportSize size, GError **error);
GBytes *mdg_export_picture_to_bytes (const MdgExportPicture *picture,
                                     MdgExportFormat format,
                                     MdgExportSize size,
                                     GError **error);

G_END_DECLS
