/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "draw/mdg-svg-text.h"

#include <math.h>
#include <string.h>

#include "core/mdg-language.h"

/* A hundredth of a pixel is finer than any screen or printer shows. */
#define NUMBER_FORMAT "%.2f"
#define NUMBER_SIZE G_ASCII_DTOSTR_BUF_SIZE

#define ELLIPSIS "…"

struct _MdgSvgText
{
  GString *markup;
};

static const cairo_user_data_key_t key;

static void
svg_text_free (void *data)
{
  MdgSvgText *self = data;

  g_string_free (self->markup, TRUE);
  g_free (self);
}

/**
 * mdg_svg_text_attach:
 * @surface: the surface of an SVG file
 *
 * Makes the surface keep what mdg_text_show() shows on it.
 *
 * Returns: (transfer none): the texts, which live as long as @surface
 */
MdgSvgText *
mdg_svg_text_attach (cairo_surface_t *surface)
{
  MdgSvgText *self = g_new0 (MdgSvgText, 1);

  self->markup = g_string_new (NULL);
  if (cairo_surface_set_user_data (surface, &key, self, svg_text_free) != CAIRO_STATUS_SUCCESS)
    g_error ("No memory for the texts of a picture");

  return self;
}

/**
 * mdg_svg_text_find:
 * @cr: a drawing
 *
 * Returns: (transfer none) (nullable): what keeps the texts of the drawing, or %NULL where they are
 *   drawn
 */
MdgSvgText *
mdg_svg_text_find (cairo_t *cr)
{
  return cairo_surface_get_user_data (cairo_get_target (cr), &key);
}

static void
append_number (GString *out, const char *name, double number)
{
  char buffer[NUMBER_SIZE];

  g_string_append_printf (out, " %s=\"%s\"", name,
                          g_ascii_formatd (buffer, sizeof buffer, NUMBER_FORMAT, number));
}

static gboolean
is_xml_char (gunichar c)
{
  return c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c <= 0xd7ff) ||
         (c >= 0xe000 && c <= 0xfffd) || c >= 0x10000;
}

/**
 * mdg_svg_text_escape:
 * @text: any text
 *
 * Makes a text fit for XML. Signs that cannot stand there, not even escaped, are left out.
 *
 * Returns: (transfer full): the text as markup
 */
char *
mdg_svg_text_escape (const char *text)
{
  g_autoptr (GString) plain = g_string_new (NULL);
  g_autofree char *valid = g_utf8_make_valid (text, -1);

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    if (is_xml_char (g_utf8_get_char (p)))
      g_string_append_unichar (plain, g_utf8_get_char (p));

  return g_markup_escape_text (plain->str, (gssize) plain->len);
}

static void
append_escaped (GString *out, const char *text)
{
  g_autofree char *escaped = mdg_svg_text_escape (text);

  g_string_append (out, escaped);
}

static void
append_font (GString *out, PangoFont *font)
{
  g_autoptr (PangoFontDescription) description = pango_font_describe_with_absolute_size (font);
  const char *family = pango_font_description_get_family (description);

  g_string_append (out, " font-family=\"");
  if (family != NULL)
    {
      g_string_append_c (out, '\'');
      append_escaped (out, family);
      g_string_append (out, "', ");
    }
  g_string_append (out, "sans-serif\"");
  append_number (out, "font-size",
                 (double) pango_font_description_get_size (description) / PANGO_SCALE);
  if (pango_font_description_get_weight (description) != PANGO_WEIGHT_NORMAL)
    g_string_append_printf (out, " font-weight=\"%d\"",
                            (int) pango_font_description_get_weight (description));
  if (pango_font_description_get_style (description) != PANGO_STYLE_NORMAL)
    g_string_append (out, " font-style=\"italic\"");
}

static void
append_color (GString *out, cairo_t *cr)
{
  double red = 0, green = 0, blue = 0, alpha = 1;

  /* Texts are of one colour everywhere; what is not would be black. */
  if (cairo_pattern_get_rgba (cairo_get_source (cr), &red, &green, &blue, &alpha) !=
      CAIRO_STATUS_SUCCESS)
    red = green = blue = 0;
  g_string_append_printf (out, " fill=\"#%02x%02x%02x\"", (guint) lround (red * 255),
                          (guint) lround (green * 255), (guint) lround (blue * 255));
  if (alpha < 1)
    append_number (out, "fill-opacity", alpha);
}

