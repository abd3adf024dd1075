/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/flow/mdg-contacts-dialog.h"

#include <glib/gi18n.h>

#include "core/mdg-run.h"

typedef struct
{
  GtkEditable *name;
  GtkEditable *phone;
  GtkEditable *note;
} Fields;

struct _MdgContactsDialog
{
  AdwDialog parent_instance;

  MdgStore *store;
  Fields fields[MDG_N_CONTACTS];

  AdwPreferencesPage *page;
  AdwBanner *banner;
  GtkWidget *save_button;
};

enum
{
  SAVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MdgContactsDialog, mdg_contacts_dialog, ADW_TYPE_DIALOG)

static gpointer
save_work (MdgDatabase *database, gpointer data, GError **error)
{
  return GINT_TO_POINTER (mdg_database_set_contacts (database, data, error));
}

static void
save_done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MdgContactsDialog) self = data;
  g_autoptr (GError) error = NULL;

  if (!mdg_store_run_finish (MDG_STORE (source), result, &error))
    {
      /* The widgets are gone if the dialog was closed while the store worked. */
      if (self->store == NULL)
        return;
      adw_banner_set_title (self->banner, error->message);
      adw_banner_set_revealed (self->banner, TRUE);
      gtk_widget_set_sensitive (self->save_button, TRUE);
      return;
    }

  g_signal_emit (self, signals[SAVED], 0);
  if (self->store != NULL)
    adw_dialog_force_close (ADW_DIALOG (self));
}

static char *
get_text (GtkEditable *field)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (field)));
}

static void
save_cb (MdgContactsDialog *self)
{
  GPtrArray *contacts = g_ptr_array_new_with_free_func ((GDestroyNotify) mdg_contact_free);

  for (guint i = 0; i < MDG_N_CONTACTS; i++)
    {
      MdgContact *contact = g_new0 (MdgContact, 1);

      contact->name = get_text (self->fields[i].name);
      contact->phone = get_text (self->fields[i].phone);
      contact->note = get_text (self->fields[i].note);
      g_ptr_array_add (contacts, contact);
    }

  adw_banner_set_revealed (self->banner, FALSE);
  gtk_widget_set_sensitive (self->save_button, FALSE);
  mdg_store_run_async (self->store, save_work, contacts, (GDestroyNotify) g_ptr_array_unref, NULL,
                       NULL, save_done_cb, g_object_ref (self));
}

static GtkEditable *
add_field (AdwPreferencesGroup *group, const char *title, const char *text, GtkInputPurpose purpose)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_editable_set_text (GTK_EDITABLE (row), text);
  adw_entry_row_set_input_purpose (ADW_ENTRY_ROW (row), purpose);
  adw_preferences_group_add (group, row);

  return GTK_EDITABLE (row);
}

static void
fill (MdgContactsDialog *self, GPtrArray *contacts)
{
  for (guint i = 0; i < MDG_N_CONTACTS; i++)
    {
      AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
      const MdgContact *contact = contacts != NULL ? g_ptr_array_index (contacts, i) : NULL;

      adw_preferences_group_set_title (group, mdg_contact_kind_get_label (i));
      self->fields[i].name =
        add_field (group, C_ ("contact", "Name"), contact != NULL ? contact->name : "",
                   GTK_INPUT_PURPOSE_FREE_FORM);
      self->fields[i].phone =
        add_field (group, C_ ("contact", "Telephone"), contact != NULL ? contact->phone : "",
                   GTK_INPUT_PURPOSE_PHONE);
      self->fields[i].note =
        add_field (group, C_ ("contact", "Note"), contact != NULL ? contact->note : "",
                   GTK_INPUT_PURPOSE_FREE_FORM);
      adw_preferences_page_add (self->page, group);
    }
}

static void
mdg_contacts_dialog_dispose (GObject *object)
{
  MdgContactsDialog *self = MDG_CONTACTS_DIALOG (object);

  g_clear_object (&self->store);
  gtk_widget_dispose_template (GTK_WIDGET (self), MDG_TYPE_CONTACTS_DIALOG);

  G_OBJECT_CLASS (mdg_contacts_dialog_parent_class)->dispose (object);
}

static void
mdg_contacts_dialog_class_init (MdgContactsDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mdg_contacts_dialog_dispose;

  signals[SAVED] = g_signal_new ("saved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PREFIX
                                               "/ui/desk/flow/mdg-contacts-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MdgContactsDialog, page);
  gtk_widget_class_bind_template_child (widget_class, MdgContactsDialog, banner);
  gtk_widget_class_bind_template_child (widget_class, MdgContactsDialog, save_button);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
}

static void
mdg_contacts_dialog_init (MdgContactsDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mdg_contacts_dialog_new:
 * @store: where the contacts are kept
 * @contacts: (nullable) (element-type MdgContact): the contacts as they are, in the order of
 *   #MdgContactKind
 *
 * Returns: (transfer floating): a new dialog
 */
AdwDialog *
mdg_contacts_dialog_new (MdgStore *store, GPtrArray *contacts)
{
  MdgContactsDialog *self;

  g_return_val_if_fail (MDG_IS_STORE (store), NULL);

  self = g_object_new (MDG_TYPE_CONTACTS_DIALOG, NULL);
  self->store = g_object_ref (store);
  fill (self, contacts);

  return ADW_DIALOG (self);
}
