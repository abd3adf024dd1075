/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-fixture.h"

#include "chart/mdg-chart-card.h"
#include "core/mdg-desk-log.h"
#include "core/mdg-format.h"
#include "desk/flow/mdg-desk-log-dialog.h"
#include "desk/flow/mdg-desk-page.h"
#include "export/mdg-export-desk-log.h"

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

static gpointer
log_work (MdgDatabase *database, gpointer data, GError **error)
{
  return GINT_TO_POINTER (mdg_database_log_desk (database, data, error));
}

static void
add (int year, int month, guint number, const char *situation, const char *outcome)
{
  g_autoptr (GDateTime) date = g_date_time_new_local (year, month, 15, 12, 0, 0);
  g_autoptr (MdgDeskLogEntry) entry = mdg_desk_log_entry_new (
    g_date_time_to_unix_usec (date) + number, "madoguchi", "1.0", situation, outcome);

  assert_non_null (desk_fixture_run (&fixture, log_work, entry));
}

static AdwDialog *
get_dialog (void)
{
  return adw_window_get_visible_dialog (ADW_WINDOW (fixture.window));
}

static gboolean
shows_cb (gpointer text)
{
  return get_dialog () != NULL && desk_shows (GTK_WIDGET (get_dialog ()), text);
}

static gboolean
shows (const char *text)
{
  return shows_cb ((gpointer) text);
}

static void
assert_total (const char *expected)
{
  AdwActionRow *row = ADW_ACTION_ROW (desk_find_named (GTK_WIDGET (get_dialog ()), "total"));

  assert_non_null (row);
  assert_string_equal (adw_action_row_get_subtitle (row), expected);
}

static MdgChartScene *
get_scene (void)
{
  GtkWidget *card = desk_find (GTK_WIDGET (get_dialog ()), MDG_TYPE_CHART_CARD, 0);

  assert_non_null (card);

  return mdg_chart_card_get_scene (MDG_CHART_CARD (card));
}

static void
open_log (const char *expected)
{
  gtk_widget_activate_action (fixture.page, "page.log", NULL);
  assert_true (mdg_test_spin_until (shows_cb, (gpointer) expected));
  assert_true (MDG_IS_DESK_LOG_DIALOG (get_dialog ()));
}

static void
fill (void)
{
  for (guint i = 0; i < 3; i++)
    add (2026, 10, i, "pin", "out-face");
  for (guint i = 0; i < 2; i++)
    add (2026, 11, i, "invalid", "out-past");
  for (guint i = 2; i < 5; i++)
    add (2026, 11, i, "invalid", "out-declaration");
  add (2026, 11, 9, "gone-case", "gone-outcome");
}

/* It says what it keeps before it keeps anything. */
static void
test_empty_and_off (void **state)
{
  GtkWidget *row;

  open_log ("Nothing Noted Yet");
  assert_true (shows ("Nothing about the patient"));
  row = desk_find (GTK_WIDGET (get_dialog ()), ADW_TYPE_SWITCH_ROW, 0);
  assert_false (adw_switch_row_get_active (ADW_SWITCH_ROW (row)));

  adw_switch_row_set_active (ADW_SWITCH_ROW (row), TRUE);
  assert_true (mdg_desk_case_get_logging (mdg_desk_page_get_case (MDG_DESK_PAGE (fixture.page))));
}

static void
test_the_latest_month_first (void **state)
{
  MdgChartScene *scene;

  fill ();
  open_log ("Cases in All");
  scene = get_scene ();
  assert_string_equal (mdg_chart_scene_get_title (scene), "Cases at the Desk");
  assert_string_equal (mdg_chart_scene_get_subtitle (scene), "November 2026");
  assert_int_equal (mdg_chart_scene_get_n_points (scene), 2);
  assert_string_equal (mdg_chart_scene_get_point (scene, 0)->text,
                       "Eligibility invalid, or no information: 5.");
  /* What this pack does not know is still counted, by its id. */
  assert_string_equal (mdg_chart_scene_get_point (scene, 1)->text, "gone-case: 1.");
  assert_total ("6");
}

