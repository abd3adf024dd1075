/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mdg-run.h"
#include "guide/mdg-guide-types.h"

G_BEGIN_DECLS

#define MDG_EXPORT_RUNS_HEADER \
  "run,checklist,version,begun,finished,item,state,reason,who,when,note,own"

void mdg_export_runs_append (GString *csv, const MdgRun *run, const MdgChecklist *checklist);

G_END_DECLS
