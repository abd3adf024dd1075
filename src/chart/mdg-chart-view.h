/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "draw/mdg-chart-scene.h"

G_BEGIN_DECLS

/**
 * MdgChartView:
 *
 * A chart scene as a widget. One tab stop; arrow keys, Home and End walk the points, each of which
 * is announced; the pointer shows the same words. Colours and text size follow the theme by CSS.
 * CSS name "chartview".
 *
 * Properties: "scene" (#MdgChartScene), "focus-point" (string, the id of the point the keyboard or
 * the pointer is at, or %NULL). Signal "point-activated" (string id): Enter on a point, or a click.
 */
#define MDG_TYPE_CHART_VIEW (mdg_chart_view_get_type ())
G_DECLARE_FINAL_TYPE (MdgChartView, mdg_chart_view, MDG, CHART_VIEW, GtkWidget)

GtkWidget *mdg_chart_view_new (void);
MdgChartScene *mdg_chart_view_get_scene (MdgChartView *self);
void mdg_chart_view_set_scene (MdgChartView *self, MdgChartScene *scene);
const char *mdg_chart_view_get_focus_point (MdgChartView *self);
void mdg_chart_view_set_focus_point (MdgChartView *self, const char *id);

G_END_DECLS
