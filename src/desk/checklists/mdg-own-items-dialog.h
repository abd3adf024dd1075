/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/mdg-own-list.h"
#include "core/mdg-store.h"

G_BEGIN_DECLS

/**
 * MdgOwnItemsDialog:
 *
 * Edits what the facility has added to a checklist of a guide pack, or a checklist of its own. Every
 * change is stored at once, and what was removed can be brought back, items in the dialog and a
 * checklist where the dialog was. Signal "changed" (GPtrArray of MdgOwnList: all that the facility
 * has added).
 */
#define MDG_TYPE_OWN_ITEMS_DIALOG (mdg_own_items_dialog_get_type ())
G_DECLARE_FINAL_TYPE (MdgOwnItemsDialog, mdg_own_items_dialog, MDG, OWN_ITEMS_DIALOG, AdwDialog)

AdwDialog *mdg_own_items_dialog_present (GtkWidget *parent,
                                         MdgStore *store,
                                         GPtrArray *lists,
                                         const char *list_id,
                                         const char *title);

G_END_DECLS
