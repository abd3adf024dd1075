/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "core/mdg-store.h"

G_BEGIN_DECLS

/* What the page of the desk shows while somebody uses it. */

void mdg_desk_scenes_fill (MdgStore *store);
const char *mdg_desk_scenes_show (GtkWidget *page, guint index, GtkWindow **window);

G_END_DECLS
