/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/mdg-database-private.h"
#include "core/mdg-training.h"

#include <glib/gi18n.h>

/* Everything here is what a person has just answered, and is on the disk when the function returns.
 * The time noted is the real one, also when the program shows another day. */

static gboolean
load_attempts (MdgDatabase *self, sqlite3_stmt *row, MdgRound *round, GError **error)
{
  int result;

  sqlite3_bind_int64 (row, 1, round->id);
  while ((result = mdg_database_step (self, row, error)) == SQLITE_ROW)
    {
      MdgAttempt *attempt = g_new0 (MdgAttempt, 1);

      attempt->number = (guint) sqlite3_column_int64 (row, 0);
      attempt->drill_id = mdg_database_dup_text (row, 1);
      attempt->situation = mdg_database_dup_text (row, 2);
      attempt->level = (guint) sqlite3_column_int64 (row, 3);
      attempt->choices = mdg_database_dup_text (row, 4);
      attempt->is_right = sqlite3_column_int (row, 5) != 0;
      attempt->is_finished = sqlite3_column_int (row, 6) != 0;
      attempt->at = sqlite3_column_int64 (row, 7);
      g_ptr_array_add (round->attempts, attempt);
    }
  sqlite3_reset (row);

  return result == SQLITE_DONE;
}

static MdgRound *
read_round (sqlite3_stmt *row)
{
  MdgRound *round = mdg_round_new ();

  round->id = sqlite3_column_int64 (row, 0);
  round->trainee_id = sqlite3_column_int64 (row, 1);
  round->mode = CLAMP (sqlite3_column_int (row, 2), 0, MDG_N_ROUND_MODES - 1);
  round->level = (guint) sqlite3_column_int64 (row, 3);
  round->situation = mdg_database_dup_text (row, 4);
  round->pack_id = mdg_database_dup_text (row, 5);
  round->pack_version = mdg_database_dup_text (row, 6);
  round->day = (MdgDay) sqlite3_column_int64 (row, 7);
  round->plan = mdg_database_dup_text (row, 8);
  round->started_at = sqlite3_column_int64 (row, 9);
  round->finished_at = sqlite3_column_int64 (row, 10);
  round->n_drills = (guint) sqlite3_column_int64 (row, 11);
  round->n_right = (guint) sqlite3_column_int64 (row, 12);
  round->is_passed = sqlite3_column_int (row, 13) != 0;

  return round;
}

static gboolean
load_rounds (MdgDatabase *self, gint64 trainee_id, GPtrArray *rounds, GError **error)
{
  g_autoptr (sqlite3_stmt) row = NULL;
  g_autoptr (sqlite3_stmt) attempts = NULL;
  int result;

  row = mdg_database_prepare (
    self,
    "SELECT id, trainee, mode, level, situation, pack, pack_version, day, plan, started_at,"
    " finished_at, n_drills, n_right, is_passed FROM rounds WHERE trainee = ? ORDER BY id",
    error);
  if (row == NULL)
    return FALSE;
  attempts = mdg_database_prepare (
    self,
    "SELECT number, drill, situation, level, choices, is_right, is_finished, at FROM attempts"
    " WHERE round = ? ORDER BY number",
    error);
  if (attempts == NULL)
    return FALSE;

  sqlite3_bind_int64 (row, 1, trainee_id);
  while ((result = mdg_database_step (self, row, error)) == SQLITE_ROW)
    {
      MdgRound *round = read_round (row);

      g_ptr_array_add (rounds, round);
      if (!load_attempts (self, attempts, round, error))
        return FALSE;
    }

  return result == SQLITE_DONE;
}

/**
 * mdg_database_list_rounds:
 * @self: a database
 * @trainee_id: whose
 * @error: return location for a #MDG_STORE_ERROR
 *
 * Reads all rounds of somebody with their attempts.
 *
 * Returns: (transfer full) (element-type MdgRound): the rounds, in the order in which they were
 *   begun, or %NULL with @error set
 */
