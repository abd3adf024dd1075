/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/mdg-area-outline.h"

#include <math.h>

struct _MdgAreaOutline
{
  GskPath *path;
  MdgBoundaries *boundaries;
  MdgArea area;
  double scale;
  double detail;

  /* What the path is counted from, so that single precision is enough. */
  double origin_x;
  double origin_y;
};

typedef struct
{
  GskPathBuilder *builder;
  const MdgAreaOutline *outline;
} Building;

static void
add_ring_cb (const float *points, guint n_points, gpointer data)
{
  Building *building = data;
  const MdgAreaOutline *self = building->outline;

  for (guint i = 0; i < n_points; i++)
    {
      float x = (float) ((points[2 * i] - self->origin_x) * self->scale);
      float y = (float) ((points[2 * i + 1] - self->origin_y) * self->scale);

      if (i == 0)
        gsk_path_builder_move_to (building->builder, x, y);
      else
        gsk_path_builder_line_to (building->builder, x, y);
    }
  gsk_path_builder_close (building->builder);
}

static void
update_path (MdgAreaOutline *self,
             MdgBoundaries *boundaries,
             const MdgMapCamera *camera,
             MdgArea area)
{
  const MdgBox *box = mdg_boundaries_get_main_box (boundaries, area);
  guint level =
    mdg_boundaries_get_level_for_zoom (boundaries, log2 (camera->scale * camera->detail));
  Building building = { gsk_path_builder_new (), self };

  g_clear_pointer (&self->path, gsk_path_unref);
  g_clear_pointer (&self->boundaries, mdg_boundaries_unref);
  self->boundaries = mdg_boundaries_ref (boundaries);
  self->area = area;
  self->scale = camera->scale;
  self->detail = camera->detail;
  self->origin_x = (box->x0 + box->x1) / 2;
  self->origin_y = (box->y0 + box->y1) / 2;

  mdg_boundaries_foreach_ring (boundaries, level, area, MDG_MAP_OUTLINE_LEAST_SIZE / camera->scale,
                               add_ring_cb, &building);
  self->path = gsk_path_builder_free_to_path (building.builder);
}

/**
 * mdg_area_outline_new:
 *
 * Returns: (transfer full): an outline of nothing yet
 */
MdgAreaOutline *
mdg_area_outline_new (void)
{
  return g_new0 (MdgAreaOutline, 1);
}

/**
 * mdg_area_outline_free:
 * @self: (transfer full) (nullable): an outline
 *
 * Frees an outline.
 */
void
mdg_area_outline_free (MdgAreaOutline *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->path, gsk_path_unref);
  g_clear_pointer (&self->boundaries, mdg_boundaries_unref);
  g_free (self);
}

/**
 * mdg_area_outline_snapshot:
 * @self: an outline
 * @snapshot: where to
 * @boundaries: the shapes
 * @camera: which part of the map
 * @area: a prefecture
 * @color: colour of the line
 * @width: width of the line
 *
 * Draws the outline of @area. Small islands have none; see %MDG_MAP_OUTLINE_LEAST_SIZE.
 */
void
mdg_area_outline_snapshot (MdgAreaOutline *self,
                           GtkSnapshot *snapshot,
                           MdgBoundaries *boundaries,
                           const MdgMapCamera *camera,
                           MdgArea area,
                           MdgColor color,
                           double width)
{
  GdkRGBA rgba = { (float) color.red, (float) color.green, (float) color.blue,
                   (float) color.alpha };
  GskStroke *stroke;
  graphene_point_t offset;

  if (self->path == NULL || self->boundaries != boundaries || self->area != area ||
      self->scale != camera->scale || self->detail != camera->detail)
    update_path (self, boundaries, camera, area);

  offset.x = (float) ((self->origin_x - camera->center_x) * camera->scale + camera->width / 2);
  offset.y = (float) ((self->origin_y - camera->center_y) * camera->scale + camera->height / 2);

  stroke = gsk_stroke_new ((float) width);
  gsk_stroke_set_line_join (stroke, GSK_LINE_JOIN_ROUND);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &offset);
  gtk_snapshot_append_stroke (snapshot, self->path, stroke, &rgba);
  gtk_snapshot_restore (snapshot);
  gsk_stroke_free (stroke);
}
