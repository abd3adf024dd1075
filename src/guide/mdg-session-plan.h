/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mdg-session.h"
#include "guide/mdg-drill.h"

G_BEGIN_DECLS

/* Which drills a session shows, before it is held. */

GPtrArray *mdg_session_plan_list_drills (const MdgGuidePack *pack,
                                         MdgDay day,
                                         guint level,
                                         const char *situation);
GPtrArray *mdg_session_plan_draw (GPtrArray *drills, guint n, GRand *rand);
char *mdg_session_plan_dup_title (const MdgDrill *drill);
void mdg_session_plan_add (MdgSession *session, const MdgGuidePack *pack, const MdgDrill *drill);

G_END_DECLS
