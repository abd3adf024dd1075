/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "export/mdg-export-data.h"

#include "export/mdg-export-file.h"
#include "export/mdg-export-observations.h"

static gboolean
filter_accepts (const MdgExportFilter *filter, const MdgObservation *observation, gboolean is_shown)
{
  if (!is_shown && !filter->all_editions)
    return FALSE;
  if (filter->month != MDG_MONTH_NONE && filter->month != observation->month)
    return FALSE;
  return filter->measure < 0 || filter->measure == observation->measure;
}

/**
 * mdg_export_data_to_csv:
 * @figures: the figures
 * @filter: which of them
 * @n_rows: (out) (optional): number of figures written, the header not counted
 *
 * Writes figures as tidy CSV: UTF-8, one figure a row, numbers in the C locale, in the order of
 * #MdgFigures, under the header of mdg_tidy_append_row().
 *
 * Returns: (transfer full): the text
 */
GBytes *
mdg_export_data_to_csv (MdgFigures *figures, const MdgExportFilter *filter, guint *n_rows)
{
  g_autoptr (MdgExportTable) table = NULL;
  GArray *indices = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < mdg_figures_get_n (figures); i++)
    if (filter_accepts (filter, mdg_figures_get (figures, i), mdg_figures_is_shown (figures, i)))
      g_array_append_val (indices, i);

  table = mdg_export_observations_new (figures, indices);
  if (n_rows != NULL)
    *n_rows = mdg_export_table_get_n_rows (table);

  return mdg_export_table_to_csv (table, FALSE, NULL, NULL);
}

/**
 * mdg_export_data_to_path:
 * @figures: the figures
 * @filter: which of them
 * @path: (type filename): where to write
 * @n_rows: (out) (optional): number of figures written
 * @error: return location for a #GFileError
 *
 * Writes what mdg_export_data_to_csv() gives to a file. An existing file is replaced only when the
 * new one is complete.
 *
 * Returns: whether the file was written
 */
gboolean
mdg_export_data_to_path (MdgFigures *figures,
                         const MdgExportFilter *filter,
                         const char *path,
                         guint *n_rows,
                         GError **error)
{
  g_autoptr (GBytes) csv = mdg_export_data_to_csv (figures, filter, n_rows);

  return mdg_export_write_file (path, g_bytes_get_data (csv, NULL), g_bytes_get_size (csv), error);
}
