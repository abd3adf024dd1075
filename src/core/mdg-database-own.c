/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/mdg-database-private.h"
#include "core/mdg-own-list.h"

#include <glib/gi18n.h>
#include <string.h>

/* What the facility adds to checklists. Nothing of it is ever deleted: what is removed can be
 * brought back, and keeps its place. */

#define SHOWN_LISTS \
  "SELECT 'own:' || id, title FROM own_checklists WHERE removed_at = 0 ORDER BY id"

static gboolean
set_failed (GError **error, const char *message)
{
  g_set_error_literal (error, MDG_STORE_ERROR, MDG_STORE_ERROR_FAILED, message);

  return FALSE;
}

static gboolean
set_gone (GError **error)
{
  g_set_error_literal (error, MDG_STORE_ERROR, MDG_STORE_ERROR_NOT_FOUND,
                       _ ("This entry is not there any more; nothing was changed."));

  return FALSE;
}

/* The number in "own:NUMBER", 0 if it is none. */
static gint64
get_number (const char *id)
{
  guint64 number = 0;

  if (!mdg_own_id_is_own (id) ||
      !g_ascii_string_to_unsigned (id + strlen (MDG_OWN_PREFIX), 10, 1, G_MAXINT64, &number, NULL))
    return 0;

  return (gint64) number;
}

/* Runs a statement that has to change a row. */
static gboolean
finish_change (MdgDatabase *self, sqlite3_stmt *statement, GError **error)
{
  if (!mdg_database_finish (self, statement, error))
    return FALSE;

  return sqlite3_changes (self->handle) > 0 || set_gone (error);
}

static gboolean
load_lists (MdgDatabase *self, GPtrArray *lists, GError **error)
{
  g_autoptr (sqlite3_stmt) row = mdg_database_prepare (self, SHOWN_LISTS, error);
  int result;

  if (row == NULL)
    return FALSE;
  while ((result = mdg_database_step (self, row, error)) == SQLITE_ROW)
    g_ptr_array_add (lists, mdg_own_list_new ((const char *) sqlite3_column_text (row, 0),
                                              (const char *) sqlite3_column_text (row, 1)));

  return result == SQLITE_DONE;
}

static gboolean
load_items (MdgDatabase *self, GPtrArray *lists, GError **error)
{
  g_autoptr (sqlite3_stmt) row = mdg_database_prepare (
    self,
    "SELECT checklist, id, text FROM own_items WHERE removed_at = 0 ORDER BY checklist, position,"
    " id",
    error);
  int result;

  if (row == NULL)
    return FALSE;
  while ((result = mdg_database_step (self, row, error)) == SQLITE_ROW)
    {
      const char *checklist = (const char *) sqlite3_column_text (row, 0);
      MdgOwnList *list = mdg_own_lists_find (lists, checklist);
      MdgOwnItem *item;

      /* The items of a removed checklist wait for it to come back. */
      if (list == NULL && mdg_own_id_is_own (checklist))
        continue;
      if (list == NULL)
        {
          list = mdg_own_list_new (checklist, NULL);
          g_ptr_array_add (lists, list);
        }
      item = g_new0 (MdgOwnItem, 1);
      item->id = sqlite3_column_int64 (row, 1);
      item->text = mdg_database_dup_text (row, 2);
      g_ptr_array_add (list->items, item);
    }

  return result == SQLITE_DONE;
}

/**
 * mdg_database_list_own:
 * @self: a database
 * @error: return location for a #MDG_STORE_ERROR
 *
 * Reads what the facility has added.
 *
 * Returns: (transfer full) (element-type MdgOwnList): the facility's own checklists, then the
 *   checklists of guide packs that it has added something to; or %NULL with @error set
 */
GPtrArray *
mdg_database_list_own (MdgDatabase *self, GError **error)
{
  g_autoptr (GPtrArray) lists = g_ptr_array_new_with_free_func ((GDestroyNotify) mdg_own_list_free);
  gboolean loaded;

  if (!mdg_database_exec (self, "BEGIN", error))
    return NULL;
  loaded = load_lists (self, lists, error) && load_items (self, lists, error);

  return mdg_database_end (self, loaded, error) ? g_steal_pointer (&lists) : NULL;
}

