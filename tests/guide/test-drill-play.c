/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "guide-fixture.h"

#include "guide/mdg-drill-play.h"

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

#define A_DAY mdg_day_new (2026, 11, 22)

static const MdgDrill *
find (const char *id)
{
  GPtrArray *drills = mdg_guide_pack_get_drills (pack);

  for (guint i = 0; i < drills->len; i++)
    {
      const MdgDrill *drill = g_ptr_array_index (drills, i);

      if (g_str_equal (drill->id, id))
        return drill;
    }
  fail_msg ("no drill “%s”", id);
  return NULL;
}

static const MdgDrill *
pick (GRand *rand, MdgDay day)
{
  GPtrArray *drills = mdg_guide_pack_get_drills (pack);
  const MdgDrill *drill;

  do
    drill = g_ptr_array_index (drills, (guint) g_rand_int_range (rand, 0, (gint32) drills->len));
  while (!mdg_drill_holds_on (drill, pack, day));

  return drill;
}

static gboolean
can_reach (const char *node_id, MdgDay day, const char *outcome)
{
  const MdgNode *node = mdg_guide_pack_resolve (pack, node_id, day);
  gboolean found = FALSE;

  assert_non_null (node);
  if (node->type == MDG_NODE_OUTCOME)
    return g_str_equal (node->id, outcome);
  for (guint i = 0; i < node->choices->len; i++)
    found |=
      can_reach (((const MdgChoice *) g_ptr_array_index (node->choices, i))->next, day, outcome);

  return found;
}

static gboolean
names (GPtrArray *ids, const char *id)
{
  return g_ptr_array_find_with_equal_func (ids, id, g_str_equal, NULL);
}

static void
test_a_wrong_answer_goes_on_along_the_right_way (void **state)
{
  const MdgDrill *drill = find ("dot-in-name");
  g_autoptr (MdgDrillPlay) play = mdg_drill_play_new (pack, drill, A_DAY, 1);
  g_autofree char *choices = NULL;
  const MdgDrillAnswer *answer;

  assert_null (mdg_drill_play_get_question (play));
  assert_null (mdg_drill_play_answer (play, "no-such-situation"));
  assert_int_equal (mdg_drill_play_get_step (play), 0);
  assert_true (mdg_drill_play_answer (play, "black-dot")->is_right);
  assert_string_equal (mdg_drill_play_get_question (play)->id, "dot-where");

  answer = mdg_drill_play_answer (play, "address");
  assert_false (answer->is_right);
  assert_string_equal (answer->question->id, "dot-where");
  assert_string_equal (answer->chosen.id, "address");
  assert_string_equal (answer->right.id, "name");
  assert_string_equal (answer->chosen_next->id, "out-dot-address");
  assert_string_equal (answer->right_next->id, "out-dot-name");
  assert_true (answer->basis->sources->len > 0);

  assert_true (mdg_drill_play_is_finished (play));
  assert_false (mdg_drill_play_is_right (play));
  assert_null (mdg_drill_play_answer (play, "name"));
  assert_string_equal (mdg_drill_play_get_outcome (play)->id, "out-dot-name");
  choices = mdg_drill_play_dup_choices (play);
  assert_string_equal (choices, "black-dot !address");
}

