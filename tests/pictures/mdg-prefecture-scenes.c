/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mdg-prefecture-scenes.h"

#include "app/mdg-application.h"
#include "mdg-scene.h"

static void
compare (GtkWidget *page)
{
  static const char *const neighbours[] = { "04", "08", NULL };
  GSettings *settings =
    mdg_application_get_settings (MDG_APPLICATION (g_application_get_default ()));

  g_settings_set_strv (settings, "neighbour-areas", neighbours);
}

/* By what stands for it in the description of the page or of the card. */
static GtkMenuButton *
find_menu_button (GtkWidget *widget, const char *id)
{
  if (g_strcmp0 (gtk_buildable_get_buildable_id (GTK_BUILDABLE (widget)), id) == 0)
    return GTK_MENU_BUTTON (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkMenuButton *found = find_menu_button (child, id);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static GtkMenuButton *
find_neighbours_button (GtkWidget *page)
{
  GtkWidget *owner = mdg_scene_find_named (page, "MdgNeighboursButton");

  return GTK_MENU_BUTTON (gtk_widget_get_first_child (owner));
}

/* A popover is saved as what it is, a surface of its own. */
static void
show_popover (GtkMenuButton *button, GtkWindow **window)
{
  if (*window != NULL)
    gtk_popover_popdown (GTK_POPOVER (*window));
  gtk_menu_button_popup (button);
  *window = (GtkWindow *) (gpointer) gtk_menu_button_get_popover (button);
}

static void
hide_popover (GtkWindow **window)
{
  gtk_popover_popdown (GTK_POPOVER (*window));
  *window = NULL;
}

/* A popover is shown only where its button is: the page has to be back there first. */
static void
show_chart_menu (GtkWidget *page, GtkWindow **window)
{
  GtkMenuButton *button = find_menu_button (page, "menu_button");

  gtk_widget_grab_focus (GTK_WIDGET (button));
  mdg_scene_wait_for_frames (page);
  show_popover (button, window);
}

/**
 * mdg_prefecture_scenes_show:
 * @page: the page of a prefecture
 * @index: which scene
 * @window: (out): what is saved in place of the window
 *
 * Compares with two neighbours, opens the menus, and goes down the page.
 *
 * Returns: the name of the scene that is shown now, or %NULL after the last
 */
const char *
mdg_prefecture_scenes_show (GtkWidget *page, guint index, GtkWindow **window)
{
  switch (index)
    {
    case 0:
      compare (page);
      return "prefecture-compared";

    case 1:
      show_popover (find_neighbours_button (page), window);
      return "prefecture-neighbours";

    case 2:
      show_popover (find_menu_button (page, "briefing_button"), window);
      return "prefecture-briefing";

    case 3:
      hide_popover (window);
      mdg_scene_scroll (page);
      return "prefecture-2";

    case 4:
      mdg_scene_scroll (page);
      return "prefecture-3";

    case 5:
      mdg_scene_scroll (page);
      return "prefecture-4";

    case 6:
      mdg_scene_scroll (page);
      return "prefecture-5";

    case 7:
      show_chart_menu (page, window);
      return "prefecture-chart-menu";

    default:
      hide_popover (window);
      return NULL;
    }
}
