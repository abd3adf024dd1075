/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "core/mdg-area-table.h"

G_BEGIN_DECLS

/**
 * MdgAreaTableMark:
 * @MDG_AREA_TABLE_MARK_WORKED_OUT: the figure is worked out from others
 * @MDG_AREA_TABLE_MARK_SECONDARY: the figure is from a press report or another page
 * @MDG_AREA_TABLE_MARK_DOUBT: something was read into the figure by inference
 *
 * What is to be known of a figure before it is used.
 */
typedef enum
{
  MDG_AREA_TABLE_MARK_WORKED_OUT = 1 << 0,
  MDG_AREA_TABLE_MARK_SECONDARY = 1 << 1,
  MDG_AREA_TABLE_MARK_DOUBT = 1 << 2,
} MdgAreaTableMark;

/**
 * MdgAreaTableRow:
 *
 * A row of a #MdgAreaTable, as a list shows it. Immutable.
 */
#define MDG_TYPE_AREA_TABLE_ROW (mdg_area_table_row_get_type ())
G_DECLARE_FINAL_TYPE (MdgAreaTableRow, mdg_area_table_row, MDG, AREA_TABLE_ROW, GObject)

MdgAreaTableRow *mdg_area_table_row_new (MdgAreaTable *table, guint index);
MdgAreaTable *mdg_area_table_row_get_table (MdgAreaTableRow *self);
guint mdg_area_table_row_get_index (MdgAreaTableRow *self);
MdgArea mdg_area_table_row_get_area (MdgAreaTableRow *self);
gboolean mdg_area_table_row_is_total (MdgAreaTableRow *self);
char *mdg_area_table_row_dup_text (MdgAreaTableRow *self, guint column);
char *mdg_area_table_row_describe (MdgAreaTableRow *self, guint column);

char *mdg_area_table_format_cell (MdgAreaColumn column, MdgAreaCell cell);
MdgAreaTableMark mdg_area_table_get_marks (MdgAreaCell cell);
char *mdg_area_table_explain_marks (MdgAreaTableMark set);

G_END_DECLS
