/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "draw/mdg-chart-plot.h"

#include <math.h>

#include "core/mdg-format.h"

#define GRID_STROKE 1.0
#define GAP 6.0
#define TEXT_GAP 2.0

/* Between the numbers of two days, and around one where it is pointed at. */
#define EVENT_GAP 8.0
#define EVENT_PAD 5.0

/*
 * mdg_chart_plot_get_x:
 * @plot: a plot with its months and sides
 * @month: a month
 *
 * Returns: where its mark stands, in pixels from the left of the layout
 */
double
mdg_chart_plot_get_x (const MdgChartPlot *plot, MdgMonth month)
{
  return mdg_month_axis_map (&plot->months, month, plot->first_x, plot->last_x);
}

/*
 * mdg_chart_plot_get_y:
 * @plot: a plot with its values, top and bottom
 * @value: a value, in percent
 *
 * Returns: where it stands, in pixels from the top of the layout
 */
double
mdg_chart_plot_get_y (const MdgChartPlot *plot, MdgDecimal value)
{
  return mdg_axis_map (&plot->values, mdg_decimal_to_double (value), plot->bottom, plot->top);
}

/*
 * mdg_chart_plot_measure_tick_labels:
 * @plot: a plot with its values
 *
 * Returns: how wide the widest label of the value axis is, in pixels
 */
double
mdg_chart_plot_measure_tick_labels (MdgChartPlot *plot)
{
  double widest = 0;

  for (guint i = 0; i < plot->values.n_ticks; i++)
    {
      g_autofree char *label = mdg_format_percent (mdg_axis_get_tick (&plot->values, i));

      widest = MAX (widest, mdg_chart_layout_text_width (plot->layout, MDG_TEXT_CAPTION, label));
    }

  return widest;
}

/*
 * mdg_chart_plot_measure_month_labels:
 * @plot: a plot with its layout
 * @first: the first month
 * @month_width: (out): how wide the widest name of a month is, in pixels
 * @year_width: (out): how wide the first year is, in pixels
 */
void
mdg_chart_plot_measure_month_labels (MdgChartPlot *plot,
                                     MdgMonth first,
                                     double *month_width,
                                     double *year_width)
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

/*
 * mdg_chart_plot_add_value_axis:
 * @plot: a plot with its values and sides
 *
 * Adds a line across the plot for each tick, and its label at the left.
 */
void
mdg_chart_plot_add_value_axis (MdgChartPlot *plot)
{
  double line_height = mdg_chart_layout_line_height (plot->layout, MDG_TEXT_CAPTION);

  for (guint i = 0; i < plot->values.n_ticks; i++)
    {
      MdgDecimal tick = mdg_axis_get_tick (&plot->values, i);
      g_autofree char *label = mdg_format_percent (tick);
      g_autoptr (PangoLayout) text =
        mdg_chart_layout_make_text (plot->layout, MDG_TEXT_CAPTION, label);
      double y = round (mdg_chart_plot_get_y (plot, tick)) + 0.5;
      double width;

      mdg_text_get_size (text, &width, NULL);
      mdg_chart_layout_add_line (plot->layout,
                                 tick.digits == 0 ? MDG_CHART_INK_DIM : MDG_CHART_INK_GRID,
                                 GRID_STROKE, plot->left, y, plot->right, y);
      mdg_chart_layout_add_text (plot->layout, MDG_TEXT_CAPTION, MDG_CHART_INK_DIM, text,
                                 plot->left - GAP - width, y - line_height / 2);
    }
}

/*
 * mdg_chart_layout_add_text_if_free:
 * @role: what the text is
 * @ink: its colour
 * @text: the text, of one line
 * @x: its left side in pixels
 * @y: its top in pixels
 * @of_text_only: whether only other texts are in its way, and not marks and lines
 *
 * Returns: whether it had room and was added
 */
