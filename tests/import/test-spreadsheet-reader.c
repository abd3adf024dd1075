/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/mdg-archive-fixture.h"
#include "import/mdg-book-fixture.h"
#include "import/mdg-import-error.h"
#include "import/read/mdg-reader.h"
#include "import/read/mdg-zip.h"
#include "util/mdg-test.h"

#include <string.h>

#define N_GENERATED 150
#define N_CUTS 120

static MdgDocument *
read_good (GBytes *bytes)
{
  g_autoptr (GBytes) owned = bytes;
  g_autoptr (GError) error = NULL;
  MdgDocument *document = mdg_reader_read (owned, NULL, NULL, NULL, &error);

  mdg_test_assert_no_error (error);
  assert_int_equal (document->kind, MDG_DOCUMENT_SPREADSHEET);

  return document;
}

static void
assert_refused (GBytes *bytes, int code)
{
  g_autoptr (GBytes) owned = bytes;
  g_autoptr (GError) error = NULL;

  assert_null (mdg_reader_read (owned, NULL, NULL, NULL, &error));
  mdg_test_assert_error (error, MDG_IMPORT_ERROR, code);
}

/* The text of a cell, "" where there is none. */
static const char *
get_cell (const MdgDocument *document, guint row, guint column)
{
  for (guint i = 0; i < mdg_document_get_n_lines (document); i++)
    {
      const MdgLine *line = mdg_document_get_line (document, i);

      for (guint j = 0; line->number == row && j < line->n_cells; j++)
        if (mdg_document_get_cell (document, line, j)->column == column)
          return mdg_document_get_cell (document, line, j)->text;
    }

  return "";
}

/* What a person sees, not what is stored. */
static void
test_xlsx_cells (void **state)
{
  g_autoptr (MdgDocument) document = read_good (mdg_book_fixture_xlsx (
    "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>0</v></c><c r=\"B2\" s=\"1\"><v>0.37140000000000001</v></c>"
    "<c r=\"C2\" s=\"2\"><v>0.5</v></c><c r=\"D2\"><v>3.1399999999999997</v></c>"
    "<c r=\"E2\" s=\"3\"><v>45931</v></c><c r=\"F2\" t=\"b\"><v>1</v></c>"
    "<c r=\"G2\" t=\"e\"><v>#N/A</v></c>"
    "<c r=\"H2\" t=\"str\"><f>A1</f><v>計</v></c>"
    "<c r=\"I2\" t=\"inlineStr\"><is><t>中</t><rPh sb=\"0\" eb=\"1\"><t>ナカ</t></rPh></is></c></row>"
    "<row r=\"4\"><c r=\"B4\"><v>1234567</v></c><c r=\"D4\" t=\"s\"><v>1</v></c></row>",
    "<numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\"[$-411]ggge&quot;年&quot;m&quot;月&quot;\"/>"
    "</numFmts><cellXfs count=\"4\"><xf numFmtId=\"0\"/><xf numFmtId=\"10\"/><xf numFmtId=\"9\"/>"
    "<xf numFmtId=\"164\"/></cellXfs>",
    "<si><r><t>北海</t></r><r><t>道</t></r><rPh sb=\"0\" eb=\"2\"><t>ホッカイ</t></rPh></si>"
    "<si><t xml:space=\"preserve\"> ㈱髙橋 </t></si>"));

  assert_string_equal (g_ptr_array_index (document->page_names, 0), "利用率");
  assert_string_equal (get_cell (document, 2, 0), "北海道");
  assert_string_equal (get_cell (document, 2, 1), "37.14%");
  assert_string_equal (get_cell (document, 2, 2), "50%");
  assert_string_equal (get_cell (document, 2, 3), "3.14");
  assert_true (g_str_has_prefix (get_cell (document, 2, 4), "2025-10"));
  assert_string_equal (get_cell (document, 2, 6), "#N/A");
  assert_string_equal (get_cell (document, 2, 7), "計");
  assert_string_equal (get_cell (document, 2, 8), "中");
  assert_string_equal (get_cell (document, 4, 1), "1234567");
  mdg_test_assert_contains (get_cell (document, 4, 3), "(株)髙橋");
}

/* A narrow format hides decimals that the value has; what was computed beyond two is rounded. */
static void
test_hidden_decimals (void **state)
{
  g_autoptr (MdgDocument) xlsx = read_good (mdg_book_fixture_xlsx (
    "<row r=\"1\"><c r=\"A1\" s=\"1\"><v>0.3434</v></c><c r=\"B1\" s=\"1\"><v>0.34567891</v></c>"
    "<c r=\"C1\" s=\"2\"><v>0.93</v></c><c r=\"D1\" s=\"1\"><v>0.5</v></c></row>",
    "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"9\"/><xf numFmtId=\"1\"/></cellXfs>", NULL));
  g_autoptr (MdgDocument) ods = read_good (mdg_book_fixture_ods (
    "<table:table table:name=\"t\"><table:table-row>"
    "<table:table-cell office:value-type=\"percentage\" office:value=\"0.3434\"><text:p>34%"
    "</text:p></table:table-cell>"
    "<table:table-cell office:value-type=\"percentage\" office:value=\"0.34567891\"><text:p>35%"
    "</text:p></table:table-cell>"
    "<table:table-cell office:value-type=\"float\" office:value=\"0.93\"><text:p>0.93</text:p>"
    "</table:table-cell>"
    "<table:table-cell office:value-type=\"percentage\" office:value=\"0.5\"><text:p>50%"
    "</text:p></table:table-cell></table:table-row></table:table>"));
  static const char *const expected[] = { "34.34%", "35%", "0.93", "50%" };

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      assert_string_equal (get_cell (xlsx, 1, i), expected[i]);
      assert_string_equal (get_cell (ods, 1, i), expected[i]);
    }
}

