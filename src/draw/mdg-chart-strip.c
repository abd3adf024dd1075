/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "draw/mdg-chart-strip.h"

#include <math.h>

#include "core/mdg-format.h"

#define EMPHASIS 1.4
#define DOT_GAP 1.0
#define GAP 6.0
#define LABEL_GAP 10.0
#define GRID_STROKE 1.0
#define REFERENCE_STROKE 1.5
#define SUM_STROKE 1.5
#define SUM_SIZE 1.2

static void
clear_dot (gpointer data)
{
  MdgChartDot *dot = data;

  g_free (dot->label);
}

MdgChartStrip *
mdg_chart_strip_new (const char *name, const char *caption)
{
  MdgChartStrip *self = g_new0 (MdgChartStrip, 1);

  self->name = g_strdup (name);
  self->caption = g_strdup (caption);
  self->dots = g_array_new (FALSE, FALSE, sizeof (MdgChartDot));
  g_array_set_clear_func (self->dots, clear_dot);

  return self;
}

void
mdg_chart_strip_free_data (gpointer data)
{
  MdgChartStrip *strip = data;

  g_free (strip->name);
  g_free (strip->caption);
  g_array_unref (strip->dots);
  g_free (strip);
}

static double
get_x (const MdgChartPanel *panel, double value)
{
  double inset = panel->radius * EMPHASIS;

  return mdg_axis_map (&panel->axis, value, panel->left + inset, panel->right - inset);
}

char *
mdg_chart_panel_format_tick (MdgMeasure measure, MdgDecimal tick)
{
  if (mdg_measure_get_basis (measure) != MDG_BASIS_NONE)
    return mdg_format_percent (tick);
  if (measure == MDG_MEASURE_CHANGE_POINTS)
    return mdg_format_decimal (tick, TRUE);

  return mdg_format_value (measure, tick);
}

static gboolean
add_text_if_free (MdgChartPanel *panel,
                  MdgTextRole role,
                  MdgChartInk ink,
                  const char *words,
                  double x,
                  double y,
                  gboolean of_text_only)
{
  g_autoptr (PangoLayout) text = mdg_chart_layout_make_text (panel->layout, role, words);
  cairo_rectangle_t room = { 0, y, 0, 0 };

  mdg_text_get_size (text, &room.width, &room.height);
  if (room.width > panel->right - panel->left)
    return FALSE;
  room.x = CLAMP (x - room.width / 2, panel->left, panel->right - room.width);
  if (!mdg_chart_layout_is_free (panel->layout, &room, of_text_only))
    return FALSE;
  mdg_chart_layout_add_text (panel->layout, role, ink, text, room.x, room.y);

  return TRUE;
}

/* In which layer each dot stands, so that none covers another; returns the number of layers. */
static guint
stack_dots (const MdgChartPanel *panel, const MdgChartStrip *strip, guint *layers)
{
  double apart = 2 * panel->radius + DOT_GAP;
  guint n_layers = 0;

  /* Emphasised dots come last, on top of what is there, so that nothing is between them and their
   * label. */
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < strip->dots->len; i++)
      {
        const MdgChartDot *dot = &g_array_index (strip->dots, MdgChartDot, i);
        double room = dot->is_emphasised ? apart * EMPHASIS : apart;
        double x = get_x (panel, dot->value);
        guint layer = 0;

        if (dot->is_emphasised != (pass == 1))
          continue;
        for (guint j = 0; j < strip->dots->len; j++)
          {
            const MdgChartDot *other = &g_array_index (strip->dots, MdgChartDot, j);
            gboolean is_placed =
              pass == 1 ? (!other->is_emphasised || j < i) : (!other->is_emphasised && j < i);

            if (!is_placed || fabs (get_x (panel, other->value) - x) >= room)
              continue;
            if (dot->is_emphasised)
              layer = MAX (layer, layers[j] + 1);
            else if (layers[j] == layer)
              {
                /* Look at all again from the layer above. */
                layer++;
                j = G_MAXUINT;
              }
          }
        layers[i] = layer;
        n_layers = MAX (n_layers, layer + 1);
      }

  return n_layers;
}

