/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "chart/mdg-chart-swatch.h"

struct _MdgChartSwatch
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (MdgChartSwatch, mdg_chart_swatch, GTK_TYPE_WIDGET)

static void
mdg_chart_swatch_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GtkWidget *parent = gtk_widget_get_parent (widget);

  GTK_WIDGET_CLASS (mdg_chart_swatch_parent_class)->css_changed (widget, change);

  if (parent != NULL)
    gtk_widget_queue_draw (parent);
}

static void
mdg_chart_swatch_class_init (MdgChartSwatchClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->css_changed = mdg_chart_swatch_css_changed;

  gtk_widget_class_set_css_name (widget_class, "swatch");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
mdg_chart_swatch_init (MdgChartSwatch *self)
{
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

/**
 * mdg_chart_swatch_new:
 * @css_class: the style class that says which ink it is
 *
 * Returns: (transfer floating): a swatch
 */
GtkWidget *
mdg_chart_swatch_new (const char *css_class)
{
  GtkWidget *self = g_object_new (MDG_TYPE_CHART_SWATCH, NULL);

  gtk_widget_add_css_class (self, css_class);

  return self;
}
