/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "map/mdg-area-layer-private.h"

#define HOVER_WIDTH 1.6
#define FOCUS_WIDTH 7.0
#define BADGE_RADIUS 3.0

static GdkRGBA
to_rgba (MdgColor color)
{
  return (GdkRGBA) { (float) color.red, (float) color.green, (float) color.blue,
                     (float) color.alpha };
}

static MdgColor
get_role (MdgMapScene *scene, MdgPaletteRole role)
{
  return mdg_palette_get_role (mdg_map_scene_get_options (scene)->palette, role);
}

static gboolean
is_drawn_by_cairo (MdgAreaLayer *self)
{
  GtkNative *native = gtk_widget_get_native (GTK_WIDGET (self));

  return native != NULL && GSK_IS_CAIRO_RENDERER (gtk_native_get_renderer (native));
}

/* Where the picture lies on the view. */
static graphene_rect_t
place_picture (const MdgMapPicture *picture, MdgMapCamera *camera)
{
  double ratio = camera->scale / picture->camera.scale;
  double width = gdk_texture_get_width (picture->image->texture) / picture->scale * ratio;
  double height = gdk_texture_get_height (picture->image->texture) / picture->scale * ratio;
  double x = (picture->camera.center_x - picture->camera.width / 2 / picture->camera.scale -
              camera->center_x) *
               camera->scale +
             camera->width / 2;
  double y = (picture->camera.center_y - picture->camera.height / 2 / picture->camera.scale -
              camera->center_y) *
               camera->scale +
             camera->height / 2;

  /* At its own size the picture is laid on whole device pixels, or it would be blurred; what is
   * drawn on top moves along. */
  if (fabs (ratio - 1) < 1e-9)
    {
      double aligned_x = round (x * picture->scale) / picture->scale;
      double aligned_y = round (y * picture->scale) / picture->scale;

      camera->center_x -= (aligned_x - x) / camera->scale;
      camera->center_y -= (aligned_y - y) / camera->scale;
      x = aligned_x;
      y = aligned_y;
    }

  return GRAPHENE_RECT_INIT ((float) x, (float) y, (float) width, (float) height);
}

/* The text of a label, at the origin. It is kept with its layout, whose colour is always the same:
 * shaping it anew takes as long as drawing it. */
static GskRenderNode *
get_text_node (const MdgMapLabel *label)
{
  static const char key[] = "mdg-text-node";
  GskRenderNode *node = g_object_get_data (G_OBJECT (label->layout), key);
  const GdkRGBA color = to_rgba (label->color);
  GtkSnapshot *snapshot;

  if (node != NULL)
    return node;

  snapshot = gtk_snapshot_new ();
  gtk_snapshot_append_layout (snapshot, label->layout, &color);
  node = gtk_snapshot_free_to_node (snapshot);
  if (node != NULL)
    g_object_set_data_full (G_OBJECT (label->layout), key, node,
                            (GDestroyNotify) gsk_render_node_unref);

  return node;
}

static void
snapshot_label_cb (const MdgMapLabel *label, gpointer data)
{
  GtkSnapshot *snapshot = data;
  GskRenderNode *node = get_text_node (label);
  GdkRGBA color = to_rgba (label->color);

  if (label->badge != MDG_MAP_BADGE_NONE)
    {
      GdkRGBA badge_color = to_rgba (label->badge_color);
      graphene_rect_t bounds =
        GRAPHENE_RECT_INIT ((float) label->badge_x, (float) label->badge_y,
                            (float) label->badge_size, (float) label->badge_size);
      float widths[4] = { 1, 1, 1, 1 };
      GdkRGBA edges[4] = { color, color, color, color };
      GskRoundedRect outline;

      gsk_rounded_rect_init_from_rect (
        &outline, &bounds,
        label->badge == MDG_MAP_BADGE_TOP ? (float) label->badge_size / 2 : (float) BADGE_RADIUS);
      gtk_snapshot_push_rounded_clip (snapshot, &outline);
      gtk_snapshot_append_color (snapshot, &badge_color, &bounds);
      gtk_snapshot_pop (snapshot);
      gtk_snapshot_append_border (snapshot, &outline, widths, edges);
    }

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) label->x, (float) label->y));
  if (node != NULL)
    gtk_snapshot_append_node (snapshot, node);
  gtk_snapshot_restore (snapshot);
}

