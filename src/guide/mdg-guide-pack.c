/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "guide/mdg-guide-pack-private.h"

#include "guide/mdg-drill.h"

G_DEFINE_BOXED_TYPE (MdgGuidePack, mdg_guide_pack, mdg_guide_pack_ref, mdg_guide_pack_unref)

static void
free_basis (MdgGuideBasis *basis)
{
  g_clear_pointer (&basis->sources, g_ptr_array_unref);
}

static void
free_situation (MdgSituation *situation)
{
  free_basis (&situation->basis);
  g_ptr_array_unref (situation->checklists);
  g_free (situation);
}

static void
free_node (MdgNode *node)
{
  free_basis (&node->basis);
  g_ptr_array_unref (node->choices);
  g_ptr_array_unref (node->checklists);
  g_free (node);
}

static void
free_checklist (MdgChecklist *checklist)
{
  free_basis (&checklist->basis);
  g_ptr_array_unref (checklist->items);
  g_free (checklist);
}

static void
free_outreach_item (MdgOutreachItem *item)
{
  free_basis (&item->basis);
  g_free (item);
}

static void
free_material (MdgMaterial *material)
{
  free_basis (&material->basis);
  g_free (material);
}

/**
 * mdg_checklist_item_free:
 * @item: (transfer full): an item
 *
 * Frees @item.
 */
void
mdg_checklist_item_free (MdgChecklistItem *item)
{
  free_basis (&item->basis);
  g_free (item);
}

/**
 * mdg_guide_pack_new_empty:
 *
 * Returns: (transfer full): a pack with nothing in it, for the reader to fill
 */
MdgGuidePack *
mdg_guide_pack_new_empty (void)
{
  MdgGuidePack *self = g_new0 (MdgGuidePack, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->strings = g_string_chunk_new (64 * 1024);
  self->sources = g_ptr_array_new_with_free_func (g_free);
  self->groups = g_ptr_array_new_with_free_func (g_free);
  self->situations = g_ptr_array_new_with_free_func ((GDestroyNotify) free_situation);
  self->nodes = g_ptr_array_new_with_free_func ((GDestroyNotify) free_node);
  self->checklists = g_ptr_array_new_with_free_func ((GDestroyNotify) free_checklist);
  self->outreach = g_ptr_array_new_with_free_func ((GDestroyNotify) free_outreach_item);
  self->materials = g_ptr_array_new_with_free_func ((GDestroyNotify) free_material);
  self->drills = g_ptr_array_new_with_free_func ((GDestroyNotify) mdg_drill_free);
  self->versions =
    g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);

  return self;
}

/**
 * mdg_guide_pack_new_joined:
 * @procedures: the pack with situations, drills, and everything that is said of a pack as a whole
 * @outreach: the pack with the list of measures and materials
 * @checklists: (element-type MdgGuidePack): the packs with checklists; of two with the same id the
 *   earlier is taken
 *
 * Returns: (transfer full): a pack that shows what several have as one
 */
