/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/mdg-database-private.h"
#include "core/mdg-run-event.h"

#include <glib/gi18n.h>

/* Everything here is what a person has just done, and is on the disk when the function returns. The
 * time noted is the real one, also when the program shows another day. */

static char *
dup_not_null (const char *text)
{
  return g_strdup (text != NULL ? text : "");
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
      item->reason = mdg_database_dup_text (statement, 3);
      item->note = mdg_database_dup_text (statement, 4);
      item->touched_at = sqlite3_column_int64 (statement, 5);
      g_ptr_array_add (run->items, item);
    }
  sqlite3_reset (statement);

  return result == SQLITE_DONE;
}

/* Runs of one version of a checklist share the one text. */
static GHashTable *
load_templates (MdgDatabase *self, GError **error)
{
  g_autoptr (GHashTable) templates = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                                            (GDestroyNotify) g_ref_string_release);
  g_autoptr (sqlite3_stmt) row =
    mdg_database_prepare (self, "SELECT id, text FROM run_templates", error);
  int result;

  if (row == NULL)
    return NULL;

  while ((result = mdg_database_step (self, row, error)) == SQLITE_ROW)
    {
      gint64 id = sqlite3_column_int64 (row, 0);

      g_hash_table_insert (templates, g_memdup2 (&id, sizeof id),
                           g_ref_string_new ((const char *) sqlite3_column_text (row, 1)));
    }

  return result == SQLITE_DONE ? g_steal_pointer (&templates) : NULL;
}

