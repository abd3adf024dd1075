/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz/mdg-fuzz.h"
#include "import/read/mdg-pdf-words.h"

#include <string.h>

/* One character in the input: its code, and its place and size, which are taken as they are. */
typedef struct
{
  guint16 character;
  float x;
  float y;
  float width;
  float height;
} Record;

#define RECORD_BYTES (sizeof (guint16) + 4 * sizeof (float))

static void
read_record (const uint8_t *data, MdgGlyph *glyph)
{
  Record record;

  memcpy (&record.character, data, sizeof record.character);
  memcpy (&record.x, data + sizeof record.character, 4 * sizeof (float));
  *glyph = (MdgGlyph) { record.character, { record.x, record.y, record.width, record.height } };
}

/* The characters of a page, wherever they say they are: each ends in one cell or is left out, and
 * cells go from left to right. */
int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("", 0);
  g_autoptr (MdgDocument) document = mdg_document_new (bytes);
  g_autoptr (GArray) glyphs = g_array_new (FALSE, FALSE, sizeof (MdgGlyph));

  for (; size >= RECORD_BYTES; data += RECORD_BYTES, size -= RECORD_BYTES)
    {
      MdgGlyph glyph;

      read_record (data, &glyph);
      g_array_append_val (glyphs, glyph);
    }
  mdg_pdf_words_append (document, glyphs);

  mdg_fuzz_assert (document->cells->len == document->boxes->len);
  mdg_fuzz_assert (document->cells->len <= glyphs->len);
  for (guint i = 0; i < mdg_document_get_n_lines (document); i++)
    {
      const MdgLine *line = mdg_document_get_line (document, i);

      mdg_fuzz_assert (line->n_cells > 0);
      for (guint j = 0; j < line->n_cells; j++)
        {
          const MdgCell *cell = mdg_document_get_cell (document, line, j);

          mdg_fuzz_assert (cell->column == j);
          mdg_fuzz_assert (g_utf8_validate (cell->text, -1, NULL));
          if (j > 0)
            mdg_fuzz_assert (mdg_document_get_box (document, line, j)->x >=
                             mdg_document_get_box (document, line, j - 1)->x);
        }
    }
  mdg_document_join_cells (document);

  return 0;
}
