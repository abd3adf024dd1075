/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widget/mdg-popup.h"

static void
create_menu_cb (GtkMenuButton *button, gpointer data)
{
  if (gtk_menu_button_get_menu_model (button) == NULL)
    gtk_menu_button_set_menu_model (button, data);
}

/**
 * mdg_popup_prepare_menu:
 * @button: a button
 * @menu: what it offers
 *
 * Lets the menu of @button be made when it is first asked for. Pages have many that most users never
 * open, each with a dozen widgets, and gtk_menu_button_set_menu_model () makes them all before the
 * first frame. To a screen reader the button has a menu from the start.
 */
void
mdg_popup_prepare_menu (GtkMenuButton *button, GMenuModel *menu)
{
  g_return_if_fail (GTK_IS_MENU_BUTTON (button));
  g_return_if_fail (G_IS_MENU_MODEL (menu));

  gtk_menu_button_set_create_popup_func (button, create_menu_cb, g_object_ref (menu),
                                         g_object_unref);
}
