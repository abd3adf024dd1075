/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "map/mdg-area-layer-private.h"
#include "map/mdg-map-limits.h"

/* So long after the last movement the view has come to rest. */
#define REST_MS 120
/* A selected prefecture is brought in sight if its middle is nearer to the edge than this. */
#define REVEAL_MARGIN 28.0
#define REVEAL_MS 250
#define SHOW_MS 500
#define ZOOM_MS 180

static ShumateViewport *
get_viewport (MdgAreaLayer *self)
{
  return shumate_layer_get_viewport (SHUMATE_LAYER (self));
}

static gboolean
rest_cb (gpointer data)
{
  MdgAreaLayer *self = data;

  self->rest_id = 0;
  mdg_map_painter_set_moving (self->painter, FALSE);
  /* Screen readers are told where the prefectures are now. */
  gtk_widget_queue_allocate (GTK_WIDGET (self));

  return G_SOURCE_REMOVE;
}

/* Moves the viewport, or starts to, without being taken for somebody who moves it. */
static void
set_camera (MdgAreaLayer *self, const MdgMapCamera *camera, guint duration)
{
  GtkWidget *map = gtk_widget_get_parent (GTK_WIDGET (self));
  double longitude, latitude;
  gboolean animations;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-enable-animations", &animations,
                NULL);
  mdg_map_unproject (camera->center_x, camera->center_y, &longitude, &latitude);
  if (map != NULL)
    shumate_map_stop_go_to (SHUMATE_MAP (map));

  if (duration > 0 && animations && map != NULL && gtk_widget_get_mapped (map))
    {
      shumate_map_go_to_full_with_duration (SHUMATE_MAP (map), latitude, longitude,
                                            log2 (camera->scale), duration);
      return;
    }

  shumate_viewport_set_zoom_level (get_viewport (self), log2 (camera->scale));
  shumate_location_set_location (SHUMATE_LOCATION (get_viewport (self)), latitude, longitude);
}

static gboolean
is_at_home (MdgAreaLayer *self, const MdgMapCamera *camera)
{
  MdgMapCamera home = *camera;

  mdg_map_limits_get_home (mdg_map_scene_get_boundaries (self->scene), &home);

  return fabs (home.center_x - camera->center_x) * home.scale < 1 &&
         fabs (home.center_y - camera->center_y) * home.scale < 1 &&
         fabs (log2 (home.scale / camera->scale)) < 0.01;
}

