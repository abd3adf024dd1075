/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "util/mdg-test.h"

#include "core/mdg-bundle.h"
#include "core/mdg-core-fixture.h"
#include "core/mdg-database-fixture.h"
#include "core/mdg-database-private.h"

#include <signal.h>
#include <string.h>
#include <sys/resource.h>

static void
test_first_start_loads_the_bundle (void **state)
{
  g_autoptr (MdgDatabase) database = fixture_open_database (*state);
  g_autofree char *text = fixture_dump_database (database);

  assert_string_equal (text, "* 2025-10,,00,全国,pharmacy,usage_rate_online,30.14,percent,online,"
                             "verified,exact,bundled,12\n");
  assert_int_equal (fixture_count (database, "PRAGMA user_version"), mdg_migrations_get_version ());
  assert_int_equal (fixture_count (database, "PRAGMA application_id"), MDG_DATABASE_APPLICATION_ID);
  assert_int_equal (fixture_count (database, "PRAGMA foreign_keys"), 1);
  assert_int_equal (fixture_count (database, "PRAGMA synchronous"), 2);
  assert_int_equal (fixture_count (database, "SELECT origin FROM editions"), MDG_ORIGIN_BUNDLED);
}

static void
test_later_start_changes_nothing (void **state)
{
  g_autofree char *text = NULL;
  g_autofree char *text_again = NULL;
  gint64 serial;

  {
    g_autoptr (MdgDatabase) database = fixture_open_database (*state);

    text = fixture_dump_database (database);
    serial = fixture_count (database, "SELECT value FROM meta WHERE key = 'figures_serial'");
  }

  {
    g_autoptr (MdgDatabase) database = fixture_open_database (*state);

    text_again = fixture_dump_database (database);
    assert_int_equal (
      fixture_count (database, "SELECT value FROM meta WHERE key = 'figures_serial'"), serial);
  }

  assert_string_equal (text, text_again);
}

static void
test_folder_is_made (void **state)
{
  g_autofree char *directory = g_build_filename (*state, "a", "b", NULL);
  g_autofree char *path = g_build_filename (directory, MDG_DATABASE_FILE_NAME, NULL);
  g_autoptr (MdgDatabase) database = fixture_open_database (directory);

  assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));
}

static void
test_another_bundle_replaces_the_bundled_editions_only (void **state)
{
  g_autoptr (MdgBatch) imported = fixture_new_small ("imported");
  g_autofree char *text = NULL;

  {
    g_autoptr (MdgDatabase) database = fixture_open_database (*state);

    fixture_store (database, imported, MDG_STORED);
  }

  fixture_use_bundle (2);
  {
    g_autoptr (MdgDatabase) database = fixture_open_database (*state);

    text = fixture_dump_database (database);
    assert_int_equal (fixture_count (database, "SELECT count (*) FROM observations"), 3 + 3);
    assert_int_equal (fixture_count (database, "SELECT count (*) FROM editions"), 2);
    mdg_test_assert_contains (text, "31.14,percent,online,verified,exact,bundled");
    mdg_test_assert_contains (text, "41.20,percent,online,verified,exact,imported");
  }

  /* An older program takes its own figures back. */
  fixture_use_bundle (0);
  {
    g_autoptr (MdgDatabase) database = fixture_open_database (*state);

    assert_int_equal (fixture_count (database, "SELECT count (*) FROM observations"), 1 + 3);
  }
}

static void
test_bundle_takes_over_what_was_imported (void **state)
{
  g_autoptr (MdgBatch) same_file = mdg_batch_new ();
  g_autoptr (MdgBatch) same_id = fixture_new_small ("other");
  MdgEdition *edition = g_ptr_array_index (same_id->editions, 0);

  fixture_add_edition (same_file, "my-name-for-it", "2025-11-13", "bundled");
  fixture_add (same_file, 0, "2025-10", 0, MDG_FACILITY_ALL, MDG_MEASURE_RANK, MDG_QUALITY_PRINTED,
               "1");
  g_set_str (&edition->id, "bundled");

  {
    g_autoptr (MdgDatabase) database = fixture_open_database (*state);
    g_autoptr (GError) error = NULL;

    /* As if the program had come without it before. */
    mdg_database_exec (database, "DELETE FROM editions", &error);
    mdg_test_assert_no_error (error);
    fixture_store (database, same_file, MDG_STORED);
    fixture_store (database, same_id, MDG_STORED);
  }

  fixture_use_bundle (1);
  {
    g_autoptr (MdgDatabase) database = fixture_open_database (*state);
    g_autofree char *text = fixture_dump_database (database);
    g_autofree char *other = g_strdup_printf ("bundled-%.8s,", edition->digest);

    assert_int_equal (fixture_count (database, "SELECT count (*) FROM editions"), 2);
    assert_null (strstr (text, "my-name-for-it"));
    mdg_test_assert_contains (text, other);
    mdg_test_assert_contains (text, "exact,bundled,12");
  }
  fixture_use_bundle (0);
}

