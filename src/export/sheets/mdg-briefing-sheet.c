/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "export/sheets/mdg-briefing-sheet.h"

#include <glib/gi18n.h>

#include "core/mdg-format.h"
#include "draw/mdg-chart-builders.h"
#include "draw/mdg-sheet-picture.h"
#include "export/sheets/mdg-briefing-ranking.h"
#include "export/sheets/mdg-briefing-sources.h"
#include "export/sheets/mdg-briefing-tables.h"

#define TEXT_SCALE 0.785
/* So many sentences stand in the box at the head, the others below it. */
#define N_HEADLINE_SENTENCES 4

typedef struct
{
  const MdgBriefing *briefing;
  MdgBriefingFigures figures;
  MdgProfile *profile;
  MdgSheet *sheet;
} Writer;

static const char *
get_label (MdgArea area)
{
  return mdg_area_get_label (area, mdg_language_get ());
}

static void
add_summary (Writer *self)
{
  g_autoptr (GPtrArray) sentences = mdg_profile_get_sentences (self->profile);
  g_autofree char *headline = mdg_profile_join_sentences (sentences, 0, N_HEADLINE_SENTENCES);
  g_autofree char *details =
    mdg_profile_join_sentences (sentences, N_HEADLINE_SENTENCES, sentences->len);

  for (guint i = 0; i < sentences->len; i++)
    {
      const MdgProfileSentence *sentence = g_ptr_array_index (sentences, i);

      for (guint j = 0; j < sentence->figures->len; j++)
        mdg_briefing_figures_use (
          &self->figures, g_array_index (sentence->figures, MdgProfileFigure, j).observation);
    }
  mdg_sheet_add_callout (self->sheet, MDG_SHEET_MARK_NONE, C_ ("briefing", "In Short"), headline);
  mdg_sheet_add_paragraph (self->sheet, MDG_SHEET_NORMAL, details);
}

static MdgSheetPicture *
create_map (Writer *self)
{
  const MdgBriefing *briefing = self->briefing;
  const MdgScope scope = { briefing->month, MDG_MEASURE_USAGE_RATE_ONLINE, MDG_FACILITY_ALL,
                           briefing->area };
  MdgMapOptions options = MDG_MAP_OPTIONS_INIT;
  g_autoptr (MdgMapScene) map = NULL;

  options.palette = MDG_PALETTE_PAPER;
  map = mdg_map_scene_new (briefing->boundaries, briefing->figures, &scope, &options);

  return mdg_sheet_picture_new_map (map);
}

static MdgSheetPicture *
take_chart (MdgChartScene *scene)
{
  g_autoptr (MdgChartScene) owned = scene;

  return mdg_sheet_picture_new_chart (owned);
}

static void
add_pictures (Writer *self)
{
  const MdgBriefing *briefing = self->briefing;
  MdgSheetPicture *charts[] = {
    take_chart (mdg_chart_facility_types_new (briefing->figures, briefing->month, briefing->area)),
    take_chart (mdg_chart_distribution_new (briefing->figures, briefing->month,
                                            MDG_MEASURE_USAGE_RATE_ONLINE, MDG_FACILITY_ALL,
                                            briefing->area)),
  };
  MdgSheetPicture *pictures[] = {
    create_map (self),
    mdg_sheet_picture_new_stack (charts, G_N_ELEMENTS (charts)),
  };

  /* They show all prefectures, and so their sources are sources of the briefing. */
  mdg_briefing_figures_use_areas (&self->figures, MDG_FACILITY_ALL, MDG_MEASURE_USAGE_RATE_ONLINE);
  mdg_sheet_add_pictures (self->sheet, G_N_ELEMENTS (pictures), pictures);
}

static void
add_trend (Writer *self)
{
  const MdgBriefing *briefing = self->briefing;
  MdgSheetPicture *picture = take_chart (mdg_chart_trend_new (
    briefing->figures, MDG_MEASURE_USAGE_RATE_ONLINE, MDG_FACILITY_ALL, briefing->area));

  mdg_briefing_figures_use_series (&self->figures, briefing->area, MDG_FACILITY_ALL,
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
      /* Translators: a measure, and what it is. */
      g_autofree char *text =
        g_strdup_printf (C_ ("briefing", "%s: %s"), mdg_measure_get_label (measures[i]),
                         mdg_measure_get_definition (measures[i]));

      mdg_sheet_add_paragraph (self->sheet, MDG_SHEET_SMALL, text);
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
  const char *subject =
    C_ ("briefing", "Briefing: My Number Cards at the Front Desk (Online Basis)");
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

  mdg_sheet_set_subject (self.sheet, subject);
  mdg_sheet_add_title (self.sheet, subject, title);
  add_summary (&self);
  add_pictures (&self);
  mdg_briefing_tables_write (&self.figures, self.profile, self.sheet);
  mdg_briefing_ranking_write (&self.figures, briefing->area, self.sheet);
  add_trend (&self);
  add_definitions (&self);
  mdg_briefing_sources_write (&self.figures, self.sheet);
  mdg_briefing_figures_clear (&self.figures);
  mdg_profile_unref (self.profile);

  return self.sheet;
}
