/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/mdg-map-window.h"

#include <math.h>
#include <string.h>

static MdgArea
get_scope_area (MapWindow *self)
{
  return mdg_figure_model_get_scope (self->model)->area;
}

static void
get_label_place (MapWindow *self, MdgArea area, double *x, double *y)
{
  MdgMapCamera camera;

  mdg_area_layer_get_camera (self->layer, &camera);
  mdg_boundaries_get_label_point (mdg_boundaries_get_default (NULL), area, x, y, NULL);
  *x = (*x - camera.center_x) * camera.scale + camera.width / 2;
  *y = (*y - camera.center_y) * camera.scale + camera.height / 2;
}

static void
click (MapWindow *self, double x, double y, double moved)
{
  GtkEventController *gesture =
    map_window_get_controller (GTK_WIDGET (self->layer), GTK_TYPE_GESTURE_CLICK);

  g_signal_emit_by_name (gesture, "pressed", 1, x, y);
  g_signal_emit_by_name (gesture, "released", 1, x + moved, y);
}

/* Goes from one button to the other, and returns how often the focus was on a prefecture. */
static guint
count_stops (MapWindow *self,
             GtkWidget *from,
             GtkWidget *to,
             GtkDirectionType direction,
             MdgArea *area)
{
  guint n = 0;

  gtk_widget_grab_focus (from);
  for (guint i = 0; i < 50 && gtk_window_get_focus (GTK_WINDOW (self->window)) != to; i++)
    {
      gtk_widget_child_focus (self->window, direction);
      if (map_window_get_focused (self) == MDG_AREA_NONE)
        continue;
      n++;
      *area = map_window_get_focused (self);
    }
  assert_ptr_equal (gtk_window_get_focus (GTK_WINDOW (self->window)), to);

  return n;
}

static void
test_tab_stop (void **state)
{
  MapWindow *self = *state;
  MdgArea area = MDG_AREA_NONE;

  /* Without a home, Tokyo; with one, home; then where one has been. */
  assert_int_equal (count_stops (self, self->before, self->after, GTK_DIR_TAB_FORWARD, &area), 1);
  assert_int_equal (area, 13);
  mdg_figure_model_set_home_area (self->model, 7);
  assert_int_equal (count_stops (self, self->after, self->before, GTK_DIR_TAB_BACKWARD, &area), 1);
  assert_int_equal (area, 7);
  /* Coming is not choosing. */
  assert_int_equal (get_scope_area (self), MDG_AREA_NATIONAL);
  mdg_figure_model_set_area (self->model, 39);
  assert_int_equal (count_stops (self, self->before, self->after, GTK_DIR_TAB_FORWARD, &area), 1);
  assert_int_equal (area, 39);
}

static void
test_arrows (void **state)
{
  MapWindow *self = *state;

  mdg_figure_model_set_area (self->model, 2);
  gtk_widget_grab_focus (GTK_WIDGET (self->layer));
  assert_int_equal (map_window_get_focused (self), 2);

  assert_true (map_window_press (self, GDK_KEY_Up));
  assert_int_equal (map_window_get_focused (self), 1);
  assert_int_equal (get_scope_area (self), 1);
  assert_true (map_window_press (self, GDK_KEY_KP_Down));
  assert_int_equal (get_scope_area (self), 2);
  assert_true (map_window_press (self, GDK_KEY_Down));
  assert_int_equal (get_scope_area (self), 3);
  assert_true (map_window_press (self, GDK_KEY_Left));
  assert_int_equal (get_scope_area (self), 5);

  /* Where nothing lies that way, the key is still the map's: else it would move the map. */
  mdg_figure_model_set_area (self->model, 1);
  assert_true (map_window_press (self, GDK_KEY_Up));
  assert_int_equal (get_scope_area (self), 1);
}

