/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/mdg-chart-layout-private.h"

G_BEGIN_DECLS

typedef enum
{
  MDG_CHART_KEY_BLOCK,
  MDG_CHART_KEY_LINE,
  MDG_CHART_KEY_MARK,
  MDG_CHART_KEY_TICK,
} MdgChartKeyKind;

/**
 * MdgChartLegend:
 *
 * What the marks of a chart mean: keys with a word each, in as many lines as the width asks for.
 */
typedef struct _MdgChartLegend MdgChartLegend;

MdgChartLegend *mdg_chart_legend_new (void);
void mdg_chart_legend_free (MdgChartLegend *self);
void mdg_chart_legend_add_block (MdgChartLegend *self,
                                 MdgChartInk ink,
                                 MdgChartFill fill,
                                 const char *label);
void mdg_chart_legend_add_mark (MdgChartLegend *self,
                                MdgChartInk ink,
                                MdgChartShape shape,
                                double stroke,
                                const char *label);
void mdg_chart_legend_add_line (MdgChartLegend *self,
                                MdgChartInk ink,
                                double stroke,
                                const char *label);
void mdg_chart_legend_add_tick (MdgChartLegend *self, MdgChartInk ink, const char *label);
double mdg_chart_legend_lay_out (MdgChartLegend *self, MdgChartLayout *layout, double top);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MdgChartLegend, mdg_chart_legend_free)

G_END_DECLS
