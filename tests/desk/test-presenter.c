/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk-fixture.h"

#include "core/mdg-database-private.h"
#include "core/mdg-session.h"
#include "desk/training/mdg-presenter-choice.h"
#include "desk/training/mdg-presenter-fit.h"
#include "desk/training/mdg-presenter-keys.h"
#include "desk/training/mdg-presenter-window.h"
#include "guide/mdg-session-plan.h"

static DeskFixture fixture;
static MdgPresenterWindow *window;
static MdgPresentation *presentation;

static GtkWidget *
create_page (MdgGuidePack *pack, MdgStore *store)
{
  return gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
}

static gpointer
add_work (MdgDatabase *database, gpointer data, GError **error)
{
  return GSIZE_TO_POINTER (mdg_database_add_session (database, data, error));
}

static gpointer
list_work (MdgDatabase *database, gpointer data, GError **error)
{
  return mdg_database_list_sessions (database, error);
}

/* What the store has after everything that was asked of it. */
static MdgSession *
get_stored (void)
{
  g_autoptr (GPtrArray) sessions = desk_fixture_run (&fixture, list_work, NULL);

  mdg_test_spin_pending ();
  assert_int_equal (sessions->len, 1);

  return mdg_session_copy (g_ptr_array_index (sessions, 0));
}

static void
open_window (void)
{
  g_autoptr (MdgSession) session = get_stored ();

  window = mdg_presenter_window_new (fixture.pack, fixture.store, session);
  presentation = mdg_presenter_window_get_presentation (window);
  gtk_window_set_default_size (GTK_WINDOW (window), 1000, 700);
  mdg_presenter_window_start (window, NULL);
  mdg_test_spin_for (50);
}

static void
plan (const char *const *drill_ids)
{
  g_autoptr (MdgSession) session = mdg_session_new ();

  session->day = mdg_day_new (2026, 11, 22);
  g_set_str (&session->title, "Morning");
  g_set_str (&session->attendees, "A\nB\nC\nD");
  for (guint i = 0; drill_ids[i] != NULL; i++)
    mdg_session_plan_add (session, fixture.pack, mdg_drill_find (fixture.pack, drill_ids[i]));
  assert_non_null (desk_fixture_run (&fixture, add_work, session));
}

static int
set_up (void **state)
{
  desk_fixture_init (&fixture, create_page);
  plan ((const char *const[]) { "dot-in-name", "phone-portal", NULL });
  open_window ();

  return 0;
}

static int
tear_down (void **state)
{
  g_autoptr (GSettings) settings = g_settings_new (APP_ID);

  g_settings_reset (settings, "presenter-text-size");
  g_settings_reset (settings, "presenter-light");
  if (window != NULL)
    gtk_window_destroy (GTK_WINDOW (window));
  window = NULL;
  mdg_test_spin_for (20);
  desk_fixture_clear (&fixture);

  return 0;
}

/* A key as the keyboard would give it: its keycode is looked up on the display's keyboard. */
static gboolean
press (guint keyval, GdkModifierType state)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (window));
  g_autofree GdkKeymapKey *keys = NULL;
  int n_keys = 0;
  gboolean handled = FALSE;

  gdk_display_map_keyval (gtk_widget_get_display (GTK_WIDGET (window)), keyval, &keys, &n_keys);
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller) &&
          gtk_event_controller_get_propagation_phase (controller) == GTK_PHASE_CAPTURE)
        {
          g_signal_emit_by_name (controller, "key-pressed", keyval,
                                 n_keys > 0 ? keys[0].keycode : 0, state, &handled);
          break;
        }
    }
  mdg_test_spin_pending ();

  return handled;
}

static void
press_times (guint keyval, guint n)
{
  for (guint i = 0; i < n; i++)
    press (keyval, 0);
}

static gboolean
is_saved (gpointer data)
{
  return !mdg_presenter_window_is_saving (window);
}

static gboolean
shows (const char *text)
{
  return desk_shows (GTK_WIDGET (window), text);
}

