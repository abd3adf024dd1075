/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/mdg-import-flow.h"

#include <glib/gi18n.h>

#include "app/mdg-import-dialog.h"
#include "core/mdg-format.h"
#include "import/mdg-import.h"

/* One file on its way. */
typedef struct
{
  GtkWindow *window;
  MdgApplication *application;
  char *file_name;
  MdgImportReport *report;
  char *digest;
} Flow;

static void
flow_free (Flow *self)
{
  g_clear_object (&self->window);
  g_clear_object (&self->application);
  g_clear_pointer (&self->file_name, g_free);
  g_clear_pointer (&self->report, mdg_import_report_free);
  g_clear_pointer (&self->digest, g_free);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Flow, flow_free)

/* What takes one import back. */
typedef struct
{
  GtkWindow *window;
  MdgStore *store;
  MdgFigureModel *model;
  MdgScope scope_before;
  char *digest;
} Undo;

static void
undo_free (Undo *self)
{
  g_clear_object (&self->window);
  g_clear_object (&self->store);
  g_clear_object (&self->model);
  g_clear_pointer (&self->digest, g_free);
  g_free (self);
}

static void
undo_closure_free (gpointer data, GClosure *closure)
{
  undo_free (data);
}

static void
add_toast (GtkWindow *window, AdwToast *toast)
{
  GtkWidget *overlay = adw_application_window_get_content (ADW_APPLICATION_WINDOW (window));

  while (overlay != NULL && !ADW_IS_TOAST_OVERLAY (overlay))
    overlay = gtk_widget_get_first_child (overlay);

  g_return_if_fail (overlay != NULL);
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

static gpointer
remove_edition (MdgDatabase *database, gpointer data, GError **error)
{
  return GINT_TO_POINTER (mdg_database_remove_edition (database, data, error));
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
  mdg_store_run_async (undo->store, remove_edition, g_strdup (undo->digest), g_free, NULL, NULL,
                       removed_cb, g_object_ref (undo->window));
  mdg_figure_model_set_scope (undo->model, &undo->scope_before);
}

/* What was stored, in one line. */
static char *
summarize (const MdgImportReport *report)
{
  guint n_stored = mdg_import_report_get_n_stored (report);
  guint n_verified = 0;
  g_autofree char *month = mdg_format_month (report->month);

  for (guint i = 0; i < report->entries->len; i++)
    n_verified += ((MdgReportEntry *) g_ptr_array_index (report->entries, i))->n_verified;

  /* Translators: month, number of figures, and how many of them a law proves. */
  return g_strdup_printf (_ ("%s: %u figures stored, %u of them verified"), month, n_stored,
                          n_verified);
}

/* Looks at the month that was just imported, if it is newer than what is looked at. */
static void
follow_import (MdgFigureModel *model, MdgMonth month)
{
  MdgScope wish = *mdg_figure_model_get_scope (model);

  if (month == MDG_MONTH_NONE || month <= wish.month)
    return;

  wish.month = month;
  mdg_figure_model_set_scope (model, &wish);
}

static void
tell_stored (Flow *flow)
{
  MdgFigureModel *model = mdg_application_get_model (flow->application);
  g_autofree char *summary = summarize (flow->report);
  AdwToast *toast = adw_toast_new (summary);
  Undo *undo = g_new0 (Undo, 1);

  undo->window = g_object_ref (flow->window);
  undo->store = g_object_ref (mdg_application_get_store (flow->application));
  undo->model = g_object_ref (model);
  undo->scope_before = *mdg_figure_model_get_scope (model);
  undo->digest = g_strdup (flow->digest);

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_timeout (toast, 15);
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  adw_toast_set_button_label (toast, _ ("_Undo"));
  g_signal_connect_data (toast, "button-clicked", G_CALLBACK (undo_cb), undo, undo_closure_free,
                         G_CONNECT_DEFAULT);

  follow_import (model, flow->report->month);
  add_toast (flow->window, toast);

  if (mdg_import_report_count (flow->report, MDG_ENTRY_REFUSED) > 0)
    adw_dialog_present (mdg_import_dialog_new (_ ("Imported in Part"), summary, flow->report),
                        GTK_WIDGET (flow->window));
}

static gpointer
store_batch (MdgDatabase *database, gpointer data, GError **error)
{
  MdgStoreResult result;

  if (!mdg_database_store_batch (database, data, &result, error))
    return NULL;

  /* A pointer that is not NULL stands for success. */
  return GINT_TO_POINTER (1 + (int) result);
}

static void
stored_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Flow) flow = data;
  g_autoptr (GError) error = NULL;
  gpointer outcome = mdg_store_run_finish (MDG_STORE (source), result, &error);

  if (error != NULL)
    {
      show_error (flow->window, _ ("Nothing Was Stored"), error->message);
      return;
    }

  if (GPOINTER_TO_INT (outcome) - 1 == MDG_ALREADY_STORED)
    {
      add_toast (flow->window,
                 adw_toast_new (_ ("This file was imported before. Nothing has changed.")));
      return;
    }

  tell_stored (flow);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Flow) flow = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MdgImportResult) imported = mdg_import_file_finish (result, &error);
  MdgEdition *edition;

  if (imported == NULL)
    {
      g_autofree char *text = g_strdup_printf ("%s\n\n%s", flow->file_name, error->message);

      show_error (flow->window, _ ("Nothing Was Imported"), text);
      return;
    }

  flow->report = g_steal_pointer (&imported->report);
  if (mdg_import_report_get_n_stored (flow->report) == 0)
    {
      adw_dialog_present (
        mdg_import_dialog_new (_ ("Nothing Was Imported"), flow->file_name, flow->report),
        GTK_WIDGET (flow->window));
      return;
    }

  edition = g_ptr_array_index (imported->batch->editions, 0);
  flow->digest = g_strdup (edition->digest);
  mdg_store_run_async (mdg_application_get_store (flow->application), store_batch,
                       g_steal_pointer (&imported->batch), (GDestroyNotify) mdg_batch_free, NULL,
                       NULL, stored_cb, flow);
  g_steal_pointer (&flow);
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Flow) flow = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, &error);

  if (file != NULL)
    mdg_import_flow_start (flow->window, flow->application, file);
  else if (!g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    show_error (flow->window, _ ("No File Could Be Chosen"), error->message);
}

