/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "guide-fixture.h"

#include <string.h>

#include "guide/mdg-guide-walk.h"

#define N_WALKS 300
#define N_STEPS 60

static MdgGuidePack *pack;

static int
load (void **state)
{
  pack = mdg_guide_pack_new_builtin (NULL);

  return pack != NULL ? 0 : -1;
}

static int
unload (void **state)
{
  g_clear_pointer (&pack, mdg_guide_pack_unref);

  return 0;
}

static MdgDay
get_day (void)
{
  return mdg_day_new (2026, 11, 22);
}

static void
test_forth_and_back (void **state)
{
  MdgGuideWalk *walk = mdg_guide_walk_new (pack, get_day ());
  const MdgChoice *choice;
  guint n_changes = 0;

  g_signal_connect_swapped (walk, "changed", G_CALLBACK (mdg_test_count_cb), &n_changes);

  assert_null (mdg_guide_walk_get_situation (walk));
  assert_null (mdg_guide_walk_get_node (walk));
  assert_false (mdg_guide_walk_back (walk));
  assert_false (mdg_guide_walk_choose (walk, "name"));
  assert_false (mdg_guide_walk_start (walk, "none"));
  assert_int_equal (n_changes, 0);

  assert_true (mdg_guide_walk_start (walk, "reader-fault"));
  assert_string_equal (mdg_guide_walk_get_node (walk)->id, "reader-start");
  assert_true (mdg_guide_walk_choose (walk, "waiting"));
  assert_false (mdg_guide_walk_choose (walk, "none"));
  assert_true (mdg_guide_walk_choose (walk, "notice"));
  assert_string_equal (mdg_guide_walk_get_node (walk)->id, "out-notice");
  assert_false (mdg_guide_walk_choose (walk, "notice"));
  assert_int_equal (n_changes, 3);

  assert_int_equal (mdg_guide_walk_get_n_choices (walk), 2);
  assert_string_equal (mdg_guide_walk_get_step (walk, 0, &choice)->id, "reader-start");
  assert_string_equal (choice->id, "waiting");
  assert_string_equal (mdg_guide_walk_get_step (walk, 1, &choice)->id, "ladder-reader");
  assert_string_equal (choice->id, "notice");

  mdg_guide_walk_truncate (walk, 5);
  assert_int_equal (n_changes, 3);
  mdg_guide_walk_truncate (walk, 0);
  assert_string_equal (mdg_guide_walk_get_node (walk)->id, "reader-start");
  assert_true (mdg_guide_walk_back (walk));
  assert_null (mdg_guide_walk_get_situation (walk));
  mdg_guide_walk_reset (walk);
  assert_int_equal (n_changes, 5);

  mdg_test_assert_finalize (walk);
}

/* Another day keeps the path as far as it still leads somewhere. */
static void
test_another_day (void **state)
{
  MdgGuideWalk *walk = mdg_guide_walk_new (pack, mdg_day_new (2026, 7, 31));

  assert_true (mdg_guide_walk_start (walk, "old-card"));
  assert_true (mdg_guide_walk_choose (walk, "confirmed"));
  assert_string_equal (mdg_guide_walk_get_node (walk)->id, "out-grace");

  mdg_guide_walk_set_day (walk, mdg_day_new (2026, 3, 31));
  assert_string_equal (mdg_guide_walk_get_node (walk)->id, "out-grace");

  mdg_guide_walk_set_day (walk, mdg_day_new (2026, 8, 1));
  assert_string_equal (mdg_guide_walk_get_situation (walk)->id, "old-card");
  assert_string_equal (mdg_guide_walk_get_node (walk)->id, "old-card");
  assert_int_equal (mdg_guide_walk_get_n_choices (walk), 0);

  mdg_guide_walk_set_day (walk, mdg_day_new (2024, 12, 1));
  assert_null (mdg_guide_walk_get_situation (walk));
  assert_false (mdg_guide_walk_start (walk, "old-card"));

  mdg_test_assert_finalize (walk);
}

static gboolean
has_doubt (GPtrArray *doubts, const MdgGuideBasis *basis)
{
  const char *text = mdg_guide_text_get (&basis->doubt);
  guint n = 0;

  for (guint i = 0; i < doubts->len; i++)
    if (g_strcmp0 (mdg_guide_text_get (g_ptr_array_index (doubts, i)), text) == 0)
      n++;

  return n == 1;
}

