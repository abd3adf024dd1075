/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk-fixture.h"

#include "core/mdg-session.h"
#include "core/mdg-training.h"
#include "desk/training/mdg-session-dialog.h"
#include "desk/training/mdg-session-record-view.h"
#include "desk/training/mdg-session-scenarios.h"
#include "desk/training/mdg-sessions-view.h"
#include "guide/mdg-session-plan.h"

static DeskFixture fixture;

static GtkWidget *
create_page (MdgGuidePack *pack, MdgStore *store)
{
  return GTK_WIDGET (mdg_sessions_view_new (pack, store));
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
  g_autoptr (GSettings) settings = g_settings_new (APP_ID);
  MdgPresenterWindow *presenter =
    mdg_sessions_view_get_presenter (MDG_SESSIONS_VIEW (fixture.page));

  if (presenter != NULL)
    gtk_window_destroy (GTK_WINDOW (presenter));
  g_settings_reset (settings, "session-trainer");
  desk_fixture_clear (&fixture);

  return 0;
}

static gpointer
list_work (MdgDatabase *database, gpointer data, GError **error)
{
  return mdg_database_list_sessions (database, error);
}

static gpointer
add_trainee_work (MdgDatabase *database, gpointer data, GError **error)
{
  return GSIZE_TO_POINTER (mdg_database_add_trainee (database, data, error));
}

static GPtrArray *
list (void)
{
  GPtrArray *sessions = desk_fixture_run (&fixture, list_work, NULL);

  mdg_test_spin_pending ();

  return sessions;
}

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
has_dialog (gpointer data)
{
  return desk_find (fixture.window, MDG_TYPE_SESSION_DIALOG, 0) != NULL;
}

static gboolean
has_no_dialog (gpointer data)
{
  return !has_dialog (NULL);
}

static GtkWidget *
open_dialog (const char *button)
{
  desk_click (desk_find_button (fixture.page, button));
  assert_true (mdg_test_spin_until (has_dialog, NULL));
  mdg_test_spin_for (50);

  return desk_find (fixture.window, MDG_TYPE_SESSION_DIALOG, 0);
}

static void
set_row (GtkWidget *dialog, guint index, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (desk_find (dialog, ADW_TYPE_ENTRY_ROW, index)), text);
}

static void
set_attendees (GtkWidget *dialog, const char *text)
{
  gtk_text_buffer_set_text (
    gtk_text_view_get_buffer (GTK_TEXT_VIEW (desk_find (dialog, GTK_TYPE_TEXT_VIEW, 0))), text, -1);
}

static void
plan (const char *title, guint n)
{
  GtkWidget *dialog = open_dialog ("_New Session");

  set_row (dialog, 0, " Tanaka ");
  set_row (dialog, 1, title);
  set_attendees (dialog, "Sato\n\nSuzuki\n");
  adw_spin_row_set_value (ADW_SPIN_ROW (desk_find (dialog, ADW_TYPE_SPIN_ROW, 0)), n);
  desk_click (desk_find_button (dialog, "_Plan"));
  assert_true (mdg_test_spin_until (has_no_dialog, NULL));
  await_text ("Planned, not presented yet");
}

static void
test_empty_view_says_what_a_session_is (void **state)
{
  await_text ("No Sessions Yet");
  assert_true (desk_shows (fixture.page, "the right answer is revealed step by step"));
}

