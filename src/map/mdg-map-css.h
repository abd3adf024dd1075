/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void mdg_map_css_load (GdkDisplay *display);

G_END_DECLS
