/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "export/mdg-briefing-check.h"

#include <glib/gi18n.h>

#include "core/mdg-event.h"
#include "core/mdg-format.h"
#include "draw/mdg-chart-builders.h"
#include "draw/mdg-map-scene.h"
#include "export/mdg-briefing-reckoning.h"
#include "export/mdg-briefing-sources-check.h"
#include "util/mdg-test.h"

#define N_TYPES (MDG_FACILITY_PHARMACY + 1)
#define RATE MDG_MEASURE_USAGE_RATE_ONLINE

static const char *const marks[MDG_N_DOUBTS] = { "", "†", "‡", "§", "¶", "‖", "#" };

/* Takes from the page what the figures explain, piece by piece; what is reckoned is reckoned here
 * once more, in another way than in the program. */
typedef struct
{
  PageCells *cells;
  const MdgBriefing *briefing;
  GString *complaint;
} Check;

static void
expect (Check *self, gboolean is_there, const char *what)
{
  if (!is_there)
    g_string_append_printf (self->complaint, "not there: %s\n", what);
}

static void
expect_cell (Check *self, const char *text)
{
  expect (self, page_cells_take (self->cells, text), text);
}

static void
expect_paragraph (Check *self, const char *text)
{
  expect (self, page_cells_take_paragraph (self->cells, text), text);
}

static void
expect_row (Check *self, GPtrArray *row)
{
  g_autofree char *text = NULL;

  g_ptr_array_add (row, NULL);
  text = g_strjoinv (" | ", (char **) row->pdata);
  expect (self,
          page_cells_take_row (self->cells, row->pdata[0], (const char *const *) row->pdata + 1,
                               row->len - 2),
          text);
}

static const MdgObservation *
get (Check *self, MdgArea area, guint type, MdgMeasure measure)
{
  return mdg_figures_lookup (self->briefing->figures, self->briefing->month, MDG_DAY_NONE, area,
                             type, measure);
}

static const char *
get_name (MdgArea area)
{
  return mdg_area_get_label (area, mdg_language_get ());
}

static char *
format_marked (const char *text, const MdgObservation *a, const MdgObservation *b)
{
  GString *out = g_string_new (text);

  if (a->quality == MDG_QUALITY_SECONDARY || b->quality == MDG_QUALITY_SECONDARY)
    g_string_append (out, "*");
  g_string_append (out, marks[MIN (a->doubt, b->doubt)]);
  if (a->doubt != b->doubt)
    g_string_append (out, marks[MAX (a->doubt, b->doubt)]);

  return g_string_free_and_steal (out);
}

static char *
format (const MdgObservation *figure)
{
  g_autofree char *text = NULL;

  if (figure == NULL)
    return g_strdup ("–");
  if (figure->measure == RATE)
    text = mdg_format_percent (figure->value);
  else if (figure->measure == MDG_MEASURE_CHANGE_POINTS)
    text = mdg_format_decimal (figure->value, TRUE);
  else if (figure->measure == MDG_MEASURE_MNC_COUNT ||
           figure->measure == MDG_MEASURE_VERIFICATION_COUNT)
    text = mdg_format_count (figure->value.digits);
  else
    text = mdg_format_rank ((guint) figure->value.digits);

  return format_marked (text, figure, figure);
}

static char *
format_difference (const MdgObservation *rate, const MdgObservation *nation)
{
  g_autofree char *text = NULL;
  MdgDecimal difference;

  if (rate == NULL || nation == NULL)
    return g_strdup ("–");
  assert_int_equal (rate->value.decimals, nation->value.decimals);
  difference = MDG_DECIMAL (rate->value.digits - nation->value.digits, rate->value.decimals);
  text = mdg_format_decimal (difference, TRUE);

  return format_marked (text, rate, nation);
}

static void
check_rates (Check *self, guint type)
{
  const MdgBriefing *briefing = self->briefing;
  const MdgObservation *rate = get (self, briefing->area, type, RATE);
  const MdgObservation *nation = get (self, MDG_AREA_NATIONAL, type, RATE);
  g_autoptr (GPtrArray) row = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (row, g_strdup (mdg_facility_type_get_label (type)));
  g_ptr_array_add (row, format (rate));
  g_ptr_array_add (row, format (get (self, briefing->area, type, MDG_MEASURE_CHANGE_POINTS)));
  g_ptr_array_add (row, format (nation));
  g_ptr_array_add (row, format_difference (rate, nation));
  if (briefing->area != 1)
    g_ptr_array_add (row, briefing_format_region (self->briefing, type));
  for (guint i = 0; i < briefing->n_neighbours; i++)
    if (briefing->neighbours[i] != briefing->area)
      g_ptr_array_add (row, format (get (self, briefing->neighbours[i], type, RATE)));
  expect_row (self, row);
}

