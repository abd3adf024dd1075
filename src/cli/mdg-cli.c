/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cli/mdg-cli.h"

#include <errno.h>
#include <stdio.h>

#include <glib/gi18n.h>

#include "cli/mdg-cli-briefing.h"
#include "cli/mdg-cli-documents.h"
#include "cli/mdg-cli-import.h"
#include "cli/mdg-cli-options.h"
#include "cli/mdg-cli-table.h"
#include "core/mdg-clock.h"
#include "core/mdg-database.h"
#include "core/mdg-run.h"
#include "export/mdg-export-data.h"
#include "export/mdg-export-file.h"
#include "export/mdg-export-map.h"
#include "guide/mdg-guide-dot.h"
#include "guide/mdg-guide-pack.h"

static char *
data_directory (void)
{
  return g_build_filename (g_get_user_data_dir (), PACKAGE_NAME, NULL);
}

/* Opens the store and says on standard error what the user must know about it. */
static MdgDatabase *
open_database (void)
{
  g_autofree char *directory = data_directory ();
  g_autoptr (GError) error = NULL;
  MdgDatabase *database = mdg_database_open (directory, &error);

  if (database == NULL)
    {
      g_printerr ("%s\n", error->message);
      return NULL;
    }
  if (mdg_database_get_notice (database) != NULL)
    g_printerr ("%s\n", mdg_database_get_notice (database));
  return database;
}

static MdgFigures *
load_figures (void)
{
  g_autoptr (MdgDatabase) database = open_database ();
  g_autoptr (GError) error = NULL;
  MdgFigures *figures;

  if (database == NULL)
    return NULL;
  figures = mdg_database_load_figures (database, &error);
  if (figures == NULL)
    g_printerr ("%s\n", error->message);
  return figures;
}

static MdgCliStatus
export_data (const MdgCliOptions *options)
{
  g_autoptr (MdgFigures) figures = load_figures ();
  g_autoptr (GError) error = NULL;
  MdgExportFilter filter = { options->month, options->measure, options->all_editions };
  guint n_rows = 0;

  if (figures == NULL)
    return MDG_CLI_FAILED;

  if (g_str_equal (options->target, "-"))
    {
      g_autoptr (GBytes) csv = mdg_export_data_to_csv (figures, &filter, &n_rows);
      gsize length;
      const char *text = g_bytes_get_data (csv, &length);

      if (fwrite (text, 1, length, stdout) != length || fflush (stdout) != 0)
        {
          g_printerr (_ ("The figures could not be written to standard output: %s\n"),
                      g_strerror (errno));
          return MDG_CLI_FAILED;
        }
    }
  else if (!mdg_export_data_to_path (figures, &filter, options->target, &n_rows, &error))
    {
      g_printerr (_ ("The figures could not be written: %s. Choose a folder you can write to.\n"),
                  error->message);
      return MDG_CLI_FAILED;
    }

  if (n_rows == 0)
    g_printerr (_ ("No figure is known for this choice; only the header was written.\n"));
  return MDG_CLI_OK;
}

static MdgCliStatus
export_map (const MdgCliOptions *options)
{
  g_autoptr (MdgFigures) figures = NULL;
  g_autoptr (GError) error = NULL;
  MdgExportMapRequest request = {
    .size = options->size,
    .month = options->month,
    .measure = options->measure < 0 ? MDG_MEASURE_USAGE_RATE_ONLINE : (MdgMeasure) options->measure,
    .facility_type =
      options->facility_type < 0 ? MDG_FACILITY_ALL : (MdgFacilityType) options->facility_type,
  };

  if (!mdg_export_format_from_path (options->target, &request.format))
    {
      g_printerr (
        _ ("“%s” does not say which format to draw. End the name in .svg, .png or .pdf.\n"),
        options->target);
      return MDG_CLI_USAGE;
    }

  figures = load_figures ();
  if (figures == NULL)
    return MDG_CLI_FAILED;
  if (!mdg_export_map_to_path (figures, &request, options->target, &error))
    {
      g_printerr ("%s\n", error->message);
      return MDG_CLI_FAILED;
    }
  return MDG_CLI_OK;
}

static MdgCliStatus
export_briefing (const MdgCliOptions *options)
{
  g_autoptr (MdgFigures) figures = load_figures ();

  return figures != NULL ? mdg_cli_briefing (figures, options) : MDG_CLI_FAILED;
}

static MdgCliStatus
export_table (const MdgCliOptions *options)
{
  g_autoptr (MdgFigures) figures = load_figures ();

  return figures != NULL ? mdg_cli_table (figures, options) : MDG_CLI_FAILED;
}

