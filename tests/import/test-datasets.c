/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/mdg-datasets.h"

#include "core/mdg-bundle.h"
#include "core/mdg-observation.h"
#include "import/mdg-deck-fixture.h"

#include <string.h>

/*
 * The bundled data are what their sources give, row by row.
 */

static MdgDatasets *datasets;

static int
setup (void **state)
{
  g_autofree char *folder = mdg_test_source_path ("data/datasets/sources");
  g_autoptr (GError) error = NULL;

  datasets = mdg_datasets_make (folder, &error);
  if (datasets == NULL)
    g_printerr ("%s\n", error->message);

  return datasets != NULL ? 0 : -1;
}

static int
teardown (void **state)
{
  g_clear_pointer (&datasets, mdg_datasets_free);
  mdg_deck_clear ();

  return 0;
}

static void
assert_same_lines (const char *path, const char *expected)
{
  g_autofree char *bundled = mdg_test_read_source (path, NULL);
  g_auto (GStrv) bundled_lines = g_strsplit (bundled, "\n", -1);
  g_auto (GStrv) expected_lines = g_strsplit (expected, "\n", -1);
  guint n = g_strv_length (expected_lines);

  for (guint i = 0; i < n && bundled_lines[i] != NULL; i++)
    if (strcmp (bundled_lines[i], expected_lines[i]) != 0)
      fail_msg ("%s, line %u: bundled is “%s”, the sources give “%s”", path, i + 1,
                bundled_lines[i], expected_lines[i]);
  assert_int_equal (g_strv_length (bundled_lines), n);
}

static void
test_files (void **state)
{
  assert_same_lines ("data/datasets/editions.csv", datasets->editions);
  assert_same_lines ("data/datasets/observations.csv", datasets->observations);
  assert_same_lines ("data/datasets/reports/" MDG_DECK_EDITION ".report", datasets->report);
}

/* What the program loads at run time, against a fresh import of the deck's text. */
static void
test_deck (void **state)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MdgBatch) bundle = mdg_bundle_load (&error);
  const MdgImportResult *imported = mdg_deck_base ();
  guint n_of_deck = 0;

  mdg_test_assert_no_error (error);
  for (guint i = 0; i < bundle->observations->len; i++)
    {
      const MdgObservation *row = &g_array_index (bundle->observations, MdgObservation, i);
      const MdgEdition *edition = g_ptr_array_index (bundle->editions, row->edition);
      const MdgObservation *again;

      if (strcmp (edition->id, MDG_DECK_EDITION) != 0)
        continue;
      n_of_deck++;
      again = mdg_deck_find_like (imported->batch->observations, row);
      assert_non_null (again);
      assert_int_equal (again->value.digits, row->value.digits);
      assert_int_equal (again->value.decimals, row->value.decimals);
      assert_int_equal (again->quality, row->quality);
      assert_int_equal (again->precision, row->precision);
      assert_int_equal (again->doubt, row->doubt);
      assert_int_equal (again->page, row->page);
    }
  assert_int_equal (n_of_deck, imported->batch->observations->len);
}

static void
test_editions (void **state)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MdgBatch) bundle = mdg_bundle_load (&error);
  const MdgEdition *imported = g_ptr_array_index (mdg_deck_base ()->batch->editions, 0);
  g_autoptr (GHashTable) digests = g_hash_table_new (g_str_hash, g_str_equal);
  gboolean has_deck = FALSE;

  mdg_test_assert_no_error (error);
  for (guint i = 0; i < bundle->editions->len; i++)
    {
      const MdgEdition *edition = g_ptr_array_index (bundle->editions, i);

      /* The store knows a publication by its digest. */
      assert_true (g_hash_table_add (digests, edition->digest));
      if (strcmp (edition->id, MDG_DECK_EDITION) != 0)
        {
          assert_non_null (edition->url);
          continue;
        }
      has_deck = TRUE;
      assert_string_equal (edition->digest, imported->digest);
      assert_int_equal (edition->published, mdg_day_new (2025, 11, 13));
      assert_non_null (edition->report);
      mdg_import_report_free (mdg_import_report_parse (edition->report, &error));
      mdg_test_assert_no_error (error);
    }
  assert_true (has_deck);
}

static const MdgObservation *
find (const char *edition_id,
      MdgMonth month,
      MdgDay as_of,
      MdgArea area,
      MdgFacilityType type,
      MdgMeasure measure)
{
  MdgObservation key = { .month = month,
                         .as_of = as_of,
                         .area = area,
                         .facility_type = (guint8) type,
                         .measure = (guint8) measure };

  for (guint i = 0; i < datasets->batch->observations->len; i++)
    {
      const MdgObservation *row = &g_array_index (datasets->batch->observations, MdgObservation, i);
      const MdgEdition *edition = g_ptr_array_index (datasets->batch->editions, row->edition);

      if (strcmp (edition->id, edition_id) == 0 && mdg_observation_compare_key (row, &key) == 0)
        return row;
    }

  return NULL;
}

