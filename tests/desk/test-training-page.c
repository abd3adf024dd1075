/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "training-fixture.h"

#include <string.h>

#include "desk/mdg-basis-view.h"
#include "desk/mdg-print-button.h"
#include "desk/training/mdg-drill-player.h"
#include "desk/training/mdg-round-result.h"
#include "desk/training/mdg-training-page.h"
#include "desk/training/mdg-training-record-view.h"

static void
test_begins_without_a_name (void **state)
{
  assert_true (desk_shows (fixture.page, "Without a name"));
  guint n = training_count_cases ();
  g_autofree char *exam = g_strdup_printf (
    "%u drills, one for every case, without help. To pass: %u right (80%%).", n, (n * 4 + 4) / 5);

  assert_true (n > 20);
  assert_true (desk_shows (fixture.page, exam));
  assert_true (desk_shows (fixture.page, "10 drills, what is due first"));
  assert_false (desk_shows (fixture.page, "Under Way"));
  assert_false (desk_shows (fixture.page, "Training Record"));
}

/* The whole of it: wrong, said at once with why and source, comes back in the same round. */
static void
test_wrong_drill_returns (void **state)
{
  const MdgDrill *first;
  const MdgDrill *other;
  g_autoptr (GPtrArray) rounds = NULL;
  const MdgRound *round;
  const MdgAttempt *attempt;

  training_add_trainee ("KT");
  training_activate ("quiz");
  training_await_text ("Which situation is this?");
  assert_true (desk_shows (fixture.page, "0 of 10 done"));

  first = training_play (0);
  assert_true (desk_shows (fixture.page, mdg_guide_text_get (&first->why)));
  assert_true (desk_shows (fixture.page, "Sources"));
  assert_non_null (desk_find (fixture.page, MDG_TYPE_BASIS_VIEW, 0));
  training_next ();

  for (guint i = 0; i < MDG_RETURN_AFTER; i++)
    {
      other = training_play (G_MAXUINT);
      assert_ptr_not_equal (other, first);
      training_next ();
    }
  training_await_text ("3 of 10 done");
  training_await_text ("Once more");
  assert_ptr_equal (training_play (G_MAXUINT), first);
  training_next ();
  training_await_text ("4 of 10 done");
  assert_false (desk_shows (fixture.page, "Once more"));
  for (guint i = 0; i < 6; i++)
    {
      training_play (G_MAXUINT);
      training_next ();
    }

  training_await_type (MDG_TYPE_ROUND_RESULT);
  training_await_text ("9 of 10 right the first time");
  assert_true (desk_shows (fixture.page, "What Was Wrong"));

  rounds = training_list_rounds ();
  assert_int_equal (rounds->len, 1);
  round = g_ptr_array_index (rounds, 0);
  assert_true (round->finished_at > 0);
  assert_int_equal (round->n_drills, 10);
  assert_int_equal (round->n_right, 9);
  assert_false (round->is_passed);
  assert_int_equal (round->attempts->len, 11);
  attempt = mdg_round_find_attempt (round, 0);
  assert_string_equal (attempt->drill_id, first->id);
  assert_false (attempt->is_right);
  assert_true (g_str_has_prefix (attempt->choices, "!"));
  attempt = mdg_round_find_attempt (round, MDG_RETURN_AFTER + 1);
  assert_string_equal (attempt->drill_id, first->id);
  assert_true (attempt->is_right);

  /* Only that one again. */
  desk_click (desk_find (desk_find (fixture.page, MDG_TYPE_ROUND_RESULT, 0), GTK_TYPE_BUTTON, 0));
  training_await_text ("0 of 1 done");
  assert_ptr_equal (training_play (G_MAXUINT), first);
}

/* Each answer is in the store when it is said to be right or wrong. */
static void
test_each_answer_is_saved_before_it_is_shown (void **state)
{
  const MdgDrill *drill;

  training_add_trainee ("KT");
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (desk_find_named (fixture.page, "cases")), TRUE);
  mdg_test_spin_for (50);
  training_activate ("reader-fault");
  assert_true (mdg_test_spin_until (training_shows_choices, NULL));
  drill = training_get_drill ();
  assert_string_equal (drill->situation, "reader-fault");
  for (guint step = 0; step <= drill->path->len; step++)
    {
      const char *right = step == 0 ? drill->situation : g_ptr_array_index (drill->path, step - 1);
      g_autoptr (GPtrArray) rounds = NULL;
      const MdgAttempt *attempt;
      g_auto (GStrv) choices = NULL;

      training_choose (right);
      rounds = training_list_rounds ();
      attempt = mdg_round_find_attempt (g_ptr_array_index (rounds, 0), 0);
      choices = g_strsplit (attempt->choices, " ", -1);
      assert_int_equal (g_strv_length (choices), step + 1);
      assert_string_equal (choices[step], right);
      assert_int_equal (attempt->is_finished, step == drill->path->len);
      training_next ();
    }
}

