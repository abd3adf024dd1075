/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "util/mdg-test.h"

#include "core/mdg-core-fixture.h"
#include "core/mdg-database-fixture.h"
#include "core/mdg-kill-fixture.h"
#include "core/mdg-run-event.h"

#define N_KILLS 100

/* Checks a run whose touches up to number @last were written, and no other. */
static void
check_run (MdgDatabase *database, const MdgRun *run, int last)
{
  g_autoptr (GPtrArray) events = mdg_database_list_run_events (database, run->id, NULL);

  assert_string_equal (run->snapshot, "{ \"items\": [] }");
  assert_int_equal (run->items->len, MIN (last + 1, FIXTURE_N_ITEMS));
  for (int number = MAX (0, last + 1 - FIXTURE_N_ITEMS); number <= last; number++)
    {
      g_autoptr (MdgRunItem) expected = fixture_new_touch (number);
      const MdgRunItem *item = mdg_run_find_item (run, expected->item_id);

      assert_non_null (item);
      assert_int_equal (item->state, expected->state);
      assert_string_equal (item->who, expected->who);
      assert_string_equal (item->reason, expected->reason);
      assert_string_equal (item->note, expected->note);
      assert_true (item->touched_at >= run->started_at);
    }

  /* The history has every one of them, in order. */
  assert_int_equal (events->len, 1 + last + 1);
  for (int number = 0; number <= last; number++)
    {
      g_autoptr (MdgRunItem) expected = fixture_new_touch (number);
      const MdgRunEvent *event = g_ptr_array_index (events, 1 + number);

      assert_int_equal (event->kind, MDG_RUN_TOUCHED);
      assert_string_equal (event->item_id, expected->item_id);
      assert_int_equal (event->state, expected->state);
      assert_string_equal (event->note, expected->note);
    }
}

/* A program that walks through a checklist is killed at any moment, again and again on one file: no
 * touch that it was told to be stored is lost, at most the one is there that it was not told of, and
 * what was there before is as it was. */
static void
test_no_touch_is_lost (void **state)
{
  g_autoptr (GRand) rand = mdg_test_new_rand ();
  g_autofree char *directory = mdg_test_make_temp_dir ();
  g_autofree char *program = mdg_test_build_path ("tests/core/store-writer");
  guint n_kills = g_getenv ("MDG_TEST_KILLS") != NULL ? fixture_get_n_kills () : N_KILLS;
  g_autoptr (GArray) lasts = g_array_new (FALSE, FALSE, sizeof (int));
  guint n_told = 0;

  for (guint i = 0; i < n_kills; i++)
    {
      int last = fixture_run_and_kill (
        rand, (const char *const[]) { program, "checklist", directory, "100000", NULL }, 12);
      g_autoptr (MdgDatabase) database = fixture_open_database (directory);
      g_autoptr (GPtrArray) runs = mdg_database_list_runs (database, NULL);
      const MdgRun *run;

      fixture_check_integrity (database);
      /* It may not have got as far as to begin a run. */
      assert_true (runs->len == lasts->len || runs->len == lasts->len + 1);
      assert_true (last < 0 || runs->len == lasts->len + 1);
      if (runs->len > lasts->len)
        {
          g_autoptr (GPtrArray) events = NULL;
          int written;

          run = g_ptr_array_index (runs, 0);
          events = mdg_database_list_run_events (database, run->id, NULL);
          written = (int) events->len - 2;
          assert_true (written == last || written == last + 1);
          g_array_append_val (lasts, written);
        }
      n_told += last >= 0;

      for (guint j = 0; j < runs->len; j++)
        {
          run = g_ptr_array_index (runs, runs->len - 1 - j);
          /* All of them at the end, and the newest each time. */
          if (j + 1 == runs->len || i + 1 == n_kills)
            check_run (database, run, g_array_index (lasts, int, j));
        }
    }

  /* The kills did come in the middle of the work. */
  assert_true (n_told > n_kills / 2);
  mdg_test_remove_tree (directory);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_no_touch_is_lost),
  };

  fixture_use_bundle (0);

  return mdg_test_run (tests);
}
