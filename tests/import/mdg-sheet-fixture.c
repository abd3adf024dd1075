/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/mdg-sheet-fixture.h"

#include "core/mdg-csv.h"
#include "import/mdg-laws.h"
#include "import/sheet/mdg-sheet-import.h"

#include <string.h>

MdgDocument *
mdg_sheet_document (const char *text, MdgDocumentKind kind)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  MdgDocument *document = mdg_document_new (bytes);
  g_auto (MdgCsvReader) reader;
  guint row = 0;
  guint before = 0;

  document->kind = kind;
  mdg_csv_reader_init (&reader, text, strlen (text));
  while (mdg_csv_reader_next (&reader))
    {
      const char *first = mdg_csv_reader_get (&reader, 0);
      guint line = mdg_csv_reader_get_line (&reader);

      if (g_str_has_prefix (first, "=== "))
        {
          if (document->page_names->len > 0)
            mdg_document_next_page (document);
          g_ptr_array_add (document->page_names, g_strdup (first + 4));
          before = line;
          continue;
        }
      row = line - before;
      mdg_document_begin_line (document, row);
      for (guint i = 0; i < mdg_csv_reader_get_n (&reader); i++)
        {
          const char *cell = mdg_csv_reader_get (&reader, i);

          /* Readers of spreadsheets leave out what is empty, those of CSV files need not. */
          if (kind == MDG_DOCUMENT_CSV || *cell != '\0')
            mdg_document_append_cell (document, i, cell, strlen (cell), NULL);
        }
    }

  return document;
}

char *
mdg_sheet_render (const MdgImportResult *result)
{
  return mdg_import_report_render (result->report);
}

gboolean
mdg_sheet_says (const MdgImportResult *result, MdgMessageCode code)
{
  for (guint i = 0; i < result->report->entries->len; i++)
    if (mdg_report_entry_says (g_ptr_array_index (result->report->entries, i), code))
      return TRUE;

  return FALSE;
}

const MdgObservation *
mdg_sheet_find (const MdgImportResult *result,
                MdgMonth month,
                MdgArea area,
                MdgFacilityType type,
                MdgMeasure measure)
{
  for (guint i = 0; i < result->batch->observations->len; i++)
    {
      const MdgObservation *row = &g_array_index (result->batch->observations, MdgObservation, i);

      if (row->month == month && row->area == area && row->facility_type == type &&
          row->measure == measure)
        return row;
    }

  return NULL;
}

guint
mdg_sheet_count (const MdgImportResult *result, MdgQuality quality)
{
  guint n = 0;

  for (guint i = 0; i < result->batch->observations->len; i++)
    n += g_array_index (result->batch->observations, MdgObservation, i).quality == quality;

  return n;
}

MdgImportResult *
mdg_sheet_import_text (const char *csv,
                       MdgDocumentKind kind,
                       const char *file_name,
                       GHashTable *answers)
{
  g_autoptr (MdgDocument) document = mdg_sheet_document (csv, kind);
  g_autoptr (GError) error = NULL;
  MdgImportOptions options = { .answers = answers };
  MdgImportResult *result = mdg_sheet_import (document, file_name, &options, NULL, &error);

  mdg_test_assert_no_error (error);
  if (result != NULL)
    {
      g_autoptr (GPtrArray) violations = mdg_laws_check (result->batch);

      assert_int_equal (violations->len, 0);
    }

  return result;
}