static void
append_place (GString *out, cairo_t *cr, double x, double y)
{
  cairo_matrix_t matrix;

  cairo_get_matrix (cr, &matrix);
  if (matrix.xx == 1 && matrix.yy == 1 && matrix.xy == 0 && matrix.yx == 0)
    {
      x += matrix.x0;
      y += matrix.y0;
    }
  else
    {
      const double parts[] = { matrix.xx, matrix.yx, matrix.xy, matrix.yy, matrix.x0, matrix.y0 };

      g_string_append (out, " transform=\"matrix(");
      for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
        {
          char buffer[NUMBER_SIZE];

          g_string_append_printf (out, "%s%s", i > 0 ? " " : "",
                                  g_ascii_formatd (buffer, sizeof buffer, "%.5f", parts[i]));
        }
      g_string_append (out, ")\"");
    }
  append_number (out, "x", x);
  append_number (out, "y", y);
}

/* Where a line is broken, its last space takes no room, and must not be squeezed in. */
static char *
dup_run_text (const PangoGlyphItem *run, const char *text)
{
  char *part;

  if (run->item->analysis.flags & PANGO_ANALYSIS_FLAG_IS_ELLIPSIS)
    return g_strdup (ELLIPSIS);

  part = g_strndup (text + run->item->offset, (gsize) run->item->length);
  if (run->glyphs->num_glyphs > 0 &&
      run->glyphs->glyphs[run->glyphs->num_glyphs - 1].geometry.width == 0)
    g_strchomp (part);

  return part;
}

/* Each run has one font. Its length is told, so that another font does not make it run into what
 * stands beside it. */
static void
add_run (MdgSvgText *self,
         cairo_t *cr,
         const PangoGlyphItem *run,
         const char *text,
         double x,
         double baseline)
{
  g_autofree char *part = dup_run_text (run, text);
  double width = (double) pango_glyph_string_get_width (run->glyphs) / PANGO_SCALE;

  if (*part == '\0' || width <= 0)
    return;

  g_string_append (self->markup, "<text xml:space=\"preserve\"");
  append_place (self->markup, cr, x, baseline);
  append_font (self->markup, run->item->analysis.font);
  append_color (self->markup, cr);
  append_number (self->markup, "textLength", width);
  g_string_append (self->markup, " lengthAdjust=\"spacingAndGlyphs\">");
  append_escaped (self->markup, part);
  g_string_append (self->markup, "</text>\n");
}

/**
 * mdg_svg_text_add_line:
 * @self: the texts of a drawing
 * @cr: the drawing
 * @line: a line
 *
 * Adds a line whose baseline begins at the current point.
 */
void
mdg_svg_text_add_line (MdgSvgText *self, cairo_t *cr, PangoLayoutLine *line)
{
  const char *text = pango_layout_get_text (line->layout);
  double x, y;

  cairo_get_current_point (cr, &x, &y);
  for (GSList *node = line->runs; node != NULL; node = node->next)
    {
      const PangoGlyphItem *run = node->data;

      add_run (self, cr, run, text, x, y);
      x += (double) pango_glyph_string_get_width (run->glyphs) / PANGO_SCALE;
    }
}

/**
 * mdg_svg_text_add_layout:
 * @self: the texts of a drawing
 * @cr: the drawing
 * @layout: a text
 *
 * Adds a text whose top left corner is the current point.
 */
void
mdg_svg_text_add_layout (MdgSvgText *self, cairo_t *cr, PangoLayout *layout)
{
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  const char *text = pango_layout_get_text (layout);
  double x, y;

  cairo_get_current_point (cr, &x, &y);
  do
    {
      const PangoGlyphItem *run = pango_layout_iter_get_run_readonly (iter);
      PangoRectangle logical;

      if (run == NULL)
        continue;
      pango_layout_iter_get_run_extents (iter, NULL, &logical);
      add_run (self, cr, run, text, x + (double) logical.x / PANGO_SCALE,
               y + (double) pango_layout_iter_get_baseline (iter) / PANGO_SCALE);
    }
  while (pango_layout_iter_next_run (iter));
  pango_layout_iter_free (iter);
}

/**
 * mdg_svg_text_dup_markup:
 * @self: the texts of a drawing
 *
 * Returns: (transfer full): a group of text elements, to stand at the end of the file
 */
char *
mdg_svg_text_dup_markup (MdgSvgText *self)
{
  return g_strdup_printf ("<g xml:lang=\"%s\">\n%s</g>\n",
                          mdg_language_get () == MDG_LANGUAGE_JAPANESE ? "ja" : "en",
                          self->markup->str);
}
