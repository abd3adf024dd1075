/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mdg-figures.h"
#include "draw/mdg-chart-scene.h"

G_BEGIN_DECLS

/*
 * The charts, made from figures. Each returns a new scene (transfer full), never NULL: where
 * nothing is known the scene has no points and says so. Use them in a page like this, and again
 * whenever "figures" or "scope" of the MdgFigureModel notifies:
 *
 *   g_autoptr (MdgChartScene) scene =
 *     mdg_chart_trend_new (figures, MDG_MEASURE_USAGE_RATE_ONLINE, MDG_FACILITY_ALL, MDG_AREA_NATIONAL);
 *   mdg_chart_card_set_scene (self->trend_card, scene);
 *
 * where trend_card is an MdgChartCard (see chart/mdg-chart-card.h) of the page's template.
 *
 * The two rates are never in one scene: a rate on the claims basis is a trend of its own.
 */

/* A rate month by month. A prefecture's has the nation's beside it, where the nation's is known. */
MdgChartScene *mdg_chart_trend_new (MdgFigures *figures,
                                    MdgMeasure measure,
                                    MdgFacilityType facility_type,
                                    MdgArea area);
/* The rate (online basis) of all facilities and of the four types; a prefecture's with the nation's marked.
 * MDG_MONTH_NONE: the newest month in which the area's facility types are known. */
MdgChartScene *mdg_chart_facility_types_new (MdgFigures *figures, MdgMonth month, MdgArea area);
/* Holders, registered, used: three shares, each of its own whole, with the baselines of the same edition.
 * MDG_MONTH_NONE: the newest month in which all three are known. */
MdgChartScene *mdg_chart_funnel_new (MdgFigures *figures, MdgMonth month);
/* Shares of facilities under 10 %, between, and of 30 % and over; and the pairs whose type the source does not name. */
MdgChartScene *mdg_chart_usage_bands_new (MdgFigures *figures);
/* The 47 prefectures by rate, with the nation's marked and @selected emphasised (MDG_AREA_NONE: none).
 * MDG_MONTH_NONE: the newest month with any. */
MdgChartScene *mdg_chart_ranking_new (MdgFigures *figures,
                                      MdgMonth month,
                                      MdgMeasure measure,
                                      MdgFacilityType facility_type,
                                      MdgArea selected);
/* The prefectures as dots on one scale, with nation, median and middle half. */
MdgChartScene *mdg_chart_distribution_new (MdgFigures *figures,
                                           MdgMonth month,
                                           MdgMeasure measure,
                                           MdgFacilityType facility_type,
                                           MdgArea selected);
/* Rank now and before of the 47 prefectures. MDG_MONTH_NONE: the newest month with previous ranks. */
MdgChartScene *mdg_chart_rank_change_new (MdgFigures *figures,
                                          MdgMonth month,
                                          MdgFacilityType facility_type,
                                          MdgArea selected);
/* The rate (online basis) of the four facility types over time, with that of all facilities for comparison. */
MdgChartScene *mdg_chart_facility_trend_new (MdgFigures *figures, MdgArea area);
/* The eight regions, each with its prefectures as dots, on one common scale. */
MdgChartScene *mdg_chart_regions_new (MdgFigures *figures,
                                      MdgMonth month,
                                      MdgMeasure measure,
                                      MdgFacilityType facility_type,
                                      MdgArea selected);

G_END_DECLS
