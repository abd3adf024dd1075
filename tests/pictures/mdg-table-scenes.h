/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What the page of tables shows while somebody selects, chooses and saves. */

const char *mdg_table_scenes_show (GtkWidget *page, guint index, GtkWindow **window);

G_END_DECLS