static gboolean
check_text (const char *text, GError **error)
{
  return *text != '\0' || set_failed (error, _ ("An empty text cannot be stored."));
}

static gboolean
insert_list (MdgDatabase *self, const char *title, gint64 *id, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = NULL;
  gint64 n = 0;

  if (!mdg_database_get_number (self, "SELECT count (*) FROM own_checklists WHERE removed_at = 0",
                                &n, error))
    return FALSE;
  if (n >= MDG_OWN_MAX_LISTS)
    return set_failed (error, _ ("There are as many own checklists as there can be; remove one."));

  statement = mdg_database_prepare (self, "INSERT INTO own_checklists (title) VALUES (?)", error);
  if (statement == NULL)
    return FALSE;
  mdg_database_bind_text (statement, 1, title);
  if (!mdg_database_finish (self, statement, error))
    return FALSE;
  *id = sqlite3_last_insert_rowid (self->handle);

  return TRUE;
}

/**
 * mdg_database_add_own_list:
 * @self: a database
 * @title: title of the checklist
 * @error: return location for a #MDG_STORE_ERROR
 *
 * Adds a checklist of the facility's own.
 *
 * Returns: (transfer full): its id, or %NULL with @error set
 */
char *
mdg_database_add_own_list (MdgDatabase *self, const char *title, GError **error)
{
  g_autofree char *clean = mdg_own_clean_text (title);
  gint64 id = 0;

  if (!check_text (clean, error) || !mdg_database_begin_write (self, error) ||
      !mdg_database_end (self, insert_list (self, clean, &id, error), error))
    return NULL;

  return g_strdup_printf (MDG_OWN_PREFIX "%lld", (long long) id);
}

/* Runs @sql, whose first parameter is a text or a number and whose second names a row. */
static gboolean
change_row (MdgDatabase *self,
            const char *sql,
            const char *text,
            gint64 number,
            gint64 id,
            GError **error)
{
  g_autoptr (sqlite3_stmt) statement = NULL;

  if (!mdg_database_begin_write (self, error))
    return FALSE;

  statement = mdg_database_prepare (self, sql, error);
  if (statement != NULL)
    {
      if (text != NULL)
        mdg_database_bind_text (statement, 1, text);
      else
        sqlite3_bind_int64 (statement, 1, number);
      sqlite3_bind_int64 (statement, 2, id);
    }

  return mdg_database_end (self, statement != NULL && finish_change (self, statement, error),
                           error);
}

/**
 * mdg_database_rename_own_list:
 * @self: a database
 * @id: id of a checklist of the facility's own
 * @title: its new title
 * @error: return location for a #MDG_STORE_ERROR
 *
 * Renames a checklist. Runs keep the title they were begun with.
 *
 * Returns: whether it is stored
 */
gboolean
mdg_database_rename_own_list (MdgDatabase *self, const char *id, const char *title, GError **error)
{
  g_autofree char *clean = mdg_own_clean_text (title);

  return check_text (clean, error) &&
         change_row (self, "UPDATE own_checklists SET title = ?1 WHERE id = ?2", clean, 0,
                     get_number (id), error);
}

/**
 * mdg_database_set_own_list_removed:
 * @self: a database
 * @id: id of a checklist of the facility's own
 * @removed: whether it is to go, or to come back with its items
 * @error: return location for a #MDG_STORE_ERROR
 *
 * Removes a checklist, or brings it back. Its runs stay.
 *
 * Returns: whether it is stored
 */
gboolean
mdg_database_set_own_list_removed (MdgDatabase *self,
                                   const char *id,
                                   gboolean removed,
                                   GError **error)
{
  return change_row (self, "UPDATE own_checklists SET removed_at = ?1 WHERE id = ?2", NULL,
                     removed ? mdg_database_get_now () : 0, get_number (id), error);
}

