/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "util/mdg-test.h"

#include "core/mdg-core-fixture.h"
#include "core/mdg-database-fixture.h"
#include "core/mdg-kill-fixture.h"
#include "core/mdg-session.h"

/* At least so many, whatever the environment says of the other tests that kill. */
#define LEAST_KILLS 50

static gint64
add (DatabaseFixture *fixture, MdgDay day)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MdgSession) session = mdg_session_new ();
  gint64 id;

  session->day = day;
  g_set_str (&session->trainer, "田中");
  g_set_str (&session->title, "朝の勉強会");
  g_set_str (&session->attendees, "佐藤\n\n  鈴木 \r\n佐藤\n");
  g_set_str (&session->pack_id, "builtin");
  g_set_str (&session->pack_version, "2026.2");
  mdg_session_add_scenario (session, "dot-in-name", "58歳 · 再診", "●が出る");
  mdg_session_add_scenario (session, "card-forgotten", "30歳 · 初診", "忘れた");
  id = mdg_database_add_session (fixture->database, session, &error);
  mdg_test_assert_no_error (error);
  assert_true (id > 0);

  return id;
}

static void
vote (DatabaseFixture *fixture, gint64 id, guint scenario, guint number, guint right, guint wrong)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MdgSessionStep) step = mdg_session_step_new (scenario, number, "どこに?");

  mdg_session_step_add_choice (step, "name", "氏名", right, TRUE);
  mdg_session_step_add_choice (step, "address", "住所", wrong, FALSE);
  step->revealed_at = 1000;
  mdg_database_write_session_step (fixture->database, id, step, &error);
  mdg_test_assert_no_error (error);
}

static GPtrArray *
list (DatabaseFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *sessions = mdg_database_list_sessions (fixture->database, &error);

  mdg_test_assert_no_error (error);

  return sessions;
}

static MdgSession *
get_only (DatabaseFixture *fixture)
{
  g_autoptr (GPtrArray) sessions = list (fixture);

  assert_int_equal (sessions->len, 1);

  return mdg_session_copy (g_ptr_array_index (sessions, 0));
}

static void
test_session_is_there_after_a_restart (void **state)
{
  DatabaseFixture *fixture = *state;
  gint64 id = add (fixture, mdg_day_new (2026, 11, 22));
  g_autoptr (MdgSession) session = NULL;
  g_auto (GStrv) names = NULL;
  const MdgSessionScenario *scenario;
  const MdgSessionStep *step;
  const MdgSessionChoice *choice;

  vote (fixture, id, 1, 2, 3, 1);
  vote (fixture, id, 0, 0, 7, 9);
  vote (fixture, id, 0, 0, 5, 4);
  fixture_reopen_database (fixture);

  session = get_only (fixture);
  assert_int_equal (session->id, id);
  assert_int_equal (session->day, mdg_day_new (2026, 11, 22));
  assert_string_equal (session->trainer, "田中");
  assert_string_equal (session->title, "朝の勉強会");
  assert_string_equal (session->pack_id, "builtin");
  assert_string_equal (session->pack_version, "2026.2");
  assert_true (session->created_at > 0);
  assert_int_equal (session->started_at, 0);
  assert_int_equal (session->finished_at, 0);

  names = mdg_session_list_attendees (session);
  assert_int_equal (g_strv_length (names), 3);
  assert_string_equal (names[1], "鈴木");
  assert_int_equal (mdg_session_count_attendees (session), 3);

  assert_int_equal (session->scenarios->len, 2);
  scenario = g_ptr_array_index (session->scenarios, 1);
  assert_string_equal (scenario->drill_id, "card-forgotten");
  assert_string_equal (scenario->title, "30歳 · 初診");
  assert_string_equal (scenario->situation, "忘れた");

  assert_int_equal (session->steps->len, 2);
  step = mdg_session_find_step (session, 0, 0);
  assert_string_equal (step->question, "どこに?");
  assert_int_equal (step->revealed_at, 1000);
  assert_int_equal (step->choices->len, 2);
  choice = g_ptr_array_index (step->choices, 0);
  assert_string_equal (choice->id, "name");
  assert_string_equal (choice->text, "氏名");
  assert_int_equal (choice->votes, 5);
  assert_true (choice->is_right);
  choice = g_ptr_array_index (step->choices, 1);
  assert_int_equal (choice->votes, 4);
  assert_false (choice->is_right);
  assert_int_equal (mdg_session_step_count_votes (step), 9);
  assert_int_equal (mdg_session_step_count_votes (mdg_session_find_step (session, 1, 2)), 4);
  assert_null (mdg_session_find_step (session, 1, 0));
}

