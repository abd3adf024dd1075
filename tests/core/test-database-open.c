/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "util/mdg-test.h"

#include "core/mdg-core-fixture.h"
#include "core/mdg-database-private.h"
#include "core/mdg-run.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#define SET_ASIDE "madoguchi-set-aside-"

static char *
get_path (const char *directory, const char *suffix)
{
  return g_strconcat (directory, "/", MDG_DATABASE_FILE_NAME, suffix, NULL);
}

static MdgDatabase *
open_in_state (const char *directory, MdgStoreState expected)
{
  g_autoptr (GError) error = NULL;
  MdgDatabase *database = mdg_database_open (directory, &error);

  mdg_test_assert_no_error (error);
  assert_int_equal (mdg_database_get_state (database), expected);
  assert_int_equal (mdg_database_get_notice (database) != NULL, expected != MDG_STORE_READY);

  return database;
}

/* A file with what people have entered and imported. */
static void
make_file (const char *directory)
{
  g_autoptr (MdgDatabase) database = open_in_state (directory, MDG_STORE_READY);
  g_autoptr (MdgBatch) batch = fixture_new_large (3);

  assert_true (mdg_database_store_batch (database, batch, NULL, NULL));
}

static char *
read_file (const char *path, gsize *length)
{
  char *contents = NULL;

  assert_true (g_file_get_contents (path, &contents, length, NULL));

  return contents;
}

static void
write_file (const char *path, const char *contents, gsize length)
{
  assert_true (g_file_set_contents (path, contents, length, NULL));
}

/* The names in the folder that begin with @prefix, sorted. */
static GPtrArray *
list_names (const char *directory, const char *prefix)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (directory, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      if (g_str_has_prefix (name, prefix))
        g_ptr_array_add (names, g_strdup (name));
    }
  g_ptr_array_sort_values (names, (GCompareFunc) strcmp);

  return names;
}

/* Opens what stands in the folder, and checks that it was set aside byte by byte. */
static void
check_is_set_aside (const char *directory)
{
  g_autofree char *path = get_path (directory, "");
  g_autofree char *aside = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GPtrArray) names = NULL;
  gsize length_before = 0;
  gsize length_after = 0;

  before = read_file (path, &length_before);
  {
    g_autoptr (MdgDatabase) database = open_in_state (directory, MDG_STORE_REPLACED);
    g_autoptr (MdgFigures) figures = mdg_database_load_figures (database, NULL);

    assert_int_equal (mdg_figures_get_n (figures), 1);
    /* SQLite may have made an empty log beside the file while looking at it. */
    names = list_names (directory, SET_ASIDE);
    assert_true (names->len == 1 || names->len == 3);
    mdg_test_assert_contains (mdg_database_get_notice (database), g_ptr_array_index (names, 0));
    mdg_test_assert_contains (mdg_database_get_notice (database), directory);
  }

  aside = g_build_filename (directory, g_ptr_array_index (names, 0), NULL);
  after = read_file (aside, &length_after);
  assert_int_equal (length_before, length_after);
  assert_memory_equal (before, after, length_before);

  /* The next start is an ordinary one. */
  mdg_database_free (open_in_state (directory, MDG_STORE_READY));
}

static void
test_garbage_is_set_aside (void **state)
{
  g_autofree char *path = get_path (*state, "");
  g_autofree char *noise = g_strnfill (20000, 'x');

  write_file (path, noise, 20000);
  check_is_set_aside (*state);
}

static void
test_empty_file_is_set_aside (void **state)
{
  g_autofree char *path = get_path (*state, "");

  write_file (path, "", 0);
  check_is_set_aside (*state);
}

static void
test_beginning_of_a_file_is_set_aside (void **state)
{
  g_autofree char *path = get_path (*state, "");
  g_autofree char *contents = NULL;
  gsize length;

  make_file (*state);
  contents = read_file (path, &length);
  write_file (path, contents, 99);
  check_is_set_aside (*state);
}

