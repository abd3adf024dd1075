/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "util/mdg-test.h"

#include "core/mdg-core-fixture.h"
#include "core/mdg-database-fixture.h"
#include "core/mdg-own-list.h"

static gint64
add (DatabaseFixture *fixture, const char *checklist_id, const char *text)
{
  g_autoptr (GError) error = NULL;
  gint64 id = mdg_database_add_own_item (fixture->database, checklist_id, text, &error);

  mdg_test_assert_no_error (error);
  assert_true (id > 0);

  return id;
}

/* The texts of a checklist's own items, in order: "a|b|". */
static char *
dump (DatabaseFixture *fixture, const char *checklist_id)
{
  g_autoptr (GPtrArray) lists = mdg_database_list_own (fixture->database, NULL);
  const MdgOwnList *list = mdg_own_lists_find (lists, checklist_id);
  GString *text = g_string_new (NULL);

  for (guint i = 0; list != NULL && i < list->items->len; i++)
    {
      const MdgOwnItem *item = g_ptr_array_index (list->items, i);

      g_string_append_printf (text, "%s|", item->text);
    }

  return g_string_free_and_steal (text);
}

static void
expect (DatabaseFixture *fixture, const char *checklist_id, const char *expected)
{
  g_autofree char *found = dump (fixture, checklist_id);

  assert_string_equal (found, expected);
}

static void
test_items_of_a_pack (void **state)
{
  DatabaseFixture *fixture = *state;
  gint64 a = add (fixture, "reader-check", " 鍵を 確かめる　\n");
  gint64 b = add (fixture, "reader-check", "b");
  gint64 c = add (fixture, "reader-check", "c");
  g_autoptr (GPtrArray) lists = NULL;

  add (fixture, "readiness", "x");
  expect (fixture, "reader-check", "鍵を 確かめる|b|c|");
  assert_true (mdg_database_change_own_item (fixture->database, a, "a", NULL));
  assert_true (mdg_database_move_own_item (fixture->database, c, -1, NULL));
  expect (fixture, "reader-check", "a|c|b|");
  assert_true (mdg_database_move_own_item (fixture->database, a, 2, NULL));
  expect (fixture, "reader-check", "c|b|a|");
  assert_true (mdg_database_move_own_item (fixture->database, a, 5, NULL));
  assert_true (mdg_database_move_own_item (fixture->database, a, -1, NULL));
  expect (fixture, "reader-check", "c|a|b|");

  /* What is removed comes back to its place, and is passed over meanwhile. */
  assert_true (mdg_database_set_own_item_removed (fixture->database, a, TRUE, NULL));
  expect (fixture, "reader-check", "c|b|");
  assert_true (mdg_database_set_own_item_removed (fixture->database, a, FALSE, NULL));
  expect (fixture, "reader-check", "c|a|b|");
  assert_true (mdg_database_set_own_item_removed (fixture->database, a, TRUE, NULL));
  assert_true (mdg_database_move_own_item (fixture->database, b, -1, NULL));
  fixture_reopen_database (fixture);
  expect (fixture, "reader-check", "b|c|");
  expect (fixture, "readiness", "x|");

  lists = mdg_database_list_own (fixture->database, NULL);
  assert_int_equal (lists->len, 2);
  assert_null (mdg_own_lists_find (lists, "reader-check")->title);
  assert_null (mdg_own_lists_find (lists, "none"));
}

static void
test_own_checklists (void **state)
{
  DatabaseFixture *fixture = *state;
  g_autofree char *id = mdg_database_add_own_list (fixture->database, " 閉店前 ", NULL);
  g_autofree char *other = mdg_database_add_own_list (fixture->database, "other", NULL);
  g_autoptr (GPtrArray) lists = NULL;
  g_autoptr (GPtrArray) fewer = NULL;

  assert_true (mdg_own_id_is_own (id));
  assert_string_not_equal (id, other);
  add (fixture, id, "lights");
  assert_true (mdg_database_rename_own_list (fixture->database, id, "閉める前", NULL));

  lists = mdg_database_list_own (fixture->database, NULL);
  assert_int_equal (lists->len, 2);
  assert_string_equal (mdg_own_lists_find (lists, id)->title, "閉める前");
  assert_int_equal (mdg_own_lists_find (lists, other)->items->len, 0);
  assert_int_equal (mdg_own_lists_find (lists, id)->items->len, 1);

  assert_true (mdg_database_set_own_list_removed (fixture->database, id, TRUE, NULL));
  fewer = mdg_database_list_own (fixture->database, NULL);
  assert_int_equal (fewer->len, 1);
  assert_true (mdg_database_set_own_list_removed (fixture->database, id, FALSE, NULL));
  expect (fixture, id, "lights|");
}

