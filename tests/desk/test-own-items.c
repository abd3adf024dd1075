/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "checklists-fixture.h"

#include <string.h>

#include "core/mdg-own-list.h"
#include "desk/checklists/mdg-checklist-shelf.h"
#include "desk/checklists/mdg-own-item-row.h"
#include "desk/checklists/mdg-own-items-dialog.h"
#include "guide/mdg-checklist-snapshot.h"

static GtkWidget *
get_dialog (void)
{
  return GTK_WIDGET (adw_window_get_visible_dialog (ADW_WINDOW (lists_fixture.window)));
}

static gboolean
has_dialog (gpointer data)
{
  return get_dialog () != NULL && desk_find (get_dialog (), ADW_TYPE_ENTRY_ROW, 0) != NULL;
}

static gboolean
has_n_rows (gpointer data)
{
  return desk_count (get_dialog (), MDG_TYPE_OWN_ITEM_ROW) == GPOINTER_TO_UINT (data);
}

static void
edit (const char *checklist_id)
{
  gtk_widget_activate_action (desk_find_named (lists_fixture.page, checklist_id),
                              "overview.edit-own", "s", checklist_id);
  assert_true (mdg_test_spin_until (has_dialog, NULL));
  mdg_test_spin_for (50);
}

/* The entry for a new item is the last one. */
static void
add (const char *text)
{
  guint n_rows = desk_count (get_dialog (), MDG_TYPE_OWN_ITEM_ROW);
  GtkWidget *entry = desk_find (get_dialog (), ADW_TYPE_ENTRY_ROW,
                                desk_count (get_dialog (), ADW_TYPE_ENTRY_ROW) - 1);

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_signal_emit_by_name (entry, "apply");
  assert_true (mdg_test_spin_until (has_n_rows, GUINT_TO_POINTER (n_rows + 1)));
}

static GtkWidget *
get_item (guint index)
{
  return desk_find (get_dialog (), MDG_TYPE_OWN_ITEM_ROW, index);
}

static const char *
get_item_text (guint index)
{
  return gtk_editable_get_text (GTK_EDITABLE (get_item (index)));
}

static gboolean
is_first_item (gpointer text)
{
  return get_item (0) != NULL && g_str_equal (get_item_text (0), text);
}

static gboolean
has_no_dialog (gpointer data)
{
  return get_dialog () == NULL;
}

static void
close_dialog (void)
{
  adw_dialog_force_close (ADW_DIALOG (get_dialog ()));
  assert_true (mdg_test_spin_until (has_no_dialog, NULL));
}

static void
test_items_are_added_to_the_guides (void **state)
{
  edit ("reader-check");
  add ("Look behind the desk");
  add ("鍵を確かめる");
  desk_press (get_item (1), GDK_KEY_Up, GDK_ALT_MASK);
  assert_true (mdg_test_spin_until (is_first_item, (gpointer) "鍵を確かめる"));
  gtk_editable_set_text (GTK_EDITABLE (get_item (0)), " 鍵を閉める ");
  g_signal_emit_by_name (get_item (0), "apply");
  assert_true (mdg_test_spin_until (is_first_item, (gpointer) "鍵を閉める"));
  close_dialog ();

  assert_true (desk_shows (lists_fixture.page, "13 items · 2 of our own"));
  assert_int_equal (mdg_guide_pack_find_checklist (lists_fixture.pack, "reader-check")->items->len,
                    11);
  lists_start ("reader-check");
  assert_true (desk_shows (lists_fixture.page, "0 of 13"));
  assert_true (desk_shows (lists_get_row (11), "鍵を閉める"));
  assert_true (desk_shows (lists_get_row (11), "Our own item"));
  assert_false (desk_shows (lists_get_row (10), "Our own item"));
  gtk_check_button_set_active (lists_get_check (12), TRUE);
  lists_await_text ("1 of 13");
}

static void
test_removed_item_comes_back (void **state)
{
  GtkWidget *toast;

  edit ("reader-check");
  add ("a");
  add ("b");
  gtk_widget_activate_action (get_item (0), "own-item.remove", NULL);
  assert_true (mdg_test_spin_until (has_n_rows, GUINT_TO_POINTER (1)));
  mdg_test_spin_for (50);
  toast = desk_find (get_dialog (), g_type_from_name ("AdwToastWidget"), 0);
  desk_click (desk_find (toast, GTK_TYPE_BUTTON, 0));
  assert_true (mdg_test_spin_until (has_n_rows, GUINT_TO_POINTER (2)));
  assert_string_equal (get_item_text (0), "a");
}

/* What is being typed is neither lost nor mixed up when rows move. */
static void
test_typing_survives_a_move (void **state)
{
  edit ("reader-check");
  add ("a");
  add ("b");
  gtk_editable_set_text (GTK_EDITABLE (get_item (0)), "a, half ty");
  gtk_widget_activate_action (get_item (1), "own-item.move", "i", -1);
  assert_true (mdg_test_spin_until (is_first_item, (gpointer) "b"));
  assert_string_equal (get_item_text (1), "a, half ty");
}

