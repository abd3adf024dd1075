/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/mdg-database-private.h"
#include "core/mdg-run.h"

#include <glib/gi18n.h>

/* Everything here is what a person has just done, and is on the disk when the function returns. The
 * time noted is the real one, also when the program shows another day. */

static gint64
get_now (void)
{
  return g_get_real_time () / G_USEC_PER_SEC;
}

static char *
dup_not_null (const char *text)
{
  return g_strdup (text != NULL ? text : "");
}

static void
bind_not_null (sqlite3_stmt *statement, int index, const char *text)
{
  mdg_database_bind_text (statement, index, text != NULL ? text : "");
}

static gboolean
set_not_found (gint64 run_id, GError **error)
{
  g_set_error (error, MDG_STORE_ERROR, MDG_STORE_ERROR_NOT_FOUND,
               _ ("Checklist run %lld is not there any more; begin a new one."),
               (long long) run_id);

  return FALSE;
}

/* Finds out when a run was finished; an error is set if there is no such run. */
static gboolean
get_finished_at (MdgDatabase *self, gint64 run_id, gint64 *finished_at, GError **error)
{
  g_autoptr (sqlite3_stmt) statement =
    mdg_database_prepare (self, "SELECT finished_at FROM runs WHERE id = ?", error);
  int result;

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, run_id);
  result = mdg_database_step (self, statement, error);
  if (result == SQLITE_DONE)
    return set_not_found (run_id, error);
  *finished_at = sqlite3_column_int64 (statement, 0);

  return result == SQLITE_ROW;
}

static gboolean
load_items (MdgDatabase *self, sqlite3_stmt *statement, MdgRun *run, GError **error)
{
  int result;

  sqlite3_bind_int64 (statement, 1, run->id);
  while ((result = mdg_database_step (self, statement, error)) == SQLITE_ROW)
    {
      MdgRunItem *item = g_new0 (MdgRunItem, 1);

      item->item_id = mdg_database_dup_text (statement, 0);
      item->state = CLAMP (sqlite3_column_int (statement, 1), 0, MDG_ITEM_NOT_APPLICABLE);
      item->who = mdg_database_dup_text (statement, 2);
      item->note = mdg_database_dup_text (statement, 3);
      item->touched_at = sqlite3_column_int64 (statement, 4);
      g_ptr_array_add (run->items, item);
    }
  sqlite3_reset (statement);

  return result == SQLITE_DONE;
}

static gboolean
load_runs (MdgDatabase *self, GPtrArray *runs, GError **error)
{
  g_autoptr (sqlite3_stmt) row = NULL;
  g_autoptr (sqlite3_stmt) items = NULL;
  int result;

  row = mdg_database_prepare (self,
                              "SELECT id, checklist, template_version, started_at, finished_at"
                              " FROM runs ORDER BY started_at DESC, id DESC",
                              error);
  if (row == NULL)
    return FALSE;
  items = mdg_database_prepare (
    self, "SELECT item, state, who, note, touched_at FROM run_items WHERE run = ? ORDER BY item",
    error);
  if (items == NULL)
    return FALSE;

  while ((result = mdg_database_step (self, row, error)) == SQLITE_ROW)
    {
      MdgRun *run = mdg_run_new ();

      g_ptr_array_add (runs, run);
      run->id = sqlite3_column_int64 (row, 0);
      run->checklist_id = mdg_database_dup_text (row, 1);
      run->template_version = mdg_database_dup_text (row, 2);
      run->started_at = sqlite3_column_int64 (row, 3);
      run->finished_at = sqlite3_column_int64 (row, 4);
      if (!load_items (self, items, run, error))
        return FALSE;
    }

  return result == SQLITE_DONE;
}

/**
 * mdg_database_list_runs:
 * @self: a database
 * @error: return location for a #MDG_STORE_ERROR
 *
 * Reads all runs with their items.
 *
 * Returns: (transfer full) (element-type MdgRun): the runs, the latest first, or %NULL with @error
 *   set
 */
GPtrArray *
mdg_database_list_runs (MdgDatabase *self, GError **error)
{
  g_autoptr (GPtrArray) runs = g_ptr_array_new_with_free_func ((GDestroyNotify) mdg_run_free);
  gboolean loaded;

  if (!mdg_database_exec (self, "BEGIN", error))
    return NULL;
  loaded = load_runs (self, runs, error);

  return mdg_database_end (self, loaded, error) ? g_steal_pointer (&runs) : NULL;
}

