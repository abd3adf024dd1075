/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "guide-fixture.h"

#include "guide/mdg-drill-pick.h"
#include "guide/mdg-training-words.h"

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
#define A_TIME \
  ((gint64) 1795300000) /* 2026-11-22 somewhere in the day of every time zone but few */
#define DAY_SECONDS ((gint64) 86400)

/* The laws of the boxes, for any sequence of answers. */
static void
test_boxes (void **state)
{
  g_autoptr (GRand) rand = mdg_test_new_rand ();

  for (guint i = 0; i < 1000; i++)
    {
      guint box = MDG_LEITNER_NEW;
      guint n_right_in_a_row = 0;
      gboolean was_wrong = FALSE;

      for (guint j = 0; j < 30; j++)
        {
          gboolean is_right = g_rand_int_range (rand, 0, 4) > 0;
          guint next = mdg_leitner_move (box, is_right);

          mdg_test_assert_in_range (next, MDG_LEITNER_FIRST, MDG_LEITNER_LAST);
          if (!is_right)
            assert_int_equal (next, MDG_LEITNER_FIRST);
          else if (box != MDG_LEITNER_NEW)
            assert_int_equal (next, MIN (box + 1, MDG_LEITNER_LAST));
          n_right_in_a_row = is_right ? n_right_in_a_row + 1 : 0;
          was_wrong = was_wrong || !is_right;
          assert_int_equal (next, MIN (1 + n_right_in_a_row, MDG_LEITNER_LAST));
          box = next;
        }
    }

  /* Each box is asked less often than the one before; what was wrong is due at once. */
  assert_int_equal (mdg_leitner_get_interval (MDG_LEITNER_FIRST), 0);
  for (guint box = MDG_LEITNER_FIRST; box < MDG_LEITNER_LAST; box++)
    assert_true (mdg_leitner_get_interval (box) < mdg_leitner_get_interval (box + 1));
}

static void
test_due (void **state)
{
  static const guint days[] = { 0, 0, 1, 3, 7, 14 };
  MdgDay last = A_DAY;

  for (guint box = MDG_LEITNER_FIRST; box <= MDG_LEITNER_LAST; box++)
    for (guint since = 0; since <= 20; since++)
      assert_int_equal (mdg_leitner_is_due (box, last, last + since), since >= days[box]);

  assert_false (mdg_leitner_is_due (MDG_LEITNER_NEW, MDG_DAY_NONE, last));
  assert_false (mdg_leitner_is_due (MDG_LEITNER_FIRST, last, last - 1));
}

static const MdgDrill *
get_drill (guint index)
{
  return g_ptr_array_index (mdg_guide_pack_get_drills (pack), index);
}

static MdgRound *
add_round (GPtrArray *rounds)
{
  MdgRound *round = mdg_round_new ();

  round->situation = g_strdup ("");
  round->plan = g_strdup ("");
  g_ptr_array_add (rounds, round);

  return round;
}

static void
add_attempt (MdgRound *round,
             const MdgDrill *drill,
             gboolean is_right,
             gboolean is_finished,
             gint64 at)
{
  MdgAttempt *attempt = mdg_attempt_new (drill->id, drill->situation, drill->level);

  attempt->number = round->attempts->len;
  attempt->is_right = is_right;
  attempt->is_finished = is_finished;
  attempt->at = at;
  g_ptr_array_add (round->attempts, attempt);
}

static GPtrArray *
new_rounds (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) mdg_round_free);
}

static MdgTrainingSummary *
sum_up (GPtrArray *rounds, gint64 now)
{
  return mdg_training_summary_new (pack, rounds, A_DAY, mdg_training_day_from_time (now));
}

static const MdgDrillProgress *
get_progress (const MdgTrainingSummary *summary, const char *id)
{
  for (guint i = 0; i < summary->drills->len; i++)
    {
      const MdgDrillProgress *progress = g_ptr_array_index (summary->drills, i);

      if (g_str_equal (progress->drill->id, id))
        return progress;
    }
  fail_msg ("no drill “%s”", id);
  return NULL;
}

