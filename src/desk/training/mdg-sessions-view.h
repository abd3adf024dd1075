/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk/mdg-pack-page.h"
#include "desk/training/mdg-presenter-window.h"

G_BEGIN_DECLS

/**
 * MdgSessionsView:
 *
 * Training sessions for a group: planned, presented, recorded. Construct properties "pack"
 * (MdgGuidePack), "store" (MdgStore), "clock" (MdgClock, the default clock if NULL). Toasts go to the
 * nearest AdwToastOverlay above the view.
 */
#define MDG_TYPE_SESSIONS_VIEW (mdg_sessions_view_get_type ())
G_DECLARE_FINAL_TYPE (MdgSessionsView, mdg_sessions_view, MDG, SESSIONS_VIEW, MdgPackPage)

MdgSessionsView *mdg_sessions_view_new (MdgGuidePack *pack, MdgStore *store);
MdgPresenterWindow *mdg_sessions_view_get_presenter (MdgSessionsView *self);

G_END_DECLS
