/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "export/sheets/mdg-drills-sheet.h"

#include <glib/gi18n.h>

#include "export/sheets/mdg-outcome-part.h"

static GPtrArray *
list_drills (const MdgGuidePack *pack, MdgDay day, GPtrArray *wanted)
{
  GPtrArray *all = wanted != NULL ? wanted : mdg_guide_pack_get_drills (pack);
  GPtrArray *drills = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    if (mdg_drill_holds_on (g_ptr_array_index (all, i), pack, day))
      g_ptr_array_add (drills, g_ptr_array_index (all, i));

  return drills;
}

static char *
format_title (const MdgDrill *drill, guint number)
{
  /* Translators: number and level of a drill. */
  return g_strdup_printf (C_ ("drill", "Drill %u (level %u)"), number, drill->level);
}

static void
add_question (MdgSheet *sheet, const MdgDrill *drill, guint number)
{
  g_autofree char *title = format_title (drill, number);

  mdg_sheet_begin_keep (sheet);
  mdg_sheet_add_subheading (sheet, MDG_SHEET_MARK_NONE, title);
  mdg_sheet_add_field (sheet, C_ ("drill", "Age"), mdg_guide_text_get (&drill->age));
  mdg_sheet_add_field (sheet, C_ ("drill", "Visit"), mdg_guide_text_get (&drill->visit));
  mdg_sheet_add_field (sheet, C_ ("drill", "Brought"), mdg_guide_text_get (&drill->brought));
  mdg_sheet_add_field (sheet, C_ ("drill", "The reader shows"), mdg_guide_text_get (&drill->shows));
  mdg_sheet_add_paragraph (sheet, MDG_SHEET_SMALL,
                           C_ ("drill", "Which situation is it, what do you ask, what do you do?"));
  mdg_sheet_add_lines (sheet, 2);
  mdg_sheet_end_keep (sheet);
}

static char *
format_path (const MdgDrill *drill, const MdgGuidePack *pack, MdgDay day)
{
  const MdgSituation *situation = mdg_guide_pack_find_situation (pack, drill->situation);
  GString *path = g_string_new (mdg_guide_text_get (&situation->title));

  for (guint i = 0; i < drill->path->len; i++)
    {
      const MdgNode *question = mdg_drill_get_step (drill, pack, day, i);
      const MdgChoice *choice =
        question != NULL ? mdg_node_find_choice (question, g_ptr_array_index (drill->path, i))
                         : NULL;

      if (choice != NULL)
        g_string_append_printf (path, " → %s", mdg_guide_text_get (&choice->text));
    }

  return g_string_free_and_steal (path);
}

static void
add_answer (MdgSheet *sheet,
            const MdgDrill *drill,
            const MdgGuidePack *pack,
            MdgDay day,
            const MdgSheetSources *sources,
            guint number)
{
  const MdgNode *outcome = mdg_guide_pack_resolve (pack, drill->outcome, day);
  g_autofree char *title = format_title (drill, number);
  g_autofree char *path = format_path (drill, pack, day);
  g_autofree char *basis = mdg_sheet_sources_format_basis (sources, &drill->basis);

  mdg_sheet_begin_keep (sheet);
  mdg_sheet_add_subheading (sheet, mdg_sheet_mark_from_tone (outcome->tone), title);
  mdg_sheet_add_field (sheet, C_ ("drill", "Way"), path);
  mdg_sheet_add_field (sheet, C_ ("drill", "Outcome"), mdg_guide_text_get (&outcome->text));
  mdg_sheet_add_field (sheet, C_ ("drill", "Why"), mdg_guide_text_get (&drill->why));
  mdg_sheet_add_doubt (sheet, &drill->basis.doubt);
  mdg_sheet_add_paragraph (sheet, MDG_SHEET_DIM, basis);
  mdg_sheet_end_keep (sheet);
}

/**
 * mdg_drills_sheet_new:
 * @pack: a guide pack
 * @day: the day whose rules are followed
 * @drills: (nullable) (element-type MdgDrill): the drills to print, in this order, or %NULL for all of
 *   @pack
 *
 * Makes training sheets: the drills that hold on @day with room for the answers, and on pages of
 * their own at the end what is right, why, and where that is said.
 *
 * Returns: (transfer full): the sheets
 */
MdgSheet *
mdg_drills_sheet_new (const MdgGuidePack *pack, MdgDay day, GPtrArray *drills)
{
  MdgSheet *sheet = mdg_sheet_new (C_ ("sheet", "Training Sheets"));
  static const double widths[] = { 1, 1, 1 };
  g_autoptr (GPtrArray) listed = list_drills (pack, day, drills);
  g_auto (MdgSheetSources) sources = { 0 };
  g_autofree char *as_of = mdg_sheet_format_day (day);
  const char *const filled[] = { C_ ("drill", "Name:"), C_ ("drill", "Day:"),
                                 C_ ("drill", "Right:") };

  mdg_sheet_sources_init (&sources);
  for (guint i = 0; i < listed->len; i++)
    mdg_sheet_sources_add (&sources, &((MdgDrill *) g_ptr_array_index (listed, i))->basis);
  mdg_sheet_begin_document (sheet, pack, &sources, day);

  mdg_sheet_begin_chapter (sheet, mdg_sheet_get_title (sheet), &sources, day);
  mdg_sheet_add_title (sheet, as_of, mdg_sheet_get_title (sheet));
  mdg_sheet_begin_table (sheet, MDG_SHEET_TABLE_FORM, G_N_ELEMENTS (widths), widths, NULL);
  mdg_sheet_add_row (sheet, filled);
  mdg_sheet_end_table (sheet);
  mdg_sheet_begin_columns (sheet, 2);
  for (guint i = 0; i < listed->len; i++)
    add_question (sheet, g_ptr_array_index (listed, i), i + 1);

  mdg_sheet_begin_chapter (sheet, C_ ("drill", "Answers"), &sources, day);
  mdg_sheet_add_title (sheet, mdg_sheet_get_title (sheet), C_ ("drill", "Answers"));
  mdg_sheet_begin_columns (sheet, 2);
  for (guint i = 0; i < listed->len; i++)
    add_answer (sheet, g_ptr_array_index (listed, i), pack, day, &sources, i + 1);
  mdg_sheet_begin_columns (sheet, 1);
  mdg_sheet_sources_write (&sources, sheet);

  return sheet;
}
