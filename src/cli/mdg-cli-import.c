/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cli/mdg-cli-import.h"

#include <glib/gi18n.h>

#include "import/mdg-import-comparison.h"
#include "import/mdg-import-files.h"
#include "import/mdg-import.h"

/* What became of one file. */
typedef struct
{
  gboolean kept;    /* its figures are in the store, from now or from before */
  gboolean refused; /* the file, or a table of it, was refused */
} FileOutcome;

static void
accept_printed (MdgImportResult *import)
{
  for (guint i = 0; i < import->report->entries->len; i++)
    {
      MdgReportEntry *entry = g_ptr_array_index (import->report->entries, i);

      if (mdg_import_result_can_accept (import, entry))
        mdg_import_result_accept_printed (import, entry);
    }
}

/* Nobody is there to ask, so it is said how to answer. */
static void
print_questions (const char *path, const MdgImportResult *import)
{
  for (guint i = 0; i < import->questions->len; i++)
    {
      const MdgImportQuestion *question = g_ptr_array_index (import->questions, i);

      if (question->answer != NULL)
        continue;

      /* Translators: the file, what is asked about, and how to write the answer. */
      g_print (
        _ ("%s: the file does not tell this of “%s”. Answer with --answer=%s=… and one of:\n"),
        path, question->subject != NULL ? question->subject : "", question->id);
      if (question->choices->len == 0)
        g_print ("  2025-10\n");
      for (guint j = 0; j < question->choices->len; j++)
        {
          const MdgImportChoice *choice = g_ptr_array_index (question->choices, j);

          g_print ("  %s (%s)\n", choice->answer, choice->label);
        }
    }
}

static void
print_comparison (const char *path, const MdgBatch *batch, MdgFigures *known)
{
  g_autoptr (MdgImportComparison) comparison = mdg_import_compare (batch, known);

  if (comparison->conflicts->len > 0)
    g_print (g_dngettext (NULL,
                          "%s: %u figure differs from the one that is stored. Both are kept; the "
                          "better proved, then the later published one is shown.\n",
                          "%s: %u figures differ from those that are stored. Both are kept; the "
                          "better proved, then the later published ones are shown.\n",
                          comparison->conflicts->len),
             path, comparison->conflicts->len);
}

static FileOutcome
store_result (MdgDatabase *database,
              MdgFigures *known,
              const char *path,
              const MdgImportResult *import)
{
  const MdgEdition *edition = mdg_import_result_get_edition (import);
  FileOutcome outcome = { FALSE, mdg_import_report_count (import->report, MDG_ENTRY_REFUSED) > 0 ||
                                   mdg_import_result_has_open_question (import) };
  g_autoptr (GError) error = NULL;
  MdgStoreResult result;

  if (import->batch->observations->len == 0 && mdg_import_result_has_open_question (import))
    {
      g_printerr (_ ("%s: nothing was stored, because a question is open. Answer it as said above, "
                     "and import the file again.\n"),
                  path);
      return (FileOutcome) { FALSE, TRUE };
    }
  if (import->batch->observations->len == 0)
    {
      g_printerr (_ ("%s: no figure could be taken over, so nothing was stored. Compare the text "
                     "with the published deck, and import a corrected copy.\n"),
                  path);
      return (FileOutcome) { FALSE, TRUE };
    }
  if (!mdg_database_store_batch (database, import->batch, &result, &error))
    {
      g_printerr (_ ("%s: nothing was stored: %s\n"), path, error->message);
      return (FileOutcome) { FALSE, TRUE };
    }

  outcome.kept = TRUE;
  if (result == MDG_ALREADY_STORED)
    {
      g_print (_ ("%s: this file is already stored; nothing was changed.\n"), path);
    }
  else
    {
      g_print (g_dngettext (NULL, "%s: %u figure was stored as edition %s.\n",
                            "%s: %u figures were stored as edition %s.\n",
                            import->batch->observations->len),
               path, import->batch->observations->len, edition->id);
      print_comparison (path, import->batch, known);
    }

  /* Translators: the last line after a report in which tables were refused. */
  if (outcome.refused)
    g_print (_ ("%s: what was refused is not stored, all else is. Compare the refused tables with "
                "the published deck, and import a corrected copy.\n"),
             path);
  return outcome;
}

static FileOutcome
import_file (MdgDatabase *database, const MdgCliOptions *options, GFile *file)
{
  g_autofree char *name = g_file_get_parse_name (file);
  g_autoptr (MdgFigures) known = NULL;
  g_autoptr (MdgImportResult) import = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *report = NULL;

  known = mdg_database_load_figures (database, &error);
  if (known == NULL)
    {
      g_printerr (_ ("%s: nothing was imported: %s\n"), name, error->message);
      return (FileOutcome) { FALSE, TRUE };
    }

  import = mdg_import_file (
    file, &(MdgImportOptions) { .known = known, .answers = options->answers }, NULL, &error);
  if (import == NULL)
    {
      g_printerr ("%s: %s\n", name, error->message);
      return (FileOutcome) { FALSE, TRUE };
    }

  if (options->accept_printed)
    accept_printed (import);
  if (options->verified_only)
    mdg_import_result_keep_verified (import);

  report = mdg_import_report_render (import->report);
  g_print ("%s\n%s\n", name, report);
  print_questions (name, import);
  return store_result (database, known, name, import);
}

/* Empty names would be taken for the current folder. */
static GPtrArray *
collect_files (GPtrArray *paths, gboolean *any_refused)
{
  g_autoptr (GPtrArray) given = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;
  GPtrArray *files;

  for (guint i = 0; i < paths->len; i++)
    {
      const char *path = g_ptr_array_index (paths, i);

      if (*path != '\0')
        {
          g_ptr_array_add (given, g_file_new_for_commandline_arg (path));
          continue;
        }
      g_printerr (_ ("The name of a file to import is empty. Name the deck’s file.\n"));
      *any_refused = TRUE;
    }

  files = mdg_import_files_expand (given, NULL, &error);
  if (files == NULL)
    g_printerr ("%s\n", error->message);

  return files;
}

/**
 * mdg_cli_import:
 * @database: the store
 * @options: the files and folders to import, and how
 *
 * Imports files, each in a transaction of its own, and prints for each what was verified, what was
 * only printed, what was refused and why, and what remains to be answered.
 *
 * Returns: %MDG_CLI_OK if no table broke a law, %MDG_CLI_REFUSED if at least one table or file was
 *   refused and something is stored, %MDG_CLI_FAILED if nothing is
 */
MdgCliStatus
mdg_cli_import (MdgDatabase *database, const MdgCliOptions *options)
{
  g_autoptr (GPtrArray) files = NULL;
  gboolean any_kept = FALSE;
  gboolean any_refused = FALSE;

  if (mdg_database_get_state (database) == MDG_STORE_NEWER_VERSION ||
      mdg_database_get_state (database) == MDG_STORE_IN_MEMORY)
    {
      g_printerr (_ ("Nothing can be stored now, so nothing was imported.\n"));
      return MDG_CLI_FAILED;
    }

  files = collect_files (options->files, &any_refused);
  if (files == NULL)
    return MDG_CLI_FAILED;

  for (guint i = 0; i < files->len; i++)
    {
      FileOutcome outcome = import_file (database, options, g_ptr_array_index (files, i));

      any_kept = any_kept || outcome.kept;
      any_refused = any_refused || outcome.refused;
    }

  if (!any_kept)
    return MDG_CLI_FAILED;
  return any_refused ? MDG_CLI_REFUSED : MDG_CLI_OK;
}
