/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * MdgCardRow:
 *
 * Cards side by side, equally wide and equally high; or one below the other, as its orientation
 * says.
 *
 * A homogeneous #GtkBox looks the same, but asks each child how narrow it may be at the height it
 * gets, which a child with wrapped text or a chart can only find out by trying widths. Here only
 * heights are asked for, which is a sixth of the work of a start.
 */
#define MDG_TYPE_CARD_ROW (mdg_card_row_get_type ())
G_DECLARE_FINAL_TYPE (MdgCardRow, mdg_card_row, MDG, CARD_ROW, GtkWidget)

GtkWidget *mdg_card_row_new (void);

G_END_DECLS
