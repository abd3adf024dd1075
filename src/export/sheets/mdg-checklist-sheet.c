/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "export/sheets/mdg-checklist-sheet.h"

#include <glib/gi18n.h>

#include "export/sheets/mdg-outcome-part.h"

/* Lines for what the list does not foresee. */
#define N_NOTE_LINES 3

static void
collect_sources (MdgSheetSources *sources, const MdgChecklist *checklist, MdgDay day)
{
  mdg_sheet_sources_init (sources);
  mdg_sheet_sources_add (sources, &checklist->basis);
  for (guint i = 0; i < checklist->items->len; i++)
    {
      const MdgChecklistItem *item = g_ptr_array_index (checklist->items, i);

      if (mdg_guide_basis_holds_on (&item->basis, day))
        mdg_sheet_sources_add (sources, &item->basis);
    }
}

static void
add_list (MdgSheet *sheet, const MdgChecklist *checklist, MdgDay day)
{
  static const double widths[] = { 1, 1 };
  g_auto (MdgSheetSources) sources = { 0 };
  g_autofree char *as_of = mdg_sheet_format_day (day);
  /* Translators: what is written by hand on a printed checklist. */
  const char *const filled[] = { C_ ("sheet", "Day:"), C_ ("sheet", "Who:") };

  collect_sources (&sources, checklist, day);
  mdg_sheet_begin_chapter (sheet, mdg_guide_text_get (&checklist->title), &sources, day);
  mdg_sheet_add_title (sheet, C_ ("sheet", "Checklist"), mdg_guide_text_get (&checklist->title));
  mdg_sheet_add_paragraph (sheet, MDG_SHEET_NORMAL, mdg_guide_text_get (&checklist->line));
  mdg_sheet_add_paragraph (sheet, MDG_SHEET_DIM, as_of);
  mdg_sheet_add_doubt (sheet, &checklist->basis.doubt);
  mdg_sheet_begin_table (sheet, MDG_SHEET_TABLE_FORM, G_N_ELEMENTS (widths), widths, NULL);
  mdg_sheet_add_row (sheet, filled);
  mdg_sheet_end_table (sheet);

  for (guint i = 0; i < checklist->items->len; i++)
    {
      const MdgChecklistItem *item = g_ptr_array_index (checklist->items, i);
      const char *help = mdg_guide_text_get (&item->help);
      const char *doubt = mdg_guide_text_get (&item->basis.doubt);
      g_autoptr (GString) detail = g_string_new (help);
      g_autofree char *basis = mdg_sheet_sources_format_basis (&sources, &item->basis);

      if (!mdg_guide_basis_holds_on (&item->basis, day))
        continue;
      if (doubt != NULL)
        {
          g_string_append (detail, detail->len > 0 ? "\n" : "");
          g_string_append_printf (detail, C_ ("sheet", "Not certain: %s"), doubt);
        }
      g_string_append_printf (detail, "%s%s", detail->len > 0 ? "\n" : "", basis);
      /* Translators: who did it and when is written by hand beside this, on two lines. */
      mdg_sheet_add_check (sheet, MDG_SHEET_MARK_OPEN, mdg_guide_text_get (&item->text),
                           detail->str, C_ ("sheet", "Who:\nWhen:"));
    }

  mdg_sheet_begin_keep (sheet);
  mdg_sheet_add_subheading (sheet, MDG_SHEET_MARK_NONE, C_ ("sheet", "Note"));
  mdg_sheet_add_lines (sheet, N_NOTE_LINES);
  mdg_sheet_end_keep (sheet);
  mdg_sheet_sources_write (&sources, sheet);
}

/**
 * mdg_checklist_sheet_new:
 * @pack: the pack that @checklist is shown from
 * @checklist: a checklist
 * @day: the day whose rules are followed
 *
 * Makes a blank checklist, to be filled in by hand.
 *
 * Returns: (transfer full): the checklist
 */
MdgSheet *
mdg_checklist_sheet_new (const MdgGuidePack *pack, const MdgChecklist *checklist, MdgDay day)
{
  MdgSheet *sheet = mdg_sheet_new (mdg_guide_text_get (&checklist->title));
  g_autofree char *edition =
    mdg_sheet_format_edition (checklist->pack != NULL ? checklist->pack : pack);

  mdg_sheet_set_furniture (sheet, edition, NULL, NULL);
  add_list (sheet, checklist, day);

  return sheet;
}

/**
 * mdg_checklist_sheet_new_all:
 * @pack: a guide pack
 * @day: the day whose rules are followed
 *
 * Makes all checklists that hold on @day as blank ones in one document, each on pages of its own.
 *
 * Returns: (transfer full): the checklists
 */
MdgSheet *
mdg_checklist_sheet_new_all (const MdgGuidePack *pack, MdgDay day)
{
  MdgSheet *sheet = mdg_sheet_new (_ ("Checklists"));
  g_autoptr (GPtrArray) checklists = mdg_guide_pack_list_checklists (pack, day);
  g_autofree char *edition = mdg_sheet_format_edition (pack);

  mdg_sheet_set_furniture (sheet, edition, NULL, NULL);
  for (guint i = 0; i < checklists->len; i++)
    add_list (sheet, g_ptr_array_index (checklists, i), day);

  return sheet;
}
