/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mdg-ui-fixture.h"

#include <string.h>

#include "app/mdg-area-table-view.h"
#include "model/mdg-area-table-row.h"

#define OCTOBER MDG_MONTH (2025, 10)

static GtkWidget *
show_table (MdgUiFixture *fixture)
{
  const MdgScope wish = { OCTOBER, MDG_MEASURE_USAGE_RATE_ONLINE, MDG_FACILITY_MEDICAL_CLINIC, 7 };

  g_settings_reset (fixture->settings, "table-measures");
  g_settings_reset (fixture->settings, "table-by-region");
  g_settings_reset (fixture->settings, "table-all-types");
  g_settings_reset (fixture->settings, "table-view");
  mdg_window_show_page (fixture->window, "table");
  mdg_figure_model_set_scope (fixture->model, &wish);
  mdg_test_spin_for (50);

  return mdg_ui_find (mdg_window_get_page (fixture->window), MDG_TYPE_AREA_TABLE_VIEW, NULL);
}

static GtkColumnView *
get_column_view (GtkWidget *view)
{
  return GTK_COLUMN_VIEW (mdg_ui_find (view, GTK_TYPE_COLUMN_VIEW, NULL));
}

static GtkSelectionModel *
get_rows (GtkWidget *view)
{
  return gtk_column_view_get_model (get_column_view (view));
}

static MdgAreaTableRow *
get_row (GtkWidget *view, guint position)
{
  g_autoptr (MdgAreaTableRow) row =
    g_list_model_get_item (G_LIST_MODEL (get_rows (view)), position);

  return row;
}

static guint
get_n_rows (GtkWidget *view)
{
  return g_list_model_get_n_items (G_LIST_MODEL (get_rows (view)));
}

static char *
dup_titles (GtkWidget *view)
{
  GListModel *columns = gtk_column_view_get_columns (get_column_view (view));
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      g_string_append_printf (text, "%s|", gtk_column_view_column_get_title (column));
    }

  return g_string_free_and_steal (text);
}

static void
assert_titles (GtkWidget *view, const char *expected)
{
  g_autofree char *titles = dup_titles (view);

  assert_string_equal (titles, expected);
}

static void
assert_cell (GtkWidget *view, guint position, guint column, const char *expected)
{
  g_autofree char *text = mdg_area_table_row_dup_text (get_row (view, position), column);

  assert_string_equal (text, expected);
  assert_true (mdg_ui_says (view, expected));
}

/* The first look is the ministry’s slide 13 of medical clinics, and the nation below it. */
static void
test_first_look_is_the_ministrys_form (void **state)
{
  GtkWidget *view = show_table (*state);

  assert_titles (
    view, "Rank|Rank, Sep 2025|Prefecture|Rate, online basis|With My Number card|Verifications|");
  assert_int_equal (get_n_rows (view), MDG_N_AREAS);
  assert_cell (view, 0, 0, "1");
  assert_cell (view, 0, 1, "(4)");
  assert_cell (view, 0, 2, "Akita");
  assert_cell (view, 0, 3, "46.76%");
  assert_cell (view, 0, 4, "291,565");
  assert_cell (view, 0, 5, "623,568");
  assert_true (mdg_area_table_row_is_total (get_row (view, MDG_N_PREFECTURES)));
}

/* A column that is chosen comes, goes and is remembered; the menu's check marks tell. */
static void
test_columns_are_chosen (void **state)
{
  MdgUiFixture *fixture = *state;
  GtkWidget *view = show_table (fixture);
  g_auto (GStrv) measures = NULL;

  gtk_widget_activate_action (view, "columns.rank-previous", NULL);
  gtk_widget_activate_action (view, "columns.difference-points", NULL);
  gtk_widget_activate_action (view, "columns.mnc-count", NULL);
  gtk_widget_activate_action (view, "columns.verification-count", NULL);
  mdg_test_spin_for (20);
  assert_titles (view, "Rank|Prefecture|Rate, online basis|Difference from nation|");
  measures = g_settings_get_strv (fixture->settings, "table-measures");
  assert_int_equal (g_strv_length (measures), 3);

  gtk_widget_activate_action (view, "columns.difference-points", NULL);
  mdg_test_spin_for (20);
  assert_titles (view, "Rank|Prefecture|Rate, online basis|");

  gtk_widget_activate_action (view, "columns.table-all-types", NULL);
  mdg_test_spin_for (20);
  assert_int_equal (g_list_model_get_n_items (gtk_column_view_get_columns (get_column_view (view))),
                    11);
  assert_true (mdg_ui_says (view, "Figures by prefecture, by facility type, October 2025"));

  gtk_widget_activate_action (view, "areas.ministry", NULL);
  mdg_test_spin_for (20);
  assert_titles (
    view, "Rank|Rank, Sep 2025|Prefecture|Rate, online basis|With My Number card|Verifications|");
}

