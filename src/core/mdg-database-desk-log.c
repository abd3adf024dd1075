/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/mdg-database-private.h"
#include "core/mdg-desk-log.h"

/* Months are those of the clock on the wall: a case at 0:30 on the first belongs to the new month,
 * whatever UTC says. */
#define MONTH                                                                      \
  "CAST (strftime ('%Y', at / 1000000, 'unixepoch', 'localtime') AS INTEGER) * 12" \
  " + CAST (strftime ('%m', at / 1000000, 'unixepoch', 'localtime') AS INTEGER) - 1"

/**
 * mdg_desk_log_entry_new:
 * @at: when the case was begun, in microseconds since 1970
 * @pack_id: id of the guide pack
 * @pack_version: its version
 * @situation_id: the case
 * @outcome_id: what came of it
 *
 * Returns: (transfer full): an entry
 */
MdgDeskLogEntry *
mdg_desk_log_entry_new (gint64 at,
                        const char *pack_id,
                        const char *pack_version,
                        const char *situation_id,
                        const char *outcome_id)
{
  MdgDeskLogEntry *self = g_new0 (MdgDeskLogEntry, 1);

  self->at = at;
  self->pack_id = g_strdup (pack_id);
  self->pack_version = g_strdup (pack_version);
  self->situation_id = g_strdup (situation_id);
  self->outcome_id = g_strdup (outcome_id);

  return self;
}

/**
 * mdg_desk_log_entry_free:
 * @self: (transfer full) (nullable): an entry
 *
 * Frees an entry.
 */
void
mdg_desk_log_entry_free (MdgDeskLogEntry *self)
{
  if (self == NULL)
    return;

  g_free (self->pack_id);
  g_free (self->pack_version);
  g_free (self->situation_id);
  g_free (self->outcome_id);
  g_free (self);
}

/**
 * mdg_desk_log_count_free:
 * @self: (transfer full) (nullable): a count
 *
 * Frees a count.
 */
void
mdg_desk_log_count_free (MdgDeskLogCount *self)
{
  if (self == NULL)
    return;

  g_free (self->situation_id);
  g_free (self->outcome_id);
  g_free (self);
}

/**
 * mdg_database_log_desk:
 * @self: a database
 * @entry: a case that has come to an outcome
 * @error: return location for a #MDG_STORE_ERROR
 *
 * Notes a case. Another outcome of the case that was begun at the same time takes the place of the
 * one noted before: who goes back and decides otherwise has still seen one patient.
 *
 * Returns: whether it is stored
 */
gboolean
mdg_database_log_desk (MdgDatabase *self, const MdgDeskLogEntry *entry, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = NULL;

  if (!mdg_database_begin_write (self, error))
    return FALSE;

  statement = mdg_database_prepare (
    self,
    "INSERT OR REPLACE INTO desk_log (at, pack, pack_version, situation, outcome)"
    " VALUES (?, ?, ?, ?, ?)",
    error);
  if (statement != NULL)
    {
      sqlite3_bind_int64 (statement, 1, entry->at);
      mdg_database_bind_text (statement, 2, entry->pack_id);
      mdg_database_bind_text (statement, 3, entry->pack_version);
      mdg_database_bind_text (statement, 4, entry->situation_id);
      mdg_database_bind_text (statement, 5, entry->outcome_id);
    }

  return mdg_database_end (self, statement != NULL && mdg_database_finish (self, statement, error),
                           error);
}

/**
 * mdg_database_count_desk_log:
 * @self: a database
 * @error: return location for a #MDG_STORE_ERROR
 *
 * Counts what came of the cases of each month.
 *
 * Returns: (transfer full) (element-type MdgDeskLogCount): the counts, the latest month first, the
 *   most frequent case of a month first, or %NULL with @error set
 */
GPtrArray *
mdg_database_count_desk_log (MdgDatabase *self, GError **error)
{
  g_autoptr (GPtrArray) counts =
    g_ptr_array_new_with_free_func ((GDestroyNotify) mdg_desk_log_count_free);
  g_autoptr (sqlite3_stmt) row = mdg_database_prepare (
    self,
    "WITH counts AS (SELECT " MONTH " AS month, situation, outcome, count (*) AS n FROM desk_log"
    " GROUP BY 1, 2, 3)"
    " SELECT month, situation, outcome, n FROM counts"
    " ORDER BY month DESC, sum (n) OVER (PARTITION BY month, situation) DESC, situation, n DESC,"
    " outcome",
    error);
  int result;

  if (row == NULL)
    return NULL;

  while ((result = mdg_database_step (self, row, error)) == SQLITE_ROW)
    {
      MdgDeskLogCount *count = g_new0 (MdgDeskLogCount, 1);

      count->month = (MdgMonth) CLAMP (sqlite3_column_int64 (row, 0), 0, G_MAXUINT16);
      count->situation_id = mdg_database_dup_text (row, 1);
      count->outcome_id = mdg_database_dup_text (row, 2);
      count->count = (guint) sqlite3_column_int64 (row, 3);
      g_ptr_array_add (counts, count);
    }

  return result == SQLITE_DONE ? g_steal_pointer (&counts) : NULL;
}

/**
 * mdg_database_delete_desk_log:
 * @self: a database
 * @error: return location for a #MDG_STORE_ERROR
 *
 * Deletes all of the desk log. It cannot be brought back.
 *
 * Returns: whether it is deleted
 */
gboolean
mdg_database_delete_desk_log (MdgDatabase *self, GError **error)
{
  if (!mdg_database_begin_write (self, error))
    return FALSE;

  return mdg_database_end (self, mdg_database_exec (self, "DELETE FROM desk_log", error), error);
}
