/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz/fuzz-import.h"

#include "fuzz/mdg-fuzz.h"
#include "import/mdg-import-comparison.h"
#include "import/mdg-laws.h"

/* What holds of every result, whatever the file was: no law is broken, and the report can be kept,
 * read again and shown. */
static void
check_result (MdgImportResult *result)
{
  g_autoptr (GPtrArray) violations = mdg_laws_check (result->batch);
  g_autoptr (MdgImportReport) report = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_autofree char *again = NULL;
  const char *kept = mdg_import_result_get_edition (result)->report;

  mdg_fuzz_assert (violations->len == 0);
  mdg_fuzz_assert (kept != NULL);
  report = mdg_import_report_parse (kept, &error);
  mdg_fuzz_assert (report != NULL);
  again = mdg_import_report_serialize (report);
  mdg_fuzz_assert (g_str_equal (kept, again));
  text = mdg_import_report_render (report);
  mdg_fuzz_assert (g_utf8_validate (text, -1, NULL));

  for (guint i = 0; i < result->batch->observations->len; i++)
    {
      const MdgObservation *observation =
        &g_array_index (result->batch->observations, MdgObservation, i);

      mdg_fuzz_assert (observation->measure < MDG_N_MEASURES);
      mdg_fuzz_assert (observation->area < MDG_N_AREAS);
      mdg_fuzz_assert (observation->facility_type < MDG_N_FACILITY_TYPES);
    }
}

/* The answers that a person could give: the first choice of everything. */
static GHashTable *
answer_all (const MdgImportResult *result)
{
  GHashTable *answers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint i = 0; i < result->questions->len; i++)
    {
      const MdgImportQuestion *question = g_ptr_array_index (result->questions, i);
      const char *answer = "2025-10";

      if (question->choices->len > 0)
        answer = ((MdgImportChoice *) g_ptr_array_index (question->choices, 0))->answer;
      g_hash_table_insert (answers, g_strdup (question->id), g_strdup (answer));
    }

  return answers;
}

static void
accept_everything (MdgImportResult *result)
{
  for (guint i = 0; i < result->report->entries->len; i++)
    {
      MdgReportEntry *entry = g_ptr_array_index (result->report->entries, i);

      if (mdg_import_result_can_accept (result, entry))
        mdg_import_result_accept_printed (result, entry);
    }

  for (guint i = 0; i < result->report->entries->len; i++)
    mdg_fuzz_assert (
      !mdg_import_result_can_accept (result, g_ptr_array_index (result->report->entries, i)));
}

/**
 * mdg_fuzz_import:
 * @bytes: a file
 *
 * Imports a file, answers what it asks, accepts what it refuses, and checks what must hold of every
 * result.
 */
void
mdg_fuzz_import (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MdgImportResult) result = mdg_import_bytes (bytes, "input", NULL, NULL, &error);
  g_autoptr (MdgImportComparison) comparison = NULL;
  g_autoptr (MdgFigures) figures = NULL;

  mdg_fuzz_assert ((result == NULL) == (error != NULL));
  if (result == NULL)
    {
      mdg_fuzz_assert (g_utf8_validate (error->message, -1, NULL));
      return;
    }

  check_result (result);
  if (result->questions->len > 0)
    {
      g_autoptr (GHashTable) answers = answer_all (result);
      g_autoptr (MdgImportResult) answered =
        mdg_import_bytes (bytes, "input", &(MdgImportOptions) { .answers = answers }, NULL, &error);

      mdg_fuzz_assert ((answered == NULL) == (error != NULL));
      if (answered != NULL)
        check_result (answered);
    }

  figures = mdg_figures_new (result->batch);
  comparison = mdg_import_compare (result->batch, figures);
  mdg_fuzz_assert (comparison->n_new == 0);
  accept_everything (result);
}
