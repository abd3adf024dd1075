/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "draw/mdg-sheet.h"

G_BEGIN_DECLS

/**
 * MdgPrintButton:
 *
 * A menu button that prints a document, or saves it as PDF on A4 or A5. The document is asked for by
 * the signal "create-sheet" only when it is wanted.
 */
#define MDG_TYPE_PRINT_BUTTON (mdg_print_button_get_type ())
G_DECLARE_FINAL_TYPE (MdgPrintButton, mdg_print_button, MDG, PRINT_BUTTON, AdwBin)

GtkWidget *mdg_print_button_new (const char *label);
void mdg_print_button_set_label (MdgPrintButton *self, const char *label);
void mdg_print_button_describe (MdgPrintButton *self, const char *document);
void mdg_print_button_set_file_name (MdgPrintButton *self, const char *file_name);

G_END_DECLS
