/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mdg-map-canvas.h"

#include <math.h>

#include "draw/mdg-map-labels.h"

struct _MdgMapCanvas
{
  GtkWidget parent_instance;

  MdgMapScene *scene;
  MdgMapWay way;
  double center_x;
  double center_y;
  double scale;
  guint n_frames;

  MdgMapLabels *labels;
  GdkTexture *texture;

  GskPath *areas[MDG_N_AREAS];
  GskPath *lines;
  guint level;
};

G_DEFINE_FINAL_TYPE (MdgMapCanvas, mdg_map_canvas, GTK_TYPE_WIDGET)

#define BASE_SCALE 50.0
#define GREATEST_SCALING 0.25
/* As on the map. */
#define SELECTED 20

static GdkRGBA
to_rgba (MdgColor color)
{
  return (GdkRGBA) { (float) color.red, (float) color.green, (float) color.blue,
                     (float) color.alpha };
}

static MdgColor
get_role (MdgMapCanvas *self, MdgPaletteRole role)
{
  return mdg_palette_get_role (mdg_map_scene_get_options (self->scene)->palette, role);
}

static void
add_ring_cb (const float *points, guint n_points, gpointer data)
{
  gsk_path_builder_move_to (data, points[0], points[1]);
  for (guint i = 1; i < n_points; i++)
    gsk_path_builder_line_to (data, points[2 * i], points[2 * i + 1]);
  gsk_path_builder_close (data);
}

/* The paths are made once for each level of detail. */
static void
update_paths (MdgMapCanvas *self)
{
  MdgBoundaries *boundaries = mdg_map_scene_get_boundaries (self->scene);
  guint level = mdg_boundaries_get_level_for_zoom (boundaries, log2 (self->scale));
  GskPathBuilder *all;

  if (self->lines != NULL && self->level == level)
    return;

  self->level = level;
  all = gsk_path_builder_new ();
  for (MdgArea area = 1; area < MDG_N_AREAS; area++)
    {
      GskPathBuilder *builder = gsk_path_builder_new ();

      mdg_boundaries_foreach_ring (boundaries, level, area, 0, add_ring_cb, builder);
      g_clear_pointer (&self->areas[area], gsk_path_unref);
      self->areas[area] = gsk_path_builder_free_to_path (builder);
      gsk_path_builder_add_path (all, self->areas[area]);
    }
  g_clear_pointer (&self->lines, gsk_path_unref);
  self->lines = gsk_path_builder_free_to_path (all);
}

static void
snapshot_nodes (MdgMapCanvas *self, GtkSnapshot *snapshot, const MdgMapCamera *camera)
{
  double line_width, casing_width;
  const GdkRGBA sea = to_rgba (get_role (self, MDG_PALETTE_SEA));
  const GdkRGBA border = to_rgba (get_role (self, MDG_PALETTE_BORDER));
  const GdkRGBA casing = to_rgba (get_role (self, MDG_PALETTE_SELECTION_CASING));
  const GdkRGBA line = to_rgba (get_role (self, MDG_PALETTE_SELECTION));
  GskStroke *stroke = gsk_stroke_new ((float) (0.9 / camera->scale));

  update_paths (self);
  gtk_snapshot_append_color (
    snapshot, &sea, &GRAPHENE_RECT_INIT (0, 0, (float) camera->width, (float) camera->height));
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (
    snapshot, &GRAPHENE_POINT_INIT ((float) camera->width / 2, (float) camera->height / 2));
  gtk_snapshot_scale (snapshot, (float) camera->scale, (float) camera->scale);
  gtk_snapshot_translate (
    snapshot, &GRAPHENE_POINT_INIT ((float) -camera->center_x, (float) -camera->center_y));
  for (MdgArea area = 1; area < MDG_N_AREAS; area++)
    {
      const GdkRGBA color = to_rgba (mdg_map_scene_get_color (self->scene, area));

      gtk_snapshot_append_fill (snapshot, self->areas[area], GSK_FILL_RULE_EVEN_ODD, &color);
    }
  gtk_snapshot_append_stroke (snapshot, self->lines, stroke, &border);
  mdg_map_scene_get_outline_widths (self->scene, &line_width, &casing_width);
  gsk_stroke_set_line_width (stroke, (float) (casing_width / camera->scale));
  gtk_snapshot_append_stroke (snapshot, self->areas[SELECTED], stroke, &casing);
  gsk_stroke_set_line_width (stroke, (float) (line_width / camera->scale));
  gtk_snapshot_append_stroke (snapshot, self->areas[SELECTED], stroke, &line);
  gtk_snapshot_restore (snapshot);
  gsk_stroke_free (stroke);
}

static void
snapshot_paths (MdgMapCanvas *self, GtkSnapshot *snapshot, MdgMapCamera *camera)
{
  cairo_t *cr;

  if (self->way == MDG_MAP_WAY_FULL_PATHS)
    camera->detail = 1e6;
  cr = gtk_snapshot_append_cairo (
    snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) camera->width, (float) camera->height));
  mdg_map_scene_draw (self->scene, cr, camera, TRUE);
  mdg_map_scene_draw_outline (self->scene, cr, camera, SELECTED);
  cairo_destroy (cr);
  camera->detail = 1;
}

