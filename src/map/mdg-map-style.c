/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "map/mdg-map-style.h"

#define CSS_PATH RESOURCE_PREFIX "/ui/map/mdg-map.css"

/**
 * mdg_map_style_load:
 * @widget: a widget of a map
 *
 * Loads the style of maps for the display of @widget, once.
 */
void
mdg_map_style_load (GtkWidget *widget)
{
  static const char key[] = "mdg-map-css";
  GdkDisplay *display = gtk_widget_get_display (widget);
  g_autoptr (GtkCssProvider) provider = NULL;

  if (g_object_get_data (G_OBJECT (display), key) != NULL)
    return;

  provider = gtk_css_provider_new ();
  gtk_css_provider_load_from_resource (provider, CSS_PATH);
  gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_THEME + 1);
  g_object_set_data (G_OBJECT (display), key, GINT_TO_POINTER (1));
}
