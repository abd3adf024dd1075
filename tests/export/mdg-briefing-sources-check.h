/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "export/mdg-export-briefing.h"

G_BEGIN_DECLS

/* (transfer full) (element-type utf8): the paragraphs that name the sources of a briefing. */
GPtrArray *briefing_sources_list (const MdgBriefing *briefing);

G_END_DECLS
