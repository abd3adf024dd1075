/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "draw/mdg-chart-row.h"

#include <math.h>

#define COLUMN_GAP 12.0
#define LINE_GAP 4.0
#define CAPTION_GAP 2.0
#define LABEL_GAP 10.0
#define BAR_RADIUS 3.0
#define MARK_RADIUS 5.0
#define RING_STROKE 2.0
#define TICK_WIDTH 2.0
#define TICK_EXTENT 3.0
#define LINK_STROKE 2.0
#define SEGMENT_GAP 1.0
#define MIN_BAR 2.0

/* Bars need at least this much room beside the names, and this share of the width. */
#define MIN_BAR_ROOM 110.0
#define MIN_BAR_SHARE 0.38

static void
clear_bar (gpointer data)
{
  MdgChartBar *bar = data;

  g_free (bar->label);
}

static MdgTextRole
get_label_role (const MdgChartRow *row)
{
  return row->is_strong ? MDG_TEXT_STRONG : MDG_TEXT_BODY;
}

/* Where names stand above the bars, the values lead. */
static MdgTextRole
get_value_role (const MdgChartRowFrame *frame, const MdgChartRow *row)
{
  return row->is_strong || frame->has_strong_values ? MDG_TEXT_STRONG : MDG_TEXT_BODY;
}

static void
set_point (const MdgChartRowFrame *frame,
           guint point,
           double x,
           double y,
           double width,
           double height,
           double row_top,
           double row_bottom)
{
  cairo_rectangle_t mark = { x, y, width, height };
  cairo_rectangle_t reach = { 0, row_top, frame->width, row_bottom - row_top };

  if (point != MDG_CHART_NO_POINT)
    mdg_chart_layout_set_point (frame->layout, point, &mark, &reach);
}

static void
add_bars (const MdgChartRowFrame *frame,
          const MdgChartRow *row,
          double top,
          double row_top,
          double row_bottom)
{
  if (frame->has_track && row->marks->len + row->bars->len > 0)
    mdg_chart_layout_add_rect (frame->layout, MDG_CHART_INK_TRACK, MDG_CHART_FILL_SOLID,
                               frame->bar_left, top, frame->bar_width, frame->bar_height,
                               BAR_RADIUS);

  for (guint i = 0; i < row->bars->len; i++)
    {
      const MdgChartBar *bar = &g_array_index (row->bars, MdgChartBar, i);
      double left =
        mdg_chart_row_frame_get_x (frame, bar->from) + (bar->from > 0 ? SEGMENT_GAP : 0);
      double width = MAX (mdg_chart_row_frame_get_x (frame, bar->to) - left, MIN_BAR);

      /* What is too small to see still is there. */
      left = MIN (left, frame->bar_left + frame->bar_width - width);
      mdg_chart_layout_add_rect (frame->layout, bar->ink, bar->fill, left, top, width,
                                 frame->bar_height, BAR_RADIUS);
      set_point (frame, bar->point, left - 2, top - 2, width + 4, frame->bar_height + 4, row_top,
                 row_bottom);
    }
}

/* Returns its left edge. */
static double
add_tick (const MdgChartRowFrame *frame, MdgChartInk ink, double x, double top)
{
  double width = TICK_WIDTH * frame->unit;
  double left = CLAMP (x - width / 2, frame->bar_left, frame->bar_left + frame->bar_width - width);

  mdg_chart_layout_add_rect (frame->layout, ink, MDG_CHART_FILL_SOLID, left, top - TICK_EXTENT,
                             width, frame->bar_height + 2 * TICK_EXTENT, 0);

  return left;
}

static void
add_marks (const MdgChartRowFrame *frame,
           const MdgChartRow *row,
           double top,
           double row_top,
           double row_bottom)
{
  double middle = top + frame->bar_height / 2;
  double radius = MARK_RADIUS * frame->unit;
  double linked = -1;

  for (guint i = 0; i < row->marks->len; i++)
    {
      const MdgChartMarkAt *mark = &g_array_index (row->marks, MdgChartMarkAt, i);
      double x = mdg_chart_row_frame_get_x (frame, mark->value);

      if (mark->kind == MDG_CHART_ROW_TICK)
        {
          x = add_tick (frame, mark->ink, x, top);
          set_point (frame, mark->point, x - 3, top - TICK_EXTENT - 2, TICK_WIDTH * frame->unit + 6,
                     frame->bar_height + 2 * TICK_EXTENT + 4, row_top, row_bottom);
          continue;
        }

      x = CLAMP (x, frame->bar_left + radius, frame->bar_left + frame->bar_width - radius);
      if (linked >= 0 && fabs (x - linked) > 2 * radius)
        mdg_chart_layout_add_line (frame->layout, mark->ink, LINK_STROKE * frame->unit,
                                   linked + (x > linked ? radius : -radius), middle,
                                   x - (x > linked ? radius : -radius), middle);
      mdg_chart_layout_add_mark (frame->layout, mark->ink, MDG_CHART_SHAPE_CIRCLE,
                                 mark->kind == MDG_CHART_ROW_RING ? RING_STROKE * frame->unit : 0,
                                 x, middle, radius);
      set_point (frame, mark->point, x - radius - 2, middle - radius - 2, 2 * radius + 4,
                 2 * radius + 4, row_top, row_bottom);
      linked = x;
    }
}

