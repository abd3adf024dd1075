/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import/mdg-document.h"

#include <string.h>

/* Longer quotations help nobody find the line. */
#define MAX_QUOTED_BYTES 160

/**
 * mdg_document_new:
 * @bytes: the file
 *
 * Returns: (transfer full): a document with no line yet
 */
MdgDocument *
mdg_document_new (GBytes *bytes)
{
  MdgDocument *self = g_new0 (MdgDocument, 1);

  g_return_val_if_fail (bytes != NULL, NULL);

  self->bytes = g_bytes_ref (bytes);
  self->digest = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  self->lines = g_array_new (FALSE, FALSE, sizeof (MdgLine));
  self->n_pages = 1;
  self->strings = g_string_chunk_new (16 * 1024);

  return self;
}

/**
 * mdg_document_free:
 * @self: (nullable): a document
 *
 * Frees a document and its lines.
 */
void
mdg_document_free (MdgDocument *self)
{
  if (self == NULL)
    return;

  g_bytes_unref (self->bytes);
  g_free (self->digest);
  g_array_unref (self->lines);
  g_string_chunk_free (self->strings);
  g_free (self);
}

/* Whether NFKC and the mapping of blanks leave the text as it is. Most lines are so, and normalising
 * costs more than all other reading. */
static gboolean
is_plain (const char *text, gsize length)
{
  const guchar *p = (const guchar *) text;
  const guchar *end = p + length;

  while (p < end)
    {
      if (*p < 0x80)
        {
          if (*p < 0x20 || *p == 0x7f)
            return FALSE;
          p++;
        }
      else if (*p >= 0xe3 && *p <= 0xe9 && end - p >= 3)
        {
          gunichar c = (*p & 0x0fu) << 12 | (p[1] & 0x3fu) << 6 | (p[2] & 0x3fu);

          /* Kana without the combining marks, and the unified ideographs. */
          if (!((c >= 0x3041 && c <= 0x3096) || (c >= 0x30a1 && c <= 0x30fe) ||
                (c >= 0x4e00 && c <= 0x9fff) || c == 0x3001 || c == 0x3002 ||
                (c >= 0x3008 && c <= 0x3011)))
            return FALSE;
          p += 3;
        }
      else
        {
          return FALSE;
        }
    }

  return TRUE;
}

/**
 * mdg_text_normalize:
 * @text: valid UTF-8
 * @length: length of @text in bytes
 *
 * Makes plain what programs write in many ways: full- and half-width forms and other compatibility
 * characters (NFKC), every kind of blank and control character (a space), and dashes used as minus
 * signs ("-").
 *
 * Returns: (transfer full): the plain text
 */
char *
mdg_text_normalize (const char *text, gsize length)
{
  g_autofree char *compatible = NULL;
  GString *plain;

  g_return_val_if_fail (text != NULL, NULL);

  if (is_plain (text, length))
    return g_strndup (text, length);

  compatible = g_utf8_normalize (text, length, G_NORMALIZE_NFKC);
  if (compatible == NULL)
    return g_strndup (text, length);

  plain = g_string_sized_new (strlen (compatible) + 1);
  for (const char *p = compatible; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c < 0x80 && c >= 0x20 && c != 0x7f)
        g_string_append_c (plain, (char) c);
      else if (g_unichar_isspace (c) || g_unichar_iscntrl (c))
        g_string_append_c (plain, ' ');
      else if (c == 0x2212 || (c >= 0x2010 && c <= 0x2013))
        g_string_append_c (plain, '-');
      /* Zero-width characters and soft hyphens stand between digits in some PDF texts. */
      else if (g_unichar_type (c) == G_UNICODE_FORMAT)
        continue;
      else
        g_string_append_len (plain, p, g_utf8_next_char (p) - p);
    }

  return g_string_free_and_steal (plain);
}

/**
 * mdg_document_append:
 * @self: a document
 * @text: the line, without its end, which must be part of the document's bytes
 * @length: length of @text in bytes
 *
 * Adds a line of valid UTF-8 to the current page.
 */
void
mdg_document_append (MdgDocument *self, const char *text, gsize length)
{
  MdgLine line = { 0 };

  g_return_if_fail (self != NULL);
  g_return_if_fail (text != NULL);

  line.number = self->lines->len + 1;
  line.page = self->n_pages - 1;
  line.original = text;
  line.original_length = length;

  if (is_plain (text, length))
    {
      line.text = g_string_chunk_insert_len (self->strings, text, length);
    }
  else
    {
      g_autofree char *plain = mdg_text_normalize (text, length);

      line.text = g_string_chunk_insert (self->strings, plain);
    }

  self->n_bytes += strlen (line.text);
  g_array_append_val (self->lines, line);
}

/**
 * mdg_document_next_page:
 * @self: a document
 *
 * Begins a new page.
 */
void
mdg_document_next_page (MdgDocument *self)
{
  g_return_if_fail (self != NULL);

  self->n_pages++;
}

/**
 * mdg_document_get_n_lines:
 * @self: a document
 *
 * Returns: the number of lines
 */
guint
mdg_document_get_n_lines (const MdgDocument *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->lines->len;
}

/**
 * mdg_document_get_line:
 * @self: a document
 * @index: index of the line, from 0
 *
 * Returns: (transfer none): the line
 */
const MdgLine *
mdg_document_get_line (const MdgDocument *self, guint index)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (index < self->lines->len, NULL);

  return &g_array_index (self->lines, MdgLine, index);
}

/**
 * mdg_line_dup_original:
 * @self: a line
 *
 * Quotes a line as it stands in the file, for messages.
 *
 * Returns: (transfer full): the line, cut short if it is very long
 */
char *
mdg_line_dup_original (const MdgLine *self)
{
  g_autofree char *text = NULL;
  gsize length;

  g_return_val_if_fail (self != NULL, NULL);

  length = self->original_length;
  if (length > MAX_QUOTED_BYTES)
    {
      const char *cut =
        g_utf8_find_prev_char (self->original, self->original + MAX_QUOTED_BYTES + 1);

      length = cut != NULL ? (gsize) (cut - self->original) : 0;
    }

  text = g_strndup (self->original, length);
  g_strstrip (text);

  return length < self->original_length ? g_strconcat (text, "…", NULL) : g_steal_pointer (&text);
}