/* The view has become another one: it is drawn, and rests soon. */
static void
view_moved (MdgAreaLayer *self)
{
  mdg_map_painter_set_moving (self->painter, TRUE);
  g_clear_handle_id (&self->rest_id, g_source_remove);
  self->rest_id = g_timeout_add (REST_MS, rest_cb, self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit_by_name (self, "view-changed");
}

/* Takes the other of two maps along. Its own limits are not asked: of two windows that differ by a
 * pixel, each would set the other right for ever. */
void
mdg_area_layer_lead (MdgAreaLayer *self)
{
  MdgAreaLayer *other = self->linked;
  ShumateLocation *location = SHUMATE_LOCATION (get_viewport (self));
  GtkWidget *map;

  if (other == NULL || other->scene == NULL || other->is_setting_view || !self->has_view)
    return;

  map = gtk_widget_get_parent (GTK_WIDGET (other));
  if (map != NULL)
    shumate_map_stop_go_to (SHUMATE_MAP (map));

  other->is_setting_view = TRUE;
  shumate_viewport_set_zoom_level (get_viewport (other),
                                   shumate_viewport_get_zoom_level (get_viewport (self)));
  shumate_location_set_location (SHUMATE_LOCATION (get_viewport (other)),
                                 shumate_location_get_latitude (location),
                                 shumate_location_get_longitude (location));
  other->is_setting_view = FALSE;
  other->has_view = TRUE;
  other->at_home = self->at_home;
  view_moved (other);
}

/* Whoever moves the viewport, it stays on Japan. */
void
mdg_area_layer_viewport_changed (MdgAreaLayer *self)
{
  MdgMapCamera camera, wanted;

  if (self->is_setting_view || self->scene == NULL || !self->has_view)
    return;

  self->is_setting_view = TRUE;
  mdg_area_layer_get_camera (self, &camera);
  wanted = camera;
  mdg_map_limits_clamp (mdg_map_scene_get_boundaries (self->scene), &wanted);
  if (fabs (log2 (wanted.scale / camera.scale)) > 1e-9)
    shumate_viewport_set_zoom_level (get_viewport (self), log2 (wanted.scale));
  if (fabs (wanted.center_x - camera.center_x) * wanted.scale > 1e-3 ||
      fabs (wanted.center_y - camera.center_y) * wanted.scale > 1e-3)
    {
      double longitude, latitude;

      mdg_map_unproject (wanted.center_x, wanted.center_y, &longitude, &latitude);
      shumate_location_set_location (SHUMATE_LOCATION (get_viewport (self)), latitude, longitude);
    }
  if (shumate_viewport_get_rotation (get_viewport (self)) > 0)
    shumate_viewport_set_rotation (get_viewport (self), 0);
  self->is_setting_view = FALSE;

  self->at_home = is_at_home (self, &wanted);
  view_moved (self);
  mdg_area_layer_lead (self);
}

/* Shows the main islands in a size of window that may be new. */
void
mdg_area_layer_allocate_view (MdgAreaLayer *self, int width, int height)
{
  MdgMapCamera camera = { .width = width, .height = height };

  if (self->has_view && !self->at_home)
    return;

  mdg_map_limits_get_home (mdg_map_scene_get_boundaries (self->scene), &camera);
  self->is_setting_view = TRUE;
  set_camera (self, &camera, 0);
  self->is_setting_view = FALSE;
  self->has_view = TRUE;
  self->at_home = TRUE;
  g_signal_emit_by_name (self, "view-changed");
  mdg_area_layer_lead (self);
}

/* Moves the view so far that the middle of the prefecture is seen, and no nearer. */
void
mdg_area_layer_reveal (MdgAreaLayer *self, MdgArea area)
{
  MdgMapCamera camera;
  double x, y;

  if (self->scene == NULL || !self->has_view || mdg_area_layer_is_in_view (self, area))
    return;

  mdg_area_layer_get_camera (self, &camera);
  mdg_boundaries_get_label_point (mdg_map_scene_get_boundaries (self->scene), area, &x, &y, NULL);
  camera.center_x = x;
  camera.center_y = y;
  mdg_map_limits_clamp (mdg_map_scene_get_boundaries (self->scene), &camera);
  set_camera (self, &camera, REVEAL_MS);
}

/**
 * mdg_area_layer_get_camera:
 * @self: a layer
 * @camera: (out caller-allocates): which part of the map is seen
 *
 * The viewport in map units and pixels of the widget.
 */
void
mdg_area_layer_get_camera (MdgAreaLayer *self, MdgMapCamera *camera)
{
  ShumateLocation *location;

  g_return_if_fail (MDG_IS_AREA_LAYER (self));

  location = SHUMATE_LOCATION (get_viewport (self));
  mdg_map_project (shumate_location_get_longitude (location),
                   shumate_location_get_latitude (location), &camera->center_x, &camera->center_y);
  camera->scale = exp2 (shumate_viewport_get_zoom_level (get_viewport (self)));
  camera->width = gtk_widget_get_width (GTK_WIDGET (self));
  camera->height = gtk_widget_get_height (GTK_WIDGET (self));
  camera->detail = mdg_area_layer_get_scale (self);
}

/**
 * mdg_area_layer_show_all:
 * @self: a layer
 * @animate: whether to move there slowly
 *
 * Shows the main islands.
 */
void
mdg_area_layer_show_all (MdgAreaLayer *self, gboolean animate)
{
  MdgMapCamera camera;

  g_return_if_fail (MDG_IS_AREA_LAYER (self));

  if (self->scene == NULL || !self->has_view)
    return;

  mdg_area_layer_get_camera (self, &camera);
  mdg_map_limits_get_home (mdg_map_scene_get_boundaries (self->scene), &camera);
  set_camera (self, &camera, animate ? SHOW_MS : 0);
}

/**
 * mdg_area_layer_show_area:
 * @self: a layer
 * @area: a prefecture
 * @animate: whether to move there slowly
 *
 * Shows a prefecture among its neighbours.
 */
void
mdg_area_layer_show_area (MdgAreaLayer *self, MdgArea area, gboolean animate)
{
  MdgMapCamera camera;

  g_return_if_fail (MDG_IS_AREA_LAYER (self));
  g_return_if_fail (mdg_area_is_prefecture (area));

  if (self->scene == NULL || !self->has_view)
    return;

  mdg_area_layer_get_camera (self, &camera);
  mdg_map_limits_get_area (mdg_map_scene_get_boundaries (self->scene), area, &camera);
  set_camera (self, &camera, animate ? SHOW_MS : 0);
}

/**
 * mdg_area_layer_show_place:
 * @self: a layer
 * @place: a place
 * @animate: whether to move there slowly
 *
 * Shows a region, or islands far from the others.
 */
void
mdg_area_layer_show_place (MdgAreaLayer *self, MdgMapPlace place, gboolean animate)
{
  MdgMapCamera camera;

  g_return_if_fail (MDG_IS_AREA_LAYER (self));
  g_return_if_fail (place < MDG_N_MAP_PLACES);

  if (self->scene == NULL || !self->has_view)
    return;

  mdg_area_layer_get_camera (self, &camera);
  mdg_map_limits_get_place (mdg_map_scene_get_boundaries (self->scene), place, &camera);
  set_camera (self, &camera, animate ? SHOW_MS : 0);
}

/**
 * mdg_area_layer_zoom:
 * @self: a layer
 * @levels: how much nearer, in zoom levels; less than 0 for farther away
 *
 * Zooms about the middle of the view, as far as the limits allow.
 */
void
mdg_area_layer_zoom (MdgAreaLayer *self, double levels)
{
  MdgMapCamera camera;

  g_return_if_fail (MDG_IS_AREA_LAYER (self));

  if (self->scene == NULL || !self->has_view)
    return;

  mdg_area_layer_get_camera (self, &camera);
  camera.scale *= exp2 (levels);
  mdg_map_limits_clamp (mdg_map_scene_get_boundaries (self->scene), &camera);
  set_camera (self, &camera, ZOOM_MS);
}

/**
 * mdg_area_layer_can_zoom:
 * @self: a layer
 * @levels: as for mdg_area_layer_zoom()
 *
 * Returns: whether the limits allow to zoom that way at all
 */
gboolean
mdg_area_layer_can_zoom (MdgAreaLayer *self, double levels)
{
  MdgMapCamera camera, wanted;

  g_return_val_if_fail (MDG_IS_AREA_LAYER (self), FALSE);

  if (self->scene == NULL || !self->has_view)
    return FALSE;

  mdg_area_layer_get_camera (self, &camera);
  wanted = camera;
  wanted.scale *= exp2 (levels);
  mdg_map_limits_clamp (mdg_map_scene_get_boundaries (self->scene), &wanted);

  return fabs (log2 (wanted.scale / camera.scale)) > 0.001;
}

/**
 * mdg_area_layer_is_in_view:
 * @self: a layer
 * @area: a prefecture
 *
 * Returns: whether the middle of @area is seen, and not only at the very edge
 */
gboolean
mdg_area_layer_is_in_view (MdgAreaLayer *self, MdgArea area)
{
  MdgMapCamera camera;
  double x, y;

  g_return_val_if_fail (MDG_IS_AREA_LAYER (self), FALSE);

  if (self->scene == NULL || !self->has_view)
    return FALSE;

  mdg_area_layer_get_camera (self, &camera);
  mdg_boundaries_get_label_point (mdg_map_scene_get_boundaries (self->scene), area, &x, &y, NULL);

  return fabs (x - camera.center_x) * camera.scale <= camera.width / 2 - REVEAL_MARGIN &&
         fabs (y - camera.center_y) * camera.scale <= camera.height / 2 - REVEAL_MARGIN;
}

/**
 * mdg_area_layer_link:
 * @self: a layer
 * @other: (nullable): the layer of another map, or %NULL to end it
 *
 * From now on the two maps are moved and zoomed together, whichever of them is, and what the
 * pointer is on is marked on both. @other goes where @self is.
 */
void
mdg_area_layer_link (MdgAreaLayer *self, MdgAreaLayer *other)
{
  MdgAreaLayer *before;

  g_return_if_fail (MDG_IS_AREA_LAYER (self));
  g_return_if_fail (other == NULL || (MDG_IS_AREA_LAYER (other) && other != self));

  before = self->linked;
  if (before != NULL && before != other)
    {
      g_clear_weak_pointer (&before->linked);
      g_clear_weak_pointer (&self->linked);
    }
  if (other == NULL)
    return;

  g_set_weak_pointer (&self->linked, other);
  g_set_weak_pointer (&other->linked, self);
  mdg_area_layer_lead (self);
}
