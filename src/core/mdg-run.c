/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/mdg-run.h"

#include <glib/gi18n.h>

static const struct
{
  const char *id;
  const char *label;
} kinds[MDG_N_CONTACTS] = {
  [MDG_CONTACT_VENDOR] = { "vendor", N_ ("System vendor") },
  [MDG_CONTACT_READER_MAKER] = { "reader-maker", N_ ("Card reader maker") },
  [MDG_CONTACT_NETWORK] = { "network", N_ ("Network provider") },
  [MDG_CONTACT_INSURER] = { "insurer", N_ ("Insurer") },
  [MDG_CONTACT_CALL_CENTRE] = { "call-centre", N_ ("Call centre") },
};

/**
 * mdg_run_item_new:
 * @item_id: id of an item in its checklist
 * @state: its state
 * @who: (nullable): who found it so
 * @reason: (nullable): why it does not apply
 * @note: (nullable): a note
 *
 * Makes what is to be noted for an item.
 *
 * Returns: (transfer full): the item, not touched yet
 */
MdgRunItem *
mdg_run_item_new (const char *item_id,
                  MdgItemState state,
                  const char *who,
                  const char *reason,
                  const char *note)
{
  MdgRunItem *self = g_new0 (MdgRunItem, 1);

  self->item_id = g_strdup (item_id);
  self->state = state;
  self->who = g_strdup (who != NULL ? who : "");
  self->reason = g_strdup (reason != NULL ? reason : "");
  self->note = g_strdup (note != NULL ? note : "");

  return self;
}

/**
 * mdg_run_item_copy:
 * @self: an item of a run
 *
 * Copies an item.
 *
 * Returns: (transfer full): the copy
 */
MdgRunItem *
mdg_run_item_copy (const MdgRunItem *self)
{
  MdgRunItem *copy =
    mdg_run_item_new (self->item_id, self->state, self->who, self->reason, self->note);

  copy->touched_at = self->touched_at;

  return copy;
}

/**
 * mdg_run_item_free:
 * @self: (transfer full) (nullable): an item of a run
 *
 * Frees an item.
 */
void
mdg_run_item_free (MdgRunItem *self)
{
  if (self == NULL)
    return;

  g_free (self->item_id);
  g_free (self->who);
  g_free (self->reason);
  g_free (self->note);
  g_free (self);
}

/**
 * mdg_run_new:
 *
 * Makes a run with no field set and no items.
 *
 * Returns: (transfer full): the run
 */
MdgRun *
mdg_run_new (void)
{
  MdgRun *self = g_new0 (MdgRun, 1);

  self->items = g_ptr_array_new_with_free_func ((GDestroyNotify) mdg_run_item_free);

  return self;
}

/**
 * mdg_run_copy:
 * @self: a run
 *
 * Copies a run with its items.
 *
 * Returns: (transfer full): the copy
 */
MdgRun *
mdg_run_copy (const MdgRun *self)
{
  MdgRun *copy = mdg_run_new ();

  copy->id = self->id;
  copy->checklist_id = g_strdup (self->checklist_id);
  copy->template_version = g_strdup (self->template_version);
  copy->snapshot = self->snapshot != NULL ? g_ref_string_acquire (self->snapshot) : NULL;
  copy->started_at = self->started_at;
  copy->finished_at = self->finished_at;
  for (guint i = 0; i < self->items->len; i++)
    g_ptr_array_add (copy->items, mdg_run_item_copy (g_ptr_array_index (self->items, i)));

  return copy;
}

/**
 * mdg_run_free:
 * @self: (transfer full) (nullable): a run
 *
 * Frees a run with its items.
 */
void
mdg_run_free (MdgRun *self)
{
  if (self == NULL)
    return;

  g_free (self->checklist_id);
  g_free (self->template_version);
  g_clear_pointer (&self->snapshot, g_ref_string_release);
  g_ptr_array_unref (self->items);
  g_free (self);
}

/**
 * mdg_run_find_item:
 * @self: a run
 * @item_id: id of an item in the checklist
 *
 * Finds what was noted for an item.
 *
 * Returns: (transfer none) (nullable): the item, or %NULL if it was never touched
 */
MdgRunItem *
mdg_run_find_item (const MdgRun *self, const char *item_id)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      MdgRunItem *item = g_ptr_array_index (self->items, i);

      if (g_strcmp0 (item->item_id, item_id) == 0)
        return item;
    }

  return NULL;
}

/**
 * mdg_contact_kind_get_id:
 * @kind: whom the entry is about
 *
 * Gets the word that files use for @kind.
 *
 * Returns: the id
 */
const char *
mdg_contact_kind_get_id (MdgContactKind kind)
{
  g_return_val_if_fail ((guint) kind < MDG_N_CONTACTS, NULL);

  return kinds[kind].id;
}

/**
 * mdg_contact_kind_get_label:
 * @kind: whom the entry is about
 *
 * Gets the words that people read for @kind.
 *
 * Returns: the translated label
 */
const char *
mdg_contact_kind_get_label (MdgContactKind kind)
{
  g_return_val_if_fail ((guint) kind < MDG_N_CONTACTS, NULL);

  return _ (kinds[kind].label);
}

/**
 * mdg_contact_free:
 * @self: (transfer full) (nullable): a contact
 *
 * Frees a contact.
 */
void
mdg_contact_free (MdgContact *self)
{
  if (self == NULL)
    return;

  g_free (self->name);
  g_free (self->phone);
  g_free (self->note);
  g_free (self);
}
