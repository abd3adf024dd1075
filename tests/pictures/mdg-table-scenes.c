/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mdg-table-scenes.h"

#include <adwaita.h>

#include "mdg-scene.h"

static void
close_dialog (GtkWidget *page)
{
  AdwApplicationWindow *window = ADW_APPLICATION_WINDOW (gtk_widget_get_root (page));
  AdwDialog *dialog = adw_application_window_get_visible_dialog (window);

  if (dialog != NULL)
    adw_dialog_force_close (dialog);
}

static GtkSelectionModel *
get_selection (GtkWidget *page)
{
  GtkWidget *view = mdg_scene_find_named (page, "GtkColumnView");

  return gtk_column_view_get_model (GTK_COLUMN_VIEW (view));
}

static GtkPopover *
find_columns (GtkWidget *page)
{
  GtkWidget *chooser = mdg_scene_find_named (page, "MdgColumnChooser");
  GtkWidget *button = adw_bin_get_child (ADW_BIN (chooser));

  return gtk_menu_button_get_popover (GTK_MENU_BUTTON (button));
}

/**
 * mdg_table_scenes_show:
 * @page: the page of tables
 * @index: which scene
 * @window: (out): what is saved in place of the window
 *
 * Returns: the name of the scene that is shown now, or %NULL after the last
 */
const char *
mdg_table_scenes_show (GtkWidget *page, guint index, GtkWindow **window)
{
  GtkSelectionModel *selection = get_selection (page);
  GtkPopover *columns = find_columns (page);

  *window = NULL;
  close_dialog (page);
  gtk_popover_popdown (columns);

  switch (index)
    {
    case 0:
      gtk_selection_model_unselect_all (selection);
      gtk_widget_activate_action (gtk_widget_get_first_child (page), "table.save", NULL);
      return "table-save";
    case 1:
      gtk_selection_model_select_range (selection, 1, 3, TRUE);
      return "table-selected";
    case 2:
      gtk_widget_activate_action (gtk_widget_get_first_child (page), "table.save", NULL);
      return "table-save-selected";
    case 3:
      /* In a narrow window there is nothing to choose. */
      if (!gtk_widget_get_mapped (mdg_scene_find_named (page, "MdgColumnChooser")))
        return NULL;
      /* A popover is saved as what it is, a surface of its own. */
      gtk_popover_popup (columns);
      *window = (GtkWindow *) (gpointer) columns;
      return "table-columns";
    default:
      return NULL;
    }
}
