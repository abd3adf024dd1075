/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "chart/mdg-chart-table-view.h"

#include "chart/mdg-chart-table-row.h"

struct _MdgChartTableView
{
  GtkWidget parent_instance;

  GtkWidget *scroller;
  GtkColumnView *column_view;
  MdgChartTable *table;
};

G_DEFINE_FINAL_TYPE (MdgChartTableView, mdg_chart_table_view, GTK_TYPE_WIDGET)

#define MAX_HEIGHT 420
#define ROW_PADDING 10

static const char column_key[] = "mdg-chart-column";

static guint
get_column (GtkSignalListItemFactory *factory)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (factory), column_key));
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, MdgChartTableView *self)
{
  GtkWidget *label = gtk_label_new (NULL);
  gboolean is_number =
    mdg_chart_table_get_kind (self->table, get_column (factory)) == MDG_CHART_COLUMN_NUMBER;

  gtk_label_set_xalign (GTK_LABEL (label), is_number ? 1 : 0);
  if (is_number)
    gtk_widget_add_css_class (label, "numeric");
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, MdgChartTableView *self)
{
  gtk_label_set_label (
    GTK_LABEL (gtk_list_item_get_child (item)),
    mdg_chart_table_row_get_cell (gtk_list_item_get_item (item), get_column (factory)));
}

static void
clear_columns (MdgChartTableView *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->column_view);

  for (guint i = g_list_model_get_n_items (columns); i > 0; i--)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i - 1);

      gtk_column_view_remove_column (self->column_view, column);
    }
}

static void
add_column (MdgChartTableView *self, guint index)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) column = NULL;

  g_object_set_data (G_OBJECT (factory), column_key, GUINT_TO_POINTER (index));
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, 0);
  column = gtk_column_view_column_new (mdg_chart_table_get_title (self->table, index), factory);
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_append_column (self->column_view, column);
}

/* A list asks for the height of hardly a row, however many it has. */
static void
ask_for_height (MdgChartTableView *self)
{
  g_autoptr (PangoLayout) text = gtk_widget_create_pango_layout (GTK_WIDGET (self), "0");
  int n_rows = (int) mdg_chart_table_get_n_rows (self->table) + 1;
  int line_height;

  pango_layout_get_pixel_size (text, NULL, &line_height);
  gtk_scrolled_window_set_min_content_height (
    GTK_SCROLLED_WINDOW (self->scroller),
    MIN ((line_height + ROW_PADDING) * n_rows + ROW_PADDING, MAX_HEIGHT));
}

static void
mdg_chart_table_view_dispose (GObject *object)
{
  MdgChartTableView *self = MDG_CHART_TABLE_VIEW (object);

  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_pointer (&self->table, mdg_chart_table_unref);

  G_OBJECT_CLASS (mdg_chart_table_view_parent_class)->dispose (object);
}

static void
mdg_chart_table_view_class_init (MdgChartTableViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mdg_chart_table_view_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
mdg_chart_table_view_init (MdgChartTableView *self)
{
  GtkScrolledWindow *scroller;

  self->column_view = GTK_COLUMN_VIEW (gtk_column_view_new (NULL));
  gtk_column_view_set_show_row_separators (self->column_view, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->column_view), "data-table");

  self->scroller = gtk_scrolled_window_new ();
  scroller = GTK_SCROLLED_WINDOW (self->scroller);
  gtk_scrolled_window_set_child (scroller, GTK_WIDGET (self->column_view));
  gtk_scrolled_window_set_propagate_natural_height (scroller, TRUE);
  gtk_scrolled_window_set_max_content_height (scroller, MAX_HEIGHT);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}

/**
 * mdg_chart_table_view_new:
 *
 * Returns: (transfer floating): a view without a table
 */
GtkWidget *
mdg_chart_table_view_new (void)
{
  return g_object_new (MDG_TYPE_CHART_TABLE_VIEW, NULL);
}

/**
 * mdg_chart_table_view_set_table:
 * @self: a view
 * @table: (nullable): what to show
 *
 * Shows another table.
 */
void
mdg_chart_table_view_set_table (MdgChartTableView *self, MdgChartTable *table)
{
  g_autoptr (GListStore) rows = g_list_store_new (MDG_TYPE_CHART_TABLE_ROW);
  g_autoptr (GtkSelectionModel) selection = NULL;

  g_return_if_fail (MDG_IS_CHART_TABLE_VIEW (self));

  if (self->table == table)
    return;

  gtk_column_view_set_model (self->column_view, NULL);
  clear_columns (self);
  g_clear_pointer (&self->table, mdg_chart_table_unref);
  if (table == NULL)
    return;

  self->table = mdg_chart_table_ref (table);
  for (guint i = 0; i < mdg_chart_table_get_n_columns (table); i++)
    add_column (self, i);
  for (guint i = 0; i < mdg_chart_table_get_n_rows (table); i++)
    {
      g_autoptr (MdgChartTableRow) row = mdg_chart_table_row_new (table, i);

      g_list_store_append (rows, row);
    }
  selection = GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (g_steal_pointer (&rows))));
  gtk_column_view_set_model (self->column_view, selection);
  ask_for_height (self);
}