/* Left in the middle of a drill, it goes on there: in the same page, and in another process. */
static void
test_leave_and_go_on (void **state)
{
  const MdgDrill *drill;
  const MdgNode *question;

  training_add_trainee ("KT");
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (desk_find_named (fixture.page, "cases")), TRUE);
  mdg_test_spin_for (50);
  training_activate ("invalid");
  training_play (0);
  training_next ();
  assert_true (mdg_test_spin_until (training_shows_choices, NULL));
  drill = training_get_drill ();
  training_choose (drill->situation);

  desk_press (fixture.page, GDK_KEY_Left, GDK_ALT_MASK);
  training_await_text ("Under Way");
  assert_true (desk_shows (fixture.page, "Go On: Eligibility invalid"));
  adw_action_row_activate (ADW_ACTION_ROW (desk_find (fixture.page, ADW_TYPE_ACTION_ROW, 2)));
  training_await_type (MDG_TYPE_DRILL_PLAYER);

  training_reopen ();
  training_await_text ("Go On: Eligibility invalid");
  assert_true (desk_shows (fixture.page, "1 of ") && desk_shows (fixture.page, " asked"));
  adw_action_row_activate (ADW_ACTION_ROW (desk_find (fixture.page, ADW_TYPE_ACTION_ROW, 2)));
  question = mdg_drill_get_step (drill, fixture.pack, mdg_day_new (2026, 11, 22), 0);
  training_await_text (mdg_guide_text_get (&question->text));
  assert_ptr_equal (training_get_drill (), drill);
  assert_true (desk_shows (fixture.page, "Question 2 of"));
}

/* One wrong answer less, or one more, is the difference. */
static void
take_exam (gboolean is_passed)
{
  guint n = training_count_cases ();
  guint n_right = is_passed ? (n * 4 + 4) / 5 : (n * 4 + 4) / 5 - 1;
  g_autofree char *score = g_strdup_printf ("%u of %u right", n_right, n);
  g_autoptr (GPtrArray) rounds = NULL;
  const MdgRound *round;

  training_add_trainee ("KT");
  training_activate ("exam");
  for (guint i = 0; i < n; i++)
    {
      const MdgDrill *drill;

      assert_true (mdg_test_spin_until (training_shows_choices, NULL));
      drill = training_get_drill ();
      if (i == 0)
        {
          /* No help: the situations stand there without the line that tells them apart. */
          const MdgSituation *situation =
            mdg_guide_pack_find_situation (fixture.pack, drill->situation);

          assert_false (desk_shows (fixture.page, mdg_guide_text_get (&situation->line)));
        }
      assert_false (desk_shows (fixture.page, "Once more"));
      training_play (i < n - n_right ? 0 : G_MAXUINT);
      training_next ();
    }
  training_await_text (score);

  rounds = training_list_rounds ();
  round = g_ptr_array_index (rounds, 0);
  assert_int_equal (round->mode, MDG_ROUND_EXAM);
  assert_int_equal (round->attempts->len, n);
  assert_int_equal (round->n_right, n_right);
  assert_int_equal (round->is_passed, is_passed);
  assert_true (round->finished_at > 0);
}

static void
test_exam_not_passed (void **state)
{
  take_exam (FALSE);
  assert_true (desk_shows (fixture.page, "Not passed yet. The pass mark is 80%."));
  assert_null (desk_find (fixture.page, MDG_TYPE_PRINT_BUTTON, 0));
}

/* The certificate is on the result, and later on the record. */
static void
test_exam_passed (void **state)
{
  g_autoptr (MdgSheet) sheet = NULL;
  GtkWidget *button;

  take_exam (TRUE);
  assert_true (desk_shows (fixture.page, "Passed. The pass mark is 80%."));
  button = desk_find (fixture.page, MDG_TYPE_PRINT_BUTTON, 0);
  assert_non_null (button);
  g_signal_emit_by_name (button, "create-sheet", &sheet);
  assert_non_null (sheet);
  assert_string_equal (mdg_sheet_get_title (sheet), "Certificate of Training");

  desk_press (fixture.page, GDK_KEY_Left, GDK_ALT_MASK);
  training_activate ("record");
  training_await_text ("Exams");
  assert_true (desk_shows (fixture.page, "Passed"));
  assert_true (desk_shows (fixture.page, "Certificate"));
}

