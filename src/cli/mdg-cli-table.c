/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/mdg-cli-table.h"

#include <glib/gi18n.h>

#include "export/mdg-export-area-table.h"
#include "export/mdg-export-file.h"
#include "export/mdg-export-form.h"
#include "export/mdg-export-month.h"

static MdgExportTable *
create_table (MdgFigures *figures, const MdgCliOptions *options, GError **error)
{
  MdgFacilityType type =
    options->facility_type < 0 ? MDG_FACILITY_ALL : (MdgFacilityType) options->facility_type;
  g_autoptr (GArray) months =
    mdg_figures_get_months (figures, MDG_AREA_NONE, type, MDG_MEASURE_USAGE_RATE_ONLINE);
  g_autoptr (MdgAreaTable) table = NULL;
  MdgAreaTableOptions form;
  MdgMonth month;

  if (months->len == 0)
    {
      g_set_error (error, MDG_EXPORT_ERROR, MDG_EXPORT_ERROR_NO_DATA,
                   _ ("No prefecture has a figure for this facility type."));
      return NULL;
    }
  if (!mdg_export_choose_month (months, options->month, &month, error))
    return NULL;

  mdg_area_table_options_init_ministry (&form, month, type);
  form.by_region = options->by_region;
  table = mdg_area_table_new (figures, &form);

  return mdg_export_area_table_new (table, NULL, 0);
}

/**
 * mdg_cli_table:
 * @figures: the figures
 * @options: the command line
 *
 * Writes the prefectures of a month in the ministry's form into a file whose ending decides what it
 * is.
 *
 * Returns: the exit code
 */
MdgCliStatus
mdg_cli_table (MdgFigures *figures, const MdgCliOptions *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MdgExportTable) table = NULL;
  g_autoptr (GBytes) bytes = NULL;
  MdgExportForm form;

  if (!mdg_export_form_from_path (options->target, &form))
    {
      g_printerr (_ ("“%s” does not say what to write. End the name in .xlsx, .csv or .tsv.\n"),
                  options->target);
      return MDG_CLI_USAGE;
    }

  table = create_table (figures, options, &error);
  if (table != NULL)
    bytes = mdg_export_form_write (form, table, NULL, &error);
  if (bytes == NULL)
    {
      g_printerr ("%s\n", error->message);
      return MDG_CLI_FAILED;
    }
  if (!mdg_export_write_file (options->target, g_bytes_get_data (bytes, NULL),
                              g_bytes_get_size (bytes), &error))
    {
      g_printerr (_ ("The figures could not be written: %s. Choose a folder you can write to.\n"),
                  error->message);
      return MDG_CLI_FAILED;
    }

  return MDG_CLI_OK;
}
