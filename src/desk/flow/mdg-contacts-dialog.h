/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/mdg-store.h"

G_BEGIN_DECLS

/**
 * MdgContactsDialog:
 *
 * The facility's own contacts, edited in one place. Signal "saved" after the store confirmed them.
 */
#define MDG_TYPE_CONTACTS_DIALOG (mdg_contacts_dialog_get_type ())
G_DECLARE_FINAL_TYPE (MdgContactsDialog, mdg_contacts_dialog, MDG, CONTACTS_DIALOG, AdwDialog)

AdwDialog *mdg_contacts_dialog_new (MdgStore *store, GPtrArray *contacts);

G_END_DECLS
