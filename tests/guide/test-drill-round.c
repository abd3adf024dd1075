/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "guide-fixture.h"

#include "guide/mdg-drill-round.h"

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

static GPtrArray *
pick (GRand *rand, guint n)
{
  GPtrArray *all = mdg_guide_pack_get_drills (pack);
  GPtrArray *drills = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    if (mdg_drill_holds_on (g_ptr_array_index (all, i), pack, A_DAY))
      g_ptr_array_add (drills, g_ptr_array_index (all, i));
  mdg_drill_shuffle (drills, rand);
  g_ptr_array_set_size (drills, (gint) MIN (n, drills->len));

  return drills;
}

static MdgRound *
new_record (const MdgDrillRound *round)
{
  MdgRound *record = mdg_round_new ();

  record->mode = mdg_drill_round_get_mode (round);
  record->situation = g_strdup ("");
  record->pack_id = g_strdup (mdg_guide_pack_get_id (pack));
  record->pack_version = g_strdup (mdg_guide_pack_get_version (pack));
  record->day = A_DAY;
  record->plan = mdg_drill_round_dup_plan (round);

  return record;
}

static void
note (MdgRound *record, guint number, const MdgDrill *drill, gboolean is_right)
{
  MdgAttempt *attempt = mdg_attempt_new (drill->id, drill->situation, drill->level);

  attempt->number = number;
  attempt->is_right = is_right;
  attempt->is_finished = TRUE;
  g_ptr_array_add (record->attempts, attempt);
}

/* Generated: whoever answers as they like. What was wrong comes back after three others, or as
 * late as it can; what was right does not; the score is that of the first time. */
static void
test_wrong_ones_return (void **state)
{
  g_autoptr (GRand) rand = mdg_test_new_rand ();

  for (guint i = 0; i < 500; i++)
    {
      g_autoptr (GPtrArray) drills = pick (rand, (guint) g_rand_int_range (rand, 1, 13));
      g_autoptr (MdgDrillRound) round = mdg_drill_round_new (MDG_ROUND_QUIZ, drills);
      g_autoptr (MdgRound) record = new_record (round);
      g_autoptr (GHashTable) first = g_hash_table_new (NULL, NULL);
      g_autoptr (GHashTable) wrong_at = g_hash_table_new (NULL, NULL);
      g_autoptr (GPtrArray) wrong = NULL;
      guint n_right = 0;
      guint n = 0;

      while (mdg_drill_round_get_current (round) != NULL)
        {
          gpointer drill = (gpointer) mdg_drill_round_get_current (round);
          gboolean is_right = n > 200 || g_rand_int_range (rand, 0, 3) > 0;
          guint n_left = mdg_drill_round_get_n_left (round);
          gboolean is_return = g_hash_table_contains (first, drill);
          g_autoptr (MdgDrillRound) again = mdg_drill_round_new_from_record (pack, record);

          /* Left and gone on with, it stands at the same drill. */
          assert_non_null (again);
          assert_ptr_equal (mdg_drill_round_get_current (again), drill);
          assert_int_equal (mdg_drill_round_get_n_right (again), n_right);

          assert_int_equal (mdg_drill_round_is_return (round), is_return);
          if (is_return)
            {
              guint since = GPOINTER_TO_UINT (g_hash_table_lookup (wrong_at, drill));

              /* Nothing that was right is asked again. */
              assert_true (since > 0);
              mdg_test_assert_in_range (n - since, 0, MDG_RETURN_AFTER);
              g_hash_table_remove (wrong_at, drill);
            }
          else
            {
              g_hash_table_insert (first, drill, GUINT_TO_POINTER (1 + is_right));
              n_right += is_right;
            }

          mdg_drill_round_record (round, is_right);
          note (record, n, drill, is_right);
          n++;
          if (!is_right)
            g_hash_table_insert (wrong_at, drill, GUINT_TO_POINTER (n));
          assert_int_equal (mdg_drill_round_get_n_left (round), n_left - is_right);
          if (!is_right && n_left > 1)
            assert_ptr_not_equal (mdg_drill_round_get_current (round), drill);
        }

      assert_int_equal (g_hash_table_size (wrong_at), 0);
      assert_int_equal (g_hash_table_size (first), drills->len);
      assert_int_equal (mdg_drill_round_get_n_right (round), n_right);
      assert_int_equal (mdg_drill_round_get_n_asked (round), drills->len);
      wrong = mdg_drill_round_list_wrong (round);
      assert_int_equal (wrong->len, drills->len - n_right);
      for (guint j = 0; j < wrong->len; j++)
        assert_int_equal (
          GPOINTER_TO_UINT (g_hash_table_lookup (first, g_ptr_array_index (wrong, j))), 1);
    }
}