static void
test_batches_round_trip (void **state)
{
  g_autoptr (GRand) rand = mdg_test_new_rand ();
  g_autoptr (MdgDatabase) database = fixture_open_database (*state);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 10; i++)
    {
      g_autoptr (MdgBatch) batch = fixture_new_random (rand, 4, 300);
      g_autoptr (MdgBatch) again = NULL;
      g_autoptr (MdgFigures) expected = mdg_figures_new (batch);
      g_autofree char *expected_text = fixture_dump (expected);
      g_autofree char *text = NULL;

      mdg_database_exec (database, "DELETE FROM editions", &error);
      mdg_test_assert_no_error (error);
      fixture_store (database, batch, MDG_STORED);
      text = fixture_dump_database (database);
      assert_string_equal (text, expected_text);
    }
}

static void
test_edition_round_trips (void **state)
{
  g_autoptr (MdgBatch) batch = fixture_new_small ("small");
  MdgEdition *edition = g_ptr_array_index (batch->editions, 0);
  g_autoptr (MdgFigures) figures = NULL;
  const MdgEdition *again;

  edition->url = g_strdup ("https://www.mhlw.go.jp/");
  edition->file_name = g_strdup ("資料1.pdf");
  edition->report = g_strdup ("slide 1: verified");
  edition->imported_at = 1763600000;
  edition->importer_version = 7;
  edition->trust = MDG_TRUST_PRESS;

  {
    g_autoptr (MdgDatabase) database = fixture_open_database (*state);

    fixture_store (database, batch, MDG_STORED);
  }

  {
    g_autoptr (MdgDatabase) database = fixture_open_database (*state);

    figures = mdg_database_load_figures (database, NULL);
  }

  assert_int_equal (mdg_figures_get_n_editions (figures), 2);
  again = mdg_figures_get_edition (figures, 0);
  assert_string_equal (again->id, "small");
  assert_string_equal (again->title, edition->title);
  assert_string_equal (again->publisher, edition->publisher);
  assert_string_equal (again->url, edition->url);
  assert_int_equal (again->published, edition->published);
  assert_string_equal (again->digest, edition->digest);
  assert_int_equal (again->importer_version, 7);
  assert_int_equal (again->origin, MDG_ORIGIN_IMPORTED);
  assert_int_equal (again->trust, MDG_TRUST_PRESS);
  assert_string_equal (again->file_name, edition->file_name);
  assert_int_equal (again->imported_at, 1763600000);
  assert_string_equal (again->report, edition->report);
  assert_null (mdg_figures_get_edition (figures, 1)->report);
}

static void
test_same_file_twice_changes_nothing (void **state)
{
  g_autoptr (MdgDatabase) database = fixture_open_database (*state);
  g_autoptr (MdgBatch) batch = fixture_new_small ("small");
  g_autoptr (MdgBatch) renamed = fixture_new_small ("small");
  MdgEdition *edition = g_ptr_array_index (renamed->editions, 0);
  g_autoptr (MdgFigures) before = NULL;
  g_autoptr (MdgFigures) after = NULL;
  gboolean has = TRUE;

  g_set_str (&edition->id, "another-name");
  assert_true (mdg_database_has_digest (database, edition->digest, &has, NULL));
  assert_false (has);

  fixture_store (database, batch, MDG_STORED);
  before = mdg_database_load_figures (database, NULL);
  fixture_store (database, batch, MDG_ALREADY_STORED);
  fixture_store (database, renamed, MDG_ALREADY_STORED);
  after = mdg_database_load_figures (database, NULL);

  assert_true (mdg_database_has_digest (database, edition->digest, &has, NULL));
  assert_true (has);
  assert_ptr_equal (before, after);
}

