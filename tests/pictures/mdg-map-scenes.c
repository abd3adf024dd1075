/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mdg-map-scenes.h"

#include "app/mdg-application.h"

static void
show_measure (MdgMeasure measure)
{
  MdgFigureModel *model =
    mdg_application_get_model (MDG_APPLICATION (g_application_get_default ()));
  MdgScope scope = *mdg_figure_model_get_scope (model);

  scope.measure = measure;
  mdg_figure_model_set_scope (model, &scope);
}

static void
close_dialog (GtkWidget *page)
{
  AdwDialog *dialog =
    adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (gtk_widget_get_root (page)));

  if (dialog != NULL)
    adw_dialog_force_close (dialog);
}

/**
 * mdg_map_scenes_show:
 * @page: the map page
 * @index: which scene
 * @window: (out): left alone: all are in the main window
 *
 * Shows the difference from the nation, the other family of colours, a region from near, and two
 * maps that are compared, and how a picture of them is saved.
 *
 * Returns: (nullable): the name of the scene, or %NULL after the last
 */
const char *
mdg_map_scenes_show (GtkWidget *page, guint index, GtkWindow **window)
{
  switch (index)
    {
    case 0:
      show_measure (MDG_MEASURE_DIFFERENCE_POINTS);
      return "map-difference";

    case 1:
      show_measure (MDG_MEASURE_USAGE_RATE_ONLINE);
      gtk_widget_activate_action (page, "map-page.map-palette", "s", "dusk");
      return "map-dusk";

    case 2:
      gtk_widget_activate_action (page, "map-page.show-place", "s", "kanto");
      return "map-kanto";

    case 3:
      gtk_widget_activate_action (page, "map-page.show-place", "s", "japan");
      gtk_widget_activate_action (page, "map-page.compare", NULL);
      return "map-compare";

    case 4:
      gtk_widget_activate_action (page, "map-page.save-picture", NULL);
      return "map-picture";

    default:
      close_dialog (page);
      gtk_widget_activate_action (page, "map-page.compare", NULL);
      gtk_widget_activate_action (page, "map-page.map-palette", "s", "sea");
      gtk_widget_activate_action (page, "map-page.show-place", "s", "japan");
      return NULL;
    }
}
