/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/**
 * MdgSvgText:
 *
 * The texts of a drawing as SVG elements. Cairo's SVG surface writes letters as outlines, which can
 * be neither searched nor read aloud; a surface with one of these keeps its texts as text instead.
 * They stand above everything else of the drawing.
 */
typedef struct _MdgSvgText MdgSvgText;

MdgSvgText *mdg_svg_text_attach (cairo_surface_t *surface);
MdgSvgText *mdg_svg_text_find (cairo_t *cr);
void mdg_svg_text_add_layout (MdgSvgText *self, cairo_t *cr, PangoLayout *layout);
void mdg_svg_text_add_line (MdgSvgText *self, cairo_t *cr, PangoLayoutLine *line);
char *mdg_svg_text_escape (const char *text);
char *mdg_svg_text_dup_markup (MdgSvgText *self);

G_END_DECLS