static void
test_months_can_be_chosen (void **state)
{
  AdwComboRow *row;

  fill ();
  open_log ("Cases in All");
  row = ADW_COMBO_ROW (desk_find (GTK_WIDGET (get_dialog ()), ADW_TYPE_COMBO_ROW, 0));
  assert_int_equal (g_list_model_get_n_items (adw_combo_row_get_model (row)), 3);

  adw_combo_row_set_selected (row, 1);
  mdg_test_spin_pending ();
  assert_string_equal (mdg_chart_scene_get_subtitle (get_scene ()), "October 2026");
  assert_int_equal (mdg_chart_scene_get_n_points (get_scene ()), 1);
  assert_total ("3");

  adw_combo_row_set_selected (row, 2);
  mdg_test_spin_pending ();
  assert_string_equal (mdg_chart_scene_get_subtitle (get_scene ()), "All Months");
  assert_int_equal (mdg_chart_scene_get_n_points (get_scene ()), 3);
  assert_string_equal (mdg_chart_scene_get_point (get_scene (), 0)->id, "invalid");
  assert_total ("9");
}

static gpointer
count_work (MdgDatabase *database, gpointer data, GError **error)
{
  return mdg_database_count_desk_log (database, error);
}

static void
test_csv (void **state)
{
  g_autoptr (GPtrArray) counts = NULL;
  g_autofree char *csv = NULL;

  fill ();
  add (2026, 9, 0, "=danger", "a,b");
  counts = desk_fixture_run (&fixture, count_work, NULL);
  csv = mdg_export_desk_log (counts, fixture.pack);
  assert_true (g_str_has_prefix (csv, "month,situation,outcome,count,situation_id,outcome_id\n"));
  mdg_test_assert_contains (csv, "\n2026-11,\"Eligibility invalid, or no information\",");
  mdg_test_assert_contains (csv, ",3,invalid,out-declaration\n");
  mdg_test_assert_contains (csv, "\n2026-11,gone-case,gone-outcome,1,gone-case,gone-outcome\n");
  mdg_test_assert_contains (csv, "\n2026-09,\"'=danger\",\"a,b\",1,");
}

static AdwDialog *
find_question (void)
{
  AdwDialog *dialog = get_dialog ();

  return ADW_IS_ALERT_DIALOG (dialog) ? dialog : NULL;
}

static gboolean
asks (gpointer data)
{
  return find_question () != NULL;
}

static void
answer (const char *response)
{
  AdwDialog *question;

  gtk_widget_activate_action (GTK_WIDGET (get_dialog ()), "log.delete", NULL);
  assert_true (mdg_test_spin_until (asks, NULL));
  question = find_question ();
  g_signal_emit_by_name (question, "response", response);
  adw_dialog_force_close (question);
  mdg_test_spin_for (50);
}

static gboolean
is_empty (gpointer data)
{
  return shows ("Nothing Noted Yet");
}

static void
test_delete_asks_first (void **state)
{
  g_autoptr (GPtrArray) kept = NULL;
  g_autoptr (GPtrArray) counts = NULL;

  fill ();
  open_log ("Cases in All");
  answer ("cancel");
  kept = desk_fixture_run (&fixture, count_work, NULL);
  assert_true (kept->len > 0);

  answer ("delete");
  assert_true (mdg_test_spin_until (is_empty, NULL));
  counts = desk_fixture_run (&fixture, count_work, NULL);
  assert_int_equal (counts->len, 0);
}

static void
test_large_text_fits (void **state)
{
  GtkSettings *settings = gtk_widget_get_settings (fixture.page);
  int width;
  int dpi;

  fill ();
  open_log ("Cases in All");
  g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);
  g_object_set (settings, "gtk-xft-dpi", 192 * 1024, NULL);
  mdg_test_spin_for (50);
  gtk_widget_measure (adw_dialog_get_child (get_dialog ()), GTK_ORIENTATION_HORIZONTAL, -1, &width,
                      NULL, NULL, NULL);
  g_object_set (settings, "gtk-xft-dpi", dpi, NULL);
  assert_true (width <= 360);
}

#define log_test(name) cmocka_unit_test_setup_teardown (name, set_up, tear_down)

int
main (void)
{
  const struct CMUnitTest tests[] = {
    log_test (test_empty_and_off),        log_test (test_the_latest_month_first),
    log_test (test_months_can_be_chosen), log_test (test_csv),
    log_test (test_delete_asks_first),    log_test (test_large_text_fits),
  };

  mdg_test_require_display ();
  adw_init ();

  return mdg_test_run (tests);
}
