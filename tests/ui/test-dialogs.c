/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mdg-ui-fixture.h"

#include "app/mdg-area-choice.h"
#include "app/mdg-facility-choice.h"
#include "app/mdg-first-start-dialog.h"
#include "app/mdg-next-deck-dialog.h"
#include "app/mdg-preferences-dialog.h"
#include "core/mdg-clock.h"
#include "core/mdg-format.h"

static GtkWidget *
present (MdgUiFixture *fixture, gpointer dialog)
{
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (fixture->window));
  mdg_test_spin_for (50);

  return GTK_WIDGET (dialog);
}

static void
close_dialog (GtkWidget *dialog)
{
  gpointer weak = dialog;

  g_object_add_weak_pointer (G_OBJECT (dialog), &weak);
  adw_dialog_force_close (ADW_DIALOG (dialog));
  mdg_test_spin_for (50);
  assert_null (weak);
}

static GtkWidget *
present_first_start (MdgUiFixture *fixture)
{
  g_settings_reset (fixture->settings, "home-area");
  g_settings_reset (fixture->settings, "home-facility-type");
  g_settings_set_boolean (fixture->settings, "first-start-done", FALSE);
  mdg_figure_model_set_area (fixture->model, MDG_AREA_NONE);

  return present (fixture, mdg_first_start_dialog_new (fixture->model, fixture->settings));
}

static void
test_first_start_answers (void **state)
{
  MdgUiFixture *fixture = *state;
  GtkWidget *dialog = present_first_start (fixture);
  GtkWidget *area = mdg_ui_find (dialog, ADW_TYPE_COMBO_ROW, "Prefecture");
  GtkWidget *type = mdg_ui_find (dialog, ADW_TYPE_COMBO_ROW, "Kind of Facility");
  GtkWidget *start = mdg_ui_find (dialog, GTK_TYPE_BUTTON, "_Start");
  g_autofree char *code = NULL;
  g_autofree char *id = NULL;

  assert_ptr_equal (adw_dialog_get_default_widget (ADW_DIALOG (dialog)), start);
  mdg_area_choice_set (area, 7);
  mdg_facility_choice_set (type, MDG_FACILITY_PHARMACY);
  g_signal_emit_by_name (start, "clicked");
  mdg_test_spin_for (50);

  code = g_settings_get_string (fixture->settings, "home-area");
  id = g_settings_get_string (fixture->settings, "home-facility-type");
  assert_string_equal (code, "07");
  assert_string_equal (id, "pharmacy");
  assert_true (g_settings_get_boolean (fixture->settings, "first-start-done"));
  assert_int_equal (mdg_figure_model_get_home_area (fixture->model), 7);
  assert_int_equal (mdg_figure_model_get_scope (fixture->model)->area, 7);
  assert_int_equal (mdg_figure_model_get_scope (fixture->model)->facility_type,
                    MDG_FACILITY_PHARMACY);
}

static void
test_first_start_can_be_skipped (void **state)
{
  MdgUiFixture *fixture = *state;
  GtkWidget *dialog = present_first_start (fixture);
  g_autofree char *code = NULL;

  mdg_area_choice_set (mdg_ui_find (dialog, ADW_TYPE_COMBO_ROW, "Prefecture"), 7);
  g_signal_emit_by_name (mdg_ui_find (dialog, GTK_TYPE_BUTTON, "S_kip"), "clicked");
  mdg_test_spin_for (50);

  code = g_settings_get_string (fixture->settings, "home-area");
  assert_string_equal (code, "");
  assert_true (g_settings_get_boolean (fixture->settings, "first-start-done"));
}

/* Every name of a prefecture finds it, and only it. */
static void
test_prefectures_are_found_by_name (void **state)
{
  MdgUiFixture *fixture = *state;
  GtkWidget *dialog = present_first_start (fixture);
  GtkWidget *row = mdg_ui_find (dialog, ADW_TYPE_COMBO_ROW, "Prefecture");
  GtkExpression *expression = adw_combo_row_get_expression (ADW_COMBO_ROW (row));
  g_autoptr (GtkStringFilter) filter = gtk_string_filter_new (gtk_expression_ref (expression));
  GListModel *choices = adw_combo_row_get_model (ADW_COMBO_ROW (row));

  assert_true (adw_combo_row_get_enable_search (ADW_COMBO_ROW (row)));
  gtk_string_filter_set_match_mode (filter,
                                    adw_combo_row_get_search_match_mode (ADW_COMBO_ROW (row)));
  assert_int_equal (g_list_model_get_n_items (choices), MDG_N_PREFECTURES + 1);

  for (MdgArea area = 1; area <= MDG_N_PREFECTURES; area++)
    {
      const char *names[] = { mdg_area_get_name (area), mdg_area_get_kana (area),
                              mdg_area_get_romaji (area) };

      for (guint i = 0; i < G_N_ELEMENTS (names); i++)
        {
          gtk_string_filter_set_search (filter, names[i]);
          for (guint j = 1; j <= MDG_N_PREFECTURES; j++)
            {
              g_autoptr (MdgAreaChoice) choice = g_list_model_get_item (choices, j);

              assert_int_equal (gtk_filter_match (GTK_FILTER (filter), choice), j == area);
            }
        }
    }
  close_dialog (dialog);
}