static void
test_truncated_file_is_set_aside (void **state)
{
  g_autofree char *path = get_path (*state, "");
  g_autofree char *contents = NULL;
  gsize length;

  make_file (*state);
  contents = read_file (path, &length);
  assert_true (length > 20 * 4096);
  write_file (path, contents, 10 * 4096);
  check_is_set_aside (*state);
}

static void
test_overwritten_pages_are_set_aside (void **state)
{
  g_autofree char *path = get_path (*state, "");
  g_autofree char *contents = NULL;
  gsize length;

  make_file (*state);
  contents = read_file (path, &length);
  memset (contents + 4096, 0x5a, length - 4096);
  write_file (path, contents, length);
  check_is_set_aside (*state);
}

static void
test_unknown_word_is_set_aside (void **state)
{
  {
    g_autoptr (MdgDatabase) database = open_in_state (*state, MDG_STORE_READY);

    assert_true (mdg_database_exec (database, "UPDATE observations SET measure = 99", NULL));
  }

  check_is_set_aside (*state);
}

/* Damage anywhere: the program starts, with all figures or with the file set aside. */
static void
test_any_damage_is_survived (void **state)
{
  g_autoptr (GRand) rand = mdg_test_new_rand ();
  g_autofree char *path = get_path (*state, "");
  g_autofree char *contents = NULL;
  gsize length;
  guint n_replaced = 0;

  make_file (*state);
  contents = read_file (path, &length);

  for (guint i = 0; i < 60; i++)
    {
      g_autofree char *damaged = g_memdup2 (contents, length);
      g_autofree char *directory = mdg_test_make_temp_dir ();
      g_autofree char *damaged_path = get_path (directory, "");
      g_autoptr (MdgDatabase) database = NULL;
      g_autoptr (MdgFigures) figures = NULL;
      g_autoptr (GError) error = NULL;
      gsize page = g_rand_int_range (rand, 0, length / 4096);
      gsize n = 1 << g_rand_int_range (rand, 0, 12);

      for (gsize j = 0; j < n; j++)
        damaged[page * 4096 + g_rand_int_range (rand, 0, 4096)] =
          (char) g_rand_int_range (rand, 0, 256);
      write_file (damaged_path, damaged, length);

      database = mdg_database_open (directory, &error);
      mdg_test_assert_no_error (error);
      figures = mdg_database_load_figures (database, &error);
      mdg_test_assert_no_error (error);
      n_replaced += mdg_database_get_state (database) == MDG_STORE_REPLACED;
      mdg_test_remove_tree (directory);
    }

  assert_true (n_replaced > 0);
}

static void
test_log_goes_with_the_file (void **state)
{
  g_autofree char *directory = mdg_test_make_temp_dir ();
  g_autoptr (GPtrArray) names = NULL;

  {
    g_autoptr (MdgDatabase) database = open_in_state (directory, MDG_STORE_READY);
    g_autofree char *path = get_path (*state, "");
    g_autofree char *wal = get_path (*state, "-wal");
    g_autofree char *shm = get_path (*state, "-shm");
    g_autofree char *wal_from = get_path (directory, "-wal");
    g_autofree char *noise = g_strnfill (8192, 'x');
    g_autofree char *log = NULL;
    gsize length;

    /* As left behind by a kill, with the file itself damaged since. */
    log = read_file (wal_from, &length);
    assert_true (length > 0);
    write_file (path, noise, 8192);
    write_file (wal, log, length);
    write_file (shm, "shm", 3);
  }

  mdg_database_free (open_in_state (*state, MDG_STORE_REPLACED));
  names = list_names (*state, SET_ASIDE);
  assert_int_equal (names->len, 3);
  assert_true (g_str_has_suffix (g_ptr_array_index (names, 0), ".db"));
  assert_true (g_str_has_suffix (g_ptr_array_index (names, 1), ".db-shm"));
  assert_true (g_str_has_suffix (g_ptr_array_index (names, 2), ".db-wal"));
}

