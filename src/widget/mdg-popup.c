/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widget/mdg-popup.h"

/**
 * mdg_popup_prepare:
 * @button: a button
 * @create: called each time before the popover is shown; gives @button a popover if it has none
 * @data: (closure): passed to @create
 * @destroy: (nullable): frees @data with @button
 *
 * Lets the popover of @button be made when it is first asked for. Pages have many that most users never
 * open, each with a dozen widgets, and they would all be made before the first frame. To a screen
 * reader the button has a popup from the start.
 */
void
mdg_popup_prepare (GtkMenuButton *button,
                   GtkMenuButtonCreatePopupFunc create,
                   gpointer data,
                   GDestroyNotify destroy)
{
  g_return_if_fail (GTK_IS_MENU_BUTTON (button));
  g_return_if_fail (create != NULL);

  gtk_menu_button_set_create_popup_func (button, create, data, destroy);
  /* GTK says so of the button that it has inside. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (GTK_WIDGET (button))),
                                  GTK_ACCESSIBLE_PROPERTY_HAS_POPUP, TRUE, -1);
}

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
 * Lets the menu of @button be made when it is first asked for, see mdg_popup_prepare ().
 */
void
mdg_popup_prepare_menu (GtkMenuButton *button, GMenuModel *menu)
{
  g_return_if_fail (G_IS_MENU_MODEL (menu));

  mdg_popup_prepare (button, create_menu_cb, g_object_ref (menu), g_object_unref);
}
