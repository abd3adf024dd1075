/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "draw/mdg-chart-strips.h"

#include <math.h>

#include "core/mdg-format.h"
#include "draw/mdg-axis.h"

#define RADIUS 4.0
#define EMPHASIS 1.4
#define DOT_GAP 1.0
#define GAP 6.0
#define LABEL_GAP 10.0
#define LEGEND_GAP 12.0
#define PANEL_GAP 20.0
#define COLUMN_GAP 28.0
#define GRID_STROKE 1.0
#define REFERENCE_STROKE 1.5
#define SUM_STROKE 1.5
#define SUM_SIZE 1.2

/* A panel is not narrower than this at the usual text size. */
#define MIN_PANEL 230.0
#define MAX_COLUMNS 4

/* The height of a line of captions at the usual text size. */
#define USUAL_CAPTION 17.0

typedef struct
{
  double value;
  MdgChartInk ink;
  gboolean is_emphasised;
  char *label;
  guint point;
} Dot;

typedef struct
{
  char *name;
  char *caption;
  GArray *dots;
  gboolean has_sum;
  double sum;
  guint sum_point;
} Strip;

typedef struct
{
  double value;
  MdgChartInk ink;
  char *label;
} Reference;

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

/* A strip while it is laid out. */
typedef struct
{
  MdgChartStrips *strips;
  MdgChartLayout *layout;
  MdgAxis axis;
  double left;
  double right;
  double radius;
} Panel;

static void
clear_dot (gpointer data)
{
  Dot *dot = data;

  g_free (dot->label);
}

static void
clear_reference (gpointer data)
{
  Reference *reference = data;

  g_free (reference->label);
}

static void
free_strip (gpointer data)
{
  Strip *strip = data;

  g_free (strip->name);
  g_free (strip->caption);
  g_array_unref (strip->dots);
  g_free (strip);
}

static Strip *
get_last_strip (MdgChartStrips *self)
{
  return g_ptr_array_index (self->strips, self->strips->len - 1);
}

static double
get_x (const Panel *panel, double value)
{
  double inset = panel->radius * EMPHASIS;

  return mdg_axis_map (&panel->axis, value, panel->left + inset, panel->right - inset);
}

static char *
format_tick (MdgChartStrips *self, MdgDecimal tick)
{
  if (mdg_measure_get_basis (self->measure) != MDG_BASIS_NONE)
    return mdg_format_percent (tick);
  if (self->measure == MDG_MEASURE_CHANGE_POINTS)
    return mdg_format_decimal (tick, TRUE);

  return mdg_format_value (self->measure, tick);
}

static void
init_axis (MdgChartStrips *self, MdgChartLayout *layout, double width, MdgAxis *axis)
{
  double low = INFINITY;
  double high = -INFINITY;
  double widest = 0;

  for (guint i = 0; i < self->references->len; i++)
    {
      low = MIN (low, g_array_index (self->references, Reference, i).value);
      high = MAX (high, g_array_index (self->references, Reference, i).value);
    }
  for (guint i = 0; i < self->strips->len; i++)
    {
      const Strip *strip = g_ptr_array_index (self->strips, i);

      for (guint j = 0; j < strip->dots->len; j++)
        {
          low = MIN (low, g_array_index (strip->dots, Dot, j).value);
          high = MAX (high, g_array_index (strip->dots, Dot, j).value);
        }
    }

  mdg_axis_init (axis, low, high, 3);
  for (guint i = 0; i < axis->n_ticks; i++)
    {
      g_autofree char *label = format_tick (self, mdg_axis_get_tick (axis, i));

      widest = MAX (widest, mdg_chart_layout_text_width (layout, MDG_TEXT_CAPTION, label));
    }
  mdg_axis_init (axis, low, high, (guint) CLAMP (width / (widest + 2 * LABEL_GAP), 3, 9));
}

