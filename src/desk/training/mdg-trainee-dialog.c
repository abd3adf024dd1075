/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/training/mdg-trainee-dialog.h"

#include <glib/gi18n.h>

#include "core/mdg-training.h"

struct _MdgTraineeDialog
{
  AdwAlertDialog parent_instance;

  GtkEditable *name_row;
};

enum
{
  NAMED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MdgTraineeDialog, mdg_trainee_dialog, ADW_TYPE_ALERT_DIALOG)

static void
name_changed_cb (MdgTraineeDialog *self)
{
  g_autofree char *name = mdg_trainee_clean_name (gtk_editable_get_text (self->name_row));

  adw_alert_dialog_set_response_enabled (ADW_ALERT_DIALOG (self), "save", name != NULL);
}

static void
mdg_trainee_dialog_response (AdwAlertDialog *dialog, const char *response)
{
  MdgTraineeDialog *self = MDG_TRAINEE_DIALOG (dialog);
  g_autofree char *name = mdg_trainee_clean_name (gtk_editable_get_text (self->name_row));

  if (g_str_equal (response, "save") && name != NULL)
    g_signal_emit (self, signals[NAMED], 0, name);
}

static void
mdg_trainee_dialog_class_init (MdgTraineeDialogClass *klass)
{
  ADW_ALERT_DIALOG_CLASS (klass)->response = mdg_trainee_dialog_response;

  /**
   * MdgTraineeDialog::named:
   * @self: the dialog
   * @name: a name in one line
   *
   * The user entered a name.
   */
  signals[NAMED] = g_signal_new ("named", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
mdg_trainee_dialog_init (MdgTraineeDialog *self)
{
  AdwAlertDialog *dialog = ADW_ALERT_DIALOG (self);
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Name or Initials"));
  adw_entry_row_set_max_length (ADW_ENTRY_ROW (row), MDG_TRAINEE_NAME_MAX);
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (row), TRUE);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  adw_alert_dialog_set_extra_child (dialog, list);
  adw_dialog_set_focus (ADW_DIALOG (self), row);
  self->name_row = GTK_EDITABLE (row);
  g_signal_connect_object (row, "changed", G_CALLBACK (name_changed_cb), self, G_CONNECT_SWAPPED);

  adw_alert_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "save", _ ("_Save"), NULL);
  adw_alert_dialog_set_response_appearance (dialog, "save", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (dialog, "save");
  adw_alert_dialog_set_close_response (dialog, "cancel");
  name_changed_cb (self);
}

/**
 * mdg_trainee_dialog_new:
 * @name: (nullable): the name as it is, or %NULL to enter somebody
 *
 * Returns: (transfer floating): a new dialog
 */
AdwDialog *
mdg_trainee_dialog_new (const char *name)
{
  MdgTraineeDialog *self = g_object_new (MDG_TYPE_TRAINEE_DIALOG, NULL);

  adw_alert_dialog_set_heading (ADW_ALERT_DIALOG (self),
                                name != NULL ? _ ("Change the Name") : _ ("Add a Name"));
  adw_alert_dialog_set_body (
    ADW_ALERT_DIALOG (self),
    _ ("A name or initials are enough. There are no accounts, and nothing leaves this computer."));
  if (name != NULL)
    gtk_editable_set_text (self->name_row, name);

  return ADW_DIALOG (self);
}

/**
 * mdg_trainee_dialog_new_for_deletion:
 * @name: a name
 *
 * Asks whether everything about somebody is to go: unlike a run, it is many things at a time, and
 * nothing of it stays to be brought back.
 *
 * Returns: (transfer floating): a dialog with the response "delete"
 */
AdwDialog *
mdg_trainee_dialog_new_for_deletion (const char *name)
{
  AdwAlertDialog *dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (NULL, NULL));

  adw_alert_dialog_format_heading (dialog, _ ("Delete “%s”?"), name);
  adw_alert_dialog_set_body (
    dialog, _ ("The name goes with all attempts, rounds and exams, and off the lists "
               "of who attended a session. This cannot be undone. Export the record "
               "first if it is still needed."));
  adw_alert_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "delete", _ ("_Delete"), NULL);
  adw_alert_dialog_set_response_appearance (dialog, "delete", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_default_response (dialog, "cancel");
  adw_alert_dialog_set_close_response (dialog, "cancel");

  return ADW_DIALOG (dialog);
}
