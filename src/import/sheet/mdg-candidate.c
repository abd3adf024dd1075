/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import/sheet/mdg-candidate.h"

#include "core/mdg-observation-order.h"

static int
compare_slots (gconstpointer a, gconstpointer b, gpointer data)
{
  const MdgCandidateSlot *first = a;
  const MdgCandidateSlot *second = b;

  if (first->key != second->key)
    return first->key < second->key ? -1 : 1;

  return (first->index > second->index) - (first->index < second->index);
}

/**
 * mdg_candidates_sort:
 * @candidates: (element-type MdgCandidate): figures
 *
 * Sorts figures by what they are about, and those of one thing as they stand in the file.
 *
 * Returns: (transfer full) (array): as many slots as there are candidates
 */
MdgCandidateSlot *
mdg_candidates_sort (const GArray *candidates)
{
  MdgCandidateSlot *slots = g_new (MdgCandidateSlot, candidates->len + 1);
  gboolean is_sorted = TRUE;

  for (guint i = 0; i < candidates->len; i++)
    {
      slots[i].key =
        mdg_observation_get_key (&g_array_index (candidates, MdgCandidate, i).observation);
      slots[i].index = i;
      is_sorted &= i == 0 || slots[i - 1].key <= slots[i].key;
    }
  if (!is_sorted)
    g_sort_array (slots, candidates->len, sizeof *slots, compare_slots, NULL);

  return slots;
}
