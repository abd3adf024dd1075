/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "export/sheets/mdg-training-sheet.h"

#include <glib/gi18n.h>

#include "core/mdg-format.h"
#include "export/sheets/mdg-sheet-sources.h"
#include "guide/mdg-drill-round.h"
#include "guide/mdg-training-words.h"

/* The pack as it was at the time, which may be another by now. */
static char *
format_edition (const MdgGuidePack *pack, const MdgRound *round)
{
  const char *title = g_str_equal (round->pack_id, mdg_guide_pack_get_id (pack))
                        ? mdg_guide_text_get (mdg_guide_pack_get_title (pack))
                        : round->pack_id;

  return g_strdup_printf (C_ ("sheet", "%s, version %s"), title, round->pack_version);
}

static char *
format_score (const MdgRound *round)
{
  /* Translators: how many were right, of how many, and the same as percent. */
  return g_strdup_printf (_ ("%u of %u (%u%%)"), round->n_right, round->n_drills,
                          round->n_drills > 0 ? round->n_right * 100 / round->n_drills : 0);
}

/**
 * mdg_training_certificate_sheet_new:
 * @pack: a guide pack
 * @name: who passed
 * @exam: a round
 *
 * Makes a certificate of an exam that was passed, with lines to sign. It says that it is the
 * facility's own.
 *
 * Returns: (transfer full) (nullable): the certificate, or %NULL if @exam is no exam, or was not
 *   passed
 */
MdgSheet *
mdg_training_certificate_sheet_new (const MdgGuidePack *pack,
                                    const char *name,
                                    const MdgRound *exam)
{
  static const double widths[] = { 1, 2 };
  const char *const facility[] = { C_ ("training", "Facility"), "" };
  const char *const trainer[] = { C_ ("training", "Trainer"), "" };
  g_autofree char *edition = NULL;
  g_autofree char *validity = NULL;
  g_autofree char *time = NULL;
  g_autofree char *score = NULL;
  g_autofree char *mark = NULL;
  MdgSheet *sheet;

  if (exam->mode != MDG_ROUND_EXAM || exam->finished_at == 0 || !exam->is_passed)
    return NULL;

  sheet = mdg_sheet_new (_ ("Certificate of Training"));
  edition = format_edition (pack, exam);
  validity = mdg_sheet_format_day (exam->day);
  time = mdg_format_time (exam->finished_at);
  score = format_score (exam);
  mark = g_strdup_printf ("%u%%", MDG_EXAM_PASS_PERCENT);

  mdg_sheet_set_furniture (sheet, edition, validity, _ ("The facility’s own training"));
  mdg_sheet_add_space (sheet, 3);
  mdg_sheet_add_title (sheet, C_ ("training", "Reception desk"), mdg_sheet_get_title (sheet));
  mdg_sheet_add_space (sheet, 2);
  mdg_sheet_add_title (sheet, C_ ("training", "Name"), name);
  mdg_sheet_add_space (sheet, 1);
  mdg_sheet_add_paragraph (sheet, MDG_SHEET_LARGE,
                           _ ("has passed the exam on the procedures at the reception desk for "
                              "patients with and without the My Number insurance card."));
  mdg_sheet_add_space (sheet, 1);
  mdg_sheet_add_field (sheet, C_ ("training", "Date"), time);
  mdg_sheet_add_field (sheet, C_ ("training", "Right answers"), score);
  mdg_sheet_add_field (sheet, C_ ("training", "Pass mark"), mark);
  mdg_sheet_add_field (sheet, C_ ("training", "Guide"), edition);
  mdg_sheet_add_field (sheet, C_ ("training", "Rules"), validity);
  mdg_sheet_add_space (sheet, 2);
  mdg_sheet_begin_table (sheet, MDG_SHEET_TABLE_FORM, G_N_ELEMENTS (widths), widths, NULL);
  mdg_sheet_add_row (sheet, facility);
  mdg_sheet_add_row (sheet, trainer);
  mdg_sheet_end_table (sheet);
  mdg_sheet_add_space (sheet, 1);
  mdg_sheet_add_paragraph (sheet, MDG_SHEET_SMALL,
                           _ ("This certificate is of the facility’s own training. It is not an "
                              "official certificate and gives no qualification."));

  return sheet;
}

static void
add_overview (MdgSheet *sheet, const MdgTrainingSummary *summary)
{
  g_autofree char *attempts =
    g_strdup_printf (_ ("%u, of which %u right"), summary->n_attempts, summary->n_right);
  g_autofree char *last =
    summary->last_at != 0 ? mdg_format_time (summary->last_at) : g_strdup (_ ("Never"));
  g_autofree char *weak =
    g_strdup_printf (g_dngettext (NULL, "%u case", "%u cases", summary->n_weak), summary->n_weak);

  mdg_sheet_add_field (sheet, _ ("Attempts"), attempts);
  mdg_sheet_add_field (sheet, _ ("Trained Last"), last);
  mdg_sheet_add_field (sheet, C_ ("training", "Weak"), weak);
}

