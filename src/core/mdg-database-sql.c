/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/mdg-database-private.h"

#include <errno.h>
#include <glib/gi18n.h>

/* The name by which people know the file. */
static const char *
get_name (MdgDatabase *self)
{
  return self->path != NULL ? self->path : MDG_DATABASE_FILE_NAME;
}

/* Full for this user: the disk, a quota, or the greatest length of a file. */
static gboolean
is_full (int number)
{
  return number == ENOSPC || number == EDQUOT || number == EFBIG;
}

/* On a full disk the shared index beside the log cannot grow, which SQLite calls an error of input
 * and output; only the system's own number tells it from a broken disk. */
static int
get_result (MdgDatabase *self)
{
  int result = sqlite3_extended_errcode (self->handle);

  switch (result)
    {
    case SQLITE_IOERR_SHMSIZE:
    case SQLITE_IOERR_SHMMAP:
    case SQLITE_IOERR_SHMOPEN:
      return SQLITE_FULL;

    default:
      if ((result & 0xff) == SQLITE_IOERR && is_full (sqlite3_system_errno (self->handle)))
        return SQLITE_FULL;
      return result & 0xff;
    }
}

/**
 * mdg_database_set_error:
 * @self: a database whose last call failed
 * @error: return location for a #MDG_STORE_ERROR
 *
 * Says in words for people what SQLite's last result means, and what to do.
 */
void
mdg_database_set_error (MdgDatabase *self, GError **error)
{
  const char *name = get_name (self);

  switch (get_result (self))
    {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      g_set_error (
        error, MDG_STORE_ERROR, MDG_STORE_ERROR_BUSY,
        _ ("Another program is writing to %s. Nothing was changed; try again when it has "
           "finished."),
        name);
      break;

    case SQLITE_FULL:
      g_set_error (error, MDG_STORE_ERROR, MDG_STORE_ERROR_FULL,
                   _ ("There is no space left for %s. Nothing was changed; free some space on the "
                      "disk and try again."),
                   name);
      break;

    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      g_set_error (
        error, MDG_STORE_ERROR, MDG_STORE_ERROR_DAMAGED,
        _ ("The data file %s is damaged. Restart Madoguchi: the file will be set aside and "
           "a new one begun."),
        name);
      break;

    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_CANTOPEN:
      g_set_error (
        error, MDG_STORE_ERROR, MDG_STORE_ERROR_READ_ONLY,
        _ ("The data file %s cannot be written. Check the permissions of the file and of "
           "its folder."),
        name);
      break;

    default:
      g_set_error (
        error, MDG_STORE_ERROR, MDG_STORE_ERROR_FAILED,
        _ ("The data file %s could not be used: %s. Nothing was changed; if this happens "
           "again, restart Madoguchi."),
        name, sqlite3_errmsg (self->handle));
      break;
    }
}

/**
 * mdg_database_exec:
 * @self: a database
 * @sql: statements without results
 * @error: return location for a #MDG_STORE_ERROR
 *
 * Runs statements.
 *
 * Returns: whether all succeeded
 */
gboolean
mdg_database_exec (MdgDatabase *self, const char *sql, GError **error)
{
  if (sqlite3_exec (self->handle, sql, NULL, NULL, NULL) == SQLITE_OK)
    return TRUE;

  mdg_database_set_error (self, error);
  return FALSE;
}

/**
 * mdg_database_prepare:
 * @self: a database
 * @sql: one statement
 * @error: return location for a #MDG_STORE_ERROR
 *
 * Compiles a statement.
 *
 * Returns: (transfer full): the statement, or %NULL with @error set
 */
sqlite3_stmt *
mdg_database_prepare (MdgDatabase *self, const char *sql, GError **error)
{
  sqlite3_stmt *statement = NULL;

  if (sqlite3_prepare_v2 (self->handle, sql, -1, &statement, NULL) != SQLITE_OK)
    mdg_database_set_error (self, error);

  return statement;
}

/**
 * mdg_database_step:
 * @self: a database
 * @statement: a statement
 * @error: return location for a #MDG_STORE_ERROR
 *
 * Goes to the next row.
 *
 * Returns: `SQLITE_ROW`, `SQLITE_DONE`, or another result with @error set
 */
int
mdg_database_step (MdgDatabase *self, sqlite3_stmt *statement, GError **error)
{
  int result = sqlite3_step (statement);

  if (result != SQLITE_ROW && result != SQLITE_DONE)
    mdg_database_set_error (self, error);

  return result;
}

