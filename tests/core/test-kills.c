/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "util/mdg-test.h"

#include "core/mdg-core-fixture.h"
#include "core/mdg-database-private.h"
#include "core/mdg-run.h"

#include <signal.h>

#define N_KILLS 20
#define OBSERVATIONS_PER_BATCH 2400

/* Starts the writer, kills it somewhere in its work, and returns the last number it had said to be
 * stored, or -1. */
static int
run_and_kill (GRand *rand, const char *what, const char *directory)
{
  g_autofree char *program = mdg_test_build_path ("tests/core/store-writer");
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GDataInputStream) output = NULL;
  g_autoptr (GError) error = NULL;
  guint n_lines = g_rand_int_range (rand, 0, 6);
  int last = -1;
  char *line;

  process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, program, what, directory,
                              "100000", NULL);
  mdg_test_assert_no_error (error);
  output = g_data_input_stream_new (g_subprocess_get_stdout_pipe (process));

  for (guint i = 0; i < n_lines; i++)
    {
      line = g_data_input_stream_read_line (output, NULL, NULL, NULL);
      assert_non_null (line);
      last = (int) g_ascii_strtoll (line, NULL, 10);
      g_free (line);
    }
  g_usleep (g_rand_int_range (rand, 0, 15000));
  g_subprocess_send_signal (process, SIGKILL);

  while ((line = g_data_input_stream_read_line (output, NULL, NULL, NULL)) != NULL)
    {
      last = (int) g_ascii_strtoll (line, NULL, 10);
      g_free (line);
    }
  g_subprocess_wait (process, NULL, NULL);
  assert_true (g_subprocess_get_if_signaled (process));

  return last;
}

static MdgDatabase *
open_and_check (const char *directory)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (sqlite3_stmt) check = NULL;
  MdgDatabase *database = mdg_database_open (directory, &error);

  mdg_test_assert_no_error (error);
  assert_int_equal (mdg_database_get_state (database), MDG_STORE_READY);

  check = mdg_database_prepare (database, "PRAGMA integrity_check", NULL);
  assert_int_equal (mdg_database_step (database, check, NULL), SQLITE_ROW);
  assert_string_equal ((const char *) sqlite3_column_text (check, 0), "ok");

  return database;
}

static gint64
count (MdgDatabase *database, const char *sql)
{
  gint64 number = -1;

  assert_true (mdg_database_get_number (database, sql, &number, NULL));

  return number;
}

static void
test_batches_are_stored_whole_or_not_at_all (void **state)
{
  g_autoptr (GRand) rand = mdg_test_new_rand ();

  for (guint i = 0; i < N_KILLS; i++)
    {
      g_autofree char *directory = mdg_test_make_temp_dir ();
      g_autoptr (MdgDatabase) database = NULL;
      gint64 n_editions;
      int last;

      /* A file that is there, so that the time goes into writing. */
      if (i % 4 != 0)
        mdg_database_free (open_and_check (directory));
      last = run_and_kill (rand, "batches", directory);

      database = open_and_check (directory);
      n_editions = count (database, "SELECT count (*) FROM editions WHERE id LIKE 'batch-%'");
      assert_true (n_editions == last + 1 || n_editions == last + 2);
      assert_int_equal (count (database, "SELECT count (*) FROM observations"),
                        1 + n_editions * OBSERVATIONS_PER_BATCH);
      assert_int_equal (count (database, "SELECT count (*) FROM editions"), 1 + n_editions);
      mdg_test_remove_tree (directory);
    }
}

static void
test_what_is_said_to_be_saved_is_saved (void **state)
{
  g_autoptr (GRand) rand = mdg_test_new_rand ();
  g_autofree char *directory = mdg_test_make_temp_dir ();

  for (guint i = 0; i < N_KILLS; i++)
    {
      g_autoptr (MdgDatabase) database = NULL;
      g_autoptr (GPtrArray) runs = NULL;
      const MdgRun *run;
      const MdgRunItem *item;
      int note;
      int last = run_and_kill (rand, "touches", directory);

      database = open_and_check (directory);
      runs = mdg_database_list_runs (database, NULL);
      run = runs->len > 0 ? g_ptr_array_index (runs, 0) : NULL;
      item = run != NULL ? mdg_run_find_item (run, "item") : NULL;
      note = item != NULL ? (int) g_ascii_strtoll (item->note, NULL, 10) : -1;
      assert_true (note == last || note == last + 1);

      if (run != NULL)
        assert_true (mdg_database_delete_run (database, run->id, NULL));
    }
}

/* Many processes start at once on a file that is not there, or that is damaged: one makes it, or
 * sets it aside, and the others use what it made. */
static void
test_processes_start_together (void **state)
{
  g_autofree char *program = mdg_test_build_path ("tests/core/store-writer");

  for (guint i = 0; i < 6; i++)
    {
      g_autofree char *directory = mdg_test_make_temp_dir ();
      g_autofree char *path = g_build_filename (directory, MDG_DATABASE_FILE_NAME, NULL);
      g_autoptr (MdgDatabase) database = NULL;
      g_autoptr (GDir) dir = NULL;
      GSubprocess *processes[6];
      gboolean succeeded[6];
      const char *name;
      guint n_aside = 0;

      if (i % 2 == 1)
        assert_true (g_file_set_contents (path, "damaged", -1, NULL));
      for (guint j = 0; j < G_N_ELEMENTS (processes); j++)
        processes[j] = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, NULL, program, "touches",
                                         directory, "2", NULL);
      for (guint j = 0; j < G_N_ELEMENTS (processes); j++)
        {
          succeeded[j] = g_subprocess_wait_check (processes[j], NULL, NULL);
          g_object_unref (processes[j]);
        }
      for (guint j = 0; j < G_N_ELEMENTS (processes); j++)
        assert_true (succeeded[j]);

      database = open_and_check (directory);
      assert_int_equal (count (database, "SELECT count (*) FROM runs"), G_N_ELEMENTS (processes));

      dir = g_dir_open (directory, 0, NULL);
      while ((name = g_dir_read_name (dir)) != NULL)
        n_aside += g_str_has_prefix (name, "madoguchi-set-aside-");
      assert_int_equal (n_aside, i % 2);
      mdg_test_remove_tree (directory);
    }
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_batches_are_stored_whole_or_not_at_all),
    cmocka_unit_test (test_what_is_said_to_be_saved_is_saved),
    cmocka_unit_test (test_processes_start_together),
  };

  fixture_use_bundle (0);

  return mdg_test_run (tests);
}
