/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "guide-fixture.h"

#include <string.h>

#include "guide/mdg-checklist-snapshot.h"

#define N_MUTATIONS 3000

static MdgGuidePack *pack;

static int
load (void **state)
{
  pack = mdg_guide_pack_new_builtin (NULL);

  return pack != NULL ? 0 : -1;
}

static int
unload (void **state)
{
  g_clear_pointer (&pack, mdg_guide_pack_unref);

  return 0;
}

static MdgOwnList *
new_own (const char *id, const char *title)
{
  MdgOwnList *own = mdg_own_list_new (id, title);
  MdgOwnItem *item = g_new0 (MdgOwnItem, 1);

  item->id = 7;
  item->text = g_strdup ("\"鍵\" \\ 👩‍⚕️ を確かめる");
  g_ptr_array_add (own->items, item);

  return own;
}

static void
expect_text (const MdgGuideText *found, const MdgGuideText *expected)
{
  for (guint i = 0; i < MDG_N_LANGUAGES; i++)
    {
      assert_int_equal (found->in[i] != NULL, expected->in[i] != NULL);
      if (expected->in[i] != NULL)
        assert_string_equal (found->in[i], expected->in[i]);
    }
}

static void
expect_basis (const MdgGuideBasis *found, const MdgGuideBasis *expected)
{
  assert_int_equal (found->valid_from, expected->valid_from);
  assert_int_equal (found->valid_until, expected->valid_until);
  expect_text (&found->doubt, &expected->doubt);
  assert_int_equal (found->sources->len, expected->sources->len);
  for (guint i = 0; i < found->sources->len; i++)
    {
      const MdgGuideSource *source = g_ptr_array_index (found->sources, i);
      const MdgGuideSource *original = g_ptr_array_index (expected->sources, i);

      assert_string_equal (source->id, original->id);
      expect_text (&source->title, &original->title);
      expect_text (&source->publisher, &original->publisher);
      assert_int_equal (g_strcmp0 (source->url, original->url), 0);
      assert_int_equal (g_strcmp0 (source->edition, original->edition), 0);
      assert_int_equal (source->page, original->page);
      assert_int_equal (source->date, original->date);
      assert_int_equal (source->official, original->official);
    }
}

/* Whatever the pack says about a checklist, a run of it keeps. */
static void
test_every_checklist_is_kept_whole (void **state)
{
  GPtrArray *checklists = mdg_guide_pack_get_checklists (pack);

  assert_true (checklists->len > 0);
  for (guint i = 0; i < checklists->len; i++)
    {
      const MdgChecklist *checklist = g_ptr_array_index (checklists, i);
      g_autofree char *text = mdg_checklist_snapshot_write (checklist, NULL, MDG_DAY_NONE);
      g_autofree char *again = mdg_checklist_snapshot_write (checklist, NULL, MDG_DAY_NONE);
      g_autoptr (MdgChecklistSnapshot) snapshot = mdg_checklist_snapshot_new_from_text (text);
      const MdgChecklist *kept = mdg_checklist_snapshot_get_checklist (snapshot);

      assert_string_equal (text, again);
      assert_false (mdg_checklist_snapshot_is_damaged (snapshot));
      assert_string_equal (mdg_guide_pack_get_id (kept->pack), mdg_guide_pack_get_id (pack));
      assert_string_equal (mdg_guide_pack_get_version (kept->pack),
                           mdg_guide_pack_get_version (pack));
      assert_int_equal (mdg_guide_pack_get_date (kept->pack), mdg_guide_pack_get_date (pack));
      expect_text (mdg_guide_pack_get_title (kept->pack), mdg_guide_pack_get_title (pack));
      assert_string_equal (kept->id, checklist->id);
      assert_string_equal (kept->icon, checklist->icon);
      expect_text (&kept->title, &checklist->title);
      expect_text (&kept->line, &checklist->line);
      expect_basis (&kept->basis, &checklist->basis);
      assert_int_equal (kept->items->len, checklist->items->len);
      for (guint j = 0; j < kept->items->len; j++)
        {
          const MdgChecklistItem *item = g_ptr_array_index (kept->items, j);
          const MdgChecklistItem *original = g_ptr_array_index (checklist->items, j);

          assert_string_equal (item->id, original->id);
          assert_false (item->is_own);
          expect_text (&item->text, &original->text);
          expect_text (&item->help, &original->help);
          expect_basis (&item->basis, &original->basis);
        }
    }
}