static gboolean
insert_item (MdgDatabase *self,
             const char *checklist_id,
             const char *text,
             gint64 *id,
             GError **error)
{
  g_autoptr (sqlite3_stmt) count = mdg_database_prepare (
    self, "SELECT count (*) FROM own_items WHERE checklist = ? AND removed_at = 0", error);
  g_autoptr (sqlite3_stmt) statement = NULL;

  if (count == NULL)
    return FALSE;
  mdg_database_bind_text (count, 1, checklist_id);
  if (mdg_database_step (self, count, error) != SQLITE_ROW)
    return FALSE;
  if (sqlite3_column_int64 (count, 0) >= MDG_OWN_MAX_ITEMS)
    return set_failed (
      error, _ ("This checklist has as many own items as there can be; remove one first."));

  statement = mdg_database_prepare (
    self,
    "INSERT INTO own_items (checklist, position, text) VALUES (?1,"
    " (SELECT coalesce (max (position), 0) + 1 FROM own_items WHERE checklist = ?1), ?2)",
    error);
  if (statement == NULL)
    return FALSE;
  mdg_database_bind_text (statement, 1, checklist_id);
  mdg_database_bind_text (statement, 2, text);
  if (!mdg_database_finish (self, statement, error))
    return FALSE;
  *id = sqlite3_last_insert_rowid (self->handle);

  return TRUE;
}

/**
 * mdg_database_add_own_item:
 * @self: a database
 * @checklist_id: id of a checklist, a guide pack's or the facility's own
 * @text: what is to be done
 * @error: return location for a #MDG_STORE_ERROR
 *
 * Adds an item at the end of what the facility has added to a checklist.
 *
 * Returns: the item's id, or 0 with @error set
 */
gint64
mdg_database_add_own_item (MdgDatabase *self,
                           const char *checklist_id,
                           const char *text,
                           GError **error)
{
  g_autofree char *clean = mdg_own_clean_text (text);
  gint64 id = 0;

  if (!check_text (clean, error) || !mdg_database_begin_write (self, error) ||
      !mdg_database_end (self, insert_item (self, checklist_id, clean, &id, error), error))
    return 0;

  return id;
}

/**
 * mdg_database_change_own_item:
 * @self: a database
 * @item_id: id of an item
 * @text: its new text
 * @error: return location for a #MDG_STORE_ERROR
 *
 * Changes what an item says. Runs that are under way keep what it said.
 *
 * Returns: whether it is stored
 */
gboolean
mdg_database_change_own_item (MdgDatabase *self, gint64 item_id, const char *text, GError **error)
{
  g_autofree char *clean = mdg_own_clean_text (text);

  return check_text (clean, error) &&
         change_row (self, "UPDATE own_items SET text = ?1 WHERE id = ?2", clean, 0, item_id,
                     error);
}

/**
 * mdg_database_set_own_item_removed:
 * @self: a database
 * @item_id: id of an item
 * @removed: whether it is to go, or to come back where it was
 * @error: return location for a #MDG_STORE_ERROR
 *
 * Removes an item, or brings it back.
 *
 * Returns: whether it is stored
 */
gboolean
mdg_database_set_own_item_removed (MdgDatabase *self,
                                   gint64 item_id,
                                   gboolean removed,
                                   GError **error)
{
  return change_row (self, "UPDATE own_items SET removed_at = ?1 WHERE id = ?2", NULL,
                     removed ? mdg_database_get_now () : 0, item_id, error);
}

