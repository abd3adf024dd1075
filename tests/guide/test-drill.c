/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "guide-fixture.h"

#include "guide/mdg-drill-play.h"
#include "guide/mdg-guide-walk.h"

#define LEAST_DRILLS 40
#define LEAST_OF_LEVEL 8

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

/* Plays the right way as the desk page would, step by step, and returns the card it ends with. */
static const MdgNode *
play (const MdgDrill *drill, MdgDay day)
{
  g_autoptr (MdgGuideWalk) walk = mdg_guide_walk_new (pack, day);

  assert_true (mdg_guide_walk_start (walk, drill->situation));
  for (guint i = 0; i < drill->path->len; i++)
    {
      assert_ptr_equal (mdg_drill_get_step (drill, pack, day, i), mdg_guide_walk_get_node (walk));
      assert_true (mdg_guide_walk_choose (walk, g_ptr_array_index (drill->path, i)));
    }

  return mdg_guide_walk_get_node (walk);
}

/* Every day from the first that the pack covers to a year after the last on which anything begins
 * or ends: after that, nothing changes any more. */
static GArray *
list_all_days (void)
{
  GArray *days = g_array_new (FALSE, FALSE, sizeof (MdgDay));
  GPtrArray *nodes = mdg_guide_pack_get_nodes (pack);
  MdgDay last = mdg_guide_pack_get_covers_from (pack);

  for (guint i = 0; i < nodes->len; i++)
    {
      const MdgNode *node = g_ptr_array_index (nodes, i);

      last = MAX (last, MAX (node->basis.valid_from, node->basis.valid_until));
    }
  for (MdgDay day = mdg_guide_pack_get_covers_from (pack); day <= last + 366; day++)
    g_array_append_val (days, day);

  return days;
}

/* Plays it as a trainee does who is always right: among shuffled situations, then the choices. */
static const MdgNode *
play_rightly (const MdgDrill *drill, MdgDay day, guint32 seed)
{
  g_autoptr (MdgDrillPlay) game = mdg_drill_play_new (pack, drill, day, seed);
  guint n = 0;

  assert_non_null (game);
  while (!mdg_drill_play_is_finished (game))
    {
      g_autoptr (GArray) options = mdg_drill_play_list_options (game);
      const char *right = n == 0 ? drill->situation : g_ptr_array_index (drill->path, n - 1);
      gboolean is_offered = FALSE;

      mdg_test_assert_in_range (options->len, 2, 9);
      for (guint i = 0; i < options->len; i++)
        is_offered |= g_str_equal (g_array_index (options, MdgDrillOption, i).id, right);
      assert_true (is_offered);
      assert_true (mdg_drill_play_answer (game, right)->is_right);
      n++;
    }
  assert_true (mdg_drill_play_is_right (game));
  assert_int_equal (n, mdg_drill_play_get_n_steps (game));

  return mdg_drill_play_get_outcome (game);
}

/* On every single day, with other situations each time. */
static void
test_right_way_on_every_day (void **state)
{
  g_autoptr (GRand) rand = mdg_test_new_rand ();
  g_autoptr (GArray) days = list_all_days ();
  GPtrArray *drills = mdg_guide_pack_get_drills (pack);

  assert_true (days->len > 900);
  for (guint i = 0; i < drills->len; i++)
    {
      const MdgDrill *drill = g_ptr_array_index (drills, i);

      for (guint j = 0; j < days->len; j++)
        {
          MdgDay day = g_array_index (days, MdgDay, j);

          if (!mdg_guide_basis_holds_on (&drill->basis, day))
            assert_null (mdg_drill_play_new (pack, drill, day, 1));
          else
            assert_ptr_equal (play (drill, day), play_rightly (drill, day, g_rand_int (rand)));
        }
    }
}

/* On the pack's own day and on today's there is something to train for every case, and enough of
 * every level. */
