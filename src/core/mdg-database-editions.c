/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/mdg-database-private.h"

#include <glib/gi18n.h>

/* Any process that changes figures counts this up, so that others need not read them to know. */
static gboolean
count_change (MdgDatabase *self, GError **error)
{
  return mdg_database_exec (self,
                            "INSERT INTO meta (key, value) VALUES ('figures_serial', 1)"
                            " ON CONFLICT (key) DO UPDATE SET value = value + 1",
                            error);
}

/* The holder of @id, or none. */
static gboolean
find_holder (MdgDatabase *self,
             const char *id,
             gint64 *number,
             char **digest,
             gboolean *removed,
             GError **error)
{
  g_autoptr (sqlite3_stmt) row = mdg_database_prepare (
    self, "SELECT number, digest, removed_at <> 0 FROM editions WHERE id = ?", error);
  int result;

  *number = 0;
  if (row == NULL)
    return FALSE;

  mdg_database_bind_text (row, 1, id);
  result = mdg_database_step (self, row, error);
  if (result == SQLITE_ROW)
    {
      *number = sqlite3_column_int64 (row, 0);
      *digest = mdg_database_dup_text (row, 1);
      *removed = sqlite3_column_int (row, 2) != 0;
    }

  return result == SQLITE_ROW || result == SQLITE_DONE;
}

/* An id like @id that nobody has: with the beginning of the digest, and if need be a number. */
static char *
find_free_id (MdgDatabase *self, const char *id, const char *digest, GError **error)
{
  for (guint i = 1;; i++)
    {
      g_autofree char *candidate = i == 1 ? g_strdup_printf ("%s-%.8s", id, digest)
                                          : g_strdup_printf ("%s-%.8s-%u", id, digest, i);
      g_autofree char *held_by = NULL;
      gboolean removed;
      gint64 number;

      if (!find_holder (self, candidate, &number, &held_by, &removed, error))
        return NULL;
      if (number == 0)
        return g_steal_pointer (&candidate);
    }
}

static gboolean
rename_edition (MdgDatabase *self, gint64 number, const char *id, GError **error)
{
  g_autoptr (sqlite3_stmt) statement =
    mdg_database_prepare (self, "UPDATE editions SET id = ? WHERE number = ?", error);

  if (statement == NULL)
    return FALSE;

  mdg_database_bind_text (statement, 1, id);
  sqlite3_bind_int64 (statement, 2, number);

  return mdg_database_finish (self, statement, error);
}

/* The id under which an edition is stored: its own, unless another one has it. One that was removed
 * gives it up, so that what is shown has the id that people know. */
static char *
claim_id (MdgDatabase *self, const MdgEdition *edition, MdgOrigin origin, GError **error)
{
  g_autofree char *digest = NULL;
  g_autofree char *other = NULL;
  gboolean removed = FALSE;
  gint64 number;

  if (!find_holder (self, edition->id, &number, &digest, &removed, error))
    return NULL;
  if (number == 0)
    return g_strdup (edition->id);
  if (!removed && origin == MDG_ORIGIN_IMPORTED)
    return find_free_id (self, edition->id, edition->digest, error);

  other = find_free_id (self, edition->id, digest, error);
  if (other == NULL || !rename_edition (self, number, other, error))
    return NULL;

  return g_strdup (edition->id);
}

