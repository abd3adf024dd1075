/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "export/sheets/mdg-briefing-sheet.h"

#include <glib/gi18n.h>

#include "core/mdg-format.h"
#include "draw/mdg-chart-builders.h"
#include "draw/mdg-sheet-picture.h"
#include "export/sheets/mdg-briefing-sources.h"
#include "export/sheets/mdg-briefing-summary.h"

#define TEXT_SCALE 0.84
#define NAME_WIDTH 0.2
/* Marks of figures that need a word of caution, which stands below the tables. */
#define MARK_SECONDARY "*"
#define MARK_DOUBT "†"

typedef struct
{
  const MdgBriefing *briefing;
  MdgBriefingFigures figures;
  MdgProfile *profile;
  MdgSheet *sheet;
  gboolean has_secondary;
  gboolean has_doubt;
} Writer;

static const char *
get_label (MdgArea area)
{
  return mdg_area_get_label (area, mdg_language_get ());
}

static char *
format_unknown (void)
{
  return g_strdup ("–");
}

static char *
format_cell (Writer *self, MdgArea area, MdgFacilityType type, MdgMeasure measure)
{
  const MdgObservation *figure = mdg_briefing_figures_get (&self->figures, area, type, measure);
  g_autofree char *text = NULL;
  const char *mark = "";

  if (figure == NULL)
    return format_unknown ();

  if (figure->quality == MDG_QUALITY_SECONDARY)
    {
      self->has_secondary = TRUE;
      mark = MARK_SECONDARY;
    }
  else if (figure->doubt != MDG_DOUBT_NONE)
    {
      self->has_doubt = TRUE;
      mark = MARK_DOUBT;
    }
  if (mdg_measure_get_unit (measure) == MDG_UNIT_PERCENT)
    text = mdg_format_percent (figure->value);
  else if (mdg_measure_get_unit (measure) == MDG_UNIT_POINTS)
    text = mdg_format_decimal (figure->value, TRUE);
  else if (mdg_measure_get_unit (measure) == MDG_UNIT_RANK)
    text = mdg_format_rank ((guint) figure->value.digits);
  else
    text = mdg_format_value (measure, figure->value);

  return g_strconcat (text, mark, NULL);
}

static char *
format_difference (Writer *self, MdgFacilityType type)
{
  const MdgProfileRow *row = mdg_profile_get_row (self->profile, type);

  return row->has_difference ? mdg_format_decimal (row->difference, TRUE) : format_unknown ();
}

static char *
format_region (Writer *self, MdgFacilityType type)
{
  const MdgProfileRow *row = mdg_profile_get_row (self->profile, type);

  return row->has_region ? mdg_format_percent (row->region) : format_unknown ();
}

static void
set_widths (double *widths, guint n)
{
  widths[0] = NAME_WIDTH;
  for (guint i = 1; i < n; i++)
    widths[i] = (1 - NAME_WIDTH) / (n - 1);
}

static void
add_rates (Writer *self)
{
  const MdgBriefing *briefing = self->briefing;
  MdgRegion region = mdg_area_get_region (briefing->area);
  /* The region of Hokkaido is Hokkaido. */
  gboolean has_region = region != MDG_REGION_HOKKAIDO;
  const char *headings[MDG_SHEET_MAX_COLUMNS];
  double widths[MDG_SHEET_MAX_COLUMNS];
  guint n = 0;

  headings[n++] = C_ ("briefing", "Facility Type");
  headings[n++] = get_label (briefing->area);
  headings[n++] = C_ ("briefing", "Change");
  headings[n++] = get_label (MDG_AREA_NATIONAL);
  headings[n++] = C_ ("briefing", "Difference");
  if (has_region)
    headings[n++] = mdg_region_get_label (region, mdg_language_get ());
  for (guint i = 0; i < mdg_profile_get_n_neighbours (self->profile); i++)
    headings[n++] = get_label (mdg_profile_get_neighbour (self->profile, i));
  set_widths (widths, n);

  mdg_sheet_add_subheading (self->sheet, MDG_SHEET_MARK_NONE,
                            C_ ("briefing", "Usage Rates (Online Basis) in Comparison"));
  mdg_sheet_begin_table (self->sheet, MDG_SHEET_TABLE_FIGURES, n, widths, headings);
  for (guint type = MDG_FACILITY_ALL; type <= MDG_FACILITY_PHARMACY; type++)
    {
      g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

      g_ptr_array_add (cells, g_strdup (mdg_facility_type_get_label (type)));
      g_ptr_array_add (cells,
                       format_cell (self, briefing->area, type, MDG_MEASURE_USAGE_RATE_ONLINE));
      g_ptr_array_add (cells, format_cell (self, briefing->area, type, MDG_MEASURE_CHANGE_POINTS));
      g_ptr_array_add (cells,
                       format_cell (self, MDG_AREA_NATIONAL, type, MDG_MEASURE_USAGE_RATE_ONLINE));
      g_ptr_array_add (cells, format_difference (self, type));
      if (has_region)
        g_ptr_array_add (cells, format_region (self, type));
      for (guint i = 0; i < mdg_profile_get_n_neighbours (self->profile); i++)
        g_ptr_array_add (cells, format_cell (self, mdg_profile_get_neighbour (self->profile, i),
                                             type, MDG_MEASURE_USAGE_RATE_ONLINE));
      mdg_sheet_add_row (self->sheet, (const char *const *) cells->pdata);
    }
  mdg_sheet_end_table (self->sheet);
}

