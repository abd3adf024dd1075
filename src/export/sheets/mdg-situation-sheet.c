/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "export/sheets/mdg-situation-sheet.h"

#include <glib/gi18n.h>

#include "export/sheets/mdg-flow-part.h"
#include "export/sheets/mdg-outcome-part.h"

/* A situation with two outcomes then fits on one page of A4 with its sources. */
#define TEXT_SCALE 0.9

static const char *
find_group_title (const MdgGuidePack *pack, const MdgSituation *situation)
{
  GPtrArray *groups = mdg_guide_pack_get_groups (pack);

  for (guint i = 0; i < groups->len; i++)
    {
      const MdgGuideGroup *group = g_ptr_array_index (groups, i);

      if (g_str_equal (group->id, situation->group))
        return mdg_guide_text_get (&group->title);
    }

  return NULL;
}

static void
add_outcome (MdgSheet *sheet, const MdgFlowPlan *plan, const MdgNode *outcome)
{
  g_autofree char *title = mdg_sheet_format_outcome_title (plan, outcome);

  mdg_sheet_begin_keep (sheet);
  mdg_sheet_add_subheading (sheet, mdg_sheet_mark_from_tone (outcome->tone), title);
  mdg_sheet_add_outcome (sheet, outcome, &plan->sources, MDG_OUTCOME_PART_FULL);
  mdg_sheet_end_keep (sheet);
}

/* Contacts and checklists help with the situation, or with some outcome of it. */
static guint
collect_contacts (const MdgFlowPlan *plan, const MdgSituation *situation)
{
  guint wanted = situation->contacts;

  for (guint i = 0; i < plan->outcomes->len; i++)
    wanted |= ((MdgNode *) g_ptr_array_index (plan->outcomes, i))->contacts;

  return wanted;
}

static void
add_checklist (MdgSheet *sheet, const MdgFlowPlan *plan, GPtrArray *ids, GPtrArray *added)
{
  for (guint i = 0; i < ids->len; i++)
    {
      const MdgChecklist *checklist =
        mdg_guide_pack_find_checklist (plan->pack, g_ptr_array_index (ids, i));

      if (checklist == NULL || !mdg_guide_basis_holds_on (&checklist->basis, plan->day) ||
          g_ptr_array_find (added, checklist, NULL))
        continue;
      if (added->len == 0)
        mdg_sheet_add_heading (sheet, _ ("Checklists"));
      g_ptr_array_add (added, (gpointer) checklist);
      mdg_sheet_add_item (sheet, "•", mdg_guide_text_get (&checklist->title),
                          mdg_guide_text_get (&checklist->line));
    }
}

static void
add_card (MdgSheet *sheet, MdgFlowPlan *plan, const MdgSituation *situation, GPtrArray *contacts)
{
  g_autofree char *as_of = mdg_sheet_format_day (plan->day);
  g_autoptr (GPtrArray) checklists = g_ptr_array_new ();

  mdg_sheet_begin_chapter (sheet, mdg_guide_text_get (&situation->title), &plan->sources,
                           plan->day);
  mdg_sheet_add_title (sheet, find_group_title (plan->pack, situation),
                       mdg_guide_text_get (&situation->title));
  mdg_sheet_add_paragraph (sheet, MDG_SHEET_NORMAL, mdg_guide_text_get (&situation->line));
  mdg_sheet_add_paragraph (sheet, MDG_SHEET_DIM, as_of);
  mdg_sheet_add_doubt (sheet, &situation->basis.doubt);
  mdg_sheet_add_answer_only (sheet, plan, situation);

  if (plan->questions->len > 0)
    mdg_sheet_add_heading (sheet, C_ ("sheet", "What to Ask"));
  for (guint i = 0; i < plan->questions->len; i++)
    mdg_sheet_add_question (sheet, plan, g_ptr_array_index (plan->questions, i));

  mdg_sheet_add_heading (sheet, _ ("What to Do"));
  for (guint i = 0; i < plan->outcomes->len; i++)
    add_outcome (sheet, plan, g_ptr_array_index (plan->outcomes, i));

  mdg_sheet_add_contacts (sheet, collect_contacts (plan, situation), contacts);
  add_checklist (sheet, plan, situation->checklists, checklists);
  for (guint i = 0; i < plan->outcomes->len; i++)
    add_checklist (sheet, plan, ((MdgNode *) g_ptr_array_index (plan->outcomes, i))->checklists,
                   checklists);
  mdg_sheet_sources_write_compact (&plan->sources, sheet);
}

/**
 * mdg_situation_sheet_new:
 * @pack: a guide pack
 * @situation: a situation of @pack that holds on @day
 * @day: the day whose rules are followed
 * @contacts: (nullable) (element-type MdgContact): the facility's own entries, in the order of
 *   #MdgContactKind
 *
 * Makes the desk card of a situation: what to ask, where each answer leads, each outcome once with all
 * that it says, the contacts and checklists that help, and the sources.
 *
 * Returns: (transfer full): the card
 */
MdgSheet *
mdg_situation_sheet_new (const MdgGuidePack *pack,
                         const MdgSituation *situation,
                         MdgDay day,
                         GPtrArray *contacts)
{
  MdgSheet *sheet = mdg_sheet_new (mdg_guide_text_get (&situation->title));
  g_auto (MdgFlowPlan) plan = { 0 };

  mdg_sheet_set_text_scale (sheet, TEXT_SCALE);
  mdg_flow_plan_init (&plan, pack, day);
  mdg_flow_plan_add (&plan, situation);
  mdg_sheet_begin_document (sheet, pack, &plan.sources, day);
  add_card (sheet, &plan, situation, contacts);

  return sheet;
}

/**
 * mdg_situation_sheet_new_all:
 * @pack: a guide pack
 * @day: the day whose rules are followed
 * @contacts: (nullable) (element-type MdgContact): the facility's own entries, in the order of
 *   #MdgContactKind
 *
 * Makes the desk cards of all situations that hold on @day in one document, each on pages of its own.
 *
 * Returns: (transfer full): the cards
 */
MdgSheet *
mdg_situation_sheet_new_all (const MdgGuidePack *pack, MdgDay day, GPtrArray *contacts)
{
  MdgSheet *sheet = mdg_sheet_new (C_ ("sheet", "Desk Cards"));
  g_autoptr (GPtrArray) situations = mdg_guide_pack_list_situations (pack, day);
  g_autofree char *edition = mdg_sheet_format_edition (pack);

  mdg_sheet_set_text_scale (sheet, TEXT_SCALE);
  mdg_sheet_set_furniture (sheet, edition, NULL, NULL);
  for (guint i = 0; i < situations->len; i++)
    {
      const MdgSituation *situation = g_ptr_array_index (situations, i);
      g_auto (MdgFlowPlan) plan = { 0 };

      mdg_flow_plan_init (&plan, pack, day);
      mdg_flow_plan_add (&plan, situation);
      add_card (sheet, &plan, situation, contacts);
    }

  return sheet;
}