/**
 * mdg_database_start_run:
 * @self: a database
 * @checklist_id: id of the checklist in the guide pack
 * @template_version: version of the guide pack
 * @error: return location for a #MDG_STORE_ERROR
 *
 * Begins a run.
 *
 * Returns: (transfer full): the run, or %NULL with @error set
 */
MdgRun *
mdg_database_start_run (MdgDatabase *self,
                        const char *checklist_id,
                        const char *template_version,
                        GError **error)
{
  g_autoptr (sqlite3_stmt) statement = NULL;
  g_autoptr (MdgRun) run = mdg_run_new ();
  gboolean succeeded;

  run->checklist_id = dup_not_null (checklist_id);
  run->template_version = dup_not_null (template_version);
  run->started_at = get_now ();

  if (!mdg_database_begin_write (self, error))
    return NULL;

  statement = mdg_database_prepare (
    self,
    "INSERT INTO runs (checklist, template_version, started_at, finished_at) VALUES (?, ?, ?, 0)",
    error);
  if (statement != NULL)
    {
      mdg_database_bind_text (statement, 1, run->checklist_id);
      mdg_database_bind_text (statement, 2, run->template_version);
      sqlite3_bind_int64 (statement, 3, run->started_at);
    }
  succeeded = statement != NULL && mdg_database_finish (self, statement, error);
  run->id = sqlite3_last_insert_rowid (self->handle);

  return mdg_database_end (self, succeeded, error) ? g_steal_pointer (&run) : NULL;
}

static gboolean
write_item (MdgDatabase *self,
            gint64 run_id,
            const char *item_id,
            MdgItemState state,
            const char *who,
            const char *note,
            GError **error)
{
  g_autoptr (sqlite3_stmt) statement = NULL;
  gint64 finished_at = 0;

  if (!get_finished_at (self, run_id, &finished_at, error))
    return FALSE;
  if (finished_at != 0)
    {
      g_set_error (error, MDG_STORE_ERROR, MDG_STORE_ERROR_READ_ONLY,
                   _ ("Checklist run %lld is finished and cannot be changed; reopen it or begin "
                      "a new one."),
                   (long long) run_id);
      return FALSE;
    }

  statement = mdg_database_prepare (
    self,
    "INSERT INTO run_items (run, item, state, who, note, touched_at) VALUES (?, ?, ?, ?, ?, ?)"
    " ON CONFLICT DO UPDATE SET state = excluded.state, who = excluded.who, note = excluded.note,"
    " touched_at = excluded.touched_at",
    error);
  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, run_id);
  bind_not_null (statement, 2, item_id);
  sqlite3_bind_int (statement, 3, state);
  bind_not_null (statement, 4, who);
  bind_not_null (statement, 5, note);
  sqlite3_bind_int64 (statement, 6, get_now ());

  return mdg_database_finish (self, statement, error);
}

/**
 * mdg_database_touch_item:
 * @self: a database
 * @run_id: id of an open run
 * @item_id: id of the item in the guide pack
 * @state: its new state
 * @who: (nullable): who did it
 * @note: (nullable): a note
 * @error: return location for a #MDG_STORE_ERROR
 *
 * Notes an item of a run, in place of what was noted before.
 *
 * Returns: whether it is stored; %MDG_STORE_ERROR_READ_ONLY is set if the run is finished
 */
gboolean
mdg_database_touch_item (MdgDatabase *self,
                         gint64 run_id,
                         const char *item_id,
                         MdgItemState state,
                         const char *who,
                         const char *note,
                         GError **error)
{
  if (!mdg_database_begin_write (self, error))
    return FALSE;

  return mdg_database_end (self, write_item (self, run_id, item_id, state, who, note, error),
                           error);
}

static gboolean
write_finished (MdgDatabase *self, gint64 run_id, gboolean finished, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = NULL;
  gint64 finished_at = 0;

  if (!get_finished_at (self, run_id, &finished_at, error))
    return FALSE;
  /* A run is finished once: pressing the button again does not move the time. */
  if ((finished_at != 0) == (finished != FALSE))
    return TRUE;

  statement = mdg_database_prepare (self, "UPDATE runs SET finished_at = ?2 WHERE id = ?1", error);
  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, run_id);
  sqlite3_bind_int64 (statement, 2, finished ? get_now () : 0);

  return mdg_database_finish (self, statement, error);
}

/**
 * mdg_database_finish_run:
 * @self: a database
 * @run_id: id of a run
 * @finished: whether it is finished
 * @error: return location for a #MDG_STORE_ERROR
 *
 * Finishes a run, which is read-only from then on, or reopens it.
 *
 * Returns: whether it is stored
 */
