/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "export/sheets/mdg-briefing-ranking.h"

#include <glib/gi18n.h>

#include "core/mdg-format.h"

/* The 47 and the nation stand below each other in so many groups, each of a name and a rate. */
#define N_GROUPS 4
#define N_ROWS (MDG_N_AREAS / N_GROUPS)
#define N_COLUMNS (2 * N_GROUPS)
#define NAME_WIDTH 0.66
/* Before the prefecture of the briefing. */
#define MARK_OWN "▶"

typedef struct
{
  const MdgObservation *rates[MDG_N_AREAS];
  const MdgObservation *ranks[MDG_N_AREAS];
  MdgArea order[MDG_N_AREAS]; /* from the first to the last, then the nation */
} Ranking;

/* Only what nothing is uncertain about is put into one order. */
static gboolean
find (Ranking *self, MdgBriefingFigures *figures)
{
  guint n = 0;

  mdg_figures_get_areas (figures->figures, figures->month, MDG_FACILITY_ALL,
                         MDG_MEASURE_USAGE_RATE_ONLINE, self->rates);
  mdg_figures_get_areas (figures->figures, figures->month, MDG_FACILITY_ALL, MDG_MEASURE_RANK,
                         self->ranks);
  for (MdgArea area = 0; area < MDG_N_AREAS; area++)
    if (!mdg_observation_is_sound (self->rates[area], MDG_QUALITY_DERIVED) ||
        (area != MDG_AREA_NATIONAL &&
         !mdg_observation_is_sound (self->ranks[area], MDG_QUALITY_DERIVED)))
      return FALSE;

  for (gint64 rank = 1; rank <= MDG_N_PREFECTURES; rank++)
    for (MdgArea area = 1; area < MDG_N_AREAS; area++)
      if (self->ranks[area]->value.digits == rank)
        self->order[n++] = area;
  self->order[n] = MDG_AREA_NATIONAL;

  return n == MDG_N_PREFECTURES;
}

static char *
format_name (const Ranking *self, MdgArea area, MdgArea own)
{
  const char *name = mdg_area_get_label (area, mdg_language_get ());
  g_autofree char *rank = NULL;

  if (area == MDG_AREA_NATIONAL)
    return g_strdup (name);

  rank = mdg_format_rank ((guint) self->ranks[area]->value.digits);
  return g_strdup_printf ("%s%s %s", area == own ? MARK_OWN " " : "", rank, name);
}

/**
 * mdg_briefing_ranking_write:
 * @figures: figures of the briefing
 * @area: the prefecture of the briefing, which is marked
 * @sheet: a sheet
 *
 * Writes the rates of all prefectures in the order of their ranks, and the nation's. Where not all
 * are known for certain nothing is written.
 */
void
mdg_briefing_ranking_write (MdgBriefingFigures *figures, MdgArea area, MdgSheet *sheet)
{
  Ranking ranking = { 0 };
  double widths[N_COLUMNS];

  if (!find (&ranking, figures))
    return;

  for (guint i = 0; i < N_COLUMNS; i++)
    widths[i] = i % 2 == 0 ? NAME_WIDTH : 1 - NAME_WIDTH;
  mdg_briefing_figures_use_areas (figures, MDG_FACILITY_ALL, MDG_MEASURE_USAGE_RATE_ONLINE);
  mdg_briefing_figures_use_areas (figures, MDG_FACILITY_ALL, MDG_MEASURE_RANK);

  mdg_sheet_begin_keep (sheet);
  mdg_sheet_add_heading (sheet, C_ ("briefing", "All Prefectures by Usage Rate (Online Basis)"));
  mdg_sheet_begin_table (sheet, MDG_SHEET_TABLE_RULED, N_COLUMNS, widths, NULL);
  for (guint row = 0; row < N_ROWS; row++)
    {
      g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

      for (guint group = 0; group < N_GROUPS; group++)
        {
          MdgArea other = ranking.order[group * N_ROWS + row];

          g_ptr_array_add (cells, format_name (&ranking, other, area));
          g_ptr_array_add (cells, mdg_format_percent (ranking.rates[other]->value));
        }
      mdg_sheet_add_row (sheet, (const char *const *) cells->pdata);
    }
  mdg_sheet_end_table (sheet);
  mdg_sheet_end_keep (sheet);
}
