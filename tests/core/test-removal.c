/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "util/mdg-test.h"

#include "core/mdg-core-fixture.h"
#include "core/mdg-database-fixture.h"
#include "core/mdg-database-private.h"

#include <string.h>

/* A file of version 1, with one edition in it: "old", of two figures. */
static const char *const version_1[] = {
  "CREATE TABLE meta (key TEXT NOT NULL PRIMARY KEY, value ANY NOT NULL) STRICT, WITHOUT ROWID;"
  "CREATE TABLE editions (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, title TEXT NOT NULL,"
  " publisher TEXT NOT NULL, url TEXT, published INTEGER NOT NULL CHECK (published >= 0),"
  " digest TEXT NOT NULL, importer_version INTEGER NOT NULL, origin INTEGER NOT NULL,"
  " trust INTEGER NOT NULL, file_name TEXT, imported_at INTEGER NOT NULL, report TEXT) STRICT;",

  "CREATE TABLE observations ("
  " edition INTEGER NOT NULL REFERENCES editions (number) ON DELETE CASCADE,"
  " month INTEGER NOT NULL CHECK (month BETWEEN 0 AND 65535),"
  " as_of INTEGER NOT NULL CHECK (as_of BETWEEN 0 AND 4294967295),"
  " area INTEGER NOT NULL CHECK (area BETWEEN 0 AND 47),"
  " facility_type INTEGER NOT NULL CHECK (facility_type >= 0),"
  " measure INTEGER NOT NULL CHECK (measure >= 0),"
  " quality INTEGER NOT NULL CHECK (quality >= 0),"
  " precision INTEGER NOT NULL CHECK (precision >= 0),"
  " doubt INTEGER NOT NULL CHECK (doubt >= 0),"
  " page INTEGER NOT NULL CHECK (page BETWEEN -1 AND 32767),"
  " digits INTEGER NOT NULL, decimals INTEGER NOT NULL CHECK (decimals BETWEEN 0 AND 9),"
  " PRIMARY KEY (edition, month, as_of, area, facility_type, measure)) STRICT, WITHOUT ROWID;",

  "CREATE TABLE runs (id INTEGER PRIMARY KEY AUTOINCREMENT, checklist TEXT NOT NULL,"
  " template_version TEXT NOT NULL, started_at INTEGER NOT NULL, finished_at INTEGER NOT NULL)"
  " STRICT;"
  "CREATE TABLE run_items (run INTEGER NOT NULL REFERENCES runs (id) ON DELETE CASCADE,"
  " item TEXT NOT NULL, state INTEGER NOT NULL, who TEXT NOT NULL, note TEXT NOT NULL,"
  " touched_at INTEGER NOT NULL, PRIMARY KEY (run, item)) STRICT, WITHOUT ROWID;"
  "CREATE TABLE contacts (kind TEXT NOT NULL PRIMARY KEY, name TEXT NOT NULL, phone TEXT NOT NULL,"
  " note TEXT NOT NULL) STRICT, WITHOUT ROWID;",

  "INSERT INTO editions VALUES (7, 'old', 'Old', '', NULL, 0, 'digest', 1, 1, 0, NULL, 1, NULL);"
  "INSERT INTO observations VALUES (7, 24311, 0, 1, 4, 0, 3, 2, 0, 12, 3714, 2),"
  " (7, 24311, 0, 2, 4, 0, 3, 2, 0, 12, 3814, 2);"
  "PRAGMA application_id = 1298425709; PRAGMA user_version = 1; PRAGMA journal_mode = WAL;",
};

static char *
dump_removed (MdgDatabase *database)
{
  g_autoptr (MdgFigures) figures = mdg_database_load_figures (database, NULL);
  GPtrArray *removed = mdg_figures_get_removed (figures);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < removed->len; i++)
    {
      const MdgEdition *edition = g_ptr_array_index (removed, i);

      assert_true (edition->removed_at > 0);
      g_string_append_printf (text, "%s ", edition->id);
    }

  return g_string_free_and_steal (text);
}

static void
assert_removed (MdgDatabase *database, const char *expected)
{
  g_autofree char *removed = dump_removed (database);

  assert_string_equal (removed, expected);
}

