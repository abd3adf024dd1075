/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The charts of the overview, one window height after the other. */

const char *mdg_overview_scenes_show (GtkWidget *page, guint index, GtkWindow **window);

G_END_DECLS
