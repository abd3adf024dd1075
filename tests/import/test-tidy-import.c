/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/sheet/mdg-tidy-import.h"

#include "core/mdg-bundle.h"
#include "core/mdg-figures.h"
#include "core/mdg-tidy.h"
#include "import/mdg-laws.h"
#include "import/mdg-sheet-fixture.h"

#include <string.h>

/*
 * This program's own export comes in again with the same values, and gains nothing by it: not where
 * it is altered, not where it claims more than it proves, and not whatever its digest is.
 */

static MdgBatch *bundle;
static MdgFigures *figures;

static int
setup (void **state)
{
  g_autoptr (GError) error = NULL;

  bundle = mdg_bundle_load (&error);
  if (bundle == NULL)
    {
      g_printerr ("%s\n", error->message);
      return -1;
    }
  figures = mdg_figures_new (bundle);

  return 0;
}

static int
teardown (void **state)
{
  g_clear_pointer (&figures, mdg_figures_unref);
  g_clear_pointer (&bundle, mdg_batch_free);

  return 0;
}

/* What the program exports: the shown figures, or those of all editions. */
static char *
export_figures (gboolean with_others)
{
  GString *csv = g_string_new (MDG_TIDY_HEADER);

  g_string_append_c (csv, '\n');
  for (guint i = 0; i < mdg_figures_get_n (figures); i++)
    {
      const MdgObservation *row = mdg_figures_get (figures, i);

      if (with_others || mdg_figures_is_shown (figures, i))
        mdg_tidy_append_row (csv, row, mdg_figures_get_edition (figures, row->edition));
    }

  return g_string_free_and_steal (csv);
}

static MdgImportResult *
import (const char *csv, MdgDocumentKind kind, GError **error)
{
  g_autoptr (MdgDocument) document = mdg_sheet_document (csv, kind);
  guint header = G_MAXUINT;

  assert_true (mdg_tidy_import_find (document, &header));

  return mdg_tidy_import (document, header, "figures.csv", NULL, error);
}

static MdgImportResult *
import_good (const char *csv)
{
  g_autoptr (GError) error = NULL;
  MdgImportResult *result = import (csv, MDG_DOCUMENT_CSV, &error);

  mdg_test_assert_no_error (error);
  assert_non_null (result);
  return result;
}

static const MdgObservation *
find_bundled (const MdgObservation *like)
{
  return mdg_figures_lookup (figures, like->month, like->as_of, like->area, like->facility_type,
                             like->measure);
}

/* Every figure is the shown one, and of no better quality. */
static void
assert_not_raised (const MdgImportResult *result)
{
  for (guint i = 0; i < result->batch->observations->len; i++)
    {
      const MdgObservation *row = &g_array_index (result->batch->observations, MdgObservation, i);
      const MdgObservation *shown = find_bundled (row);

      assert_non_null (shown);
      assert_true (row->quality <= shown->quality);
      /* A quoted figure that is not shown because the program computes a better one. */
      if (shown->quality == MDG_QUALITY_DERIVED)
        continue;
      assert_int_equal (mdg_decimal_compare (row->value, shown->value), 0);
      assert_int_equal (row->value.decimals, shown->value.decimals);
      assert_int_equal (row->precision, shown->precision);
      assert_int_equal (row->doubt, shown->doubt);
      assert_int_equal (row->quality == MDG_QUALITY_SECONDARY,
                        shown->quality == MDG_QUALITY_SECONDARY);
    }
}