static void
assert_shown (MdgDatabase *database, const char *expected)
{
  g_autofree char *text = fixture_dump_database (database);

  assert_string_equal (text, expected);
}

static void
test_what_is_removed_can_be_restored (void **state)
{
  g_autoptr (MdgDatabase) database = fixture_open_database (*state);
  g_autoptr (MdgBatch) batch = fixture_new_small ("small");
  const MdgEdition *edition = g_ptr_array_index (batch->editions, 0);
  g_autofree char *before = fixture_dump_database (database);
  g_autofree char *stored = NULL;
  g_autofree char *rows = NULL;
  g_autofree char *rows_again = NULL;
  g_autoptr (GError) error = NULL;
  gboolean has;

  fixture_store (database, batch, MDG_STORED);
  stored = fixture_dump_database (database);
  rows = fixture_dump_rows (database);
  assert_removed (database, "");

  assert_true (mdg_database_remove_edition (database, "small", &error));
  mdg_test_assert_no_error (error);
  assert_shown (database, before);
  assert_removed (database, "small ");
  assert_true (mdg_database_has_digest (database, edition->digest, &has, NULL));
  assert_false (has);

  /* Another start finds it so. */
  g_clear_pointer (&database, mdg_database_free);
  database = fixture_open_database (*state);
  assert_shown (database, before);
  assert_removed (database, "small ");

  assert_true (mdg_database_restore_edition (database, "small", &error));
  mdg_test_assert_no_error (error);
  assert_shown (database, stored);
  assert_removed (database, "");
  rows_again = fixture_dump_rows (database);
  assert_string_equal (rows, rows_again);

  /* By its digest as well. */
  assert_true (mdg_database_remove_edition (database, edition->digest, NULL));
  assert_removed (database, "small ");
  assert_true (mdg_database_restore_edition (database, edition->digest, NULL));
  assert_shown (database, stored);
}

static void
test_what_is_deleted_is_gone (void **state)
{
  g_autoptr (MdgDatabase) database = fixture_open_database (*state);
  g_autoptr (MdgBatch) batch = fixture_new_small ("small");
  g_autofree char *before = fixture_dump_rows (database);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  fixture_store (database, batch, MDG_STORED);

  /* What is shown is not deleted, nor is what comes with the program. */
  assert_false (mdg_database_delete_removed (database, "small", &error));
  mdg_test_assert_error (error, MDG_STORE_ERROR, MDG_STORE_ERROR_NOT_FOUND);
  mdg_test_assert_contains (error->message, "“small”");
  g_clear_error (&error);
  assert_false (mdg_database_delete_removed (database, "bundled", NULL));

  assert_true (mdg_database_remove_edition (database, "small", NULL));
  assert_true (mdg_database_delete_removed (database, "small", &error));
  mdg_test_assert_no_error (error);
  assert_removed (database, "");
  after = fixture_dump_rows (database);
  assert_string_equal (before, after);

  assert_false (mdg_database_restore_edition (database, "small", &error));
  mdg_test_assert_error (error, MDG_STORE_ERROR, MDG_STORE_ERROR_NOT_FOUND);
  mdg_test_assert_contains (error->message, "“small”");
}

/* A name is shown as it is, whatever stands in it. */
static void
test_names_are_not_formats (void **state)
{
  g_autoptr (MdgDatabase) database = fixture_open_database (*state);
  g_autoptr (GError) error = NULL;

  assert_false (mdg_database_restore_edition (database, "100%s %n 's", &error));
  mdg_test_assert_error (error, MDG_STORE_ERROR, MDG_STORE_ERROR_NOT_FOUND);
  mdg_test_assert_contains (error->message, "“100%s %n 's”");
}

