/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/mdg-observation-cell.h"

#include "widget/mdg-tooltip.h"

/**
 * mdg_observation_cell_is_number:
 * @column: a column
 *
 * Returns: whether what stands in it is aligned as numbers are
 */
gboolean
mdg_observation_cell_is_number (MdgObservationColumn column)
{
  return column == MDG_OBSERVATION_COLUMN_VALUE || column == MDG_OBSERVATION_COLUMN_PAGE;
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  MdgObservationColumn column = GPOINTER_TO_UINT (data);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), mdg_observation_cell_is_number (column) ? 1 : 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), column == MDG_OBSERVATION_COLUMN_EDITION
                                                ? PANGO_ELLIPSIZE_END
                                                : PANGO_ELLIPSIZE_NONE);
  if (mdg_observation_cell_is_number (column) || column == MDG_OBSERVATION_COLUMN_PERIOD)
    gtk_widget_add_css_class (label, "numeric");
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  MdgObservationColumn column = GPOINTER_TO_UINT (data);
  MdgObservationRow *row = gtk_list_item_get_item (item);
  GtkWidget *label = gtk_list_item_get_child (item);
  g_autofree char *text = mdg_observation_row_dup_text (row, column);

  if (column == MDG_OBSERVATION_COLUMN_QUALITY)
    {
      const MdgObservation *observation = mdg_observation_row_get_observation (row);
      g_autofree char *tooltip = mdg_observation_row_describe (row);

      if (observation->doubt != MDG_DOUBT_NONE)
        {
          g_autofree char *marked = g_strconcat (text, " (!)", NULL);

          gtk_label_set_label (GTK_LABEL (label), marked);
        }
      else
        gtk_label_set_label (GTK_LABEL (label), text);
      mdg_tooltip_set (label, tooltip);
      return;
    }

  gtk_label_set_label (GTK_LABEL (label), text);
  if (column == MDG_OBSERVATION_COLUMN_EDITION)
    mdg_tooltip_set (label, text);
  if (mdg_observation_row_is_shown (row))
    gtk_widget_remove_css_class (label, "dim-label");
  else
    gtk_widget_add_css_class (label, "dim-label");
}

static void
setup_summary_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_list_item_set_child (item, label);
}

/* Where there is room for two columns only, one says what the other's value is of; where there is
 * room for one, it holds the value too. */
static void
bind_summary_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  gboolean with_value = GPOINTER_TO_INT (data);
  MdgObservationRow *row = gtk_list_item_get_item (item);
  GtkWidget *label = gtk_list_item_get_child (item);
  g_autofree char *area = mdg_observation_row_dup_text (row, MDG_OBSERVATION_COLUMN_AREA);
  g_autofree char *type = mdg_observation_row_dup_text (row, MDG_OBSERVATION_COLUMN_FACILITY_TYPE);
  g_autofree char *measure = mdg_observation_row_dup_text (row, MDG_OBSERVATION_COLUMN_MEASURE);
  g_autofree char *value = mdg_observation_row_dup_text (row, MDG_OBSERVATION_COLUMN_VALUE);
  g_autofree char *period = mdg_observation_row_dup_text (row, MDG_OBSERVATION_COLUMN_PERIOD);
  g_autofree char *quality = mdg_observation_row_dup_text (row, MDG_OBSERVATION_COLUMN_QUALITY);
  g_autofree char *tooltip = mdg_observation_row_describe (row);
  gboolean doubtful = mdg_observation_row_get_observation (row)->doubt != MDG_DOUBT_NONE;
  g_autofree char *markup = g_markup_printf_escaped (
    "%s · %s\n%s\n<b>%s</b>%s<small>%s · %s%s</small>", area, type, measure,
    with_value ? value : "", with_value ? "\n" : "", period, quality, doubtful ? " (!)" : "");

  gtk_label_set_markup (GTK_LABEL (label), markup);
  mdg_tooltip_set (label, tooltip);
}

/**
 * mdg_observation_cell_factory_new:
 * @column: a column
 *
 * Returns: (transfer full): what makes the cells of the column, over #MdgObservationRow
 */
GtkListItemFactory *
mdg_observation_cell_factory_new (MdgObservationColumn column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), GUINT_TO_POINTER (column));
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), GUINT_TO_POINTER (column));

  return factory;
}

/**
 * mdg_observation_cell_factory_new_summary:
 * @with_value: whether the value stands in it too
 *
 * Returns: (transfer full): what makes cells that say the whole figure
 */
GtkListItemFactory *
mdg_observation_cell_factory_new_summary (gboolean with_value)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_summary_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_summary_cb), GINT_TO_POINTER (with_value));

  return factory;
}
