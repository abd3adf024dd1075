/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mdg-ui-fixture.h"

#include <string.h>

#include "app/mdg-column-chooser.h"
#include "app/mdg-observation-selection.h"
#include "app/mdg-observation-view.h"
#include "app/mdg-table-save-dialog.h"
#include "core/mdg-bundle.h"
#include "core/mdg-tidy.h"
#include "model/mdg-observation-table.h"

typedef struct
{
  GListModel *rows;
  int column;
  gboolean descending;
} Order;

static GtkWidget *
show_table (MdgUiFixture *fixture)
{
  mdg_window_show_page (fixture->window, "table");
  mdg_test_spin_for (50);

  return mdg_ui_find (mdg_window_get_page (fixture->window), MDG_TYPE_OBSERVATION_VIEW, NULL);
}

static GListModel *
get_rows (GtkWidget *page)
{
  GtkWidget *view = mdg_ui_find (page, GTK_TYPE_COLUMN_VIEW, NULL);

  return G_LIST_MODEL (gtk_column_view_get_model (GTK_COLUMN_VIEW (view)));
}

static int
compare (const Order *order, const MdgObservation *a, const MdgObservation *b)
{
  int result = order->column == MDG_OBSERVATION_COLUMN_VALUE
                 ? mdg_decimal_compare (a->value, b->value)
                 : (a->area > b->area) - (a->area < b->area);

  return order->descending ? -result : result;
}

static gboolean
is_in_order (gpointer data)
{
  const Order *order = data;
  guint n = g_list_model_get_n_items (order->rows);

  for (guint i = 1; i < n; i++)
    {
      g_autoptr (MdgObservationRow) a = g_list_model_get_item (order->rows, i - 1);
      g_autoptr (MdgObservationRow) b = g_list_model_get_item (order->rows, i);

      if (compare (order, mdg_observation_row_get_observation (a),
                   mdg_observation_row_get_observation (b)) > 0)
        return FALSE;
    }
  return n > 1000;
}

/* The menu sorts for those who cannot click a heading; the same column again turns it round. */
static void
test_sorted_by_the_menu (void **state)
{
  GtkWidget *page = show_table (*state);
  Order order = { get_rows (page), 0, FALSE };
  const int columns[] = { MDG_OBSERVATION_COLUMN_VALUE, MDG_OBSERVATION_COLUMN_AREA };

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    for (guint again = 0; again < 2; again++)
      {
        order.column = columns[i];
        order.descending = again == 0;
        gtk_widget_activate_action (page, "table.sort", "i", columns[i]);
        assert_true (mdg_test_spin_until (is_in_order, &order));
      }
}

static gboolean
is_empty (gpointer data)
{
  return g_list_model_get_n_items (data) == 0;
}

static gboolean
is_full (gpointer data)
{
  return g_list_model_get_n_items (data) > 1000;
}

static void
test_empty_state_leads_back (void **state)
{
  GtkWidget *page = show_table (*state);
  GtkWidget *entry = mdg_ui_find (page, GTK_TYPE_SEARCH_ENTRY, NULL);
  GListModel *rows = get_rows (page);

  gtk_editable_set_text (GTK_EDITABLE (entry), "no such words");
  g_signal_emit_by_name (entry, "search-changed");
  assert_true (mdg_test_spin_until (is_empty, rows));
  assert_true (mdg_ui_says (page, "No Figures Found"));

  gtk_widget_activate_action (page, "table.clear", NULL);
  assert_true (mdg_test_spin_until (is_full, rows));
  assert_string_equal (gtk_editable_get_text (GTK_EDITABLE (entry)), "");
}

static GtkSelectionModel *
get_selection (GtkWidget *page)
{
  return GTK_SELECTION_MODEL (get_rows (page));
}

/* Selects three rows of Fukushima alone, and forgets what was selected before. */
static void
select_three (GtkWidget *page)
{
  static const guint positions[] = { 0, 2, 3 };

  gtk_selection_model_unselect_all (get_selection (page));
  for (guint i = 0; i < G_N_ELEMENTS (positions); i++)
    gtk_selection_model_select_item (get_selection (page), positions[i], FALSE);
}

