/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mdg-ui-fixture.h"

#include "app/mdg-neighbours-button.h"
#include "app/mdg-profile-view.h"

static GtkWidget *
show_prefecture (MdgUiFixture *fixture, MdgMonth month, MdgArea area)
{
  const MdgScope wish = { month, MDG_MEASURE_USAGE_RATE_ONLINE, MDG_FACILITY_ALL, area };

  mdg_window_show_page (fixture->window, "prefecture");
  mdg_figure_model_set_scope (fixture->model, &wish);
  mdg_test_spin_for (50);

  return mdg_window_get_page (fixture->window);
}

static GtkWidget *
show_tokyo (MdgUiFixture *fixture, MdgMonth month)
{
  return show_prefecture (fixture, month, 13);
}

/* Also in a popover that is closed. */
static GtkWidget *
find_check (GtkWidget *root, const char *label)
{
  if (GTK_IS_CHECK_BUTTON (root) &&
      g_strcmp0 (gtk_check_button_get_label (GTK_CHECK_BUTTON (root)), label) == 0)
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_check (child, label);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
test_summary_is_the_profile (void **state)
{
  MdgUiFixture *fixture = *state;
  GtkWidget *page = show_tokyo (fixture, MDG_MONTH (2025, 10));
  g_autoptr (MdgProfile) profile = mdg_profile_new (mdg_figure_model_get_figures (fixture->model),
                                                    MDG_MONTH (2025, 10), 13, NULL, 0);
  g_autofree char *summary = mdg_profile_dup_summary (profile);

  assert_true (mdg_ui_says (page, summary));
}

/* A rank where the rates of the month before tell one, and else how far they tell it. */
static void
test_rank_before (void **state)
{
  MdgUiFixture *fixture = *state;
  GtkWidget *page = show_prefecture (fixture, MDG_MONTH (2025, 10), 18);

  assert_true (mdg_ui_says (page, "September 2025: 1st"));
  show_prefecture (fixture, MDG_MONTH (2025, 10), 7);
  assert_true (mdg_ui_says (page, "September 2025: 9th to 10th"));
}

static void
test_neighbours_are_shown_and_kept (void **state)
{
  MdgUiFixture *fixture = *state;
  const char *const wish[] = { "13", "47", NULL };
  GtkWidget *page = show_tokyo (fixture, MDG_MONTH (2025, 10));
  GtkWidget *view = mdg_ui_find (page, MDG_TYPE_PROFILE_VIEW, NULL);
  GtkWidget *button = mdg_ui_find (page, MDG_TYPE_NEIGHBOURS_BUTTON, NULL);
  GtkWidget *check;
  g_auto (GStrv) kept = NULL;

  assert_false (mdg_ui_says (view, "Okinawa"));
  g_settings_set_strv (fixture->settings, "neighbour-areas", wish);
  assert_true (mdg_ui_says (view, "Okinawa"));

  check = find_check (button, "Chiba");
  assert_non_null (check);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  assert_true (mdg_ui_says (view, "Chiba"));

  /* A prefecture is no neighbour of its own. */
  kept = g_settings_get_strv (fixture->settings, "neighbour-areas");
  assert_int_equal (g_strv_length (kept), 2);
  assert_string_equal (kept[0], "47");
  assert_string_equal (kept[1], "12");

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), FALSE);
  assert_false (mdg_ui_says (view, "Chiba"));
  g_settings_reset (fixture->settings, "neighbour-areas");
}

static void
test_what_is_not_known_is_said (void **state)
{
  MdgUiFixture *fixture = *state;
  GtkWidget *page = show_tokyo (fixture, MDG_MONTH (2024, 3));

  assert_true (mdg_ui_says (page, "The figures of this month do not tell."));
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_summary_is_the_profile),
    cmocka_unit_test (test_rank_before),
    cmocka_unit_test (test_neighbours_are_shown_and_kept),
    cmocka_unit_test (test_what_is_not_known_is_said),
  };

  return mdg_test_run_full (tests, mdg_ui_group_setup, mdg_ui_group_teardown);
}