static void
assert_row (const MdgObservation *row, gint64 digits, MdgQuality quality, const char *precision)
{
  g_autofree char *text = NULL;

  assert_non_null (row);
  text = mdg_observation_format_precision (row);
  assert_int_equal (row->value.digits, digits);
  assert_int_equal (row->quality, quality);
  assert_string_equal (text, precision);
  assert_int_equal (row->page, MDG_PAGE_UNKNOWN);
}

static void
test_history (void **state)
{
  /* Full counts, whose sums and rate prove them; and counts in 万, which prove nothing. */
  assert_row (find ("wic-16526", MDG_MONTH (2024, 7), 0, 0, MDG_FACILITY_HOSPITAL,
                    MDG_MEASURE_INSURANCE_CARD_COUNT),
              9543563, MDG_QUALITY_VERIFIED, "exact");
  assert_row (
    find ("wic-16526", MDG_MONTH (2024, 7), 0, 0, MDG_FACILITY_ALL, MDG_MEASURE_USAGE_RATE_ONLINE),
    1113, MDG_QUALITY_VERIFIED, "exact");
  assert_row (
    find ("wic-16526", MDG_MONTH (2023, 2), 0, 0, MDG_FACILITY_ALL, MDG_MEASURE_MNC_COUNT), 1570000,
    MDG_QUALITY_PRINTED, "rounded-10000");
  assert_row (
    find ("wic-16526", MDG_MONTH (2023, 2), 0, 0, MDG_FACILITY_ALL, MDG_MEASURE_USAGE_RATE_ONLINE),
    178, MDG_QUALITY_PRINTED, "exact");

  /* The rate of two full counts is proved by them, the counts by nothing. */
  assert_row (
    find ("wic-7870", MDG_MONTH (2023, 1), 0, 0, MDG_FACILITY_ALL, MDG_MEASURE_USAGE_RATE_ONLINE),
    152, MDG_QUALITY_VERIFIED, "exact");
  assert_row (find ("wic-7870", MDG_MONTH (2023, 1), 0, 0, MDG_FACILITY_ALL, MDG_MEASURE_MNC_COUNT),
              1223254, MDG_QUALITY_PRINTED, "exact");

  /* Not the ministry's own. */
  assert_row (find ("page-hayashi-13841", MDG_MONTH (2025, 5), 0, 0, MDG_FACILITY_ALL,
                    MDG_MEASURE_VERIFICATION_COUNT),
              231580000, MDG_QUALITY_SECONDARY, "rounded-10000;unofficial");
  assert_row (
    find ("page-hayashi-13841", MDG_MONTH (2025, 5), 0, 0, MDG_FACILITY_ALL, MDG_MEASURE_MNC_COUNT),
    67853024, MDG_QUALITY_SECONDARY, "exact;unofficial");
  assert_row (find ("press-fujipost-48684", MDG_MONTH (2026, 1), 0, 0, MDG_FACILITY_ALL,
                    MDG_MEASURE_USAGE_RATE_CLAIMS),
              6462, MDG_QUALITY_SECONDARY, "exact;basis-inferred");

  /* Stocks, by the day; prefectures with their change. */
  assert_row (find ("press-impress-1639902", MDG_MONTH (2024, 10), mdg_day_new (2024, 10, 31), 0,
                    MDG_FACILITY_ALL, MDG_MEASURE_CARD_HOLDERS),
              94498951, MDG_QUALITY_SECONDARY, "exact");
  assert_row (find ("mhlw-001152539", MDG_MONTH (2023, 7), mdg_day_new (2023, 7, 31), 0,
                    MDG_FACILITY_ALL, MDG_MEASURE_CARD_HOLDERS),
              89040000, MDG_QUALITY_PRINTED, "rounded-10000");
  assert_row (
    find ("wic-14322", MDG_MONTH (2024, 3), 0, 30, MDG_FACILITY_ALL, MDG_MEASURE_CHANGE_POINTS), 32,
    MDG_QUALITY_PRINTED, "exact");
  assert_null (find ("wic-14322", MDG_MONTH (2024, 3), 0, 31, MDG_FACILITY_ALL,
                     MDG_MEASURE_USAGE_RATE_ONLINE));
}

/* An edition gives a figure once. */
static void
test_unique (void **state)
{
  GArray *rows = datasets->batch->observations;

  for (guint i = 0; i < rows->len; i++)
    for (guint j = i + 1; j < rows->len; j++)
      {
        const MdgObservation *a = &g_array_index (rows, MdgObservation, i);
        const MdgObservation *b = &g_array_index (rows, MdgObservation, j);

        if (a->edition == b->edition && mdg_observation_compare_key (a, b) == 0)
          fail_msg ("Rows %u and %u are the same figure", i, j);
      }
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_files),    cmocka_unit_test (test_deck),
    cmocka_unit_test (test_editions), cmocka_unit_test (test_history),
    cmocka_unit_test (test_unique),
  };

  mdg_test_init ();

  return mdg_test_run_full (tests, setup, teardown);
}
