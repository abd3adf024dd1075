/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/mdg-database-private.h"
#include "core/mdg-run-event.h"

/**
 * mdg_run_event_free:
 * @self: (transfer full) (nullable): an event
 *
 * Frees an event.
 */
void
mdg_run_event_free (MdgRunEvent *self)
{
  if (self == NULL)
    return;

  g_free (self->item_id);
  g_free (self->who);
  g_free (self->reason);
  g_free (self->note);
  g_free (self);
}

/**
 * mdg_database_add_run_event:
 * @self: a database in a transaction
 * @run_id: id of a run
 * @at: when it happened, in seconds since 1970
 * @kind: a #MdgRunEventKind
 * @item: what was noted; its texts are the event's
 * @error: return location for a #MDG_STORE_ERROR
 *
 * Writes down that something happened to a run, in the transaction that makes it happen.
 *
 * Returns: whether it was written
 */
gboolean
mdg_database_add_run_event (MdgDatabase *self,
                            gint64 run_id,
                            gint64 at,
                            guint kind,
                            const MdgRunItem *item,
                            GError **error)
{
  g_autoptr (sqlite3_stmt) statement =
    mdg_database_prepare (self,
                          "INSERT INTO run_events (run, at, kind, item, state, who, reason, note)"
                          " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                          error);

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, run_id);
  sqlite3_bind_int64 (statement, 2, at);
  sqlite3_bind_int (statement, 3, (int) kind);
  mdg_database_bind_text (statement, 4, item->item_id);
  sqlite3_bind_int (statement, 5, item->state);
  mdg_database_bind_text (statement, 6, item->who);
  mdg_database_bind_text (statement, 7, item->reason);
  mdg_database_bind_text (statement, 8, item->note);

  return mdg_database_finish (self, statement, error);
}

/**
 * mdg_database_list_run_events:
 * @self: a database
 * @run_id: id of a run
 * @error: return location for a #MDG_STORE_ERROR
 *
 * Reads what happened to a run. Runs of older versions of the program have events only from when
 * they were first touched by this one.
 *
 * Returns: (transfer full) (element-type MdgRunEvent): the events in the order in which they
 *   happened, none if there is no such run; or %NULL with @error set
 */
GPtrArray *
mdg_database_list_run_events (MdgDatabase *self, gint64 run_id, GError **error)
{
  g_autoptr (GPtrArray) events =
    g_ptr_array_new_with_free_func ((GDestroyNotify) mdg_run_event_free);
  g_autoptr (sqlite3_stmt) row = mdg_database_prepare (
    self,
    "SELECT at, kind, item, state, who, reason, note FROM run_events WHERE run = ? ORDER BY number",
    error);
  int result;

  if (row == NULL)
    return NULL;

  sqlite3_bind_int64 (row, 1, run_id);
  while ((result = mdg_database_step (self, row, error)) == SQLITE_ROW)
    {
      MdgRunEvent *event = g_new0 (MdgRunEvent, 1);

      event->at = sqlite3_column_int64 (row, 0);
      event->kind = CLAMP (sqlite3_column_int (row, 1), 0, MDG_RUN_REOPENED);
      event->item_id = mdg_database_dup_text (row, 2);
      event->state = CLAMP (sqlite3_column_int (row, 3), 0, MDG_ITEM_NOT_APPLICABLE);
      event->who = mdg_database_dup_text (row, 4);
      event->reason = mdg_database_dup_text (row, 5);
      event->note = mdg_database_dup_text (row, 6);
      g_ptr_array_add (events, event);
    }

  return result == SQLITE_DONE ? g_steal_pointer (&events) : NULL;
}
