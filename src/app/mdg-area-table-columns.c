/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/mdg-area-table-columns.h"

#include <glib/gi18n.h>

#include "app/mdg-column.h"
#include "model/mdg-area-table-row.h"
#include "widget/mdg-tooltip.h"

#define COLUMN_KEY "mdg-area-column"

static gboolean
find_column (MdgAreaTable *table, const MdgAreaColumn *wanted, guint *index)
{
  for (*index = 0; *index < mdg_area_table_get_n_columns (table); (*index)++)
    {
      MdgAreaColumn column = mdg_area_table_get_column (table, *index);

      if (mdg_area_column_equal (&column, wanted))
        return TRUE;
    }

  return FALSE;
}

static void
set_up_cell_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  const MdgAreaColumn *column = data;
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), column->is_name ? 0 : 1);
  if (!column->is_name)
    gtk_widget_add_css_class (label, "numeric");
  gtk_list_item_set_child (item, label);
}

static void
set_class (GtkWidget *widget, const char *name, gboolean is_set)
{
  if (is_set)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

static void
bind_cell_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  const MdgAreaColumn *column = data;
  MdgAreaTableRow *row = gtk_list_item_get_item (item);
  GtkWidget *label = gtk_list_item_get_child (item);
  g_autofree char *text = NULL;
  g_autofree char *description = NULL;
  guint index;

  if (!find_column (mdg_area_table_row_get_table (row), column, &index))
    return;

  text = mdg_area_table_row_dup_text (row, index);
  description = mdg_area_table_row_describe (row, index);
  gtk_label_set_label (GTK_LABEL (label), text);
  mdg_tooltip_set (label, description);
  set_class (label, "heading", mdg_area_table_row_is_total (row));
}

static guint
get_n_columns (GtkColumnView *view)
{
  return g_list_model_get_n_items (gtk_column_view_get_columns (view));
}

static GtkColumnViewColumn *
get_column (GtkColumnView *view, guint index, MdgAreaColumn *what)
{
  g_autoptr (GtkColumnViewColumn) column =
    g_list_model_get_item (gtk_column_view_get_columns (view), index);

  *what = *(MdgAreaColumn *) g_object_get_data (G_OBJECT (column), COLUMN_KEY);

  return column;
}

static void
add_column (GtkColumnView *view, MdgAreaColumn what)
{
  MdgAreaColumn *kept = g_memdup2 (&what, sizeof what);
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  /* The table sorts; an empty sorter only makes the heading a button. */
  g_autoptr (GtkSorter) sorter = GTK_SORTER (gtk_custom_sorter_new (NULL, NULL, NULL));
  g_autoptr (GtkColumnViewColumn) column = gtk_column_view_column_new (NULL, factory);

  g_object_set_data_full (G_OBJECT (column), COLUMN_KEY, kept, g_free);
  /* The factory may live as long as a cell does, which is longer than its column. */
  g_signal_connect_data (factory, "setup", G_CALLBACK (set_up_cell_cb),
                         g_memdup2 (&what, sizeof what), (GClosureNotify) (GCallback) g_free,
                         G_CONNECT_DEFAULT);
  g_signal_connect_data (factory, "bind", G_CALLBACK (bind_cell_cb), g_memdup2 (&what, sizeof what),
                         (GClosureNotify) (GCallback) g_free, G_CONNECT_DEFAULT);
  gtk_column_view_column_set_sorter (column, sorter);
  gtk_column_view_column_set_resizable (column, TRUE);
  /* What room is left, all but the short ranks share: the table ends where the page does. */
  gtk_column_view_column_set_expand (column, what.is_name || mdg_measure_get_unit (what.measure) !=
                                                               MDG_UNIT_RANK);
  gtk_column_view_append_column (view, column);
  if (!what.is_name)
    mdg_column_align_title (view, column);
}

static gboolean
has_columns (GtkColumnView *view, MdgAreaTable *table)
{
  if (get_n_columns (view) != mdg_area_table_get_n_columns (table))
    return FALSE;

  for (guint i = 0; i < get_n_columns (view); i++)
    {
      MdgAreaColumn wanted = mdg_area_table_get_column (table, i);
      MdgAreaColumn what;

      if (gtk_column_view_column_get_sorter (get_column (view, i, &what)) == NULL ||
          !mdg_area_column_equal (&what, &wanted))
        return FALSE;
    }

  return TRUE;
}

/* The headings show the order of the table, if one of them can. */
static void
show_order (GtkColumnView *view, MdgAreaTable *table)
{
  const MdgAreaTableOptions *options = mdg_area_table_get_options (table);

  for (guint i = 0; i < get_n_columns (view); i++)
    {
      MdgAreaColumn what;
      GtkColumnViewColumn *column = get_column (view, i, &what);

      if (gtk_column_view_column_get_sorter (column) == NULL ||
          !mdg_area_column_equal (&what, &options->order))
        continue;
      gtk_column_view_sort_by_column (
        view, column, options->descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
      return;
    }
  gtk_column_view_sort_by_column (view, NULL, GTK_SORT_ASCENDING);
}

static void
set_up_stacked_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  /* Lines end in what stands in the column, which must not be lost. */
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
  gtk_list_item_set_child (item, label);
}

