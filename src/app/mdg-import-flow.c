/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/mdg-import-flow.h"

#include <glib/gi18n.h>
#include <string.h>

#include "app/mdg-guide-flow.h"
#include "app/mdg-import-dialog.h"
#include "app/mdg-import-words.h"

/* What an import happens to. What hangs on the window must not hold it. */
typedef struct
{
  GtkWindow *window; /* weak */
  MdgApplication *application;
} Flow;

static Flow *
flow_new (GtkWindow *window, MdgApplication *application)
{
  Flow *flow = g_new0 (Flow, 1);

  g_set_weak_pointer (&flow->window, window);
  flow->application = g_object_ref (application);

  return flow;
}

static void
flow_free (Flow *self)
{
  g_clear_weak_pointer (&self->window);
  g_clear_object (&self->application);
  g_free (self);
}

static void
flow_closure_free (gpointer data, GClosure *closure)
{
  flow_free (data);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Flow, flow_free)

/* What takes one import back. */
typedef struct
{
  GtkWindow *window; /* weak */
  MdgStore *store;
  MdgFigureModel *model;
  MdgScope scope_before;
  GPtrArray *digests; /* (element-type utf8) */
} Undo;

static void
undo_free (gpointer data, GClosure *closure)
{
  Undo *self = data;

  g_clear_weak_pointer (&self->window);
  g_clear_object (&self->store);
  g_clear_object (&self->model);
  g_clear_pointer (&self->digests, g_ptr_array_unref);
  g_free (self);
}

static void
add_toast (GtkWindow *window, AdwToast *toast)
{
  GtkWidget *overlay = adw_application_window_get_content (ADW_APPLICATION_WINDOW (window));

  while (overlay != NULL && !ADW_IS_TOAST_OVERLAY (overlay))
    overlay = gtk_widget_get_first_child (overlay);

  g_return_if_fail (overlay != NULL);
  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), toast);
}

static void
show_error (GtkWindow *window, const char *heading, const char *body)
{
  AdwDialog *dialog = adw_alert_dialog_new (heading, NULL);
  GtkWidget *label = gtk_label_new (body);

  /* The dialog's own body breaks lines only between words, and a path has no spaces. */
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  adw_alert_dialog_set_extra_child (ADW_ALERT_DIALOG (dialog), label);
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _ ("_Close"));
  adw_dialog_present (dialog, GTK_WIDGET (window));
}

/* What is gone already needs not be taken back. */
static gpointer
remove_editions (MdgDatabase *database, gpointer data, GError **error)
{
  GPtrArray *digests = data;

  for (guint i = 0; i < digests->len; i++)
    {
      g_autoptr (GError) own_error = NULL;

      if (mdg_database_remove_edition (database, g_ptr_array_index (digests, i), &own_error) ||
          g_error_matches (own_error, MDG_STORE_ERROR, MDG_STORE_ERROR_NOT_FOUND))
        continue;
      g_propagate_error (error, g_steal_pointer (&own_error));
      return NULL;
    }

  return GINT_TO_POINTER (TRUE);
}

static void
removed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWindow) window = data;
  g_autoptr (GError) error = NULL;

  mdg_store_run_finish (MDG_STORE (source), result, &error);
  if (error != NULL)
    show_error (window, _ ("The Import Could Not Be Undone"), error->message);
}

static void
undo_cb (AdwToast *toast, Undo *undo)
{
  mdg_store_run_async (undo->store, remove_editions, g_ptr_array_ref (undo->digests),
                       (GDestroyNotify) g_ptr_array_unref, NULL, NULL, removed_cb,
                       g_object_ref (undo->window));
  mdg_figure_model_set_scope (undo->model, &undo->scope_before);
}

/* Looks at the newest month that was just imported, if it is newer than what is looked at. */
static void
follow_import (MdgFigureModel *model, GPtrArray *stored)
{
  MdgScope wish = *mdg_figure_model_get_scope (model);
  MdgMonth month = wish.month;

  for (guint i = 0; i < stored->len; i++)
    {
      const MdgImportResult *result = mdg_import_item_get_result (g_ptr_array_index (stored, i));

      if (result->report->month != MDG_MONTH_NONE)
        month = MAX (month, result->report->month);
    }
  if (month == wish.month)
    return;

  wish.month = month;
  mdg_figure_model_set_scope (model, &wish);
}

