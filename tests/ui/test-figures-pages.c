/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mdg-ui-fixture.h"

#include "app/mdg-area-choice.h"
#include "app/mdg-ranked-list.h"
#include "app/mdg-scope-bar.h"
#include "chart/mdg-chart-card.h"
#include "map/mdg-map-view.h"
#include "model/mdg-figure-list.h"

static MdgRankedList *
show_list (MdgUiFixture *fixture)
{
  mdg_window_show_page (fixture->window, "map");
  mdg_test_spin_for (50);

  return MDG_RANKED_LIST (
    mdg_ui_find (mdg_window_get_page (fixture->window), MDG_TYPE_RANKED_LIST, NULL));
}

static void
look_at (MdgUiFixture *fixture,
         MdgMonth month,
         MdgMeasure measure,
         MdgFacilityType type,
         MdgArea area)
{
  const MdgScope wish = { month, measure, type, area };

  mdg_figure_model_set_scope (fixture->model, &wish);
}

static MdgFigureRow *
get_row (MdgRankedList *list, guint position)
{
  g_autoptr (MdgFigureRow) row = g_list_model_get_item (mdg_ranked_list_get_rows (list), position);

  return row;
}

static void
search (MdgRankedList *list, const char *text)
{
  GtkWidget *entry = mdg_ui_find (GTK_WIDGET (list), GTK_TYPE_SEARCH_ENTRY, NULL);

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_signal_emit_by_name (entry, "search-changed");
}

static void
test_list_is_ranked (void **state)
{
  MdgUiFixture *fixture = *state;
  MdgRankedList *list = show_list (fixture);

  look_at (fixture, MDG_MONTH (2025, 10), MDG_MEASURE_USAGE_RATE_ONLINE, MDG_FACILITY_ALL, 7);
  assert_int_equal (g_list_model_get_n_items (mdg_ranked_list_get_rows (list)), MDG_N_PREFECTURES);
  for (guint i = 0; i < MDG_N_PREFECTURES; i++)
    assert_int_equal (mdg_figure_row_get_rank (get_row (list, i)), i + 1);
}

typedef struct
{
  GtkScrolledWindow *window;
  GtkColumnViewColumn *column;
  gboolean is_wide;
} Room;

/* Whether nothing is cut, and the column is there only if there is room for it. */
static gboolean
is_whole (gpointer data)
{
  Room *room = data;
  GtkAdjustment *adjustment = gtk_scrolled_window_get_hadjustment (room->window);

  return gtk_adjustment_get_page_size (adjustment) > 0 &&
         gtk_adjustment_get_upper (adjustment) <= gtk_adjustment_get_page_size (adjustment) &&
         gtk_column_view_column_get_visible (room->column) == room->is_wide;
}

/* No column is cut in half: those that have no room are not there. Of all facilities change and rank
 * before are known, of hospitals the latter only. */
static void
check_columns_have_room (MdgUiFixture *fixture, MdgFacilityType type)
{
  MdgRankedList *list = show_list (fixture);
  GtkPaned *paned = GTK_PANED (gtk_widget_get_ancestor (GTK_WIDGET (list), GTK_TYPE_PANED));
  Room room = { .window = GTK_SCROLLED_WINDOW (
                  mdg_ui_find (GTK_WIDGET (list), GTK_TYPE_SCROLLED_WINDOW, NULL)) };
  GtkColumnView *view = GTK_COLUMN_VIEW (gtk_scrolled_window_get_child (room.window));
  g_autoptr (GtkColumnViewColumn) last =
    g_list_model_get_item (gtk_column_view_get_columns (view), 7);
  g_autoptr (GtkColumnViewColumn) change =
    g_list_model_get_item (gtk_column_view_get_columns (view), 3);
  g_autoptr (GtkColumnViewColumn) before =
    g_list_model_get_item (gtk_column_view_get_columns (view), 4);
  int position;

  room.column = last;
  look_at (fixture, MDG_MONTH (2025, 10), MDG_MEASURE_USAGE_RATE_ONLINE, type, 7);
  assert_true (mdg_test_spin_until (is_whole, &room));
  assert_true (gtk_column_view_column_get_visible (change) == (type == MDG_FACILITY_ALL));
  assert_true (gtk_column_view_column_get_visible (before) == (type != MDG_FACILITY_ALL));
  position = gtk_paned_get_position (paned);
  for (guint i = 0; i < 2; i++)
    {
      room.is_wide = i == 0;
      gtk_paned_set_position (paned, room.is_wide ? position - 240 : position);
      assert_true (mdg_test_spin_until (is_whole, &room));
      assert_true (gtk_column_view_column_get_visible (before) ==
                   (room.is_wide || type != MDG_FACILITY_ALL));
    }
}

