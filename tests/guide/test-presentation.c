/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "guide-fixture.h"

#include "guide/mdg-presentation.h"
#include "guide/mdg-session-plan.h"

#define A_DAY mdg_day_new (2026, 11, 22)
#define N_WALKS 60
#define N_MOVES 80

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

static MdgSession *
plan (GRand *rand, guint n)
{
  g_autoptr (GPtrArray) drills = mdg_session_plan_list_drills (pack, A_DAY, 0, NULL);
  g_autoptr (GPtrArray) drawn = mdg_session_plan_draw (drills, n, rand);
  MdgSession *session = mdg_session_new ();

  session->day = A_DAY;
  for (guint i = 0; i < drawn->len; i++)
    mdg_session_plan_add (session, pack, g_ptr_array_index (drawn, i));

  return session;
}

static MdgSession *
plan_drill (const char *id)
{
  MdgSession *session = mdg_session_new ();
  const MdgDrill *drill = mdg_drill_find (pack, id);

  assert_non_null (drill);
  session->day = A_DAY;
  mdg_session_plan_add (session, pack, drill);

  return session;
}

static void
count_cb (gpointer unused, guint *count)
{
  *count += 1;
}

static void
test_frames_come_in_order (void **state)
{
  g_autoptr (MdgSession) session = plan_drill ("dot-in-name");
  g_autoptr (MdgPresentation) presentation = mdg_presentation_new (pack, session);
  const MdgFrameKind expected[] = {
    MDG_FRAME_DETAILS, MDG_FRAME_QUESTION, MDG_FRAME_ANSWER, MDG_FRAME_QUESTION,
    MDG_FRAME_ANSWER,  MDG_FRAME_OUTCOME,  MDG_FRAME_WHY,    MDG_FRAME_END,
  };

  assert_int_equal (mdg_presentation_get_n_steps (presentation), 2);
  assert_int_equal (mdg_presentation_get_n_frames (presentation, 0), 7);
  assert_false (mdg_presentation_back (presentation));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      assert_int_equal (mdg_presentation_get_frame_kind (presentation), expected[i]);
      assert_int_equal (mdg_presentation_forward (presentation), i + 1 < G_N_ELEMENTS (expected));
    }
  assert_null (mdg_presentation_get_drill (presentation));
  assert_string_equal (mdg_presentation_get_title (presentation), "");
  assert_int_equal (mdg_presentation_get_n_choices (presentation), 0);
}

/* Every drill, on a day on which it holds, ends on the card that the desk's flow gives. */
static void
test_every_drill_is_shown_to_its_outcome (void **state)
{
  g_autoptr (GPtrArray) drills = mdg_session_plan_list_drills (pack, A_DAY, 0, NULL);

  assert_true (drills->len >= 40);
  for (guint i = 0; i < drills->len; i++)
    {
      const MdgDrill *drill = g_ptr_array_index (drills, i);
      g_autoptr (MdgSession) session = plan_drill (drill->id);
      g_autoptr (MdgPresentation) presentation = mdg_presentation_new (pack, session);
      guint n_answers = 0;

      while (mdg_presentation_get_frame_kind (presentation) != MDG_FRAME_END)
        {
          guint n_right = 0;
          const char *right = NULL;

          for (guint j = 0; j < mdg_presentation_get_n_choices (presentation); j++)
            if (mdg_presentation_is_right (presentation, j))
              {
                n_right++;
                right = mdg_presentation_get_choice (presentation, j)->id;
              }
          if (mdg_presentation_get_frame_kind (presentation) == MDG_FRAME_ANSWER)
            {
              guint step = mdg_presentation_get_step (presentation);

              assert_int_equal (step, n_answers);
              assert_int_equal (n_right, 1);
              assert_string_equal (right, step == 0 ? drill->situation
                                                    : g_ptr_array_index (drill->path, step - 1));
              assert_non_null (mdg_presentation_get_basis (presentation));
              n_answers++;
            }
          assert_string_equal (mdg_presentation_get_outcome (presentation)->id, drill->outcome);
          mdg_presentation_forward (presentation);
        }
      assert_int_equal (n_answers, 1 + drill->path->len);
    }
}

