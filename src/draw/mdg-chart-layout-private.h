/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/mdg-chart-layout.h"
#include "draw/mdg-text.h"

G_BEGIN_DECLS

/* What scenes use to fill a layout. */

MdgChartLayout *mdg_chart_layout_new (PangoContext *context,
                                      const MdgChartStyle *style,
                                      double width,
                                      guint n_points);
MdgChartLayout *mdg_chart_layout_new_alike (MdgChartLayout *other);
void mdg_chart_layout_set_height (MdgChartLayout *self, double height);
void mdg_chart_layout_add_rect (MdgChartLayout *self,
                                MdgChartInk ink,
                                MdgChartFill fill,
                                double x,
                                double y,
                                double width,
                                double height,
                                double radius);
void mdg_chart_layout_add_line (MdgChartLayout *self,
                                MdgChartInk ink,
                                double stroke,
                                double x1,
                                double y1,
                                double x2,
                                double y2);
void mdg_chart_layout_add_mark (MdgChartLayout *self,
                                MdgChartInk ink,
                                MdgChartShape shape,
                                double stroke,
                                double x,
                                double y,
                                double radius);
PangoLayout *mdg_chart_layout_make_text (MdgChartLayout *self, MdgTextRole role, const char *text);
double mdg_chart_layout_add_text (MdgChartLayout *self,
                                  MdgTextRole role,
                                  MdgChartInk ink,
                                  PangoLayout *text,
                                  double x,
                                  double y);
double mdg_chart_layout_line_height (MdgChartLayout *self, MdgTextRole role);
double mdg_chart_layout_get_unit (MdgChartLayout *self);
double mdg_chart_layout_text_width (MdgChartLayout *self, MdgTextRole role, const char *text);
void mdg_chart_layout_cut_lines (MdgChartLayout *self,
                                 double x,
                                 double y,
                                 double width,
                                 double height);
gboolean mdg_chart_layout_is_free (MdgChartLayout *self,
                                   const cairo_rectangle_t *rectangle,
                                   gboolean of_text_only);
void mdg_chart_layout_set_point (MdgChartLayout *self,
                                 guint index,
                                 const cairo_rectangle_t *mark,
                                 const cairo_rectangle_t *reach);

G_END_DECLS
