/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "util/mdg-test.h"

#include <string.h>

#include "core/mdg-core-fixture.h"
#include "core/mdg-database-fixture.h"
#include "core/mdg-kill-fixture.h"
#include "core/mdg-session.h"
#include "core/mdg-training.h"

static gint64
add (DatabaseFixture *fixture, const char *name)
{
  g_autoptr (GError) error = NULL;
  gint64 id = mdg_database_add_trainee (fixture->database, name, &error);

  mdg_test_assert_no_error (error);
  assert_true (id > 0);

  return id;
}

static gint64
begin (DatabaseFixture *fixture, gint64 trainee, MdgRoundMode mode)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MdgRound) round = mdg_round_new ();
  gint64 id;

  round->trainee_id = trainee;
  round->mode = mode;
  round->level = 2;
  round->situation = g_strdup ("outage");
  round->pack_id = g_strdup ("madoguchi");
  round->pack_version = g_strdup ("1.0");
  round->day = mdg_day_new (2026, 11, 22);
  round->plan = g_strdup ("one two three");
  id = mdg_database_begin_round (fixture->database, round, &error);
  mdg_test_assert_no_error (error);
  assert_true (id > 0);

  return id;
}

static void
answer (DatabaseFixture *fixture,
        gint64 round,
        guint number,
        const char *choices,
        gboolean is_right,
        gboolean is_finished)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MdgAttempt) attempt = mdg_attempt_new ("one", "outage", 2);

  attempt->number = number;
  g_set_str (&attempt->choices, choices);
  attempt->is_right = is_right;
  attempt->is_finished = is_finished;
  mdg_database_write_attempt (fixture->database, round, attempt, &error);
  mdg_test_assert_no_error (error);
}

static GPtrArray *
list_rounds (DatabaseFixture *fixture, gint64 trainee)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *rounds = mdg_database_list_rounds (fixture->database, trainee, &error);

  mdg_test_assert_no_error (error);

  return rounds;
}

static GPtrArray *
list_trainees (DatabaseFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *trainees = mdg_database_list_trainees (fixture->database, &error);

  mdg_test_assert_no_error (error);

  return trainees;
}

static void
test_round_is_there_after_a_restart (void **state)
{
  DatabaseFixture *fixture = *state;
  gint64 trainee = add (fixture, "田中");
  gint64 first = begin (fixture, trainee, MDG_ROUND_CASE);
  gint64 second = begin (fixture, trainee, MDG_ROUND_EXAM);
  g_autoptr (GPtrArray) rounds = NULL;
  g_autoptr (GError) error = NULL;
  const MdgRound *round;
  const MdgAttempt *attempt;

  answer (fixture, first, 0, "outage", TRUE, FALSE);
  answer (fixture, first, 0, "outage !again", FALSE, FALSE);
  answer (fixture, first, 0, "outage !again proof", FALSE, TRUE);
  answer (fixture, first, 1, "outage", TRUE, FALSE);
  assert_true (mdg_database_finish_round (fixture->database, second, 22, 18, TRUE, &error));

  fixture_reopen_database (fixture);
  rounds = list_rounds (fixture, trainee);
  assert_int_equal (rounds->len, 2);
  round = g_ptr_array_index (rounds, 0);
  assert_int_equal (round->id, first);
  assert_int_equal (round->trainee_id, trainee);
  assert_int_equal (round->mode, MDG_ROUND_CASE);
  assert_int_equal (round->level, 2);
  assert_string_equal (round->situation, "outage");
  assert_string_equal (round->pack_id, "madoguchi");
  assert_string_equal (round->pack_version, "1.0");
  assert_int_equal (round->day, mdg_day_new (2026, 11, 22));
  assert_string_equal (round->plan, "one two three");
  assert_true (round->started_at > 0);
  assert_int_equal (round->finished_at, 0);
  assert_int_equal (round->attempts->len, 2);

  attempt = mdg_round_find_attempt (round, 0);
  assert_string_equal (attempt->drill_id, "one");
  assert_string_equal (attempt->situation, "outage");
  assert_int_equal (attempt->level, 2);
  assert_string_equal (attempt->choices, "outage !again proof");
  assert_false (attempt->is_right);
  assert_true (attempt->is_finished);
  assert_true (attempt->at >= round->started_at);
  assert_true (mdg_attempt_is_decided (attempt));
  assert_false (mdg_attempt_is_decided (mdg_round_find_attempt (round, 1)));
  assert_null (mdg_round_find_attempt (round, 2));

  round = g_ptr_array_index (rounds, 1);
  assert_true (round->finished_at >= round->started_at);
  assert_int_equal (round->n_drills, 22);
  assert_int_equal (round->n_right, 18);
  assert_true (round->is_passed);
}

