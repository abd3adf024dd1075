/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw/mdg-chart-kinds.h"

#include <math.h>

#include "core/mdg-format.h"

static gboolean
is_rate (MdgMeasure measure)
{
  return measure == MDG_MEASURE_USAGE_RATE_ONLINE || measure == MDG_MEASURE_USAGE_RATE_CLAIMS ||
         measure == MDG_MEASURE_CHANGE_POINTS;
}

/*
 * chart_kind_find:
 * @figures: figures
 *
 * Looks at every figure, as no chart does.
 *
 * Returns: (nullable): the shown figure
 */
const MdgObservation *
chart_kind_find (MdgFigures *figures,
                 MdgMonth month,
                 MdgArea area,
                 MdgFacilityType type,
                 MdgMeasure measure)
{
  for (guint i = 0; i < mdg_figures_get_n (figures); i++)
    {
      const MdgObservation *value = mdg_figures_get (figures, i);

      if (mdg_figures_is_shown (figures, i) && value->month == month && value->area == area &&
          value->facility_type == type && value->measure == measure)
        return value;
    }

  return NULL;
}

static double
get (MdgFigures *figures, MdgMonth month, MdgArea area, MdgFacilityType type, MdgMeasure measure)
{
  const MdgObservation *value = chart_kind_find (figures, month, area, type, measure);

  return value != NULL ? mdg_decimal_to_double (value->value) : NAN;
}

static gboolean
names_area (const char *cell, const MdgObservation *value)
{
  return g_str_equal (cell, mdg_area_get_label (value->area, MDG_LANGUAGE_ENGLISH));
}

static gboolean
names_type (const char *cell, const MdgObservation *value)
{
  return g_str_has_suffix (cell, mdg_facility_type_get_label (value->facility_type)) &&
         g_str_has_prefix (cell, "Japan, ") <= (value->area == MDG_AREA_NATIONAL);
}

static gboolean
names_measure (const char *cell, const MdgObservation *value)
{
  return g_str_equal (cell, mdg_measure_get_label (value->measure));
}

static gboolean
names_band (const char *cell, const MdgObservation *value)
{
  const char *band = value->measure == MDG_MEASURE_FACILITIES_UNDER_10 ? "Under 10%"
                     : value->measure == MDG_MEASURE_FACILITIES_30_AND_OVER
                       ? "30% and over"
                       : mdg_measure_get_label (value->measure);

  return g_str_has_suffix (cell, band) &&
         (value->facility_type == MDG_FACILITY_ALL ||
          g_str_has_prefix (cell, mdg_facility_type_get_label (value->facility_type)));
}

static MdgChartScene *
build_trend (MdgFigures *figures, const ChartCase *at)
{
  return mdg_chart_trend_new (figures, at->measure, at->type, at->area);
}

static gboolean
trend_has (MdgFigures *figures, const ChartCase *at, const MdgObservation *value)
{
  return value->measure == at->measure && value->facility_type == at->type &&
         (value->area == at->area || value->area == MDG_AREA_NATIONAL);
}

static MdgChartScene *
build_types (MdgFigures *figures, const ChartCase *at)
{
  return mdg_chart_facility_types_new (figures, at->month, at->area);
}

static gboolean
types_have (MdgFigures *figures, const ChartCase *at, const MdgObservation *value)
{
  return value->measure == MDG_MEASURE_USAGE_RATE_ONLINE && value->month == at->month &&
         value->facility_type <= MDG_FACILITY_PHARMACY &&
         (value->area == at->area || value->area == MDG_AREA_NATIONAL);
}

static MdgChartScene *
build_type_trend (MdgFigures *figures, const ChartCase *at)
{
  return mdg_chart_facility_trend_new (figures, at->area);
}