static void
test_every_case_can_be_trained (void **state)
{
  GPtrArray *drills = mdg_guide_pack_get_drills (pack);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  MdgDay days[] = { mdg_guide_pack_get_date (pack),
                    mdg_day_new (g_date_time_get_year (now), g_date_time_get_month (now),
                                 g_date_time_get_day_of_month (now)) };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autoptr (GPtrArray) situations = mdg_guide_pack_list_situations (pack, days[i]);
      guint n_by_level[MDG_N_DRILL_LEVELS + 1] = { 0 };
      guint n = 0;

      for (guint j = 0; j < drills->len; j++)
        {
          const MdgDrill *drill = g_ptr_array_index (drills, j);

          if (!mdg_drill_holds_on (drill, pack, days[i]))
            continue;
          n_by_level[drill->level]++;
          n++;
        }
      assert_true (n >= LEAST_DRILLS);
      for (guint level = 1; level <= MDG_N_DRILL_LEVELS; level++)
        assert_true (n_by_level[level] >= LEAST_OF_LEVEL);

      for (guint j = 0; j < situations->len; j++)
        {
          const MdgSituation *situation = g_ptr_array_index (situations, j);
          gboolean is_trained = FALSE;

          for (guint k = 0; k < drills->len && !is_trained; k++)
            {
              const MdgDrill *drill = g_ptr_array_index (drills, k);

              is_trained = g_str_equal (drill->situation, situation->id) &&
                           mdg_drill_holds_on (drill, pack, days[i]);
            }
          if (!is_trained)
            fail_msg ("no drill trains “%s” on day %u", situation->id, i);
        }
    }
}

/* On each day on which anything begins or ends, the drill's answer is what the desk is told. */
static void
test_answers_are_what_the_desk_is_told (void **state)
{
  GPtrArray *drills = mdg_guide_pack_get_drills (pack);
  GPtrArray *nodes = mdg_guide_pack_get_nodes (pack);
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (MdgDay));
  MdgDay first = mdg_guide_pack_get_covers_from (pack);
  MdgDay last = mdg_day_new (2030, 12, 31);
  guint n_played = 0;

  g_array_append_val (days, first);
  g_array_append_val (days, last);
  for (guint i = 0; i < nodes->len; i++)
    {
      const MdgNode *node = g_ptr_array_index (nodes, i);
      MdgDay edges[] = { node->basis.valid_from, node->basis.valid_until,
                         node->basis.valid_until + 1 };

      for (guint j = 0; j < G_N_ELEMENTS (edges); j++)
        if (edges[j] >= first && edges[j] <= last)
          g_array_append_val (days, edges[j]);
    }

  for (guint i = 0; i < drills->len; i++)
    for (guint j = 0; j < days->len; j++)
      {
        const MdgDrill *drill = g_ptr_array_index (drills, i);
        MdgDay day = g_array_index (days, MdgDay, j);
        const MdgNode *end;

        if (!mdg_guide_basis_holds_on (&drill->basis, day))
          continue;
        end = play (drill, day);
        assert_int_equal (end->type, MDG_NODE_OUTCOME);
        assert_string_equal (end->id, drill->outcome);
        assert_true (mdg_drill_holds_on (drill, pack, day));
        n_played++;
      }
  assert_true (n_played > drills->len);
}

typedef gboolean (*IsTrained) (const MdgDrill *drill, const char *id);

static gboolean
is_of_situation (const MdgDrill *drill, const char *id)
{
  return g_str_equal (drill->situation, id);
}

static gboolean
ends_in (const MdgDrill *drill, const char *id)
{
  return g_str_equal (drill->outcome, id);
}

static void
expect_trained (IsTrained is_trained, const char *id, MdgDay day)
{
  GPtrArray *drills = mdg_guide_pack_get_drills (pack);

  for (guint i = 0; i < drills->len; i++)
    {
      const MdgDrill *drill = g_ptr_array_index (drills, i);

      if (is_trained (drill, id) && mdg_drill_holds_on (drill, pack, day))
        return;
    }

  fail_msg ("no drill of today trains “%s”", id);
}