/* A run keeps what it was begun with, whatever becomes of the items. */
static void
test_runs_keep_their_items (void **state)
{
  edit ("reader-check");
  add ("as it was");
  close_dialog ();
  lists_start ("reader-check");
  gtk_check_button_set_active (lists_get_check (11), TRUE);
  lists_await_text ("1 of 12");
  lists_go_back ();

  edit ("reader-check");
  gtk_editable_set_text (GTK_EDITABLE (get_item (0)), "as it is now");
  g_signal_emit_by_name (get_item (0), "apply");
  add ("another");
  close_dialog ();
  assert_true (desk_shows (lists_fixture.page, "13 items"));
  adw_action_row_activate (ADW_ACTION_ROW (desk_find (lists_fixture.page, ADW_TYPE_ACTION_ROW, 0)));
  assert_true (mdg_test_spin_until (lists_is_at_run, NULL));
  assert_true (desk_shows (lists_fixture.page, "1 of 12"));
  assert_true (desk_shows (lists_get_row (11), "as it was"));
}

static gboolean
shows (gpointer text)
{
  return desk_shows (lists_fixture.overlay, text);
}

static void
test_own_checklist (void **state)
{
  GtkWidget *title;
  GtkWidget *remove;
  g_autoptr (GPtrArray) runs = NULL;
  const MdgRun *run;

  g_signal_emit_by_name (desk_find (lists_fixture.page, g_type_from_name ("MdgRunsOverview"), 0),
                         "edit-own", "");
  assert_true (mdg_test_spin_until (has_dialog, NULL));
  mdg_test_spin_for (50);
  title = desk_find (get_dialog (), ADW_TYPE_ENTRY_ROW, 0);
  assert_int_equal (desk_count (get_dialog (), ADW_TYPE_ENTRY_ROW), 1);
  gtk_editable_set_text (GTK_EDITABLE (title), "閉店前");
  g_signal_emit_by_name (title, "apply");
  g_signal_emit_by_name (title, "apply");
  assert_true (mdg_test_spin_until (shows, (gpointer) "No items yet; add some to begin it"));
  assert_int_equal (desk_count (get_dialog (), ADW_TYPE_ENTRY_ROW), 2);
  add ("Lights");
  close_dialog ();
  assert_false (desk_shows (lists_fixture.page, "No items yet"));

  lists_start ("own:1");
  assert_true (desk_shows (lists_fixture.page, "閉店前"));
  assert_true (desk_shows (lists_fixture.page, "0 of 1"));
  runs = desk_fixture_list_runs (&lists_fixture);
  run = g_ptr_array_index (runs, 0);
  assert_string_equal (run->checklist_id, "own:1");
  assert_string_equal (run->template_version, "");
  lists_go_back ();

  /* Removed, its run can still be read; and it can come back. */
  edit ("own:1");
  remove = desk_find (get_dialog (), ADW_TYPE_BUTTON_ROW, 0);
  g_signal_emit_by_name (remove, "activated");
  assert_true (mdg_test_spin_until (shows, (gpointer) "The checklist was removed; its runs stay"));
  assert_null (desk_find_named (lists_fixture.page, "own:1"));
  assert_true (desk_shows (lists_fixture.page, "0 of 1"));
  desk_click (desk_find (desk_find (lists_fixture.overlay, g_type_from_name ("AdwToastWidget"), 0),
                         GTK_TYPE_BUTTON, 0));
  assert_true (mdg_test_spin_until (shows, (gpointer) "1 item"));
  lists_start ("own:1");
}

static gpointer
get_name_work (MdgDatabase *database, gpointer data, GError **error)
{
  return mdg_database_get_facility_name (database, error);
}

static gboolean
has_name (gpointer data)
{
  g_autofree char *name = desk_fixture_run (&lists_fixture, get_name_work, NULL);

  return g_str_equal (name, data);
}

/* The name is asked for, and known the next time. */
static void
test_sharing_asks_for_a_name (void **state)
{
  GtkWidget *overview = desk_find (lists_fixture.page, g_type_from_name ("MdgRunsOverview"), 0);

  for (guint i = 0; i < 2; i++)
    {
      GtkWidget *entry;

      g_signal_emit_by_name (overview, "share");
      assert_true (mdg_test_spin_until (has_dialog, NULL));
      entry = desk_find (get_dialog (), ADW_TYPE_ENTRY_ROW, 0);
      assert_string_equal (gtk_editable_get_text (GTK_EDITABLE (entry)), i == 0 ? "" : "窓口医院");
      gtk_editable_set_text (GTK_EDITABLE (entry), " 窓口医院 ");
      g_signal_emit_by_name (get_dialog (), "response::accept", "accept");
      assert_true (mdg_test_spin_until (has_name, (gpointer) "窓口医院"));
      close_dialog ();
    }

  /* Nothing was added, so there is nothing to save. */
  assert_true (
    mdg_test_spin_until (shows, (gpointer) "There is nothing to share yet; add an item first."));
}

