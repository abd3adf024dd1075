/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "core/mdg-store.h"

G_BEGIN_DECLS

/* What the page of checklists shows when there are runs. */

void mdg_checklists_scenes_fill (MdgStore *store);
const char *mdg_checklists_scenes_show (GtkWidget *page, guint index);

G_END_DECLS
