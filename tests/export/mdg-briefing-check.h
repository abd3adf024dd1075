/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "export/mdg-export-briefing.h"
#include "export/mdg-page-cells.h"

G_BEGIN_DECLS

/* (transfer full) (nullable): what in a briefing is not what @briefing's figures say; NULL if all is. */
char *briefing_check (PageCells *cells, const MdgBriefing *briefing);

G_END_DECLS
