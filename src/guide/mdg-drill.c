/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "guide/mdg-drill.h"

/**
 * mdg_drill_find:
 * @pack: a guide pack
 * @id: an id
 *
 * Returns: (transfer none) (nullable): the drill of that id, or %NULL
 */
const MdgDrill *
mdg_drill_find (const MdgGuidePack *pack, const char *id)
{
  GPtrArray *drills = mdg_guide_pack_get_drills (pack);

  for (guint i = 0; i < drills->len; i++)
    {
      const MdgDrill *drill = g_ptr_array_index (drills, i);

      if (g_str_equal (drill->id, id))
        return drill;
    }

  return NULL;
}

/**
 * mdg_drill_get_step:
 * @self: a drill
 * @pack: the pack it is of
 * @day: a day
 * @n_choices: how many choices were made rightly
 *
 * Finds the question or outcome that the right way has reached after @n_choices choices, by the same
 * procedures that the desk follows on @day.
 *
 * Returns: (transfer none) (nullable): the node, or %NULL if the way does not reach that far
 */
const MdgNode *
mdg_drill_get_step (const MdgDrill *self, const MdgGuidePack *pack, MdgDay day, guint n_choices)
{
  const MdgSituation *situation = mdg_guide_pack_find_situation (pack, self->situation);
  const MdgNode *node = NULL;

  if (situation != NULL && mdg_guide_basis_holds_on (&situation->basis, day))
    node = mdg_guide_pack_resolve (pack, situation->start, day);

  for (guint i = 0; node != NULL && i < n_choices; i++)
    {
      const MdgChoice *choice =
        i < self->path->len ? mdg_node_find_choice (node, g_ptr_array_index (self->path, i)) : NULL;

      node = choice != NULL ? mdg_guide_pack_resolve (pack, choice->next, day) : NULL;
    }

  return node;
}

/**
 * mdg_drill_holds_on:
 * @self: a drill
 * @pack: the pack it is of
 * @day: a day
 *
 * Returns: whether it can be played on @day, and its answer is what the desk's procedures say then
 */
gboolean
mdg_drill_holds_on (const MdgDrill *self, const MdgGuidePack *pack, MdgDay day)
{
  const MdgNode *end;

  if (!mdg_guide_basis_holds_on (&self->basis, day))
    return FALSE;

  end = mdg_drill_get_step (self, pack, day, self->path->len);

  return end != NULL && end->type == MDG_NODE_OUTCOME && g_str_equal (end->id, self->outcome);
}

/**
 * mdg_drill_shuffle:
 * @array: an array
 * @rand: a generator
 *
 * Puts what is in @array in any order, each as likely as the others.
 */
void
mdg_drill_shuffle (GPtrArray *array, GRand *rand)
{
  for (guint i = array->len; i > 1; i--)
    {
      guint other = (guint) g_rand_int_range (rand, 0, (gint32) i);
      gpointer kept = array->pdata[i - 1];

      array->pdata[i - 1] = array->pdata[other];
      array->pdata[other] = kept;
    }
}

/**
 * mdg_drill_free:
 * @self: (transfer full): a drill
 *
 * Frees a drill; its texts belong to the pack.
 */
void
mdg_drill_free (MdgDrill *self)
{
  g_clear_pointer (&self->basis.sources, g_ptr_array_unref);
  g_ptr_array_unref (self->also);
  g_ptr_array_unref (self->path);
  g_free (self);
}
