/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "checklists-fixture.h"

static gboolean
is_in_entry (gpointer data)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (lists_fixture.window));
  GtkWidget *entry = lists_get_entry (*(guint *) data, 0);

  return focus != NULL && entry != NULL && gtk_widget_is_ancestor (focus, entry);
}

/* Nothing is stored before there is a reason. */
static void
test_not_applicable_asks_why (void **state)
{
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (GPtrArray) changed = NULL;
  guint index = 1;

  lists_start ("outside-duty");
  desk_press (lists_get_row (1), GDK_KEY_n, 0);
  assert_true (mdg_test_spin_until (is_in_entry, &index));
  assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (lists_get_toggle (1))));
  assert_false (gtk_check_button_get_inconsistent (lists_get_check (1)));
  g_signal_emit_by_name (lists_get_entry (1, 0), "apply");
  assert_false (lists_is_saved (NULL));
  before = desk_fixture_list_runs (&lists_fixture);
  assert_int_equal (((MdgRun *) g_ptr_array_index (before, 0))->items->len, 0);
  assert_true (desk_shows (lists_fixture.page, "0 of 5"));

  gtk_editable_set_text (GTK_EDITABLE (lists_get_entry (1, 0)), " No reader ");
  g_signal_emit_by_name (lists_get_entry (1, 0), "apply");
  assert_true (mdg_test_spin_until (lists_is_saved, NULL));
  assert_true (gtk_check_button_get_inconsistent (lists_get_check (1)));
  assert_true (desk_shows (lists_fixture.page, "1 of 5"));
  assert_true (desk_shows (lists_get_row (1), "Not applicable · "));
  assert_true (desk_shows (lists_get_row (1), "Reason: No reader"));
  after = desk_fixture_list_runs (&lists_fixture);
  assert_int_equal (lists_find_stored (after, "limited")->state, MDG_ITEM_NOT_APPLICABLE);
  assert_string_equal (lists_find_stored (after, "limited")->reason, "No reader");

  /* A tick says that it does apply after all, and then the reason is none. */
  gtk_check_button_set_active (lists_get_check (1), TRUE);
  assert_true (mdg_test_spin_until (lists_is_saved, NULL));
  assert_int_equal (mdg_run_item_row_get_state (MDG_RUN_ITEM_ROW (lists_get_row (1))),
                    MDG_ITEM_DONE);
  changed = desk_fixture_list_runs (&lists_fixture);
  assert_string_equal (lists_find_stored (changed, "limited")->reason, "");
}

static void
test_reasons_to_choose_from (void **state)
{
  g_autoptr (GPtrArray) runs = NULL;
  GtkWidget *suggestion;
  guint index = 0;

  lists_start ("outside-duty");
  desk_click (lists_get_toggle (0));
  assert_true (mdg_test_spin_until (is_in_entry, &index));
  suggestion = desk_find (desk_find (lists_get_row (0), ADW_TYPE_WRAP_BOX, 0), GTK_TYPE_BUTTON, 0);
  desk_click (suggestion);
  assert_true (mdg_test_spin_until (lists_is_saved, NULL));
  assert_true (desk_shows (lists_get_row (0), "Reason: We do not have this"));

  /* The button again: it is open. */
  desk_click (lists_get_toggle (0));
  lists_await_text ("0 of 5");
  runs = desk_fixture_list_runs (&lists_fixture);
  assert_int_equal (
    ((MdgRunItem *) g_ptr_array_index (((MdgRun *) g_ptr_array_index (runs, 0))->items, 0))->state,
    MDG_ITEM_OPEN);
}

static void
test_asking_can_be_left (void **state)
{
  guint index = 0;

  lists_start ("outside-duty");
  gtk_check_button_set_active (lists_get_check (0), TRUE);
  lists_await_text ("1 of 5");
  desk_click (lists_get_toggle (0));
  assert_true (mdg_test_spin_until (is_in_entry, &index));
  gtk_editable_set_text (GTK_EDITABLE (lists_get_entry (0, 0)), "half a rea");
  gtk_widget_activate_action (lists_get_row (0), "run-item.cancel-reason", NULL);
  mdg_test_spin_for (50);
  assert_true (gtk_check_button_get_active (lists_get_check (0)));
  assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (lists_get_toggle (0))));
  assert_true (gtk_window_get_focus (GTK_WINDOW (lists_fixture.window)) ==
               GTK_WIDGET (lists_get_check (0)));
  assert_true (desk_shows (lists_fixture.page, "1 of 5"));
}

static void
test_notes (void **state)
{
  g_autoptr (GPtrArray) runs = NULL;

  lists_start ("outside-duty");
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (lists_get_row (1)), TRUE);
  mdg_test_spin_for (50);
  gtk_editable_set_text (GTK_EDITABLE (lists_get_entry (1, 0)), "Ask on Monday");
  g_signal_emit_by_name (lists_get_entry (1, 0), "apply");
  assert_true (mdg_test_spin_until (lists_is_saved, NULL));
  assert_true (desk_shows (lists_get_row (1), "Ask on Monday"));
  runs = desk_fixture_list_runs (&lists_fixture);
  assert_int_equal (lists_find_stored (runs, "limited")->state, MDG_ITEM_OPEN);
  assert_string_equal (lists_find_stored (runs, "limited")->note, "Ask on Monday");
}