static void
check_ranks (Check *self, guint type)
{
  MdgArea area = self->briefing->area;
  const MdgObservation *rank = get (self, area, type, MDG_MEASURE_RANK);
  const MdgObservation *before = get (self, area, type, MDG_MEASURE_RANK_PREVIOUS);
  g_autoptr (GPtrArray) row = g_ptr_array_new_with_free_func (g_free);

  if (before == NULL)
    before = mdg_figures_lookup (self->briefing->figures, self->briefing->month - 1, MDG_DAY_NONE,
                                 area, type, MDG_MEASURE_RANK);
  g_ptr_array_add (row, g_strdup (mdg_facility_type_get_label (type)));
  g_ptr_array_add (row, format (rank));
  g_ptr_array_add (row, before == NULL && rank != NULL && type == MDG_FACILITY_ALL
                          ? g_strdup (C_ ("briefing", "Unpublished"))
                          : format (before));
  g_ptr_array_add (row, format (get (self, area, type, MDG_MEASURE_MNC_COUNT)));
  g_ptr_array_add (row, format (get (self, area, type, MDG_MEASURE_VERIFICATION_COUNT)));
  g_ptr_array_add (row, briefing_format_next_rank (self->briefing, type));
  g_ptr_array_add (row, briefing_format_national_rate (self->briefing, type));
  expect_row (self, row);
}

/* What is said below the tables, as far as there is reason to. */
static void
allow_notes (Check *self)
{
  page_cells_take_paragraph (
    self->cells, C_ ("briefing", "* A secondary figure: quoted by another publication, not "
                                 "proved here."));
  page_cells_take_paragraph (
    self->cells, C_ ("briefing", "Unpublished: the ministry prints the rank of the month before "
                                 "for the four types only. For all facilities it is worked out "
                                 "from rates and changes, where they leave no doubt."));
  page_cells_take_paragraph (
    self->cells, C_ ("briefing", "The rank before of all facilities is worked out from rates and "
                                 "changes; the ministry does not print it."));
  for (guint doubt = MDG_DOUBT_NONE + 1; doubt < MDG_N_DOUBTS; doubt++)
    {
      g_autofree char *note =
        g_strdup_printf ("%s %s", marks[doubt], mdg_doubt_get_description (doubt));

      page_cells_take_paragraph (self->cells, note);
    }
}

/* The sentences stand on the page as the profile makes them; that they say what the figures say is
 * tested there. They are in one or two paragraphs. */
static void
check_summary (Check *self)
{
  const MdgBriefing *briefing = self->briefing;
  g_autoptr (MdgProfile) profile =
    mdg_profile_new (briefing->figures, briefing->month, briefing->area, briefing->neighbours,
                     briefing->n_neighbours);
  g_autoptr (GPtrArray) sentences = mdg_profile_get_sentences (profile);
  g_autofree char *all = mdg_profile_dup_summary (profile);

  for (guint n = sentences->len; n > 0; n--)
    {
      g_autofree char *first = mdg_profile_join_sentences (sentences, 0, n);
      g_autofree char *rest = mdg_profile_join_sentences (sentences, n, sentences->len);

      if (!page_cells_take_paragraph (self->cells, first))
        continue;
      if (n < sentences->len)
        expect_paragraph (self, rest);
      return;
    }
  expect (self, FALSE, all);
}

static int
compare_values (const void *a, const void *b)
{
  return mdg_decimal_compare ((*(const MdgObservation *const *) a)->value,
                              (*(const MdgObservation *const *) b)->value);
}

/* The rates of the prefectures, the lowest first. */
static GPtrArray *
sort_rates (Check *self)
{
  GPtrArray *sorted = g_ptr_array_new ();

  for (MdgArea area = 1; area < MDG_N_AREAS; area++)
    if (get (self, area, MDG_FACILITY_ALL, RATE) != NULL)
      g_ptr_array_add (sorted, (gpointer) get (self, area, MDG_FACILITY_ALL, RATE));
  g_ptr_array_sort (sorted, compare_values);

  return sorted;
}

