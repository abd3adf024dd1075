/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/mdg-table-copy.h"

#include <glib/gi18n.h>

#include "core/mdg-format.h"
#include "desk/mdg-desk-util.h"

#define COPYING_KEY "mdg-copying"
#define MIME_TYPE "text/plain;charset=utf-8"

static void
write_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  GBytes *text = mdg_export_table_to_tsv (data, cancellable, &error);

  if (text == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, text, (GDestroyNotify) g_bytes_unref);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GtkWidget *parent = GTK_WIDGET (source);
  MdgExportTable *table = g_task_get_task_data (G_TASK (result));
  guint n = mdg_export_table_get_n_rows (table);
  g_autoptr (GBytes) text = g_task_propagate_pointer (G_TASK (result), NULL);
  g_autoptr (GdkContentProvider) content = NULL;
  g_autofree char *count = mdg_format_count (n);
  g_autofree char *message = NULL;

  /* Something else was copied since. */
  if (text == NULL)
    return;

  /* A text of 40 MB is handed over as it is; gdk_clipboard_set_text() would copy it here. */
  content = gdk_content_provider_new_for_bytes (MIME_TYPE, text);
  gdk_clipboard_set_content (gtk_widget_get_clipboard (parent), content);
  message = g_strdup_printf (g_dngettext (NULL, "%s row copied", "%s rows copied", n), count);
  mdg_desk_tell (parent, message);
}

/**
 * mdg_table_copy:
 * @parent: the widget on whose behalf
 * @table: what to copy
 *
 * Puts the columns and rows of @table on the clipboard, with tabs between the cells. They are written
 * in a thread; a toast tells when they are there. What is copied later wins, however long either
 * takes.
 */
void
mdg_table_copy (GtkWidget *parent, MdgExportTable *table)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (parent);
  GCancellable *before = g_object_get_data (G_OBJECT (clipboard), COPYING_KEY);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GTask) task = g_task_new (parent, cancellable, written_cb, NULL);

  g_return_if_fail (GTK_IS_WIDGET (parent));

  if (before != NULL)
    g_cancellable_cancel (before);
  g_object_set_data_full (G_OBJECT (clipboard), COPYING_KEY, g_steal_pointer (&cancellable),
                          g_object_unref);

  g_task_set_static_name (task, "copy table");
  g_task_set_task_data (task, mdg_export_table_ref (table),
                        (GDestroyNotify) mdg_export_table_unref);
  g_task_run_in_thread (task, write_thread);
}
