/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * MdgTextDialog:
 *
 * Asks for one line of text, without which it goes no further. Signal "accepted" (string: the text,
 * not empty, without blanks around it).
 */
#define MDG_TYPE_TEXT_DIALOG (mdg_text_dialog_get_type ())
G_DECLARE_FINAL_TYPE (MdgTextDialog, mdg_text_dialog, MDG, TEXT_DIALOG, AdwAlertDialog)

AdwDialog *mdg_text_dialog_new (const char *heading,
                                const char *body,
                                const char *title,
                                const char *accept_label,
                                const char *text);

G_END_DECLS
