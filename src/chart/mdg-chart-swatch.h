/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "draw/mdg-chart-style.h"

G_BEGIN_DECLS

/**
 * MdgChartSwatch:
 *
 * A child of a chart that is never drawn: its CSS colour is one of the inks the chart draws with.
 * When its style changes, its parent is drawn again. CSS name "swatch", with the
 * ink as style class.
 */
#define MDG_TYPE_CHART_SWATCH (mdg_chart_swatch_get_type ())
G_DECLARE_FINAL_TYPE (MdgChartSwatch, mdg_chart_swatch, MDG, CHART_SWATCH, GtkWidget)

GtkWidget *mdg_chart_swatch_new (MdgChartInk ink);
MdgColor mdg_chart_swatch_get_color (MdgChartSwatch *self);

G_END_DECLS
