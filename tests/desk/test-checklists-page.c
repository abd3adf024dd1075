/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-fixture.h"

#include <string.h>

#include "desk/checklists/mdg-checklists-page.h"
#include "desk/checklists/mdg-run-item-row.h"
#include "desk/checklists/mdg-run-view.h"

static DeskFixture fixture;

static GtkWidget *
create_page (MdgGuidePack *pack, MdgStore *store)
{
  return GTK_WIDGET (mdg_checklists_page_new (pack, store));
}

static int
set_up (void **state)
{
  desk_fixture_init (&fixture, create_page);

  return 0;
}

static int
tear_down (void **state)
{
  desk_fixture_clear (&fixture);

  return 0;
}

static gboolean
is_at_run (gpointer data)
{
  return desk_find (fixture.page, MDG_TYPE_RUN_VIEW, 0) != NULL;
}

static gboolean
is_saved (gpointer data)
{
  return desk_shows (fixture.page, "Saved");
}

static gboolean
shows_wanted (gpointer data)
{
  return desk_shows (fixture.page, *(const char *const *) data);
}

static void
await_text (const char *text)
{
  assert_true (mdg_test_spin_until (shows_wanted, &text));
}

static gboolean
shows_no_run (gpointer data)
{
  return !desk_shows (fixture.page, "Under Way") && !desk_shows (fixture.page, "Finished");
}

static void
start (const char *checklist_id)
{
  GtkWidget *row = desk_find_named (fixture.page, checklist_id);

  assert_non_null (row);
  adw_action_row_activate (ADW_ACTION_ROW (row));
  assert_true (mdg_test_spin_until (is_at_run, NULL));
}

static GtkWidget *
get_row (guint index)
{
  return desk_find (fixture.page, MDG_TYPE_RUN_ITEM_ROW, index);
}

static GtkCheckButton *
get_check (guint index)
{
  return GTK_CHECK_BUTTON (desk_find (get_row (index), GTK_TYPE_CHECK_BUTTON, 0));
}

static void
go_back (void)
{
  desk_press (fixture.page, GDK_KEY_Left, GDK_ALT_MASK);
}

static void
delete_first_run (void)
{
  desk_click (desk_find (desk_find (fixture.page, ADW_TYPE_ACTION_ROW, 0), GTK_TYPE_BUTTON, 0));
}

static void
test_begins_with_the_checklists (void **state)
{
  GPtrArray *checklists = mdg_guide_pack_get_checklists (fixture.pack);

  assert_int_equal (desk_count (fixture.page, ADW_TYPE_ACTION_ROW), checklists->len);
  assert_true (shows_no_run (NULL));
  for (guint i = 0; i < checklists->len; i++)
    {
      const MdgChecklist *checklist = g_ptr_array_index (checklists, i);

      assert_true (desk_shows (fixture.page, mdg_guide_text_get (&checklist->title)));
    }
}

static void
test_touches_are_saved_at_once (void **state)
{
  g_autoptr (GPtrArray) runs = NULL;
  const MdgRun *run;
  const MdgRunItem *item;

  start ("reader-check");
  assert_false (is_saved (NULL));
  assert_true (desk_shows (fixture.page, "0 of 11"));

  gtk_editable_set_text (GTK_EDITABLE (desk_find (fixture.page, ADW_TYPE_ENTRY_ROW, 0)), " KT ");
  gtk_check_button_set_active (get_check (0), TRUE);

  /* Not said before the store has said so. */
  assert_true (desk_shows (fixture.page, "Saving…"));
  assert_false (is_saved (NULL));
  assert_true (mdg_test_spin_until (is_saved, NULL));
  assert_true (desk_shows (fixture.page, "1 of 11"));
  assert_true (desk_shows (get_row (0), "Done · KT · "));

  runs = desk_fixture_list_runs (&fixture);
  assert_int_equal (runs->len, 1);
  run = g_ptr_array_index (runs, 0);
  assert_string_equal (run->checklist_id, "reader-check");
  assert_string_equal (run->template_version, mdg_guide_pack_get_version (fixture.pack));
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

  start ("reader-check");
  for (guint i = 0; i < 11; i++)
    gtk_check_button_set_active (get_check (i), TRUE);
  gtk_check_button_set_active (get_check (3), FALSE);
  assert_true (mdg_test_spin_until (is_saved, NULL));
  assert_true (desk_shows (fixture.page, "10 of 11"));
  assert_false (gtk_check_button_get_active (get_check (3)));

  runs = desk_fixture_list_runs (&fixture);
  run = g_ptr_array_index (runs, 0);
  assert_int_equal (run->items->len, 11);
  assert_int_equal (mdg_run_find_item (run, "network-cable")->state, MDG_ITEM_OPEN);
}