static void
test_keys (void **state)
{
  training_add_trainee ("KT");
  training_activate ("quiz");
  assert_true (mdg_test_spin_until (training_shows_choices, NULL));

  /* A key without a button does nothing. */
  training_next ();
  assert_false (training_shows_next (NULL));
  desk_press (fixture.page, GDK_KEY_2, 0);
  assert_true (mdg_test_spin_until (training_shows_next, NULL));

  /* Nor do digits once there is an answer. */
  desk_press (fixture.page, GDK_KEY_1, 0);
  assert_true (training_shows_next (NULL));
  desk_press (fixture.page, GDK_KEY_KP_Enter, 0);
  training_await_text ("Question 2 of");
  assert_true (mdg_test_spin_until (training_shows_choices, NULL));
}

static void
test_record (void **state)
{
  const MdgDrill *drill;
  GtkWidget *view;

  training_add_trainee ("KT");
  training_activate ("quiz");
  drill = training_play (0);
  training_next ();
  training_play (G_MAXUINT);
  training_next ();
  desk_press (fixture.page, GDK_KEY_Left, GDK_ALT_MASK);
  training_await_text ("1 of 2 right so far · 1 drill is due");
  training_activate ("record");
  training_await_type (MDG_TYPE_TRAINING_RECORD_VIEW);
  view = desk_find (fixture.page, MDG_TYPE_TRAINING_RECORD_VIEW, 0);
  assert_true (desk_shows (view, "KT"));
  assert_true (desk_shows (view, "2, of which 1 right"));
  assert_true (desk_shows (view, "Weak"));
  assert_true (desk_shows (view, "0 of 1 right · last "));
  assert_true (desk_shows (view, "1 of 1 right · last "));
  assert_true (desk_shows (view, "Latest Attempts"));
  assert_false (desk_shows (view, "Passed"));

  /* A weak case is practised from here. */
  training_activate (drill->situation);
  assert_true (mdg_test_spin_until (training_shows_choices, NULL));
  assert_string_equal (training_get_drill ()->situation, drill->situation);
}

static gboolean
has_nobody (gpointer data)
{
  return desk_shows (fixture.page, "Without a name");
}

static void
test_rename_and_delete (void **state)
{
  g_autoptr (GPtrArray) trainees = NULL;
  g_autoptr (GPtrArray) after = NULL;

  training_add_trainee ("KT");
  training_activate ("quiz");
  training_play (0);
  desk_press (fixture.page, GDK_KEY_Left, GDK_ALT_MASK);
  training_click_tip ("Change the Name");
  training_type_name ("Hanako");
  training_respond ("save");
  assert_true (mdg_test_spin_until (training_has_trainee, (gpointer) "Hanako"));
  assert_true (desk_shows (fixture.page, "0 of 1 right so far"));

  training_click_tip ("Delete This Name and Its Record");
  assert_string_equal (adw_alert_dialog_get_heading (training_get_dialog ()), "Delete “Hanako”?");
  training_respond ("cancel");
  trainees = desk_fixture_run (&fixture, training_list_trainees_work, NULL);
  assert_int_equal (trainees->len, 1);

  training_click_tip ("Delete This Name and Its Record");
  training_respond ("delete");
  assert_true (mdg_test_spin_until (has_nobody, NULL));
  after = desk_fixture_run (&fixture, training_list_trainees_work, NULL);
  assert_int_equal (after->len, 0);
  assert_false (desk_shows (fixture.page, "Under Way"));
  assert_false (desk_shows (fixture.page, "Training Record"));
}

/* Two of the same name would be one record to whoever reads it. */
static void
test_same_name_is_refused (void **state)
{
  g_autoptr (GPtrArray) trainees = NULL;

  training_add_trainee ("KT");
  training_click_tip ("Add a Name");
  assert_false (adw_alert_dialog_get_response_enabled (training_get_dialog (), "save"));
  training_type_name ("  KT ");
  assert_true (adw_alert_dialog_get_response_enabled (training_get_dialog (), "save"));
  training_respond ("save");
  training_await_text ("Somebody called “KT” is there already");
  trainees = desk_fixture_run (&fixture, training_list_trainees_work, NULL);
  assert_int_equal (trainees->len, 1);
}