static void
test_two_files_of_one_publication (void **state)
{
  g_autoptr (MdgDatabase) database = fixture_open_database (*state);
  g_autoptr (MdgBatch) text = fixture_new_small ("text");
  g_autoptr (MdgBatch) pdf = fixture_new_small ("pdf");
  MdgEdition *text_edition = g_ptr_array_index (text->editions, 0);
  MdgEdition *pdf_edition = g_ptr_array_index (pdf->editions, 0);
  g_autofree char *dumped = NULL;
  g_autofree char *id = g_strdup_printf ("mhlw-%.8s,", pdf_edition->digest);

  g_set_str (&text_edition->id, "mhlw");
  g_set_str (&pdf_edition->id, "mhlw");
  fixture_store (database, text, MDG_STORED);
  fixture_store (database, pdf, MDG_STORED);
  dumped = fixture_dump_database (database);
  mdg_test_assert_contains (dumped, ",mhlw,");
  mdg_test_assert_contains (dumped, id);

  /* The digest undoes the second alone. */
  assert_true (mdg_database_remove_edition (database, pdf_edition->digest, NULL));
  assert_int_equal (
    fixture_count (database, "SELECT count (*) FROM editions WHERE id = 'mhlw' AND removed_at = 0"),
    1);
  assert_int_equal (fixture_count (database, "SELECT count (*) FROM editions WHERE removed_at = 0"),
                    2);
}

static void
test_finer_reading_is_stored (void **state)
{
  g_autoptr (MdgDatabase) database = fixture_open_database (*state);
  MdgObservation fine = { .month = MDG_MONTH (2025, 12),
                          .quality = MDG_QUALITY_PRINTED,
                          .measure = MDG_MEASURE_MNC_COUNT,
                          .precision = MDG_PRECISION_EXACT,
                          .page = 1,
                          .value = MDG_DECIMAL (101991041, 0) };
  MdgObservation coarse = fine;

  coarse.precision = MDG_PRECISION_ROUNDED_10000;
  coarse.value = MDG_DECIMAL (101990000, 0);
  coarse.page = 8;

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (MdgBatch) batch = mdg_batch_new ();

      fixture_add_edition (batch, i == 0 ? "a" : "b", "2026-01-15", i == 0 ? "a" : "b");
      mdg_batch_add (batch, i == 0 ? &fine : &coarse);
      mdg_batch_add (batch, i == 0 ? &coarse : &fine);
      fixture_store (database, batch, MDG_STORED);
    }

  assert_int_equal (
    fixture_count (database,
                   "SELECT count (*) FROM observations WHERE digits = 101991041 AND page = 1"),
    2);
  assert_int_equal (
    fixture_count (database, "SELECT count (*) FROM observations WHERE measure = 5"), 2);
}

static void
test_import_can_be_undone (void **state)
{
  g_autoptr (MdgDatabase) database = fixture_open_database (*state);
  g_autoptr (MdgBatch) batch = fixture_new_small ("small");
  g_autoptr (GError) error = NULL;
  g_autofree char *before = fixture_dump_database (database);
  g_autofree char *after = NULL;

  fixture_store (database, batch, MDG_STORED);
  assert_true (mdg_database_remove_edition (database, "small", &error));
  mdg_test_assert_no_error (error);
  after = fixture_dump_database (database);
  assert_string_equal (before, after);

  assert_false (mdg_database_remove_edition (database, "small", &error));
  mdg_test_assert_error (error, MDG_STORE_ERROR, MDG_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);

  /* What comes with the program stays. */
  assert_false (mdg_database_remove_edition (database, "bundled", &error));
  mdg_test_assert_error (error, MDG_STORE_ERROR, MDG_STORE_ERROR_NOT_FOUND);
  assert_int_equal (fixture_count (database, "SELECT count (*) FROM editions WHERE removed_at = 0"),
                    1);

  /* It can be imported again. */
  fixture_store (database, batch, MDG_STORED);
}

static void
test_unchanged_figures_are_the_same_object (void **state)
{
  g_autoptr (MdgDatabase) database = fixture_open_database (*state);
  g_autoptr (MdgDatabase) other = fixture_open_database (*state);
  g_autoptr (MdgBatch) batch = fixture_new_small ("small");
  g_autoptr (MdgFigures) figures = mdg_database_load_figures (database, NULL);
  g_autoptr (MdgFigures) again = mdg_database_load_figures (database, NULL);
  g_autoptr (MdgFigures) changed = NULL;
  gint64 version = mdg_database_get_data_version (database);

  assert_ptr_equal (figures, again);
  assert_int_equal (mdg_database_get_data_version (database), version);

  fixture_store (other, batch, MDG_STORED);
  assert_int_not_equal (mdg_database_get_data_version (database), version);
  changed = mdg_database_load_figures (database, NULL);
  assert_ptr_not_equal (figures, changed);
  assert_int_equal (mdg_figures_get_n_editions (changed), 2);
}

