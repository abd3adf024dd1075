/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/checklists/mdg-checklist-shelf.h"

#include "guide/mdg-checklist-snapshot.h"

struct _MdgChecklistShelf
{
  MdgGuidePack *pack;
  GPtrArray *own;       /* (element-type MdgOwnList) */
  GHashTable *read;     /* snapshot's text -> MdgChecklistSnapshot, NULL if it cannot be read */
  GHashTable *to_begin; /* the same, of checklists as they are today */
};

static void
unref_snapshot (gpointer snapshot)
{
  if (snapshot != NULL)
    mdg_checklist_snapshot_unref (snapshot);
}

/**
 * mdg_checklist_shelf_new:
 * @pack: a guide pack
 *
 * Returns: (transfer full): a shelf with the checklists of @pack
 */
MdgChecklistShelf *
mdg_checklist_shelf_new (MdgGuidePack *pack)
{
  MdgChecklistShelf *self = g_new0 (MdgChecklistShelf, 1);

  self->pack = mdg_guide_pack_ref (pack);
  self->own = g_ptr_array_new_with_free_func ((GDestroyNotify) mdg_own_list_free);
  self->read = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, unref_snapshot);
  self->to_begin = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, unref_snapshot);

  return self;
}

/**
 * mdg_checklist_shelf_free:
 * @self: (transfer full): a shelf
 *
 * Frees the shelf, and all checklists that it has handed out.
 */
void
mdg_checklist_shelf_free (MdgChecklistShelf *self)
{
  g_hash_table_unref (self->to_begin);
  g_hash_table_unref (self->read);
  g_ptr_array_unref (self->own);
  mdg_guide_pack_unref (self->pack);
  g_free (self);
}

/**
 * mdg_checklist_shelf_get_pack:
 * @self: a shelf
 *
 * Returns: (transfer none): the guide pack
 */
MdgGuidePack *
mdg_checklist_shelf_get_pack (MdgChecklistShelf *self)
{
  return self->pack;
}

/**
 * mdg_checklist_shelf_set_own:
 * @self: a shelf
 * @own: (element-type MdgOwnList): what the facility has added
 *
 * Puts what the facility has added onto the shelf, in place of what it had added before.
 */
void
mdg_checklist_shelf_set_own (MdgChecklistShelf *self, GPtrArray *own)
{
  g_ptr_array_ref (own);
  g_ptr_array_unref (self->own);
  self->own = own;
}

/**
 * mdg_checklist_shelf_get_own:
 * @self: a shelf
 *
 * Returns: (transfer none) (element-type MdgOwnList): what the facility has added
 */
GPtrArray *
mdg_checklist_shelf_get_own (MdgChecklistShelf *self)
{
  return self->own;
}

/* The texts are the keys: many runs have one and the same. */
static const MdgChecklistSnapshot *
read_text (GHashTable *read, const char *text)
{
  gpointer snapshot = NULL;

  if (!g_hash_table_lookup_extended (read, text, NULL, &snapshot))
    {
      snapshot = mdg_checklist_snapshot_new_from_text (text);
      g_hash_table_insert (read, g_strdup (text), snapshot);
    }

  return snapshot;
}

/**
 * mdg_checklist_shelf_take:
 * @self: a shelf
 * @checklist_id: id of a checklist
 * @day: the day on which it is begun
 * @version: (out) (optional) (transfer full): the version that a run of it is begun with
 *
 * Makes what a run keeps of the checklist as it is on @day.
 *
 * Returns: (transfer full) (nullable): the snapshot's text, or %NULL if there is no such checklist,
 *   or it has no items
 */