static void
test_ods_cells (void **state)
{
  g_autoptr (MdgDocument) document = read_good (mdg_book_fixture_ods (
    "<table:table table:name=\"表1\">"
    "<table:table-row table:number-rows-repeated=\"3\"><table:table-cell "
    "table:number-columns-repeated=\"16384\"/></table:table-row>"
    "<table:table-row><table:table-cell office:value-type=\"string\"><text:p>北海道</text:p>"
    "</table:table-cell><table:table-cell table:number-columns-repeated=\"2\"/>"
    "<table:table-cell office:value-type=\"percentage\" office:value=\"0.3714\">"
    "<text:p>37.14%</text:p></table:table-cell>"
    "<table:table-cell office:value-type=\"float\" office:value=\"7\" "
    "table:number-columns-repeated=\"2\"><text:p>7</text:p></table:table-cell></table:table-row>"
    "<table:table-row table:number-rows-repeated=\"1048570\"><table:table-cell "
    "table:number-columns-repeated=\"16384\"/></table:table-row></table:table>"
    "<table:table table:name=\"表2\"><table:table-row><table:table-cell "
    "office:value-type=\"string\"><text:p>二<text:s/>枚</text:p></table:table-cell>"
    "</table:table-row></table:table>"));

  assert_int_equal (document->n_pages, 2);
  assert_string_equal (g_ptr_array_index (document->page_names, 1), "表2");
  assert_string_equal (get_cell (document, 4, 0), "北海道");
  assert_string_equal (get_cell (document, 4, 3), "37.14%");
  assert_string_equal (get_cell (document, 4, 5), "7");
  assert_string_equal (get_cell (document, 1, 0), "二 枚");
}

/* Random tables come back as they were written, in either format. */
static void
test_generated (void **state)
{
  static const char *const texts[] = { "北海道", "1,234", "a&amp;b", "&lt;x&gt;", "▲3,000", "" };
  static const char *const plain[] = { "北海道", "1,234", "a&b", "<x>", "▲3,000", "" };
  g_autoptr (GRand) rand = mdg_test_new_rand ();

  for (guint i = 0; i < N_GENERATED; i++)
    {
      guint n_rows = (guint) g_rand_int_range (rand, 1, 20);
      guint n_columns = (guint) g_rand_int_range (rand, 1, 40);
      g_autofree guint *values = g_new (guint, n_rows * n_columns);
      g_autoptr (GString) xlsx = g_string_new (NULL);
      g_autoptr (GString) ods = g_string_new ("<table:table table:name=\"t\">");
      g_autoptr (MdgDocument) from_xlsx = NULL;
      g_autoptr (MdgDocument) from_ods = NULL;

      for (guint row = 0; row < n_rows; row++)
        {
          g_string_append_printf (xlsx, "<row r=\"%u\">", row + 1);
          g_string_append (ods, "<table:table-row>");
          for (guint column = 0; column < n_columns; column++)
            {
              guint value = (guint) g_rand_int_range (rand, 0, G_N_ELEMENTS (texts));
              g_autofree char *letters = mdg_book_fixture_column (column);

              values[row * n_columns + column] = value;
              if (*texts[value] != '\0')
                g_string_append_printf (xlsx,
                                        "<c r=\"%s%u\" t=\"inlineStr\"><is><t>%s</t></is></c>",
                                        letters, row + 1, texts[value]);
              g_string_append_printf (
                ods, "<table:table-cell><text:p>%s</text:p></table:table-cell>", texts[value]);
            }
          g_string_append (xlsx, "</row>");
          g_string_append (ods, "</table:table-row>");
        }
      g_string_append (ods, "</table:table>");
      from_xlsx = read_good (mdg_book_fixture_xlsx (xlsx->str, NULL, NULL));
      from_ods = read_good (mdg_book_fixture_ods (ods->str));

      for (guint row = 0; row < n_rows; row++)
        for (guint column = 0; column < n_columns; column++)
          {
            const char *value = plain[values[row * n_columns + column]];

            assert_string_equal (get_cell (from_xlsx, row + 1, column), value);
            assert_string_equal (get_cell (from_ods, row + 1, column), value);
          }
    }
}

