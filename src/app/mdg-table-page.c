/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/mdg-table-page.h"

#include "app/mdg-observation-view.h"

struct _MdgTablePage
{
  AdwBin parent_instance;

  MdgObservationView *observations;
};

G_DEFINE_FINAL_TYPE (MdgTablePage, mdg_table_page, ADW_TYPE_BIN)

static void
search_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_activate_action_variant (GTK_WIDGET (MDG_TABLE_PAGE (widget)->observations), name,
                                      parameter);
}

static void
mdg_table_page_class_init (MdgTablePageClass *klass)
{
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "page.search", NULL, search_action);
}

static void
mdg_table_page_init (MdgTablePage *self)
{
}

/**
 * mdg_table_page_new:
 * @model: the owner of the figures
 * @settings: the settings of the program
 *
 * Returns: (transfer floating): the page
 */
MdgTablePage *
mdg_table_page_new (MdgFigureModel *model, GSettings *settings)
{
  MdgTablePage *self = g_object_new (MDG_TYPE_TABLE_PAGE, NULL);

  self->observations = mdg_observation_view_new (model, settings);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->observations));

  return self;
}
