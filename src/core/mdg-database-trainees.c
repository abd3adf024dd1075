/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/mdg-database-private.h"
#include "core/mdg-training.h"

#include <glib/gi18n.h>

/* Old names are overwritten in the file, not only given free. */
#define OVERWRITE "PRAGMA secure_delete = ON"

/**
 * mdg_database_list_trainees:
 * @self: a database
 * @error: return location for a #MDG_STORE_ERROR
 *
 * Reads who trains.
 *
 * Returns: (transfer full) (element-type MdgTrainee): the trainees, whoever was chosen last first,
 *   or %NULL with @error set
 */
GPtrArray *
mdg_database_list_trainees (MdgDatabase *self, GError **error)
{
  g_autoptr (GPtrArray) trainees =
    g_ptr_array_new_with_free_func ((GDestroyNotify) mdg_trainee_free);
  g_autoptr (sqlite3_stmt) row =
    mdg_database_prepare (self,
                          "SELECT id, name, created_at, chosen_at FROM trainees"
                          " ORDER BY chosen_at DESC, id DESC",
                          error);
  int result;

  if (row == NULL)
    return NULL;

  while ((result = mdg_database_step (self, row, error)) == SQLITE_ROW)
    {
      MdgTrainee *trainee = g_new0 (MdgTrainee, 1);

      trainee->id = sqlite3_column_int64 (row, 0);
      trainee->name = mdg_database_dup_text (row, 1);
      trainee->created_at = sqlite3_column_int64 (row, 2);
      trainee->chosen_at = sqlite3_column_int64 (row, 3);
      g_ptr_array_add (trainees, trainee);
    }

  return result == SQLITE_DONE ? g_steal_pointer (&trainees) : NULL;
}

/* The time of the last choice, made greater than any before it: two in one second have an order. */
static gboolean
write_chosen (MdgDatabase *self, gint64 trainee_id, GError **error)
{
  g_autoptr (sqlite3_stmt) statement =
    mdg_database_prepare (self,
                          "UPDATE trainees SET chosen_at ="
                          " max (?2, (SELECT max (chosen_at) + 1 FROM trainees)) WHERE id = ?1",
                          error);

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, trainee_id);
  sqlite3_bind_int64 (statement, 2, mdg_database_get_now ());
  if (!mdg_database_finish (self, statement, error))
    return FALSE;
  if (sqlite3_changes (self->handle) > 0)
    return TRUE;

  g_set_error (error, MDG_STORE_ERROR, MDG_STORE_ERROR_NOT_FOUND,
               _ ("Trainee %lld is not there any more; choose another."), (long long) trainee_id);
  return FALSE;
}

/* A name that can be stored for @trainee_id (0 for a new one), or NULL with @error set. */
static char *
check_name (MdgDatabase *self, gint64 trainee_id, const char *name, GError **error)
{
  g_autofree char *clean = mdg_trainee_clean_name (name);
  g_autoptr (sqlite3_stmt) other = NULL;
  int result;

  if (clean == NULL)
    {
      g_set_error_literal (error, MDG_STORE_ERROR, MDG_STORE_ERROR_FAILED,
                           _ ("A name is empty; enter a name or initials."));
      return NULL;
    }

  other = mdg_database_prepare (self, "SELECT 1 FROM trainees WHERE name = ?1 AND id <> ?2", error);
  if (other == NULL)
    return NULL;
  mdg_database_bind_text (other, 1, clean);
  sqlite3_bind_int64 (other, 2, trainee_id);
  result = mdg_database_step (self, other, error);
  if (result == SQLITE_ROW)
    g_set_error (error, MDG_STORE_ERROR, MDG_STORE_ERROR_FAILED,
                 _ ("Somebody called “%s” is there already; enter another name."), clean);

  return result == SQLITE_DONE ? g_steal_pointer (&clean) : NULL;
}

static gboolean
insert_trainee (MdgDatabase *self, const char *name, gint64 *id, GError **error)
{
  g_autofree char *clean = check_name (self, 0, name, error);
  g_autoptr (sqlite3_stmt) statement = NULL;

  if (clean == NULL)
    return FALSE;

  statement = mdg_database_prepare (
    self, "INSERT INTO trainees (name, created_at, chosen_at) VALUES (?, ?, 0)", error);
  if (statement == NULL)
    return FALSE;
  mdg_database_bind_text (statement, 1, clean);
  sqlite3_bind_int64 (statement, 2, mdg_database_get_now ());
  if (!mdg_database_finish (self, statement, error))
    return FALSE;
  *id = sqlite3_last_insert_rowid (self->handle);

  return write_chosen (self, *id, error);
}

/**
 * mdg_database_add_trainee:
 * @self: a database
 * @name: a name or initials
 * @error: return location for a #MDG_STORE_ERROR
 *
 * Enters somebody, who is chosen from then on.
 *
 * Returns: the id, or 0 with @error set, also if the name is empty or there already
 */
gint64
mdg_database_add_trainee (MdgDatabase *self, const char *name, GError **error)
{
  gint64 id = 0;

  if (!mdg_database_begin_write (self, error))
    return 0;

  return mdg_database_end (self, insert_trainee (self, name, &id, error), error) ? id : 0;
}

static gboolean
write_name (MdgDatabase *self, gint64 trainee_id, const char *name, GError **error)
{
  g_autofree char *clean = check_name (self, trainee_id, name, error);
  g_autoptr (sqlite3_stmt) statement = NULL;

  if (clean == NULL)
    return FALSE;

  statement = mdg_database_prepare (self, "UPDATE trainees SET name = ?2 WHERE id = ?1", error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, trainee_id);
  mdg_database_bind_text (statement, 2, clean);

  return mdg_database_finish (self, statement, error) && write_chosen (self, trainee_id, error);
}