/* Reads the run @run_id, or all if it is 0. */
static gboolean
load_runs (MdgDatabase *self, gint64 run_id, GPtrArray *runs, GError **error)
{
  g_autoptr (GHashTable) templates = load_templates (self, error);
  g_autoptr (sqlite3_stmt) row = NULL;
  g_autoptr (sqlite3_stmt) items = NULL;
  int result;

  if (templates == NULL)
    return FALSE;
  row = mdg_database_prepare (
    self,
    "SELECT id, checklist, template_version, started_at, finished_at, template"
    " FROM runs WHERE ?1 = 0 OR id = ?1 ORDER BY started_at DESC, id DESC",
    error);
  if (row == NULL)
    return FALSE;
  items = mdg_database_prepare (self,
                                "SELECT item, state, who, reason, note, touched_at"
                                " FROM run_items WHERE run = ? ORDER BY item",
                                error);
  if (items == NULL)
    return FALSE;

  sqlite3_bind_int64 (row, 1, run_id);
  while ((result = mdg_database_step (self, row, error)) == SQLITE_ROW)
    {
      MdgRun *run = mdg_run_new ();
      gint64 template = sqlite3_column_int64 (row, 5);
      char *snapshot = g_hash_table_lookup (templates, &template);

      g_ptr_array_add (runs, run);
      run->id = sqlite3_column_int64 (row, 0);
      run->checklist_id = mdg_database_dup_text (row, 1);
      run->template_version = mdg_database_dup_text (row, 2);
      run->started_at = sqlite3_column_int64 (row, 3);
      run->finished_at = sqlite3_column_int64 (row, 4);
      run->snapshot = snapshot != NULL ? g_ref_string_acquire (snapshot) : NULL;
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
  loaded = load_runs (self, 0, runs, error);

  return mdg_database_end (self, loaded, error) ? g_steal_pointer (&runs) : NULL;
}

/**
 * mdg_database_load_run:
 * @self: a database
 * @run_id: id of a run
 * @error: return location for a #MDG_STORE_ERROR
 *
 * Reads one run with its items.
 *
 * Returns: (transfer full): the run, or %NULL with @error set (%MDG_STORE_ERROR_NOT_FOUND if it is
 *   not there)
 */
MdgRun *
mdg_database_load_run (MdgDatabase *self, gint64 run_id, GError **error)
{
  g_autoptr (GPtrArray) runs = g_ptr_array_new_with_free_func ((GDestroyNotify) mdg_run_free);
  gboolean loaded;

  if (run_id == 0)
    {
      set_not_found (run_id, error);
      return NULL;
    }
  if (!mdg_database_exec (self, "BEGIN", error))
    return NULL;
  loaded = load_runs (self, run_id, runs, error);
  if (!mdg_database_end (self, loaded, error))
    return NULL;
  if (runs->len == 0)
    {
      set_not_found (run_id, error);
      return NULL;
    }

  return g_ptr_array_steal_index (runs, 0);
}

/* Finds the row of a snapshot, or makes one. */
static gboolean
write_template (MdgDatabase *self, const char *text, gint64 *id, GError **error)
{
  g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
  g_autoptr (sqlite3_stmt) insert = mdg_database_prepare (
    self, "INSERT INTO run_templates (digest, text) VALUES (?, ?) ON CONFLICT DO NOTHING", error);
  g_autoptr (sqlite3_stmt) row = NULL;
  int result;

  if (insert == NULL)
    return FALSE;
  mdg_database_bind_text (insert, 1, digest);
  mdg_database_bind_text (insert, 2, text);
  if (!mdg_database_finish (self, insert, error))
    return FALSE;

  row = mdg_database_prepare (self, "SELECT id FROM run_templates WHERE digest = ?", error);
  if (row == NULL)
    return FALSE;
  mdg_database_bind_text (row, 1, digest);
  result = mdg_database_step (self, row, error);
  *id = sqlite3_column_int64 (row, 0);

  return result == SQLITE_ROW;
}

static gboolean
write_run (MdgDatabase *self, MdgRun *run, const char *who, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = NULL;
  g_autoptr (MdgRunItem) event = mdg_run_item_new ("", MDG_ITEM_OPEN, who, NULL, NULL);
  gint64 template = 0;

  if (run->snapshot != NULL && !write_template (self, run->snapshot, &template, error))
    return FALSE;

  statement = mdg_database_prepare (
    self,
    "INSERT INTO runs (checklist, template_version, started_at, finished_at, template)"
    " VALUES (?, ?, ?, 0, nullif (?, 0))",
    error);
  if (statement == NULL)
    return FALSE;

  mdg_database_bind_text (statement, 1, run->checklist_id);
  mdg_database_bind_text (statement, 2, run->template_version);
  sqlite3_bind_int64 (statement, 3, run->started_at);
  sqlite3_bind_int64 (statement, 4, template);
  if (!mdg_database_finish (self, statement, error))
    return FALSE;
  run->id = sqlite3_last_insert_rowid (self->handle);

  return mdg_database_add_run_event (self, run->id, run->started_at, MDG_RUN_STARTED, event, error);
}

/**
 * mdg_database_start_run:
 * @self: a database
 * @checklist_id: id of the checklist
 * @template_version: version of the guide pack
 * @snapshot: (nullable): the checklist as it is now, which the run keeps
 * @who: (nullable): who begins it
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
                        const char *snapshot,
                        const char *who,
                        GError **error)
{
  g_autoptr (MdgRun) run = mdg_run_new ();

  run->checklist_id = dup_not_null (checklist_id);
  run->template_version = dup_not_null (template_version);
  run->snapshot = snapshot != NULL ? g_ref_string_new (snapshot) : NULL;
  run->started_at = mdg_database_get_now ();

  if (!mdg_database_begin_write (self, error))
    return NULL;

  return mdg_database_end (self, write_run (self, run, who, error), error) ? g_steal_pointer (&run)
                                                                           : NULL;
}

static gboolean
write_item (MdgDatabase *self, gint64 run_id, const MdgRunItem *item, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = NULL;
  gint64 finished_at = 0;
  gint64 now = mdg_database_get_now ();

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
  if (item->state == MDG_ITEM_NOT_APPLICABLE && *item->reason == '\0')
    {
      g_set_error_literal (error, MDG_STORE_ERROR, MDG_STORE_ERROR_FAILED,
                           _ ("An item that does not apply needs a reason; nothing was stored."));
      return FALSE;
    }

  statement = mdg_database_prepare (
    self,
    "INSERT INTO run_items (run, item, state, who, reason, note, touched_at)"
    " VALUES (?, ?, ?, ?, ?, ?, ?)"
    " ON CONFLICT DO UPDATE SET state = excluded.state, who = excluded.who,"
    " reason = excluded.reason, note = excluded.note, touched_at = excluded.touched_at",
    error);
  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, run_id);
  mdg_database_bind_text (statement, 2, item->item_id);
  sqlite3_bind_int (statement, 3, item->state);
  mdg_database_bind_text (statement, 4, item->who);
  mdg_database_bind_text (statement, 5, item->reason);
  mdg_database_bind_text (statement, 6, item->note);
  sqlite3_bind_int64 (statement, 7, now);

  return mdg_database_finish (self, statement, error) &&
         mdg_database_add_run_event (self, run_id, now, MDG_RUN_TOUCHED, item, error);
}

/**
 * mdg_database_touch_item:
 * @self: a database
 * @run_id: id of an open run
 * @item: what is to be noted; when is the database's to say
 * @error: return location for a #MDG_STORE_ERROR
 *
 * Notes an item of a run, in place of what was noted before. An item that does not apply needs a
 * reason.
 *
 * Returns: whether it is stored; %MDG_STORE_ERROR_READ_ONLY is set if the run is finished
 */
gboolean
mdg_database_touch_item (MdgDatabase *self, gint64 run_id, const MdgRunItem *item, GError **error)
{
  g_return_val_if_fail (item != NULL, FALSE);

  if (!mdg_database_begin_write (self, error))
    return FALSE;

  return mdg_database_end (self, write_item (self, run_id, item, error), error);
}

static gboolean
write_finished (MdgDatabase *self,
                gint64 run_id,
                MdgRunEventKind kind,
                const char *who,
                const char *reason,
                GError **error)
{
  g_autoptr (sqlite3_stmt) statement = NULL;
  g_autoptr (MdgRunItem) event = mdg_run_item_new ("", MDG_ITEM_OPEN, who, reason, NULL);
  gboolean finished = kind == MDG_RUN_FINISHED;
  gint64 finished_at = 0;
  gint64 now = mdg_database_get_now ();

  if (!get_finished_at (self, run_id, &finished_at, error))
    return FALSE;
  /* A run is finished once: pressing the button again does not move the time. */
  if ((finished_at != 0) == (finished != FALSE))
    return TRUE;

  statement = mdg_database_prepare (self, "UPDATE runs SET finished_at = ?2 WHERE id = ?1", error);
  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, run_id);
  sqlite3_bind_int64 (statement, 2, finished ? now : 0);

  return mdg_database_finish (self, statement, error) &&
         mdg_database_add_run_event (self, run_id, now, kind, event, error);
}

