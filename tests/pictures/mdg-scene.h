/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "core/mdg-store.h"

G_BEGIN_DECLS

/* What the scenes of all pages need. */

GtkWidget *mdg_scene_find_named (GtkWidget *widget, const char *name);
GtkWidget *mdg_scene_find_shown (GtkWidget *widget, const char *type_name);
/* Returns whether there was more to show. */
gboolean mdg_scene_scroll (GtkWidget *widget);
void mdg_scene_wait_for_frames (GtkWidget *widget);
void mdg_scene_activate_row (GtkWidget *page, const char *name);
void mdg_scene_fill (MdgStore *store, MdgStoreWork work);

G_END_DECLS