/* All 47 by real steps of the widget, along a shortest way to each from wherever one is. */
static void
test_arrows_reach_all (void **state)
{
  static const guint keys[MDG_N_COMPASS] = { GDK_KEY_Up, GDK_KEY_Right, GDK_KEY_Down,
                                             GDK_KEY_Left };
  MapWindow *self = *state;
  MdgBoundaries *boundaries = mdg_boundaries_get_default (NULL);

  mdg_figure_model_set_area (self->model, 13);
  gtk_widget_grab_focus (GTK_WIDGET (self->layer));
  for (MdgArea target = 1; target < MDG_N_AREAS; target++)
    {
      MdgArea queue[MDG_N_AREAS] = { target };
      int way[MDG_N_AREAS];
      guint n = 1;

      /* Backwards from the target: by which key each prefecture comes nearer. */
      memset (way, -1, sizeof way);
      for (guint i = 0; i < n; i++)
        for (MdgArea area = 1; area < MDG_N_AREAS; area++)
          for (MdgCompass compass = 0; compass < MDG_N_COMPASS; compass++)
            if (area != target && way[area] < 0 &&
                mdg_boundaries_step (boundaries, area, compass) == queue[i])
              {
                way[area] = (int) compass;
                queue[n++] = area;
              }

      for (guint i = 0; i < MDG_N_PREFECTURES && get_scope_area (self) != target; i++)
        assert_true (map_window_press (self, keys[way[get_scope_area (self)]]));
      assert_int_equal (get_scope_area (self), target);
      assert_int_equal (map_window_get_focused (self), target);
      assert_true (mdg_area_layer_is_in_view (self->layer, target));
    }
}

static void
test_home_and_end (void **state)
{
  MapWindow *self = *state;

  gtk_widget_grab_focus (GTK_WIDGET (self->layer));
  assert_true (map_window_press (self, GDK_KEY_End));
  assert_int_equal (get_scope_area (self), 47);
  assert_true (map_window_press (self, GDK_KEY_Home));
  assert_int_equal (get_scope_area (self), 1);
}

static void
test_typing (void **state)
{
  MapWindow *self = *state;

  gtk_widget_grab_focus (GTK_WIDGET (self->layer));
  map_window_type (self, "k");
  map_window_type (self, "o");
  map_window_type (self, "c");
  assert_int_equal (get_scope_area (self), 39);
  assert_int_equal (map_window_get_focused (self), 39);

  /* Escape begins a new name; a whole word comes from an input method. */
  assert_true (map_window_press (self, GDK_KEY_Escape));
  assert_int_equal (map_window_get_focused (self), 39);
  map_window_type (self, "ふくい");
  assert_int_equal (get_scope_area (self), 18);
  assert_true (map_window_press (self, GDK_KEY_Escape));
  map_window_type (self, "北海道");
  assert_int_equal (get_scope_area (self), 1);
}

static void
test_keys_left_to_others (void **state)
{
  MapWindow *self = *state;
  gboolean handled = FALSE;

  gtk_widget_grab_focus (GTK_WIDGET (self->layer));
  assert_false (map_window_press (self, GDK_KEY_F5));
  assert_false (map_window_press (self, GDK_KEY_Tab));
  g_signal_emit_by_name (
    map_window_get_controller (GTK_WIDGET (self->layer), GTK_TYPE_EVENT_CONTROLLER_KEY),
    "key-pressed", GDK_KEY_Left, 0u, GDK_ALT_MASK, &handled);
  assert_false (handled);
}

static void
test_activate (void **state)
{
  MapWindow *self = *state;

  mdg_figure_model_set_area (self->model, 7);
  gtk_widget_grab_focus (GTK_WIDGET (self->layer));
  assert_true (map_window_press (self, GDK_KEY_Return));
  assert_int_equal (self->n_activated, 1);
  assert_int_equal (self->activated, 7);

  /* As a screen reader does it. */
  assert_true (gtk_widget_activate_action (map_window_get_item (self, 39), "area.open", NULL));
  assert_int_equal (self->activated, 39);
  assert_true (gtk_widget_activate_action (map_window_get_item (self, 12), "area.select", NULL));
  assert_int_equal (self->n_activated, 2);
  assert_int_equal (get_scope_area (self), 12);
}