static gboolean
add_text_if_free (Panel *panel,
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
stack_dots (const Panel *panel, const Strip *strip, guint *layers)
{
  double apart = 2 * panel->radius + DOT_GAP;
  guint n_layers = 0;

  /* Emphasised dots come last, on top of what is there, so that nothing is between them and their
   * label. */
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < strip->dots->len; i++)
      {
        const Dot *dot = &g_array_index (strip->dots, Dot, i);
        double room = dot->is_emphasised ? apart * EMPHASIS : apart;
        double x = get_x (panel, dot->value);
        guint layer = 0;

        if (dot->is_emphasised != (pass == 1))
          continue;
        for (guint j = 0; j < strip->dots->len; j++)
          {
            const Dot *other = &g_array_index (strip->dots, Dot, j);
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
add_dots (Panel *panel, const Strip *strip, const guint *layers, double base)
{
  for (guint i = 0; i < strip->dots->len; i++)
    {
      const Dot *dot = &g_array_index (strip->dots, Dot, i);
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
add_dot_labels (Panel *panel,
                const Strip *strip,
                const guint *layers,
                gboolean is_emphasised,
                double top,
                double base)
{
  double caption = mdg_chart_layout_line_height (panel->layout, MDG_TEXT_CAPTION);
  double strong = mdg_chart_layout_line_height (panel->layout, MDG_TEXT_STRONG);

  for (guint i = 0; i < strip->dots->len; i++)
    {
      const Dot *dot = &g_array_index (strip->dots, Dot, i);
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
add_axis (Panel *panel, double top, double base)
{
  double bottom = base;

  for (guint i = 0; i < panel->axis.n_ticks; i++)
    {
      MdgDecimal tick = mdg_axis_get_tick (&panel->axis, i);
      g_autofree char *label = format_tick (panel->strips, tick);
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
add_reference_labels (Panel *panel, double top)
{
  GArray *references = panel->strips->references;
  double line_height = mdg_chart_layout_line_height (panel->layout, MDG_TEXT_CAPTION);
  double y = top;
  double edge = panel->left;

  for (guint i = 0; i < references->len; i++)
    {
      const Reference *reference = &g_array_index (references, Reference, i);
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
static double
add_strip (Panel *panel, const Strip *strip, double top, double swarm_height)
{
  MdgChartStrips *self = panel->strips;
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
  if (self->strips->len == 1)
    y = add_reference_labels (panel, y);
  plot_top = y + 2;
  base = floor (plot_top + swarm_height);
  stack_dots (panel, strip, layers);

  if (self->has_band)
    mdg_chart_layout_add_rect (panel->layout, MDG_CHART_INK_TRACK, MDG_CHART_FILL_SOLID,
                               get_x (panel, self->band_from), plot_top + strong,
                               get_x (panel, self->band_to) - get_x (panel, self->band_from),
                               base - plot_top - strong, 0);
  y = add_axis (panel, plot_top + strong, base);
  dots_base = base - 2 - (strip->has_sum ? 2 * panel->radius * SUM_SIZE + 6 : 0);
  add_dot_labels (panel, strip, layers, TRUE, plot_top, dots_base);
  for (guint i = 0; i < self->references->len; i++)
    {
      const Reference *reference = &g_array_index (self->references, Reference, i);
      double x = get_x (panel, reference->value);
      cairo_rectangle_t above = { x - 2, plot_top, 4, strong };
      gboolean is_long =
        self->strips->len == 1 && mdg_chart_layout_is_free (panel->layout, &above, TRUE);

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

static double
measure_swarm (Panel *panel)
{
  double most = 1;
  gboolean has_sum = FALSE;

  for (guint i = 0; i < panel->strips->strips->len; i++)
    {
      const Strip *strip = g_ptr_array_index (panel->strips->strips, i);
      g_autofree guint *layers = g_new0 (guint, strip->dots->len + 1);

      most = MAX (most, stack_dots (panel, strip, layers));
      has_sum |= strip->has_sum;
    }

  return most * (2 * panel->radius + DOT_GAP) + 2 * panel->radius + GAP +
         (has_sum ? 2 * panel->radius * SUM_SIZE + 6 : 0) +
         mdg_chart_layout_line_height (panel->layout, MDG_TEXT_STRONG);
}

static double
mdg_chart_strips_lay_out (MdgChartScene *scene, MdgChartLayout *layout, double top, double height)
{
  MdgChartStrips *self = MDG_CHART_STRIPS (scene);
  double caption = mdg_chart_layout_line_height (layout, MDG_TEXT_CAPTION);
  double unit = CLAMP (caption / USUAL_CAPTION, 1, 2);
  double width = mdg_chart_layout_get_width (layout);
  double y = mdg_chart_legend_lay_out (self->legend, layout, top);
  double row_bottom = y;
  Panel panel = { .strips = self, .layout = layout, .radius = RADIUS * unit };
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
  swarm_height = measure_swarm (&panel);

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
      bottom = add_strip (&panel, g_ptr_array_index (self->strips, i), y, swarm_height);
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
  self->strips = g_ptr_array_new_with_free_func (free_strip);
  self->references = g_array_new (FALSE, FALSE, sizeof (Reference));
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
  Reference reference = { .value = value, .ink = ink, .label = g_strdup (label) };

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
  Strip *strip = g_new0 (Strip, 1);

  strip->name = g_strdup (name);
  strip->caption = g_strdup (caption);
  strip->dots = g_array_new (FALSE, FALSE, sizeof (Dot));
  g_array_set_clear_func (strip->dots, clear_dot);
  g_ptr_array_add (self->strips, strip);
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
  Dot dot = { .value = value,
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
  Strip *strip = get_last_strip (self);

  strip->has_sum = TRUE;
  strip->sum = value;
  strip->sum_point = point;
}