static void
test_planning (void **state)
{
  g_autoptr (GPtrArray) sessions = NULL;
  g_autoptr (GSettings) settings = g_settings_new (APP_ID);
  g_autofree char *trainer = NULL;
  const MdgSession *session;

  plan ("Morning <meeting>", 4);
  assert_true (desk_shows (fixture.page, "22 November 2026 · Morning <meeting>"));
  assert_true (desk_shows (fixture.page, "2 people: Sato, Suzuki"));
  assert_true (desk_shows (fixture.page, "No votes yet"));
  assert_true (desk_shows (fixture.page, "4. "));

  sessions = list ();
  assert_int_equal (sessions->len, 1);
  session = g_ptr_array_index (sessions, 0);
  assert_int_equal (session->day, mdg_day_new (2026, 11, 22));
  assert_string_equal (session->trainer, "Tanaka");
  assert_string_equal (session->pack_version, mdg_guide_pack_get_version (fixture.pack));
  assert_int_equal (session->scenarios->len, 4);
  assert_int_equal (mdg_session_count_attendees (session), 2);

  /* The trainer is remembered. */
  trainer = g_settings_get_string (settings, "session-trainer");
  assert_string_equal (trainer, "Tanaka");
  desk_click (desk_find_button (fixture.page, "All Sessions"));
  assert_true (desk_shows (fixture.page, "Tanaka · 2 people · 4 scenarios"));
  assert_string_equal (gtk_editable_get_text (GTK_EDITABLE (
                         desk_find (open_dialog ("_New Session"), ADW_TYPE_ENTRY_ROW, 0))),
                       "Tanaka");
}

static void
test_scenarios_are_chosen_by_hand (void **state)
{
  g_autoptr (GPtrArray) sessions = NULL;
  const MdgSession *session;
  const char *const wanted[] = { "phone-portal", "dot-in-name" };
  GtkWidget *dialog = open_dialog ("_New Session");
  GtkWidget *scenarios = desk_find (dialog, MDG_TYPE_SESSION_SCENARIOS, 0);
  GtkWidget *by_hand = desk_find (scenarios, ADW_TYPE_SWITCH_ROW, 0);

  adw_switch_row_set_active (ADW_SWITCH_ROW (by_hand), TRUE);
  mdg_test_spin_for (50);
  assert_false (gtk_widget_is_sensitive (desk_find_button (dialog, "_Plan")));
  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    {
      GtkWidget *row = desk_find_named (scenarios, wanted[i]);

      assert_non_null (row);
      gtk_check_button_set_active (GTK_CHECK_BUTTON (desk_find (row, GTK_TYPE_CHECK_BUTTON, 0)),
                                   TRUE);
    }
  assert_true (desk_shows (scenarios, "2 scenarios ticked"));
  desk_click (desk_find_button (dialog, "_Plan"));
  await_text ("Planned, not presented yet");

  /* In the order of ticking. */
  sessions = list ();
  session = g_ptr_array_index (sessions, 0);
  assert_int_equal (session->scenarios->len, 2);
  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    assert_string_equal (
      ((MdgSessionScenario *) g_ptr_array_index (session->scenarios, i))->drill_id, wanted[i]);
}

static void
test_level_and_case_narrow_the_choice (void **state)
{
  GtkWidget *dialog = open_dialog ("_New Session");
  MdgSessionScenarios *scenarios =
    MDG_SESSION_SCENARIOS (desk_find (dialog, MDG_TYPE_SESSION_SCENARIOS, 0));
  AdwComboRow *level_row =
    ADW_COMBO_ROW (desk_find (GTK_WIDGET (scenarios), ADW_TYPE_COMBO_ROW, 0));
  AdwComboRow *case_row = ADW_COMBO_ROW (desk_find (GTK_WIDGET (scenarios), ADW_TYPE_COMBO_ROW, 1));
  AdwSpinRow *count_row = ADW_SPIN_ROW (desk_find (GTK_WIDGET (scenarios), ADW_TYPE_SPIN_ROW, 0));
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  g_autoptr (GPtrArray) of_level = NULL;
  g_autoptr (GPtrArray) of_case = NULL;

  assert_int_equal (mdg_session_scenarios_count (scenarios), 5);
  adw_combo_row_set_selected (level_row, 2);
  adw_spin_row_set_value (count_row, 99);
  of_level = mdg_session_scenarios_pick (scenarios, rand);
  assert_true (of_level->len > 5);
  for (guint i = 0; i < of_level->len; i++)
    assert_int_equal (((MdgDrill *) g_ptr_array_index (of_level, i))->level, 2);

  adw_combo_row_set_selected (level_row, 0);
  adw_combo_row_set_selected (case_row, 1);
  adw_spin_row_set_value (count_row, 99);
  of_case = mdg_session_scenarios_pick (scenarios, rand);
  assert_true (of_case->len > 0);
  for (guint i = 0; i < of_case->len; i++)
    assert_string_equal (((MdgDrill *) g_ptr_array_index (of_case, i))->situation,
                         ((MdgDrill *) g_ptr_array_index (of_case, 0))->situation);
}

