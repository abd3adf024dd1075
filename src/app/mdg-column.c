/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/mdg-column.h"

#include <glib/gi18n.h>

#include "widget/mdg-tooltip.h"

#define BINDINGS_KEY "mdg-bindings"

static void
set_up_label_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  MdgColumnFlags flags = GPOINTER_TO_UINT (data);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), flags & MDG_COLUMN_NUMBER ? 1 : 0);
  if (flags & MDG_COLUMN_NUMBER)
    gtk_widget_add_css_class (label, "numeric");
  if (flags & MDG_COLUMN_STRONG)
    gtk_widget_add_css_class (label, "heading");
  gtk_list_item_set_child (item, label);
}

static void
set_up_quality_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *image = gtk_image_new ();

  gtk_widget_set_halign (image, GTK_ALIGN_CENTER);
  gtk_list_item_set_child (item, image);
}

/* Rows stay and change what they say, so a cell has to listen for as long as it shows one. */
static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  const char *property = g_object_get_data (G_OBJECT (factory), "property");
  GBinding *binding =
    g_object_bind_property (gtk_list_item_get_item (item), property, gtk_list_item_get_child (item),
                            "label", G_BINDING_SYNC_CREATE);

  g_object_set_data (G_OBJECT (item), BINDINGS_KEY, binding);
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GBinding *binding = g_object_steal_data (G_OBJECT (item), BINDINGS_KEY);

  if (binding != NULL)
    g_binding_unbind (binding);
}

static void
show_quality (MdgFigureRow *row, GParamSpec *pspec, GtkWidget *image)
{
  g_autofree char *icon_name = NULL;
  g_autofree char *label = NULL;
  g_autofree char *source = NULL;

  g_object_get (row, "quality-icon", &icon_name, "quality-text", &label, "source-text", &source,
                NULL);
  gtk_image_set_from_icon_name (GTK_IMAGE (image), icon_name);
  mdg_tooltip_set (image, source);
  gtk_accessible_update_property (GTK_ACCESSIBLE (image), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
bind_quality_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  MdgFigureRow *row = gtk_list_item_get_item (item);
  GtkWidget *image = gtk_list_item_get_child (item);

  g_signal_connect_object (row, "notify::source-text", G_CALLBACK (show_quality), image,
                           G_CONNECT_DEFAULT);
  show_quality (row, NULL, image);
}

static void
unbind_quality_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item), show_quality,
                                        gtk_list_item_get_child (item));
}

static int
compare_cb (gconstpointer a, gconstpointer b, gpointer data)
{
  int order = mdg_figure_row_compare ((MdgFigureRow *) a, (MdgFigureRow *) b,
                                      (MdgFigureRowKey) GPOINTER_TO_INT (data));

  return gtk_ordering_from_cmpfunc (order);
}

static GtkColumnViewColumn *
add_column (GtkColumnView *view, const char *title, GtkListItemFactory *factory, int sort_key)
{
  GtkColumnViewColumn *column = gtk_column_view_column_new (title, factory);

  if (sort_key != MDG_COLUMN_UNSORTED)
    {
      g_autoptr (GtkCustomSorter) sorter =
        gtk_custom_sorter_new (compare_cb, GINT_TO_POINTER (sort_key), NULL);

      gtk_column_view_column_set_sorter (column, GTK_SORTER (sorter));
    }
  gtk_column_view_append_column (view, column);
  g_object_unref (column);

  return column;
}

/**
 * mdg_column_add:
 * @view: a view over #MdgFigureRow
 * @title: the column's heading
 * @property: which text of the row it shows
 * @flags: how it looks
 * @sort_key: a #MdgFigureRowKey to sort by, or %MDG_COLUMN_UNSORTED
 *
 * Returns: (transfer none): the new last column of @view
 */
GtkColumnViewColumn *
mdg_column_add (GtkColumnView *view,
                const char *title,
                const char *property,
                MdgColumnFlags flags,
                int sort_key)
{
  GtkListItemFactory *factory;
  GtkColumnViewColumn *column;

  g_return_val_if_fail (GTK_IS_COLUMN_VIEW (view), NULL);
  g_return_val_if_fail (property != NULL, NULL);

  factory = gtk_signal_list_item_factory_new ();
  g_object_set_data_full (G_OBJECT (factory), "property", g_strdup (property), g_free);
  g_signal_connect (factory, "setup", G_CALLBACK (set_up_label_cb), GUINT_TO_POINTER (flags));
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);

  column = add_column (view, title, factory, sort_key);
  gtk_column_view_column_set_expand (column, (flags & MDG_COLUMN_EXPAND) != 0);
  if (flags & MDG_COLUMN_NUMBER)
    mdg_column_align_title (view, column);

  return column;
}

/**
 * mdg_column_add_quality:
 * @view: a view over #MdgFigureRow
 *
 * Adds a column with the mark of what stands behind the row's figure.
 *
 * Returns: (transfer none): the new last column of @view
 */
GtkColumnViewColumn *
mdg_column_add_quality (GtkColumnView *view)
{
  GtkListItemFactory *factory;

  g_return_val_if_fail (GTK_IS_COLUMN_VIEW (view), NULL);

  factory = gtk_signal_list_item_factory_new ();
  g_signal_connect (factory, "setup", G_CALLBACK (set_up_quality_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_quality_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_quality_cb), NULL);

  return add_column (view, _ ("Quality"), factory, MDG_FIGURE_ROW_KEY_QUALITY);
}

/**
 * mdg_column_align_title:
 * @view: a view
 * @column: one of its columns
 *
 * Puts the heading of @column over its numbers, which stand at the end. GTK has no property for
 * it, so the heading's label is looked for; where there is none of that shape, nothing happens.
 */
void
mdg_column_align_title (GtkColumnView *view, GtkColumnViewColumn *column)
{
  GListModel *columns = gtk_column_view_get_columns (view);
  GtkWidget *header = gtk_widget_get_first_child (GTK_WIDGET (view));
  GtkWidget *title = header != NULL ? gtk_widget_get_first_child (header) : NULL;

  for (guint i = 0; title != NULL && i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) other = g_list_model_get_item (columns, i);

      if (other == column)
        break;
      title = gtk_widget_get_next_sibling (title);
    }

  while (title != NULL && !GTK_IS_LABEL (title))
    title = gtk_widget_get_first_child (title);

  if (title != NULL)
    {
      GtkWidget *box = gtk_widget_get_parent (title);
      GtkWidget *arrow = gtk_widget_get_next_sibling (title);

      gtk_widget_set_hexpand (title, TRUE);
      gtk_label_set_xalign (GTK_LABEL (title), 1);

      /* The arrow of the sorted column would stand between the heading and its edge. */
      if (GTK_IS_BOX (box) && arrow != NULL)
        gtk_box_reorder_child_after (GTK_BOX (box), title, arrow);
    }
}