static void
test_bad_batch_leaves_nothing (void **state)
{
  g_autoptr (MdgDatabase) database = fixture_open_database (*state);
  g_autoptr (MdgBatch) batch = fixture_new_small ("small");
  g_autoptr (GError) error = NULL;
  g_autofree char *before = fixture_dump_database (database);
  g_autofree char *after = NULL;

  g_array_index (batch->observations, MdgObservation, 2).area = MDG_AREA_NONE;
  assert_false (mdg_database_store_batch (database, batch, NULL, &error));
  mdg_test_assert_error (error, MDG_STORE_ERROR, MDG_STORE_ERROR_FAILED);
  after = fixture_dump_database (database);
  assert_string_equal (before, after);
  assert_int_equal (fixture_count (database, "SELECT count (*) FROM editions"), 1);
}

/* As a kill just before leaves it: what was begun has no name that counts yet. */
static void
test_file_begun_before_is_begun_again (void **state)
{
  g_autofree char *begun = g_strconcat (*state, "/" MDG_DATABASE_FILE_NAME "-begun", NULL);

  assert_true (g_file_set_contents (begun, "half a file", -1, NULL));
  mdg_database_free (fixture_open_database (*state));
  assert_false (g_file_test (begun, G_FILE_TEST_EXISTS));
}

/* A limit on the length of files stands for a disk on which not even the log's index fits. */
static void
test_full_disk_still_opens (void **state)
{
  g_autoptr (MdgDatabase) database = NULL;
  g_autoptr (GError) error = NULL;
  struct rlimit before;
  struct rlimit little;

  database = mdg_database_open (*state, &error);
  mdg_test_assert_no_error (error);
  g_clear_pointer (&database, mdg_database_free);

  signal (SIGXFSZ, SIG_IGN);
  assert_int_equal (getrlimit (RLIMIT_FSIZE, &before), 0);
  little = before;
  little.rlim_cur = 1;
  assert_int_equal (setrlimit (RLIMIT_FSIZE, &little), 0);
  database = mdg_database_open (*state, &error);
  assert_int_equal (setrlimit (RLIMIT_FSIZE, &before), 0);

  mdg_test_assert_no_error (error);
  assert_int_equal (mdg_database_get_state (database), MDG_STORE_IN_MEMORY);
  mdg_test_assert_contains (mdg_database_get_notice (database), "free space");
}

static void
test_full_disk_stores_nothing (void **state)
{
  g_autoptr (MdgDatabase) database = fixture_open_database (*state);
  g_autoptr (MdgBatch) batch = fixture_new_large (2);
  g_autoptr (MdgBatch) small = fixture_new_small ("small");
  g_autoptr (GError) error = NULL;
  g_autofree char *before = fixture_dump_database (database);
  g_autofree char *after = NULL;
  g_autofree char *limit = NULL;

  limit = g_strdup_printf ("PRAGMA max_page_count = %" G_GINT64_FORMAT,
                           fixture_count (database, "PRAGMA page_count") + 4);
  fixture_count (database, limit);
  assert_false (mdg_database_store_batch (database, batch, NULL, &error));
  mdg_test_assert_error (error, MDG_STORE_ERROR, MDG_STORE_ERROR_FULL);
  after = fixture_dump_database (database);
  assert_string_equal (before, after);

  /* The database goes on. */
  fixture_store (database, small, MDG_STORED);
}

static void
test_busy_file_is_reported (void **state)
{
  g_autoptr (MdgDatabase) database = fixture_open_database (*state);
  g_autoptr (MdgDatabase) other = fixture_open_database (*state);
  g_autoptr (MdgBatch) batch = fixture_new_small ("small");
  g_autoptr (MdgFigures) figures = NULL;
  g_autoptr (GError) error = NULL;

  assert_true (mdg_database_exec (other, "BEGIN IMMEDIATE", NULL));
  sqlite3_busy_timeout (database->handle, 1);
  assert_false (mdg_database_store_batch (database, batch, NULL, &error));
  mdg_test_assert_error (error, MDG_STORE_ERROR, MDG_STORE_ERROR_BUSY);

  /* Reading goes on meanwhile. */
  figures = mdg_database_load_figures (database, NULL);
  assert_non_null (figures);

  assert_true (mdg_database_exec (other, "COMMIT", NULL));
  fixture_store (database, batch, MDG_STORED);
}

