/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mdg-figures.h"

G_BEGIN_DECLS

/**
 * MdgBriefingFigures:
 * @figures: where they come from
 * @month: the month of the briefing
 * @used: (element-type MdgObservation): a set of every figure that is shown
 *
 * Remembers which figures a briefing shows, so that their sources can be listed.
 */
typedef struct
{
  MdgFigures *figures;
  MdgMonth month;
  GHashTable *used;
} MdgBriefingFigures;

void mdg_briefing_figures_init (MdgBriefingFigures *self, MdgFigures *figures, MdgMonth month);
void mdg_briefing_figures_clear (MdgBriefingFigures *self);
void mdg_briefing_figures_use (MdgBriefingFigures *self, const MdgObservation *figure);
void mdg_briefing_figures_use_series (MdgBriefingFigures *self,
                                      MdgArea area,
                                      MdgFacilityType type,
                                      MdgMeasure measure);
void mdg_briefing_figures_use_areas (MdgBriefingFigures *self,
                                     MdgFacilityType type,
                                     MdgMeasure measure);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MdgBriefingFigures, mdg_briefing_figures_clear)

G_END_DECLS
