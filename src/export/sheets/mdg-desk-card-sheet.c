/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "export/sheets/mdg-desk-card-sheet.h"

#include <glib/gi18n.h>

#include "export/sheets/mdg-outcome-part.h"

/* The answers that led here, so that whoever reads the card can tell whether it is theirs. */
static void
add_path (MdgSheet *sheet, MdgGuideWalk *walk)
{
  guint n = mdg_guide_walk_get_n_choices (walk);

  for (guint i = 0; i < n; i++)
    {
      const MdgChoice *choice;
      const MdgNode *question = mdg_guide_walk_get_step (walk, i, &choice);
      g_autofree char *number = g_strdup_printf ("%u.", i + 1);
      const char *detail = mdg_guide_text_get (&choice->detail);
      /* Translators: a question, and the answer to it. */
      g_autofree char *text =
        g_strdup_printf (C_ ("sheet", "%s → %s"), mdg_guide_text_get (&question->text),
                         mdg_guide_text_get (&choice->text));

      mdg_sheet_add_item (sheet, number, text, detail);
    }
}

static void
add_checklists (MdgSheet *sheet, MdgGuideWalk *walk)
{
  const MdgGuidePack *pack = mdg_guide_walk_get_pack (walk);
  GPtrArray *lists[] = { mdg_guide_walk_get_node (walk)->checklists,
                         mdg_guide_walk_get_situation (walk)->checklists };
  g_autoptr (GPtrArray) added = g_ptr_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    for (guint j = 0; j < lists[i]->len; j++)
      {
        const MdgChecklist *checklist =
          mdg_guide_pack_find_checklist (pack, g_ptr_array_index (lists[i], j));

        if (checklist == NULL ||
            !mdg_guide_basis_holds_on (&checklist->basis, mdg_guide_walk_get_day (walk)) ||
            g_ptr_array_find (added, checklist, NULL))
          continue;
        if (added->len == 0)
          mdg_sheet_add_heading (sheet, _ ("Checklists"));
        g_ptr_array_add (added, (gpointer) checklist);
        mdg_sheet_add_item (sheet, "•", mdg_guide_text_get (&checklist->title),
                            mdg_guide_text_get (&checklist->line));
      }
}

/* What is uncertain about the outcome itself stands with it. */
static void
add_doubts (MdgSheet *sheet, MdgGuideWalk *walk)
{
  const MdgNode *outcome = mdg_guide_walk_get_node (walk);
  g_autoptr (GPtrArray) doubts = mdg_guide_walk_list_doubts (walk);

  for (guint i = 0; i < doubts->len; i++)
    {
      const MdgGuideText *doubt = g_ptr_array_index (doubts, i);

      if (g_strcmp0 (mdg_guide_text_get (doubt), mdg_guide_text_get (&outcome->basis.doubt)) != 0)
        mdg_sheet_add_doubt (sheet, doubt);
    }
}

/**
 * mdg_desk_card_sheet_new:
 * @walk: a walk that has reached an outcome
 * @contacts: (nullable) (element-type MdgContact): the facility's own entries, in the order of
 *   #MdgContactKind
 *
 * Makes the desk card of an outcome as it was reached: the answers that led there, all that it says,
 * what is uncertain about any of it, the contacts and checklists that help, and its sources.
 *
 * Returns: (transfer full): the card
 */
MdgSheet *
mdg_desk_card_sheet_new (MdgGuideWalk *walk, GPtrArray *contacts)
{
  const MdgNode *outcome = mdg_guide_walk_get_node (walk);
  const MdgSituation *situation = mdg_guide_walk_get_situation (walk);
  MdgDay day = mdg_guide_walk_get_day (walk);
  g_auto (MdgSheetSources) sources = { 0 };
  g_autofree char *as_of = mdg_sheet_format_day (day);
  MdgSheet *sheet;

  g_return_val_if_fail (outcome != NULL && outcome->type == MDG_NODE_OUTCOME, NULL);

  sheet = mdg_sheet_new (mdg_guide_text_get (&outcome->text));
  mdg_sheet_sources_init (&sources);
  mdg_sheet_sources_add (&sources, &outcome->basis);
  mdg_sheet_sources_add (&sources, &situation->basis);
  for (guint i = 0; i < mdg_guide_walk_get_n_choices (walk); i++)
    mdg_sheet_sources_add (&sources, &mdg_guide_walk_get_step (walk, i, NULL)->basis);
  mdg_sheet_begin_document (sheet, mdg_guide_walk_get_pack (walk), &sources, day);

  mdg_sheet_add_title (sheet, C_ ("sheet", "Desk Card"), mdg_guide_text_get (&situation->title));
  mdg_sheet_add_paragraph (sheet, MDG_SHEET_DIM, as_of);
  add_path (sheet, walk);
  mdg_sheet_add_subheading (sheet, mdg_sheet_mark_from_tone (outcome->tone),
                            mdg_guide_text_get (&outcome->text));
  mdg_sheet_add_outcome (sheet, outcome, &sources, MDG_OUTCOME_PART_FULL);
  add_doubts (sheet, walk);
  mdg_sheet_add_contacts (sheet, outcome->contacts | situation->contacts, contacts);
  add_checklists (sheet, walk);
  mdg_sheet_sources_write (&sources, sheet);

  return sheet;
}
