/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/mdg-datasets.h"

#include "core/mdg-bundle.h"
#include "core/mdg-csv.h"
#include "core/mdg-observation.h"
#include "import/mdg-history.h"
#include "import/mdg-laws.h"

#include <string.h>

#define EDITIONS_HEADER "id,title,publisher,url,published,digest,importer_version,trust,licence\n"

/* What the text of the deck does not say about itself. */
#define DECK_TITLE "マイナ保険証の利用促進等について（第203回社会保障審議会医療保険部会）"
#define DECK_CREDIT                                                                           \
  "出典：厚生労働省「マイナ保険証の利用促進等について」（第203回社会保障審議会医療保険部会、" \
  "令和7年11月13日）"

static const char *const history_files[] = {
  "history-national.csv",
  "history-facility.csv",
  "history-prefecture.csv",
  "history-registration.csv",
};

static MdgBatch *
import_deck (const char *source_folder, GError **error)
{
  g_autofree char *path = g_build_filename (source_folder, MDG_DECK_FILE, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (MdgImportResult) result = mdg_import_file (file, NULL, NULL, error);
  MdgEdition *edition;

  if (result == NULL)
    return NULL;

  edition = g_ptr_array_index (result->batch->editions, 0);
  g_set_str (&edition->id, MDG_DECK_EDITION);
  g_set_str (&edition->title, DECK_TITLE);
  edition->published = mdg_day_new (2025, 11, 13);
  edition->origin = MDG_ORIGIN_BUNDLED;

  return g_steal_pointer (&result->batch);
}

static gboolean
append_history (MdgBatch *batch, const char *source_folder, GError **error)
{
  char *texts[G_N_ELEMENTS (history_files)] = { NULL };
  MdgHistoryFile files[G_N_ELEMENTS (history_files)];
  gboolean done = TRUE;

  for (guint i = 0; done && i < G_N_ELEMENTS (history_files); i++)
    {
      g_autofree char *path = g_build_filename (source_folder, history_files[i], NULL);

      done = g_file_get_contents (path, &texts[i], NULL, error);
      files[i] = (MdgHistoryFile) { history_files[i], texts[i] };
    }
  done = done && mdg_history_append (batch, files, G_N_ELEMENTS (history_files), error);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_clear_pointer (&texts[i], g_free);

  return done;
}

static int
compare_editions (gconstpointer a, gconstpointer b, gpointer data)
{
  const MdgBatch *batch = data;
  const MdgEdition *edition_a = g_ptr_array_index (batch->editions, *(const guint *) a);
  const MdgEdition *edition_b = g_ptr_array_index (batch->editions, *(const guint *) b);
  gboolean a_is_deck = strcmp (edition_a->id, MDG_DECK_EDITION) == 0;
  gboolean b_is_deck = strcmp (edition_b->id, MDG_DECK_EDITION) == 0;

  if (a_is_deck != b_is_deck)
    return a_is_deck ? -1 : 1;

  return strcmp (edition_a->id, edition_b->id);
}

static void
append_edition (GString *out, const MdgEdition *edition)
{
  g_autofree char *published =
    edition->published != MDG_DAY_NONE ? mdg_day_to_string (edition->published) : g_strdup ("");
  gboolean is_deck = strcmp (edition->id, MDG_DECK_EDITION) == 0;
  const char *const texts[] = { edition->id,        edition->title,
                                edition->publisher, edition->url != NULL ? edition->url : "",
                                published,          edition->digest };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      mdg_csv_append (out, texts[i]);
      g_string_append_c (out, ',');
    }
  g_string_append_printf (out, "%u,%s,", edition->importer_version,
                          mdg_trust_get_id (edition->trust));
  mdg_csv_append (out, is_deck ? DECK_CREDIT : "");
  g_string_append_c (out, '\n');
}

static int
compare_observations (gconstpointer a, gconstpointer b)
{
  return mdg_observation_compare_key (a, b);
}

static void
write_texts (MdgDatasets *self)
{
  guint n = self->batch->editions->len;
  g_autofree guint *order = g_new (guint, n);
  g_autoptr (GString) editions = g_string_new (EDITIONS_HEADER);
  g_autoptr (GString) observations = g_string_new (MDG_TIDY_HEADER);

  for (guint i = 0; i < n; i++)
    order[i] = i;
  g_sort_array (order, n, sizeof (guint), compare_editions, self->batch);
  g_array_sort (self->batch->observations, compare_observations);

  g_string_append_c (observations, '\n');
  for (guint i = 0; i < n; i++)
    {
      const MdgEdition *edition = g_ptr_array_index (self->batch->editions, order[i]);

      append_edition (editions, edition);
      for (guint j = 0; j < self->batch->observations->len; j++)
        {
          const MdgObservation *observation =
            &g_array_index (self->batch->observations, MdgObservation, j);

          if (observation->edition == order[i])
            mdg_tidy_append_row (observations, observation, edition);
        }
    }

  self->editions = g_string_free_and_steal (g_steal_pointer (&editions));
  self->observations = g_string_free_and_steal (g_steal_pointer (&observations));
}

/* Nothing is bundled that breaks a law. */
static gboolean
check_laws (const MdgBatch *batch, GError **error)
{
  g_autoptr (GPtrArray) violations = mdg_laws_check (batch);
  g_autofree char *first = NULL;

  if (violations->len == 0)
    return TRUE;

  first = mdg_import_message_render (g_ptr_array_index (violations, 0));
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "%u laws are broken: %s",
               violations->len, first);
  return FALSE;
}

/**
 * mdg_datasets_make:
 * @source_folder: folder with the deck's text and the history files
 * @error: return location for an error
 *
 * Makes the bundled data.
 *
 * Returns: (transfer full) (nullable): the data, or %NULL with @error set
 */
MdgDatasets *
mdg_datasets_make (const char *source_folder, GError **error)
{
  g_autoptr (MdgDatasets) self = g_new0 (MdgDatasets, 1);
  MdgEdition *deck;

  self->batch = import_deck (source_folder, error);
  if (self->batch == NULL)
    return NULL;

  deck = g_ptr_array_index (self->batch->editions, 0);
  self->report = g_strconcat (deck->report, "\n", NULL);
  if (!append_history (self->batch, source_folder, error) || !check_laws (self->batch, error))
    return NULL;
  for (guint i = 0; i < self->batch->editions->len; i++)
    ((MdgEdition *) g_ptr_array_index (self->batch->editions, i))->importer_version =
      MDG_IMPORTER_VERSION;
  write_texts (self);

  return g_steal_pointer (&self);
}

/**
 * mdg_datasets_write:
 * @self: the data
 * @target_folder: folder to write to
 * @error: return location for an error
 *
 * Writes the files that are bundled.
 *
 * Returns: whether all were written
 */
gboolean
mdg_datasets_write (const MdgDatasets *self, const char *target_folder, GError **error)
{
  g_autofree char *editions = g_build_filename (target_folder, "editions.csv", NULL);
  g_autofree char *observations = g_build_filename (target_folder, "observations.csv", NULL);
  g_autofree char *report =
    g_build_filename (target_folder, "reports", MDG_DECK_EDITION ".report", NULL);

  return g_file_set_contents (editions, self->editions, -1, error) &&
         g_file_set_contents (observations, self->observations, -1, error) &&
         g_file_set_contents (report, self->report, -1, error);
}

/**
 * mdg_datasets_free:
 * @self: (nullable): data
 *
 * Frees the data.
 */
void
mdg_datasets_free (MdgDatasets *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->batch, mdg_batch_free);
  g_free (self->editions);
  g_free (self->observations);
  g_free (self->report);
  g_free (self);
}