static void
test_chosen_trainee_is_remembered (void **state)
{
  training_add_trainee ("KT");
  training_add_trainee ("MS");
  adw_combo_row_set_selected (ADW_COMBO_ROW (desk_find (fixture.page, ADW_TYPE_COMBO_ROW, 0)), 1);
  assert_true (mdg_test_spin_until (training_has_trainee, (gpointer) "KT"));
  g_ptr_array_unref (training_list_rounds ());
  training_reopen ();
  assert_true (mdg_test_spin_until (training_has_trainee, (gpointer) "KT"));
}

static void
test_nobody_leaves_nothing (void **state)
{
  g_autoptr (GPtrArray) trainees = NULL;

  training_activate ("quiz");
  for (guint i = 0; i < 10; i++)
    {
      training_play (i == 9 ? 0 : G_MAXUINT);
      training_next ();
    }
  training_play (G_MAXUINT);
  training_next ();
  training_await_text ("9 of 10 right the first time");
  trainees = desk_fixture_run (&fixture, training_list_trainees_work, NULL);
  assert_int_equal (trainees->len, 0);
}

static gboolean
has_level (gpointer data)
{
  return desk_shows (fixture.page, "Level 3");
}

static void
test_level (void **state)
{
  adw_combo_row_set_selected (ADW_COMBO_ROW (desk_find (fixture.page, ADW_TYPE_COMBO_ROW, 1)), 3);
  training_activate ("quiz");
  assert_true (mdg_test_spin_until (has_level, NULL));
  for (guint i = 0; i < 10; i++)
    {
      assert_int_equal (training_play (G_MAXUINT)->level, 3);
      training_next ();
    }
  training_await_text ("10 of 10 right the first time");
  assert_true (desk_shows (fixture.page, "Nothing was wrong."));
}

static void
test_documents (void **state)
{
  g_autoptr (MdgSheet) drills = NULL;
  g_autoptr (MdgSheet) record = NULL;

  g_signal_emit_by_name (desk_find (fixture.page, MDG_TYPE_PRINT_BUTTON, 0), "create-sheet",
                         &drills);
  assert_string_equal (mdg_sheet_get_title (drills), "Training Sheets");
  training_add_trainee ("KT");
  training_activate ("record");
  training_await_type (MDG_TYPE_TRAINING_RECORD_VIEW);
  g_signal_emit_by_name (desk_find (fixture.page, MDG_TYPE_PRINT_BUTTON, 0), "create-sheet",
                         &record);
  assert_string_equal (mdg_sheet_get_title (record), "Training Record");
}

static void
test_added_view (void **state)
{
  mdg_training_page_add_view (MDG_TRAINING_PAGE (fixture.page), "other", "mdg-desk-symbolic",
                              "Something Else", "One line", gtk_label_new ("The other view"));
  mdg_test_spin_for (50);
  training_activate ("other");
  training_await_text ("The other view");
  desk_press (fixture.page, GDK_KEY_Left, GDK_ALT_MASK);
  training_await_text ("Something Else");
}

static void
test_page_is_finalized (void **state)
{
  GtkWidget *page;

  training_add_trainee ("KT");
  training_activate ("quiz");
  assert_true (mdg_test_spin_until (training_shows_choices, NULL));
  desk_press (fixture.page, GDK_KEY_1, 0);
  page = g_object_ref (fixture.page);
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (fixture.overlay), NULL);
  g_ptr_array_unref (training_list_rounds ());
  mdg_test_spin_for (50);
  mdg_test_assert_finalize (page);
}

#define page_test(name) cmocka_unit_test_setup_teardown (name, training_set_up, training_tear_down)

int
main (void)
{
  const struct CMUnitTest tests[] = {
    page_test (test_begins_without_a_name),
    page_test (test_wrong_drill_returns),
    page_test (test_each_answer_is_saved_before_it_is_shown),
    page_test (test_leave_and_go_on),
    page_test (test_exam_not_passed),
    page_test (test_exam_passed),
    page_test (test_documents),
    page_test (test_keys),
    page_test (test_record),
    page_test (test_rename_and_delete),
    page_test (test_same_name_is_refused),
    page_test (test_chosen_trainee_is_remembered),
    page_test (test_nobody_leaves_nothing),
    page_test (test_level),
    page_test (test_added_view),
    page_test (test_page_is_finalized),
  };

  mdg_test_require_display ();
  adw_init ();

  return mdg_test_run (tests);
}
