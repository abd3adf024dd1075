/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/mdg-chart-rows.h"

G_BEGIN_DECLS

/**
 * MdgChartBar:
 *
 * A bar of a row, from a value to another.
 */
typedef struct
{
  double from;
  double to;
  MdgChartInk ink;
  MdgChartFill fill;
  char *label;
  guint point;
} MdgChartBar;

/**
 * MdgChartMarkAt:
 *
 * A mark of a row, at a value.
 */
typedef struct
{
  double value;
  MdgChartRowMark kind;
  MdgChartInk ink;
  guint point;
} MdgChartMarkAt;

/**
 * MdgChartRow:
 * @heading: (nullable): if set the row is a heading, and nothing else of it counts
 * @label: its name
 * @value: (nullable): its value as text
 * @caption: (nullable): what stands beneath the bar
 * @is_strong: whether it is emphasised
 * @bars: (element-type MdgChartBar): bars
 * @marks: (element-type MdgChartMarkAt): marks
 *
 * A row of a #MdgChartRows.
 */
typedef struct
{
  char *heading;
  char *label;
  char *value;
  char *caption;
  gboolean is_strong;
  GArray *bars;
  GArray *marks;
} MdgChartRow;

/**
 * MdgChartRowFrame:
 *
 * What all rows of a chart share while they are laid out.
 */
typedef struct
{
  MdgChartLayout *layout;
  double maximum;
  gboolean has_track;
  gboolean is_stacked;
  gboolean has_strong_values;
  /* How much larger marks and strokes are than at the usual text size. */
  double unit;
  double width;
  double label_width;
  double value_width;
  double bar_left;
  double bar_width;
  double bar_height;
} MdgChartRowFrame;

MdgChartRow *mdg_chart_row_new (void);
void mdg_chart_row_free (MdgChartRow *self);
double mdg_chart_row_lay_out (const MdgChartRow *self,
                              const MdgChartRowFrame *frame,
                              double top,
                              double reference);
void mdg_chart_row_frame_init (MdgChartRowFrame *self,
                               MdgChartLayout *layout,
                               GPtrArray *rows,
                               double maximum,
                               MdgChartRowsFlags flags);
double mdg_chart_row_frame_get_x (const MdgChartRowFrame *self, double value);

G_END_DECLS
