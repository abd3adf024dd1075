/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/mdg-book-fixture.h"

#include "import/mdg-archive-fixture.h"

#define XML "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
#define MAIN_NS "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
#define RELATION_TYPE "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"

/**
 * mdg_book_fixture_xlsx:
 * @rows: the row elements of its one sheet
 * @styles: (nullable): what stands in its style sheet
 * @strings: (nullable): its shared strings, as si elements
 *
 * Returns: (transfer full): a workbook with a sheet called 利用率
 */
GBytes *
mdg_book_fixture_xlsx (const char *rows, const char *styles, const char *strings)
{
  g_autofree char *sheet =
    g_strconcat (XML "<worksheet " MAIN_NS "><sheetData>", rows, "</sheetData></worksheet>", NULL);
  g_autofree char *style_sheet = g_strconcat (XML "<styleSheet " MAIN_NS ">",
                                              styles != NULL ? styles : "", "</styleSheet>", NULL);
  g_autofree char *shared =
    g_strconcat (XML "<sst " MAIN_NS ">", strings != NULL ? strings : "", "</sst>", NULL);

  return mdg_archive_fixture_make (
    "[Content_Types].xml",
    XML "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
        "<Override PartName=\"/xl/workbook.xml\" ContentType=\"application/"
        "vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/></Types>",
    "_rels/.rels",
    XML "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        "<Relationship Id=\"rId1\" Type=\"" RELATION_TYPE
        "officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>",
    "xl/workbook.xml",
    XML "<workbook " MAIN_NS " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/"
        "relationships\"><sheets><sheet name=\"利用率\" sheetId=\"1\" r:id=\"rId1\"/></sheets>"
        "</workbook>",
    "xl/_rels/workbook.xml.rels",
    XML "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        "<Relationship Id=\"rId1\" Type=\"" RELATION_TYPE
        "worksheet\" Target=\"worksheets/sheet1.xml\"/>"
        "<Relationship Id=\"rId2\" Type=\"" RELATION_TYPE "styles\" Target=\"styles.xml\"/>"
        "<Relationship Id=\"rId3\" Type=\"" RELATION_TYPE
        "sharedStrings\" Target=\"sharedStrings.xml\"/>"
        "</Relationships>",
    "xl/worksheets/sheet1.xml", sheet, "xl/styles.xml", style_sheet, "xl/sharedStrings.xml", shared,
    NULL);
}

/**
 * mdg_book_fixture_ods:
 * @tables: the table elements
 *
 * Returns: (transfer full): a document of OpenDocument
 */
GBytes *
mdg_book_fixture_ods (const char *tables)
{
  g_autofree char *content = g_strconcat (
    XML
    "<office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "
    "xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" "
    "xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\">"
    "<office:body><office:spreadsheet>",
    tables, "</office:spreadsheet></office:body></office:document-content>", NULL);

  return mdg_archive_fixture_make ("mimetype", "application/vnd.oasis.opendocument.spreadsheet",
                                   "content.xml", content, NULL);
}

/**
 * mdg_book_fixture_column:
 * @column: a column, from 0
 *
 * Returns: (transfer full): its letters
 */
char *
mdg_book_fixture_column (guint column)
{
  GString *letters = g_string_new (NULL);

  for (column++; column > 0; column = (column - 1) / 26)
    g_string_prepend_c (letters, (char) ('A' + (column - 1) % 26));

  return g_string_free_and_steal (letters);
}
