/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "draw/mdg-chart-lines.h"

#include <glib/gi18n.h>
#include <math.h>

#include "core/mdg-format.h"
#include "draw/mdg-axis.h"
#include "draw/mdg-chart-legend.h"

#define LINE_STROKE 2.0
#define CONTEXT_STROKE 1.5
#define MARK_STROKE 1.5
#define GRID_STROKE 1.0
#define TICK_LENGTH 4.0
#define GAP 6.0
#define LABEL_GAP 8.0
#define TEXT_GAP 2.0
#define MARK_GAP 2.0
#define MIN_RADIUS 1.5
#define MAX_RADIUS 4.0
#define MIN_PLOT_HEIGHT 96.0
#define MAX_PLOT_HEIGHT 220.0

/* How far a plot grows where it is given more height than it asks for. */
#define MAX_STRETCH 2.2

/* The height of a line of captions at the usual text size. */
#define USUAL_CAPTION 17.0

/* How much larger the mark is whose value is written beside it. */
#define EMPHASIS 1.4

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
  GArray *values;
} Series;

struct _MdgChartLines
{
  MdgChartScene parent_instance;

  GPtrArray *series;
};

G_DEFINE_FINAL_TYPE (MdgChartLines, mdg_chart_lines, MDG_TYPE_CHART_SCENE)

/* The plot while it is laid out. */
typedef struct
{
  MdgChartLayout *layout;
  MdgAxis values;
  MdgMonthAxis months;
  double left;
  double right;
  double top;
  double bottom;
  double first_x;
  double last_x;
  double radius;
  /* How much larger marks and strokes are than at the usual text size. */
  double unit;
} Plot;

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
get_x (const Plot *plot, MdgMonth month)
{
  return mdg_month_axis_map (&plot->months, month, plot->first_x, plot->last_x);
}

static double
get_y (const Plot *plot, MdgDecimal value)
{
  return mdg_axis_map (&plot->values, mdg_decimal_to_double (value), plot->bottom, plot->top);
}

static double
get_mark_radius (const Plot *plot, const Series *series)
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
  return series->is_context ? MDG_CHART_INK_DIM : MDG_CHART_INK_ACCENT;
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

static double
add_legend (MdgChartLines *self, MdgChartLayout *layout, double top)
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
        ink = MDG_CHART_INK_ACCENT;
      if (self->series->len > 1)
        mdg_chart_legend_add_line (legend, get_ink (series), get_stroke (series), series->name);
    }

  for (int quality = MDG_N_QUALITIES - 1; quality >= 0 && !all_verified; quality--)
    if (has_quality[quality])
      mdg_chart_legend_add_mark (legend, ink, get_shape (quality),
                                 is_hollow (quality) ? MARK_STROKE : 0,
                                 mdg_quality_get_label (quality));

  return mdg_chart_legend_lay_out (legend, layout, top);
}

static double
measure_tick_labels (Plot *plot)
{
  double widest = 0;

  for (guint i = 0; i < plot->values.n_ticks; i++)
    {
      g_autofree char *label = mdg_format_percent (mdg_axis_get_tick (&plot->values, i));

      widest = MAX (widest, mdg_chart_layout_text_width (plot->layout, MDG_TEXT_CAPTION, label));
    }

  return widest;
}

static void
measure_month_labels (Plot *plot, MdgMonth first, double *month_width, double *year_width)
{
  g_autofree char *year = mdg_format_year (first);

  *month_width = 0;
  for (guint i = 0; i < 12; i++)
    {
      g_autofree char *label = mdg_format_month_name ((MdgMonth) (first + i));

      *month_width =
        MAX (*month_width, mdg_chart_layout_text_width (plot->layout, MDG_TEXT_CAPTION, label));
    }
  *year_width = mdg_chart_layout_text_width (plot->layout, MDG_TEXT_CAPTION, year);
}

