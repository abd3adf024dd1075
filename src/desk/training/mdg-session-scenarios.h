/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "guide/mdg-guide-pack.h"

G_BEGIN_DECLS

/**
 * MdgSessionScenarios:
 *
 * Which scenarios a session shows: so many of a level and a case, drawn by chance, or those that are
 * ticked, in the order of ticking. Signal "changed" when another number of them is chosen.
 */
#define MDG_TYPE_SESSION_SCENARIOS (mdg_session_scenarios_get_type ())
G_DECLARE_FINAL_TYPE (MdgSessionScenarios, mdg_session_scenarios, MDG, SESSION_SCENARIOS, AdwBin)

void mdg_session_scenarios_set_day (MdgSessionScenarios *self, MdgGuidePack *pack, MdgDay day);
guint mdg_session_scenarios_count (MdgSessionScenarios *self);
GPtrArray *mdg_session_scenarios_pick (MdgSessionScenarios *self, GRand *rand);

G_END_DECLS
