/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void mdg_map_style_load (GtkWidget *widget);

G_END_DECLS