static Flow *
flow_new (GtkWindow *window, MdgApplication *application)
{
  Flow *flow = g_new0 (Flow, 1);

  flow->window = g_object_ref (window);
  flow->application = g_object_ref (application);

  return flow;
}

/**
 * mdg_import_flow_choose:
 * @window: the window
 * @application: the application
 *
 * Lets the user choose a file, and imports it.
 */
void
mdg_import_flow_choose (GtkWindow *window, MdgApplication *application)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all_filter = gtk_file_filter_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);

  g_return_if_fail (GTK_IS_WINDOW (window));
  g_return_if_fail (MDG_IS_APPLICATION (application));

  gtk_file_filter_set_name (filter, _ ("Decks as text"));
  gtk_file_filter_add_mime_type (filter, "text/plain");
  gtk_file_filter_set_name (all_filter, _ ("All files"));
  gtk_file_filter_add_pattern (all_filter, "*");
  g_list_store_append (filters, filter);
  g_list_store_append (filters, all_filter);

  gtk_file_dialog_set_title (dialog, _ ("Import File"));
  gtk_file_dialog_set_accept_label (dialog, _ ("_Import"));
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_open (dialog, window, NULL, chosen_cb, flow_new (window, application));
}

/**
 * mdg_import_flow_start:
 * @window: the window
 * @application: the application
 * @file: the file
 *
 * Imports @file and tells the user what came of it.
 */
void
mdg_import_flow_start (GtkWindow *window, MdgApplication *application, GFile *file)
{
  MdgFigureModel *model;
  Flow *flow;

  g_return_if_fail (GTK_IS_WINDOW (window));
  g_return_if_fail (MDG_IS_APPLICATION (application));
  g_return_if_fail (G_IS_FILE (file));

  model = mdg_application_get_model (application);
  flow = flow_new (window, application);
  flow->file_name = g_file_get_basename (file);
  mdg_import_file_async (file,
                         &(MdgImportOptions) { .known = mdg_figure_model_get_figures (model) },
                         NULL, read_cb, flow);
}
