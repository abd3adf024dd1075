/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "draw/mdg-chart-scene.h"

G_BEGIN_DECLS

/**
 * MdgChartTip:
 *
 * What a point says, shown beside it. It takes neither the pointer nor the keyboard, and a screen
 * reader hears the same from the chart itself.
 */
#define MDG_TYPE_CHART_TIP (mdg_chart_tip_get_type ())
G_DECLARE_FINAL_TYPE (MdgChartTip, mdg_chart_tip, MDG, CHART_TIP, GtkPopover)

GtkWidget *mdg_chart_tip_new (void);
void mdg_chart_tip_show_point (MdgChartTip *self,
                               const MdgChartPoint *point,
                               const cairo_rectangle_t *mark);

G_END_DECLS
