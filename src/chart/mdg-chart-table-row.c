/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "chart/mdg-chart-table-row.h"

struct _MdgChartTableRow
{
  GObject parent_instance;

  MdgChartTable *table;
  guint row;
};

G_DEFINE_FINAL_TYPE (MdgChartTableRow, mdg_chart_table_row, G_TYPE_OBJECT)

static void
mdg_chart_table_row_finalize (GObject *object)
{
  MdgChartTableRow *self = MDG_CHART_TABLE_ROW (object);

  mdg_chart_table_unref (self->table);

  G_OBJECT_CLASS (mdg_chart_table_row_parent_class)->finalize (object);
}

static void
mdg_chart_table_row_class_init (MdgChartTableRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mdg_chart_table_row_finalize;
}

static void
mdg_chart_table_row_init (MdgChartTableRow *self)
{
}

/**
 * mdg_chart_table_row_new:
 * @table: a table
 * @row: which row, from 0
 *
 * Returns: (transfer full): an item for that row
 */
MdgChartTableRow *
mdg_chart_table_row_new (MdgChartTable *table, guint row)
{
  MdgChartTableRow *self = g_object_new (MDG_TYPE_CHART_TABLE_ROW, NULL);

  self->table = mdg_chart_table_ref (table);
  self->row = row;

  return self;
}

/**
 * mdg_chart_table_row_get_cell:
 * @self: a row
 * @column: which column, from 0
 *
 * Returns: (transfer none): the text of the cell
 */
const char *
mdg_chart_table_row_get_cell (MdgChartTableRow *self, guint column)
{
  g_return_val_if_fail (MDG_IS_CHART_TABLE_ROW (self), NULL);

  return mdg_chart_table_get_cell (self->table, self->row, column);
}
