/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "draw/mdg-chart-lines.h"

#include <glib/gi18n.h>
#include <math.h>

#include "core/mdg-format.h"
#include "draw/mdg-axis.h"
#include "draw/mdg-chart-legend.h"
#include "draw/mdg-chart-plot.h"

#define LINE_STROKE 2.0
#define CONTEXT_STROKE 1.5
#define MARK_STROKE 1.5
#define GAP 6.0
#define LABEL_GAP 8.0
#define MARK_GAP 2.0
#define END_GAP 14.0
#define LEADER_STROKE 1.0
#define MIN_RADIUS 1.5
#define MAX_RADIUS 4.0
#define MIN_PLOT_HEIGHT 96.0
#define MAX_PLOT_HEIGHT 220.0

/* How far a plot grows where it is given more height than it asks for. */
#define MAX_STRETCH 2.2

/* How much larger the mark is whose value is written beside it. */
#define EMPHASIS 1.4

/* Names at the ends of lines take no more of the width than this. Without room for their values they
 * stand alone, and without room for the names these are in the legend. */
#define MAX_END_SHARE 0.42
#define MAX_NAME_SHARE 0.5

/* The fewest months an axis spans, so that two figures do not look like a long story. */
#define MIN_MONTHS 5

typedef struct
{
  MdgMonth month;
  MdgDecimal value;
  MdgQuality quality;
  guint point;
} Value;

typedef struct
{
  char *name;
  gboolean is_context;
  MdgChartInk ink;
  GArray *values;
} Series;

struct _MdgChartLines
{
  MdgChartScene parent_instance;

  GPtrArray *series;
  GArray *events;
  /* Whether lines are named at their ends where there is room, not in the legend. */
  gboolean has_end_labels;
};

G_DEFINE_FINAL_TYPE (MdgChartLines, mdg_chart_lines, MDG_TYPE_CHART_SCENE)

static void
free_series (gpointer data)
{
  Series *series = data;

  g_free (series->name);
  g_array_unref (series->values);
  g_free (series);
}

static const Value *
get_value (const Series *series, guint index)
{
  return &g_array_index (series->values, Value, index);
}

static double
get_mark_radius (const MdgChartPlot *plot, const Series *series)
{
  return series->is_context ? plot->radius * 0.75 : plot->radius;
}

static double
get_stroke (const Series *series)
{
  return series->is_context ? CONTEXT_STROKE : LINE_STROKE;
}

static MdgChartInk
get_ink (const Series *series)
{
  return series->ink;
}

/* Each quality has a mark of its own, so that it is told without colour. */
static MdgChartShape
get_shape (MdgQuality quality)
{
  if (quality == MDG_QUALITY_DERIVED)
    return MDG_CHART_SHAPE_DIAMOND;

  return quality == MDG_QUALITY_PRINTED ? MDG_CHART_SHAPE_SQUARE : MDG_CHART_SHAPE_CIRCLE;
}

static gboolean
is_hollow (MdgQuality quality)
{
  return quality < MDG_QUALITY_PRINTED;
}

static void
find_range (MdgChartLines *self, MdgMonth *first, MdgMonth *last, double *highest)
{
  *first = G_MAXUINT16;
  *last = 0;
  *highest = 0;

  for (guint i = 0; i < self->series->len; i++)
    {
      const Series *series = g_ptr_array_index (self->series, i);

      for (guint j = 0; j < series->values->len; j++)
        {
          const Value *value = get_value (series, j);

          *first = MIN (*first, value->month);
          *last = MAX (*last, value->month);
          *highest = MAX (*highest, mdg_decimal_to_double (value->value));
        }
    }

  if (*last - *first < MIN_MONTHS - 1)
    *first = *last - (MIN_MONTHS - 1);
}

/* The name of a series with its newest value, which there is. */
static char *
name_with_newest (const Series *series)
{
  g_autofree char *value = mdg_format_percent (get_value (series, series->values->len - 1)->value);

  /* Translators: the name of a line in a chart, and its newest figure. */
  return g_strdup_printf (C_ ("chart line", "%s %s"), series->name, value);
}

