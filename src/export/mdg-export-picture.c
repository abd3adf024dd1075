/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "export/mdg-export-picture.h"

#include <cairo-svg.h>
#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "draw/mdg-svg-text.h"
#include "export/mdg-export-pdf.h"

/* Pixels to a point, where no size is asked for: 216 dots an inch. */
#define OWN_SCALE 3.0

G_DEFINE_QUARK (mdg - export - error - quark, mdg_export_error)

static const char *const endings[] = {
  [MDG_EXPORT_SVG] = ".svg",
  [MDG_EXPORT_PNG] = ".png",
  [MDG_EXPORT_PDF] = ".pdf",
};

/**
 * mdg_export_format_get_ending:
 * @format: a format
 *
 * Returns: the ending of its files, such as ".png"
 */
const char *
mdg_export_format_get_ending (MdgExportFormat format)
{
  g_return_val_if_fail (format < G_N_ELEMENTS (endings), "");

  return endings[format];
}

/**
 * mdg_export_format_from_path:
 * @path: (type filename): a file name
 * @format: (out): the format its ending asks for
 *
 * Returns: whether the ending is .svg, .png or .pdf, in any case
 */
gboolean
mdg_export_format_from_path (const char *path, MdgExportFormat *format)
{
  g_autofree char *folded = g_ascii_strdown (path, -1);

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      if (g_str_has_suffix (folded, endings[i]))
        {
          *format = i;
          return TRUE;
        }
    }
  return FALSE;
}

/**
 * mdg_export_size_check:
 * @size: a size that is asked for
 * @error: return location for a #MdgExportError
 *
 * Returns: whether pictures of that size are made
 */
gboolean
mdg_export_size_check (MdgExportSize size, GError **error)
{
  if (size.width == 0 && size.height == 0)
    return TRUE;
  if (MIN (size.width, size.height) >= MDG_EXPORT_LEAST_SIDE &&
      MAX (size.width, size.height) <= MDG_EXPORT_LONGEST_SIDE &&
      (guint64) size.width * size.height <= MDG_EXPORT_MOST_PIXELS)
    return TRUE;

  g_set_error (error, MDG_EXPORT_ERROR, MDG_EXPORT_ERROR_SIZE,
               _ ("A picture cannot be %u × %u pixels. Each side can have %d to %d pixels, and the "
                  "picture up to 100 million."),
               size.width, size.height, MDG_EXPORT_LEAST_SIDE, MDG_EXPORT_LONGEST_SIDE);
  return FALSE;
}

/**
 * mdg_export_size_parse:
 * @text: what was typed
 * @size: (out): the size
 * @error: return location for a #MdgExportError
 *
 * Reads a size such as "1920x1080".
 *
 * Returns: whether it is one that pictures are made of
 */
gboolean
mdg_export_size_parse (const char *text, MdgExportSize *size, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (text, "x", -1);
  guint64 width, height;

  if (g_strv_length (parts) != 2 ||
      !g_ascii_string_to_unsigned (parts[0], 10, 1, G_MAXUINT, &width, NULL) ||
      !g_ascii_string_to_unsigned (parts[1], 10, 1, G_MAXUINT, &height, NULL))
    {
      g_set_error (error, MDG_EXPORT_ERROR, MDG_EXPORT_ERROR_SIZE,
                   _ ("“%s” is not a size. Write width and height in pixels, such as 1920x1080."),
                   text);
      return FALSE;
    }
  *size = (MdgExportSize) { (guint) width, (guint) height };
  return mdg_export_size_check (*size, error);
}

/* A picture of another shape than what is asked for stands in the middle, on white. */
static cairo_t *
begin_png (const MdgExportPicture *picture, MdgExportSize size)
{
  int width = size.width > 0 ? (int) size.width : (int) lround (picture->width * OWN_SCALE);
  int height = size.height > 0 ? (int) size.height : (int) lround (picture->height * OWN_SCALE);
  double scale = MIN (width / picture->width, height / picture->height);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t *cr = cairo_create (surface);

  cairo_surface_destroy (surface);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_translate (cr, (width - picture->width * scale) / 2,
                   (height - picture->height * scale) / 2);
  cairo_scale (cr, scale, scale);

  return cr;
}

