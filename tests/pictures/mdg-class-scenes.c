/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mdg-class-scenes.h"

#include <adwaita.h>

#include "core/mdg-classes.h"
#include "mdg-scene.h"

static GtkWidget *
find_popover (GtkWidget *page)
{
  GtkWidget *button = mdg_scene_find_named (page, "MdgClassButton");
  GtkWidget *menu_button = gtk_widget_get_first_child (button);

  return GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (menu_button)));
}

static void
choose (GtkWidget *page, MdgClassMethod method)
{
  GtkWidget *row = mdg_scene_find_named (find_popover (page), "AdwComboRow");

  adw_combo_row_set_selected (ADW_COMBO_ROW (row), method);
}

/* All on one scale, or each map on its own. */
static void
share (GtkWidget *page, gboolean active)
{
  GtkWidget *row = mdg_scene_find_named (find_popover (page), "AdwSwitchRow");

  adw_switch_row_set_active (ADW_SWITCH_ROW (row), active);
}

/* A popover is saved as what it is, a surface of its own. */
static void
show_popover (GtkWidget *page, GtkWindow **window)
{
  GtkWidget *popover = find_popover (page);

  gtk_popover_popup (GTK_POPOVER (popover));
  *window = (GtkWindow *) (gpointer) popover;
}

/**
 * mdg_class_scenes_show:
 * @page: the page of the map
 * @index: which scene
 * @window: (out): what is saved in place of the window
 *
 * Returns: the name of the scene that is shown now, or %NULL after the last
 */
const char *
mdg_class_scenes_show (GtkWidget *page, guint index, GtkWindow **window)
{
  static const struct
  {
    const char *name;
    MdgClassMethod method;
    gboolean shared;
  } maps[] = {
    { "map-equal", MDG_CLASS_METHOD_EQUAL_INTERVAL, FALSE },
    { "map-natural", MDG_CLASS_METHOD_NATURAL_BREAKS, FALSE },
    { "map-round", MDG_CLASS_METHOD_PRETTY, FALSE },
    { "map-deviation", MDG_CLASS_METHOD_STANDARD_DEVIATION, FALSE },
    { "map-gaps", MDG_CLASS_METHOD_MAXIMUM_BREAKS, FALSE },
    { "map-shared", MDG_CLASS_METHOD_QUANTILE, TRUE },
    { "map-own", MDG_CLASS_METHOD_USER_BREAKS, FALSE },
  };
  GtkWidget *popover = find_popover (page);

  *window = NULL;
  gtk_popover_popdown (GTK_POPOVER (popover));
  if (index < G_N_ELEMENTS (maps))
    {
      share (page, maps[index].shared);
      choose (page, maps[index].method);
      return maps[index].name;
    }

  switch (index - G_N_ELEMENTS (maps))
    {
    case 0:
      gtk_editable_set_text (GTK_EDITABLE (mdg_scene_find_named (popover, "AdwEntryRow")),
                             "30 forty 50");
      show_popover (page, window);
      return "map-classes-error";
    case 1:
      choose (page, MDG_CLASS_METHOD_QUANTILE);
      show_popover (page, window);
      return "map-classes";
    default:
      return NULL;
    }
}