/* The classes of the legend share out the prefectures: each says the least, the greatest and how
 * many there are from the one to the other. */
static void
check_legend (Check *self, GPtrArray *sorted)
{
  g_autoptr (GRegex) entry =
    g_regex_new ("^([0-9.]+)(?:[–-]([0-9.]+))?%\\(([0-9]+)\\)$", 0, 0, NULL);
  guint n = 0;

  for (guint i = 0; i < self->cells->len; i++)
    {
      PageCell *cell = g_ptr_array_index (self->cells, i);
      g_autoptr (GMatchInfo) match = NULL;
      g_autofree char *count = NULL;
      g_autofree char *expected = NULL;
      g_autofree char *low = NULL;
      g_autofree char *high = NULL;
      guint n_areas;

      if (!g_regex_match (entry, cell->text, 0, &match))
        continue;
      count = g_match_info_fetch (match, 3);
      n_areas = (guint) g_ascii_strtoull (count, NULL, 10);
      expect (self, n_areas > 0 && n + n_areas <= sorted->len, cell->text);
      if (n_areas == 0 || n + n_areas > sorted->len)
        return;
      low = mdg_decimal_to_string (((MdgObservation *) sorted->pdata[n])->value);
      high = mdg_decimal_to_string (((MdgObservation *) sorted->pdata[n + n_areas - 1])->value);
      expected = g_str_equal (low, high) ? g_strdup_printf ("%s%%(%u)", low, n_areas)
                                         : g_strdup_printf ("%s–%s%%(%u)", low, high, n_areas);
      expect_cell (self, expected);
      n += n_areas;
    }
  expect (self, n == sorted->len, "all prefectures in the legend");
  if (n < MDG_N_PREFECTURES)
    {
      g_autofree char *rest = g_strdup_printf (C_ ("map legend", "%s (%u)"),
                                               C_ ("map legend", "No data"), MDG_N_PREFECTURES - n);

      expect_cell (self, rest);
    }
}

/* The charts label some of their points, as there is room. */
static void
allow_label (Check *self, const char *name, MdgDecimal value)
{
  g_autofree char *number = mdg_format_percent (value);
  g_autofree char *text = g_strdup_printf ("%s %s", name, number);

  page_cells_take (self->cells, text);
}

/* Between two rates it has one decimal more, unless that is 0. */
static MdgDecimal
find_median (GPtrArray *sorted)
{
  const MdgObservation *low = sorted->pdata[(sorted->len - 1) / 2];
  const MdgObservation *high = sorted->pdata[sorted->len / 2];
  gint64 sum = low->value.digits + high->value.digits;

  assert_int_equal (low->value.decimals, high->value.decimals);
  return sum % 2 == 0 ? MDG_DECIMAL (sum / 2, low->value.decimals)
                      : MDG_DECIMAL (sum * 5, low->value.decimals + 1);
}

static void
check_distribution (Check *self, GPtrArray *sorted)
{
  const MdgObservation *first = sorted->pdata[0];
  const MdgObservation *last = sorted->pdata[sorted->len - 1];
  const MdgObservation *own = get (self, self->briefing->area, MDG_FACILITY_ALL, RATE);
  const MdgObservation *nation = get (self, MDG_AREA_NATIONAL, MDG_FACILITY_ALL, RATE);
  g_autofree char *number = mdg_format_percent (own->value);
  g_autofree char *own_label = g_strdup_printf ("%s %s", get_name (own->area), number);

  expect_cell (self, own_label);
  allow_label (self, get_name (first->area), first->value);
  allow_label (self, get_name (last->area), last->value);
  if (nation != NULL)
    allow_label (self, get_name (MDG_AREA_NATIONAL), nation->value);
  allow_label (self, C_ ("chart reference", "Median"), find_median (sorted));
}

