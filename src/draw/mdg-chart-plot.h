/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/mdg-axis.h"
#include "draw/mdg-chart-layout-private.h"

G_BEGIN_DECLS

#define MDG_CHART_PLOT_TICK 4.0

/**
 * MdgChartEvent:
 * @day: when it was
 * @point: the index of its point in the scene
 *
 * A day that is marked across a plot.
 */
typedef struct
{
  MdgDay day;
  guint point;
} MdgChartEvent;

/* A plot of shares over months while it is laid out: its frame, scales and their labels. */
typedef struct
{
  MdgChartLayout *layout;
  MdgAxis values;
  MdgMonthAxis months;
  double left;
  double right;
  double top;
  double bottom;
  double first_x;
  double last_x;
  double radius;
  /* How much larger marks and strokes are than at the usual text size. */
  double unit;
} MdgChartPlot;

double mdg_chart_plot_get_x (const MdgChartPlot *plot, MdgMonth month);
double mdg_chart_plot_get_y (const MdgChartPlot *plot, MdgDecimal value);
double mdg_chart_plot_measure_tick_labels (MdgChartPlot *plot);
void mdg_chart_plot_measure_month_labels (MdgChartPlot *plot,
                                          MdgMonth first,
                                          double *month_width,
                                          double *year_width);
void mdg_chart_plot_add_value_axis (MdgChartPlot *plot);
gboolean mdg_chart_layout_add_text_if_free (MdgChartLayout *layout,
                                            MdgTextRole role,
                                            MdgChartInk ink,
                                            PangoLayout *text,
                                            double x,
                                            double y,
                                            gboolean of_text_only);
double mdg_chart_plot_place_centred (MdgChartPlot *plot, PangoLayout *text, double x);
void mdg_chart_plot_add_month_axis (MdgChartPlot *plot, double month_top);
double mdg_chart_plot_measure_events (const MdgChartPlot *plot);
void mdg_chart_plot_add_events (MdgChartPlot *plot, GArray *events, double top);

G_END_DECLS