static char *
format_next_rank (Writer *self, MdgFacilityType type)
{
  MdgProfileGain gain = mdg_profile_get_next_rank (self->profile, type);

  return gain.state == MDG_PROFILE_GAIN_POSSIBLE ? mdg_format_count (gain.more) : format_unknown ();
}

static char *
format_national_rate (Writer *self, MdgFacilityType type)
{
  MdgProfileGain gain = mdg_profile_get_national_rate (self->profile, type);

  return gain.state != MDG_PROFILE_GAIN_UNKNOWN ? mdg_format_count (gain.more) : format_unknown ();
}

static void
add_ranks (Writer *self)
{
  const char *headings[] = {
    C_ ("briefing", "Facility Type"),   C_ ("briefing", "Rank"),
    C_ ("briefing", "Rank Before"),     C_ ("briefing", "With the Card"),
    C_ ("briefing", "All Checks"),      C_ ("briefing", "To the Next Rank"),
    C_ ("briefing", "To the Nation’s"),
  };
  const MdgMeasure measures[] = { MDG_MEASURE_RANK, MDG_MEASURE_RANK_PREVIOUS,
                                  MDG_MEASURE_MNC_COUNT, MDG_MEASURE_VERIFICATION_COUNT };
  double widths[G_N_ELEMENTS (headings)];

  set_widths (widths, G_N_ELEMENTS (headings));
  mdg_sheet_add_subheading (self->sheet, MDG_SHEET_MARK_NONE,
                            C_ ("briefing", "Ranks, Counts, and What Is Missing"));
  mdg_sheet_begin_table (self->sheet, MDG_SHEET_TABLE_FIGURES, G_N_ELEMENTS (headings), widths,
                         headings);
  for (guint type = MDG_FACILITY_ALL; type <= MDG_FACILITY_PHARMACY; type++)
    {
      g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

      g_ptr_array_add (cells, g_strdup (mdg_facility_type_get_label (type)));
      for (guint i = 0; i < G_N_ELEMENTS (measures); i++)
        g_ptr_array_add (cells, format_cell (self, self->briefing->area, type, measures[i]));
      /* The gains and the region's rate are computed from these. */
      mdg_briefing_figures_use_areas (&self->figures, type, MDG_MEASURE_MNC_COUNT);
      mdg_briefing_figures_use_areas (&self->figures, type, MDG_MEASURE_VERIFICATION_COUNT);
      g_ptr_array_add (cells, format_next_rank (self, type));
      g_ptr_array_add (cells, format_national_rate (self, type));
      mdg_sheet_add_row (self->sheet, (const char *const *) cells->pdata);
    }
  mdg_sheet_end_table (self->sheet);
}

static void
add_notes (Writer *self)
{
  if (self->has_secondary)
    mdg_sheet_add_paragraph (
      self->sheet, MDG_SHEET_DIM,
      C_ ("briefing", "* A secondary figure: quoted by another publication, not proved here."));
  if (self->has_doubt)
    mdg_sheet_add_paragraph (
      self->sheet, MDG_SHEET_DIM,
      C_ ("briefing", "† A figure in doubt: something was read into it by inference."));
}

static void
add_pictures (Writer *self)
{
  const MdgBriefing *briefing = self->briefing;
  const MdgScope scope = { briefing->month, MDG_MEASURE_USAGE_RATE_ONLINE, MDG_FACILITY_ALL,
                           briefing->area };
  MdgMapOptions options = MDG_MAP_OPTIONS_INIT;
  g_autoptr (MdgMapScene) map = NULL;
  g_autoptr (MdgChartScene) types =
    mdg_chart_facility_types_new (briefing->figures, briefing->month, briefing->area);
  MdgSheetPicture *pictures[2];

  options.palette = MDG_PALETTE_PAPER;
  map = mdg_map_scene_new (briefing->boundaries, briefing->figures, &scope, &options);
  /* The map shows them all, and so their sources are sources of the briefing. */
  mdg_briefing_figures_use_areas (&self->figures, MDG_FACILITY_ALL, MDG_MEASURE_USAGE_RATE_ONLINE);
  pictures[0] = mdg_sheet_picture_new_map (map);
  pictures[1] = mdg_sheet_picture_new_chart (types);
  mdg_sheet_add_pictures (self->sheet, G_N_ELEMENTS (pictures), pictures);
}

