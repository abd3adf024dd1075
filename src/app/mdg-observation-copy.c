/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/mdg-observation-copy.h"

#include <string.h>

typedef struct
{
  MdgFigures *figures;
  GArray *indices; /* (element-type guint): into figures */
  gboolean is_chosen[MDG_N_OBSERVATION_COLUMNS];
} Rows;

static void
rows_free (gpointer data)
{
  Rows *rows = data;

  mdg_figures_unref (rows->figures);
  g_array_unref (rows->indices);
  g_free (rows);
}

static void
fill_row (guint row, MdgExportRow *cells, gpointer data)
{
  const Rows *rows = data;

  for (guint column = 0; column < MDG_N_OBSERVATION_COLUMNS; column++)
    if (rows->is_chosen[column])
      {
        g_autofree char *text = mdg_observation_column_dup_text (
          column, rows->figures, g_array_index (rows->indices, guint, row));

        mdg_export_row_add_text (cells, text);
      }
}

/**
 * mdg_observation_copy_new:
 * @figures: the figures
 * @indices: (transfer full) (element-type guint): which of them, in their order on screen
 * @is_chosen: which columns, by #MdgObservationColumn
 *
 * Makes a table of what the view of all figures shows, in the language of the screen.
 *
 * Returns: (transfer full): the table
 */
MdgExportTable *
mdg_observation_copy_new (MdgFigures *figures,
                          GArray *indices,
                          const gboolean is_chosen[MDG_N_OBSERVATION_COLUMNS])
{
  Rows *rows = g_new (Rows, 1);
  MdgExportTable *table;

  rows->figures = mdg_figures_ref (figures);
  rows->indices = indices;
  memcpy (rows->is_chosen, is_chosen, sizeof rows->is_chosen);
  table = mdg_export_table_new (NULL, indices->len, fill_row, rows, rows_free);
  for (guint column = 0; column < MDG_N_OBSERVATION_COLUMNS; column++)
    if (is_chosen[column])
      mdg_export_table_add_column (table, mdg_observation_column_get_label (column));

  return table;
}
