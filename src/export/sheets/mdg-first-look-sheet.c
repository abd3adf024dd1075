/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "export/sheets/mdg-first-look-sheet.h"

#include <glib/gi18n.h>

#include "draw/mdg-paper.h"
#include "draw/mdg-sheet-layout.h"
#include "export/sheets/mdg-flow-part.h"
#include "export/sheets/mdg-outcome-part.h"

#define N_PAGES 2
/* The size of texts that the two pages are tried with, from the largest down. */
#define LARGEST 1.0
#define SMALLEST 0.66
#define N_TRIES 7

static void
add_situation (MdgSheet *sheet,
               const MdgFlowPlan *plan,
               const MdgSituation *situation,
               GPtrArray *written)
{
  g_autoptr (GPtrArray) questions = mdg_flow_plan_list_questions (plan, situation);
  g_autofree char *title =
    situation->share != NULL
      /* Translators: a situation, and the share of facilities that had it. */
      ? g_strdup_printf (C_ ("sheet", "%s (%s%%)"), mdg_guide_text_get (&situation->title),
                         situation->share)
      : g_strdup (mdg_guide_text_get (&situation->title));

  mdg_sheet_add_heading (sheet, title);
  mdg_sheet_add_paragraph (sheet, MDG_SHEET_SMALL, mdg_guide_text_get (&situation->line));
  mdg_sheet_add_doubt (sheet, &situation->basis.doubt);
  mdg_sheet_add_answer_only (sheet, plan, situation);
  for (guint i = 0; i < questions->len; i++)
    {
      const MdgNode *question = g_ptr_array_index (questions, i);

      if (g_ptr_array_find (written, question, NULL))
        {
          g_autofree char *ref = mdg_flow_plan_format_ref (plan, question);
          /* Translators: the number of a question that stands elsewhere on the sheet. */
          g_autofree char *text = g_strdup_printf (C_ ("sheet", "→ %s, see above"), ref);

          mdg_sheet_add_paragraph (sheet, MDG_SHEET_STRONG, text);
          continue;
        }
      g_ptr_array_add (written, (gpointer) question);
      mdg_sheet_add_question_compact (sheet, plan, question);
    }
}

static MdgSheet *
create (const MdgFlowPlan *plan, GPtrArray *situations, double scale)
{
  MdgSheet *sheet = mdg_sheet_new (C_ ("sheet", "First Look at the Desk"));
  g_autofree char *as_of = mdg_sheet_format_day (plan->day);
  g_autoptr (GPtrArray) written = g_ptr_array_new ();

  mdg_sheet_set_text_scale (sheet, scale);
  mdg_sheet_set_dense (sheet, TRUE);
  mdg_sheet_begin_document (sheet, plan->pack, &plan->sources, plan->day);
  mdg_sheet_add_title (sheet, as_of, mdg_sheet_get_title (sheet));
  mdg_sheet_begin_columns (sheet, 2);
  for (guint i = 0; i < situations->len; i++)
    add_situation (sheet, plan, g_ptr_array_index (situations, i), written);

  mdg_sheet_add_heading (sheet, _ ("What to Do"));
  for (guint i = 0; i < plan->outcomes->len; i++)
    {
      const MdgNode *outcome = g_ptr_array_index (plan->outcomes, i);
      g_autofree char *title = mdg_sheet_format_outcome_title (plan, outcome);

      mdg_sheet_add_subheading (sheet, mdg_sheet_mark_from_tone (outcome->tone), title);
      mdg_sheet_add_outcome (sheet, outcome, &plan->sources, MDG_OUTCOME_PART_COMPACT);
    }
  mdg_sheet_sources_write_compact (&plan->sources, sheet);

  return sheet;
}

static guint
count_pages (MdgSheet *sheet)
{
  g_autoptr (MdgSheetLayout) layout = NULL;
  double width, height;

  mdg_paper_get_size (MDG_PAPER_A4, &width, &height);
  layout = mdg_sheet_layout_new (sheet, width, height);

  return mdg_sheet_layout_get_n_pages (layout);
}

/**
 * mdg_first_look_sheet_new:
 * @pack: a guide pack
 * @day: the day whose rules are followed
 *
 * Makes a sheet with the whole flow of the first situations of @pack, which are the most frequent
 * ones: what to ask, and every outcome once. Its texts are as large as two pages of A4 allow, both
 * sides of one sheet; on A5 it takes more pages.
 *
 * Returns: (transfer full): the sheet
 */
MdgSheet *
mdg_first_look_sheet_new (const MdgGuidePack *pack, MdgDay day)
{
  g_autoptr (GPtrArray) situations = mdg_guide_pack_list_situations (pack, day);
  g_auto (MdgFlowPlan) plan = { 0 };
  MdgSheet *sheet = NULL;
  double low = SMALLEST;
  double high = LARGEST;
  guint n_tries = N_TRIES;

  g_ptr_array_set_size (situations, (gint) MIN (situations->len, MDG_FIRST_LOOK_SITUATIONS));
  mdg_flow_plan_init (&plan, pack, day);
  for (guint i = 0; i < situations->len; i++)
    mdg_flow_plan_add (&plan, g_ptr_array_index (situations, i));

  while (n_tries-- > 0 && high - low > 0.005)
    {
      double scale = sheet == NULL ? low : (low + high) / 2;
      MdgSheet *tried = create (&plan, situations, scale);

      /* What does not fit in the smallest size either stands on more pages. */
      if (sheet == NULL || count_pages (tried) <= N_PAGES)
        {
          g_clear_pointer (&sheet, mdg_sheet_unref);
          sheet = tried;
          low = scale;
          continue;
        }
      mdg_sheet_unref (tried);
      high = scale;
    }

  return sheet;
}
