/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "util/mdg-test.h"

#include <glib/gi18n.h>
#include <string.h>

#include "core/mdg-bundle.h"
#include "export/mdg-export-area-table.h"
#include "export/mdg-export-form.h"
#include "import/mdg-import.h"

#define OCTOBER MDG_MONTH (2025, 10)

static int
group_setup (void **state)
{
  g_autoptr (MdgBatch) batch = mdg_bundle_load (NULL);

  *state = mdg_figures_new (batch);

  return 0;
}

static int
group_teardown (void **state)
{
  mdg_figures_unref (*state);

  return 0;
}

static MdgExportTable *
create_export (MdgFigures *figures, MdgFacilityType type, gboolean by_region)
{
  g_autoptr (MdgAreaTable) table = NULL;
  MdgAreaTableOptions options;

  mdg_area_table_options_init_ministry (&options, OCTOBER, type);
  options.by_region = by_region;
  table = mdg_area_table_new (figures, &options);

  return mdg_export_area_table_new (table, NULL, 0);
}

static char *
join_notes (MdgExportTable *table)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < mdg_export_table_get_n_notes (table); i++)
    g_string_append_printf (text, "%s\n", mdg_export_table_get_note (table, i));

  return g_string_free_and_steal (text);
}

/* Whoever gets the file knows what it is, where it is from and what to make of it. */
static void
test_an_export_says_what_it_is (void **state)
{
  g_autoptr (MdgExportTable) clinics = create_export (*state, MDG_FACILITY_MEDICAL_CLINIC, FALSE);
  g_autoptr (MdgExportTable) all = create_export (*state, MDG_FACILITY_ALL, TRUE);
  g_autofree char *notes = join_notes (clinics);
  g_autofree char *notes_of_all = join_notes (all);

  assert_string_equal (mdg_export_table_get_title (clinics),
                       "Figures by prefecture, Medical clinics, October 2025 (online basis)");
  mdg_test_assert_contains (notes, "厚生労働省");
  mdg_test_assert_contains (notes, "13 November 2025, p. 1, 13");
  mdg_test_assert_contains (notes, "Verifications made with a My Number insurance card, divided");
  assert_null (strstr (notes, "added up"));
  mdg_test_assert_contains (notes_of_all, "Derived");
  mdg_test_assert_contains (notes_of_all, "Totals of regions are added up");
}

/* Only the rows that were chosen, and only the sources of those. */
static void
test_a_choice_of_rows (void **state)
{
  MdgAreaTableOptions options;
  g_autoptr (MdgAreaTable) table = NULL;
  g_autoptr (MdgExportTable) chosen = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *text = NULL;
  const guint rows[] = { 2, 0 };

  mdg_area_table_options_init_ministry (&options, OCTOBER, MDG_FACILITY_MEDICAL_CLINIC);
  table = mdg_area_table_new (*state, &options);
  chosen = mdg_export_area_table_new (table, rows, G_N_ELEMENTS (rows));
  bytes = mdg_export_table_to_tsv (chosen, NULL, NULL);
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  assert_non_null (strstr (text, "\n3\t2\tFukui\t45.75\t223058\t487605\n"
                                 "1\t4\tAkita\t46.76\t291565\t623568\n"));
  assert_null (strstr (text, "Aomori"));
}

static char *
dup_notes (MdgFigures *figures, const MdgAreaTableOptions *options, guint row)
{
  g_autoptr (MdgAreaTable) table = mdg_area_table_new (figures, options);
  g_autoptr (MdgExportTable) chosen = mdg_export_area_table_new (table, &row, 1);

  return join_notes (chosen);
}

/* A total rests on all that it was reckoned with: its difference on the nation's rate, too. */
static void
test_sources_of_totals (void **state)
{
  MdgAreaTableOptions options = {
    .month = OCTOBER,
    .measures = 1u << MDG_MEASURE_VERIFICATION_COUNT,
    .facility_types = 1u << MDG_FACILITY_PHARMACY,
    .by_region = TRUE,
    .order = { .is_name = TRUE },
  };
  const MdgObservation *nation =
    mdg_figures_lookup (*state, OCTOBER, MDG_DAY_NONE, MDG_AREA_NATIONAL, MDG_FACILITY_PHARMACY,
                        MDG_MEASURE_USAGE_RATE_ONLINE);
  const MdgObservation *count = mdg_figures_lookup (
    *state, OCTOBER, MDG_DAY_NONE, 1, MDG_FACILITY_PHARMACY, MDG_MEASURE_VERIFICATION_COUNT);
  g_autofree char *counted = dup_notes (*state, &options, 0);
  g_autofree char *pages = g_strdup_printf ("p. %d\n", count->page);
  g_autofree char *more_pages = g_strdup_printf ("p. %d, %d\n", nation->page, count->page);
  g_autofree char *compared = NULL;

  assert_true (nation->page < count->page);
  mdg_test_assert_contains (counted, pages);

  options.measures = 1u << MDG_MEASURE_DIFFERENCE_POINTS;
  compared = dup_notes (*state, &options, 0);
  mdg_test_assert_contains (compared, more_pages);
}

