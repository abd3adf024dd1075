/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "guide/mdg-guide-walk.h"

G_BEGIN_DECLS

/* A walk that was left this many seconds ago is not taken up again. */
#define MDG_GUIDE_WALK_KEEP_SECONDS (10 * 60)

/* A walk as one line of text: choices and times only. */
char *mdg_guide_walk_to_text (MdgGuideWalk *self, MdgDay today, gint64 started, gint64 now);
gboolean mdg_guide_walk_restore (MdgGuideWalk *self,
                                 const char *text,
                                 MdgDay today,
                                 gint64 now,
                                 gint64 *started);
gint64 mdg_guide_walk_text_get_seconds_left (const char *text, gint64 now);

G_END_DECLS