static void
test_log_without_its_file_is_set_aside (void **state)
{
  g_autofree char *wal = get_path (*state, "-wal");
  g_autoptr (GPtrArray) names = NULL;

  write_file (wal, "log", 3);
  mdg_database_free (open_in_state (*state, MDG_STORE_REPLACED));
  names = list_names (*state, SET_ASIDE);
  assert_int_equal (names->len, 1);
  assert_true (g_str_has_suffix (g_ptr_array_index (names, 0), ".db-wal"));
}

static void
test_nothing_set_aside_is_overwritten (void **state)
{
  g_autofree char *path = get_path (*state, "");
  g_autoptr (GPtrArray) names = NULL;

  /* Within one second or two, so that the time stamps meet. */
  for (guint i = 0; i < 5; i++)
    {
      g_autofree char *noise = g_strnfill (200, 'a' + i);

      write_file (path, noise, 200);
      mdg_database_free (open_in_state (*state, MDG_STORE_REPLACED));
    }

  names = list_names (*state, SET_ASIDE);
  assert_int_equal (names->len, 5);
}

static void
test_foreign_database_is_set_aside (void **state)
{
  g_autofree char *path = get_path (*state, "");
  sqlite3 *handle = NULL;

  assert_int_equal (sqlite3_open (path, &handle), SQLITE_OK);
  assert_int_equal (sqlite3_exec (handle,
                                  "CREATE TABLE songs (title); INSERT INTO songs VALUES ('さくら')",
                                  NULL, NULL, NULL),
                    SQLITE_OK);
  sqlite3_close (handle);

  check_is_set_aside (*state);
}

/* As a kill in the first moments leaves it. */
static void
test_beginning_without_content_is_used (void **state)
{
  g_autofree char *path = get_path (*state, "");
  sqlite3 *handle = NULL;

  assert_int_equal (sqlite3_open (path, &handle), SQLITE_OK);
  assert_int_equal (sqlite3_exec (handle, "PRAGMA journal_mode = WAL", NULL, NULL, NULL),
                    SQLITE_OK);
  sqlite3_close (handle);

  mdg_database_free (open_in_state (*state, MDG_STORE_READY));
}

static void
test_broken_bundle_touches_nothing (void **state)
{
  g_autoptr (GPtrArray) names = NULL;
  g_autoptr (GError) error = NULL;

  make_file (*state);
  fixture_use_broken_bundle ();
  assert_null (mdg_database_open (*state, &error));
  fixture_use_bundle (0);
  assert_non_null (error);
  mdg_test_assert_contains (error->message, "observations.csv");
  names = list_names (*state, SET_ASIDE);
  assert_int_equal (names->len, 0);
  mdg_database_free (open_in_state (*state, MDG_STORE_READY));
}

static void
set_version (const char *path, int version)
{
  g_autofree char *sql = g_strdup_printf ("PRAGMA user_version = %d", version);
  sqlite3 *handle = NULL;

  assert_int_equal (sqlite3_open (path, &handle), SQLITE_OK);
  assert_int_equal (sqlite3_exec (handle, sql, NULL, NULL, NULL), SQLITE_OK);
  sqlite3_close (handle);
}

/* What can be done when nothing can be stored. */
static void
check_is_read_only (MdgDatabase *database)
{
  g_autoptr (MdgFigures) figures = mdg_database_load_figures (database, NULL);
  g_autoptr (MdgBatch) batch = fixture_new_small ("small");
  g_autoptr (GPtrArray) runs = mdg_database_list_runs (database, NULL);
  g_autoptr (GPtrArray) contacts = mdg_database_list_contacts (database, NULL);
  g_autoptr (MdgRun) run = NULL;
  g_autoptr (GError) error = NULL;

  assert_int_equal (mdg_figures_get_n (figures), 1);
  assert_int_equal (runs->len, 0);
  assert_int_equal (contacts->len, MDG_N_CONTACTS);

  assert_false (mdg_database_store_batch (database, batch, NULL, &error));
  mdg_test_assert_error (error, MDG_STORE_ERROR, MDG_STORE_ERROR_READ_ONLY);
  mdg_test_assert_contains (error->message, mdg_database_get_notice (database));
  g_clear_error (&error);

  run = mdg_database_start_run (database, "transition", "1", NULL, NULL, &error);
  assert_null (run);
  mdg_test_assert_error (error, MDG_STORE_ERROR, MDG_STORE_ERROR_READ_ONLY);
}

