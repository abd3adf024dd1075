/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/mdg-chart-fixture.h"

#include "core/mdg-bundle.h"
#include "util/mdg-test.h"

#define FUKUSHIMA 7

/**
 * fixture_load_bundle:
 *
 * Returns: (transfer full): the figures that come with the program
 */
MdgFigures *
fixture_load_bundle (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MdgBatch) batch = mdg_bundle_load (&error);

  mdg_test_assert_no_error (error);

  return mdg_figures_new (batch);
}

/**
 * fixture_load_nothing:
 *
 * Returns: (transfer full): figures without any figure
 */
MdgFigures *
fixture_load_nothing (void)
{
  g_autoptr (MdgBatch) batch = mdg_batch_new ();

  return mdg_figures_new (batch);
}

/**
 * fixture_build:
 * @figures: figures
 * @chart: which chart
 *
 * Returns: (transfer full): its scene
 */
MdgChartScene *
fixture_build (MdgFigures *figures, FixtureChart chart)
{
  switch (chart)
    {
    case CHART_TREND:
      return mdg_chart_trend_new (figures, MDG_MEASURE_USAGE_RATE_ONLINE, MDG_FACILITY_ALL,
                                  MDG_AREA_NATIONAL);
    case CHART_TREND_CLAIMS:
      return mdg_chart_trend_new (figures, MDG_MEASURE_USAGE_RATE_CLAIMS, MDG_FACILITY_ALL,
                                  MDG_AREA_NATIONAL);
    case CHART_TREND_PREFECTURE:
      return mdg_chart_trend_new (figures, MDG_MEASURE_USAGE_RATE_ONLINE, MDG_FACILITY_ALL,
                                  FUKUSHIMA);
    case CHART_TYPES:
      return mdg_chart_facility_types_new (figures, MDG_MONTH_NONE, MDG_AREA_NATIONAL);
    case CHART_TYPES_PREFECTURE:
      return mdg_chart_facility_types_new (figures, MDG_MONTH_NONE, FUKUSHIMA);
    case CHART_FUNNEL:
      return mdg_chart_funnel_new (figures, MDG_MONTH_NONE);
    case CHART_BANDS:
      return mdg_chart_usage_bands_new (figures);
    case CHART_DISTRIBUTION:
      return mdg_chart_distribution_new (figures, MDG_MONTH_NONE, MDG_MEASURE_USAGE_RATE_ONLINE,
                                         MDG_FACILITY_ALL, MDG_AREA_NONE);
    case CHART_DISTRIBUTION_SELECTED:
      return mdg_chart_distribution_new (figures, MDG_MONTH (2025, 10),
                                         MDG_MEASURE_USAGE_RATE_ONLINE, MDG_FACILITY_PHARMACY,
                                         FUKUSHIMA);
    case CHART_RANK_CHANGE:
      return mdg_chart_rank_change_new (figures, MDG_MONTH_NONE, MDG_FACILITY_HOSPITAL, FUKUSHIMA);
    case CHART_FACILITY_TREND:
      return mdg_chart_facility_trend_new (figures, MDG_AREA_NATIONAL);
    case CHART_FACILITY_TREND_PREFECTURE:
      return mdg_chart_facility_trend_new (figures, FUKUSHIMA);
    case CHART_REGIONS:
      return mdg_chart_regions_new (figures, MDG_MONTH_NONE, MDG_MEASURE_USAGE_RATE_ONLINE,
                                    MDG_FACILITY_ALL, MDG_AREA_NONE);
    case CHART_REGIONS_SELECTED:
      return mdg_chart_regions_new (figures, MDG_MONTH (2025, 10), MDG_MEASURE_USAGE_RATE_ONLINE,
                                    MDG_FACILITY_DENTAL_CLINIC, FUKUSHIMA);
    case CHART_RANKING:
    case N_CHARTS:
    default:
      return mdg_chart_ranking_new (figures, MDG_MONTH (2025, 10), MDG_MEASURE_USAGE_RATE_ONLINE,
                                    MDG_FACILITY_ALL, FUKUSHIMA);
    }
}