GPtrArray *
mdg_database_list_rounds (MdgDatabase *self, gint64 trainee_id, GError **error)
{
  g_autoptr (GPtrArray) rounds = g_ptr_array_new_with_free_func ((GDestroyNotify) mdg_round_free);
  gboolean loaded;

  if (!mdg_database_exec (self, "BEGIN", error))
    return NULL;
  loaded = load_rounds (self, trainee_id, rounds, error);

  return mdg_database_end (self, loaded, error) ? g_steal_pointer (&rounds) : NULL;
}

static gboolean
has_trainee (MdgDatabase *self, gint64 trainee_id, GError **error)
{
  g_autoptr (sqlite3_stmt) row =
    mdg_database_prepare (self, "SELECT 1 FROM trainees WHERE id = ?", error);
  int result;

  if (row == NULL)
    return FALSE;

  sqlite3_bind_int64 (row, 1, trainee_id);
  result = mdg_database_step (self, row, error);
  if (result == SQLITE_DONE)
    g_set_error (error, MDG_STORE_ERROR, MDG_STORE_ERROR_NOT_FOUND,
                 _ ("Trainee %lld is not there any more; choose another."), (long long) trainee_id);

  return result == SQLITE_ROW;
}

static gboolean
insert_round (MdgDatabase *self, const MdgRound *round, gint64 *id, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = NULL;

  if (!has_trainee (self, round->trainee_id, error))
    return FALSE;

  statement = mdg_database_prepare (
    self,
    "INSERT INTO rounds (trainee, mode, level, situation, pack, pack_version, day, plan,"
    " started_at, finished_at, n_drills, n_right, is_passed)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, 0, 0)",
    error);
  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, round->trainee_id);
  sqlite3_bind_int (statement, 2, round->mode);
  sqlite3_bind_int64 (statement, 3, round->level);
  mdg_database_bind_not_null (statement, 4, round->situation);
  mdg_database_bind_not_null (statement, 5, round->pack_id);
  mdg_database_bind_not_null (statement, 6, round->pack_version);
  sqlite3_bind_int64 (statement, 7, round->day);
  mdg_database_bind_not_null (statement, 8, round->plan);
  sqlite3_bind_int64 (statement, 9, mdg_database_get_now ());
  if (!mdg_database_finish (self, statement, error))
    return FALSE;
  *id = sqlite3_last_insert_rowid (self->handle);

  return TRUE;
}

/**
 * mdg_database_begin_round:
 * @self: a database
 * @round: a round; its id, times, score and attempts are not looked at
 * @error: return location for a #MDG_STORE_ERROR
 *
 * Begins a round.
 *
 * Returns: the id, or 0 with @error set
 */
gint64
mdg_database_begin_round (MdgDatabase *self, const MdgRound *round, GError **error)
{
  gint64 id = 0;

  if (!mdg_database_begin_write (self, error))
    return 0;

  return mdg_database_end (self, insert_round (self, round, &id, error), error) ? id : 0;
}

/* Whether there is such a round that is not finished; if not, an error is set. */
static gboolean
is_open (MdgDatabase *self, gint64 round_id, GError **error)
{
  g_autoptr (sqlite3_stmt) row =
    mdg_database_prepare (self, "SELECT finished_at FROM rounds WHERE id = ?", error);
  int result;

  if (row == NULL)
    return FALSE;

  sqlite3_bind_int64 (row, 1, round_id);
  result = mdg_database_step (self, row, error);
  if (result == SQLITE_DONE)
    g_set_error (error, MDG_STORE_ERROR, MDG_STORE_ERROR_NOT_FOUND,
                 _ ("Training round %lld is not there any more; begin a new one."),
                 (long long) round_id);
  if (result != SQLITE_ROW)
    return FALSE;
  if (sqlite3_column_int64 (row, 0) == 0)
    return TRUE;

  g_set_error (error, MDG_STORE_ERROR, MDG_STORE_ERROR_READ_ONLY,
               _ ("Training round %lld is finished and cannot be changed; begin a new one."),
               (long long) round_id);
  return FALSE;
}