static void
test_finished_round_is_read_only (void **state)
{
  DatabaseFixture *fixture = *state;
  gint64 round = begin (fixture, add (fixture, "KT"), MDG_ROUND_EXAM);
  g_autoptr (MdgAttempt) attempt = mdg_attempt_new ("one", "outage", 1);
  g_autoptr (GError) error = NULL;

  assert_true (mdg_database_finish_round (fixture->database, round, 1, 0, FALSE, &error));
  assert_false (mdg_database_finish_round (fixture->database, round, 1, 1, TRUE, &error));
  mdg_test_assert_error (error, MDG_STORE_ERROR, MDG_STORE_ERROR_READ_ONLY);
  g_clear_error (&error);
  assert_false (mdg_database_write_attempt (fixture->database, round, attempt, &error));
  mdg_test_assert_error (error, MDG_STORE_ERROR, MDG_STORE_ERROR_READ_ONLY);
  g_clear_error (&error);
  assert_false (mdg_database_write_attempt (fixture->database, 99, attempt, &error));
  mdg_test_assert_error (error, MDG_STORE_ERROR, MDG_STORE_ERROR_NOT_FOUND);
}

static void
test_names (void **state)
{
  DatabaseFixture *fixture = *state;
  gint64 first = add (fixture, "  田中　花子 ");
  gint64 second = add (fixture, "KT");
  g_autoptr (GPtrArray) trainees = NULL;
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (GError) error = NULL;
  const char *const bad[] = { "", "  ", "\n\t", "KT", " KT ", NULL };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      assert_int_equal (mdg_database_add_trainee (fixture->database, bad[i], &error), 0);
      mdg_test_assert_error (error, MDG_STORE_ERROR, MDG_STORE_ERROR_FAILED);
      g_clear_error (&error);
      assert_int_equal (mdg_database_rename_trainee (fixture->database, first, bad[i], &error),
                        FALSE);
      mdg_test_assert_error (error, MDG_STORE_ERROR, MDG_STORE_ERROR_FAILED);
      g_clear_error (&error);
    }

  /* Whoever was chosen last comes first. */
  trainees = list_trainees (fixture);
  assert_int_equal (trainees->len, 2);
  assert_string_equal (((MdgTrainee *) g_ptr_array_index (trainees, 0))->name, "KT");
  assert_string_equal (((MdgTrainee *) g_ptr_array_index (trainees, 1))->name, "田中 花子");
  assert_true (mdg_database_choose_trainee (fixture->database, first, &error));
  assert_true (mdg_database_rename_trainee (fixture->database, second, "KT", &error));
  assert_true (mdg_database_rename_trainee (fixture->database, second, "K. T.", &error));
  assert_true (mdg_database_choose_trainee (fixture->database, first, &error));
  fixture_reopen_database (fixture);
  after = list_trainees (fixture);
  assert_int_equal (((MdgTrainee *) g_ptr_array_index (after, 0))->id, first);
  assert_string_equal (((MdgTrainee *) g_ptr_array_index (after, 1))->name, "K. T.");

  assert_false (mdg_database_choose_trainee (fixture->database, 99, &error));
  mdg_test_assert_error (error, MDG_STORE_ERROR, MDG_STORE_ERROR_NOT_FOUND);
}

