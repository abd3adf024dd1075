/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "export/mdg-export-map.h"

#include <glib/gi18n.h>

#include "core/mdg-format.h"
#include "core/mdg-scope.h"
#include "draw/mdg-map-scene.h"
#include "export/mdg-export-file.h"
#include "export/mdg-export-month.h"

/* A4 upright in points. */
#define PAGE_WIDTH 595.28
#define PAGE_HEIGHT 841.89

/* Resolves what was asked against what exists, and refuses rather than draw something else. */
static gboolean
find_scope (MdgFigures *figures,
            const MdgExportMapRequest *request,
            MdgScope *scope,
            GError **error)
{
  g_autoptr (GArray) months =
    mdg_figures_get_months (figures, MDG_AREA_NONE, request->facility_type, request->measure);

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

  return mdg_export_choose_month (months, request->month, &scope->month, error);
}

static void
draw_cb (cairo_t *cr, gpointer data)
{
  mdg_map_scene_draw_page (data, cr, PAGE_WIDTH, PAGE_HEIGHT);
}

static GBytes *
draw (MdgMapScene *scene, const MdgExportMapRequest *request, GError **error)
{
  g_autofree char *name = mdg_map_scene_dup_title (scene);
  g_autofree char *subtitle = mdg_map_scene_dup_subtitle (scene);
  g_autofree char *source = mdg_map_scene_dup_source (scene);
  g_autofree char *title = g_strdup_printf ("%s (%s)", name, subtitle);
  g_autofree char *description =
    g_strdup_printf ("%s %s", source != NULL ? source : "", mdg_map_get_credit ());
  const MdgExportPicture picture = {
    .title = title,
    .description = description,
    .width = PAGE_WIDTH,
    .height = PAGE_HEIGHT,
    .draw = draw_cb,
    .data = scene,
  };

  return mdg_export_picture_to_bytes (&picture, request->format, request->size, error);
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
  g_autoptr (MdgMapScene) scene = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) local = NULL;
  MdgMapOptions options = MDG_MAP_OPTIONS_INIT;
  MdgBoundaries *boundaries;
  MdgScope scope;

  if (!find_scope (figures, request, &scope, error))
    return FALSE;
  boundaries = mdg_boundaries_get_default (error);
  if (boundaries == NULL)
    return FALSE;

  options.palette = MDG_PALETTE_PAPER;
  scene = mdg_map_scene_new (boundaries, figures, &scope, &options);
  bytes = draw (scene, request, error);
  if (bytes == NULL)
    return FALSE;
  if (!mdg_export_write_file (path, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                              &local))
    {
      g_set_error (error, MDG_EXPORT_ERROR, MDG_EXPORT_ERROR_WRITE,
                   _ ("The map could not be written: %s. Choose a folder you can write to."),
                   local->message);
      return FALSE;
    }
  return TRUE;
}
