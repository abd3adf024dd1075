/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "desk/flow/mdg-desk-contacts.h"
#include "guide/mdg-guide-walk.h"

G_BEGIN_DECLS

/**
 * MdgDeskPrintDialog:
 *
 * The documents of the front desk, each with a button that prints it or saves it as PDF.
 */
#define MDG_TYPE_DESK_PRINT_DIALOG (mdg_desk_print_dialog_get_type ())
G_DECLARE_FINAL_TYPE (MdgDeskPrintDialog, mdg_desk_print_dialog, MDG, DESK_PRINT_DIALOG, AdwDialog)

AdwDialog *mdg_desk_print_dialog_new (MdgGuideWalk *walk, GPtrArray *contacts);
void mdg_desk_print_dialog_install_action (GtkWidgetClass *page_class);
void mdg_desk_print_dialog_set_up (GtkWidget *page, MdgGuideWalk *walk, MdgDeskContacts *contacts);

G_END_DECLS
