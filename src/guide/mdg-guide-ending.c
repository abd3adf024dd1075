/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "guide/mdg-guide-ending.h"

static gboolean
is_near (const MdgGuideBasis *basis, MdgDay day)
{
  return basis->valid_until != MDG_DAY_NONE && mdg_guide_basis_holds_on (basis, day) &&
         basis->valid_until - day <= MDG_GUIDE_ENDING_DAYS;
}

static MdgGuideEnding
new_ending (MdgEndingKind kind, MdgDay last_day, MdgDay day)
{
  return (MdgGuideEnding) { .kind = kind, .last_day = last_day, .n_days = last_day - day };
}

/**
 * mdg_guide_pack_get_node_ending:
 * @self: a pack
 * @node: a question or an outcome of it
 * @day: the day whose rules are followed
 *
 * Finds out whether @node ends within #MDG_GUIDE_ENDING_DAYS days of @day, and whether another
 * version of it follows.
 *
 * Returns: what happens; of kind %MDG_ENDING_NONE if nothing does so soon
 */
MdgGuideEnding
mdg_guide_pack_get_node_ending (const MdgGuidePack *self, const MdgNode *node, MdgDay day)
{
  const MdgDay last_day = node->basis.valid_until;

  if (!is_near (&node->basis, day))
    return new_ending (MDG_ENDING_NONE, day, day);

  return new_ending (mdg_guide_pack_resolve (self, node->id, last_day + 1) != NULL
                       ? MDG_ENDING_CHANGES
                       : MDG_ENDING_ENDS,
                     last_day, day);
}

static void
reach (GPtrArray *nodes, const MdgNode *node)
{
  if (node != NULL && !g_ptr_array_find (nodes, node, NULL))
    g_ptr_array_add (nodes, (gpointer) node);
}

/**
 * mdg_guide_pack_get_situation_ending:
 * @self: a pack
 * @situation: a situation of it
 * @day: the day whose rules are followed
 *
 * Finds out whether @situation itself ends within #MDG_GUIDE_ENDING_DAYS days of @day, or else what
 * first does of all that it leads to.
 *
 * Returns: what happens; of kind %MDG_ENDING_CHANGES if the situation goes on with other rules, of
 *   kind %MDG_ENDING_NONE if nothing happens so soon
 */
MdgGuideEnding
mdg_guide_pack_get_situation_ending (const MdgGuidePack *self,
                                     const MdgSituation *situation,
                                     MdgDay day)
{
  g_autoptr (GPtrArray) nodes = NULL;
  MdgDay last_day = MDG_DAY_NONE;

  if (is_near (&situation->basis, day))
    last_day = situation->basis.valid_until;

  nodes = g_ptr_array_new ();
  reach (nodes, mdg_guide_pack_resolve (self, situation->start, day));
  for (guint i = 0; i < nodes->len; i++)
    {
      const MdgNode *node = g_ptr_array_index (nodes, i);

      /* What changes on the day on which the situation ends is of no interest any more. */
      if (is_near (&node->basis, day) &&
          (last_day == MDG_DAY_NONE || node->basis.valid_until < last_day))
        last_day = node->basis.valid_until;
      for (guint j = 0; j < node->choices->len; j++)
        {
          const MdgChoice *choice = g_ptr_array_index (node->choices, j);

          reach (nodes, mdg_guide_pack_resolve (self, choice->next, day));
        }
    }

  if (last_day == MDG_DAY_NONE)
    return new_ending (MDG_ENDING_NONE, day, day);

  return new_ending (
    last_day == situation->basis.valid_until ? MDG_ENDING_ENDS : MDG_ENDING_CHANGES, last_day, day);
}

/**
 * mdg_guide_pack_is_old:
 * @self: a pack
 * @today: today
 *
 * Returns: whether @self was made more than #MDG_GUIDE_OLD_DAYS days before @today
 */
gboolean
mdg_guide_pack_is_old (const MdgGuidePack *self, MdgDay today)
{
  const MdgDay date = mdg_guide_pack_get_date (self);

  return date != MDG_DAY_NONE && today > date && today - date > MDG_GUIDE_OLD_DAYS;
}