static MdgCliStatus
check_guide (const MdgCliOptions *options)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (options->target);
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (MdgGuidePack) pack = mdg_guide_pack_new_from_file (file, &problems, &error);

  if (pack != NULL)
    {
      g_print (_ ("%s: the guide pack “%s”, version %s, is in order.\n"), options->target,
               mdg_guide_pack_get_id (pack), mdg_guide_pack_get_version (pack));
      return MDG_CLI_OK;
    }

  if (problems == NULL || problems->len == 0)
    g_printerr ("%s\n", error->message);
  for (guint i = 0; problems != NULL && i < problems->len; i++)
    {
      g_autofree char *text =
        mdg_guide_problem_to_string (g_ptr_array_index (problems, i), options->target);

      g_printerr ("%s\n", text);
    }
  return MDG_CLI_FAILED;
}

static MdgCliStatus
dump_guide (const MdgCliOptions *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MdgGuidePack) pack = mdg_guide_pack_new_builtin (&error);
  g_autofree char *dot = NULL;
  gsize length = 0;

  if (pack == NULL)
    {
      g_printerr ("%s\n", error->message);
      return MDG_CLI_FAILED;
    }

  dot = mdg_guide_dot_write (pack, &length);
  if (!mdg_export_write_file (options->target, dot, length, &error))
    {
      g_printerr (_ ("The graph could not be written: %s. Choose a folder you can write to.\n"),
                  error->message);
      return MDG_CLI_FAILED;
    }

  return MDG_CLI_OK;
}

/* Without its own contacts a document leaves room to write them. */
static MdgCliStatus
export_document (const MdgCliOptions *options)
{
  g_autoptr (MdgDatabase) database = open_database ();
  g_autoptr (GPtrArray) contacts = NULL;
  g_autoptr (GError) error = NULL;

  if (database != NULL)
    contacts = mdg_database_list_contacts (database, &error);
  if (error != NULL)
    g_printerr ("%s\n", error->message);
  g_clear_error (&error);

  if (!mdg_cli_document_write (mdg_cli_document_get (options->document),
                               mdg_clock_get_today (mdg_clock_get_default ()), contacts,
                               options->paper, options->target, &error))
    {
      g_printerr ("%s\n", error->message);
      return MDG_CLI_FAILED;
    }

  return MDG_CLI_OK;
}

static MdgCliStatus
import_files (const MdgCliOptions *options)
{
  g_autoptr (MdgDatabase) database = open_database ();

  if (database == NULL)
    return MDG_CLI_FAILED;
  return mdg_cli_import (database, options);
}

/**
 * mdg_cli_run:
 * @argc: (inout): number of arguments
 * @argv: (inout) (array length=argc): the arguments; when a window is to be opened, what remains
 *   are the files to import
 * @status: (out): the exit code, a #MdgCliStatus, when the call returns %TRUE
 *
 * Does what the command line asks for, without a display and without ever starting GTK. `--as-of`
 * sets the default #MdgClock, for the window too.
 *
 * Returns: whether the process is done; %FALSE asks the caller to open the window
 */
gboolean
mdg_cli_run (int *argc, char ***argv, int *status)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MdgCliOptions) options = mdg_cli_options_parse (argc, argv, &error);

  if (options == NULL)
    {
      g_printerr ("%s\n", error->message);
      g_printerr (_ ("Run “madoguchi --help” to see all options.\n"));
      *status = MDG_CLI_USAGE;
      return TRUE;
    }

  if (options->as_of != MDG_DAY_NONE)
    mdg_clock_set_as_of (mdg_clock_get_default (), options->as_of);

  switch (options->action)
    {
    case MDG_CLI_ACTION_VERSION:
      g_print ("%s %s\n", PACKAGE_NAME, PACKAGE_VERSION);
      *status = MDG_CLI_OK;
      return TRUE;
    case MDG_CLI_ACTION_IMPORT:
      *status = import_files (options);
      return TRUE;
    case MDG_CLI_ACTION_EXPORT_DATA:
      *status = export_data (options);
      return TRUE;
    case MDG_CLI_ACTION_EXPORT_MAP:
      *status = export_map (options);
      return TRUE;
    case MDG_CLI_ACTION_EXPORT_BRIEFING:
      *status = export_briefing (options);
      return TRUE;
    case MDG_CLI_ACTION_EXPORT_TABLE:
      *status = export_table (options);
      return TRUE;
    case MDG_CLI_ACTION_CHECK_GUIDE:
      *status = check_guide (options);
      return TRUE;
    case MDG_CLI_ACTION_DUMP_GUIDE:
      *status = dump_guide (options);
      return TRUE;
    case MDG_CLI_ACTION_EXPORT_DOCUMENT:
      *status = export_document (options);
      return TRUE;
    case MDG_CLI_ACTION_NONE:
    default:
      return FALSE;
    }
}
