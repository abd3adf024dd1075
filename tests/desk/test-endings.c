/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-fixture.h"

#include "desk/flow/mdg-choice-button.h"
#include "desk/flow/mdg-day-button.h"
#include "desk/flow/mdg-desk-page.h"
#include "desk/flow/mdg-outcome-card.h"
#include "desk/mdg-desk-util.h"

/* What ends soon, and what is old. */

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

static void
assert_words (MdgEndingKind kind, guint n_days, const char *expected)
{
  const MdgDay last = mdg_day_new (2026, 7, 31);
  MdgGuideEnding ending = { .kind = kind, .last_day = last, .n_days = n_days };
  g_autofree char *words = mdg_desk_format_ending (&ending);

  if (expected == NULL)
    assert_null (words);
  else
    assert_string_equal (words, expected);
}

static void
test_words (void **state)
{
  assert_words (MDG_ENDING_NONE, 0, NULL);
  assert_words (MDG_ENDING_ENDS, 30, "Ends on 31 July 2026, in 30 days");
  assert_words (MDG_ENDING_ENDS, 1, "Ends on 31 July 2026, in 1 day");
  assert_words (MDG_ENDING_ENDS, 0, "Ends on 31 July 2026, the day shown");
  assert_words (MDG_ENDING_CHANGES, 30, "Changes on 1 August 2026, in 31 days");
  assert_words (MDG_ENDING_CHANGES, 0, "Changes on 1 August 2026, in 1 day");
}

static void
show_day (MdgDay day)
{
  mdg_day_button_set_day (MDG_DAY_BUTTON (desk_find (fixture.page, MDG_TYPE_DAY_BUTTON, 0)), day);
  mdg_test_spin_pending ();
}

/* The rule on old cards ends on 31 July 2026. */
static void
test_marks_on_the_way (void **state)
{
  const MdgDay last = mdg_day_new (2026, 7, 31);

  assert_false (desk_shows (fixture.page, "Changes on"));
  show_day (last - 31);
  assert_false (desk_shows (desk_find_named (fixture.page, "old-card"), "Changes on"));
  show_day (last - 30);
  assert_true (desk_shows (desk_find_named (fixture.page, "old-card"),
                           "Changes on 1 August 2026, in 31 days"));
  assert_false (desk_shows (desk_find_named (fixture.page, "black-dot"), "Changes on"));

  desk_click (desk_find_named (fixture.page, "old-card"));
  assert_true (desk_shows (fixture.page, "Changes on 1 August 2026, in 31 days"));
  desk_press (fixture.page, GDK_KEY_1, 0);
  assert_non_null (desk_find (fixture.page, MDG_TYPE_OUTCOME_CARD, 0));
  assert_true (desk_shows (fixture.page, "Ends on 31 July 2026, in 30 days"));
  {
    g_autofree char *text = mdg_outcome_card_get_text (
      MDG_OUTCOME_CARD (desk_find (fixture.page, MDG_TYPE_OUTCOME_CARD, 0)));

    mdg_test_assert_contains (text, "Ends on 31 July 2026, in 30 days");
  }

  show_day (last - 31);
  assert_false (desk_shows (fixture.page, "Ends on 31"));
}

static MdgAgeBanner *
get_banner (void)
{
  return mdg_desk_page_get_age_banner (MDG_DESK_PAGE (fixture.page));
}

static char *
get_told (void)
{
  char *told;

  g_object_get (get_banner (), "told-pack", &told, NULL);

  return told;
}

static gboolean
is_revealed (gpointer data)
{
  return mdg_age_banner_get_revealed (get_banner ());
}

/* Opens the page anew on another day, as the next start would. */
static void
restart (MdgDay today, const char *told)
{
  mdg_clock_set_as_of (mdg_clock_get_default (), today);
  fixture.page = create_page (fixture.pack, fixture.store);
  g_object_set (get_banner (), "told-pack", told, NULL);
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (fixture.overlay), fixture.page);
  mdg_test_spin_for (100);
}

static void
test_old_pack_is_told_once (void **state)
{
  const MdgDay date = mdg_guide_pack_get_date (fixture.pack);
  g_autofree char *told = NULL;
  g_autofree char *not_told = NULL;

  restart (date + 180, "");
  assert_false (mdg_age_banner_get_revealed (get_banner ()));
  not_told = get_told ();
  assert_string_equal (not_told, "");

  restart (date + 181, "");
  assert_true (mdg_test_spin_until (is_revealed, NULL));
  assert_true (desk_shows (fixture.page, "more than 180 days ago"));
  told = get_told ();
  mdg_test_assert_contains (told, mdg_guide_pack_get_version (fixture.pack));

  /* It blocks nothing, and can be closed. */
  desk_press (fixture.page, GDK_KEY_1, 0);
  assert_true (desk_shows (fixture.page, "Where does the ● stand?"));
  desk_click (desk_find (GTK_WIDGET (get_banner ()), GTK_TYPE_BUTTON, 0));
  assert_false (mdg_age_banner_get_revealed (get_banner ()));

  restart (date + 300, told);
  assert_false (mdg_age_banner_get_revealed (get_banner ()));

  /* Of another version it is said again. */
  restart (date + 300, "madoguchi 0.9");
  assert_true (mdg_test_spin_until (is_revealed, NULL));
}

/* Looking at a day far ahead does not make the pack old. */
static void
test_age_is_that_of_today (void **state)
{
  const MdgDay date = mdg_guide_pack_get_date (fixture.pack);

  restart (date + 1, "");
  show_day (date + 400);
  mdg_test_spin_for (50);
  assert_false (mdg_age_banner_get_revealed (get_banner ()));

  /* But midnight does. */
  mdg_clock_set_as_of (mdg_clock_get_default (), date + 181);
  assert_true (mdg_test_spin_until (is_revealed, NULL));
}

#define ending_test(name) cmocka_unit_test_setup_teardown (name, set_up, tear_down)

int
main (void)
{
  const struct CMUnitTest tests[] = {
    ending_test (test_words),
    ending_test (test_marks_on_the_way),
    ending_test (test_old_pack_is_told_once),
    ending_test (test_age_is_that_of_today),
  };

  mdg_test_require_display ();
  adw_init ();

  return mdg_test_run (tests);
}