static void
test_every_forward_and_back_key (void **state)
{
  const guint forward[] = { GDK_KEY_Page_Down, GDK_KEY_Right, GDK_KEY_space, GDK_KEY_Return,
                            GDK_KEY_KP_Enter };
  const guint back[] = { GDK_KEY_Page_Up, GDK_KEY_Left, GDK_KEY_BackSpace };

  for (guint i = 0; i < G_N_ELEMENTS (forward); i++)
    {
      assert_true (press (forward[i], 0));
      assert_int_equal (mdg_presentation_get_frame (presentation), i + 1);
    }
  for (guint i = 0; i < G_N_ELEMENTS (back); i++)
    {
      assert_true (press (back[i], 0));
      assert_int_equal (mdg_presentation_get_frame (presentation), 4 - i);
    }
}

static void
test_what_is_shown (void **state)
{
  const MdgDrill *drill = mdg_presentation_get_drill (presentation);

  assert_true (shows ("Scenario 1 of 2"));
  assert_true (shows (mdg_guide_text_get (&drill->age)));
  assert_true (shows (mdg_guide_text_get (&drill->visit)));
  assert_true (shows (mdg_guide_text_get (&drill->brought)));
  assert_true (shows (mdg_guide_text_get (&drill->shows)));

  press (GDK_KEY_Page_Down, 0);
  assert_true (shows ("Which situation is this?"));
  assert_true (shows ("0 of 4 have voted"));
  assert_false (shows ("Right answer"));
  for (guint i = 0; i < mdg_presentation_get_n_choices (presentation); i++)
    assert_true (shows (mdg_guide_text_get (mdg_presentation_get_choice (presentation, i)->text)));

  press (GDK_KEY_Page_Down, 0);
  assert_true (shows ("Right answer"));

  press_times (GDK_KEY_Page_Down, 3);
  assert_true (shows (mdg_guide_text_get (&mdg_presentation_get_outcome (presentation)->say)));
  assert_true (shows (mdg_guide_text_get (&mdg_presentation_get_outcome (presentation)->charge)));
  assert_true (shows (mdg_guide_text_get (&mdg_presentation_get_outcome (presentation)->claim)));

  press (GDK_KEY_Page_Down, 0);
  assert_true (shows (mdg_guide_text_get (&drill->why)));
  assert_true (shows ("Ministry of Health, Labour and Welfare"));

  press (GDK_KEY_Page_Down, 0);
  assert_true (shows ("Scenario 2 of 2"));
}

static void
test_votes_by_key (void **state)
{
  press (GDK_KEY_1, 0);
  assert_int_equal (mdg_presentation_count_votes (presentation), 0);
  press (GDK_KEY_Page_Down, 0);
  press (GDK_KEY_1, 0);
  press (GDK_KEY_2, 0);
  press (GDK_KEY_KP_2, 0);
  press (GDK_KEY_9, 0);
  assert_int_equal (mdg_presentation_get_votes (presentation, 0), 1);
  assert_int_equal (mdg_presentation_get_votes (presentation, 1), 2);
  assert_true (shows ("2 votes"));
  assert_true (shows ("3 of 4 have voted"));

  /* Shift and a digit give another sign, which depends on the keyboard. */
  press (GDK_KEY_at, GDK_SHIFT_MASK);
  assert_int_equal (mdg_presentation_get_votes (presentation, 1), 1);
  press (GDK_KEY_exclam, GDK_SHIFT_MASK);
  assert_int_equal (mdg_presentation_get_votes (presentation, 0), 0);
  press (GDK_KEY_minus, 0);
  assert_int_equal (mdg_presentation_count_votes (presentation), 0);

  press_times (GDK_KEY_3, 5);
  assert_true (shows ("5 votes, but only 4 take part"));
  press (GDK_KEY_Delete, 0);
  assert_true (shows ("0 of 4 have voted"));
}

