/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mdg-ui-fixture.h"

#include "app/mdg-class-button.h"
#include "app/mdg-class-settings.h"
#include "map/mdg-map-legend.h"
#include "map/mdg-map-view.h"

typedef struct
{
  MdgUiFixture *fixture;
  GtkWidget *panel;
  MdgMapView *view;
} Map;

/* What is in the popover of the menu button below @root; nothing below a closed one is found. */
static GtkWidget *
get_popover_child (GtkWidget *root)
{
  GtkWidget *button = mdg_ui_find (root, GTK_TYPE_MENU_BUTTON, NULL);

  assert_non_null (button);

  return gtk_popover_get_child (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button)));
}

static Map
show_map (void **state)
{
  Map map = { .fixture = *state };
  const MdgScope wish = { MDG_MONTH (2025, 10), MDG_MEASURE_USAGE_RATE_ONLINE, MDG_FACILITY_ALL,
                          7 };
  GtkWidget *page;

  mdg_window_show_page (map.fixture->window, "map");
  mdg_test_spin_for (50);
  for (guint i = 0; i < MDG_CLASS_SETTINGS_N_KEYS; i++)
    g_settings_reset (map.fixture->settings, mdg_class_settings_keys[i]);
  mdg_figure_model_set_scope (map.fixture->model, &wish);
  page = mdg_window_get_page (map.fixture->window);
  map.panel = get_popover_child (mdg_ui_find (page, MDG_TYPE_CLASS_BUTTON, NULL));
  map.view = MDG_MAP_VIEW (mdg_ui_find (page, MDG_TYPE_MAP_VIEW, NULL));

  return map;
}

static const MdgClassOptions *
get_options (Map *map)
{
  return &mdg_map_scene_get_options (mdg_map_view_get_scene (map->view))->classes;
}

static void
choose (Map *map, MdgClassMethod method)
{
  adw_combo_row_set_selected (ADW_COMBO_ROW (mdg_ui_find (map->panel, ADW_TYPE_COMBO_ROW, NULL)),
                              method);
}

/* Says what the label of the goodness says; it is shown as long as there are figures. */
static gboolean
says_goodness (Map *map)
{
  g_autofree char *text = NULL;
  g_autofree char *number = NULL;
  MdgDecimal goodness;

  assert_true (mdg_map_scene_get_goodness (mdg_map_view_get_scene (map->view), &goodness));
  number = mdg_decimal_to_string (goodness);
  text = g_strdup_printf ("Goodness of variance fit: %s", number);

  return mdg_ui_find (map->panel, GTK_TYPE_LABEL, text) != NULL;
}

static void
test_every_method_shows_at_once (void **state)
{
  Map map = show_map (state);

  for (guint i = 0; i < MDG_N_CLASS_METHODS; i++)
    {
      choose (&map, i);
      assert_int_equal (g_settings_get_enum (map.fixture->settings, "class-method"), i);
      assert_int_equal (get_options (&map)->method, i);
      assert_true (says_goodness (&map));
    }
}

static void
test_count_and_reset (void **state)
{
  Map map = show_map (state);
  GtkWidget *reset = mdg_ui_find (map.panel, GTK_TYPE_BUTTON, "_Reset");

  assert_false (gtk_widget_get_sensitive (reset));
  adw_spin_row_set_value (ADW_SPIN_ROW (mdg_ui_find (map.panel, ADW_TYPE_SPIN_ROW, NULL)), 8);
  choose (&map, MDG_CLASS_METHOD_NATURAL_BREAKS);
  assert_int_equal (get_options (&map)->n_classes, 8);
  assert_int_equal (mdg_map_scene_get_n_entries (mdg_map_view_get_scene (map.view)), 8);
  assert_true (gtk_widget_get_sensitive (reset));
  g_signal_emit_by_name (reset, "clicked");
  assert_int_equal (get_options (&map)->n_classes, 5);
  assert_int_equal (get_options (&map)->method, MDG_CLASS_METHOD_QUANTILE);
}

