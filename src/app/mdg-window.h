/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/mdg-application.h"
#include "app/mdg-state.h"

G_BEGIN_DECLS

/**
 * MdgWindow:
 *
 * The window: pages in the sidebar, one page beside it. Actions: "win.show-page" (s: page id),
 * "win.show-prefecture" (s: area code), "win.search", "win.back", "win.import", "win.paste".
 */
#define MDG_TYPE_WINDOW (mdg_window_get_type ())
G_DECLARE_FINAL_TYPE (MdgWindow, mdg_window, MDG, WINDOW, AdwApplicationWindow)

MdgWindow *mdg_window_new (MdgApplication *application, MdgState *state);
const char *mdg_window_get_page_id (MdgWindow *self);
GtkWidget *mdg_window_get_page (MdgWindow *self);
void mdg_window_show_page (MdgWindow *self, const char *id);
void mdg_window_set_notice (MdgWindow *self, const char *notice);
void mdg_window_import (MdgWindow *self, GPtrArray *files);

G_END_DECLS
