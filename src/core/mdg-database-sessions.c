/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/mdg-database-private.h"
#include "core/mdg-session.h"

#include <glib/gi18n.h>

/* As with the runs of checklists: everything is on the disk when the function returns, and the time
 * noted is the real one. */

/* Ends a change to one session; if it changed no row the session is not there. */
static gboolean
finish_change (MdgDatabase *self, sqlite3_stmt *statement, gint64 session_id, GError **error)
{
  if (!mdg_database_finish (self, statement, error))
    return FALSE;
  if (sqlite3_changes (self->handle) > 0)
    return TRUE;

  g_set_error (error, MDG_STORE_ERROR, MDG_STORE_ERROR_NOT_FOUND,
               _ ("Session %lld is not there any more; plan a new one."), (long long) session_id);

  return FALSE;
}

static gboolean
load_scenarios (MdgDatabase *self, sqlite3_stmt *row, MdgSession *session, GError **error)
{
  int result;

  sqlite3_bind_int64 (row, 1, session->id);
  while ((result = mdg_database_step (self, row, error)) == SQLITE_ROW)
    mdg_session_add_scenario (session, (const char *) sqlite3_column_text (row, 0),
                              (const char *) sqlite3_column_text (row, 1),
                              (const char *) sqlite3_column_text (row, 2));
  sqlite3_reset (row);

  return result == SQLITE_DONE;
}

static gboolean
load_votes (MdgDatabase *self,
            sqlite3_stmt *row,
            gint64 session_id,
            MdgSessionStep *step,
            GError **error)
{
  int result;

  sqlite3_bind_int64 (row, 1, session_id);
  sqlite3_bind_int64 (row, 2, step->scenario);
  sqlite3_bind_int64 (row, 3, step->number);
  while ((result = mdg_database_step (self, row, error)) == SQLITE_ROW)
    mdg_session_step_add_choice (step, (const char *) sqlite3_column_text (row, 0),
                                 (const char *) sqlite3_column_text (row, 1),
                                 (guint) sqlite3_column_int64 (row, 2),
                                 sqlite3_column_int (row, 3) != 0);
  sqlite3_reset (row);

  return result == SQLITE_DONE;
}

static gboolean
load_steps (MdgDatabase *self,
            sqlite3_stmt *row,
            sqlite3_stmt *votes,
            MdgSession *session,
            GError **error)
{
  int result;

  sqlite3_bind_int64 (row, 1, session->id);
  while ((result = mdg_database_step (self, row, error)) == SQLITE_ROW)
    {
      MdgSessionStep *step = mdg_session_step_new ((guint) sqlite3_column_int64 (row, 0),
                                                   (guint) sqlite3_column_int64 (row, 1),
                                                   (const char *) sqlite3_column_text (row, 2));

      g_ptr_array_add (session->steps, step);
      step->revealed_at = sqlite3_column_int64 (row, 3);
      if (!load_votes (self, votes, session->id, step, error))
        return FALSE;
    }
  sqlite3_reset (row);

  return result == SQLITE_DONE;
}

static MdgSession *
read_session (sqlite3_stmt *row)
{
  MdgSession *session = mdg_session_new ();

  session->id = sqlite3_column_int64 (row, 0);
  session->day = (MdgDay) sqlite3_column_int64 (row, 1);
  g_set_str (&session->trainer, (const char *) sqlite3_column_text (row, 2));
  g_set_str (&session->title, (const char *) sqlite3_column_text (row, 3));
  g_set_str (&session->attendees, (const char *) sqlite3_column_text (row, 4));
  g_set_str (&session->pack_id, (const char *) sqlite3_column_text (row, 5));
  g_set_str (&session->pack_version, (const char *) sqlite3_column_text (row, 6));
  session->created_at = sqlite3_column_int64 (row, 7);
  session->started_at = sqlite3_column_int64 (row, 8);
  session->finished_at = sqlite3_column_int64 (row, 9);
  session->scenario = (guint) sqlite3_column_int64 (row, 10);
  session->frame = (guint) sqlite3_column_int64 (row, 11);

  return session;
}