static void
test_trainees_are_suggested (void **state)
{
  GtkWidget *dialog;

  assert_non_null (desk_fixture_run (&fixture, add_trainee_work, (gpointer) "Watanabe"));
  plan ("First", 1);
  desk_click (desk_find_button (fixture.page, "All Sessions"));
  dialog = open_dialog ("_New Session");
  set_attendees (dialog, "Sato");
  desk_click (desk_find_button (dialog, "Watanabe"));
  assert_false (gtk_widget_is_sensitive (desk_find_button (dialog, "Watanabe")));
  assert_true (desk_shows (dialog, "2 people, one name a line"));
  desk_click (desk_find_button (dialog, "_Plan"));
  await_text ("2 people: Sato, Watanabe");
}

static void
test_edit_after_the_fact (void **state)
{
  GtkWidget *dialog;
  g_autoptr (GPtrArray) sessions = NULL;
  const MdgSession *session;

  plan ("Morning", 3);
  dialog = open_dialog ("Edit the Session");
  assert_null (desk_find (dialog, MDG_TYPE_SESSION_SCENARIOS, 0));
  set_row (dialog, 0, "Ito");
  set_attendees (dialog, "Kato");
  desk_click (desk_find_button (dialog, "_Save"));
  await_text ("1 person: Kato");
  assert_true (desk_shows (fixture.page, "Ito"));

  sessions = list ();
  session = g_ptr_array_index (sessions, 0);
  assert_string_equal (session->trainer, "Ito");
  assert_string_equal (session->title, "Morning");
  assert_int_equal (session->scenarios->len, 3);
}

static void
test_presenting_and_the_record (void **state)
{
  MdgPresenterWindow *window;
  MdgPresentation *presentation;
  g_autoptr (GPtrArray) sessions = NULL;
  const MdgSession *session;

  plan ("Morning", 1);
  desk_click (desk_find_button (fixture.page, "_Present"));
  window = mdg_sessions_view_get_presenter (MDG_SESSIONS_VIEW (fixture.page));
  assert_non_null (window);
  presentation = mdg_presenter_window_get_presentation (window);

  /* There is one window, however often it is asked for. */
  desk_click (desk_find_button (fixture.page, "_Present"));
  assert_ptr_equal (mdg_sessions_view_get_presenter (MDG_SESSIONS_VIEW (fixture.page)), window);

  mdg_presentation_forward (presentation);
  for (guint i = 0; i < mdg_presentation_get_n_choices (presentation); i++)
    mdg_presentation_vote (presentation, i, mdg_presentation_is_right (presentation, i) ? 5 : 1);
  mdg_presentation_forward (presentation);
  gtk_window_close (GTK_WINDOW (window));
  await_text ("Most were right");
  assert_null (mdg_sessions_view_get_presenter (MDG_SESSIONS_VIEW (fixture.page)));
  assert_true (desk_shows (fixture.page, "5 votes"));
  assert_true (desk_shows (fixture.page, "Right answer"));
  assert_true (desk_shows (fixture.page, "Which situation is this?"));
  assert_true (desk_shows (fixture.page, "Most of the group was right on 1 of 1 question"));
  assert_true (desk_shows (fixture.page, "Begun "));

  /* Left in the middle, it is continued there. */
  desk_click (desk_find_button (fixture.page, "_Continue"));
  window = mdg_sessions_view_get_presenter (MDG_SESSIONS_VIEW (fixture.page));
  presentation = mdg_presenter_window_get_presentation (window);
  assert_int_equal (mdg_presentation_get_frame (presentation), 2);
  gtk_window_close (GTK_WINDOW (window));
  mdg_test_spin_for (50);

  desk_click (desk_find_button (fixture.page, "_Finish"));
  await_text ("Finished ");
  sessions = list ();
  session = g_ptr_array_index (sessions, 0);
  assert_true (session->finished_at >= session->started_at);

  /* What is finished is shown again from its beginning, with its votes. */
  desk_click (desk_find_button (fixture.page, "_Show Again"));
  window = mdg_sessions_view_get_presenter (MDG_SESSIONS_VIEW (fixture.page));
  presentation = mdg_presenter_window_get_presentation (window);
  assert_int_equal (mdg_presentation_get_frame (presentation), 0);
  mdg_presentation_forward (presentation);
  assert_true (mdg_presentation_count_votes (presentation) >= 5);
}

