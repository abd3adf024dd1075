/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import/read/mdg-pdf-reader.h"

#include "import/mdg-import-error.h"
#include "import/read/mdg-pdf-words.h"

#include <glib/gi18n.h>
#include <poppler.h>
#include <string.h>

#define MAGIC "%PDF-"
/* Viewers look this far for it, since some programs write something before it. */
#define MAGIC_BYTES 1024u
/* More than fit on a page that anybody can read. */
#define MAX_GLYPHS_ON_PAGE 200000u

/**
 * mdg_pdf_reader_recognizes:
 * @bytes: the content of a file
 *
 * Returns: whether it is a PDF, whole or broken
 */
gboolean
mdg_pdf_reader_recognizes (GBytes *bytes)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  return length > 0 && g_strstr_len (data, (gssize) MIN (length, MAGIC_BYTES), MAGIC) != NULL;
}

static void
set_damaged (GError **error, const char *reason)
{
  g_set_error (error, MDG_IMPORT_ERROR, MDG_IMPORT_ERROR_DAMAGED,
               _ ("The PDF is damaged and cannot be opened (%s). Download it again, and import "
                  "the new copy."),
               reason);
}

static void
explain (GError **error, const GError *cause)
{
  if (g_error_matches (cause, POPPLER_ERROR, POPPLER_ERROR_ENCRYPTED))
    g_set_error_literal (error, MDG_IMPORT_ERROR, MDG_IMPORT_ERROR_ENCRYPTED,
                         _ ("The PDF is protected by a password. Open it in a viewer, save a copy "
                            "without the password, and import that."));
  else
    set_damaged (error, cause->message);
}

static gboolean
set_too_large (GError **error, guint page)
{
  g_set_error (error, MDG_IMPORT_ERROR, MDG_IMPORT_ERROR_TOO_LARGE,
               _ ("Page %u of the PDF holds more text than any deck has. Choose the deck itself."),
               page + 1);

  return FALSE;
}

/* Reads the characters of a page with their places. */
static gboolean
read_glyphs (PopplerPage *page, guint number, GArray *glyphs, GError **error)
{
  g_autofree char *text = poppler_page_get_text (page);
  g_autofree PopplerRectangle *places = NULL;
  const char *p = text;
  guint n_places = 0;

  g_array_set_size (glyphs, 0);
  if (text == NULL || *text == '\0' || !poppler_page_get_text_layout (page, &places, &n_places))
    return TRUE;
  if (n_places > MAX_GLYPHS_ON_PAGE)
    return set_too_large (error, number);

  for (guint i = 0; i < n_places && *p != '\0'; i++, p = g_utf8_next_char (p))
    {
      MdgGlyph glyph = {
        .character = g_utf8_get_char_validated (p, -1),
        .box = { (float) places[i].x1, (float) places[i].y1, (float) (places[i].x2 - places[i].x1),
                 (float) (places[i].y2 - places[i].y1) },
      };

      if ((gint32) glyph.character < 0)
        break;
      g_array_append_val (glyphs, glyph);
    }

  return TRUE;
}

static gboolean
read_page (MdgDocument *document,
           PopplerDocument *pdf,
           guint number,
           GArray *glyphs,
           GError **error)
{
  PopplerPage *page = poppler_document_get_page (pdf, (int) number);
  /* The library has no clean-up functions of its own. */
  g_autoptr (GObject) page_object = (GObject *) page;

  /* A page that is broken is empty, and what is not on it is reported as missing. */
  if (page == NULL)
    return TRUE;
  if (!read_glyphs (page, number, glyphs, error))
    return FALSE;

  mdg_pdf_words_append (document, glyphs);

  return document->cells->len <= MDG_DOCUMENT_MAX_CELLS || set_too_large (error, number);
}

/**
 * mdg_pdf_reader_read:
 * @bytes: the content of a PDF file
 * @progress: (nullable) (scope call): told after each page
 * @progress_data: data for @progress
 * @cancellable: (nullable): a #GCancellable, looked at between pages
 * @error: return location for an error
 *
 * Reads the text of a PDF: a page of the document for each page, lines and cells by the places of the
 * characters.
 *
 * Returns: (transfer full) (nullable): the document, or %NULL with %MDG_IMPORT_ERROR_ENCRYPTED,
 *   %MDG_IMPORT_ERROR_DAMAGED, %MDG_IMPORT_ERROR_SCANNED, %MDG_IMPORT_ERROR_TOO_LARGE or
 *   %G_IO_ERROR_CANCELLED
 */
MdgDocument *
mdg_pdf_reader_read (GBytes *bytes,
                     MdgReadProgress progress,
                     gpointer progress_data,
                     GCancellable *cancellable,
                     GError **error)
{
  PopplerDocument *pdf;
  g_autoptr (GObject) pdf_object = NULL;
  g_autoptr (MdgDocument) document = NULL;
  g_autoptr (GArray) glyphs = g_array_new (FALSE, FALSE, sizeof (MdgGlyph));
  g_autoptr (GError) cause = NULL;
  guint n_pages;

  g_return_val_if_fail (bytes != NULL, NULL);

  pdf = poppler_document_new_from_bytes (bytes, NULL, &cause);
  pdf_object = (GObject *) pdf;
  if (pdf == NULL)
    {
      explain (error, cause);
      return NULL;
    }

  n_pages = (guint) MAX (poppler_document_get_n_pages (pdf), 0);
  if (n_pages == 0)
    {
      set_damaged (error, _ ("it has no page"));
      return NULL;
    }
  if (n_pages > MDG_DOCUMENT_MAX_PAGES)
    {
      g_set_error (error, MDG_IMPORT_ERROR, MDG_IMPORT_ERROR_TOO_LARGE,
                   _ ("The PDF has %u pages; no deck has more than %u. Choose the deck itself."),
                   n_pages, MDG_DOCUMENT_MAX_PAGES);
      return NULL;
    }

  document = mdg_document_new (bytes);
  document->kind = MDG_DOCUMENT_PDF;
  for (guint i = 0; i < n_pages; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      if (i > 0)
        mdg_document_next_page (document);
      if (!read_page (document, pdf, i, glyphs, error))
        return NULL;
      if (progress != NULL)
        progress (i + 1, n_pages, progress_data);
    }

  if (document->cells->len == 0)
    {
      g_set_error (error, MDG_IMPORT_ERROR, MDG_IMPORT_ERROR_SCANNED,
                   g_dngettext (NULL,
                                "The PDF has %u page and no text: it was scanned, or its text was "
                                "made to pictures. Import the ministry’s own file, or the figures "
                                "as a table.",
                                "The PDF has %u pages and no text: it was scanned, or its text was "
                                "made to pictures. Import the ministry’s own file, or the figures "
                                "as a table.",
                                n_pages),
                   n_pages);
      return NULL;
    }

  return g_steal_pointer (&document);
}
