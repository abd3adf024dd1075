/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mdg-run-event.h"
#include "draw/mdg-sheet.h"
#include "guide/mdg-guide-pack.h"

G_BEGIN_DECLS

MdgSheet *mdg_run_sheet_new (const MdgGuidePack *pack,
                             const MdgChecklist *checklist,
                             const MdgRun *run);
void mdg_run_sheet_add_history (MdgSheet *sheet, const MdgChecklist *checklist, GPtrArray *events);

G_END_DECLS
