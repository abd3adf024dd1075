/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "guide/mdg-training-summary.h"

G_BEGIN_DECLS

/* A quick quiz asks so many, if there are as many. */
#define MDG_QUIZ_SIZE 10

GPtrArray *mdg_drill_pick_quiz (const MdgTrainingSummary *summary, guint level, GRand *rand);
GPtrArray *mdg_drill_pick_exam (const MdgTrainingSummary *summary, GRand *rand);
GPtrArray *mdg_drill_pick_case (const MdgTrainingSummary *summary,
                                const char *situation,
                                GRand *rand);
guint mdg_drill_count_level (const MdgTrainingSummary *summary, guint level);

G_END_DECLS