static void
add_cases (MdgSheet *sheet, const MdgTrainingSummary *summary)
{
  static const double widths[] = { 4, 2, 3, 1.5 };
  const char *const headings[] = { C_ ("training", "Case"), C_ ("training", "Right"),
                                   C_ ("training", "Last"), C_ ("training", "Weak") };

  mdg_sheet_add_heading (sheet, _ ("By Case"));
  mdg_sheet_begin_table (sheet, MDG_SHEET_TABLE_RULED, G_N_ELEMENTS (widths), widths, headings);
  for (guint i = 0; i < summary->cases->len; i++)
    {
      const MdgCaseScore *score = g_ptr_array_index (summary->cases, i);
      g_autofree char *right =
        score->n_attempts > 0 ? g_strdup_printf (_ ("%u of %u"), score->n_right, score->n_attempts)
                              : g_strdup ("–");
      g_autofree char *last =
        score->n_attempts > 0 ? mdg_format_time (score->last_at) : g_strdup ("–");
      const char *const cells[] = { mdg_guide_text_get (&score->situation->title), right, last,
                                    score->is_weak ? C_ ("training", "Weak") : "" };

      mdg_sheet_add_row (sheet, cells);
    }
  mdg_sheet_end_table (sheet);
}

static gboolean
has_exam (GPtrArray *rounds)
{
  for (guint i = 0; i < rounds->len; i++)
    {
      const MdgRound *round = g_ptr_array_index (rounds, i);

      if (round->mode == MDG_ROUND_EXAM && round->finished_at != 0)
        return TRUE;
    }

  return FALSE;
}

static void
add_exams (MdgSheet *sheet, GPtrArray *rounds)
{
  static const double widths[] = { 3, 3, 2 };
  const char *const headings[] = { C_ ("training", "Date"), C_ ("training", "Right answers"),
                                   C_ ("training", "Result") };

  if (!has_exam (rounds))
    return;

  mdg_sheet_add_heading (sheet, _ ("Exams"));
  mdg_sheet_begin_table (sheet, MDG_SHEET_TABLE_RULED, G_N_ELEMENTS (widths), widths, headings);
  for (guint i = 0; i < rounds->len; i++)
    {
      const MdgRound *round = g_ptr_array_index (rounds, i);
      g_autofree char *time = mdg_format_time (round->finished_at);
      g_autofree char *score = format_score (round);
      const char *const cells[] = { time, score,
                                    round->is_passed ? C_ ("training", "Passed")
                                                     : C_ ("training", "Not Passed") };

      if (round->mode == MDG_ROUND_EXAM && round->finished_at != 0)
        mdg_sheet_add_row (sheet, cells);
    }
  mdg_sheet_end_table (sheet);
}

static void
add_attempt (MdgSheet *sheet, const MdgRound *round, const MdgAttempt *attempt, MdgGuidePack *pack)
{
  const MdgSituation *situation = mdg_guide_pack_find_situation (pack, attempt->situation);
  g_autofree char *time = mdg_format_time (attempt->at);
  g_autofree char *level = g_strdup_printf ("%u", attempt->level);
  const char *const cells[] = {
    time, mdg_training_get_mode_label (round->mode),
    situation != NULL ? mdg_guide_text_get (&situation->title) : attempt->situation, level,
    attempt->is_right ? C_ ("training", "Right") : C_ ("training", "Not Right")
  };

  mdg_sheet_add_row (sheet, cells);
}

static void
add_attempts (MdgSheet *sheet, GPtrArray *rounds, MdgGuidePack *pack)
{
  static const double widths[] = { 3, 2.2, 3.6, 1, 1.6 };
  const char *const headings[] = { C_ ("training", "When"), C_ ("training", "Round"),
                                   C_ ("training", "Case"), C_ ("training", "Level"),
                                   C_ ("training", "Result") };

  mdg_sheet_add_heading (sheet, _ ("Attempts"));
  mdg_sheet_begin_table (sheet, MDG_SHEET_TABLE_RULED, G_N_ELEMENTS (widths), widths, headings);
  for (guint i = 0; i < rounds->len; i++)
    {
      const MdgRound *round = g_ptr_array_index (rounds, i);

      for (guint j = 0; j < round->attempts->len; j++)
        if (mdg_attempt_is_decided (g_ptr_array_index (round->attempts, j)))
          add_attempt (sheet, round, g_ptr_array_index (round->attempts, j), pack);
    }
  mdg_sheet_end_table (sheet);
}

/**
 * mdg_training_record_sheet_new:
 * @pack: the pack that @summary is of
 * @name: whose record it is
 * @rounds: (element-type MdgRound): the rounds
 * @summary: what they add up to
 *
 * Makes a document of somebody's record: exams, score by case, every attempt.
 *
 * Returns: (transfer full): the record
 */
MdgSheet *
mdg_training_record_sheet_new (MdgGuidePack *pack,
                               const char *name,
                               GPtrArray *rounds,
                               const MdgTrainingSummary *summary)
{
  MdgSheet *sheet = mdg_sheet_new (_ ("Training Record"));
  g_autofree char *edition = mdg_sheet_format_edition (pack);
  g_autofree char *now = mdg_format_time (g_get_real_time () / G_USEC_PER_SEC);
  /* Translators: day and time. */
  g_autofree char *as_of = g_strdup_printf (_ ("As of %s"), now);

  mdg_sheet_set_furniture (sheet, edition, as_of, _ ("The facility’s own training"));
  mdg_sheet_add_title (sheet, mdg_sheet_get_title (sheet), name);
  add_overview (sheet, summary);
  add_exams (sheet, rounds);
  add_cases (sheet, summary);
  if (summary->n_attempts > 0)
    add_attempts (sheet, rounds, pack);

  return sheet;
}
