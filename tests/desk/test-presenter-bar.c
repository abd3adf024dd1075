/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/training/mdg-presenter-bar.h"
#include "util/mdg-test-display.h"

/* Longer than the bar stays. */
#define PATIENCE_MS 4500

static GtkWindow *window;
static AdwToolbarView *view;
static GtkWidget *button;
static MdgPresenterBar *bar;
static guint n_changes;

static void
changed_cb (MdgPresenterBar *self)
{
  n_changes++;
}

static int
set_up (void **state)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  n_changes = 0;
  window = GTK_WINDOW (adw_window_new ());
  view = ADW_TOOLBAR_VIEW (adw_toolbar_view_new ());
  button = gtk_button_new_with_label ("On");
  gtk_box_append (GTK_BOX (box), button);
  adw_toolbar_view_set_content (view, gtk_text_view_new ());
  adw_toolbar_view_add_bottom_bar (view, box);
  adw_window_set_content (ADW_WINDOW (window), GTK_WIDGET (view));
  bar = mdg_presenter_bar_new (window, view, box);
  g_signal_connect (bar, "changed", G_CALLBACK (changed_cb), NULL);

  return 0;
}

static int
tear_down (void **state)
{
  g_clear_object (&bar);
  gtk_window_destroy (window);
  mdg_test_spin_for (20);

  return 0;
}

static void
show_window (gboolean is_full)
{
  if (is_full)
    gtk_window_fullscreen (window);
  gtk_window_present (window);
  gtk_widget_grab_focus (adw_toolbar_view_get_content (view));
  mdg_test_spin_for (50);
  if (is_full && !gtk_window_is_fullscreen (window))
    skip ();
}

static gboolean
is_gone (gpointer data)
{
  return !mdg_presenter_bar_is_shown (bar);
}

/* What the controllers on @widget make of Tab. */
static gboolean
press_tab (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  gboolean handled = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !handled; i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", GDK_KEY_Tab, 0, 0, &handled);
    }

  return handled;
}

static void
test_stays_in_a_window (void **state)
{
  show_window (FALSE);
  mdg_test_spin_for (PATIENCE_MS);
  assert_true (mdg_presenter_bar_is_shown (bar));
  assert_int_equal (n_changes, 0);
  assert_false (press_tab (GTK_WIDGET (view)));
}

static void
test_goes_from_a_full_screen_and_comes_back (void **state)
{
  show_window (TRUE);
  assert_true (mdg_test_spin_until (is_gone, NULL));
  assert_int_equal (n_changes, 1);

  /* The first press only shows where one can go. */
  assert_true (press_tab (GTK_WIDGET (view)));
  assert_true (mdg_presenter_bar_is_shown (bar));
  assert_false (press_tab (GTK_WIDGET (view)));
  assert_int_equal (n_changes, 2);

  /* It waits for who is on it. */
  gtk_widget_grab_focus (button);
  mdg_test_spin_for (PATIENCE_MS);
  assert_true (mdg_presenter_bar_is_shown (bar));
  gtk_widget_grab_focus (adw_toolbar_view_get_content (view));
  assert_true (mdg_test_spin_until (is_gone, NULL));
}

static void
test_stays_while_something_must_be_seen (void **state)
{
  show_window (TRUE);
  mdg_presenter_bar_set_pinned (bar, TRUE);
  mdg_test_spin_for (PATIENCE_MS);
  assert_true (mdg_presenter_bar_is_shown (bar));
  mdg_presenter_bar_set_pinned (bar, FALSE);
  assert_true (mdg_test_spin_until (is_gone, NULL));
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test_setup_teardown (test_stays_in_a_window, set_up, tear_down),
    cmocka_unit_test_setup_teardown (test_goes_from_a_full_screen_and_comes_back, set_up,
                                     tear_down),
    cmocka_unit_test_setup_teardown (test_stays_while_something_must_be_seen, set_up, tear_down),
  };

  mdg_test_require_display ();
  adw_init ();

  return mdg_test_run (tests);
}
