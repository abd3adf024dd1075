/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cli/mdg-cli-import.h"

#include <glib/gi18n.h>

#include "import/mdg-import.h"

/* What became of one file. */
typedef struct
{
  gboolean kept;    /* its figures are in the store, from now or from before */
  gboolean refused; /* the file, or a table of it, was refused */
} FileOutcome;

static FileOutcome
store_result (MdgDatabase *database, const char *path, const MdgImportResult *import)
{
  const MdgEdition *edition = g_ptr_array_index (import->batch->editions, 0);
  FileOutcome outcome = { FALSE, mdg_import_report_count (import->report, MDG_ENTRY_REFUSED) > 0 };
  g_autoptr (GError) error = NULL;
  MdgStoreResult result;

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
    g_print (_ ("%s: this file is already stored; nothing was changed.\n"), path);
  else
    g_print (g_dngettext (NULL, "%s: %u figure was stored as edition %s.\n",
                          "%s: %u figures were stored as edition %s.\n",
                          import->batch->observations->len),
             path, import->batch->observations->len, edition->id);

  /* Translators: the last line after a report in which tables were refused. */
  if (outcome.refused)
    g_print (_ ("%s: what was refused is not stored, all else is. Compare the refused tables with "
                "the published deck, and import a corrected copy.\n"),
             path);
  return outcome;
}

static FileOutcome
import_file (MdgDatabase *database, const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (MdgFigures) known = NULL;
  g_autoptr (MdgImportResult) import = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *report = NULL;

  /* An empty name would be taken for the current folder. */
  if (*path == '\0')
    {
      g_printerr (_ ("The name of a file to import is empty. Name the deck’s text file.\n"));
      return (FileOutcome) { FALSE, TRUE };
    }

  known = mdg_database_load_figures (database, &error);
  if (known == NULL)
    {
      g_printerr (_ ("%s: nothing was imported: %s\n"), path, error->message);
      return (FileOutcome) { FALSE, TRUE };
    }

  import = mdg_import_file (file, &(MdgImportOptions) { .known = known }, NULL, &error);
  if (import == NULL)
    {
      g_printerr ("%s: %s\n", path, error->message);
      return (FileOutcome) { FALSE, TRUE };
    }

  report = mdg_import_report_render (import->report);
  g_print ("%s\n%s\n", path, report);
  return store_result (database, path, import);
}

/**
 * mdg_cli_import:
 * @database: the store
 * @files: (element-type filename): the files to import, each in a transaction of its own
 *
 * Imports files and prints, for each, what was verified, what was only printed, and what was
 * refused and why.
 *
 * Returns: %MDG_CLI_OK if no table broke a law, %MDG_CLI_REFUSED if at least one table or file was
 *   refused and something is stored, %MDG_CLI_FAILED if nothing is
 */
MdgCliStatus
mdg_cli_import (MdgDatabase *database, GPtrArray *files)
{
  gboolean any_kept = FALSE;
  gboolean any_refused = FALSE;

  if (mdg_database_get_state (database) == MDG_STORE_NEWER_VERSION ||
      mdg_database_get_state (database) == MDG_STORE_IN_MEMORY)
    {
      g_printerr (_ ("Nothing can be stored now, so nothing was imported.\n"));
      return MDG_CLI_FAILED;
    }

  for (guint i = 0; i < files->len; i++)
    {
      FileOutcome outcome = import_file (database, g_ptr_array_index (files, i));

      any_kept = any_kept || outcome.kept;
      any_refused = any_refused || outcome.refused;
    }

  if (!any_kept)
    return MDG_CLI_FAILED;
  return any_refused ? MDG_CLI_REFUSED : MDG_CLI_OK;
}
