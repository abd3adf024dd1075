/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/mdg-bundle.h"
#include "core/mdg-database-private.h"

#include <glib/gi18n.h>

#define SELECT_SERIAL "SELECT value FROM meta WHERE key = 'figures_serial'"

/* Any process that changes figures counts this up, so that others need not read them to know. */
static gboolean
count_change (MdgDatabase *self, GError **error)
{
  return mdg_database_exec (self,
                            "INSERT INTO meta (key, value) VALUES ('figures_serial', 1)"
                            " ON CONFLICT (key) DO UPDATE SET value = value + 1",
                            error);
}

static gboolean
insert_edition (MdgDatabase *self,
                const MdgEdition *edition,
                MdgOrigin origin,
                gint64 *number,
                GError **error)
{
  g_autoptr (sqlite3_stmt) statement = mdg_database_prepare (
    self,
    "INSERT INTO editions (id, title, publisher, url, published, digest, importer_version, origin,"
    " trust, file_name, imported_at, report)"
    " SELECT iif (EXISTS (SELECT 1 FROM editions WHERE id = ?1), ?1 || '-' || substr (?6, 1, 8), ?1),"
    " ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12",
    error);

  if (statement == NULL)
    return FALSE;

  mdg_database_bind_text (statement, 1, edition->id);
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

static gboolean
insert_batch (MdgDatabase *self, const MdgBatch *batch, MdgOrigin origin, GError **error)
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

/* An edition that was imported and now comes with the program: the same file becomes the bundled
 * edition, another file of the same publication gives up the id. */
static gboolean
make_way (MdgDatabase *self, const MdgEdition *edition, GError **error)
{
  g_autoptr (sqlite3_stmt) remove =
    mdg_database_prepare (self, "DELETE FROM editions WHERE digest = ? AND origin = ?", error);
  g_autoptr (sqlite3_stmt) rename = mdg_database_prepare (
    self, "UPDATE editions SET id = id || '-' || substr (digest, 1, 8) WHERE id = ? AND origin = ?",
    error);

  if (remove == NULL || rename == NULL)
    return FALSE;

  mdg_database_bind_text (remove, 1, edition->digest);
  sqlite3_bind_int (remove, 2, MDG_ORIGIN_IMPORTED);
  mdg_database_bind_text (rename, 1, edition->id);
  sqlite3_bind_int (rename, 2, MDG_ORIGIN_IMPORTED);

  return mdg_database_finish (self, remove, error) && mdg_database_finish (self, rename, error);
}

static gboolean
has_bundle (MdgDatabase *self, const char *version, gboolean *has, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = mdg_database_prepare (
    self, "SELECT 1 FROM meta WHERE key = 'bundle_version' AND value = ?", error);
  int result;

  if (statement == NULL)
    return FALSE;

  mdg_database_bind_text (statement, 1, version);
  result = mdg_database_step (self, statement, error);
  *has = result == SQLITE_ROW;

  return result == SQLITE_ROW || result == SQLITE_DONE;
}

static gboolean
replace_bundle (MdgDatabase *self, const MdgBatch *bundle, const char *version, GError **error)
{
  g_autoptr (sqlite3_stmt) remove =
    mdg_database_prepare (self, "DELETE FROM editions WHERE origin = ?", error);
  g_autoptr (sqlite3_stmt) mark =
    mdg_database_prepare (self,
                          "INSERT INTO meta (key, value) VALUES ('bundle_version', ?1)"
                          " ON CONFLICT (key) DO UPDATE SET value = ?1",
                          error);

  if (remove == NULL || mark == NULL)
    return FALSE;

  sqlite3_bind_int (remove, 1, MDG_ORIGIN_BUNDLED);
  if (!mdg_database_finish (self, remove, error))
    return FALSE;

  for (guint i = 0; i < bundle->editions->len; i++)
    {
      if (!make_way (self, g_ptr_array_index (bundle->editions, i), error))
        return FALSE;
    }

  mdg_database_bind_text (mark, 1, version);
  return insert_batch (self, bundle, MDG_ORIGIN_BUNDLED, error) &&
         mdg_database_finish (self, mark, error);
}

/**
 * mdg_database_install_bundle:
 * @self: a database of this program's version
 * @error: return location for a #MDG_STORE_ERROR, #MDG_TIDY_ERROR or #GResourceError
 *
 * Makes the bundled editions those of this program, in one transaction. Imported editions stay.
 *
 * Returns: whether they are now
 */
gboolean
mdg_database_install_bundle (MdgDatabase *self, GError **error)
{
  g_autofree char *version = mdg_bundle_get_version ();
  g_autoptr (MdgBatch) bundle = NULL;
  gboolean has = FALSE;
  gboolean succeeded;

  if (!has_bundle (self, version, &has, error))
    return FALSE;
  if (has)
    return TRUE;

  bundle = mdg_bundle_load (error);
  if (bundle == NULL || !mdg_database_exec (self, "BEGIN IMMEDIATE", error))
    return FALSE;

  /* Another process may have done it while this one waited for the lock. */
  succeeded = has_bundle (self, version, &has, error) &&
              (has || replace_bundle (self, bundle, version, error));

  return mdg_database_end (self, succeeded, error);
}

/* What is written down is within the vocabulary, or this program did not write it. */
static gboolean
read_observation (sqlite3_stmt *row, GHashTable *indexes, MdgObservation *out)
{
  gpointer index;
  gint64 facility_type = sqlite3_column_int64 (row, 4);
  gint64 measure = sqlite3_column_int64 (row, 5);
  gint64 quality = sqlite3_column_int64 (row, 6);
  gint64 precision = sqlite3_column_int64 (row, 7);
  gint64 doubt = sqlite3_column_int64 (row, 8);

  if (!g_hash_table_lookup_extended (indexes, GINT_TO_POINTER (sqlite3_column_int (row, 0)), NULL,
                                     &index) ||
      facility_type >= MDG_N_FACILITY_TYPES || measure >= MDG_N_MEASURES ||
      quality >= MDG_N_QUALITIES || precision >= MDG_N_PRECISIONS || doubt >= MDG_N_DOUBTS)
    return FALSE;

  *out = (MdgObservation) {
    .edition = GPOINTER_TO_UINT (index),
    .month = sqlite3_column_int (row, 1),
    .as_of = sqlite3_column_int64 (row, 2),
    .area = sqlite3_column_int (row, 3),
    .facility_type = facility_type,
    .measure = measure,
    .quality = quality,
    .precision = precision,
    .doubt = doubt,
    .page = sqlite3_column_int (row, 9),
    .value = MDG_DECIMAL (sqlite3_column_int64 (row, 10), sqlite3_column_int (row, 11)),
  };

  return TRUE;
}

/* Returns the editions' indexes by number. */
static GHashTable *
load_editions (MdgDatabase *self, MdgBatch *batch, GError **error)
{
  g_autoptr (GHashTable) indexes = g_hash_table_new (NULL, NULL);
  g_autoptr (sqlite3_stmt) row = mdg_database_prepare (
    self,
    "SELECT number, id, title, publisher, url, published, digest, importer_version, origin, trust,"
    " file_name, imported_at, report FROM editions",
    error);
  int result;

  if (row == NULL)
    return NULL;

  while ((result = mdg_database_step (self, row, error)) == SQLITE_ROW)
    {
      MdgEdition *edition = mdg_edition_new ();

      edition->id = mdg_database_dup_text (row, 1);
      edition->title = mdg_database_dup_text (row, 2);
      edition->publisher = mdg_database_dup_text (row, 3);
      edition->url = mdg_database_dup_text (row, 4);
      edition->published = sqlite3_column_int64 (row, 5);
      edition->digest = mdg_database_dup_text (row, 6);
      edition->importer_version = sqlite3_column_int64 (row, 7);
      edition->origin = sqlite3_column_int (row, 8);
      edition->trust = CLAMP (sqlite3_column_int (row, 9), 0, MDG_TRUST_UNOFFICIAL);
      edition->file_name = mdg_database_dup_text (row, 10);
      edition->imported_at = sqlite3_column_int64 (row, 11);
      edition->report = mdg_database_dup_text (row, 12);
      g_hash_table_insert (indexes, GINT_TO_POINTER (sqlite3_column_int (row, 0)),
                           GUINT_TO_POINTER (mdg_batch_add_edition (batch, edition)));
    }

  return result == SQLITE_DONE ? g_steal_pointer (&indexes) : NULL;
}

static gboolean
load_batch (MdgDatabase *self, MdgBatch *batch, GError **error)
{
  g_autoptr (GHashTable) indexes = load_editions (self, batch, error);
  g_autoptr (sqlite3_stmt) row = mdg_database_prepare (
    self,
    "SELECT edition, month, as_of, area, facility_type, measure, quality, precision, doubt, page,"
    " digits, decimals FROM observations",
    indexes != NULL ? error : NULL);
  int result;

  if (indexes == NULL || row == NULL)
    return FALSE;

  while ((result = mdg_database_step (self, row, error)) == SQLITE_ROW)
    {
      MdgObservation observation;

      if (!read_observation (row, indexes, &observation))
        {
          g_set_error (error, MDG_STORE_ERROR, MDG_STORE_ERROR_DAMAGED,
                       _ ("The data file %s holds a figure that Madoguchi never writes. Close "
                          "Madoguchi, move the file to another folder, start again and import your "
                          "own files."),
                       self->path);
          return FALSE;
        }
      g_array_append_val (batch->observations, observation);
    }

  return result == SQLITE_DONE;
}

/* Within a transaction, so that the serial and the figures are of one moment. */
static gboolean
load_if_changed (MdgDatabase *self, GError **error)
{
  g_autoptr (MdgBatch) batch = NULL;
  gint64 serial = 0;

  if (!mdg_database_get_number (self, SELECT_SERIAL, &serial, error))
    return FALSE;
  if (self->figures != NULL && self->figures_serial == serial)
    return TRUE;

  batch = mdg_batch_new ();
  if (!load_batch (self, batch, error))
    return FALSE;

  g_clear_pointer (&self->figures, mdg_figures_unref);
  self->figures = mdg_figures_new (batch);
  self->figures_serial = serial;

  return TRUE;
}

/**
 * mdg_database_load_figures:
 * @self: a database
 * @error: return location for a #MDG_STORE_ERROR
 *
 * Reads all figures as they are at one moment, also while another process writes. As long as no
 * process has changed any, this gives the same object again, and costs next to nothing.
 *
 * Returns: (transfer full): the figures, or %NULL with @error set
 */
MdgFigures *
mdg_database_load_figures (MdgDatabase *self, GError **error)
{
  gboolean loaded;

  if (!mdg_database_exec (self, "BEGIN", error))
    return NULL;
  loaded = load_if_changed (self, error);

  return mdg_database_end (self, loaded, error) ? mdg_figures_ref (self->figures) : NULL;
}

/**
 * mdg_database_has_digest:
 * @self: a database
 * @digest: SHA-256 of a file, in lower-case hex
 * @has: (out): whether an edition was read from that file
 * @error: return location for a #MDG_STORE_ERROR
 *
 * Finds out whether a file was stored before.
 *
 * Returns: whether that could be found out
 */
gboolean
mdg_database_has_digest (MdgDatabase *self, const char *digest, gboolean *has, GError **error)
{
  g_autoptr (sqlite3_stmt) statement =
    mdg_database_prepare (self, "SELECT 1 FROM editions WHERE digest = ?", error);
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

/**
 * mdg_database_store_batch:
 * @self: a database
 * @batch: editions and their figures, as an importer read them
 * @result: (out) (optional): whether the batch was stored now or before
 * @error: return location for a #MDG_STORE_ERROR
 *
 * Stores a batch as imported editions, in one transaction. If one of its files is stored already,
 * nothing changes. An edition without the time of its import gets the present one. Where another
 * file has the same edition id, the first eight digits of the digest are added to it: take the
 * digest, not the id, to undo the import.
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

  succeeded = has_any (self, batch, &has, error) &&
              (has || insert_batch (self, batch, MDG_ORIGIN_IMPORTED, error));
  if (!mdg_database_end (self, succeeded, error))
    return FALSE;

  if (result != NULL)
    *result = has ? MDG_ALREADY_STORED : MDG_STORED;
  return TRUE;
}

/**
 * mdg_database_remove_edition:
 * @self: a database
 * @edition: id of an imported edition, or digest of an imported file
 * @error: return location for a #MDG_STORE_ERROR
 *
 * Undoes an import: removes the edition, or all that were read from the file, with their figures.
 *
 * Returns: whether something was removed; %MDG_STORE_ERROR_NOT_FOUND is set if no imported edition
 *   is called so
 */
gboolean
mdg_database_remove_edition (MdgDatabase *self, const char *edition, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = NULL;
  gboolean succeeded;

  if (!mdg_database_begin_write (self, error))
    return FALSE;

  statement = mdg_database_prepare (
    self, "DELETE FROM editions WHERE (id = ?1 OR digest = ?1) AND origin = ?2", error);
  if (statement != NULL)
    {
      mdg_database_bind_text (statement, 1, edition);
      sqlite3_bind_int (statement, 2, MDG_ORIGIN_IMPORTED);
    }
  succeeded = statement != NULL && mdg_database_finish (self, statement, error);

  if (succeeded && sqlite3_changes (self->handle) == 0)
    {
      g_set_error (
        error, MDG_STORE_ERROR, MDG_STORE_ERROR_NOT_FOUND,
        _ ("There is no imported edition “%s”: it was removed before, or it comes with the "
           "program and stays."),
        edition);
      succeeded = FALSE;
    }

  return mdg_database_end (self, succeeded && count_change (self, error), error);
}
