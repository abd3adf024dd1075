/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mdg-table-scenes.h"

#include <adwaita.h>

#include "mdg-scene.h"

static GtkWidget *
find_areas (GtkWidget *page)
{
  return mdg_scene_find_named (page, "MdgAreaTableView");
}

static void
select_rows (GtkWidget *page, guint first, guint n)
{
  GtkWidget *view = mdg_scene_find_named (find_areas (page), "GtkColumnView");

  gtk_selection_model_select_range (gtk_column_view_get_model (GTK_COLUMN_VIEW (view)), first, n,
                                    TRUE);
}

static void
switch_to (GtkWidget *page, const char *name)
{
  GtkWidget *stack = mdg_scene_find_named (page, "AdwViewStack");

  adw_view_stack_set_visible_child_name (ADW_VIEW_STACK (stack), name);
}

/* A popover is saved as what it is, a surface of its own. */
static void
show_columns (GtkWidget *page, GtkWindow **window)
{
  GtkWidget *button = mdg_scene_find_named (find_areas (page), "GtkMenuButton");
  GtkPopover *popover = gtk_menu_button_get_popover (GTK_MENU_BUTTON (button));

  gtk_popover_popup (popover);
  *window = (GtkWindow *) (gpointer) popover;
}

static void
hide_columns (GtkWidget *page)
{
  GtkWidget *button = mdg_scene_find_named (find_areas (page), "GtkMenuButton");

  gtk_menu_button_popdown (GTK_MENU_BUTTON (button));
}

static GtkWidget *
find_observations (GtkWidget *page)
{
  return mdg_scene_find_named (page, "MdgObservationView");
}

static void
select_observations (GtkWidget *page, guint first, guint n)
{
  GtkWidget *view = mdg_scene_find_named (find_observations (page), "GtkColumnView");

  gtk_selection_model_select_range (gtk_column_view_get_model (GTK_COLUMN_VIEW (view)), first, n,
                                    TRUE);
}

static void
close_dialog (GtkWidget *page)
{
  AdwApplicationWindow *window = ADW_APPLICATION_WINDOW (gtk_widget_get_root (page));
  AdwDialog *dialog = adw_application_window_get_visible_dialog (window);

  if (dialog != NULL)
    adw_dialog_force_close (dialog);
}

/**
 * mdg_table_scenes_show:
 * @page: the page of the tables
 * @index: which scene
 * @window: (out): what is saved in place of the window
 *
 * Shows chosen rows added up, groups with totals, every facility type, the menu of the columns, all
 * figures, and how some of them are saved.
 *
 * Returns: (nullable): the name of the scene, or %NULL after the last
 */
const char *
mdg_table_scenes_show (GtkWidget *page, guint index, GtkWindow **window)
{
  *window = NULL;
  switch (index)
    {
    case 0:
      select_rows (page, 1, 3);
      return "table-chosen";

    case 1:
      select_rows (page, 0, 0);
      gtk_widget_activate_action (find_areas (page), "columns.table-by-region", NULL);
      return "table-regions";

    case 2:
      gtk_widget_activate_action (find_areas (page), "columns.table-all-types", NULL);
      return "table-types";

    case 3:
      show_columns (page, window);
      return "table-columns";

    case 4:
      hide_columns (page);
      gtk_widget_activate_action (find_areas (page), "areas.ministry", NULL);
      switch_to (page, "observations");
      select_observations (page, 1, 3);
      return "table-all";

    case 5:
      gtk_widget_activate_action (find_observations (page), "table.save", NULL);
      return "table-save";

    default:
      close_dialog (page);
      select_observations (page, 0, 0);
      switch_to (page, "areas");
      return NULL;
    }
}
