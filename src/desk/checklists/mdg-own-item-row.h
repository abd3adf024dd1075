/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/mdg-own-list.h"

G_BEGIN_DECLS

/**
 * MdgOwnItemRow:
 *
 * An item that the facility has added, to be edited. It stores nothing: signals "changed-text"
 * (string), "move" (int: places down) and "remove" say what the user wants.
 */
#define MDG_TYPE_OWN_ITEM_ROW (mdg_own_item_row_get_type ())
G_DECLARE_FINAL_TYPE (MdgOwnItemRow, mdg_own_item_row, MDG, OWN_ITEM_ROW, AdwEntryRow)

GtkWidget *mdg_own_item_row_new (gint64 item_id);
void mdg_own_item_row_show (MdgOwnItemRow *self,
                            const MdgOwnItem *item,
                            guint index,
                            guint n_items);
gint64 mdg_own_item_row_get_item_id (MdgOwnItemRow *self);

G_END_DECLS
