/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widget/mdg-style.h"

/**
 * mdg_style_load:
 * @display: a display
 * @path: the resource path of a style sheet, for as long as the program runs
 *
 * Makes a folder's style known to @display, once. The style of the application, which GTK loads by
 * itself, has the last word.
 */
void
mdg_style_load (GdkDisplay *display, const char *path)
{
  g_autoptr (GtkCssProvider) provider = NULL;

  g_return_if_fail (GDK_IS_DISPLAY (display));

  if (g_object_get_data (G_OBJECT (display), path) != NULL)
    return;

  provider = gtk_css_provider_new ();
  gtk_css_provider_load_from_resource (provider, path);
  gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_THEME + 1);
  g_object_set_data_full (G_OBJECT (display), path, g_steal_pointer (&provider), g_object_unref);
}