/* Where there are enough others, also when several are wrong in a row. */
static void
test_three_others_come_between (void **state)
{
  g_autoptr (GRand) rand = mdg_test_new_rand ();

  for (guint n_wrong = 1; n_wrong <= 4; n_wrong++)
    {
      g_autoptr (GPtrArray) drills = pick (rand, 10);
      g_autoptr (MdgDrillRound) round = mdg_drill_round_new (MDG_ROUND_CASE, drills);
      const MdgDrill *played[20];
      guint n = 0;

      while (mdg_drill_round_get_current (round) != NULL)
        {
          played[n] = mdg_drill_round_get_current (round);
          mdg_drill_round_record (round, n >= n_wrong);
          n++;
        }
      assert_int_equal (n, 10 + n_wrong);
      for (guint i = 0; i < n_wrong; i++)
        assert_ptr_equal (played[i], played[i + MDG_RETURN_AFTER + 1]);
    }
}

/* For every score: passed at the mark, not below it, and not before the end. */
static void
test_exam_pass_mark (void **state)
{
  g_autoptr (GRand) rand = mdg_test_new_rand ();

  for (guint n = 1; n <= 25; n++)
    for (guint n_right = 0; n_right <= n; n_right++)
      {
        g_autoptr (GPtrArray) drills = pick (rand, n);
        g_autoptr (MdgDrillRound) exam = mdg_drill_round_new (MDG_ROUND_EXAM, drills);
        g_autoptr (MdgDrillRound) quiz = mdg_drill_round_new (MDG_ROUND_QUIZ, drills);

        for (guint i = 0; i < n; i++)
          {
            assert_false (mdg_drill_round_is_passed (exam));
            mdg_drill_round_record (exam, i < n_right);
            mdg_drill_round_record (quiz, TRUE);
          }
        assert_null (mdg_drill_round_get_current (exam));
        assert_int_equal (mdg_drill_round_get_number (exam), n);
        assert_int_equal (mdg_drill_round_is_passed (exam), 5 * n_right >= 4 * n);
        assert_false (mdg_drill_round_is_passed (quiz));
      }
}

static void
test_record_of_another_pack_is_refused (void **state)
{
  g_autoptr (GRand) rand = mdg_test_new_rand ();
  g_autoptr (GPtrArray) drills = pick (rand, 5);
  g_autoptr (MdgDrillRound) round = mdg_drill_round_new (MDG_ROUND_QUIZ, drills);

  for (guint i = 0; i < 5; i++)
    {
      g_autoptr (MdgRound) record = new_record (round);
      g_autoptr (MdgDrillRound) again = NULL;

      if (i == 0)
        g_set_str (&record->pack_version, "0.0");
      else if (i == 1)
        g_set_str (&record->pack_id, "another");
      else if (i == 2)
        g_set_str (&record->plan, "no-such-drill");
      else if (i == 3)
        record->day = mdg_day_new (2020, 1, 1);
      else
        note (record, 0, g_ptr_array_index (drills, 1), TRUE);
      again = mdg_drill_round_new_from_record (pack, record);
      assert_null (again);
    }
}

/* The same place of the same round offers the same; when the drill returns, the order is another. */
static void
test_plays_of_a_round (void **state)
{
  g_autoptr (GRand) rand = mdg_test_new_rand ();
  guint n_other = 0;

  for (gint64 id = 1; id <= 30; id++)
    {
      g_autoptr (GPtrArray) drills = pick (rand, 1);
      g_autoptr (MdgDrillRound) round = mdg_drill_round_new (MDG_ROUND_QUIZ, drills);
      g_autoptr (MdgDrillPlay) one = mdg_drill_round_play (round, pack, A_DAY, id);
      g_autoptr (MdgDrillPlay) same = mdg_drill_round_play (round, pack, A_DAY, id);
      g_autoptr (MdgDrillPlay) later = NULL;
      g_autoptr (GArray) options = mdg_drill_play_list_options (one);
      g_autoptr (GArray) options_same = mdg_drill_play_list_options (same);
      g_autoptr (GArray) options_later = NULL;
      gboolean is_other = FALSE;

      mdg_drill_round_record (round, FALSE);
      later = mdg_drill_round_play (round, pack, A_DAY, id);
      options_later = mdg_drill_play_list_options (later);
      for (guint i = 0; i < options->len; i++)
        {
          const char *name = g_array_index (options, MdgDrillOption, i).id;

          assert_string_equal (name, g_array_index (options_same, MdgDrillOption, i).id);
          is_other |= !g_str_equal (name, g_array_index (options_later, MdgDrillOption, i).id);
        }
      n_other += is_other;
    }
  assert_true (n_other > 20);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_wrong_ones_return),
    cmocka_unit_test (test_three_others_come_between),
    cmocka_unit_test (test_exam_pass_mark),
    cmocka_unit_test (test_record_of_another_pack_is_refused),
    cmocka_unit_test (test_plays_of_a_round),
  };

  return mdg_test_run_full (tests, load, unload);
}
