/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

#include "draw/mdg-chart-style.h"

G_BEGIN_DECLS

typedef enum
{
  MDG_CHART_ITEM_RECT,
  MDG_CHART_ITEM_LINE,
  MDG_CHART_ITEM_MARK,
  MDG_CHART_ITEM_TEXT,
} MdgChartItemKind;

typedef enum
{
  MDG_CHART_SHAPE_CIRCLE,
  MDG_CHART_SHAPE_DIAMOND,
  MDG_CHART_SHAPE_SQUARE,
} MdgChartShape;

typedef enum
{
  MDG_CHART_FILL_SOLID,
  MDG_CHART_FILL_HATCHED,
} MdgChartFill;

/**
 * MdgChartItem:
 * @kind: what it is
 * @ink: what it means
 * @x: left edge; where a line begins; the centre of a mark
 * @y: top edge; where a line begins; the centre of a mark
 * @width: width; of a line, the way to its end
 * @height: height; of a line, the way to its end
 * @radius: of a mark, or of the corners of a rectangle
 * @stroke: width of a line, or of a mark's outline; 0 for a filled mark
 * @fill: how a rectangle is filled
 * @shape: the shape of a mark
 * @text: (nullable): a text
 *
 * One thing a layout draws, in pixels from its top left corner.
 */
typedef struct
{
  MdgChartItemKind kind;
  MdgChartInk ink;
  double x;
  double y;
  double width;
  double height;
  double radius;
  double stroke;
  MdgChartFill fill;
  MdgChartShape shape;
  PangoLayout *text;
} MdgChartItem;

/**
 * MdgChartLayout:
 *
 * A scene laid out for one width and one text size: a list of things to draw, and where the points
 * are. Reference counted, and not changed after mdg_chart_scene_lay_out(). It belongs to the
 * thread that made it, as its texts do.
 */
typedef struct _MdgChartLayout MdgChartLayout;

#define MDG_TYPE_CHART_LAYOUT (mdg_chart_layout_get_type ())
GType mdg_chart_layout_get_type (void);
MdgChartLayout *mdg_chart_layout_ref (MdgChartLayout *self);
void mdg_chart_layout_unref (MdgChartLayout *self);
double mdg_chart_layout_get_width (MdgChartLayout *self);
double mdg_chart_layout_get_height (MdgChartLayout *self);
void mdg_chart_layout_draw (MdgChartLayout *self, cairo_t *cr, const MdgChartStyle *style);
guint mdg_chart_layout_get_n_items (MdgChartLayout *self);
const MdgChartItem *mdg_chart_layout_get_item (MdgChartLayout *self, guint index);
void mdg_chart_layout_get_point (MdgChartLayout *self, guint index, cairo_rectangle_t *rectangle);
int mdg_chart_layout_pick (MdgChartLayout *self, double x, double y);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MdgChartLayout, mdg_chart_layout_unref)

G_END_DECLS
