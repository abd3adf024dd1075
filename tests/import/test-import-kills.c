/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "util/mdg-test.h"

#include "core/mdg-core-fixture.h"
#include "core/mdg-database-fixture.h"
#include "core/mdg-kill-fixture.h"
#include "import/mdg-import-steps.h"

#define DECK "data/datasets/sources/mhlw-deck-2025-11-13.txt"

/* What the database holds after each step, and before the first. */
typedef struct
{
  char *path;
  char *states[MDG_N_IMPORT_STEPS];
} Fixture;

static char *
digest_rows (MdgDatabase *database)
{
  g_autofree char *rows = fixture_dump_rows (database);

  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, rows, -1);
}

static int
set_up (void **state)
{
  Fixture *fixture = g_new0 (Fixture, 1);
  g_autofree char *directory = mdg_test_make_temp_dir ();
  g_autoptr (MdgDatabase) database = fixture_open_database (directory);

  fixture->path = mdg_test_source_path (DECK);
  for (guint step = 0; step < MDG_N_IMPORT_STEPS; step++)
    {
      g_autoptr (GError) error = NULL;

      fixture->states[step] = digest_rows (database);
      mdg_import_step (database, fixture->path, step, &error);
      mdg_test_assert_no_error (error);
    }
  g_clear_pointer (&database, mdg_database_free);
  mdg_test_remove_tree (directory);
  *state = fixture;

  return 0;
}

static int
tear_down (void **state)
{
  Fixture *fixture = *state;

  for (guint i = 0; i < MDG_N_IMPORT_STEPS; i++)
    g_free (fixture->states[i]);
  g_free (fixture->path);
  g_free (fixture);

  return 0;
}

/* Without this, the test below could not fail. */
static void
test_states_can_be_told_apart (void **state)
{
  const Fixture *fixture = *state;
  const char *nothing = fixture->states[0];
  const char *imported = fixture->states[1];
  const char *removed = fixture->states[2];

  assert_string_not_equal (nothing, imported);
  assert_string_not_equal (nothing, removed);
  assert_string_not_equal (imported, removed);
  assert_string_equal (fixture->states[3], imported);
  assert_string_equal (fixture->states[4], removed);
  assert_string_equal (fixture->states[5], imported);
  assert_string_equal (fixture->states[6], removed);
}

static void
test_a_kill_leaves_the_state_before_or_after (void **state)
{
  const Fixture *fixture = *state;
  g_autoptr (GRand) rand = mdg_test_new_rand ();
  g_autofree char *program = mdg_test_build_path ("tests/import/import-writer");
  guint n_kills = fixture_get_n_kills ();
  guint n_before = 0;

  for (guint i = 0; i < n_kills; i++)
    {
      g_autofree char *directory = mdg_test_make_temp_dir ();
      const char *const argv[] = { program, directory, fixture->path, NULL };
      g_autoptr (MdgDatabase) database = NULL;
      g_autofree char *found = NULL;
      const char *before;
      const char *after;
      int last;

      /* A file that is there, so that the time goes into importing. */
      if (i % 4 != 0)
        mdg_database_free (fixture_open_database (directory));
      last = fixture_run_and_kill (rand, argv, MDG_N_IMPORT_STEPS + 1);

      database = fixture_open_database (directory);
      fixture_check_integrity (database);
      found = digest_rows (database);
      before = fixture->states[(last + 1) % (int) MDG_N_IMPORT_STEPS];
      after = fixture->states[(last + 2) % (int) MDG_N_IMPORT_STEPS];
      if (g_str_equal (found, before))
        n_before++;
      else
        assert_string_equal (found, after);

      g_clear_pointer (&database, mdg_database_free);
      mdg_test_remove_tree (directory);
    }

  g_printerr ("%u kills: %u left the state before the step, %u the one after it\n", n_kills,
              n_before, n_kills - n_before);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_states_can_be_told_apart),
    cmocka_unit_test (test_a_kill_leaves_the_state_before_or_after),
  };

  fixture_use_bundle (0);

  return mdg_test_run_full (tests, set_up, tear_down);
}