static void
test_columns_have_room (void **state)
{
  check_columns_have_room (*state, MDG_FACILITY_ALL);
  check_columns_have_room (*state, MDG_FACILITY_HOSPITAL);
}

/* 30 of 47 are known: the others stand last, in whichever direction the list is sorted. */
static void
test_what_is_not_known_stands_last (void **state)
{
  MdgUiFixture *fixture = *state;
  MdgRankedList *list = show_list (fixture);
  GtkColumnView *view =
    GTK_COLUMN_VIEW (mdg_ui_find (GTK_WIDGET (list), GTK_TYPE_COLUMN_VIEW, NULL));
  g_autoptr (GtkColumnViewColumn) value =
    g_list_model_get_item (gtk_column_view_get_columns (view), 2);
  g_autoptr (GtkColumnViewColumn) rank =
    g_list_model_get_item (gtk_column_view_get_columns (view), 0);
  const GtkSortType directions[] = { GTK_SORT_ASCENDING, GTK_SORT_DESCENDING };

  look_at (fixture, MDG_MONTH (2024, 3), MDG_MEASURE_USAGE_RATE_ONLINE, MDG_FACILITY_ALL, 7);
  for (guint i = 0; i < G_N_ELEMENTS (directions); i++)
    {
      gtk_column_view_sort_by_column (view, value, directions[i]);
      for (guint j = 0; j < MDG_N_PREFECTURES; j++)
        assert_int_equal (mdg_figure_row_get_value (get_row (list, j)) != NULL, j < 30);
    }

  assert_true (mdg_ui_says (GTK_WIDGET (list), "30 of 47"));
  gtk_column_view_sort_by_column (view, rank, GTK_SORT_ASCENDING);
}

static void
test_sorted_by_the_menu (void **state)
{
  MdgUiFixture *fixture = *state;
  MdgRankedList *list = show_list (fixture);
  const struct
  {
    const char *key;
    MdgFigureRowKey order;
    gboolean descending;
  } menu[] = {
    { "area", MDG_FIGURE_ROW_KEY_AREA, FALSE },
    { "value", MDG_FIGURE_ROW_KEY_VALUE, TRUE },
    { "change", MDG_FIGURE_ROW_KEY_CHANGE, TRUE },
    { "rank", MDG_FIGURE_ROW_KEY_RANK, FALSE },
  };

  look_at (fixture, MDG_MONTH (2025, 10), MDG_MEASURE_USAGE_RATE_ONLINE, MDG_FACILITY_ALL, 7);
  for (guint i = 0; i < G_N_ELEMENTS (menu); i++)
    for (guint reversed = 0; reversed < 2; reversed++)
      {
        if (reversed)
          gtk_widget_activate_action (GTK_WIDGET (list), "ranked-list.reverse", NULL);
        else
          gtk_widget_activate_action (GTK_WIDGET (list), "ranked-list.sort", "s", menu[i].key);

        for (guint j = 1; j < MDG_N_PREFECTURES; j++)
          {
            int order =
              mdg_figure_row_compare (get_row (list, j - 1), get_row (list, j), menu[i].order);

            assert_true (menu[i].descending != (reversed == 1) ? order >= 0 : order <= 0);
          }
      }
  gtk_widget_activate_action (GTK_WIDGET (list), "ranked-list.sort", "s", "rank");
}

