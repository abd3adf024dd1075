/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "guide-fixture.h"

#include "guide/mdg-guide-ending.h"

static MdgGuidePack *
read_small (const GuideEdit *edits, guint n_edits)
{
  g_autoptr (JsonNode) root = guide_fixture_load_small ();
  g_autoptr (GPtrArray) problems = NULL;
  MdgGuidePack *pack;

  for (guint i = 0; i < n_edits; i++)
    guide_fixture_edit (root, edits[i].path, edits[i].json);
  pack = guide_fixture_read (root, &problems);
  if (pack == NULL)
    fail_msg ("the pack is not right: %s",
              ((MdgGuideProblem *) g_ptr_array_index (problems, 0))->reason);

  return pack;
}

static const MdgSituation *
get_situation (MdgGuidePack *pack)
{
  return g_ptr_array_index (mdg_guide_pack_get_situations (pack), 0);
}

/* o2 changes after 2025-12-01. */
static void
test_boundaries_of_thirty_days (void **state)
{
  g_autoptr (MdgGuidePack) pack = read_small (NULL, 0);
  const MdgDay last = mdg_day_new (2025, 12, 1);
  const int before[] = { 0, 1, 29, 30, 31, 365 };

  for (guint i = 0; i < G_N_ELEMENTS (before); i++)
    {
      const MdgDay day = last - before[i];
      const gboolean is_near = before[i] <= 30;
      MdgGuideEnding node =
        mdg_guide_pack_get_node_ending (pack, mdg_guide_pack_resolve (pack, "o2", day), day);
      MdgGuideEnding situation =
        mdg_guide_pack_get_situation_ending (pack, get_situation (pack), day);

      assert_int_equal (node.kind, is_near ? MDG_ENDING_CHANGES : MDG_ENDING_NONE);
      assert_int_equal (situation.kind, node.kind);
      if (!is_near)
        continue;
      assert_int_equal (node.last_day, last);
      assert_int_equal (node.n_days, before[i]);
      assert_int_equal (situation.last_day, last);
      assert_int_equal (situation.n_days, before[i]);
    }

  /* From the next day on another version holds, which has no end. */
  assert_int_equal (
    mdg_guide_pack_get_node_ending (pack, mdg_guide_pack_resolve (pack, "o2", last + 1), last + 1)
      .kind,
    MDG_ENDING_NONE);
  assert_int_equal (mdg_guide_pack_get_situation_ending (pack, get_situation (pack), last + 1).kind,
                    MDG_ENDING_NONE);
  /* A version that does not hold on the day does not end on it either. */
  assert_int_equal (
    mdg_guide_pack_get_node_ending (pack, mdg_guide_pack_resolve (pack, "o2", last), last + 1).kind,
    MDG_ENDING_NONE);
}

/* A situation that is over is over, whatever goes on of what it leads to; what changes before is
 * told first. */
static void
test_situations_that_end (void **state)
{
  static const GuideEdit later[] = {
    { "$.drills", NULL },
    { "$.situations[0].valid_until", "\"2025-12-20\"" },
    { "$.outcomes[2].valid_until", "\"2025-12-20\"" },
  };
  static const GuideEdit same[] = {
    { "$.drills", NULL },
    { "$.situations[0].valid_until", "\"2025-12-01\"" },
    { "$.outcomes[2]", NULL },
  };
  static const GuideEdit sooner[] = {
    { "$.drills", NULL },
    { "$.situations[0].valid_until", "\"2025-11-28\"" },
    { "$.outcomes[1].valid_until", "\"2025-11-28\"" },
    { "$.outcomes[2]", NULL },
  };
  g_autoptr (MdgGuidePack) ends_later = read_small (later, G_N_ELEMENTS (later));
  g_autoptr (MdgGuidePack) ends_same = read_small (same, G_N_ELEMENTS (same));
  g_autoptr (MdgGuidePack) ends_sooner = read_small (sooner, G_N_ELEMENTS (sooner));
  const MdgDay day = mdg_day_new (2025, 11, 25);
  MdgGuideEnding ending =
    mdg_guide_pack_get_situation_ending (ends_later, get_situation (ends_later), day);

  assert_int_equal (ending.kind, MDG_ENDING_CHANGES);
  assert_int_equal (ending.n_days, 6);

  ending = mdg_guide_pack_get_situation_ending (ends_same, get_situation (ends_same), day);
  assert_int_equal (ending.kind, MDG_ENDING_ENDS);
  assert_int_equal (ending.n_days, 6);

  ending = mdg_guide_pack_get_situation_ending (ends_sooner, get_situation (ends_sooner), day);
  assert_int_equal (ending.kind, MDG_ENDING_ENDS);
  assert_int_equal (ending.n_days, 3);
}

