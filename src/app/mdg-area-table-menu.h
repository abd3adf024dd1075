/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "core/mdg-area-table.h"
#include "core/mdg-scope.h"

G_BEGIN_DECLS

/* What the table of prefectures shows, as it is kept in the settings, and the menus. */
void mdg_area_table_menu_get_options (GSettings *settings,
                                      const MdgScope *scope,
                                      MdgAreaTableOptions *options);
GSimpleActionGroup *mdg_area_table_menu_create_actions (GSettings *settings);
GtkWidget *mdg_area_table_menu_create (guint32 measures);
GMenuModel *mdg_area_table_menu_create_more (MdgAreaTable *table);
GVariant *mdg_area_table_menu_show_ministry (GSettings *settings);
void mdg_area_table_menu_restore (GSettings *settings, GVariant *before);

G_END_DECLS
