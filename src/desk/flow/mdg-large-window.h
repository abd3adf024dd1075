/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * MdgLargeWindow:
 *
 * A sentence for the patient in very large letters, on the whole screen. Escape and Backspace close
 * it, + and - change the size, F11 leaves the whole screen, so that it can be moved to another.
 */
#define MDG_TYPE_LARGE_WINDOW (mdg_large_window_get_type ())
G_DECLARE_FINAL_TYPE (MdgLargeWindow, mdg_large_window, MDG, LARGE_WINDOW, GtkWindow)

GtkWindow *mdg_large_window_new (GtkWindow *parent, const char *text);

G_END_DECLS