/**
 * mdg_database_finish:
 * @self: a database
 * @statement: a statement
 * @error: return location for a #MDG_STORE_ERROR
 *
 * Runs a statement to its end and makes it ready to be run again.
 *
 * Returns: whether it succeeded
 */
gboolean
mdg_database_finish (MdgDatabase *self, sqlite3_stmt *statement, GError **error)
{
  int result;

  do
    result = mdg_database_step (self, statement, error);
  while (result == SQLITE_ROW);
  sqlite3_reset (statement);

  return result == SQLITE_DONE;
}

/**
 * mdg_database_get_number:
 * @self: a database
 * @sql: a query
 * @number: (out): the first column of the first row; 0 if there is no row
 * @error: return location for a #MDG_STORE_ERROR
 *
 * Asks for one number.
 *
 * Returns: whether the query succeeded
 */
gboolean
mdg_database_get_number (MdgDatabase *self, const char *sql, gint64 *number, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = mdg_database_prepare (self, sql, error);
  int result;

  if (statement == NULL)
    return FALSE;

  result = mdg_database_step (self, statement, error);
  *number = result == SQLITE_ROW ? sqlite3_column_int64 (statement, 0) : 0;

  return result == SQLITE_ROW || result == SQLITE_DONE;
}

/**
 * mdg_database_bind_text:
 * @statement: a statement
 * @index: number of the parameter
 * @text: (nullable): its value, which must stay until the statement has run
 *
 * Sets a parameter to a text.
 */
void
mdg_database_bind_text (sqlite3_stmt *statement, int index, const char *text)
{
  sqlite3_bind_text (statement, index, text, -1, SQLITE_STATIC);
}

/**
 * mdg_database_bind_not_null:
 * @statement: a statement
 * @index: number of the parameter
 * @text: (nullable): its value, which must stay until the statement has run
 *
 * Sets a parameter to a text, empty if there is none.
 */
void
mdg_database_bind_not_null (sqlite3_stmt *statement, int index, const char *text)
{
  mdg_database_bind_text (statement, index, text != NULL ? text : "");
}

/**
 * mdg_database_dup_text:
 * @statement: a statement on a row
 * @column: number of the column
 *
 * Copies a text from a row.
 *
 * Returns: (transfer full) (nullable): the text, or %NULL where there is none
 */
char *
mdg_database_dup_text (sqlite3_stmt *statement, int column)
{
  return g_strdup ((const char *) sqlite3_column_text (statement, column));
}

/**
 * mdg_database_get_now:
 *
 * Gets the time to note what a person has just done: the real one, also when the program shows
 * another day.
 *
 * Returns: the time in seconds since 1970
 */
gint64
mdg_database_get_now (void)
{
  return g_get_real_time () / G_USEC_PER_SEC;
}

/**
 * mdg_database_begin_write:
 * @self: a database
 * @error: return location for a #MDG_STORE_ERROR
 *
 * Begins a transaction that changes something for a person, who is told here if nothing can be
 * stored. The right to write is taken at once, so that no later statement finds the file busy.
 *
 * Returns: whether it was begun
 */
gboolean
mdg_database_begin_write (MdgDatabase *self, GError **error)
{
  if (self->state != MDG_STORE_READY && self->state != MDG_STORE_REPLACED)
    {
      g_set_error (error, MDG_STORE_ERROR, MDG_STORE_ERROR_READ_ONLY, _ ("Nothing was stored. %s"),
                   self->notice);
      return FALSE;
    }

  return mdg_database_exec (self, "BEGIN IMMEDIATE", error);
}

/**
 * mdg_database_end:
 * @self: a database in a transaction
 * @keep: whether all went well
 * @error: return location for a #MDG_STORE_ERROR
 *
 * Commits, or rolls back if @keep is %FALSE or the commit fails. A rollback reports nothing: why it
 * is done has been reported.
 *
 * Returns: whether the transaction was committed
 */
gboolean
mdg_database_end (MdgDatabase *self, gboolean keep, GError **error)
{
  if (keep && mdg_database_exec (self, "COMMIT", error))
    return TRUE;

  /* SQLite itself has rolled back after some errors. */
  if (!sqlite3_get_autocommit (self->handle))
    (void) mdg_database_exec (self, "ROLLBACK", NULL);

  return FALSE;
}