static double
add_legend (MdgChartLines *self, MdgChartLayout *layout, gboolean has_names, double top)
{
  g_autoptr (MdgChartLegend) legend = mdg_chart_legend_new ();
  gboolean has_quality[MDG_N_QUALITIES] = { FALSE };
  MdgChartInk ink = MDG_CHART_INK_DIM;
  gboolean all_verified = TRUE;

  for (guint i = 0; i < self->series->len; i++)
    {
      const Series *series = g_ptr_array_index (self->series, i);

      for (guint j = 0; j < series->values->len; j++)
        {
          has_quality[get_value (series, j)->quality] = TRUE;
          all_verified &= get_value (series, j)->quality == MDG_QUALITY_VERIFIED;
        }
      if (!series->is_context)
        ink = self->series->len > 2 ? MDG_CHART_INK_DIM : MDG_CHART_INK_ACCENT;
      if (has_names && self->has_end_labels && series->values->len > 0)
        {
          g_autofree char *label = name_with_newest (series);

          mdg_chart_legend_add_line (legend, get_ink (series), get_stroke (series), label);
        }
      else if (has_names && self->series->len > 1 && !self->has_end_labels)
        mdg_chart_legend_add_line (legend, get_ink (series), get_stroke (series), series->name);
    }

  for (int quality = MDG_N_QUALITIES - 1; quality >= 0 && !all_verified; quality--)
    if (has_quality[quality])
      mdg_chart_legend_add_mark (legend, ink, get_shape (quality),
                                 is_hollow (quality) ? MARK_STROKE : 0,
                                 mdg_quality_get_label (quality));

  return mdg_chart_legend_lay_out (legend, layout, top);
}

static void
add_segment (MdgChartPlot *plot, const Series *series, const Value *from, const Value *to)
{
  double radius = get_mark_radius (plot, series);
  double x1 = mdg_chart_plot_get_x (plot, from->month);
  double y1 = mdg_chart_plot_get_y (plot, from->value);
  double x2 = mdg_chart_plot_get_x (plot, to->month);
  double y2 = mdg_chart_plot_get_y (plot, to->value);
  double length = hypot (x2 - x1, y2 - y1);
  double start = is_hollow (from->quality) ? radius : 0;
  double end = is_hollow (to->quality) ? radius : 0;

  /* The line stops at a hollow mark, whose inside stays as empty as the ground. */
  if (length <= start + end)
    return;

  mdg_chart_layout_add_line (plot->layout, get_ink (series), get_stroke (series) * plot->unit,
                             x1 + (x2 - x1) * start / length, y1 + (y2 - y1) * start / length,
                             x2 - (x2 - x1) * end / length, y2 - (y2 - y1) * end / length);
}

static void
add_series (MdgChartPlot *plot, const Series *series)
{
  double radius = get_mark_radius (plot, series);
  double month = plot->months.last > plot->months.first
                   ? (plot->last_x - plot->first_x) / (plot->months.last - plot->months.first)
                   : plot->right - plot->left;

  for (guint i = 1; i < series->values->len; i++)
    {
      const Value *from = get_value (series, i - 1);
      const Value *to = get_value (series, i);

      if (to->month == from->month + 1)
        add_segment (plot, series, from, to);
    }

  for (guint i = 0; i < series->values->len; i++)
    {
      const Value *value = get_value (series, i);
      double x = mdg_chart_plot_get_x (plot, value->month);
      double y = mdg_chart_plot_get_y (plot, value->value);
      double extent = radius * EMPHASIS + 4;
      cairo_rectangle_t mark = { x - extent, y - extent, 2 * extent, 2 * extent };
      cairo_rectangle_t reach = { x - month / 2, plot->top - extent, month,
                                  plot->bottom - plot->top + 2 * extent };

      mdg_chart_layout_add_mark (
        plot->layout, get_ink (series), get_shape (value->quality),
        is_hollow (value->quality) ? MIN (MARK_STROKE * plot->unit, radius * 0.75) : 0, x, y,
        radius);
      mdg_chart_layout_set_point (plot->layout, value->point, &mark, &reach);
    }
}

