/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "util/mdg-test.h"

#include <locale.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>

#include "export/mdg-export-picture.h"
#include "export/mdg-export-xlsx.h"
#include "import/read/mdg-document.h"
#include "import/read/mdg-spreadsheet-reader.h"
#include "import/read/mdg-zip.h"

#define N_MANY 3000

/* What a cell holds, and what a person reads in it. */
typedef struct
{
  const char *text;
  MdgDecimal number;
  const char *shown;
} Expected;

static const Expected cells[][3] = {
  { { .text = "北海道", .shown = "北海道" },
    { .number = { 4523456, 0 }, .shown = "4523456" },
    { .number = { 3714, 2 }, .shown = "37.14" } },
  { { .text = "=1+1", .shown = "=1+1" },
    { .number = { -42, 0 }, .shown = "-42" },
    { .number = { 7, 2 }, .shown = "0.07" } },
  { { .text = "<東京都> & \"23区\"", .shown = "<東京都> & \"23区\"" },
    { .text = "" },
    { .number = { 1234567890123456789, 3 }, .shown = "1234567890123456.789" } },
  { { .text = "01", .shown = "01" },
    { .number = { 999999999999999, 0 }, .shown = "999999999999999" },
    { .number = { -123456789, 9 }, .shown = "-0.123456789" } },
};

static void
fill_row (guint row, MdgExportRow *out, gpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (cells[row]); i++)
    if (cells[row][i].text != NULL)
      mdg_export_row_add_text (out, cells[row][i].text);
    else
      mdg_export_row_add_number (out, cells[row][i].number);
  mdg_export_row_set_total (out, row == G_N_ELEMENTS (cells) - 1);
}

static MdgExportTable *
create_table (const char *title, guint n_rows, MdgExportFillRow fill, gpointer data)
{
  MdgExportTable *table = mdg_export_table_new (title, n_rows, fill, data, NULL);

  mdg_export_table_add_column (table, "都道府県");
  mdg_export_table_add_column (table, "施設数");
  mdg_export_table_add_column (table, "利用率 (%)");

  return table;
}

static MdgDocument *
write_and_read (MdgExportTable *table)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = mdg_export_table_to_xlsx (table, NULL, &error);
  MdgDocument *document;

  mdg_test_assert_no_error (error);
  document = mdg_spreadsheet_reader_read (bytes, NULL, NULL, NULL, &error);
  mdg_test_assert_no_error (error);

  return document;
}

/* Fails unless the row @number of the sheet, from 1, says what is expected from its first column on;
 * %NULL stands for a cell without content. */
static void
assert_row (const MdgDocument *document, guint number, const char *const *expected, guint n)
{
  for (guint i = 0; i < mdg_document_get_n_lines (document); i++)
    {
      const MdgLine *line = mdg_document_get_line (document, i);
      const char *found[3] = { NULL, NULL, NULL };

      if (line->number != number)
        continue;
      for (guint j = 0; j < line->n_cells; j++)
        {
          const MdgCell *cell = mdg_document_get_cell (document, line, j);

          assert_true (cell->column < G_N_ELEMENTS (found));
          found[cell->column] = cell->text;
        }
      for (guint j = 0; j < G_N_ELEMENTS (found); j++)
        if (j >= n || expected[j] == NULL)
          assert_null (found[j]);
        else
          assert_string_equal (found[j], expected[j]);
      return;
    }
  fail_msg ("there is no row %u", number);
}

static void
assert_content (const MdgDocument *document)
{
  static const char *const titles[] = { "都道府県", "施設数", "利用率 (%)" };

  assert_row (document, 1, (const char *[]) { "利用率, 2025年10月" }, 1);
  assert_row (document, 2, titles, G_N_ELEMENTS (titles));
  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      const char *shown[] = { cells[i][0].shown, cells[i][1].shown, cells[i][2].shown };

      assert_row (document, 3 + i, shown, G_N_ELEMENTS (shown));
    }
  assert_row (document, 8, (const char *[]) { "出典 厚生労働省" }, 1);
  assert_row (document, 9, (const char *[]) { "=この数値は公表された値" }, 1);
}