static gboolean
is_area (gpointer data)
{
  const MdgArea area = 7;
  guint n = g_list_model_get_n_items (data);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (MdgObservationRow) row = g_list_model_get_item (data, i);

      if (mdg_observation_row_get_observation (row)->area != area)
        return FALSE;
    }

  return n > 3;
}

static void
search (GtkWidget *page, const char *query)
{
  GtkWidget *entry = mdg_ui_find (page, GTK_TYPE_SEARCH_ENTRY, NULL);

  gtk_editable_set_text (GTK_EDITABLE (entry), query);
  g_signal_emit_by_name (entry, "search-changed");
}

/* What a figure is of: its value may be another after an import, where it is computed. */
static char *
get_key (GListModel *rows, guint position)
{
  static const guint columns[] = {
    MDG_TIDY_COLUMN_MONTH,         MDG_TIDY_COLUMN_AS_OF,   MDG_TIDY_COLUMN_AREA,
    MDG_TIDY_COLUMN_FACILITY_TYPE, MDG_TIDY_COLUMN_MEASURE, MDG_TIDY_COLUMN_EDITION,
  };
  g_autoptr (MdgObservationRow) row = g_list_model_get_item (rows, position);
  g_autoptr (GString) key = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      mdg_tidy_append_field (key, mdg_observation_row_get_observation (row),
                             mdg_observation_row_get_edition (row), columns[i]);
      g_string_append_c (key, i < G_N_ELEMENTS (columns) - 1 ? ' ' : '\n');
    }

  return g_string_free_and_steal (g_steal_pointer (&key));
}

/* What the selected rows are, sorted, so that it can be compared in any order of the rows. */
static char *
describe_selected (GtkWidget *page)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  GListModel *rows = get_rows (page);
  g_autoptr (GString) all = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    if (gtk_selection_model_is_selected (get_selection (page), i))
      g_ptr_array_add (texts, get_key (rows, i));
  g_ptr_array_sort_values (texts, (GCompareFunc) strcmp);
  for (guint i = 0; i < texts->len; i++)
    g_string_append_printf (all, "%s", (char *) g_ptr_array_index (texts, i));

  return g_string_free_and_steal (g_steal_pointer (&all));
}

/* Rows stay selected by what they are, not by where they stand; also while a search hides them. */
static void
test_selection_is_kept (void **state)
{
  GtkWidget *page = show_table (*state);
  GListModel *rows = get_rows (page);
  Order order = { rows, MDG_OBSERVATION_COLUMN_VALUE, TRUE };
  g_autofree char *before = NULL;
  g_autofree char *sorted = NULL;
  g_autofree char *found = NULL;
  g_autofree char *none = NULL;

  search (page, "ふくしま");
  assert_true (mdg_test_spin_until (is_area, rows));
  select_three (page);
  assert_true (mdg_ui_says (page, "· 3 selected"));
  before = describe_selected (page);

  gtk_widget_activate_action (page, "table.sort", "i", MDG_OBSERVATION_COLUMN_AREA);
  search (page, "");
  gtk_widget_activate_action (page, "table.sort", "i", order.column);
  assert_true (mdg_test_spin_until (is_in_order, &order));
  sorted = describe_selected (page);
  assert_string_equal (sorted, before);
  assert_true (mdg_ui_wait_for (page, GTK_TYPE_LABEL, "· 3 selected"));

  search (page, "no such words");
  assert_true (mdg_test_spin_until (is_empty, rows));
  assert_false (mdg_ui_says (page, "selected"));
  search (page, "");
  assert_true (mdg_test_spin_until (is_full, rows));
  found = describe_selected (page);
  assert_string_equal (found, before);

  gtk_selection_model_unselect_all (get_selection (page));
  none = describe_selected (page);
  assert_string_equal (none, "");
  assert_false (mdg_ui_says (page, "selected"));
}

static gboolean
is_idle (gpointer data)
{
  return !mdg_observation_table_is_busy (data);
}

