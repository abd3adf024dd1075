/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "draw/mdg-chart-prefectures.h"

static int
compare_values (gconstpointer a, gconstpointer b)
{
  const MdgObservation *value_a = *(const MdgObservation *const *) a;
  const MdgObservation *value_b = *(const MdgObservation *const *) b;
  int order = mdg_decimal_compare (value_a->value, value_b->value);

  return order != 0 ? order : (int) value_a->area - (int) value_b->area;
}

/*
 * mdg_chart_prefectures_find_month:
 *
 * Returns: the newest of the months in which most prefectures are known, or %MDG_MONTH_NONE
 */
MdgMonth
mdg_chart_prefectures_find_month (MdgFigures *figures,
                                  MdgMeasure measure,
                                  MdgFacilityType facility_type)
{
  g_autoptr (GArray) months =
    mdg_figures_get_months (figures, MDG_AREA_NONE, facility_type, measure);
  MdgMonth found = MDG_MONTH_NONE;
  guint most = 0;

  for (guint i = 0; i < months->len; i++)
    {
      const MdgObservation *values[MDG_N_AREAS];
      MdgMonth month = g_array_index (months, MdgMonth, i);
      guint n_known = mdg_figures_get_areas (figures, month, facility_type, measure, values);

      if (n_known > 0 && n_known >= most)
        {
          most = n_known;
          found = month;
        }
    }

  return found;
}

/*
 * mdg_chart_prefectures_find_nation:
 *
 * Returns: (transfer none) (nullable): the nation's figure, to compare the prefectures with; %NULL
 *   for a count, which is on no common scale with those of its parts
 */
const MdgObservation *
mdg_chart_prefectures_find_nation (MdgFigures *figures,
                                   MdgMonth month,
                                   MdgMeasure measure,
                                   MdgFacilityType facility_type)
{
  MdgUnit unit = mdg_measure_get_unit (measure);

  if (unit != MDG_UNIT_PERCENT && unit != MDG_UNIT_POINTS)
    return NULL;

  return mdg_figures_lookup (figures, month, MDG_DAY_NONE, MDG_AREA_NATIONAL, facility_type,
                             measure);
}

/*
 * mdg_chart_prefectures_sort:
 * @region: a region, or %MDG_REGION_NONE for all
 *
 * Returns: (transfer full) (element-type MdgObservation): what is known of the prefectures, the
 *   lowest first; they belong to @figures
 */
GPtrArray *
mdg_chart_prefectures_sort (MdgFigures *figures,
                            MdgMonth month,
                            MdgMeasure measure,
                            MdgFacilityType facility_type,
                            MdgRegion region)
{
  GPtrArray *sorted = g_ptr_array_new ();
  const MdgObservation *values[MDG_N_AREAS];

  mdg_figures_get_areas (figures, month, facility_type, measure, values);
  for (guint area = 1; area < MDG_N_AREAS; area++)
    if (values[area] != NULL &&
        (region == MDG_REGION_NONE || mdg_area_get_region ((MdgArea) area) == region))
      g_ptr_array_add (sorted, (gpointer) values[area]);
  g_ptr_array_sort (sorted, compare_values);

  return sorted;
}

/*
 * mdg_chart_prefectures_get_quartile:
 * @sorted: (element-type MdgObservation): figures, the lowest first
 * @quarter: 1, 2 for the median, or 3
 * @out: (out): the quartile, exact; between two figures on the line that links them (type 7)
 *
 * Returns: whether there is one
 */
gboolean
mdg_chart_prefectures_get_quartile (GPtrArray *sorted, guint quarter, MdgDecimal *out)
{
  guint position = (sorted->len > 0 ? sorted->len - 1 : 0) * quarter;
  const MdgObservation *below;
  const MdgObservation *above;
  MdgDecimal low;
  MdgDecimal high;
  guint8 decimals;
  gint64 digits;

  if (sorted->len == 0)
    return FALSE;

  below = g_ptr_array_index (sorted, position / 4);
  above = g_ptr_array_index (sorted, MIN (position / 4 + 1, sorted->len - 1));
  decimals = MAX (below->value.decimals, above->value.decimals);
  if (!mdg_decimal_rescale (below->value, decimals, &low) ||
      !mdg_decimal_rescale (above->value, decimals, &high) ||
      ABS (low.digits) > G_MAXINT64 / 1000 || ABS (high.digits) > G_MAXINT64 / 1000)
    return FALSE;

  /* A quarter has two decimals; they go again where they say nothing. */
  digits = (low.digits * (4 - position % 4) + high.digits * (position % 4)) * 25;
  *out = MDG_DECIMAL (digits, (guint8) (decimals + 2));
  while (out->decimals > decimals && out->digits % 10 == 0)
    *out = MDG_DECIMAL (out->digits / 10, (guint8) (out->decimals - 1));

  return TRUE;
}
