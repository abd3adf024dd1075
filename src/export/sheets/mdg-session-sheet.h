/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mdg-session.h"
#include "draw/mdg-sheet.h"

G_BEGIN_DECLS

MdgSheet *mdg_session_sheet_new_attendance (const MdgSession *session);
MdgSheet *mdg_session_sheet_new_record (const MdgSession *session);
const char *mdg_session_verdict_get_label (MdgVerdict verdict);

G_END_DECLS
