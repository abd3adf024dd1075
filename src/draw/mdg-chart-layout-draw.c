/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "draw/mdg-chart-layout.h"
#include "draw/mdg-hatch.h"
#include "draw/mdg-text.h"

#define HATCH_DISTANCE 5.0
#define HATCH_STROKE 1.25

static void
trace_rect (cairo_t *cr, const MdgChartItem *item)
{
  double right = item->x + item->width;
  double bottom = item->y + item->height;
  double r = item->radius;

  cairo_new_path (cr);
  if (r <= 0)
    {
      cairo_rectangle (cr, item->x, item->y, item->width, item->height);
      return;
    }
  cairo_arc (cr, right - r, item->y + r, r, -G_PI_2, 0);
  cairo_arc (cr, right - r, bottom - r, r, 0, G_PI_2);
  cairo_arc (cr, item->x + r, bottom - r, r, G_PI_2, G_PI);
  cairo_arc (cr, item->x + r, item->y + r, r, G_PI, G_PI + G_PI_2);
  cairo_close_path (cr);
}

static void
draw_rect (cairo_t *cr, const MdgChartItem *item, const MdgChartStyle *style)
{
  trace_rect (cr, item);
  /* Hatches of neighbours line up, because they are counted from the layout's own origin. */
  if (item->fill == MDG_CHART_FILL_HATCHED)
    mdg_hatch_fill (cr, style->inks[MDG_CHART_INK_TRACK], style->inks[item->ink], HATCH_DISTANCE,
                    HATCH_STROKE, 0, 0);
  else
    cairo_fill (cr);
}

static void
draw_mark (cairo_t *cr, const MdgChartItem *item)
{
  double r = item->radius - item->stroke / 2;

  cairo_new_path (cr);
  switch (item->shape)
    {
    case MDG_CHART_SHAPE_DIAMOND:
      /* A diamond looks as large as a circle when it reaches a little further. */
      r *= 1.25;
      cairo_move_to (cr, item->x, item->y - r);
      cairo_line_to (cr, item->x + r, item->y);
      cairo_line_to (cr, item->x, item->y + r);
      cairo_line_to (cr, item->x - r, item->y);
      cairo_close_path (cr);
      break;

    case MDG_CHART_SHAPE_SQUARE:
      cairo_rectangle (cr, item->x - r * 0.9, item->y - r * 0.9, r * 1.8, r * 1.8);
      break;

    case MDG_CHART_SHAPE_CIRCLE:
    default:
      cairo_arc (cr, item->x, item->y, r, 0, 2 * G_PI);
      break;
    }

  if (item->stroke > 0)
    {
      cairo_set_line_width (cr, item->stroke);
      cairo_stroke (cr);
    }
  else
    {
      cairo_fill (cr);
    }
}

/**
 * mdg_chart_layout_draw:
 * @self: a layout
 * @cr: where to draw; the layout's origin is the current origin
 * @style: the colours; its font and text scale are not looked at
 *
 * Draws the chart. The background is left as it is.
 */
void
mdg_chart_layout_draw (MdgChartLayout *self, cairo_t *cr, const MdgChartStyle *style)
{
  cairo_save (cr);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  for (guint i = 0; i < mdg_chart_layout_get_n_items (self); i++)
    {
      const MdgChartItem *item = mdg_chart_layout_get_item (self, i);

      mdg_color_set_source (cr, style->inks[item->ink]);
      switch (item->kind)
        {
        case MDG_CHART_ITEM_RECT:
          draw_rect (cr, item, style);
          break;

        case MDG_CHART_ITEM_LINE:
          cairo_set_line_width (cr, item->stroke);
          cairo_move_to (cr, item->x, item->y);
          cairo_line_to (cr, item->x + item->width, item->y + item->height);
          cairo_stroke (cr);
          break;

        case MDG_CHART_ITEM_MARK:
          draw_mark (cr, item);
          break;

        case MDG_CHART_ITEM_TEXT:
        default:
          cairo_move_to (cr, item->x, item->y);
          mdg_text_show (cr, item->text);
          break;
        }
    }
  cairo_restore (cr);
}