static void
add_dots (MdgChartPanel *panel, const MdgChartStrip *strip, const guint *layers, double base)
{
  for (guint i = 0; i < strip->dots->len; i++)
    {
      const MdgChartDot *dot = &g_array_index (strip->dots, MdgChartDot, i);
      double x = get_x (panel, dot->value);
      double y = base - panel->radius - layers[i] * (2 * panel->radius + DOT_GAP);
      double radius = dot->is_emphasised ? panel->radius * EMPHASIS : panel->radius;
      cairo_rectangle_t mark;

      if (dot->is_emphasised)
        y -= panel->radius * (EMPHASIS - 1);
      mdg_chart_layout_add_mark (
        panel->layout, dot->ink,
        dot->is_emphasised ? MDG_CHART_SHAPE_SQUARE : MDG_CHART_SHAPE_CIRCLE, 0, x, y, radius);
      mark = (cairo_rectangle_t) { x - radius - 1, y - radius - 1, 2 * radius + 2, 2 * radius + 2 };
      mdg_chart_layout_set_point (panel->layout, dot->point, &mark, &mark);
    }
}

static void
add_dot_labels (MdgChartPanel *panel,
                const MdgChartStrip *strip,
                const guint *layers,
                gboolean is_emphasised,
                double top,
                double base)
{
  double caption = mdg_chart_layout_line_height (panel->layout, MDG_TEXT_CAPTION);
  double strong = mdg_chart_layout_line_height (panel->layout, MDG_TEXT_STRONG);

  for (guint i = 0; i < strip->dots->len; i++)
    {
      const MdgChartDot *dot = &g_array_index (strip->dots, MdgChartDot, i);
      double x = get_x (panel, dot->value);
      double y = base - (layers[i] + 1) * (2 * panel->radius + DOT_GAP) - 2;

      if (dot->label == NULL || dot->is_emphasised != is_emphasised)
        continue;
      if (!dot->is_emphasised)
        add_text_if_free (panel, MDG_TEXT_CAPTION, MDG_CHART_INK_DIM, dot->label, x, y - caption,
                          FALSE);
      else if (add_text_if_free (panel, MDG_TEXT_STRONG, MDG_CHART_INK_FOREGROUND, dot->label, x,
                                 top, TRUE))
        {
          double bottom = y - 2 * panel->radius * (EMPHASIS - 1);

          if (bottom > top + strong)
            mdg_chart_layout_add_line (panel->layout, dot->ink, GRID_STROKE, x, top + strong, x,
                                       bottom);
        }
    }
}

static double
add_axis (MdgChartPanel *panel, double top, double base)
{
  double bottom = base;

  for (guint i = 0; i < panel->axis.n_ticks; i++)
    {
      MdgDecimal tick = mdg_axis_get_tick (&panel->axis, i);
      g_autofree char *label = mdg_chart_panel_format_tick (panel->measure, tick);
      double x = floor (get_x (panel, mdg_decimal_to_double (tick))) + 0.5;

      mdg_chart_layout_add_line (panel->layout, MDG_CHART_INK_GRID, GRID_STROKE, x, top, x, base);
      add_text_if_free (panel, MDG_TEXT_CAPTION, MDG_CHART_INK_DIM, label, x, base + 3, TRUE);
    }
  mdg_chart_layout_add_line (panel->layout, MDG_CHART_INK_DIM, GRID_STROKE, panel->left,
                             floor (base) + 0.5, panel->right, floor (base) + 0.5);
  bottom += 3 + mdg_chart_layout_line_height (panel->layout, MDG_TEXT_CAPTION);

  return bottom;
}

/* Names the references above their lines, side by side where there is room. */
static double
add_reference_labels (MdgChartPanel *panel, double top)
{
  GArray *references = panel->references;
  double line_height = mdg_chart_layout_line_height (panel->layout, MDG_TEXT_CAPTION);
  double y = top;
  double edge = panel->left;

  for (guint i = 0; i < references->len; i++)
    {
      const MdgChartReference *reference = &g_array_index (references, MdgChartReference, i);
      g_autoptr (PangoLayout) text =
        mdg_chart_layout_make_text (panel->layout, MDG_TEXT_CAPTION, reference->label);
      double x = get_x (panel, reference->value);
      double width;
      double height;
      double from;

      mdg_text_wrap (text, panel->right - panel->left);
      mdg_text_get_size (text, &width, &height);
      /* The first stands to the left of its line, the last to the right. */
      from = references->len == 1 ? x - width / 2 : i == 0 ? x + 2 - width : x - 2;
      from = CLAMP (from, panel->left, panel->right - width);
      if (i > 0 && from < edge)
        y += line_height;
      y = MAX (y, top);
      mdg_chart_layout_add_text (panel->layout, MDG_TEXT_CAPTION, reference->ink, text, from, y);
      edge = from + width + LABEL_GAP;
      if (height > line_height)
        {
          y += height - line_height;
          edge = panel->right;
        }
    }

  return references->len > 0 ? y + line_height + 2 : y;
}

