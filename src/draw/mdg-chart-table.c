/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "draw/mdg-chart-table.h"

#include "core/mdg-csv.h"

struct _MdgChartTable
{
  gatomicrefcount ref_count;
  GPtrArray *titles;
  GArray *kinds;
  GPtrArray *cells;
};

G_DEFINE_BOXED_TYPE (MdgChartTable, mdg_chart_table, mdg_chart_table_ref, mdg_chart_table_unref)

/**
 * mdg_chart_table_new:
 *
 * Returns: (transfer full): a table without columns
 */
MdgChartTable *
mdg_chart_table_new (void)
{
  MdgChartTable *self = g_new0 (MdgChartTable, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->titles = g_ptr_array_new_with_free_func (g_free);
  self->kinds = g_array_new (FALSE, FALSE, sizeof (MdgChartColumn));
  self->cells = g_ptr_array_new_with_free_func (g_free);

  return self;
}

/**
 * mdg_chart_table_ref:
 * @self: a table
 *
 * Returns: (transfer full): @self
 */
MdgChartTable *
mdg_chart_table_ref (MdgChartTable *self)
{
  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * mdg_chart_table_unref:
 * @self: (transfer full): a table
 *
 * Gives up a reference.
 */
void
mdg_chart_table_unref (MdgChartTable *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_ptr_array_unref (self->titles);
  g_array_unref (self->kinds);
  g_ptr_array_unref (self->cells);
  g_free (self);
}

/**
 * mdg_chart_table_add_column:
 * @self: a table without rows
 * @title: the column's title
 * @kind: what its cells are
 *
 * Adds a column after the last.
 */
void
mdg_chart_table_add_column (MdgChartTable *self, const char *title, MdgChartColumn kind)
{
  g_return_if_fail (self->cells->len == 0);

  g_ptr_array_add (self->titles, g_strdup (title));
  g_array_append_val (self->kinds, kind);
}

/**
 * mdg_chart_table_add_row:
 * @self: a table
 * @...: strings for the first columns, then %NULL; an empty string for what is not known
 *
 * Adds a row after the last. The columns that are left over have nothing.
 */
void
mdg_chart_table_add_row (MdgChartTable *self, ...)
{
  const char *cell = "";
  va_list cells;

  va_start (cells, self);
  for (guint i = 0; i < self->titles->len; i++)
    {
      if (cell != NULL)
        cell = va_arg (cells, const char *);
      g_ptr_array_add (self->cells, g_strdup (cell != NULL ? cell : ""));
    }
  va_end (cells);
}

/**
 * mdg_chart_table_get_n_columns:
 * @self: a table
 *
 * Returns: the number of columns
 */
guint
mdg_chart_table_get_n_columns (MdgChartTable *self)
{
  return self->titles->len;
}

/**
 * mdg_chart_table_get_n_rows:
 * @self: a table
 *
 * Returns: the number of rows, without the titles
 */
guint
mdg_chart_table_get_n_rows (MdgChartTable *self)
{
  return self->titles->len > 0 ? self->cells->len / self->titles->len : 0;
}

/**
 * mdg_chart_table_get_title:
 * @self: a table
 * @column: which column, from 0
 *
 * Returns: its title
 */
const char *
mdg_chart_table_get_title (MdgChartTable *self, guint column)
{
  return g_ptr_array_index (self->titles, column);
}

/**
 * mdg_chart_table_get_kind:
 * @self: a table
 * @column: which column, from 0
 *
 * Returns: what its cells are
 */
MdgChartColumn
mdg_chart_table_get_kind (MdgChartTable *self, guint column)
{
  return g_array_index (self->kinds, MdgChartColumn, column);
}

/**
 * mdg_chart_table_get_cell:
 * @self: a table
 * @row: which row, from 0
 * @column: which column, from 0
 *
 * Returns: the text of the cell
 */
const char *
mdg_chart_table_get_cell (MdgChartTable *self, guint row, guint column)
{
  return g_ptr_array_index (self->cells, row * self->titles->len + column);
}

static char *
to_text (MdgChartTable *self,
         char separator,
         const char *line_end,
         void (*append) (GString *, const char *))
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < self->titles->len + self->cells->len; i++)
    {
      guint column = i % self->titles->len;

      if (column > 0)
        g_string_append_c (out, separator);
      append (out, i < self->titles->len ? g_ptr_array_index (self->titles, i)
                                         : g_ptr_array_index (self->cells, i - self->titles->len));
      if (column == self->titles->len - 1)
        g_string_append (out, line_end);
    }

  return g_string_free_and_steal (out);
}

/**
 * mdg_chart_table_to_tsv:
 * @self: a table
 *
 * Returns: (transfer full): titles and rows with tabs between the cells, as spreadsheets paste it
 */
char *
mdg_chart_table_to_tsv (MdgChartTable *self)
{
  return to_text (self, '\t', "\n", mdg_csv_append_cell);
}

/**
 * mdg_chart_table_to_csv:
 * @self: a table
 *
 * Returns: (transfer full): titles and rows as comma-separated values (RFC 4180)
 */
char *
mdg_chart_table_to_csv (MdgChartTable *self)
{
  return to_text (self, ',', "\r\n", mdg_csv_append);
}
