/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * MdgChoiceButton:
 *
 * A large button with an icon, a title, one line of detail, perhaps a mark, and the digit that
 * activates it.
 */
#define MDG_TYPE_CHOICE_BUTTON (mdg_choice_button_get_type ())
G_DECLARE_FINAL_TYPE (MdgChoiceButton, mdg_choice_button, MDG, CHOICE_BUTTON, GtkButton)

GtkWidget *mdg_choice_button_new (const char *icon_name,
                                  const char *title,
                                  const char *detail,
                                  guint digit);
void mdg_choice_button_set_mark (MdgChoiceButton *self, const char *mark);
const char *mdg_choice_button_get_title (MdgChoiceButton *self);
guint mdg_choice_button_get_digit (MdgChoiceButton *self);
GtkWidget *mdg_choice_button_find (GtkWidget *widget, guint digit);

G_END_DECLS
