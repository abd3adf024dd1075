/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mdg-ui-fixture.h"

#include <math.h>
#include <string.h>

#include "app/mdg-map-page.h"
#include "map/mdg-area-layer.h"
#include "map/mdg-map-legend.h"
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

static gboolean
has_one (gpointer data)
{
  Maps *maps = data;

  maps->n_views = 0;
  collect (maps->page, maps);

  return maps->n_views == 1;
}

static gboolean
has_both (gpointer data)
{
  has_one (data);

  return ((Maps *) data)->n_views == 2;
}

static gboolean
has_any (gpointer data)
{
  has_one (data);

  return ((Maps *) data)->n_views > 0;
}

static Maps
show_maps (MdgUiFixture *fixture, gboolean compare)
{
  const MdgScope wish = { MDG_MONTH (2025, 10), MDG_MEASURE_USAGE_RATE_ONLINE, MDG_FACILITY_ALL,
                          7 };
  Maps maps = { 0 };

  mdg_window_show_page (fixture->window, "map");
  mdg_figure_model_set_scope (fixture->model, &wish);
  maps.page = mdg_window_get_page (fixture->window);
  mdg_test_spin_for (50);
  assert_true (mdg_test_spin_until (has_any, &maps));
  if ((maps.n_views == 2) != compare)
    {
      gtk_widget_activate_action (GTK_WIDGET (maps.views[0]), "map-page.compare", NULL);
      mdg_test_spin_for (300);
      assert_true (mdg_test_spin_until (compare ? has_both : has_one, &maps));
    }

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

static void
assert_same_legend (Maps *maps, gboolean same)
{
  MdgMapScene *first = mdg_map_view_get_scene (maps->views[0]);
  MdgMapScene *second = mdg_map_view_get_scene (maps->views[1]);
  gboolean is_same = mdg_map_scene_get_n_entries (first) == mdg_map_scene_get_n_entries (second);

  for (guint i = 0; is_same && i < mdg_map_scene_get_n_entries (first); i++)
    {
      const MdgMapEntry *a = mdg_map_scene_get_entry (first, i);
      const MdgMapEntry *b = mdg_map_scene_get_entry (second, i);

      is_same = g_str_equal (a->label, b->label) && a->color.red == b->color.red &&
                a->color.green == b->color.green && a->color.blue == b->color.blue;
    }
  assert_int_equal (is_same, same);
}

/* Show another measure or month on the second map. */
static void
show_second (Maps *maps, MdgMonth month, MdgMeasure measure)
{
  MdgFigureModel *second = NULL;
  MdgScope wish;

  g_object_get (maps->views[1], "figure-model", &second, NULL);
  wish = *mdg_figure_model_get_scope (second);
  wish.month = month;
  wish.measure = measure;
  wish.facility_type = MDG_FACILITY_ALL;
  mdg_figure_model_set_scope (second, &wish);
  g_object_unref (second);
}

/* A colour stands for the same figures on both maps, as long as nobody wants otherwise. */
static void
test_same_scale (void **state)
{
  MdgUiFixture *fixture = *state;
  Maps maps = show_maps (fixture, TRUE);
  GtkWidget *button =
    GTK_WIDGET (gtk_widget_get_template_child (maps.page, MDG_TYPE_MAP_PAGE, "same_scale_button"));

  show_second (&maps, MDG_MONTH (2025, 9), MDG_MEASURE_USAGE_RATE_ONLINE);
  assert_true (gtk_widget_get_mapped (button) && gtk_widget_is_sensitive (button));
  assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (button)));
  assert_same_legend (&maps, TRUE);
  for (guint i = 0; i < 2; i++)
    assert_true (
      mdg_ui_says (GTK_WIDGET (maps.views[i]),
                   "Same scale on both maps. A class chosen here is shown alone on both."));

  /* A month that knows 30 prefectures only: the other legend has their entry, too. */
  show_second (&maps, MDG_MONTH (2024, 3), MDG_MEASURE_USAGE_RATE_ONLINE);
  assert_same_legend (&maps, TRUE);
  assert_true (mdg_map_scene_get_entry (
                 mdg_map_view_get_scene (maps.views[0]),
                 mdg_map_scene_get_n_entries (mdg_map_view_get_scene (maps.views[0])) - 1)
                 ->hatched);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (button), FALSE);
  assert_same_legend (&maps, FALSE);
  assert_false (mdg_ui_says (maps.page, "Same scale on both maps"));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (button), TRUE);
  assert_same_legend (&maps, TRUE);

  /* Another measure is another scale. */
  show_second (&maps, MDG_MONTH (2025, 10), MDG_MEASURE_MNC_COUNT);
  assert_false (gtk_widget_is_sensitive (button));
  assert_same_legend (&maps, FALSE);
  show_second (&maps, MDG_MONTH (2025, 9), MDG_MEASURE_USAGE_RATE_ONLINE);
}

