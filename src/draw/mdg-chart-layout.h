/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

#include "draw/mdg-chart-style.h"

G_BEGIN_DECLS

/**
 * MdgChartItem:
 *
 * One thing a layout draws. Coordinates are pixels from the top left corner.
 */
typedef enum
{
  MDG_CHART_ITEM_RECT, /* x, y, width, height, radius */
  MDG_CHART_ITEM_LINE, /* x, y to x + width, y + height; stroke */
  MDG_CHART_ITEM_MARK, /* centre x, y; radius; shape; stroke 0 = filled */
  MDG_CHART_ITEM_TEXT, /* x, y, width, height of its ink and logical extents; text */
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
  double dash;
  MdgChartShape shape;
  MdgChartFill fill;
  PangoLayout *text;
} MdgChartItem;

/**
 * MdgChartLayout:
 *
 * A scene laid out for one width and one text size: a list of things to draw, and where the points
 * are. Reference counted; not changed after mdg_chart_scene_lay_out().
 */
typedef struct _MdgChartLayout MdgChartLayout;

#define MDG_TYPE_CHART_LAYOUT (mdg_chart_layout_get_type ())
GType               mdg_chart_layout_get_type   (void);
MdgChartLayout     *mdg_chart_layout_ref        (MdgChartLayout *self);
void                mdg_chart_layout_unref      (MdgChartLayout *self);
double              mdg_chart_layout_get_width  (MdgChartLayout *self);
double              mdg_chart_layout_get_height (MdgChartLayout *self);
void                mdg_chart_layout_draw       (MdgChartLayout *self, cairo_t *cr, const MdgChartStyle *style);
guint               mdg_chart_layout_get_n_items (MdgChartLayout *self);
const MdgChartItem *mdg_chart_layout_get_item   (MdgChartLayout *self, guint index);
/* Where the mark of a point is, for the focus ring and for what points at it. */
void                mdg_chart_layout_get_point  (MdgChartLayout *self, guint index, cairo_rectangle_t *rectangle);
/* The point that the pointer at @x, @y means; -1 for none. */
int                 mdg_chart_layout_pick       (MdgChartLayout *self, double x, double y);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MdgChartLayout, mdg_chart_layout_unref)

G_END_DECLS
