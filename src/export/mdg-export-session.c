/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "export/mdg-export-session.h"

#include "core/mdg-csv.h"

/* Ends a row with its last cell, or goes on to the next cell. */
static void
append (GString *out, const char *text, char end)
{
  mdg_csv_append (out, text);
  g_string_append_c (out, end);
}

/**
 * mdg_export_session_attendance:
 * @session: a session
 *
 * Writes who took part as comma-separated text: session_date, trainer, title, name. What is typed by
 * people is guarded, so that a spreadsheet takes none of it for a formula.
 *
 * Returns: (transfer full): the text
 */
char *
mdg_export_session_attendance (const MdgSession *session)
{
  GString *out = g_string_new ("session_date,trainer,title,name\n");
  g_autofree char *day = mdg_day_to_string (session->day);
  g_auto (GStrv) names = mdg_session_list_attendees (session);

  for (guint i = 0; names[i] != NULL; i++)
    {
      append (out, day, ',');
      append (out, session->trainer, ',');
      append (out, session->title, ',');
      append (out, names[i], '\n');
    }

  return g_string_free_and_steal (out);
}

static void
append_step (GString *out, const MdgSession *session, const MdgSessionStep *step)
{
  const MdgSessionScenario *scenario = step->scenario < session->scenarios->len
                                         ? g_ptr_array_index (session->scenarios, step->scenario)
                                         : NULL;

  for (guint i = 0; i < step->choices->len; i++)
    {
      const MdgSessionChoice *choice = g_ptr_array_index (step->choices, i);

      append (out, scenario != NULL ? scenario->title : "", ',');
      append (out, scenario != NULL ? scenario->situation : "", ',');
      g_string_append_printf (out, "%u,", step->number + 1);
      append (out, step->question, ',');
      append (out, choice->text, ',');
      g_string_append_printf (out, "%u,%u\n", choice->votes, choice->is_right ? 1u : 0u);
    }
}

/**
 * mdg_export_session_results:
 * @session: a session
 *
 * Writes the votes as comma-separated text, one answer a row: scenario, situation, step (from 1),
 * question, choice, votes, right (1 or 0).
 *
 * Returns: (transfer full): the text
 */
char *
mdg_export_session_results (const MdgSession *session)
{
  GString *out = g_string_new ("scenario,situation,step,question,choice,votes,right\n");

  for (guint i = 0; i < session->steps->len; i++)
    append_step (out, session, g_ptr_array_index (session->steps, i));

  return g_string_free_and_steal (out);
}
