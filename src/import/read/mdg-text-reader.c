/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import/read/mdg-text-reader.h"

#include "import/mdg-import-error.h"
#include "import/read/mdg-reader.h"

#include <glib/gi18n.h>

#define LINES_BETWEEN_CHECKS 4096u

/* The end of the line that begins at @start; @next is where the following one begins, NULL at the
 * end of the text. CR LF, LF and CR all end a line; a form feed also begins a page. */
static const char *
find_line_end (const char *start, const char *end, const char **next, gboolean *form_feed)
{
  *form_feed = FALSE;

  for (const char *p = start; p < end; p++)
    {
      if (*p == '\n' || *p == '\f')
        {
          *form_feed = *p == '\f';
          *next = p + 1;
          return p;
        }
      if (*p == '\r')
        {
          *next = p + 1 < end && p[1] == '\n' ? p + 2 : p + 1;
          return p;
        }
    }

  *next = NULL;
  return end;
}

/**
 * mdg_text_reader_read:
 * @bytes: the content of a text file
 * @decoded: its text in UTF-8, as mdg_text_decode() gives it
 * @cancellable: (nullable): a #GCancellable
 * @error: return location for an error
 *
 * Reads a text with any line ends.
 *
 * Returns: (transfer full) (nullable): the document, or %NULL with an error of #MdgImportError, or
 *   %G_IO_ERROR_CANCELLED
 */
MdgDocument *
mdg_text_reader_read (GBytes *bytes, GBytes *decoded, GCancellable *cancellable, GError **error)
{
  g_autoptr (MdgDocument) document = NULL;
  const char *text;
  const char *end;
  gsize length;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (decoded != NULL, NULL);

  text = g_bytes_get_data (decoded, &length);
  document = mdg_document_new (bytes);
  document->decoded = g_bytes_ref (decoded);
  end = text + length;

  while (text != NULL)
    {
      gboolean form_feed;
      const char *next;
      const char *line_end = find_line_end (text, end, &next, &form_feed);
      guint n_lines = mdg_document_get_n_lines (document);

      if (line_end - text > (gssize) MDG_READER_MAX_LINE_BYTES || n_lines >= MDG_READER_MAX_LINES)
        {
          g_set_error (error, MDG_IMPORT_ERROR, MDG_IMPORT_ERROR_TOO_LARGE,
                       _ ("Line %u is longer, or the text has more lines, than any deck has. "
                          "Choose the deck itself."),
                       n_lines + 1);
          return NULL;
        }
      /* Some characters are written with many in their plain form. */
      if (document->n_bytes > 2 * (gsize) MDG_DOCUMENT_MAX_BYTES)
        {
          mdg_reader_set_too_large (error);
          return NULL;
        }
      if (n_lines % LINES_BETWEEN_CHECKS == 0 &&
          g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;

      mdg_document_append (document, text, line_end - text);
      if (form_feed)
        mdg_document_next_page (document);
      text = next;
    }

  return g_steal_pointer (&document);
}
