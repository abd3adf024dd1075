/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "util/mdg-test-display.h"

#include <gtk/gtk.h>
#include <string.h>

#include "chart/mdg-chart-view.h"
#include "draw/mdg-chart-fixture.h"

typedef struct
{
  MdgFigures *figures;
  GtkWindow *window;
  MdgChartView *view;
} Fixture;

static gboolean
is_laid_out (gpointer data)
{
  return gtk_widget_get_mapped (data) && gtk_widget_get_height (data) > 0;
}

static int
setup (void **state)
{
  Fixture *fixture = g_new0 (Fixture, 1);
  g_autoptr (MdgChartScene) scene = NULL;

  fixture->figures = fixture_load_bundle ();
  scene = fixture_build (fixture->figures, CHART_TREND);
  fixture->view = MDG_CHART_VIEW (mdg_chart_view_new ());
  mdg_chart_view_set_scene (fixture->view, scene);
  gtk_widget_set_valign (GTK_WIDGET (fixture->view), GTK_ALIGN_START);
  fixture->window = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_default_size (fixture->window, 640, 480);
  gtk_window_set_child (fixture->window, GTK_WIDGET (fixture->view));
  gtk_window_present (fixture->window);
  *state = fixture;

  return mdg_test_spin_until (is_laid_out, fixture->view) ? 0 : -1;
}

static int
teardown (void **state)
{
  Fixture *fixture = *state;

  gtk_window_destroy (fixture->window);
  mdg_test_spin_pending ();
  mdg_figures_unref (fixture->figures);
  g_free (fixture);

  return 0;
}

static GtkEventController *
find_controller (GtkWidget *widget, GType type)
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

/* Finds the binding of a key as the toolkit does, and runs it. */
static gboolean
press (GtkWidget *widget, guint key)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (!GTK_IS_SHORTCUT_CONTROLLER (controller))
        continue;
      for (guint j = 0; j < g_list_model_get_n_items (G_LIST_MODEL (controller)); j++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), j);
          GtkShortcutTrigger *trigger = gtk_shortcut_get_trigger (shortcut);

          if (GTK_IS_KEYVAL_TRIGGER (trigger) &&
              gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)) == key)
            return gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut),
                                                 GTK_SHORTCUT_ACTION_EXCLUSIVE, widget,
                                                 gtk_shortcut_get_arguments (shortcut));
        }
    }

  return FALSE;
}

static void
move_pointer (MdgChartView *view, double x, double y)
{
  g_signal_emit_by_name (find_controller (GTK_WIDGET (view), GTK_TYPE_EVENT_CONTROLLER_MOTION),
                         "motion", x, y);
}

static void
test_height_follows_width (void **state)
{
  Fixture *fixture = *state;
  g_autoptr (MdgChartScene) bands = fixture_build (fixture->figures, CHART_BANDS);
  int narrow;
  int wide;

  mdg_chart_view_set_scene (fixture->view, bands);
  gtk_widget_measure (GTK_WIDGET (fixture->view), GTK_ORIENTATION_VERTICAL, 280, &narrow, NULL,
                      NULL, NULL);
  gtk_widget_measure (GTK_WIDGET (fixture->view), GTK_ORIENTATION_VERTICAL, 800, &wide, NULL, NULL,
                      NULL);
  assert_true (narrow > wide);
  assert_true (wide > 100);
}

static void
test_keys_walk_the_points (void **state)
{
  Fixture *fixture = *state;
  GtkWidget *widget = GTK_WIDGET (fixture->view);
  guint n_notified = 0;

  gtk_widget_grab_focus (widget);
  assert_null (mdg_chart_view_get_focus_point (fixture->view));
  g_signal_connect_swapped (fixture->view, "notify::focus-point", G_CALLBACK (mdg_test_count_cb),
                            &n_notified);

  assert_true (press (widget, GDK_KEY_Right));
  assert_string_equal (mdg_chart_view_get_focus_point (fixture->view), "2023-01");
  assert_true (press (widget, GDK_KEY_Right));
  assert_string_equal (mdg_chart_view_get_focus_point (fixture->view), "2023-02");
  assert_true (press (widget, GDK_KEY_End));
  assert_string_equal (mdg_chart_view_get_focus_point (fixture->view), "2025-11");
  assert_int_equal (n_notified, 3);
  assert_true (press (widget, GDK_KEY_Right));
  assert_int_equal (n_notified, 3);
  assert_true (press (widget, GDK_KEY_Left));
  assert_string_equal (mdg_chart_view_get_focus_point (fixture->view), "2025-10");
  assert_true (press (widget, GDK_KEY_Home));
  assert_string_equal (mdg_chart_view_get_focus_point (fixture->view), "2023-01");
  assert_true (press (widget, GDK_KEY_Escape));
  assert_null (mdg_chart_view_get_focus_point (fixture->view));
  /* What it does not use, it leaves to others. */
  assert_false (press (widget, GDK_KEY_Escape));
}

static void
remember_cb (MdgChartView *view, const char *id, gpointer data)
{
  char **activated = data;

  g_set_str (activated, id);
}