static void
test_not_applicable_and_note (void **state)
{
  g_autoptr (GPtrArray) runs = NULL;
  const MdgRun *run;
  const MdgRunItem *item;
  GtkWidget *row;

  start ("outside-duty");
  row = get_row (1);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  mdg_test_spin_for (50);
  adw_switch_row_set_active (ADW_SWITCH_ROW (desk_find (row, ADW_TYPE_SWITCH_ROW, 0)), TRUE);
  assert_true (mdg_test_spin_until (is_saved, NULL));
  assert_true (gtk_check_button_get_inconsistent (get_check (1)));
  assert_true (desk_shows (fixture.page, "1 of 5"));

  gtk_editable_set_text (GTK_EDITABLE (desk_find (row, ADW_TYPE_ENTRY_ROW, 0)), "No reader");
  g_signal_emit_by_name (desk_find (row, ADW_TYPE_ENTRY_ROW, 0), "apply");
  assert_true (mdg_test_spin_until (is_saved, NULL));
  assert_true (desk_shows (row, "Not applicable · "));

  runs = desk_fixture_list_runs (&fixture);
  run = g_ptr_array_index (runs, 0);
  item = mdg_run_find_item (run, "limited");
  assert_int_equal (item->state, MDG_ITEM_NOT_APPLICABLE);
  assert_string_equal (item->note, "No reader");

  /* A tick says that it does apply after all. */
  gtk_check_button_set_active (get_check (1), TRUE);
  assert_true (mdg_test_spin_until (is_saved, NULL));
  assert_int_equal (mdg_run_item_row_get_state (MDG_RUN_ITEM_ROW (get_row (1))), MDG_ITEM_DONE);
}

static void
test_several_runs (void **state)
{
  start ("reader-check");
  gtk_check_button_set_active (get_check (0), TRUE);
  assert_true (mdg_test_spin_until (is_saved, NULL));
  go_back ();
  start ("reader-check");
  assert_true (desk_shows (fixture.page, "0 of 11"));
  assert_false (gtk_check_button_get_active (get_check (0)));
  go_back ();
  start ("readiness");
  go_back ();
  assert_true (desk_shows (fixture.page, "Under Way"));
  assert_true (desk_shows (fixture.page, "1 of 11"));
  assert_true (desk_shows (fixture.page, "0 of 11"));
  assert_true (desk_shows (fixture.page, "0 of 15"));
}

static void
test_finished_run_is_read_only (void **state)
{
  g_autoptr (GPtrArray) runs = NULL;
  const MdgRun *run;
  GtkWidget *button;

  start ("reader-check");
  g_signal_emit_by_name (desk_find (fixture.page, MDG_TYPE_RUN_VIEW, 0), "finish");
  await_text ("finished ");
  assert_false (gtk_widget_is_sensitive (GTK_WIDGET (get_check (0))));
  assert_null (desk_find (fixture.page, ADW_TYPE_ENTRY_ROW, 0));

  runs = desk_fixture_list_runs (&fixture);
  run = g_ptr_array_index (runs, 0);
  assert_true (run->finished_at > 0);

  /* The toast takes it back. */
  mdg_test_spin_for (50);
  assert_true (desk_shows (fixture.overlay, "The run is finished"));
  button = desk_find (desk_find (fixture.overlay, g_type_from_name ("AdwToastWidget"), 0),
                      GTK_TYPE_BUTTON, 0);
  desk_click (button);
  await_text ("Your Initials");
  assert_true (gtk_widget_is_sensitive (GTK_WIDGET (get_check (0))));
}

static void
test_deleting_can_be_undone (void **state)
{
  g_autoptr (GPtrArray) runs = NULL;
  g_autoptr (GPtrArray) runs_after = NULL;

  start ("reader-check");
  go_back ();
  delete_first_run ();
  assert_true (shows_no_run (NULL));
  runs = desk_fixture_list_runs (&fixture);
  assert_int_equal (runs->len, 1);

  mdg_test_spin_for (50);
  desk_click (desk_find (desk_find (fixture.overlay, g_type_from_name ("AdwToastWidget"), 0),
                         GTK_TYPE_BUTTON, 0));
  await_text ("Under Way");
  runs_after = desk_fixture_list_runs (&fixture);
  assert_int_equal (runs_after->len, 1);
}

