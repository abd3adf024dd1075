/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mdg-run.h"
#include "draw/mdg-sheet.h"
#include "guide/mdg-guide-pack.h"

G_BEGIN_DECLS

MdgSheet *mdg_run_sheet_new (const MdgGuidePack *pack,
                             const MdgChecklist *checklist,
                             const MdgRun *run);

G_END_DECLS