/* Writes a value beside its mark, where the line leaves room. */
static gboolean
add_value_label (MdgChartPlot *plot, const Value *value, gboolean of_text_only)
{
  g_autofree char *label = mdg_format_percent (value->value);
  g_autoptr (PangoLayout) text = mdg_chart_layout_make_text (plot->layout, MDG_TEXT_STRONG, label);
  double x = mdg_chart_plot_get_x (plot, value->month);
  double y = mdg_chart_plot_get_y (plot, value->value);
  double away = plot->radius * EMPHASIS + MARK_GAP;
  double centred = mdg_chart_plot_place_centred (plot, text, x);
  double width;
  double height;

  mdg_text_get_size (text, &width, NULL);
  height = mdg_chart_layout_line_height (plot->layout, MDG_TEXT_STRONG);
  {
    const double places[][2] = {
      { centred, y - away - height },
      { x - width, y - away - height },
      { x, y - away - height },
      { x - away - width, y - height / 2 },
      { x + away, y - height / 2 },
      { centred, y + away },
      { x, y + away },
      { x - width, y + away },
    };

    for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
      if (places[i][0] >= plot->left && places[i][0] + width <= plot->right &&
          places[i][1] + height <= plot->bottom &&
          mdg_chart_layout_add_text_if_free (plot->layout, MDG_TEXT_STRONG,
                                             MDG_CHART_INK_FOREGROUND, text, places[i][0],
                                             places[i][1], of_text_only))
        {
          mdg_chart_layout_cut_lines (plot->layout, places[i][0] - GAP, places[i][1],
                                      width + 2 * GAP, height);
          return TRUE;
        }
  }

  return FALSE;
}

/* The newest figure of the ministry's own is what people look for; the very last and the first
 * follow where there is room. */
static void
add_value_labels (MdgChartPlot *plot, const Series *series)
{
  guint n_values = series->values->len;
  guint newest = n_values;

  while (newest > 0 && get_value (series, newest - 1)->quality < MDG_QUALITY_PRINTED)
    newest--;
  if (newest > 0)
    {
      const Value *value = get_value (series, newest - 1);

      mdg_chart_layout_add_mark (plot->layout, get_ink (series), get_shape (value->quality), 0,
                                 mdg_chart_plot_get_x (plot, value->month),
                                 mdg_chart_plot_get_y (plot, value->value),
                                 plot->radius * EMPHASIS);
      if (!add_value_label (plot, value, FALSE))
        add_value_label (plot, value, TRUE);
    }
  if (n_values > 0 && newest != n_values)
    add_value_label (plot, get_value (series, n_values - 1), FALSE);
  if (n_values > 1 && newest != 1)
    add_value_label (plot, get_value (series, 0), FALSE);
}

/* A name, with the newest value or without, or NULL for a series without values. */
static PangoLayout *
make_end_label (MdgChartLayout *layout, const Series *series, gboolean has_value)
{
  g_autofree char *label = NULL;

  if (series->values->len == 0)
    return NULL;

  label = has_value ? name_with_newest (series) : g_strdup (series->name);

  return mdg_chart_layout_make_text (
    layout, series->is_context ? MDG_TEXT_CAPTION : MDG_TEXT_STRONG, label);
}

/* The width of the widest, or 0 where there is no room for them or they are not wanted. */
static double
measure_end_labels (MdgChartLines *self, MdgChartLayout *layout, gboolean has_value)
{
  double widest = 0;

  for (guint i = 0; self->has_end_labels && i < self->series->len; i++)
    {
      g_autoptr (PangoLayout) text =
        make_end_label (layout, g_ptr_array_index (self->series, i), has_value);
      double width;

      if (text == NULL)
        continue;
      mdg_text_get_size (text, &width, NULL);
      widest = MAX (widest, width);
    }

  return widest < mdg_chart_layout_get_width (layout) * (has_value ? MAX_END_SHARE : MAX_NAME_SHARE)
           ? ceil (widest)
           : 0;
}

static int
compare_newest (gconstpointer a, gconstpointer b)
{
  const Series *series_a = *(const Series *const *) a;
  const Series *series_b = *(const Series *const *) b;

  return mdg_decimal_compare (get_value (series_b, series_b->values->len - 1)->value,
                              get_value (series_a, series_a->values->len - 1)->value);
}

