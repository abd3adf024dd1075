/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/mdg-bundle.h"

#include <gio/gio.h>
#include <glib/gi18n.h>
#include <string.h>

#define DATASETS RESOURCE_PREFIX "/datasets/"
#define REPORTS DATASETS "reports/"

enum
{
  COLUMN_ID,
  COLUMN_TITLE,
  COLUMN_PUBLISHER,
  COLUMN_URL,
  COLUMN_PUBLISHED,
  COLUMN_DIGEST,
  COLUMN_IMPORTER_VERSION,
  COLUMN_TRUST,
  COLUMN_LICENCE,
  N_COLUMNS,
};

const char *const MDG_EDITIONS_HEADER =
  "id,title,publisher,url,published,digest,importer_version,trust,licence";

static GBytes *
lookup (const char *name, GError **error)
{
  g_autofree char *path = g_strconcat (DATASETS, name, NULL);

  return g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
}

static void
report_bad_edition (MdgCsvReader *reader, const char *column, guint index, GError **error)
{
  g_set_error (error, MDG_TIDY_ERROR, MDG_TIDY_ERROR_VALUE,
               _ ("Line %u: “%s” does not fit in the column “%s” of this row; correct it."),
               mdg_csv_reader_get_line (reader), mdg_csv_reader_get (reader, index), column);
}

static char *
dup_cell (MdgCsvReader *reader, guint column)
{
  return g_strdup (mdg_csv_reader_get (reader, column));
}

static gboolean
is_digest (const char *text)
{
  return strlen (text) == 64 && strspn (text, "0123456789abcdef") == 64;
}

static MdgEdition *
read_edition (MdgCsvReader *reader, GError **error)
{
  g_autoptr (MdgEdition) edition = mdg_edition_new ();
  const char *published = mdg_csv_reader_get (reader, COLUMN_PUBLISHED);
  const char *url = mdg_csv_reader_get (reader, COLUMN_URL);
  guint64 version;

  if (mdg_csv_reader_get_n (reader) != N_COLUMNS)
    {
      g_set_error (error, MDG_TIDY_ERROR, MDG_TIDY_ERROR_ROW,
                   _ ("Line %u has %u columns instead of %d; put texts with commas in quotes."),
                   mdg_csv_reader_get_line (reader), mdg_csv_reader_get_n (reader), N_COLUMNS);
      return NULL;
    }

  edition->id = dup_cell (reader, COLUMN_ID);
  edition->title = dup_cell (reader, COLUMN_TITLE);
  edition->publisher = dup_cell (reader, COLUMN_PUBLISHER);
  edition->url = *url != '\0' ? g_strdup (url) : NULL;
  edition->digest = dup_cell (reader, COLUMN_DIGEST);
  edition->origin = MDG_ORIGIN_BUNDLED;

  if (*edition->id == '\0')
    report_bad_edition (reader, "id", COLUMN_ID, error);
  else if (*published != '\0' && !mdg_day_parse (published, &edition->published))
    report_bad_edition (reader, "published", COLUMN_PUBLISHED, error);
  else if (!is_digest (edition->digest))
    report_bad_edition (reader, "digest", COLUMN_DIGEST, error);
  else if (!g_ascii_string_to_unsigned (mdg_csv_reader_get (reader, COLUMN_IMPORTER_VERSION), 10, 0,
                                        G_MAXUINT, &version, NULL))
    report_bad_edition (reader, "importer_version", COLUMN_IMPORTER_VERSION, error);
  else if (!mdg_trust_from_id (mdg_csv_reader_get (reader, COLUMN_TRUST), &edition->trust))
    report_bad_edition (reader, "trust", COLUMN_TRUST, error);
  else
    {
      edition->importer_version = version;
      return g_steal_pointer (&edition);
    }

  return NULL;
}

/* Returns the editions' indexes by id. */
static GHashTable *
read_editions (GBytes *bytes, MdgBatch *batch, GError **error)
{
  g_autoptr (GHashTable) indexes = g_hash_table_new (g_str_hash, g_str_equal);
  g_auto (MdgCsvReader) reader;
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);

  mdg_csv_reader_init (&reader, text, length);
  if (!mdg_tidy_read_header (&reader, MDG_EDITIONS_HEADER, error))
    return NULL;

  while (mdg_csv_reader_next (&reader))
    {
      MdgEdition *edition = read_edition (&reader, error);

      if (edition == NULL)
        return NULL;
      if (g_hash_table_contains (indexes, edition->id) || batch->editions->len == G_MAXUINT16)
        {
          report_bad_edition (&reader, "id", COLUMN_ID, error);
          mdg_edition_unref (edition);
          return NULL;
        }
      g_hash_table_insert (indexes, edition->id,
                           GUINT_TO_POINTER (mdg_batch_add_edition (batch, edition)));
    }

  return g_steal_pointer (&indexes);
}