static void
snapshot_outlines (MdgAreaLayer *self,
                   GtkSnapshot *snapshot,
                   const MdgMapPicture *picture,
                   const graphene_rect_t *bounds,
                   const graphene_rect_t *seen)
{
  const MdgColor line = get_role (picture->scene, MDG_PALETTE_SELECTION);
  const MdgColor casing = get_role (picture->scene, MDG_PALETTE_SELECTION_CASING);
  const MdgColor focus = get_role (picture->scene, MDG_PALETTE_FOCUS);
  double line_width, casing_width;

  mdg_map_scene_get_outline_widths (picture->scene, &line_width, &casing_width);
  if (mdg_area_is_prefecture (self->hovered_area) && self->hovered_area != self->selected_area)
    mdg_area_outline_snapshot (self->hover_outline, snapshot, picture, bounds, seen,
                               self->hovered_area,
                               &(MdgAreaOutlineStyle) { { { line, HOVER_WIDTH } } });
  if ((gtk_widget_get_state_flags (GTK_WIDGET (self)) & GTK_STATE_FLAG_FOCUS_VISIBLE) != 0)
    mdg_area_outline_snapshot (self->focus_outline, snapshot, picture, bounds, seen,
                               self->focus_area,
                               &(MdgAreaOutlineStyle) { { { focus, FOCUS_WIDTH } } });
  if (mdg_area_is_prefecture (self->selected_area))
    mdg_area_outline_snapshot (
      self->selected_outline, snapshot, picture, bounds, seen, self->selected_area,
      &(MdgAreaOutlineStyle) { { { casing, casing_width }, { line, line_width } }, TRUE });
}

/* The texts are those of the figures in the picture, which may not be the wanted ones yet. */
static void
snapshot_labels (MdgAreaLayer *self,
                 GtkSnapshot *snapshot,
                 MdgMapScene *scene,
                 const MdgMapCamera *camera)
{
  if (self->labels != NULL && mdg_map_labels_get_scene (self->labels) != scene)
    g_clear_pointer (&self->labels, mdg_map_labels_free);
  if (self->labels == NULL)
    self->labels = mdg_map_labels_new (scene, gtk_widget_get_pango_context (GTK_WIDGET (self)), 1);

  mdg_map_labels_foreach (self->labels, camera, snapshot_label_cb, snapshot);
}

typedef struct
{
  MdgArea area;
  GdkRectangle box;
} LabelBox;

static void
add_label_cb (const MdgMapLabel *label, gpointer data)
{
  LabelBox *found = data;
  GdkRectangle line = { (int) floor (label->x), (int) floor (label->y),
                        (int) ceil (label->width) + 1, (int) ceil (label->height) + 1 };

  if (label->area != found->area)
    return;
  if (found->box.width == 0)
    found->box = line;
  else
    gdk_rectangle_union (&found->box, &line, &found->box);
}

/* Where the texts of a prefecture stand. Returns whether it has any. */
gboolean
mdg_area_layer_get_label_box (MdgAreaLayer *self, MdgArea area, GdkRectangle *box)
{
  LabelBox found = { .area = area };
  MdgMapCamera camera;

  if (self->labels == NULL)
    return FALSE;

  mdg_area_layer_get_camera (self, &camera);
  mdg_map_labels_foreach (self->labels, &camera, add_label_cb, &found);
  *box = found.box;

  return found.box.width > 0;
}

/* Starts to paint if the picture does not serve. Returns whether it shows the wanted figures. */
gboolean
mdg_area_layer_update_picture (MdgAreaLayer *self)
{
  const MdgMapPicture *picture;
  MdgMapCamera camera;

  if (self->scene == NULL || !self->has_view)
    return FALSE;

  mdg_area_layer_get_camera (self, &camera);
  mdg_map_painter_update (self->painter, self->scene, &camera, camera.detail);
  picture = mdg_map_painter_get_picture (self->painter);

  return picture != NULL && picture->scene == self->scene;
}

/* The picture moved to where the view is, and on it the outlines and labels. */
void
mdg_area_layer_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  MdgAreaLayer *self = MDG_AREA_LAYER (widget);
  const MdgMapPicture *picture;
  MdgMapCamera camera;
  graphene_rect_t view, bounds;

  if (self->scene == NULL || !self->has_view)
    return;

  mdg_area_layer_update_picture (self);
  mdg_area_layer_get_camera (self, &camera);
  view = GRAPHENE_RECT_INIT (0, 0, (float) camera.width, (float) camera.height);
  picture = mdg_map_painter_get_picture (self->painter);
  if (picture != NULL)
    bounds = place_picture (picture, &camera);

  if (picture == NULL || !graphene_rect_contains_rect (&bounds, &view))
    {
      GdkRGBA sea =
        to_rgba (get_role (picture != NULL ? picture->scene : self->scene, MDG_PALETTE_SEA));

      gtk_snapshot_append_color (snapshot, &sea, &view);
    }
  if (picture != NULL)
    {
      const graphene_rect_t *seen = is_drawn_by_cairo (self) ? &view : NULL;

      mdg_map_image_snapshot (picture->image, snapshot, &bounds, seen);
      snapshot_outlines (self, snapshot, picture, &bounds, seen);
      snapshot_labels (self, snapshot, picture->scene, &camera);
    }
}
