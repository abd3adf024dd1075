/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "util/mdg-test-display.h"

#include <gtk/gtk.h>

#include "chart/mdg-chart-view.h"
#include "draw/mdg-chart-fixture.h"

static void
check_texts (GtkAccessible *accessible, MdgChartScene *scene)
{
  assert_null (gtk_test_accessible_check_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                                   mdg_chart_scene_get_title (scene)));
  assert_null (gtk_test_accessible_check_property (accessible, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                                   mdg_chart_scene_get_description (scene)));
}

static void
test_view_says_what_it_shows (void **state)
{
  g_autoptr (MdgFigures) figures = fixture_load_bundle ();
  GtkWidget *window = gtk_window_new ();
  GtkWidget *view = mdg_chart_view_new ();

  gtk_window_set_child (GTK_WINDOW (window), view);
  for (guint chart = 0; chart < N_CHARTS; chart++)
    {
      g_autoptr (MdgChartScene) scene = fixture_build (figures, chart);

      mdg_chart_view_set_scene (MDG_CHART_VIEW (view), scene);
      check_texts (GTK_ACCESSIBLE (view), scene);
    }
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_view_is_one_picture_and_one_tab_stop (void **state)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *view = mdg_chart_view_new ();

  gtk_window_set_child (GTK_WINDOW (window), view);
  assert_int_equal (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (view)),
                    GTK_ACCESSIBLE_ROLE_IMG);
  assert_true (gtk_widget_get_focusable (view));
  for (GtkWidget *child = gtk_widget_get_first_child (view); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    assert_false (gtk_widget_get_focusable (child) && gtk_widget_get_can_focus (child));
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_view_says_what_it_shows),
    cmocka_unit_test (test_view_is_one_picture_and_one_tab_stop),
  };

  mdg_test_require_display ();

  return mdg_test_run (tests);
}
