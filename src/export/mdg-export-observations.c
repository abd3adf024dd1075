/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "export/mdg-export-observations.h"

#include "core/mdg-tidy.h"

typedef struct
{
  MdgFigures *figures;
  GArray *indices; /* (element-type guint): into figures */
  GString *field;  /* used again and again: rows are filled one after the other */
} Rows;

static void
rows_free (gpointer data)
{
  Rows *rows = data;

  mdg_figures_unref (rows->figures);
  g_array_unref (rows->indices);
  g_string_free (rows->field, TRUE);
  g_free (rows);
}

static void
fill_row (guint row, MdgExportRow *cells, gpointer data)
{
  Rows *rows = data;
  const MdgObservation *observation =
    mdg_figures_get (rows->figures, g_array_index (rows->indices, guint, row));
  const MdgEdition *edition = mdg_figures_get_edition (rows->figures, observation->edition);

  for (guint column = 0; column < MDG_N_TIDY_COLUMNS; column++)
    {
      if (column == MDG_TIDY_COLUMN_VALUE)
        mdg_export_row_add_number (cells, observation->value);
      else if (column == MDG_TIDY_COLUMN_PAGE && observation->page != MDG_PAGE_UNKNOWN)
        mdg_export_row_add_number (cells, MDG_DECIMAL (observation->page, 0));
      else
        {
          g_string_truncate (rows->field, 0);
          mdg_tidy_append_field (rows->field, observation, edition, column);
          mdg_export_row_add_text (cells, rows->field->str);
        }
    }
}

/**
 * mdg_export_observations_new:
 * @figures: the figures
 * @indices: (transfer full) (element-type guint): which of them, in their order in the table
 *
 * Makes a table in the tidy columns of mdg_tidy_append_row(), one figure a row, which this program
 * reads again. It has no title and no notes, so that another program finds the columns in the first
 * line: each row says its month, basis and edition itself. It is written by one thread at a time.
 *
 * Returns: (transfer full): the table
 */
MdgExportTable *
mdg_export_observations_new (MdgFigures *figures, GArray *indices)
{
  Rows *rows = g_new (Rows, 1);
  MdgExportTable *table;

  rows->figures = mdg_figures_ref (figures);
  rows->indices = indices;
  rows->field = g_string_new (NULL);
  table = mdg_export_table_new (NULL, indices->len, fill_row, rows, rows_free);
  for (guint column = 0; column < MDG_N_TIDY_COLUMNS; column++)
    mdg_export_table_add_column (table, mdg_tidy_get_column_name (column));

  return table;
}
