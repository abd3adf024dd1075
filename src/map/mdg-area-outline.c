/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/mdg-area-outline.h"

#include <math.h>

/* The shadow of a lifted prefecture, in pixels: how soft it is, how far below, how far it reaches. */
#define LIFT_BLUR 9.0
#define LIFT_OFFSET 2.5
#define LIFT_MARGIN 14.0
#define LIFT_COLOR ((GdkRGBA) { 0, 0, 0, 0.9f })
/* What is larger than this fills the view, and there is nothing around it to lift it from. */
#define LIFT_LARGEST 1024.0
/* While one zooms, a shadow serves that is so many levels too large or too small. */
#define LIFT_LEEWAY 0.25

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

  /* (nullable): the shadow around the prefecture, painted once, and where it lies beside the path. */
  GdkTexture *lift;
  graphene_rect_t lift_bounds;
  double lift_scale;
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

  if (self->area != area || self->boundaries != boundaries)
    g_clear_object (&self->lift);
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

/* Returns where the path lies on the view. */
static graphene_point_t
prepare (MdgAreaOutline *self, MdgBoundaries *boundaries, const MdgMapCamera *camera, MdgArea area)
{
  if (self->path == NULL || self->boundaries != boundaries || self->area != area ||
      self->scale != camera->scale || self->detail != camera->detail)
    update_path (self, boundaries, camera, area);

  return GRAPHENE_POINT_INIT (
    (float) ((self->origin_x - camera->center_x) * camera->scale + camera->width / 2),
    (float) ((self->origin_y - camera->center_y) * camera->scale + camera->height / 2));
}

/* A soft shadow of the prefecture, with the prefecture itself left out. */
static void
paint_lift (MdgAreaOutline *self, GskRenderer *renderer, const graphene_rect_t *bounds)
{
  GskPathBuilder *builder = gsk_path_builder_new ();
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GskPath) around = NULL;
  g_autoptr (GskRenderNode) node = NULL;

  gsk_path_builder_add_rect (builder, bounds);
  gsk_path_builder_add_path (builder, self->path);
  around = gsk_path_builder_free_to_path (builder);

  gtk_snapshot_push_mask (snapshot, GSK_MASK_MODE_ALPHA);
  gtk_snapshot_append_fill (snapshot, around, GSK_FILL_RULE_EVEN_ODD, &(GdkRGBA) { 0, 0, 0, 1 });
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_push_blur (snapshot, LIFT_BLUR);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (0, LIFT_OFFSET));
  gtk_snapshot_append_fill (snapshot, self->path, GSK_FILL_RULE_EVEN_ODD, &LIFT_COLOR);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_pop (snapshot);

  node = gtk_snapshot_free_to_node (snapshot);
  g_clear_object (&self->lift);
  self->lift = gsk_renderer_render_texture (renderer, node, bounds);
  self->lift_bounds = *bounds;
  self->lift_scale = self->scale;
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

  g_clear_object (&self->lift);
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
  graphene_point_t offset = prepare (self, boundaries, camera, area);
  GskStroke *stroke;

  stroke = gsk_stroke_new ((float) width);
  gsk_stroke_set_line_join (stroke, GSK_LINE_JOIN_ROUND);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &offset);
  gtk_snapshot_append_stroke (snapshot, self->path, stroke, &rgba);
  gtk_snapshot_restore (snapshot);
  gsk_stroke_free (stroke);
}

/**
 * mdg_area_outline_snapshot_lift:
 * @self: an outline
 * @snapshot: where to
 * @renderer: (nullable): what paints the shadow
 * @boundaries: the shapes
 * @camera: which part of the map
 * @area: a prefecture
 *
 * Draws a shadow around the main part of @area, as if it lay higher than what is around it. It is
 * painted once and then laid down as a picture, so that it costs no more than one in each frame.
 */
void
mdg_area_outline_snapshot_lift (MdgAreaOutline *self,
                                GtkSnapshot *snapshot,
                                GskRenderer *renderer,
                                MdgBoundaries *boundaries,
                                const MdgMapCamera *camera,
                                MdgArea area)
{
  graphene_point_t offset = prepare (self, boundaries, camera, area);
  const MdgBox *box = mdg_boundaries_get_main_box (boundaries, area);
  float width = (float) ((box->x1 - box->x0) * camera->scale + 2 * LIFT_MARGIN);
  float height = (float) ((box->y1 - box->y0) * camera->scale + 2 * LIFT_MARGIN);
  graphene_rect_t bounds;

  if (renderer == NULL || gsk_path_is_empty (self->path) || MAX (width, height) > LIFT_LARGEST)
    return;

  if (self->lift == NULL || fabs (log2 (self->lift_scale / camera->scale)) > LIFT_LEEWAY)
    paint_lift (self, renderer,
                &GRAPHENE_RECT_INIT (-ceilf (width / 2), -ceilf (height / 2), 2 * ceilf (width / 2),
                                     2 * ceilf (height / 2)));

  graphene_rect_scale (&self->lift_bounds, (float) (camera->scale / self->lift_scale),
                       (float) (camera->scale / self->lift_scale), &bounds);
  graphene_rect_offset (&bounds, offset.x, offset.y);
  gtk_snapshot_append_texture (snapshot, self->lift, &bounds);
}
