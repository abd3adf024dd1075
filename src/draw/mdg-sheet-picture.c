/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "draw/mdg-sheet-picture.h"

#include <glib/gi18n.h>
#include <pango/pangocairo.h>

#include "draw/mdg-hatch.h"
#include "draw/mdg-text.h"

/* Sizes of letters, in that of running text. */
#define TITLE_SIZE 1.0
#define TEXT_SIZE 0.78
#define CHART_SIZE 0.88
/* How high the map is for its width: that of the main islands, with the sea around them. */
#define MAP_ASPECT 0.92
/* Okinawa stands in the empty sea north-west of the main islands. */
#define INSET_SHARE 0.24
#define SWATCH_ASPECT 1.7
#define ENTRY_LEADING 1.5
/* Between pictures below each other, in the size of running text. */
#define STACK_GAP 1.2
#define HAIRLINE 0.5
#define MAP_MARGIN 3.0
/* Printed at 300 dots to an inch a coast of the coarsest level would show its corners. */
#define MAP_DETAIL 2.0

struct _MdgSheetPicture
{
  MdgMapScene *map;     /* (nullable) */
  MdgChartScene *chart; /* (nullable) */
  GPtrArray *stack;     /* (nullable) (element-type MdgSheetPicture) */
};

typedef struct
{
  MdgMapScene *scene;
  cairo_t *cr; /* (nullable): nothing is drawn, only measured */
  PangoContext *context;
  double unit;
} Pen;

/**
 * mdg_sheet_picture_new_map:
 * @scene: a map; the prefecture of its scope is outlined
 *
 * Returns: (transfer full): @scene as a picture, with title, legend and Okinawa in an inset
 */
MdgSheetPicture *
mdg_sheet_picture_new_map (MdgMapScene *scene)
{
  MdgSheetPicture *self;

  g_return_val_if_fail (scene != NULL, NULL);

  self = g_new0 (MdgSheetPicture, 1);
  self->map = mdg_map_scene_ref (scene);

  return self;
}

/**
 * mdg_sheet_picture_new_chart:
 * @scene: a chart
 *
 * Returns: (transfer full): @scene as a picture, with title, subtitle and note
 */
MdgSheetPicture *
mdg_sheet_picture_new_chart (MdgChartScene *scene)
{
  MdgSheetPicture *self;

  g_return_val_if_fail (MDG_IS_CHART_SCENE (scene), NULL);

  self = g_new0 (MdgSheetPicture, 1);
  self->chart = g_object_ref (scene);

  return self;
}

/**
 * mdg_sheet_picture_new_stack:
 * @pictures: (array length=n_pictures) (transfer full): pictures
 * @n_pictures: how many
 *
 * Puts pictures below each other, to stand beside a higher one. Room that is left goes between them,
 * so that the last ends where its neighbour does.
 *
 * Returns: (transfer full): them as one picture
 */
MdgSheetPicture *
mdg_sheet_picture_new_stack (MdgSheetPicture **pictures, guint n_pictures)
{
  MdgSheetPicture *self;

  g_return_val_if_fail (pictures != NULL && n_pictures > 0, NULL);

  self = g_new0 (MdgSheetPicture, 1);
  self->stack = g_ptr_array_new_with_free_func ((GDestroyNotify) mdg_sheet_picture_free);
  for (guint i = 0; i < n_pictures; i++)
    g_ptr_array_add (self->stack, pictures[i]);

  return self;
}

/**
 * mdg_sheet_picture_free:
 * @self: (transfer full): a picture
 *
 * Frees @self.
 */
void
mdg_sheet_picture_free (MdgSheetPicture *self)
{
  g_clear_pointer (&self->map, mdg_map_scene_unref);
  g_clear_object (&self->chart);
  g_clear_pointer (&self->stack, g_ptr_array_unref);
  g_free (self);
}

static void
set_role (Pen *pen, MdgPaletteRole role)
{
  mdg_color_set_source (pen->cr, mdg_palette_get_role (MDG_PALETTE_PAPER, role));
}

/* Returns the height of what is written. */
static double
write_text (Pen *pen,
            const char *string,
            double size,
            PangoWeight weight,
            MdgPaletteRole role,
            double x,
            double y,
            double width)
{
  g_autoptr (PangoLayout) layout = pango_layout_new (pen->context);
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string ("Sans");
  int height;

  pango_font_description_set_absolute_size (font, size * pen->unit * PANGO_SCALE);
  pango_font_description_set_weight (font, weight);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (layout, (int) (MAX (width, pen->unit) * PANGO_SCALE));
  pango_layout_set_text (layout, string, -1);
  pango_layout_get_size (layout, NULL, &height);

  if (pen->cr != NULL)
    {
      set_role (pen, role);
      cairo_move_to (pen->cr, x, y);
      mdg_text_show (pen->cr, layout);
      cairo_new_path (pen->cr);
    }

  return (double) height / PANGO_SCALE;
}

