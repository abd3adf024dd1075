/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/mdg-map-scene-private.h"

#include <math.h>

#include "draw/mdg-hatch.h"

/* All in pixels of the picture. */
#define BORDER_WIDTH 0.9
#define COAST_WIDTH 0.6
#define CONTRAST_BORDER_WIDTH 1.4
#define CONTRAST_COAST_WIDTH 1.2
#define OUTLINE_CASING_WIDTH 4.6
#define CONTRAST_OUTLINE_WIDTH 3.6
#define CONTRAST_OUTLINE_CASING_WIDTH 7.2
#define HATCH_SPACING 4.5
#define HATCH_WIDTH 0.9
/* On Okinawa's inset: its main island and the islands around it, of which the far ones would make
 * all of it too small to see. */
#define INSET_MARGIN 6.0

static gboolean
has_high_contrast (MdgPaletteMode palette)
{
  return palette == MDG_PALETTE_LIGHT_CONTRAST || palette == MDG_PALETTE_DARK_CONTRAST;
}

static MdgBox
camera_get_box (const MdgMapCamera *self)
{
  double half_width = self->width / 2 / self->scale;
  double half_height = self->height / 2 / self->scale;

  return (MdgBox) { self->center_x - half_width, self->center_y - half_height,
                    self->center_x + half_width, self->center_y + half_height };
}

static guint
camera_get_level (const MdgMapCamera *self, MdgBoundaries *boundaries)
{
  return mdg_boundaries_get_level_for_zoom (boundaries, log2 (self->scale * self->detail));
}

static void
add_ring_cb (const float *points, guint n_points, gpointer data)
{
  cairo_t *cr = data;

  cairo_move_to (cr, points[0], points[1]);
  for (guint i = 1; i < n_points; i++)
    cairo_line_to (cr, points[2 * i], points[2 * i + 1]);
  cairo_close_path (cr);
}

/* From here on the user space of @cr is map units. */
static void
camera_apply (const MdgMapCamera *self, cairo_t *cr)
{
  cairo_translate (cr, self->width / 2, self->height / 2);
  cairo_scale (cr, self->scale, self->scale);
  cairo_translate (cr, -self->center_x, -self->center_y);
}

static gboolean
boxes_meet (const MdgBox *a, const MdgBox *b)
{
  return a->x0 <= b->x1 && a->x1 >= b->x0 && a->y0 <= b->y1 && a->y1 >= b->y0;
}

static void
add_area (MdgMapScene *self,
          cairo_t *cr,
          const MdgMapCamera *camera,
          MdgArea area,
          double least_size)
{
  cairo_save (cr);
  camera_apply (camera, cr);
  mdg_boundaries_foreach_ring (self->boundaries, camera_get_level (camera, self->boundaries), area,
                               least_size / camera->scale, add_ring_cb, cr);
  cairo_restore (cr);
}

static void
fill_area (MdgMapScene *self, cairo_t *cr, const MdgMapCamera *camera, MdgArea area)
{
  add_area (self, cr, camera, area, 0);
  if (mdg_map_scene_is_hatched (self, area))
    {
      /* Lines go through a place on the map, so that they stay where they are when it is moved. */
      double x = camera->width / 2 - camera->center_x * camera->scale;
      double y = camera->height / 2 - camera->center_y * camera->scale;

      mdg_hatch_fill (cr, mdg_map_scene_get_color (self, area),
                      mdg_palette_get_role (self->options.palette, MDG_PALETTE_HATCH),
                      HATCH_SPACING, HATCH_WIDTH, x, y);
    }
  else
    {
      mdg_color_set_source (cr, mdg_map_scene_get_color (self, area));
      cairo_fill (cr);
    }
}

static void
stroke_borders (MdgMapScene *self, cairo_t *cr, const MdgMapCamera *camera, MdgBorderKind kind)
{
  MdgPaletteMode palette = self->options.palette;
  MdgBox visible = camera_get_box (camera);

  cairo_save (cr);
  camera_apply (camera, cr);
  mdg_boundaries_add_borders (self->boundaries, camera_get_level (camera, self->boundaries), kind,
                              &visible, cr);
  cairo_restore (cr);

  if (kind == MDG_BORDER_SHARED)
    {
      cairo_set_line_width (cr, has_high_contrast (palette) ? CONTRAST_BORDER_WIDTH : BORDER_WIDTH);
      mdg_color_set_source (cr, mdg_palette_get_role (palette, MDG_PALETTE_BORDER));
    }
  else
    {
      cairo_set_line_width (cr, has_high_contrast (palette) ? CONTRAST_COAST_WIDTH : COAST_WIDTH);
      mdg_color_set_source (cr, mdg_palette_get_role (palette, MDG_PALETTE_COAST));
    }
  cairo_stroke (cr);
}

/* Between two hatched prefectures, a border in the colour of the ground would not be seen. */
static void
stroke_hatched (MdgMapScene *self, cairo_t *cr, const MdgMapCamera *camera, const MdgBox *visible)
{
  for (MdgArea area = 1; area < MDG_N_AREAS; area++)
    if (mdg_map_scene_is_hatched (self, area) &&
        boxes_meet (mdg_boundaries_get_area_box (self->boundaries, area), visible))
      add_area (self, cr, camera, area, 0);

  cairo_set_line_width (cr, COAST_WIDTH);
  mdg_color_set_source (cr, mdg_palette_get_role (self->options.palette, MDG_PALETTE_COAST));
  cairo_stroke (cr);
}

