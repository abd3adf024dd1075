/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mdg-session.h"

G_BEGIN_DECLS

/* Sessions as text for spreadsheets. */

char *mdg_export_session_attendance (const MdgSession *session);
char *mdg_export_session_results (const MdgSession *session);

G_END_DECLS
