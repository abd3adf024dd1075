/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "desk/checklists/mdg-checklist-shelf.h"
#include "draw/mdg-sheet.h"

G_BEGIN_DECLS

/**
 * MdgRunView:
 *
 * One run of a checklist, item by item, with what changed since the last one and what happened to
 * it. It stores nothing itself: signals "item-touched" (MdgRunItem), "finish", "reopen" (string: the
 * reason), "open-run" (int64), "export", "create-sheet" and "back" say what the user wants.
 */
#define MDG_TYPE_RUN_VIEW (mdg_run_view_get_type ())
G_DECLARE_FINAL_TYPE (MdgRunView, mdg_run_view, MDG, RUN_VIEW, AdwBin)

void mdg_run_view_set_run (MdgRunView *self,
                           MdgChecklistShelf *shelf,
                           const MdgRun *run,
                           const MdgRun *previous);
void mdg_run_view_set_events (MdgRunView *self, GPtrArray *events);
gint64 mdg_run_view_get_run_id (MdgRunView *self);
char *mdg_run_view_dup_who (MdgRunView *self);
void mdg_run_view_set_who (MdgRunView *self, const char *who);
void mdg_run_view_set_saving (MdgRunView *self);
void mdg_run_view_set_saved (MdgRunView *self, gboolean is_saved);
guint mdg_run_view_count_handled (const MdgChecklist *checklist, const MdgRun *run);

G_END_DECLS