/* A line for each column, since a row does not grow with text that wraps; ranks share one. */
static void
bind_stacked_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  MdgAreaTableRow *row = gtk_list_item_get_item (item);
  MdgAreaTable *table = mdg_area_table_row_get_table (row);
  guint index = mdg_area_table_row_get_index (row);
  g_autofree char *name = mdg_area_table_dup_row_name (table, index);
  g_autoptr (GString) lines = g_string_new (NULL);
  g_autofree char *markup = NULL;
  gboolean is_after_rank = FALSE;

  for (guint i = 0; i < mdg_area_table_get_n_columns (table); i++)
    {
      MdgAreaColumn what = mdg_area_table_get_column (table, i);
      gboolean is_rank = mdg_measure_get_unit (what.measure) == MDG_UNIT_RANK;
      g_autofree char *title = NULL;
      g_autofree char *text = NULL;

      if (!mdg_area_table_get_cell (table, index, i).is_known)
        continue;
      title = mdg_area_table_dup_column_title (table, i);
      text = mdg_area_table_row_dup_text (row, i);
      g_string_append (lines, is_rank && is_after_rank ? " · " : "\n");
      /* Translators: a column of the table and what stands in it. */
      g_string_append_printf (lines, C_ ("cell", "%s %s"), title, text);
      is_after_rank = is_rank;
    }

  markup = g_markup_printf_escaped ("<b>%s</b>%s", name, lines->str);
  gtk_label_set_markup (GTK_LABEL (gtk_list_item_get_child (item)), markup);
}

/* Where there is no room for columns, a row says everything in one. */
static void
add_stacked_column (GtkColumnView *view)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) column = gtk_column_view_column_new (_ ("Prefecture"), factory);
  const MdgAreaColumn name = { .is_name = TRUE };

  g_signal_connect (factory, "setup", G_CALLBACK (set_up_stacked_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_stacked_cb), NULL);
  g_object_set_data_full (G_OBJECT (column), COLUMN_KEY, g_memdup2 (&name, sizeof name), g_free);
  gtk_column_view_column_set_expand (column, TRUE);
  gtk_column_view_append_column (view, column);
}

static void
remove_columns (GtkColumnView *view)
{
  MdgAreaColumn what;

  while (get_n_columns (view) > 0)
    gtk_column_view_remove_column (view, get_column (view, 0, &what));
}

/**
 * mdg_area_table_columns_show:
 * @view: a view over #MdgAreaTableRow
 * @table: the table of its rows
 *
 * Gives @view the columns of @table, and its headings the order. Columns that are the same stay, so
 * that their widths do.
 */
void
mdg_area_table_columns_show (GtkColumnView *view, MdgAreaTable *table)
{
  if (!has_columns (view, table))
    {
      remove_columns (view);
      for (guint i = 0; i < mdg_area_table_get_n_columns (table); i++)
        add_column (view, mdg_area_table_get_column (table, i));
    }

  for (guint i = 0; i < get_n_columns (view); i++)
    {
      MdgAreaColumn what;
      GtkColumnViewColumn *column = get_column (view, i, &what);
      g_autofree char *title = mdg_area_table_dup_column_title (table, i);

      gtk_column_view_column_set_title (column, title);
    }
  show_order (view, table);
}

/**
 * mdg_area_table_columns_show_stacked:
 * @view: a view over #MdgAreaTableRow
 *
 * Gives @view one column that says all that the columns of the table would.
 */
void
mdg_area_table_columns_show_stacked (GtkColumnView *view)
{
  remove_columns (view);
  add_stacked_column (view);
}

/**
 * mdg_area_table_columns_read_order:
 * @view: a view over #MdgAreaTableRow
 * @column: (out): the column that the headings sort by
 * @descending: (out): whether the greatest stands first
 *
 * Returns: whether the headings sort by a column
 */
gboolean
mdg_area_table_columns_read_order (GtkColumnView *view, MdgAreaColumn *column, gboolean *descending)
{
  GtkColumnViewSorter *sorter = GTK_COLUMN_VIEW_SORTER (gtk_column_view_get_sorter (view));
  GtkColumnViewColumn *primary = gtk_column_view_sorter_get_primary_sort_column (sorter);

  if (primary == NULL)
    return FALSE;

  *column = *(MdgAreaColumn *) g_object_get_data (G_OBJECT (primary), COLUMN_KEY);
  *descending = gtk_column_view_sorter_get_primary_sort_order (sorter) == GTK_SORT_DESCENDING;

  return TRUE;
}