static void
test_one_selection_both_ways (void **state)
{
  MdgUiFixture *fixture = *state;
  MdgRankedList *list = show_list (fixture);
  GtkSingleSelection *selection = GTK_SINGLE_SELECTION (mdg_ranked_list_get_rows (list));
  guint position = 0;
  guint n_scope = 0;
  gulong handler;

  look_at (fixture, MDG_MONTH (2025, 10), MDG_MEASURE_USAGE_RATE_ONLINE, MDG_FACILITY_ALL, 47);
  assert_true (mdg_figure_list_find_area (G_LIST_MODEL (selection), 47, &position));
  assert_int_equal (gtk_single_selection_get_selected (selection), position);

  handler = g_signal_connect_swapped (fixture->model, "notify::scope",
                                      G_CALLBACK (mdg_test_count_cb), &n_scope);
  gtk_single_selection_set_selected (selection, 0);
  assert_int_equal (n_scope, 1);
  assert_int_equal (mdg_figure_model_get_scope (fixture->model)->area,
                    mdg_figure_row_get_area (get_row (list, 0)));

  /* Another facility type ranks otherwise: the same prefecture stays selected. */
  look_at (fixture, MDG_MONTH (2025, 10), MDG_MEASURE_USAGE_RATE_ONLINE, MDG_FACILITY_PHARMACY, 13);
  assert_int_equal (mdg_figure_row_get_area (gtk_single_selection_get_selected_item (selection)),
                    13);
  assert_int_equal (mdg_figure_model_get_scope (fixture->model)->area, 13);
  assert_int_equal (n_scope, 2);

  mdg_figure_model_set_area (fixture->model, MDG_AREA_NONE);
  assert_null (gtk_single_selection_get_selected_item (selection));
  g_signal_handler_disconnect (fixture->model, handler);
}

static void
test_search_narrows_and_keeps_the_selection (void **state)
{
  MdgUiFixture *fixture = *state;
  MdgRankedList *list = show_list (fixture);
  GtkSingleSelection *selection = GTK_SINGLE_SELECTION (mdg_ranked_list_get_rows (list));
  const char *spellings[] = { "福島", "ふくしま", "fukushima" };

  look_at (fixture, MDG_MONTH (2025, 10), MDG_MEASURE_USAGE_RATE_ONLINE, MDG_FACILITY_ALL, 13);
  for (guint i = 0; i < G_N_ELEMENTS (spellings); i++)
    {
      search (list, spellings[i]);
      assert_int_equal (g_list_model_get_n_items (G_LIST_MODEL (selection)), 1);
      assert_int_equal (mdg_figure_row_get_area (get_row (list, 0)), 7);
      /* Tokyo is hidden by the search, and still what the map shows as selected. */
      assert_int_equal (mdg_figure_model_get_scope (fixture->model)->area, 13);
    }

  search (list, "nowhere");
  assert_int_equal (g_list_model_get_n_items (G_LIST_MODEL (selection)), 0);
  assert_true (mdg_ui_says (GTK_WIDGET (list), "No Prefecture Found"));

  search (list, "");
  assert_int_equal (mdg_figure_row_get_area (gtk_single_selection_get_selected_item (selection)),
                    13);
}

static guint
get_selected (GtkWidget *root, guint index)
{
  GtkWidget *bar = mdg_ui_find (root, MDG_TYPE_SCOPE_BAR, NULL);
  GtkWidget *child = gtk_widget_get_first_child (adw_bin_get_child (ADW_BIN (bar)));

  while (index-- > 0)
    child = gtk_widget_get_next_sibling (child);

  return gtk_drop_down_get_selected (GTK_DROP_DOWN (child));
}

