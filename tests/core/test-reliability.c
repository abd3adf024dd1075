/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "util/mdg-test.h"

#include "core/mdg-core-fixture.h"
#include "core/mdg-database-fixture.h"
#include "core/mdg-database-private.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <sys/resource.h>
#include <unistd.h>

#define PAGE_SIZE 4096
#define N_COMMITS 6
#define N_CUTS 80
#define OBSERVATIONS_PER_BATCH 2400

static char *
get_path (const char *directory, const char *suffix)
{
  return g_strconcat (directory, "/", MDG_DATABASE_FILE_NAME, suffix, NULL);
}

static char *
read_file (const char *directory, const char *suffix, gsize *length)
{
  g_autofree char *path = get_path (directory, suffix);
  char *contents = NULL;

  assert_true (g_file_get_contents (path, &contents, length, NULL));

  return contents;
}

static void
write_file (const char *directory, const char *suffix, const char *contents, gsize length)
{
  g_autofree char *path = get_path (directory, suffix);

  assert_true (g_file_set_contents (path, contents, length, NULL));
}

/* What somebody does: stores, removes, restores, and writes something down. */
static gboolean
change (MdgDatabase *database, guint what, GError **error)
{
  g_autofree char *id = g_strdup_printf ("e%u", what / 3);
  g_autoptr (MdgBatch) batch = fixture_new_small (id);

  switch (what % 3)
    {
    case 0:
      return mdg_database_store_batch (database, batch, NULL, error);
    case 1:
      return mdg_database_remove_edition (database, id, error);
    default:
      return mdg_database_restore_edition (database, id, error);
    }
}

/* A log that was cut, as a file system does that lost its last blocks: what was committed in the
 * part that is left is there, nothing else is, and nobody need be told. */
static void
test_cut_log_opens_at_its_last_whole_commit (void **state)
{
  g_autoptr (GRand) rand = mdg_test_new_rand ();
  g_autoptr (MdgDatabase) database = fixture_open_database (*state);
  g_autofree char *file = NULL;
  char *log = NULL;
  char *states[N_COMMITS + 1];
  gsize ends[N_COMMITS + 1];
  gsize length;
  gsize log_length;

  assert_true (mdg_database_exec (
    database, "PRAGMA wal_autocheckpoint = 0; PRAGMA wal_checkpoint (TRUNCATE)", NULL));
  for (guint i = 0; i <= N_COMMITS; i++)
    {
      g_autoptr (GError) error = NULL;

      if (i > 0)
        change (database, i - 1, &error);
      mdg_test_assert_no_error (error);
      states[i] = fixture_dump_rows (database);
      g_free (log);
      log = read_file (*state, "-wal", &ends[i]);
      assert_true (i == 0 ? ends[i] == 0 : ends[i] > ends[i - 1]);
    }
  file = read_file (*state, "", &length);
  log_length = ends[N_COMMITS];

  for (guint i = 0; i < N_CUTS; i++)
    {
      g_autofree char *directory = mdg_test_make_temp_dir ();
      g_autoptr (MdgDatabase) cut = NULL;
      g_autofree char *found = NULL;
      gsize end = g_rand_int_range (rand, 0, (gint32) log_length + 1);
      guint last = 0;

      /* Some of the cuts just at the end of a commit, or beside it. */
      if (i < 3 * (N_COMMITS + 1))
        end = CLAMP ((gssize) ends[i / 3] + (gssize) (i % 3) - 1, 0, (gssize) log_length);
      while (last < N_COMMITS && ends[last + 1] <= end)
        last++;

      write_file (directory, "", file, length);
      write_file (directory, "-wal", log, end);
      cut = fixture_open_database (directory);
      fixture_check_integrity (cut);
      found = fixture_dump_rows (cut);
      assert_string_equal (found, states[last]);
      g_clear_pointer (&cut, mdg_database_free);
      mdg_test_remove_tree (directory);
    }

  for (guint i = 0; i <= N_COMMITS; i++)
    g_free (states[i]);
  g_free (log);
}

static void
limit_file_length (rlim_t length)
{
  struct rlimit limit;

  assert_int_equal (getrlimit (RLIMIT_FSIZE, &limit), 0);
  limit.rlim_cur = MIN (length, limit.rlim_max);
  assert_int_equal (setrlimit (RLIMIT_FSIZE, &limit), 0);
}

/* A disk that is full after one page more, after two, and so on until there is room enough: nothing
 * is half stored, the message says what to do, and the same connection goes on when there is space. */
