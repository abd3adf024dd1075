/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import/read/mdg-spreadsheet-reader.h"

#include "import/mdg-import-error.h"
#include "import/read/mdg-ods-reader.h"
#include "import/read/mdg-reader.h"
#include "import/read/mdg-sheet-writer.h"
#include "import/read/mdg-xlsx-reader.h"
#include "import/read/mdg-zip.h"

#include <glib/gi18n.h>
#include <string.h>

#define PACKAGE_TYPES "[Content_Types].xml"

#define ZIP_MAGIC "PK\x03\x04"
#define EMPTY_ZIP_MAGIC "PK\x05\x06"
#define OLE_MAGIC "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

static gboolean
begins_with (GBytes *bytes, const char *magic)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  return length >= strlen (magic) && memcmp (data, magic, strlen (magic)) == 0;
}

/**
 * mdg_spreadsheet_reader_recognizes:
 * @bytes: the content of a file
 *
 * Looks whether a file is an archive as spreadsheets are, or an Office file of old.
 *
 * Returns: whether it is for this reader, if only for what it says of the file
 */
gboolean
mdg_spreadsheet_reader_recognizes (GBytes *bytes)
{
  g_return_val_if_fail (bytes != NULL, FALSE);

  return begins_with (bytes, ZIP_MAGIC) || begins_with (bytes, EMPTY_ZIP_MAGIC) ||
         begins_with (bytes, OLE_MAGIC);
}

/* Whether @name stands in @bytes as the names in the directory of an OLE file do. */
static gboolean
has_stream (GBytes *bytes, const char *name)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  g_autofree gunichar2 *units = NULL;
  g_autoptr (GByteArray) needle = g_byte_array_new ();

  units = g_utf8_to_utf16 (name, -1, NULL, NULL, NULL);
  for (const gunichar2 *unit = units; *unit != 0; unit++)
    {
      guint8 pair[] = { *unit & 0xff, *unit >> 8 };

      g_byte_array_append (needle, pair, sizeof pair);
    }

  return memmem (data, length, needle->data, needle->len) != NULL;
}

static void
explain_ole (GBytes *bytes, GError **error)
{
  if (has_stream (bytes, "EncryptedPackage"))
    g_set_error (error, MDG_IMPORT_ERROR, MDG_IMPORT_ERROR_ENCRYPTED,
                 _ ("The spreadsheet is protected by a password. Open it in a spreadsheet program, "
                    "save it without password, and import that."));
  else if (has_stream (bytes, "Workbook") || has_stream (bytes, "Book"))
    g_set_error (error, MDG_IMPORT_ERROR, MDG_IMPORT_ERROR_OLD_FORMAT,
                 _ ("This is a spreadsheet in the format of Excel before 2007 (.xls). Open it in a "
                    "spreadsheet program, and save it as XLSX or ODS."));
  else
    g_set_error (
      error, MDG_IMPORT_ERROR, MDG_IMPORT_ERROR_NOT_SPREADSHEET,
      _ ("This is a document in a format of Office before 2007, not a spreadsheet. Save it "
         "as PDF, or its table as XLSX or ODS."));
}

/**
 * mdg_spreadsheet_reader_read:
 * @bytes: the content of a file
 * @progress: (nullable) (scope call): told how many sheets are read
 * @progress_data: data for @progress
 * @cancellable: (nullable): a #GCancellable
 * @error: return location for an error
 *
 * Reads a spreadsheet, XLSX or ODS: each sheet is a page, each row with filled cells a line, and the
 * cells are as a person sees them. Blocks.
 *
 * Returns: (transfer full) (nullable): the document, or %NULL with an error of #MdgImportError, or
 *   %G_IO_ERROR_CANCELLED
 */
MdgDocument *
mdg_spreadsheet_reader_read (GBytes *bytes,
                             MdgReadProgress progress,
                             gpointer progress_data,
                             GCancellable *cancellable,
                             GError **error)
{
  g_autoptr (MdgZip) zip = NULL;
  g_autoptr (MdgDocument) document = NULL;
  MdgSheetWriter sheet = { 0 };
  gboolean done;

  g_return_val_if_fail (bytes != NULL, NULL);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  if (g_bytes_get_size (bytes) > MDG_DOCUMENT_MAX_BYTES)
    {
      mdg_reader_set_too_large (error);
      return NULL;
    }
  if (begins_with (bytes, OLE_MAGIC))
    {
      explain_ole (bytes, error);
      return NULL;
    }

  zip = mdg_zip_new (bytes, error);
  if (zip == NULL)
    return NULL;

  document = mdg_document_new (bytes);
  document->kind = MDG_DOCUMENT_SPREADSHEET;
  sheet.document = document;
  if (mdg_zip_has (zip, PACKAGE_TYPES))
    {
      done = mdg_xlsx_reader_read (zip, &sheet, progress, progress_data, cancellable, error);
    }
  else if (mdg_zip_has (zip, MDG_ODS_CONTENT))
    {
      done = mdg_ods_reader_read (zip, &sheet, cancellable, error);
    }
  else
    {
      g_set_error (
        error, MDG_IMPORT_ERROR, MDG_IMPORT_ERROR_NOT_SPREADSHEET,
        _ ("This is an archive of files, not a spreadsheet. Unpack it, and import what is "
           "in it."));
      done = FALSE;
    }

  return done ? g_steal_pointer (&document) : NULL;
}
