/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "checklists-fixture.h"

#include "core/mdg-database-private.h"

static gboolean
shows_no_run (gpointer data)
{
  return !desk_shows (lists_fixture.page, "Under Way") &&
         !desk_shows (lists_fixture.page, "Finished");
}

static void
delete_first_run (void)
{
  desk_click (
    desk_find (desk_find (lists_fixture.page, ADW_TYPE_ACTION_ROW, 0), GTK_TYPE_BUTTON, 0));
}

static void
test_begins_with_the_checklists (void **state)
{
  GPtrArray *checklists = mdg_guide_pack_get_checklists (lists_fixture.pack);

  assert_int_equal (desk_count (lists_fixture.page, ADW_TYPE_ACTION_ROW), checklists->len);
  assert_true (shows_no_run (NULL));
  for (guint i = 0; i < checklists->len; i++)
    {
      const MdgChecklist *checklist = g_ptr_array_index (checklists, i);

      assert_true (desk_shows (lists_fixture.page, mdg_guide_text_get (&checklist->title)));
    }
}

static void
test_touches_are_saved_at_once (void **state)
{
  g_autoptr (GPtrArray) runs = NULL;
  const MdgRun *run;
  const MdgRunItem *item;

  lists_start ("reader-check");
  assert_false (lists_is_saved (NULL));
  assert_true (desk_shows (lists_fixture.page, "0 of 11"));

  gtk_editable_set_text (GTK_EDITABLE (desk_find (lists_fixture.page, ADW_TYPE_ENTRY_ROW, 0)),
                         " KT ");
  gtk_check_button_set_active (lists_get_check (0), TRUE);

  /* Not said before the store has said so. */
  assert_true (desk_shows (lists_fixture.page, "Saving…"));
  assert_false (lists_is_saved (NULL));
  assert_true (mdg_test_spin_until (lists_is_saved, NULL));
  assert_true (desk_shows (lists_fixture.page, "1 of 11"));
  assert_true (desk_shows (lists_get_row (0), "Done · KT · "));

  runs = desk_fixture_list_runs (&lists_fixture);
  assert_int_equal (runs->len, 1);
  run = g_ptr_array_index (runs, 0);
  assert_string_equal (run->checklist_id, "reader-check");
  assert_string_equal (run->template_version, mdg_guide_pack_get_version (lists_fixture.pack));
  item = mdg_run_find_item (run, "case");
  assert_int_equal (item->state, MDG_ITEM_DONE);
  assert_string_equal (item->who, "KT");
}

/* Fast fingers: many touches before the first answer, and none is lost. */
static void
test_many_touches_at_once (void **state)
{
  g_autoptr (GPtrArray) runs = NULL;
  const MdgRun *run;

  lists_start ("reader-check");
  for (guint i = 0; i < 11; i++)
    gtk_check_button_set_active (lists_get_check (i), TRUE);
  gtk_check_button_set_active (lists_get_check (3), FALSE);
  assert_true (mdg_test_spin_until (lists_is_saved, NULL));
  assert_true (desk_shows (lists_fixture.page, "10 of 11"));
  assert_false (gtk_check_button_get_active (lists_get_check (3)));

  runs = desk_fixture_list_runs (&lists_fixture);
  run = g_ptr_array_index (runs, 0);
  assert_int_equal (run->items->len, 11);
  assert_int_equal (mdg_run_find_item (run, "network-cable")->state, MDG_ITEM_OPEN);
}

static void
test_several_runs (void **state)
{
  lists_start ("reader-check");
  gtk_check_button_set_active (lists_get_check (0), TRUE);
  assert_true (mdg_test_spin_until (lists_is_saved, NULL));
  lists_go_back ();
  lists_start ("reader-check");
  assert_true (desk_shows (lists_fixture.page, "0 of 11"));
  assert_false (gtk_check_button_get_active (lists_get_check (0)));
  lists_go_back ();
  lists_start ("readiness");
  lists_go_back ();
  assert_true (desk_shows (lists_fixture.page, "Under Way"));
  assert_true (desk_shows (lists_fixture.page, "1 of 11"));
  assert_true (desk_shows (lists_fixture.page, "0 of 11"));
  assert_true (desk_shows (lists_fixture.page, "0 of 15"));
}

static gboolean
shows_toast (gpointer text)
{
  return desk_shows (lists_fixture.overlay, text);
}