static gboolean
has_toast (gpointer data)
{
  return desk_shows (fixture.overlay, "The session was deleted");
}

static void
test_deleting_can_be_undone (void **state)
{
  g_autoptr (GPtrArray) before = NULL;

  plan ("Morning", 1);
  desk_click (desk_find_button (fixture.page, "Delete This Session"));
  await_text ("No Sessions Yet");
  before = list ();
  assert_int_equal (before->len, 1);
  assert_true (mdg_test_spin_until (has_toast, NULL));
  mdg_test_spin_for (50);
  desk_click (desk_find (desk_find (fixture.overlay, g_type_from_name ("AdwToastWidget"), 0),
                         GTK_TYPE_BUTTON, 0));
  await_text ("Planned");

  desk_click (desk_find_button (fixture.page, "_New Session"));
  assert_true (mdg_test_spin_until (has_dialog, NULL));
}

static void
test_deleting (void **state)
{
  g_autoptr (GPtrArray) after = NULL;

  plan ("Morning", 1);
  desk_click (desk_find_button (fixture.page, "Delete This Session"));
  await_text ("No Sessions Yet");
  adw_toast_overlay_dismiss_all (ADW_TOAST_OVERLAY (fixture.overlay));
  mdg_test_spin_for (50);
  after = list ();
  assert_int_equal (after->len, 0);
}

/* Puts another view in the place of one that is closed. */
static void
show_new_view (void)
{
  fixture.page = GTK_WIDGET (mdg_sessions_view_new (fixture.pack, fixture.store));
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (fixture.overlay), fixture.page);
}

/* Closed before it was too late to take it back, the view still does what it said it did. */
static void
test_deleting_and_closing (void **state)
{
  g_autoptr (GPtrArray) after = NULL;

  plan ("Morning", 1);
  desk_click (desk_find_button (fixture.page, "Delete This Session"));
  await_text ("No Sessions Yet");
  show_new_view ();
  mdg_test_spin_for (50);
  after = list ();
  assert_int_equal (after->len, 0);
}

static gboolean
shows_empty (gpointer data)
{
  return desk_shows (fixture.page, "No Sessions Yet");
}

/* Closed while the store still plans the session. */
static void
test_planning_and_closing (void **state)
{
  g_autoptr (MdgSession) session = mdg_session_new ();
  g_autoptr (GPtrArray) after = NULL;

  mdg_test_spin_until (shows_empty, NULL);
  g_signal_emit_by_name (open_dialog ("_New Session"), "save", session);
  show_new_view ();
  after = list ();
  assert_int_equal (after->len, 1);
}

static void
test_view_is_finalized (void **state)
{
  GtkWidget *page;

  plan ("Morning", 2);
  page = g_object_ref (fixture.page);
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (fixture.overlay), NULL);
  g_ptr_array_unref (list ());
  mdg_test_spin_for (50);
  mdg_test_assert_finalize (page);
  show_new_view ();
}

#define view_test(name) cmocka_unit_test_setup_teardown (name, set_up, tear_down)

int
main (void)
{
  const struct CMUnitTest tests[] = {
    view_test (test_empty_view_says_what_a_session_is),
    view_test (test_planning),
    view_test (test_scenarios_are_chosen_by_hand),
    view_test (test_level_and_case_narrow_the_choice),
    view_test (test_trainees_are_suggested),
    view_test (test_edit_after_the_fact),
    view_test (test_presenting_and_the_record),
    view_test (test_deleting_can_be_undone),
    view_test (test_deleting),
    view_test (test_deleting_and_closing),
    view_test (test_planning_and_closing),
    view_test (test_view_is_finalized),
  };

  mdg_test_require_display ();
  adw_init ();

  return mdg_test_run (tests);
}
