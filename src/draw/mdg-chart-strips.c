/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "draw/mdg-chart-strips.h"

#include <math.h>

#include "draw/mdg-chart-strip.h"

#define RADIUS 4.0
#define LABEL_GAP 10.0
#define LEGEND_GAP 12.0
#define PANEL_GAP 20.0
#define COLUMN_GAP 28.0

/* A panel is not narrower than this at the usual text size. */
#define MIN_PANEL 230.0
#define MAX_COLUMNS 4

struct _MdgChartStrips
{
  MdgChartScene parent_instance;

  MdgMeasure measure;
  MdgChartLegend *legend;
  GPtrArray *strips;
  GArray *references;
  gboolean has_band;
  double band_from;
  double band_to;
};

G_DEFINE_FINAL_TYPE (MdgChartStrips, mdg_chart_strips, MDG_TYPE_CHART_SCENE)

static void
clear_reference (gpointer data)
{
  MdgChartReference *reference = data;

  g_free (reference->label);
}

static MdgChartStrip *
get_last_strip (MdgChartStrips *self)
{
  return g_ptr_array_index (self->strips, self->strips->len - 1);
}

static void
init_axis (MdgChartStrips *self, MdgChartLayout *layout, double width, MdgAxis *axis)
{
  double low = INFINITY;
  double high = -INFINITY;
  double widest = 0;

  for (guint i = 0; i < self->references->len; i++)
    {
      low = MIN (low, g_array_index (self->references, MdgChartReference, i).value);
      high = MAX (high, g_array_index (self->references, MdgChartReference, i).value);
    }
  for (guint i = 0; i < self->strips->len; i++)
    {
      const MdgChartStrip *strip = g_ptr_array_index (self->strips, i);

      for (guint j = 0; j < strip->dots->len; j++)
        {
          low = MIN (low, g_array_index (strip->dots, MdgChartDot, j).value);
          high = MAX (high, g_array_index (strip->dots, MdgChartDot, j).value);
        }
    }

  mdg_axis_init (axis, low, high, 3);
  for (guint i = 0; i < axis->n_ticks; i++)
    {
      g_autofree char *label =
        mdg_chart_panel_format_tick (self->measure, mdg_axis_get_tick (axis, i));

      widest = MAX (widest, mdg_chart_layout_text_width (layout, MDG_TEXT_CAPTION, label));
    }
  mdg_axis_init (axis, low, high, (guint) CLAMP (width / (widest + 2 * LABEL_GAP), 3, 9));
}

static double
mdg_chart_strips_lay_out (MdgChartScene *scene, MdgChartLayout *layout, double top, double height)
{
  MdgChartStrips *self = MDG_CHART_STRIPS (scene);
  double unit = mdg_chart_layout_get_unit (layout);
  double width = mdg_chart_layout_get_width (layout);
  double y = mdg_chart_legend_lay_out (self->legend, layout, top);
  double row_bottom = y;
  MdgChartPanel panel = { .layout = layout,
                          .measure = self->measure,
                          .strips = self->strips,
                          .references = self->references,
                          .has_band = self->has_band,
                          .band_from = self->band_from,
                          .band_to = self->band_to,
                          .radius = RADIUS * unit };
  double panel_width;
  double swarm_height;
  guint n_columns;

  if (self->strips->len == 0)
    return y;

  n_columns = (guint) CLAMP (floor ((width + COLUMN_GAP) / (MIN_PANEL * unit + COLUMN_GAP)), 1,
                             MIN (self->strips->len, MAX_COLUMNS));
  panel_width = (width - (n_columns - 1) * COLUMN_GAP) / n_columns;
  init_axis (self, layout, panel_width, &panel.axis);
  panel.right = panel_width;
  swarm_height = mdg_chart_panel_measure (&panel);

  if (y > top)
    y += LEGEND_GAP;
  for (guint i = 0; i < self->strips->len; i++)
    {
      guint column = i % n_columns;
      double bottom;

      if (column == 0 && i > 0)
        y = row_bottom + PANEL_GAP;
      panel.left = column * (panel_width + COLUMN_GAP);
      panel.right = panel.left + panel_width;
      bottom = mdg_chart_panel_add (&panel, g_ptr_array_index (self->strips, i), y, swarm_height);
      row_bottom = MAX (row_bottom, bottom);
    }

  return row_bottom;
}

