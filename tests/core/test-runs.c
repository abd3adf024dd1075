/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "util/mdg-test.h"

#include "core/mdg-core-fixture.h"
#include "core/mdg-database-fixture.h"
#include "core/mdg-database-private.h"
#include "core/mdg-run-event.h"

static GPtrArray *
list_runs (DatabaseFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *runs = mdg_database_list_runs (fixture->database, &error);

  mdg_test_assert_no_error (error);

  return runs;
}

static gint64
start (DatabaseFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MdgRun) run =
    mdg_database_start_run (fixture->database, "transition", "2026.1", NULL, NULL, &error);

  mdg_test_assert_no_error (error);
  assert_true (run->id > 0);

  return run->id;
}

static void
touch (DatabaseFixture *fixture,
       gint64 run,
       const char *item,
       MdgItemState item_state,
       const char *note)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MdgRunItem) record = mdg_run_item_new (
    item, item_state, "田中", item_state == MDG_ITEM_NOT_APPLICABLE ? "置いていない" : NULL, note);

  mdg_database_touch_item (fixture->database, run, record, &error);
  mdg_test_assert_no_error (error);
}

static void
test_run_is_there_after_a_restart (void **state)
{
  DatabaseFixture *fixture = *state;
  gint64 id = start (fixture);
  g_autoptr (GPtrArray) runs = NULL;
  const MdgRun *run;
  const MdgRunItem *item;

  touch (fixture, id, "staff-told", MDG_ITEM_DONE, "朝礼で");
  touch (fixture, id, "leaflet", MDG_ITEM_NOT_APPLICABLE, "");
  touch (fixture, id, "staff-told", MDG_ITEM_OPEN, "もう一度");

  fixture_reopen_database (fixture);
  runs = list_runs (fixture);
  assert_int_equal (runs->len, 1);
  run = g_ptr_array_index (runs, 0);
  assert_int_equal (run->id, id);
  assert_string_equal (run->checklist_id, "transition");
  assert_string_equal (run->template_version, "2026.1");
  assert_true (run->started_at > 0);
  assert_int_equal (run->finished_at, 0);
  assert_int_equal (run->items->len, 2);

  item = mdg_run_find_item (run, "staff-told");
  assert_int_equal (item->state, MDG_ITEM_OPEN);
  assert_string_equal (item->who, "田中");
  assert_string_equal (item->note, "もう一度");
  assert_true (item->touched_at >= run->started_at);
  assert_string_equal (item->reason, "");
  item = mdg_run_find_item (run, "leaflet");
  assert_int_equal (item->state, MDG_ITEM_NOT_APPLICABLE);
  assert_string_equal (item->reason, "置いていない");
  assert_null (mdg_run_find_item (run, "never-touched"));
}

static void
test_latest_run_is_first (void **state)
{
  DatabaseFixture *fixture = *state;
  gint64 first = start (fixture);
  gint64 second = start (fixture);
  g_autoptr (GPtrArray) runs = list_runs (fixture);

  assert_int_equal (runs->len, 2);
  assert_int_equal (((MdgRun *) g_ptr_array_index (runs, 0))->id, second);
  assert_int_equal (((MdgRun *) g_ptr_array_index (runs, 1))->id, first);
}

static void
test_finished_run_is_read_only (void **state)
{
  DatabaseFixture *fixture = *state;
  gint64 id = start (fixture);
  g_autoptr (GPtrArray) runs = NULL;
  g_autoptr (GPtrArray) runs_again = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (MdgRunItem) item = mdg_run_item_new ("staff-told", MDG_ITEM_OPEN, NULL, NULL, NULL);
  const MdgRun *run;

  touch (fixture, id, "staff-told", MDG_ITEM_DONE, "");
  assert_true (mdg_database_finish_run (fixture->database, id, "KS", &error));
  assert_false (mdg_database_touch_item (fixture->database, id, item, &error));
  mdg_test_assert_error (error, MDG_STORE_ERROR, MDG_STORE_ERROR_READ_ONLY);
  g_clear_error (&error);

  runs = list_runs (fixture);
  run = g_ptr_array_index (runs, 0);
  assert_true (run->finished_at >= run->started_at);
  assert_int_equal (mdg_run_find_item (run, "staff-told")->state, MDG_ITEM_DONE);

  /* Finishing again is no change, reopening is. */
  assert_true (mdg_database_finish_run (fixture->database, id, "KS", &error));
  runs_again = list_runs (fixture);
  assert_int_equal (((MdgRun *) g_ptr_array_index (runs_again, 0))->finished_at, run->finished_at);
  assert_false (mdg_database_reopen_run (fixture->database, id, "KS", "", &error));
  mdg_test_assert_error (error, MDG_STORE_ERROR, MDG_STORE_ERROR_FAILED);
  g_clear_error (&error);
  assert_true (mdg_database_reopen_run (fixture->database, id, "KS", "早すぎた", &error));
  touch (fixture, id, "staff-told", MDG_ITEM_OPEN, "");
}