static void
test_escape_leaves (void **state)
{
  MapWindow *self = *state;

  gtk_widget_grab_focus (GTK_WIDGET (self->layer));
  assert_true (map_window_press (self, GDK_KEY_Escape));
  assert_int_equal (map_window_get_focused (self), MDG_AREA_NONE);
  assert_int_equal (get_scope_area (self), MDG_AREA_NATIONAL);
}

static void
test_click (void **state)
{
  MapWindow *self = *state;
  double x, y;

  get_label_place (self, 20, &x, &y);
  click (self, x, y, 0);
  assert_int_equal (get_scope_area (self), 20);
  assert_int_equal (map_window_get_focused (self), 20);

  /* After a drag the gesture is released, too. */
  get_label_place (self, 1, &x, &y);
  click (self, x, y, 40);
  assert_int_equal (get_scope_area (self), 20);

  /* The sea is nobody's. */
  click (self, 3, gtk_widget_get_height (GTK_WIDGET (self->layer)) / 2.0, 0);
  assert_int_equal (get_scope_area (self), MDG_AREA_NATIONAL);
}

/* The list beside the map selects through the same scope. */
static void
test_selection_from_outside (void **state)
{
  MapWindow *self = *state;
  guint n_notified = 0;

  g_signal_connect_swapped (self->model, "notify::scope", G_CALLBACK (mdg_test_count_cb),
                            &n_notified);
  mdg_figure_model_set_area (self->model, 47);
  assert_int_equal (mdg_area_layer_get_selected_area (self->layer), 47);
  assert_true (mdg_area_layer_is_in_view (self->layer, 47));
  mdg_figure_model_set_area (self->model, MDG_AREA_NATIONAL);
  assert_int_equal (mdg_area_layer_get_selected_area (self->layer), MDG_AREA_NONE);
  assert_int_equal (n_notified, 2);

  mdg_area_layer_set_selected_area (self->layer, 9);
  assert_int_equal (get_scope_area (self), 9);
  assert_int_equal (n_notified, 3);
  g_signal_handlers_disconnect_by_data (self->model, &n_notified);
}

/* The reading stands beside the map, where it hides no label, and the map keeps its size. */
static void
test_reading (void **state)
{
  MapWindow *self = *state;
  GtkLabel *label = GTK_LABEL (
    gtk_widget_get_template_child (GTK_WIDGET (self->view), MDG_TYPE_MAP_VIEW, "reading_label"));
  GtkWidget *map = gtk_widget_get_ancestor (GTK_WIDGET (self->layer), GTK_TYPE_OVERLAY);
  int height = gtk_widget_get_height (map);
  graphene_rect_t place;

  assert_string_equal (gtk_label_get_text (label), "Choose a prefecture to read its figure.");
  mdg_figure_model_set_area (self->model, 7);
  map_window_settle (self);
  assert_string_equal (gtk_label_get_text (label),
                       "Fukushima  56.50% (−0.85\u00a0pt), 7th of 47, Printed");
  assert_int_equal (gtk_widget_get_height (map), height);
  assert_true (gtk_widget_compute_bounds (GTK_WIDGET (label), map, &place));
  assert_true (place.origin.y >= (float) height);
}

static void
test_hover (void **state)
{
  MapWindow *self = *state;
  GtkEventController *motion =
    map_window_get_controller (GTK_WIDGET (self->layer), GTK_TYPE_EVENT_CONTROLLER_MOTION);
  double x, y;

  get_label_place (self, 20, &x, &y);
  assert_int_equal (mdg_area_layer_get_area_at (self->layer, x, y), 20);
  g_signal_emit_by_name (motion, "motion", x, y);
  map_window_settle (self);
  g_signal_emit_by_name (motion, "leave");
  map_window_settle (self);
  assert_int_equal (mdg_area_layer_get_area_at (self->layer, 3, 300), MDG_AREA_NONE);
}

