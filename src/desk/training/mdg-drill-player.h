/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "guide/mdg-drill-round.h"

G_BEGIN_DECLS

/**
 * MdgDrillPlayer:
 *
 * Plays a drill: the made-up patient, what is asked now with its answers, and what is to be said
 * about an answer. Signals: "answered" (string id), "next", "leave".
 */
#define MDG_TYPE_DRILL_PLAYER (mdg_drill_player_get_type ())
G_DECLARE_FINAL_TYPE (MdgDrillPlayer, mdg_drill_player, MDG, DRILL_PLAYER, AdwBin)

void mdg_drill_player_show_question (MdgDrillPlayer *self,
                                     const MdgDrillRound *round,
                                     const MdgDrillPlay *play,
                                     const char *title);
void mdg_drill_player_show_answer (MdgDrillPlayer *self,
                                   const MdgDrillRound *round,
                                   const MdgDrillPlay *play,
                                   gboolean is_saved);
void mdg_drill_player_set_saving (MdgDrillPlayer *self, gboolean is_saving);
gboolean mdg_drill_player_is_at_answer (MdgDrillPlayer *self);
gboolean mdg_drill_player_press_enter (MdgDrillPlayer *self);
void mdg_drill_player_focus (MdgDrillPlayer *self);
void mdg_drill_player_choose (MdgDrillPlayer *self, guint digit);

G_END_DECLS