/* Every situation, and every card of today, can be trained today. */
static void
test_enough_of_every_kind (void **state)
{
  GPtrArray *drills = mdg_guide_pack_get_drills (pack);
  GPtrArray *situations = mdg_guide_pack_get_situations (pack);
  GPtrArray *nodes = mdg_guide_pack_get_nodes (pack);
  MdgDay day = mdg_day_new (2026, 11, 25);
  guint n_by_level[MDG_N_DRILL_LEVELS + 1] = { 0 };
  guint n_today = 0;

  for (guint i = 0; i < drills->len; i++)
    {
      const MdgDrill *drill = g_ptr_array_index (drills, i);

      n_today += mdg_drill_holds_on (drill, pack, day);
      n_by_level[drill->level]++;
    }
  assert_true (n_today >= LEAST_DRILLS);
  for (guint level = 1; level <= MDG_N_DRILL_LEVELS; level++)
    assert_true (n_by_level[level] >= 10);

  for (guint i = 0; i < situations->len; i++)
    expect_trained (is_of_situation, ((MdgSituation *) g_ptr_array_index (situations, i))->id, day);
  for (guint i = 0; i < nodes->len; i++)
    {
      const MdgNode *node = g_ptr_array_index (nodes, i);

      if (node->type == MDG_NODE_OUTCOME && mdg_guide_basis_holds_on (&node->basis, day))
        expect_trained (ends_in, node->id, day);
    }
}

/* Every way in which a drill can teach a mistake is found, with its place. */
static void
test_faults_are_found (void **state)
{
  const struct
  {
    const char *path;
    const char *json;
    MdgGuideRule rule;
    const char *where;
  } cases[] = {
    { "$.drills[0].situation", "\"none\"", MDG_GUIDE_RULE_REFERENCE, "$.drills[0].situation" },
    { "$.drills[0].path", "[\"y\"]", MDG_GUIDE_RULE_DRILL, "$.drills[0].path" },
    { "$.drills[0].path", "[\"y\", \"z\"]", MDG_GUIDE_RULE_DRILL, "$.drills[0].path" },
    { "$.drills[0].path", "[\"y\", \"y\", \"y\"]", MDG_GUIDE_RULE_DRILL, "$.drills[0].path" },
    { "$.drills[0].outcome", "\"o1\"", MDG_GUIDE_RULE_DRILL, "$.drills[0].path" },
    { "$.drills[0].also", "[\"none\"]", MDG_GUIDE_RULE_REFERENCE, "$.drills[0].also[0]" },
    { "$.drills[0].also", "[\"a\"]", MDG_GUIDE_RULE_DRILL, "$.drills[0].also[0]" },
    { "$.drills[0].also", "\"a\"", MDG_GUIDE_RULE_TYPE, "$.drills[0].also" },
    { "$.drills[0].source", "[\"nowhere\"]", MDG_GUIDE_RULE_REFERENCE, "$.drills[0].source[0]" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (JsonNode) root = guide_fixture_load_small ();

      guide_fixture_edit (root, cases[i].path, cases[i].json);
      guide_fixture_expect (root, cases[i].rule, cases[i].where);
    }
}

/* Packs of organisations that train nobody need no drills. */
static void
test_drills_may_be_left_out (void **state)
{
  g_autoptr (JsonNode) root = guide_fixture_load_small ();
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (MdgGuidePack) small = NULL;

  guide_fixture_edit (root, "$.drills", NULL);
  small = guide_fixture_read (root, &problems);
  assert_non_null (small);
  assert_int_equal (mdg_guide_pack_get_drills (small)->len, 0);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_answers_are_what_the_desk_is_told),
    cmocka_unit_test (test_right_way_on_every_day),
    cmocka_unit_test (test_every_case_can_be_trained),
    cmocka_unit_test (test_enough_of_every_kind),
    cmocka_unit_test (test_faults_are_found),
    cmocka_unit_test (test_drills_may_be_left_out),
  };

  return mdg_test_run_full (tests, load, unload);
}
