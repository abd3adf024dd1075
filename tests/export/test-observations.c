/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "util/mdg-test.h"

#include "core/mdg-bundle.h"
#include "core/mdg-tidy.h"
#include "export/mdg-export-observations.h"
#include "export/mdg-export-xlsx.h"
#include "import/mdg-import.h"
#include "import/read/mdg-spreadsheet-reader.h"

/* All figures, written and read again: every cell is what a row of tidy text has, whatever the form,
 * and the importer takes the same figures from both. Only that a reader of workbooks drops zeros at
 * the end of decimals, which have no place in a number. */

static MdgFigures *figures;

static int
set_up (void **state)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MdgBatch) batch = mdg_bundle_load (&error);

  mdg_test_assert_no_error (error);
  figures = mdg_figures_new (batch);

  return 0;
}

static int
tear_down (void **state)
{
  mdg_figures_unref (figures);

  return 0;
}

/* The last first, so that the order is seen to be kept. */
static MdgExportTable *
create_table (void)
{
  GArray *indices = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = mdg_figures_get_n (figures); i-- > 0;)
    g_array_append_val (indices, i);

  return mdg_export_observations_new (figures, indices);
}

static const MdgObservation *
get_observation (guint row)
{
  return mdg_figures_get (figures, mdg_figures_get_n (figures) - 1 - row);
}

static void
test_csv (void **state)
{
  g_autoptr (MdgExportTable) table = create_table ();
  g_autoptr (GBytes) bytes = mdg_export_table_to_csv (table, FALSE, NULL, NULL);
  g_autoptr (GString) expected = g_string_new (MDG_TIDY_HEADER);
  guint n = mdg_export_table_get_n_rows (table);

  g_string_append_c (expected, '\n');
  for (guint i = 0; i < n; i++)
    mdg_tidy_append_row (expected, get_observation (i),
                         mdg_figures_get_edition (figures, get_observation (i)->edition));

  assert_true (n > 1000);
  assert_int_equal (g_bytes_get_size (bytes), expected->len);
  assert_memory_equal (g_bytes_get_data (bytes, NULL), expected->str, expected->len);
}

/* Text as it is, numbers by what they are worth. */
static void
assert_field (const MdgDocument *document,
              const MdgLine *line,
              const MdgObservation *observation,
              guint column)
{
  g_autoptr (GString) expected = g_string_new (NULL);
  const char *found = "";
  MdgDecimal value;

  mdg_tidy_append_field (expected, observation,
                         mdg_figures_get_edition (figures, observation->edition), column);
  for (guint i = 0; i < line->n_cells; i++)
    if (mdg_document_get_cell (document, line, i)->column == column)
      found = mdg_document_get_cell (document, line, i)->text;
  if (column != MDG_TIDY_COLUMN_VALUE)
    {
      assert_string_equal (found, expected->str);
      return;
    }
  assert_true (mdg_decimal_parse (found, -1, &value));
  assert_int_equal (mdg_decimal_compare (value, observation->value), 0);
}

static void
test_xlsx (void **state)
{
  g_autoptr (MdgExportTable) table = create_table ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = mdg_export_table_to_xlsx (table, NULL, &error);
  g_autoptr (MdgDocument) document = NULL;
  guint n = mdg_export_table_get_n_rows (table);

  mdg_test_assert_no_error (error);
  document = mdg_spreadsheet_reader_read (bytes, NULL, NULL, NULL, &error);
  mdg_test_assert_no_error (error);
  assert_int_equal (mdg_document_get_n_lines (document), n + 1);
  for (guint i = 0; i < n; i++)
    for (guint column = 0; column < MDG_N_TIDY_COLUMNS; column++)
      assert_field (document, mdg_document_get_line (document, i + 1), get_observation (i), column);
}

static MdgImportResult *
import (GBytes *bytes, const char *name)
{
  const MdgImportOptions options = { 0 };
  g_autoptr (GError) error = NULL;
  MdgImportResult *result = mdg_import_bytes (bytes, name, &options, NULL, &error);

  mdg_test_assert_no_error (error);
  assert_int_equal (mdg_import_report_count (result->report, MDG_ENTRY_REFUSED), 0);

  return result;
}

/* What stands behind a figure may be proved by less in one file than in all; the rest is the same. */
static void
assert_same (const MdgObservation *a, const MdgObservation *b)
{
  assert_int_equal (mdg_observation_compare_key (a, b), 0);
  assert_int_equal (mdg_decimal_compare (a->value, b->value), 0);
  assert_int_equal (a->precision, b->precision);
  assert_int_equal (a->doubt, b->doubt);
}

static gboolean
is_known (const MdgObservation *read)
{
  for (guint i = 0; i < mdg_figures_get_n (figures); i++)
    {
      const MdgObservation *known = mdg_figures_get (figures, i);

      if (mdg_observation_compare_key (read, known) == 0 &&
          mdg_decimal_compare (read->value, known->value) == 0 &&
          read->value.decimals == known->value.decimals && read->doubt == known->doubt)
        return TRUE;
    }

  return FALSE;
}

static void
test_imported_again (void **state)
{
  g_autoptr (MdgExportTable) table = create_table ();
  g_autoptr (GBytes) csv = mdg_export_table_to_csv (table, TRUE, NULL, NULL);
  g_autoptr (GBytes) xlsx = mdg_export_table_to_xlsx (table, NULL, NULL);
  g_autoptr (MdgImportResult) from_csv = import (csv, "figures.csv");
  g_autoptr (MdgImportResult) from_xlsx = import (xlsx, "figures.xlsx");
  guint n = from_csv->batch->observations->len;

  assert_true (n > 1000);
  assert_int_equal (from_xlsx->batch->observations->len, n);
  for (guint i = 0; i < n; i++)
    {
      const MdgObservation *a = &g_array_index (from_csv->batch->observations, MdgObservation, i);
      const MdgObservation *b = &g_array_index (from_xlsx->batch->observations, MdgObservation, i);

      assert_same (a, b);
      assert_int_equal (a->quality, b->quality);
      assert_int_equal (a->page, b->page);
      assert_true (is_known (a));
    }
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_csv),
    cmocka_unit_test (test_xlsx),
    cmocka_unit_test (test_imported_again),
  };

  return mdg_test_run_full (tests, set_up, tear_down);
}
