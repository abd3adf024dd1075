/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * MdgChartColumn:
 * @MDG_CHART_COLUMN_TEXT: words
 * @MDG_CHART_COLUMN_NUMBER: numbers, to be aligned at the end
 * @MDG_CHART_COLUMN_SOURCE: publications that figures are from
 *
 * What the cells of a column are.
 */
typedef enum
{
  MDG_CHART_COLUMN_TEXT,
  MDG_CHART_COLUMN_NUMBER,
  MDG_CHART_COLUMN_SOURCE,
} MdgChartColumn;

/**
 * MdgChartTable:
 *
 * Exactly the data of a chart as rows of text, for people who would rather read than look, for
 * the clipboard and for files. Immutable once it belongs to a scene.
 */
typedef struct _MdgChartTable MdgChartTable;

#define MDG_TYPE_CHART_TABLE (mdg_chart_table_get_type ())
GType mdg_chart_table_get_type (void);
MdgChartTable *mdg_chart_table_new (void);
MdgChartTable *mdg_chart_table_ref (MdgChartTable *self);
void mdg_chart_table_unref (MdgChartTable *self);
void mdg_chart_table_add_column (MdgChartTable *self, const char *title, MdgChartColumn kind);
/* Strings for the first columns, then NULL. */
void mdg_chart_table_add_row (MdgChartTable *self, ...) G_GNUC_NULL_TERMINATED;
guint mdg_chart_table_get_n_columns (MdgChartTable *self);
guint mdg_chart_table_get_n_rows (MdgChartTable *self);
const char *mdg_chart_table_get_title (MdgChartTable *self, guint column);
MdgChartColumn mdg_chart_table_get_kind (MdgChartTable *self, guint column);
const char *mdg_chart_table_get_cell (MdgChartTable *self, guint row, guint column);
char *mdg_chart_table_to_tsv (MdgChartTable *self);
char *mdg_chart_table_to_csv (MdgChartTable *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MdgChartTable, mdg_chart_table_unref)

G_END_DECLS