static gboolean
insert_edition (MdgDatabase *self,
                const MdgEdition *edition,
                MdgOrigin origin,
                gint64 *number,
                GError **error)
{
  g_autofree char *id = claim_id (self, edition, origin, error);
  g_autoptr (sqlite3_stmt) statement = NULL;

  if (id == NULL)
    return FALSE;

  statement = mdg_database_prepare (
    self,
    "INSERT INTO editions (id, title, publisher, url, published, digest, importer_version, origin,"
    " trust, file_name, imported_at, report) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    error);
  if (statement == NULL)
    return FALSE;

  mdg_database_bind_text (statement, 1, id);
  mdg_database_bind_text (statement, 2, edition->title != NULL ? edition->title : "");
  mdg_database_bind_text (statement, 3, edition->publisher != NULL ? edition->publisher : "");
  mdg_database_bind_text (statement, 4, edition->url);
  sqlite3_bind_int64 (statement, 5, edition->published);
  mdg_database_bind_text (statement, 6, edition->digest);
  sqlite3_bind_int64 (statement, 7, edition->importer_version);
  sqlite3_bind_int (statement, 8, origin);
  sqlite3_bind_int (statement, 9, edition->trust);
  mdg_database_bind_text (statement, 10, edition->file_name);
  sqlite3_bind_int64 (statement, 11,
                      edition->imported_at != 0 ? edition->imported_at
                                                : g_get_real_time () / G_USEC_PER_SEC);
  mdg_database_bind_text (statement, 12, edition->report);

  if (!mdg_database_finish (self, statement, error))
    return FALSE;

  *number = sqlite3_last_insert_rowid (self->handle);
  return TRUE;
}

static gboolean
insert_observations (MdgDatabase *self,
                     const MdgBatch *batch,
                     const gint64 *numbers,
                     GError **error)
{
  /* Within one edition the more precise reading of a figure wins, whichever comes first. */
  g_autoptr (sqlite3_stmt) statement = mdg_database_prepare (
    self,
    "INSERT INTO observations (edition, month, as_of, area, facility_type, measure, quality,"
    " precision, doubt, page, digits, decimals) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
    " ON CONFLICT DO UPDATE SET quality = excluded.quality, precision = excluded.precision,"
    " doubt = excluded.doubt, page = excluded.page, digits = excluded.digits,"
    " decimals = excluded.decimals WHERE excluded.precision > precision",
    error);

  if (statement == NULL)
    return FALSE;

  for (guint i = 0; i < batch->observations->len; i++)
    {
      const MdgObservation *observation = &g_array_index (batch->observations, MdgObservation, i);

      sqlite3_bind_int64 (statement, 1, numbers[observation->edition]);
      sqlite3_bind_int (statement, 2, observation->month);
      sqlite3_bind_int64 (statement, 3, observation->as_of);
      sqlite3_bind_int (statement, 4, observation->area);
      sqlite3_bind_int (statement, 5, observation->facility_type);
      sqlite3_bind_int (statement, 6, observation->measure);
      sqlite3_bind_int (statement, 7, observation->quality);
      sqlite3_bind_int (statement, 8, observation->precision);
      sqlite3_bind_int (statement, 9, observation->doubt);
      sqlite3_bind_int (statement, 10, observation->page);
      sqlite3_bind_int64 (statement, 11, observation->value.digits);
      sqlite3_bind_int (statement, 12, observation->value.decimals);
      if (!mdg_database_finish (self, statement, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * mdg_database_insert_batch:
 * @self: a database in a transaction
 * @batch: editions and their figures
 * @origin: where they come from
 * @error: return location for a #MDG_STORE_ERROR
 *
 * Writes editions and figures, and counts the change. The bundle takes the ids it wants; what is
 * imported takes those that are free.
 *
 * Returns: whether all was written
 */
gboolean
mdg_database_insert_batch (MdgDatabase *self,
                           const MdgBatch *batch,
                           MdgOrigin origin,
                           GError **error)
{
  g_autofree gint64 *numbers = g_new (gint64, batch->editions->len);

  for (guint i = 0; i < batch->editions->len; i++)
    {
      if (!insert_edition (self, g_ptr_array_index (batch->editions, i), origin, &numbers[i],
                           error))
        return FALSE;
    }

  return insert_observations (self, batch, numbers, error) && count_change (self, error);
}

/**
 * mdg_database_has_digest:
 * @self: a database
 * @digest: SHA-256 of a file, in lower-case hex
 * @has: (out): whether an edition that was read from that file is there, and not removed
 * @error: return location for a #MDG_STORE_ERROR
 *
 * Finds out whether a file was stored before.
 *
 * Returns: whether that could be found out
 */
gboolean
mdg_database_has_digest (MdgDatabase *self, const char *digest, gboolean *has, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = mdg_database_prepare (
    self, "SELECT 1 FROM editions WHERE digest = ? AND removed_at = 0", error);
  int result;

  if (statement == NULL)
    return FALSE;

  mdg_database_bind_text (statement, 1, digest);
  result = mdg_database_step (self, statement, error);
  *has = result == SQLITE_ROW;

  return result == SQLITE_ROW || result == SQLITE_DONE;
}

static gboolean
has_any (MdgDatabase *self, const MdgBatch *batch, gboolean *has, GError **error)
{
  *has = FALSE;
  for (guint i = 0; i < batch->editions->len && !*has; i++)
    {
      const MdgEdition *edition = g_ptr_array_index (batch->editions, i);

      if (!mdg_database_has_digest (self, edition->digest, has, error))
        return FALSE;
    }

  return TRUE;
}

/* A file that was removed and is imported again is read anew: by a later importer, and with the
 * answers of today. */
static gboolean
replace_removed (MdgDatabase *self, const MdgBatch *batch, GError **error)
{
  g_autoptr (sqlite3_stmt) statement =
    mdg_database_prepare (self, "DELETE FROM editions WHERE digest = ? AND removed_at <> 0", error);

  if (statement == NULL)
    return FALSE;

  for (guint i = 0; i < batch->editions->len; i++)
    {
      const MdgEdition *edition = g_ptr_array_index (batch->editions, i);

      mdg_database_bind_text (statement, 1, edition->digest);
      if (!mdg_database_finish (self, statement, error))
        return FALSE;
    }

  return mdg_database_insert_batch (self, batch, MDG_ORIGIN_IMPORTED, error);
}

/**
 * mdg_database_store_batch:
 * @self: a database
 * @batch: editions and their figures, as an importer read them
 * @result: (out) (optional): whether the batch was stored now or before
 * @error: return location for a #MDG_STORE_ERROR
 *
 * Stores a batch as imported editions, in one transaction. If one of its files is stored already,
 * nothing changes; one that was removed is replaced. An edition without the time of its import gets
 * the present one. Where another file has the same edition id, the first eight digits of the digest
 * are added to it: take the digest, not the id, to undo the import.
 *
 * Returns: whether the batch is stored
 */
gboolean
mdg_database_store_batch (MdgDatabase *self,
                          const MdgBatch *batch,
                          MdgStoreResult *result,
                          GError **error)
{
  gboolean has = FALSE;
  gboolean succeeded;

  if (!mdg_database_begin_write (self, error))
    return FALSE;

  succeeded = has_any (self, batch, &has, error) && (has || replace_removed (self, batch, error));
  if (!mdg_database_end (self, succeeded, error))
    return FALSE;

  if (result != NULL)
    *result = has ? MDG_ALREADY_STORED : MDG_STORED;
  return TRUE;
}

/* Runs @sql, which has the name of an edition as ?1, the origin as ?2 and the time as ?3, and
 * reports with @missing, which has a place for the name, if that changes nothing. */
static gboolean
change_editions (MdgDatabase *self,
                 const char *sql,
                 const char *edition,
                 const char *missing,
                 GError **error)
{
  g_autoptr (sqlite3_stmt) statement = NULL;
  gboolean succeeded;

  if (!mdg_database_begin_write (self, error))
    return FALSE;

  statement = mdg_database_prepare (self, sql, error);
  if (statement != NULL)
    {
      mdg_database_bind_text (statement, 1, edition);
      sqlite3_bind_int (statement, 2, MDG_ORIGIN_IMPORTED);
      sqlite3_bind_int64 (statement, 3, MAX (g_get_real_time () / G_USEC_PER_SEC, 1));
    }
  succeeded = statement != NULL && mdg_database_finish (self, statement, error);

  if (succeeded && sqlite3_changes (self->handle) == 0)
    {
      g_autoptr (GString) message = g_string_new (missing);

      g_string_replace (message, "%s", edition, 1);
      g_set_error_literal (error, MDG_STORE_ERROR, MDG_STORE_ERROR_NOT_FOUND, message->str);
      succeeded = FALSE;
    }

  return mdg_database_end (self, succeeded && count_change (self, error), error);
}

/**
 * mdg_database_remove_edition:
 * @self: a database
 * @edition: id of an imported edition, or digest of an imported file
 * @error: return location for a #MDG_STORE_ERROR
 *
 * Undoes an import: the edition, or all that were read from the file, are shown no more. They are
 * kept with their figures: [method@Database.restore_edition] brings them back.
 *
 * Returns: whether something was removed; %MDG_STORE_ERROR_NOT_FOUND is set if no imported edition
 *   that is shown is called so
 */
gboolean
mdg_database_remove_edition (MdgDatabase *self, const char *edition, GError **error)
{
  return change_editions (
    self,
    "UPDATE editions SET removed_at = ?3"
    " WHERE (id = ?1 OR digest = ?1) AND origin = ?2 AND removed_at = 0",
    edition,
    _ ("There is no imported edition “%s”: it was removed before, or it comes with the "
       "program and stays."),
    error);
}

/**
 * mdg_database_restore_edition:
 * @self: a database
 * @edition: id of a removed edition, or digest of the file it was read from
 * @error: return location for a #MDG_STORE_ERROR
 *
 * Takes back [method@Database.remove_edition]: everything is as it was.
 *
 * Returns: whether something was restored; %MDG_STORE_ERROR_NOT_FOUND is set if no removed edition
 *   is called so
 */
gboolean
mdg_database_restore_edition (MdgDatabase *self, const char *edition, GError **error)
{
  return change_editions (
    self,
    "UPDATE editions SET removed_at = 0"
    " WHERE (id = ?1 OR digest = ?1) AND origin = ?2 AND removed_at <> 0",
    edition,
    _ ("There is no removed edition “%s”: it was restored, imported again or deleted before."),
    error);
}

/**
 * mdg_database_delete_removed:
 * @self: a database
 * @edition: id of a removed edition, or digest of the file it was read from
 * @error: return location for a #MDG_STORE_ERROR
 *
 * Deletes what was removed, for good. What is shown is never deleted by this.
 *
 * Returns: whether something was deleted; %MDG_STORE_ERROR_NOT_FOUND is set if no removed edition
 *   is called so
 */
gboolean
mdg_database_delete_removed (MdgDatabase *self, const char *edition, GError **error)
{
  return change_editions (
    self, "DELETE FROM editions WHERE (id = ?1 OR digest = ?1) AND origin = ?2 AND removed_at <> 0",
    edition,
    _ ("There is no removed edition “%s”: it was restored, imported again or deleted before."),
    error);
}
