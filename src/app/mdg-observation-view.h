/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/mdg-figure-model.h"

G_BEGIN_DECLS

/**
 * MdgObservationView:
 *
 * All figures in one table, to search, narrow, sort, copy and save.
 */
#define MDG_TYPE_OBSERVATION_VIEW (mdg_observation_view_get_type ())
G_DECLARE_FINAL_TYPE (MdgObservationView,
                      mdg_observation_view,
                      MDG,
                      OBSERVATION_VIEW,
                      AdwBreakpointBin)

MdgObservationView *mdg_observation_view_new (MdgFigureModel *model, GSettings *settings);

G_END_DECLS
