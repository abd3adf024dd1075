/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "util/mdg-test.h"

#include "core/mdg-core-fixture.h"
#include "core/mdg-database-fixture.h"
#include "core/mdg-kill-fixture.h"
#include "core/mdg-run.h"

#define OBSERVATIONS_PER_BATCH 2400

/* Starts the writer, kills it somewhere in its work, and returns the last number it had said to be
 * stored, or -1. */
static int
run_and_kill (GRand *rand, const char *what, const char *directory)
{
  g_autofree char *program = mdg_test_build_path ("tests/core/store-writer");

  return fixture_run_and_kill (
    rand, (const char *const[]) { program, what, directory, "100000", NULL }, 5);
}

static MdgDatabase *
open_and_check (const char *directory)
{
  MdgDatabase *database = fixture_open_database (directory);

  fixture_check_integrity (database);

  return database;
}

static void
test_batches_are_stored_whole_or_not_at_all (void **state)
{
  g_autoptr (GRand) rand = mdg_test_new_rand ();
  guint n_kills = fixture_get_n_kills ();

  for (guint i = 0; i < n_kills; i++)
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
      n_editions =
        fixture_count (database, "SELECT count (*) FROM editions WHERE id LIKE 'batch-%'");
      assert_true (n_editions == last + 1 || n_editions == last + 2);
      assert_int_equal (fixture_count (database, "SELECT count (*) FROM observations"),
                        1 + n_editions * OBSERVATIONS_PER_BATCH);
      assert_int_equal (fixture_count (database, "SELECT count (*) FROM editions"), 1 + n_editions);
      mdg_test_remove_tree (directory);
    }
}

static void
test_what_is_said_to_be_saved_is_saved (void **state)
{
  g_autoptr (GRand) rand = mdg_test_new_rand ();
  g_autofree char *directory = mdg_test_make_temp_dir ();
  guint n_kills = fixture_get_n_kills ();

  for (guint i = 0; i < n_kills; i++)
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
      assert_int_equal (fixture_count (database, "SELECT count (*) FROM runs"),
                        G_N_ELEMENTS (processes));

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
