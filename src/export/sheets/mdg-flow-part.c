/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "export/sheets/mdg-flow-part.h"

#include <glib/gi18n.h>

#include "export/sheets/mdg-outcome-part.h"

static char *
format_target (const MdgFlowPlan *plan, const char *id)
{
  const MdgNode *node = mdg_guide_pack_resolve (plan->pack, id, plan->day);
  g_autofree char *ref = mdg_flow_plan_format_ref (plan, node);

  /* Translators: the number of the next question, as in "→ Q2". */
  if (node->type == MDG_NODE_QUESTION)
    return g_strdup_printf (C_ ("sheet", "→ %s"), ref);

  /* Translators: the letter of an outcome, and its title. */
  return g_strdup_printf (C_ ("sheet", "→ %s: %s"), ref, mdg_guide_text_get (&node->text));
}

/**
 * mdg_sheet_add_question_compact:
 * @sheet: a sheet
 * @plan: the steps of the document
 * @question: a question of @plan
 *
 * Writes a question as mdg_sheet_add_question() does, in as little room as possible.
 */
void
mdg_sheet_add_question_compact (MdgSheet *sheet, const MdgFlowPlan *plan, const MdgNode *question)
{
  static const double widths[] = { 1.25, 1 };
  g_autofree char *ref = mdg_flow_plan_format_ref (plan, question);
  const char *const labels[] = { ref };
  const char *help = mdg_guide_text_get (&question->help);
  g_autofree char *text = help != NULL
                            ? g_strdup_printf ("%s %s", mdg_guide_text_get (&question->text), help)
                            : g_strdup (mdg_guide_text_get (&question->text));
  const char *const texts[] = { text };

  mdg_sheet_begin_keep (sheet);
  mdg_sheet_add_runs (sheet, 1, labels, texts);
  mdg_sheet_begin_table (sheet, MDG_SHEET_TABLE_RULED, G_N_ELEMENTS (widths), widths, NULL);
  for (guint i = 0; i < question->choices->len; i++)
    {
      const MdgChoice *choice = g_ptr_array_index (question->choices, i);
      const char *detail = mdg_guide_text_get (&choice->detail);
      g_autofree char *answer =
        detail != NULL
          /* Translators: an answer, and what it means. */
          ? g_strdup_printf (C_ ("sheet", "%s (%s)"), mdg_guide_text_get (&choice->text), detail)
          : g_strdup (mdg_guide_text_get (&choice->text));
      g_autofree char *target = format_target (plan, choice->next);
      const char *const cells[] = { answer, target };

      mdg_sheet_add_row (sheet, cells);
    }
  mdg_sheet_end_table (sheet);
  mdg_sheet_add_doubt (sheet, &question->basis.doubt);
  mdg_sheet_end_keep (sheet);
}

/**
 * mdg_sheet_add_question:
 * @sheet: a sheet
 * @plan: the steps of the document
 * @question: a question of @plan
 *
 * Writes a question, how to find the answer, and where each answer leads.
 */
void
mdg_sheet_add_question (MdgSheet *sheet, const MdgFlowPlan *plan, const MdgNode *question)
{
  static const double widths[] = { 1, 1 };
  g_autofree char *ref = mdg_flow_plan_format_ref (plan, question);
  /* Translators: the number of a question, and the question. */
  g_autofree char *title =
    g_strdup_printf (C_ ("sheet", "%s  %s"), ref, mdg_guide_text_get (&question->text));

  mdg_sheet_begin_keep (sheet);
  mdg_sheet_add_subheading (sheet, MDG_SHEET_MARK_NONE, title);
  mdg_sheet_add_paragraph (sheet, MDG_SHEET_SMALL, mdg_guide_text_get (&question->help));
  mdg_sheet_begin_table (sheet, MDG_SHEET_TABLE_RULED, G_N_ELEMENTS (widths), widths, NULL);
  for (guint i = 0; i < question->choices->len; i++)
    {
      const MdgChoice *choice = g_ptr_array_index (question->choices, i);
      const char *detail = mdg_guide_text_get (&choice->detail);
      g_autofree char *answer =
        detail != NULL ? g_strdup_printf ("%s\n%s", mdg_guide_text_get (&choice->text), detail)
                       : g_strdup (mdg_guide_text_get (&choice->text));
      g_autofree char *target = format_target (plan, choice->next);
      const char *const cells[] = { answer, target };

      mdg_sheet_add_row (sheet, cells);
    }
  mdg_sheet_end_table (sheet);
  mdg_sheet_add_doubt (sheet, &question->basis.doubt);
  mdg_sheet_end_keep (sheet);
}

/**
 * mdg_sheet_add_answer_only:
 * @sheet: a sheet
 * @plan: the steps of the document
 * @situation: a situation
 *
 * Says which outcome @situation leads to, if nothing is asked.
 */
void
mdg_sheet_add_answer_only (MdgSheet *sheet, const MdgFlowPlan *plan, const MdgSituation *situation)
{
  const MdgNode *node = mdg_guide_pack_resolve (plan->pack, situation->start, plan->day);
  g_autofree char *target = NULL;

  if (node == NULL || node->type != MDG_NODE_OUTCOME)
    return;
  target = format_target (plan, situation->start);
  mdg_sheet_add_paragraph (sheet, MDG_SHEET_NORMAL, target);
}

/**
 * mdg_sheet_format_outcome_title:
 * @plan: the steps of the document
 * @outcome: an outcome of @plan
 *
 * Returns: (transfer full): its letter and its title
 */
char *
mdg_sheet_format_outcome_title (const MdgFlowPlan *plan, const MdgNode *outcome)
{
  g_autofree char *ref = mdg_flow_plan_format_ref (plan, outcome);

  return g_strdup_printf (C_ ("sheet", "%s  %s"), ref, mdg_guide_text_get (&outcome->text));
}
