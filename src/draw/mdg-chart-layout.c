/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "draw/mdg-chart-layout-private.h"

#include <math.h>

/* The height of a line of captions at the usual text size. */
#define USUAL_CAPTION 17.0

typedef struct
{
  cairo_rectangle_t mark;
  cairo_rectangle_t reach;
} PointPlace;

typedef struct
{
  double height;
  double baseline;
} Line;

struct _MdgChartLayout
{
  grefcount ref_count;
  PangoContext *context;
  MdgChartStyle *style;
  double width;
  double height;
  Line lines[MDG_TEXT_TITLE + 1];
  GArray *items;
  PointPlace *points;
  guint n_points;
};

G_DEFINE_BOXED_TYPE (MdgChartLayout, mdg_chart_layout, mdg_chart_layout_ref, mdg_chart_layout_unref)

static void
clear_item (gpointer data)
{
  MdgChartItem *item = data;

  g_clear_object (&item->text);
}

/*
 * mdg_chart_layout_new:
 * @context: (nullable): where fonts come from; %NULL for text that is not in a widget
 * @style: the looks
 * @width: the width in pixels
 * @n_points: the number of points of the scene
 *
 * Returns: (transfer full): an empty layout
 */
MdgChartLayout *
mdg_chart_layout_new (PangoContext *context,
                      const MdgChartStyle *style,
                      double width,
                      guint n_points)
{
  MdgChartLayout *self = g_new0 (MdgChartLayout, 1);

  g_ref_count_init (&self->ref_count);
  self->context = context != NULL ? g_object_ref (context) : mdg_text_create_context ();
  self->style = mdg_chart_style_copy (style);
  self->width = width;
  self->items = g_array_new (FALSE, FALSE, sizeof (MdgChartItem));
  g_array_set_clear_func (self->items, clear_item);
  self->points = g_new0 (PointPlace, n_points);
  self->n_points = n_points;

  return self;
}

/*
 * mdg_chart_layout_new_alike:
 *
 * Returns: (transfer full): an empty layout of the same width, text and points, for a trial
 */
MdgChartLayout *
mdg_chart_layout_new_alike (MdgChartLayout *other)
{
  return mdg_chart_layout_new (other->context, other->style, other->width, other->n_points);
}

/**
 * mdg_chart_layout_ref:
 * @self: a layout
 *
 * Returns: (transfer full): @self
 */
