/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-fixture.h"

#include <string.h>

#include "core/mdg-training.h"
#include "desk/flow/mdg-choice-button.h"
#include "desk/mdg-basis-view.h"
#include "desk/mdg-print-button.h"
#include "desk/training/mdg-drill-player.h"
#include "desk/training/mdg-round-result.h"
#include "desk/training/mdg-training-page.h"
#include "desk/training/mdg-training-record-view.h"
#include "desk/training/mdg-training-start.h"
#include "guide/mdg-drill-round.h"
#include "guide/mdg-training-summary.h"

static DeskFixture fixture;

static GtkWidget *
create_page (MdgGuidePack *pack, MdgStore *store)
{
  return GTK_WIDGET (mdg_training_page_new (pack, store));
}

static int
set_up (void **state)
{
  desk_fixture_init (&fixture, create_page);

  return 0;
}

static int
tear_down (void **state)
{
  desk_fixture_clear (&fixture);

  return 0;
}

/* Seeing. */

static gboolean
shows_wanted (gpointer data)
{
  return desk_shows (fixture.window, *(const char *const *) data);
}

static void
await_text (const char *text)
{
  assert_true (mdg_test_spin_until (shows_wanted, &text));
}

static gboolean
shows_type (gpointer data)
{
  return desk_find (fixture.page, *(const GType *) data, 0) != NULL;
}

static void
await_type (GType type)
{
  assert_true (mdg_test_spin_until (shows_type, &type));
}

static gboolean
shows_choices (gpointer data)
{
  GtkWidget *button = desk_find (fixture.page, MDG_TYPE_CHOICE_BUTTON, 0);

  return button != NULL && gtk_widget_is_sensitive (button);
}

static gboolean
shows_next (gpointer data)
{
  GtkWidget *player = desk_find (fixture.page, MDG_TYPE_DRILL_PLAYER, 0);

  return player != NULL && mdg_drill_player_is_at_answer (MDG_DRILL_PLAYER (player));
}

static gboolean
shows_fact (const MdgGuideText *text)
{
  const char *words = mdg_guide_text_get (text);

  return g_utf8_strlen (words, -1) == 1 || desk_shows (fixture.page, words);
}

/* The drill whose patient stands on the screen. */
static const MdgDrill *
get_drill (void)
{
  GPtrArray *drills = mdg_guide_pack_get_drills (fixture.pack);
  const MdgDrill *best = NULL;
  gsize best_length = 0;

  for (guint i = 0; i < drills->len; i++)
    {
      const MdgDrill *drill = g_ptr_array_index (drills, i);
      gsize length = strlen (mdg_guide_text_get (&drill->shows)) +
                     strlen (mdg_guide_text_get (&drill->brought)) +
                     strlen (mdg_guide_text_get (&drill->visit));

      if (shows_fact (&drill->age) && shows_fact (&drill->visit) && shows_fact (&drill->brought) &&
          shows_fact (&drill->shows) && length > best_length)
        {
          best = drill;
          best_length = length;
        }
    }
  assert_non_null (best);

  return best;
}

static guint
count_cases (void)
{
  g_autoptr (MdgTrainingSummary) summary =
    mdg_training_summary_new (fixture.pack, NULL, mdg_day_new (2026, 11, 22), MDG_DAY_NONE);

  return summary->cases->len;
}

/* Doing. */

static void
activate (const char *name)
{
  GtkWidget *row = desk_find_named (fixture.page, name);

  assert_non_null (row);
  adw_action_row_activate (ADW_ACTION_ROW (row));
}

static AdwAlertDialog *
get_dialog (void)
{
  AdwDialog *dialog = adw_window_get_visible_dialog (ADW_WINDOW (fixture.window));

  assert_non_null (dialog);

  return ADW_ALERT_DIALOG (dialog);
}

static gboolean
shows_name_row (gpointer data)
{
  *(GtkWidget **) data = desk_find (GTK_WIDGET (get_dialog ()), ADW_TYPE_ENTRY_ROW, 0);

  return *(GtkWidget **) data != NULL;
}