static void
mdg_chart_strips_finalize (GObject *object)
{
  MdgChartStrips *self = MDG_CHART_STRIPS (object);

  mdg_chart_legend_free (self->legend);
  g_ptr_array_unref (self->strips);
  g_array_unref (self->references);

  G_OBJECT_CLASS (mdg_chart_strips_parent_class)->finalize (object);
}

static void
mdg_chart_strips_class_init (MdgChartStripsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  MdgChartSceneClass *scene_class = MDG_CHART_SCENE_CLASS (klass);

  object_class->finalize = mdg_chart_strips_finalize;
  scene_class->lay_out = mdg_chart_strips_lay_out;
}

static void
mdg_chart_strips_init (MdgChartStrips *self)
{
  self->legend = mdg_chart_legend_new ();
  self->strips = g_ptr_array_new_with_free_func (mdg_chart_strip_free_data);
  self->references = g_array_new (FALSE, FALSE, sizeof (MdgChartReference));
  g_array_set_clear_func (self->references, clear_reference);
}

/*
 * mdg_chart_strips_new:
 * @measure: what the values are, for the labels of the scale
 *
 * Returns: (transfer full): a scene without strips
 */
MdgChartStrips *
mdg_chart_strips_new (MdgMeasure measure)
{
  MdgChartStrips *self = g_object_new (MDG_TYPE_CHART_STRIPS, NULL);

  self->measure = measure;

  return self;
}

/*
 * mdg_chart_strips_get_legend:
 *
 * Returns: (transfer none): the legend, to be filled
 */
MdgChartLegend *
mdg_chart_strips_get_legend (MdgChartStrips *self)
{
  return self->legend;
}

/*
 * mdg_chart_strips_set_band:
 * @from: where it begins on the scale
 * @to: where it ends
 *
 * Shades a part of the scale behind the dots.
 */
void
mdg_chart_strips_set_band (MdgChartStrips *self, double from, double to)
{
  self->has_band = TRUE;
  self->band_from = from;
  self->band_to = to;
}

/*
 * mdg_chart_strips_add_reference:
 * @value: a value on the scale, not below that of the reference before
 * @ink: what it means
 * @label: what it is; shown where there is one strip only
 *
 * Draws a line through all strips at a value that the dots are compared with.
 */
void
mdg_chart_strips_add_reference (MdgChartStrips *self,
                                double value,
                                MdgChartInk ink,
                                const char *label)
{
  MdgChartReference reference = { .value = value, .ink = ink, .label = g_strdup (label) };

  g_array_append_val (self->references, reference);
}

/*
 * mdg_chart_strips_add_strip:
 * @name: (nullable): its name
 * @caption: (nullable): what else is to be said of it
 *
 * Adds a strip, to which the dots added next belong.
 */
void
mdg_chart_strips_add_strip (MdgChartStrips *self, const char *name, const char *caption)
{
  g_ptr_array_add (self->strips, mdg_chart_strip_new (name, caption));
}

/*
 * mdg_chart_strips_add_dot:
 * @value: where it stands on the scale
 * @ink: what it means
 * @is_emphasised: whether it is the one that is looked for
 * @label: (nullable): its name, shown where there is room
 * @point: the index of its point
 */
void
mdg_chart_strips_add_dot (MdgChartStrips *self,
                          double value,
                          MdgChartInk ink,
                          gboolean is_emphasised,
                          const char *label,
                          guint point)
{
  MdgChartDot dot = { .value = value,
                      .ink = ink,
                      .is_emphasised = is_emphasised,
                      .label = g_strdup (label),
                      .point = point };

  g_array_append_val (get_last_strip (self)->dots, dot);
}

/*
 * mdg_chart_strips_add_sum:
 * @value: where it stands on the scale
 * @point: the index of its point
 *
 * Adds a hollow mark, in a lane of its own beneath the dots, for a figure computed from them all.
 */
void
mdg_chart_strips_add_sum (MdgChartStrips *self, double value, guint point)
{
  MdgChartStrip *strip = get_last_strip (self);

  strip->has_sum = TRUE;
  strip->sum = value;
  strip->sum_point = point;
}