static void
test_votes_by_mouse (void **state)
{
  GtkWidget *choice;

  press (GDK_KEY_Page_Down, 0);
  choice = desk_find (GTK_WIDGET (window), MDG_TYPE_PRESENTER_CHOICE, 2);
  desk_click (desk_find (choice, GTK_TYPE_BUTTON, 1));
  desk_click (desk_find (choice, GTK_TYPE_BUTTON, 1));
  desk_click (desk_find (choice, GTK_TYPE_BUTTON, 0));
  assert_int_equal (mdg_presentation_get_votes (presentation, 2), 1);
  assert_true (desk_shows (choice, "1 vote"));

  /* The keys are still the presenter's. */
  assert_true (press (GDK_KEY_space, 0));
  assert_int_equal (mdg_presentation_get_frame (presentation), 2);
  assert_null (
    desk_find (desk_find (GTK_WIDGET (window), MDG_TYPE_PRESENTER_CHOICE, 0), GTK_TYPE_BUTTON, 0));
}

static void
test_everything_is_stored_at_once (void **state)
{
  g_autoptr (MdgSession) begun = get_stored ();
  g_autoptr (MdgSession) session = NULL;
  const MdgSessionStep *step;
  guint right = 0;

  assert_true (begun->started_at > 0);
  press (GDK_KEY_Page_Down, 0);
  for (guint i = 0; i < mdg_presentation_get_n_choices (presentation); i++)
    if (mdg_presentation_is_right (presentation, i))
      right = i;
  press (GDK_KEY_1 + right, 0);
  press (GDK_KEY_1 + right, 0);

  /* Not said before the store has said so. */
  mdg_presentation_forward (presentation);
  assert_true (shows ("Saving…"));
  assert_false (shows ("Saved"));
  assert_true (mdg_test_spin_until (is_saved, NULL));
  assert_true (shows ("Saved"));
  assert_true (shows ("The right answer has the most votes"));

  session = get_stored ();
  assert_int_equal (session->scenario, 0);
  assert_int_equal (session->frame, 2);
  assert_int_equal (session->finished_at, 0);
  step = mdg_session_find_step (session, 0, 0);
  assert_string_equal (step->question, "Which situation is this?");
  assert_true (step->revealed_at > 0);
  assert_int_equal (mdg_session_step_count_votes (step), 2);
  assert_int_equal (mdg_session_step_get_verdict (step), MDG_VERDICT_RIGHT);
}

static void
test_continues_and_finishes (void **state)
{
  g_autoptr (MdgSession) session = NULL;

  press_times (GDK_KEY_Page_Down, 3);
  press_times (GDK_KEY_2, 3);
  press (GDK_KEY_Escape, 0);
  window = NULL;
  mdg_test_spin_for (50);

  open_window ();
  assert_int_equal (mdg_presentation_get_frame (presentation), 3);
  assert_int_equal (mdg_presentation_get_votes (presentation, 1), 3);

  press (GDK_KEY_End, 0);
  assert_int_equal (mdg_presentation_get_scenario (presentation), 1);
  assert_int_equal (mdg_presentation_get_frame (presentation), 0);
  while (mdg_presentation_get_frame_kind (presentation) != MDG_FRAME_END)
    press (GDK_KEY_Page_Down, 0);
  assert_true (shows ("The End"));
  session = get_stored ();
  assert_true (session->finished_at >= session->started_at);

  press (GDK_KEY_Home, 0);
  assert_int_equal (mdg_presentation_get_scenario (presentation), 0);
  assert_int_equal (mdg_presentation_get_frame (presentation), 0);
}

static void
test_blank_screen (void **state)
{
  const guint keys[] = { GDK_KEY_b, GDK_KEY_B, GDK_KEY_period, GDK_KEY_w };

  press_times (GDK_KEY_Page_Down, 3);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      const guint returns[] = { GDK_KEY_Page_Down, GDK_KEY_x, GDK_KEY_1, GDK_KEY_Escape };

      press (keys[i], 0);
      assert_int_not_equal (mdg_presentation_get_blank (presentation), MDG_BLANK_NONE);
      assert_null (desk_find (GTK_WIDGET (window), GTK_TYPE_LABEL, 0));
      assert_null (desk_find (GTK_WIDGET (window), GTK_TYPE_BUTTON, 0));

      /* Shift by itself is no key that returns. */
      press (GDK_KEY_Shift_L, 0);
      assert_int_not_equal (mdg_presentation_get_blank (presentation), MDG_BLANK_NONE);

      assert_true (press (returns[i], 0));
      assert_int_equal (mdg_presentation_get_blank (presentation), MDG_BLANK_NONE);
      assert_int_equal (mdg_presentation_get_frame (presentation), 3);
      assert_int_equal (mdg_presentation_count_votes (presentation), 0);
      assert_true (shows ("Question 2 of 2"));
    }
}

