/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "util/mdg-test.h"

#include <math.h>
#include <string.h>

#include "core/mdg-bundle.h"
#include "core/mdg-core-fixture.h"
#include "core/mdg-event.h"
#include "core/mdg-format.h"
#include "draw/mdg-chart-builders.h"
#include "draw/mdg-chart-words.h"

/*
 * One law for all charts: what the table of a chart says is what the store has, with its own edition
 * and page; what the store has and the chart is about is in the table; and the line of sources names
 * each edition and page that is used. Figures that a chart computes are computed here again.
 */

#define TOLERANCE 0.00501

typedef struct
{
  MdgMonth month;
  MdgMeasure measure;
  MdgFacilityType type;
  MdgArea area;
} Case;

typedef struct
{
  const char *name;
  gboolean of_months;
  gboolean of_types;
  gboolean of_areas;
  guint n_measures;
  MdgMeasure measures[4];
  MdgChartScene *(*build) (MdgFigures *figures, const Case *at);
  /* Whether the chart is about a figure. */
  gboolean (*has) (MdgFigures *figures, const Case *at, const MdgObservation *value);
  /* Whether the first cell of its row is a name for it. */
  gboolean (*names) (const char *cell, const MdgObservation *value);
  /* What the row says is computed to, or NAN if nothing is. */
  double (*compute) (MdgFigures *figures, const Case *at, const char *cell, const char *period);
} Kind;

/* The bundled figures, and a later edition that prints no previous ranks. */
static MdgFigures *figures;

static int
load (void **state)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MdgBatch) batch = mdg_bundle_load (&error);
  guint edition;

  mdg_test_assert_no_error (error);
  edition = fixture_add_edition (batch, "204", "2025-12-18", "later");
  for (MdgArea area = 1; area <= MDG_N_PREFECTURES; area++)
    {
      g_autofree char *rank = g_strdup_printf ("%d", MDG_N_PREFECTURES + 1 - area);
      g_autofree char *rate = g_strdup_printf ("%d.%02d", 30 + area / 3, area);

      fixture_add (batch, edition, "2025-11", area, MDG_FACILITY_HOSPITAL, MDG_MEASURE_RANK,
                   MDG_QUALITY_PRINTED, rank);
      fixture_add (batch, edition, "2025-11", area, MDG_FACILITY_HOSPITAL,
                   MDG_MEASURE_USAGE_RATE_ONLINE, MDG_QUALITY_PRINTED, rate);
    }
  figures = mdg_figures_new (batch);

  return 0;
}

static int
unload (void **state)
{
  g_clear_pointer (&figures, mdg_figures_unref);

  return 0;
}

/* As it is written for people, with their minus and separators. */
static double
to_number (const char *cell)
{
  g_autoptr (GString) plain = g_string_new (cell);

  g_string_replace (plain, "\u2212", "-", 0);
  g_string_replace (plain, ",", "", 0);

  return g_ascii_strtod (plain->str, NULL);
}

static const MdgObservation *
find (MdgMonth month, MdgArea area, MdgFacilityType type, MdgMeasure measure)
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
get (MdgMonth month, MdgArea area, MdgFacilityType type, MdgMeasure measure)
{
  const MdgObservation *value = find (month, area, type, measure);

  return value != NULL ? mdg_decimal_to_double (value->value) : NAN;
}