static char *
describe (MdgPresentation *presentation)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (
    text, "%u %u %d “%s” “%s”", mdg_presentation_get_scenario (presentation),
    mdg_presentation_get_frame (presentation), mdg_presentation_get_frame_kind (presentation),
    mdg_presentation_get_title (presentation), mdg_presentation_get_question_text (presentation));
  for (guint i = 0; i < mdg_presentation_get_n_choices (presentation); i++)
    g_string_append_printf (text, " %s=%u", mdg_presentation_get_choice (presentation, i)->id,
                            mdg_presentation_get_votes (presentation, i));

  return g_string_free_and_steal (text);
}

/* Forward and then back is what was there before, at any place and with any votes; and the other
 * way round. */
static void
test_forward_and_back_is_the_identity (void **state)
{
  g_autoptr (GRand) rand = mdg_test_new_rand ();

  for (guint i = 0; i < N_WALKS; i++)
    {
      g_autoptr (MdgSession) session = plan (rand, (guint) g_rand_int_range (rand, 1, 6));
      g_autoptr (MdgPresentation) presentation = mdg_presentation_new (pack, session);

      for (guint j = 0; j < N_MOVES; j++)
        {
          g_autofree char *before = NULL;
          g_autofree char *after = NULL;

          mdg_presentation_vote (presentation, (guint) g_rand_int_range (rand, 0, 9),
                                 g_rand_int_range (rand, -2, 5));
          before = describe (presentation);
          if (mdg_presentation_forward (presentation))
            assert_true (mdg_presentation_back (presentation));
          after = describe (presentation);
          assert_string_equal (after, before);

          if (mdg_presentation_back (presentation))
            assert_true (mdg_presentation_forward (presentation));
          g_free (after);
          after = describe (presentation);
          assert_string_equal (after, before);

          if (g_rand_int_range (rand, 0, 10) < 8)
            mdg_presentation_forward (presentation);
          else
            mdg_presentation_back (presentation);
        }
    }
}

/* All the way to the end and back to the beginning shows the same frames in the opposite order. */
static void
test_all_forward_and_all_back (void **state)
{
  g_autoptr (GRand) rand = mdg_test_new_rand ();
  g_autoptr (MdgSession) session = plan (rand, 12);
  g_autoptr (MdgPresentation) presentation = mdg_presentation_new (pack, session);
  g_autoptr (GPtrArray) seen = g_ptr_array_new_with_free_func (g_free);
  guint n_frames = 1;

  for (guint i = 0; i < 12; i++)
    n_frames += mdg_presentation_get_n_frames (presentation, i);
  do
    g_ptr_array_add (seen, describe (presentation));
  while (mdg_presentation_forward (presentation));
  assert_int_equal (seen->len, n_frames);

  for (guint i = seen->len; i > 0; i--)
    {
      g_autofree char *now = describe (presentation);

      assert_string_equal (now, g_ptr_array_index (seen, i - 1));
      assert_int_equal (mdg_presentation_back (presentation), i > 1);
    }
}

static void
test_votes (void **state)
{
  g_autoptr (MdgSession) session = plan_drill ("dot-in-name");
  g_autoptr (MdgPresentation) presentation = mdg_presentation_new (pack, session);
  guint n_changed = 0;

  g_signal_connect (presentation, "changed", G_CALLBACK (count_cb), &n_changed);

  /* Nothing to vote on yet. */
  assert_false (mdg_presentation_vote (presentation, 0, 1));
  assert_false (mdg_presentation_clear_votes (presentation));
  assert_int_equal (n_changed, 0);

  mdg_presentation_forward (presentation);
  n_changed = 0;
  assert_true (mdg_presentation_vote (presentation, 1, 1));
  assert_true (mdg_presentation_vote (presentation, 1, 1));
  assert_true (mdg_presentation_vote (presentation, 0, 1));
  assert_int_equal (n_changed, 3);
  assert_int_equal (mdg_presentation_get_votes (presentation, 1), 2);
  assert_int_equal (mdg_presentation_count_votes (presentation), 3);
  assert_true (mdg_presentation_take_back (presentation));
  assert_int_equal (mdg_presentation_get_votes (presentation, 0), 0);
  assert_false (mdg_presentation_take_back (presentation));
  assert_false (mdg_presentation_vote (presentation, 0, -1));
  assert_false (mdg_presentation_vote (presentation, 8, 1));
  assert_true (mdg_presentation_vote (presentation, 0, G_MAXINT));
  assert_int_equal (mdg_presentation_get_votes (presentation, 0), MDG_PRESENTATION_MAX_VOTES);
  assert_true (mdg_presentation_vote (presentation, 0, G_MININT));
  assert_int_equal (mdg_presentation_get_votes (presentation, 0), 0);

  /* Whoever has seen the answer votes no more, but may go back to the question. */
  mdg_presentation_forward (presentation);
  assert_false (mdg_presentation_vote (presentation, 0, 1));
  assert_false (mdg_presentation_take_back (presentation));
  assert_false (mdg_presentation_clear_votes (presentation));
  assert_int_equal (mdg_presentation_get_votes (presentation, 1), 2);
  mdg_presentation_back (presentation);
  assert_true (mdg_presentation_clear_votes (presentation));
  assert_int_equal (mdg_presentation_count_votes (presentation), 0);
}