static void
test_text_size_is_remembered (void **state)
{
  g_autoptr (GSettings) settings = g_settings_new (APP_ID);
  MdgPresenterFit *fit =
    MDG_PRESENTER_FIT (desk_find (GTK_WIDGET (window), MDG_TYPE_PRESENTER_FIT, 0));
  double normal;

  mdg_test_spin_for (50);
  normal = mdg_presenter_fit_get_scale (fit);
  press (GDK_KEY_minus, GDK_CONTROL_MASK);
  press (GDK_KEY_minus, GDK_CONTROL_MASK);
  assert_int_equal (g_settings_get_int (settings, "presenter-text-size"), 80);
  mdg_test_spin_for (50);
  assert_true (mdg_presenter_fit_get_scale (fit) < normal * 0.9);

  press (GDK_KEY_0, GDK_CONTROL_MASK);
  assert_int_equal (g_settings_get_int (settings, "presenter-text-size"), 100);
  press (GDK_KEY_plus, GDK_CONTROL_MASK | GDK_SHIFT_MASK);
  assert_int_equal (g_settings_get_int (settings, "presenter-text-size"), 110);
  for (guint i = 0; i < 40; i++)
    press (GDK_KEY_plus, GDK_CONTROL_MASK);
  assert_int_equal (g_settings_get_int (settings, "presenter-text-size"), 300);
  for (guint i = 0; i < 40; i++)
    press (GDK_KEY_minus, GDK_CONTROL_MASK);
  assert_int_equal (g_settings_get_int (settings, "presenter-text-size"), 50);

  press (GDK_KEY_i, 0);
  assert_true (g_settings_get_boolean (settings, "presenter-light"));
  assert_true (gtk_widget_has_css_class (GTK_WIDGET (window), "light"));
}

static void
test_help_lists_the_keys (void **state)
{
  assert_null (adw_window_get_visible_dialog (ADW_WINDOW (window)));
  press (GDK_KEY_F1, 0);
  mdg_test_spin_for (50);
  assert_true (shows ("Page Down, Right, Space, Enter"));

  /* The keys are the dialog's while it is open. */
  assert_false (press (GDK_KEY_Page_Down, 0));
  assert_int_equal (mdg_presentation_get_frame (presentation), 0);
  press (GDK_KEY_question, GDK_SHIFT_MASK);
  mdg_test_spin_for (50);
  assert_null (adw_window_get_visible_dialog (ADW_WINDOW (window)));
  assert_true (press (GDK_KEY_Page_Down, 0));
}

/* Whether the slide is no wider than the window, and all of its height can be scrolled to. */
static gboolean
is_whole (gpointer data)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (data);
  GtkWidget *fit = desk_find (data, MDG_TYPE_PRESENTER_FIT, 0);
  GtkWidget *slide = gtk_widget_get_first_child (fit);
  graphene_rect_t bounds, own;
  int height;

  if (!gtk_widget_compute_bounds (slide, fit, &bounds) ||
      !gtk_widget_compute_bounds (slide, slide, &own))
    return FALSE;
  gtk_widget_measure (slide, GTK_ORIENTATION_VERTICAL, (int) own.size.width, &height, NULL, NULL,
                      NULL);

  return bounds.size.width <= (float) gtk_widget_get_width (fit) + 1 &&
         own.size.height >= (float) height &&
         gtk_adjustment_get_upper (adjustment) + 1 >= (double) bounds.size.height;
}

