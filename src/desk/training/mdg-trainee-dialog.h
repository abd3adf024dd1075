/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * MdgTraineeDialog:
 *
 * Asks for a name or initials. Signal "named" (string name) when the user has entered one.
 */
#define MDG_TYPE_TRAINEE_DIALOG (mdg_trainee_dialog_get_type ())
G_DECLARE_FINAL_TYPE (MdgTraineeDialog, mdg_trainee_dialog, MDG, TRAINEE_DIALOG, AdwAlertDialog)

AdwDialog *mdg_trainee_dialog_new (const char *name);
AdwDialog *mdg_trainee_dialog_new_for_deletion (const char *name);

G_END_DECLS
