/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "draw/mdg-palette.h"

G_BEGIN_DECLS

void mdg_hatch_fill (cairo_t *cr,
                     MdgColor ground,
                     MdgColor line,
                     double spacing,
                     double line_width,
                     double origin_x,
                     double origin_y);

void mdg_color_set_source (cairo_t *cr, MdgColor color);

G_END_DECLS