static void
closed_cb (MdgImportDialog *dialog, Flow *flow)
{
  MdgImportJob *job = mdg_import_dialog_get_job (dialog);
  MdgFigureModel *model = mdg_application_get_model (flow->application);
  GPtrArray *stored = mdg_import_job_get_stored (job);
  g_autofree char *summary = NULL;
  AdwToast *toast;
  Undo *undo;

  if (stored->len == 0 || flow->window == NULL)
    return;

  undo = g_new0 (Undo, 1);
  g_set_weak_pointer (&undo->window, flow->window);
  undo->store = g_object_ref (mdg_application_get_store (flow->application));
  undo->model = g_object_ref (model);
  undo->scope_before = *mdg_figure_model_get_scope (model);
  undo->digests = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < stored->len; i++)
    {
      const MdgImportResult *result = mdg_import_item_get_result (g_ptr_array_index (stored, i));

      g_ptr_array_add (undo->digests, g_strdup (mdg_import_result_get_edition (result)->digest));
    }

  summary = mdg_import_words_tell_stored (job);
  toast = adw_toast_new (summary);
  adw_toast_set_timeout (toast, 15);
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  adw_toast_set_button_label (toast, _ ("_Undo"));
  g_signal_connect_data (toast, "button-clicked", G_CALLBACK (undo_cb), undo, undo_free,
                         G_CONNECT_DEFAULT);

  follow_import (model, stored);
  add_toast (flow->window, toast);
}

/* The job of a dialog that still takes files, or of a new one. */
static MdgImportJob *
find_job (GtkWindow *window, MdgApplication *application)
{
  g_autoptr (GListModel) dialogs =
    adw_application_window_get_dialogs (ADW_APPLICATION_WINDOW (window));
  g_autoptr (MdgImportJob) job = NULL;
  MdgImportDialog *dialog;

  for (guint i = 0; i < g_list_model_get_n_items (dialogs); i++)
    {
      g_autoptr (AdwDialog) open = g_list_model_get_item (dialogs, i);

      if (!MDG_IS_IMPORT_DIALOG (open))
        continue;
      job = g_object_ref (mdg_import_dialog_get_job (MDG_IMPORT_DIALOG (open)));
      if (mdg_import_job_get_state (job) == MDG_IMPORT_JOB_READING ||
          mdg_import_job_get_state (job) == MDG_IMPORT_JOB_READY)
        return g_steal_pointer (&job);
      g_clear_object (&job);
    }

  job = mdg_import_job_new (mdg_application_get_store (application),
                            mdg_application_get_model (application));
  dialog = mdg_import_dialog_new (job);
  g_signal_connect_data (dialog, "closed", G_CALLBACK (closed_cb), flow_new (window, application),
                         flow_closure_free, G_CONNECT_DEFAULT);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (window));

  return g_steal_pointer (&job);
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Flow) flow = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GListModel) chosen =
    gtk_file_dialog_open_multiple_finish (GTK_FILE_DIALOG (source), result, &error);

  if (flow->window == NULL)
    return;
  if (chosen == NULL)
    {
      if (!g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
        show_error (flow->window, _ ("No File Could Be Chosen"), error->message);
      return;
    }

  for (guint i = 0; i < g_list_model_get_n_items (chosen); i++)
    g_ptr_array_add (files, g_list_model_get_item (chosen, i));
  mdg_import_flow_start (flow->window, flow->application, files);
}

static GListModel *
create_filters (void)
{
  static const char *const endings[] = { "pdf", "txt", "csv", "tsv", "xlsx", "ods" };
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all_filter = gtk_file_filter_new ();
  GListStore *filters = g_list_store_new (GTK_TYPE_FILE_FILTER);

  gtk_file_filter_set_name (filter, _ ("Decks and tables (PDF, text, CSV, XLSX, ODS)"));
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    gtk_file_filter_add_suffix (filter, endings[i]);
  gtk_file_filter_set_name (all_filter, _ ("All files"));
  gtk_file_filter_add_pattern (all_filter, "*");
  g_list_store_append (filters, filter);
  g_list_store_append (filters, all_filter);

  return G_LIST_MODEL (filters);
}

/**
 * mdg_import_flow_choose:
 * @window: the window
 * @application: the application
 *
 * Lets the user choose files, and shows what is in them.
 */