static void
test_round_trip (void **state)
{
  for (guint with_others = 0; with_others < 2; with_others++)
    {
      g_autofree char *csv = export_figures (with_others);
      g_autoptr (MdgImportResult) result = import_good (csv);
      g_autofree char *report = mdg_sheet_render (result);
      guint n_wanted = 0;
      guint n_verified = 0;

      for (guint i = 0; i < mdg_figures_get_n (figures); i++)
        {
          const MdgObservation *row = mdg_figures_get (figures, i);

          if (!mdg_figures_is_shown (figures, i) || row->quality == MDG_QUALITY_DERIVED)
            continue;
          n_wanted++;
          n_verified += row->quality == MDG_QUALITY_VERIFIED;
        }

      mdg_test_assert_in_range (result->batch->observations->len, n_wanted,
                                n_wanted + with_others * 10);
      assert_int_equal (mdg_import_report_count (result->report, MDG_ENTRY_REFUSED), 0);
      assert_not_raised (result);
      /* The deck's figures prove each other wherever they are; only what it takes more than this
       * file to prove becomes printed. */
      mdg_test_assert_in_range (mdg_sheet_count (result, MDG_QUALITY_VERIFIED),
                                n_verified - n_verified / 20, n_verified);
      assert_true (mdg_sheet_says (result, MDG_MESSAGE_DERIVED_LEFT_OUT));
      assert_non_null (report);
    }
}

/* Whatever the digest of the file is, which decides between editions without a date. */
static void
test_nothing_shown_changes (void **state)
{
  static const char *const digests[] = { "0000", "7fff", "ffff" };
  g_autofree char *csv = export_figures (TRUE);
  g_autoptr (MdgImportResult) result = import_good (csv);
  MdgEdition *edition = mdg_import_result_get_edition (result);

  for (guint i = 0; i < G_N_ELEMENTS (digests); i++)
    {
      g_autoptr (MdgBatch) all = mdg_batch_new ();
      g_autoptr (MdgFigures) after = NULL;
      guint place;

      g_set_str (&edition->digest, digests[i]);
      for (guint j = 0; j < bundle->editions->len; j++)
        mdg_batch_add_edition (all, mdg_edition_ref (g_ptr_array_index (bundle->editions, j)));
      place = mdg_batch_add_edition (all, mdg_edition_ref (edition));
      g_array_append_vals (all->observations, bundle->observations->data,
                           bundle->observations->len);
      for (guint j = 0; j < result->batch->observations->len; j++)
        {
          MdgObservation row = g_array_index (result->batch->observations, MdgObservation, j);

          row.edition = (guint16) place;
          mdg_batch_add (all, &row);
        }

      after = mdg_figures_new (all);
      for (guint j = 0; j < mdg_figures_get_n (figures); j++)
        {
          const MdgObservation *before = mdg_figures_get (figures, j);
          const MdgObservation *shown;

          if (!mdg_figures_is_shown (figures, j))
            continue;
          shown = mdg_figures_lookup (after, before->month, before->as_of, before->area,
                                      before->facility_type, before->measure);
          assert_non_null (shown);
          assert_int_equal (mdg_decimal_compare (shown->value, before->value), 0);
          assert_int_equal (shown->quality, before->quality);
        }
    }
}

/* One altered digit of a figure that claims to be verified never comes in as verified. */
static void
test_altered (void **state)
{
  g_autoptr (GRand) rand = mdg_test_new_rand ();
  g_autofree char *csv = export_figures (FALSE);
  g_auto (GStrv) lines = g_strsplit (csv, "\n", -1);
  guint n_lines = g_strv_length (lines);
  guint n_refused = 0;

  for (guint n = 0; n < 120;)
    {
      guint i = (guint) g_rand_int_range (rand, 1, (gint32) n_lines - 1);
      g_auto (GStrv) fields = g_strsplit (lines[i], ",", -1);
      g_autofree char *original = NULL;
      g_autofree char *altered = NULL;
      g_autoptr (MdgImportResult) result = NULL;
      char *digit;

      if (strcmp (fields[9], "verified") != 0)
        continue;
      digit = fields[6] + g_rand_int_range (rand, 0, (gint32) strlen (fields[6]));
      if (!g_ascii_isdigit (*digit))
        continue;
      *digit = (char) ('0' + (*digit - '0' + g_rand_int_range (rand, 1, 10)) % 10);
      n++;

      original = lines[i];
      lines[i] = g_strjoinv (",", fields);
      altered = g_strjoinv ("\n", lines);
      g_free (lines[i]);
      lines[i] = g_steal_pointer (&original);

      result = import_good (altered);
      for (guint j = 0; j < result->batch->observations->len; j++)
        {
          const MdgObservation *row =
            &g_array_index (result->batch->observations, MdgObservation, j);

          if (row->quality == MDG_QUALITY_VERIFIED)
            assert_int_equal (mdg_decimal_compare (row->value, find_bundled (row)->value), 0);
        }
      n_refused += mdg_import_report_count (result->report, MDG_ENTRY_REFUSED);
    }

  assert_true (n_refused > 60);
}

