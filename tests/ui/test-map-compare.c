/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mdg-ui-fixture.h"

#include <math.h>
#include <string.h>

#include "map/mdg-area-layer.h"
#include "map/mdg-map-view.h"

typedef struct
{
  GtkWidget *page;
  MdgMapView *views[2];
  MdgAreaLayer *layers[2];
  guint n_views;
} Maps;

static void
collect (GtkWidget *widget, Maps *maps)
{
  if (MDG_IS_MAP_VIEW (widget) && gtk_widget_get_mapped (widget))
    {
      assert_true (maps->n_views < 2);
      maps->views[maps->n_views] = MDG_MAP_VIEW (widget);
      maps->layers[maps->n_views] =
        MDG_AREA_LAYER (mdg_ui_find (widget, MDG_TYPE_AREA_LAYER, NULL));
      maps->n_views++;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect (child, maps);
}

static Maps
show_maps (MdgUiFixture *fixture, gboolean compare)
{
  const MdgScope wish = { MDG_MONTH (2025, 10), MDG_MEASURE_USAGE_RATE_ONLINE, MDG_FACILITY_ALL,
                          7 };
  Maps maps = { 0 };
  g_autoptr (GVariant) state = NULL;

  mdg_window_show_page (fixture->window, "map");
  mdg_figure_model_set_scope (fixture->model, &wish);
  maps.page = mdg_window_get_page (fixture->window);
  mdg_test_spin_for (50);
  collect (maps.page, &maps);
  if ((maps.n_views == 2) != compare)
    {
      gtk_widget_activate_action (GTK_WIDGET (maps.views[0]), "map-page.compare", NULL);
      mdg_test_spin_for (300);
      maps.n_views = 0;
      collect (maps.page, &maps);
    }
  assert_int_equal (maps.n_views, compare ? 2 : 1);

  return maps;
}

static void
assert_same_camera (Maps *maps)
{
  MdgMapCamera a, b;

  mdg_area_layer_get_camera (maps->layers[0], &a);
  mdg_area_layer_get_camera (maps->layers[1], &b);
  assert_true (fabs (a.center_x - b.center_x) * a.scale < 1e-3);
  assert_true (fabs (a.center_y - b.center_y) * a.scale < 1e-3);
  assert_true (fabs (log2 (a.scale / b.scale)) < 1e-9);
}

/* The second map shows the last whole month before, and the same prefecture. */
static void
test_shows_month_before (void **state)
{
  Maps maps = show_maps (*state, TRUE);
  const MdgScope *first = mdg_map_scene_get_scope (mdg_map_view_get_scene (maps.views[0]));
  const MdgScope *second = mdg_map_scene_get_scope (mdg_map_view_get_scene (maps.views[1]));

  assert_int_equal (first->month, MDG_MONTH (2025, 10));
  assert_int_equal (second->month, MDG_MONTH (2025, 9));
  assert_int_equal (first->measure, second->measure);
  assert_int_equal (mdg_area_layer_get_selected_area (maps.layers[1]), 7);
}

static void
test_moves_together (void **state)
{
  Maps maps = show_maps (*state, TRUE);
  MdgMapCamera before, after;

  assert_same_camera (&maps);
  for (guint i = 0; i < 2; i++)
    {
      mdg_area_layer_get_camera (maps.layers[1 - i], &before);
      mdg_area_layer_show_area (maps.layers[i], i == 0 ? 47 : 1, FALSE);
      mdg_area_layer_get_camera (maps.layers[1 - i], &after);
      assert_true (hypot (after.center_x - before.center_x, after.center_y - before.center_y) *
                     after.scale >
                   50);
      assert_same_camera (&maps);
      mdg_area_layer_zoom (maps.layers[i], i == 0 ? 0.5 : -0.5);
      mdg_test_spin_for (400);
      assert_same_camera (&maps);
    }
  mdg_area_layer_show_all (maps.layers[0], FALSE);
  mdg_test_spin_for (50);
  assert_same_camera (&maps);
}

/* Whichever map a prefecture is chosen on, both show it, and words say how it differs. */
static void
test_one_selection (void **state)
{
  MdgUiFixture *fixture = *state;
  Maps maps = show_maps (fixture, TRUE);
  GtkWidget *label;

  mdg_area_layer_set_selected_area (maps.layers[1], 13);
  assert_int_equal (mdg_area_layer_get_selected_area (maps.layers[0]), 13);
  assert_int_equal (mdg_figure_model_get_scope (fixture->model)->area, 13);
  mdg_area_layer_set_selected_area (maps.layers[0], 18);
  assert_int_equal (mdg_area_layer_get_selected_area (maps.layers[1]), 18);

  label = mdg_ui_find (maps.page, GTK_TYPE_LABEL,
                       "Fukui: first map 54.71%, second map 52.22%; "
                       "first minus second +2.49");
  assert_non_null (label);
}

/* Chosen once, the second map's month comes back; what is not known is not an error. */
static void
test_is_remembered (void **state)
{
  MdgUiFixture *fixture = *state;
  Maps maps = show_maps (fixture, TRUE);
  MdgFigureModel *second = NULL;
  MdgScope wish;

  g_object_get (maps.views[1], "figure-model", &second, NULL);
  assert_ptr_not_equal (second, fixture->model);
  wish = *mdg_figure_model_get_scope (second);
  wish.month = MDG_MONTH (2025, 10);
  wish.facility_type = MDG_FACILITY_PHARMACY;
  mdg_figure_model_set_scope (second, &wish);
  g_object_unref (second);

  show_maps (fixture, FALSE);
  maps = show_maps (fixture, TRUE);
  assert_int_equal (mdg_map_scene_get_scope (mdg_map_view_get_scene (maps.views[1]))->facility_type,
                    MDG_FACILITY_PHARMACY);
  show_maps (fixture, FALSE);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_shows_month_before),
    cmocka_unit_test (test_moves_together),
    cmocka_unit_test (test_one_selection),
    cmocka_unit_test (test_is_remembered),
  };

  mdg_test_require_display ();

  return mdg_test_run_full (tests, mdg_ui_group_setup, mdg_ui_group_teardown);
}