static void
test_newer_version_is_left_untouched (void **state)
{
  g_autofree char *path = get_path (*state, "");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GPtrArray) names = NULL;
  gsize length_before;
  gsize length_after;

  make_file (*state);
  set_version (path, 99);
  before = read_file (path, &length_before);
  {
    g_autoptr (MdgDatabase) database = open_in_state (*state, MDG_STORE_NEWER_VERSION);

    mdg_test_assert_contains (mdg_database_get_notice (database), path);
    check_is_read_only (database);
  }

  after = read_file (path, &length_after);
  assert_int_equal (length_before, length_after);
  assert_memory_equal (before, after, length_before);
  names = list_names (*state, "");
  assert_int_equal (names->len, 1);
}

/* The newer program is running, or was killed: its version stands in the log only. */
static void
test_newer_version_in_the_log_is_left_untouched (void **state)
{
  g_autofree char *path = get_path (*state, "");
  g_autofree char *wal = get_path (*state, "-wal");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *log_before = NULL;
  g_autofree char *log_after = NULL;
  gsize length_before;
  gsize length_after;
  gsize log_length_before;
  gsize log_length_after;

  {
    g_autofree char *directory = mdg_test_make_temp_dir ();
    g_autofree char *live = get_path (directory, "");
    g_autofree char *live_log = get_path (directory, "-wal");
    g_autoptr (MdgDatabase) newer = open_in_state (directory, MDG_STORE_READY);

    assert_true (
      mdg_database_exec (newer, "PRAGMA wal_checkpoint; PRAGMA user_version = 99", NULL));
    before = read_file (live, &length_before);
    log_before = read_file (live_log, &log_length_before);
  }

  write_file (path, before, length_before);
  write_file (wal, log_before, log_length_before);
  {
    g_autoptr (MdgDatabase) database = open_in_state (*state, MDG_STORE_NEWER_VERSION);

    check_is_read_only (database);
  }

  after = read_file (path, &length_after);
  log_after = read_file (wal, &log_length_after);
  assert_int_equal (length_before, length_after);
  assert_memory_equal (before, after, length_before);
  assert_int_equal (log_length_before, log_length_after);
  assert_memory_equal (log_before, log_after, log_length_before);
}

static void
test_folder_that_cannot_be_made (void **state)
{
  g_autofree char *file = g_build_filename (*state, "file", NULL);
  g_autofree char *directory = g_build_filename (file, "below", NULL);
  g_autoptr (MdgDatabase) database = NULL;

  write_file (file, "", 0);
  database = open_in_state (directory, MDG_STORE_IN_MEMORY);
  check_is_read_only (database);
}

static void
test_file_that_is_a_folder (void **state)
{
  g_autofree char *path = get_path (*state, "");
  g_autoptr (MdgDatabase) database = NULL;

  g_mkdir (path, 0700);
  database = open_in_state (*state, MDG_STORE_IN_MEMORY);
  check_is_read_only (database);
}

/* Permissions mean nothing to the superuser. */
static gboolean
skip_if_all_is_permitted (const char *path)
{
  if (g_access (path, W_OK) != 0)
    return FALSE;

  g_printerr ("Skipped: this user may write everywhere.\n");
  return TRUE;
}

static void
test_folder_that_cannot_be_written (void **state)
{
  g_autoptr (MdgDatabase) database = NULL;

  g_chmod (*state, 0500);
  if (skip_if_all_is_permitted (*state))
    return;

  database = open_in_state (*state, MDG_STORE_IN_MEMORY);
  check_is_read_only (database);
}