static gboolean
is_rate (MdgMeasure measure)
{
  return measure == MDG_MEASURE_USAGE_RATE_ONLINE || measure == MDG_MEASURE_USAGE_RATE_CLAIMS ||
         measure == MDG_MEASURE_CHANGE_POINTS;
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
build_trend (MdgFigures *data, const Case *at)
{
  return mdg_chart_trend_new (data, at->measure, at->type, at->area);
}

static gboolean
trend_has (MdgFigures *data, const Case *at, const MdgObservation *value)
{
  return value->measure == at->measure && value->facility_type == at->type &&
         (value->area == at->area || value->area == MDG_AREA_NATIONAL);
}

static MdgChartScene *
build_types (MdgFigures *data, const Case *at)
{
  return mdg_chart_facility_types_new (data, at->month, at->area);
}

static gboolean
types_have (MdgFigures *data, const Case *at, const MdgObservation *value)
{
  return value->measure == MDG_MEASURE_USAGE_RATE_ONLINE && value->month == at->month &&
         value->facility_type <= MDG_FACILITY_PHARMACY &&
         (value->area == at->area || value->area == MDG_AREA_NATIONAL);
}

static MdgChartScene *
build_type_trend (MdgFigures *data, const Case *at)
{
  return mdg_chart_facility_trend_new (data, at->area);
}

static gboolean
type_trend_has (MdgFigures *data, const Case *at, const MdgObservation *value)
{
  if (value->measure != MDG_MEASURE_USAGE_RATE_ONLINE || value->area != at->area)
    return FALSE;
  if (value->facility_type != MDG_FACILITY_ALL)
    return value->facility_type <= MDG_FACILITY_PHARMACY;

  for (MdgFacilityType type = MDG_FACILITY_HOSPITAL; type <= MDG_FACILITY_PHARMACY; type++)
    if (mdg_figures_lookup (data, value->month, MDG_DAY_NONE, at->area, type,
                            MDG_MEASURE_USAGE_RATE_ONLINE) != NULL)
      return TRUE;

  return FALSE;
}

static MdgChartScene *
build_funnel (MdgFigures *data, const Case *at)
{
  return mdg_chart_funnel_new (data, at->month);
}

static gboolean
funnel_has (MdgFigures *data, const Case *at, const MdgObservation *value)
{
  return value->month == at->month && value->area == MDG_AREA_NATIONAL &&
         value->facility_type == MDG_FACILITY_ALL &&
         (value->measure == MDG_MEASURE_USAGE_RATE_ONLINE ||
          (value->as_of == MDG_DAY_NONE && (value->measure == MDG_MEASURE_HOLDER_SHARE ||
                                            value->measure == MDG_MEASURE_REGISTRATION_SHARE)));
}

static MdgChartScene *
build_bands (MdgFigures *data, const Case *at)
{
  return mdg_chart_usage_bands_new (data);
}

static gboolean
bands_have (MdgFigures *data, const Case *at, const MdgObservation *value)
{
  return value->measure == MDG_MEASURE_FACILITIES_UNDER_10 ||
         value->measure == MDG_MEASURE_FACILITIES_30_AND_OVER ||
         value->measure == MDG_MEASURE_FACILITIES_COUNTED;
}

static double
compute_band (MdgFigures *data, const Case *at, const char *cell, const char *period)
{
  for (MdgMonth month = MDG_MONTH (2023, 1); month < MDG_MONTH (2027, 1); month++)
    {
      g_autofree char *name = mdg_format_month (month);

      if (g_str_equal (name, period) && g_str_equal (cell, "10% to under 30%"))
        return 100 -
               get (month, MDG_AREA_NATIONAL, MDG_FACILITY_ALL, MDG_MEASURE_FACILITIES_UNDER_10) -
               get (month, MDG_AREA_NATIONAL, MDG_FACILITY_ALL, MDG_MEASURE_FACILITIES_30_AND_OVER);
    }

  return NAN;
}

static MdgChartScene *
build_ranking (MdgFigures *data, const Case *at)
{
  return mdg_chart_ranking_new (data, at->month, at->measure, at->type, at->area);
}

static MdgChartScene *
build_distribution (MdgFigures *data, const Case *at)
{
  return mdg_chart_distribution_new (data, at->month, at->measure, at->type, at->area);
}

static MdgChartScene *
build_regions (MdgFigures *data, const Case *at)
{
  return mdg_chart_regions_new (data, at->month, at->measure, at->type, at->area);
}

static gboolean
prefectures_have (MdgFigures *data, const Case *at, const MdgObservation *value)
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
compute_quartile (MdgFigures *data, const Case *at, const char *cell, const char *period)
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
      double value = get (at->month, area, at->type, at->measure);

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
compute_region (MdgFigures *data, const Case *at, const char *cell, const char *period)
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
            part += get (at->month, area, at->type, MDG_MEASURE_MNC_COUNT);
            whole += get (at->month, area, at->type, MDG_MEASURE_VERIFICATION_COUNT);
          }
      return 100 * part / whole;
    }

  return NAN;
}

static const Kind kinds[] = {
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

/* What a row must say of a figure, but for its name. */
static char *
make_key (const MdgObservation *value)
{
  const MdgEdition *edition = mdg_figures_get_edition (figures, value->edition);
  const char *doubt = mdg_chart_words_get_doubt (value->doubt);
  g_autofree char *period = mdg_format_period (value);
  g_autofree char *number = mdg_format_value_full (value);
  g_autofree char *source = value->page > 0
                              ? g_strdup_printf ("%s, page %d", edition->title, value->page)
                              : g_strdup (edition->title);

  return g_strjoin ("\t", period, number, mdg_quality_get_label (value->quality),
                    doubt != NULL ? doubt : "", source, NULL);
}

static char *
make_row_key (MdgChartTable *table, guint row)
{
  return g_strjoin (
    "\t", mdg_chart_table_get_cell (table, row, 1), mdg_chart_table_get_cell (table, row, 2),
    mdg_chart_table_get_cell (table, row, 3), mdg_chart_table_get_cell (table, row, 4),
    mdg_chart_table_get_cell (table, row, 5), NULL);
}

/* Figures by what a row must say of them. */
static GHashTable *
index_figures (void)
{
  GHashTable *index =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < mdg_figures_get_n (figures); i++)
    {
      const MdgObservation *value = mdg_figures_get (figures, i);
      g_autofree char *key = NULL;
      GPtrArray *values;

      if (!mdg_figures_is_shown (figures, i))
        continue;
      key = make_key (value);
      values = g_hash_table_lookup (index, key);
      if (values == NULL)
        {
          values = g_ptr_array_new ();
          g_hash_table_insert (index, g_strdup (key), values);
        }
      g_ptr_array_add (values, (gpointer) value);
    }

  return index;
}

