/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "core/mdg-store.h"

G_BEGIN_DECLS

/* What the training page and the presenter show of sessions. */

void mdg_session_scenes_fill (MdgStore *store);
const char *mdg_session_scenes_show (GtkWidget *page, guint index, GtkWindow **window);

G_END_DECLS