static void
test_scope_bar_follows_and_leads (void **state)
{
  MdgUiFixture *fixture = *state;
  GtkWidget *page;
  GtkWidget *bar;
  GtkDropDown *measure;
  GtkDropDown *month;
  GtkDropDown *type;

  show_list (fixture);
  page = mdg_window_get_page (fixture->window);
  bar = mdg_ui_find (page, MDG_TYPE_SCOPE_BAR, NULL);
  measure = GTK_DROP_DOWN (gtk_widget_get_first_child (adw_bin_get_child (ADW_BIN (bar))));
  month = GTK_DROP_DOWN (gtk_widget_get_next_sibling (GTK_WIDGET (measure)));
  type = GTK_DROP_DOWN (gtk_widget_get_next_sibling (GTK_WIDGET (month)));

  look_at (fixture, MDG_MONTH (2025, 10), MDG_MEASURE_USAGE_RATE_ONLINE, MDG_FACILITY_HOSPITAL, 7);
  assert_int_equal (get_selected (page, 0), 0);
  assert_int_equal (get_selected (page, 1), 0);
  assert_int_equal (get_selected (page, 2), MDG_FACILITY_HOSPITAL);

  gtk_drop_down_set_selected (type, MDG_FACILITY_ALL);
  assert_int_equal (mdg_figure_model_get_scope (fixture->model)->facility_type, MDG_FACILITY_ALL);
  gtk_drop_down_set_selected (month, 1);
  assert_int_equal (mdg_figure_model_get_scope (fixture->model)->month, MDG_MONTH (2025, 9));

  /* The rates of the types are not known for that month: another is shown, and the user is told. */
  look_at (fixture, MDG_MONTH (2024, 3), MDG_MEASURE_USAGE_RATE_ONLINE, MDG_FACILITY_ALL, 7);
  gtk_drop_down_set_selected (type, MDG_FACILITY_PHARMACY);
  assert_int_equal (mdg_figure_model_get_scope (fixture->model)->facility_type,
                    MDG_FACILITY_PHARMACY);
  assert_int_not_equal (mdg_figure_model_get_scope (fixture->model)->month, MDG_MONTH (2024, 3));
  assert_true (
    mdg_ui_wait_for (GTK_WIDGET (fixture->window), GTK_TYPE_LABEL, "Not known for that month"));
}

static void
test_map_classes_are_preferences (void **state)
{
  MdgUiFixture *fixture = *state;
  MdgMapView *view;

  show_list (fixture);
  look_at (fixture, MDG_MONTH (2025, 10), MDG_MEASURE_USAGE_RATE_ONLINE, MDG_FACILITY_ALL, 7);
  view =
    MDG_MAP_VIEW (mdg_ui_find (mdg_window_get_page (fixture->window), MDG_TYPE_MAP_VIEW, NULL));
  assert_int_equal (mdg_map_scene_get_n_entries (mdg_map_view_get_scene (view)), 5);

  g_settings_set_int (fixture->settings, "class-count", 7);
  assert_int_equal (mdg_map_scene_get_n_entries (mdg_map_view_get_scene (view)), 7);
  g_settings_set_string (fixture->settings, "class-method", "natural-breaks");
  assert_int_equal (mdg_map_scene_get_options (mdg_map_view_get_scene (view))->classes.method,
                    MDG_CLASS_METHOD_NATURAL_BREAKS);
  g_settings_set_boolean (fixture->settings, "mark-extremes", TRUE);
  assert_true (mdg_map_scene_get_options (mdg_map_view_get_scene (view))->show_extremes);

  g_settings_reset (fixture->settings, "class-count");
  g_settings_reset (fixture->settings, "class-method");
  g_settings_reset (fixture->settings, "mark-extremes");
}

/* The class that the legend leaves in colour is also the only one in the list. */
static void
test_legend_filters_the_list (void **state)
{
  MdgUiFixture *fixture = *state;
  MdgRankedList *list = show_list (fixture);
  MdgMapView *view =
    MDG_MAP_VIEW (mdg_ui_find (mdg_window_get_page (fixture->window), MDG_TYPE_MAP_VIEW, NULL));
  MdgMapScene *scene;

  look_at (fixture, MDG_MONTH (2025, 10), MDG_MEASURE_USAGE_RATE_ONLINE, MDG_FACILITY_ALL, 7);
  mdg_map_view_set_isolated_entry (view, 4);
  scene = mdg_map_view_get_scene (view);
  assert_int_equal (g_list_model_get_n_items (mdg_ranked_list_get_rows (list)),
                    mdg_map_scene_get_entry (scene, 4)->n_areas);
  for (guint i = 0; i < mdg_map_scene_get_entry (scene, 4)->n_areas; i++)
    assert_int_equal (
      mdg_map_scene_get_value (scene, mdg_figure_row_get_area (get_row (list, i)))->entry, 4);

  mdg_map_view_set_isolated_entry (view, -1);
  assert_int_equal (g_list_model_get_n_items (mdg_ranked_list_get_rows (list)), MDG_N_PREFECTURES);
}

