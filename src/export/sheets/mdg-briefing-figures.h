/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mdg-figures.h"

G_BEGIN_DECLS

#define MDG_BRIEFING_MAX_NEIGHBOURS 3

/**
 * MdgBriefingFigures:
 * @figures: where they come from
 * @month: the month of the briefing
 * @used: (element-type MdgObservation): every figure that was looked up and found, each once
 *
 * Looks up figures for a briefing, and remembers which, so that their sources can be listed.
 */
typedef struct
{
  MdgFigures *figures;
  MdgMonth month;
  GPtrArray *used;
} MdgBriefingFigures;

void mdg_briefing_figures_init (MdgBriefingFigures *self, MdgFigures *figures, MdgMonth month);
void mdg_briefing_figures_clear (MdgBriefingFigures *self);
const MdgObservation *mdg_briefing_figures_get (MdgBriefingFigures *self,
                                                MdgArea area,
                                                MdgFacilityType type,
                                                MdgMeasure measure);
void mdg_briefing_figures_use_series (MdgBriefingFigures *self,
                                      MdgArea area,
                                      MdgFacilityType type,
                                      MdgMeasure measure);
gboolean mdg_briefing_figures_get_counts (MdgBriefingFigures *self,
                                          MdgArea area,
                                          MdgFacilityType type,
                                          gint64 *with_card,
                                          gint64 *all);
gboolean mdg_briefing_figures_get_region_rate (MdgBriefingFigures *self,
                                               MdgRegion region,
                                               MdgFacilityType type,
                                               MdgDecimal *rate);
gboolean mdg_briefing_figures_get_gap_to_nation (MdgBriefingFigures *self,
                                                 MdgArea area,
                                                 MdgFacilityType type,
                                                 gint64 *gap);
gboolean mdg_briefing_figures_get_gap_to_next (MdgBriefingFigures *self,
                                               MdgArea area,
                                               MdgFacilityType type,
                                               gint64 *gap);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MdgBriefingFigures, mdg_briefing_figures_clear)

G_END_DECLS