static void
test_enter_activates (void **state)
{
  Fixture *fixture = *state;
  g_autofree char *activated = NULL;

  g_signal_connect (fixture->view, "point-activated", G_CALLBACK (remember_cb), &activated);
  press (GTK_WIDGET (fixture->view), GDK_KEY_Return);
  assert_null (activated);
  press (GTK_WIDGET (fixture->view), GDK_KEY_End);
  press (GTK_WIDGET (fixture->view), GDK_KEY_Return);
  assert_string_equal (activated, "2025-11");
}

static void
test_pointer_finds_points (void **state)
{
  Fixture *fixture = *state;
  int width = gtk_widget_get_width (GTK_WIDGET (fixture->view));
  int height = gtk_widget_get_height (GTK_WIDGET (fixture->view));
  g_autofree char *activated = NULL;

  g_signal_connect (fixture->view, "point-activated", G_CALLBACK (remember_cb), &activated);
  move_pointer (fixture->view, width - 8, height / 2.0);
  assert_string_equal (mdg_chart_view_get_focus_point (fixture->view), "2025-11");

  g_signal_emit_by_name (find_controller (GTK_WIDGET (fixture->view), GTK_TYPE_GESTURE_CLICK),
                         "released", 1, (double) width - 8, height / 2.0);
  assert_string_equal (activated, "2025-11");

  move_pointer (fixture->view, -20, -20);
  assert_null (mdg_chart_view_get_focus_point (fixture->view));

  move_pointer (fixture->view, width - 8, height / 2.0);
  g_signal_emit_by_name (
    find_controller (GTK_WIDGET (fixture->view), GTK_TYPE_EVENT_CONTROLLER_MOTION), "leave");
  assert_null (mdg_chart_view_get_focus_point (fixture->view));
}

static GtkWidget *
find_tip (MdgChartView *view)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (view)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_POPOVER (child))
      return child;

  return NULL;
}

static gboolean
has_label (GtkWidget *widget, const char *part)
{
  if (GTK_IS_LABEL (widget) && strstr (gtk_label_get_label (GTK_LABEL (widget)), part) != NULL)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (has_label (child, part))
      return TRUE;

  return FALSE;
}

static void
test_tip_says_the_point (void **state)
{
  Fixture *fixture = *state;
  GtkWidget *tip = find_tip (fixture->view);

  assert_non_null (tip);
  assert_false (gtk_widget_get_visible (tip));
  mdg_chart_view_set_focus_point (fixture->view, "2025-10");
  assert_true (gtk_widget_get_visible (tip));
  assert_true (has_label (tip, "October 2025"));
  assert_true (has_label (tip, "37.14% (online basis). Verified."));
  mdg_chart_view_set_focus_point (fixture->view, NULL);
  assert_false (gtk_widget_get_visible (tip));
}

/* GTK hides the tip of a point that is out of sight. Laying out the chart must not show it again: each
 * would answer the other, and the window would never be drawn. */
static void
test_hidden_tip_stays_hidden (void **state)
{
  Fixture *fixture = *state;
  GtkWidget *widget = GTK_WIDGET (fixture->view);
  GtkWidget *tip = find_tip (fixture->view);

  gtk_widget_grab_focus (widget);
  assert_true (press (widget, GDK_KEY_Right));
  assert_true (gtk_widget_get_visible (tip));

  gtk_popover_popdown (GTK_POPOVER (tip));
  gtk_widget_queue_resize (widget);
  mdg_test_spin_for (200);
  assert_false (gtk_widget_get_visible (tip));
  assert_true (press (widget, GDK_KEY_Right));
  assert_true (gtk_widget_get_visible (tip));
}

static gboolean
is_shown (gpointer widget)
{
  return gtk_widget_get_visible (widget);
}

static void
test_a_new_scene_keeps_the_point (void **state)
{
  Fixture *fixture = *state;
  g_autoptr (MdgChartScene) again = fixture_build (fixture->figures, CHART_TREND);
  g_autoptr (MdgChartScene) claims = fixture_build (fixture->figures, CHART_TREND_CLAIMS);
  guint n_notified = 0;

  g_signal_connect_swapped (fixture->view, "notify::scene", G_CALLBACK (mdg_test_count_cb),
                            &n_notified);
  mdg_chart_view_set_focus_point (fixture->view, "2025-10");
  mdg_chart_view_set_scene (fixture->view, again);
  mdg_chart_view_set_scene (fixture->view, again);
  assert_int_equal (n_notified, 1);
  assert_string_equal (mdg_chart_view_get_focus_point (fixture->view), "2025-10");
  assert_true (mdg_test_spin_until (is_shown, find_tip (fixture->view)));

  mdg_chart_view_set_scene (fixture->view, claims);
  assert_string_equal (mdg_chart_view_get_focus_point (fixture->view), "2025-10");
  mdg_chart_view_set_focus_point (fixture->view, "2023-01");
  assert_null (mdg_chart_view_get_focus_point (fixture->view));

  mdg_chart_view_set_scene (fixture->view, NULL);
  assert_null (mdg_chart_view_get_focus_point (fixture->view));
  assert_false (press (GTK_WIDGET (fixture->view), GDK_KEY_Right));
}

