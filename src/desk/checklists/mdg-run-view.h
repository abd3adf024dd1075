/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/mdg-run.h"
#include "guide/mdg-guide-pack.h"

G_BEGIN_DECLS

/**
 * MdgRunView:
 *
 * One run of a checklist, item by item. It stores nothing itself: signals "item-touched" (item id,
 * state, who, note), "finish" and "back" say what the user wants.
 */
#define MDG_TYPE_RUN_VIEW (mdg_run_view_get_type ())
G_DECLARE_FINAL_TYPE (MdgRunView, mdg_run_view, MDG, RUN_VIEW, AdwBin)

void mdg_run_view_set_run (MdgRunView *self,
                           MdgGuidePack *pack,
                           const MdgChecklist *checklist,
                           const MdgRun *run);
gint64 mdg_run_view_get_run_id (MdgRunView *self);
void mdg_run_view_set_saving (MdgRunView *self, gboolean is_saving);
void mdg_run_view_set_saved (MdgRunView *self, gboolean is_saved);
guint mdg_run_view_count_handled (const MdgChecklist *checklist, const MdgRun *run);

G_END_DECLS