/* One basis never stands for another. */
static void
test_title_of_several_bases (void **state)
{
  MdgAreaTableOptions options;
  g_autoptr (MdgAreaTable) table = NULL;
  g_autofree char *title = NULL;

  mdg_area_table_options_init_ministry (&options, OCTOBER, MDG_FACILITY_PHARMACY);
  options.measures |= 1u << MDG_MEASURE_USAGE_RATE_CLAIMS;
  table = mdg_area_table_new (*state, &options);
  title = mdg_export_area_table_dup_title (table);
  assert_string_equal (title, "Figures by prefecture, Pharmacies, October 2025");
}

static void
assert_is_known (MdgFigures *figures, const MdgObservation *read)
{
  const MdgObservation *known = mdg_figures_lookup (figures, read->month, MDG_DAY_NONE, read->area,
                                                    read->facility_type, read->measure);

  assert_int_equal (read->month, OCTOBER);
  assert_non_null (known);
  assert_int_equal (mdg_decimal_compare (read->value, known->value), 0);
}

static void
assert_same_figures (MdgFigures *figures, MdgImportResult *result, MdgFacilityType type)
{
  guint n_found = 0;

  for (guint i = 0; i < result->batch->observations->len; i++)
    {
      const MdgObservation *read = &g_array_index (result->batch->observations, MdgObservation, i);

      assert_int_equal (read->facility_type, type);
      assert_is_known (figures, read);
      n_found += mdg_area_is_prefecture (read->area);
    }
  assert_true (n_found >= 4 * MDG_N_PREFECTURES);
}

/* Reads back every form, of every facility type, with and without groups. The title says what the
 * columns do not, so nothing is asked; and the totals of regions are no wrong names. */
static void
read_again (MdgFigures *figures)
{
  const guint n_types = MDG_FACILITY_PHARMACY + 1;

  for (guint i = 0; i < MDG_N_EXPORT_FORMS * n_types * 2; i++)
    {
      MdgExportForm form = i / 2 % MDG_N_EXPORT_FORMS;
      MdgFacilityType type = i / 2 / MDG_N_EXPORT_FORMS;
      g_autoptr (MdgExportTable) table = create_export (figures, type, i % 2 == 1);
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = mdg_export_form_write (form, table, NULL, &error);
      g_autofree char *name = g_strdup_printf ("table.%s", mdg_export_form_get_ending (form));
      const MdgImportOptions options = { 0 };
      g_autoptr (MdgImportResult) result = NULL;

      mdg_test_assert_no_error (error);
      result = mdg_import_bytes (bytes, name, &options, NULL, &error);
      mdg_test_assert_no_error (error);
      assert_int_equal (result->questions->len, 0);
      for (guint j = 0; j < result->report->entries->len; j++)
        {
          const MdgReportEntry *entry = g_ptr_array_index (result->report->entries, j);

          assert_int_equal (entry->messages->len, 0);
        }
      assert_same_figures (figures, result, type);
    }
}

/* All five facility types beside each other, where the headings tell them. */
static void
read_wide_again (MdgFigures *figures)
{
  for (MdgExportForm form = 0; form < MDG_N_EXPORT_FORMS; form++)
    {
      g_autofree char *name = g_strdup_printf ("table.%s", mdg_export_form_get_ending (form));
      const MdgImportOptions options = { 0 };
      g_autoptr (MdgAreaTable) table = NULL;
      g_autoptr (MdgExportTable) export = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (MdgImportResult) result = NULL;
      MdgAreaTableOptions what;
      guint n_of_types[MDG_N_FACILITY_TYPES] = { 0 };

      mdg_area_table_options_init_ministry (&what, OCTOBER, MDG_FACILITY_ALL);
      what.facility_types = (1u << (MDG_FACILITY_PHARMACY + 1)) - 1;
      what.by_region = form % 2 == 0;
      table = mdg_area_table_new (figures, &what);
      export = mdg_export_area_table_new (table, NULL, 0);
      bytes = mdg_export_form_write (form, export, NULL, &error);
      mdg_test_assert_no_error (error);
      result = mdg_import_bytes (bytes, name, &options, NULL, &error);
      mdg_test_assert_no_error (error);
      assert_int_equal (result->questions->len, 0);
      for (guint i = 0; i < result->batch->observations->len; i++)
        {
          const MdgObservation *read =
            &g_array_index (result->batch->observations, MdgObservation, i);

          assert_is_known (figures, read);
          n_of_types[read->facility_type]++;
        }
      for (MdgFacilityType type = 0; type <= MDG_FACILITY_PHARMACY; type++)
        assert_true (n_of_types[type] >= 4 * MDG_N_PREFECTURES);
    }
}

/* What the program writes, it reads again: the same figures, in either language. */
static void
test_a_file_is_read_again (void **state)
{
  read_again (*state);
  read_wide_again (*state);
  mdg_language_set (MDG_LANGUAGE_JAPANESE);
  assert_string_equal (_ ("Prefecture"), "都道府県");
  read_again (*state);
  read_wide_again (*state);
  mdg_language_set (MDG_LANGUAGE_ENGLISH);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_an_export_says_what_it_is),
    cmocka_unit_test (test_a_choice_of_rows),
    cmocka_unit_test (test_sources_of_totals),
    cmocka_unit_test (test_title_of_several_bases),
    cmocka_unit_test (test_a_file_is_read_again),
  };

  mdg_test_init ();
  mdg_test_bind_translations (GETTEXT_PACKAGE);

  return mdg_test_run_full (tests, group_setup, group_teardown);
}