char *
mdg_checklist_shelf_take (MdgChecklistShelf *self,
                          const char *checklist_id,
                          MdgDay day,
                          char **version)
{
  const MdgChecklist *checklist = mdg_guide_pack_find_checklist (self->pack, checklist_id);
  const MdgOwnList *own = mdg_own_lists_find (self->own, checklist_id);
  g_autofree char *text = NULL;

  if (checklist == NULL && (own == NULL || own->title == NULL))
    return NULL;

  text = mdg_checklist_snapshot_write (checklist, own, day);
  if (read_text (self->to_begin, text) == NULL)
    return NULL;
  if (version != NULL)
    *version = g_strdup (checklist != NULL ? mdg_guide_pack_get_version (checklist->pack) : "");

  return g_steal_pointer (&text);
}

/**
 * mdg_checklist_shelf_find:
 * @self: a shelf
 * @checklist_id: id of a checklist
 * @day: a day
 *
 * Finds a checklist as a run begun on @day would have it, with what the facility has added.
 *
 * Returns: (transfer none) (nullable): the checklist, which lives as long as the shelf
 */
const MdgChecklist *
mdg_checklist_shelf_find (MdgChecklistShelf *self, const char *checklist_id, MdgDay day)
{
  g_autofree char *text = mdg_checklist_shelf_take (self, checklist_id, day, NULL);

  return text != NULL ? mdg_checklist_snapshot_get_checklist (read_text (self->to_begin, text))
                      : NULL;
}

/**
 * mdg_checklist_shelf_list:
 * @self: a shelf
 * @day: a day
 *
 * Lists what can be begun on @day: the pack's checklists, then the facility's own that have items.
 *
 * Returns: (transfer container) (element-type MdgChecklist): the checklists
 */
GPtrArray *
mdg_checklist_shelf_list (MdgChecklistShelf *self, MdgDay day)
{
  g_autoptr (GPtrArray) of_pack = mdg_guide_pack_list_checklists (self->pack, day);
  GPtrArray *checklists = g_ptr_array_new ();

  for (guint i = 0; i < of_pack->len; i++)
    {
      const MdgChecklist *checklist = g_ptr_array_index (of_pack, i);

      checklist = mdg_checklist_shelf_find (self, checklist->id, day);
      if (checklist != NULL)
        g_ptr_array_add (checklists, (gpointer) checklist);
    }
  for (guint i = 0; i < self->own->len; i++)
    {
      const MdgOwnList *own = g_ptr_array_index (self->own, i);
      const MdgChecklist *checklist =
        own->title != NULL ? mdg_checklist_shelf_find (self, own->id, day) : NULL;

      if (checklist != NULL)
        g_ptr_array_add (checklists, (gpointer) checklist);
    }

  return checklists;
}

/**
 * mdg_checklist_shelf_find_for_run:
 * @self: a shelf
 * @run: a run
 * @text: (out) (optional): how far it is what the run was begun with
 *
 * Finds the checklist of a run: the one it kept, or, of runs that older versions of the program
 * began, the one of that name in the pack.
 *
 * Returns: (transfer none) (nullable): the checklist, which lives as long as the shelf
 */
const MdgChecklist *
mdg_checklist_shelf_find_for_run (MdgChecklistShelf *self, const MdgRun *run, MdgShelfText *text)
{
  const MdgChecklistSnapshot *snapshot =
    run->snapshot != NULL ? read_text (self->read, run->snapshot) : NULL;
  const MdgChecklist *checklist;
  MdgShelfText ignored;

  text = text != NULL ? text : &ignored;
  if (snapshot != NULL)
    {
      *text = mdg_checklist_snapshot_is_damaged (snapshot) ? MDG_SHELF_DAMAGED : MDG_SHELF_KEPT;
      return mdg_checklist_snapshot_get_checklist (snapshot);
    }

  checklist = mdg_guide_pack_find_checklist (self->pack, run->checklist_id);
  if (checklist == NULL)
    *text = MDG_SHELF_NONE;
  else if (g_str_equal (run->template_version, mdg_guide_pack_get_version (checklist->pack)) &&
           run->snapshot == NULL)
    *text = MDG_SHELF_CURRENT;
  else
    *text = MDG_SHELF_OTHER_VERSION;

  return checklist;
}