static void
test_own_items_are_marked (void **state)
{
  const MdgChecklist *checklist = mdg_guide_pack_find_checklist (pack, "reader-check");
  g_autoptr (MdgOwnList) own = new_own ("reader-check", NULL);
  g_autofree char *text = mdg_checklist_snapshot_write (checklist, own, MDG_DAY_NONE);
  g_autoptr (MdgChecklistSnapshot) snapshot = mdg_checklist_snapshot_new_from_text (text);
  const MdgChecklist *kept = mdg_checklist_snapshot_get_checklist (snapshot);
  const MdgChecklistItem *item = mdg_checklist_find_item (kept, "own:7");

  assert_int_equal (kept->items->len, checklist->items->len + 1);
  assert_non_null (item);
  assert_true (item->is_own);
  assert_string_equal (item->text.in[MDG_LANGUAGE_ENGLISH],
                       "\"鍵\" \\ 👩‍⚕️ を確かめる");
  assert_string_equal (item->text.in[MDG_LANGUAGE_JAPANESE],
                       "\"鍵\" \\ 👩‍⚕️ を確かめる");
  assert_int_equal (item->basis.sources->len, 0);
  assert_false (mdg_checklist_snapshot_is_damaged (snapshot));
}

static void
test_own_checklist (void **state)
{
  g_autoptr (MdgOwnList) own = new_own ("own:3", "閉店前");
  g_autofree char *text = mdg_checklist_snapshot_write (NULL, own, MDG_DAY_NONE);
  g_autoptr (MdgChecklistSnapshot) snapshot = mdg_checklist_snapshot_new_from_text (text);
  const MdgChecklist *kept = mdg_checklist_snapshot_get_checklist (snapshot);

  assert_string_equal (mdg_guide_pack_get_id (kept->pack), "");
  assert_string_equal (mdg_guide_pack_get_version (kept->pack), "");
  assert_string_equal (kept->id, "own:3");
  assert_string_equal (kept->title.in[MDG_LANGUAGE_ENGLISH], "閉店前");
  assert_int_equal (kept->items->len, 1);
}

/* A checklist is begun with what holds on that day. */
static void
test_day_decides_which_items (void **state)
{
  g_autoptr (JsonNode) root = guide_fixture_load_small ();
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (MdgGuidePack) small = NULL;
  const struct
  {
    MdgDay day;
    guint n_items;
  } cases[] = {
    { mdg_day_new (2026, 7, 31), 2 },
    { mdg_day_new (2026, 8, 1), 1 },
    { MDG_DAY_NONE, 2 },
  };

  guide_fixture_edit (root, "$.checklists[0].items[1].valid_until", "\"2026-07-31\"");
  small = guide_fixture_read (root, &problems);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = mdg_checklist_snapshot_write (
        mdg_guide_pack_find_checklist (small, "c"), NULL, cases[i].day);
      g_autoptr (MdgChecklistSnapshot) snapshot = mdg_checklist_snapshot_new_from_text (text);

      assert_int_equal (mdg_checklist_snapshot_get_checklist (snapshot)->items->len,
                        cases[i].n_items);
    }
}

