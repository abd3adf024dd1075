/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/flow/mdg-desk-contacts.h"

#include "desk/flow/mdg-contacts-dialog.h"

struct _MdgDeskContacts
{
  GObject parent_instance;

  MdgStore *store;
  GPtrArray *contacts; /* (nullable) (element-type MdgContact) */
  GtkWidget *parent;   /* (nullable) (weak): where to edit them as soon as they are known */
};

enum
{
  CHANGED,
  FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MdgDeskContacts, mdg_desk_contacts, G_TYPE_OBJECT)

static gpointer
list_work (MdgDatabase *database, gpointer data, GError **error)
{
  return mdg_database_list_contacts (database, error);
}

static void
list_done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MdgDeskContacts) self = data;
  g_autoptr (GError) error = NULL;
  GPtrArray *contacts = mdg_store_run_finish (MDG_STORE (source), result, &error);

  if (contacts == NULL)
    {
      g_signal_emit (self, signals[FAILED], 0, error->message);
      return;
    }

  g_clear_pointer (&self->contacts, g_ptr_array_unref);
  self->contacts = contacts;
  g_signal_emit (self, signals[CHANGED], 0);
  if (self->parent != NULL)
    mdg_desk_contacts_edit (self, self->parent);
}

static void
load (MdgDeskContacts *self)
{
  if (mdg_store_get_state (self->store) == MDG_STORE_CLOSED)
    return;

  mdg_store_run_async (self->store, list_work, NULL, NULL, (GDestroyNotify) g_ptr_array_unref, NULL,
                       list_done_cb, g_object_ref (self));
}

static void
mdg_desk_contacts_dispose (GObject *object)
{
  MdgDeskContacts *self = MDG_DESK_CONTACTS (object);

  g_clear_weak_pointer (&self->parent);
  g_clear_pointer (&self->contacts, g_ptr_array_unref);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (mdg_desk_contacts_parent_class)->dispose (object);
}

static void
mdg_desk_contacts_class_init (MdgDeskContactsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = mdg_desk_contacts_dispose;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  signals[FAILED] = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
mdg_desk_contacts_init (MdgDeskContacts *self)
{
}

/**
 * mdg_desk_contacts_new:
 * @store: where the contacts are kept
 *
 * Reads the contacts as soon as @store is open.
 *
 * Returns: (transfer full): the contacts
 */
MdgDeskContacts *
mdg_desk_contacts_new (MdgStore *store)
{
  MdgDeskContacts *self;

  g_return_val_if_fail (MDG_IS_STORE (store), NULL);

  self = g_object_new (MDG_TYPE_DESK_CONTACTS, NULL);
  self->store = g_object_ref (store);
  g_signal_connect_object (store, "notify::state", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
  load (self);

  return self;
}

/**
 * mdg_desk_contacts_get:
 * @self: the contacts
 *
 * Returns: (transfer none) (nullable) (element-type MdgContact): the entries in the order of
 *   #MdgContactKind, or %NULL while they are not known
 */
GPtrArray *
mdg_desk_contacts_get (MdgDeskContacts *self)
{
  g_return_val_if_fail (MDG_IS_DESK_CONTACTS (self), NULL);

  return self->contacts;
}

/**
 * mdg_desk_contacts_edit:
 * @self: the contacts
 * @parent: a widget of the window that they are edited in
 *
 * Lets the user edit the contacts. What is not known yet must not be edited, or it would be lost:
 * then it happens as soon as it is.
 */
void
mdg_desk_contacts_edit (MdgDeskContacts *self, GtkWidget *parent)
{
  AdwDialog *dialog;

  g_return_if_fail (MDG_IS_DESK_CONTACTS (self));
  g_return_if_fail (GTK_IS_WIDGET (parent));

  if (self->contacts == NULL)
    {
      g_set_weak_pointer (&self->parent, parent);
      return;
    }

  g_clear_weak_pointer (&self->parent);
  dialog = mdg_contacts_dialog_new (self->store, self->contacts);
  g_signal_connect_object (dialog, "saved", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, parent);
}