static void
check_ranking (Check *self)
{
  const char *heading = C_ ("briefing", "All Prefectures by Usage Rate (Online Basis)");
  const MdgObservation *nation = get (self, MDG_AREA_NATIONAL, MDG_FACILITY_ALL, RATE);

  for (MdgArea area = 1; area < MDG_N_AREAS; area++)
    if (!mdg_observation_is_sound (get (self, area, MDG_FACILITY_ALL, RATE), MDG_QUALITY_DERIVED) ||
        get (self, area, MDG_FACILITY_ALL, MDG_MEASURE_RANK) == NULL)
      return;

  expect_cell (self, heading);
  for (guint row = 1; row <= 12; row++)
    {
      g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

      for (guint rank = row; rank <= MDG_N_PREFECTURES; rank += 12)
        for (MdgArea area = 1; area < MDG_N_AREAS; area++)
          {
            const MdgObservation *own = get (self, area, MDG_FACILITY_ALL, MDG_MEASURE_RANK);
            g_autofree char *text = mdg_format_rank (rank);

            if (own->value.digits != rank)
              continue;
            g_ptr_array_add (cells,
                             g_strdup_printf ("%s%s %s", area == self->briefing->area ? "▶ " : "",
                                              text, get_name (area)));
            g_ptr_array_add (cells, format (get (self, area, MDG_FACILITY_ALL, RATE)));
          }
      if (row == 12)
        {
          g_ptr_array_add (cells, g_strdup (get_name (MDG_AREA_NATIONAL)));
          g_ptr_array_add (cells, format (nation));
        }
      expect_row (self, cells);
    }
}

/* What is in doubt along a line, which the line cannot show. */
static void
check_trend_doubts (Check *self, GArray *series, const char *name)
{
  for (guint i = 0; i < series->len; i++)
    {
      const MdgObservation *figure = &g_array_index (series, MdgObservation, i);
      g_autofree char *month = mdg_format_month (figure->month);
      g_autofree char *named = name != NULL
                                 ? g_strdup_printf (C_ ("chart point", "%s, %s"), name, month)
                                 : g_strdup (month);
      g_autofree char *text = g_strdup_printf (C_ ("quality note", "%s: %s"), named,
                                               mdg_doubt_get_description (figure->doubt));

      if (figure->doubt != MDG_DOUBT_NONE && figure->doubt != MDG_DOUBT_UNOFFICIAL)
        expect_paragraph (self, text);
    }
}

/* What stands at the marks of the time line, and what is in doubt. */
static void
check_trend_notes (Check *self, GArray *series)
{
  const MdgObservation *values = (const MdgObservation *) (gpointer) series->data;
  g_autoptr (GArray) nation =
    mdg_figures_get_series (self->briefing->figures, MDG_AREA_NATIONAL, MDG_FACILITY_ALL, RATE);
  MdgEvent events[MDG_N_EVENTS];
  guint n_events = 0;

  if (series->len > 1)
    n_events = mdg_event_find (values[0].month, values[series->len - 1].month, events);
  for (guint i = 0; i < n_events; i++)
    {
      g_autofree char *day = mdg_format_day (events[i].day);
      g_autofree char *number = g_strdup_printf ("%u", i + 1);
      g_autofree char *text =
        g_strdup_printf (C_ ("chart event", "%u: %s – %s"), i + 1, day, events[i].text);
      g_autofree char *line = g_strconcat (
        text, events[i].doubt != NULL ? C_ ("chart event", " (unconfirmed)") : "", NULL);

      expect_cell (self, number);
      expect_paragraph (self, line);
    }
  for (guint i = 0; i < series->len; i++)
    {
      g_autofree char *value = mdg_format_percent (values[i].value);

      page_cells_take (self->cells, value);
    }
  check_trend_doubts (self, series, NULL);
  if (series->len > 0)
    check_trend_doubts (self, nation, mdg_area_get_label (MDG_AREA_NATIONAL, mdg_language_get ()));
}

