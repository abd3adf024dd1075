/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/mdg-chart-view.h"

G_BEGIN_DECLS

/**
 * MdgChartCard:
 *
 * A chart with all that belongs to it: title, subtitle with month and basis, its definition on
 * demand, the chart or a table of exactly its data, copying of the data, and notes on what is
 * doubtful. To be placed in a template as `<object class="MdgChartCard" id="trend_card"/>` (call
 * `g_type_ensure (MDG_TYPE_CHART_CARD)` first) and given a scene whenever the figures change:
 *
 *   mdg_chart_card_set_scene (self->trend_card, scene);
 *
 * It is as high as its width asks for, from 280 px wide upwards, and has the style class "card".
 *
 * Properties: "scene" (#MdgChartScene), "show-table" (boolean). Actions: "chart.show-table"
 * (toggle), "chart.copy" (the data as text with tabs), "chart.export" (string: "copy", "png",
 * "slide", "svg", "pdf" or "csv"). Signals: "copied" (the data are on the clipboard),
 * "export-requested" (string, as the action; the application answers it, for all cards),
 * "point-activated" (string id) as in #MdgChartView; in the ranking the id is the area's code.
 */
#define MDG_TYPE_CHART_CARD (mdg_chart_card_get_type ())
G_DECLARE_FINAL_TYPE (MdgChartCard, mdg_chart_card, MDG, CHART_CARD, GtkWidget)

GtkWidget *mdg_chart_card_new (void);
MdgChartScene *mdg_chart_card_get_scene (MdgChartCard *self);
void mdg_chart_card_set_scene (MdgChartCard *self, MdgChartScene *scene);
gboolean mdg_chart_card_get_show_table (MdgChartCard *self);
void mdg_chart_card_set_show_table (MdgChartCard *self, gboolean show_table);

G_END_DECLS
