/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import/mdg-import-result.h"

/**
 * mdg_import_result_new:
 * @edition: (transfer full): what the file is
 *
 * Returns: (transfer full): a result without figures
 */
MdgImportResult *
mdg_import_result_new (MdgEdition *edition)
{
  MdgImportResult *self = g_new0 (MdgImportResult, 1);

  self->batch = mdg_batch_new ();
  mdg_batch_add_edition (self->batch, edition);
  self->report = mdg_import_report_new ();
  self->questions = g_ptr_array_new_with_free_func ((GDestroyNotify) mdg_import_question_free);

  return self;
}

/**
 * mdg_import_result_free:
 * @self: (nullable): a result
 *
 * Frees a result.
 */
void
mdg_import_result_free (MdgImportResult *self)
{
  if (self == NULL)
    return;

  mdg_batch_free (self->batch);
  mdg_import_report_free (self->report);
  g_ptr_array_unref (self->questions);
  g_free (self);
}

/**
 * mdg_import_result_get_edition:
 * @self: a result
 *
 * Returns: (transfer none): the edition that would be stored
 */
MdgEdition *
mdg_import_result_get_edition (const MdgImportResult *self)
{
  return g_ptr_array_index (self->batch->editions, 0);
}

/**
 * mdg_import_result_has_open_question:
 * @self: a result
 *
 * Returns: whether something is asked that was not answered
 */
gboolean
mdg_import_result_has_open_question (const MdgImportResult *self)
{
  for (guint i = 0; i < self->questions->len; i++)
    if (((const MdgImportQuestion *) g_ptr_array_index (self->questions, i))->answer == NULL)
      return TRUE;

  return FALSE;
}

static void
write_report (MdgImportResult *self)
{
  MdgEdition *edition = mdg_import_result_get_edition (self);

  g_free (edition->report);
  edition->report = mdg_import_report_serialize (self->report);
}

static int
compare_observations (gconstpointer a, gconstpointer b)
{
  return mdg_observation_compare_key (a, b);
}

/**
 * mdg_import_result_can_accept:
 * @self: a result
 * @entry: an entry of its report
 *
 * Returns: whether it is a refused table whose figures could be read, so that they can be taken as
 *   printed if the user wants them
 */
gboolean
mdg_import_result_can_accept (const MdgImportResult *self, const MdgReportEntry *entry)
{
  return entry->status == MDG_ENTRY_REFUSED && entry->as_printed->len > 0;
}

/**
 * mdg_import_result_accept_printed:
 * @self: a result
 * @entry: an entry of its report that can be accepted
 *
 * Takes the figures of a refused table as they are printed, because the user wants them although
 * they break a law. They never count as verified, and a figure that another table of the file hands
 * out stays as it is.
 */
void
mdg_import_result_accept_printed (MdgImportResult *self, MdgReportEntry *entry)
{
  g_autoptr (GHashTable) taken = NULL;
  guint n_taken;

  g_return_if_fail (mdg_import_result_can_accept (self, entry));

  n_taken = self->batch->observations->len;
  for (guint i = 0; i < entry->as_printed->len; i++)
    {
      MdgObservation observation = g_array_index (entry->as_printed, MdgObservation, i);
      gboolean is_new = TRUE;

      for (guint j = 0; is_new && j < n_taken; j++)
        is_new =
          mdg_observation_compare_key (
            &observation, &g_array_index (self->batch->observations, MdgObservation, j)) != 0;
      if (!is_new)
        continue;
      observation.quality = MDG_QUALITY_PRINTED;
      observation.edition = 0;
      mdg_batch_add (self->batch, &observation);
      entry->n_printed++;
    }

  entry->status = MDG_ENTRY_ACCEPTED;
  g_array_sort (self->batch->observations, compare_observations);
  write_report (self);
}

/**
 * mdg_import_result_keep_verified:
 * @self: a result
 *
 * Leaves out every figure that no law proves.
 */
void
mdg_import_result_keep_verified (MdgImportResult *self)
{
  GArray *observations = self->batch->observations;
  guint n_kept = 0;

  for (guint i = 0; i < observations->len; i++)
    {
      MdgObservation observation = g_array_index (observations, MdgObservation, i);

      if (observation.quality == MDG_QUALITY_VERIFIED)
        g_array_index (observations, MdgObservation, n_kept++) = observation;
    }
  g_array_set_size (observations, n_kept);

  for (guint i = 0; i < self->report->entries->len; i++)
    {
      MdgReportEntry *entry = g_ptr_array_index (self->report->entries, i);

      if (entry->n_printed == 0)
        continue;
      entry->n_printed = 0;
      entry->status =
        entry->n_verified + entry->n_confirmed > 0 ? MDG_ENTRY_VERIFIED : MDG_ENTRY_LEFT_OUT;
    }
  write_report (self);
}