/*
 * Moves texts of @n widths apart, each as near to its own place as order and gaps allow. Returns
 * whether they have room between @left and @right.
 */
static gboolean
spread (double *places, const double *widths, guint n, double left, double right)
{
  double edge = left;

  for (guint i = 0; i < n; i++)
    {
      places[i] = MAX (places[i], edge);
      edge = places[i] + widths[i] + LABEL_GAP;
    }
  edge = right;
  for (guint i = n; i > 0; i--)
    {
      places[i - 1] = MIN (places[i - 1], edge - widths[i - 1]);
      edge = places[i - 1] - LABEL_GAP;
    }

  return n == 0 || places[0] >= left;
}

static double
add_bar_labels (const MdgChartRowFrame *frame, const MdgChartRow *row, double top)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree double *places = g_new0 (double, row->bars->len);
  g_autofree double *widths = g_new0 (double, row->bars->len);
  double line_height = mdg_chart_layout_line_height (frame->layout, MDG_TEXT_CAPTION);
  double y = top;
  gboolean on_one_line;

  for (guint i = 0; i < row->bars->len; i++)
    {
      const MdgChartBar *bar = &g_array_index (row->bars, MdgChartBar, i);
      PangoLayout *text;

      if (bar->label == NULL)
        continue;
      text = mdg_chart_layout_make_text (frame->layout, MDG_TEXT_CAPTION, bar->label);
      mdg_text_get_size (text, &widths[texts->len], NULL);
      places[texts->len] = (mdg_chart_row_frame_get_x (frame, bar->from) +
                            mdg_chart_row_frame_get_x (frame, bar->to) - widths[texts->len]) /
                           2;
      g_ptr_array_add (texts, text);
    }
  if (texts->len == 0)
    return top;

  on_one_line =
    spread (places, widths, texts->len, frame->bar_left, frame->bar_left + frame->bar_width);
  y += CAPTION_GAP;
  for (guint i = 0; i < texts->len; i++)
    {
      mdg_chart_layout_add_text (frame->layout, MDG_TEXT_CAPTION, MDG_CHART_INK_FOREGROUND,
                                 g_ptr_array_index (texts, i),
                                 on_one_line ? places[i] : frame->bar_left, y);
      if (!on_one_line)
        y += line_height;
    }

  return on_one_line ? y + line_height : y;
}

static double
add_wrapped (const MdgChartRowFrame *frame,
             MdgTextRole role,
             MdgChartInk ink,
             const char *words,
             double x,
             double y,
             double max_width)
{
  g_autoptr (PangoLayout) text = mdg_chart_layout_make_text (frame->layout, role, words);

  mdg_text_wrap (text, max_width);

  return mdg_chart_layout_add_text (frame->layout, role, ink, text, x, y);
}

static void
add_value (const MdgChartRowFrame *frame, const MdgChartRow *row, double y)
{
  g_autoptr (PangoLayout) text = NULL;
  double width;

  if (row->value == NULL)
    return;

  text = mdg_chart_layout_make_text (frame->layout, get_value_role (frame, row), row->value);
  mdg_text_get_size (text, &width, NULL);
  mdg_chart_layout_add_text (frame->layout, get_value_role (frame, row),
                             row->bars->len + row->marks->len > 0 ? MDG_CHART_INK_FOREGROUND
                                                                  : MDG_CHART_INK_DIM,
                             text, frame->width - width, y);
}

static double
get_wrapped_height (const MdgChartRowFrame *frame, const MdgChartRow *row, double max_width)
{
  g_autoptr (PangoLayout) text =
    mdg_chart_layout_make_text (frame->layout, get_label_role (row), row->label);
  double height;

  mdg_text_wrap (text, max_width);
  mdg_text_get_size (text, NULL, &height);

  return height;
}

/* Returns where the name and the value end, and where the bar is to begin. */
static double
add_names (const MdgChartRowFrame *frame, const MdgChartRow *row, double top, double *bar_top)
{
  double line_height = mdg_chart_layout_line_height (frame->layout, MDG_TEXT_STRONG);
  double room = frame->width;
  double bottom;

  if (!frame->is_stacked)
    {
      bottom = add_wrapped (frame, get_label_role (row), MDG_CHART_INK_FOREGROUND, row->label, 0,
                            top, frame->label_width + 1);
      add_value (frame, row, top);
      *bar_top = top + round ((line_height - frame->bar_height) / 2);

      return bottom;
    }

  if (row->value != NULL)
    room -= COLUMN_GAP +
            mdg_chart_layout_text_width (frame->layout, get_value_role (frame, row), row->value);
  /* The value has a line of its own where that takes less height than a name of many lines. */
  if (get_wrapped_height (frame, row, room) >
      get_wrapped_height (frame, row, frame->width) + line_height)
    {
      bottom = add_wrapped (frame, get_label_role (row), MDG_CHART_INK_FOREGROUND, row->label, 0,
                            top, frame->width);
      add_value (frame, row, bottom);
      bottom += line_height;
    }
  else
    {
      bottom = add_wrapped (frame, get_label_role (row), MDG_CHART_INK_FOREGROUND, row->label, 0,
                            top, room);
      add_value (frame, row, bottom - line_height);
    }
  *bar_top = bottom + LINE_GAP;

  return *bar_top + frame->bar_height;
}