static void
test_view_stays_on_japan (void **state)
{
  MapWindow *self = *state;
  ShumateViewport *viewport = shumate_layer_get_viewport (SHUMATE_LAYER (self->layer));

  shumate_location_set_location (SHUMATE_LOCATION (viewport), -30, 20);
  assert_true (shumate_location_get_latitude (SHUMATE_LOCATION (viewport)) > 24);
  assert_true (shumate_location_get_longitude (SHUMATE_LOCATION (viewport)) > 122);
  shumate_viewport_set_zoom_level (viewport, 3);
  assert_true (shumate_viewport_get_zoom_level (viewport) > 4);
  shumate_viewport_set_zoom_level (viewport, 20);
  assert_true (shumate_viewport_get_zoom_level (viewport) <= 10);
  shumate_viewport_set_rotation (viewport, 1);
  assert_true (shumate_viewport_get_rotation (viewport) == 0);
}

static void
test_no_rotation_gesture (void **state)
{
  MapWindow *self = *state;
  GtkWidget *map = gtk_widget_get_parent (GTK_WIDGET (self->layer));
  GtkEventController *rotate = map_window_get_controller (map, GTK_TYPE_GESTURE_ROTATE);

  assert_non_null (rotate);
  assert_int_equal (gtk_event_controller_get_propagation_phase (rotate), GTK_PHASE_NONE);
  assert_false (gtk_widget_get_focusable (map));
}

static void
test_jumps (void **state)
{
  MapWindow *self = *state;
  MdgMapCamera home, okinawa, camera;

  mdg_area_layer_get_camera (self->layer, &home);
  mdg_map_view_show_area (self->view, 47);
  mdg_area_layer_get_camera (self->layer, &okinawa);
  assert_true (okinawa.scale > home.scale);
  assert_true (mdg_area_layer_is_in_view (self->layer, 47));
  assert_false (mdg_area_layer_is_in_view (self->layer, 1));

  mdg_map_view_show_all (self->view);
  mdg_area_layer_get_camera (self->layer, &camera);
  assert_true (fabs (log2 (camera.scale / home.scale)) < 1e-6);
  assert_true (mdg_area_layer_is_in_view (self->layer, 1));

  mdg_area_layer_zoom (self->layer, 1);
  mdg_area_layer_get_camera (self->layer, &camera);
  assert_true (fabs (log2 (camera.scale / home.scale) - 1) < 1e-6);
  map_window_type (self, "-");
  mdg_area_layer_get_camera (self->layer, &camera);
  assert_true (fabs (log2 (camera.scale / home.scale) - 0.5) < 1e-6);
}

/* Home is home in any size of window; elsewhere the place stays. */
static void
test_resize (void **state)
{
  MapWindow *self = *state;
  MdgMapCamera camera, place;

  gtk_window_set_default_size (GTK_WINDOW (self->window), 500, 640);
  map_window_settle (self);
  assert_true (mdg_area_layer_is_in_view (self->layer, 1));
  assert_true (mdg_area_layer_is_in_view (self->layer, 46));

  mdg_map_view_show_area (self->view, 20);
  mdg_area_layer_get_camera (self->layer, &place);
  gtk_window_set_default_size (GTK_WINDOW (self->window), 700, 760);
  map_window_settle (self);
  mdg_area_layer_get_camera (self->layer, &camera);
  assert_true (camera.scale == place.scale);
}

static void
test_legend (void **state)
{
  MapWindow *self = *state;
  GtkWidget *entry = mdg_test_find_child (GTK_WIDGET (self->legend), GTK_TYPE_TOGGLE_BUTTON);
  MdgMapScene *scene;

  assert_int_equal (mdg_map_view_get_isolated_entry (self->view), -1);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (entry), TRUE);
  assert_int_equal (mdg_map_view_get_isolated_entry (self->view), 0);
  scene = mdg_map_view_get_scene (self->view);
  assert_int_equal (mdg_map_scene_get_options (scene)->isolated, 0);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (entry), FALSE);
  assert_int_equal (mdg_map_view_get_isolated_entry (self->view), -1);

  mdg_map_view_set_isolated_entry (self->view, 2);
  assert_int_equal (mdg_map_legend_get_isolated_entry (self->legend), 2);
  assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (entry)));

  /* There is no such entry: back to all. */
  mdg_map_view_set_isolated_entry (self->view, 9);
  assert_int_equal (mdg_map_view_get_isolated_entry (self->view), -1);
  assert_int_equal (mdg_map_legend_get_isolated_entry (self->legend), -1);
}