/**
 * mdg_database_finish_run:
 * @self: a database
 * @run_id: id of a run
 * @who: (nullable): who finishes it
 * @error: return location for a #MDG_STORE_ERROR
 *
 * Finishes a run, which is read-only from then on.
 *
 * Returns: whether it is stored
 */
gboolean
mdg_database_finish_run (MdgDatabase *self, gint64 run_id, const char *who, GError **error)
{
  if (!mdg_database_begin_write (self, error))
    return FALSE;

  return mdg_database_end (self, write_finished (self, run_id, MDG_RUN_FINISHED, who, NULL, error),
                           error);
}

/**
 * mdg_database_reopen_run:
 * @self: a database
 * @run_id: id of a run
 * @who: (nullable): who reopens it
 * @reason: why, not empty
 * @error: return location for a #MDG_STORE_ERROR
 *
 * Reopens a finished run. What was written when it was finished is still in its history.
 *
 * Returns: whether it is stored
 */
gboolean
mdg_database_reopen_run (MdgDatabase *self,
                         gint64 run_id,
                         const char *who,
                         const char *reason,
                         GError **error)
{
  if (reason == NULL || *reason == '\0')
    {
      g_set_error_literal (error, MDG_STORE_ERROR, MDG_STORE_ERROR_FAILED,
                           _ ("A run is reopened with a reason; nothing was changed."));
      return FALSE;
    }
  if (!mdg_database_begin_write (self, error))
    return FALSE;

  return mdg_database_end (
    self, write_finished (self, run_id, MDG_RUN_REOPENED, who, reason, error), error);
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

  if (sqlite3_changes (self->handle) == 0)
    return set_not_found (run_id, error);

  return mdg_database_exec (self,
                            "DELETE FROM run_templates WHERE NOT EXISTS"
                            " (SELECT 1 FROM runs WHERE runs.template = run_templates.id)",
                            error);
}

/**
 * mdg_database_delete_run:
 * @self: a database
 * @run_id: id of a run
 * @error: return location for a #MDG_STORE_ERROR
 *
 * Deletes a run with its items and its history, finished or not.
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

static gboolean
write_contacts (MdgDatabase *self, GPtrArray *contacts, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = mdg_database_prepare (
    self,
    "INSERT INTO contacts (kind, name, phone, note) VALUES (?, ?, ?, ?)"
    " ON CONFLICT DO UPDATE SET name = excluded.name, phone = excluded.phone, note = excluded.note",
    error);

  if (statement == NULL)
    return FALSE;

  for (guint kind = 0; kind < MDG_N_CONTACTS; kind++)
    {
      const MdgContact *contact = g_ptr_array_index (contacts, kind);

      mdg_database_bind_text (statement, 1, mdg_contact_kind_get_id (kind));
      mdg_database_bind_not_null (statement, 2, contact->name);
      mdg_database_bind_not_null (statement, 3, contact->phone);
      mdg_database_bind_not_null (statement, 4, contact->note);
      if (!mdg_database_finish (self, statement, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * mdg_database_set_contacts:
 * @self: a database
 * @contacts: (element-type MdgContact): an entry for each #MdgContactKind, in that order
 * @error: return location for a #MDG_STORE_ERROR
 *
 * Stores the facility's own entries, all or none.
 *
 * Returns: whether they are stored
 */
gboolean
mdg_database_set_contacts (MdgDatabase *self, GPtrArray *contacts, GError **error)
{
  g_return_val_if_fail (contacts->len == MDG_N_CONTACTS, FALSE);

  if (!mdg_database_begin_write (self, error))
    return FALSE;

  return mdg_database_end (self, write_contacts (self, contacts, error), error);
}
