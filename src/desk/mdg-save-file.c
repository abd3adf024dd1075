/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/mdg-save-file.h"

#include <glib/gi18n.h>
#include <string.h>

#include "desk/mdg-desk-util.h"
#include "export/mdg-export-file.h"

/* Excel takes a CSV file for UTF-8 only by this. */
#define BOM "\xEF\xBB\xBF"
#define FILE_KEY "mdg-file"

/* What is done sooner needs no word about it before. */
#define PATIENCE_MSEC 500

/* File systems take names of 255 bytes, some less. */
#define LONGEST_STEM 180
#define LONGEST_ENDING 8

typedef struct
{
  GWeakRef parent;
  GFile *file; /* (nullable): until it is chosen */
  MdgSaveWork work;
  gpointer data;
  GDestroyNotify data_free;
  GCancellable *cancellable;
  AdwToast *toast;  /* (nullable): while it is told that it takes long */
  guint timeout_id; /* until then */
} Job;

/* Where the last file was saved in this session. */
static GFile *last_folder;

static Job *
job_new (GtkWidget *parent, MdgSaveWork work, gpointer data, GDestroyNotify data_free)
{
  Job *job = g_new0 (Job, 1);

  g_weak_ref_init (&job->parent, parent);
  job->work = work;
  job->data = data;
  job->data_free = data_free;
  job->cancellable = g_cancellable_new ();

  return job;
}

static void
job_free (Job *job)
{
  g_weak_ref_clear (&job->parent);
  g_clear_object (&job->file);
  g_clear_object (&job->cancellable);
  if (job->data_free != NULL)
    job->data_free (job->data);
  g_free (job);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Job, job_free)

static void
show_in_folder_cb (AdwToast *toast, gpointer data)
{
  GFile *file = g_object_get_data (G_OBJECT (toast), FILE_KEY);
  g_autoptr (GtkFileLauncher) launcher = gtk_file_launcher_new (file);

  gtk_file_launcher_open_containing_folder (launcher, NULL, NULL, NULL, NULL);
}

static void
tell_saved (GtkWidget *parent, GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *title = g_strdup_printf (_ ("Saved as %s"), name);
  AdwToast *toast = adw_toast_new (title);

  adw_toast_set_use_markup (toast, FALSE);
  if (g_file_is_native (file))
    {
      adw_toast_set_button_label (toast, _ ("Show in _Folder"));
      g_object_set_data_full (G_OBJECT (toast), FILE_KEY, g_object_ref (file), g_object_unref);
      g_signal_connect (toast, "button-clicked", G_CALLBACK (show_in_folder_cb), NULL);
    }
  mdg_desk_add_toast (parent, toast);
}

static void
tell_failed (GtkWidget *parent, const GError *error)
{
  AdwDialog *dialog = adw_alert_dialog_new (_ ("The File Was Not Saved"), error->message);

  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _ ("_Close"));
  adw_dialog_present (dialog, parent);
}

/* Why a file cannot be written is said by the system, which does not say what to do. */
static void
add_advice (GError **error)
{
  g_autofree char *reason = g_steal_pointer (&(*error)->message);

  (*error)->message = g_strdup_printf (
    _ ("%s\n\nSave it to another folder, or free some space and try again."), reason);
}

/* Once it has begun, it is ended: what is replaced stays as it is, or is whole. */
static gboolean
write_file (GFile *file, GBytes *bytes, GError **error)
{
  gsize size;
  const char *content = g_bytes_get_data (bytes, &size);
  gboolean is_written;

  if (g_file_peek_path (file) != NULL)
    is_written = mdg_export_write_file (g_file_peek_path (file), content, size, error);
  else
    is_written = g_file_replace_contents (file, content, size, NULL, FALSE,
                                          G_FILE_CREATE_REPLACE_DESTINATION, NULL, NULL, error);
  if (!is_written)
    add_advice (error);

  return is_written;
}

static void
save_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Job *job = task_data;
  GError *error = NULL;
  g_autoptr (GBytes) bytes = job->work (job->data, cancellable, &error);

  if (bytes == NULL || g_cancellable_set_error_if_cancelled (cancellable, &error) ||
      !write_file (job->file, bytes, &error))
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

static gboolean
tell_slow_cb (gpointer data)
{
  Job *job = data;
  g_autoptr (GtkWidget) parent = g_weak_ref_get (&job->parent);

  job->timeout_id = 0;
  if (parent == NULL)
    return G_SOURCE_REMOVE;

  job->toast = g_object_ref_sink (adw_toast_new (_ ("Saving…")));
  adw_toast_set_timeout (job->toast, 0);
  adw_toast_set_button_label (job->toast, _ ("_Cancel"));
  g_signal_connect_object (job->toast, "button-clicked", G_CALLBACK (g_cancellable_cancel),
                           job->cancellable, G_CONNECT_SWAPPED);
  mdg_desk_add_toast (parent, g_object_ref (job->toast));

  return G_SOURCE_REMOVE;
}

static void
stop_telling (Job *job)
{
  g_clear_handle_id (&job->timeout_id, g_source_remove);
  if (job->toast != NULL)
    adw_toast_dismiss (job->toast);
  g_clear_object (&job->toast);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Job *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GtkWidget) parent = g_weak_ref_get (&job->parent);
  g_autoptr (GError) error = NULL;
  gboolean is_saved = g_task_propagate_boolean (G_TASK (result), &error);

  stop_telling (job);
  if (parent == NULL)
    return;
  if (is_saved)
    tell_saved (parent, job->file);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    tell_failed (parent, error);
}