static void
test_removed_file_is_imported_anew (void **state)
{
  g_autoptr (MdgDatabase) database = fixture_open_database (*state);
  g_autoptr (MdgBatch) batch = fixture_new_small ("small");
  g_autoptr (MdgBatch) again = fixture_new_small ("small");
  MdgEdition *edition = g_ptr_array_index (again->editions, 0);

  fixture_store (database, batch, MDG_STORED);
  assert_true (mdg_database_remove_edition (database, "small", NULL));

  edition->importer_version = 9;
  g_array_set_size (again->observations, 2);
  fixture_store (database, again, MDG_STORED);
  assert_removed (database, "");
  assert_int_equal (fixture_count (database, "SELECT importer_version FROM editions WHERE id ="
                                             " 'small'"),
                    9);
  assert_int_equal (fixture_count (database, "SELECT count (*) FROM editions"), 2);
  assert_int_equal (fixture_count (database, "SELECT count (*) FROM observations"), 1 + 2);
  fixture_store (database, batch, MDG_ALREADY_STORED);
}

/* What is shown has the id that people know; what was removed can still come back beside it. */
static void
test_removed_edition_gives_up_its_id (void **state)
{
  g_autoptr (MdgDatabase) database = fixture_open_database (*state);
  g_autoptr (MdgBatch) text = fixture_new_small ("text");
  g_autoptr (MdgBatch) pdf = fixture_new_small ("pdf");
  MdgEdition *text_edition = g_ptr_array_index (text->editions, 0);
  MdgEdition *pdf_edition = g_ptr_array_index (pdf->editions, 0);
  g_autofree char *other = g_strdup_printf ("mhlw-%.8s", text_edition->digest);
  g_autofree char *list = g_strconcat (other, " ", NULL);
  g_autofree char *list_again = g_strdup_printf ("%s-%.8s ", other, text_edition->digest);
  g_autoptr (MdgBatch) same_name = fixture_new_small ("same-name");
  MdgEdition *same_edition = g_ptr_array_index (same_name->editions, 0);

  g_set_str (&text_edition->id, "mhlw");
  g_set_str (&pdf_edition->id, "mhlw");
  fixture_store (database, text, MDG_STORED);
  assert_true (mdg_database_remove_edition (database, "mhlw", NULL));
  fixture_store (database, pdf, MDG_STORED);
  assert_int_equal (
    fixture_count (database, "SELECT count (*) FROM editions WHERE id = 'mhlw' AND removed_at = 0"),
    1);
  assert_removed (database, list);

  assert_true (mdg_database_restore_edition (database, text_edition->digest, NULL));
  assert_removed (database, "");
  assert_int_equal (fixture_count (database, "SELECT count (*) FROM observations"), 1 + 3 + 3);

  /* Even where the other id is taken too. */
  assert_true (mdg_database_remove_edition (database, text_edition->digest, NULL));
  g_set_str (&same_edition->id, other);
  fixture_store (database, same_name, MDG_STORED);
  assert_removed (database, list_again);
}

static void
test_editions_removed_last_come_first (void **state)
{
  g_autoptr (MdgDatabase) database = fixture_open_database (*state);

  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *id = g_strdup_printf ("e%u", i);
      g_autofree char *sql = g_strdup_printf (
        "UPDATE editions SET removed_at = removed_at + %u WHERE id = '%s'", i * 1000, id);
      g_autoptr (MdgBatch) batch = fixture_new_small (id);

      fixture_store (database, batch, MDG_STORED);
      assert_true (mdg_database_remove_edition (database, id, NULL));
      assert_true (mdg_database_exec (database, sql, NULL));
    }
  g_clear_pointer (&database->figures, mdg_figures_unref);
  assert_removed (database, "e2 e1 e0 ");
}

