/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/mdg-copy-picture.h"

#include <glib/gi18n.h>

#include "desk/mdg-desk-util.h"

typedef struct
{
  MdgSaveWork work;
  gpointer data;
  GDestroyNotify data_free;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  if (job->data_free != NULL)
    job->data_free (job->data);
  g_free (job);
}

static void
draw_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;
  GBytes *bytes = job->work (job->data, cancellable, &error);

  if (bytes == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, bytes, (GDestroyNotify) g_bytes_unref);
}

static void
drawn_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GtkWidget *parent = GTK_WIDGET (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_task_propagate_pointer (G_TASK (result), &error);
  g_autoptr (GdkTexture) texture =
    bytes != NULL ? gdk_texture_new_from_bytes (bytes, &error) : NULL;

  if (texture == NULL)
    {
      mdg_desk_tell (parent, error->message);
      return;
    }
  gdk_clipboard_set_texture (gtk_widget_get_clipboard (parent), texture);
  mdg_desk_tell (parent, _ ("Picture copied"));
}

/**
 * mdg_copy_picture:
 * @parent: the widget on whose behalf
 * @work: draws the picture as a PNG, in a thread
 * @data: (transfer full): what @work gets
 * @data_free: (nullable): frees @data
 *
 * Puts a picture into the clipboard, and says so, or what went wrong, in a toast above @parent.
 */
void
mdg_copy_picture (GtkWidget *parent, MdgSaveWork work, gpointer data, GDestroyNotify data_free)
{
  g_autoptr (GTask) task = NULL;
  Job *job;

  g_return_if_fail (GTK_IS_WIDGET (parent));

  job = g_new (Job, 1);
  *job = (Job) { work, data, data_free };
  task = g_task_new (parent, NULL, drawn_cb, NULL);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, draw_thread);
}
