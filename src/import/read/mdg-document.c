/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import/read/mdg-document.h"

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
  self->cells = g_array_new (FALSE, FALSE, sizeof (MdgCell));
  self->boxes = g_array_new (FALSE, FALSE, sizeof (MdgBox));
  self->page_names = g_ptr_array_new_with_free_func (g_free);
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
  g_clear_pointer (&self->decoded, g_bytes_unref);
  g_free (self->digest);
  g_array_unref (self->lines);
  g_array_unref (self->cells);
  g_array_unref (self->boxes);
  g_ptr_array_unref (self->page_names);
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

/* Returns @text made plain, kept by the document. */
static const char *
keep_text (MdgDocument *self, const char *text, gsize length)
{
  g_autofree char *plain = NULL;

  if (is_plain (text, length))
    {
      self->n_bytes += length;
      return g_string_chunk_insert_len (self->strings, text, length);
    }

  plain = mdg_text_normalize (text, length);
  self->n_bytes += strlen (plain);
  return g_string_chunk_insert (self->strings, plain);
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
  line.first_cell = self->cells->len;
  line.original = text;
  line.original_length = length;
  line.text = keep_text (self, text, length);
  g_array_append_val (self->lines, line);
}

/**
 * mdg_document_begin_line:
 * @self: a document
 * @number: number of the line in the file, on the page or in the sheet, from 1
 *
 * Adds a line of cells, with no cell yet, to the current page.
 */
void
mdg_document_begin_line (MdgDocument *self, guint number)
{
  MdgLine line = { 0 };

  g_return_if_fail (self != NULL);

  line.number = number;
  line.page = self->n_pages - 1;
  line.first_cell = self->cells->len;
  g_array_append_val (self->lines, line);
}

/**
 * mdg_document_append_cell:
 * @self: a document, in which a line of cells was begun
 * @column: column of the table, from 0, or order within the line
 * @text: valid UTF-8, which is copied
 * @length: length of @text in bytes
 * @box: (nullable): where it stands on the page; for all cells of a document or for none
 *
 * Adds a cell to the line begun last.
 */
void
mdg_document_append_cell (MdgDocument *self,
                          guint column,
                          const char *text,
                          gsize length,
                          const MdgBox *box)
{
  MdgCell cell = { .column = column };

  g_return_if_fail (self != NULL);
  g_return_if_fail (text != NULL);
  g_return_if_fail (self->lines->len > 0);
  g_return_if_fail (self->cells->len == 0 || (box != NULL) == (self->boxes->len > 0));

  cell.text = keep_text (self, text, length);
  g_array_append_val (self->cells, cell);
  if (box != NULL)
    g_array_append_vals (self->boxes, box, 1);
  g_array_index (self->lines, MdgLine, self->lines->len - 1).n_cells++;
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
 * mdg_document_join_cells:
 * @self: a document
 *
 * Gives every line of cells a text: its cells, with a blank between them. Only the deck parser needs
 * it; a table of many rows is read cell by cell.
 */
void
mdg_document_join_cells (MdgDocument *self)
{
  g_autoptr (GString) joined = g_string_new (NULL);

  g_return_if_fail (self != NULL);

  for (guint i = 0; i < self->lines->len; i++)
    {
      MdgLine *line = &g_array_index (self->lines, MdgLine, i);

      if (line->text != NULL)
        continue;
      g_string_truncate (joined, 0);
      for (guint j = 0; j < line->n_cells; j++)
        {
          if (j > 0)
            g_string_append_c (joined, ' ');
          g_string_append (joined, mdg_document_get_cell (self, line, j)->text);
        }
      line->text = g_string_chunk_insert_len (self->strings, joined->str, joined->len);
      line->original = line->text;
      line->original_length = joined->len;
      self->n_bytes += joined->len;
    }
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
 * mdg_document_get_cell:
 * @self: a document
 * @line: a line of it
 * @index: index of the cell within the line, from 0; not its column
 *
 * Returns: (transfer none): the cell
 */
const MdgCell *
mdg_document_get_cell (const MdgDocument *self, const MdgLine *line, guint index)
{
  g_return_val_if_fail (index < line->n_cells, NULL);

  return &g_array_index (self->cells, MdgCell, line->first_cell + index);
}

/**
 * mdg_document_get_box:
 * @self: a document
 * @line: a line of it
 * @index: index of the cell within the line, from 0
 *
 * Returns: (transfer none) (nullable): where the cell stands, or %NULL where the file has no positions
 */
const MdgBox *
mdg_document_get_box (const MdgDocument *self, const MdgLine *line, guint index)
{
  g_return_val_if_fail (index < line->n_cells, NULL);

  if (self->boxes->len == 0)
    return NULL;

  return &g_array_index (self->boxes, MdgBox, line->first_cell + index);
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
