/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/mdg-region-button.h"

#include <glib/gi18n.h>

#include "map/mdg-map-place.h"
#include "widget/mdg-popup.h"

struct _MdgRegionButton
{
  AdwBin parent_instance;
};

G_DEFINE_FINAL_TYPE (MdgRegionButton, mdg_region_button, ADW_TYPE_BIN)

/* From one place to the place before another, as a section. */
static void
append_places (GMenu *menu, const char *heading, MdgMapPlace from, MdgMapPlace end)
{
  g_autoptr (GMenu) section = g_menu_new ();

  for (MdgMapPlace place = from; place < end; place++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (mdg_map_place_get_label (place), NULL);

      g_menu_item_set_action_and_target (item, "map-page.show-place", "s",
                                         mdg_map_place_get_id (place));
      g_menu_append_item (section, item);
    }

  g_menu_append_section (menu, heading, G_MENU_MODEL (section));
}

static void
mdg_region_button_class_init (MdgRegionButtonClass *klass)
{
}

static void
mdg_region_button_init (MdgRegionButton *self)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenu) menu = g_menu_new ();

  append_places (menu, NULL, MDG_MAP_PLACE_JAPAN, MDG_MAP_PLACE_HOKKAIDO);
  append_places (menu, C_ ("map menu", "Regions"), MDG_MAP_PLACE_HOKKAIDO,
                 MDG_MAP_PLACE_FIRST_ISLANDS);
  append_places (menu, C_ ("map menu", "Far Islands"), MDG_MAP_PLACE_FIRST_ISLANDS,
                 MDG_N_MAP_PLACES);

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "find-location-symbolic");
  mdg_popup_prepare_menu (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _ ("Go to a Region"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Go to a Region"), -1);
  adw_bin_set_child (ADW_BIN (self), button);
}

/**
 * mdg_region_button_new:
 *
 * Returns: (transfer floating): a new button
 */
GtkWidget *
mdg_region_button_new (void)
{
  return g_object_new (MDG_TYPE_REGION_BUTTON, NULL);
}