MdgChartLayout *
mdg_chart_layout_ref (MdgChartLayout *self)
{
  g_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * mdg_chart_layout_unref:
 * @self: (transfer full): a layout
 *
 * Gives up a reference.
 */
void
mdg_chart_layout_unref (MdgChartLayout *self)
{
  if (!g_ref_count_dec (&self->ref_count))
    return;

  g_array_unref (self->items);
  g_object_unref (self->context);
  mdg_chart_style_free (self->style);
  g_free (self->points);
  g_free (self);
}

/**
 * mdg_chart_layout_get_width:
 * @self: a layout
 *
 * Returns: the width it was made for, in pixels
 */
double
mdg_chart_layout_get_width (MdgChartLayout *self)
{
  return self->width;
}

/**
 * mdg_chart_layout_get_height:
 * @self: a layout
 *
 * Returns: the height it needs, in pixels
 */
double
mdg_chart_layout_get_height (MdgChartLayout *self)
{
  return self->height;
}

/*
 * mdg_chart_layout_set_height:
 * @height: the height in pixels, which is rounded up
 */
void
mdg_chart_layout_set_height (MdgChartLayout *self, double height)
{
  self->height = ceil (height);
}

/*
 * mdg_chart_layout_add_rect:
 * @ink: its colour
 * @fill: how it is filled
 * @x: the left side in pixels
 * @y: the top in pixels
 * @width: the width in pixels
 * @height: the height in pixels
 * @radius: that of its corners in pixels, at most half of the shorter side
 */
void
mdg_chart_layout_add_rect (MdgChartLayout *self,
                           MdgChartInk ink,
                           MdgChartFill fill,
                           double x,
                           double y,
                           double width,
                           double height,
                           double radius)
{
  MdgChartItem item = {
    .kind = MDG_CHART_ITEM_RECT,
    .ink = ink,
    .fill = fill,
    .x = x,
    .y = y,
    .width = width,
    .height = height,
    .radius = MIN (radius, MIN (width, height) / 2),
  };

  g_array_append_val (self->items, item);
}

/*
 * mdg_chart_layout_add_line:
 * @ink: its colour
 * @stroke: how wide it is, in pixels
 * @x1: where it begins, in pixels
 * @y1: where it begins, in pixels
 * @x2: where it ends, in pixels
 * @y2: where it ends, in pixels
 */
void
mdg_chart_layout_add_line (MdgChartLayout *self,
                           MdgChartInk ink,
                           double stroke,
                           double x1,
                           double y1,
                           double x2,
                           double y2)
{
  MdgChartItem item = {
    .kind = MDG_CHART_ITEM_LINE,
    .ink = ink,
    .stroke = stroke,
    .x = x1,
    .y = y1,
    .width = x2 - x1,
    .height = y2 - y1,
  };

  g_array_append_val (self->items, item);
}

/*
 * mdg_chart_layout_add_mark:
 * @ink: its colour
 * @shape: its shape
 * @stroke: how wide its outline is, in pixels
 * @x: its middle in pixels
 * @y: its middle in pixels
 * @radius: from the middle to its side, in pixels
 */
void
mdg_chart_layout_add_mark (MdgChartLayout *self,
                           MdgChartInk ink,
                           MdgChartShape shape,
                           double stroke,
                           double x,
                           double y,
                           double radius)
{
  MdgChartItem item = {
    .kind = MDG_CHART_ITEM_MARK,
    .ink = ink,
    .shape = shape,
    .stroke = stroke,
    .x = x,
    .y = y,
    .radius = radius,
  };

  g_array_append_val (self->items, item);
}

/*
 * mdg_chart_layout_make_text:
 *
 * Returns: (transfer full): a text in the layout's looks, not yet added
 */
PangoLayout *
mdg_chart_layout_make_text (MdgChartLayout *self, MdgTextRole role, const char *text)
{
  return mdg_text_new (self->context, self->style, role, text);
}

static const Line *
get_line (MdgChartLayout *self, MdgTextRole role)
{
  Line *line = &self->lines[role];

  if (line->height == 0)
    mdg_text_measure_line (self->context, self->style, role, &line->height, &line->baseline);

  return line;
}

/*
 * mdg_chart_layout_add_text:
 * @role: what the text is
 * @ink: its colour
 * @text: the text
 * @x: its left edge
 * @y: the top of its first line
 *
 * Returns: the bottom of its last line
 */
double
mdg_chart_layout_add_text (MdgChartLayout *self,
                           MdgTextRole role,
                           MdgChartInk ink,
                           PangoLayout *text,
                           double x,
                           double y)
{
  const Line *line = get_line (self, role);
  MdgChartItem item = {
    .kind = MDG_CHART_ITEM_TEXT,
    .ink = ink,
    .x = x,
    .y = y + MAX (line->baseline - mdg_text_get_baseline (text), 0),
    .text = g_object_ref (text),
  };

  mdg_text_get_size (text, &item.width, &item.height);
  g_array_append_val (self->items, item);

  return ceil (MAX (y + line->height, item.y + item.height));
}

/*
 * mdg_chart_layout_line_height:
 * @role: which texts
 *
 * Returns: the height of one line of them in pixels
 */
double
mdg_chart_layout_line_height (MdgChartLayout *self, MdgTextRole role)
{
  return get_line (self, role)->height;
}

/*
 * mdg_chart_layout_get_unit:
 *
 * Returns: how much larger marks and strokes are than at the usual text size, 1 to 2
 */
double
mdg_chart_layout_get_unit (MdgChartLayout *self)
{
  return CLAMP (mdg_chart_layout_line_height (self, MDG_TEXT_CAPTION) / USUAL_CAPTION, 1, 2);
}

/*
 * mdg_chart_layout_text_width:
 * @role: what the text is
 * @text: a text of one line
 *
 * Returns: its width in pixels
 */
double
mdg_chart_layout_text_width (MdgChartLayout *self, MdgTextRole role, const char *text)
{
  return mdg_text_measure_width (self->context, self->style, role, text);
}

static gboolean
overlap (const cairo_rectangle_t *a, double x, double y, double width, double height)
{
  return x < a->x + a->width && a->x < x + width && y < a->y + a->height && a->y < y + height;
}

/* Cuts the part of a line that lies between two bounds out of it. Returns whether any is left. */
static gboolean
cut (double from, double way, double low, double high, double *start, double *end)
{
  double first;
  double second;

  if (way == 0)
    return from > low && from < high;

  first = (low - from) / way;
  second = (high - from) / way;
  *start = MAX (*start, MIN (first, second));
  *end = MIN (*end, MAX (first, second));

  return *start < *end;
}

/* The lines of a scale, and the upright line of a day, are made to be written over. */
static gboolean
is_behind_text (const MdgChartItem *item)
{
  return item->kind == MDG_CHART_ITEM_LINE &&
         (item->ink == MDG_CHART_INK_GRID || (item->ink == MDG_CHART_INK_DIM && item->width == 0));
}

static gboolean
touches (const MdgChartItem *item, const cairo_rectangle_t *room)
{
  double start = 0;
  double end = 1;

  switch (item->kind)
    {
    case MDG_CHART_ITEM_MARK:
      return overlap (room, item->x - item->radius, item->y - item->radius, 2 * item->radius,
                      2 * item->radius);

    case MDG_CHART_ITEM_LINE:
      return !is_behind_text (item) &&
             cut (item->x, item->width, room->x, room->x + room->width, &start, &end) &&
             cut (item->y, item->height, room->y, room->y + room->height, &start, &end);

    case MDG_CHART_ITEM_RECT:
    case MDG_CHART_ITEM_TEXT:
    default:
      return overlap (room, item->x, item->y, item->width, item->height);
    }
}

/*
 * mdg_chart_layout_is_free:
 * @rectangle: room for a text
 * @of_text_only: whether it may lie on lines and marks
 *
 * Returns: whether nothing added so far touches the room
 */
gboolean
mdg_chart_layout_is_free (MdgChartLayout *self,
                          const cairo_rectangle_t *rectangle,
                          gboolean of_text_only)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      const MdgChartItem *item = mdg_chart_layout_get_item (self, i);

      if ((item->kind == MDG_CHART_ITEM_TEXT || !of_text_only) && touches (item, rectangle))
        return FALSE;
    }

  return TRUE;
}

