/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mdg-scene.h"

#include <adwaita.h>

/* Returns the widget of the name @name, shown or not. */
GtkWidget *
mdg_scene_find_named (GtkWidget *widget, const char *name)
{
  if (g_str_equal (gtk_widget_get_name (widget), name))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = mdg_scene_find_named (child, name);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* Returns the first widget on screen of the type @type_name. */
GtkWidget *
mdg_scene_find_shown (GtkWidget *widget, const char *type_name)
{
  if (!gtk_widget_get_mapped (widget))
    return NULL;
  if (g_str_equal (G_OBJECT_TYPE_NAME (widget), type_name))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = mdg_scene_find_shown (child, type_name);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* Scrolls on by almost a page. */
gboolean
mdg_scene_scroll (GtkWidget *widget)
{
  GtkWidget *scroller = mdg_scene_find_shown (widget, "GtkScrolledWindow");
  GtkAdjustment *adjustment;
  double before;

  if (scroller == NULL)
    return FALSE;

  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  before = gtk_adjustment_get_value (adjustment);
  gtk_adjustment_set_value (adjustment, before + gtk_adjustment_get_page_size (adjustment) * 0.9);

  return gtk_adjustment_get_value (adjustment) > before;
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  (*(guint *) data)--;

  return *(guint *) data > 0 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

/* Waits until what was just asked of a widget is laid out. */
void
mdg_scene_wait_for_frames (GtkWidget *widget)
{
  guint n_left = 4;

  gtk_widget_add_tick_callback (widget, tick_cb, &n_left, NULL);
  while (n_left > 0)
    g_main_context_iteration (NULL, TRUE);
}

void
mdg_scene_activate_row (GtkWidget *page, const char *name)
{
  GtkWidget *row = mdg_scene_find_named (page, name);

  if (row != NULL)
    adw_action_row_activate (ADW_ACTION_ROW (row));
}

static void
filled_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  mdg_store_run_finish (MDG_STORE (source), result, &error);
  if (error != NULL)
    g_warning ("The pictures are of an empty store: %s", error->message);
  *(gboolean *) data = TRUE;
}

/* Waits until @work has entered something. */
void
mdg_scene_fill (MdgStore *store, MdgStoreWork work)
{
  gboolean is_filled = FALSE;

  mdg_store_run_async (store, work, NULL, NULL, NULL, NULL, filled_cb, &is_filled);
  while (!is_filled)
    g_main_context_iteration (NULL, TRUE);
}
