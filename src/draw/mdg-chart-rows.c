/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "draw/mdg-chart-rows.h"

#include <math.h>

#define COLUMN_GAP 12.0
#define ROW_GAP 8.0
#define STACKED_ROW_GAP 16.0
#define LINE_GAP 4.0
#define CAPTION_GAP 2.0
#define HEADING_GAP 20.0
#define LEGEND_GAP 12.0
#define LABEL_GAP 10.0
#define BAR_RADIUS 3.0
#define MARK_RADIUS 5.0
#define RING_STROKE 2.0
#define TICK_WIDTH 2.0
#define TICK_EXTENT 3.0
#define REFERENCE_STROKE 1.5
#define LINK_STROKE 2.0
#define SEGMENT_GAP 1.0
#define MIN_BAR 2.0

/* Bars need at least this much room beside the names, and this share of the width. */
#define MIN_BAR_ROOM 110.0
#define MIN_BAR_SHARE 0.38

typedef struct
{
  double from;
  double to;
  MdgChartInk ink;
  MdgChartFill fill;
  char *label;
  guint point;
} Bar;

typedef struct
{
  double value;
  MdgChartRowMark kind;
  MdgChartInk ink;
  guint point;
} Mark;

typedef struct
{
  char *heading; /* set: the row is a heading, and nothing else of it counts */
  char *label;
  char *value;
  char *caption;
  gboolean is_strong;
  GArray *bars;
  GArray *marks;
} Row;

struct _MdgChartRows
{
  MdgChartScene parent_instance;

  double maximum;
  MdgChartRowsFlags flags;
  MdgChartLegend *legend;
  GPtrArray *rows;
  char *reference_label;
  double reference;
};

G_DEFINE_FINAL_TYPE (MdgChartRows, mdg_chart_rows, MDG_TYPE_CHART_SCENE)

/* The frame all rows share while they are laid out. */
typedef struct
{
  MdgChartLayout *layout;
  double maximum;
  gboolean has_track;
  gboolean is_stacked;
  gboolean has_strong_values;
  double width;
  double label_width;
  double value_width;
  double bar_left;
  double bar_width;
  double bar_height;
} Frame;

static void
clear_bar (gpointer data)
{
  Bar *bar = data;

  g_free (bar->label);
}

static void
free_row (gpointer data)
{
  Row *row = data;

  g_free (row->heading);
  g_free (row->label);
  g_free (row->value);
  g_free (row->caption);
  g_array_unref (row->bars);
  g_array_unref (row->marks);
  g_free (row);
}

static Row *
add_empty_row (MdgChartRows *self)
{
  Row *row = g_new0 (Row, 1);

  row->bars = g_array_new (FALSE, FALSE, sizeof (Bar));
  g_array_set_clear_func (row->bars, clear_bar);
  row->marks = g_array_new (FALSE, FALSE, sizeof (Mark));
  g_ptr_array_add (self->rows, row);

  return row;
}

static Row *
get_last_row (MdgChartRows *self)
{
  return g_ptr_array_index (self->rows, self->rows->len - 1);
}

static double
get_x (const Frame *frame, double value)
{
  return frame->bar_left + frame->bar_width * CLAMP (value / frame->maximum, 0, 1);
}

static MdgTextRole
get_label_role (const Row *row)
{
  return row->is_strong ? MDG_TEXT_STRONG : MDG_TEXT_BODY;
}

/* Where names stand above the bars, the values lead. */
static MdgTextRole
get_value_role (const Frame *frame, const Row *row)
{
  return row->is_strong || frame->has_strong_values ? MDG_TEXT_STRONG : MDG_TEXT_BODY;
}

