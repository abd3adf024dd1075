/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "draw/mdg-chart-rows.h"

#include "draw/mdg-chart-row.h"

#define ROW_GAP 8.0
#define STACKED_ROW_GAP 16.0
#define LINE_GAP 4.0
#define HEADING_GAP 20.0
#define LEGEND_GAP 12.0
#define REFERENCE_STROKE 1.5
#define MAX_SPARE 14.0

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

static MdgChartRow *
add_empty_row (MdgChartRows *self)
{
  g_ptr_array_add (self->rows, mdg_chart_row_new ());

  return g_ptr_array_index (self->rows, self->rows->len - 1);
}

static MdgChartRow *
get_last_row (MdgChartRows *self)
{
  return g_ptr_array_index (self->rows, self->rows->len - 1);
}

static double
add_reference_label (MdgChartRows *self, const MdgChartRowFrame *frame, double top)
{
  g_autoptr (PangoLayout) text =
    mdg_chart_layout_make_text (frame->layout, MDG_TEXT_CAPTION, self->reference_label);
  double x = mdg_chart_row_frame_get_x (frame, self->reference);
  double width;

  mdg_text_wrap (text, frame->width);
  mdg_text_get_size (text, &width, NULL);

  return mdg_chart_layout_add_text (frame->layout, MDG_TEXT_CAPTION, MDG_CHART_INK_FOREGROUND, text,
                                    CLAMP (x - width / 2, 0, frame->width - width), top) +
         LINE_GAP;
}

static double
add_heading (const MdgChartRow *row, MdgChartLayout *layout, double top)
{
  g_autoptr (PangoLayout) text =
    mdg_chart_layout_make_text (layout, MDG_TEXT_CAPTION, row->heading);

  mdg_text_wrap (text, mdg_chart_layout_get_width (layout));

  return mdg_chart_layout_add_text (layout, MDG_TEXT_CAPTION, MDG_CHART_INK_DIM, text, 0, top);
}

/* Lays everything out with @spare more room before each row; returns the bottom. */
static double
lay_out_spaced (MdgChartRows *self, MdgChartLayout *layout, double top, double spare)
{
  double y = mdg_chart_legend_lay_out (self->legend, layout, top);
  double rows_top;
  MdgChartRowFrame frame;

  mdg_chart_row_frame_init (&frame, layout, self->rows, self->maximum, self->flags);
  if (y > top)
    y += LEGEND_GAP;
  if (self->reference_label != NULL)
    y = add_reference_label (self, &frame, y);

  rows_top = y;
  for (guint i = 0; i < self->rows->len; i++)
    {
      const MdgChartRow *row = g_ptr_array_index (self->rows, i);
      const MdgChartRow *above = i > 0 ? g_ptr_array_index (self->rows, i - 1) : NULL;

      if (row->heading != NULL)
        {
          y += above != NULL ? HEADING_GAP + spare : 0;
          y = add_heading (row, layout, y);
          continue;
        }
      if (above != NULL && above->heading != NULL)
        y += LINE_GAP;
      else if (above != NULL)
        y += (frame.is_stacked ? STACKED_ROW_GAP : ROW_GAP) + spare;
      y = mdg_chart_row_lay_out (
        row, &frame, y, frame.is_stacked && self->reference_label != NULL ? self->reference : -1);
    }

  /* A line through all rows would strike out names that stand above their bars. */
  if (self->reference_label != NULL && !frame.is_stacked)
    mdg_chart_layout_add_line (layout, MDG_CHART_INK_FOREGROUND, REFERENCE_STROKE,
                               mdg_chart_row_frame_get_x (&frame, self->reference), rows_top,
                               mdg_chart_row_frame_get_x (&frame, self->reference), y);

  return y;
}

static double
mdg_chart_rows_lay_out (MdgChartScene *scene, MdgChartLayout *layout, double top, double height)
{
  MdgChartRows *self = MDG_CHART_ROWS (scene);
  double spare = 0;

  /* Beside a taller neighbour, rows stand a little further apart. */
  if (height > 0 && self->rows->len > 1)
    {
      g_autoptr (MdgChartLayout) trial = mdg_chart_layout_new_alike (layout);
      double natural = lay_out_spaced (self, trial, top, 0) - top;

      spare = CLAMP ((height - natural) / (self->rows->len - 1), 0, MAX_SPARE);
    }

  return lay_out_spaced (self, layout, top, spare);
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
  self->rows =
    g_ptr_array_new_with_free_func ((GDestroyNotify) (void (*) (void)) mdg_chart_row_free);
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
  MdgChartRow *row = add_empty_row (self);

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
  MdgChartBar bar = {
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
  MdgChartMarkAt mark = { .value = value, .kind = kind, .ink = ink, .point = point };

  g_array_append_val (get_last_row (self)->marks, mark);
}
