/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mdg-run.h"
#include "guide/mdg-guide-types.h"

G_BEGIN_DECLS

/**
 * MdgRunChange:
 * @MDG_RUN_CHANGE_NONE: as in the run before
 * @MDG_RUN_CHANGE_PENDING: not looked at yet, in a run that is under way
 * @MDG_RUN_CHANGE_STATE: another state
 * @MDG_RUN_CHANGE_WORDS: the same state, with another reason or note
 * @MDG_RUN_CHANGE_NEW: the checklist did not have it then
 */
typedef enum
{
  MDG_RUN_CHANGE_NONE,
  MDG_RUN_CHANGE_PENDING,
  MDG_RUN_CHANGE_STATE,
  MDG_RUN_CHANGE_WORDS,
  MDG_RUN_CHANGE_NEW,
} MdgRunChange;

/* One item of the later run. @before is what was noted then, NULL if nothing was. */
typedef struct
{
  const char *item_id;
  const MdgRunItem *before;
  MdgRunChange change;
  gboolean is_reworded; /* the checklist says it in other words now */
} MdgRunDifference;

/**
 * MdgRunComparison:
 * @before: the run that the later one is compared with
 * @differences: (element-type MdgRunDifference): one for each item of the checklist, in its order
 * @n_changed: how many have another state, reason or note
 * @n_pending: how many were not looked at yet
 * @n_new: how many the checklist did not have then
 * @n_gone: how many it had then and has not now
 *
 * What changed since the last run of a checklist. Everything in it is owned by the runs and the
 * checklists that it was made of.
 */
typedef struct
{
  const MdgRun *before;
  GArray *differences;
  guint n_changed;
  guint n_pending;
  guint n_new;
  guint n_gone;
} MdgRunComparison;

const MdgRun *mdg_run_find_previous (GPtrArray *runs, const MdgRun *run);
MdgRunComparison *mdg_run_comparison_new (const MdgChecklist *checklist,
                                          const MdgRun *run,
                                          const MdgChecklist *checklist_before,
                                          const MdgRun *before);
void mdg_run_comparison_free (MdgRunComparison *self);
const MdgRunDifference *mdg_run_comparison_find (const MdgRunComparison *self, const char *item_id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MdgRunComparison, mdg_run_comparison_free)

G_END_DECLS