/* Of the program's own pack: an outcome that ends for good, and questions that go on otherwise. */
static void
test_builtin_pack (void **state)
{
  g_autoptr (MdgGuidePack) pack = mdg_guide_pack_new_builtin (NULL);
  const MdgDay day = mdg_day_new (2026, 7, 20);
  MdgGuideEnding ending =
    mdg_guide_pack_get_node_ending (pack, mdg_guide_pack_resolve (pack, "out-grace", day), day);

  assert_int_equal (ending.kind, MDG_ENDING_ENDS);
  assert_int_equal (ending.last_day, mdg_day_new (2026, 7, 31));
  assert_int_equal (ending.n_days, 11);

  ending =
    mdg_guide_pack_get_node_ending (pack, mdg_guide_pack_resolve (pack, "old-card", day), day);
  assert_int_equal (ending.kind, MDG_ENDING_CHANGES);

  ending = mdg_guide_pack_get_situation_ending (
    pack, mdg_guide_pack_find_situation (pack, "old-card"), day);
  assert_int_equal (ending.kind, MDG_ENDING_CHANGES);
  assert_int_equal (ending.n_days, 11);

  ending = mdg_guide_pack_get_situation_ending (
    pack, mdg_guide_pack_find_situation (pack, "black-dot"), day);
  assert_int_equal (ending.kind, MDG_ENDING_NONE);
}

/* On any day, what a situation's mark says is what a look at the next days finds. */
static void
test_marks_against_the_calendar (void **state)
{
  g_autoptr (MdgGuidePack) pack = mdg_guide_pack_new_builtin (NULL);
  g_autoptr (GRand) rand = mdg_test_new_rand ();
  GPtrArray *nodes = mdg_guide_pack_get_nodes (pack);

  for (guint i = 0; i < 2000; i++)
    {
      const MdgDay day = mdg_day_new (2024, 12, 2) + g_rand_int_range (rand, 0, 700);
      const MdgNode *any = g_ptr_array_index (nodes, g_rand_int_range (rand, 0, nodes->len));
      const MdgNode *node = mdg_guide_pack_resolve (pack, any->id, day);
      MdgGuideEnding ending;
      guint n = 0;

      if (node == NULL)
        continue;

      ending = mdg_guide_pack_get_node_ending (pack, node, day);
      while (n <= 31 && mdg_guide_pack_resolve (pack, node->id, day + n) == node)
        n++;
      if (n > 31)
        assert_int_equal (ending.kind, MDG_ENDING_NONE);
      else
        {
          assert_int_equal (ending.kind, mdg_guide_pack_resolve (pack, node->id, day + n) != NULL
                                           ? MDG_ENDING_CHANGES
                                           : MDG_ENDING_ENDS);
          assert_int_equal (ending.n_days, n - 1);
          assert_int_equal (ending.last_day, day + n - 1);
        }
    }
}

static void
test_age_of_a_pack (void **state)
{
  g_autoptr (MdgGuidePack) pack = read_small (NULL, 0);
  const MdgDay date = mdg_day_new (2026, 1, 1);

  assert_int_equal (mdg_guide_pack_get_date (pack), date);
  assert_false (mdg_guide_pack_is_old (pack, date - 1));
  assert_false (mdg_guide_pack_is_old (pack, date - 400));
  assert_false (mdg_guide_pack_is_old (pack, date));
  assert_false (mdg_guide_pack_is_old (pack, date + 180));
  assert_true (mdg_guide_pack_is_old (pack, date + 181));
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_boundaries_of_thirty_days),
    cmocka_unit_test (test_situations_that_end),
    cmocka_unit_test (test_builtin_pack),
    cmocka_unit_test (test_marks_against_the_calendar),
    cmocka_unit_test (test_age_of_a_pack),
  };

  return mdg_test_run (tests);
}
