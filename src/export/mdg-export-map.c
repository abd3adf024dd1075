/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "export/mdg-export-map.h"

#include <cairo-svg.h>
#include <glib/gi18n.h>
#include <string.h>

#include "core/mdg-format.h"
#include "core/mdg-scope.h"
#include "draw/mdg-map-scene.h"
#include "export/mdg-export-file.h"
#include "export/mdg-export-pdf.h"

/* A4 upright in points, the unit of SVG and PDF surfaces; a PNG has three pixels to a point. */
#define PAGE_WIDTH 595.28
#define PAGE_HEIGHT 841.89
#define PNG_SCALE 3.0

G_DEFINE_QUARK (mdg - export - error - quark, mdg_export_error)

static const char *const endings[] = {
  [MDG_EXPORT_SVG] = ".svg",
  [MDG_EXPORT_PNG] = ".png",
  [MDG_EXPORT_PDF] = ".pdf",
};

/**
 * mdg_export_map_format_from_path:
 * @path: (type filename): a file name
 * @format: (out): the format its ending asks for
 *
 * Returns: whether the ending is .svg, .png or .pdf, in any case
 */
gboolean
mdg_export_map_format_from_path (const char *path, MdgExportFormat *format)
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

/* Resolves what was asked against what exists, and refuses rather than draw something else. */
static gboolean
find_scope (MdgFigures *figures,
            const MdgExportMapRequest *request,
            MdgScope *scope,
            GError **error)
{
  g_autoptr (GArray) months =
    mdg_figures_get_months (figures, MDG_AREA_NONE, request->facility_type, request->measure);
  g_autoptr (GString) known = g_string_new (NULL);

  *scope =
    (MdgScope) { request->month, request->measure, request->facility_type, MDG_AREA_NATIONAL };
  if (months->len == 0)
    {
      g_set_error (error, MDG_EXPORT_ERROR, MDG_EXPORT_ERROR_NO_DATA,
                   _ ("There is no map of %s for %s: no prefecture has a figure. "
                      "Choose another measure or facility type."),
                   mdg_measure_get_label (request->measure),
                   mdg_facility_type_get_label (request->facility_type));
      return FALSE;
    }
  if (request->month == MDG_MONTH_NONE)
    {
      scope->month = g_array_index (months, MdgMonth, months->len - 1);
      return TRUE;
    }

  for (guint i = 0; i < months->len; i++)
    {
      g_autofree char *month = mdg_month_to_string (g_array_index (months, MdgMonth, i));

      if (g_array_index (months, MdgMonth, i) == request->month)
        return TRUE;
      g_string_append_printf (known, "%s%s", i > 0 ? ", " : "", month);
    }
  g_set_error (error, MDG_EXPORT_ERROR, MDG_EXPORT_ERROR_NO_DATA,
               _ ("No prefecture has a figure for that month. The months with figures are: %s."),
               known->str);
  return FALSE;
}

static cairo_surface_t *
create_surface (MdgMapScene *scene, MdgExportFormat format, GByteArray *bytes)
{
  switch (format)
    {
    case MDG_EXPORT_SVG:
      return cairo_svg_surface_create_for_stream (mdg_export_append_cb, bytes, PAGE_WIDTH,
                                                  PAGE_HEIGHT);
    case MDG_EXPORT_PDF:
      {
        g_autofree char *title = mdg_map_scene_dup_title (scene);

        return mdg_export_pdf_surface_new (bytes, PAGE_WIDTH, PAGE_HEIGHT, title);
      }
    case MDG_EXPORT_PNG:
    default:
      {
        cairo_surface_t *surface = cairo_image_surface_create (
          CAIRO_FORMAT_ARGB32, (int) (PAGE_WIDTH * PNG_SCALE), (int) (PAGE_HEIGHT * PNG_SCALE));

        cairo_surface_set_device_scale (surface, PNG_SCALE, PNG_SCALE);
        return surface;
      }
    }
}

/* Cairo's SVG surface writes text as outlines, so that a reader gets the words from a title. */
static void
insert_svg_title (GByteArray *bytes, MdgMapScene *scene)
{
  g_autofree char *title = mdg_map_scene_dup_title (scene);
  g_autofree char *subtitle = mdg_map_scene_dup_subtitle (scene);
  g_autofree char *source = mdg_map_scene_dup_source (scene);
  g_autofree char *words =
    g_markup_printf_escaped ("\n<title>%s (%s)</title>\n<desc>%s %s</desc>", title, subtitle,
                             source != NULL ? source : "", mdg_map_get_credit ());
  g_autoptr (GString) svg = g_string_new_len ((const char *) bytes->data, bytes->len);
  const char *root = strstr (svg->str, "<svg");
  const char *end = root != NULL ? strchr (root, '>') : NULL;

  if (end == NULL)
    return;
  g_string_insert (svg, end - svg->str + 1, words);
  g_byte_array_set_size (bytes, 0);
  g_byte_array_append (bytes, (const guint8 *) svg->str, svg->len);
}

static cairo_status_t
draw (MdgMapScene *scene, MdgExportFormat format, GByteArray *bytes)
{
  cairo_surface_t *surface = create_surface (scene, format, bytes);
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;

  mdg_map_scene_draw_page (scene, cr, PAGE_WIDTH, PAGE_HEIGHT);
  cairo_show_page (cr);
  status = cairo_status (cr);
  cairo_destroy (cr);

  if (status == CAIRO_STATUS_SUCCESS && format == MDG_EXPORT_PNG)
    status = cairo_surface_write_to_png_stream (surface, mdg_export_append_cb, bytes);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);

  if (status == CAIRO_STATUS_SUCCESS && format == MDG_EXPORT_SVG)
    insert_svg_title (bytes, scene);
  return status;
}

/**
 * mdg_export_map_to_path:
 * @figures: the figures
 * @request: which map to draw
 * @path: (type filename): where to write
 * @error: return location for a #MdgExportError
 *
 * Draws the map of prefectures with title, month, basis, legend, source and credit on a page of
 * A4. What does not exist is refused; nothing else is drawn in its place. An existing file is
 * replaced only when the new one is complete.
 *
 * Returns: whether the file was written
 */
gboolean
mdg_export_map_to_path (MdgFigures *figures,
                        const MdgExportMapRequest *request,
                        const char *path,
                        GError **error)
{
  g_autoptr (MdgBoundaries) boundaries = NULL;
  g_autoptr (MdgMapScene) scene = NULL;
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (GError) local = NULL;
  MdgMapOptions options = MDG_MAP_OPTIONS_INIT;
  MdgScope scope;
  cairo_status_t status;

  if (!find_scope (figures, request, &scope, error))
    return FALSE;
  boundaries = mdg_boundaries_get_default (error);
  if (boundaries == NULL)
    return FALSE;

  options.palette = MDG_PALETTE_PAPER;
  scene = mdg_map_scene_new (boundaries, figures, &scope, &options);
  status = draw (scene, request->format, bytes);
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, MDG_EXPORT_ERROR, MDG_EXPORT_ERROR_WRITE,
                   _ ("The map could not be drawn: %s."), cairo_status_to_string (status));
      return FALSE;
    }
  if (!mdg_export_write_file (path, (const char *) bytes->data, bytes->len, &local))
    {
      g_set_error (error, MDG_EXPORT_ERROR, MDG_EXPORT_ERROR_WRITE,
                   _ ("The map could not be written: %s. Choose a folder you can write to."),
                   local->message);
      return FALSE;
    }
  return TRUE;
}