/* Generated: any text at all makes a name of one short line, or none. */
static void
test_clean_names (void **state)
{
  g_autoptr (GRand) rand = mdg_test_new_rand ();

  for (guint i = 0; i < 5000; i++)
    {
      char text[80];
      g_autofree char *name = NULL;
      g_autofree char *again = NULL;
      gsize length = (gsize) g_rand_int_range (rand, 0, sizeof text);

      for (gsize j = 0; j < length; j++)
        text[j] = (char) (g_rand_boolean (rand) ? g_rand_int_range (rand, 1, 256)
                                                : " \n　aA\xe7"[g_rand_int_range (rand, 0, 8)]);
      text[length] = '\0';
      name = mdg_trainee_clean_name (text);
      if (name == NULL)
        continue;
      assert_true (g_utf8_validate (name, -1, NULL));
      mdg_test_assert_in_range (g_utf8_strlen (name, -1), 1, MDG_TRAINEE_NAME_MAX);
      assert_null (strpbrk (name, "\n\r\t"));
      assert_false (g_str_has_prefix (name, " "));
      assert_false (g_str_has_suffix (name, " "));
      assert_null (strstr (name, "  "));
      again = mdg_trainee_clean_name (name);
      assert_string_equal (name, again);
    }
}

static gboolean
file_has (const char *directory, const char *text)
{
  g_autoptr (GDir) folder = g_dir_open (directory, 0, NULL);
  const char *file_name;
  gboolean has = FALSE;

  while ((file_name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (directory, file_name, NULL);
      g_autofree char *contents = NULL;
      gsize length = 0;

      if (g_file_get_contents (path, &contents, &length, NULL))
        has = has || memmem (contents, length, text, strlen (text)) != NULL;
    }

  return has;
}

/* Everything goes, of that one alone, and not a letter stays in the files. */
static void
test_deleting_leaves_nothing (void **state)
{
  DatabaseFixture *fixture = *state;
  gint64 doomed = add (fixture, "Hanako Zzyzx");
  gint64 other = add (fixture, "KT");
  gint64 other_round;
  g_autoptr (GPtrArray) rounds = NULL;
  g_autoptr (GPtrArray) sessions = NULL;
  g_autoptr (MdgSession) session = mdg_session_new ();
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 30; i++)
    {
      gint64 round = begin (fixture, doomed, MDG_ROUND_QUIZ);

      for (guint j = 0; j < 10; j++)
        answer (fixture, round, j, "outage !quokka proof", FALSE, TRUE);
    }
  other_round = begin (fixture, other, MDG_ROUND_QUIZ);
  answer (fixture, other_round, 0, "outage", TRUE, FALSE);
  g_set_str (&session->attendees, "Sato\r\n Xyzzy Zzyzx \nXyzzy Zzyzx\nSuzuki");
  assert_true (mdg_database_add_session (fixture->database, session, &error) != 0);
  g_set_str (&session->attendees, "Xyzzy\nSato");
  assert_true (mdg_database_add_session (fixture->database, session, &error) != 0);
  assert_true (mdg_database_rename_trainee (fixture->database, doomed, "Xyzzy Zzyzx", &error));
  fixture_reopen_database (fixture);
  assert_true (file_has (fixture->directory, "Zzyzx"));

  assert_true (mdg_database_delete_trainee (fixture->database, doomed, &error));
  mdg_test_assert_no_error (error);
  assert_int_equal (fixture_count (fixture->database, "SELECT count (*) FROM trainees"), 1);
  assert_int_equal (fixture_count (fixture->database, "SELECT count (*) FROM rounds"), 1);
  assert_int_equal (fixture_count (fixture->database, "SELECT count (*) FROM attempts"), 1);
  fixture_check_integrity (fixture->database);
  assert_false (file_has (fixture->directory, "Hanako"));
  assert_false (file_has (fixture->directory, "Zzyzx"));
  assert_false (file_has (fixture->directory, "quokka"));

  /* Who attended with them is still on the lists. */
  sessions = mdg_database_list_sessions (fixture->database, NULL);
  assert_string_equal (((MdgSession *) g_ptr_array_index (sessions, 0))->attendees, "Xyzzy\nSato");
  assert_int_equal (mdg_session_count_attendees (g_ptr_array_index (sessions, 1)), 2);

  rounds = list_rounds (fixture, doomed);
  assert_int_equal (rounds->len, 0);
  assert_false (mdg_database_delete_trainee (fixture->database, doomed, &error));
  mdg_test_assert_error (error, MDG_STORE_ERROR, MDG_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);

  /* A number is never used again, so that a round left open cannot become another's. */
  assert_true (add (fixture, "Hanako") > other);
}