static MdgFigures *
load_figures (guint n_left_out)
{
  g_autoptr (MdgBatch) batch = mdg_bundle_load (NULL);

  g_array_remove_range (batch->observations, 0, n_left_out);

  return mdg_figures_new (batch);
}

static void
show_figures (MdgObservationTable *table, MdgFigures *figures)
{
  mdg_observation_table_set_figures (table, figures);
  assert_true (mdg_test_spin_until (is_idle, table));
}

/* After an import the same figures are selected, wherever they stand now; what is gone is not. */
static void
test_selection_follows_figures (void **state)
{
  g_autoptr (MdgFigures) few = load_figures (300);
  g_autoptr (MdgFigures) many = load_figures (0);
  g_autoptr (MdgObservationTable) table = mdg_observation_table_new ();
  g_autoptr (MdgObservationSelection) selection = mdg_observation_selection_new (table);
  GtkSelectionModel *model = mdg_observation_selection_get_model (selection);
  GListModel *rows = G_LIST_MODEL (model);
  g_autoptr (GHashTable) selected = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  show_figures (table, many);
  for (guint i = 0; i < g_list_model_get_n_items (rows); i += 7)
    {
      gtk_selection_model_select_item (model, i, FALSE);
      g_hash_table_add (selected, get_key (rows, i));
    }

  show_figures (table, few);
  assert_true (mdg_observation_selection_get_n (selection) > 100);
  assert_true (mdg_observation_selection_get_n (selection) < g_hash_table_size (selected));
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autofree char *key = get_key (rows, i);

      assert_int_equal (gtk_selection_model_is_selected (model, i),
                        g_hash_table_contains (selected, key));
    }
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(char **) data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
}

static gboolean
is_read (gpointer data)
{
  return *(char **) data != NULL;
}

/* Waits until @n rows are told to be copied, and returns the lines that were. */
static GStrv
get_copied (MdgUiFixture *fixture, const char *told)
{
  GtkWidget *window = GTK_WIDGET (fixture->window);
  g_autofree char *text = NULL;

  if (!mdg_ui_wait_for (window, GTK_TYPE_LABEL, told))
    fail_msg ("“%s” was not told", told);
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (window), NULL, read_cb, &text);
  assert_true (mdg_test_spin_until (is_read, &text));
  adw_toast_overlay_dismiss_all (ADW_TOAST_OVERLAY (
    gtk_widget_get_ancestor (mdg_window_get_page (fixture->window), ADW_TYPE_TOAST_OVERLAY)));

  return g_strsplit (text, "\n", -1);
}

/* Selected rows or all of them, in the order on screen and in the columns that were chosen. */
static void
test_copied (void **state)
{
  MdgUiFixture *fixture = *state;
  GtkWidget *page = show_table (fixture);
  const char *const hidden[] = { "month", "edition", "page", NULL };
  g_auto (GStrv) some = NULL;
  g_auto (GStrv) all = NULL;
  g_autofree char *n_all = NULL;
  g_autofree char *told = NULL;

  search (page, "fukushima usage_rate_online 2025-10");
  assert_true (mdg_test_spin_until (is_area, get_rows (page)));
  g_settings_set_strv (fixture->settings, "table-hidden-columns", hidden);
  select_three (page);
  gtk_widget_activate_action (page, "table.copy", NULL);
  some = get_copied (fixture, "3 rows copied");
  assert_string_equal (some[0], "Area\tFacility type\tMeasure\tValue\tBasis\tQuality");
  assert_int_equal (g_strv_length (some), 5);

  n_all = g_strdup_printf ("%u", g_list_model_get_n_items (get_rows (page)));
  told = g_strconcat (n_all, " rows copied", NULL);
  gtk_widget_activate_action (page, "table.copy-all", NULL);
  all = get_copied (fixture, told);
  assert_int_equal (g_strv_length (all), g_list_model_get_n_items (get_rows (page)) + 2);
  assert_string_equal (some[1], all[1]);
  assert_string_equal (some[2], all[3]);
  assert_string_equal (some[3], all[4]);
  g_settings_reset (fixture->settings, "table-hidden-columns");
}