static double
draw_heading (Pen *pen, double width)
{
  g_autofree char *title = mdg_map_scene_dup_title (pen->scene);
  g_autofree char *subtitle = mdg_map_scene_dup_subtitle (pen->scene);
  double y = 0;

  y += write_text (pen, title, TITLE_SIZE, PANGO_WEIGHT_BOLD, MDG_PALETTE_TEXT, 0, y, width);
  y +=
    write_text (pen, subtitle, TEXT_SIZE, PANGO_WEIGHT_NORMAL, MDG_PALETTE_DIM_TEXT, 0, y, width);

  return y + 0.4 * pen->unit;
}

/* The legend stands in the empty sea south-east of the main islands, up from @bottom. */
static void
draw_legend (Pen *pen, double x, double bottom, double width)
{
  guint n = mdg_map_scene_get_n_entries (pen->scene);
  double line = TEXT_SIZE * ENTRY_LEADING * pen->unit;
  double swatch_height = TEXT_SIZE * pen->unit;
  double swatch_width = swatch_height * SWATCH_ASPECT;
  double y = bottom - n * line;

  for (guint i = 0; i < n; i++, y += line)
    {
      const MdgMapEntry *entry = mdg_map_scene_get_entry (pen->scene, i);
      double text_x = x + swatch_width + 0.5 * pen->unit;
      /* Translators: an entry of the map's legend: bounds of the class, and how many prefectures
       * are in it. */
      g_autofree char *string =
        g_strdup_printf (C_ ("map legend", "%s (%u)"), entry->label, entry->n_areas);

      cairo_rectangle (pen->cr, x, y, swatch_width, swatch_height);
      if (entry->hatched)
        mdg_hatch_fill (pen->cr, entry->color,
                        mdg_palette_get_role (MDG_PALETTE_PAPER, MDG_PALETTE_HATCH), 3, 0.6, x, y);
      else
        {
          mdg_color_set_source (pen->cr, entry->color);
          cairo_fill (pen->cr);
        }
      cairo_rectangle (pen->cr, x, y, swatch_width, swatch_height);
      set_role (pen, MDG_PALETTE_COAST);
      cairo_set_line_width (pen->cr, HAIRLINE);
      cairo_stroke (pen->cr);
      write_text (pen, string, TEXT_SIZE, PANGO_WEIGHT_NORMAL, MDG_PALETTE_TEXT, text_x,
                  y - 0.2 * swatch_height, x + width - text_x);
    }
}

static void
draw_okinawa (Pen *pen, double y, double size)
{
  cairo_save (pen->cr);
  cairo_translate (pen->cr, 0, y);
  mdg_map_scene_draw_inset (pen->scene, pen->cr, size, size, MAP_DETAIL);
  cairo_rectangle (pen->cr, 0, 0, size, size);
  set_role (pen, MDG_PALETTE_COAST);
  cairo_set_line_width (pen->cr, HAIRLINE);
  cairo_stroke (pen->cr);
  if (mdg_map_scene_get_scope (pen->scene)->area == 47)
    {
      cairo_rectangle (pen->cr, 0, 0, size, size);
      set_role (pen, MDG_PALETTE_TEXT);
      cairo_set_line_width (pen->cr, MDG_MAP_OUTLINE_WIDTH);
      cairo_stroke (pen->cr);
    }
  cairo_restore (pen->cr);
}

static void
draw_map (Pen *pen, double width, double height)
{
  double top = draw_heading (pen, width);
  MdgMapCamera camera = { .width = width, .height = height - top, .detail = MAP_DETAIL };
  MdgBoundaries *boundaries = mdg_map_scene_get_boundaries (pen->scene);
  MdgArea area = mdg_map_scene_get_scope (pen->scene)->area;
  double inset = MIN (width, height - top) * INSET_SHARE;

  mdg_map_camera_fit (&camera, mdg_boundaries_get_main_box (boundaries, 0), MAP_MARGIN);
  cairo_save (pen->cr);
  cairo_rectangle (pen->cr, 0, top, width, height - top);
  cairo_clip (pen->cr);
  cairo_translate (pen->cr, 0, top);
  mdg_map_scene_draw (pen->scene, pen->cr, &camera, FALSE);
  if (mdg_area_is_prefecture (area))
    mdg_map_scene_draw_outline (pen->scene, pen->cr, &camera, area);
  cairo_restore (pen->cr);
  draw_okinawa (pen, top, inset);
  draw_legend (pen, width * 0.66, height, width * 0.34);
}