/* Changes places with the neighbour, of those that are shown, above or below. */
static gboolean
swap (MdgDatabase *self, gint64 item_id, int by, GError **error)
{
  g_autoptr (sqlite3_stmt) find = mdg_database_prepare (
    self,
    by < 0 ? "SELECT a.position, b.id, b.position FROM own_items a JOIN own_items b"
             " ON a.checklist = b.checklist AND b.removed_at = 0 AND b.position < a.position"
             " WHERE a.id = ? ORDER BY b.position DESC LIMIT 1"
           : "SELECT a.position, b.id, b.position FROM own_items a JOIN own_items b"
             " ON a.checklist = b.checklist AND b.removed_at = 0 AND b.position > a.position"
             " WHERE a.id = ? ORDER BY b.position LIMIT 1",
    error);
  g_autoptr (sqlite3_stmt) update = NULL;
  gint64 position;
  gint64 other;
  gint64 other_position;
  int result;

  if (find == NULL)
    return FALSE;
  sqlite3_bind_int64 (find, 1, item_id);
  result = mdg_database_step (self, find, error);
  if (result != SQLITE_ROW)
    return result == SQLITE_DONE;
  position = sqlite3_column_int64 (find, 0);
  other = sqlite3_column_int64 (find, 1);
  other_position = sqlite3_column_int64 (find, 2);
  sqlite3_reset (find);

  update = mdg_database_prepare (self, "UPDATE own_items SET position = ?1 WHERE id = ?2", error);
  if (update == NULL)
    return FALSE;
  sqlite3_bind_int64 (update, 1, other_position);
  sqlite3_bind_int64 (update, 2, item_id);
  if (!mdg_database_finish (self, update, error))
    return FALSE;
  sqlite3_bind_int64 (update, 1, position);
  sqlite3_bind_int64 (update, 2, other);

  return mdg_database_finish (self, update, error);
}

/**
 * mdg_database_move_own_item:
 * @self: a database
 * @item_id: id of an item
 * @by: how many places down; up if it is negative
 * @error: return location for a #MDG_STORE_ERROR
 *
 * Moves an item among the items of its checklist, as far as there are any.
 *
 * Returns: whether it is stored
 */
gboolean
mdg_database_move_own_item (MdgDatabase *self, gint64 item_id, int by, GError **error)
{
  gboolean moved = TRUE;

  if (!mdg_database_begin_write (self, error))
    return FALSE;
  for (int i = 0; moved && i < MIN (ABS (by), MDG_OWN_MAX_ITEMS); i++)
    moved = swap (self, item_id, by, error);

  return mdg_database_end (self, moved, error);
}

/**
 * mdg_database_get_facility_name:
 * @self: a database
 * @error: return location for a #MDG_STORE_ERROR
 *
 * Gets the name under which the facility shares what it has added.
 *
 * Returns: (transfer full): the name, empty if none was given; or %NULL with @error set
 */
char *
mdg_database_get_facility_name (MdgDatabase *self, GError **error)
{
  g_autoptr (sqlite3_stmt) row =
    mdg_database_prepare (self, "SELECT value FROM meta WHERE key = 'facility_name'", error);
  int result;

  if (row == NULL)
    return NULL;
  result = mdg_database_step (self, row, error);
  if (result == SQLITE_ROW)
    return mdg_database_dup_text (row, 0);

  return result == SQLITE_DONE ? g_strdup ("") : NULL;
}

/**
 * mdg_database_set_facility_name:
 * @self: a database
 * @name: the name
 * @error: return location for a #MDG_STORE_ERROR
 *
 * Remembers the name under which the facility shares what it has added.
 *
 * Returns: whether it is stored
 */
gboolean
mdg_database_set_facility_name (MdgDatabase *self, const char *name, GError **error)
{
  g_autofree char *clean = mdg_own_clean_text (name);
  g_autoptr (sqlite3_stmt) statement = NULL;

  if (!mdg_database_begin_write (self, error))
    return FALSE;
  statement = mdg_database_prepare (self,
                                    "INSERT INTO meta (key, value) VALUES ('facility_name', ?)"
                                    " ON CONFLICT DO UPDATE SET value = excluded.value",
                                    error);
  if (statement != NULL)
    mdg_database_bind_text (statement, 1, clean);

  return mdg_database_end (self, statement != NULL && mdg_database_finish (self, statement, error),
                           error);
}