static void
test_nothing_done_yet (void **state)
{
  g_autoptr (MdgTrainingSummary) summary = sum_up (NULL, A_TIME);
  g_autoptr (GPtrArray) situations = mdg_guide_pack_list_situations (pack, A_DAY);

  assert_int_equal (summary->n_attempts, 0);
  assert_int_equal (summary->last_at, 0);
  assert_int_equal (summary->n_due, 0);
  assert_int_equal (summary->n_weak, 0);
  assert_int_equal (summary->cases->len, situations->len);
  assert_int_equal (summary->n_by_box[MDG_LEITNER_NEW], summary->drills->len);
}

/* Against a plain count of the same attempts. */
static void
test_sums (void **state)
{
  g_autoptr (GRand) rand = mdg_test_new_rand ();
  guint n_drills = mdg_guide_pack_get_drills (pack)->len;

  for (guint i = 0; i < 60; i++)
    {
      g_autoptr (GPtrArray) rounds = new_rounds ();
      g_autoptr (MdgTrainingSummary) summary = NULL;
      g_autofree guint *boxes = g_new0 (guint, n_drills);
      gint64 at = A_TIME;
      gint64 last = 0;
      guint n = 0;
      guint n_right = 0;
      guint n_in_cases = 0;
      guint n_in_boxes = 0;

      for (guint j = 0; j < 6; j++)
        {
          MdgRound *round = add_round (rounds);

          for (guint k = 0; k < 20; k++)
            {
              guint index = (guint) g_rand_int_range (rand, 0, (gint32) n_drills);
              gboolean is_right = g_rand_boolean (rand);
              gboolean is_finished = g_rand_int_range (rand, 0, 5) > 0;

              add_attempt (round, get_drill (index), is_right, is_finished, at);
              if (is_finished || !is_right)
                {
                  n++;
                  n_right += is_right;
                  boxes[index] = is_right ? MIN (MAX (boxes[index], 1) + 1, 5) : 1;
                  last = at;
                }
              at += g_rand_int_range (rand, 1, 20000);
            }
        }

      summary = sum_up (rounds, at);
      assert_int_equal (summary->n_attempts, n);
      assert_int_equal (summary->n_right, n_right);
      assert_int_equal (summary->last_at, last);
      for (guint j = 0; j < n_drills; j++)
        if (mdg_drill_holds_on (get_drill (j), pack, A_DAY))
          assert_int_equal (get_progress (summary, get_drill (j)->id)->box, boxes[j]);
      for (guint j = 0; j < summary->cases->len; j++)
        {
          const MdgCaseScore *score = g_ptr_array_index (summary->cases, j);

          n_in_cases += score->n_attempts;
          assert_true (score->n_right <= score->n_attempts);
        }
      assert_int_equal (n_in_cases, n);
      for (guint j = 0; j <= MDG_LEITNER_LAST; j++)
        n_in_boxes += summary->n_by_box[j];
      assert_int_equal (n_in_boxes, summary->drills->len);
    }
}

/* A round that was left is gone on with after another: the times decide. */
static void
test_order_is_that_of_the_times (void **state)
{
  g_autoptr (GPtrArray) rounds = new_rounds ();
  const MdgDrill *drill = get_drill (0);
  g_autoptr (MdgTrainingSummary) summary = NULL;

  add_attempt (add_round (rounds), drill, FALSE, TRUE, A_TIME + 100);
  add_attempt (add_round (rounds), drill, TRUE, TRUE, A_TIME);
  summary = sum_up (rounds, A_TIME + 200);
  assert_int_equal (get_progress (summary, drill->id)->box, MDG_LEITNER_FIRST);
}

