/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-fixture.h"

#include "desk/outreach/mdg-outreach-page.h"
#include "desk/outreach/mdg-outreach-row.h"

static DeskFixture fixture;

static GtkWidget *
create_page (MdgGuidePack *pack, MdgStore *store)
{
  return GTK_WIDGET (mdg_outreach_page_new (pack));
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

static guint
count_rows (void)
{
  return desk_count (fixture.page, MDG_TYPE_OUTREACH_ROW);
}

static gboolean
is_count (gpointer data)
{
  return count_rows () == *(guint *) data;
}

static void
await_rows (guint n_rows)
{
  assert_true (mdg_test_spin_until (is_count, &n_rows));
}

static void
choose (guint drop_down, guint entry)
{
  gtk_drop_down_set_selected (
    GTK_DROP_DOWN (desk_find (fixture.page, GTK_TYPE_DROP_DOWN, drop_down)), entry);
}

static void
search (const char *words)
{
  gtk_editable_set_text (GTK_EDITABLE (desk_find (fixture.page, GTK_TYPE_SEARCH_ENTRY, 0)), words);
}

static void
test_shows_everything (void **state)
{
  assert_int_equal (count_rows (), 20 + 24);
  assert_true (desk_shows (fixture.page, "20 of 20 measures"));
  assert_true (desk_shows (fixture.page, "24 of 24 materials"));
  assert_true (desk_shows (fixture.page, "13 November 2025"));

  /* In English the ministry's own words stand below the translation. */
  assert_true (desk_shows (fixture.page, "毎月のオンライン請求時にポップアップ画面の表示"));
  assert_true (desk_shows (fixture.page, "A pop-up shown at each monthly online claim"));
}

static void
test_filters (void **state)
{
  choose (0, 1 + MDG_AUDIENCE_FACILITIES);
  await_rows (6 + 16);
  assert_true (desk_shows (fixture.page, "6 of 20 measures"));
  choose (1, 1 + MDG_OUTREACH_CONTINUING);
  await_rows (3);
  assert_true (desk_shows (fixture.page, "3 of 20 measures"));
  choose (0, 1 + MDG_AUDIENCE_PUBLIC);
  choose (1, 1 + MDG_OUTREACH_CURRENT);
  await_rows (9);
  choose (1, 1 + MDG_OUTREACH_PLANNED);
  await_rows (2);
  choose (0, 1 + MDG_AUDIENCE_INSURERS);
  await_rows (0);
  assert_true (desk_shows (fixture.page, "Nothing Found"));
  choose (0, 0);
  choose (1, 0);
  await_rows (44);
}

static void
test_search_in_both_languages (void **state)
{
  search ("ゆーちゅーぶ");
  await_rows (0);
  search ("YOUTUBE");
  await_rows (3);
  search ("居宅同意取得型");
  await_rows (1);
  search ("Sign Language");
  await_rows (1);
  search ("");
  await_rows (44);
}

static void
test_page_is_finalized (void **state)
{
  GtkWidget *page = g_object_ref (fixture.page);

  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (fixture.overlay), NULL);
  mdg_test_spin_for (50);
  mdg_test_assert_finalize (page);
}

#define page_test(name) cmocka_unit_test_setup_teardown (name, set_up, tear_down)

int
main (void)
{
  const struct CMUnitTest tests[] = {
    page_test (test_shows_everything),
    page_test (test_filters),
    page_test (test_search_in_both_languages),
    page_test (test_page_is_finalized),
  };

  mdg_test_require_display ();
  adw_init ();

  return mdg_test_run (tests);
}
