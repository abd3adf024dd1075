/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "core/mdg-area-table.h"

G_BEGIN_DECLS

/* Columns of a GtkColumnView over MdgAreaTableRow, as many as the table has. */
void mdg_area_table_columns_show (GtkColumnView *view, MdgAreaTable *table);
void mdg_area_table_columns_read_order (GtkColumnView *view, MdgAreaTableOptions *options);
void mdg_area_table_columns_sort (GtkColumnView *view, guint column);
void mdg_area_table_columns_sort_ascending (GtkColumnView *view, guint column);

G_END_DECLS