static void
test_nothing_is_sideways_or_cut (void **state)
{
  const struct
  {
    int width, height, text_size;
  } sizes[] = {
    { 800, 600, 100 }, { 1200, 700, 100 }, { 360, 600, 100 }, { 800, 600, 300 }, { 640, 360, 200 }
  };
  g_autoptr (GSettings) settings = g_settings_new (APP_ID);
  GtkWidget *scrolled = desk_find (GTK_WIDGET (window), GTK_TYPE_SCROLLED_WINDOW, 0);
  int least_width;

  press (GDK_KEY_End, 0);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_settings_set_int (settings, "presenter-text-size", sizes[i].text_size);
      gtk_window_set_default_size (GTK_WINDOW (window), sizes[i].width, sizes[i].height);
      for (guint frame = 0; frame < mdg_presentation_get_n_frames (presentation, 1); frame++)
        {
          mdg_presentation_go_to (presentation, 1, frame);
          mdg_test_spin_for (60);
          assert_true (mdg_test_spin_until (is_whole, scrolled));

          /* The window is never made wider by what it shows. */
          gtk_widget_measure (desk_find (scrolled, MDG_TYPE_PRESENTER_FIT, 0),
                              GTK_ORIENTATION_HORIZONTAL, -1, &least_width, NULL, NULL, NULL);
          assert_int_equal (least_width, 0);
        }
    }
}

static gboolean
is_long (gpointer adjustment)
{
  return gtk_adjustment_get_upper (adjustment) > gtk_adjustment_get_page_size (adjustment);
}

/* Going on with long text shows the rest of it first, and the next frame begins at its top. */
static void
test_long_text_is_not_passed_over (void **state)
{
  g_autoptr (GSettings) settings = g_settings_new (APP_ID);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (
    GTK_SCROLLED_WINDOW (desk_find (GTK_WIDGET (window), GTK_TYPE_SCROLLED_WINDOW, 0)));
  guint n_pages = 0;

  g_settings_set_int (settings, "presenter-text-size", 300);
  mdg_presentation_go_to (presentation, 1, 1);
  assert_true (mdg_test_spin_until (is_long, adjustment));
  while (mdg_presentation_get_frame (presentation) == 1 && n_pages++ < 50)
    press (GDK_KEY_Page_Down, 0);
  assert_true (n_pages > 1);
  mdg_test_spin_for (50);
  assert_int_equal (mdg_presentation_get_frame (presentation), 2);
  assert_true (gtk_adjustment_get_value (adjustment) < 1);
}

static gpointer
rename_work (MdgDatabase *database, gpointer data, GError **error)
{
  return GINT_TO_POINTER (mdg_database_exec (database, data, error));
}

/* What the store refuses is told, and tried again with the next touch. */
static void
test_what_is_not_saved_is_said_and_tried_again (void **state)
{
  g_autoptr (MdgSession) session = NULL;

  press (GDK_KEY_Page_Down, 0);
  assert_true (mdg_test_spin_until (is_saved, NULL));
  desk_fixture_run (&fixture, rename_work,
                    (gpointer) "ALTER TABLE session_votes RENAME TO elsewhere");
  press (GDK_KEY_1, 0);
  assert_true (mdg_test_spin_until (is_saved, NULL));
  assert_true (shows ("Not saved"));
  press (GDK_KEY_Page_Down, 0);
  assert_true (mdg_test_spin_until (is_saved, NULL));
  assert_true (shows ("Not saved"));

  desk_fixture_run (&fixture, rename_work,
                    (gpointer) "ALTER TABLE elsewhere RENAME TO session_votes");
  press (GDK_KEY_Page_Down, 0);
  assert_true (mdg_test_spin_until (is_saved, NULL));
  assert_false (shows ("Not saved"));
  session = get_stored ();
  assert_int_equal (mdg_session_step_count_votes (mdg_session_find_step (session, 0, 0)), 1);
  assert_true (mdg_session_find_step (session, 0, 0)->revealed_at > 0);
}

