/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mdg-training.h"
#include "guide/mdg-drill.h"
#include "guide/mdg-leitner.h"

G_BEGIN_DECLS

/* A case is weak if fewer than this share of its latest attempts were right. */
#define MDG_WEAK_PERCENT 80
#define MDG_WEAK_ATTEMPTS 5

/* Where one drill stands with one trainee. */
typedef struct
{
  const MdgDrill *drill;
  guint box;
  MdgDay last; /* the day of the last attempt, or MDG_DAY_NONE */
  gboolean is_due;
} MdgDrillProgress;

/* How one trainee does with one situation. */
typedef struct
{
  const MdgSituation *situation;
  guint n_drills;
  guint n_attempts;
  guint n_right;
  guint n_due;
  gint64 last_at; /* 0 if never */
  gboolean is_weak;
} MdgCaseScore;

/**
 * MdgTrainingSummary:
 * @drills: (element-type MdgDrillProgress): the drills that hold on the day, in the pack's order
 * @cases: (element-type MdgCaseScore): the situations that have such drills, in the pack's order
 * @n_attempts: how many attempts count, of whatever drill
 * @n_right: how many of them were right
 * @last_at: when the last of them was, 0 if there is none
 * @n_by_box: how many of @drills lie in each box
 * @n_due: how many of @drills are due
 * @n_weak: how many of @cases are weak
 *
 * What somebody's rounds add up to.
 */
typedef struct
{
  GPtrArray *drills;
  GPtrArray *cases;
  guint n_attempts;
  guint n_right;
  gint64 last_at;
  guint n_by_box[MDG_LEITNER_LAST + 1];
  guint n_due;
  guint n_weak;
} MdgTrainingSummary;

MdgTrainingSummary *mdg_training_summary_new (MdgGuidePack *pack,
                                              GPtrArray *rounds,
                                              MdgDay day,
                                              MdgDay today);
void mdg_training_summary_free (MdgTrainingSummary *self);
const MdgCaseScore *mdg_training_summary_find_case (const MdgTrainingSummary *self,
                                                    const char *situation);
MdgDay mdg_training_day_from_time (gint64 time);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MdgTrainingSummary, mdg_training_summary_free)

G_END_DECLS
