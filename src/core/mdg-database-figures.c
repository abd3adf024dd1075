/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/mdg-bundle.h"
#include "core/mdg-database-private.h"

#include <glib/gi18n.h>

#define SELECT_SERIAL "SELECT value FROM meta WHERE key = 'figures_serial'"

/* A file that was imported, removed or not, and now comes with the program becomes the bundled
 * edition. */
static gboolean
make_way (MdgDatabase *self, const MdgEdition *edition, GError **error)
{
  g_autoptr (sqlite3_stmt) remove =
    mdg_database_prepare (self, "DELETE FROM editions WHERE digest = ? AND origin = ?", error);

  if (remove == NULL)
    return FALSE;

  mdg_database_bind_text (remove, 1, edition->digest);
  sqlite3_bind_int (remove, 2, MDG_ORIGIN_IMPORTED);

  return mdg_database_finish (self, remove, error);
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
  return mdg_database_insert_batch (self, bundle, MDG_ORIGIN_BUNDLED, error) &&
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
    " file_name, imported_at, report, removed_at FROM editions",
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
      edition->removed_at = sqlite3_column_int64 (row, 13);
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
    " digits, decimals FROM observations"
    " WHERE edition NOT IN (SELECT number FROM editions WHERE removed_at <> 0)",
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
