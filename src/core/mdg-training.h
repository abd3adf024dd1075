/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mdg-database.h"

G_BEGIN_DECLS

/* Names are kept short enough for a certificate. */
#define MDG_TRAINEE_NAME_MAX 40

/**
 * MdgTrainee:
 * @id: number in the store
 * @name: a name or initials, as the facility writes them; no two are the same
 * @created_at: when it was entered
 * @chosen_at: when it was chosen last
 *
 * Somebody who trains. There are no accounts: whoever sits down chooses a name.
 */
typedef struct
{
  gint64 id;
  char *name;
  gint64 created_at;
  gint64 chosen_at;
} MdgTrainee;

/* The values are stored: a new one goes to the end. */
typedef enum
{
  MDG_ROUND_QUIZ,  /* a few drills, those that are due first */
  MDG_ROUND_EXAM,  /* every case once, with a pass mark */
  MDG_ROUND_CASE,  /* all drills of one situation */
  MDG_ROUND_AGAIN, /* those that were wrong in the round before */
  MDG_N_ROUND_MODES,
} MdgRoundMode;

/**
 * MdgAttempt:
 * @number: its place in the round, from 0
 * @drill_id: id of the drill in the guide pack
 * @situation: id of the drill's situation
 * @level: the drill's level
 * @choices: ids of what was chosen, in order, separated by spaces; a wrong one begins with "!"
 * @is_right: whether none of the choices was wrong
 * @is_finished: whether the last choice was made
 * @at: when the last choice so far was made
 *
 * One playing of one drill.
 */
typedef struct
{
  guint number;
  char *drill_id;
  char *situation;
  guint level;
  char *choices;
  gboolean is_right;
  gboolean is_finished;
  gint64 at;
} MdgAttempt;

/**
 * MdgRound:
 * @id: number in the store
 * @trainee_id: whose it is
 * @mode: what kind of round
 * @level: the level that was chosen, 0 for all
 * @situation: id of the situation of %MDG_ROUND_CASE, otherwise empty
 * @pack_id: id of the guide pack
 * @pack_version: its version
 * @day: the day whose rules were asked for
 * @plan: ids of the drills, in the order of the first asking, separated by spaces
 * @started_at: when it was begun
 * @finished_at: when it was finished; 0 while it is open
 * @n_drills: how many drills were asked; 0 while it is open
 * @n_right: how many of them were right the first time
 * @is_passed: whether an exam was passed
 * @attempts: (element-type MdgAttempt): in order
 *
 * Drills that were played in a row.
 */
typedef struct
{
  gint64 id;
  gint64 trainee_id;
  MdgRoundMode mode;
  guint level;
  char *situation;
  char *pack_id;
  char *pack_version;
  MdgDay day;
  char *plan;
  gint64 started_at;
  gint64 finished_at;
  guint n_drills;
  guint n_right;
  gboolean is_passed;
  GPtrArray *attempts;
} MdgRound;

void mdg_trainee_free (MdgTrainee *self);
char *mdg_trainee_clean_name (const char *name);

MdgAttempt *mdg_attempt_new (const char *drill_id, const char *situation, guint level);
MdgAttempt *mdg_attempt_copy (const MdgAttempt *self);
void mdg_attempt_free (MdgAttempt *self);
gboolean mdg_attempt_is_decided (const MdgAttempt *self);

MdgRound *mdg_round_new (void);
MdgRound *mdg_round_copy (const MdgRound *self);
void mdg_round_free (MdgRound *self);
MdgAttempt *mdg_round_find_attempt (const MdgRound *self, guint number);

GPtrArray *mdg_database_list_trainees (MdgDatabase *self, GError **error);
gint64 mdg_database_add_trainee (MdgDatabase *self, const char *name, GError **error);
gboolean mdg_database_rename_trainee (MdgDatabase *self,
                                      gint64 trainee_id,
                                      const char *name,
                                      GError **error);
gboolean mdg_database_choose_trainee (MdgDatabase *self, gint64 trainee_id, GError **error);
gboolean mdg_database_delete_trainee (MdgDatabase *self, gint64 trainee_id, GError **error);

GPtrArray *mdg_database_list_rounds (MdgDatabase *self, gint64 trainee_id, GError **error);
gint64 mdg_database_begin_round (MdgDatabase *self, const MdgRound *round, GError **error);
gboolean mdg_database_write_attempt (MdgDatabase *self,
                                     gint64 round_id,
                                     const MdgAttempt *attempt,
                                     GError **error);
gboolean mdg_database_finish_round (MdgDatabase *self,
                                    gint64 round_id,
                                    guint n_drills,
                                    guint n_right,
                                    gboolean is_passed,
                                    GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MdgTrainee, mdg_trainee_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MdgAttempt, mdg_attempt_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MdgRound, mdg_round_free)

G_END_DECLS