static void
find_frame (MdgChartRows *self, MdgChartLayout *layout, Frame *frame)
{
  frame->layout = layout;
  frame->maximum = self->maximum;
  frame->has_track = (self->flags & MDG_CHART_ROWS_TRACKED) != 0;
  frame->has_strong_values = (self->flags & MDG_CHART_ROWS_STACKED) != 0;
  frame->width = mdg_chart_layout_get_width (layout);
  frame->bar_height = round (MAX (10, mdg_chart_layout_line_height (layout, MDG_TEXT_BODY) * 0.62));
  frame->label_width = 0;
  frame->value_width = 0;

  for (guint i = 0; i < self->rows->len; i++)
    {
      const Row *row = g_ptr_array_index (self->rows, i);

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
  frame->is_stacked = (self->flags & MDG_CHART_ROWS_STACKED) != 0 ||
                      frame->bar_width < MAX (MIN_BAR_ROOM, MIN_BAR_SHARE * frame->width);
  if (frame->is_stacked)
    {
      frame->bar_left = 0;
      frame->bar_width = frame->width;
    }
}

static void
set_point (const Frame *frame,
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
add_bars (const Frame *frame, const Row *row, double top, double row_top, double row_bottom)
{
  if (frame->has_track && row->marks->len + row->bars->len > 0)
    mdg_chart_layout_add_rect (frame->layout, MDG_CHART_INK_TRACK, MDG_CHART_FILL_SOLID,
                               frame->bar_left, top, frame->bar_width, frame->bar_height,
                               BAR_RADIUS);

  for (guint i = 0; i < row->bars->len; i++)
    {
      const Bar *bar = &g_array_index (row->bars, Bar, i);
      double left = get_x (frame, bar->from) + (bar->from > 0 ? SEGMENT_GAP : 0);
      double width = MAX (get_x (frame, bar->to) - left, MIN_BAR);

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
add_tick (const Frame *frame, MdgChartInk ink, double x, double top)
{
  double left =
    CLAMP (x - TICK_WIDTH / 2, frame->bar_left, frame->bar_left + frame->bar_width - TICK_WIDTH);

  mdg_chart_layout_add_rect (frame->layout, ink, MDG_CHART_FILL_SOLID, left, top - TICK_EXTENT,
                             TICK_WIDTH, frame->bar_height + 2 * TICK_EXTENT, 0);

  return left;
}

static void
add_marks (const Frame *frame, const Row *row, double top, double row_top, double row_bottom)
{
  double middle = top + frame->bar_height / 2;
  double linked = -1;

  for (guint i = 0; i < row->marks->len; i++)
    {
      const Mark *mark = &g_array_index (row->marks, Mark, i);
      double x = get_x (frame, mark->value);

      if (mark->kind == MDG_CHART_ROW_TICK)
        {
          x = add_tick (frame, mark->ink, x, top);
          set_point (frame, mark->point, x - 3, top - TICK_EXTENT - 2, TICK_WIDTH + 6,
                     frame->bar_height + 2 * TICK_EXTENT + 4, row_top, row_bottom);
          continue;
        }

      x =
        CLAMP (x, frame->bar_left + MARK_RADIUS, frame->bar_left + frame->bar_width - MARK_RADIUS);
      if (linked >= 0 && fabs (x - linked) > 2 * MARK_RADIUS)
        mdg_chart_layout_add_line (frame->layout, mark->ink, LINK_STROKE,
                                   linked + (x > linked ? MARK_RADIUS : -MARK_RADIUS), middle,
                                   x - (x > linked ? MARK_RADIUS : -MARK_RADIUS), middle);
      mdg_chart_layout_add_mark (frame->layout, mark->ink, MDG_CHART_SHAPE_CIRCLE,
                                 mark->kind == MDG_CHART_ROW_RING ? RING_STROKE : 0, x, middle,
                                 MARK_RADIUS);
      set_point (frame, mark->point, x - MARK_RADIUS - 2, middle - MARK_RADIUS - 2,
                 2 * MARK_RADIUS + 4, 2 * MARK_RADIUS + 4, row_top, row_bottom);
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
add_bar_labels (const Frame *frame, const Row *row, double top)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree double *places = g_new0 (double, row->bars->len);
  g_autofree double *widths = g_new0 (double, row->bars->len);
  double line_height = mdg_chart_layout_line_height (frame->layout, MDG_TEXT_CAPTION);
  double y = top;
  gboolean on_one_line;

  for (guint i = 0; i < row->bars->len; i++)
    {
      const Bar *bar = &g_array_index (row->bars, Bar, i);
      PangoLayout *text;

      if (bar->label == NULL)
        continue;
      text = mdg_chart_layout_make_text (frame->layout, MDG_TEXT_CAPTION, bar->label);
      mdg_text_get_size (text, &widths[texts->len], NULL);
      places[texts->len] =
        (get_x (frame, bar->from) + get_x (frame, bar->to) - widths[texts->len]) / 2;
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
add_wrapped (const Frame *frame,
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
add_value (const Frame *frame, const Row *row, double y)
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
get_wrapped_height (const Frame *frame, const Row *row, double max_width)
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
add_names (const Frame *frame, const Row *row, double top, double *bar_top)
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

/* A @reference of 0 or more is marked in the row. */
static double
add_row (const Frame *frame, const Row *row, double top, double reference)
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
    add_tick (frame, MDG_CHART_INK_FOREGROUND, get_x (frame, reference), bar_top);

  return bottom;
}

static double
add_reference_label (MdgChartRows *self, const Frame *frame, double top)
{
  g_autoptr (PangoLayout) text =
    mdg_chart_layout_make_text (frame->layout, MDG_TEXT_CAPTION, self->reference_label);
  double x = get_x (frame, self->reference);
  double width;

  mdg_text_wrap (text, frame->width);
  mdg_text_get_size (text, &width, NULL);

  return mdg_chart_layout_add_text (frame->layout, MDG_TEXT_CAPTION, MDG_CHART_INK_FOREGROUND, text,
                                    CLAMP (x - width / 2, 0, frame->width - width), top) +
         LINE_GAP;
}

static double
mdg_chart_rows_lay_out (MdgChartScene *scene, MdgChartLayout *layout, double top, double height)
{
  MdgChartRows *self = MDG_CHART_ROWS (scene);
  double y = mdg_chart_legend_lay_out (self->legend, layout, top);
  double rows_top;
  Frame frame;

  find_frame (self, layout, &frame);
  if (y > top)
    y += LEGEND_GAP;
  if (self->reference_label != NULL)
    y = add_reference_label (self, &frame, y);

  rows_top = y;
  for (guint i = 0; i < self->rows->len; i++)
    {
      const Row *row = g_ptr_array_index (self->rows, i);
      gboolean after_heading =
        i > 0 && ((Row *) g_ptr_array_index (self->rows, i - 1))->heading != NULL;

      if (row->heading != NULL)
        {
          y += i > 0 ? HEADING_GAP : 0;
          y = add_wrapped (&frame, MDG_TEXT_CAPTION, MDG_CHART_INK_DIM, row->heading, 0, y,
                           frame.width);
        }
      else
        {
          if (after_heading)
            y += LINE_GAP;
          else
            y += i > 0 ? (frame.is_stacked ? STACKED_ROW_GAP : ROW_GAP) : 0;
          y = add_row (&frame, row, y,
                       frame.is_stacked && self->reference_label != NULL ? self->reference : -1);
        }
    }

  /* A line through all rows would strike out names that stand above their bars. */
  if (self->reference_label != NULL && !frame.is_stacked)
    mdg_chart_layout_add_line (layout, MDG_CHART_INK_FOREGROUND, REFERENCE_STROKE,
                               get_x (&frame, self->reference), rows_top,
                               get_x (&frame, self->reference), y);

  return y;
}

static void
mdg_chart_rows_finalize (GObject *object)
{
  MdgChartRows *self = MDG_CHART_ROWS (object);

  mdg_chart_legend_free (self->legend);
  g_ptr_array_unref (self->rows);
  g_free (self->reference_label);

  G_OBJECT_CLASS (mdg_chart_rows_parent_class)->finalize (object);
}

static void
mdg_chart_rows_class_init (MdgChartRowsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  MdgChartSceneClass *scene_class = MDG_CHART_SCENE_CLASS (klass);

  object_class->finalize = mdg_chart_rows_finalize;
  scene_class->lay_out = mdg_chart_rows_lay_out;
}

static void
mdg_chart_rows_init (MdgChartRows *self)
{
  self->legend = mdg_chart_legend_new ();
  self->rows = g_ptr_array_new_with_free_func (free_row);
}

/*
 * mdg_chart_rows_new:
 * @maximum: the value at the end of the scale, which begins at zero
 * @flags: how rows are laid out
 *
 * Returns: (transfer full): a scene without rows
 */
MdgChartRows *
mdg_chart_rows_new (double maximum, MdgChartRowsFlags flags)
{
  MdgChartRows *self = g_object_new (MDG_TYPE_CHART_ROWS, NULL);

  self->maximum = maximum;
  self->flags = flags;

  return self;
}

/*
 * mdg_chart_rows_get_legend:
 *
 * Returns: (transfer none): the legend, to be filled
 */
MdgChartLegend *
mdg_chart_rows_get_legend (MdgChartRows *self)
{
  return self->legend;
}

/*
 * mdg_chart_rows_set_reference:
 * @value: a value on the scale
 * @label: what it is
 *
 * Draws a line through all rows at a value they are compared with.
 */
void
mdg_chart_rows_set_reference (MdgChartRows *self, double value, const char *label)
{
  self->reference = value;
  g_set_str (&self->reference_label, label);
}

/*
 * mdg_chart_rows_add_heading:
 * @heading: what the rows that follow have in common
 */
void
mdg_chart_rows_add_heading (MdgChartRows *self, const char *heading)
{
  add_empty_row (self)->heading = g_strdup (heading);
}

/*
 * mdg_chart_rows_add_row:
 * @label: the name of the row
 * @value: (nullable): its value as text
 * @caption: (nullable): what else is to be said, beneath the bar
 * @is_strong: whether the name is emphasised
 *
 * Adds a row, to which the bars and marks added next belong.
 */
void
mdg_chart_rows_add_row (MdgChartRows *self,
                        const char *label,
                        const char *value,
                        const char *caption,
                        gboolean is_strong)
{
  Row *row = add_empty_row (self);

  row->label = g_strdup (label);
  row->value = g_strdup (value);
  row->caption = g_strdup (caption);
  row->is_strong = is_strong;
}

/*
 * mdg_chart_rows_add_bar:
 * @from: where it begins on the scale
 * @to: where it ends
 * @ink: what it means
 * @fill: how it is filled
 * @label: (nullable): what stands beneath it
 * @point: the index of its point, or %MDG_CHART_NO_POINT
 */
void
mdg_chart_rows_add_bar (MdgChartRows *self,
                        double from,
                        double to,
                        MdgChartInk ink,
                        MdgChartFill fill,
                        const char *label,
                        guint point)
{
  Bar bar = {
    .from = from, .to = to, .ink = ink, .fill = fill, .label = g_strdup (label), .point = point
  };

  g_array_append_val (get_last_row (self)->bars, bar);
}

/*
 * mdg_chart_rows_add_mark:
 * @value: where it stands on the scale
 * @kind: what it looks like; dots and rings of a row are linked by a line
 * @ink: what it means
 * @point: the index of its point, or %MDG_CHART_NO_POINT
 */
void
mdg_chart_rows_add_mark (MdgChartRows *self,
                         double value,
                         MdgChartRowMark kind,
                         MdgChartInk ink,
                         guint point)
{
  Mark mark = { .value = value, .kind = kind, .ink = ink, .point = point };

  g_array_append_val (get_last_row (self)->marks, mark);
}