static void
type_name (const char *name)
{
  GtkWidget *row = NULL;

  assert_true (mdg_test_spin_until (shows_name_row, &row));
  gtk_editable_set_text (GTK_EDITABLE (row), name);
}

static void
click_tip (const char *tip)
{
  for (guint i = 0;; i++)
    {
      GtkWidget *button = desk_find (fixture.page, GTK_TYPE_BUTTON, i);

      assert_non_null (button);
      if (g_strcmp0 (gtk_widget_get_tooltip_text (button), tip) == 0)
        {
          desk_click (button);
          return;
        }
    }
}

/* As a user answers a dialog. */
static void
respond (const char *response)
{
  AdwDialog *dialog = ADW_DIALOG (g_object_ref (get_dialog ()));
  g_autofree char *signal = g_strconcat ("response::", response, NULL);

  g_signal_emit_by_name (dialog, signal, response);
  adw_dialog_force_close (dialog);
  mdg_test_spin_pending ();
  g_object_unref (dialog);
}

static gboolean
has_trainee (gpointer data)
{
  GtkWidget *row = desk_find (fixture.page, ADW_TYPE_COMBO_ROW, 0);
  GObject *item = row != NULL ? adw_combo_row_get_selected_item (ADW_COMBO_ROW (row)) : NULL;

  return item != NULL &&
         g_str_equal (gtk_string_object_get_string (GTK_STRING_OBJECT (item)), data);
}

static void
add_trainee (const char *name)
{
  click_tip ("Add a Name");
  type_name (name);
  respond ("save");
  assert_true (mdg_test_spin_until (has_trainee, (gpointer) name));
}

static void
choose (const char *id)
{
  assert_true (mdg_test_spin_until (shows_choices, NULL));
  desk_click (desk_find_named (desk_find (fixture.page, MDG_TYPE_DRILL_PLAYER, 0), id));
  assert_true (mdg_test_spin_until (shows_next, NULL));
}

static const char *
find_wrong (const char *right)
{
  for (guint i = 0;; i++)
    {
      GtkWidget *button = desk_find (fixture.page, MDG_TYPE_CHOICE_BUTTON, i);

      assert_non_null (button);
      if (!g_str_equal (gtk_widget_get_name (button), right))
        return gtk_widget_get_name (button);
    }
}

static void
next (void)
{
  desk_press (fixture.page, GDK_KEY_Return, 0);
}

/* Plays the drill on the screen, wrongly at @wrong_step if there is such, and stays at the last
 * answer. */
static const MdgDrill *
play (guint wrong_step)
{
  const MdgDrill *drill;

  assert_true (mdg_test_spin_until (shows_choices, NULL));
  drill = get_drill ();
  for (guint step = 0; step <= drill->path->len; step++)
    {
      const char *right = step == 0 ? drill->situation : g_ptr_array_index (drill->path, step - 1);
      g_autofree char *id = NULL;

      if (step > 0)
        next ();
      assert_true (mdg_test_spin_until (shows_choices, NULL));
      id = g_strdup (step == wrong_step ? find_wrong (right) : right);
      choose (id);
      assert_int_equal (desk_shows (fixture.page, "Not Right"), step == wrong_step);
    }

  return drill;
}

/* What the store has. */

static gpointer
list_trainees_work (MdgDatabase *database, gpointer data, GError **error)
{
  return mdg_database_list_trainees (database, error);
}

static gpointer
list_rounds_work (MdgDatabase *database, gpointer data, GError **error)
{
  g_autoptr (GPtrArray) trainees = mdg_database_list_trainees (database, error);

  return mdg_database_list_rounds (
    database, trainees->len > 0 ? ((const MdgTrainee *) g_ptr_array_index (trainees, 0))->id : 0,
    error);
}

static GPtrArray *
list_rounds (void)
{
  return desk_fixture_run (&fixture, list_rounds_work, NULL);
}

