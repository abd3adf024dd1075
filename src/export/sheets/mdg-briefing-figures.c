/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "export/sheets/mdg-briefing-figures.h"

/**
 * mdg_briefing_figures_init:
 * @self: what to begin
 * @figures: the figures; must live as long as @self
 * @month: a month
 *
 * Begins without a figure that was used.
 */
void
mdg_briefing_figures_init (MdgBriefingFigures *self, MdgFigures *figures, MdgMonth month)
{
  *self = (MdgBriefingFigures) { figures, month, g_hash_table_new (NULL, NULL) };
}

/**
 * mdg_briefing_figures_clear:
 * @self: what to clear
 *
 * Frees what @self holds.
 */
void
mdg_briefing_figures_clear (MdgBriefingFigures *self)
{
  g_clear_pointer (&self->used, g_hash_table_unref);
}

/**
 * mdg_briefing_figures_use:
 * @self: figures of a briefing
 * @figure: (nullable): a figure of those
 *
 * Remembers that @figure is shown, or that something is computed from it.
 */
void
mdg_briefing_figures_use (MdgBriefingFigures *self, const MdgObservation *figure)
{
  if (figure != NULL)
    g_hash_table_add (self->used, (gpointer) figure);
}

/**
 * mdg_briefing_figures_use_series:
 * @self: figures of a briefing
 * @area: an area
 * @type: a facility type
 * @measure: a measure
 *
 * Remembers the figures of all months, for a chart that shows them.
 */
void
mdg_briefing_figures_use_series (MdgBriefingFigures *self,
                                 MdgArea area,
                                 MdgFacilityType type,
                                 MdgMeasure measure)
{
  g_autoptr (GArray) series = mdg_figures_get_series (self->figures, area, type, measure);

  for (guint i = 0; i < series->len; i++)
    {
      const MdgObservation *value = &g_array_index (series, MdgObservation, i);

      mdg_briefing_figures_use (
        self, mdg_figures_lookup (self->figures, value->month, value->as_of, area, type, measure));
    }
}

/**
 * mdg_briefing_figures_use_areas:
 * @self: figures of a briefing
 * @type: a facility type
 * @measure: a measure
 *
 * Remembers the figures of the nation and all prefectures, for what is shown or computed of them.
 */
void
mdg_briefing_figures_use_areas (MdgBriefingFigures *self, MdgFacilityType type, MdgMeasure measure)
{
  for (guint area = 0; area < MDG_N_AREAS; area++)
    mdg_briefing_figures_use (self, mdg_figures_lookup (self->figures, self->month, MDG_DAY_NONE,
                                                        (MdgArea) area, type, measure));
}