static void
test_options (void **state)
{
  MapWindow *self = *state;
  guint n_notified = 0;

  g_signal_connect_swapped (self->view, "notify::scene", G_CALLBACK (mdg_test_count_cb),
                            &n_notified);
  g_object_set (self->view, "show-extremes", TRUE, NULL);
  assert_true (mdg_map_scene_get_options (mdg_map_view_get_scene (self->view))->show_extremes);
  g_object_set (self->view, "high-contrast", TRUE, NULL);
  assert_int_equal (mdg_map_scene_get_options (mdg_map_view_get_scene (self->view))->palette,
                    MDG_PALETTE_LIGHT_CONTRAST);
  assert_int_equal (n_notified, 2);
  g_object_set (self->view, "show-extremes", TRUE, "compact", TRUE, NULL);
  assert_int_equal (n_notified, 2);
  map_window_settle (self);
}

/* Another measure shows at once, and while it is painted the old picture stays. */
static void
test_recolour (void **state)
{
  MapWindow *self = *state;
  MdgScope scope = *mdg_figure_model_get_scope (self->model);
  MdgMapPainter *painter = mdg_area_layer_get_painter (self->layer);
  const MdgMapPicture *before = mdg_map_painter_get_picture (painter);

  scope.measure = MDG_MEASURE_CHANGE_POINTS;
  mdg_figure_model_set_scope (self->model, &scope);
  assert_true (mdg_map_painter_is_busy (painter));
  assert_ptr_equal (mdg_map_painter_get_picture (painter), before);
  map_window_settle (self);
  assert_int_equal (mdg_map_scene_get_scope (mdg_map_painter_get_picture (painter)->scene)->measure,
                    MDG_MEASURE_CHANGE_POINTS);
}

static void
test_without_figures (void **state)
{
  MapWindow *self = *state;

  mdg_figure_model_set_figures (self->model, NULL);
  map_window_settle (self);
  assert_int_equal (mdg_map_scene_get_n_known (mdg_map_view_get_scene (self->view)), 0);
  mdg_map_view_set_figure_model (self->view, NULL);
  assert_null (mdg_map_view_get_scene (self->view));
  assert_null (mdg_area_layer_get_scene (self->layer));
  map_window_settle (self);
  assert_false (map_window_press (self, GDK_KEY_Up));
}

static void
test_finalize_alone (void **state)
{
  GtkWidget *view = g_object_ref_sink (mdg_map_view_new ());
  GtkWidget *legend = g_object_ref_sink (mdg_map_legend_new ());

  mdg_test_assert_finalize (view);
  mdg_test_assert_finalize (legend);
}

#define map_test(function) \
  cmocka_unit_test_setup_teardown (function, map_window_setup, map_window_teardown)

int
main (void)
{
  const struct CMUnitTest tests[] = {
    map_test (test_tab_stop),
    map_test (test_arrows),
    map_test (test_arrows_reach_all),
    map_test (test_home_and_end),
    map_test (test_typing),
    map_test (test_keys_left_to_others),
    map_test (test_activate),
    map_test (test_escape_leaves),
    map_test (test_click),
    map_test (test_selection_from_outside),
    map_test (test_reading),
    map_test (test_hover),
    map_test (test_view_stays_on_japan),
    map_test (test_no_rotation_gesture),
    map_test (test_jumps),
    map_test (test_resize),
    map_test (test_legend),
    map_test (test_options),
    map_test (test_recolour),
    map_test (test_without_figures),
    cmocka_unit_test (test_finalize_alone),
  };

  mdg_test_require_display ();

  return mdg_test_run (tests);
}
