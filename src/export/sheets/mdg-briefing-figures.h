/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mdg-figures.h"

G_BEGIN_DECLS

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
void mdg_briefing_figures_use_areas (MdgBriefingFigures *self,
                                     MdgFacilityType type,
                                     MdgMeasure measure);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MdgBriefingFigures, mdg_briefing_figures_clear)

G_END_DECLS