/**
 * mdg_map_camera_fit:
 * @self: a camera whose width and height are set
 * @box: what is to be seen
 * @margin: free space on each side, in pixels
 *
 * Points the camera at @box and makes it as large as there is room for.
 */
void
mdg_map_camera_fit (MdgMapCamera *self, const MdgBox *box, double margin)
{
  double width = MAX (self->width - 2 * margin, 1);
  double height = MAX (self->height - 2 * margin, 1);

  self->center_x = (box->x0 + box->x1) / 2;
  self->center_y = (box->y0 + box->y1) / 2;
  self->scale = MIN (width / (box->x1 - box->x0), height / (box->y1 - box->y0));
}

/**
 * mdg_map_scene_draw:
 * @self: a map
 * @cr: where to; its origin is the upper left corner of the picture
 * @camera: which part of the map
 * @with_sea: whether to paint the sea, too
 *
 * Draws the land: classes, hatch and borders. May be called in any thread.
 */
void
mdg_map_scene_draw (MdgMapScene *self, cairo_t *cr, const MdgMapCamera *camera, gboolean with_sea)
{
  MdgBox visible = camera_get_box (camera);

  cairo_save (cr);
  cairo_rectangle (cr, 0, 0, camera->width, camera->height);
  cairo_clip (cr);

  if (with_sea)
    {
      mdg_color_set_source (cr, mdg_palette_get_role (self->options.palette, MDG_PALETTE_SEA));
      cairo_paint (cr);
    }

  /* Half the time of the best antialiasing, and nobody sees the difference on coasts. */
  cairo_set_antialias (cr, CAIRO_ANTIALIAS_FAST);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_BEVEL);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  cairo_new_path (cr);
  for (MdgArea area = 1; area < MDG_N_AREAS; area++)
    if (boxes_meet (mdg_boundaries_get_area_box (self->boundaries, area), &visible))
      fill_area (self, cr, camera, area);

  stroke_borders (self, cr, camera, MDG_BORDER_SHARED);
  stroke_hatched (self, cr, camera, &visible);
  stroke_borders (self, cr, camera, MDG_BORDER_COAST);

  cairo_restore (cr);
}

/**
 * mdg_map_scene_get_outline_widths:
 * @self: a map
 * @line: (out): width of the line around what is selected, in pixels
 * @casing: (out): width of what lies below the line, so that it is seen on any ground
 *
 * Gets how thick the mark of the selection is: thicker where people asked for high contrast.
 */
void
mdg_map_scene_get_outline_widths (MdgMapScene *self, double *line, double *casing)
{
  gboolean contrast = has_high_contrast (self->options.palette);

  *line = contrast ? CONTRAST_OUTLINE_WIDTH : MDG_MAP_OUTLINE_WIDTH;
  *casing = contrast ? CONTRAST_OUTLINE_CASING_WIDTH : OUTLINE_CASING_WIDTH;
}

/**
 * mdg_map_scene_add_outline:
 * @self: a map
 * @cr: where to; its origin is the upper left corner of the picture
 * @camera: which part of the map
 * @area: a prefecture
 *
 * Adds the outline of @area to the path of @cr. Small islands have none; see
 * %MDG_MAP_OUTLINE_LEAST_SIZE.
 */
void
mdg_map_scene_add_outline (MdgMapScene *self, cairo_t *cr, const MdgMapCamera *camera, MdgArea area)
{
  g_return_if_fail (mdg_area_is_prefecture (area));

  cairo_new_path (cr);
  add_area (self, cr, camera, area, MDG_MAP_OUTLINE_LEAST_SIZE);
}

/**
 * mdg_map_scene_draw_outline:
 * @self: a map
 * @cr: where to; its origin is the upper left corner of the picture
 * @camera: which part of the map
 * @area: a prefecture
 *
 * Draws the mark of the selection around @area.
 */
void
mdg_map_scene_draw_outline (MdgMapScene *self,
                            cairo_t *cr,
                            const MdgMapCamera *camera,
                            MdgArea area)
{
  double line_width, casing_width;

  g_return_if_fail (mdg_area_is_prefecture (area));

  mdg_map_scene_get_outline_widths (self, &line_width, &casing_width);
  cairo_save (cr);
  cairo_rectangle (cr, 0, 0, camera->width, camera->height);
  cairo_clip (cr);

  mdg_map_scene_add_outline (self, cr, camera, area);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_BEVEL);
  mdg_color_set_source (cr,
                        mdg_palette_get_role (self->options.palette, MDG_PALETTE_SELECTION_CASING));
  cairo_set_line_width (cr, casing_width);
  cairo_stroke_preserve (cr);
  mdg_color_set_source (cr, mdg_palette_get_role (self->options.palette, MDG_PALETTE_SELECTION));
  cairo_set_line_width (cr, line_width);
  cairo_stroke (cr);

  cairo_restore (cr);
}

/**
 * mdg_map_scene_draw_inset:
 * @self: a map
 * @cr: where to; its origin is the upper left corner of the inset
 * @width: width of the inset
 * @height: height of the inset
 * @detail: device pixels to a pixel, as in #MdgMapCamera
 *
 * Draws Okinawa's main island, which the picture of the main islands does not reach, without
 * frame and text.
 */
void
mdg_map_scene_draw_inset (MdgMapScene *self,
                          cairo_t *cr,
                          double width,
                          double height,
                          double detail)
{
  MdgMapCamera camera = { .width = width, .height = height, .detail = detail };

  mdg_map_camera_fit (&camera, mdg_boundaries_get_main_box (self->boundaries, 47), INSET_MARGIN);
  mdg_map_scene_draw (self, cr, &camera, FALSE);
}