static void
test_finished_run_is_read_only (void **state)
{
  g_autoptr (GPtrArray) runs = NULL;
  const MdgRun *run;
  GtkWidget *button;

  lists_start ("reader-check");
  gtk_check_button_set_active (lists_get_check (0), TRUE);
  lists_await_text ("1 of 11");
  g_signal_emit_by_name (lists_get_run_view (), "finish");
  lists_await_text ("finished ");
  assert_false (gtk_widget_is_sensitive (GTK_WIDGET (lists_get_check (0))));
  assert_null (desk_find (lists_fixture.page, ADW_TYPE_ENTRY_ROW, 0));

  runs = desk_fixture_list_runs (&lists_fixture);
  run = g_ptr_array_index (runs, 0);
  assert_true (run->finished_at > 0);

  /* It says what is open, and takes it back. */
  assert_true (mdg_test_spin_until (shows_toast, (gpointer) "Finished; 10 are still open"));
  button = desk_find (desk_find (lists_fixture.overlay, g_type_from_name ("AdwToastWidget"), 0),
                      GTK_TYPE_BUTTON, 0);
  desk_click (button);
  lists_await_text ("Your Initials");
  assert_true (gtk_widget_is_sensitive (GTK_WIDGET (lists_get_check (0))));
  assert_true (desk_shows (lists_fixture.page, "Finished by mistake"));
}

static void
test_reopening_needs_a_reason (void **state)
{
  AdwAlertDialog *dialog;
  GtkWidget *entry;

  lists_start ("reader-check");
  g_signal_emit_by_name (lists_get_run_view (), "finish");
  lists_await_text ("finished ");
  for (guint i = 0; i < desk_count (lists_fixture.page, GTK_TYPE_BUTTON); i++)
    {
      GtkWidget *button = desk_find (lists_fixture.page, GTK_TYPE_BUTTON, i);

      if (g_strcmp0 (gtk_button_get_label (GTK_BUTTON (button)), "_Reopen…") == 0)
        desk_click (button);
    }
  mdg_test_spin_for (50);
  dialog = ADW_ALERT_DIALOG (adw_window_get_visible_dialog (ADW_WINDOW (lists_fixture.window)));
  assert_false (adw_alert_dialog_get_response_enabled (dialog, "accept"));
  entry = desk_find (GTK_WIDGET (dialog), ADW_TYPE_ENTRY_ROW, 0);
  gtk_editable_set_text (GTK_EDITABLE (entry), " 　 ");
  assert_false (adw_alert_dialog_get_response_enabled (dialog, "accept"));
  gtk_editable_set_text (GTK_EDITABLE (entry), "One more lamp");
  assert_true (adw_alert_dialog_get_response_enabled (dialog, "accept"));
  g_signal_emit_by_name (dialog, "response::accept", "accept");

  lists_await_text ("Your Initials");
  assert_true (desk_shows (lists_fixture.page, "Reopened"));
  assert_true (desk_shows (lists_fixture.page, "One more lamp"));
}

/* The next run of the same checklist says how it was the last time. */
static void
test_what_changed_since_the_last_run (void **state)
{
  lists_start ("reader-check");
  gtk_editable_set_text (GTK_EDITABLE (desk_find (lists_fixture.page, ADW_TYPE_ENTRY_ROW, 0)),
                         "KS");
  gtk_check_button_set_active (lists_get_check (0), TRUE);
  gtk_check_button_set_active (lists_get_check (1), TRUE);
  lists_await_text ("2 of 11");
  assert_false (desk_shows (lists_fixture.page, "Last time"));
  g_signal_emit_by_name (lists_get_run_view (), "finish");
  lists_await_text ("finished ");
  lists_go_back ();

  lists_start ("reader-check");
  lists_await_text ("The last run was finished on ");
  assert_true (desk_shows (lists_get_row (0), "Last time: Done · KS · "));
  assert_true (desk_shows (lists_get_row (2), "Last time: Open"));
  gtk_check_button_set_active (lists_get_check (0), TRUE);
  lists_await_text ("So far all is as in the run of ");
  gtk_check_button_set_active (lists_get_check (2), TRUE);
  lists_await_text ("1 item differs from the run of ");
  assert_true (desk_shows (lists_get_row (2), "≠"));
  assert_false (desk_shows (lists_get_row (0), "≠"));
  g_signal_emit_by_name (lists_get_run_view (), "finish");
  lists_await_text ("2 items differ from the run of ");
}