/* Generated: any choices at all. One wrong answer makes the play wrong, and the way is the same. */
static void
test_any_choices (void **state)
{
  g_autoptr (GRand) rand = mdg_test_new_rand ();
  guint n_wrong = 0;

  for (guint i = 0; i < 3000; i++)
    {
      MdgDay day = mdg_day_new (2024, 12, 2) + (MdgDay) g_rand_int_range (rand, 0, 1000);
      const MdgDrill *drill = pick (rand, day);
      guint32 seed = g_rand_int (rand);
      g_autoptr (MdgDrillPlay) play = mdg_drill_play_new (pack, drill, day, seed);
      g_autoptr (MdgDrillPlay) again = mdg_drill_play_new (pack, drill, day, seed);
      g_autofree char *choices = NULL;
      g_autofree char *choices_again = NULL;
      guint stop = (guint) g_rand_int_range (rand, 0, 5);
      gboolean is_right = TRUE;

      for (guint step = 0; !mdg_drill_play_is_finished (play) && step < stop; step++)
        {
          g_autoptr (GArray) options = mdg_drill_play_list_options (play);
          const MdgDrillOption *option = &g_array_index (
            options, MdgDrillOption, g_rand_int_range (rand, 0, (gint32) options->len));
          const MdgDrillAnswer *answer = mdg_drill_play_answer (play, option->id);

          assert_non_null (answer);
          assert_string_equal (answer->chosen.id, option->id);
          assert_string_equal (answer->right.id, step == 0
                                                   ? drill->situation
                                                   : g_ptr_array_index (drill->path, step - 1));
          assert_non_null (answer->chosen_next);
          assert_ptr_equal (answer->right_next, mdg_drill_get_step (drill, pack, day, step));
          assert_int_equal (answer->is_right, g_str_equal (option->id, answer->right.id));
          is_right = is_right && answer->is_right;
          assert_int_equal (mdg_drill_play_is_right (play), is_right);
        }
      assert_string_equal (mdg_drill_play_get_outcome (play)->id, drill->outcome);
      n_wrong += !is_right;

      /* Written down and read again, it stands at the same place and offers the same. */
      choices = mdg_drill_play_dup_choices (play);
      assert_true (mdg_drill_play_replay (again, choices));
      choices_again = mdg_drill_play_dup_choices (again);
      assert_string_equal (choices, choices_again);
      assert_int_equal (mdg_drill_play_get_step (play), mdg_drill_play_get_step (again));
      assert_ptr_equal (mdg_drill_play_get_question (play), mdg_drill_play_get_question (again));
    }
  assert_true (n_wrong > 500);
}

/* No situation that is offered as wrong leads to the right card or would be fair too, and harder
 * drills offer more. */
static void
test_situations_that_are_offered (void **state)
{
  g_autoptr (GRand) rand = mdg_test_new_rand ();
  GPtrArray *drills = mdg_guide_pack_get_drills (pack);
  guint n_orders = 0;

  for (guint i = 0; i < drills->len; i++)
    {
      const MdgDrill *drill = g_ptr_array_index (drills, i);
      gboolean places[9] = { FALSE };

      if (!mdg_drill_holds_on (drill, pack, A_DAY))
        continue;
      for (guint j = 0; j < 40; j++)
        {
          g_autoptr (MdgDrillPlay) play =
            mdg_drill_play_new (pack, drill, A_DAY, g_rand_int (rand));
          g_autoptr (GArray) options = mdg_drill_play_list_options (play);
          guint n_right = 0;

          assert_int_equal (options->len, 2 + 2 * drill->level);
          for (guint k = 0; k < options->len; k++)
            {
              const MdgDrillOption *option = &g_array_index (options, MdgDrillOption, k);
              const MdgSituation *situation = mdg_guide_pack_find_situation (pack, option->id);

              if (g_str_equal (option->id, drill->situation))
                {
                  n_right++;
                  places[k] = TRUE;
                  continue;
                }
              assert_false (can_reach (situation->start, A_DAY, drill->outcome));
              assert_false (names (drill->also, option->id));
              for (guint l = 0; l < k; l++)
                assert_string_not_equal (option->id, g_array_index (options, MdgDrillOption, l).id);
            }
          assert_int_equal (n_right, 1);
        }
      n_orders += places[0] && places[1] && places[2] && places[3];
    }

  /* The right one stands at any place. */
  assert_true (n_orders > 40);
}

/* Whether @situation may be offered as a wrong answer. */
static gboolean
can_be_wrong (const MdgDrill *drill, const char *situation)
{
  return !g_str_equal (drill->situation, situation) && !names (drill->also, situation) &&
         !can_reach (mdg_guide_pack_find_situation (pack, situation)->start, A_DAY, drill->outcome);
}