static void
reopen (void)
{
  GtkWidget *page;

  mdg_store_close (fixture.store);
  mdg_test_spin_pending ();
  g_object_unref (fixture.store);
  fixture.store = desk_fixture_open_store (fixture.folder);
  page = create_page (fixture.pack, fixture.store);
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (fixture.overlay), page);
  fixture.page = page;
}

/* Tests. */

static void
test_begins_without_a_name (void **state)
{
  assert_true (desk_shows (fixture.page, "Without a name"));
  guint n = count_cases ();
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

  add_trainee ("KT");
  activate ("quiz");
  await_text ("Which situation is this?");
  assert_true (desk_shows (fixture.page, "0 of 10 done"));

  first = play (0);
  assert_true (desk_shows (fixture.page, mdg_guide_text_get (&first->why)));
  assert_true (desk_shows (fixture.page, "Sources"));
  assert_non_null (desk_find (fixture.page, MDG_TYPE_BASIS_VIEW, 0));
  next ();

  for (guint i = 0; i < MDG_RETURN_AFTER; i++)
    {
      other = play (G_MAXUINT);
      assert_ptr_not_equal (other, first);
      next ();
    }
  await_text ("3 of 10 done");
  await_text ("Once more");
  assert_ptr_equal (play (G_MAXUINT), first);
  next ();
  await_text ("4 of 10 done");
  assert_false (desk_shows (fixture.page, "Once more"));
  for (guint i = 0; i < 6; i++)
    {
      play (G_MAXUINT);
      next ();
    }

  await_type (MDG_TYPE_ROUND_RESULT);
  await_text ("9 of 10 right the first time");
  assert_true (desk_shows (fixture.page, "What Was Wrong"));

  rounds = list_rounds ();
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
  await_text ("0 of 1 done");
  assert_ptr_equal (play (G_MAXUINT), first);
}

/* Each answer is in the store when it is said to be right or wrong. */
static void
test_each_answer_is_saved_before_it_is_shown (void **state)
{
  const MdgDrill *drill;

  add_trainee ("KT");
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (desk_find_named (fixture.page, "cases")), TRUE);
  mdg_test_spin_for (50);
  activate ("reader-fault");
  assert_true (mdg_test_spin_until (shows_choices, NULL));
  drill = get_drill ();
  assert_string_equal (drill->situation, "reader-fault");
  for (guint step = 0; step <= drill->path->len; step++)
    {
      const char *right = step == 0 ? drill->situation : g_ptr_array_index (drill->path, step - 1);
      g_autoptr (GPtrArray) rounds = NULL;
      const MdgAttempt *attempt;
      g_auto (GStrv) choices = NULL;

      choose (right);
      rounds = list_rounds ();
      attempt = mdg_round_find_attempt (g_ptr_array_index (rounds, 0), 0);
      choices = g_strsplit (attempt->choices, " ", -1);
      assert_int_equal (g_strv_length (choices), step + 1);
      assert_string_equal (choices[step], right);
      assert_int_equal (attempt->is_finished, step == drill->path->len);
      next ();
    }
}

/* Left in the middle of a drill, it goes on there: in the same page, and in another process. */
static void
test_leave_and_go_on (void **state)
{
  const MdgDrill *drill;
  const MdgNode *question;

  add_trainee ("KT");
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (desk_find_named (fixture.page, "cases")), TRUE);
  mdg_test_spin_for (50);
  activate ("invalid");
  play (0);
  next ();
  assert_true (mdg_test_spin_until (shows_choices, NULL));
  drill = get_drill ();
  choose (drill->situation);

  desk_press (fixture.page, GDK_KEY_Left, GDK_ALT_MASK);
  await_text ("Under Way");
  assert_true (desk_shows (fixture.page, "Go On: Eligibility invalid"));
  adw_action_row_activate (ADW_ACTION_ROW (desk_find (fixture.page, ADW_TYPE_ACTION_ROW, 2)));
  await_type (MDG_TYPE_DRILL_PLAYER);

  reopen ();
  await_text ("Go On: Eligibility invalid");
  assert_true (desk_shows (fixture.page, "1 of ") && desk_shows (fixture.page, " asked"));
  adw_action_row_activate (ADW_ACTION_ROW (desk_find (fixture.page, ADW_TYPE_ACTION_ROW, 2)));
  question = mdg_drill_get_step (drill, fixture.pack, mdg_day_new (2026, 11, 22), 0);
  await_text (mdg_guide_text_get (&question->text));
  assert_ptr_equal (get_drill (), drill);
  assert_true (desk_shows (fixture.page, "Question 2 of"));
}

