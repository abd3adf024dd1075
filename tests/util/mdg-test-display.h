/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "util/mdg-test.h"

G_BEGIN_DECLS

void mdg_test_require_display (void);
GtkWidget *mdg_test_find_child (GtkWidget *widget, GType type);

G_END_DECLS