static void
start (Job *job)
{
  g_autoptr (GTask) task = g_task_new (NULL, job->cancellable, saved_cb, NULL);
  g_autoptr (GFile) folder = g_file_get_parent (job->file);

  g_set_object (&last_folder, folder);
  job->timeout_id = g_timeout_add (PATIENCE_MSEC, tell_slow_cb, job);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  /* Who cancels too late is told that it is saved. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_run_in_thread (task, save_thread);
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Job) job = data;
  g_autoptr (GtkWidget) parent = g_weak_ref_get (&job->parent);
  g_autoptr (GError) error = NULL;

  job->file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);
  if (job->file != NULL)
    start (g_steal_pointer (&job));
  else if (parent != NULL &&
           !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED) &&
           !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_CANCELLED))
    {
      add_advice (&error);
      tell_failed (parent, error);
    }
}

/**
 * mdg_save_file_create_name:
 * @suggested_name: what a file is about, with its ending; people may have written parts of it
 *
 * Makes a file's name of it that every file system takes: without signs that have a meaning to one
 * of them, and cut short before the ending if it is too long.
 *
 * Returns: (transfer full): the name
 */
char *
mdg_save_file_create_name (const char *suggested_name)
{
  const char *ending = strrchr (suggested_name, '.');
  g_autofree char *stem = NULL;
  gsize room;

  ending = ending != NULL && strlen (ending) <= LONGEST_ENDING ? ending : "";
  stem = g_strndup (suggested_name, strlen (suggested_name) - strlen (ending));
  g_strdelimit (stem, "/\\:*?\"<>|\r\n\t", '-');
  for (room = MIN (strlen (stem), LONGEST_STEM); room > 0 && (stem[room] & 0xc0) == 0x80; room--)
    ;
  stem[room] = '\0';

  return g_strconcat (*stem != '\0' ? stem : "madoguchi", ending, NULL);
}

/**
 * mdg_save_file:
 * @parent: the widget on whose behalf
 * @suggested_name: a file name with its ending
 * @work: makes the content, in a thread
 * @data: (transfer full): what @work gets
 * @data_free: (nullable): frees @data
 *
 * Asks where to save, and saves there, whole or not at all. Whether it was saved is told in a toast
 * above @parent, which can show the file in its folder; what went wrong, in a dialog. While it takes
 * long, a toast offers to cancel it, which leaves everything as it was.
 */
void
mdg_save_file (GtkWidget *parent,
               const char *suggested_name,
               MdgSaveWork work,
               gpointer data,
               GDestroyNotify data_free)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autofree char *name = mdg_save_file_create_name (suggested_name);
  GtkRoot *root;

  g_return_if_fail (GTK_IS_WIDGET (parent));

  root = gtk_widget_get_root (parent);
  gtk_file_dialog_set_title (dialog, _ ("Save"));
  gtk_file_dialog_set_initial_name (dialog, name);
  if (last_folder != NULL)
    gtk_file_dialog_set_initial_folder (dialog, last_folder);
  gtk_file_dialog_save (dialog, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, NULL, chosen_cb,
                        job_new (parent, work, data, data_free));
}

/**
 * mdg_save_file_to:
 * @parent: the widget on whose behalf
 * @file: where to save
 * @work: makes the content, in a thread
 * @data: (transfer full): what @work gets
 * @data_free: (nullable): frees @data
 *
 * Saves as mdg_save_file() does, without asking where.
 */
void
mdg_save_file_to (GtkWidget *parent,
                  GFile *file,
                  MdgSaveWork work,
                  gpointer data,
                  GDestroyNotify data_free)
{
  Job *job;

  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (G_IS_FILE (file));

  job = job_new (parent, work, data, data_free);
  job->file = g_object_ref (file);
  start (job);
}

static GBytes *
text_work (gpointer data, GCancellable *cancellable, GError **error)
{
  return g_bytes_ref (data);
}

static GBytes *
create_text_bytes (const char *suggested_name, char *text)
{
  g_autofree char *folded = g_ascii_strdown (suggested_name, -1);
  gsize length = strlen (text);
  char *marked;

  if (!g_str_has_suffix (folded, ".csv"))
    return g_bytes_new_take (text, length);

  marked = g_strconcat (BOM, text, NULL);
  g_free (text);

  return g_bytes_new_take (marked, length + strlen (BOM));
}

/**
 * mdg_save_file_text:
 * @parent: the widget on whose behalf
 * @suggested_name: a file name with its ending
 * @text: (transfer full): what to save, in UTF-8
 *
 * Asks where to save a text, and saves it as mdg_save_file() does. A name that ends in .csv makes
 * it begin with a byte order mark, which a spreadsheet knows UTF-8 by.
 */
void
mdg_save_file_text (GtkWidget *parent, const char *suggested_name, char *text)
{
  mdg_save_file (parent, suggested_name, text_work, create_text_bytes (suggested_name, text),
                 (GDestroyNotify) g_bytes_unref);
}

/**
 * mdg_save_file_text_to:
 * @parent: the widget on whose behalf
 * @file: where to save
 * @text: (transfer full): what to save, in UTF-8
 *
 * Saves as mdg_save_file_text() does, without asking where.
 */
void
mdg_save_file_text_to (GtkWidget *parent, GFile *file, char *text)
{
  g_autofree char *name = g_file_get_basename (file);

  mdg_save_file_to (parent, file, text_work, create_text_bytes (name, text),
                    (GDestroyNotify) g_bytes_unref);
}
