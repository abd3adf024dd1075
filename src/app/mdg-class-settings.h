/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "core/mdg-class-options.h"

G_BEGIN_DECLS

/* The keys that say how the map divides values: each change of one is a change of the options. */
#define MDG_CLASS_SETTINGS_N_KEYS 4
extern const char *const mdg_class_settings_keys[MDG_CLASS_SETTINGS_N_KEYS];

void mdg_class_settings_load (GSettings *settings, MdgClassOptions *options);
void mdg_class_settings_set_breaks (GSettings *settings,
                                    MdgUnit unit,
                                    const MdgClassBreaks *breaks);
GtkStringList *mdg_class_settings_list_methods (void);
void mdg_class_settings_reset (GSettings *settings);
void mdg_class_settings_connect (GSettings *settings, GCallback callback, gpointer object);

G_END_DECLS