static gboolean
type_trend_has (MdgFigures *figures, const ChartCase *at, const MdgObservation *value)
{
  if (value->measure != MDG_MEASURE_USAGE_RATE_ONLINE || value->area != at->area)
    return FALSE;
  if (value->facility_type != MDG_FACILITY_ALL)
    return value->facility_type <= MDG_FACILITY_PHARMACY;

  for (MdgFacilityType type = MDG_FACILITY_HOSPITAL; type <= MDG_FACILITY_PHARMACY; type++)
    if (mdg_figures_lookup (figures, value->month, MDG_DAY_NONE, at->area, type,
                            MDG_MEASURE_USAGE_RATE_ONLINE) != NULL)
      return TRUE;

  return FALSE;
}

static MdgChartScene *
build_funnel (MdgFigures *figures, const ChartCase *at)
{
  return mdg_chart_funnel_new (figures, at->month);
}

static gboolean
funnel_has (MdgFigures *figures, const ChartCase *at, const MdgObservation *value)
{
  return value->month == at->month && value->area == MDG_AREA_NATIONAL &&
         value->facility_type == MDG_FACILITY_ALL &&
         (value->measure == MDG_MEASURE_USAGE_RATE_ONLINE ||
          (value->as_of == MDG_DAY_NONE && (value->measure == MDG_MEASURE_HOLDER_SHARE ||
                                            value->measure == MDG_MEASURE_REGISTRATION_SHARE)));
}

static MdgChartScene *
build_bands (MdgFigures *figures, const ChartCase *at)
{
  return mdg_chart_usage_bands_new (figures);
}

static gboolean
bands_have (MdgFigures *figures, const ChartCase *at, const MdgObservation *value)
{
  return value->measure == MDG_MEASURE_FACILITIES_UNDER_10 ||
         value->measure == MDG_MEASURE_FACILITIES_30_AND_OVER ||
         value->measure == MDG_MEASURE_FACILITIES_COUNTED;
}

static double
compute_band (MdgFigures *figures, const ChartCase *at, const char *cell, const char *period)
{
  for (MdgMonth month = MDG_MONTH (2023, 1); month < MDG_MONTH (2027, 1); month++)
    {
      g_autofree char *name = mdg_format_month (month);

      if (g_str_equal (name, period) && g_str_equal (cell, "10% to under 30%"))
        return 100 -
               get (figures, month, MDG_AREA_NATIONAL, MDG_FACILITY_ALL,
                    MDG_MEASURE_FACILITIES_UNDER_10) -
               get (figures, month, MDG_AREA_NATIONAL, MDG_FACILITY_ALL,
                    MDG_MEASURE_FACILITIES_30_AND_OVER);
    }

  return NAN;
}

static MdgChartScene *
build_ranking (MdgFigures *figures, const ChartCase *at)
{
  return mdg_chart_ranking_new (figures, at->month, at->measure, at->type, at->area);
}

static MdgChartScene *
build_distribution (MdgFigures *figures, const ChartCase *at)
{
  return mdg_chart_distribution_new (figures, at->month, at->measure, at->type, at->area);
}

static MdgChartScene *
build_regions (MdgFigures *figures, const ChartCase *at)
{
  return mdg_chart_regions_new (figures, at->month, at->measure, at->type, at->area);
}

static gboolean
prefectures_have (MdgFigures *figures, const ChartCase *at, const MdgObservation *value)
{
  return value->month == at->month && value->measure == at->measure &&
         value->facility_type == at->type &&
         (value->area != MDG_AREA_NATIONAL || is_rate (value->measure));
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return x < y ? -1 : x > y;
}

static double
compute_quartile (MdgFigures *figures, const ChartCase *at, const char *cell, const char *period)
{
  g_autoptr (GArray) sorted = g_array_new (FALSE, FALSE, sizeof (double));
  const char *const names[] = { "First quartile", "Median", "Third quartile" };
  double place = -1;
  double below;
  double above;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (cell, names[i]))
      place = (i + 1) / 4.0;
  if (place < 0)
    return NAN;

  for (MdgArea area = 1; area <= MDG_N_PREFECTURES; area++)
    {
      double value = get (figures, at->month, area, at->type, at->measure);

      if (!isnan (value))
        g_array_append_val (sorted, value);
    }
  g_array_sort (sorted, compare_numbers);
  place *= sorted->len - 1;
  below = g_array_index (sorted, double, (guint) floor (place));
  above = g_array_index (sorted, double, (guint) ceil (place));

  return below + (above - below) * (place - floor (place));
}

