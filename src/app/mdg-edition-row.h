/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/mdg-edition.h"

G_BEGIN_DECLS

/**
 * MdgEditionRow:
 *
 * One edition: what it is, how many of its figures were proved, and, opened, its import report and
 * its digest. What it opens to is made when it is first opened.
 *
 * Signals: "remove-requested": the user asks to remove this imported edition; "restore-requested"
 * and "delete-requested": to bring back this removed one, or to delete it for good.
 */
#define MDG_TYPE_EDITION_ROW (mdg_edition_row_get_type ())
G_DECLARE_FINAL_TYPE (MdgEditionRow, mdg_edition_row, MDG, EDITION_ROW, AdwExpanderRow)

GtkWidget *mdg_edition_row_new (MdgEdition *edition, const guint *counts);
MdgEdition *mdg_edition_row_get_edition (MdgEditionRow *self);

G_END_DECLS
