/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/mdg-chart-builders.h"

G_BEGIN_DECLS

/* Every chart there is, over the bundled figures. */

typedef enum
{
  CHART_TREND,
  CHART_TREND_CLAIMS,
  CHART_TREND_PREFECTURE,
  CHART_TYPES,
  CHART_TYPES_PREFECTURE,
  CHART_FUNNEL,
  CHART_BANDS,
  CHART_RANKING,
  CHART_DISTRIBUTION,
  CHART_DISTRIBUTION_SELECTED,
  CHART_RANK_CHANGE,
  CHART_FACILITY_TREND,
  CHART_FACILITY_TREND_PREFECTURE,
  CHART_REGIONS,
  CHART_REGIONS_SELECTED,
  N_CHARTS,
} FixtureChart;

MdgFigures *fixture_load_bundle (void);
MdgFigures *fixture_load_nothing (void);
MdgChartScene *fixture_build (MdgFigures *figures, FixtureChart chart);

G_END_DECLS