static void
test_bundle_takes_over_what_was_removed (void **state)
{
  g_autoptr (MdgBatch) same_file = mdg_batch_new ();
  g_autoptr (MdgBatch) same_id = fixture_new_small ("other");
  g_autoptr (MdgBatch) unconcerned = fixture_new_small ("unconcerned");
  MdgEdition *edition = g_ptr_array_index (same_id->editions, 0);
  g_autofree char *expected = NULL;

  fixture_add_edition (same_file, "my-name-for-it", "2025-11-13", "bundled");
  g_set_str (&edition->id, "bundled");
  expected = g_strdup_printf ("unconcerned bundled-%.8s ", edition->digest);

  {
    g_autoptr (MdgDatabase) database = fixture_open_database (*state);

    /* As if the program had come without it before. */
    assert_true (mdg_database_exec (database, "DELETE FROM editions", NULL));
    fixture_store (database, same_file, MDG_STORED);
    fixture_store (database, same_id, MDG_STORED);
    fixture_store (database, unconcerned, MDG_STORED);
    assert_true (mdg_database_remove_edition (database, "my-name-for-it", NULL));
    assert_true (mdg_database_remove_edition (database, "bundled", NULL));
    assert_true (mdg_database_remove_edition (database, "unconcerned", NULL));
    assert_true (mdg_database_exec (
      database, "UPDATE editions SET removed_at = 1 WHERE id = 'bundled'", NULL));
  }

  fixture_use_bundle (1);
  {
    g_autoptr (MdgDatabase) database = fixture_open_database (*state);
    g_autofree char *text = fixture_dump_database (database);

    assert_removed (database, expected);
    mdg_test_assert_contains (text, "exact,bundled,12");
    assert_true (mdg_database_restore_edition (database, edition->digest, NULL));
    assert_removed (database, "unconcerned ");
  }
  fixture_use_bundle (0);
}

static void
test_file_of_version_1_is_taken_along (void **state)
{
  g_autofree char *path = g_build_filename (*state, MDG_DATABASE_FILE_NAME, NULL);
  g_autoptr (MdgDatabase) database = NULL;
  g_autofree char *text = NULL;
  sqlite3 *handle = NULL;

  assert_int_equal (sqlite3_open (path, &handle), SQLITE_OK);
  for (guint i = 0; i < G_N_ELEMENTS (version_1); i++)
    assert_int_equal (sqlite3_exec (handle, version_1[i], NULL, NULL, NULL), SQLITE_OK);
  sqlite3_close (handle);

  database = fixture_open_database (*state);
  assert_int_equal (fixture_count (database, "PRAGMA user_version"), mdg_migrations_get_version ());
  fixture_check_integrity (database);
  assert_removed (database, "");
  text = fixture_dump_database (database);
  mdg_test_assert_contains (text, "37.14,percent,online,verified,exact,old,12");
  assert_true (mdg_database_remove_edition (database, "old", NULL));
  assert_removed (database, "old ");
}

static void
test_nothing_is_removed_where_nothing_is_stored (void **state)
{
  g_autofree char *file = g_build_filename (*state, "file", NULL);
  g_autoptr (MdgDatabase) database = NULL;
  g_autoptr (GError) error = NULL;

  assert_true (g_file_set_contents (file, "", -1, NULL));
  database = mdg_database_open (file, NULL);
  assert_int_equal (mdg_database_get_state (database), MDG_STORE_IN_MEMORY);
  assert_false (mdg_database_remove_edition (database, "bundled", &error));
  mdg_test_assert_error (error, MDG_STORE_ERROR, MDG_STORE_ERROR_READ_ONLY);
  g_clear_error (&error);
  assert_false (mdg_database_restore_edition (database, "bundled", &error));
  mdg_test_assert_error (error, MDG_STORE_ERROR, MDG_STORE_ERROR_READ_ONLY);
  g_clear_error (&error);
  assert_false (mdg_database_delete_removed (database, "bundled", &error));
  mdg_test_assert_error (error, MDG_STORE_ERROR, MDG_STORE_ERROR_READ_ONLY);
}

#define on_disk(test) \
  cmocka_unit_test_setup_teardown (test, mdg_test_temp_dir_setup, mdg_test_temp_dir_teardown)

int
main (void)
{
  const struct CMUnitTest tests[] = {
    on_disk (test_what_is_removed_can_be_restored),
    on_disk (test_what_is_deleted_is_gone),
    on_disk (test_names_are_not_formats),
    on_disk (test_removed_file_is_imported_anew),
    on_disk (test_removed_edition_gives_up_its_id),
    on_disk (test_editions_removed_last_come_first),
    on_disk (test_bundle_takes_over_what_was_removed),
    on_disk (test_file_of_version_1_is_taken_along),
    on_disk (test_nothing_is_removed_where_nothing_is_stored),
  };

  fixture_use_bundle (0);

  return mdg_test_run (tests);
}