static void
test_file_that_cannot_be_written (void **state)
{
  g_autofree char *path = get_path (*state, "");
  g_autoptr (MdgDatabase) database = NULL;
  g_autoptr (GPtrArray) names = NULL;

  make_file (*state);
  g_chmod (path, 0400);
  if (skip_if_all_is_permitted (path))
    return;

  database = open_in_state (*state, MDG_STORE_IN_MEMORY);
  check_is_read_only (database);
  names = list_names (*state, SET_ASIDE);
  assert_int_equal (names->len, 0);
}

static void
test_damaged_file_that_cannot_be_moved (void **state)
{
  g_autofree char *path = get_path (*state, "");
  g_autofree char *contents = NULL;
  g_autoptr (MdgDatabase) database = NULL;
  gsize length;

  write_file (path, "noise", 5);
  g_chmod (*state, 0500);
  if (skip_if_all_is_permitted (*state))
    return;

  database = open_in_state (*state, MDG_STORE_IN_MEMORY);
  check_is_read_only (database);
  contents = read_file (path, &length);
  assert_string_equal (contents, "noise");
}

static void
test_damage_found_later_is_reported (void **state)
{
  g_autoptr (MdgDatabase) database = NULL;
  g_autofree char *path = get_path (*state, "");
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (MdgFigures) figures = NULL;
  gsize length;

  make_file (*state);
  database = open_in_state (*state, MDG_STORE_READY);
  assert_true (mdg_database_exec (database, "PRAGMA wal_checkpoint (TRUNCATE)", NULL));

  /* The same file, with another content behind the program's back. */
  contents = read_file (path, &length);
  memset (contents + 4096, 0x5a, length - 4096);
  {
    g_autoptr (GFile) file = g_file_new_for_path (path);
    g_autoptr (GFileIOStream) stream = g_file_open_readwrite (file, NULL, NULL);
    GOutputStream *output = g_io_stream_get_output_stream (G_IO_STREAM (stream));

    assert_true (g_output_stream_write_all (output, contents, length, NULL, NULL, NULL));
  }

  sqlite3_db_release_memory (database->handle);
  g_clear_pointer (&database->figures, mdg_figures_unref);
  figures = mdg_database_load_figures (database, &error);
  assert_null (figures);
  mdg_test_assert_error (error, MDG_STORE_ERROR, MDG_STORE_ERROR_DAMAGED);
  mdg_test_assert_contains (error->message, path);
}

#define on_disk(test) \
  cmocka_unit_test_setup_teardown (test, mdg_test_temp_dir_setup, mdg_test_temp_dir_teardown)

int
main (void)
{
  const struct CMUnitTest tests[] = {
    on_disk (test_garbage_is_set_aside),
    on_disk (test_empty_file_is_set_aside),
    on_disk (test_beginning_of_a_file_is_set_aside),
    on_disk (test_truncated_file_is_set_aside),
    on_disk (test_overwritten_pages_are_set_aside),
    on_disk (test_unknown_word_is_set_aside),
    on_disk (test_any_damage_is_survived),
    on_disk (test_log_goes_with_the_file),
    on_disk (test_log_without_its_file_is_set_aside),
    on_disk (test_nothing_set_aside_is_overwritten),
    on_disk (test_foreign_database_is_set_aside),
    on_disk (test_beginning_without_content_is_used),
    on_disk (test_broken_bundle_touches_nothing),
    on_disk (test_newer_version_is_left_untouched),
    on_disk (test_newer_version_in_the_log_is_left_untouched),
    on_disk (test_folder_that_cannot_be_made),
    on_disk (test_file_that_is_a_folder),
    on_disk (test_folder_that_cannot_be_written),
    on_disk (test_file_that_cannot_be_written),
    on_disk (test_damaged_file_that_cannot_be_moved),
    on_disk (test_damage_found_later_is_reported),
  };

  fixture_use_bundle (0);

  return mdg_test_run (tests);
}