static void
add_value_axis (Plot *plot)
{
  double line_height = mdg_chart_layout_line_height (plot->layout, MDG_TEXT_CAPTION);

  for (guint i = 0; i < plot->values.n_ticks; i++)
    {
      MdgDecimal tick = mdg_axis_get_tick (&plot->values, i);
      g_autofree char *label = mdg_format_percent (tick);
      g_autoptr (PangoLayout) text =
        mdg_chart_layout_make_text (plot->layout, MDG_TEXT_CAPTION, label);
      double y = round (get_y (plot, tick)) + 0.5;
      double width;

      mdg_text_get_size (text, &width, NULL);
      mdg_chart_layout_add_line (plot->layout,
                                 tick.digits == 0 ? MDG_CHART_INK_DIM : MDG_CHART_INK_GRID,
                                 GRID_STROKE, plot->left, y, plot->right, y);
      mdg_chart_layout_add_text (plot->layout, MDG_TEXT_CAPTION, MDG_CHART_INK_DIM, text,
                                 plot->left - GAP - width, y - line_height / 2);
    }
}

static gboolean
add_text_if_free (MdgChartLayout *layout,
                  MdgTextRole role,
                  MdgChartInk ink,
                  PangoLayout *text,
                  double x,
                  double y,
                  gboolean of_text_only)
{
  cairo_rectangle_t room = { x - TEXT_GAP, y, 0, 0 };

  mdg_text_get_size (text, &room.width, NULL);
  room.width += 2 * TEXT_GAP;
  room.height = mdg_chart_layout_line_height (layout, role);
  if (!mdg_chart_layout_is_free (layout, &room, of_text_only))
    return FALSE;

  mdg_chart_layout_add_text (layout, role, ink, text, x, y);

  return TRUE;
}

/* Centred on @x, but within the layout. */
static double
place_centred (Plot *plot, PangoLayout *text, double x)
{
  double width;

  mdg_text_get_size (text, &width, NULL);

  return CLAMP (x - width / 2, 0, MAX (mdg_chart_layout_get_width (plot->layout) - width, 0));
}

static void
add_month_axis (Plot *plot, double month_top)
{
  double line_height = mdg_chart_layout_line_height (plot->layout, MDG_TEXT_CAPTION);
  double year_top = plot->months.step < 12 ? month_top + line_height : month_top;
  int labelled_year = 0;

  for (guint i = plot->months.first; i <= plot->months.last; i++)
    {
      MdgMonth month = (MdgMonth) i;
      double x = get_x (plot, month);

      if (!mdg_month_axis_is_tick (&plot->months, month))
        continue;

      mdg_chart_layout_add_line (plot->layout, MDG_CHART_INK_DIM, GRID_STROKE, floor (x) + 0.5,
                                 plot->bottom + 0.5, floor (x) + 0.5, plot->bottom + TICK_LENGTH);
      if (plot->months.step < 12)
        {
          g_autofree char *label = mdg_format_month_name (month);
          g_autoptr (PangoLayout) text =
            mdg_chart_layout_make_text (plot->layout, MDG_TEXT_CAPTION, label);

          add_text_if_free (plot->layout, MDG_TEXT_CAPTION, MDG_CHART_INK_DIM, text,
                            place_centred (plot, text, x), month_top, TRUE);
        }
      if (mdg_month_get_year (month) != labelled_year)
        {
          g_autofree char *label = mdg_format_year (month);
          g_autoptr (PangoLayout) text =
            mdg_chart_layout_make_text (plot->layout, MDG_TEXT_CAPTION, label);

          labelled_year = mdg_month_get_year (month);
          add_text_if_free (plot->layout, MDG_TEXT_CAPTION, MDG_CHART_INK_DIM, text,
                            place_centred (plot, text, x), year_top, TRUE);
        }
    }
}

static void
add_segment (Plot *plot, const Series *series, const Value *from, const Value *to)
{
  double radius = get_mark_radius (plot, series);
  double x1 = get_x (plot, from->month);
  double y1 = get_y (plot, from->value);
  double x2 = get_x (plot, to->month);
  double y2 = get_y (plot, to->value);
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
add_series (Plot *plot, const Series *series)
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
      double x = get_x (plot, value->month);
      double y = get_y (plot, value->value);
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
add_value_label (Plot *plot, const Value *value, gboolean of_text_only)
{
  g_autofree char *label = mdg_format_percent (value->value);
  g_autoptr (PangoLayout) text = mdg_chart_layout_make_text (plot->layout, MDG_TEXT_STRONG, label);
  double x = get_x (plot, value->month);
  double y = get_y (plot, value->value);
  double away = plot->radius * EMPHASIS + MARK_GAP;
  double centred = place_centred (plot, text, x);
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
          add_text_if_free (plot->layout, MDG_TEXT_STRONG, MDG_CHART_INK_FOREGROUND, text,
                            places[i][0], places[i][1], of_text_only))
        {
          mdg_chart_layout_cut_grid (plot->layout, places[i][0] - GAP, places[i][1],
                                     width + 2 * GAP, height);
          return TRUE;
        }
  }

  return FALSE;
}