/**
 * mdg_database_rename_trainee:
 * @self: a database
 * @trainee_id: whose name
 * @name: another name
 * @error: return location for a #MDG_STORE_ERROR
 *
 * Gives somebody another name; the record stays.
 *
 * Returns: whether it is stored; @error is set also if the name is empty or there already
 */
gboolean
mdg_database_rename_trainee (MdgDatabase *self, gint64 trainee_id, const char *name, GError **error)
{
  if (!mdg_database_exec (self, OVERWRITE, error) || !mdg_database_begin_write (self, error))
    return FALSE;

  return mdg_database_end (self, write_name (self, trainee_id, name, error), error);
}

/**
 * mdg_database_choose_trainee:
 * @self: a database
 * @trainee_id: who sits down
 * @error: return location for a #MDG_STORE_ERROR
 *
 * Remembers who was chosen last.
 *
 * Returns: whether it is stored
 */
gboolean
mdg_database_choose_trainee (MdgDatabase *self, gint64 trainee_id, GError **error)
{
  if (!mdg_database_begin_write (self, error))
    return FALSE;

  return mdg_database_end (self, write_chosen (self, trainee_id, error), error);
}

/* The lines of @attendees that are not @name. */
static char *
leave_out (const char *attendees, const char *name)
{
  g_auto (GStrv) lines = g_strsplit_set (attendees, "\r\n", -1);
  g_autoptr (GStrvBuilder) others = g_strv_builder_new ();
  g_auto (GStrv) left = NULL;

  for (guint i = 0; lines[i] != NULL; i++)
    if (!g_str_equal (g_strstrip (lines[i]), name))
      g_strv_builder_add (others, lines[i]);
  left = g_strv_builder_end (others);

  return g_strjoinv ("\n", left);
}

static gboolean
forget_attendance (MdgDatabase *self, const char *name, GError **error)
{
  g_autoptr (sqlite3_stmt) row = mdg_database_prepare (
    self, "SELECT id, attendees FROM sessions WHERE instr (attendees, ?) > 0", error);
  g_autoptr (sqlite3_stmt) update = NULL;
  int result;

  if (row == NULL)
    return FALSE;
  update = mdg_database_prepare (self, "UPDATE sessions SET attendees = ?2 WHERE id = ?1", error);
  if (update == NULL)
    return FALSE;

  mdg_database_bind_text (row, 1, name);
  while ((result = mdg_database_step (self, row, error)) == SQLITE_ROW)
    {
      g_autofree char *left = leave_out ((const char *) sqlite3_column_text (row, 1), name);

      sqlite3_bind_int64 (update, 1, sqlite3_column_int64 (row, 0));
      mdg_database_bind_text (update, 2, left);
      if (!mdg_database_finish (self, update, error))
        return FALSE;
    }

  return result == SQLITE_DONE;
}

/* The name of a trainee, empty if there is no such one; or NULL with @error set. */
static char *
get_name (MdgDatabase *self, gint64 trainee_id, GError **error)
{
  g_autoptr (sqlite3_stmt) row =
    mdg_database_prepare (self, "SELECT name FROM trainees WHERE id = ?", error);
  int result;

  if (row == NULL)
    return NULL;
  sqlite3_bind_int64 (row, 1, trainee_id);
  result = mdg_database_step (self, row, error);
  if (result == SQLITE_ROW)
    return mdg_database_dup_text (row, 0);

  return result == SQLITE_DONE ? g_strdup ("") : NULL;
}

static gboolean
delete_trainee (MdgDatabase *self, gint64 trainee_id, GError **error)
{
  g_autofree char *name = get_name (self, trainee_id, error);
  g_autoptr (sqlite3_stmt) statement = NULL;

  if (name == NULL)
    return FALSE;
  statement = mdg_database_prepare (self, "DELETE FROM trainees WHERE id = ?", error);
  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, trainee_id);
  if (!mdg_database_finish (self, statement, error))
    return FALSE;
  if (sqlite3_changes (self->handle) > 0)
    return forget_attendance (self, name, error);

  g_set_error (error, MDG_STORE_ERROR, MDG_STORE_ERROR_NOT_FOUND,
               _ ("Trainee %lld is not there any more; choose another."), (long long) trainee_id);
  return FALSE;
}

/**
 * mdg_database_delete_trainee:
 * @self: a database
 * @trainee_id: whom
 * @error: return location for a #MDG_STORE_ERROR
 *
 * Deletes somebody with all rounds and attempts, and takes the name off the lists of who attended a
 * session. What was deleted is overwritten in the file, so that no name is left in what SQLite keeps
 * for later use.
 *
 * Returns: whether it was deleted; %MDG_STORE_ERROR_NOT_FOUND is set if it was not there
 */
gboolean
mdg_database_delete_trainee (MdgDatabase *self, gint64 trainee_id, GError **error)
{
  gboolean deleted;

  if (!mdg_database_exec (self, OVERWRITE, error) || !mdg_database_begin_write (self, error))
    return FALSE;

  deleted = mdg_database_end (self, delete_trainee (self, trainee_id, error), error);

  /* The log holds the pages as they were. While another process reads, it is emptied later. */
  if (deleted)
    mdg_database_exec (self, "PRAGMA wal_checkpoint (TRUNCATE)", NULL);

  return deleted;
}
