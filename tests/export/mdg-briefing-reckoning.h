/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "export/mdg-export-briefing.h"

G_BEGIN_DECLS

/* (transfer full): what a cell says that is computed from counts, reckoned once more from those. */
char *briefing_format_region (const MdgBriefing *briefing, guint type);
char *briefing_format_next_rank (const MdgBriefing *briefing, guint type);
char *briefing_format_national_rate (const MdgBriefing *briefing, guint type);

G_END_DECLS