static void
undo (void)
{
  desk_press (desk_find (lists_fixture.page, MDG_TYPE_RUN_VIEW, 0), GDK_KEY_z, GDK_CONTROL_MASK);
}

/* One touch after the other is taken back, and the history tells of it. */
static void
test_touches_can_be_undone (void **state)
{
  g_autoptr (GPtrArray) runs = NULL;

  lists_start ("reader-check");
  gtk_check_button_set_active (lists_get_check (0), TRUE);
  gtk_check_button_set_active (lists_get_check (1), TRUE);
  gtk_check_button_set_active (lists_get_check (0), FALSE);
  lists_await_text ("1 of 11");
  undo ();
  lists_await_text ("2 of 11");
  assert_true (gtk_check_button_get_active (lists_get_check (0)));
  undo ();
  lists_await_text ("1 of 11");
  assert_false (gtk_check_button_get_active (lists_get_check (1)));
  undo ();
  lists_await_text ("0 of 11");
  undo ();
  mdg_test_spin_for (50);
  runs = desk_fixture_list_runs (&lists_fixture);
  assert_int_equal (lists_find_stored (runs, "case")->state, MDG_ITEM_OPEN);
  lists_await_text ("Show All (7)");
}

static void
test_arrows_go_from_tick_to_tick (void **state)
{
  lists_start ("reader-check");
  gtk_widget_grab_focus (GTK_WIDGET (lists_get_check (0)));
  desk_press (GTK_WIDGET (lists_get_check (0)), GDK_KEY_Down, 0);
  assert_true (gtk_window_get_focus (GTK_WINDOW (lists_fixture.window)) ==
               GTK_WIDGET (lists_get_check (1)));
  desk_press (GTK_WIDGET (lists_get_check (1)), GDK_KEY_Up, 0);
  desk_press (GTK_WIDGET (lists_get_check (0)), GDK_KEY_Up, 0);
  assert_true (gtk_window_get_focus (GTK_WINDOW (lists_fixture.window)) ==
               GTK_WIDGET (lists_get_check (0)));
}

/* Whoever is named now has done what is touched now, in this run and in the next. */
static void
test_initials_are_remembered (void **state)
{
  g_autoptr (GPtrArray) runs = NULL;

  lists_start ("reader-check");
  gtk_editable_set_text (GTK_EDITABLE (desk_find (lists_fixture.page, ADW_TYPE_ENTRY_ROW, 0)),
                         "KS");
  gtk_check_button_set_active (lists_get_check (0), TRUE);
  gtk_editable_set_text (GTK_EDITABLE (desk_find (lists_fixture.page, ADW_TYPE_ENTRY_ROW, 0)),
                         "MT");
  gtk_check_button_set_active (lists_get_check (1), TRUE);
  lists_await_text ("2 of 11");
  assert_true (desk_shows (lists_get_row (0), "Done · KS · "));
  assert_true (desk_shows (lists_get_row (1), "Done · MT · "));
  lists_go_back ();
  lists_start ("readiness");
  assert_string_equal (
    gtk_editable_get_text (GTK_EDITABLE (desk_find (lists_fixture.page, ADW_TYPE_ENTRY_ROW, 0))),
    "MT");
}

static int
measure_page (void)
{
  int width;

  mdg_test_spin_for (50);
  gtk_widget_measure (lists_fixture.page, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);

  return width;
}

/* With text twice as large all of it still fits a telephone. */
static void
test_large_text_fits (void **state)
{
  GtkSettings *settings = gtk_widget_get_settings (lists_fixture.page);
  int widths[4];
  int dpi;

  g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);
  g_object_set (settings, "gtk-xft-dpi", 192 * 1024, NULL);
  widths[0] = measure_page ();
  lists_start ("reader-check");
  gtk_check_button_set_active (lists_get_check (0), TRUE);
  lists_await_text ("1 of 11");
  desk_click (lists_get_toggle (1));
  widths[1] = measure_page ();
  g_signal_emit_by_name (lists_get_run_view (), "finish");
  lists_await_text ("finished ");
  lists_go_back ();
  widths[2] = measure_page ();
  lists_start ("reader-check");
  gtk_check_button_set_active (lists_get_check (1), TRUE);
  lists_await_text ("1 item differs");
  widths[3] = measure_page ();
  g_object_set (settings, "gtk-xft-dpi", dpi, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    if (widths[i] > 360)
      fail_msg ("in state %u the page needs %d pixels", i, widths[i]);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    page_test (test_not_applicable_asks_why), page_test (test_reasons_to_choose_from),
    page_test (test_asking_can_be_left),      page_test (test_notes),
    page_test (test_touches_can_be_undone),   page_test (test_arrows_go_from_tick_to_tick),
    page_test (test_initials_are_remembered), page_test (test_large_text_fits),
  };

  mdg_test_require_display ();
  adw_init ();

  return mdg_test_run (tests);
}
