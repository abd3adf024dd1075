/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "guide-fixture.h"

#include <string.h>

#include "guide/mdg-own-pack.h"

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

static void
add_list (GPtrArray *lists, const char *id, const char *title, const char *const *texts)
{
  MdgOwnList *list = mdg_own_list_new (id, title);

  for (guint i = 0; texts[i] != NULL; i++)
    {
      MdgOwnItem *item = g_new0 (MdgOwnItem, 1);

      item->id = 10 + i;
      item->text = mdg_own_clean_text (texts[i]);
      g_ptr_array_add (list->items, item);
    }
  g_ptr_array_add (lists, list);
}

static GPtrArray *
new_lists (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) mdg_own_list_free);
}

static MdgGuidePack *
write_and_read (GPtrArray *lists, const char *facility)
{
  g_autofree char *text =
    mdg_own_pack_write (lists, pack, facility, mdg_day_new (2026, 11, 26), NULL);
  g_autoptr (GPtrArray) problems = NULL;
  MdgGuidePack *read = guide_fixture_read_text (text, -1, &problems);

  if (read == NULL)
    {
      const MdgGuideProblem *first = g_ptr_array_index (problems, 0);

      fail_msg ("%s: %s", first->path, first->reason);
    }

  return read;
}

static void
test_what_another_facility_gets (void **state)
{
  g_autoptr (GPtrArray) lists = new_lists ();
  g_autoptr (MdgGuidePack) read = NULL;
  GPtrArray *checklists;
  const MdgChecklist *own;
  const MdgChecklist *added;
  const MdgChecklistItem *item;
  const MdgGuideSource *source;

  add_list (lists, "own:3", "閉店前", (const char *const[]) { "鍵", "100 % \"s\" \\n", NULL });
  add_list (lists, "own:4", "empty", (const char *const[]) { NULL });
  add_list (lists, "reader-check", NULL, (const char *const[]) { "%n%s", NULL });
  add_list (lists, "gone", NULL, (const char *const[]) { "x", NULL });
  read = write_and_read (lists, "窓口 %d 医院");

  assert_int_equal (mdg_guide_pack_get_situations (read)->len, 0);
  assert_string_equal (mdg_guide_pack_get_publisher (read)->in[MDG_LANGUAGE_ENGLISH],
                       "窓口 %d 医院");
  assert_string_equal (mdg_guide_pack_get_title (read)->in[MDG_LANGUAGE_ENGLISH],
                       "Checklists of 窓口 %d 医院");
  checklists = mdg_guide_pack_get_checklists (read);
  assert_int_equal (checklists->len, 3);
  own = g_ptr_array_index (checklists, 0);
  assert_string_equal (own->title.in[MDG_LANGUAGE_JAPANESE], "閉店前");
  assert_int_equal (own->items->len, 2);
  item = g_ptr_array_index (own->items, 1);
  assert_string_equal (item->text.in[MDG_LANGUAGE_ENGLISH], "100 % \"s\" \\n");
  mdg_test_assert_contains (item->basis.doubt.in[MDG_LANGUAGE_JAPANESE],
                            "窓口 %d 医院が独自に定めた");
  source = g_ptr_array_index (item->basis.sources, 0);
  assert_false (source->official);

  added = g_ptr_array_index (checklists, 1);
  mdg_test_assert_contains (added->title.in[MDG_LANGUAGE_ENGLISH], "Reader check");
  assert_int_equal (added->items->len, 1);
  assert_string_equal (((MdgChecklistItem *) g_ptr_array_index (added->items, 0))->text.in[0],
                       "%n%s");
}

/* Two facilities' packs can be used side by side, and a facility's next one takes the place of the
 * last. */
static void
test_ids_and_versions (void **state)
{
  g_autoptr (GPtrArray) lists = new_lists ();
  g_autoptr (MdgGuidePack) first = NULL;
  g_autoptr (MdgGuidePack) same = NULL;
  g_autoptr (MdgGuidePack) other = NULL;
  g_autoptr (MdgGuidePack) later = NULL;
  const MdgChecklist *a;
  const MdgChecklist *b;

  add_list (lists, "own:1", "t", (const char *const[]) { "x", NULL });
  first = write_and_read (lists, "A");
  same = write_and_read (lists, "A");
  other = write_and_read (lists, "B");
  add_list (lists, "own:2", "t", (const char *const[]) { "x", NULL });
  later = write_and_read (lists, "A");

  assert_string_equal (mdg_guide_pack_get_id (first), mdg_guide_pack_get_id (same));
  assert_string_equal (mdg_guide_pack_get_version (first), mdg_guide_pack_get_version (same));
  assert_string_equal (mdg_guide_pack_get_id (first), mdg_guide_pack_get_id (later));
  assert_string_not_equal (mdg_guide_pack_get_version (first), mdg_guide_pack_get_version (later));
  assert_string_not_equal (mdg_guide_pack_get_id (first), mdg_guide_pack_get_id (other));
  a = g_ptr_array_index (mdg_guide_pack_get_checklists (first), 0);
  b = g_ptr_array_index (mdg_guide_pack_get_checklists (other), 0);
  assert_string_not_equal (a->id, b->id);
}

/* As much as can be stored can be shared. */
static void
test_largest (void **state)
{
  g_autoptr (GPtrArray) lists = new_lists ();
  g_autofree char *longest = g_strnfill (MDG_OWN_MAX_TEXT, 'W');
  g_autofree char *id = g_strnfill (64, 'i');
  const char *texts[MDG_OWN_MAX_ITEMS + 1] = { NULL };
  g_autoptr (MdgGuidePack) read = NULL;

  for (guint i = 0; i < MDG_OWN_MAX_ITEMS; i++)
    texts[i] = longest;
  for (guint i = 0; i < MDG_OWN_MAX_LISTS; i++)
    {
      g_autofree char *own_id = g_strdup_printf ("own:%lld", (long long) (G_MAXINT64 - i));

      add_list (lists, own_id, longest, texts);
    }
  add_list (lists, id, NULL, texts);
  read = write_and_read (lists, longest);
  assert_int_equal (mdg_guide_pack_get_checklists (read)->len, MDG_OWN_MAX_LISTS + 1);
}

static void
test_nothing_to_share (void **state)
{
  g_autoptr (GPtrArray) lists = new_lists ();
  guint n = 9;

  add_list (lists, "own:4", "empty", (const char *const[]) { NULL });
  assert_null (mdg_own_pack_write (lists, pack, "A", mdg_day_new (2026, 11, 26), &n));
  assert_int_equal (n, 0);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_what_another_facility_gets),
    cmocka_unit_test (test_ids_and_versions),
    cmocka_unit_test (test_largest),
    cmocka_unit_test (test_nothing_to_share),
  };

  return mdg_test_run_full (tests, load, unload);
}