static GdkTexture *
take_picture (GtkWidget *widget)
{
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget),
                                               (float) gtk_widget_get_height (widget));

  GTK_WIDGET_GET_CLASS (widget)->snapshot (widget, snapshot);
  node = gtk_snapshot_free_to_node (g_steal_pointer (&snapshot));
  if (node == NULL)
    return NULL;

  return gsk_renderer_render_texture (gtk_native_get_renderer (gtk_widget_get_native (widget)),
                                      node, &bounds);
}

static guint
count_pixels (GdkTexture *texture)
{
  gsize width = (gsize) gdk_texture_get_width (texture);
  gsize height = (gsize) gdk_texture_get_height (texture);
  g_autofree guint32 *pixels = g_new0 (guint32, width * height);
  guint n_pixels = 0;

  gdk_texture_download (texture, (guchar *) pixels, width * sizeof (guint32));
  for (gsize i = 0; i < width * height; i++)
    n_pixels += pixels[i] != 0;

  return n_pixels;
}

static void
test_it_is_drawn (void **state)
{
  Fixture *fixture = *state;
  g_autoptr (GdkTexture) plain = take_picture (GTK_WIDGET (fixture->view));
  g_autoptr (GdkTexture) ringed = NULL;

  assert_non_null (plain);
  assert_true (count_pixels (plain) > 2000);
  mdg_chart_view_set_focus_point (fixture->view, "2024-07");
  ringed = take_picture (GTK_WIDGET (fixture->view));
  assert_true (count_pixels (ringed) > count_pixels (plain));
}

static void
test_colours_come_from_css (void **state)
{
  Fixture *fixture = *state;
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();
  g_autoptr (GdkTexture) before = take_picture (GTK_WIDGET (fixture->view));
  g_autoptr (GdkTexture) after = NULL;
  g_autoptr (GBytes) old_bytes = NULL;
  g_autoptr (GBytes) new_bytes = NULL;
  GdkDisplay *display = gtk_widget_get_display (GTK_WIDGET (fixture->view));

  gtk_css_provider_load_from_string (provider, "chartview > swatch.accent { color: #ff0000; }");
  gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_USER);
  mdg_test_spin_for (50);
  after = take_picture (GTK_WIDGET (fixture->view));
  gtk_style_context_remove_provider_for_display (display, GTK_STYLE_PROVIDER (provider));

  old_bytes = gdk_texture_save_to_png_bytes (before);
  new_bytes = gdk_texture_save_to_png_bytes (after);
  assert_false (g_bytes_equal (old_bytes, new_bytes));
}

static void
test_larger_text_asks_for_more_height (void **state)
{
  Fixture *fixture = *state;
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();
  GdkDisplay *display = gtk_widget_get_display (GTK_WIDGET (fixture->view));
  int before;
  int after;

  gtk_widget_measure (GTK_WIDGET (fixture->view), GTK_ORIENTATION_VERTICAL, 400, &before, NULL,
                      NULL, NULL);
  gtk_css_provider_load_from_string (provider, "chartview { font-size: 200%; }");
  gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_USER);
  mdg_test_spin_for (50);
  gtk_widget_measure (GTK_WIDGET (fixture->view), GTK_ORIENTATION_VERTICAL, 400, &after, NULL, NULL,
                      NULL);
  gtk_style_context_remove_provider_for_display (display, GTK_STYLE_PROVIDER (provider));

  assert_true (after > before + 20);
}

static void
test_finalize (void **state)
{
  g_autoptr (MdgFigures) figures = fixture_load_bundle ();
  MdgChartScene *scene = fixture_build (figures, CHART_FUNNEL);
  GtkWidget *view = g_object_ref_sink (mdg_chart_view_new ());

  mdg_chart_view_set_scene (MDG_CHART_VIEW (view), scene);
  mdg_chart_view_set_focus_point (MDG_CHART_VIEW (view), "holder_share");
  mdg_test_assert_finalize (view);
  mdg_test_assert_finalize (scene);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test_setup_teardown (test_height_follows_width, setup, teardown),
    cmocka_unit_test_setup_teardown (test_keys_walk_the_points, setup, teardown),
    cmocka_unit_test_setup_teardown (test_enter_activates, setup, teardown),
    cmocka_unit_test_setup_teardown (test_pointer_finds_points, setup, teardown),
    cmocka_unit_test_setup_teardown (test_tip_says_the_point, setup, teardown),
    cmocka_unit_test_setup_teardown (test_hidden_tip_stays_hidden, setup, teardown),
    cmocka_unit_test_setup_teardown (test_a_new_scene_keeps_the_point, setup, teardown),
    cmocka_unit_test_setup_teardown (test_it_is_drawn, setup, teardown),
    cmocka_unit_test_setup_teardown (test_colours_come_from_css, setup, teardown),
    cmocka_unit_test_setup_teardown (test_larger_text_asks_for_more_height, setup, teardown),
    cmocka_unit_test (test_finalize),
  };

  mdg_test_require_display ();

  return mdg_test_run (tests);
}
