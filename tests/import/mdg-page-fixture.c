/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/mdg-page-fixture.h"

#include <cairo-pdf.h>
#include <math.h>
#include <pango/pangocairo.h>

#define FONT "Noto Sans CJK JP"

struct _MdgPageFixture
{
  GByteArray *bytes;
  cairo_surface_t *surface;
  cairo_t *cr;
  PangoLayout *layout;
};

static cairo_status_t
write_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);

  return CAIRO_STATUS_SUCCESS;
}

/* Returns: (transfer full): a file with one empty page */
MdgPageFixture *
mdg_page_fixture_new (void)
{
  MdgPageFixture *self = g_new0 (MdgPageFixture, 1);

  self->bytes = g_byte_array_new ();
  self->surface = cairo_pdf_surface_create_for_stream (
    write_cb, self->bytes, MDG_PAGE_FIXTURE_WIDTH, MDG_PAGE_FIXTURE_HEIGHT);
  self->cr = cairo_create (self->surface);
  self->layout = pango_cairo_create_layout (self->cr);

  return self;
}

static double
set_text (MdgPageFixture *self, double size, const char *text)
{
  PangoFontDescription *font = pango_font_description_from_string (FONT);
  int width;

  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_layout_set_font_description (self->layout, font);
  pango_font_description_free (font);
  pango_layout_set_text (self->layout, text, -1);
  pango_layout_get_size (self->layout, &width, NULL);

  return (double) width / PANGO_SCALE;
}

static void
show_at (MdgPageFixture *self, double x, double y)
{
  cairo_move_to (self->cr, x, y);
  pango_cairo_show_layout (self->cr, self->layout);
}

/* Writes @text with its upper left corner at (@x, @y). */
void
mdg_page_fixture_text (MdgPageFixture *self, double x, double y, double size, const char *text)
{
  set_text (self, size, text);
  show_at (self, x, y);
}

/* Writes @text so that it ends at @right, as numbers in tables do. */
void
mdg_page_fixture_text_right (MdgPageFixture *self,
                             double right,
                             double y,
                             double size,
                             const char *text)
{
  double width = set_text (self, size, text);

  show_at (self, right - width, y);
}

/* Writes @text upwards, as the axes of charts are labelled. */
void
mdg_page_fixture_text_upwards (MdgPageFixture *self,
                               double x,
                               double y,
                               double size,
                               const char *text)
{
  set_text (self, size, text);
  cairo_save (self->cr);
  cairo_translate (self->cr, x, y);
  cairo_rotate (self->cr, -M_PI / 2);
  show_at (self, 0, 0);
  cairo_restore (self->cr);
}

void
mdg_page_fixture_rectangle (MdgPageFixture *self, double x, double y, double width, double height)
{
  cairo_rectangle (self->cr, x, y, width, height);
  cairo_stroke (self->cr);
}

void
mdg_page_fixture_next_page (MdgPageFixture *self)
{
  cairo_show_page (self->cr);
}

/* @self: (transfer full). Returns: (transfer full): the PDF */
GBytes *
mdg_page_fixture_finish (MdgPageFixture *self)
{
  GBytes *bytes;

  g_object_unref (self->layout);
  cairo_destroy (self->cr);
  cairo_surface_finish (self->surface);
  g_assert (cairo_surface_status (self->surface) == CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (self->surface);
  bytes = g_byte_array_free_to_bytes (self->bytes);
  g_free (self);

  return bytes;
}
