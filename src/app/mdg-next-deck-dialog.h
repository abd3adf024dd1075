/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * MdgNextDeckDialog:
 *
 * How to get the ministry's next deck, since the program itself never goes to the network: where to
 * look, what to search for, and where to drop what was found.
 */
#define MDG_TYPE_NEXT_DECK_DIALOG (mdg_next_deck_dialog_get_type ())
G_DECLARE_FINAL_TYPE (MdgNextDeckDialog, mdg_next_deck_dialog, MDG, NEXT_DECK_DIALOG, AdwDialog)

MdgNextDeckDialog *mdg_next_deck_dialog_new (void);

G_END_DECLS