static double
compute_region (MdgFigures *figures, const ChartCase *at, const char *cell, const char *period)
{
  for (MdgRegion region = MDG_REGION_HOKKAIDO; region < MDG_N_REGIONS; region++)
    {
      g_autofree char *name =
        g_strdup_printf ("%s together", mdg_region_get_label (region, MDG_LANGUAGE_ENGLISH));
      double part = 0;
      double whole = 0;

      if (!g_str_equal (cell, name))
        continue;
      for (MdgArea area = 1; area <= MDG_N_PREFECTURES; area++)
        if (mdg_area_get_region (area) == region)
          {
            part += get (figures, at->month, area, at->type, MDG_MEASURE_MNC_COUNT);
            whole += get (figures, at->month, area, at->type, MDG_MEASURE_VERIFICATION_COUNT);
          }
      return 100 * part / whole;
    }

  return NAN;
}

static const ChartKind kinds[] = {
  { .name = "trend",
    .of_types = TRUE,
    .of_areas = TRUE,
    .n_measures = 2,
    .measures = { MDG_MEASURE_USAGE_RATE_ONLINE, MDG_MEASURE_USAGE_RATE_CLAIMS },
    .build = build_trend,
    .has = trend_has,
    .names = names_area },
  { .name = "facility types",
    .of_months = TRUE,
    .of_areas = TRUE,
    .n_measures = 1,
    .measures = { MDG_MEASURE_USAGE_RATE_ONLINE },
    .build = build_types,
    .has = types_have,
    .names = names_type },
  { .name = "facility types over time",
    .of_areas = TRUE,
    .n_measures = 1,
    .measures = { MDG_MEASURE_USAGE_RATE_ONLINE },
    .build = build_type_trend,
    .has = type_trend_has,
    .names = names_type },
  { .name = "funnel",
    .of_months = TRUE,
    .n_measures = 1,
    .measures = { MDG_MEASURE_USAGE_RATE_ONLINE },
    .build = build_funnel,
    .has_more = TRUE,
    .has = funnel_has,
    .names = names_measure },
  { .name = "usage bands",
    .n_measures = 1,
    .measures = { MDG_MEASURE_FACILITIES_UNDER_10 },
    .build = build_bands,
    .has = bands_have,
    .names = names_band,
    .compute = compute_band },
  { .name = "ranking",
    .of_months = TRUE,
    .of_types = TRUE,
    .n_measures = 2,
    .measures = { MDG_MEASURE_USAGE_RATE_ONLINE, MDG_MEASURE_USAGE_RATE_CLAIMS },
    .build = build_ranking,
    .has = prefectures_have,
    .names = names_area },
  { .name = "distribution",
    .of_months = TRUE,
    .of_types = TRUE,
    .n_measures = 4,
    .measures = { MDG_MEASURE_USAGE_RATE_ONLINE, MDG_MEASURE_USAGE_RATE_CLAIMS,
                  MDG_MEASURE_CHANGE_POINTS, MDG_MEASURE_MNC_COUNT },
    .build = build_distribution,
    .has = prefectures_have,
    .names = names_area,
    .compute = compute_quartile },
  { .name = "regions",
    .of_months = TRUE,
    .of_types = TRUE,
    .n_measures = 4,
    .measures = { MDG_MEASURE_USAGE_RATE_ONLINE, MDG_MEASURE_USAGE_RATE_CLAIMS,
                  MDG_MEASURE_CHANGE_POINTS, MDG_MEASURE_MNC_COUNT },
    .build = build_regions,
    .has = prefectures_have,
    .names = names_area,
    .compute = compute_region },
};

guint
chart_kinds_get_n (void)
{
  return G_N_ELEMENTS (kinds);
}

const ChartKind *
chart_kinds_get (guint index)
{
  return &kinds[index];
}
