/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/mdg-area-outline.h"

#include <math.h>

#include "draw/mdg-hatch.h"

/* The shadow of a lifted prefecture, in pixels: how far it reaches, and how far below it lies. */
#define LIFT_RADIUS 12
#define LIFT_OFFSET 3
/* How dark it is below the prefecture; at its edge it is half as dark. */
#define LIFT_ALPHA 0.9f

struct _MdgAreaOutline
{
  /* What it was stroked for. */
  MdgArea area;
  MdgMapCamera camera;
  double scale;
  MdgAreaOutlineStyle style;

  /* NULL if nothing of it is in the picture. */
  MdgMapImage *image;
  /* Where it lies in the picture, in pixels. */
  graphene_rect_t place;
};

static gboolean
is_same_camera (const MdgMapCamera *a, const MdgMapCamera *b)
{
  return a->center_x == b->center_x && a->center_y == b->center_y && a->scale == b->scale &&
         a->width == b->width && a->height == b->height;
}

static gboolean
is_same_stroke (const MdgAreaOutlineStroke *a, const MdgAreaOutlineStroke *b)
{
  return a->width == b->width && a->color.red == b->color.red && a->color.green == b->color.green &&
         a->color.blue == b->color.blue && a->color.alpha == b->color.alpha;
}

static gboolean
serves (MdgAreaOutline *self,
        const MdgMapPicture *picture,
        MdgArea area,
        const MdgAreaOutlineStyle *style)
{
  for (guint i = 0; i < MDG_AREA_OUTLINE_MAX_STROKES; i++)
    if (!is_same_stroke (&self->style.strokes[i], &style->strokes[i]))
      return FALSE;

  return self->style.is_lifted == style->is_lifted && self->area == area &&
         self->scale == picture->scale && is_same_camera (&self->camera, &picture->camera);
}

/* The part of the picture that the prefecture takes up, in whole pixels. */
static graphene_rect_t
find_place (MdgAreaOutline *self, MdgBoundaries *boundaries)
{
  const MdgMapCamera *camera = &self->camera;
  const MdgBox *box = mdg_boundaries_get_area_box (boundaries, self->area);
  double margin = self->style.is_lifted
                    ? LIFT_RADIUS + LIFT_OFFSET
                    : ceil (MAX (self->style.strokes[0].width, self->style.strokes[1].width));
  double x0 = floor ((box->x0 - camera->center_x) * camera->scale + camera->width / 2) - margin;
  double y0 = floor ((box->y0 - camera->center_y) * camera->scale + camera->height / 2) - margin;
  double x1 = ceil ((box->x1 - camera->center_x) * camera->scale + camera->width / 2) + margin;
  double y1 = ceil ((box->y1 - camera->center_y) * camera->scale + camera->height / 2) + margin;

  x0 = CLAMP (x0, 0, camera->width);
  y0 = CLAMP (y0, 0, camera->height);
  x1 = CLAMP (x1, 0, camera->width);
  y1 = CLAMP (y1, 0, camera->height);

  return GRAPHENE_RECT_INIT ((float) x0, (float) y0, (float) (x1 - x0), (float) (y1 - y0));
}

/* The shadow of the prefecture. Cairo has no blur, and GTK has. */
static GskRenderNode *
create_shadow (MdgAreaOutline *self, MdgMapScene *scene)
{
  const GskShadow shadow = { { 0, 0, 0, LIFT_ALPHA }, 0, LIFT_OFFSET, LIFT_RADIUS };
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  cairo_t *cr;

  gtk_snapshot_push_shadow (snapshot, &shadow, 1);
  cr = gtk_snapshot_append_cairo (snapshot, &self->place);
  mdg_map_scene_add_outline (scene, cr, &self->camera, self->area);
  cairo_fill (cr);
  cairo_destroy (cr);
  gtk_snapshot_pop (snapshot);

  return gtk_snapshot_free_to_node (snapshot);
}

/* The shadow lies around the prefecture, not on it. */
static void
paint_lift (MdgAreaOutline *self, MdgMapScene *scene, cairo_t *cr)
{
  const graphene_rect_t *place = &self->place;
  g_autoptr (GskRenderNode) shadow = create_shadow (self, scene);

  cairo_save (cr);
  mdg_map_scene_add_outline (scene, cr, &self->camera, self->area);
  cairo_rectangle (cr, place->origin.x, place->origin.y, place->size.width, place->size.height);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  cairo_clip (cr);
  gsk_render_node_draw (shadow, cr);
  cairo_restore (cr);
}

static void
paint (MdgAreaOutline *self, MdgMapScene *scene)
{
  cairo_t *cr;

  g_clear_pointer (&self->image, mdg_map_image_unref);
  self->place = find_place (self, mdg_map_scene_get_boundaries (scene));
  if (self->place.size.width < 1 || self->place.size.height < 1)
    return;

  self->image =
    mdg_map_image_new ((int) lround (self->place.size.width * self->scale),
                       (int) lround (self->place.size.height * self->scale), self->scale);
  if (self->image == NULL)
    return;

  cr = cairo_create (self->image->surface);
  cairo_translate (cr, -self->place.origin.x, -self->place.origin.y);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  if (self->style.is_lifted)
    paint_lift (self, scene, cr);
  mdg_map_scene_add_outline (scene, cr, &self->camera, self->area);
  for (guint i = 0; i < MDG_AREA_OUTLINE_MAX_STROKES; i++)
    {
      cairo_set_line_width (cr, self->style.strokes[i].width);
      mdg_color_set_source (cr, self->style.strokes[i].color);
      if (self->style.strokes[i].width > 0)
        cairo_stroke_preserve (cr);
    }
  cairo_destroy (cr);
  cairo_surface_flush (self->image->surface);
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

  g_clear_pointer (&self->image, mdg_map_image_unref);
  g_free (self);
}

/**
 * mdg_area_outline_snapshot:
 * @self: an outline
 * @snapshot: where to
 * @picture: the picture below
 * @bounds: where the picture lies
 * @seen: (nullable): as for mdg_map_image_snapshot()
 * @area: a prefecture
 * @style: how it looks
 *
 * Draws the outline of @area. Small islands have none; see %MDG_MAP_OUTLINE_LEAST_SIZE.
 */
void
mdg_area_outline_snapshot (MdgAreaOutline *self,
                           GtkSnapshot *snapshot,
                           const MdgMapPicture *picture,
                           const graphene_rect_t *bounds,
                           const graphene_rect_t *seen,
                           MdgArea area,
                           const MdgAreaOutlineStyle *style)
{
  float ratio;
  graphene_rect_t place;

  if (!serves (self, picture, area, style))
    {
      self->area = area;
      self->camera = picture->camera;
      self->scale = picture->scale;
      self->style = *style;
      paint (self, picture->scene);
    }
  if (self->image == NULL)
    return;

  ratio = bounds->size.width / (float) picture->camera.width;
  place = GRAPHENE_RECT_INIT (bounds->origin.x + self->place.origin.x * ratio,
                              bounds->origin.y + self->place.origin.y * ratio,
                              self->place.size.width * ratio, self->place.size.height * ratio);
  mdg_map_image_snapshot (self->image, snapshot, &place, seen);
}
