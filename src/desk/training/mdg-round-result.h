/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "guide/mdg-drill-round.h"

G_BEGIN_DECLS

/**
 * MdgRoundResult:
 *
 * What came of a round: the score, and each drill that was wrong with why. Signals: "again" (the
 * wrong ones once more), "done".
 */
#define MDG_TYPE_ROUND_RESULT (mdg_round_result_get_type ())
G_DECLARE_FINAL_TYPE (MdgRoundResult, mdg_round_result, MDG, ROUND_RESULT, AdwBin)

void mdg_round_result_show (MdgRoundResult *self,
                            const MdgDrillRound *round,
                            MdgGuidePack *pack,
                            const char *title);
void mdg_round_result_set_extra (MdgRoundResult *self, GtkWidget *widget);

G_END_DECLS
