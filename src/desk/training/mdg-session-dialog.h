/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/mdg-session.h"
#include "guide/mdg-guide-pack.h"

G_BEGIN_DECLS

/**
 * MdgSessionDialog:
 *
 * Plans a session, or corrects what was entered about one. Signal "save" (MdgSession as pointer, to
 * be copied) when the user is done.
 */
#define MDG_TYPE_SESSION_DIALOG (mdg_session_dialog_get_type ())
G_DECLARE_FINAL_TYPE (MdgSessionDialog, mdg_session_dialog, MDG, SESSION_DIALOG, AdwDialog)

MdgSessionDialog *mdg_session_dialog_new (MdgGuidePack *pack, MdgDay today, GPtrArray *trainees);
MdgSessionDialog *mdg_session_dialog_new_edit (MdgGuidePack *pack,
                                               const MdgSession *session,
                                               GPtrArray *trainees);

G_END_DECLS