static void
test_what_can_be_read_is_read (void **state)
{
  static const char text[] =
    "{ \"format\": \"other\", \"later\": [1, {}], \"pack\": { \"id\": \"p\", \"version\": 5 },"
    "  \"sources\": [ 1, { \"id\": \"s\" }, { \"id\": \"t\", \"title\": { \"ja\": \"題\" },"
    "    \"page\": \"x\", \"official\": 1, \"date\": \"never\" } ],"
    "  \"checklist\": { \"id\": \"c\", \"title\": { \"en\": \"T\" }, \"source\": [ \"t\", \"u\", 3 ],"
    "    \"items\": [ 3, null, { \"id\": \"a\" }, { \"text\": { \"ja\": \"x\" } },"
    "      { \"id\": \"b\", \"text\": { \"ja\": \"文\" }, \"source\": 4, \"help\": [] },"
    "      { \"id\": \"b\", \"text\": { \"ja\": \"twice\" } },"
    "      { \"id\": \"d\", \"text\": { \"ja\": \"\", \"en\": \"E\" }, \"valid_from\": 1 } ] } }";
  g_autoptr (MdgChecklistSnapshot) snapshot = mdg_checklist_snapshot_new_from_text (text);
  const MdgChecklist *kept = mdg_checklist_snapshot_get_checklist (snapshot);

  assert_true (mdg_checklist_snapshot_is_damaged (snapshot));
  assert_string_equal (mdg_guide_pack_get_version (kept->pack), "?");
  assert_string_equal (mdg_guide_pack_get_title (kept->pack)->in[MDG_LANGUAGE_JAPANESE], "?");
  assert_string_equal (kept->title.in[MDG_LANGUAGE_JAPANESE], "T");
  assert_string_equal (kept->line.in[MDG_LANGUAGE_JAPANESE], "");
  assert_int_equal (kept->basis.sources->len, 1);
  assert_int_equal (kept->items->len, 2);
  assert_string_equal (mdg_checklist_find_item (kept, "b")->text.in[MDG_LANGUAGE_ENGLISH], "文");
  assert_string_equal (mdg_checklist_find_item (kept, "d")->text.in[MDG_LANGUAGE_JAPANESE], "E");
}

static void
test_nothing_to_read (void **state)
{
  static const char *const texts[] = {
    "",
    "{",
    "[]",
    "null",
    "{}",
    "{ \"checklist\": 1 }",
    "{ \"checklist\": {} }",
    "{ \"checklist\": { \"items\": [] } }",
    "{ \"checklist\": { \"items\": [ { \"id\": \"a\" } ] } }",
  };
  g_autofree char *deep = g_strnfill (100000, '[');
  g_autofree char *long_text = g_strnfill (3 * 1024 * 1024, ' ');

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    assert_null (mdg_checklist_snapshot_new_from_text (texts[i]));
  assert_null (mdg_checklist_snapshot_new_from_text (deep));
  assert_null (mdg_checklist_snapshot_new_from_text (long_text));
}

/* However a snapshot was damaged, reading it ends, and what it gives can be shown. */
static void
test_damage_does_no_harm (void **state)
{
  const MdgChecklist *checklist = mdg_guide_pack_find_checklist (pack, "reader-check");
  g_autofree char *text = mdg_checklist_snapshot_write (checklist, NULL, MDG_DAY_NONE);
  g_autoptr (GRand) rand = mdg_test_new_rand ();
  gsize length = strlen (text);
  guint n_read = 0;

  for (guint i = 0; i < N_MUTATIONS; i++)
    {
      g_autofree char *damaged = g_strdup (text);
      guint n_edits = g_rand_int_range (rand, 1, 4);
      g_autoptr (MdgChecklistSnapshot) snapshot = NULL;

      for (guint j = 0; j < n_edits; j++)
        damaged[g_rand_int_range (rand, 0, length)] =
          "{}[]\",:\\0aZ\x80 \n1"[g_rand_int_range (rand, 0, 15)];
      if (g_rand_int_range (rand, 0, 10) == 0)
        damaged[g_rand_int_range (rand, 0, length)] = '\0';

      snapshot = mdg_checklist_snapshot_new_from_text (damaged);
      if (snapshot == NULL)
        continue;
      n_read++;
      checklist = mdg_checklist_snapshot_get_checklist (snapshot);
      assert_true (checklist->items->len > 0);
      assert_non_null (mdg_guide_text_get (&checklist->title));
      for (guint j = 0; j < checklist->items->len; j++)
        {
          const MdgChecklistItem *item = g_ptr_array_index (checklist->items, j);

          assert_non_null (item->id);
          assert_non_null (mdg_guide_text_get (&item->text));
          assert_non_null (item->basis.sources);
        }
    }
  assert_true (n_read > 100);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_every_checklist_is_kept_whole),
    cmocka_unit_test (test_own_items_are_marked),
    cmocka_unit_test (test_own_checklist),
    cmocka_unit_test (test_day_decides_which_items),
    cmocka_unit_test (test_what_can_be_read_is_read),
    cmocka_unit_test (test_nothing_to_read),
    cmocka_unit_test (test_damage_does_no_harm),
  };

  return mdg_test_run_full (tests, load, unload);
}