static void
test_deleted_run_is_gone (void **state)
{
  DatabaseFixture *fixture = *state;
  gint64 id = start (fixture);
  gint64 next;
  g_autoptr (MdgRunItem) item = mdg_run_item_new ("x", MDG_ITEM_DONE, NULL, NULL, NULL);
  g_autoptr (GPtrArray) runs = NULL;
  g_autoptr (GError) error = NULL;

  touch (fixture, id, "staff-told", MDG_ITEM_DONE, "");
  assert_true (mdg_database_delete_run (fixture->database, id, &error));

  assert_false (mdg_database_delete_run (fixture->database, id, &error));
  mdg_test_assert_error (error, MDG_STORE_ERROR, MDG_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  assert_false (mdg_database_finish_run (fixture->database, id, NULL, &error));
  mdg_test_assert_error (error, MDG_STORE_ERROR, MDG_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  assert_false (mdg_database_reopen_run (fixture->database, id, NULL, "r", &error));
  mdg_test_assert_error (error, MDG_STORE_ERROR, MDG_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  assert_null (mdg_database_load_run (fixture->database, id, &error));
  mdg_test_assert_error (error, MDG_STORE_ERROR, MDG_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  assert_false (mdg_database_touch_item (fixture->database, id, item, &error));
  mdg_test_assert_error (error, MDG_STORE_ERROR, MDG_STORE_ERROR_NOT_FOUND);

  /* Its id is not given to another, which would take over the items of a page still open. */
  next = start (fixture);
  assert_int_not_equal (next, id);
  runs = list_runs (fixture);
  assert_int_equal (runs->len, 1);
  assert_int_equal (((MdgRun *) g_ptr_array_index (runs, 0))->items->len, 0);
}

static void
test_copy_is_whole (void **state)
{
  DatabaseFixture *fixture = *state;
  gint64 id = start (fixture);
  g_autoptr (GPtrArray) runs = NULL;
  g_autoptr (MdgRun) copy = NULL;

  touch (fixture, id, "staff-told", MDG_ITEM_DONE, "note");
  runs = list_runs (fixture);
  copy = mdg_run_copy (g_ptr_array_index (runs, 0));
  g_ptr_array_set_size (runs, 0);
  assert_int_equal (copy->id, id);
  assert_string_equal (copy->checklist_id, "transition");
  assert_string_equal (mdg_run_find_item (copy, "staff-told")->note, "note");
}

static void
test_texts_are_kept_as_they_are (void **state)
{
  DatabaseFixture *fixture = *state;
  gint64 id = start (fixture);
  const char *note = "'); DROP TABLE runs; --\n\"保険証\" 👩‍⚕️";
  g_autoptr (GPtrArray) runs = NULL;

  touch (fixture, id, note, MDG_ITEM_DONE, note);
  runs = list_runs (fixture);
  assert_string_equal (mdg_run_find_item (g_ptr_array_index (runs, 0), note)->note, note);
}

/* Nobody can say afterwards why an item did not apply if nobody was asked. */
static void
test_not_applicable_needs_a_reason (void **state)
{
  DatabaseFixture *fixture = *state;
  gint64 id = start (fixture);
  g_autoptr (MdgRunItem) item = mdg_run_item_new ("x", MDG_ITEM_NOT_APPLICABLE, "KS", "", "note");
  g_autoptr (MdgRun) run = NULL;
  g_autoptr (GPtrArray) events = NULL;
  g_autoptr (GError) error = NULL;

  assert_false (mdg_database_touch_item (fixture->database, id, item, &error));
  mdg_test_assert_error (error, MDG_STORE_ERROR, MDG_STORE_ERROR_FAILED);
  run = mdg_database_load_run (fixture->database, id, NULL);
  events = mdg_database_list_run_events (fixture->database, id, NULL);
  assert_int_equal (run->items->len, 0);
  assert_int_equal (events->len, 1);
}

/* Runs share what they were begun with, and the last of them takes it along. */
static void
test_snapshots (void **state)
{
  DatabaseFixture *fixture = *state;
  const char *texts[] = { "{ \"項目\": 1 }", "{ \"項目\": 1 }", "{ }", NULL };
  gint64 ids[G_N_ELEMENTS (texts)];
  g_autoptr (GPtrArray) runs = NULL;
  g_autoptr (MdgRun) first = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (MdgRun) run =
        mdg_database_start_run (fixture->database, "transition", "1", texts[i], "KS", NULL);

      assert_string_equal (run->snapshot != NULL ? run->snapshot : "",
                           texts[i] != NULL ? texts[i] : "");
      ids[i] = run->id;
    }
  assert_int_equal (fixture_count (fixture->database, "SELECT count (*) FROM run_templates"), 2);

  fixture_reopen_database (fixture);
  runs = list_runs (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      const MdgRun *run = g_ptr_array_index (runs, G_N_ELEMENTS (texts) - 1 - i);

      assert_int_equal (run->id, ids[i]);
      if (texts[i] != NULL)
        assert_string_equal (run->snapshot, texts[i]);
      else
        assert_null (run->snapshot);
    }
  first = mdg_database_load_run (fixture->database, ids[0], NULL);
  assert_string_equal (first->snapshot, texts[0]);

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      const gint64 n_left[] = { 2, 1, 0, 0 };

      assert_true (mdg_database_delete_run (fixture->database, ids[i], NULL));
      assert_int_equal (fixture_count (fixture->database, "SELECT count (*) FROM run_templates"),
                        n_left[i]);
    }
}

static void
test_history (void **state)
{
  static const struct
  {
    MdgRunEventKind kind;
    const char *item;
    MdgItemState state;
    const char *who;
    const char *reason;
  } expected[] = {
    { MDG_RUN_STARTED, "", MDG_ITEM_OPEN, "KS", "" },
    { MDG_RUN_TOUCHED, "a", MDG_ITEM_DONE, "田中", "" },
    { MDG_RUN_TOUCHED, "b", MDG_ITEM_NOT_APPLICABLE, "田中", "置いていない" },
    { MDG_RUN_FINISHED, "", MDG_ITEM_OPEN, "MT", "" },
    { MDG_RUN_REOPENED, "", MDG_ITEM_OPEN, "KS", "早すぎた" },
    { MDG_RUN_TOUCHED, "a", MDG_ITEM_OPEN, "田中", "" },
  };
  DatabaseFixture *fixture = *state;
  g_autoptr (MdgRun) run =
    mdg_database_start_run (fixture->database, "transition", "1", NULL, "KS", NULL);
  g_autoptr (GPtrArray) events = NULL;
  g_autoptr (GPtrArray) none = NULL;

  touch (fixture, run->id, "a", MDG_ITEM_DONE, "");
  touch (fixture, run->id, "b", MDG_ITEM_NOT_APPLICABLE, "");
  mdg_database_finish_run (fixture->database, run->id, "MT", NULL);
  mdg_database_finish_run (fixture->database, run->id, "MT", NULL);
  mdg_database_reopen_run (fixture->database, run->id, "KS", "早すぎた", NULL);
  touch (fixture, run->id, "a", MDG_ITEM_OPEN, "note");
  start (fixture);

  fixture_reopen_database (fixture);
  events = mdg_database_list_run_events (fixture->database, run->id, NULL);
  assert_int_equal (events->len, G_N_ELEMENTS (expected));
  for (guint i = 0; i < events->len; i++)
    {
      const MdgRunEvent *event = g_ptr_array_index (events, i);

      assert_int_equal (event->kind, expected[i].kind);
      assert_string_equal (event->item_id, expected[i].item);
      assert_int_equal (event->state, expected[i].state);
      assert_string_equal (event->who, expected[i].who);
      assert_string_equal (event->reason, expected[i].reason);
      assert_true (event->at >= run->started_at);
    }
  assert_string_equal (((MdgRunEvent *) g_ptr_array_index (events, 5))->note, "note");

  assert_true (mdg_database_delete_run (fixture->database, run->id, NULL));
  none = mdg_database_list_run_events (fixture->database, run->id, NULL);
  assert_int_equal (none->len, 0);
}

static void
set_contact (GPtrArray *contacts, MdgContactKind kind, const char *phone, const char *note)
{
  MdgContact *contact = g_ptr_array_index (contacts, kind);

  g_set_str (&contact->name, "ベンダー");
  g_set_str (&contact->phone, phone);
  g_set_str (&contact->note, note);
}

static void
test_contacts (void **state)
{
  DatabaseFixture *fixture = *state;
  g_autoptr (GPtrArray) contacts = NULL;
  g_autoptr (GError) error = NULL;

  contacts = mdg_database_list_contacts (fixture->database, &error);
  mdg_test_assert_no_error (error);
  assert_int_equal (contacts->len, MDG_N_CONTACTS);
  for (guint i = 0; i < MDG_N_CONTACTS; i++)
    assert_string_equal (((MdgContact *) g_ptr_array_index (contacts, i))->phone, "");

  set_contact (contacts, MDG_CONTACT_CALL_CENTRE, "03-0000-0000", "平日のみ");
  set_contact (contacts, MDG_CONTACT_VENDOR, "03-0000-0000", "平日のみ");
  assert_true (mdg_database_set_contacts (fixture->database, contacts, &error));
  set_contact (contacts, MDG_CONTACT_VENDOR, "03-0000-0001", NULL);
  assert_true (mdg_database_set_contacts (fixture->database, contacts, &error));
  g_clear_pointer (&contacts, g_ptr_array_unref);
  fixture_reopen_database (fixture);

  contacts = mdg_database_list_contacts (fixture->database, &error);
  assert_string_equal (((MdgContact *) g_ptr_array_index (contacts, MDG_CONTACT_VENDOR))->phone,
                       "03-0000-0001");
  assert_string_equal (((MdgContact *) g_ptr_array_index (contacts, MDG_CONTACT_VENDOR))->note, "");
  assert_string_equal (((MdgContact *) g_ptr_array_index (contacts, MDG_CONTACT_CALL_CENTRE))->note,
                       "平日のみ");
  assert_string_equal (((MdgContact *) g_ptr_array_index (contacts, MDG_CONTACT_NETWORK))->name,
                       "");
}

/* The dialog has one button for all of them: what it says it stored is not half of it. */
static void
test_contacts_all_or_none (void **state)
{
  DatabaseFixture *fixture = *state;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) contacts = mdg_database_list_contacts (fixture->database, NULL);
  g_autoptr (GPtrArray) stored = NULL;

  assert_true (mdg_database_exec (fixture->database,
                                  "CREATE TRIGGER stop BEFORE INSERT ON contacts"
                                  " WHEN new.kind = 'call-centre' BEGIN"
                                  " SELECT raise (FAIL, 'stop'); END",
                                  NULL));
  set_contact (contacts, MDG_CONTACT_VENDOR, "03-0000-0000", "");
  assert_false (mdg_database_set_contacts (fixture->database, contacts, &error));
  assert_non_null (error);

  stored = mdg_database_list_contacts (fixture->database, NULL);
  assert_string_equal (((MdgContact *) g_ptr_array_index (stored, MDG_CONTACT_VENDOR))->phone, "");
}

static void
test_contact_kinds_have_words (void **state)
{
  for (guint i = 0; i < MDG_N_CONTACTS; i++)
    {
      assert_non_null (mdg_contact_kind_get_id (i));
      assert_non_null (mdg_contact_kind_get_label (i));
      for (guint j = 0; j < i; j++)
        assert_string_not_equal (mdg_contact_kind_get_id (i), mdg_contact_kind_get_id (j));
    }
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test_setup_teardown (test_run_is_there_after_a_restart, fixture_set_up_database,
                                     fixture_tear_down_database),
    cmocka_unit_test_setup_teardown (test_latest_run_is_first, fixture_set_up_database,
                                     fixture_tear_down_database),
    cmocka_unit_test_setup_teardown (test_finished_run_is_read_only, fixture_set_up_database,
                                     fixture_tear_down_database),
    cmocka_unit_test_setup_teardown (test_deleted_run_is_gone, fixture_set_up_database,
                                     fixture_tear_down_database),
    cmocka_unit_test_setup_teardown (test_copy_is_whole, fixture_set_up_database,
                                     fixture_tear_down_database),
    cmocka_unit_test_setup_teardown (test_texts_are_kept_as_they_are, fixture_set_up_database,
                                     fixture_tear_down_database),
    cmocka_unit_test_setup_teardown (test_not_applicable_needs_a_reason, fixture_set_up_database,
                                     fixture_tear_down_database),
    cmocka_unit_test_setup_teardown (test_snapshots, fixture_set_up_database,
                                     fixture_tear_down_database),
    cmocka_unit_test_setup_teardown (test_history, fixture_set_up_database,
                                     fixture_tear_down_database),
    cmocka_unit_test_setup_teardown (test_contacts, fixture_set_up_database,
                                     fixture_tear_down_database),
    cmocka_unit_test_setup_teardown (test_contacts_all_or_none, fixture_set_up_database,
                                     fixture_tear_down_database),
    cmocka_unit_test (test_contact_kinds_have_words),
  };

  fixture_use_bundle (0);

  return mdg_test_run (tests);
}