static void
test_same_scale (void **state)
{
  Map map = show_map (state);
  GtkWidget *months = mdg_ui_find (map.panel, ADW_TYPE_SWITCH_ROW, "For All _Months");
  GtkWidget *types = mdg_ui_find (map.panel, ADW_TYPE_SWITCH_ROW, "For All _Facility Types");
  const MdgClasses *classes;
  MdgClasses before;
  MdgScope wish;

  adw_switch_row_set_active (ADW_SWITCH_ROW (months), TRUE);
  adw_switch_row_set_active (ADW_SWITCH_ROW (types), TRUE);
  assert_int_equal (get_options (&map)->pool,
                    MDG_CLASS_POOL_MONTHS | MDG_CLASS_POOL_FACILITY_TYPES);
  assert_true (mdg_ui_says (GTK_WIDGET (map.view), "Same scale for all months"));

  /* Another map has other counts, and the same bounds. */
  before = *mdg_map_scene_get_classes (mdg_map_view_get_scene (map.view));
  wish = *mdg_figure_model_get_scope (map.fixture->model);
  wish.facility_type = MDG_FACILITY_PHARMACY;
  mdg_figure_model_set_scope (map.fixture->model, &wish);
  classes = mdg_map_scene_get_classes (mdg_map_view_get_scene (map.view));
  assert_int_equal (classes->n_classes, before.n_classes);
  for (guint i = 0; i <= before.n_classes; i++)
    assert_int_equal (mdg_decimal_compare (classes->bounds[i], before.bounds[i]), 0);
  assert_memory_not_equal (classes->counts, before.counts, sizeof before.counts);
}

/* They start from what is seen; a fault is told in its place, and the map stays as it is. */
static void
test_own_bounds (void **state)
{
  Map map = show_map (state);
  g_autoptr (GVariant) kept = NULL;
  GtkWidget *row;

  assert_null (mdg_ui_find (map.panel, ADW_TYPE_ENTRY_ROW, NULL));
  choose (&map, MDG_CLASS_METHOD_USER_BREAKS);
  row = mdg_ui_find (map.panel, ADW_TYPE_ENTRY_ROW, NULL);
  assert_non_null (row);
  assert_int_equal (get_options (&map)->breaks[MDG_UNIT_PERCENT].n, 4);

  gtk_editable_set_text (GTK_EDITABLE (row), "30 forty");
  assert_true (gtk_widget_has_css_class (row, "error"));
  assert_true (mdg_ui_find (map.panel, GTK_TYPE_LABEL, "forty") != NULL);
  g_signal_emit_by_name (row, "apply");
  assert_int_equal (get_options (&map)->breaks[MDG_UNIT_PERCENT].n, 4);

  gtk_editable_set_text (GTK_EDITABLE (row), "30, 40");
  assert_false (gtk_widget_has_css_class (row, "error"));
  g_signal_emit_by_name (row, "apply");
  assert_int_equal (get_options (&map)->breaks[MDG_UNIT_PERCENT].n, 2);
  assert_string_equal (mdg_map_scene_get_entry (mdg_map_view_get_scene (map.view), 0)->label,
                       "30% or less");
  kept = g_settings_get_value (map.fixture->settings, "class-breaks");
  assert_int_equal (g_variant_n_children (kept), 1);
}

/* What was written into the settings by other means does no harm. */
static void
test_wrong_settings (void **state)
{
  Map map = show_map (state);

  g_settings_set_value (
    map.fixture->settings, "class-breaks",
    g_variant_new_parsed ("{'percent': 'no number', 'miles': '1 2', 'points': ''}"));
  choose (&map, MDG_CLASS_METHOD_USER_BREAKS);
  assert_in_range (mdg_map_scene_get_n_entries (mdg_map_view_get_scene (map.view)), 1, 9);
}

/* Where there is no room for the legend, all of it is in a popover. */
static void
test_compact_legend (void **state)
{
  Map map = show_map (state);
  GtkWidget *legend = mdg_ui_find (GTK_WIDGET (map.view), MDG_TYPE_MAP_LEGEND, NULL);
  GtkWidget *whole;

  g_object_set (map.view, "compact", TRUE, NULL);
  whole = mdg_ui_find (get_popover_child (legend), MDG_TYPE_MAP_LEGEND, NULL);
  assert_non_null (whole);
  assert_ptr_equal (mdg_map_legend_get_scene (MDG_MAP_LEGEND (whole)),
                    mdg_map_view_get_scene (map.view));

  mdg_map_legend_set_isolated_entry (MDG_MAP_LEGEND (whole), 2);
  assert_int_equal (mdg_map_view_get_isolated_entry (map.view), 2);
  mdg_map_view_set_isolated_entry (map.view, -1);
  assert_int_equal (mdg_map_legend_get_isolated_entry (MDG_MAP_LEGEND (whole)), -1);
  g_object_set (map.view, "compact", FALSE, NULL);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_every_method_shows_at_once),
    cmocka_unit_test (test_count_and_reset),
    cmocka_unit_test (test_same_scale),
    cmocka_unit_test (test_own_bounds),
    cmocka_unit_test (test_wrong_settings),
    cmocka_unit_test (test_compact_legend),
  };

  mdg_test_require_display ();

  return mdg_test_run_full (tests, mdg_ui_group_setup, mdg_ui_group_teardown);
}