/* Runs of other packs, of none, and of older programs: each is shown as far as it is known. */
static void
test_where_runs_find_their_checklist (void **state)
{
  g_autoptr (MdgChecklistShelf) shelf = mdg_checklist_shelf_new (lists_fixture.pack);
  const MdgChecklist *checklist = mdg_guide_pack_find_checklist (lists_fixture.pack, "readiness");
  g_autofree char *kept = mdg_checklist_snapshot_write (checklist, NULL, MDG_DAY_NONE);
  g_autofree char *cut = g_strndup (kept, strlen (kept) / 2);
  const char *version = mdg_guide_pack_get_version (checklist->pack);
  const struct
  {
    const char *id;
    const char *version;
    const char *snapshot;
    MdgShelfText text;
  } cases[] = {
    { "readiness", version, kept, MDG_SHELF_KEPT },
    { "gone", "0", kept, MDG_SHELF_KEPT },
    { "gone", "0",
      "{ \"checklist\": { \"items\": [ { \"id\": \"a\", \"text\": { \"ja\": \"x\" } } ] } }",
      MDG_SHELF_DAMAGED },
    { "readiness", version, NULL, MDG_SHELF_CURRENT },
    { "readiness", "0", NULL, MDG_SHELF_OTHER_VERSION },
    { "readiness", version, cut, MDG_SHELF_OTHER_VERSION },
    { "gone", "0", NULL, MDG_SHELF_NONE },
    { "gone", "0", cut, MDG_SHELF_NONE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MdgRun) run = mdg_run_new ();
      const MdgChecklist *found;
      MdgShelfText text;

      run->checklist_id = g_strdup (cases[i].id);
      run->template_version = g_strdup (cases[i].version);
      run->snapshot = cases[i].snapshot != NULL ? g_ref_string_new (cases[i].snapshot) : NULL;
      found = mdg_checklist_shelf_find_for_run (shelf, run, &text);
      assert_int_equal (text, cases[i].text);
      assert_int_equal (found == NULL, text == MDG_SHELF_NONE);
      if (cases[i].snapshot == kept)
        assert_int_equal (found->items->len, checklist->items->len);
      assert_ptr_equal (mdg_checklist_shelf_find_for_run (shelf, run, NULL), found);
    }
}

static gpointer
begin_gone_work (MdgDatabase *database, gpointer data, GError **error)
{
  g_autoptr (MdgRun) run = mdg_database_start_run (database, "gone", "0", data, "KS", error);

  return GINT_TO_POINTER (run != NULL);
}

/* A checklist that no pack has any more: its run can be read, worked on and finished. */
static void
test_run_outlives_its_checklist (void **state)
{
  const MdgChecklist *checklist =
    mdg_guide_pack_find_checklist (lists_fixture.pack, "outside-duty");
  g_autofree char *kept = mdg_checklist_snapshot_write (checklist, NULL, MDG_DAY_NONE);
  GtkWidget *page;

  desk_fixture_run (&lists_fixture, begin_gone_work, kept);
  desk_fixture_run (&lists_fixture, begin_gone_work, NULL);
  page = lists_create_page (lists_fixture.pack, lists_fixture.store);
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (lists_fixture.overlay), page);
  lists_fixture.page = page;
  lists_await_text ("This checklist is not in the guide any more");
  assert_false (gtk_list_box_row_get_activatable (
    GTK_LIST_BOX_ROW (desk_find (lists_fixture.page, ADW_TYPE_ACTION_ROW, 0))));
  adw_action_row_activate (ADW_ACTION_ROW (desk_find (lists_fixture.page, ADW_TYPE_ACTION_ROW, 1)));
  assert_true (mdg_test_spin_until (lists_is_at_run, NULL));
  gtk_check_button_set_active (lists_get_check (0), TRUE);
  lists_await_text ("1 of 5");
  g_signal_emit_by_name (lists_get_run_view (), "finish");
  lists_await_text ("finished ");
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    page_test (test_items_are_added_to_the_guides),
    page_test (test_removed_item_comes_back),
    page_test (test_typing_survives_a_move),
    page_test (test_runs_keep_their_items),
    page_test (test_own_checklist),
    page_test (test_sharing_asks_for_a_name),
    page_test (test_where_runs_find_their_checklist),
    page_test (test_run_outlives_its_checklist),
  };

  mdg_test_require_display ();
  adw_init ();

  return mdg_test_run (tests);
}