static cairo_t *
begin (const MdgExportPicture *picture,
       MdgExportFormat format,
       MdgExportSize size,
       GByteArray *bytes)
{
  cairo_surface_t *surface;
  cairo_t *cr;

  switch (format)
    {
    case MDG_EXPORT_SVG:
      surface = cairo_svg_surface_create_for_stream (mdg_export_append_cb, bytes, picture->width,
                                                     picture->height);
      mdg_svg_text_attach (surface);
      break;

    case MDG_EXPORT_PDF:
      surface = mdg_export_pdf_surface_new (bytes, picture->width, picture->height, picture->title);
      break;

    case MDG_EXPORT_PNG:
    default:
      return begin_png (picture, size);
    }
  cr = cairo_create (surface);
  cairo_surface_destroy (surface);

  return cr;
}

/* Title and description stand first, so that a reader says them; the texts last, above all else. */
static void
complete_svg (GByteArray *bytes, const MdgExportPicture *picture, const char *texts)
{
  g_autofree char *title = mdg_svg_text_escape (picture->title);
  g_autofree char *description = mdg_svg_text_escape (picture->description);
  g_autofree char *words =
    g_strdup_printf ("\n<title>%s</title>\n<desc>%s</desc>", title, description);
  g_autoptr (GString) svg = g_string_new_len ((const char *) bytes->data, bytes->len);
  const char *root = strstr (svg->str, "<svg");
  const char *begin_tag_end = root != NULL ? strchr (root, '>') : NULL;
  const char *end_tag = g_strrstr (svg->str, "</svg>");
  gssize head, foot;

  g_return_if_fail (begin_tag_end != NULL && end_tag != NULL);

  /* Places, for the text moves when it grows. */
  head = begin_tag_end + 1 - svg->str;
  foot = end_tag - svg->str;
  g_string_insert (svg, foot, texts);
  g_string_insert (svg, head, words);
  g_byte_array_set_size (bytes, 0);
  g_byte_array_append (bytes, (const guint8 *) svg->str, svg->len);
}

/**
 * mdg_export_picture_to_bytes:
 * @picture: what to draw
 * @format: as what
 * @size: how large, for a PNG
 * @error: return location for a #MdgExportError
 *
 * Draws a picture. A PDF and an SVG keep its texts as texts. May be called in any thread.
 *
 * Returns: (transfer full): the content of a file, or %NULL
 */
GBytes *
mdg_export_picture_to_bytes (const MdgExportPicture *picture,
                             MdgExportFormat format,
                             MdgExportSize size,
                             GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autofree char *texts = NULL;
  cairo_surface_t *surface;
  cairo_status_t status;
  cairo_t *cr;

  if (format == MDG_EXPORT_PNG && !mdg_export_size_check (size, error))
    return NULL;

  cr = begin (picture, format, size, bytes);
  picture->draw (cr, picture->data);
  cairo_show_page (cr);
  status = cairo_status (cr);
  surface = cairo_surface_reference (cairo_get_target (cr));
  if (mdg_svg_text_find (cr) != NULL)
    texts = mdg_svg_text_dup_markup (mdg_svg_text_find (cr));
  cairo_destroy (cr);
  if (status == CAIRO_STATUS_SUCCESS && format == MDG_EXPORT_PNG)
    status = cairo_surface_write_to_png_stream (surface, mdg_export_append_cb, bytes);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);

  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, MDG_EXPORT_ERROR, MDG_EXPORT_ERROR_WRITE,
                   _ ("The picture could not be drawn: %s."), cairo_status_to_string (status));
      return NULL;
    }
  if (texts != NULL)
    complete_svg (bytes, picture, texts);

  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}
