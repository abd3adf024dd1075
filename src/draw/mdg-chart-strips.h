/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mdg-vocabulary.h"
#include "draw/mdg-chart-legend.h"
#include "draw/mdg-chart-scene-private.h"

G_BEGIN_DECLS

/**
 * MdgChartStrips:
 *
 * A scene of strips on one common scale. Each has a dot per value; dots that would touch stand on
 * each other. A strip alone takes the whole width, several are panels in as many columns as fit.
 */
#define MDG_TYPE_CHART_STRIPS (mdg_chart_strips_get_type ())
G_DECLARE_FINAL_TYPE (MdgChartStrips, mdg_chart_strips, MDG, CHART_STRIPS, MdgChartScene)

MdgChartStrips *mdg_chart_strips_new (MdgMeasure measure);
MdgChartLegend *mdg_chart_strips_get_legend (MdgChartStrips *self);
void mdg_chart_strips_set_band (MdgChartStrips *self, double from, double to);
void mdg_chart_strips_add_reference (MdgChartStrips *self,
                                     double value,
                                     MdgChartInk ink,
                                     const char *label);
void mdg_chart_strips_add_strip (MdgChartStrips *self, const char *name, const char *caption);
void mdg_chart_strips_add_dot (MdgChartStrips *self,
                               double value,
                               MdgChartInk ink,
                               gboolean is_emphasised,
                               const char *label,
                               guint point);
void mdg_chart_strips_add_sum (MdgChartStrips *self, double value, guint point);

G_END_DECLS