/*
 * mdg_chart_layout_cut_lines:
 *
 * Takes the lines that are made to be written over away from behind a text.
 */
void
mdg_chart_layout_cut_lines (MdgChartLayout *self, double x, double y, double width, double height)
{
  for (guint i = self->items->len; i > 0; i--)
    {
      MdgChartItem *item = &g_array_index (self->items, MdgChartItem, i - 1);
      MdgChartItem rest = *item;

      if (!is_behind_text (item) || item->x >= x + width || item->x + item->width <= x ||
          item->y >= y + height || item->y + item->height <= y)
        continue;
      if (item->width != 0)
        {
          rest.x = x + width;
          rest.width = item->x + item->width - rest.x;
          item->width = x - item->x;
        }
      else
        {
          rest.y = y + height;
          rest.height = item->y + item->height - rest.y;
          item->height = y - item->y;
        }
      if (rest.width > 0 || rest.height > 0)
        g_array_insert_val (self->items, i, rest);
    }
}

/*
 * mdg_chart_layout_set_point:
 * @index: which point of the scene
 * @mark: where it is drawn
 * @reach: from where the pointer means it; where several reach, the nearest mark wins
 */
void
mdg_chart_layout_set_point (MdgChartLayout *self,
                            guint index,
                            const cairo_rectangle_t *mark,
                            const cairo_rectangle_t *reach)
{
  g_return_if_fail (index < self->n_points);

  self->points[index].mark = *mark;
  self->points[index].reach = *reach;
}

/**
 * mdg_chart_layout_get_n_items:
 * @self: a layout
 *
 * Returns: the number of things it draws
 */
guint
mdg_chart_layout_get_n_items (MdgChartLayout *self)
{
  return self->items->len;
}

/**
 * mdg_chart_layout_get_item:
 * @self: a layout
 * @index: which, from 0, in the order of drawing
 *
 * Returns: (transfer none): one thing it draws
 */
const MdgChartItem *
mdg_chart_layout_get_item (MdgChartLayout *self, guint index)
{
  return &g_array_index (self->items, MdgChartItem, index);
}

/**
 * mdg_chart_layout_get_point:
 * @self: a layout
 * @index: which point of the scene
 * @rectangle: (out): where its mark is
 *
 * Gets where a point is drawn, for the focus ring and for what points at it.
 */
void
mdg_chart_layout_get_point (MdgChartLayout *self, guint index, cairo_rectangle_t *rectangle)
{
  g_return_if_fail (index < self->n_points);

  *rectangle = self->points[index].mark;
}

static double
distance (const cairo_rectangle_t *rectangle, double x, double y)
{
  double dx = MAX (MAX (rectangle->x - x, x - rectangle->x - rectangle->width), 0);
  double dy = MAX (MAX (rectangle->y - y, y - rectangle->y - rectangle->height), 0);

  return hypot (dx, dy);
}

/**
 * mdg_chart_layout_pick:
 * @self: a layout
 * @x: pixels from the left
 * @y: pixels from the top
 *
 * Returns: the index of the point the pointer means, or -1
 */
int
mdg_chart_layout_pick (MdgChartLayout *self, double x, double y)
{
  double nearest = INFINITY;
  int found = -1;

  for (guint i = 0; i < self->n_points; i++)
    {
      const PointPlace *place = &self->points[i];
      double away;

      if (x < place->reach.x || x >= place->reach.x + place->reach.width || y < place->reach.y ||
          y >= place->reach.y + place->reach.height)
        continue;
      away = distance (&place->mark, x, y);
      if (away < nearest)
        {
          nearest = away;
          found = (int) i;
        }
    }

  return found;
}
