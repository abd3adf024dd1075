/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "draw/mdg-chart-table.h"

G_BEGIN_DECLS

/**
 * MdgChartTableView:
 *
 * The data of a chart as a table, to be read instead of it.
 */
#define MDG_TYPE_CHART_TABLE_VIEW (mdg_chart_table_view_get_type ())
G_DECLARE_FINAL_TYPE (MdgChartTableView, mdg_chart_table_view, MDG, CHART_TABLE_VIEW, GtkWidget)

GtkWidget *mdg_chart_table_view_new (void);
void mdg_chart_table_view_set_table (MdgChartTableView *self, MdgChartTable *table);

G_END_DECLS
