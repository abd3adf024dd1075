/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "core/mdg-area-table.h"

G_BEGIN_DECLS

/* Columns of a GtkColumnView over MdgAreaTableRow, as many as the table has. */
void mdg_area_table_columns_show (GtkColumnView *view, MdgAreaTable *table);
void mdg_area_table_columns_show_stacked (GtkColumnView *view);
gboolean mdg_area_table_columns_read_order (GtkColumnView *view,
                                            MdgAreaColumn *column,
                                            gboolean *descending);

G_END_DECLS
