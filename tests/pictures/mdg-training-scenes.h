/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "core/mdg-store.h"

G_BEGIN_DECLS

/* What the training page shows when somebody trains. */

void mdg_training_scenes_fill (MdgStore *store);
const char *mdg_training_scenes_show (GtkWidget *page, guint index);

G_END_DECLS
