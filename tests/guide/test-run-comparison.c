/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "guide-fixture.h"

#include "guide/mdg-checklist-snapshot.h"
#include "guide/mdg-run-comparison.h"

static MdgRun *
new_run (gint64 id, const char *checklist_id, gint64 started_at, gint64 finished_at)
{
  MdgRun *run = mdg_run_new ();

  run->id = id;
  run->checklist_id = g_strdup (checklist_id);
  run->template_version = g_strdup ("1");
  run->started_at = started_at;
  run->finished_at = finished_at;

  return run;
}

static void
note (MdgRun *run, const char *item, MdgItemState state, const char *reason, const char *words)
{
  g_ptr_array_add (run->items, mdg_run_item_new (item, state, "KS", reason, words));
}

/* A checklist with one item for each letter of @ids. */
static MdgChecklistSnapshot *
new_checklist (const char *ids, const char *text)
{
  g_autoptr (GString) json = g_string_new ("{ \"checklist\": { \"id\": \"c\", \"items\": [ ");

  for (const char *p = ids; *p != '\0'; p++)
    g_string_append_printf (json, "%s{ \"id\": \"%c\", \"text\": { \"en\": \"%s\" } }",
                            p > ids ? ", " : "", *p, text);
  g_string_append (json, " ] } }");

  return mdg_checklist_snapshot_new_from_text (json->str);
}

static void
test_the_last_run_before (void **state)
{
  g_autoptr (GPtrArray) runs = g_ptr_array_new_with_free_func ((GDestroyNotify) mdg_run_free);
  const struct
  {
    gint64 id;
    gint64 expected; /* 0: none */
  } cases[] = { { 1, 0 }, { 2, 1 }, { 3, 0 }, { 4, 2 }, { 5, 4 }, { 6, 5 }, { 7, 5 } };

  /* Runs may overlap: 2 was finished after 4 was begun, 5 after 7 was begun; 6 is open. */
  g_ptr_array_add (runs, new_run (7, "c", 60, 0));
  g_ptr_array_add (runs, new_run (6, "c", 50, 0));
  g_ptr_array_add (runs, new_run (5, "c", 40, 70));
  g_ptr_array_add (runs, new_run (4, "c", 30, 48));
  g_ptr_array_add (runs, new_run (3, "other", 25, 26));
  g_ptr_array_add (runs, new_run (2, "c", 20, 45));
  g_ptr_array_add (runs, new_run (1, "c", 10, 15));

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const MdgRun *run = g_ptr_array_index (runs, 7 - cases[i].id);
      const MdgRun *previous = mdg_run_find_previous (runs, run);

      if (cases[i].expected == 0)
        assert_null (previous);
      else
        assert_int_equal (previous->id, cases[i].expected);
    }
}

static void
test_of_two_begun_in_one_second (void **state)
{
  g_autoptr (GPtrArray) runs = g_ptr_array_new_with_free_func ((GDestroyNotify) mdg_run_free);

  g_ptr_array_add (runs, new_run (1, "c", 10, 12));
  g_ptr_array_add (runs, new_run (2, "c", 10, 12));
  g_ptr_array_add (runs, new_run (3, "c", 10, 0));
  assert_int_equal (mdg_run_find_previous (runs, g_ptr_array_index (runs, 2))->id, 2);
  assert_int_equal (mdg_run_find_previous (runs, g_ptr_array_index (runs, 1))->id, 1);
  assert_null (mdg_run_find_previous (runs, g_ptr_array_index (runs, 0)));
}