static void
test_disk_full_at_any_moment_changes_nothing (void **state)
{
  g_autoptr (MdgDatabase) database = fixture_open_database (*state);
  g_autoptr (MdgBatch) batch = fixture_new_large (1);
  g_autofree char *path = get_path (*state, "");
  g_autofree char *before = NULL;
  g_autofree char *log = NULL;
  gboolean stored = FALSE;
  guint n_failures = 0;
  gsize length;

  signal (SIGXFSZ, SIG_IGN);
  before = fixture_dump_rows (database);
  log = read_file (*state, "-wal", &length);
  for (guint i = 0; !stored && i < 1000; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *after = NULL;

      limit_file_length (length + (gsize) i * PAGE_SIZE + i % 3);
      stored = mdg_database_store_batch (database, batch, NULL, &error);
      limit_file_length (RLIM_INFINITY);
      if (stored)
        break;

      n_failures++;
      mdg_test_assert_error (error, MDG_STORE_ERROR, MDG_STORE_ERROR_FULL);
      mdg_test_assert_contains (error->message, path);
      mdg_test_assert_contains (error->message, "free some space");
      after = fixture_dump_rows (database);
      assert_string_equal (before, after);
      fixture_check_integrity (database);
    }

  assert_true (stored);
  mdg_test_assert_in_range (n_failures, 10, 999);
  assert_int_equal (fixture_count (database, "SELECT count (*) FROM observations"),
                    1 + OBSERVATIONS_PER_BATCH);
}

static GSubprocess *
start (const char *what, const char *directory, const char *count, const char *name)
{
  g_autofree char *program = mdg_test_build_path ("tests/core/store-writer");
  g_autoptr (GError) error = NULL;
  GSubprocess *process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, program, what,
                                           directory, count, name, NULL);

  mdg_test_assert_no_error (error);

  return process;
}

static GSubprocess *
start_holder (const char *directory)
{
  GSubprocess *process = start ("hold", directory, NULL, NULL);
  g_autoptr (GDataInputStream) output =
    g_data_input_stream_new (g_subprocess_get_stdout_pipe (process));
  g_autofree char *line = g_data_input_stream_read_line (output, NULL, NULL, NULL);

  assert_non_null (line);

  return process;
}

static void
end_holder (GSubprocess *process)
{
  g_subprocess_send_signal (process, SIGKILL);
  g_subprocess_wait (process, NULL, NULL);
}

static void
test_another_process_holds_the_file (void **state)
{
  g_autoptr (MdgDatabase) database = fixture_open_database (*state);
  g_autoptr (GSubprocess) holder = start_holder (*state);
  g_autofree char *path = get_path (*state, "");
  g_autofree char *before = fixture_dump_rows (database);
  g_autofree char *after = NULL;

  sqlite3_busy_timeout (database->handle, 100);
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (GError) error = NULL;

      assert_false (change (database, i, &error));
      mdg_test_assert_error (error, MDG_STORE_ERROR, MDG_STORE_ERROR_BUSY);
      mdg_test_assert_contains (error->message, path);
      mdg_test_assert_contains (error->message, "try again");
    }
  after = fixture_dump_rows (database);
  assert_string_equal (before, after);

  /* Another window opens and reads meanwhile. */
  mdg_database_free (fixture_open_database (*state));

  /* The holder dies with its transaction open, and takes nothing with it. */
  end_holder (holder);
  for (guint i = 0; i < 3; i++)
    assert_true (change (database, i, NULL));
}

/* A program with another bundle has to write when it opens the file, and waits as long as it should
 * for somebody who never ends. */
static void
test_opening_gives_up_waiting (void **state)
{
  g_autoptr (GSubprocess) holder = NULL;
  g_autoptr (MdgDatabase) database = NULL;
  g_autofree char *path = get_path (*state, "");
  g_autoptr (GError) error = NULL;

  mdg_database_free (fixture_open_database (*state));
  holder = start_holder (*state);
  fixture_use_bundle (1);
  database = mdg_database_open (*state, &error);
  end_holder (holder);

  assert_null (database);
  mdg_test_assert_error (error, MDG_STORE_ERROR, MDG_STORE_ERROR_BUSY);
  mdg_test_assert_contains (error->message, path);

  database = fixture_open_database (*state);
  assert_int_equal (fixture_count (database, "SELECT count (*) FROM observations"), 2);
  fixture_use_bundle (0);
}