static void
test_claims (void **state)
{
  g_autofree char *alone =
    g_strconcat (MDG_TIDY_HEADER,
                 "\n2025-10,,00,全国,all,usage_rate_online,99.14,percent,online,verified,exact,"
                 "mhlw-2025-11-13,1\n",
                 NULL);
  g_autoptr (MdgImportResult) result = import_good (alone);
  const MdgObservation *row = mdg_sheet_find (result, MDG_MONTH (2025, 10), MDG_AREA_NATIONAL,
                                              MDG_FACILITY_ALL, MDG_MEASURE_USAGE_RATE_ONLINE);

  assert_non_null (row);
  assert_int_equal (row->quality, MDG_QUALITY_PRINTED);
  assert_int_equal (row->page, MDG_PAGE_UNKNOWN);
  assert_true (mdg_sheet_says (result, MDG_MESSAGE_CLAIMS_UNPROVED));
  assert_int_equal (mdg_import_result_get_edition (result)->published, MDG_DAY_NONE);
  assert_int_equal (mdg_import_result_get_edition (result)->trust, MDG_TRUST_UNOFFICIAL);
  assert_string_equal (mdg_import_result_get_edition (result)->title, "figures");
}

/* A spreadsheet keeps an export with its numbers as numbers and its months as dates. */
static void
test_kept_by_spreadsheet (void **state)
{
  g_autofree char *kept =
    g_strconcat ("=== 図\n", MDG_TIDY_HEADER,
                 "\n2025-10-01,,0,全国,all,mnc_count,40,count,online,printed,exact,\"'=x\",1\n"
                 "2025-10-01,,1,北海道,all,mnc_count,,count,online,printed,exact,\"'=x\",1\n",
                 NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (MdgImportResult) result = import (kept, MDG_DOCUMENT_SPREADSHEET, &error);

  mdg_test_assert_no_error (error);
  assert_int_equal (result->batch->observations->len, 1);
  assert_non_null (mdg_sheet_find (result, MDG_MONTH (2025, 10), MDG_AREA_NATIONAL,
                                   MDG_FACILITY_ALL, MDG_MEASURE_MNC_COUNT));
  /* What is empty is not known, and no zero. */
  assert_true (mdg_sheet_says (result, MDG_MESSAGE_CELL_UNREADABLE));
  assert_string_equal (((MdgReportEntry *) g_ptr_array_index (result->report->entries, 0))->title,
                       "=x");
}

/* Sorted anew, nothing tells which of two equal claims was the shown one. */
static void
test_sorted_anew (void **state)
{
  static const char *const rows[] = {
    "\n2025-10,,01,北海道,all,mnc_count,7,count,online,printed,exact,a,",
    "\n2025-10,,00,全国,all,mnc_count,40,count,online,printed,exact,a,",
    "\n2025-10,,00,全国,all,mnc_count,41,count,online,printed,exact,b,",
  };
  g_autofree char *anew = g_strconcat (MDG_TIDY_HEADER, rows[0], rows[1], rows[2], "\n", NULL);
  g_autofree char *kept = g_strconcat (MDG_TIDY_HEADER, rows[1], rows[2], rows[0], "\n", NULL);
  g_autoptr (MdgImportResult) untold = import_good (anew);
  g_autoptr (MdgImportResult) told = import_good (kept);
  const MdgObservation *row;

  assert_int_equal (untold->batch->observations->len, 1);
  assert_true (mdg_sheet_says (untold, MDG_MESSAGE_SUPERSEDED_LEFT_OUT));
  row = mdg_sheet_find (told, MDG_MONTH (2025, 10), MDG_AREA_NATIONAL, MDG_FACILITY_ALL,
                        MDG_MEASURE_MNC_COUNT);
  assert_non_null (row);
  assert_int_equal (row->value.digits, 40);
}

static void
test_bad_rows (void **state)
{
  static const char *const bad[] = {
    "2025-10,,48,全国,all,mnc_count,1,count,online,printed,exact,a,",
    "2025-10,,00,東京都,all,mnc_count,1,count,online,printed,exact,a,",
    "03/04/01,,00,全国,all,mnc_count,1,count,online,printed,exact,a,",
    "2025-10,,00,全国,all,mnc_count,many,count,online,printed,exact,a,",
    "2025-10,,00,全国,all,mnc_count,999999999999999999,count,online,printed,exact,a,",
    "2025-10,,00,全国,all,mnc_count,1,percent,online,printed,exact,a,",
    "2025-10,,00,全国,all,mnc_count,1,count,claims,printed,exact,a,",
    "2025-10,,00,全国,all,mnc_count,1,count,online,certain,exact,a,",
    "2025-10,,00,全国,all,mnc_count,1,count,online,printed,exact,,",
    "2025-10,,00,全国,all,mnc_count,1,count,online,printed,exact,a,1,2",
    "2025-10",
  };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autofree char *csv = g_strconcat (MDG_TIDY_HEADER, "\n", bad[i], "\n", NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (MdgImportResult) result = import (csv, MDG_DOCUMENT_CSV, &error);

      assert_null (result);
      mdg_test_assert_error (error, MDG_IMPORT_ERROR, MDG_IMPORT_ERROR_NO_TABLE);
      mdg_test_assert_contains (error->message, "row 2");
    }
}

static void
test_many_rows (void **state)
{
  GString *csv = g_string_new (MDG_TIDY_HEADER);
  g_autofree char *text = NULL;
  g_autoptr (MdgDocument) document = NULL;
  g_autoptr (MdgImportResult) result = NULL;
  g_autoptr (GTimer) timer = NULL;
  static const MdgMeasure measures[] = {
    MDG_MEASURE_MNC_COUNT,  MDG_MEASURE_VERIFICATION_COUNT, MDG_MEASURE_CHECKUP_VIEWS,
    MDG_MEASURE_DRUG_VIEWS, MDG_MEASURE_CARE_VIEWS,
  };
  const guint n_rows = 100000;
  guint header = 0;

  for (guint i = 0; i < n_rows; i++)
    {
      guint measure = i % G_N_ELEMENTS (measures);
      guint type = i / G_N_ELEMENTS (measures) % 4 + 1;
      guint area = i / G_N_ELEMENTS (measures) / 4 % MDG_N_PREFECTURES + 1;
      guint month = i / G_N_ELEMENTS (measures) / 4 / MDG_N_PREFECTURES;
      g_autofree char *month_text = mdg_month_to_string (MDG_MONTH (2017, 1) + (MdgMonth) month);

      g_string_append_printf (
        csv, "\n%s,,%s,%s,%s,%s,%u,%s,%s,verified,exact,table-%u,3", month_text,
        mdg_area_get_code (area), mdg_area_get_name (area), mdg_facility_type_get_id (type),
        mdg_measure_get_id (measures[measure]), i * (measure + 1) + 1, "count",
        mdg_basis_get_id (mdg_measure_get_basis (measures[measure])), month % 10);
    }
  text = g_string_free_and_steal (csv);
  document = mdg_sheet_document (text, MDG_DOCUMENT_CSV);

  assert_true (mdg_tidy_import_find (document, &header));
  timer = g_timer_new ();
  result = mdg_tidy_import (document, header, NULL, NULL, NULL);
  print_message ("# %u rows: %.1f ms\n", n_rows, g_timer_elapsed (timer, NULL) * 1000);
  assert_non_null (result);
  assert_int_equal (result->batch->observations->len, n_rows);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_round_trip),
    cmocka_unit_test (test_nothing_shown_changes),
    cmocka_unit_test (test_altered),
    cmocka_unit_test (test_claims),
    cmocka_unit_test (test_kept_by_spreadsheet),
    cmocka_unit_test (test_sorted_anew),
    cmocka_unit_test (test_bad_rows),
    cmocka_unit_test (test_many_rows),
  };

  return mdg_test_run_full (tests, setup, teardown);
}
