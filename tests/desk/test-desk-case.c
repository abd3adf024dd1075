/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-fixture.h"

#include "core/mdg-desk-log.h"
#include "desk/flow/mdg-choice-button.h"
#include "desk/flow/mdg-day-button.h"
#include "desk/flow/mdg-desk-page.h"
#include "desk/flow/mdg-outcome-card.h"
#include "desk/flow/mdg-path-bar.h"

static DeskFixture fixture;

static GtkWidget *
create_page (MdgGuidePack *pack, MdgStore *store)
{
  return GTK_WIDGET (mdg_desk_page_new (pack, store));
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

static MdgDeskCase *
get_case (void)
{
  return mdg_desk_page_get_case (MDG_DESK_PAGE (fixture.page));
}

static void
press (guint first, guint second, guint third)
{
  const guint digits[] = { first, second, third };

  for (guint i = 0; i < G_N_ELEMENTS (digits) && digits[i] != 0; i++)
    desk_press (fixture.page, GDK_KEY_0 + digits[i], 0);
}

static gboolean
is_at_outcome (void)
{
  return desk_find (fixture.page, MDG_TYPE_OUTCOME_CARD, 0) != NULL;
}

static void
back (guint n)
{
  for (guint i = 0; i < n; i++)
    desk_press (fixture.page, GDK_KEY_BackSpace, 0);
}

static gpointer
count_work (MdgDatabase *database, gpointer data, GError **error)
{
  return mdg_database_count_desk_log (database, error);
}

/* What the log has, asked after all that the page asked of the store. */
static GPtrArray *
count_log (void)
{
  return desk_fixture_run (&fixture, count_work, NULL);
}

static guint
count_cases (void)
{
  g_autoptr (GPtrArray) counts = count_log ();
  guint n = 0;

  for (guint i = 0; i < counts->len; i++)
    n += ((MdgDeskLogCount *) g_ptr_array_index (counts, i))->count;

  return n;
}

static void
assert_only (const char *situation, const char *outcome)
{
  g_autoptr (GPtrArray) counts = count_log ();
  const MdgDeskLogCount *count;

  assert_int_equal (counts->len, 1);
  count = g_ptr_array_index (counts, 0);
  assert_int_equal (count->count, 1);
  assert_string_equal (count->situation_id, situation);
  assert_string_equal (count->outcome_id, outcome);
}

static void
switch_on (void)
{
  mdg_desk_case_set_logging (get_case (), TRUE);
}

/* Nothing is noted before it is switched on, not even the card that is on the screen. */
static void
test_log_is_off_at_first (void **state)
{
  assert_false (mdg_desk_case_get_logging (get_case ()));
  press (1, 1, 0);
  assert_true (is_at_outcome ());
  switch_on ();
  assert_int_equal (count_cases (), 0);

  mdg_desk_case_set_logging (get_case (), FALSE);
  back (1);
  press (1, 0, 0);
  assert_int_equal (count_cases (), 0);
}

static void
test_an_outcome_is_noted (void **state)
{
  g_autoptr (GPtrArray) counts = NULL;
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  MdgMonth month = MDG_MONTH (g_date_time_get_year (now), g_date_time_get_month (now));

  switch_on ();
  press (1, 0, 0);
  assert_int_equal (count_cases (), 0);
  press (1, 0, 0);
  assert_only ("black-dot", "out-dot-name");

  /* The time is the real one, whatever day the program shows. */
  counts = count_log ();
  assert_in_range (((MdgDeskLogCount *) g_ptr_array_index (counts, 0))->month, month - 1, month);
}

/* Who goes back and decides otherwise has still seen one patient. */
static void
test_another_outcome_takes_its_place (void **state)
{
  switch_on ();
  press (1, 1, 0);
  back (1);
  assert_int_equal (count_cases (), 1);
  press (2, 0, 0);
  assert_only ("black-dot", "out-dot-address");

  /* The same again is no second case. */
  back (1);
  press (2, 0, 0);
  assert_int_equal (count_cases (), 1);
}

/* Back at the list, by whichever way, the case is over. */
static void
test_the_next_patient_is_a_new_case (void **state)
{
  switch_on ();
  press (1, 1, 0);
  back (2);
  press (1, 1, 0);
  assert_int_equal (count_cases (), 2);

  g_signal_emit_by_name (desk_find (fixture.page, MDG_TYPE_OUTCOME_CARD, 0), "start-over");
  press (1, 1, 0);
  assert_int_equal (count_cases (), 3);

  desk_click (desk_find (desk_find (fixture.page, MDG_TYPE_PATH_BAR, 0), GTK_TYPE_BUTTON, 0));
  press (1, 2, 0);
  assert_int_equal (count_cases (), 4);

  gtk_widget_activate_action (fixture.page, "page.search", NULL);
  press (1, 1, 0);
  assert_int_equal (count_cases (), 5);
}

/* Another day is looked at to learn, not for a patient. */
static void
test_only_the_rules_of_today_count (void **state)
{
  MdgDayButton *button = MDG_DAY_BUTTON (desk_find (fixture.page, MDG_TYPE_DAY_BUTTON, 0));

  switch_on ();
  mdg_day_button_set_day (button, mdg_day_new (2026, 11, 1));
  press (1, 1, 0);
  assert_true (is_at_outcome ());
  assert_int_equal (count_cases (), 0);

  mdg_day_button_set_today (button);
  back (1);
  press (2, 0, 0);
  assert_only ("black-dot", "out-dot-address");
}

static void
reopen (const char *walk)
{
  fixture.page = create_page (fixture.pack, fixture.store);
  mdg_desk_case_set_logging (get_case (), TRUE);
  assert_true (mdg_desk_case_restore (get_case (), walk));
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (fixture.overlay), fixture.page);
  mdg_test_spin_for (50);
}

