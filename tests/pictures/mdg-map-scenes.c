/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mdg-map-scenes.h"

#include "mdg-scene.h"

/**
 * mdg_map_scenes_show:
 * @page: the map page
 * @index: which scene
 *
 * Two maps that are compared, and one again, for the pictures after it.
 *
 * Returns: (nullable): the name of the picture
 */
const char *
mdg_map_scenes_show (GtkWidget *page, guint index)
{
  gtk_widget_activate_action (page, "map-page.compare", NULL);

  return index == 0 ? "map-compare" : NULL;
}