typedef struct
{
  guint n;
  guint scenario;
  guint number;
} Touch;

static void
touch_cb (MdgPresentation *presentation, guint scenario, guint number, Touch *touch)
{
  touch->n++;
  touch->scenario = scenario;
  touch->number = number;
}

static void
test_what_is_to_be_stored (void **state)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  g_autoptr (MdgSession) session = plan (rand, 2);
  g_autoptr (MdgPresentation) presentation = mdg_presentation_new (pack, session);
  g_autoptr (MdgSessionStep) step = NULL;
  Touch touch = { 0 };
  guint n_moved = 0;
  gint64 revealed_at;

  g_signal_connect (presentation, "step-changed", G_CALLBACK (touch_cb), &touch);
  g_signal_connect (presentation, "moved", G_CALLBACK (count_cb), &n_moved);
  mdg_presentation_go_to (presentation, 1, 1);
  assert_int_equal (touch.n, 0);
  assert_int_equal (n_moved, 1);
  mdg_presentation_vote (presentation, 1, 3);
  assert_int_equal (touch.n, 1);
  assert_int_equal (touch.scenario, 1);
  assert_int_equal (touch.number, 0);

  step = mdg_presentation_dup_step (presentation, 1, 0);
  assert_string_equal (step->question, "Which situation is this?");
  assert_int_equal (step->revealed_at, 0);
  assert_int_equal (step->choices->len, mdg_presentation_get_n_choices (presentation));
  assert_int_equal (((MdgSessionChoice *) g_ptr_array_index (step->choices, 1))->votes, 3);
  assert_string_equal (((MdgSessionChoice *) g_ptr_array_index (step->choices, 1))->text,
                       mdg_guide_text_get (mdg_presentation_get_choice (presentation, 1)->text));

  /* The answer is revealed once. */
  mdg_presentation_forward (presentation);
  assert_int_equal (touch.n, 2);
  g_clear_pointer (&step, mdg_session_step_free);
  step = mdg_presentation_dup_step (presentation, 1, 0);
  revealed_at = step->revealed_at;
  assert_true (revealed_at > 0);
  mdg_presentation_back (presentation);
  mdg_presentation_forward (presentation);
  assert_int_equal (touch.n, 2);
}

/* Whatever was voted and wherever it was left: made again from what was stored, it is the same. */
static void
test_continues_where_it_was_left (void **state)
{
  g_autoptr (GRand) rand = mdg_test_new_rand ();

  for (guint i = 0; i < N_WALKS; i++)
    {
      g_autoptr (MdgSession) session = plan (rand, 4);
      g_autoptr (MdgPresentation) presentation = mdg_presentation_new (pack, session);
      g_autoptr (MdgPresentation) again = NULL;
      g_autofree char *left = NULL;
      g_autofree char *found = NULL;

      for (int j = g_rand_int_range (rand, 0, 40); j > 0; j--)
        {
          mdg_presentation_vote (presentation, (guint) g_rand_int_range (rand, 0, 4), 1);
          mdg_presentation_forward (presentation);
        }
      for (guint j = 0; j < session->scenarios->len; j++)
        {
          guint n_steps = (mdg_presentation_get_n_frames (presentation, j) - 3) / 2;

          for (guint k = 0; k < n_steps; k++)
            g_ptr_array_add (session->steps, mdg_presentation_dup_step (presentation, j, k));
        }
      session->scenario = mdg_presentation_get_scenario (presentation);
      session->frame = mdg_presentation_get_frame (presentation);

      again = mdg_presentation_new (pack, session);
      do
        {
          g_clear_pointer (&left, g_free);
          g_clear_pointer (&found, g_free);
          left = describe (presentation);
          found = describe (again);
          assert_string_equal (found, left);
        }
      while (mdg_presentation_back (presentation) && mdg_presentation_back (again));
    }
}