static void
test_deleting (void **state)
{
  g_autoptr (GPtrArray) runs = NULL;

  start ("reader-check");
  go_back ();
  delete_first_run ();
  adw_toast_overlay_dismiss_all (ADW_TOAST_OVERLAY (fixture.overlay));
  assert_true (mdg_test_spin_until (shows_no_run, NULL));
  runs = desk_fixture_list_runs (&fixture);
  assert_int_equal (runs->len, 0);
}

/* From an outcome card: go on with the run that is open, or begin one. */
static void
test_show_checklist (void **state)
{
  g_autoptr (GPtrArray) runs = NULL;
  gint64 run_id;

  mdg_checklists_page_show_checklist (MDG_CHECKLISTS_PAGE (fixture.page), "none");
  assert_false (is_at_run (NULL));
  mdg_checklists_page_show_checklist (MDG_CHECKLISTS_PAGE (fixture.page), "reader-check");
  assert_true (mdg_test_spin_until (is_at_run, NULL));
  run_id = mdg_run_view_get_run_id (MDG_RUN_VIEW (desk_find (fixture.page, MDG_TYPE_RUN_VIEW, 0)));

  go_back ();
  mdg_checklists_page_show_checklist (MDG_CHECKLISTS_PAGE (fixture.page), "reader-check");
  assert_true (mdg_test_spin_until (is_at_run, NULL));
  assert_int_equal (
    mdg_run_view_get_run_id (MDG_RUN_VIEW (desk_find (fixture.page, MDG_TYPE_RUN_VIEW, 0))),
    run_id);
  runs = desk_fixture_list_runs (&fixture);
  assert_int_equal (runs->len, 1);
}

/* Another program, another day: what was saved is there. */
static void
test_runs_survive (void **state)
{
  GtkWidget *page;

  start ("reader-check");
  gtk_check_button_set_active (get_check (2), TRUE);
  assert_true (mdg_test_spin_until (is_saved, NULL));

  mdg_store_close (fixture.store);
  mdg_test_spin_pending ();
  g_object_unref (fixture.store);
  fixture.store = desk_fixture_open_store (fixture.folder);
  page = create_page (fixture.pack, fixture.store);
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (fixture.overlay), page);
  fixture.page = page;
  await_text ("1 of 11");
}

/* Whoever asks before the store is open gets it when it is. */
static void
test_asked_before_the_store_is_open (void **state)
{
  g_autofree char *folder = mdg_test_make_temp_dir ();
  g_autoptr (MdgStore) store = mdg_store_new (folder);
  GAsyncResult *slot = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  GtkWidget *page = create_page (fixture.pack, store);

  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (fixture.overlay), page);
  fixture.page = page;
  mdg_checklists_page_show_checklist (MDG_CHECKLISTS_PAGE (page), "reader-check");
  mdg_test_spin_for (50);
  assert_false (is_at_run (NULL));
  mdg_store_open_async (store, NULL, mdg_test_result_cb, &slot);
  result = mdg_test_await_result (&slot);
  assert_true (mdg_store_open_finish (store, result, NULL));
  assert_true (mdg_test_spin_until (is_at_run, NULL));
  mdg_store_close (store);
  mdg_test_spin_pending ();
  mdg_test_remove_tree (folder);
}

static void
test_page_is_finalized (void **state)
{
  GtkWidget *page = g_object_ref (fixture.page);

  start ("reader-check");
  gtk_check_button_set_active (get_check (0), TRUE);
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (fixture.overlay), NULL);
  g_ptr_array_unref (desk_fixture_list_runs (&fixture));
  mdg_test_spin_for (50);
  mdg_test_assert_finalize (page);
}

#define page_test(name) cmocka_unit_test_setup_teardown (name, set_up, tear_down)

int
main (void)
{
  const struct CMUnitTest tests[] = {
    page_test (test_begins_with_the_checklists),
    page_test (test_touches_are_saved_at_once),
    page_test (test_many_touches_at_once),
    page_test (test_not_applicable_and_note),
    page_test (test_several_runs),
    page_test (test_finished_run_is_read_only),
    page_test (test_deleting_can_be_undone),
    page_test (test_deleting),
    page_test (test_show_checklist),
    page_test (test_runs_survive),
    page_test (test_asked_before_the_store_is_open),
    page_test (test_page_is_finalized),
  };

  mdg_test_require_display ();
  adw_init ();

  return mdg_test_run (tests);
}