gboolean
mdg_database_finish_run (MdgDatabase *self, gint64 run_id, gboolean finished, GError **error)
{
  if (!mdg_database_begin_write (self, error))
    return FALSE;

  return mdg_database_end (self, write_finished (self, run_id, finished, error), error);
}

static gboolean
delete_run (MdgDatabase *self, gint64 run_id, GError **error)
{
  g_autoptr (sqlite3_stmt) statement =
    mdg_database_prepare (self, "DELETE FROM runs WHERE id = ?", error);

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, run_id);
  if (!mdg_database_finish (self, statement, error))
    return FALSE;

  return sqlite3_changes (self->handle) > 0 || set_not_found (run_id, error);
}

/**
 * mdg_database_delete_run:
 * @self: a database
 * @run_id: id of a run
 * @error: return location for a #MDG_STORE_ERROR
 *
 * Deletes a run with its items, finished or not.
 *
 * Returns: whether it was deleted; %MDG_STORE_ERROR_NOT_FOUND is set if it was not there
 */
gboolean
mdg_database_delete_run (MdgDatabase *self, gint64 run_id, GError **error)
{
  if (!mdg_database_begin_write (self, error))
    return FALSE;

  return mdg_database_end (self, delete_run (self, run_id, error), error);
}

/* A kind that another version knows has no place here, and stays in the file. */
static void
read_contact (sqlite3_stmt *row, GPtrArray *contacts)
{
  for (guint kind = 0; kind < MDG_N_CONTACTS; kind++)
    {
      MdgContact *contact = g_ptr_array_index (contacts, kind);

      if (g_strcmp0 (mdg_contact_kind_get_id (kind), (const char *) sqlite3_column_text (row, 0)) !=
          0)
        continue;
      g_set_str (&contact->name, (const char *) sqlite3_column_text (row, 1));
      g_set_str (&contact->phone, (const char *) sqlite3_column_text (row, 2));
      g_set_str (&contact->note, (const char *) sqlite3_column_text (row, 3));
    }
}

/**
 * mdg_database_list_contacts:
 * @self: a database
 * @error: return location for a #MDG_STORE_ERROR
 *
 * Reads the facility's own entries.
 *
 * Returns: (transfer full) (element-type MdgContact): one for each #MdgContactKind, in that order,
 *   with empty texts where nothing was entered, or %NULL with @error set
 */
GPtrArray *
mdg_database_list_contacts (MdgDatabase *self, GError **error)
{
  g_autoptr (GPtrArray) contacts =
    g_ptr_array_new_with_free_func ((GDestroyNotify) mdg_contact_free);
  g_autoptr (sqlite3_stmt) row =
    mdg_database_prepare (self, "SELECT kind, name, phone, note FROM contacts", error);
  int result;

  if (row == NULL)
    return NULL;

  for (guint kind = 0; kind < MDG_N_CONTACTS; kind++)
    {
      MdgContact *contact = g_new0 (MdgContact, 1);

      contact->name = g_strdup ("");
      contact->phone = g_strdup ("");
      contact->note = g_strdup ("");
      g_ptr_array_add (contacts, contact);
    }
  while ((result = mdg_database_step (self, row, error)) == SQLITE_ROW)
    read_contact (row, contacts);

  return result == SQLITE_DONE ? g_steal_pointer (&contacts) : NULL;
}

/**
 * mdg_database_set_contact:
 * @self: a database
 * @kind: whom the entry is about
 * @contact: the entry
 * @error: return location for a #MDG_STORE_ERROR
 *
 * Stores one of the facility's own entries.
 *
 * Returns: whether it is stored
 */
gboolean
mdg_database_set_contact (MdgDatabase *self,
                          MdgContactKind kind,
                          const MdgContact *contact,
                          GError **error)
{
  g_autoptr (sqlite3_stmt) statement = NULL;

  g_return_val_if_fail ((guint) kind < MDG_N_CONTACTS, FALSE);

  if (!mdg_database_begin_write (self, error))
    return FALSE;

  statement = mdg_database_prepare (
    self,
    "INSERT INTO contacts (kind, name, phone, note) VALUES (?, ?, ?, ?)"
    " ON CONFLICT DO UPDATE SET name = excluded.name, phone = excluded.phone, note = excluded.note",
    error);
  if (statement != NULL)
    {
      mdg_database_bind_text (statement, 1, mdg_contact_kind_get_id (kind));
      bind_not_null (statement, 2, contact->name);
      bind_not_null (statement, 3, contact->phone);
      bind_not_null (statement, 4, contact->note);
    }

  return mdg_database_end (self, statement != NULL && mdg_database_finish (self, statement, error),
                           error);
}
