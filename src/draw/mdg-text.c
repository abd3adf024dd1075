/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "draw/mdg-text.h"

#include <math.h>
#include <pango/pangocairo.h>

#include "core/mdg-language.h"
#include "draw/mdg-svg-text.h"

static const struct
{
  double scale;
  PangoWeight weight;
} roles[] = {
  [MDG_TEXT_CAPTION] = { 0.82, PANGO_WEIGHT_NORMAL },
  [MDG_TEXT_BODY] = { 1.0, PANGO_WEIGHT_NORMAL },
  [MDG_TEXT_STRONG] = { 1.0, PANGO_WEIGHT_BOLD },
  [MDG_TEXT_TITLE] = { 1.2, PANGO_WEIGHT_BOLD },
};

/**
 * mdg_text_create_context:
 *
 * Makes a context for text that is not in a widget: 96 pixels an inch, so that a point is what it
 * is on screen.
 *
 * Returns: (transfer full): a Pango context
 */
PangoContext *
mdg_text_create_context (void)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string ("Sans 11");

  pango_cairo_context_set_resolution (context, 96);
  pango_context_set_font_description (context, font);
  /* Positions must not depend on the pixel grid, for the same layout goes to a PDF or an SVG. */
  pango_context_set_round_glyph_positions (context, FALSE);

  return context;
}

/**
 * mdg_text_new:
 * @context: where fonts come from
 * @style: the looks
 * @role: what the text is
 * @text: the text
 *
 * Returns: (transfer full): the text, as one line of any width
 */
PangoLayout *
mdg_text_new (PangoContext *context, const MdgChartStyle *style, MdgTextRole role, const char *text)
{
  PangoLayout *layout = pango_layout_new (context);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  if (style->font != NULL)
    pango_layout_set_font_description (layout, style->font);
  pango_attr_list_insert (attributes, pango_attr_scale_new (roles[role].scale * style->text_scale));
  pango_attr_list_insert (attributes, pango_attr_weight_new (roles[role].weight));
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_text (layout, text, -1);

  return layout;
}

/**
 * mdg_text_wrap:
 * @text: a text
 * @max_width: the room there is, in pixels
 *
 * Gives the text as many lines as it needs. A word that is wider than the room is broken.
 */
void
mdg_text_wrap (PangoLayout *text, double max_width)
{
  pango_layout_set_width (text, (int) floor (MAX (max_width, 1) * PANGO_SCALE));
  pango_layout_set_wrap (text, PANGO_WRAP_WORD_CHAR);
}

/**
 * mdg_text_get_size:
 * @text: a text
 * @width: (out) (optional): its width in pixels
 * @height: (out) (optional): its height in pixels
 *
 * Gets the logical extents of a text.
 */
void
mdg_text_get_size (PangoLayout *text, double *width, double *height)
{
  PangoRectangle logical;

  pango_layout_get_extents (text, NULL, &logical);
  /* Rounding up leaves the room that hinted glyphs may take. */
  if (width != NULL)
    *width = ceil ((double) logical.width / PANGO_SCALE);
  if (height != NULL)
    *height = ceil ((double) logical.height / PANGO_SCALE);
}

/**
 * mdg_text_measure_width:
 * @context: where fonts come from
 * @style: the looks
 * @role: what the text is
 * @text: the text
 *
 * Returns: the width of the text on one line, in pixels
 */
double
mdg_text_measure_width (PangoContext *context,
                        const MdgChartStyle *style,
                        MdgTextRole role,
                        const char *text)
{
  g_autoptr (PangoLayout) layout = mdg_text_new (context, style, role, text);
  double width;

  mdg_text_get_size (layout, &width, NULL);

  return width;
}

/**
 * mdg_text_get_baseline:
 * @text: a text
 *
 * Returns: how far below its top its first line stands, in pixels
 */
double
mdg_text_get_baseline (PangoLayout *text)
{
  return (double) pango_layout_get_baseline (text) / PANGO_SCALE;
}

/**
 * mdg_text_measure_line:
 * @context: where fonts come from
 * @style: the looks
 * @role: what the text is
 * @height: (out): the height of a line, in pixels
 * @baseline: (out): how far below its top the line stands, in pixels
 *
 * Measures a line that has room for all letters of the language. Japanese letters mostly come from
 * a taller font than digits do, so texts of one line are put on its baseline, not at its top.
 */
void
mdg_text_measure_line (PangoContext *context,
                       const MdgChartStyle *style,
                       MdgTextRole role,
                       double *height,
                       double *baseline)
{
  g_autoptr (PangoLayout) layout =
    mdg_text_new (context, style, role, mdg_language_get () == MDG_LANGUAGE_JAPANESE ? "0漢" : "0");

  mdg_text_get_size (layout, NULL, height);
  *baseline = mdg_text_get_baseline (layout);
}

/**
 * mdg_text_show:
 * @cr: where to draw
 * @text: a text
 *
 * Shows a text in the current colour, its top left corner at the current point. All texts of a
 * picture are shown by this or by mdg_text_show_line(), so that they stay texts in an SVG.
 */
void
mdg_text_show (cairo_t *cr, PangoLayout *text)
{
  MdgSvgText *svg = mdg_svg_text_find (cr);

  if (svg != NULL)
    mdg_svg_text_add_layout (svg, cr, text);
  else
    pango_cairo_show_layout (cr, text);
}

/**
 * mdg_text_show_line:
 * @cr: where to draw
 * @line: a line of a text
 *
 * Shows a line in the current colour, its baseline beginning at the current point.
 */
void
mdg_text_show_line (cairo_t *cr, PangoLayoutLine *line)
{
  MdgSvgText *svg = mdg_svg_text_find (cr);

  if (svg != NULL)
    mdg_svg_text_add_line (svg, cr, line);
  else
    pango_cairo_show_layout_line (cr, line);
}
