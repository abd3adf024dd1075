/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/mdg-map-scene.h"

G_BEGIN_DECLS

/* Figures made for maps, all of October 2025 and of one edition. */

/**
 * FixtureCell:
 *
 * One figure; @type is %MDG_FACILITY_ALL unless said.
 */
typedef struct
{
  MdgArea area;
  MdgMeasure measure;
  gint64 digits;
  guint8 decimals;
  MdgFacilityType type;
} FixtureCell;

#define FIXTURE_MONTH MDG_MONTH (2025, 10)

MdgFigures *fixture_figures_new (const FixtureCell *cells, guint n_cells);
MdgFigures *fixture_figures_rates (guint n_known);
MdgFigures *fixture_figures_counts (void);
MdgFigures *fixture_figures_bundle (void);
MdgMapScene *fixture_scene_new (MdgFigures *figures,
                                MdgMeasure measure,
                                const MdgMapOptions *options);

G_END_DECLS
