/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "guide/mdg-run-comparison.h"

static gboolean
was_begun_before (const MdgRun *a, const MdgRun *b)
{
  return a->started_at < b->started_at || (a->started_at == b->started_at && a->id < b->id);
}

/**
 * mdg_run_find_previous:
 * @runs: (element-type MdgRun): runs of any checklists, in any order
 * @run: a run
 *
 * Finds the last run of the same checklist: of those that were begun before @run and are finished,
 * the one that was finished last.
 *
 * Returns: (transfer none) (nullable): the run, owned by @runs; %NULL if @run is the first
 */
const MdgRun *
mdg_run_find_previous (GPtrArray *runs, const MdgRun *run)
{
  const MdgRun *previous = NULL;

  for (guint i = 0; i < runs->len; i++)
    {
      const MdgRun *candidate = g_ptr_array_index (runs, i);

      if (candidate->finished_at == 0 || !was_begun_before (candidate, run) ||
          g_strcmp0 (candidate->checklist_id, run->checklist_id) != 0)
        continue;
      if (previous == NULL || candidate->finished_at > previous->finished_at ||
          (candidate->finished_at == previous->finished_at &&
           was_begun_before (previous, candidate)))
        previous = candidate;
    }

  return previous;
}

static MdgItemState
get_state (const MdgRunItem *item)
{
  return item != NULL ? item->state : MDG_ITEM_OPEN;
}

static gboolean
has_same_words (const MdgRunItem *a, const MdgRunItem *b)
{
  return g_strcmp0 (a != NULL ? a->reason : "", b != NULL ? b->reason : "") == 0 &&
         g_strcmp0 (a != NULL ? a->note : "", b != NULL ? b->note : "") == 0;
}

static MdgRunChange
compare (const MdgRun *run, const MdgRunItem *now, const MdgRunItem *before)
{
  /* In a run under way what is open has not been looked at, rather than found open. */
  if (run->finished_at == 0 && get_state (now) == MDG_ITEM_OPEN)
    return MDG_RUN_CHANGE_PENDING;
  if (get_state (now) != get_state (before))
    return MDG_RUN_CHANGE_STATE;

  return has_same_words (now, before) ? MDG_RUN_CHANGE_NONE : MDG_RUN_CHANGE_WORDS;
}

static gboolean
is_reworded (const MdgChecklistItem *now, const MdgChecklistItem *before)
{
  for (guint i = 0; i < MDG_N_LANGUAGES; i++)
    if (g_strcmp0 (now->text.in[i], before->text.in[i]) != 0)
      return TRUE;

  return FALSE;
}

static void
add_difference (MdgRunComparison *self,
                const MdgChecklistItem *item,
                const MdgRun *run,
                const MdgChecklist *checklist_before)
{
  const MdgChecklistItem *item_before =
    checklist_before != NULL ? mdg_checklist_find_item (checklist_before, item->id) : NULL;
  MdgRunDifference difference = {
    .item_id = item->id,
    .before = mdg_run_find_item (self->before, item->id),
    .is_reworded = item_before != NULL && is_reworded (item, item_before),
  };

  /* Of a run that kept no checklist it is not known what it could have had. */
  if (checklist_before != NULL && item_before == NULL)
    difference.change = MDG_RUN_CHANGE_NEW;
  else
    difference.change = compare (run, mdg_run_find_item (run, item->id), difference.before);

  self->n_changed +=
    difference.change == MDG_RUN_CHANGE_STATE || difference.change == MDG_RUN_CHANGE_WORDS;
  self->n_pending += difference.change == MDG_RUN_CHANGE_PENDING;
  self->n_new += difference.change == MDG_RUN_CHANGE_NEW;
  g_array_append_val (self->differences, difference);
}

/**
 * mdg_run_comparison_new:
 * @checklist: the checklist of @run
 * @run: a run
 * @checklist_before: (nullable): the checklist as it was for @before, %NULL if that is not known
 * @before: an earlier run of the same checklist
 *
 * Compares two runs item by item. Who and when do not count: they are always others.
 *
 * Returns: (transfer full): the comparison
 */
MdgRunComparison *
mdg_run_comparison_new (const MdgChecklist *checklist,
                        const MdgRun *run,
                        const MdgChecklist *checklist_before,
                        const MdgRun *before)
{
  MdgRunComparison *self;

  g_return_val_if_fail (checklist != NULL && run != NULL && before != NULL, NULL);

  self = g_new0 (MdgRunComparison, 1);
  self->before = before;
  self->differences = g_array_new (FALSE, TRUE, sizeof (MdgRunDifference));
  for (guint i = 0; i < checklist->items->len; i++)
    add_difference (self, g_ptr_array_index (checklist->items, i), run, checklist_before);

  for (guint i = 0; checklist_before != NULL && i < checklist_before->items->len; i++)
    {
      const MdgChecklistItem *item = g_ptr_array_index (checklist_before->items, i);

      self->n_gone += mdg_checklist_find_item (checklist, item->id) == NULL;
    }

  return self;
}

/**
 * mdg_run_comparison_free:
 * @self: (transfer full): a comparison
 *
 * Frees @self.
 */
void
mdg_run_comparison_free (MdgRunComparison *self)
{
  g_array_unref (self->differences);
  g_free (self);
}

/**
 * mdg_run_comparison_find:
 * @self: a comparison
 * @item_id: id of an item
 *
 * Returns: (transfer none) (nullable): what is said about that item
 */
const MdgRunDifference *
mdg_run_comparison_find (const MdgRunComparison *self, const char *item_id)
{
  for (guint i = 0; i < self->differences->len; i++)
    {
      const MdgRunDifference *difference = &g_array_index (self->differences, MdgRunDifference, i);

      if (g_str_equal (difference->item_id, item_id))
        return difference;
    }

  return NULL;
}
