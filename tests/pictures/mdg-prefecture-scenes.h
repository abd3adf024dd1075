/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

const char *mdg_prefecture_scenes_show (GtkWidget *page, guint index, GtkWindow **window);

G_END_DECLS
