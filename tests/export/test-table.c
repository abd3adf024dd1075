/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "util/mdg-test.h"

#include "core/mdg-csv.h"
#include "export/mdg-export-table.h"

#define N_ROWS 3000

static void
fill_row (guint row, MdgExportRow *cells, gpointer data)
{
  if (row == 1)
    {
      mdg_export_row_add_text (cells, "=1+1");
      mdg_export_row_add_number (cells, MDG_DECIMAL (-42, 2));
      mdg_export_row_add_blank (cells);
      return;
    }
  mdg_export_row_add_text (cells, "東京都, \"23区\"\nと市");
  mdg_export_row_add_number (cells, MDG_DECIMAL (101991041 + (gint64) row, 0));
  mdg_export_row_add_text (cells, row % 2 == 0 ? "" : "x\ty");
}

static MdgExportTable *
create_table (const char *title, guint n_rows)
{
  MdgExportTable *table = mdg_export_table_new (title, n_rows, fill_row, NULL, NULL);

  mdg_export_table_add_column (table, "都道府県");
  mdg_export_table_add_column (table, "利用率 (%)");
  mdg_export_table_add_column (table, "");

  return table;
}

/* What is not numbers cannot become a formula, and nothing in a cell can begin another one. */
static void
test_text_for_the_clipboard (void **state)
{
  g_autoptr (MdgExportTable) table = create_table ("Not copied", 2);
  g_autoptr (GBytes) bytes = mdg_export_table_to_tsv (table, NULL, NULL);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  mdg_export_table_add_note (table, "Not copied either");
  assert_string_equal (text, "都道府県\t利用率 (%)\t\n"
                             "東京都, \"23区\" と市\t101991041\t\n"
                             "'=1+1\t-0.42\t\n");
}

/* In a file the title and the notes stand around it. */
static void
test_text_for_a_file (void **state)
{
  g_autoptr (MdgExportTable) table = create_table ("利用率", 1);
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *text = NULL;

  mdg_export_table_add_note (table, "出典");
  bytes = mdg_export_table_to_tsv_file (table, NULL, NULL);
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  assert_string_equal (text, "利用率\n"
                             "都道府県\t利用率 (%)\t\n"
                             "東京都, \"23区\" と市\t101991041\t\n"
                             "\n出典\n");
}

static void
assert_record (MdgCsvReader *reader, const char *a, const char *b, const char *c)
{
  assert_true (mdg_csv_reader_next (reader));
  assert_string_equal (mdg_csv_reader_get (reader, 0), a);
  if (b == NULL)
    return;
  assert_int_equal (mdg_csv_reader_get_n (reader), 3);
  assert_string_equal (mdg_csv_reader_get (reader, 1), b);
  assert_string_equal (mdg_csv_reader_get (reader, 2), c);
}

/* A reader of the program finds everything again: title, columns, cells and notes. */
static void
test_csv_reads_back (void **state)
{
  for (guint marked = 0; marked < 2; marked++)
    {
      g_autoptr (MdgExportTable) table = create_table ("利用率, 2025年10月", 2);
      g_autoptr (GBytes) bytes = NULL;
      g_auto (MdgCsvReader) reader = { 0 };
      const char *text;
      gsize length;

      mdg_export_table_add_note (table, "出典：\"厚生労働省\"");
      bytes = mdg_export_table_to_csv (table, marked, NULL, NULL);
      text = g_bytes_get_data (bytes, &length);
      assert_int_equal (g_str_has_prefix (text, "\xEF\xBB\xBF"), marked);
      mdg_csv_reader_init (&reader, text + marked * 3, length - marked * 3);
      assert_record (&reader, "利用率, 2025年10月", NULL, NULL);
      assert_record (&reader, "都道府県", "利用率 (%)", "");
      assert_record (&reader, "東京都, \"23区\"\nと市", "101991041", "");
      assert_record (&reader, "=1+1", "-0.42", "");
      while (mdg_csv_reader_next (&reader) && *mdg_csv_reader_get (&reader, 0) == '\0')
        ;
      assert_string_equal (mdg_csv_reader_get (&reader, 0), "出典：\"厚生労働省\"");
      assert_false (mdg_csv_reader_next (&reader));
    }
}

static void
cancel_in_row (guint row, MdgExportRow *cells, gpointer data)
{
  if (row == N_ROWS / 2)
    g_cancellable_cancel (data);
  mdg_export_row_add_text (cells, "x");
  assert_true (row < N_ROWS - 1);
}

/* Who no longer waits is heard before the end. */
static void
test_cancelled (void **state)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (MdgExportTable) table =
    mdg_export_table_new (NULL, N_ROWS, cancel_in_row, cancellable, NULL);
  g_autoptr (GError) error = NULL;

  mdg_export_table_add_column (table, "x");
  assert_null (mdg_export_table_to_csv (table, TRUE, cancellable, &error));
  assert_true (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED));
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_text_for_the_clipboard),
    cmocka_unit_test (test_text_for_a_file),
    cmocka_unit_test (test_csv_reads_back),
    cmocka_unit_test (test_cancelled),
  };

  return mdg_test_run (tests);
}