/* Without a column there is nothing to see, and a way back. */
static void
test_no_column_leads_back (void **state)
{
  MdgUiFixture *fixture = *state;
  GtkWidget *view = show_table (fixture);
  const char *const none[] = { NULL };

  g_settings_set_strv (fixture->settings, "table-measures", none);
  mdg_test_spin_for (20);
  assert_true (mdg_ui_says (view, "No Figures of These Columns"));
  gtk_widget_activate_action (view, "areas.ministry", NULL);
  mdg_test_spin_for (20);
  assert_cell (view, 0, 2, "Akita");
}

static void
test_groups_have_totals (void **state)
{
  GtkWidget *view = show_table (*state);

  gtk_widget_activate_action (view, "columns.table-by-region", NULL);
  mdg_test_spin_for (20);
  assert_int_equal (get_n_rows (view), MDG_N_AREAS + MDG_N_REGIONS - 1);
  assert_cell (view, 0, 2, "Hokkaido, total");
  /* The only prefecture of its region: 1,444,311 of 3,900,176 (slide 13). */
  assert_cell (view, 0, 3, "*37.03%");
  assert_cell (view, 1, 3, "37.03%");
  assert_cell (view, 0, 0, "–");
  assert_true (mdg_ui_says (view, "* worked out from other figures"));
}

static void
click_again (GtkWidget *view, guint column, const char *first, const char *then)
{
  gtk_widget_activate_action (view, "areas.sort", "u", column);
  mdg_test_spin_for (20);
  assert_cell (view, 0, 2, first);
  gtk_widget_activate_action (view, "areas.sort", "u", column);
  mdg_test_spin_for (20);
  assert_cell (view, 0, 2, then);
}

/* Sorting keeps the nation below, and another facility type keeps the order. */
static void
test_sorted_by_the_menu (void **state)
{
  MdgUiFixture *fixture = *state;
  GtkWidget *view = show_table (fixture);
  MdgScope wish = *mdg_figure_model_get_scope (fixture->model);

  click_again (view, 2, "Hokkaido", "Okinawa");
  click_again (view, 5, "Kochi", "Tokyo");
  assert_true (mdg_area_table_row_is_total (get_row (view, MDG_N_PREFECTURES)));

  wish.facility_type = MDG_FACILITY_PHARMACY;
  mdg_figure_model_set_scope (fixture->model, &wish);
  mdg_test_spin_for (20);
  assert_cell (view, 0, 2, "Tokyo");
  click_again (view, 0, "Fukui", "Okinawa");
}

/* Taking back the ministry's form brings back the columns, and what they were sorted by. */
static void
test_ministrys_form_is_taken_back (void **state)
{
  MdgUiFixture *fixture = *state;
  GtkWidget *view = show_table (fixture);
  GtkWidget *undo;

  adw_toast_overlay_dismiss_all (
    ADW_TOAST_OVERLAY (gtk_widget_get_ancestor (view, ADW_TYPE_TOAST_OVERLAY)));
  mdg_test_spin_for (500);
  click_again (view, 2, "Hokkaido", "Okinawa");
  gtk_widget_activate_action (view, "columns.rank-previous", NULL);
  gtk_widget_activate_action (view, "areas.ministry", NULL);
  assert_true (mdg_ui_wait_for (GTK_WIDGET (fixture->window), GTK_TYPE_BUTTON, "_Undo"));
  undo = mdg_ui_find (GTK_WIDGET (fixture->window), GTK_TYPE_BUTTON, "_Undo");
  g_signal_emit_by_name (undo, "clicked");
  mdg_test_spin_for (20);
  assert_cell (view, 0, 1, "Okinawa");
  assert_titles (view, "Rank|Prefecture|Rate, online basis|With My Number card|Verifications|");
}