static void
test_prefecture_page (void **state)
{
  MdgUiFixture *fixture = *state;
  GtkWidget *page;
  GtkWidget *chooser;

  mdg_figure_model_set_area (fixture->model, MDG_AREA_NONE);
  mdg_window_show_page (fixture->window, "prefecture");
  mdg_test_spin_for (50);
  page = mdg_window_get_page (fixture->window);
  assert_true (mdg_ui_says (page, "No Prefecture Chosen"));

  chooser = mdg_ui_find (page, GTK_TYPE_DROP_DOWN, NULL);
  assert_int_equal (mdg_area_choice_get (chooser), MDG_AREA_NONE);
  mdg_area_choice_set (chooser, 18);
  assert_int_equal (mdg_figure_model_get_scope (fixture->model)->area, 18);

  look_at (fixture, MDG_MONTH (2025, 10), MDG_MEASURE_USAGE_RATE_ONLINE, MDG_FACILITY_ALL, 18);
  assert_true (mdg_ui_wait_for (page, GTK_TYPE_LABEL, "54.71"));
  assert_true (mdg_ui_says (page, "37.14"));
  assert_true (mdg_ui_says (page, "1st"));
  assert_non_null (mdg_ui_find (page, MDG_TYPE_CHART_CARD, NULL));

  /* Last month's rates are computed, and say so. */
  look_at (fixture, MDG_MONTH (2025, 9), MDG_MEASURE_USAGE_RATE_ONLINE, MDG_FACILITY_ALL, 18);
  assert_true (mdg_ui_wait_for (page, GTK_TYPE_LABEL, "52.22"));
  assert_true (mdg_ui_says (page, "Derived"));
}

static void
test_my_prefecture (void **state)
{
  MdgUiFixture *fixture = *state;
  GtkWidget *page;
  GtkWidget *star;
  g_autofree char *code = NULL;

  mdg_figure_model_set_area (fixture->model, 7);
  mdg_window_show_page (fixture->window, "prefecture");
  page = mdg_window_get_page (fixture->window);
  star = mdg_ui_find (page, GTK_TYPE_DROP_DOWN, NULL);
  while (star != NULL && !GTK_IS_TOGGLE_BUTTON (star))
    star = gtk_widget_get_next_sibling (star);
  assert_non_null (star);

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (star), TRUE);
  code = g_settings_get_string (fixture->settings, "home-area");
  assert_string_equal (code, "07");
  assert_int_equal (mdg_figure_model_get_home_area (fixture->model), 7);

  mdg_figure_model_set_area (fixture->model, 13);
  assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (star)));
  mdg_figure_model_set_area (fixture->model, 7);
  assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (star)));

  mdg_window_show_page (fixture->window, "overview");
  assert_true (mdg_ui_wait_for (mdg_window_get_page (fixture->window), GTK_TYPE_LABEL, "42.93"));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (star), FALSE);
  assert_false (mdg_ui_says (mdg_window_get_page (fixture->window), "42.93"));
}

/* The two bases are told apart in words wherever either stands. */
static void
test_overview_names_the_basis (void **state)
{
  MdgUiFixture *fixture = *state;
  GtkWidget *page;

  mdg_window_show_page (fixture->window, "overview");
  page = mdg_window_get_page (fixture->window);
  assert_true (mdg_ui_wait_for (page, GTK_TYPE_LABEL, "37.14"));
  assert_true (mdg_ui_says (page, "44.40"));
  assert_true (mdg_ui_says (page, "claims basis"));
  assert_true (mdg_ui_says (page, "not to be compared"));
  assert_true (mdg_ui_says (page, "101,991,041"));
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_list_is_ranked),
    cmocka_unit_test (test_columns_have_room),
    cmocka_unit_test (test_what_is_not_known_stands_last),
    cmocka_unit_test (test_sorted_by_the_menu),
    cmocka_unit_test (test_one_selection_both_ways),
    cmocka_unit_test (test_search_narrows_and_keeps_the_selection),
    cmocka_unit_test (test_scope_bar_follows_and_leads),
    cmocka_unit_test (test_map_classes_are_preferences),
    cmocka_unit_test (test_legend_filters_the_list),
    cmocka_unit_test (test_prefecture_page),
    cmocka_unit_test (test_my_prefecture),
    cmocka_unit_test (test_overview_names_the_basis),
  };

  mdg_test_require_display ();

  return mdg_test_run_full (tests, mdg_ui_group_setup, mdg_ui_group_teardown);
}