static void
test_blank_keeps_the_place (void **state)
{
  g_autoptr (MdgSession) session = plan_drill ("dot-in-name");
  g_autoptr (MdgPresentation) presentation = mdg_presentation_new (pack, session);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  guint n_moved = 0;

  mdg_presentation_go_to (presentation, 0, 3);
  mdg_presentation_vote (presentation, 0, 2);
  before = describe (presentation);
  g_signal_connect (presentation, "moved", G_CALLBACK (count_cb), &n_moved);

  mdg_presentation_set_blank (presentation, MDG_BLANK_BLACK);
  assert_int_equal (mdg_presentation_get_blank (presentation), MDG_BLANK_BLACK);
  assert_false (mdg_presentation_vote (presentation, 0, 1));
  assert_false (mdg_presentation_forward (presentation));
  assert_int_equal (mdg_presentation_get_blank (presentation), MDG_BLANK_NONE);
  mdg_presentation_set_blank (presentation, MDG_BLANK_WHITE);
  assert_false (mdg_presentation_back (presentation));
  assert_int_equal (mdg_presentation_get_blank (presentation), MDG_BLANK_NONE);
  assert_int_equal (n_moved, 0);
  after = describe (presentation);
  assert_string_equal (after, before);
}

/* A drill that is gone, or does not hold on the day, does not stop the others. */
static void
test_missing_scenarios (void **state)
{
  g_autoptr (MdgSession) session = plan_drill ("dot-in-name");
  g_autoptr (MdgPresentation) presentation = NULL;

  mdg_session_add_scenario (session, "no-such-drill", "Somebody", "Something");
  session->scenario = 1;
  session->frame = 99;
  presentation = mdg_presentation_new (pack, session);
  assert_int_equal (mdg_presentation_get_scenario (presentation), 1);
  assert_int_equal (mdg_presentation_get_frame (presentation), 0);
  assert_int_equal (mdg_presentation_get_frame_kind (presentation), MDG_FRAME_MISSING);
  assert_string_equal (mdg_presentation_get_title (presentation), "Somebody");
  assert_null (mdg_presentation_get_outcome (presentation));
  assert_false (mdg_presentation_vote (presentation, 0, 1));
  assert_true (mdg_presentation_back (presentation));
  assert_int_equal (mdg_presentation_get_frame_kind (presentation), MDG_FRAME_WHY);
  mdg_presentation_forward (presentation);
  mdg_presentation_forward (presentation);
  assert_int_equal (mdg_presentation_get_frame_kind (presentation), MDG_FRAME_END);
  assert_false (mdg_presentation_forward (presentation));
}

static void
test_places_out_of_range (void **state)
{
  g_autoptr (MdgSession) empty = mdg_session_new ();
  g_autoptr (MdgSession) session = plan_drill ("dot-in-name");
  g_autoptr (MdgPresentation) nothing = mdg_presentation_new (pack, empty);
  g_autoptr (MdgPresentation) presentation = NULL;

  assert_int_equal (mdg_presentation_get_frame_kind (nothing), MDG_FRAME_END);
  assert_false (mdg_presentation_forward (nothing));
  assert_false (mdg_presentation_back (nothing));

  session->scenario = G_MAXUINT32;
  session->frame = G_MAXUINT32;
  presentation = mdg_presentation_new (pack, session);
  assert_int_equal (mdg_presentation_get_frame_kind (presentation), MDG_FRAME_END);
  mdg_presentation_go_to (presentation, 0, G_MAXUINT);
  assert_int_equal (mdg_presentation_get_frame_kind (presentation), MDG_FRAME_WHY);
}