static gboolean
write_attempt (MdgDatabase *self, gint64 round_id, const MdgAttempt *attempt, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = NULL;

  if (!is_open (self, round_id, error))
    return FALSE;

  statement = mdg_database_prepare (
    self,
    "INSERT INTO attempts (round, number, drill, situation, level, choices, is_right, is_finished,"
    " at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
    " ON CONFLICT DO UPDATE SET choices = excluded.choices, is_right = excluded.is_right,"
    " is_finished = excluded.is_finished, at = excluded.at",
    error);
  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, round_id);
  sqlite3_bind_int64 (statement, 2, attempt->number);
  mdg_database_bind_not_null (statement, 3, attempt->drill_id);
  mdg_database_bind_not_null (statement, 4, attempt->situation);
  sqlite3_bind_int64 (statement, 5, attempt->level);
  mdg_database_bind_not_null (statement, 6, attempt->choices);
  sqlite3_bind_int (statement, 7, attempt->is_right != FALSE);
  sqlite3_bind_int (statement, 8, attempt->is_finished != FALSE);
  sqlite3_bind_int64 (statement, 9, mdg_database_get_now ());

  return mdg_database_finish (self, statement, error);
}

/**
 * mdg_database_write_attempt:
 * @self: a database
 * @round_id: id of an open round
 * @attempt: the attempt, with all choices so far; the time is set by the store
 * @error: return location for a #MDG_STORE_ERROR
 *
 * Notes what was chosen, in place of what was noted for the same place of the round before.
 *
 * Returns: whether it is stored; %MDG_STORE_ERROR_READ_ONLY is set if the round is finished
 */
gboolean
mdg_database_write_attempt (MdgDatabase *self,
                            gint64 round_id,
                            const MdgAttempt *attempt,
                            GError **error)
{
  if (!mdg_database_begin_write (self, error))
    return FALSE;

  return mdg_database_end (self, write_attempt (self, round_id, attempt, error), error);
}

static gboolean
write_finished (MdgDatabase *self,
                gint64 round_id,
                guint n_drills,
                guint n_right,
                gboolean is_passed,
                GError **error)
{
  g_autoptr (sqlite3_stmt) statement = NULL;

  if (!is_open (self, round_id, error))
    return FALSE;

  statement = mdg_database_prepare (self,
                                    "UPDATE rounds SET finished_at = ?2, n_drills = ?3,"
                                    " n_right = ?4, is_passed = ?5 WHERE id = ?1",
                                    error);
  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, round_id);
  sqlite3_bind_int64 (statement, 2, mdg_database_get_now ());
  sqlite3_bind_int64 (statement, 3, n_drills);
  sqlite3_bind_int64 (statement, 4, n_right);
  sqlite3_bind_int (statement, 5, is_passed != FALSE);

  return mdg_database_finish (self, statement, error);
}

/**
 * mdg_database_finish_round:
 * @self: a database
 * @round_id: id of an open round
 * @n_drills: how many drills were asked
 * @n_right: how many were right the first time
 * @is_passed: whether an exam was passed
 * @error: return location for a #MDG_STORE_ERROR
 *
 * Finishes a round, which is read-only from then on: a certificate rests on it.
 *
 * Returns: whether it is stored
 */
gboolean
mdg_database_finish_round (MdgDatabase *self,
                           gint64 round_id,
                           guint n_drills,
                           guint n_right,
                           gboolean is_passed,
                           GError **error)
{
  if (!mdg_database_begin_write (self, error))
    return FALSE;

  return mdg_database_end (
    self, write_finished (self, round_id, n_drills, n_right, is_passed, error), error);
}
