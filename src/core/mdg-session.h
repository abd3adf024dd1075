/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mdg-database.h"

G_BEGIN_DECLS

/* What the group as a whole said to a question. */
typedef enum
{
  MDG_VERDICT_NONE,  /* nobody voted */
  MDG_VERDICT_RIGHT, /* more for the right answer than for any other */
  MDG_VERDICT_WRONG, /* more for a wrong answer than for the right one */
  MDG_VERDICT_TIED,  /* as many for the right answer as for another, and none has more */
} MdgVerdict;

/**
 * MdgSessionChoice:
 * @id: id of the choice in the guide pack
 * @text: what it said when it was shown
 * @votes: how many voted for it
 * @is_right: whether it is the right answer
 *
 * One answer that a group could vote for.
 */
typedef struct
{
  char *id;
  char *text;
  guint votes;
  gboolean is_right;
} MdgSessionChoice;

/**
 * MdgSessionStep:
 * @scenario: the place of its scenario in the session, from 0
 * @number: its place in the scenario, from 0
 * @question: what was asked, as it was shown
 * @revealed_at: when the right answer was shown first; 0 if it was not
 * @choices: (element-type MdgSessionChoice): in the order on screen
 *
 * One question to a group, and its votes.
 */
typedef struct
{
  guint scenario;
  guint number;
  char *question;
  gint64 revealed_at;
  GPtrArray *choices;
} MdgSessionStep;

/**
 * MdgSessionScenario:
 * @drill_id: id of the drill in the guide pack
 * @title: what was told of the patient when the session was planned
 * @situation: the title of the situation that is right
 *
 * One scenario of a session, with its texts pinned: the record can be read without the pack.
 */
typedef struct
{
  char *drill_id;
  char *title;
  char *situation;
} MdgSessionScenario;

/**
 * MdgSession:
 * @id: number in the store
 * @day: the day it is held, whose rules are asked for
 * @trainer: who leads it, may be empty
 * @title: place or title, may be empty
 * @attendees: who takes part, one name a line
 * @pack_id: id of the guide pack it was planned with
 * @pack_version: its version
 * @created_at: when it was planned
 * @started_at: when it was presented first; 0 if it was not
 * @finished_at: when it was ended; 0 while it can be continued
 * @scenario: where it was left: the scenario, from 0
 * @frame: where it was left: what was on screen, from 0 in each scenario
 * @scenarios: (element-type MdgSessionScenario): in order
 * @steps: (element-type MdgSessionStep): those that were touched, in order
 *
 * A training session for a group.
 */
typedef struct
{
  gint64 id;
  MdgDay day;
  char *trainer;
  char *title;
  char *attendees;
  char *pack_id;
  char *pack_version;
  gint64 created_at;
  gint64 started_at;
  gint64 finished_at;
  guint scenario;
  guint frame;
  GPtrArray *scenarios;
  GPtrArray *steps;
} MdgSession;

MdgSession *mdg_session_new (void);
MdgSession *mdg_session_copy (const MdgSession *self);
void mdg_session_free (MdgSession *self);
void mdg_session_add_scenario (MdgSession *self,
                               const char *drill_id,
                               const char *title,
                               const char *situation);
MdgSessionStep *mdg_session_find_step (const MdgSession *self, guint scenario, guint number);
GStrv mdg_session_list_attendees (const MdgSession *self);
guint mdg_session_count_attendees (const MdgSession *self);
void mdg_session_count_verdicts (const MdgSession *self, guint *n_right, guint *n_asked);

MdgSessionStep *mdg_session_step_new (guint scenario, guint number, const char *question);
MdgSessionStep *mdg_session_step_copy (const MdgSessionStep *self);
void mdg_session_step_free (MdgSessionStep *self);
void mdg_session_step_add_choice (MdgSessionStep *self,
                                  const char *id,
                                  const char *text,
                                  guint votes,
                                  gboolean is_right);
guint mdg_session_step_count_votes (const MdgSessionStep *self);
MdgVerdict mdg_session_step_get_verdict (const MdgSessionStep *self);

GPtrArray *mdg_database_list_sessions (MdgDatabase *self, GError **error);
gint64 mdg_database_add_session (MdgDatabase *self, const MdgSession *session, GError **error);
gboolean mdg_database_edit_session (MdgDatabase *self, const MdgSession *session, GError **error);
gboolean mdg_database_move_session (MdgDatabase *self,
                                    gint64 session_id,
                                    guint scenario,
                                    guint frame,
                                    GError **error);
gboolean mdg_database_write_session_step (MdgDatabase *self,
                                          gint64 session_id,
                                          const MdgSessionStep *step,
                                          GError **error);
gboolean mdg_database_finish_session (MdgDatabase *self,
                                      gint64 session_id,
                                      gboolean finished,
                                      GError **error);
gboolean mdg_database_delete_session (MdgDatabase *self, gint64 session_id, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MdgSession, mdg_session_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MdgSessionStep, mdg_session_step_free)

G_END_DECLS
