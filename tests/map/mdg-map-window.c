/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/mdg-map-window.h"

#include "map/mdg-area-item.h"

static void
activated_cb (MapWindow *self, guint area)
{
  self->activated = area;
  self->n_activated++;
}

static gboolean
has_picture (gpointer data)
{
  MapWindow *self = data;

  return mdg_map_painter_get_picture (mdg_area_layer_get_painter (self->layer)) != NULL;
}

int
map_window_setup (void **state)
{
  MapWindow *self = g_new0 (MapWindow, 1);
  g_autoptr (MdgFigures) figures = fixture_figures_counts ();
  const MdgScope scope = { FIXTURE_MONTH, MDG_MEASURE_USAGE_RATE_ONLINE, MDG_FACILITY_ALL,
                           MDG_AREA_NATIONAL };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  /* Jumps then take no time. */
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);

  self->model = mdg_figure_model_new ();
  mdg_figure_model_set_figures (self->model, figures);
  mdg_figure_model_set_scope (self->model, &scope);

  self->before = gtk_button_new ();
  self->after = gtk_button_new ();
  self->view = MDG_MAP_VIEW (mdg_map_view_new ());
  gtk_widget_set_vexpand (GTK_WIDGET (self->view), TRUE);
  self->layer = MDG_AREA_LAYER (mdg_test_find_child (GTK_WIDGET (self->view), MDG_TYPE_AREA_LAYER));
  self->legend =
    MDG_MAP_LEGEND (mdg_test_find_child (GTK_WIDGET (self->view), MDG_TYPE_MAP_LEGEND));
  mdg_map_view_set_figure_model (self->view, self->model);
  g_signal_connect_swapped (self->view, "area-activated", G_CALLBACK (activated_cb), self);

  gtk_box_append (GTK_BOX (box), self->before);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->view));
  gtk_box_append (GTK_BOX (box), self->after);
  self->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (self->window), 700, 760);
  gtk_window_set_child (GTK_WINDOW (self->window), box);
  gtk_window_present (GTK_WINDOW (self->window));
  assert_true (mdg_test_spin_until (has_picture, self));
  map_window_settle (self);

  *state = self;

  return 0;
}

int
map_window_teardown (void **state)
{
  MapWindow *self = *state;
  gpointer view = self->view;
  gpointer layer = self->layer;

  g_object_add_weak_pointer (G_OBJECT (self->view), &view);
  g_object_add_weak_pointer (G_OBJECT (self->layer), &layer);
  gtk_window_destroy (GTK_WINDOW (self->window));
  assert_null (view);
  assert_null (layer);
  mdg_test_assert_finalize (self->model);
  mdg_test_spin_pending ();
  g_free (self);

  return 0;
}

GtkWidget *
map_window_get_item (MapWindow *self, MdgArea area)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->layer)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (mdg_area_item_get_area (MDG_AREA_ITEM (child)) == area)
      return child;

  return NULL;
}

MdgArea
map_window_get_focused (MapWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self->window));

  return MDG_IS_AREA_ITEM (focus) ? mdg_area_item_get_area (MDG_AREA_ITEM (focus)) : MDG_AREA_NONE;
}

GtkEventController *
map_window_get_controller (GtkWidget *widget, GType type)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (controller, type))
        return controller;
    }

  return NULL;
}

gboolean
map_window_press (MapWindow *self, guint keyval)
{
  gboolean handled = FALSE;

  g_signal_emit_by_name (
    map_window_get_controller (GTK_WIDGET (self->layer), GTK_TYPE_EVENT_CONTROLLER_KEY),
    "key-pressed", keyval, 0u, 0, &handled);

  return handled;
}

void
map_window_type (MapWindow *self, const char *text)
{
  GtkEventController *controller =
    map_window_get_controller (GTK_WIDGET (self->layer), GTK_TYPE_EVENT_CONTROLLER_KEY);

  g_signal_emit_by_name (
    gtk_event_controller_key_get_im_context (GTK_EVENT_CONTROLLER_KEY (controller)), "commit",
    text);
}

static gboolean
is_idle (gpointer data)
{
  MapWindow *self = data;

  return !mdg_map_painter_is_busy (mdg_area_layer_get_painter (self->layer));
}

void
map_window_settle (MapWindow *self)
{
  mdg_test_spin_for (30);
  assert_true (mdg_test_spin_until (is_idle, self));
}
