/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "chart/mdg-chart-heights.h"

/* Beyond this a chart only gets wider, neither higher nor lower. */
#define WIDEST 2400

static int
get_height (MdgChartHeights *self,
            MdgChartScene *scene,
            PangoContext *context,
            const MdgChartStyle *style,
            int width)
{
  g_autoptr (MdgChartLayout) layout = NULL;
  guint place;

  for (guint i = 0; i < MIN (self->n_known, MDG_CHART_HEIGHTS_SIZE); i++)
    if (self->known[i].width == width)
      return self->known[i].height;

  layout = mdg_chart_scene_lay_out (scene, context, style, MDG_CHART_PARTS_PLOT, width, 0);

  /* The oldest makes room. */
  place = self->n_known % MDG_CHART_HEIGHTS_SIZE;
  self->known[place].width = width;
  self->known[place].height = (int) mdg_chart_layout_get_height (layout);
  self->n_known++;

  return self->known[place].height;
}

/**
 * mdg_chart_heights_clear:
 * @self: heights
 *
 * Forgets what is known, since the scene is another.
 */
void
mdg_chart_heights_clear (MdgChartHeights *self)
{
  self->n_known = 0;
}

/**
 * mdg_chart_heights_measure:
 * @self: heights of @scene
 * @scene: what is shown
 * @context: where fonts come from
 * @style: the looks
 * @width: the width in pixels that the height is for
 * @minimum: (out): the height without a width, which is that of the widest chart
 * @natural: (out): the height at @width
 *
 * Measures the plot of a chart for a widget. GTK holds that what is wider is never higher, and that
 * without a width the least height is that of the widest. A trend grows with its width, and is
 * drawn as high where it is narrow.
 */
void
mdg_chart_heights_measure (MdgChartHeights *self,
                           MdgChartScene *scene,
                           PangoContext *context,
                           const MdgChartStyle *style,
                           int width,
                           int *minimum,
                           int *natural)
{
  guint serial = pango_context_get_serial (context);

  if (self->text_serial != serial)
    mdg_chart_heights_clear (self);
  self->text_serial = serial;

  *minimum = get_height (self, scene, context, style, WIDEST);
  *natural = MAX (get_height (self, scene, context, style, MIN (width, WIDEST)), *minimum);
}
