/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * MdgSaveWork:
 * @data: what is needed for it
 * @cancellable: cancelled when nobody wants the file any more
 * @error: return location for an error, whose message says what to do
 *
 * Makes what is to be saved. Called in a thread of its own.
 *
 * Returns: (transfer full): the content of the file, or %NULL with @error set
 */
typedef GBytes *(*MdgSaveWork) (gpointer data, GCancellable *cancellable, GError **error);

/* Asks where to save, then saves. */
char *mdg_save_file_create_name (const char *suggested_name);
void mdg_save_file (GtkWidget *parent,
                    const char *suggested_name,
                    MdgSaveWork work,
                    gpointer data,
                    GDestroyNotify data_free);
void mdg_save_file_text (GtkWidget *parent, const char *suggested_name, char *text);

/* Saves without asking. */
void mdg_save_file_to (GtkWidget *parent,
                       GFile *file,
                       MdgSaveWork work,
                       gpointer data,
                       GDestroyNotify data_free);
void mdg_save_file_text_to (GtkWidget *parent, GFile *file, char *text);

G_END_DECLS