MdgGuidePack *
mdg_guide_pack_new_joined (MdgGuidePack *procedures, MdgGuidePack *outreach, GPtrArray *checklists)
{
  MdgGuidePack *self = g_new0 (MdgGuidePack, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->parts = g_ptr_array_new_with_free_func ((GDestroyNotify) mdg_guide_pack_unref);
  g_ptr_array_add (self->parts, mdg_guide_pack_ref (procedures));
  g_ptr_array_add (self->parts, mdg_guide_pack_ref (outreach));

  self->id = procedures->id;
  self->version = procedures->version;
  self->date = procedures->date;
  self->covers_from = procedures->covers_from;
  self->title = procedures->title;
  self->publisher = procedures->publisher;
  self->order_note = procedures->order_note;
  self->sources = g_ptr_array_ref (procedures->sources);
  self->groups = g_ptr_array_ref (procedures->groups);
  self->situations = g_ptr_array_ref (procedures->situations);
  self->nodes = g_ptr_array_ref (procedures->nodes);
  self->versions = g_hash_table_ref (procedures->versions);
  self->drills = g_ptr_array_ref (procedures->drills);
  self->outreach = g_ptr_array_ref (outreach->outreach);
  self->materials = g_ptr_array_ref (outreach->materials);

  self->checklists = g_ptr_array_new ();
  for (guint i = 0; i < checklists->len; i++)
    {
      MdgGuidePack *part = g_ptr_array_index (checklists, i);

      g_ptr_array_add (self->parts, mdg_guide_pack_ref (part));
      for (guint j = 0; j < part->checklists->len; j++)
        {
          MdgChecklist *checklist = g_ptr_array_index (part->checklists, j);

          if (mdg_guide_pack_find_checklist (self, checklist->id) == NULL)
            g_ptr_array_add (self->checklists, checklist);
        }
    }

  return self;
}

/**
 * mdg_guide_pack_ref:
 * @self: a guide pack
 *
 * Returns: (transfer full): @self with one more reference
 */
MdgGuidePack *
mdg_guide_pack_ref (MdgGuidePack *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * mdg_guide_pack_unref:
 * @self: (transfer full): a guide pack
 *
 * Drops a reference; the last one frees everything in the pack.
 */
void
mdg_guide_pack_unref (MdgGuidePack *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_hash_table_unref (self->versions);
  g_ptr_array_unref (self->drills);
  g_ptr_array_unref (self->materials);
  g_ptr_array_unref (self->outreach);
  g_ptr_array_unref (self->checklists);
  g_ptr_array_unref (self->nodes);
  g_ptr_array_unref (self->situations);
  g_ptr_array_unref (self->groups);
  g_ptr_array_unref (self->sources);
  g_clear_pointer (&self->strings, g_string_chunk_free);
  g_clear_pointer (&self->parts, g_ptr_array_unref);
  g_free (self);
}

/**
 * mdg_guide_pack_get_id:
 * @self: a guide pack
 *
 * Returns: the pack's id
 */
const char *
mdg_guide_pack_get_id (const MdgGuidePack *self)
{
  return self->id;
}

/**
 * mdg_guide_pack_get_version:
 * @self: a guide pack
 *
 * Returns: the pack's version, which checklist runs are begun with
 */
const char *
mdg_guide_pack_get_version (const MdgGuidePack *self)
{
  return self->version;
}

/**
 * mdg_guide_pack_get_date:
 * @self: a guide pack
 *
 * Returns: the day on which the pack was last compared with its sources
 */
MdgDay
mdg_guide_pack_get_date (const MdgGuidePack *self)
{
  return self->date;
}

/**
 * mdg_guide_pack_get_covers_from:
 * @self: a guide pack
 *
 * Returns: the first day that the procedures have something to say about, %MDG_DAY_NONE if there are
 *   none
 */
MdgDay
mdg_guide_pack_get_covers_from (const MdgGuidePack *self)
{
  return self->covers_from;
}

/**
 * mdg_guide_pack_get_title:
 * @self: a guide pack
 *
 * Returns: the pack's title
 */
const MdgGuideText *
mdg_guide_pack_get_title (const MdgGuidePack *self)
{
  return &self->title;
}

/**
 * mdg_guide_pack_get_publisher:
 * @self: a guide pack
 *
 * Returns: who made the pack
 */
const MdgGuideText *
mdg_guide_pack_get_publisher (const MdgGuidePack *self)
{
  return &self->publisher;
}

/**
 * mdg_guide_pack_get_order_note:
 * @self: a guide pack
 *
 * Returns: why the situations stand in this order, with the source of the order; left out if there
 *   are none
 */
const MdgGuideText *
mdg_guide_pack_get_order_note (const MdgGuidePack *self)
{
  return &self->order_note;
}

/**
 * mdg_guide_pack_get_sources:
 * @self: a guide pack
 *
 * Returns: (transfer none) (element-type MdgGuideSource): all sources
 */
GPtrArray *
mdg_guide_pack_get_sources (const MdgGuidePack *self)
{
  return self->sources;
}

/**
 * mdg_guide_pack_get_groups:
 * @self: a guide pack
 *
 * Returns: (transfer none) (element-type MdgGuideGroup): the headings above situations
 */
GPtrArray *
mdg_guide_pack_get_groups (const MdgGuidePack *self)
{
  return self->groups;
}

/**
 * mdg_guide_pack_get_situations:
 * @self: a guide pack
 *
 * Returns: (transfer none) (element-type MdgSituation): all situations, most frequent first
 */
GPtrArray *
mdg_guide_pack_get_situations (const MdgGuidePack *self)
{
  return self->situations;
}

/**
 * mdg_guide_pack_get_nodes:
 * @self: a guide pack
 *
 * Returns: (transfer none) (element-type MdgNode): all versions of all questions and outcomes
 */
GPtrArray *
mdg_guide_pack_get_nodes (const MdgGuidePack *self)
{
  return self->nodes;
}

/**
 * mdg_guide_pack_get_checklists:
 * @self: a guide pack
 *
 * Returns: (transfer none) (element-type MdgChecklist): all checklists
 */
GPtrArray *
mdg_guide_pack_get_checklists (const MdgGuidePack *self)
{
  return self->checklists;
}

/**
 * mdg_guide_pack_get_outreach:
 * @self: a guide pack
 *
 * Returns: (transfer none) (element-type MdgOutreachItem): the outreach measures
 */
GPtrArray *
mdg_guide_pack_get_outreach (const MdgGuidePack *self)
{
  return self->outreach;
}

/**
 * mdg_guide_pack_get_materials:
 * @self: a guide pack
 *
 * Returns: (transfer none) (element-type MdgMaterial): the materials shown with the measures
 */
GPtrArray *
mdg_guide_pack_get_materials (const MdgGuidePack *self)
{
  return self->materials;
}

/**
 * mdg_guide_pack_get_drills:
 * @self: a guide pack
 *
 * Returns: (transfer none) (element-type MdgMaterial): the drills shown with the measures
 */
GPtrArray *
mdg_guide_pack_get_drills (const MdgGuidePack *self)
{
  return self->drills;
}

/**
 * mdg_guide_pack_find_source:
 * @self: a guide pack
 * @id: an id
 *
 * Returns: (nullable): that source
 */
const MdgGuideSource *
mdg_guide_pack_find_source (const MdgGuidePack *self, const char *id)
{
  for (guint i = 0; i < self->sources->len; i++)
    {
      const MdgGuideSource *source = g_ptr_array_index (self->sources, i);

      if (g_str_equal (source->id, id))
        return source;
    }

  return NULL;
}

/**
 * mdg_guide_pack_find_situation:
 * @self: a guide pack
 * @id: an id
 *
 * Returns: (nullable): that situation
 */
const MdgSituation *
mdg_guide_pack_find_situation (const MdgGuidePack *self, const char *id)
{
  for (guint i = 0; i < self->situations->len; i++)
    {
      const MdgSituation *situation = g_ptr_array_index (self->situations, i);

      if (g_str_equal (situation->id, id))
        return situation;
    }

  return NULL;
}

/**
 * mdg_guide_pack_find_checklist:
 * @self: a guide pack
 * @id: an id
 *
 * Returns: (nullable): that checklist
 */
const MdgChecklist *
mdg_guide_pack_find_checklist (const MdgGuidePack *self, const char *id)
{
  for (guint i = 0; i < self->checklists->len; i++)
    {
      const MdgChecklist *checklist = g_ptr_array_index (self->checklists, i);

      if (g_str_equal (checklist->id, id))
        return checklist;
    }

  return NULL;
}

/**
 * mdg_guide_pack_list_situations:
 * @self: a guide pack
 * @day: a day
 *
 * Returns: (transfer container) (element-type MdgSituation): the situations that the pack knows on
 *   @day, most frequent first; empty before the first day that the pack covers
 */
GPtrArray *
mdg_guide_pack_list_situations (const MdgGuidePack *self, MdgDay day)
{
  GPtrArray *situations = g_ptr_array_new ();

  for (guint i = 0; day >= self->covers_from && i < self->situations->len; i++)
    {
      MdgSituation *situation = g_ptr_array_index (self->situations, i);

      if (mdg_guide_basis_holds_on (&situation->basis, day))
        g_ptr_array_add (situations, situation);
    }

  return situations;
}

/**
 * mdg_guide_pack_list_checklists:
 * @self: a guide pack
 * @day: a day
 *
 * Returns: (transfer container) (element-type MdgChecklist): the checklists that hold on @day
 */
GPtrArray *
mdg_guide_pack_list_checklists (const MdgGuidePack *self, MdgDay day)
{
  GPtrArray *checklists = g_ptr_array_new ();

  for (guint i = 0; i < self->checklists->len; i++)
    {
      MdgChecklist *checklist = g_ptr_array_index (self->checklists, i);

      if (mdg_guide_basis_holds_on (&checklist->basis, day))
        g_ptr_array_add (checklists, checklist);
    }

  return checklists;
}

/**
 * mdg_guide_pack_resolve:
 * @self: a guide pack
 * @node_id: the id of a node
 * @day: a day
 *
 * Finds the version of a node that holds on @day. The checks on loading see to it that there is
 * exactly one wherever a procedure of that day leads.
 *
 * Returns: (nullable): the node, or %NULL if none holds on @day
 */
const MdgNode *
mdg_guide_pack_resolve (const MdgGuidePack *self, const char *node_id, MdgDay day)
{
  GPtrArray *versions = g_hash_table_lookup (self->versions, node_id);

  for (guint i = 0; versions != NULL && i < versions->len; i++)
    {
      const MdgNode *node = g_ptr_array_index (versions, i);

      if (mdg_guide_basis_holds_on (&node->basis, day))
        return node;
    }

  return NULL;
}