/* What a patient says of age and papers is never called wrong. */
static void
test_no_true_situation_is_called_wrong (void **state)
{
  GPtrArray *drills = mdg_guide_pack_get_drills (pack);
  guint n_old = 0;
  guint n_notices = 0;

  for (guint i = 0; i < drills->len; i++)
    {
      const MdgDrill *drill = g_ptr_array_index (drills, i);

      if (!mdg_drill_holds_on (drill, pack, A_DAY))
        continue;
      if (g_ascii_strtoull (drill->age.in[MDG_LANGUAGE_ENGLISH], NULL, 10) >= 75)
        {
          assert_false (can_be_wrong (drill, "over-75"));
          n_old++;
        }
      if (strstr (drill->brought.in[MDG_LANGUAGE_JAPANESE], "お知らせ") != NULL)
        {
          assert_false (can_be_wrong (drill, "notice-only"));
          n_notices++;
        }
    }

  assert_true (n_old >= 10);
  assert_true (n_notices >= 6);
}

/* A pack with a second situation, which leads elsewhere: how many are offered with @also. */
static guint
count_offered (const char *also)
{
  g_autoptr (JsonNode) root = guide_fixture_load_small ();
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (MdgGuidePack) small = NULL;
  const MdgDrill *drill;
  g_autoptr (MdgDrillPlay) play = NULL;
  g_autoptr (GArray) options = NULL;

  guide_fixture_edit (root, "$.situations[1]",
                      "{ \"id\": \"b\", \"group\": \"g\", \"icon\": \"phone-symbolic\","
                      "  \"title\": { \"ja\": \"t\", \"en\": \"t\" },"
                      "  \"line\": { \"ja\": \"l\", \"en\": \"l\" }, \"start\": \"o1\","
                      "  \"source\": [\"s\"], \"valid_from\": null, \"valid_until\": null }");
  guide_fixture_edit (root, "$.drills[0].also", also);
  small = guide_fixture_read (root, &problems);
  assert_non_null (small);
  assert_int_equal (mdg_guide_pack_get_situations (small)->len, 2);

  drill = g_ptr_array_index (mdg_guide_pack_get_drills (small), 0);
  play = mdg_drill_play_new (small, drill, mdg_guide_pack_get_date (small), 3);
  assert_non_null (play);
  options = mdg_drill_play_list_options (play);
  assert_int_equal (mdg_drill_play_answer (play, "b") != NULL, options->len == 2);

  return options->len;
}

static void
test_fair_situations_are_left_out (void **state)
{
  assert_int_equal (count_offered ("[]"), 2);
  assert_int_equal (count_offered ("[\"b\"]"), 1);
}

static void
test_unknown_choices_are_refused (void **state)
{
  static const char *const texts[] = { "nowhere", "black-dot nowhere", "!black-dot name more",
                                       "black-dot name name" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (MdgDrillPlay) play = mdg_drill_play_new (pack, find ("dot-in-name"), A_DAY, 7);

      assert_false (mdg_drill_play_replay (play, texts[i]));
      mdg_test_assert_in_range (mdg_drill_play_get_step (play), 0, 2);
    }
}

/* A pack with two situations that end alike still offers a choice. */
static void
test_small_pack (void **state)
{
  g_autoptr (JsonNode) root = guide_fixture_load_small ();
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (MdgGuidePack) small = guide_fixture_read (root, &problems);
  const MdgDrill *drill;
  g_autoptr (MdgDrillPlay) play = NULL;
  g_autoptr (GArray) options = NULL;

  assert_non_null (small);
  drill = g_ptr_array_index (mdg_guide_pack_get_drills (small), 0);
  play = mdg_drill_play_new (small, drill, mdg_guide_pack_get_date (small), 3);
  assert_non_null (play);
  options = mdg_drill_play_list_options (play);
  mdg_test_assert_in_range (options->len, 1, mdg_guide_pack_get_situations (small)->len);
  assert_true (mdg_drill_play_answer (play, drill->situation)->is_right);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_a_wrong_answer_goes_on_along_the_right_way),
    cmocka_unit_test (test_any_choices),
    cmocka_unit_test (test_situations_that_are_offered),
    cmocka_unit_test (test_no_true_situation_is_called_wrong),
    cmocka_unit_test (test_fair_situations_are_left_out),
    cmocka_unit_test (test_unknown_choices_are_refused),
    cmocka_unit_test (test_small_pack),
  };

  return mdg_test_run_full (tests, load, unload);
}