static void
test_preferences (void **state)
{
  MdgUiFixture *fixture = *state;
  GtkWidget *dialog;
  GtkWidget *area;
  GtkWidget *calendar;
  g_autofree char *code = NULL;

  g_settings_set_string (fixture->settings, "home-area", "13");
  g_settings_set_string (fixture->settings, "calendar", "western");
  dialog = present (fixture, mdg_preferences_dialog_new (fixture->settings));
  area = mdg_ui_find (dialog, ADW_TYPE_COMBO_ROW, "Prefecture");
  calendar = mdg_ui_find (dialog, ADW_TYPE_COMBO_ROW, "Years in Japanese");

  assert_int_equal (mdg_area_choice_get (area), 13);
  mdg_area_choice_set (area, 47);
  code = g_settings_get_string (fixture->settings, "home-area");
  assert_string_equal (code, "47");
  assert_int_equal (mdg_figure_model_get_home_area (fixture->model), 47);

  adw_combo_row_set_selected (ADW_COMBO_ROW (calendar), 1);
  assert_int_equal (mdg_format_get_calendar (), MDG_CALENDAR_ERA);
  adw_combo_row_set_selected (ADW_COMBO_ROW (calendar), 0);
  assert_int_equal (mdg_format_get_calendar (), MDG_CALENDAR_WESTERN);
  close_dialog (dialog);
}

static void
test_reset_can_be_undone (void **state)
{
  MdgUiFixture *fixture = *state;
  GtkWidget *dialog;
  GtkWidget *reset;

  g_settings_set_string (fixture->settings, "home-area", "13");
  g_settings_set_int (fixture->settings, "class-count", 7);
  dialog = present (fixture, mdg_preferences_dialog_new (fixture->settings));
  reset = mdg_ui_find (dialog, ADW_TYPE_BUTTON_ROW, NULL);

  g_signal_emit_by_name (reset, "activated");
  assert_int_equal (g_settings_get_int (fixture->settings, "class-count"), 5);
  assert_int_equal (mdg_figure_model_get_home_area (fixture->model), MDG_AREA_NONE);
  assert_true (g_settings_get_boolean (fixture->settings, "first-start-done"));

  assert_true (mdg_ui_wait_for (dialog, GTK_TYPE_BUTTON, "_Undo"));
  g_signal_emit_by_name (mdg_ui_find (dialog, GTK_TYPE_BUTTON, "_Undo"), "clicked");
  assert_int_equal (g_settings_get_int (fixture->settings, "class-count"), 7);
  assert_int_equal (mdg_figure_model_get_home_area (fixture->model), 13);
  assert_int_equal (mdg_area_choice_get (mdg_ui_find (dialog, ADW_TYPE_COMBO_ROW, "Prefecture")),
                    13);
  close_dialog (dialog);
}

/* After 60 days the overview says how to get the next deck; before, it does not. */
static void
test_old_figures_are_told (void **state)
{
  MdgUiFixture *fixture = *state;
  GtkWidget *page;
  GtkWidget *banner;
  GtkWidget *dialog;

  mdg_window_show_page (fixture->window, "overview");
  page = mdg_window_get_page (fixture->window);
  banner = mdg_ui_find (page, ADW_TYPE_BANNER, NULL);

  mdg_clock_set_as_of (mdg_clock_get_default (), mdg_day_new (2026, 1, 12));
  assert_false (adw_banner_get_revealed (ADW_BANNER (banner)));
  mdg_clock_set_as_of (mdg_clock_get_default (), mdg_day_new (2026, 1, 13));
  assert_true (adw_banner_get_revealed (ADW_BANNER (banner)));
  mdg_test_assert_contains (adw_banner_get_title (ADW_BANNER (banner)), "61 days");

  g_signal_emit_by_name (banner, "button-clicked");
  mdg_test_spin_for (50);
  dialog = GTK_WIDGET (
    adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window)));
  assert_true (MDG_IS_NEXT_DECK_DIALOG (dialog));
  assert_true (mdg_ui_says (dialog, "マイナ保険証の利用促進等について"));
  assert_true (mdg_ui_says (dialog, "mhlw.go.jp"));
  close_dialog (dialog);

  mdg_clock_set_as_of (mdg_clock_get_default (), mdg_day_new (2025, 11, 20));
  assert_false (adw_banner_get_revealed (ADW_BANNER (banner)));
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_first_start_answers),
    cmocka_unit_test (test_first_start_can_be_skipped),
    cmocka_unit_test (test_prefectures_are_found_by_name),
    cmocka_unit_test (test_preferences),
    cmocka_unit_test (test_reset_can_be_undone),
    cmocka_unit_test (test_old_figures_are_told),
  };

  mdg_test_require_display ();

  return mdg_test_run_full (tests, mdg_ui_group_setup, mdg_ui_group_teardown);
}
