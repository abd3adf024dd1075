/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/mdg-run-event.h"
#include "guide/mdg-guide-types.h"

G_BEGIN_DECLS

/**
 * MdgRunHistory:
 *
 * What happened to a run, the latest first. Hidden while there is nothing to tell.
 */
#define MDG_TYPE_RUN_HISTORY (mdg_run_history_get_type ())
G_DECLARE_FINAL_TYPE (MdgRunHistory, mdg_run_history, MDG, RUN_HISTORY, AdwBin)

void mdg_run_history_set_events (MdgRunHistory *self,
                                 GPtrArray *events,
                                 const MdgChecklist *checklist);
void mdg_run_history_fold (MdgRunHistory *self);

G_END_DECLS
