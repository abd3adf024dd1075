/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/checklists/mdg-text-dialog.h"

#include <glib/gi18n.h>

#include "core/mdg-own-list.h"

#define ACCEPT "accept"

struct _MdgTextDialog
{
  AdwAlertDialog parent_instance;

  GtkWidget *row;
};

enum
{
  ACCEPTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MdgTextDialog, mdg_text_dialog, ADW_TYPE_ALERT_DIALOG)

static char *
get_text (MdgTextDialog *self)
{
  return mdg_own_clean_text (gtk_editable_get_text (GTK_EDITABLE (self->row)));
}

static void
changed_cb (MdgTextDialog *self)
{
  g_autofree char *text = get_text (self);

  adw_alert_dialog_set_response_enabled (ADW_ALERT_DIALOG (self), ACCEPT, *text != '\0');
}

static void
mdg_text_dialog_response (AdwAlertDialog *dialog, const char *response)
{
  MdgTextDialog *self = MDG_TEXT_DIALOG (dialog);
  g_autofree char *text = get_text (self);

  if (g_str_equal (response, ACCEPT) && *text != '\0')
    g_signal_emit (self, signals[ACCEPTED], 0, text);
}

static void
mdg_text_dialog_class_init (MdgTextDialogClass *klass)
{
  AdwAlertDialogClass *dialog_class = ADW_ALERT_DIALOG_CLASS (klass);

  dialog_class->response = mdg_text_dialog_response;

  /**
   * MdgTextDialog::accepted:
   * @self: the dialog
   * @text: the text
   *
   * The user has written a text and goes on.
   */
  signals[ACCEPTED] = g_signal_new ("accepted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
mdg_text_dialog_init (MdgTextDialog *self)
{
  AdwAlertDialog *dialog = ADW_ALERT_DIALOG (self);
  GtkWidget *group = adw_preferences_group_new ();

  self->row = adw_entry_row_new ();
  adw_entry_row_set_max_length (ADW_ENTRY_ROW (self->row), MDG_OWN_MAX_TEXT);
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (self->row), TRUE);
  g_signal_connect_object (self->row, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->row);

  adw_alert_dialog_set_extra_child (dialog, group);
  adw_alert_dialog_add_response (dialog, "cancel", _ ("_Cancel"));
  adw_alert_dialog_set_close_response (dialog, "cancel");
}

/**
 * mdg_text_dialog_new:
 * @heading: what is asked
 * @body: what comes of it
 * @title: what the text is
 * @accept_label: the button that goes on, with its mnemonic
 * @text: what stands there to begin with
 *
 * Returns: (transfer floating): a dialog
 */
AdwDialog *
mdg_text_dialog_new (const char *heading,
                     const char *body,
                     const char *title,
                     const char *accept_label,
                     const char *text)
{
  MdgTextDialog *self = g_object_new (MDG_TYPE_TEXT_DIALOG, NULL);
  AdwAlertDialog *dialog = ADW_ALERT_DIALOG (self);

  adw_alert_dialog_set_heading (dialog, heading);
  adw_alert_dialog_set_body (dialog, body);
  adw_alert_dialog_add_response (dialog, ACCEPT, accept_label);
  adw_alert_dialog_set_response_appearance (dialog, ACCEPT, ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (dialog, ACCEPT);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->row), title);
  gtk_editable_set_text (GTK_EDITABLE (self->row), text);
  adw_dialog_set_focus (ADW_DIALOG (self), self->row);
  changed_cb (self);

  return ADW_DIALOG (self);
}