static void
test_weak_cases (void **state)
{
  const MdgDrill *drill = get_drill (0);

  for (guint n_wrong = 0; n_wrong <= 3; n_wrong++)
    for (guint n_right = 0; n_right <= 6; n_right++)
      {
        g_autoptr (GPtrArray) rounds = new_rounds ();
        MdgRound *round = add_round (rounds);
        g_autoptr (MdgTrainingSummary) summary = NULL;
        const MdgCaseScore *score;
        guint n_late_wrong = n_wrong;

        for (guint i = 0; i < n_wrong; i++)
          add_attempt (round, drill, FALSE, TRUE, A_TIME + i);
        for (guint i = 0; i < n_right; i++)
          add_attempt (round, drill, TRUE, TRUE, A_TIME + 10 + i);
        summary = sum_up (rounds, A_TIME + 100);
        score = mdg_training_summary_find_case (summary, drill->situation);
        while (n_late_wrong > 0 && n_late_wrong + n_right > MDG_WEAK_ATTEMPTS)
          n_late_wrong--;
        assert_int_equal (score->is_weak,
                          n_late_wrong * 100 > MIN (n_right + n_late_wrong, MDG_WEAK_ATTEMPTS) *
                                                 (100 - MDG_WEAK_PERCENT));
        assert_int_equal (summary->n_weak, score->is_weak);
      }
}

static void
check_different (GPtrArray *drills)
{
  for (guint i = 0; i < drills->len; i++)
    for (guint j = 0; j < i; j++)
      assert_ptr_not_equal (g_ptr_array_index (drills, i), g_ptr_array_index (drills, j));
}

static gboolean
has (GPtrArray *drills, const MdgDrill *drill)
{
  return g_ptr_array_find (drills, drill, NULL);
}

static void
test_quiz (void **state)
{
  g_autoptr (GRand) rand = mdg_test_new_rand ();
  g_autoptr (MdgTrainingSummary) summary = sum_up (NULL, A_TIME);

  for (guint i = 0; i < 200; i++)
    for (guint level = 0; level <= MDG_N_DRILL_LEVELS; level++)
      {
        g_autoptr (GPtrArray) drills = mdg_drill_pick_quiz (summary, level, rand);

        assert_int_equal (drills->len, MIN (MDG_QUIZ_SIZE, mdg_drill_count_level (summary, level)));
        check_different (drills);
        for (guint j = 0; j < drills->len; j++)
          {
            const MdgDrill *drill = g_ptr_array_index (drills, j);

            assert_true (level == 0 || drill->level == level);
            assert_true (mdg_drill_holds_on (drill, pack, A_DAY));
          }

        /* Somebody new meets ten cases, not the same one ten times. */
        for (guint j = 0; level == 0 && j < drills->len; j++)
          for (guint k = 0; k < j; k++)
            assert_string_not_equal (((const MdgDrill *) g_ptr_array_index (drills, j))->situation,
                                     ((const MdgDrill *) g_ptr_array_index (drills, k))->situation);
      }
}

/* What was wrong is in the next quiz, what was right today is not, as long as there is other. */
static void
test_quiz_asks_what_is_due (void **state)
{
  g_autoptr (GRand) rand = mdg_test_new_rand ();

  for (guint i = 0; i < 100; i++)
    {
      g_autoptr (GPtrArray) rounds = new_rounds ();
      MdgRound *round = add_round (rounds);
      g_autoptr (MdgTrainingSummary) first = sum_up (NULL, A_TIME);
      g_autoptr (GPtrArray) asked = mdg_drill_pick_quiz (first, 0, rand);
      g_autoptr (MdgTrainingSummary) today = NULL;
      g_autoptr (MdgTrainingSummary) tomorrow = NULL;
      g_autoptr (GPtrArray) again = NULL;
      g_autoptr (GPtrArray) next = NULL;

      for (guint j = 0; j < asked->len; j++)
        add_attempt (round, g_ptr_array_index (asked, j), j % 2 == 0, TRUE, A_TIME + j);

      today = sum_up (rounds, A_TIME + 100);
      assert_int_equal (today->n_due, asked->len / 2);
      again = mdg_drill_pick_quiz (today, 0, rand);
      for (guint j = 0; j < asked->len; j++)
        assert_int_equal (has (again, g_ptr_array_index (asked, j)), j % 2 == 1);

      tomorrow = sum_up (rounds, A_TIME + DAY_SECONDS + 100);
      assert_int_equal (tomorrow->n_due, asked->len);
      next = mdg_drill_pick_quiz (tomorrow, 0, rand);
      for (guint j = 0; j < asked->len; j++)
        assert_true (has (next, g_ptr_array_index (asked, j)));
    }
}

