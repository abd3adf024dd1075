/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "util/mdg-test.h"

#include "core/mdg-core-fixture.h"
#include "core/mdg-database-fixture.h"
#include "core/mdg-database-private.h"

/**
 * fixture_open_database:
 * @directory: (nullable): the folder, or %NULL for a database in memory
 *
 * Opens a database that is there or can be made, without a word to people.
 *
 * Returns: (transfer full): the database
 */
MdgDatabase *
fixture_open_database (const char *directory)
{
  g_autoptr (GError) error = NULL;
  MdgDatabase *database = mdg_database_open (directory, &error);

  mdg_test_assert_no_error (error);
  assert_int_equal (mdg_database_get_state (database), MDG_STORE_READY);
  assert_null (mdg_database_get_notice (database));

  return database;
}

/**
 * fixture_reopen_database:
 * @fixture: a fixture
 *
 * Closes the database and opens it anew, as the next start of the program does.
 */
void
fixture_reopen_database (DatabaseFixture *fixture)
{
  g_clear_pointer (&fixture->database, mdg_database_free);
  fixture->database = fixture_open_database (fixture->directory);
}

/**
 * fixture_set_up_database:
 * @state: (out): a #DatabaseFixture for the test
 *
 * For cmocka, before each test.
 *
 * Returns: 0
 */
int
fixture_set_up_database (void **state)
{
  DatabaseFixture *fixture = g_new0 (DatabaseFixture, 1);

  fixture->directory = mdg_test_make_temp_dir ();
  fixture_reopen_database (fixture);
  *state = fixture;

  return 0;
}

/**
 * fixture_tear_down_database:
 * @state: a #DatabaseFixture
 *
 * For cmocka, after each test.
 *
 * Returns: 0
 */
int
fixture_tear_down_database (void **state)
{
  DatabaseFixture *fixture = *state;

  mdg_database_free (fixture->database);
  mdg_test_remove_tree (fixture->directory);
  g_free (fixture->directory);
  g_free (fixture);

  return 0;
}

/**
 * fixture_check_integrity:
 * @database: a database
 *
 * Has SQLite look at every page, index and reference.
 */
void
fixture_check_integrity (MdgDatabase *database)
{
  g_autoptr (sqlite3_stmt) check = mdg_database_prepare (database, "PRAGMA integrity_check", NULL);
  g_autoptr (sqlite3_stmt) keys = mdg_database_prepare (database, "PRAGMA foreign_key_check", NULL);

  assert_int_equal (mdg_database_step (database, check, NULL), SQLITE_ROW);
  assert_string_equal ((const char *) sqlite3_column_text (check, 0), "ok");
  assert_int_equal (mdg_database_step (database, keys, NULL), SQLITE_DONE);
}

/**
 * fixture_count:
 * @database: a database
 * @sql: a query for one number
 *
 * Returns: the number
 */
gint64
fixture_count (MdgDatabase *database, const char *sql)
{
  g_autoptr (GError) error = NULL;
  gint64 number = -1;

  mdg_database_get_number (database, sql, &number, &error);
  mdg_test_assert_no_error (error);

  return number;
}

/**
 * fixture_store:
 * @database: a database
 * @batch: what to store
 * @expected: what is to come of it
 *
 * Stores a batch as an import does.
 */
void
fixture_store (MdgDatabase *database, const MdgBatch *batch, MdgStoreResult expected)
{
  g_autoptr (GError) error = NULL;
  MdgStoreResult result = MDG_STORED;

  mdg_database_store_batch (database, batch, &result, &error);
  mdg_test_assert_no_error (error);
  assert_int_equal (result, expected);
}

/**
 * fixture_dump_database:
 * @database: a database
 *
 * Returns: (transfer full): what is shown of it, as fixture_dump() writes it
 */
char *
fixture_dump_database (MdgDatabase *database)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MdgFigures) figures = mdg_database_load_figures (database, &error);

  mdg_test_assert_no_error (error);

  return fixture_dump (figures);
}

static void
append_rows (MdgDatabase *database, const char *sql, GString *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (sqlite3_stmt) row = mdg_database_prepare (database, sql, &error);
  int result;

  mdg_test_assert_no_error (error);
  while ((result = mdg_database_step (database, row, &error)) == SQLITE_ROW)
    {
      for (int i = 0; i < sqlite3_column_count (row); i++)
        {
          const char *value = (const char *) sqlite3_column_text (row, i);

          g_string_append_printf (text, "%s|", value != NULL ? value : "(null)");
        }
      g_string_append_c (text, '\n');
    }
  assert_int_equal (result, SQLITE_DONE);
}

/**
 * fixture_dump_rows:
 * @database: a database
 *
 * Returns: (transfer full): all rows of editions and observations, removed ones too, as text that
 *   is the same where they hold the same
 */
char *
fixture_dump_rows (MdgDatabase *database)
{
  /* Without the numbers of the rows; of the times only whether there is one. */
  GString *text = g_string_new (NULL);

  append_rows (database,
               "SELECT id, title, publisher, url, published, digest, importer_version, origin,"
               " trust, file_name, imported_at <> 0, report, removed_at <> 0 FROM editions"
               " ORDER BY id",
               text);
  append_rows (database,
               "SELECT editions.id, month, as_of, area, facility_type, measure, quality, precision,"
               " doubt, page, digits, decimals FROM observations LEFT JOIN editions ON number ="
               " edition ORDER BY 1, 2, 3, 4, 5, 6",
               text);

  return g_string_free_and_steal (text);
}