/* What is selected stays selected in another order, and is added up. */
static void
test_selection_is_added_up (void **state)
{
  GtkWidget *view = show_table (*state);
  g_autoptr (GtkBitset) kept = NULL;

  gtk_widget_activate_action (view, "areas.ministry", NULL);
  mdg_test_spin_for (20);
  assert_cell (view, 0, 2, "Akita");
  gtk_selection_model_select_range (get_rows (view), 0, 2, TRUE);
  /* Akita and Aomori: 291,565 + 449,155 of 623,568 + 965,252 (slide 13). */
  assert_true (mdg_ui_says (view, "2 prefectures chosen, together:"));
  assert_true (mdg_ui_says (view, "740,720"));
  assert_true (mdg_ui_says (view, "1,588,820"));
  assert_true (mdg_ui_says (view, "46.62%"));

  gtk_widget_activate_action (view, "areas.sort", "u", 2);
  mdg_test_spin_for (20);
  kept = gtk_selection_model_get_selection (get_rows (view));
  assert_int_equal (gtk_bitset_get_size (kept), 2);
  assert_true (gtk_bitset_contains (kept, 1));
  assert_true (gtk_bitset_contains (kept, 4));
  gtk_selection_model_unselect_all (get_rows (view));
  assert_false (mdg_ui_says (view, "2 prefectures chosen, together:"));
}

static void
test_search_finds_a_prefecture (void **state)
{
  static const char *const words[] = { "福島", "ふくしま", "fukushima" };
  GtkWidget *view = show_table (*state);
  GtkWidget *entry = mdg_ui_find (view, GTK_TYPE_SEARCH_ENTRY, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      gtk_editable_set_text (GTK_EDITABLE (entry), words[i]);
      g_signal_emit_by_name (entry, "search-changed");
      assert_int_equal (get_n_rows (view), 1);
      assert_int_equal (mdg_area_table_row_get_area (get_row (view, 0)), 7);
    }
  gtk_editable_set_text (GTK_EDITABLE (entry), "no such place");
  g_signal_emit_by_name (entry, "search-changed");
  assert_true (mdg_ui_says (view, "No Prefecture Found"));
  gtk_widget_activate_action (view, "areas.clear", NULL);
  g_signal_emit_by_name (entry, "search-changed");
  assert_int_equal (get_n_rows (view), MDG_N_AREAS);
}

static void
search (GtkWidget *view, const char *text)
{
  GtkWidget *entry = mdg_ui_find (view, GTK_TYPE_SEARCH_ENTRY, NULL);

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_signal_emit_by_name (entry, "search-changed");
}

/* Rows that a search hides are selected again when it ends, unless others were selected meanwhile. */
static void
test_search_keeps_the_selection (void **state)
{
  GtkWidget *view = show_table (*state);

  gtk_widget_activate_action (view, "areas.ministry", NULL);
  mdg_test_spin_for (20);
  gtk_selection_model_select_range (get_rows (view), 0, 2, TRUE);
  search (view, "aomori");
  assert_true (gtk_selection_model_is_selected (get_rows (view), 0));
  search (view, "fukushima");
  assert_false (gtk_selection_model_is_selected (get_rows (view), 0));
  search (view, "");
  assert_true (mdg_ui_says (view, "2 prefectures chosen, together:"));
  assert_true (gtk_selection_model_is_selected (get_rows (view), 0));
  assert_true (gtk_selection_model_is_selected (get_rows (view), 1));

  search (view, "fukushima");
  gtk_selection_model_select_item (get_rows (view), 0, TRUE);
  search (view, "");
  assert_false (gtk_selection_model_is_selected (get_rows (view), 0));
  assert_false (mdg_ui_says (view, "prefectures chosen, together:"));
  gtk_selection_model_unselect_all (get_rows (view));
}

static void
text_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  char **text = data;

  *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
  if (*text == NULL)
    *text = g_strdup ("");
}

static gboolean
is_read (gpointer data)
{
  return *(char **) data != NULL;
}

static char *
read_clipboard (GtkWidget *view)
{
  char *text = NULL;

  mdg_test_spin_for (200);
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (view), NULL, text_read_cb, &text);
  assert_true (mdg_test_spin_until (is_read, &text));

  return text;
}

