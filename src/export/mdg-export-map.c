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

typedef struct
{
  MdgMapScene *const *scenes;
  guint n_scenes;
} Maps;

static void
draw_cb (cairo_t *cr, gpointer data)
{
  const Maps *maps = data;

  for (guint i = 0; i < maps->n_scenes; i++)
    {
      cairo_save (cr);
      cairo_translate (cr, i * PAGE_WIDTH, 0);
      mdg_map_scene_draw_page (maps->scenes[i], cr, PAGE_WIDTH, PAGE_HEIGHT);
      cairo_restore (cr);
    }
}

static void
append_with (GString *text, const char *separator, const char *part)
{
  if (text->len > 0)
    g_string_append (text, separator);
  g_string_append (text, part);
}

/**
 * mdg_export_maps_to_bytes:
 * @scenes: (array length=n_scenes): maps, in the colours of paper
 * @n_scenes: how many, at least one
 * @format: as what
 * @size: how large, for a PNG
 * @error: return location for a #MdgExportError
 *
 * Draws maps beside one another, each on a page of A4 with title, month, basis, legend, source and
 * credit. May be called in any thread.
 *
 * Returns: (transfer full): the content of a file, or %NULL
 */
GBytes *
mdg_export_maps_to_bytes (MdgMapScene *const *scenes,
                          guint n_scenes,
                          MdgExportFormat format,
                          MdgExportSize size,
                          GError **error)
{
  g_autoptr (GString) title = g_string_new (NULL);
  g_autoptr (GString) description = g_string_new (NULL);
  Maps maps = { scenes, n_scenes };
  MdgExportPicture picture = { .draw = draw_cb, .data = &maps };

  g_return_val_if_fail (n_scenes > 0, NULL);

  for (guint i = 0; i < n_scenes; i++)
    {
      g_autofree char *name = mdg_map_scene_dup_title (scenes[i]);
      g_autofree char *subtitle = mdg_map_scene_dup_subtitle (scenes[i]);
      g_autofree char *source = mdg_map_scene_dup_source (scenes[i]);
      g_autofree char *one = g_strdup_printf ("%s (%s)", name, subtitle);

      append_with (title, " / ", one);
      if (source != NULL)
        append_with (description, " ", source);
    }
  append_with (description, " ", mdg_map_get_credit ());
  picture.title = title->str;
  picture.description = description->str;
  picture.width = n_scenes * PAGE_WIDTH;
  picture.height = PAGE_HEIGHT;

  return mdg_export_picture_to_bytes (&picture, format, size, error);
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
  bytes = mdg_export_maps_to_bytes (&scene, 1, request->format, request->size, error);
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
