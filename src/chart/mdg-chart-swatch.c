/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "chart/mdg-chart-swatch.h"

#include "widget/mdg-style.h"

#define CSS_PATH RESOURCE_PREFIX "/ui/chart/mdg-chart.css"

/* The style classes. */
static const char *const ink_classes[MDG_CHART_N_INKS] = {
  [MDG_CHART_INK_FOREGROUND] = "foreground",
  [MDG_CHART_INK_DIM] = "dim",
  [MDG_CHART_INK_GRID] = "grid",
  [MDG_CHART_INK_TRACK] = "track",
  [MDG_CHART_INK_ACCENT] = "accent",
  [MDG_CHART_INK_ACCENT_SOFT] = "accent-soft",
  [MDG_CHART_INK_OTHER] = "other",
};

struct _MdgChartSwatch
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (MdgChartSwatch, mdg_chart_swatch, GTK_TYPE_WIDGET)

static void
mdg_chart_swatch_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (mdg_chart_swatch_parent_class)->root (widget);

  /* What the inks are by default; the style of the application may say otherwise. */
  mdg_style_load (gtk_widget_get_display (widget), CSS_PATH);
}

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

  widget_class->root = mdg_chart_swatch_root;
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
 * @ink: the ink it is
 *
 * Returns: (transfer floating): a swatch
 */
GtkWidget *
mdg_chart_swatch_new (MdgChartInk ink)
{
  GtkWidget *self = g_object_new (MDG_TYPE_CHART_SWATCH, NULL);

  gtk_widget_add_css_class (self, ink_classes[ink]);

  return self;
}

/**
 * mdg_chart_swatch_get_color:
 * @self: a swatch
 *
 * Returns: what the ink looks like here and now
 */
MdgColor
mdg_chart_swatch_get_color (MdgChartSwatch *self)
{
  GdkRGBA rgba;

  gtk_widget_get_color (GTK_WIDGET (self), &rgba);

  return (MdgColor) { rgba.red, rgba.green, rgba.blue, rgba.alpha };
}
