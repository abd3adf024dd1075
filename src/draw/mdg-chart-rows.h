/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/mdg-chart-legend.h"
#include "draw/mdg-chart-scene-private.h"

G_BEGIN_DECLS

/**
 * MdgChartRowMark:
 * @MDG_CHART_ROW_TICK: a short line across the row, for what it is compared with
 * @MDG_CHART_ROW_DOT: a filled mark
 * @MDG_CHART_ROW_RING: a hollow mark
 */
typedef enum
{
  MDG_CHART_ROW_TICK,
  MDG_CHART_ROW_DOT,
  MDG_CHART_ROW_RING,
} MdgChartRowMark;

typedef enum
{
  MDG_CHART_ROWS_PLAIN,
  /* Bars run on a track that shows the whole. */
  MDG_CHART_ROWS_TRACKED = 1 << 0,
  /* Names always stand above their bars, not only where there is no room beside them. */
  MDG_CHART_ROWS_STACKED = 1 << 1,
} MdgChartRowsFlags;

#define MDG_CHART_NO_POINT G_MAXUINT

/**
 * MdgChartRows:
 *
 * A scene of rows, each with a name, bars or marks on one common scale from zero, and its value.
 * Names stand beside the bars, or above them where there is too little room.
 */
#define MDG_TYPE_CHART_ROWS (mdg_chart_rows_get_type ())
G_DECLARE_FINAL_TYPE (MdgChartRows, mdg_chart_rows, MDG, CHART_ROWS, MdgChartScene)

MdgChartRows *mdg_chart_rows_new (double maximum, MdgChartRowsFlags flags);
MdgChartLegend *mdg_chart_rows_get_legend (MdgChartRows *self);
void mdg_chart_rows_set_reference (MdgChartRows *self, double value, const char *label);
void mdg_chart_rows_add_heading (MdgChartRows *self, const char *heading);
void mdg_chart_rows_add_row (MdgChartRows *self,
                             const char *label,
                             const char *value,
                             const char *caption,
                             gboolean is_strong);
void mdg_chart_rows_add_bar (MdgChartRows *self,
                             double from,
                             double to,
                             MdgChartInk ink,
                             MdgChartFill fill,
                             const char *label,
                             guint point);
void mdg_chart_rows_add_mark (MdgChartRows *self,
                              double value,
                              MdgChartRowMark kind,
                              MdgChartInk ink,
                              guint point);

G_END_DECLS