static void
test_deleting_can_be_undone (void **state)
{
  g_autoptr (GPtrArray) runs = NULL;
  g_autoptr (GPtrArray) runs_after = NULL;

  lists_start ("reader-check");
  lists_go_back ();
  delete_first_run ();
  assert_true (shows_no_run (NULL));
  runs = desk_fixture_list_runs (&lists_fixture);
  assert_int_equal (runs->len, 1);

  mdg_test_spin_for (50);
  desk_click (desk_find (desk_find (lists_fixture.overlay, g_type_from_name ("AdwToastWidget"), 0),
                         GTK_TYPE_BUTTON, 0));
  lists_await_text ("Under Way");
  runs_after = desk_fixture_list_runs (&lists_fixture);
  assert_int_equal (runs_after->len, 1);
}

static void
test_deleting (void **state)
{
  g_autoptr (GPtrArray) runs = NULL;

  lists_start ("reader-check");
  lists_go_back ();
  delete_first_run ();
  adw_toast_overlay_dismiss_all (ADW_TOAST_OVERLAY (lists_fixture.overlay));
  assert_true (mdg_test_spin_until (shows_no_run, NULL));
  runs = desk_fixture_list_runs (&lists_fixture);
  assert_int_equal (runs->len, 0);
}

static GtkWidget *
get_focused_row (void)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (lists_fixture.window));

  return focus != NULL ? gtk_widget_get_ancestor (focus, ADW_TYPE_ACTION_ROW) : NULL;
}

/* Whoever uses the keyboard goes on where they were, also when rows are made anew. */
static void
test_focus_stays_where_it_was (void **state)
{
  GtkWidget *delete_button;

  lists_start ("reader-check");
  lists_go_back ();
  lists_start ("morning");
  lists_go_back ();
  assert_ptr_equal (get_focused_row (), desk_find (lists_fixture.page, ADW_TYPE_ACTION_ROW, 0));

  delete_button =
    desk_find (desk_find (lists_fixture.page, ADW_TYPE_ACTION_ROW, 0), GTK_TYPE_BUTTON, 0);
  gtk_widget_grab_focus (delete_button);
  desk_click (delete_button);
  mdg_test_spin_for (50);
  assert_non_null (get_focused_row ());
  assert_true (desk_shows (get_focused_row (), "Begun"));

  /* Now it is gone from the store, too. */
  adw_toast_overlay_dismiss_all (ADW_TOAST_OVERLAY (lists_fixture.overlay));
  mdg_test_spin_for (200);
  assert_non_null (get_focused_row ());
  assert_true (desk_shows (get_focused_row (), "Begun"));
}

static void
test_finishing_keeps_the_focus (void **state)
{
  GtkWidget *finish;

  lists_start ("reader-check");
  finish = desk_find_button (lists_fixture.page, "_Finish");
  assert_non_null (finish);
  gtk_widget_grab_focus (finish);
  desk_click (finish);
  lists_await_text ("Reopen");
  mdg_test_spin_for (50);
  assert_ptr_equal (gtk_window_get_focus (GTK_WINDOW (lists_fixture.window)),
                    desk_find_button (lists_fixture.page, "_Reopen…"));
}

/* Closed before it was too late to take it back, the page still does what it said it did. */
static void
test_deleting_and_closing (void **state)
{
  g_autoptr (GPtrArray) runs = NULL;

  lists_start ("reader-check");
  lists_go_back ();
  delete_first_run ();
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (lists_fixture.overlay), NULL);
  mdg_test_spin_for (50);
  runs = desk_fixture_list_runs (&lists_fixture);
  assert_int_equal (runs->len, 0);
}

static gpointer
refuse_work (MdgDatabase *database, gpointer data, GError **error)
{
  return GINT_TO_POINTER (mdg_database_exec (database, data, error));
}

static gboolean
is_answered (gpointer data)
{
  return !desk_shows (lists_fixture.page, "Saving…");
}

/* Of two touches one is refused: the other must not make it look as if both were saved. */
static void
test_refused_among_others (void **state)
{
  char sql[] = "CREATE TRIGGER stop BEFORE INSERT ON run_items WHEN new.item = 'case' BEGIN"
               " SELECT raise (FAIL, 'stop'); END";

  lists_start ("reader-check");
  assert_non_null (desk_fixture_run (&lists_fixture, refuse_work, sql));
  gtk_check_button_set_active (lists_get_check (0), TRUE);
  gtk_check_button_set_active (lists_get_check (1), TRUE);
  assert_true (mdg_test_spin_until (is_answered, NULL));
  assert_true (desk_shows (lists_fixture.page, "Not saved"));
  assert_false (gtk_check_button_get_active (lists_get_check (0)));
  assert_true (gtk_check_button_get_active (lists_get_check (1)));

  /* What comes later is told for itself. */
  gtk_check_button_set_active (lists_get_check (2), TRUE);
  assert_true (mdg_test_spin_until (lists_is_saved, NULL));
}