/* Chosen rows or all, in the order and with the columns that are seen. */
static void
test_rows_are_copied (void **state)
{
  GtkWidget *view = show_table (*state);
  g_autofree char *chosen = NULL;
  g_autofree char *all = NULL;
  g_auto (GStrv) lines = NULL;

  gtk_widget_activate_action (view, "areas.ministry", NULL);
  mdg_test_spin_for (20);
  gtk_selection_model_select_range (get_rows (view), 1, 2, TRUE);
  gtk_widget_activate_action (view, "areas.copy", NULL);
  chosen = read_clipboard (view);
  mdg_test_assert_contains (chosen, "\n2\t1\tAomori\t46.53\t449155\t965252\n3\t2\tFukui\t");
  assert_null (strstr (chosen, "Akita"));

  gtk_selection_model_unselect_all (get_rows (view));
  gtk_widget_activate_action (view, "areas.copy-all", NULL);
  all = read_clipboard (view);
  lines = g_strsplit (all, "\n", -1);
  assert_int_equal (g_strv_length (lines), 1 + MDG_N_AREAS + 1);
  mdg_test_assert_contains (lines[0], "Usage rate (online basis) (percent)\t");
}

static gboolean
is_stacked (gpointer view)
{
  return g_list_model_get_n_items (gtk_column_view_get_columns (get_column_view (view))) == 1;
}

static gboolean
has_all_columns (gpointer view)
{
  return g_list_model_get_n_items (gtk_column_view_get_columns (get_column_view (view))) == 6;
}

/* Where there is no room for columns, one says everything, and the order stays. */
static void
test_narrow_window_stacks (void **state)
{
  MdgUiFixture *fixture = *state;
  GtkWidget *view = show_table (fixture);
  int width;
  int height;

  gtk_widget_activate_action (view, "areas.ministry", NULL);
  gtk_widget_activate_action (view, "areas.sort", "u", 2);
  gtk_window_get_default_size (GTK_WINDOW (fixture->window), &width, &height);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 360, 640);
  assert_true (mdg_test_spin_until (is_stacked, view));
  mdg_test_spin_for (200);
  assert_true (mdg_ui_says (view,
                            "Rank 24 · Rank, Sep 2025 (24)\nRate, online basis 37.03%\nWith My "
                            "Number card 1,444,311\nVerifications 3,900,176"));
  gtk_widget_activate_action (view, "areas.sort", "u", 2);
  mdg_test_spin_for (20);
  assert_int_equal (mdg_area_table_row_get_area (get_row (view, 0)), MDG_N_PREFECTURES);

  gtk_window_set_default_size (GTK_WINDOW (fixture->window), width, height);
  assert_true (mdg_test_spin_until (has_all_columns, view));
  mdg_test_spin_for (200);
  assert_titles (
    view, "Rank|Rank, Sep 2025|Prefecture|Rate, online basis|With My Number card|Verifications|");
  assert_cell (view, 0, 2, "Okinawa");
}

/* Both tables are behind one switch, which is remembered. */
static void
test_switch_between_tables (void **state)
{
  MdgUiFixture *fixture = *state;
  g_autofree char *kept = NULL;
  GtkWidget *stack;

  show_table (fixture);
  stack = mdg_ui_find (mdg_window_get_page (fixture->window), ADW_TYPE_VIEW_STACK, NULL);
  adw_view_stack_set_visible_child_name (ADW_VIEW_STACK (stack), "observations");
  kept = g_settings_get_string (fixture->settings, "table-view");
  assert_string_equal (kept, "observations");
  g_settings_reset (fixture->settings, "table-view");
  assert_string_equal (adw_view_stack_get_visible_child_name (ADW_VIEW_STACK (stack)), "areas");
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_first_look_is_the_ministrys_form),
    cmocka_unit_test (test_columns_are_chosen),
    cmocka_unit_test (test_no_column_leads_back),
    cmocka_unit_test (test_groups_have_totals),
    cmocka_unit_test (test_sorted_by_the_menu),
    cmocka_unit_test (test_selection_is_added_up),
    cmocka_unit_test (test_search_finds_a_prefecture),
    cmocka_unit_test (test_search_keeps_the_selection),
    cmocka_unit_test (test_ministrys_form_is_taken_back),
    cmocka_unit_test (test_rows_are_copied),
    cmocka_unit_test (test_narrow_window_stacks),
    cmocka_unit_test (test_switch_between_tables),
  };

  mdg_test_require_display ();

  return mdg_test_run_full (tests, mdg_ui_group_setup, mdg_ui_group_teardown);
}