/* The dialog offers the selection only where there is one. */
static void
test_saved (void **state)
{
  MdgUiFixture *fixture = *state;
  GtkWidget *page = show_table (fixture);

  for (guint selected = 0; selected < 2; selected++)
    {
      GtkWidget *dialog;

      gtk_selection_model_unselect_all (get_selection (page));
      if (selected == 1)
        select_three (page);
      gtk_widget_activate_action (page, "table.save", NULL);
      mdg_test_spin_for (50);
      dialog = mdg_ui_find (GTK_WIDGET (fixture->window), MDG_TYPE_TABLE_SAVE_DIALOG, NULL);
      assert_non_null (dialog);
      assert_int_equal (mdg_ui_find (dialog, ADW_TYPE_ACTION_ROW, "Selected rows (3)") != NULL,
                        selected);
      adw_dialog_force_close (ADW_DIALOG (dialog));
      mdg_test_spin_for (50);
    }
}

static GtkWidget *
get_check (GtkWidget *page, const char *title)
{
  GtkWidget *chooser = mdg_ui_find (page, MDG_TYPE_COLUMN_CHOOSER, NULL);
  GtkMenuButton *button = GTK_MENU_BUTTON (adw_bin_get_child (ADW_BIN (chooser)));
  GtkWidget *child = gtk_popover_get_child (gtk_menu_button_get_popover (button));

  for (child = gtk_widget_get_first_child (child); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (g_str_equal (gtk_check_button_get_label (GTK_CHECK_BUTTON (child)), title))
      return child;

  fail_msg ("there is no column “%s”", title);
  return NULL;
}

static void
choose_column (GtkWidget *page, const char *title, gboolean is_chosen)
{
  gtk_check_button_set_active (GTK_CHECK_BUTTON (get_check (page, title)), is_chosen);
}

/* The titles of the columns that are shown, with bars between them. */
static char *
list_columns (GtkWidget *page)
{
  GtkWidget *view = mdg_ui_find (page, GTK_TYPE_COLUMN_VIEW, NULL);
  GListModel *columns = gtk_column_view_get_columns (GTK_COLUMN_VIEW (view));
  g_autoptr (GString) titles = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      if (gtk_column_view_column_get_visible (column))
        g_string_append_printf (titles, "%s%s", titles->len > 0 ? "|" : "",
                                gtk_column_view_column_get_title (column));
    }

  return g_string_free_and_steal (g_steal_pointer (&titles));
}

static void
assert_columns (GtkWidget *page, guint room, const char *expected)
{
  GtkWidget *view = mdg_ui_find (page, MDG_TYPE_OBSERVATION_VIEW, NULL);
  g_autofree char *found = NULL;

  g_object_set (view, "room", room, NULL);
  found = list_columns (page);
  assert_string_equal (found, expected);
}

/* What comes in at the left stands before the others for the keyboard and the style too. */
static void
test_cells_are_in_order (void **state)
{
  GtkWidget *page = show_table (*state);
  GtkWidget *view = mdg_ui_find (page, MDG_TYPE_OBSERVATION_VIEW, NULL);
  GtkWidget *list;
  GtkWidget *cell;
  graphene_point_t at;
  float before = -1;
  guint n_cells = 0;

  adw_view_stack_set_visible_child_name (
    ADW_VIEW_STACK (gtk_widget_get_ancestor (view, ADW_TYPE_VIEW_STACK)), "observations");
  g_object_set (view, "room", 0, NULL);
  mdg_test_spin_for (200);
  g_object_set (view, "room", 2, NULL);
  mdg_test_spin_for (200);

  list = mdg_ui_find (view, g_type_from_name ("GtkColumnListView"), NULL);
  cell = gtk_widget_get_first_child (gtk_widget_get_first_child (list));
  for (; cell != NULL; cell = gtk_widget_get_next_sibling (cell))
    {
      assert_true (gtk_widget_compute_point (cell, list, &GRAPHENE_POINT_INIT (0, 0), &at));
      assert_true (at.x > before);
      before = at.x;
      n_cells++;
    }
  assert_int_equal (n_cells, 2);
  g_object_set (view, "room", 0, NULL);
}

