/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "export/mdg-briefing-reckoning.h"

#include <glib/gi18n.h>

#include "core/mdg-format.h"

static const MdgObservation *
get (const MdgBriefing *briefing, MdgArea area, guint type, MdgMeasure measure)
{
  return mdg_figures_lookup (briefing->figures, briefing->month, MDG_DAY_NONE, area, type, measure);
}

/* Two counts prove something only where one edition gives both, exactly and beyond doubt. */
static gboolean
get_counts (const MdgBriefing *briefing, MdgArea area, guint type, gint64 counts[2], guint *edition)
{
  const MdgObservation *part = get (briefing, area, type, MDG_MEASURE_MNC_COUNT);
  const MdgObservation *whole = get (briefing, area, type, MDG_MEASURE_VERIFICATION_COUNT);

  if (!mdg_observation_is_sound (part, MDG_QUALITY_DERIVED) ||
      !mdg_observation_is_sound (whole, MDG_QUALITY_DERIVED) || part->edition != whole->edition)
    return FALSE;
  counts[0] = part->value.digits;
  counts[1] = whole->value.digits;
  *edition = part->edition;

  return TRUE;
}

char *
briefing_format_region (const MdgBriefing *briefing, guint type)
{
  MdgRegion region = mdg_area_get_region (briefing->area);
  gint64 part = 0;
  gint64 whole = 0;
  guint editions[MDG_N_AREAS];
  guint n = 0;

  for (MdgArea area = 1; area < MDG_N_AREAS; area++)
    {
      gint64 counts[2];

      if (mdg_area_get_region (area) != region)
        continue;
      if (!get_counts (briefing, area, type, counts, &editions[n]) || editions[n] != editions[0])
        return g_strdup ("–");
      part += counts[0];
      whole += counts[1];
      n++;
    }

  /* Hundredths of a percent, rounded half up. */
  part = (part * 20000 + whole) / (2 * whole);
  return g_strdup_printf ("%" G_GINT64_FORMAT ".%02" G_GINT64_FORMAT "%%", part / 100, part % 100);
}

/* As many more as lift part / whole just to that of the target. */
static char *
format_more (const gint64 own[2], const gint64 target[2])
{
  gint64 more = target[0] * own[1] / target[1] - own[0];

  more += (own[0] + more) * target[1] < target[0] * own[1];
  return mdg_format_count (MAX (more, 0));
}

char *
briefing_format_next_rank (const MdgBriefing *briefing, guint type)
{
  const MdgObservation *rank = get (briefing, briefing->area, type, MDG_MEASURE_RANK);
  gint64 counts[MDG_N_AREAS][2];
  guint editions[MDG_N_AREAS];
  const gint64 *own = counts[briefing->area];
  const gint64 *next = NULL;
  guint n_above = 0;

  for (MdgArea area = 1; area < MDG_N_AREAS; area++)
    if (!get_counts (briefing, area, type, counts[area], &editions[area]) ||
        editions[area] != editions[1])
      return g_strdup ("–");
  for (MdgArea area = 1; area < MDG_N_AREAS; area++)
    if (counts[area][0] * own[1] > own[0] * counts[area][1])
      {
        n_above++;
        if (next == NULL || counts[area][0] * next[1] < next[0] * counts[area][1])
          next = counts[area];
      }
  if (rank == NULL || rank->value.digits != n_above + 1)
    return g_strdup ("–");

  return next != NULL ? format_more (own, next) : g_strdup (C_ ("briefing", "Highest"));
}

char *
briefing_format_national_rate (const MdgBriefing *briefing, guint type)
{
  gint64 own[2];
  gint64 nation[2];
  guint editions[2];

  if (!get_counts (briefing, briefing->area, type, own, &editions[0]) ||
      !get_counts (briefing, MDG_AREA_NATIONAL, type, nation, &editions[1]) ||
      editions[0] != editions[1])
    return g_strdup ("–");

  return format_more (own, nation);
}
