/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "chart/mdg-chart-tip.h"

#include <math.h>

#define MAX_WIDTH_CHARS 40

struct _MdgChartTip
{
  GtkPopover parent_instance;

  GtkLabel *label;
};

G_DEFINE_FINAL_TYPE (MdgChartTip, mdg_chart_tip, GTK_TYPE_POPOVER)

static void
mdg_chart_tip_class_init (MdgChartTipClass *klass)
{
}

static void
mdg_chart_tip_init (MdgChartTip *self)
{
  GtkWidget *label = gtk_label_new (NULL);

  self->label = GTK_LABEL (label);
  gtk_label_set_wrap (self->label, TRUE);
  gtk_label_set_xalign (self->label, 0);
  gtk_label_set_max_width_chars (self->label, MAX_WIDTH_CHARS);

  gtk_popover_set_child (GTK_POPOVER (self), label);
  gtk_popover_set_autohide (GTK_POPOVER (self), FALSE);
  gtk_popover_set_position (GTK_POPOVER (self), GTK_POS_TOP);
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
  gtk_widget_set_can_focus (GTK_WIDGET (self), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "chart-tip");
}

/**
 * mdg_chart_tip_new:
 *
 * Returns: (transfer floating): a tip, to be given a parent
 */
GtkWidget *
mdg_chart_tip_new (void)
{
  return g_object_new (MDG_TYPE_CHART_TIP, NULL);
}

/**
 * mdg_chart_tip_show_point:
 * @self: a tip
 * @point: a point
 * @mark: where it is, in the parent
 *
 * Shows what a point says.
 */
void
mdg_chart_tip_show_point (MdgChartTip *self,
                          const MdgChartPoint *point,
                          const cairo_rectangle_t *mark)
{
  GdkRectangle place = { (int) floor (mark->x), (int) floor (mark->y), (int) ceil (mark->width),
                         (int) ceil (mark->height) };

  g_return_if_fail (MDG_IS_CHART_TIP (self));

  gtk_label_set_label (self->label, point->text);
  gtk_popover_set_pointing_to (GTK_POPOVER (self), &place);
  gtk_popover_popup (GTK_POPOVER (self));
}