static gboolean
is_in_line (const char *line, const char *sources)
{
  g_auto (GStrv) parts = g_strsplit (sources, "; ", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    if (strstr (line, parts[i]) == NULL)
      return FALSE;

  return TRUE;
}

static gboolean
is_event (MdgChartTable *table, guint row)
{
  MdgEvent events[MDG_N_EVENTS];
  guint n_events = mdg_event_find (MDG_MONTH (2020, 1), MDG_MONTH (2030, 1), events);

  for (guint i = 0; i < n_events; i++)
    {
      g_autofree char *day = mdg_format_day (events[i].day);

      if (g_str_equal (mdg_chart_table_get_cell (table, row, 6), events[i].text))
        return g_str_equal (mdg_chart_table_get_cell (table, row, 1), day) &&
               g_str_equal (mdg_chart_table_get_cell (table, row, 2), "") &&
               g_str_equal (mdg_chart_table_get_cell (table, row, 4),
                            events[i].doubt != NULL ? events[i].doubt : "") &&
               g_str_equal (mdg_chart_table_get_cell (table, row, 5),
                            events[i].source != NULL ? events[i].source : "");
    }

  return FALSE;
}

static gboolean
is_computed (const Kind *kind, const Case *at, MdgChartTable *table, guint row)
{
  double expected;

  if (kind->compute == NULL ||
      !g_str_equal (mdg_chart_table_get_cell (table, row, 3),
                    mdg_quality_get_label (MDG_QUALITY_DERIVED)) ||
      g_str_equal (mdg_chart_table_get_cell (table, row, 5), ""))
    return FALSE;

  expected = kind->compute (figures, at, mdg_chart_table_get_cell (table, row, 0),
                            mdg_chart_table_get_cell (table, row, 1));

  return !isnan (expected) &&
         fabs (to_number (mdg_chart_table_get_cell (table, row, 2)) - expected) <
           (at->measure == MDG_MEASURE_MNC_COUNT ? 1 : TOLERANCE);
}

static void
check_points (MdgChartScene *scene, const char *kind)
{
  MdgChartTable *table = mdg_chart_scene_get_table (scene);

  for (guint i = 0; i < mdg_chart_scene_get_n_points (scene); i++)
    {
      const MdgChartPoint *point = mdg_chart_scene_get_point (scene, i);
      gboolean is_said = FALSE;

      for (guint row = 0; !is_said && row < mdg_chart_table_get_n_rows (table); row++)
        is_said = strstr (point->text, mdg_chart_table_get_cell (table, row, 1)) != NULL &&
                  strstr (point->text, mdg_chart_table_get_cell (table, row, 2)) != NULL;
      if (!is_said)
        fail_msg ("%s: “%s” is in no row", kind, point->text);
    }
}

static void
check (const Kind *kind, const Case *at, GHashTable *index)
{
  g_autoptr (MdgChartScene) scene = kind->build (figures, at);
  MdgChartTable *table = mdg_chart_scene_get_table (scene);
  g_autofree char *line = mdg_chart_words_dup_source (table);
  g_autoptr (GHashTable) said = g_hash_table_new (g_direct_hash, g_direct_equal);
  guint n_rows = mdg_chart_table_get_n_rows (table);

  for (guint row = 0; row < n_rows; row++)
    {
      const char *cell = mdg_chart_table_get_cell (table, row, 0);
      g_autofree char *key = make_row_key (table, row);
      GPtrArray *values = g_hash_table_lookup (index, key);
      gboolean is_known = FALSE;

      for (guint i = 0; values != NULL && i < values->len; i++)
        {
          const MdgObservation *value = g_ptr_array_index (values, i);

          if (kind->names (cell, value) &&
              (kind->build == build_funnel || kind->has (figures, at, value)))
            {
              is_known = TRUE;
              g_hash_table_add (said, (gpointer) value);
            }
        }
      if (!is_known && !is_computed (kind, at, table, row) &&
          !(kind->build == build_trend && is_event (table, row)))
        fail_msg ("%s: the store does not say “%s\t%s”", kind->name, cell, key);
      if (!is_in_line (line, mdg_chart_table_get_cell (table, row, 5)))
        fail_msg ("%s: “%s” does not name “%s”", kind->name, line,
                  mdg_chart_table_get_cell (table, row, 5));
    }

  for (guint i = 0; n_rows > 0 && i < mdg_figures_get_n (figures); i++)
    {
      const MdgObservation *value = mdg_figures_get (figures, i);

      if (mdg_figures_is_shown (figures, i) && kind->has (figures, at, value) &&
          !g_hash_table_contains (said, value))
        {
          g_autofree char *key = make_key (value);

          fail_msg ("%s: the table does not say “%s”", kind->name, key);
        }
    }
  check_points (scene, kind->name);
}

static void
test_every_number_is_the_stores (void **state)
{
  g_autoptr (GHashTable) index = index_figures ();
  guint n_checked = 0;

  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    for (guint measure = 0; measure < kinds[k].n_measures; measure++)
      for (MdgFacilityType type = MDG_FACILITY_ALL;
           type <= (kinds[k].of_types ? MDG_FACILITY_PHARMACY : MDG_FACILITY_ALL); type++)
        for (MdgArea area = MDG_AREA_NATIONAL;
             area <= (kinds[k].of_areas ? MDG_N_PREFECTURES : MDG_AREA_NATIONAL); area++)
          for (MdgMonth month = MDG_MONTH (2023, 1);
               month <= (kinds[k].of_months ? MDG_MONTH (2026, 2) : MDG_MONTH (2023, 1)); month++)
            {
              Case at = { month, kinds[k].measures[measure], type, area };

              check (&kinds[k], &at, index);
              n_checked++;
            }
  assert_true (n_checked > 3000);
}

static void
assert_cites (MdgChartTable *table, guint row, guint column, const MdgObservation *value)
{
  g_autofree char *source = mdg_chart_words_dup_edition (figures, value);
  const MdgEdition *edition = mdg_figures_get_edition (figures, value->edition);

  assert_true (g_str_has_prefix (source, edition->title));
  assert_string_equal (mdg_chart_table_get_cell (table, row, column), source);
}

/* Rank and previous rank each cite their own edition, also where these are two. */
static void
test_every_rank_is_the_stores (void **state)
{
  guint n_of_two_editions = 0;
  guint n_checked = 0;

  for (MdgMonth month = MDG_MONTH (2024, 1); month <= MDG_MONTH (2025, 12); month++)
    for (MdgFacilityType type = MDG_FACILITY_ALL; type <= MDG_FACILITY_PHARMACY; type++)
      {
        g_autoptr (MdgChartScene) scene =
          mdg_chart_rank_change_new (figures, month, type, MDG_AREA_NONE);
        MdgChartTable *table = mdg_chart_scene_get_table (scene);
        g_autofree char *line = mdg_chart_words_dup_source (table);

        for (guint row = 0; row < mdg_chart_table_get_n_rows (table); row++)
          {
            MdgArea area = MDG_AREA_NONE;
            const MdgObservation *rank;
            const MdgObservation *previous;
            g_autofree char *now = NULL;
            g_autofree char *before = NULL;

            for (MdgArea other = 1; other <= MDG_N_PREFECTURES; other++)
              if (g_str_equal (mdg_chart_table_get_cell (table, row, 0),
                               mdg_area_get_label (other, MDG_LANGUAGE_ENGLISH)))
                area = other;
            rank = find (month, area, type, MDG_MEASURE_RANK);
            previous = find (month, area, type, MDG_MEASURE_RANK_PREVIOUS);
            if (previous == NULL)
              previous = find ((MdgMonth) (month - 1), area, type, MDG_MEASURE_RANK);
            assert_non_null (rank);
            assert_non_null (previous);

            now = mdg_format_rank ((guint) rank->value.digits);
            before = mdg_format_rank ((guint) previous->value.digits);
            assert_string_equal (mdg_chart_table_get_cell (table, row, 2), now);
            assert_string_equal (mdg_chart_table_get_cell (table, row, 3), before);
            assert_cites (table, row, 7, rank);
            assert_cites (table, row, 8, previous);
            assert_true (is_in_line (line, mdg_chart_table_get_cell (table, row, 7)));
            assert_true (is_in_line (line, mdg_chart_table_get_cell (table, row, 8)));
            n_of_two_editions += rank->edition != previous->edition;
            n_checked++;
          }
      }
  assert_int_equal (n_of_two_editions, MDG_N_PREFECTURES);
  assert_true (n_checked >= 5 * MDG_N_PREFECTURES);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_every_number_is_the_stores),
    cmocka_unit_test (test_every_rank_is_the_stores),
  };

  return mdg_test_run_full (tests, load, unload);
}