static MdgExportTable *
create_whole_table (void)
{
  MdgExportTable *table = create_table ("利用率, 2025年10月", G_N_ELEMENTS (cells), fill_row, NULL);

  mdg_export_table_add_note (table, "出典 厚生労働省");
  mdg_export_table_add_note (table, "=この数値は公表された値");

  return table;
}

/* A workbook holds what the table does: every digit, no formula, a row apart for the notes. */
static void
test_reads_back (void **state)
{
  g_autoptr (MdgExportTable) table = create_whole_table ();
  g_autoptr (MdgDocument) document = write_and_read (table);

  assert_content (document);
}

static gboolean
collect_cb (const char *block, gsize length, gpointer data, GError **error)
{
  g_string_append_len (data, block, (gssize) length);
  return TRUE;
}

static GString *
read_member (GBytes *workbook, const char *member)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MdgZip) zip = mdg_zip_new (workbook, &error);
  GString *text = g_string_new (NULL);

  mdg_test_assert_no_error (error);
  assert_true (mdg_zip_read (zip, member, collect_cb, text, NULL, &error));

  return text;
}

static gboolean
has_style (const char *sheet, const char *cell, guint style)
{
  g_autofree char *start = g_strdup_printf ("<c r=\"%s\" s=\"%u\"", cell, style);

  return strstr (sheet, start) != NULL;
}

/* Titles stay in sight and filter; what is bold is bold; the file says what it is and where it is
 * from. Formats are numbered as they are first used, 1 being the bold one. */
static void
test_layout (void **state)
{
  g_autoptr (MdgExportTable) table = create_whole_table ();
  g_autoptr (GBytes) bytes = mdg_export_table_to_xlsx (table, NULL, NULL);
  g_autoptr (GString) sheet = read_member (bytes, "xl/worksheets/sheet1.xml");
  g_autoptr (GString) styles = read_member (bytes, "xl/styles.xml");
  g_autoptr (GString) core = read_member (bytes, "docProps/core.xml");

  mdg_test_assert_contains (sheet->str, "ySplit=\"2\" topLeftCell=\"A3\"");
  mdg_test_assert_contains (sheet->str, "state=\"frozen\"");
  mdg_test_assert_contains (sheet->str, "<autoFilter ref=\"A2:C6\"/>");
  assert_true (has_style (sheet->str, "A1", 1));
  assert_true (has_style (sheet->str, "C2", 1));
  assert_false (has_style (sheet->str, "A3", 1));
  assert_true (has_style (sheet->str, "A6", 1));
  mdg_test_assert_contains (styles->str, "formatCode=\"#,##0\"");
  mdg_test_assert_contains (styles->str, "formatCode=\"0.000000000\"");
  mdg_test_assert_contains (core->str, "<dc:title>利用率, 2025年10月</dc:title>");
  mdg_test_assert_contains (core->str, "出典 厚生労働省");
}

/* Makes a locale in which numbers have a comma, which no system need have. */
static gboolean
make_locale (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "xx_XX.UTF-8", NULL);
  const char *argv[] = { "localedef", "--no-archive", "-i", "de_DE", "-f", "UTF-8", path, NULL };
  int status = 0;

  if (!g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL,
                     &status, NULL))
    return FALSE;
  g_setenv ("LOCPATH", folder, TRUE);

  return setlocale (LC_NUMERIC, "xx_XX.UTF-8") != NULL;
}

/* Where people write a comma in numbers, files still have a point. */
static void
test_other_locale (void **state)
{
  g_autofree char *folder = mdg_test_make_temp_dir ();
  g_autofree char *before = g_strdup (setlocale (LC_NUMERIC, NULL));
  g_autoptr (MdgExportTable) table = create_whole_table ();
  g_autoptr (MdgDocument) document = NULL;
  gboolean is_made = make_locale (folder);

  if (is_made)
    {
      assert_int_equal (localeconv ()->decimal_point[0], ',');
      document = write_and_read (table);
      assert_int_equal (localeconv ()->decimal_point[0], ',');
    }
  setlocale (LC_NUMERIC, before);
  mdg_test_remove_tree (folder);
  if (!is_made)
    skip ();
  assert_content (document);
}

