/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "export/mdg-export-data.h"

#include "core/mdg-bundle.h"
#include "export/mdg-export-file.h"

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
 * @length: (out) (optional): length of the text in bytes
 * @n_rows: (out) (optional): number of figures written, the header not counted
 *
 * Writes figures as tidy CSV: UTF-8, one figure a row, numbers in the C locale, in the order of
 * #MdgFigures, under the header of mdg_tidy_append_row().
 *
 * Returns: (transfer full): the text
 */
char *
mdg_export_data_to_csv (MdgFigures *figures,
                        const MdgExportFilter *filter,
                        gsize *length,
                        guint *n_rows)
{
  GString *csv = g_string_new (MDG_TIDY_HEADER);
  guint rows = 0;

  g_string_append_c (csv, '\n');
  for (guint i = 0; i < mdg_figures_get_n (figures); i++)
    {
      const MdgObservation *observation = mdg_figures_get (figures, i);

      if (!filter_accepts (filter, observation, mdg_figures_is_shown (figures, i)))
        continue;
      mdg_tidy_append_row (csv, observation,
                           mdg_figures_get_edition (figures, observation->edition));
      rows++;
    }

  if (length != NULL)
    *length = csv->len;
  if (n_rows != NULL)
    *n_rows = rows;
  return g_string_free (csv, FALSE);
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
  gsize length = 0;
  g_autofree char *csv = mdg_export_data_to_csv (figures, filter, &length, n_rows);

  return mdg_export_write_file (path, csv, length, error);
}
