/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "export/sheets/mdg-briefing-summary.h"

#include <glib/gi18n.h>

#include "core/mdg-format.h"

static void
add_sentence (GString *text, char *sentence)
{
  /* Japanese sentences stand without a blank between them. */
  if (text->len > 0)
    g_string_append (text, mdg_language_get () == MDG_LANGUAGE_JAPANESE ? "" : " ");
  g_string_append (text, sentence);
  g_free (sentence);
}

static const MdgObservation *
get_rate (MdgBriefingFigures *figures, MdgArea area, MdgFacilityType type)
{
  return mdg_briefing_figures_get (figures, area, type, MDG_MEASURE_USAGE_RATE_ONLINE);
}

static void
add_nation (MdgBriefingFigures *figures, const MdgObservation *rate, GString *text)
{
  const MdgObservation *nation = get_rate (figures, MDG_AREA_NATIONAL, MDG_FACILITY_ALL);
  g_autofree char *value = NULL;
  g_autofree char *points = NULL;
  MdgDecimal difference;

  if (nation == NULL || !mdg_decimal_subtract (rate->value, nation->value, &difference))
    return;
  value = mdg_format_percent (nation->value);
  points = mdg_format_points (difference);
  /* Translators: a rate such as 37.14%, and a difference such as +1.52 pt. */
  add_sentence (text,
                g_strdup_printf (C_ ("briefing", "The national rate was %s; the difference is %s."),
                                 value, points));
}

static void
add_change (MdgBriefingFigures *figures, MdgArea area, GString *text)
{
  const MdgObservation *change =
    mdg_briefing_figures_get (figures, area, MDG_FACILITY_ALL, MDG_MEASURE_CHANGE_POINTS);
  g_autofree char *points = NULL;

  if (change == NULL)
    return;
  points = mdg_format_points (change->value);
  /* Translators: a change such as +1.52 pt. */
  add_sentence (
    text, g_strdup_printf (C_ ("briefing", "The change since the month before was %s."), points));
}

static void
add_rank (MdgBriefingFigures *figures, MdgArea area, GString *text)
{
  const MdgObservation *rank =
    mdg_briefing_figures_get (figures, area, MDG_FACILITY_ALL, MDG_MEASURE_RANK);
  const MdgObservation *before =
    mdg_briefing_figures_get (figures, area, MDG_FACILITY_ALL, MDG_MEASURE_RANK_PREVIOUS);
  g_autofree char *now_text = NULL;
  g_autofree char *before_text = NULL;

  if (rank == NULL)
    return;
  now_text = mdg_format_rank ((guint) rank->value.digits);
  if (before == NULL)
    {
      /* Translators: a rank such as 7th. */
      add_sentence (text, g_strdup_printf (
                            C_ ("briefing", "It ranked %s among the 47 prefectures."), now_text));
      return;
    }
  before_text = mdg_format_rank ((guint) before->value.digits);
  /* Translators: ranks such as 7th, of this month and of the one before. */
  add_sentence (text,
                g_strdup_printf (C_ ("briefing", "It ranked %s among the 47 prefectures, after %s "
                                                 "in the month before."),
                                 now_text, before_text));
}

static void
add_types (MdgBriefingFigures *figures, MdgArea area, GString *text)
{
  const MdgObservation *best = NULL;
  const MdgObservation *worst = NULL;
  g_autofree char *best_value = NULL;
  g_autofree char *worst_value = NULL;

  for (guint type = MDG_FACILITY_HOSPITAL; type <= MDG_FACILITY_PHARMACY; type++)
    {
      const MdgObservation *rate = get_rate (figures, area, type);

      /* Of what is known in part nothing is the highest or the lowest. */
      if (rate == NULL)
        return;
      if (best == NULL || mdg_decimal_compare (rate->value, best->value) > 0)
        best = rate;
      if (worst == NULL || mdg_decimal_compare (rate->value, worst->value) < 0)
        worst = rate;
    }
  if (mdg_decimal_compare (best->value, worst->value) == 0)
    return;
  best_value = mdg_format_percent (best->value);
  worst_value = mdg_format_percent (worst->value);
  /* Translators: twice a facility type and its rate. */
  add_sentence (text,
                g_strdup_printf (C_ ("briefing", "Of the facility types, the rate was highest "
                                                 "for %s (%s) and lowest for %s (%s)."),
                                 mdg_facility_type_get_label (best->facility_type), best_value,
                                 mdg_facility_type_get_label (worst->facility_type), worst_value));
}

static void
add_gains (MdgProfile *profile, GString *text)
{
  MdgProfileGain next = mdg_profile_get_next_rank (profile, MDG_FACILITY_ALL);
  MdgProfileGain nation = mdg_profile_get_national_rate (profile, MDG_FACILITY_ALL);

  if (next.state == MDG_PROFILE_GAIN_POSSIBLE)
    {
      g_autofree char *count = mdg_format_count (next.more);

      /* Translators: a count. */
      add_sentence (text,
                    g_strdup_printf (C_ ("briefing", "With %s more of the month’s checks made "
                                                     "with the card it would have reached "
                                                     "the rank of the next prefecture."),
                                     count));
    }
  if (nation.state == MDG_PROFILE_GAIN_POSSIBLE)
    {
      g_autofree char *count = mdg_format_count (nation.more);

      /* Translators: a count. */
      add_sentence (text, g_strdup_printf (C_ ("briefing", "With %s more it would have reached the "
                                                           "national rate."),
                                           count));
    }
}

/**
 * mdg_briefing_summary_write:
 * @figures: figures of the briefing
 * @profile: the prefecture, as those figures show it
 * @sheet: a sheet
 *
 * Says in sentences where a prefecture stands. What is not known has no sentence.
 */
void
mdg_briefing_summary_write (MdgBriefingFigures *figures, MdgProfile *profile, MdgSheet *sheet)
{
  MdgArea area = mdg_profile_get_area (profile);
  const MdgObservation *rate = get_rate (figures, area, MDG_FACILITY_ALL);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GString) details = g_string_new (NULL);
  g_autofree char *value = NULL;
  g_autofree char *month = NULL;

  if (rate == NULL)
    return;
  value = mdg_format_percent (rate->value);
  month = mdg_format_month (figures->month);
  /* Translators: a prefecture, a month and a rate such as 37.14%. */
  add_sentence (
    text, g_strdup_printf (C_ ("briefing", "In %s the My Number card was used for %s of insurance "
                                           "checks in %s."),
                           mdg_area_get_label (area, mdg_language_get ()), value, month));
  add_nation (figures, rate, text);
  add_rank (figures, area, text);
  mdg_sheet_add_callout (sheet, MDG_SHEET_MARK_NONE, C_ ("briefing", "In Short"), text->str);
  add_change (figures, area, details);
  add_types (figures, area, details);
  add_gains (profile, details);
  mdg_sheet_add_paragraph (sheet, MDG_SHEET_NORMAL, details->str);
}