/* A window that was closed goes on with the same case: it does not count twice. */
static void
test_resumed_case_is_the_same (void **state)
{
  g_autofree char *walk = NULL;

  switch_on ();
  press (1, 1, 0);
  walk = mdg_desk_case_to_text (get_case ());
  assert_int_equal (count_cases (), 1);

  reopen (walk);
  assert_true (is_at_outcome ());
  assert_int_equal (count_cases (), 1);
  back (1);
  press (2, 0, 0);
  assert_only ("black-dot", "out-dot-address");
}

static gboolean
shows_text (gpointer text)
{
  return desk_shows (fixture.overlay, text);
}

static void
test_resumes_where_it_was (void **state)
{
  g_autofree char *walk = NULL;
  GtkWidget *bar;

  assert_null (mdg_desk_case_to_text (get_case ()));
  press (3, 1, 0);
  walk = mdg_desk_case_to_text (get_case ());

  reopen (walk);
  assert_false (is_at_outcome ());
  bar = desk_find (fixture.page, MDG_TYPE_PATH_BAR, 0);
  assert_int_equal (desk_count (bar, GTK_TYPE_BUTTON), 3);
  assert_true (desk_shows (bar, "A patient is waiting"));
  assert_true (mdg_test_spin_until (shows_text, (gpointer) "Resumed where you were"));

  /* The user wanted nothing of it. */
  for (guint i = 0;; i++)
    {
      GtkWidget *button = desk_find (fixture.overlay, GTK_TYPE_BUTTON, i);

      assert_non_null (button);
      if (g_strcmp0 (gtk_button_get_label (GTK_BUTTON (button)), "_Start Over") == 0)
        {
          desk_click (button);
          break;
        }
    }
  assert_null (desk_find (fixture.page, MDG_TYPE_PATH_BAR, 0));
  assert_null (mdg_desk_case_to_text (get_case ()));
}

static void
test_resumes_on_another_day (void **state)
{
  MdgDay day = mdg_day_new (2026, 7, 1);
  MdgDayButton *button = MDG_DAY_BUTTON (desk_find (fixture.page, MDG_TYPE_DAY_BUTTON, 0));
  g_autofree char *walk = NULL;

  mdg_day_button_set_day (button, day);
  desk_click (desk_find_named (fixture.page, "old-card"));
  press (1, 0, 0);
  walk = mdg_desk_case_to_text (get_case ());

  reopen (walk);
  button = MDG_DAY_BUTTON (desk_find (fixture.page, MDG_TYPE_DAY_BUTTON, 0));
  assert_int_equal (mdg_day_button_get_day (button), day);
  assert_true (adw_banner_get_revealed (ADW_BANNER (desk_find (fixture.page, ADW_TYPE_BANNER, 0))));
  assert_true (desk_shows (fixture.page, "This time the ordinary share may be taken"));
}

static void
test_what_cannot_be_resumed (void **state)
{
  guint n_changes = 0;

  g_signal_connect_swapped (get_case (), "changed", G_CALLBACK (mdg_test_count_cb), &n_changes);
  assert_false (mdg_desk_case_restore (get_case (), NULL));
  assert_false (mdg_desk_case_restore (get_case (), "garbage"));
  assert_int_equal (n_changes, 0);
  assert_null (desk_find (fixture.page, MDG_TYPE_PATH_BAR, 0));
}

static char *failure;

static void
failed_cb (MdgDeskCase *desk_case, const char *message)
{
  g_set_str (&failure, message);
}

static gboolean
has_failed (gpointer data)
{
  return failure != NULL;
}

/* A case that cannot be noted is said, and stands in nobody's way. */
static void
test_a_store_that_is_closed (void **state)
{
  g_signal_connect (get_case (), "failed", G_CALLBACK (failed_cb), NULL);
  switch_on ();
  mdg_store_close (fixture.store);
  press (1, 1, 0);
  assert_true (is_at_outcome ());
  assert_true (mdg_test_spin_until (has_failed, NULL));
  g_clear_pointer (&failure, g_free);
}

#define case_test(name) cmocka_unit_test_setup_teardown (name, set_up, tear_down)

int
main (void)
{
  const struct CMUnitTest tests[] = {
    case_test (test_log_is_off_at_first),
    case_test (test_an_outcome_is_noted),
    case_test (test_another_outcome_takes_its_place),
    case_test (test_the_next_patient_is_a_new_case),
    case_test (test_only_the_rules_of_today_count),
    case_test (test_resumed_case_is_the_same),
    case_test (test_resumes_where_it_was),
    case_test (test_resumes_on_another_day),
    case_test (test_what_cannot_be_resumed),
    case_test (test_a_store_that_is_closed),
  };

  mdg_test_require_display ();
  adw_init ();

  return mdg_test_run (tests);
}
