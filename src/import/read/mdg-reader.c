/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import/read/mdg-reader.h"

#include "import/read/mdg-csv-reader.h"
#include "import/mdg-import-error.h"
#include "import/read/mdg-pdf-reader.h"
#include "import/read/mdg-spreadsheet-reader.h"
#include "import/read/mdg-text-decoder.h"
#include "import/read/mdg-text-reader.h"

#include <glib/gi18n.h>

#define CHUNK_BYTES (256u * 1024)

/**
 * mdg_reader_set_too_large:
 * @error: return location for an error
 *
 * Says that a file is larger than any reader takes in.
 */
void
mdg_reader_set_too_large (GError **error)
{
  g_set_error (error, MDG_IMPORT_ERROR, MDG_IMPORT_ERROR_TOO_LARGE,
               _ ("The file is larger than %u MB. A deck is much smaller: choose the deck itself."),
               MDG_DOCUMENT_MAX_BYTES / 1024 / 1024);
}

/* The library's own messages name the path once more, and no remedy. */
static void
explain (GError **error, GError *cause)
{
  switch (g_error_matches (cause, G_IO_ERROR, cause->code) ? cause->code : G_IO_ERROR_FAILED)
    {
    case G_IO_ERROR_CANCELLED:
      g_propagate_error (error, cause);
      return;
    case G_IO_ERROR_NOT_FOUND:
    case G_IO_ERROR_NOT_DIRECTORY:
      g_set_error_literal (error, cause->domain, cause->code,
                           _ ("There is no such file. Check its name and folder."));
      break;
    case G_IO_ERROR_PERMISSION_DENIED:
      g_set_error_literal (error, cause->domain, cause->code,
                           _ ("You are not allowed to read this file. Copy it to a folder of your "
                              "own, or ask its owner for permission."));
      break;
    default:
      g_set_error (error, cause->domain, cause->code,
                   _ ("The file cannot be read: %s. Copy it to another folder and try again."),
                   cause->message);
      break;
    }

  g_error_free (cause);
}

/**
 * mdg_reader_load_bytes:
 * @file: the file
 * @cancellable: (nullable): a #GCancellable
 * @error: return location for an error
 *
 * Reads a whole file, never more than %MDG_DOCUMENT_MAX_BYTES of it. Folders, devices and pipes are
 * refused, because reading them may never end. Blocks.
 *
 * Returns: (transfer full) (nullable): its bytes, or %NULL with an error of #MdgImportError or
 *   #GIOErrorEnum
 */
GBytes *
mdg_reader_load_bytes (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInfo) info = NULL;
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (GByteArray) content = NULL;
  GError *cause = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE,
                            G_FILE_QUERY_INFO_NONE, cancellable, &cause);
  if (info == NULL)
    {
      explain (error, cause);
      return NULL;
    }

  /* Links are followed, but for those that cannot be. */
  if (g_file_info_get_file_type (info) == G_FILE_TYPE_SYMBOLIC_LINK)
    {
      g_set_error (error, MDG_IMPORT_ERROR, MDG_IMPORT_ERROR_NOT_REGULAR,
                   _ ("This is a link that leads to no file. Choose the deck’s text file itself."));
      return NULL;
    }
  if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    {
      g_set_error (error, MDG_IMPORT_ERROR, MDG_IMPORT_ERROR_NOT_REGULAR,
                   _ ("This is not a file but a folder or a device. Choose the deck’s text file."));
      return NULL;
    }
  if (g_file_info_get_size (info) > MDG_DOCUMENT_MAX_BYTES)
    {
      mdg_reader_set_too_large (error);
      return NULL;
    }

  stream = g_file_read (file, cancellable, &cause);
  if (stream == NULL)
    {
      explain (error, cause);
      return NULL;
    }

  /* The size is only what the file system says: some files grow, some claim to be empty. */
  content = g_byte_array_new ();
  for (;;)
    {
      guint length = content->len;
      gssize n_read;

      g_byte_array_set_size (content, length + CHUNK_BYTES);
      n_read = g_input_stream_read (G_INPUT_STREAM (stream), content->data + length, CHUNK_BYTES,
                                    cancellable, &cause);
      if (n_read < 0)
        {
          explain (error, cause);
          return NULL;
        }
      g_byte_array_set_size (content, length + (guint) n_read);
      if (n_read == 0)
        break;
      if (content->len > MDG_DOCUMENT_MAX_BYTES)
        {
          mdg_reader_set_too_large (error);
          return NULL;
        }
    }

  return g_byte_array_free_to_bytes (g_steal_pointer (&content));
}

/**
 * mdg_reader_read:
 * @bytes: the content of a file
 * @progress: (nullable) (scope call): told how far the reading is
 * @progress_data: data for @progress
 * @cancellable: (nullable): a #GCancellable
 * @error: return location for an error
 *
 * Reads a file by the reader that its content, not its name, asks for. Blocks; any thread may call
 * it.
 *
 * Returns: (transfer full) (nullable): the document, or %NULL with an error of #MdgImportError or
 *   %G_IO_ERROR_CANCELLED
 */
MdgDocument *
mdg_reader_read (GBytes *bytes,
                 MdgReadProgress progress,
                 gpointer progress_data,
                 GCancellable *cancellable,
                 GError **error)
{
  g_autoptr (GBytes) decoded = NULL;
  const char *text;
  char delimiter;
  gsize length;

  g_return_val_if_fail (bytes != NULL, NULL);

  if (mdg_pdf_reader_recognizes (bytes))
    return mdg_pdf_reader_read (bytes, progress, progress_data, cancellable, error);

  if (mdg_spreadsheet_reader_recognizes (bytes))
    return mdg_spreadsheet_reader_read (bytes, progress, progress_data, cancellable, error);

  decoded = mdg_text_decode (bytes, error);
  if (decoded == NULL)
    return NULL;

  text = g_bytes_get_data (decoded, &length);
  delimiter = mdg_csv_reader_find_delimiter (text, length);
  if (delimiter != 0)
    return mdg_csv_reader_read (bytes, decoded, delimiter, progress, progress_data, cancellable,
                                error);

  return mdg_text_reader_read (bytes, decoded, cancellable, error);
}
