/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/mdg-chart-scene.h"

G_BEGIN_DECLS

#define MDG_CHART_HEIGHTS_SIZE 6

/**
 * MdgChartHeights:
 *
 * How high a chart is at the widths it was lately asked about. Laying out is dear, and GTK asks for
 * the same few widths many times before a window is shown. To be zeroed before use.
 */
typedef struct
{
  /*< private >*/
  guint text_serial;
  guint n_known;
  struct
  {
    int width;
    int height;
  } known[MDG_CHART_HEIGHTS_SIZE];
} MdgChartHeights;

void mdg_chart_heights_clear (MdgChartHeights *self);
void mdg_chart_heights_measure (MdgChartHeights *self,
                                MdgChartScene *scene,
                                PangoContext *context,
                                const MdgChartStyle *style,
                                int width,
                                int *minimum,
                                int *natural);

G_END_DECLS