/* No doubt is lost on the way: wherever a walk ends, each doubt of its path is listed once. */
static void
check_doubts (MdgGuideWalk *walk, const MdgNode *node)
{
  g_autoptr (GPtrArray) doubts = mdg_guide_walk_list_doubts (walk);
  guint n_choices = mdg_guide_walk_get_n_choices (walk);
  guint n_wanted = 0;

  for (guint i = 0; node != NULL && i <= n_choices; i++)
    {
      const MdgNode *step = i < n_choices ? mdg_guide_walk_get_step (walk, i, NULL) : node;

      if (mdg_guide_text_get (&step->basis.doubt) == NULL)
        continue;
      n_wanted++;
      assert_true (has_doubt (doubts, &step->basis));
    }
  assert_true (doubts->len <= n_wanted);
}

static void
test_doubts_of_the_path (void **state)
{
  g_autoptr (MdgGuideWalk) walk = mdg_guide_walk_new (pack, mdg_day_new (2026, 7, 31));
  g_autoptr (GPtrArray) none = mdg_guide_walk_list_doubts (walk);
  g_autoptr (GPtrArray) same = NULL;
  g_autoptr (GPtrArray) carried = NULL;

  assert_int_equal (none->len, 0);

  /* Question and outcome say the same: once is enough. */
  assert_true (mdg_guide_walk_start (walk, "old-card"));
  assert_true (mdg_guide_walk_choose (walk, "confirmed"));
  same = mdg_guide_walk_list_doubts (walk);
  assert_int_equal (same->len, 1);

  /* The outcome has no doubt of its own. */
  mdg_guide_walk_set_day (walk, mdg_day_new (2026, 8, 1));
  assert_true (mdg_guide_walk_choose (walk, "card"));
  assert_null (mdg_guide_text_get (&mdg_guide_walk_get_node (walk)->basis.doubt));
  carried = mdg_guide_walk_list_doubts (walk);
  assert_int_equal (carried->len, 1);
}

/* Whoever clicks whatever: the path always leads to where the walk stands, and back leads out. */
static void
test_random_walks (void **state)
{
  g_autoptr (GRand) rand = mdg_test_new_rand ();

  for (guint i = 0; i < N_WALKS; i++)
    {
      g_autoptr (MdgGuideWalk) walk =
        mdg_guide_walk_new (pack, mdg_day_new (2024, 12, 2) + g_rand_int_range (rand, 0, 1200));
      guint n_back = 0;

      for (guint j = 0; j < N_STEPS; j++)
        {
          const MdgNode *node = mdg_guide_walk_get_node (walk);
          guint n_choices = mdg_guide_walk_get_n_choices (walk);
          int dice = g_rand_int_range (rand, 0, 10);

          assert_true ((node == NULL) == (mdg_guide_walk_get_situation (walk) == NULL));
          check_doubts (walk, node);
          for (guint k = 0; k < n_choices; k++)
            {
              const MdgChoice *choice;
              const MdgNode *step = mdg_guide_walk_get_step (walk, k, &choice);
              const MdgNode *next =
                k + 1 < n_choices ? mdg_guide_walk_get_step (walk, k + 1, NULL) : node;

              assert_non_null (choice);
              assert_int_equal (step->type, MDG_NODE_QUESTION);
              assert_string_equal (choice->next, next->id);
            }

          if (node == NULL)
            {
              g_autoptr (GPtrArray) situations =
                mdg_guide_pack_list_situations (pack, mdg_guide_walk_get_day (walk));
              const MdgSituation *situation =
                g_ptr_array_index (situations, g_rand_int_range (rand, 0, situations->len));

              assert_true (mdg_guide_walk_start (walk, situation->id));
            }
          else if (dice == 0)
            mdg_guide_walk_set_day (walk,
                                    mdg_day_new (2024, 12, 2) + g_rand_int_range (rand, 0, 1200));
          else if (dice == 1)
            assert_true (mdg_guide_walk_back (walk));
          else if (dice == 2)
            mdg_guide_walk_truncate (walk, g_rand_int_range (rand, 0, 4));
          else if (node->type == MDG_NODE_QUESTION)
            {
              const MdgChoice *choice =
                g_ptr_array_index (node->choices, g_rand_int_range (rand, 0, node->choices->len));

              assert_true (mdg_guide_walk_choose (walk, choice->id));
            }
          else
            mdg_guide_walk_reset (walk);
        }

      while (mdg_guide_walk_back (walk))
        assert_true (++n_back <= 6);
    }
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_forth_and_back),
    cmocka_unit_test (test_another_day),
    cmocka_unit_test (test_doubts_of_the_path),
    cmocka_unit_test (test_random_walks),
  };

  return mdg_test_run_full (tests, load, unload);
}
