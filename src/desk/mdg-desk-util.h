/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "guide/mdg-guide-ending.h"

G_BEGIN_DECLS

void mdg_desk_load_css (GdkDisplay *display);
void mdg_desk_add_toast (GtkWidget *widget, AdwToast *toast);
void mdg_desk_tell (GtkWidget *widget, const char *text);
void mdg_desk_set_id (gpointer object, gint64 id);
gint64 mdg_desk_get_id (gpointer object);
void mdg_desk_set_entry (AdwEntryRow *row, const char *text);
void mdg_desk_remove_children (GtkWidget *widget);
int mdg_desk_find_focused (GPtrArray *widgets);
void mdg_desk_focus_near (GPtrArray *widgets, int index);
char *mdg_desk_format_validity (const MdgGuideBasis *basis);
char *mdg_desk_format_ending (const MdgGuideEnding *ending);

G_END_DECLS