static void
test_no_round_without_a_trainee (void **state)
{
  DatabaseFixture *fixture = *state;
  g_autoptr (MdgRound) round = mdg_round_new ();
  g_autoptr (GError) error = NULL;

  round->trainee_id = 7;
  assert_int_equal (mdg_database_begin_round (fixture->database, round, &error), 0);
  mdg_test_assert_error (error, MDG_STORE_ERROR, MDG_STORE_ERROR_NOT_FOUND);
}

static void
test_copies_are_whole (void **state)
{
  DatabaseFixture *fixture = *state;
  gint64 trainee = add (fixture, "KT");
  gint64 id = begin (fixture, trainee, MDG_ROUND_QUIZ);
  g_autoptr (GPtrArray) rounds = NULL;
  g_autoptr (MdgRound) copy = NULL;

  answer (fixture, id, 0, "outage", TRUE, FALSE);
  rounds = list_rounds (fixture, trainee);
  copy = mdg_round_copy (g_ptr_array_index (rounds, 0));
  g_clear_pointer (&rounds, g_ptr_array_unref);
  assert_string_equal (copy->plan, "one two three");
  assert_string_equal (((MdgAttempt *) g_ptr_array_index (copy->attempts, 0))->choices, "outage");
}

/* Each answer is written in two steps, as at a drill of two: whatever was said to be stored is. */
static void
test_answers_said_to_be_saved_are_saved (void **state)
{
  DatabaseFixture *fixture = *state;
  g_autoptr (GRand) rand = mdg_test_new_rand ();
  g_autofree char *program = mdg_test_build_path ("tests/core/store-writer");
  guint n_kills = MAX (fixture_get_n_kills (), 100);

  for (guint i = 0; i < n_kills; i++)
    {
      g_autoptr (GPtrArray) trainees = NULL;
      g_autoptr (GPtrArray) rounds = NULL;
      const MdgRound *round;
      guint n = 0;
      int last = fixture_run_and_kill (
        rand, (const char *const[]) { program, "answers", fixture->directory, "100000", NULL }, 5);

      fixture_reopen_database (fixture);
      fixture_check_integrity (fixture->database);
      trainees = list_trainees (fixture);
      assert_true (trainees->len == 1 || (trainees->len == 0 && last == -1));
      if (trainees->len == 0)
        continue;

      rounds = list_rounds (fixture, ((MdgTrainee *) g_ptr_array_index (trainees, 0))->id);
      round = rounds->len > 0 ? g_ptr_array_index (rounds, 0) : NULL;
      for (guint j = 0; round != NULL && j < round->attempts->len; j++)
        {
          const MdgAttempt *attempt = g_ptr_array_index (round->attempts, j);

          assert_int_equal (attempt->number, j);
          n += attempt->is_finished ? 2 : 1;
        }
      assert_true ((int) n == last + 1 || (int) n == last + 2);
      assert_true (mdg_database_delete_trainee (
        fixture->database, ((MdgTrainee *) g_ptr_array_index (trainees, 0))->id, NULL));
    }
}

#define training_test(name) \
  cmocka_unit_test_setup_teardown (name, fixture_set_up_database, fixture_tear_down_database)

int
main (void)
{
  const struct CMUnitTest tests[] = {
    training_test (test_round_is_there_after_a_restart),
    training_test (test_finished_round_is_read_only),
    training_test (test_names),
    cmocka_unit_test (test_clean_names),
    training_test (test_deleting_leaves_nothing),
    training_test (test_no_round_without_a_trainee),
    training_test (test_copies_are_whole),
    training_test (test_answers_said_to_be_saved_are_saved),
  };

  fixture_use_bundle (0);

  return mdg_test_run (tests);
}