/* One wrong answer less, or one more, is the difference. */
static void
take_exam (gboolean is_passed)
{
  guint n = count_cases ();
  guint n_right = is_passed ? (n * 4 + 4) / 5 : (n * 4 + 4) / 5 - 1;
  g_autofree char *score = g_strdup_printf ("%u of %u right", n_right, n);
  g_autoptr (GPtrArray) rounds = NULL;
  const MdgRound *round;

  add_trainee ("KT");
  activate ("exam");
  for (guint i = 0; i < n; i++)
    {
      const MdgDrill *drill;

      assert_true (mdg_test_spin_until (shows_choices, NULL));
      drill = get_drill ();
      if (i == 0)
        {
          /* No help: the situations stand there without the line that tells them apart. */
          const MdgSituation *situation =
            mdg_guide_pack_find_situation (fixture.pack, drill->situation);

          assert_false (desk_shows (fixture.page, mdg_guide_text_get (&situation->line)));
        }
      assert_false (desk_shows (fixture.page, "Once more"));
      play (i < n - n_right ? 0 : G_MAXUINT);
      next ();
    }
  await_text (score);

  rounds = list_rounds ();
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
  activate ("record");
  await_text ("Exams");
  assert_true (desk_shows (fixture.page, "Passed"));
  assert_true (desk_shows (fixture.page, "Certificate"));
}

static void
test_keys (void **state)
{
  add_trainee ("KT");
  activate ("quiz");
  assert_true (mdg_test_spin_until (shows_choices, NULL));

  /* A key without a button does nothing. */
  next ();
  assert_false (shows_next (NULL));
  desk_press (fixture.page, GDK_KEY_2, 0);
  assert_true (mdg_test_spin_until (shows_next, NULL));

  /* Nor do digits once there is an answer. */
  desk_press (fixture.page, GDK_KEY_1, 0);
  assert_true (shows_next (NULL));
  desk_press (fixture.page, GDK_KEY_KP_Enter, 0);
  assert_true (mdg_test_spin_until (shows_choices, NULL));
  assert_true (desk_shows (fixture.page, "Question 2 of"));
}

static void
test_record (void **state)
{
  const MdgDrill *drill;
  GtkWidget *view;

  add_trainee ("KT");
  activate ("quiz");
  drill = play (0);
  next ();
  play (G_MAXUINT);
  next ();
  desk_press (fixture.page, GDK_KEY_Left, GDK_ALT_MASK);
  await_text ("1 of 2 right so far · 1 drill is due");
  activate ("record");
  await_type (MDG_TYPE_TRAINING_RECORD_VIEW);
  view = desk_find (fixture.page, MDG_TYPE_TRAINING_RECORD_VIEW, 0);
  assert_true (desk_shows (view, "KT"));
  assert_true (desk_shows (view, "2, of which 1 right"));
  assert_true (desk_shows (view, "Weak"));
  assert_true (desk_shows (view, "0 of 1 right · last "));
  assert_true (desk_shows (view, "1 of 1 right · last "));
  assert_true (desk_shows (view, "Latest Attempts"));
  assert_false (desk_shows (view, "Passed"));

  /* A weak case is practised from here. */
  activate (drill->situation);
  assert_true (mdg_test_spin_until (shows_choices, NULL));
  assert_string_equal (get_drill ()->situation, drill->situation);
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

  add_trainee ("KT");
  activate ("quiz");
  play (0);
  desk_press (fixture.page, GDK_KEY_Left, GDK_ALT_MASK);
  click_tip ("Change the Name");
  type_name ("Hanako");
  respond ("save");
  assert_true (mdg_test_spin_until (has_trainee, (gpointer) "Hanako"));
  assert_true (desk_shows (fixture.page, "0 of 1 right so far"));

  click_tip ("Delete This Name and Its Record");
  assert_string_equal (adw_alert_dialog_get_heading (get_dialog ()), "Delete “Hanako”?");
  respond ("cancel");
  trainees = desk_fixture_run (&fixture, list_trainees_work, NULL);
  assert_int_equal (trainees->len, 1);

  click_tip ("Delete This Name and Its Record");
  respond ("delete");
  assert_true (mdg_test_spin_until (has_nobody, NULL));
  after = desk_fixture_run (&fixture, list_trainees_work, NULL);
  assert_int_equal (after->len, 0);
  assert_false (desk_shows (fixture.page, "Under Way"));
  assert_false (desk_shows (fixture.page, "Training Record"));
}