/* What cannot be read says what it is and what to do. */
static void
test_other_files (void **state)
{
  static const char ole[] = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
                            "W\0o\0r\0k\0b\0o\0o\0k\0";
  static const char locked[] = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
                               "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0";

  assert_refused (g_bytes_new_static (ole, sizeof ole - 1), MDG_IMPORT_ERROR_OLD_FORMAT);
  assert_refused (g_bytes_new_static (locked, sizeof locked - 1), MDG_IMPORT_ERROR_ENCRYPTED);
  assert_refused (mdg_archive_fixture_make ("a.txt", "text", NULL),
                  MDG_IMPORT_ERROR_NOT_SPREADSHEET);
  assert_refused (
    mdg_archive_fixture_make (
      "mimetype", "application/vnd.oasis.opendocument.spreadsheet", "META-INF/manifest.xml",
      "<?xml version=\"1.0\"?><manifest:manifest "
      "xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\"><manifest:file-entry "
      "manifest:full-path=\"content.xml\" manifest:size=\"9\"><manifest:encryption-data/>"
      "</manifest:file-entry></manifest:manifest>",
      "content.xml", "\x01\x02\x03", NULL),
    MDG_IMPORT_ERROR_ENCRYPTED);
}

/* A little file that swells to a huge one is refused while it is small. */
static void
test_bomb (void **state)
{
  g_autofree char *blanks = g_strnfill (64 * 1024 * 1024, ' ');
  g_autofree char *rows = g_strconcat ("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>", blanks, NULL);
  g_autoptr (GBytes) bomb = mdg_book_fixture_xlsx (rows, NULL, NULL);

  assert_true (g_bytes_get_size (bomb) < 1024 * 1024);
  assert_refused (g_steal_pointer (&bomb), MDG_IMPORT_ERROR_TOO_LARGE);
}

/* Filled cells that are repeated count; entities are not expanded; depth has an end. */
static void
test_hostile_content (void **state)
{
  g_autoptr (GString) deep = g_string_new (NULL);

  assert_refused (
    mdg_book_fixture_ods (
      "<table:table table:name=\"t\"><table:table-row table:number-rows-repeated=\"1000000\">"
      "<table:table-cell table:number-columns-repeated=\"16000\"><text:p>1</text:p>"
      "</table:table-cell></table:table-row></table:table>"),
    MDG_IMPORT_ERROR_TOO_LARGE);

  for (guint i = 0; i < 100000; i++)
    g_string_append (deep, "<text:p>");
  assert_refused (mdg_book_fixture_ods (deep->str), MDG_IMPORT_ERROR_DAMAGED);
  assert_refused (
    mdg_book_fixture_xlsx ("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>99</v></c></row>", NULL, NULL),
    MDG_IMPORT_ERROR_DAMAGED);
  assert_refused (mdg_book_fixture_xlsx ("<row r=\"1\"><c r=\"A1\"><v>1</v></row>", NULL, NULL),
                  MDG_IMPORT_ERROR_DAMAGED);
}

/* Cut off or overwritten anywhere, a file is read or refused, and never more. */
static void
test_damaged (void **state)
{
  g_autoptr (GRand) rand = mdg_test_new_rand ();
  g_autoptr (GBytes) whole = mdg_book_fixture_xlsx (
    "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" s=\"1\"><v>0.5</v></c></row>",
    "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"9\"/></cellXfs>", "<si><t>北海道</t></si>");
  gsize length;
  const char *data = g_bytes_get_data (whole, &length);

  for (guint i = 0; i < N_CUTS; i++)
    {
      g_autofree char *copy = g_memdup2 (data, length);
      gsize place = 4 + (gsize) g_rand_int_range (rand, 0, (int) length - 4);
      g_autoptr (GBytes) damaged = NULL;
      g_autoptr (MdgDocument) document = NULL;
      g_autoptr (GError) error = NULL;

      if (i % 2 == 0)
        copy[place] = (char) g_rand_int_range (rand, 0, 256);
      damaged = g_bytes_new (copy, i % 2 == 0 ? length : place);
      document = mdg_reader_read (damaged, NULL, NULL, NULL, &error);
      assert_true ((document == NULL) == (error != NULL));
      if (error != NULL)
        assert_true (error->domain == MDG_IMPORT_ERROR);
    }
}

static void
test_cancelled (void **state)
{
  g_autoptr (GBytes) bytes = mdg_book_fixture_ods ("<table:table table:name=\"t\"/>");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  assert_null (mdg_reader_read (bytes, NULL, NULL, cancellable, &error));
  mdg_test_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_xlsx_cells),      cmocka_unit_test (test_ods_cells),
    cmocka_unit_test (test_hidden_decimals), cmocka_unit_test (test_generated),
    cmocka_unit_test (test_other_files),     cmocka_unit_test (test_bomb),
    cmocka_unit_test (test_hostile_content), cmocka_unit_test (test_damaged),
    cmocka_unit_test (test_cancelled),
  };

  return mdg_test_run (tests);
}
