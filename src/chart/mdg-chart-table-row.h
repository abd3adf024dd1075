/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/mdg-chart-table.h"

G_BEGIN_DECLS

/**
 * MdgChartTableRow:
 *
 * One row of a #MdgChartTable as an item of a list model.
 */
#define MDG_TYPE_CHART_TABLE_ROW (mdg_chart_table_row_get_type ())
G_DECLARE_FINAL_TYPE (MdgChartTableRow, mdg_chart_table_row, MDG, CHART_TABLE_ROW, GObject)

MdgChartTableRow *mdg_chart_table_row_new (MdgChartTable *table, guint row);
const char *mdg_chart_table_row_get_cell (MdgChartTableRow *self, guint column);

G_END_DECLS