/* Another program reads the first line as the columns. */
static void
test_without_title_and_rows (void **state)
{
  static const char *const titles[] = { "都道府県", "施設数", "利用率 (%)" };
  g_autoptr (MdgExportTable) table = create_table (NULL, 0, fill_row, NULL);
  g_autoptr (MdgDocument) document = write_and_read (table);

  assert_int_equal (mdg_document_get_n_lines (document), 1);
  assert_row (document, 1, titles, G_N_ELEMENTS (titles));
}

static void
fill_many (guint row, MdgExportRow *out, gpointer data)
{
  if (data != NULL && row == N_MANY / 2)
    g_cancellable_cancel (data);
  assert_true (data == NULL || row < N_MANY - 1);
  mdg_export_row_add_text (out, "x");
}

/* Who no longer waits is heard before the end. */
static void
test_cancelled (void **state)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (MdgExportTable) table = create_table (NULL, N_MANY, fill_many, cancellable);
  g_autoptr (GError) error = NULL;

  assert_null (mdg_export_table_to_xlsx (table, cancellable, &error));
  mdg_test_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_too_large (void **state)
{
  static const guint n_rows[] = { 1048575, G_MAXUINT };

  for (guint i = 0; i < G_N_ELEMENTS (n_rows); i++)
    {
      g_autoptr (MdgExportTable) table = create_table ("x", n_rows[i], fill_many, NULL);
      g_autoptr (GError) error = NULL;

      assert_null (mdg_export_table_to_xlsx (table, NULL, &error));
      mdg_test_assert_error (error, MDG_EXPORT_ERROR, MDG_EXPORT_ERROR_SIZE);
      mdg_test_assert_contains (error->message, "1,048,576");
    }
}

static void
fill_long (guint row, MdgExportRow *out, gpointer data)
{
  g_autofree char *text = g_strnfill (32768, 'x');

  mdg_export_row_add_text (out, text);
}

static void
test_too_long (void **state)
{
  g_autoptr (MdgExportTable) table = create_table (NULL, 1, fill_long, NULL);
  g_autoptr (GError) error = NULL;

  assert_null (mdg_export_table_to_xlsx (table, NULL, &error));
  mdg_test_assert_error (error, MDG_EXPORT_ERROR, MDG_EXPORT_ERROR_SIZE);
}

/* Fails unless the table cannot be written while @resource is limited to @limit. */
static void
assert_refused (MdgExportTable *table, __rlimit_resource_t resource, rlim_t limit)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  struct rlimit before;
  struct rlimit limited;

  assert_int_equal (getrlimit (resource, &before), 0);
  limited = before;
  limited.rlim_cur = limit;
  assert_int_equal (setrlimit (resource, &limited), 0);
  bytes = mdg_export_table_to_xlsx (table, NULL, &error);
  assert_int_equal (setrlimit (resource, &before), 0);

  assert_null (bytes);
  mdg_test_assert_error (error, MDG_EXPORT_ERROR, MDG_EXPORT_ERROR_WRITE);
  mdg_test_assert_contains (error->message, "temporary files");
}

/* Where no temporary file can be made, or none that holds the rows, nothing is written by halves. */
static void
test_no_room (void **state)
{
  g_autoptr (MdgExportTable) table = create_table (NULL, N_MANY, fill_many, NULL);
  void (*before) (int) = signal (SIGXFSZ, SIG_IGN);

  assert_refused (table, RLIMIT_NOFILE, 0);
  assert_refused (table, RLIMIT_FSIZE, 10000);
  signal (SIGXFSZ, before);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_reads_back),   cmocka_unit_test (test_layout),
    cmocka_unit_test (test_other_locale), cmocka_unit_test (test_without_title_and_rows),
    cmocka_unit_test (test_cancelled),    cmocka_unit_test (test_too_large),
    cmocka_unit_test (test_too_long),     cmocka_unit_test (test_no_room),
  };

  return mdg_test_run (tests);
}
