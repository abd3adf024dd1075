/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The page of tables while somebody uses it. */
const char *mdg_table_scenes_show (GtkWidget *page, guint index, GtkWindow **window);

G_END_DECLS