/* The newest figure of the ministry's own is what people look for; the very last and the first
 * follow where there is room. */
static void
add_value_labels (Plot *plot, const Series *series)
{
  guint n_values = series->values->len;
  guint newest = n_values;

  while (newest > 0 && get_value (series, newest - 1)->quality < MDG_QUALITY_PRINTED)
    newest--;
  if (newest > 0)
    {
      const Value *value = get_value (series, newest - 1);

      mdg_chart_layout_add_mark (plot->layout, get_ink (series), get_shape (value->quality), 0,
                                 get_x (plot, value->month), get_y (plot, value->value),
                                 plot->radius * EMPHASIS);
      if (!add_value_label (plot, value, FALSE))
        add_value_label (plot, value, TRUE);
    }
  if (n_values > 0 && newest != n_values)
    add_value_label (plot, get_value (series, n_values - 1), FALSE);
  if (n_values > 1 && newest != 1)
    add_value_label (plot, get_value (series, 0), FALSE);
}

static double
mdg_chart_lines_lay_out (MdgChartScene *scene, MdgChartLayout *layout, double top, double height)
{
  MdgChartLines *self = MDG_CHART_LINES (scene);
  double caption = mdg_chart_layout_line_height (layout, MDG_TEXT_CAPTION);
  double label = mdg_chart_layout_line_height (layout, MDG_TEXT_STRONG);
  double width = mdg_chart_layout_get_width (layout);
  double legend_bottom = add_legend (self, layout, top);
  double axis_gap = MAX (TICK_LENGTH + 2, ceil (caption / 2) + 1);
  Plot plot = { .layout = layout };
  double month_width;
  double year_width;
  double natural_height;
  double plot_height;
  double highest;
  MdgMonth first;
  MdgMonth last;

  find_range (self, &first, &last, &highest);
  plot.unit = CLAMP (caption / USUAL_CAPTION, 1, 2);
  plot.top = legend_bottom + (legend_bottom > top ? GAP : 0) + label + MAX_RADIUS * plot.unit;
  natural_height = CLAMP (width * 0.36, MIN_PLOT_HEIGHT, MAX_PLOT_HEIGHT) * sqrt (plot.unit);
  plot_height = height > 0 ? top + height - axis_gap - 2 * caption - plot.top : natural_height;
  plot.bottom =
    floor (plot.top + CLAMP (plot_height, natural_height, natural_height * MAX_STRETCH));

  mdg_axis_init_percent (&plot.values, highest,
                         (guint) CLAMP ((plot.bottom - plot.top) / (caption * 1.6), 3, 6));
  plot.left = measure_tick_labels (&plot) + GAP;
  plot.right = width;
  plot.first_x = plot.left + MAX_RADIUS * plot.unit + 2;
  plot.last_x = plot.right - MAX_RADIUS * plot.unit - 2;

  measure_month_labels (&plot, first, &month_width, &year_width);
  mdg_month_axis_init (&plot.months, first, last, plot.last_x - plot.first_x,
                       month_width + LABEL_GAP, year_width + LABEL_GAP);
  plot.radius = CLAMP ((plot.last_x - plot.first_x) / MAX (last - first, 1) * 0.36, MIN_RADIUS,
                       MAX_RADIUS * plot.unit);

  add_value_axis (&plot);
  add_month_axis (&plot, plot.bottom + axis_gap);
  /* What is there for comparison lies beneath. */
  for (guint i = 0; i < self->series->len; i++)
    if (((Series *) g_ptr_array_index (self->series, i))->is_context)
      add_series (&plot, g_ptr_array_index (self->series, i));
  for (guint i = 0; i < self->series->len; i++)
    if (!((Series *) g_ptr_array_index (self->series, i))->is_context)
      {
        add_series (&plot, g_ptr_array_index (self->series, i));
        add_value_labels (&plot, g_ptr_array_index (self->series, i));
      }

  return plot.bottom + axis_gap + (plot.months.step < 12 ? 2 : 1) * caption;
}

static void
mdg_chart_lines_finalize (GObject *object)
{
  MdgChartLines *self = MDG_CHART_LINES (object);

  g_ptr_array_unref (self->series);

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