static void
test_in_memory (void **state)
{
  g_autoptr (MdgDatabase) database = fixture_open_database (NULL);
  g_autoptr (MdgDatabase) other = fixture_open_database (NULL);
  g_autoptr (MdgBatch) batch = fixture_new_small ("small");
  g_autofree char *before = fixture_dump_database (other);
  g_autofree char *after = NULL;

  fixture_store (database, batch, MDG_STORED);
  after = fixture_dump_database (other);
  assert_string_equal (before, after);
}

static gpointer
use_in_thread (gpointer data)
{
  g_autoptr (MdgDatabase) database = mdg_database_open (data, NULL);
  gboolean stored = FALSE;

  for (guint i = 0; i < 5 && database != NULL; i++)
    {
      g_autofree char *id = g_strdup_printf ("thread-%p-%u", (gpointer) g_thread_self (), i);
      g_autoptr (MdgBatch) batch = fixture_new_small (id);

      stored = mdg_database_store_batch (database, batch, NULL, NULL);
    }

  return GINT_TO_POINTER (stored);
}

static void
test_threads_with_a_database_each (void **state)
{
  GThread *threads[4];
  gpointer stored[4];
  g_autoptr (MdgDatabase) database = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new (NULL, use_in_thread, *state);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    stored[i] = g_thread_join (threads[i]);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    assert_true (GPOINTER_TO_INT (stored[i]));

  database = fixture_open_database (*state);
  assert_int_equal (fixture_count (database, "SELECT count (*) FROM editions"), 1 + 4 * 5);
}

/* The numbers that stand in everybody's file. Whoever changes an enumeration so that this fails
 * must read the note in mdg-migrations.c. */
static void
test_stored_numbers_stay (void **state)
{
  assert_int_equal (MDG_FACILITY_PHARMACY, 4);
  assert_int_equal (MDG_FACILITY_UNASSIGNED_4, 8);
  assert_int_equal (MDG_N_FACILITY_TYPES, 9);
  assert_int_equal (MDG_MEASURE_USAGE_RATE_ONLINE, 0);
  assert_int_equal (MDG_MEASURE_RANK, 3);
  assert_int_equal (MDG_MEASURE_MNC_COUNT, 5);
  assert_int_equal (MDG_MEASURE_CARD_HOLDERS, 11);
  assert_int_equal (MDG_MEASURE_FACILITIES_COUNTED, 17);
  assert_int_equal (MDG_MEASURE_FACILITIES_30_AND_OVER, 19);
  assert_int_equal (MDG_MEASURE_DIFFERENCE_POINTS, 20);
  assert_int_equal (MDG_N_MEASURES, 21);
  assert_int_equal (MDG_QUALITY_VERIFIED, 3);
  assert_int_equal (MDG_N_QUALITIES, 4);
  assert_int_equal (MDG_PRECISION_EXACT, 2);
  assert_int_equal (MDG_N_PRECISIONS, 3);
  assert_int_equal (MDG_DOUBT_TYPE_INFERRED, 3);
  assert_int_equal (MDG_DOUBT_UNOFFICIAL, 6);
  assert_int_equal (MDG_N_DOUBTS, 7);
  assert_int_equal (MDG_ORIGIN_IMPORTED, 1);
  assert_int_equal (MDG_TRUST_UNOFFICIAL, 2);
}

#define on_disk(test) \
  cmocka_unit_test_setup_teardown (test, mdg_test_temp_dir_setup, mdg_test_temp_dir_teardown)

int
main (void)
{
  const struct CMUnitTest tests[] = {
    on_disk (test_first_start_loads_the_bundle),
    on_disk (test_later_start_changes_nothing),
    on_disk (test_folder_is_made),
    on_disk (test_another_bundle_replaces_the_bundled_editions_only),
    on_disk (test_bundle_takes_over_what_was_imported),
    on_disk (test_batches_round_trip),
    on_disk (test_edition_round_trips),
    on_disk (test_same_file_twice_changes_nothing),
    on_disk (test_two_files_of_one_publication),
    on_disk (test_finer_reading_is_stored),
    on_disk (test_import_can_be_undone),
    on_disk (test_unchanged_figures_are_the_same_object),
    on_disk (test_bad_batch_leaves_nothing),
    on_disk (test_full_disk_stores_nothing),
    on_disk (test_full_disk_still_opens),
    on_disk (test_file_begun_before_is_begun_again),
    on_disk (test_busy_file_is_reported),
    cmocka_unit_test (test_in_memory),
    on_disk (test_threads_with_a_database_each),
    cmocka_unit_test (test_stored_numbers_stay),
  };

  fixture_use_bundle (0);

  return mdg_test_run (tests);
}
