/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk/training/mdg-training-job.h"
#include "guide/mdg-drill-round.h"

G_BEGIN_DECLS

/**
 * MdgRoundRun:
 *
 * A round under way, and its keeping: each answer is written to the store, and only then said to be
 * right or wrong, so that nothing that was shown can be lost. A round of nobody (trainee 0) is not
 * kept.
 *
 * Signals: "asked" (there is a question), "answered" (boolean is_saved), "over" (the result can be
 * shown), "stored" (pointer #MdgTrainingJobResult: what the store has now), "failed" (string, what
 * went wrong).
 */
#define MDG_TYPE_ROUND_RUN (mdg_round_run_get_type ())
G_DECLARE_FINAL_TYPE (MdgRoundRun, mdg_round_run, MDG, ROUND_RUN, GObject)

MdgRoundRun *mdg_round_run_new (MdgGuidePack *pack, MdgStore *store);
gboolean mdg_round_run_begin (MdgRoundRun *self, const MdgRound *record, GPtrArray *drills);
gboolean mdg_round_run_open (MdgRoundRun *self, const MdgRound *record);
void mdg_round_run_resume (MdgRoundRun *self);
void mdg_round_run_answer (MdgRoundRun *self, const char *id);
void mdg_round_run_next (MdgRoundRun *self);
void mdg_round_run_forget (MdgRoundRun *self);
gboolean mdg_round_run_is_open (MdgRoundRun *self);
gboolean mdg_round_run_is_saving (MdgRoundRun *self);
const MdgDrillRound *mdg_round_run_get_round (MdgRoundRun *self);
const MdgRound *mdg_round_run_get_record (MdgRoundRun *self);
const MdgDrillPlay *mdg_round_run_get_play (MdgRoundRun *self);

G_END_DECLS