static void
run_two (const char *directory, const char *name_1, const char *name_2, const char *count)
{
  GSubprocess *processes[] = {
    start ("batches", directory, count, name_1),
    start ("batches", directory, count, name_2),
  };

  for (guint i = 0; i < G_N_ELEMENTS (processes); i++)
    {
      assert_true (g_subprocess_wait_check (processes[i], NULL, NULL));
      g_object_unref (processes[i]);
    }
}

static void
test_two_processes_store_at_the_same_time (void **state)
{
  g_autoptr (MdgDatabase) database = NULL;

  run_two (*state, "a", "b", "25");

  database = fixture_open_database (*state);
  fixture_check_integrity (database);
  assert_int_equal (fixture_count (database, "SELECT count (*) FROM editions WHERE id LIKE 'a-%'"),
                    25);
  assert_int_equal (fixture_count (database, "SELECT count (*) FROM editions WHERE id LIKE 'b-%'"),
                    25);
  assert_int_equal (fixture_count (database, "SELECT count (*) FROM observations"),
                    1 + 50 * OBSERVATIONS_PER_BATCH);
}

/* The same file twice, from two windows. */
static void
test_two_processes_store_the_same (void **state)
{
  g_autoptr (MdgDatabase) database = NULL;

  run_two (*state, "a", "a", "15");

  database = fixture_open_database (*state);
  fixture_check_integrity (database);
  assert_int_equal (fixture_count (database, "SELECT count (*) FROM editions"), 1 + 15);
  assert_int_equal (fixture_count (database, "SELECT count (*) FROM observations"),
                    1 + 15 * OBSERVATIONS_PER_BATCH);
}

/* Permissions mean nothing to the superuser. */
static gboolean
forbid_writing (const char *directory)
{
  g_chmod (directory, 0500);
  if (g_access (directory, W_OK) != 0)
    return TRUE;

  g_printerr ("Skipped: this user may write everywhere.\n");
  return FALSE;
}

/* The file is open, so it goes on, and what is said to be stored is. */
static void
test_folder_becomes_read_only_meanwhile (void **state)
{
  g_autoptr (MdgDatabase) database = fixture_open_database (*state);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  assert_true (change (database, 0, NULL));
  if (!forbid_writing (*state))
    return;

  assert_true (change (database, 1, &error));
  mdg_test_assert_no_error (error);
  before = fixture_dump_rows (database);
  g_clear_pointer (&database, mdg_database_free);

  g_chmod (*state, 0700);
  database = fixture_open_database (*state);
  after = fixture_dump_rows (database);
  assert_string_equal (before, after);
}

/* The file is there and could be written, but SQLite's log beside it could not. */
static void
test_folder_was_made_read_only (void **state)
{
  g_autoptr (MdgDatabase) database = fixture_open_database (*state);
  g_autofree char *path = get_path (*state, "");
  g_autoptr (GError) error = NULL;

  assert_true (change (database, 0, NULL));
  g_clear_pointer (&database, mdg_database_free);
  if (!forbid_writing (*state))
    return;

  database = mdg_database_open (*state, &error);
  mdg_test_assert_no_error (error);
  assert_int_equal (mdg_database_get_state (database), MDG_STORE_IN_MEMORY);
  mdg_test_assert_contains (mdg_database_get_notice (database), path);
  mdg_test_assert_contains (mdg_database_get_notice (database), "permissions");
  assert_false (change (database, 1, &error));
  mdg_test_assert_error (error, MDG_STORE_ERROR, MDG_STORE_ERROR_READ_ONLY);
  mdg_test_assert_contains (error->message, path);
  g_clear_pointer (&database, mdg_database_free);

  /* With the permissions back, all is there. */
  g_chmod (*state, 0700);
  database = fixture_open_database (*state);
  assert_int_equal (fixture_count (database, "SELECT count (*) FROM editions WHERE id = 'e0'"), 1);
}

#define on_disk(test) \
  cmocka_unit_test_setup_teardown (test, mdg_test_temp_dir_setup, mdg_test_temp_dir_teardown)

int
main (void)
{
  const struct CMUnitTest tests[] = {
    on_disk (test_cut_log_opens_at_its_last_whole_commit),
    on_disk (test_disk_full_at_any_moment_changes_nothing),
    on_disk (test_another_process_holds_the_file),
    on_disk (test_opening_gives_up_waiting),
    on_disk (test_two_processes_store_at_the_same_time),
    on_disk (test_two_processes_store_the_same),
    on_disk (test_folder_becomes_read_only_meanwhile),
    on_disk (test_folder_was_made_read_only),
  };

  fixture_use_bundle (0);

  return mdg_test_run (tests);
}