/* From an outcome card: go on with the run that is open, or begin one. */
static void
test_show_checklist (void **state)
{
  g_autoptr (GPtrArray) runs = NULL;
  gint64 run_id;

  mdg_checklists_page_show_checklist (MDG_CHECKLISTS_PAGE (lists_fixture.page), "none");
  assert_false (lists_is_at_run (NULL));
  mdg_checklists_page_show_checklist (MDG_CHECKLISTS_PAGE (lists_fixture.page), "reader-check");
  assert_true (mdg_test_spin_until (lists_is_at_run, NULL));
  run_id =
    mdg_run_view_get_run_id (MDG_RUN_VIEW (desk_find (lists_fixture.page, MDG_TYPE_RUN_VIEW, 0)));

  lists_go_back ();
  mdg_checklists_page_show_checklist (MDG_CHECKLISTS_PAGE (lists_fixture.page), "reader-check");
  assert_true (mdg_test_spin_until (lists_is_at_run, NULL));
  assert_int_equal (
    mdg_run_view_get_run_id (MDG_RUN_VIEW (desk_find (lists_fixture.page, MDG_TYPE_RUN_VIEW, 0))),
    run_id);
  runs = desk_fixture_list_runs (&lists_fixture);
  assert_int_equal (runs->len, 1);
}

/* Another program, another day: what was saved is there. */
static void
test_runs_survive (void **state)
{
  GtkWidget *page;

  lists_start ("reader-check");
  gtk_check_button_set_active (lists_get_check (2), TRUE);
  assert_true (mdg_test_spin_until (lists_is_saved, NULL));

  mdg_store_close (lists_fixture.store);
  mdg_test_spin_pending ();
  g_object_unref (lists_fixture.store);
  lists_fixture.store = desk_fixture_open_store (lists_fixture.folder);
  page = lists_create_page (lists_fixture.pack, lists_fixture.store);
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (lists_fixture.overlay), page);
  lists_fixture.page = page;
  lists_await_text ("1 of 11");
}

/* Whoever asks before the store is open gets it when it is. */
static void
test_asked_before_the_store_is_open (void **state)
{
  g_autofree char *folder = mdg_test_make_temp_dir ();
  g_autoptr (MdgStore) store = mdg_store_new (folder);
  GAsyncResult *slot = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  GtkWidget *page = lists_create_page (lists_fixture.pack, store);

  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (lists_fixture.overlay), page);
  lists_fixture.page = page;
  mdg_checklists_page_show_checklist (MDG_CHECKLISTS_PAGE (page), "reader-check");
  mdg_test_spin_for (50);
  assert_false (lists_is_at_run (NULL));
  mdg_store_open_async (store, NULL, mdg_test_result_cb, &slot);
  result = mdg_test_await_result (&slot);
  assert_true (mdg_store_open_finish (store, result, NULL));
  assert_true (mdg_test_spin_until (lists_is_at_run, NULL));
  mdg_store_close (store);
  mdg_test_spin_pending ();
  mdg_test_remove_tree (folder);
}

static void
test_page_is_finalized (void **state)
{
  GtkWidget *page = g_object_ref (lists_fixture.page);

  lists_start ("reader-check");
  gtk_check_button_set_active (lists_get_check (0), TRUE);
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (lists_fixture.overlay), NULL);
  g_ptr_array_unref (desk_fixture_list_runs (&lists_fixture));
  mdg_test_spin_for (50);
  mdg_test_assert_finalize (page);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    page_test (test_begins_with_the_checklists),
    page_test (test_touches_are_saved_at_once),
    page_test (test_many_touches_at_once),
    page_test (test_several_runs),
    page_test (test_finished_run_is_read_only),
    page_test (test_reopening_needs_a_reason),
    page_test (test_what_changed_since_the_last_run),
    page_test (test_deleting_can_be_undone),
    page_test (test_deleting),
    page_test (test_focus_stays_where_it_was),
    page_test (test_finishing_keeps_the_focus),
    page_test (test_deleting_and_closing),
    page_test (test_refused_among_others),
    page_test (test_show_checklist),
    page_test (test_runs_survive),
    page_test (test_asked_before_the_store_is_open),
    page_test (test_page_is_finalized),
  };

  mdg_test_require_display ();
  adw_init ();

  return mdg_test_run (tests);
}