static void
add_trend (Writer *self)
{
  g_autoptr (MdgChartScene) trend = mdg_chart_trend_new (
    self->briefing->figures, MDG_MEASURE_USAGE_RATE_ONLINE, MDG_FACILITY_ALL, self->briefing->area);
  MdgSheetPicture *picture = mdg_sheet_picture_new_chart (trend);

  mdg_briefing_figures_use_series (&self->figures, self->briefing->area, MDG_FACILITY_ALL,
                                   MDG_MEASURE_USAGE_RATE_ONLINE);
  mdg_briefing_figures_use_series (&self->figures, MDG_AREA_NATIONAL, MDG_FACILITY_ALL,
                                   MDG_MEASURE_USAGE_RATE_ONLINE);
  mdg_sheet_add_pictures (self->sheet, 1, &picture);
}

static void
add_definitions (Writer *self)
{
  const MdgMeasure measures[] = { MDG_MEASURE_USAGE_RATE_ONLINE, MDG_MEASURE_RANK,
                                  MDG_MEASURE_CHANGE_POINTS };

  mdg_sheet_add_heading (self->sheet, C_ ("briefing", "Definitions"));
  for (guint i = 0; i < G_N_ELEMENTS (measures); i++)
    {
      const char *label = mdg_measure_get_label (measures[i]);
      const char *text = mdg_measure_get_definition (measures[i]);

      mdg_sheet_add_runs (self->sheet, 1, &label, &text);
    }
  mdg_sheet_add_paragraph (
    self->sheet, MDG_SHEET_SMALL,
    C_ ("briefing",
        "“To the Next Rank” and “To the Nation’s” say how many more of the month’s checks would "
        "have had to be made with the card, all else unchanged. The rate of a region is computed "
        "from the counts of its prefectures."));
}

static void
set_furniture (Writer *self)
{
  g_autofree char *day = mdg_format_day (self->briefing->today);
  /* Translators: the foot of a document: the program, its version, and a day. */
  g_autofree char *made =
    g_strdup_printf (C_ ("briefing", "Made with Madoguchi %s on %s"), PACKAGE_VERSION, day);
  g_autofree char *credit = g_strdup_printf (_ ("Boundaries: %s"), mdg_map_get_credit ());

  mdg_sheet_set_furniture (self->sheet, made, credit, NULL);
}

/**
 * mdg_briefing_sheet_new:
 * @briefing: which briefing; its month must have a rate (online basis) of its prefecture
 *
 * Makes a briefing for those who decide in a prefecture: a summary in words, map, charts, tables,
 * definitions and sources, on two pages of A4 at most. May be called in any thread.
 *
 * Returns: (transfer full): the sheet
 */
MdgSheet *
mdg_briefing_sheet_new (const MdgBriefing *briefing)
{
  g_autofree char *month = NULL;
  g_autofree char *title = NULL;
  Writer self = { .briefing = briefing };

  g_return_val_if_fail (briefing != NULL, NULL);
  g_return_val_if_fail (mdg_area_is_prefecture (briefing->area), NULL);

  month = mdg_format_month (briefing->month);
  /* Translators: title of a briefing: a prefecture and a month. */
  title = g_strdup_printf (C_ ("briefing", "%s, %s"), get_label (briefing->area), month);
  self.sheet = mdg_sheet_new (title);
  mdg_briefing_figures_init (&self.figures, briefing->figures, briefing->month);
  self.profile = mdg_profile_new (briefing->figures, briefing->month, briefing->area,
                                  briefing->neighbours, briefing->n_neighbours);
  mdg_sheet_set_dense (self.sheet, TRUE);
  mdg_sheet_set_text_scale (self.sheet, TEXT_SCALE);
  set_furniture (&self);

  mdg_sheet_add_title (
    self.sheet, C_ ("briefing", "Briefing: My Number Cards at the Front Desk (Online Basis)"),
    title);
  mdg_briefing_summary_write (&self.figures, self.profile, self.sheet);
  add_pictures (&self);
  add_rates (&self);
  add_ranks (&self);
  add_notes (&self);
  mdg_sheet_add_heading (self.sheet, C_ ("briefing", "History"));
  add_trend (&self);
  add_definitions (&self);
  mdg_briefing_sources_write (&self.figures, self.sheet);
  mdg_briefing_figures_clear (&self.figures);
  mdg_profile_unref (self.profile);

  return self.sheet;
}