/* Two of the same name would be one record to whoever reads it. */
static void
test_same_name_is_refused (void **state)
{
  g_autoptr (GPtrArray) trainees = NULL;

  add_trainee ("KT");
  click_tip ("Add a Name");
  assert_false (adw_alert_dialog_get_response_enabled (get_dialog (), "save"));
  type_name ("  KT ");
  assert_true (adw_alert_dialog_get_response_enabled (get_dialog (), "save"));
  respond ("save");
  await_text ("Somebody called “KT” is there already");
  trainees = desk_fixture_run (&fixture, list_trainees_work, NULL);
  assert_int_equal (trainees->len, 1);
}

static void
test_chosen_trainee_is_remembered (void **state)
{
  add_trainee ("KT");
  add_trainee ("MS");
  adw_combo_row_set_selected (ADW_COMBO_ROW (desk_find (fixture.page, ADW_TYPE_COMBO_ROW, 0)), 1);
  assert_true (mdg_test_spin_until (has_trainee, (gpointer) "KT"));
  g_ptr_array_unref (list_rounds ());
  reopen ();
  assert_true (mdg_test_spin_until (has_trainee, (gpointer) "KT"));
}

static void
test_nobody_leaves_nothing (void **state)
{
  g_autoptr (GPtrArray) trainees = NULL;

  activate ("quiz");
  for (guint i = 0; i < 10; i++)
    {
      play (i == 9 ? 0 : G_MAXUINT);
      next ();
    }
  play (G_MAXUINT);
  next ();
  await_text ("9 of 10 right the first time");
  trainees = desk_fixture_run (&fixture, list_trainees_work, NULL);
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
  activate ("quiz");
  assert_true (mdg_test_spin_until (has_level, NULL));
  for (guint i = 0; i < 10; i++)
    {
      assert_int_equal (play (G_MAXUINT)->level, 3);
      next ();
    }
  await_text ("10 of 10 right the first time");
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
  add_trainee ("KT");
  activate ("record");
  await_type (MDG_TYPE_TRAINING_RECORD_VIEW);
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
  activate ("other");
  await_text ("The other view");
  desk_press (fixture.page, GDK_KEY_Left, GDK_ALT_MASK);
  await_text ("Something Else");
}

static void
test_page_is_finalized (void **state)
{
  GtkWidget *page;

  add_trainee ("KT");
  activate ("quiz");
  assert_true (mdg_test_spin_until (shows_choices, NULL));
  desk_press (fixture.page, GDK_KEY_1, 0);
  page = g_object_ref (fixture.page);
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (fixture.overlay), NULL);
  g_ptr_array_unref (list_rounds ());
  mdg_test_spin_for (50);
  mdg_test_assert_finalize (page);
}

#define page_test(name) cmocka_unit_test_setup_teardown (name, set_up, tear_down)

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
