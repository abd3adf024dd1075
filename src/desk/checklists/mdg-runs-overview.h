/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "desk/checklists/mdg-checklist-shelf.h"
#include "draw/mdg-sheet.h"

G_BEGIN_DECLS

/**
 * MdgRunsOverview:
 *
 * The checklists that can be begun, the runs that are under way and those that are finished.
 * Signals "begin" (string: a checklist's id), "open" and "delete" (int64: a run's id), "edit-own"
 * (string: a checklist's id, empty for a new one of the facility's own), "share", "export-finished"
 * and "create-blank" (string: a checklist's id; gives a MdgSheet).
 */
#define MDG_TYPE_RUNS_OVERVIEW (mdg_runs_overview_get_type ())
G_DECLARE_FINAL_TYPE (MdgRunsOverview, mdg_runs_overview, MDG, RUNS_OVERVIEW, AdwBin)

void mdg_runs_overview_show (MdgRunsOverview *self,
                             MdgChecklistShelf *shelf,
                             MdgDay day,
                             GPtrArray *runs,
                             GHashTable *hidden);
void mdg_runs_overview_focus_run (MdgRunsOverview *self, gint64 run_id);

G_END_DECLS
