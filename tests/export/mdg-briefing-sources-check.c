/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "export/mdg-briefing-sources-check.h"

#include <glib/gi18n.h>

#include "core/mdg-format.h"

#define N_PAGES 64

/* Which pages of which editions have a figure in the briefing; page -1 is one without a number. */
typedef struct
{
  const MdgBriefing *briefing;
  gboolean *is_used;
  gboolean (*pages)[N_PAGES];
} Sources;

static void
add (Sources *self, const MdgObservation *figure)
{
  if (figure == NULL)
    return;
  self->is_used[figure->edition] = TRUE;
  if (figure->page != MDG_PAGE_UNKNOWN)
    self->pages[figure->edition][figure->page] = TRUE;
}

static void
add_figure (Sources *self, MdgMonth month, MdgArea area, guint type, MdgMeasure measure)
{
  add (self,
       mdg_figures_lookup (self->briefing->figures, month, MDG_DAY_NONE, area, type, measure));
}

static void
add_series (Sources *self, MdgArea area)
{
  g_autoptr (GArray) series = mdg_figures_get_series (
    self->briefing->figures, area, MDG_FACILITY_ALL, MDG_MEASURE_USAGE_RATE_ONLINE);

  for (guint i = 0; i < series->len; i++)
    add (self, &g_array_index (series, MdgObservation, i));
}

/* Everything that the tables, the map and the charts show, and what is computed from counts. */
static void
add_all (Sources *self)
{
  const MdgBriefing *briefing = self->briefing;
  const MdgMeasure own[] = { MDG_MEASURE_USAGE_RATE_ONLINE, MDG_MEASURE_CHANGE_POINTS,
                             MDG_MEASURE_RANK, MDG_MEASURE_RANK_PREVIOUS };

  for (guint type = 0; type <= MDG_FACILITY_PHARMACY; type++)
    {
      for (guint i = 0; i < G_N_ELEMENTS (own); i++)
        add_figure (self, briefing->month, briefing->area, type, own[i]);
      if (mdg_figures_lookup (briefing->figures, briefing->month, MDG_DAY_NONE, briefing->area,
                              type, MDG_MEASURE_RANK_PREVIOUS) == NULL)
        add_figure (self, briefing->month - 1, briefing->area, type, MDG_MEASURE_RANK);
      add_figure (self, briefing->month, MDG_AREA_NATIONAL, type, MDG_MEASURE_USAGE_RATE_ONLINE);
      for (guint i = 0; i < briefing->n_neighbours; i++)
        add_figure (self, briefing->month, briefing->neighbours[i], type,
                    MDG_MEASURE_USAGE_RATE_ONLINE);
      for (guint area = 0; area < MDG_N_AREAS; area++)
        {
          add_figure (self, briefing->month, area, type, MDG_MEASURE_MNC_COUNT);
          add_figure (self, briefing->month, area, type, MDG_MEASURE_VERIFICATION_COUNT);
        }
    }
  for (guint area = 0; area < MDG_N_AREAS; area++)
    {
      add_figure (self, briefing->month, area, MDG_FACILITY_ALL, MDG_MEASURE_USAGE_RATE_ONLINE);
      add_figure (self, briefing->month, area, MDG_FACILITY_ALL, MDG_MEASURE_RANK);
    }
  add_series (self, briefing->area);
  add_series (self, MDG_AREA_NATIONAL);
}

static char *
describe (const MdgEdition *edition, const gboolean pages[N_PAGES])
{
  g_autoptr (GString) numbers = g_string_new (NULL);
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%s — %s", edition->title, edition->publisher);
  if (edition->published != MDG_DAY_NONE)
    {
      g_autofree char *day = mdg_format_day (edition->published);

      g_string_append_printf (text, ", %s", day);
    }
  for (guint i = 0; i < N_PAGES; i++)
    if (pages[i])
      g_string_append_printf (numbers, "%s%u", numbers->len > 0 ? ", " : "", i);
  if (numbers->len > 0)
    {
      g_string_append (text, ", ");
      g_string_append_printf (text, C_ ("briefing", "p. %s"), numbers->str);
    }

  return g_string_free_and_steal (text);
}

GPtrArray *
briefing_sources_list (const MdgBriefing *briefing)
{
  guint n = mdg_figures_get_n_editions (briefing->figures);
  g_autofree gboolean *is_used = g_new0 (gboolean, n);
  g_autofree gboolean (*pages)[N_PAGES] = g_malloc0 (n * sizeof *pages);
  Sources self = { .briefing = briefing, .is_used = is_used, .pages = pages };
  GPtrArray *paragraphs = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) quoting = g_string_new (NULL);

  add_all (&self);
  for (guint i = 0; i < n; i++)
    {
      const MdgEdition *edition = mdg_figures_get_edition (briefing->figures, i);
      g_autofree char *text = describe (edition, pages[i]);

      if (!is_used[i])
        continue;
      if (edition->trust == MDG_TRUST_MINISTRY)
        g_ptr_array_add (paragraphs, g_steal_pointer (&text));
      else
        g_string_append_printf (quoting, "%s%s (%s)",
                                quoting->len > 0 ? C_ ("between sources", "; ") : "", text,
                                mdg_trust_get_label (edition->trust));
    }
  if (quoting->len > 0)
    g_ptr_array_add (paragraphs, g_strdup (quoting->str));

  return paragraphs;
}