gboolean
mdg_chart_layout_add_text_if_free (MdgChartLayout *layout,
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

/*
 * mdg_chart_plot_place_centred:
 * @text: a text of one line
 * @x: where its middle is wanted, in pixels
 *
 * Returns: its left side in pixels, so that it stays within the layout
 */
double
mdg_chart_plot_place_centred (MdgChartPlot *plot, PangoLayout *text, double x)
{
  double width;

  mdg_text_get_size (text, &width, NULL);

  return CLAMP (x - width / 2, 0, MAX (mdg_chart_layout_get_width (plot->layout) - width, 0));
}

/*
 * mdg_chart_plot_add_month_axis:
 * @plot: a plot with its months and sides
 * @month_top: where the names of months begin, in pixels; the years stand below them, or there if
 *   only years are labelled
 */
void
mdg_chart_plot_add_month_axis (MdgChartPlot *plot, double month_top)
{
  double line_height = mdg_chart_layout_line_height (plot->layout, MDG_TEXT_CAPTION);
  double year_top = plot->months.step < 12 ? month_top + line_height : month_top;
  int labelled_year = 0;

  for (guint i = plot->months.first; i <= plot->months.last; i++)
    {
      MdgMonth month = (MdgMonth) i;
      double x = mdg_chart_plot_get_x (plot, month);

      if (!mdg_month_axis_is_tick (&plot->months, month))
        continue;

      mdg_chart_layout_add_line (plot->layout, MDG_CHART_INK_DIM, GRID_STROKE, floor (x) + 0.5,
                                 plot->bottom + 0.5, floor (x) + 0.5,
                                 plot->bottom + MDG_CHART_PLOT_TICK);
      if (plot->months.step < 12)
        {
          g_autofree char *label = mdg_format_month_name (month);
          g_autoptr (PangoLayout) text =
            mdg_chart_layout_make_text (plot->layout, MDG_TEXT_CAPTION, label);

          mdg_chart_layout_add_text_if_free (plot->layout, MDG_TEXT_CAPTION, MDG_CHART_INK_DIM,
                                             text, mdg_chart_plot_place_centred (plot, text, x),
                                             month_top, TRUE);
        }
      if (mdg_month_get_year (month) != labelled_year)
        {
          g_autofree char *label = mdg_format_year (month);
          g_autoptr (PangoLayout) text =
            mdg_chart_layout_make_text (plot->layout, MDG_TEXT_CAPTION, label);

          labelled_year = mdg_month_get_year (month);
          mdg_chart_layout_add_text_if_free (plot->layout, MDG_TEXT_CAPTION, MDG_CHART_INK_DIM,
                                             text, mdg_chart_plot_place_centred (plot, text, x),
                                             year_top, TRUE);
        }
    }
}

/* A day stands where it is in its month, of which a mark stands in the middle. */
static double
get_day_x (const MdgChartPlot *plot, MdgDay day)
{
  MdgMonth month = mdg_day_get_month (day);
  double n_days = mdg_month_last_day (month) - mdg_month_first_day (month) + 1;
  double step = plot->months.last > plot->months.first
                  ? (plot->last_x - plot->first_x) / (plot->months.last - plot->months.first)
                  : 0;
  double part = (day - mdg_month_first_day (month)) / n_days - 0.5;

  return floor (
           CLAMP (mdg_chart_plot_get_x (plot, month) + part * step, plot->first_x, plot->last_x)) +
         0.5;
}

static PangoLayout *
make_event_number (MdgChartPlot *plot, guint index, double *width)
{
  g_autofree char *number = g_strdup_printf ("%u", index + 1);
  PangoLayout *text = mdg_chart_layout_make_text (plot->layout, MDG_TEXT_CAPTION, number);

  mdg_text_get_size (text, width, NULL);

  return text;
}

/* The left edges of the numbers: each above its day, or as near to it as the others allow. */
static void
place_event_numbers (MdgChartPlot *plot, GArray *events, double *places)
{
  g_autofree double *widths = g_new (double, events->len);
  double gap;
  double edge = plot->left;
  double total = 0;

  for (guint i = 0; i < events->len; i++)
    {
      g_autoptr (PangoLayout) text = make_event_number (plot, i, &widths[i]);

      total += widths[i];
    }
  gap = CLAMP ((plot->right - plot->left - total) / events->len, 0, EVENT_GAP);

  for (guint i = 0; i < events->len; i++)
    {
      double x = get_day_x (plot, g_array_index (events, MdgChartEvent, i).day);

      places[i] = MAX (x - widths[i] / 2, edge);
      edge = places[i] + widths[i] + gap;
    }
  edge = plot->right;
  for (guint i = events->len; i > 0; i--)
    {
      places[i - 1] = MIN (places[i - 1], edge - widths[i - 1]);
      edge = places[i - 1] - gap;
    }
}

/*
 * mdg_chart_plot_measure_events:
 *
 * Returns: the height of the numbers of days, and of the lines that lead from them
 */
double
mdg_chart_plot_measure_events (const MdgChartPlot *plot)
{
  return mdg_chart_layout_line_height (plot->layout, MDG_TEXT_CAPTION) + GAP;
}

/*
 * mdg_chart_plot_add_events:
 * @events: (element-type MdgChartEvent): days within the plot, the earliest first
 * @top: where their numbers stand
 *
 * Marks days with thin lines and numbers above them. Days that lie close together have their
 * numbers beside each other, and a slanting line leads to each day.
 */
void
mdg_chart_plot_add_events (MdgChartPlot *plot, GArray *events, double top)
{
  g_autofree double *places = g_new0 (double, events->len + 1);
  double line_height = mdg_chart_layout_line_height (plot->layout, MDG_TEXT_CAPTION);
  double line_top = top + mdg_chart_plot_measure_events (plot);

  if (events->len > 0)
    place_event_numbers (plot, events, places);
  for (guint i = 0; i < events->len; i++)
    {
      const MdgChartEvent *event = &g_array_index (events, MdgChartEvent, i);
      double x = get_day_x (plot, event->day);
      double width;
      g_autoptr (PangoLayout) text = make_event_number (plot, i, &width);
      double middle = places[i] + width / 2;
      cairo_rectangle_t mark = { places[i] - EVENT_PAD, top, width + 2 * EVENT_PAD, line_height };

      mdg_chart_layout_add_text (plot->layout, MDG_TEXT_CAPTION, MDG_CHART_INK_DIM, text, places[i],
                                 top);
      mdg_chart_layout_add_line (plot->layout, MDG_CHART_INK_DIM, GRID_STROKE,
                                 fabs (middle - x) < 1 ? x : middle, top + line_height, x,
                                 line_top);
      mdg_chart_layout_add_line (plot->layout, MDG_CHART_INK_DIM, GRID_STROKE, x, line_top, x,
                                 plot->bottom);
      mdg_chart_layout_set_point (plot->layout, event->point, &mark, &mark);
    }
}