static gboolean
load_sessions (MdgDatabase *self, GPtrArray *sessions, GError **error)
{
  g_autoptr (sqlite3_stmt) row = NULL;
  g_autoptr (sqlite3_stmt) scenarios = NULL;
  g_autoptr (sqlite3_stmt) steps = NULL;
  g_autoptr (sqlite3_stmt) votes = NULL;
  int result;

  row = mdg_database_prepare (self,
                              "SELECT id, day, trainer, title, attendees, pack, pack_version,"
                              " created_at, started_at, finished_at, scenario, frame"
                              " FROM sessions ORDER BY day DESC, id DESC",
                              error);
  if (row == NULL)
    return FALSE;
  scenarios = mdg_database_prepare (
    self, "SELECT drill, title, situation FROM session_scenarios WHERE session = ? ORDER BY number",
    error);
  if (scenarios == NULL)
    return FALSE;
  steps = mdg_database_prepare (self,
                                "SELECT scenario, number, question, revealed_at FROM session_steps"
                                " WHERE session = ? ORDER BY scenario, number",
                                error);
  if (steps == NULL)
    return FALSE;
  votes = mdg_database_prepare (self,
                                "SELECT choice, text, votes, is_right FROM session_votes"
                                " WHERE session = ? AND scenario = ? AND number = ? ORDER BY place",
                                error);
  if (votes == NULL)
    return FALSE;

  while ((result = mdg_database_step (self, row, error)) == SQLITE_ROW)
    {
      MdgSession *session = read_session (row);

      g_ptr_array_add (sessions, session);
      if (!load_scenarios (self, scenarios, session, error) ||
          !load_steps (self, steps, votes, session, error))
        return FALSE;
    }

  return result == SQLITE_DONE;
}

/**
 * mdg_database_list_sessions:
 * @self: a database
 * @error: return location for a #MDG_STORE_ERROR
 *
 * Reads all sessions with their scenarios and votes.
 *
 * Returns: (transfer full) (element-type MdgSession): the sessions, the latest day first, or %NULL
 *   with @error set
 */
GPtrArray *
mdg_database_list_sessions (MdgDatabase *self, GError **error)
{
  g_autoptr (GPtrArray) sessions =
    g_ptr_array_new_with_free_func ((GDestroyNotify) mdg_session_free);
  gboolean loaded;

  if (!mdg_database_exec (self, "BEGIN", error))
    return NULL;
  loaded = load_sessions (self, sessions, error);

  return mdg_database_end (self, loaded, error) ? g_steal_pointer (&sessions) : NULL;
}

