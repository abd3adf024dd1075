/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "export/mdg-export-form.h"

#include <string.h>

#include "export/mdg-export-xlsx.h"

static const char *const endings[MDG_N_EXPORT_FORMS] = {
  [MDG_EXPORT_FORM_XLSX] = "xlsx",
  [MDG_EXPORT_FORM_CSV_MARKED] = "csv",
  [MDG_EXPORT_FORM_CSV] = "csv",
  [MDG_EXPORT_FORM_TSV] = "tsv",
};

/**
 * mdg_export_form_get_ending:
 * @form: a form
 *
 * Returns: what the names of such files end in, without the point
 */
const char *
mdg_export_form_get_ending (MdgExportForm form)
{
  g_return_val_if_fail ((guint) form < MDG_N_EXPORT_FORMS, "");

  return endings[form];
}

/**
 * mdg_export_form_from_path:
 * @path: (type filename): the name of a file
 * @form: (out): the form that its ending says; .csv is taken to be for a spreadsheet
 *
 * Returns: whether the ending says one
 */
gboolean
mdg_export_form_from_path (const char *path, MdgExportForm *form)
{
  g_autofree char *folded = g_ascii_strdown (path, -1);
  const char *point = strrchr (folded, '.');

  for (MdgExportForm i = 0; point != NULL && i < MDG_N_EXPORT_FORMS; i++)
    if (g_str_equal (point + 1, endings[i]))
      {
        *form = i;
        return TRUE;
      }

  return FALSE;
}

/**
 * mdg_export_form_write:
 * @form: a form
 * @table: a table
 * @cancellable: (nullable): ends the work early
 * @error: return location for a #MDG_EXPORT_ERROR, or that it was cancelled
 *
 * Writes the table with its title and its notes. Blocks; to be called in a thread.
 *
 * Returns: (transfer full) (nullable): the content of the file, or %NULL with @error set
 */
GBytes *
mdg_export_form_write (MdgExportForm form,
                       MdgExportTable *table,
                       GCancellable *cancellable,
                       GError **error)
{
  switch (form)
    {
    case MDG_EXPORT_FORM_XLSX:
      return mdg_export_table_to_xlsx (table, cancellable, error);
    case MDG_EXPORT_FORM_CSV_MARKED:
      return mdg_export_table_to_csv (table, TRUE, cancellable, error);
    case MDG_EXPORT_FORM_CSV:
      return mdg_export_table_to_csv (table, FALSE, cancellable, error);
    case MDG_EXPORT_FORM_TSV:
      return mdg_export_table_to_tsv_file (table, cancellable, error);
    case MDG_N_EXPORT_FORMS:
    default:
      g_return_val_if_reached (NULL);
    }
}
