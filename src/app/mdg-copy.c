/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/mdg-copy.h"

#include "desk/mdg-desk-util.h"

#define COPYING_KEY "mdg-copying"

typedef struct
{
  const char *mime_type;
  char *message;
  MdgSaveWork work;
  gpointer data;
  GDestroyNotify data_free;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_free (job->message);
  if (job->data_free != NULL)
    job->data_free (job->data);
  g_free (job);
}

static void
work_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
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
made_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GtkWidget *parent = GTK_WIDGET (source);
  const Job *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_task_propagate_pointer (G_TASK (result), &error);
  g_autoptr (GdkContentProvider) content = NULL;

  /* Something else was copied since. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (bytes == NULL)
    {
      mdg_desk_tell (parent, error->message);
      return;
    }

  /* What may be 40 MB is handed over as it is, and neither copied nor decoded here. */
  content = gdk_content_provider_new_for_bytes (job->mime_type, bytes);
  gdk_clipboard_set_content (gtk_widget_get_clipboard (parent), content);
  mdg_desk_tell (parent, job->message);
}

/**
 * mdg_copy:
 * @parent: the widget on whose behalf
 * @mime_type: what @work makes; a static string
 * @message: what is said when it is done
 * @work: makes the content, in a thread
 * @data: (transfer full): what @work gets
 * @data_free: (nullable): frees @data
 *
 * Puts something into the clipboard, and says so, or what went wrong, in a toast above @parent. What
 * is copied later wins, though it may be ready sooner.
 */
void
mdg_copy (GtkWidget *parent,
          const char *mime_type,
          const char *message,
          MdgSaveWork work,
          gpointer data,
          GDestroyNotify data_free)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GTask) task = NULL;
  GdkClipboard *clipboard;
  GCancellable *before;
  Job *job;

  g_return_if_fail (GTK_IS_WIDGET (parent));

  clipboard = gtk_widget_get_clipboard (parent);
  before = g_object_get_data (G_OBJECT (clipboard), COPYING_KEY);
  if (before != NULL)
    g_cancellable_cancel (before);
  g_object_set_data_full (G_OBJECT (clipboard), COPYING_KEY, g_object_ref (cancellable),
                          g_object_unref);

  job = g_new (Job, 1);
  *job = (Job) { mime_type, g_strdup (message), work, data, data_free };
  task = g_task_new (parent, cancellable, made_cb, NULL);
  g_task_set_static_name (task, "copy");
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, work_thread);
}