static void
test_each_kind_of_change (void **state)
{
  static const struct
  {
    const char *item;
    MdgRunChange change;
    gboolean has_before;
  } expected[] = {
    { "a", MDG_RUN_CHANGE_NONE, TRUE },  { "b", MDG_RUN_CHANGE_STATE, TRUE },
    { "c", MDG_RUN_CHANGE_WORDS, TRUE }, { "d", MDG_RUN_CHANGE_WORDS, TRUE },
    { "e", MDG_RUN_CHANGE_NEW, FALSE },  { "f", MDG_RUN_CHANGE_STATE, TRUE },
    { "g", MDG_RUN_CHANGE_NONE, FALSE }, { "h", MDG_RUN_CHANGE_STATE, FALSE },
  };
  g_autoptr (MdgChecklistSnapshot) now = new_checklist ("abcdefgh", "t");
  g_autoptr (MdgChecklistSnapshot) then = new_checklist ("abcdfghxy", "t");
  g_autoptr (MdgRun) before = new_run (1, "c", 10, 20);
  g_autoptr (MdgRun) run = new_run (2, "c", 30, 40);
  g_autoptr (MdgRunComparison) comparison = NULL;

  note (before, "a", MDG_ITEM_DONE, "", "n");
  note (run, "a", MDG_ITEM_DONE, "", "n");
  note (before, "b", MDG_ITEM_DONE, "", "");
  note (run, "b", MDG_ITEM_NOT_APPLICABLE, "r", "");
  note (before, "c", MDG_ITEM_NOT_APPLICABLE, "r", "");
  note (run, "c", MDG_ITEM_NOT_APPLICABLE, "s", "");
  note (before, "d", MDG_ITEM_DONE, "", "n");
  note (run, "d", MDG_ITEM_DONE, "", "");
  note (run, "e", MDG_ITEM_DONE, "", "");
  note (before, "f", MDG_ITEM_DONE, "", "");
  note (run, "h", MDG_ITEM_DONE, "", "");

  comparison = mdg_run_comparison_new (mdg_checklist_snapshot_get_checklist (now), run,
                                       mdg_checklist_snapshot_get_checklist (then), before);
  assert_int_equal (comparison->differences->len, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      const MdgRunDifference *difference = mdg_run_comparison_find (comparison, expected[i].item);

      if (difference->change != expected[i].change)
        fail_msg ("%s: %d", expected[i].item, difference->change);
      assert_int_equal (difference->before != NULL, expected[i].has_before);
      assert_false (difference->is_reworded);
    }
  assert_int_equal (comparison->n_changed, 5);
  assert_int_equal (comparison->n_new, 1);
  assert_int_equal (comparison->n_gone, 2);
  assert_int_equal (comparison->n_pending, 0);
  assert_null (mdg_run_comparison_find (comparison, "x"));
}

/* What nobody has looked at yet has not changed. */
static void
test_run_under_way (void **state)
{
  g_autoptr (MdgChecklistSnapshot) now = new_checklist ("abc", "new words");
  g_autoptr (MdgChecklistSnapshot) then = new_checklist ("abc", "old words");
  g_autoptr (MdgRun) before = new_run (1, "c", 10, 20);
  g_autoptr (MdgRun) run = new_run (2, "c", 30, 0);
  g_autoptr (MdgRunComparison) comparison = NULL;
  g_autoptr (MdgRunComparison) unknown = NULL;

  note (before, "a", MDG_ITEM_DONE, "", "");
  note (before, "b", MDG_ITEM_DONE, "", "");
  note (run, "a", MDG_ITEM_OPEN, "", "to be done");
  note (run, "c", MDG_ITEM_DONE, "", "");

  comparison = mdg_run_comparison_new (mdg_checklist_snapshot_get_checklist (now), run,
                                       mdg_checklist_snapshot_get_checklist (then), before);
  assert_int_equal (comparison->n_pending, 2);
  assert_int_equal (comparison->n_changed, 1);
  assert_int_equal (mdg_run_comparison_find (comparison, "c")->change, MDG_RUN_CHANGE_STATE);
  assert_true (mdg_run_comparison_find (comparison, "a")->is_reworded);

  /* Of an old run without a snapshot, nothing is said to be new or gone. */
  unknown = mdg_run_comparison_new (mdg_checklist_snapshot_get_checklist (now), run, NULL, before);
  assert_int_equal (unknown->n_new, 0);
  assert_int_equal (unknown->n_gone, 0);
  assert_int_equal (unknown->n_changed, 1);
  assert_false (mdg_run_comparison_find (unknown, "a")->is_reworded);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_the_last_run_before),
    cmocka_unit_test (test_of_two_begun_in_one_second),
    cmocka_unit_test (test_each_kind_of_change),
    cmocka_unit_test (test_run_under_way),
  };

  return mdg_test_run (tests);
}