/* What was chosen away does not come back when a window grows narrow and wide again; something is
 * always left. */
static void
test_columns_are_chosen (void **state)
{
  MdgUiFixture *fixture = *state;
  GtkWidget *page = show_table (fixture);

  assert_columns (page, 0, "Month|Area|Facility type|Measure|Value|Basis|Quality|Edition|Page");
  choose_column (page, "Basis", FALSE);
  choose_column (page, "Edition", FALSE);
  assert_columns (page, 0, "Month|Area|Facility type|Measure|Value|Quality|Page");
  assert_columns (page, 1, "Month|Area|Facility type|Measure|Value|Quality");
  assert_columns (page, 2, "Figure|Value");
  assert_columns (page, 3, "Figure");
  assert_columns (page, 0, "Month|Area|Facility type|Measure|Value|Quality|Page");

  choose_column (page, "Month", FALSE);
  choose_column (page, "Area", FALSE);
  choose_column (page, "Facility type", FALSE);
  choose_column (page, "Measure", FALSE);
  choose_column (page, "Value", FALSE);
  choose_column (page, "Quality", FALSE);
  assert_columns (page, 0, "Page");
  assert_false (gtk_widget_get_sensitive (get_check (page, "Page")));
  assert_columns (page, 1, "Figure");
  assert_columns (page, 2, "Figure");
  assert_columns (page, 0, "Page");
  choose_column (page, "Value", TRUE);
  assert_true (gtk_widget_get_sensitive (get_check (page, "Page")));
  assert_columns (page, 0, "Value|Page");
  g_settings_reset (fixture->settings, "table-hidden-columns");
  assert_columns (page, 0, "Month|Area|Facility type|Measure|Value|Basis|Quality|Edition|Page");
}

/* Settings of another version, or made by hand, never leave an empty table. */
static void
test_column_settings (void **state)
{
  static const char *const all[] = { "month", "area",    "facility-type", "measure", "value",
                                     "basis", "quality", "edition",       "page",    NULL };
  static const char *const unknown[] = { "page", "no-such-column", NULL };
  MdgUiFixture *fixture = *state;
  GtkWidget *page = show_table (fixture);

  g_settings_set_strv (fixture->settings, "table-hidden-columns", unknown);
  assert_columns (page, 0, "Month|Area|Facility type|Measure|Value|Basis|Quality|Edition");
  g_settings_set_strv (fixture->settings, "table-hidden-columns", all);
  assert_columns (page, 0, "Month|Area|Facility type|Measure|Value|Basis|Quality|Edition|Page");
  g_settings_reset (fixture->settings, "table-hidden-columns");
}

/* Whoever presses keys while the figures are still being read breaks nothing: what is not there is not
 * taken hold of, and no criticals are logged. */
static void
test_nothing_to_save_yet (void **state)
{
  MdgUiFixture *fixture = *state;
  g_autoptr (MdgFigureModel) model = mdg_figure_model_new ();
  g_autoptr (GtkWidget) view =
    g_object_ref_sink (GTK_WIDGET (mdg_observation_view_new (model, fixture->settings)));

  gtk_widget_activate_action (view, "table.save", NULL);
  gtk_widget_activate_action (view, "table.copy", NULL);
  gtk_widget_activate_action (view, "table.copy-all", NULL);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_sorted_by_the_menu),
    cmocka_unit_test (test_empty_state_leads_back),
    cmocka_unit_test (test_selection_is_kept),
    cmocka_unit_test (test_selection_follows_figures),
    cmocka_unit_test (test_copied),
    cmocka_unit_test (test_saved),
    cmocka_unit_test (test_cells_are_in_order),
    cmocka_unit_test (test_columns_are_chosen),
    cmocka_unit_test (test_column_settings),
    cmocka_unit_test (test_nothing_to_save_yet),
  };

  mdg_test_require_display ();

  return mdg_test_run_full (tests, mdg_ui_group_setup, mdg_ui_group_teardown);
}