/* There is no next touch when the window is closed. */
static void
test_what_is_not_saved_is_tried_again_at_the_end (void **state)
{
  g_autoptr (MdgSession) session = NULL;

  press (GDK_KEY_Page_Down, 0);
  assert_true (mdg_test_spin_until (is_saved, NULL));
  desk_fixture_run (&fixture, rename_work,
                    (gpointer) "ALTER TABLE session_votes RENAME TO elsewhere");
  press (GDK_KEY_1, 0);
  assert_true (mdg_test_spin_until (is_saved, NULL));
  assert_true (shows ("Not saved"));

  desk_fixture_run (&fixture, rename_work,
                    (gpointer) "ALTER TABLE elsewhere RENAME TO session_votes");
  gtk_window_close (GTK_WINDOW (window));
  window = NULL;
  session = get_stored ();
  assert_int_equal (mdg_session_step_count_votes (mdg_session_find_step (session, 0, 0)), 1);
}

static void
test_keys (void **state)
{
  guint digit;

  assert_int_equal (mdg_presenter_keys_find (GDK_KEY_exclam, GDK_KEY_1, GDK_SHIFT_MASK, &digit),
                    MDG_PRESENTER_UNVOTE);
  assert_int_equal (digit, 1);
  /* On a Japanese keyboard. */
  assert_int_equal (mdg_presenter_keys_find (GDK_KEY_quotedbl, GDK_KEY_2, GDK_SHIFT_MASK, &digit),
                    MDG_PRESENTER_UNVOTE);
  assert_int_equal (digit, 2);
  assert_int_equal (
    mdg_presenter_keys_find (GDK_KEY_semicolon, GDK_KEY_semicolon, GDK_CONTROL_MASK, &digit),
    MDG_PRESENTER_LARGER);
  /* On a French one, digits need Shift. */
  assert_int_equal (mdg_presenter_keys_find (GDK_KEY_KP_7, GDK_KEY_KP_Home, 0, &digit),
                    MDG_PRESENTER_VOTE);
  assert_int_equal (digit, 7);
  assert_int_equal (mdg_presenter_keys_find (GDK_KEY_0, GDK_KEY_0, 0, &digit),
                    MDG_PRESENTER_NOTHING);
  assert_int_equal (mdg_presenter_keys_find (GDK_KEY_Left, GDK_KEY_Left, GDK_ALT_MASK, &digit),
                    MDG_PRESENTER_NOTHING);
  assert_int_equal (mdg_presenter_keys_find (GDK_KEY_b, GDK_KEY_b, GDK_CONTROL_MASK, &digit),
                    MDG_PRESENTER_NOTHING);
  assert_int_equal (mdg_presenter_keys_find (GDK_KEY_W, GDK_KEY_w, GDK_LOCK_MASK, &digit),
                    MDG_PRESENTER_WHITE);
  for (guint i = 0; i < mdg_presenter_keys_get_n (); i++)
    {
      const char *keys = NULL;
      const char *what = NULL;

      mdg_presenter_keys_describe (i, &keys, &what);
      assert_non_null (keys);
      assert_non_null (what);
    }
}

static void
test_window_is_finalized (void **state)
{
  gpointer weak = window;

  g_object_add_weak_pointer (G_OBJECT (window), &weak);
  press_times (GDK_KEY_Page_Down, 2);
  gtk_window_destroy (GTK_WINDOW (window));
  window = NULL;
  mdg_session_free (get_stored ());
  mdg_test_spin_for (50);
  assert_null (weak);
}

#define presenter_test(name) cmocka_unit_test_setup_teardown (name, set_up, tear_down)

int
main (void)
{
  const struct CMUnitTest tests[] = {
    presenter_test (test_every_forward_and_back_key),
    presenter_test (test_what_is_shown),
    presenter_test (test_votes_by_key),
    presenter_test (test_votes_by_mouse),
    presenter_test (test_everything_is_stored_at_once),
    presenter_test (test_continues_and_finishes),
    presenter_test (test_blank_screen),
    presenter_test (test_text_size_is_remembered),
    presenter_test (test_help_lists_the_keys),
    presenter_test (test_nothing_is_sideways_or_cut),
    presenter_test (test_long_text_is_not_passed_over),
    presenter_test (test_what_is_not_saved_is_said_and_tried_again),
    presenter_test (test_what_is_not_saved_is_tried_again_at_the_end),
    cmocka_unit_test (test_keys),
    presenter_test (test_window_is_finalized),
  };

  mdg_test_require_display ();
  adw_init ();

  return mdg_test_run (tests);
}