/*
 * mdg_chart_row_new:
 *
 * Returns: (transfer full): a row without anything
 */
MdgChartRow *
mdg_chart_row_new (void)
{
  MdgChartRow *self = g_new0 (MdgChartRow, 1);

  self->bars = g_array_new (FALSE, FALSE, sizeof (MdgChartBar));
  g_array_set_clear_func (self->bars, clear_bar);
  self->marks = g_array_new (FALSE, FALSE, sizeof (MdgChartMarkAt));

  return self;
}

/*
 * mdg_chart_row_free:
 * @self: (transfer full): a row
 */
void
mdg_chart_row_free (MdgChartRow *self)
{
  g_free (self->heading);
  g_free (self->label);
  g_free (self->value);
  g_free (self->caption);
  g_array_unref (self->bars);
  g_array_unref (self->marks);
  g_free (self);
}

/*
 * mdg_chart_row_lay_out:
 * @self: a row that is no heading
 * @frame: what it shares with the others
 * @top: where it begins
 * @reference: a value to mark in it, or less than 0
 *
 * Returns: where it ends
 */
double
mdg_chart_row_lay_out (const MdgChartRow *row,
                       const MdgChartRowFrame *frame,
                       double top,
                       double reference)
{
  gboolean has_bars = row->bars->len + row->marks->len > 0;
  double bar_top;
  double names_bottom = add_names (frame, row, top, &bar_top);
  double bottom = names_bottom;

  if (!has_bars && frame->is_stacked)
    bottom -= frame->bar_height + LINE_GAP;
  else if (has_bars)
    bottom = add_bar_labels (frame, row, bar_top + frame->bar_height);
  if (row->caption != NULL)
    bottom = add_wrapped (frame, MDG_TEXT_CAPTION, MDG_CHART_INK_DIM, row->caption, frame->bar_left,
                          bottom + CAPTION_GAP, frame->width - frame->bar_left);
  bottom = MAX (bottom, has_bars ? names_bottom : 0);

  add_bars (frame, row, bar_top, top, bottom);
  add_marks (frame, row, bar_top, top, bottom);
  if (reference >= 0 && has_bars)
    add_tick (frame, MDG_CHART_INK_FOREGROUND, mdg_chart_row_frame_get_x (frame, reference),
              bar_top);

  return bottom;
}

/*
 * mdg_chart_row_frame_init:
 * @layout: what the rows are laid out in
 * @rows: (element-type MdgChartRow): all rows
 * @maximum: the value at the end of the scale
 * @flags: how rows are laid out
 *
 * Divides the width between names, bars and values.
 */
void
mdg_chart_row_frame_init (MdgChartRowFrame *frame,
                          MdgChartLayout *layout,
                          GPtrArray *rows,
                          double maximum,
                          MdgChartRowsFlags flags)
{
  frame->layout = layout;
  frame->maximum = maximum;
  frame->has_track = (flags & MDG_CHART_ROWS_TRACKED) != 0;
  frame->has_strong_values = (flags & MDG_CHART_ROWS_STACKED) != 0;
  frame->unit = mdg_chart_layout_get_unit (layout);
  frame->width = mdg_chart_layout_get_width (layout);
  frame->bar_height = round (MAX (10, mdg_chart_layout_line_height (layout, MDG_TEXT_BODY) * 0.62));
  frame->label_width = 0;
  frame->value_width = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      const MdgChartRow *row = g_ptr_array_index (rows, i);

      if (row->heading != NULL)
        continue;
      frame->label_width = MAX (
        frame->label_width, mdg_chart_layout_text_width (layout, get_label_role (row), row->label));
      if (row->value != NULL)
        frame->value_width =
          MAX (frame->value_width,
               mdg_chart_layout_text_width (layout, get_value_role (frame, row), row->value));
    }

  frame->bar_left = frame->label_width + COLUMN_GAP;
  frame->bar_width =
    frame->width - frame->bar_left - (frame->value_width > 0 ? COLUMN_GAP + frame->value_width : 0);
  frame->is_stacked = (flags & MDG_CHART_ROWS_STACKED) != 0 ||
                      frame->bar_width < MAX (MIN_BAR_ROOM, MIN_BAR_SHARE * frame->width);
  if (frame->is_stacked)
    {
      frame->bar_left = 0;
      frame->bar_width = frame->width;
    }
}

/*
 * mdg_chart_row_frame_get_x:
 *
 * Returns: where a value is on the scale
 */
double
mdg_chart_row_frame_get_x (const MdgChartRowFrame *self, double value)
{
  return self->bar_left + self->bar_width * CLAMP (value / self->maximum, 0, 1);
}
