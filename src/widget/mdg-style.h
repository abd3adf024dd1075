/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void mdg_style_load (GdkDisplay *display, const char *path);

G_END_DECLS