/* Several panels name the lines in the legend, once for all. */
double
mdg_chart_panel_add (MdgChartPanel *panel,
                     const MdgChartStrip *strip,
                     double top,
                     double swarm_height)
{
  double strong = mdg_chart_layout_line_height (panel->layout, MDG_TEXT_STRONG);
  g_autofree guint *layers = g_new0 (guint, strip->dots->len + 1);
  double y = top;
  double plot_top;
  double base;
  double dots_base;

  if (strip->name != NULL)
    {
      g_autoptr (PangoLayout) name =
        mdg_chart_layout_make_text (panel->layout, MDG_TEXT_STRONG, strip->name);

      mdg_text_wrap (name, panel->right - panel->left);
      y = mdg_chart_layout_add_text (panel->layout, MDG_TEXT_STRONG, MDG_CHART_INK_FOREGROUND, name,
                                     panel->left, y);
    }
  if (strip->caption != NULL)
    {
      g_autoptr (PangoLayout) caption =
        mdg_chart_layout_make_text (panel->layout, MDG_TEXT_CAPTION, strip->caption);

      mdg_text_wrap (caption, panel->right - panel->left);
      y = mdg_chart_layout_add_text (panel->layout, MDG_TEXT_CAPTION, MDG_CHART_INK_DIM, caption,
                                     panel->left, y);
    }
  if (panel->strips->len == 1)
    y = add_reference_labels (panel, y);
  plot_top = y + 2;
  base = floor (plot_top + swarm_height);
  stack_dots (panel, strip, layers);

  if (panel->has_band)
    mdg_chart_layout_add_rect (panel->layout, MDG_CHART_INK_TRACK, MDG_CHART_FILL_SOLID,
                               get_x (panel, panel->band_from), plot_top + strong,
                               get_x (panel, panel->band_to) - get_x (panel, panel->band_from),
                               base - plot_top - strong, 0);
  y = add_axis (panel, plot_top + strong, base);
  dots_base = base - 2 - (strip->has_sum ? 2 * panel->radius * SUM_SIZE + 6 : 0);
  add_dot_labels (panel, strip, layers, TRUE, plot_top, dots_base);
  for (guint i = 0; i < panel->references->len; i++)
    {
      const MdgChartReference *reference = &g_array_index (panel->references, MdgChartReference, i);
      double x = get_x (panel, reference->value);
      cairo_rectangle_t above = { x - 2, plot_top, 4, strong };
      gboolean is_long =
        panel->strips->len == 1 && mdg_chart_layout_is_free (panel->layout, &above, TRUE);

      mdg_chart_layout_add_line (panel->layout, reference->ink, REFERENCE_STROKE, x,
                                 is_long ? plot_top : plot_top + strong, x, base);
    }
  if (strip->has_sum)
    {
      double x = get_x (panel, strip->sum);
      double radius = panel->radius * SUM_SIZE;
      double middle = base - radius - 2;
      cairo_rectangle_t mark = { x - radius - 1, middle - radius - 1, 2 * radius + 2,
                                 2 * radius + 2 };

      mdg_chart_layout_add_mark (panel->layout, MDG_CHART_INK_FOREGROUND, MDG_CHART_SHAPE_DIAMOND,
                                 SUM_STROKE, x, middle, radius);
      mdg_chart_layout_set_point (panel->layout, strip->sum_point, &mark, &mark);
    }
  add_dots (panel, strip, layers, dots_base);
  add_dot_labels (panel, strip, layers, FALSE, plot_top, dots_base);

  return y;
}

double
mdg_chart_panel_measure (MdgChartPanel *panel)
{
  double most = 1;
  gboolean has_sum = FALSE;

  for (guint i = 0; i < panel->strips->len; i++)
    {
      const MdgChartStrip *strip = g_ptr_array_index (panel->strips, i);
      g_autofree guint *layers = g_new0 (guint, strip->dots->len + 1);

      most = MAX (most, stack_dots (panel, strip, layers));
      has_sum |= strip->has_sum;
    }

  return most * (2 * panel->radius + DOT_GAP) + 2 * panel->radius + GAP +
         (has_sum ? 2 * panel->radius * SUM_SIZE + 6 : 0) +
         mdg_chart_layout_line_height (panel->layout, MDG_TEXT_STRONG);
}
