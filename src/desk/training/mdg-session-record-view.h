/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/mdg-session.h"

G_BEGIN_DECLS

/**
 * MdgSessionRecordView:
 *
 * One session: who took part, what was shown, and how the group voted. Signals "back", "present",
 * "edit", "delete", "finish".
 */
#define MDG_TYPE_SESSION_RECORD_VIEW (mdg_session_record_view_get_type ())
G_DECLARE_FINAL_TYPE (MdgSessionRecordView,
                      mdg_session_record_view,
                      MDG,
                      SESSION_RECORD_VIEW,
                      AdwBin)

void mdg_session_record_view_set_session (MdgSessionRecordView *self, const MdgSession *session);
gint64 mdg_session_record_view_get_session_id (MdgSessionRecordView *self);

G_END_DECLS