/* Titles of pictures say the month, the marks of their axes are round. */
static void
check_pictures (Check *self)
{
  const MdgBriefing *briefing = self->briefing;
  const MdgScope scope = { briefing->month, RATE, MDG_FACILITY_ALL, briefing->area };
  const MdgMapOptions options = MDG_MAP_OPTIONS_INIT;
  g_autoptr (MdgMapScene) map =
    mdg_map_scene_new (briefing->boundaries, briefing->figures, &scope, &options);
  g_autofree char *map_subtitle = mdg_map_scene_dup_subtitle (map);
  g_autoptr (MdgChartScene) types =
    mdg_chart_facility_types_new (briefing->figures, briefing->month, briefing->area);
  g_autoptr (MdgChartScene) distribution = mdg_chart_distribution_new (
    briefing->figures, briefing->month, RATE, MDG_FACILITY_ALL, briefing->area);
  g_autoptr (MdgChartScene) trend =
    mdg_chart_trend_new (briefing->figures, RATE, MDG_FACILITY_ALL, briefing->area);
  g_autoptr (GRegex) tick = g_regex_new ("^[0-9]+%$", 0, 0, NULL);

  expect_cell (self, map_subtitle);
  expect_cell (self, mdg_chart_scene_get_subtitle (types));
  expect_cell (self, mdg_chart_scene_get_subtitle (distribution));
  expect_cell (self, mdg_chart_scene_get_subtitle (trend));
  for (guint i = 0; i < self->cells->len; i++)
    {
      PageCell *cell = g_ptr_array_index (self->cells, i);

      cell->is_taken |= g_regex_match (tick, cell->text, 0, NULL);
    }
  for (MdgMonth month = MDG_MONTH (2023, 1); month <= MDG_MONTH (2026, 12); month++)
    {
      g_autofree char *name = mdg_format_month_name (month);
      g_autofree char *year = mdg_format_year (month);

      page_cells_take (self->cells, name);
      page_cells_take (self->cells, year);
    }
}

static void
check_furniture (Check *self, guint n_pages)
{
  const MdgMeasure measures[] = { RATE, MDG_MEASURE_RANK, MDG_MEASURE_CHANGE_POINTS };
  g_autofree char *day = mdg_format_day (self->briefing->today);
  g_autofree char *made =
    g_strdup_printf (C_ ("briefing", "Made with Madoguchi %s on %s"), PACKAGE_VERSION, day);
  g_autofree char *credit = g_strdup_printf (_ ("Boundaries: %s"), mdg_map_get_credit ());
  g_autofree char *month = mdg_format_month (self->briefing->month);
  g_autofree char *title =
    g_strdup_printf (C_ ("briefing", "%s, %s"), get_name (self->briefing->area), month);

  for (guint i = 1; i <= n_pages; i++)
    {
      g_autofree char *number = g_strdup_printf (C_ ("sheet", "Page %u of %u"), i, n_pages);

      expect_paragraph (self, title);
      expect_cell (self, made);
      expect_cell (self, number);
      expect_paragraph (self, credit);
    }
  expect_paragraph (self,
                    C_ ("briefing", "Briefing: My Number Cards at the Front Desk (Online Basis)"));
  for (guint i = 0; i < G_N_ELEMENTS (measures); i++)
    {
      g_autofree char *text =
        g_strdup_printf (C_ ("briefing", "%s: %s"), mdg_measure_get_label (measures[i]),
                         mdg_measure_get_definition (measures[i]));

      expect_paragraph (self, text);
    }
}

static void
check_types (Check *self)
{
  for (guint type = 0; type < N_TYPES; type++)
    {
      const MdgObservation *rate = get (self, self->briefing->area, type, RATE);
      const char *name = mdg_facility_type_get_label (type);
      g_autofree char *value =
        rate != NULL ? mdg_format_percent (rate->value) : g_strdup (C_ ("chart row", "not known"));
      const char *const cells[] = { value };

      check_rates (self, type);
      check_ranks (self, type);
      expect (self, page_cells_take_row (self->cells, name, cells, 1), value);
    }
}

char *
briefing_check (PageCells *cells, const MdgBriefing *briefing)
{
  Check self = { .cells = cells, .briefing = briefing, .complaint = g_string_new (NULL) };
  const PageCell *last = g_ptr_array_index (cells, cells->len - 1);
  g_autoptr (GPtrArray) sorted = sort_rates (&self);
  g_autoptr (GArray) series =
    mdg_figures_get_series (briefing->figures, briefing->area, MDG_FACILITY_ALL, RATE);
  g_autoptr (GPtrArray) sources = briefing_sources_list (briefing);
  const PageCell *unexplained;

  page_cells_reset (cells);
  check_furniture (&self, last->page + 1);
  check_summary (&self);
  check_types (&self);
  allow_notes (&self);
  check_legend (&self, sorted);
  check_distribution (&self, sorted);
  check_ranking (&self);
  for (guint i = 0; i < sources->len; i++)
    expect_paragraph (&self, g_ptr_array_index (sources, i));
  check_pictures (&self);
  check_trend_notes (&self, series);

  unexplained = page_cells_find_number (cells);
  if (unexplained != NULL)
    g_string_append_printf (self.complaint, "not explained: %s\n", unexplained->text);

  return g_string_free (self.complaint, self.complaint->len == 0);
}
