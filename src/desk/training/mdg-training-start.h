/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "guide/mdg-drill-round.h"
#include "guide/mdg-training-summary.h"

G_BEGIN_DECLS

/**
 * MdgTrainingStart:
 *
 * Who trains, and what. Signals: "add", "rename", "delete" (of the chosen trainee), "choose" (int64
 * id of a trainee, 0 for nobody), "begin" (uint #MdgRoundMode, uint level, string situation),
 * "resume", "show-record".
 */
#define MDG_TYPE_TRAINING_START (mdg_training_start_get_type ())
G_DECLARE_FINAL_TYPE (MdgTrainingStart, mdg_training_start, MDG, TRAINING_START, AdwBin)

void mdg_training_start_show (MdgTrainingStart *self,
                              GPtrArray *trainees,
                              gint64 trainee_id,
                              const MdgTrainingSummary *summary);
void mdg_training_start_show_open (MdgTrainingStart *self,
                                   const MdgDrillRound *round,
                                   const char *title);
GtkWidget *mdg_training_start_add_extra (MdgTrainingStart *self,
                                         const char *icon_name,
                                         const char *title,
                                         const char *subtitle,
                                         GtkWidget *suffix);

G_END_DECLS
