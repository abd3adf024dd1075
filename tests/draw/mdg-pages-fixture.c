/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/mdg-pages-fixture.h"

#include <cairo-pdf.h>
#include <glib/gi18n.h>
#include <string.h>

#include "draw/mdg-sheet-layout.h"

/* How long the parts of a text are on the average that stand on lines of their own, in ideographs and
 * kana; a Latin letter is half as wide. Shorter ones are found anywhere, which would prove nothing. */
#define MEAN_PART 4

static cairo_status_t
append_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* Without blanks, and with one form for what fonts have one glyph for. */
char *
pages_squeeze (const char *text)
{
  g_autofree char *normal = g_utf8_normalize (text, -1, G_NORMALIZE_ALL_COMPOSE);
  GString *squeezed = g_string_new (NULL);

  for (const char *p = normal; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isspace (c) && g_unichar_isprint (c) && !g_unichar_iszerowidth (c))
        g_string_append_unichar (squeezed, c);
    }

  return g_string_free_and_steal (squeezed);
}

Pages *
pages_new_from_bytes (GBytes *pdf)
{
  Pages *self = g_new0 (Pages, 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  self->document = poppler_document_new_from_bytes (pdf, NULL, &error);
  mdg_test_assert_no_error (error);
  self->n_pages = (guint) poppler_document_get_n_pages (self->document);
  self->page_texts = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < self->n_pages; i++)
    {
      g_autoptr (GObject) object = G_OBJECT (poppler_document_get_page (self->document, (int) i));
      PopplerPage *page = POPPLER_PAGE (object);
      g_autofree char *page_text = poppler_page_get_text (page);
      char *squeezed = pages_squeeze (page_text);

      poppler_page_get_size (page, &self->width, &self->height);
      g_ptr_array_add (self->page_texts, squeezed);
      g_string_append (text, squeezed);
    }
  self->text = g_string_free_and_steal (g_steal_pointer (&text));

  return self;
}

Pages *
pages_new (MdgSheet *sheet, double width, double height)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (GBytes) pdf = NULL;
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (append_cb, bytes, width, height);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (MdgSheetLayout) layout = mdg_sheet_layout_new (sheet, width, height);
  Pages *self;

  for (guint i = 0; i < mdg_sheet_layout_get_n_pages (layout); i++)
    {
      mdg_sheet_layout_draw_page (layout, cr, i);
      cairo_show_page (cr);
    }
  assert_int_equal (cairo_status (cr), CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);

  pdf = g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
  self = pages_new_from_bytes (pdf);
  assert_int_equal (self->n_pages, mdg_sheet_layout_get_n_pages (layout));

  return self;
}

void
pages_free (Pages *self)
{
  g_object_unref (self->document);
  g_ptr_array_unref (self->page_texts);
  g_free (self->text);
  g_free (self);
}

/* How long the longest beginning of @text is that stands somewhere, in characters. */
static glong
find_longest (const Pages *self, const char *text)
{
  glong length = g_utf8_strlen (text, -1);
  glong low = 0;
  glong high = length;

  while (low < high)
    {
      glong middle = (low + high + 1) / 2;
      g_autofree char *part = g_utf8_substring (text, 0, middle);

      if (strstr (self->text, part) != NULL)
        low = middle;
      else
        high = middle - 1;
    }

  return low;
}

/* In how many parts a text may stand. */
static guint
get_n_parts (const char *text)
{
  guint width = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    width += g_unichar_iswide (g_utf8_get_char (p)) ? 2 : 1;

  return 2 + width / (2 * MEAN_PART);
}

/* A text is there if it can be put together from parts that are there: its lines, which stand
 * between those of the cells beside it. */
gboolean
pages_has_text (const Pages *self, const char *text)
{
  g_autofree char *squeezed = pages_squeeze (text);
  guint n_parts_left = get_n_parts (squeezed);
  const char *rest = squeezed;

  while (*rest != '\0')
    {
      glong n = find_longest (self, rest);

      if (n == 0 || n_parts_left-- == 0)
        return FALSE;
      rest = g_utf8_offset_to_pointer (rest, n);
    }

  return TRUE;
}

void
pages_assert_text (const Pages *self, const char *text)
{
  if (!pages_has_text (self, text))
    fail_msg ("lost on paper: %s", text);
}

/* Every letter stands @margin inside the paper. */
void
pages_assert_inside (const Pages *self, double margin)
{
  for (guint i = 0; i < self->n_pages; i++)
    {
      g_autoptr (GObject) object = G_OBJECT (poppler_document_get_page (self->document, (int) i));
      PopplerPage *page = POPPLER_PAGE (object);
      g_autofree PopplerRectangle *boxes = NULL;
      guint n_boxes = 0;

      poppler_page_get_text_layout (page, &boxes, &n_boxes);
      assert_true (n_boxes > 0);
      for (guint j = 0; j < n_boxes; j++)
        {
          const PopplerRectangle *box = &boxes[j];

          if (box->x1 < margin || box->x2 > self->width - margin || box->y1 < margin ||
              box->y2 > self->height - margin)
            fail_msg ("page %u: a letter at %.1f–%.1f, %.1f–%.1f of %.1f × %.1f", i + 1, box->x1,
                      box->x2, box->y1, box->y2, self->width, self->height);
        }
    }
}

/* Every page says which it is, and of how many. */
void
pages_assert_numbered (const Pages *self)
{
  for (guint i = 0; i < self->n_pages; i++)
    {
      g_autofree char *number =
        g_strdup_printf (C_ ("sheet", "Page %u of %u"), i + 1, self->n_pages);
      g_autofree char *squeezed = pages_squeeze (number);

      mdg_test_assert_contains (g_ptr_array_index (self->page_texts, i), squeezed);
    }
}

/* Every font is in the file, so that it looks the same anywhere. */
void
pages_assert_fonts (const Pages *self)
{
  PopplerFontInfo *info = poppler_font_info_new (self->document);
  PopplerFontsIter *iter = NULL;
  guint n = 0;

  while (poppler_font_info_scan (info, 20, &iter))
    {
      if (iter == NULL)
        continue;
      do
        {
          n++;
          if (!poppler_fonts_iter_is_embedded (iter))
            fail_msg ("the font %s is not in the file", poppler_fonts_iter_get_name (iter));
        }
      while (poppler_fonts_iter_next (iter));
      poppler_fonts_iter_free (iter);
    }
  g_object_unref (info);
  assert_true (n > 0);
}
