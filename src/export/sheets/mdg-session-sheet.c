/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "export/sheets/mdg-session-sheet.h"

#include <glib/gi18n.h>

#include "core/mdg-format.h"

/* Somebody always comes who was not on the list. */
#define LEAST_ROWS 12
#define SPARE_ROWS 3

/**
 * mdg_session_verdict_get_label:
 * @verdict: what most of a group said
 *
 * Returns: the same in words
 */
const char *
mdg_session_verdict_get_label (MdgVerdict verdict)
{
  switch (verdict)
    {
    case MDG_VERDICT_RIGHT:
      return C_ ("session", "Most were right");
    case MDG_VERDICT_WRONG:
      return C_ ("session", "Most were wrong");
    case MDG_VERDICT_TIED:
      return C_ ("session", "Undecided");
    case MDG_VERDICT_NONE:
    default:
      return C_ ("session", "No vote");
    }
}

static const char *
get_title (const MdgSession *session)
{
  return *session->title != '\0' ? session->title : C_ ("session", "Training Session");
}

static MdgSheet *
new_sheet (const MdgSession *session, const char *above)
{
  MdgSheet *sheet = mdg_sheet_new (get_title (session));
  g_autofree char *day = mdg_format_day (session->day);
  g_autofree char *edition = NULL;

  /* Translators: the version of a guide pack. */
  if (*session->pack_version != '\0')
    edition = g_strdup_printf (C_ ("session", "Guide version %s"), session->pack_version);
  mdg_sheet_set_furniture (sheet, edition, day, NULL);
  mdg_sheet_add_title (sheet, above, get_title (session));
  mdg_sheet_add_field (sheet, C_ ("session", "Date"), day);
  mdg_sheet_add_field (sheet, C_ ("session", "Trainer"), session->trainer);

  return sheet;
}

/**
 * mdg_session_sheet_new_attendance:
 * @session: a session
 *
 * Makes a list of those who take part, with room to sign, and with empty lines for others.
 *
 * Returns: (transfer full): the list
 */
MdgSheet *
mdg_session_sheet_new_attendance (const MdgSession *session)
{
  static const double widths[] = { 1, 6, 7 };
  const char *const headings[] = { C_ ("session", "No."), C_ ("session", "Name"),
                                   C_ ("session", "Signature") };
  MdgSheet *sheet = new_sheet (session, C_ ("session", "Attendance Sheet"));
  g_auto (GStrv) names = mdg_session_list_attendees (session);
  guint n_names = g_strv_length (names);

  mdg_sheet_add_space (sheet, 0.5);
  mdg_sheet_begin_table (sheet, MDG_SHEET_TABLE_FORM, G_N_ELEMENTS (widths), widths, headings);
  for (guint i = 0; i < MAX (n_names + SPARE_ROWS, LEAST_ROWS); i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i + 1);

      mdg_sheet_add_row (sheet, (const char *const[]) { number, i < n_names ? names[i] : "", "" });
    }
  mdg_sheet_end_table (sheet);

  return sheet;
}

static void
add_step (MdgSheet *sheet, const MdgSessionStep *step)
{
  static const double widths[] = { 9, 2, 3 };
  const char *const headings[] = { C_ ("session", "Answer"), C_ ("session", "Votes"), "" };
  g_autofree char *question =
    g_strdup_printf ("%u. %s — %s", step->number + 1, step->question,
                     mdg_session_verdict_get_label (mdg_session_step_get_verdict (step)));

  mdg_sheet_add_paragraph (sheet, MDG_SHEET_STRONG, question);
  mdg_sheet_begin_table (sheet, MDG_SHEET_TABLE_RULED, G_N_ELEMENTS (widths), widths, headings);
  for (guint i = 0; i < step->choices->len; i++)
    {
      const MdgSessionChoice *choice = g_ptr_array_index (step->choices, i);
      g_autofree char *votes = g_strdup_printf ("%u", choice->votes);

      mdg_sheet_add_row (
        sheet, (const char *const[]) { choice->text, votes,
                                       choice->is_right ? C_ ("session", "Right answer") : "" });
    }
  mdg_sheet_end_table (sheet);
}

static void
add_scenario (MdgSheet *sheet, const MdgSession *session, guint index)
{
  const MdgSessionScenario *scenario = g_ptr_array_index (session->scenarios, index);
  g_autofree char *title = g_strdup_printf ("%u. %s", index + 1, scenario->situation);
  gboolean is_shown = FALSE;

  mdg_sheet_add_heading (sheet, title);
  mdg_sheet_add_paragraph (sheet, MDG_SHEET_NORMAL, scenario->title);
  for (guint i = 0; i < session->steps->len; i++)
    {
      const MdgSessionStep *step = g_ptr_array_index (session->steps, i);

      if (step->scenario != index)
        continue;
      add_step (sheet, step);
      is_shown = TRUE;
    }
  if (!is_shown)
    mdg_sheet_add_paragraph (sheet, MDG_SHEET_DIM, C_ ("session", "Not shown"));
}

static void
add_time (MdgSheet *sheet, const char *label, gint64 time)
{
  g_autofree char *text = time != 0 ? mdg_format_time (time) : NULL;

  if (text != NULL)
    mdg_sheet_add_field (sheet, label, text);
}

/**
 * mdg_session_sheet_new_record:
 * @session: a session
 *
 * Makes the record of a session: who took part, what was shown, and how the group voted.
 *
 * Returns: (transfer full): the record
 */
MdgSheet *
mdg_session_sheet_new_record (const MdgSession *session)
{
  MdgSheet *sheet = new_sheet (session, C_ ("session", "Session Record"));
  g_auto (GStrv) names = mdg_session_list_attendees (session);
  g_autofree char *attendees = g_strjoinv (C_ ("between names", ", "), names);
  guint n_right;
  guint n_asked;
  g_autofree char *result = NULL;

  add_time (sheet, C_ ("session", "Begun"), session->started_at);
  add_time (sheet, C_ ("session", "Finished"), session->finished_at);
  mdg_sheet_add_field (sheet, C_ ("session", "Attendees"), attendees);
  mdg_session_count_verdicts (session, &n_right, &n_asked);
  result =
    g_strdup_printf (g_dngettext (NULL, "Most of the group was right on %u of %u question",
                                  "Most of the group was right on %u of %u questions", n_asked),
                     n_right, n_asked);
  mdg_sheet_add_field (sheet, C_ ("session", "Result"), result);
  for (guint i = 0; i < session->scenarios->len; i++)
    add_scenario (sheet, session, i);

  return sheet;
}
