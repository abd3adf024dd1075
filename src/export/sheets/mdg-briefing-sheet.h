/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mdg-figures.h"
#include "draw/mdg-boundaries.h"
#include "draw/mdg-sheet.h"
#include "profile/mdg-profile.h"

G_BEGIN_DECLS

/**
 * MdgBriefing:
 * @figures: the figures
 * @boundaries: the shapes of the prefectures; the only reference that it holds
 * @month: the month
 * @area: the prefecture
 * @neighbours: prefectures it is compared with
 * @n_neighbours: how many
 * @today: the day it is made
 *
 * Which briefing to make.
 */
typedef struct
{
  MdgFigures *figures;
  MdgBoundaries *boundaries;
  MdgMonth month;
  MdgArea area;
  MdgArea neighbours[MDG_PROFILE_MAX_NEIGHBOURS];
  guint n_neighbours;
  MdgDay today;
} MdgBriefing;

MdgSheet *mdg_briefing_sheet_new (const MdgBriefing *briefing);

G_END_DECLS