/* Each as near to the height of its newest value as the others allow. */
static void
add_end_labels (MdgChartLines *self, MdgChartPlot *plot, double line_height, gboolean has_value)
{
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();
  g_autofree double *places = g_new0 (double, self->series->len + 1);
  double edge = plot->top - line_height;

  for (guint i = 0; i < self->series->len; i++)
    if (((Series *) g_ptr_array_index (self->series, i))->values->len > 0)
      g_ptr_array_add (sorted, g_ptr_array_index (self->series, i));
  g_ptr_array_sort (sorted, compare_newest);

  for (guint i = 0; i < sorted->len; i++)
    {
      const Series *series = g_ptr_array_index (sorted, i);
      double y = mdg_chart_plot_get_y (plot, get_value (series, series->values->len - 1)->value);

      places[i] = MAX (y - line_height / 2, edge);
      edge = places[i] + line_height;
    }
  edge = plot->bottom;
  for (guint i = sorted->len; i > 0; i--)
    {
      places[i - 1] = MIN (places[i - 1], edge - line_height);
      edge = places[i - 1];
    }

  for (guint i = 0; i < sorted->len; i++)
    {
      const Series *series = g_ptr_array_index (sorted, i);
      const Value *newest = get_value (series, series->values->len - 1);
      g_autoptr (PangoLayout) text = make_end_label (plot->layout, series, has_value);
      MdgTextRole role = series->is_context ? MDG_TEXT_CAPTION : MDG_TEXT_STRONG;
      double away = plot->radius * EMPHASIS + MARK_GAP;
      double y = mdg_chart_plot_get_y (plot, newest->value);
      double x = mdg_chart_plot_get_x (plot, newest->month);

      mdg_chart_layout_add_text (plot->layout, role,
                                 series->is_context ? MDG_CHART_INK_DIM : MDG_CHART_INK_FOREGROUND,
                                 text, plot->right + END_GAP, places[i]);
      mdg_chart_layout_add_line (plot->layout, series->ink, LEADER_STROKE, x + away, y,
                                 plot->right + END_GAP - MARK_GAP, places[i] + line_height / 2);
    }
}

static double
mdg_chart_lines_lay_out (MdgChartScene *scene, MdgChartLayout *layout, double top, double height)
{
  MdgChartLines *self = MDG_CHART_LINES (scene);
  double caption = mdg_chart_layout_line_height (layout, MDG_TEXT_CAPTION);
  double label = mdg_chart_layout_line_height (layout, MDG_TEXT_STRONG);
  double width = mdg_chart_layout_get_width (layout);
  double valued_end_width = measure_end_labels (self, layout, TRUE);
  double end_width =
    valued_end_width > 0 ? valued_end_width : measure_end_labels (self, layout, FALSE);
  double legend_bottom = add_legend (self, layout, end_width == 0, top);
  double axis_gap = MAX (MDG_CHART_PLOT_TICK + 2, ceil (caption / 2) + 1);
  MdgChartPlot plot = { .layout = layout };
  double month_width;
  double year_width;
  double events_top;
  double natural_height;
  double plot_height;
  double highest;
  MdgMonth first;
  MdgMonth last;

  find_range (self, &first, &last, &highest);
  plot.unit = mdg_chart_layout_get_unit (layout);
  events_top = legend_bottom + (legend_bottom > top ? GAP : 0);
  plot.top = events_top + (self->events->len > 0 ? mdg_chart_plot_measure_events (&plot) : 0) +
             label + MAX_RADIUS * plot.unit;
  natural_height = CLAMP (width * 0.36, MIN_PLOT_HEIGHT, MAX_PLOT_HEIGHT) * sqrt (plot.unit);
  plot_height = height > 0 ? top + height - axis_gap - 2 * caption - plot.top : natural_height;
  plot.bottom =
    floor (plot.top + CLAMP (plot_height, natural_height, natural_height * MAX_STRETCH));

  mdg_axis_init_percent (&plot.values, highest,
                         (guint) CLAMP ((plot.bottom - plot.top) / (caption * 1.6), 3, 6));
  plot.left = mdg_chart_plot_measure_tick_labels (&plot) + GAP;
  plot.right = width - (end_width > 0 ? END_GAP + end_width : 0);
  plot.first_x = plot.left + MAX_RADIUS * plot.unit + 2;
  plot.last_x = plot.right - MAX_RADIUS * plot.unit - 2;

  mdg_chart_plot_measure_month_labels (&plot, first, &month_width, &year_width);
  mdg_month_axis_init (&plot.months, first, last, plot.last_x - plot.first_x,
                       month_width + LABEL_GAP, year_width + LABEL_GAP);
  plot.radius = CLAMP ((plot.last_x - plot.first_x) / MAX (last - first, 1) * 0.36, MIN_RADIUS,
                       MAX_RADIUS * plot.unit);

  mdg_chart_plot_add_value_axis (&plot);
  mdg_chart_plot_add_month_axis (&plot, plot.bottom + axis_gap);
  mdg_chart_plot_add_events (&plot, self->events, events_top);
  /* What is there for comparison lies beneath. */
  for (guint i = 0; i < self->series->len; i++)
    if (((Series *) g_ptr_array_index (self->series, i))->is_context)
      add_series (&plot, g_ptr_array_index (self->series, i));
  for (guint i = 0; i < self->series->len; i++)
    if (!((Series *) g_ptr_array_index (self->series, i))->is_context)
      {
        add_series (&plot, g_ptr_array_index (self->series, i));
        if (!self->has_end_labels)
          add_value_labels (&plot, g_ptr_array_index (self->series, i));
      }
  if (end_width > 0)
    add_end_labels (self, &plot, label, valued_end_width > 0);

  return plot.bottom + axis_gap + (plot.months.step < 12 ? 2 : 1) * caption;
}

