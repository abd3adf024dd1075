/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What the page of the map shows while somebody chooses classes. */

const char *mdg_class_scenes_show (GtkWidget *page, guint index, GtkWindow **window);

G_END_DECLS