static gboolean
insert_scenarios (MdgDatabase *self, gint64 id, const MdgSession *session, GError **error)
{
  for (guint i = 0; i < session->scenarios->len; i++)
    {
      const MdgSessionScenario *scenario = g_ptr_array_index (session->scenarios, i);
      g_autoptr (sqlite3_stmt) statement =
        mdg_database_prepare (self,
                              "INSERT INTO session_scenarios (session, number, drill, title,"
                              " situation) VALUES (?, ?, ?, ?, ?)",
                              error);

      if (statement == NULL)
        return FALSE;
      sqlite3_bind_int64 (statement, 1, id);
      sqlite3_bind_int64 (statement, 2, i);
      mdg_database_bind_text (statement, 3, scenario->drill_id);
      mdg_database_bind_text (statement, 4, scenario->title);
      mdg_database_bind_text (statement, 5, scenario->situation);
      if (!mdg_database_finish (self, statement, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
insert_session (MdgDatabase *self, const MdgSession *session, gint64 *id, GError **error)
{
  g_autoptr (sqlite3_stmt) statement =
    mdg_database_prepare (self,
                          "INSERT INTO sessions (day, trainer, title, attendees, pack,"
                          " pack_version, created_at, started_at, finished_at, scenario, frame)"
                          " VALUES (?, ?, ?, ?, ?, ?, ?, 0, 0, 0, 0)",
                          error);

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, session->day);
  mdg_database_bind_text (statement, 2, session->trainer);
  mdg_database_bind_text (statement, 3, session->title);
  mdg_database_bind_text (statement, 4, session->attendees);
  mdg_database_bind_text (statement, 5, session->pack_id);
  mdg_database_bind_text (statement, 6, session->pack_version);
  sqlite3_bind_int64 (statement, 7, mdg_database_get_now ());
  if (!mdg_database_finish (self, statement, error))
    return FALSE;
  *id = sqlite3_last_insert_rowid (self->handle);

  return insert_scenarios (self, *id, session, error);
}

/**
 * mdg_database_add_session:
 * @self: a database
 * @session: a session; its day, texts and scenarios are stored
 * @error: return location for a #MDG_STORE_ERROR
 *
 * Stores a session that was planned and not presented yet.
 *
 * Returns: its id, or 0 with @error set
 */
gint64
mdg_database_add_session (MdgDatabase *self, const MdgSession *session, GError **error)
{
  gint64 id = 0;

  if (!mdg_database_begin_write (self, error))
    return 0;

  return mdg_database_end (self, insert_session (self, session, &id, error), error) ? id : 0;
}

static gboolean
update_session (MdgDatabase *self, const MdgSession *session, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = mdg_database_prepare (
    self, "UPDATE sessions SET day = ?2, trainer = ?3, title = ?4, attendees = ?5 WHERE id = ?1",
    error);

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, session->id);
  sqlite3_bind_int64 (statement, 2, session->day);
  mdg_database_bind_text (statement, 3, session->trainer);
  mdg_database_bind_text (statement, 4, session->title);
  mdg_database_bind_text (statement, 5, session->attendees);

  return finish_change (self, statement, session->id, error);
}

/**
 * mdg_database_edit_session:
 * @self: a database
 * @session: a session; its id says which, its day, trainer, title and attendees are stored
 * @error: return location for a #MDG_STORE_ERROR
 *
 * Corrects what was entered about a session, also after it was finished.
 *
 * Returns: whether it is stored; %MDG_STORE_ERROR_NOT_FOUND is set if it is not there
 */
gboolean
mdg_database_edit_session (MdgDatabase *self, const MdgSession *session, GError **error)
{
  if (!mdg_database_begin_write (self, error))
    return FALSE;

  return mdg_database_end (self, update_session (self, session, error), error);
}

static gboolean
update_place (MdgDatabase *self, gint64 session_id, guint scenario, guint frame, GError **error)
{
  g_autoptr (sqlite3_stmt) statement =
    mdg_database_prepare (self,
                          "UPDATE sessions SET scenario = ?2, frame = ?3,"
                          " started_at = CASE started_at WHEN 0 THEN ?4 ELSE started_at END"
                          " WHERE id = ?1",
                          error);

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, session_id);
  sqlite3_bind_int64 (statement, 2, scenario);
  sqlite3_bind_int64 (statement, 3, frame);
  sqlite3_bind_int64 (statement, 4, mdg_database_get_now ());

  return finish_change (self, statement, session_id, error);
}

/**
 * mdg_database_move_session:
 * @self: a database
 * @session_id: id of a session
 * @scenario: the scenario that is on screen, from 0
 * @frame: what of it is on screen, from 0
 * @error: return location for a #MDG_STORE_ERROR
 *
 * Notes where a session is, so that it can be continued; the first time says when it was started.
 *
 * Returns: whether it is stored; %MDG_STORE_ERROR_NOT_FOUND is set if the session is not there
 */
gboolean
mdg_database_move_session (MdgDatabase *self,
                           gint64 session_id,
                           guint scenario,
                           guint frame,
                           GError **error)
{
  if (!mdg_database_begin_write (self, error))
    return FALSE;

  return mdg_database_end (self, update_place (self, session_id, scenario, frame, error), error);
}

static sqlite3_stmt *
prepare_for_step (MdgDatabase *self,
                  const char *sql,
                  gint64 session_id,
                  const MdgSessionStep *step,
                  GError **error)
{
  sqlite3_stmt *statement = mdg_database_prepare (self, sql, error);

  if (statement == NULL)
    return NULL;

  sqlite3_bind_int64 (statement, 1, session_id);
  sqlite3_bind_int64 (statement, 2, step->scenario);
  sqlite3_bind_int64 (statement, 3, step->number);

  return statement;
}

static gboolean
insert_votes (MdgDatabase *self, gint64 session_id, const MdgSessionStep *step, GError **error)
{
  for (guint i = 0; i < step->choices->len; i++)
    {
      const MdgSessionChoice *choice = g_ptr_array_index (step->choices, i);
      g_autoptr (sqlite3_stmt) statement =
        prepare_for_step (self,
                          "INSERT INTO session_votes (session, scenario, number, place, choice,"
                          " text, votes, is_right) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                          session_id, step, error);

      if (statement == NULL)
        return FALSE;
      sqlite3_bind_int64 (statement, 4, i);
      mdg_database_bind_text (statement, 5, choice->id);
      mdg_database_bind_text (statement, 6, choice->text);
      sqlite3_bind_int64 (statement, 7, choice->votes);
      sqlite3_bind_int (statement, 8, choice->is_right != FALSE);
      if (!mdg_database_finish (self, statement, error))
        return FALSE;
    }

  return TRUE;
}

/* The session's row is written to as well, so that a step of a deleted session is refused in words. */
static gboolean
replace_step (MdgDatabase *self, gint64 session_id, const MdgSessionStep *step, GError **error)
{
  g_autoptr (sqlite3_stmt) session = NULL;
  g_autoptr (sqlite3_stmt) removal = NULL;
  g_autoptr (sqlite3_stmt) statement = NULL;

  session = mdg_database_prepare (self, "UPDATE sessions SET id = id WHERE id = ?", error);
  if (session == NULL)
    return FALSE;
  sqlite3_bind_int64 (session, 1, session_id);
  if (!finish_change (self, session, session_id, error))
    return FALSE;

  removal = prepare_for_step (
    self, "DELETE FROM session_steps WHERE session = ? AND scenario = ? AND number = ?", session_id,
    step, error);
  if (removal == NULL || !mdg_database_finish (self, removal, error))
    return FALSE;

  statement = prepare_for_step (self,
                                "INSERT INTO session_steps (session, scenario, number, question,"
                                " revealed_at) VALUES (?, ?, ?, ?, ?)",
                                session_id, step, error);
  if (statement == NULL)
    return FALSE;
  mdg_database_bind_text (statement, 4, step->question);
  sqlite3_bind_int64 (statement, 5, step->revealed_at);

  return mdg_database_finish (self, statement, error) &&
         insert_votes (self, session_id, step, error);
}

/**
 * mdg_database_write_session_step:
 * @self: a database
 * @session_id: id of a session
 * @step: a step
 * @error: return location for a #MDG_STORE_ERROR
 *
 * Stores the votes on one question, in place of what was stored of it before.
 *
 * Returns: whether it is stored; %MDG_STORE_ERROR_NOT_FOUND is set if the session is not there
 */
gboolean
mdg_database_write_session_step (MdgDatabase *self,
                                 gint64 session_id,
                                 const MdgSessionStep *step,
                                 GError **error)
{
  if (!mdg_database_begin_write (self, error))
    return FALSE;

  return mdg_database_end (self, replace_step (self, session_id, step, error), error);
}

/* A session is finished once: coming to its end again does not move the time. */
static gboolean
update_finished (MdgDatabase *self, gint64 session_id, gboolean finished, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = mdg_database_prepare (
    self,
    finished ? "UPDATE sessions SET finished_at = CASE finished_at WHEN 0 THEN ?2"
               " ELSE finished_at END WHERE id = ?1"
             : "UPDATE sessions SET finished_at = 0 * ?2 WHERE id = ?1",
    error);

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, session_id);
  sqlite3_bind_int64 (statement, 2, mdg_database_get_now ());

  return finish_change (self, statement, session_id, error);
}

/**
 * mdg_database_finish_session:
 * @self: a database
 * @session_id: id of a session
 * @finished: whether it is finished
 * @error: return location for a #MDG_STORE_ERROR
 *
 * Notes that a session is over, or that it goes on after all.
 *
 * Returns: whether it is stored; %MDG_STORE_ERROR_NOT_FOUND is set if the session is not there
 */
gboolean
mdg_database_finish_session (MdgDatabase *self,
                             gint64 session_id,
                             gboolean finished,
                             GError **error)
{
  if (!mdg_database_begin_write (self, error))
    return FALSE;

  return mdg_database_end (self, update_finished (self, session_id, finished, error), error);
}

static gboolean
remove_session (MdgDatabase *self, gint64 session_id, GError **error)
{
  g_autoptr (sqlite3_stmt) statement =
    mdg_database_prepare (self, "DELETE FROM sessions WHERE id = ?", error);

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, session_id);

  return finish_change (self, statement, session_id, error);
}

/**
 * mdg_database_delete_session:
 * @self: a database
 * @session_id: id of a session
 * @error: return location for a #MDG_STORE_ERROR
 *
 * Deletes a session with its attendees, scenarios and votes.
 *
 * Returns: whether it was deleted; %MDG_STORE_ERROR_NOT_FOUND is set if it was not there
 */
gboolean
mdg_database_delete_session (MdgDatabase *self, gint64 session_id, GError **error)
{
  if (!mdg_database_begin_write (self, error))
    return FALSE;

  return mdg_database_end (self, remove_session (self, session_id, error), error);
}
