/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/mdg-hatch.h"

#include <math.h>

/**
 * mdg_hatch_fill:
 * @cr: a Cairo context with a path
 * @ground: the colour below the lines
 * @line: the colour of the lines
 * @spacing: distance between two lines, in user space
 * @line_width: width of a line, in user space
 * @origin_x: a place one line goes through
 * @origin_y: a place one line goes through
 *
 * Fills the path with rising lines and clears it. The lines are real lines, so that they stay
 * sharp in vector files, and two shapes hatched from the same origin have lines that continue each
 * other.
 */
void
mdg_hatch_fill (cairo_t *cr,
                MdgColor ground,
                MdgColor line,
                double spacing,
                double line_width,
                double origin_x,
                double origin_y)
{
  double x0, y0, x1, y1, height;
  double step = spacing * G_SQRT2;
  double first, last;

  cairo_save (cr);
  cairo_clip_preserve (cr);
  mdg_color_set_source (cr, ground);
  cairo_fill (cr);

  cairo_clip_extents (cr, &x0, &y0, &x1, &y1);
  height = y1 - y0;
  /* A line is named by where it meets the lower edge, counted from the line through the origin. */
  first = floor ((x0 - height - origin_x + y1 - origin_y) / step);
  last = ceil ((x1 - origin_x + y1 - origin_y) / step);
  for (double i = first; i <= last; i++)
    {
      double x = origin_x + i * step - (y1 - origin_y);

      cairo_move_to (cr, x, y1);
      cairo_line_to (cr, x + height, y0);
    }
  cairo_set_line_width (cr, line_width);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_SQUARE);
  mdg_color_set_source (cr, line);
  cairo_stroke (cr);
  cairo_restore (cr);
}

/**
 * mdg_color_set_source:
 * @cr: a Cairo context
 * @color: a colour
 *
 * Makes @color what @cr draws with.
 */
void
mdg_color_set_source (cairo_t *cr, MdgColor color)
{
  cairo_set_source_rgba (cr, color.red, color.green, color.blue, color.alpha);
}