static MdgChartLayout *
lay_out_chart (const MdgSheetPicture *self,
               PangoContext *context,
               const MdgChartStyle *style,
               double width)
{
  return mdg_chart_scene_lay_out (self->chart, context, style, MDG_CHART_PARTS_ALL, width, 0);
}

static MdgChartStyle *
create_style (double unit)
{
  MdgChartStyle *style = mdg_chart_style_new (MDG_PALETTE_PAPER);

  style->font = pango_font_description_from_string ("Sans");
  pango_font_description_set_absolute_size (style->font, CHART_SIZE * unit * PANGO_SCALE);

  return style;
}

static double
measure_stack (const MdgSheetPicture *self, PangoContext *context, double unit, double width)
{
  double height = 0;

  for (guint i = 0; i < self->stack->len; i++)
    height += mdg_sheet_picture_measure (g_ptr_array_index (self->stack, i), context, unit, width);

  return height + (self->stack->len - 1) * STACK_GAP * unit;
}

static void
draw_stack (const MdgSheetPicture *self,
            cairo_t *cr,
            PangoContext *context,
            double unit,
            double width,
            double height)
{
  double natural = measure_stack (self, context, unit, width);
  /* What is too high for any page is drawn smaller. */
  double scale = MIN (height / natural, 1);
  double gap = self->stack->len > 1 ? (height - scale * natural) / (self->stack->len - 1) : 0;
  double y = 0;

  for (guint i = 0; i < self->stack->len; i++)
    {
      const MdgSheetPicture *picture = g_ptr_array_index (self->stack, i);
      double own = scale * mdg_sheet_picture_measure (picture, context, unit, width);

      cairo_save (cr);
      cairo_translate (cr, 0, y);
      mdg_sheet_picture_draw (picture, cr, context, unit, width, own);
      cairo_restore (cr);
      y += own + scale * STACK_GAP * unit + gap;
    }
}

/**
 * mdg_sheet_picture_measure:
 * @self: a picture
 * @context: what its texts are laid out with
 * @unit: size of running text, in points
 * @width: how wide it is, in points
 *
 * Returns: how high it is then, in points
 */
double
mdg_sheet_picture_measure (const MdgSheetPicture *self,
                           PangoContext *context,
                           double unit,
                           double width)
{
  g_autoptr (MdgChartStyle) style = NULL;
  g_autoptr (MdgChartLayout) layout = NULL;

  if (self->map != NULL)
    {
      Pen pen = { .scene = self->map, .context = context, .unit = unit };

      return draw_heading (&pen, width) + width * MAP_ASPECT;
    }
  if (self->stack != NULL)
    return measure_stack (self, context, unit, width);
  style = create_style (unit);
  layout = lay_out_chart (self, context, style, width);

  return mdg_chart_layout_get_height (layout);
}

/**
 * mdg_sheet_pictures_measure:
 * @pictures: (array length=n_pictures): pictures beside each other
 * @n_pictures: how many
 * @context: what their texts are laid out with
 * @unit: size of running text, in points
 * @width: how wide each is, in points
 *
 * Returns: how high the highest of them is then, in points
 */
double
mdg_sheet_pictures_measure (gpointer *pictures,
                            guint n_pictures,
                            PangoContext *context,
                            double unit,
                            double width)
{
  double height = 0;

  for (guint i = 0; i < n_pictures; i++)
    height = MAX (height, mdg_sheet_picture_measure (pictures[i], context, unit, width));

  return height;
}

/**
 * mdg_sheet_picture_draw:
 * @self: a picture
 * @cr: where to draw, from the upper left corner
 * @context: what its texts are laid out with
 * @unit: size of running text, in points
 * @width: how wide it is, in points
 * @height: how high it is, in points
 *
 * Draws @self.
 */
void
mdg_sheet_picture_draw (const MdgSheetPicture *self,
                        cairo_t *cr,
                        PangoContext *context,
                        double unit,
                        double width,
                        double height)
{
  g_autoptr (MdgChartStyle) style = NULL;
  g_autoptr (MdgChartLayout) layout = NULL;

  cairo_save (cr);
  if (self->map != NULL)
    {
      Pen pen = { .scene = self->map, .cr = cr, .context = context, .unit = unit };

      draw_map (&pen, width, height);
    }
  else if (self->stack != NULL)
    draw_stack (self, cr, context, unit, width, height);
  else
    {
      style = create_style (unit);
      layout = lay_out_chart (self, context, style, width);
      /* What is too high for any page is drawn smaller. */
      if (mdg_chart_layout_get_height (layout) > height)
        cairo_scale (cr, height / mdg_chart_layout_get_height (layout),
                     height / mdg_chart_layout_get_height (layout));
      mdg_chart_layout_draw (layout, cr, style);
    }
  cairo_restore (cr);
}