static void
mdg_chart_lines_finalize (GObject *object)
{
  MdgChartLines *self = MDG_CHART_LINES (object);

  g_ptr_array_unref (self->series);
  g_array_unref (self->events);

  G_OBJECT_CLASS (mdg_chart_lines_parent_class)->finalize (object);
}

static void
mdg_chart_lines_class_init (MdgChartLinesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  MdgChartSceneClass *scene_class = MDG_CHART_SCENE_CLASS (klass);

  object_class->finalize = mdg_chart_lines_finalize;
  scene_class->lay_out = mdg_chart_lines_lay_out;
}

static void
mdg_chart_lines_init (MdgChartLines *self)
{
  self->series = g_ptr_array_new_with_free_func (free_series);
  self->events = g_array_new (FALSE, FALSE, sizeof (MdgChartEvent));
}

/*
 * mdg_chart_lines_new:
 *
 * Returns: (transfer full): a scene without series
 */
MdgChartLines *
mdg_chart_lines_new (void)
{
  return g_object_new (MDG_TYPE_CHART_LINES, NULL);
}

/*
 * mdg_chart_lines_add_series:
 * @name: its name, shown where there are several
 * @is_context: whether it is there for comparison only
 *
 * Returns: the index of the series
 */
guint
mdg_chart_lines_add_series (MdgChartLines *self, const char *name, gboolean is_context)
{
  Series *series = g_new0 (Series, 1);

  series->name = g_strdup (name);
  series->is_context = is_context;
  series->ink = is_context ? MDG_CHART_INK_DIM : MDG_CHART_INK_ACCENT;
  series->values = g_array_new (FALSE, FALSE, sizeof (Value));
  g_ptr_array_add (self->series, series);

  return self->series->len - 1;
}

/*
 * mdg_chart_lines_add_value:
 * @series: the index of a series
 * @observation: a share in percent, of a later month than the one before
 * @point: the index of its point in the scene
 *
 * Adds a value at the end of a series.
 */
void
mdg_chart_lines_add_value (MdgChartLines *self,
                           guint series,
                           const MdgObservation *observation,
                           guint point)
{
  Series *target = g_ptr_array_index (self->series, series);
  Value value = {
    .month = observation->month,
    .value = observation->value,
    .quality = observation->quality,
    .point = point,
  };

  g_array_append_val (target->values, value);
}

/*
 * mdg_chart_lines_set_ink:
 * @series: the index of a series
 * @ink: what it is drawn with
 */
void
mdg_chart_lines_set_ink (MdgChartLines *self, guint series, MdgChartInk ink)
{
  ((Series *) g_ptr_array_index (self->series, series))->ink = ink;
}

/*
 * mdg_chart_lines_name_at_ends:
 *
 * Names the lines at their ends, with their newest values, where there is room.
 */
void
mdg_chart_lines_name_at_ends (MdgChartLines *self)
{
  self->has_end_labels = TRUE;
}

/*
 * mdg_chart_lines_add_event:
 * @day: a day, in a month between the first and the last, later than the one before
 * @point: the index of its point in the scene
 *
 * Marks a day with a line and the next number.
 */
void
mdg_chart_lines_add_event (MdgChartLines *self, MdgDay day, guint point)
{
  MdgChartEvent event = { day, point };

  g_array_append_val (self->events, event);
}
