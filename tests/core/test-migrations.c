/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "util/mdg-test.h"

#include "core/mdg-core-fixture.h"
#include "core/mdg-database-fixture.h"
#include "core/mdg-database-private.h"
#include "core/mdg-own-list.h"
#include "core/mdg-run-event.h"
#include "core/mdg-session.h"
#include "core/mdg-training.h"

/* What a facility has entered in an older version is there in this one, and can be gone on with. */

/* The version with the first checklists and contacts. */
#define FIRST_VERSION 2

#define N_KILLS 40
#define LONGEST_MICROSECONDS 40000

/* A file of @version, with a finished run, an open one and a contact. */
static void
make_file (const char *directory, guint version)
{
  g_autofree char *path = g_build_filename (directory, MDG_DATABASE_FILE_NAME, NULL);
  MdgDatabase database = { .path = path };

  assert_int_equal (sqlite3_open (path, &database.handle), SQLITE_OK);
  assert_true (mdg_database_exec (&database, "PRAGMA journal_mode = WAL", NULL));
  assert_true (mdg_migrations_apply (&database, FIRST_VERSION, NULL));
  assert_true (mdg_database_exec (
    &database,
    "INSERT INTO runs VALUES (1, 'reader-check', '2025.1', 1700000000, 1700000900),"
    " (2, 'readiness', '2025.1', 1700001000, 0);"
    "INSERT INTO run_items VALUES (1, 'case', 1, 'KT', 'a note', 1700000100),"
    " (1, 'terminal', 2, '', '', 1700000200), (2, 'power', 1, 'SM', '', 1700001100);"
    "INSERT INTO contacts VALUES ('vendor', 'ベンダー', '03-0000-0000', '平日のみ');",
    NULL));
  assert_true (mdg_migrations_apply (&database, version, NULL));
  assert_int_equal (sqlite3_close (database.handle), SQLITE_OK);
}

static void
check_item (const MdgRun *run,
            const char *id,
            MdgItemState state,
            const char *who,
            const char *note)
{
  const MdgRunItem *item = mdg_run_find_item (run, id);

  assert_non_null (item);
  assert_int_equal (item->state, state);
  assert_string_equal (item->who, who);
  assert_string_equal (item->note, note);
  assert_string_equal (item->reason, "");
}

static void
check_content (MdgDatabase *database)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) runs = mdg_database_list_runs (database, &error);
  g_autoptr (GPtrArray) contacts = mdg_database_list_contacts (database, NULL);
  const MdgRun *run;

  mdg_test_assert_no_error (error);
  assert_int_equal (runs->len, 2);
  run = g_ptr_array_index (runs, 0);
  assert_string_equal (run->checklist_id, "readiness");
  assert_int_equal (run->started_at, 1700001000);
  assert_int_equal (run->finished_at, 0);
  assert_null (run->snapshot);
  check_item (run, "power", MDG_ITEM_DONE, "SM", "");

  run = g_ptr_array_index (runs, 1);
  assert_string_equal (run->checklist_id, "reader-check");
  assert_string_equal (run->template_version, "2025.1");
  assert_int_equal (run->finished_at, 1700000900);
  assert_null (run->snapshot);
  assert_int_equal (run->items->len, 2);
  check_item (run, "case", MDG_ITEM_DONE, "KT", "a note");
  check_item (run, "terminal", MDG_ITEM_NOT_APPLICABLE, "", "");

  assert_string_equal (((MdgContact *) g_ptr_array_index (contacts, MDG_CONTACT_VENDOR))->note,
                       "平日のみ");
}

static void
touch (MdgDatabase *database, gint64 run_id, const char *item_id)
{
  g_autoptr (MdgRunItem) item = mdg_run_item_new (item_id, MDG_ITEM_DONE, "KT", NULL, "later");
  g_autoptr (GError) error = NULL;

  mdg_database_touch_item (database, run_id, item, &error);
  mdg_test_assert_no_error (error);
}

/* All that is new works on what is old. */
static void
go_on (MdgDatabase *database)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MdgRun) run = NULL;
  g_autoptr (GPtrArray) events = NULL;
  g_autoptr (MdgSession) session = mdg_session_new ();

  touch (database, 2, "cable");
  assert_true (mdg_database_reopen_run (database, 1, "KT", "forgotten", &error));
  touch (database, 1, "case");
  assert_true (mdg_database_finish_run (database, 1, "KT", &error));
  run = mdg_database_load_run (database, 1, &error);
  mdg_test_assert_no_error (error);
  assert_true (run->finished_at > 1700000900);
  assert_string_equal (mdg_run_find_item (run, "case")->note, "later");
  assert_int_equal (mdg_run_find_item (run, "terminal")->touched_at, 1700000200);

  events = mdg_database_list_run_events (database, 1, &error);
  mdg_test_assert_no_error (error);
  assert_int_equal (events->len, 3);
  assert_int_equal (((MdgRunEvent *) g_ptr_array_index (events, 0))->kind, MDG_RUN_REOPENED);

  assert_true (mdg_database_add_trainee (database, "KT", &error) != 0);
  assert_true (mdg_database_add_session (database, session, &error) != 0);
  assert_true (mdg_database_add_own_item (database, "readiness", "lights", &error) != 0);
  mdg_test_assert_no_error (error);
}

static void
test_every_older_version (void **state)
{
  for (guint version = FIRST_VERSION; version <= mdg_migrations_get_version (); version++)
    {
      g_autofree char *directory = mdg_test_make_temp_dir ();
      g_autoptr (MdgDatabase) database = NULL;

      /* As after a kill between two steps. */
      make_file (directory, version);
      database = fixture_open_database (directory);
      fixture_check_integrity (database);
      assert_int_equal (fixture_count (database, "PRAGMA user_version"),
                        mdg_migrations_get_version ());
      check_content (database);
      go_on (database);
      mdg_test_remove_tree (directory);
    }
}

/* A step is done whole or not at all, whenever the program is killed. */
static void
test_killed_while_at_it (void **state)
{
  g_autoptr (GRand) rand = mdg_test_new_rand ();
  g_autofree char *program = mdg_test_build_path ("tests/core/store-writer");

  for (guint i = 0; i < N_KILLS; i++)
    {
      g_autofree char *directory = mdg_test_make_temp_dir ();
      g_autoptr (GSubprocess) process = NULL;
      g_autoptr (MdgDatabase) database = NULL;

      make_file (directory, FIRST_VERSION);
      process = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, NULL, program, "open", directory, NULL);
      assert_non_null (process);
      g_usleep ((gulong) g_rand_int_range (rand, 0, LONGEST_MICROSECONDS));
      g_subprocess_force_exit (process);
      assert_true (g_subprocess_wait (process, NULL, NULL));

      database = fixture_open_database (directory);
      fixture_check_integrity (database);
      check_content (database);
      go_on (database);
      mdg_test_remove_tree (directory);
    }
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_every_older_version),
    cmocka_unit_test (test_killed_while_at_it),
  };

  fixture_use_bundle (0);

  return mdg_test_run (tests);
}
