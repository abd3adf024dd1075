/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/mdg-state.h"
#include "desk/flow/mdg-desk-case.h"

G_BEGIN_DECLS

/**
 * MdgWalkKeeper:
 *
 * Keeps where the user stands at the desk in the state file, so that a window that was closed, or a
 * program that was killed, goes on there within ten minutes; and sees to it that nothing is kept
 * for longer.
 */
#define MDG_TYPE_WALK_KEEPER (mdg_walk_keeper_get_type ())
G_DECLARE_FINAL_TYPE (MdgWalkKeeper, mdg_walk_keeper, MDG, WALK_KEEPER, GObject)

MdgWalkKeeper *mdg_walk_keeper_new (MdgState *state);
void mdg_walk_keeper_follow (MdgWalkKeeper *self, MdgDeskCase *desk_case);

G_END_DECLS
