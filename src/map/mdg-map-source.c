/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/mdg-map-source.h"

#include <gio/gio.h>

#include "draw/mdg-map-scene.h"

struct _MdgMapSource
{
  ShumateMapSource parent_instance;
};

G_DEFINE_FINAL_TYPE (MdgMapSource, mdg_map_source, SHUMATE_TYPE_MAP_SOURCE)

/* Turning the map would not help anybody to find a prefecture, and libshumate has no switch. */
static void
disable_rotation (GtkWidget *map)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (map);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_ROTATE (controller))
        gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_NONE);
    }
}

static void
mdg_map_source_fill_tile_async (ShumateMapSource *source,
                                ShumateTile *tile,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  g_task_report_new_error (source, callback, user_data, mdg_map_source_fill_tile_async, G_IO_ERROR,
                           G_IO_ERROR_NOT_SUPPORTED, "This map has no tiles.");
}

static gboolean
mdg_map_source_fill_tile_finish (ShumateMapSource *source, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
mdg_map_source_class_init (MdgMapSourceClass *klass)
{
  ShumateMapSourceClass *source_class = SHUMATE_MAP_SOURCE_CLASS (klass);

  source_class->fill_tile_async = mdg_map_source_fill_tile_async;
  source_class->fill_tile_finish = mdg_map_source_fill_tile_finish;
}

static void
mdg_map_source_init (MdgMapSource *self)
{
  ShumateMapSource *source = SHUMATE_MAP_SOURCE (self);

  shumate_map_source_set_id (source, "madoguchi-areas");
  shumate_map_source_set_license (source, mdg_map_get_credit ());
  shumate_map_source_set_license_uri (source, "https://creativecommons.org/licenses/by/4.0/");
  shumate_map_source_set_min_zoom_level (source, MDG_MAP_SOURCE_MIN_ZOOM);
  shumate_map_source_set_max_zoom_level (source, MDG_MAP_SOURCE_MAX_ZOOM);
  shumate_map_source_set_tile_size (source, (guint) MDG_MAP_WORLD_SIZE);
  shumate_map_source_set_projection (source, SHUMATE_MAP_PROJECTION_MERCATOR);
}

/**
 * mdg_map_source_new:
 *
 * Returns: (transfer full): a source that gives viewports their projection
 */
ShumateMapSource *
mdg_map_source_new (void)
{
  return g_object_new (MDG_TYPE_MAP_SOURCE, NULL);
}

/**
 * mdg_map_source_prepare:
 * @map: a map without layers
 *
 * Gives @map its projection and zoom levels, and leaves keyboard and rotation to its layers.
 */
void
mdg_map_source_prepare (ShumateMap *map)
{
  g_autoptr (ShumateMapSource) source = mdg_map_source_new ();

  shumate_viewport_set_reference_map_source (shumate_map_get_viewport (map), source);
  gtk_widget_set_focusable (GTK_WIDGET (map), FALSE);
  disable_rotation (GTK_WIDGET (map));
}