static void
test_exam_covers_all_cases (void **state)
{
  g_autoptr (GRand) rand = mdg_test_new_rand ();

  for (guint i = 0; i < 400; i++)
    {
      MdgDay day =
        mdg_guide_pack_get_covers_from (pack) + (MdgDay) g_rand_int_range (rand, 0, 1200);
      g_autoptr (MdgTrainingSummary) summary = mdg_training_summary_new (pack, NULL, day, day);
      g_autoptr (GPtrArray) drills = mdg_drill_pick_exam (summary, rand);
      g_autoptr (GPtrArray) situations = mdg_guide_pack_list_situations (pack, day);

      check_different (drills);
      assert_int_equal (drills->len, summary->cases->len);
      for (guint j = 0; j < situations->len; j++)
        {
          const MdgSituation *situation = g_ptr_array_index (situations, j);
          guint n = 0;

          for (guint k = 0; k < drills->len; k++)
            n += g_str_equal (((const MdgDrill *) g_ptr_array_index (drills, k))->situation,
                              situation->id);
          assert_int_equal (n, mdg_training_summary_find_case (summary, situation->id) != NULL);
        }
    }
}

static void
test_single_case (void **state)
{
  g_autoptr (GRand) rand = mdg_test_new_rand ();
  g_autoptr (MdgTrainingSummary) summary = sum_up (NULL, A_TIME);

  for (guint i = 0; i < summary->cases->len; i++)
    {
      const MdgCaseScore *score = g_ptr_array_index (summary->cases, i);
      g_autoptr (GPtrArray) drills = mdg_drill_pick_case (summary, score->situation->id, rand);

      check_different (drills);
      assert_int_equal (drills->len, score->n_drills);
      for (guint j = 0; j < drills->len; j++)
        assert_string_equal (((const MdgDrill *) g_ptr_array_index (drills, j))->situation,
                             score->situation->id);
    }
}

/* Which situation it is follows from what is known about the patient, in any drill; each later step
 * has a reason of its own. */
static void
test_every_step_has_a_reason (void **state)
{
  GPtrArray *drills = mdg_guide_pack_get_drills (pack);

  for (guint i = 0; i < drills->len; i++)
    {
      const MdgDrill *drill = g_ptr_array_index (drills, i);
      g_autoptr (MdgDrillPlay) play = mdg_drill_play_new (pack, drill, A_DAY, i);

      if (play == NULL)
        continue;
      for (guint step = 0; step < mdg_drill_play_get_n_steps (play); step++)
        {
          const char *right =
            step == 0 ? drill->situation : g_ptr_array_index (drill->path, step - 1);
          const MdgDrillAnswer *answer = mdg_drill_play_answer (play, right);
          g_autofree char *patient = mdg_training_describe_drill (drill);
          g_autofree char *reason = mdg_training_explain_answer (drill, answer);

          assert_true (*reason != '\0');
          if (step > 0)
            {
              assert_null (strstr (reason, patient));
              continue;
            }
          assert_non_null (strstr (reason, patient));
          assert_non_null (strstr (reason, mdg_guide_text_get (answer->right.text)));
          assert_null (strstr (reason, mdg_guide_text_get (answer->right.detail)));
        }
    }
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_boxes),
    cmocka_unit_test (test_due),
    cmocka_unit_test (test_nothing_done_yet),
    cmocka_unit_test (test_sums),
    cmocka_unit_test (test_order_is_that_of_the_times),
    cmocka_unit_test (test_weak_cases),
    cmocka_unit_test (test_quiz),
    cmocka_unit_test (test_quiz_asks_what_is_due),
    cmocka_unit_test (test_exam_covers_all_cases),
    cmocka_unit_test (test_single_case),
    cmocka_unit_test (test_every_step_has_a_reason),
  };

  return mdg_test_run_full (tests, load, unload);
}