static void
test_latest_day_is_first (void **state)
{
  DatabaseFixture *fixture = *state;
  gint64 middle = add (fixture, 200);
  gint64 old = add (fixture, 100);
  gint64 middle_again = add (fixture, 200);
  gint64 latest = add (fixture, 300);
  const gint64 expected[] = { latest, middle_again, middle, old };
  g_autoptr (GPtrArray) sessions = list (fixture);

  assert_int_equal (sessions->len, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    assert_int_equal (((MdgSession *) g_ptr_array_index (sessions, i))->id, expected[i]);
}

static void
test_place_start_and_end (void **state)
{
  DatabaseFixture *fixture = *state;
  gint64 id = add (fixture, 100);
  g_autoptr (GError) error = NULL;
  g_autoptr (MdgSession) begun = NULL;
  g_autoptr (MdgSession) moved = NULL;
  g_autoptr (MdgSession) finished = NULL;
  g_autoptr (MdgSession) again = NULL;
  g_autoptr (MdgSession) reopened = NULL;

  assert_true (mdg_database_move_session (fixture->database, id, 0, 0, &error));
  begun = get_only (fixture);
  assert_true (begun->started_at >= begun->created_at);

  assert_true (mdg_database_move_session (fixture->database, id, 1, 4, &error));
  moved = get_only (fixture);
  assert_int_equal (moved->scenario, 1);
  assert_int_equal (moved->frame, 4);
  assert_int_equal (moved->started_at, begun->started_at);

  assert_true (mdg_database_finish_session (fixture->database, id, TRUE, &error));
  finished = get_only (fixture);
  assert_true (finished->finished_at >= finished->started_at);
  assert_true (mdg_database_finish_session (fixture->database, id, TRUE, &error));
  again = get_only (fixture);
  assert_int_equal (again->finished_at, finished->finished_at);
  assert_true (mdg_database_finish_session (fixture->database, id, FALSE, &error));
  reopened = get_only (fixture);
  assert_int_equal (reopened->finished_at, 0);
}

static void
test_corrections_after_the_fact (void **state)
{
  DatabaseFixture *fixture = *state;
  gint64 id = add (fixture, 100);
  g_autoptr (MdgSession) session = get_only (fixture);
  g_autoptr (MdgSession) edited = NULL;
  g_autoptr (GError) error = NULL;

  vote (fixture, id, 0, 0, 1, 2);
  assert_true (mdg_database_finish_session (fixture->database, id, TRUE, &error));
  session->day = 101;
  g_set_str (&session->trainer, "'); DROP TABLE sessions; --");
  g_set_str (&session->title, "");
  g_set_str (&session->attendees, "👩‍⚕️");
  assert_true (mdg_database_edit_session (fixture->database, session, &error));

  edited = get_only (fixture);
  assert_int_equal (edited->day, 101);
  assert_string_equal (edited->trainer, "'); DROP TABLE sessions; --");
  assert_string_equal (edited->title, "");
  assert_string_equal (edited->attendees, "👩‍⚕️");
  assert_true (edited->finished_at > 0);
  assert_int_equal (edited->scenarios->len, 2);
  assert_int_equal (edited->steps->len, 1);
}

static void
test_deleted_session_is_gone (void **state)
{
  DatabaseFixture *fixture = *state;
  gint64 id = add (fixture, 100);
  g_autoptr (MdgSession) session = get_only (fixture);
  g_autoptr (MdgSessionStep) step = mdg_session_step_new (0, 0, "q");
  g_autoptr (GPtrArray) sessions = NULL;
  g_autoptr (GError) error = NULL;

  vote (fixture, id, 0, 0, 1, 2);
  assert_true (mdg_database_delete_session (fixture->database, id, &error));
  assert_int_equal (fixture_count (fixture->database, "SELECT count (*) FROM session_scenarios"),
                    0);
  assert_int_equal (fixture_count (fixture->database, "SELECT count (*) FROM session_steps"), 0);
  assert_int_equal (fixture_count (fixture->database, "SELECT count (*) FROM session_votes"), 0);

  assert_false (mdg_database_delete_session (fixture->database, id, &error));
  mdg_test_assert_error (error, MDG_STORE_ERROR, MDG_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  assert_false (mdg_database_write_session_step (fixture->database, id, step, &error));
  mdg_test_assert_error (error, MDG_STORE_ERROR, MDG_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  assert_false (mdg_database_move_session (fixture->database, id, 0, 0, &error));
  mdg_test_assert_error (error, MDG_STORE_ERROR, MDG_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  assert_false (mdg_database_finish_session (fixture->database, id, TRUE, &error));
  mdg_test_assert_error (error, MDG_STORE_ERROR, MDG_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  assert_false (mdg_database_edit_session (fixture->database, session, &error));
  mdg_test_assert_error (error, MDG_STORE_ERROR, MDG_STORE_ERROR_NOT_FOUND);

  sessions = list (fixture);
  assert_int_equal (sessions->len, 0);
  assert_int_not_equal (add (fixture, 100), id);
}

/* A step of a scenario that the session does not have is refused, and nothing of it stays. */
static void
test_step_needs_its_scenario (void **state)
{
  DatabaseFixture *fixture = *state;
  gint64 id = add (fixture, 100);
  g_autoptr (MdgSessionStep) step = mdg_session_step_new (2, 0, "q");
  g_autoptr (MdgSession) session = NULL;
  g_autoptr (GError) error = NULL;

  assert_false (mdg_database_write_session_step (fixture->database, id, step, &error));
  assert_non_null (error);
  session = get_only (fixture);
  assert_int_equal (session->steps->len, 0);
}

static MdgVerdict
judge (guint right, guint wrong, guint other)
{
  g_autoptr (MdgSessionStep) step = mdg_session_step_new (0, 0, "q");

  mdg_session_step_add_choice (step, "a", "A", wrong, FALSE);
  mdg_session_step_add_choice (step, "b", "B", right, TRUE);
  mdg_session_step_add_choice (step, "c", "C", other, FALSE);

  return mdg_session_step_get_verdict (step);
}

static void
test_verdict (void **state)
{
  assert_int_equal (judge (0, 0, 0), MDG_VERDICT_NONE);
  assert_int_equal (judge (1, 0, 0), MDG_VERDICT_RIGHT);
  assert_int_equal (judge (3, 2, 2), MDG_VERDICT_RIGHT);
  assert_int_equal (judge (0, 1, 0), MDG_VERDICT_WRONG);
  assert_int_equal (judge (2, 1, 3), MDG_VERDICT_WRONG);
  assert_int_equal (judge (2, 2, 0), MDG_VERDICT_TIED);
  assert_int_equal (judge (1, 2, 2), MDG_VERDICT_WRONG);
}

static void
test_verdicts_add_up (void **state)
{
  DatabaseFixture *fixture = *state;
  gint64 id = add (fixture, 100);
  g_autoptr (MdgSession) session = NULL;
  guint n_right = 9;
  guint n_asked = 9;

  vote (fixture, id, 0, 0, 3, 1);
  vote (fixture, id, 0, 1, 1, 3);
  vote (fixture, id, 1, 0, 2, 2);
  vote (fixture, id, 1, 1, 0, 0);
  vote (fixture, id, 1, 2, 5, 0);
  session = get_only (fixture);
  mdg_session_find_step (session, 1, 2)->revealed_at = 0;
  mdg_session_count_verdicts (session, &n_right, &n_asked);
  assert_int_equal (n_asked, 3);
  assert_int_equal (n_right, 1);
}

/* However it is killed, what was said to be stored is, and a question's votes are whole. */
static void
test_kills_lose_no_vote (void **state)
{
  g_autoptr (GRand) rand = mdg_test_new_rand ();
  g_autofree char *directory = mdg_test_make_temp_dir ();
  g_autofree char *program = mdg_test_build_path ("tests/core/store-writer");
  const char *const argv[] = { program, "votes", directory, "100000", NULL };
  guint n_kills = MAX (fixture_get_n_kills (), LEAST_KILLS);

  for (guint i = 0; i < n_kills; i++)
    {
      int last = fixture_run_and_kill (rand, argv, 5);
      g_autoptr (MdgDatabase) database = fixture_open_database (directory);
      g_autoptr (GPtrArray) sessions = NULL;
      const MdgSession *session;
      const MdgSessionStep *step;
      int votes = -1;

      fixture_check_integrity (database);
      sessions = mdg_database_list_sessions (database, NULL);
      session = sessions->len > 0 ? g_ptr_array_index (sessions, 0) : NULL;
      step = session != NULL ? mdg_session_find_step (session, 0, 0) : NULL;
      if (step != NULL)
        {
          const MdgSessionChoice *right = g_ptr_array_index (step->choices, 0);

          assert_int_equal (step->choices->len, 2);
          assert_int_equal (mdg_session_step_count_votes (step), 2 * right->votes);
          assert_true ((int) session->frame >= last);
          votes = (int) right->votes;
        }
      assert_true (votes == last || votes == last + 1);
      if (session != NULL)
        assert_true (mdg_database_delete_session (database, session->id, NULL));
    }
  mdg_test_remove_tree (directory);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test_setup_teardown (test_session_is_there_after_a_restart, fixture_set_up_database,
                                     fixture_tear_down_database),
    cmocka_unit_test_setup_teardown (test_latest_day_is_first, fixture_set_up_database,
                                     fixture_tear_down_database),
    cmocka_unit_test_setup_teardown (test_place_start_and_end, fixture_set_up_database,
                                     fixture_tear_down_database),
    cmocka_unit_test_setup_teardown (test_corrections_after_the_fact, fixture_set_up_database,
                                     fixture_tear_down_database),
    cmocka_unit_test_setup_teardown (test_deleted_session_is_gone, fixture_set_up_database,
                                     fixture_tear_down_database),
    cmocka_unit_test_setup_teardown (test_step_needs_its_scenario, fixture_set_up_database,
                                     fixture_tear_down_database),
    cmocka_unit_test (test_verdict),
    cmocka_unit_test_setup_teardown (test_verdicts_add_up, fixture_set_up_database,
                                     fixture_tear_down_database),
    cmocka_unit_test (test_kills_lose_no_vote),
  };

  fixture_use_bundle (0);

  return mdg_test_run (tests);
}