static void
test_group_result (void **state)
{
  g_autoptr (MdgSession) session = plan_drill ("dot-in-name");
  g_autoptr (MdgPresentation) presentation = mdg_presentation_new (pack, session);
  guint n_right;
  guint n_asked;

  for (guint step = 0; step < 2; step++)
    {
      mdg_presentation_go_to (presentation, 0, 1 + 2 * step);
      for (guint i = 0; i < mdg_presentation_get_n_choices (presentation); i++)
        if (mdg_presentation_is_right (presentation, i) == (step == 0))
          mdg_presentation_vote (presentation, i, 2);
      mdg_presentation_count_verdicts (presentation, &n_right, &n_asked);
      assert_int_equal (n_asked, step);
      mdg_presentation_forward (presentation);
    }
  mdg_presentation_count_verdicts (presentation, &n_right, &n_asked);
  assert_int_equal (n_asked, 2);
  assert_int_equal (n_right, 1);
}

static void
test_plan_lists_what_holds (void **state)
{
  GPtrArray *all = mdg_guide_pack_get_drills (pack);
  g_autoptr (GPtrArray) today = mdg_session_plan_list_drills (pack, A_DAY, 0, NULL);
  g_autoptr (GPtrArray) never =
    mdg_session_plan_list_drills (pack, mdg_day_new (1990, 1, 1), 0, NULL);
  guint n_levels = 0;

  assert_true (today->len > 0 && today->len <= all->len);
  for (guint i = 0; i < today->len; i++)
    assert_true (mdg_drill_holds_on (g_ptr_array_index (today, i), pack, A_DAY));
  assert_true (never->len < today->len);
  for (guint level = 1; level <= MDG_N_DRILL_LEVELS; level++)
    {
      g_autoptr (GPtrArray) drills = mdg_session_plan_list_drills (pack, A_DAY, level, NULL);

      for (guint i = 0; i < drills->len; i++)
        assert_int_equal (((MdgDrill *) g_ptr_array_index (drills, i))->level, level);
      n_levels += drills->len;
    }
  assert_int_equal (n_levels, today->len);
}

static void
test_plan_draws_every_case_first (void **state)
{
  g_autoptr (GRand) rand = mdg_test_new_rand ();
  g_autoptr (GPtrArray) drills = mdg_session_plan_list_drills (pack, A_DAY, 0, NULL);
  g_autoptr (GHashTable) situations = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) drawn_situations = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) drawn = NULL;
  g_autoptr (GPtrArray) all = mdg_session_plan_draw (drills, G_MAXUINT, rand);

  for (guint i = 0; i < drills->len; i++)
    {
      MdgDrill *drill = g_ptr_array_index (drills, i);

      g_hash_table_add (situations, (gpointer) drill->situation);
      assert_true (g_ptr_array_find (all, drill, NULL));
    }
  assert_int_equal (all->len, drills->len);

  drawn = mdg_session_plan_draw (drills, g_hash_table_size (situations), rand);
  for (guint i = 0; i < drawn->len; i++)
    assert_true (g_hash_table_add (
      drawn_situations, (gpointer) ((MdgDrill *) g_ptr_array_index (drawn, i))->situation));
}

static void
test_plan_pins_its_texts (void **state)
{
  g_autoptr (MdgSession) session = plan_drill ("dot-in-name");
  const MdgSessionScenario *scenario = g_ptr_array_index (session->scenarios, 0);
  const MdgDrill *drill = mdg_drill_find (pack, "dot-in-name");

  assert_string_equal (scenario->drill_id, "dot-in-name");
  mdg_test_assert_contains (scenario->title, mdg_guide_text_get (&drill->age));
  mdg_test_assert_contains (scenario->title, mdg_guide_text_get (&drill->shows));
  assert_string_equal (
    scenario->situation,
    mdg_guide_text_get (&mdg_guide_pack_find_situation (pack, drill->situation)->title));
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_frames_come_in_order),
    cmocka_unit_test (test_every_drill_is_shown_to_its_outcome),
    cmocka_unit_test (test_forward_and_back_is_the_identity),
    cmocka_unit_test (test_all_forward_and_all_back),
    cmocka_unit_test (test_votes),
    cmocka_unit_test (test_what_is_to_be_stored),
    cmocka_unit_test (test_continues_where_it_was_left),
    cmocka_unit_test (test_blank_keeps_the_place),
    cmocka_unit_test (test_missing_scenarios),
    cmocka_unit_test (test_places_out_of_range),
    cmocka_unit_test (test_group_result),
    cmocka_unit_test (test_plan_lists_what_holds),
    cmocka_unit_test (test_plan_draws_every_case_first),
    cmocka_unit_test (test_plan_pins_its_texts),
  };

  return mdg_test_run_full (tests, load, unload);
}
