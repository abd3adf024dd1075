/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/mdg-table-page.h"

#include "app/mdg-area-table-view.h"
#include "app/mdg-observation-view.h"

struct _MdgTablePage
{
  AdwBin parent_instance;

  AdwViewStack *stack;
  AdwBin *areas_bin;
  AdwBin *observations_bin;
};

G_DEFINE_FINAL_TYPE (MdgTablePage, mdg_table_page, ADW_TYPE_BIN)

/* What the shown table does not search is searched by nobody. */
static void
search_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AdwBin *bin = ADW_BIN (adw_view_stack_get_visible_child (MDG_TABLE_PAGE (widget)->stack));

  gtk_widget_activate_action_variant (adw_bin_get_child (bin), name, parameter);
}

static void
mdg_table_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MDG_TYPE_TABLE_PAGE);

  G_OBJECT_CLASS (mdg_table_page_parent_class)->dispose (object);
}

static void
mdg_table_page_class_init (MdgTablePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mdg_table_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PREFIX "/ui/app/mdg-table-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MdgTablePage, stack);
  gtk_widget_class_bind_template_child (widget_class, MdgTablePage, areas_bin);
  gtk_widget_class_bind_template_child (widget_class, MdgTablePage, observations_bin);
  gtk_widget_class_install_action (widget_class, "page.search", NULL, search_action);
}

static void
mdg_table_page_init (MdgTablePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mdg_table_page_new:
 * @model: the owner of the figures
 * @settings: the settings, where it is kept what the tables show
 *
 * Returns: (transfer floating): the page
 */
MdgTablePage *
mdg_table_page_new (MdgFigureModel *model, GSettings *settings)
{
  MdgTablePage *self = g_object_new (MDG_TYPE_TABLE_PAGE, NULL);

  adw_bin_set_child (self->areas_bin, GTK_WIDGET (mdg_area_table_view_new (model, settings)));
  adw_bin_set_child (self->observations_bin,
                     GTK_WIDGET (mdg_observation_view_new (model, settings)));
  g_settings_bind (settings, "table-view", self->stack, "visible-child-name",
                   G_SETTINGS_BIND_DEFAULT);

  return self;
}
