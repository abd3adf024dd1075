/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "map/mdg-map-css.h"

#define CSS_PATH RESOURCE_PREFIX "/ui/map/mdg-map.css"

/**
 * mdg_map_css_load:
 * @display: a display
 *
 * Gives the widgets of the map their style, once for each display.
 */
void
mdg_map_css_load (GdkDisplay *display)
{
  static const char key[] = "mdg-map-css";
  g_autoptr (GtkCssProvider) provider = NULL;

  if (g_object_get_data (G_OBJECT (display), key) != NULL)
    return;

  provider = gtk_css_provider_new ();
  gtk_css_provider_load_from_resource (provider, CSS_PATH);
  gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_THEME + 1);
  g_object_set_data (G_OBJECT (display), key, GINT_TO_POINTER (1));
}