void
mdg_import_flow_choose (GtkWindow *window, MdgApplication *application)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GListModel) filters = create_filters ();

  g_return_if_fail (GTK_IS_WINDOW (window));
  g_return_if_fail (MDG_IS_APPLICATION (application));

  gtk_file_dialog_set_title (dialog, _ ("Import Files"));
  gtk_file_dialog_set_accept_label (dialog, _ ("_Open"));
  gtk_file_dialog_set_filters (dialog, filters);
  gtk_file_dialog_open_multiple (dialog, window, NULL, chosen_cb, flow_new (window, application));
}

static void
tell_nothing_to_paste (Flow *flow)
{
  add_toast (flow->window,
             adw_toast_new (_ ("Copy a table’s text or a file first, then paste it here.")));
}

static void
text_pasted_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Flow) flow = data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
  g_autoptr (MdgImportJob) job = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (flow->window == NULL)
    return;
  if (text == NULL || *g_strchug (text) == '\0')
    {
      tell_nothing_to_paste (flow);
      return;
    }

  bytes = g_bytes_new (text, strlen (text));
  job = find_job (flow->window, flow->application);
  mdg_import_job_add_bytes (job, bytes, _ ("Pasted Text"));
}

static void
files_pasted_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Flow) flow = data;
  const GValue *value = gdk_clipboard_read_value_finish (GDK_CLIPBOARD (source), result, NULL);
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

  if (value != NULL && G_VALUE_HOLDS (value, GDK_TYPE_FILE_LIST))
    {
      g_autoptr (GSList) list = gdk_file_list_get_files (g_value_get_boxed (value));

      for (GSList *l = list; l != NULL; l = l->next)
        g_ptr_array_add (files, g_object_ref (l->data));
    }

  if (flow->window == NULL)
    return;
  if (files->len > 0)
    mdg_import_flow_start (flow->window, flow->application, files);
  else
    tell_nothing_to_paste (flow);
}

/**
 * mdg_import_flow_paste:
 * @window: the window
 * @application: the application
 *
 * Shows what is in the files or the text on the clipboard.
 */
void
mdg_import_flow_paste (GtkWindow *window, MdgApplication *application)
{
  GdkClipboard *clipboard;
  g_autoptr (GdkContentFormats) formats = NULL;
  Flow *flow;

  g_return_if_fail (GTK_IS_WINDOW (window));
  g_return_if_fail (MDG_IS_APPLICATION (application));

  clipboard = gtk_widget_get_clipboard (GTK_WIDGET (window));
  formats = gdk_content_formats_union_deserialize_gtypes (
    gdk_content_formats_ref (gdk_clipboard_get_formats (clipboard)));
  flow = flow_new (window, application);

  /* A copied file also offers its name as text. */
  if (gdk_content_formats_contain_gtype (formats, GDK_TYPE_FILE_LIST))
    {
      gdk_clipboard_read_value_async (clipboard, GDK_TYPE_FILE_LIST, G_PRIORITY_DEFAULT, NULL,
                                      files_pasted_cb, flow);
    }
  else if (gdk_content_formats_contain_gtype (formats, G_TYPE_STRING))
    {
      gdk_clipboard_read_text_async (clipboard, NULL, text_pasted_cb, flow);
    }
  else
    {
      tell_nothing_to_paste (flow);
      flow_free (flow);
    }
}

/**
 * mdg_import_flow_start:
 * @window: the window
 * @application: the application
 * @files: (element-type GFile): files and folders
 *
 * Shows what is in @files, and stores what the user wants of it. Files that come while the dialog
 * of earlier ones is open join them. Guide packs go their own way.
 */
void
mdg_import_flow_start (GtkWindow *window, MdgApplication *application, GPtrArray *files)
{
  g_autoptr (MdgImportJob) job = NULL;
  g_autoptr (GPtrArray) others = NULL;

  g_return_if_fail (GTK_IS_WINDOW (window));
  g_return_if_fail (MDG_IS_APPLICATION (application));
  g_return_if_fail (files != NULL);

  others = mdg_guide_flow_take_files (GTK_WIDGET (window),
                                      mdg_application_get_library (application), files);
  if (others->len == 0 && files->len > 0)
    return;

  job = find_job (window, application);
  mdg_import_job_add_files (job, others);
}
