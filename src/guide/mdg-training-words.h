/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mdg-training.h"
#include "guide/mdg-drill-play.h"

G_BEGIN_DECLS

const char *mdg_training_get_mode_label (MdgRoundMode mode);
const char *mdg_training_get_level_label (guint level);
char *mdg_training_describe_round (const MdgRound *round, MdgGuidePack *pack);
char *mdg_training_describe_drill (const MdgDrill *drill);
char *mdg_training_explain_answer (const MdgDrill *drill, const MdgDrillAnswer *answer);

G_END_DECLS