static void
test_what_is_refused (void **state)
{
  DatabaseFixture *fixture = *state;
  g_autoptr (GError) error = NULL;
  g_autofree char *none = mdg_database_add_own_list (fixture->database, " 　 ", &error);
  gint64 last = 0;

  assert_null (none);
  mdg_test_assert_error (error, MDG_STORE_ERROR, MDG_STORE_ERROR_FAILED);
  g_clear_error (&error);
  assert_int_equal (mdg_database_add_own_item (fixture->database, "c", "\n\t", &error), 0);
  mdg_test_assert_error (error, MDG_STORE_ERROR, MDG_STORE_ERROR_FAILED);
  g_clear_error (&error);
  assert_false (mdg_database_change_own_item (fixture->database, 77, "x", &error));
  mdg_test_assert_error (error, MDG_STORE_ERROR, MDG_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  assert_false (mdg_database_rename_own_list (fixture->database, "reader-check", "x", &error));
  mdg_test_assert_error (error, MDG_STORE_ERROR, MDG_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);

  for (guint i = 0; i < MDG_OWN_MAX_ITEMS; i++)
    last = add (fixture, "c", "x");
  assert_int_equal (mdg_database_add_own_item (fixture->database, "c", "y", &error), 0);
  mdg_test_assert_error (error, MDG_STORE_ERROR, MDG_STORE_ERROR_FAILED);
  assert_true (mdg_database_set_own_item_removed (fixture->database, last, TRUE, NULL));
  add (fixture, "c", "y");
  add (fixture, "d", "y");
}

static void
test_texts_are_cleaned (void **state)
{
  static const struct
  {
    const char *typed;
    const char *clean;
  } cases[] = {
    { "", "" },
    { "　全角　空白　", "全角　空白" },
    { "two\nlines\t", "two lines" },
    { "\x01"
      "a",
      "a" },
    { "'); DROP TABLE own_items; --", "'); DROP TABLE own_items; --" },
    { "broken \xff\xfe", "broken \uFFFD\uFFFD" },
  };
  g_autofree char *endless = g_strnfill (MDG_OWN_MAX_TEXT * 3, 'x');
  g_autofree char *cut = mdg_own_clean_text (endless);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *clean = mdg_own_clean_text (cases[i].typed);

      assert_string_equal (clean, cases[i].clean);
    }
  assert_int_equal (g_utf8_strlen (cut, -1), MDG_OWN_MAX_TEXT);
}

static void
test_facility_name (void **state)
{
  DatabaseFixture *fixture = *state;
  g_autofree char *none = mdg_database_get_facility_name (fixture->database, NULL);
  g_autofree char *name = NULL;

  assert_string_equal (none, "");
  assert_true (mdg_database_set_facility_name (fixture->database, "x", NULL));
  assert_true (mdg_database_set_facility_name (fixture->database, " 窓口医院 ", NULL));
  fixture_reopen_database (fixture);
  name = mdg_database_get_facility_name (fixture->database, NULL);
  assert_string_equal (name, "窓口医院");
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test_setup_teardown (test_items_of_a_pack, fixture_set_up_database,
                                     fixture_tear_down_database),
    cmocka_unit_test_setup_teardown (test_own_checklists, fixture_set_up_database,
                                     fixture_tear_down_database),
    cmocka_unit_test_setup_teardown (test_what_is_refused, fixture_set_up_database,
                                     fixture_tear_down_database),
    cmocka_unit_test (test_texts_are_cleaned),
    cmocka_unit_test_setup_teardown (test_facility_name, fixture_set_up_database,
                                     fixture_tear_down_database),
  };

  fixture_use_bundle (0);

  return mdg_test_run (tests);
}
