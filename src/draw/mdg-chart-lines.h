/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mdg-observation.h"
#include "draw/mdg-chart-scene-private.h"

G_BEGIN_DECLS

/**
 * MdgChartLines:
 *
 * A scene of shares in percent over months, one line per series. A month without a value breaks
 * the line. What is not from the ministry's own publications has a hollow mark, what is computed a
 * diamond.
 */
#define MDG_TYPE_CHART_LINES (mdg_chart_lines_get_type ())
G_DECLARE_FINAL_TYPE (MdgChartLines, mdg_chart_lines, MDG, CHART_LINES, MdgChartScene)

MdgChartLines *mdg_chart_lines_new (void);
guint mdg_chart_lines_add_series (MdgChartLines *self, const char *name, gboolean is_context);
void mdg_chart_lines_add_value (MdgChartLines *self,
                                guint series,
                                const MdgObservation *observation,
                                guint point);
void mdg_chart_lines_set_ink (MdgChartLines *self, guint series, MdgChartInk ink);
void mdg_chart_lines_add_event (MdgChartLines *self, MdgDay day, guint point);
void mdg_chart_lines_name_at_ends (MdgChartLines *self);

G_END_DECLS
