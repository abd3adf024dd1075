/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "guide-fixture.h"

#include "guide/mdg-drill.h"
#include "guide/mdg-guide-walk.h"

#define LEAST_DRILLS 40

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
    cmocka_unit_test (test_enough_of_every_kind),
    cmocka_unit_test (test_faults_are_found),
    cmocka_unit_test (test_drills_may_be_left_out),
  };

  return mdg_test_run_full (tests, load, unload);
}