static void
snapshot_label_cb (const MdgMapLabel *label, gpointer data)
{
  const GdkRGBA color = to_rgba (label->color);

  gtk_snapshot_save (data);
  gtk_snapshot_translate (data, &GRAPHENE_POINT_INIT ((float) label->x, (float) label->y));
  gtk_snapshot_append_layout (data, label->layout, &color);
  gtk_snapshot_restore (data);
}

static void
snapshot_labels (MdgMapCanvas *self, GtkSnapshot *snapshot, const MdgMapCamera *camera)
{
  if (self->labels == NULL)
    self->labels =
      mdg_map_labels_new (self->scene, gtk_widget_get_pango_context (GTK_WIDGET (self)), 1);
  mdg_map_labels_foreach (self->labels, camera, snapshot_label_cb, snapshot);
}

static GdkTexture *
paint_texture (MdgMapScene *scene, const MdgMapCamera *camera)
{
  int width = (int) camera->width;
  int height = (int) camera->height;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr = cairo_create (surface);
  gsize stride = (gsize) cairo_image_surface_get_stride (surface);
  g_autoptr (GBytes) bytes = NULL;

  mdg_map_scene_draw (scene, cr, camera, TRUE);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface), stride * height,
                                      (GDestroyNotify) cairo_surface_destroy, surface);

  return gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes, stride);
}

/* A pixel to and fro when moved: what has not changed would not be drawn again. When zoomed it is
 * scaled as the map's picture is, by a quarter of a level at most. */
static void
snapshot_texture (MdgMapCanvas *self, GtkSnapshot *snapshot, const MdgMapCamera *camera)
{
  float ratio = (float) exp2 (fmod (fabs (log2 (camera->scale / BASE_SCALE)), GREATEST_SCALING));
  float width = (float) camera->width * ratio;
  float height = (float) camera->height * ratio;

  if (self->texture == NULL)
    self->texture = paint_texture (self->scene, camera);

  gtk_snapshot_append_texture (
    snapshot, self->texture,
    &GRAPHENE_RECT_INIT (((float) camera->width - width) / 2 + (float) (self->n_frames % 2),
                         ((float) camera->height - height) / 2, width, height));
}

static void
snapshot_color (MdgMapCanvas *self, GtkSnapshot *snapshot, const MdgMapCamera *camera)
{
  const GdkRGBA color = { (float) (self->n_frames % 2), 1, 1, 1 };

  gtk_snapshot_append_color (
    snapshot, &color, &GRAPHENE_RECT_INIT (0, 0, (float) camera->width, (float) camera->height));
}

static void
mdg_map_canvas_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  MdgMapCanvas *self = MDG_MAP_CANVAS (widget);
  MdgMapCamera camera = { self->center_x,
                          self->center_y,
                          self->scale,
                          gtk_widget_get_width (widget),
                          gtk_widget_get_height (widget),
                          1 };

  self->n_frames++;
  switch (self->way)
    {
    case MDG_MAP_WAY_PATHS:
    case MDG_MAP_WAY_FULL_PATHS:
      snapshot_paths (self, snapshot, &camera);
      snapshot_labels (self, snapshot, &camera);
      break;

    case MDG_MAP_WAY_NODES:
      snapshot_nodes (self, snapshot, &camera);
      snapshot_labels (self, snapshot, &camera);
      break;

    case MDG_MAP_WAY_TEXTURE:
      snapshot_texture (self, snapshot, &camera);
      break;

    case MDG_MAP_WAY_COLOR:
    case MDG_N_MAP_WAYS:
    default:
      snapshot_color (self, snapshot, &camera);
    }
}

static void
mdg_map_canvas_dispose (GObject *object)
{
  MdgMapCanvas *self = MDG_MAP_CANVAS (object);

  for (MdgArea area = 1; area < MDG_N_AREAS; area++)
    g_clear_pointer (&self->areas[area], gsk_path_unref);
  g_clear_pointer (&self->lines, gsk_path_unref);
  g_clear_pointer (&self->labels, mdg_map_labels_free);
  g_clear_object (&self->texture);
  g_clear_pointer (&self->scene, mdg_map_scene_unref);

  G_OBJECT_CLASS (mdg_map_canvas_parent_class)->dispose (object);
}

static void
mdg_map_canvas_class_init (MdgMapCanvasClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mdg_map_canvas_dispose;
  GTK_WIDGET_CLASS (klass)->snapshot = mdg_map_canvas_snapshot;
}

static void
mdg_map_canvas_init (MdgMapCanvas *self)
{
}

/**
 * mdg_map_canvas_new:
 * @scene: what to show
 * @way: how to draw it
 *
 * Returns: (transfer floating): a canvas
 */
GtkWidget *
mdg_map_canvas_new (MdgMapScene *scene, MdgMapWay way)
{
  MdgMapCanvas *self = g_object_new (MDG_TYPE_MAP_CANVAS, NULL);

  self->scene = mdg_map_scene_ref (scene);
  self->way = way;
  self->scale = BASE_SCALE;

  return GTK_WIDGET (self);
}

/**
 * mdg_map_canvas_move:
 * @self: a canvas
 * @x: the place in the middle, in map units
 * @y: the place in the middle, in map units
 * @zoom: the zoom level
 *
 * Shows another part of the map.
 */
void
mdg_map_canvas_move (MdgMapCanvas *self, double x, double y, double zoom)
{
  g_return_if_fail (MDG_IS_MAP_CANVAS (self));

  self->center_x = x;
  self->center_y = y;
  self->scale = exp2 (zoom);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