static gboolean
read_observations (GBytes *bytes, GHashTable *indexes, MdgBatch *batch, GError **error)
{
  g_auto (MdgCsvReader) reader;
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);

  mdg_csv_reader_init (&reader, text, length);
  if (!mdg_tidy_read_header (&reader, MDG_TIDY_HEADER, error))
    return FALSE;

  while (mdg_csv_reader_next (&reader))
    {
      MdgObservation observation;
      const char *id;
      gpointer index;

      if (!mdg_tidy_read_record (&reader, &observation, &id, error))
        return FALSE;
      if (!g_hash_table_lookup_extended (indexes, id, NULL, &index))
        {
          g_set_error (error, MDG_TIDY_ERROR, MDG_TIDY_ERROR_EDITION,
                       _ ("Line %u names the edition “%s”, which is not in the list of editions; "
                          "add it there."),
                       mdg_csv_reader_get_line (&reader), id);
          return FALSE;
        }

      observation.edition = GPOINTER_TO_UINT (index);
      mdg_batch_add (batch, &observation);
    }

  return TRUE;
}

static void
read_reports (MdgBatch *batch)
{
  for (guint i = 0; i < batch->editions->len; i++)
    {
      MdgEdition *edition = g_ptr_array_index (batch->editions, i);
      g_autofree char *name = g_strconcat ("reports/", edition->id, ".report", NULL);
      g_autoptr (GBytes) bytes = lookup (name, NULL);
      gsize length;
      const char *text;

      if (bytes == NULL)
        continue;
      text = g_bytes_get_data (bytes, &length);
      edition->report = g_strndup (text, length);
    }
}

/**
 * mdg_bundle_parse:
 * @editions: the list of editions, under the columns of %MDG_EDITIONS_HEADER
 * @observations: their figures, under the columns of %MDG_TIDY_HEADER
 * @error: return location for a #MDG_TIDY_ERROR
 *
 * Reads a set of editions and figures from tidy CSV.
 *
 * Returns: (transfer full): the batch, or %NULL with @error set, which names the file and the line
 */
MdgBatch *
mdg_bundle_parse (GBytes *editions, GBytes *observations, GError **error)
{
  g_autoptr (MdgBatch) batch = mdg_batch_new ();
  g_autoptr (GHashTable) indexes = NULL;

  indexes = read_editions (editions, batch, error);
  if (indexes == NULL)
    {
      g_prefix_error (error, "editions.csv: ");
      return NULL;
    }
  if (!read_observations (observations, indexes, batch, error))
    {
      g_prefix_error (error, "observations.csv: ");
      return NULL;
    }

  return g_steal_pointer (&batch);
}

/**
 * mdg_bundle_load:
 * @error: return location for a #MDG_TIDY_ERROR or #GResourceError
 *
 * Reads the figures that come with the program.
 *
 * Returns: (transfer full): the batch, or %NULL with @error set
 */
MdgBatch *
mdg_bundle_load (GError **error)
{
  g_autoptr (GBytes) editions = lookup ("editions.csv", error);
  g_autoptr (GBytes) observations = NULL;
  MdgBatch *batch;

  if (editions == NULL)
    return NULL;
  observations = lookup ("observations.csv", error);
  if (observations == NULL)
    return NULL;

  batch = mdg_bundle_parse (editions, observations, error);
  if (batch != NULL)
    read_reports (batch);

  return batch;
}

static void
update_checksum (GChecksum *checksum, const char *name)
{
  g_autoptr (GBytes) bytes = lookup (name, NULL);
  gsize length = 0;
  gconstpointer data = bytes != NULL ? g_bytes_get_data (bytes, &length) : NULL;
  g_autofree char *head = g_strdup_printf ("%s %" G_GSIZE_FORMAT "\n", name, length);

  g_checksum_update (checksum, (const guchar *) head, strlen (head));
  if (length > 0)
    g_checksum_update (checksum, data, length);
}

static int
compare_strings (const void *a, const void *b, void *data)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/**
 * mdg_bundle_get_version:
 *
 * Computes a digest over all that the bundle holds.
 *
 * Returns: (transfer full): SHA-256 in lower-case hex
 */
char *
mdg_bundle_get_version (void)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_auto (GStrv) reports =
    g_resources_enumerate_children (REPORTS, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  update_checksum (checksum, "editions.csv");
  update_checksum (checksum, "observations.csv");

  if (reports != NULL)
    g_sort_array (reports, g_strv_length (reports), sizeof *reports, compare_strings, NULL);
  for (guint i = 0; reports != NULL && reports[i] != NULL; i++)
    {
      g_autofree char *name = g_strconcat ("reports/", reports[i], NULL);

      update_checksum (checksum, name);
    }

  return g_strdup (g_checksum_get_string (checksum));
}