/* On the same scale a class is the same on both maps; on two scales it is not. */
static void
test_one_class_alone (void **state)
{
  MdgUiFixture *fixture = *state;
  Maps maps = show_maps (fixture, TRUE);

  show_second (&maps, MDG_MONTH (2024, 3), MDG_MEASURE_USAGE_RATE_ONLINE);
  for (guint i = 0; i < 2; i++)
    {
      MdgMapScene *scene = mdg_map_view_get_scene (maps.views[i]);

      for (int entry = (int) mdg_map_scene_get_n_entries (scene) - 1; entry >= -1; entry--)
        {
          mdg_map_view_set_isolated_entry (maps.views[i], entry);
          for (guint j = 0; j < 2; j++)
            {
              assert_int_equal (mdg_map_view_get_isolated_entry (maps.views[j]), entry);
              assert_int_equal (
                mdg_map_scene_get_options (mdg_map_view_get_scene (maps.views[j]))->isolated,
                entry);
            }
        }
    }

  g_settings_set_boolean (fixture->settings, "compare-same-scale", FALSE);
  mdg_map_view_set_isolated_entry (maps.views[0], 1);
  assert_int_equal (mdg_map_view_get_isolated_entry (maps.views[1]), -1);
  mdg_map_view_set_isolated_entry (maps.views[0], -1);
  g_settings_reset (fixture->settings, "compare-same-scale");
  show_second (&maps, MDG_MONTH (2025, 9), MDG_MEASURE_USAGE_RATE_ONLINE);
}

static gboolean
is_mapped (gpointer data)
{
  return gtk_widget_get_mapped (data);
}

static gboolean
is_unmapped (gpointer data)
{
  return !gtk_widget_get_mapped (data);
}

static void
resize (MdgUiFixture *fixture, int width, int height, int text_percent)
{
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 96 * 1024 * text_percent / 100, NULL);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), width, height);
  mdg_test_spin_for (300);
  mdg_window_show_page (fixture->window, "map");
  mdg_test_spin_for (100);
}

/* All of the page can be seen, if by scrolling, and the map is large enough to be used. */
static void
assert_nothing_is_cut_off (Maps *maps)
{
  GtkWidget *layer = GTK_WIDGET (maps->layers[0]);
  GtkWidget *viewport = gtk_widget_get_ancestor (layer, GTK_TYPE_VIEWPORT);
  GtkWidget *content = gtk_viewport_get_child (GTK_VIEWPORT (viewport));
  GtkWidget *legend = mdg_ui_find (GTK_WIDGET (maps->views[0]), MDG_TYPE_MAP_LEGEND, NULL);
  int width = gtk_widget_get_width (content);
  int least_width, least_height;
  graphene_rect_t place;

  gtk_widget_measure (content, GTK_ORIENTATION_HORIZONTAL, -1, &least_width, NULL, NULL, NULL);
  gtk_widget_measure (content, GTK_ORIENTATION_VERTICAL, width, &least_height, NULL, NULL, NULL);
  assert_true (least_width <= gtk_widget_get_width (viewport));
  assert_true (least_height <= gtk_widget_get_height (content));

  assert_true (gtk_widget_get_height (layer) >= 200);
  assert_true (gtk_widget_compute_bounds (legend, content, &place));
  assert_true (place.origin.y + place.size.height <= (float) gtk_widget_get_height (content));
}

/* In a window as narrow as a telephone one of the maps is seen, and the other is one press away, in
 * the same place of Japan. */
static void
test_one_by_one (void **state)
{
  static const struct
  {
    int width;
    int height;
    int text_percent;
  } sizes[] = { { 360, 640, 100 }, { 360, 640, 200 }, { 1180, 780, 200 } };
  MdgUiFixture *fixture = *state;
  Maps both = show_maps (fixture, TRUE);

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      AdwToggleGroup *group;

      resize (fixture, sizes[i].width, sizes[i].height, sizes[i].text_percent);
      group = ADW_TOGGLE_GROUP (
        gtk_widget_get_template_child (both.page, MDG_TYPE_MAP_PAGE, "shown_group"));
      assert_true (mdg_test_spin_until (is_mapped, group));
      for (guint shown = 0; shown < 2; shown++)
        {
          Maps maps = { .page = both.page };

          adw_toggle_group_set_active (group, shown);
          assert_true (mdg_test_spin_until (is_mapped, both.views[shown]));
          assert_true (mdg_test_spin_until (is_unmapped, both.views[1 - shown]));
          mdg_test_spin_for (100);
          collect (both.page, &maps);
          assert_int_equal (maps.n_views, 1);
          assert_ptr_equal (maps.views[0], both.views[shown]);
          assert_nothing_is_cut_off (&maps);
          mdg_area_layer_show_area (maps.layers[0], shown == 0 ? 13 : 40, FALSE);
          assert_same_camera (&both);
        }
      adw_toggle_group_set_active (group, 0);
    }

  resize (fixture, 1180, 780, 100);
  show_maps (fixture, TRUE);
  show_maps (fixture, FALSE);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_shows_month_before), cmocka_unit_test (test_moves_together),
    cmocka_unit_test (test_one_selection),      cmocka_unit_test (test_same_scale),
    cmocka_unit_test (test_one_class_alone),    cmocka_unit_test (test_is_remembered),
    cmocka_unit_test (test_one_by_one),
  };

  mdg_test_require_display ();

  return mdg_test_run_full (tests, mdg_ui_group_setup, mdg_ui_group_teardown);
}
