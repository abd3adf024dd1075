/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "export/sheets/mdg-run-sheet.h"

#include <glib/gi18n.h>

#include "core/mdg-format.h"
#include "export/sheets/mdg-sheet-sources.h"

static const struct
{
  MdgSheetMark mark;
  const char *label;
} states[] = {
  [MDG_ITEM_OPEN] = { MDG_SHEET_MARK_OPEN, NC_ ("sheet item", "Open") },
  [MDG_ITEM_DONE] = { MDG_SHEET_MARK_DONE, NC_ ("sheet item", "Done") },
  [MDG_ITEM_NOT_APPLICABLE] = { MDG_SHEET_MARK_NOT_APPLICABLE,
                                NC_ ("sheet item", "Not applicable") },
};

static void
append_line (GString *text, const char *line)
{
  if (line != NULL && *line != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", line);
}

static void
add_item (MdgSheet *sheet, const char *title, gboolean is_own, const MdgRunItem *record)
{
  MdgItemState state = record != NULL ? record->state : MDG_ITEM_OPEN;
  g_autoptr (GString) detail = g_string_new (NULL);
  g_autoptr (GString) aside = g_string_new (NULL);

  append_line (aside, g_dpgettext2 (NULL, "sheet item", states[state].label));
  if (is_own)
    append_line (detail, C_ ("sheet", "The facility’s own item"));
  if (record != NULL)
    {
      g_autofree char *when = mdg_format_time (record->touched_at);
      g_autofree char *reason = *record->reason != '\0'
                                  ? g_strdup_printf (C_ ("sheet", "Reason: %s"), record->reason)
                                  : NULL;

      append_line (detail, reason);
      append_line (detail, record->note);
      append_line (aside, record->who);
      append_line (aside, when);
    }
  mdg_sheet_add_check (sheet, states[state].mark, title, detail->str, aside->str);
}

static guint
count_handled (const MdgChecklist *checklist, const MdgRun *run)
{
  guint n_handled = 0;

  for (guint i = 0; i < checklist->items->len; i++)
    {
      const MdgChecklistItem *item = g_ptr_array_index (checklist->items, i);
      const MdgRunItem *record = mdg_run_find_item (run, item->id);

      if (record != NULL && record->state != MDG_ITEM_OPEN)
        n_handled++;
    }

  return n_handled;
}

static void
add_dates (MdgSheet *sheet, const MdgChecklist *checklist, const MdgRun *run)
{
  g_autofree char *begun = mdg_format_time (run->started_at);
  g_autofree char *finished = run->finished_at != 0 ? mdg_format_time (run->finished_at)
                                                    : g_strdup (C_ ("sheet", "Not finished"));
  g_autofree char *handled =
    g_strdup_printf (_ ("%u of %u"), count_handled (checklist, run), checklist->items->len);

  mdg_sheet_add_field (sheet, C_ ("sheet", "Begun"), begun);
  mdg_sheet_add_field (sheet, C_ ("sheet", "Finished"), finished);
  mdg_sheet_add_field (sheet, C_ ("sheet", "Handled"), handled);
}

/* What was recorded of items that the list has no longer is not left out. */
static void
add_old_items (MdgSheet *sheet, const MdgChecklist *checklist, const MdgRun *run)
{
  gboolean has_heading = FALSE;

  for (guint i = 0; i < run->items->len; i++)
    {
      const MdgRunItem *record = g_ptr_array_index (run->items, i);

      if (mdg_checklist_find_item (checklist, record->item_id) != NULL)
        continue;
      if (!has_heading)
        mdg_sheet_add_heading (sheet, C_ ("sheet", "Items of an Earlier Version"));
      has_heading = TRUE;
      add_item (sheet, record->item_id, FALSE, record);
    }
}

/**
 * mdg_run_sheet_new:
 * @pack: the pack that @checklist is shown from
 * @checklist: a checklist
 * @run: a run of it
 *
 * Makes a filled checklist: the state of every item, who handled it, when, and what was noted.
 *
 * Returns: (transfer full): the checklist
 */
MdgSheet *
mdg_run_sheet_new (const MdgGuidePack *pack, const MdgChecklist *checklist, const MdgRun *run)
{
  const MdgGuidePack *origin = checklist->pack != NULL ? checklist->pack : pack;
  MdgSheet *sheet = mdg_sheet_new (mdg_guide_text_get (&checklist->title));
  g_auto (MdgSheetSources) sources = { 0 };
  g_autofree char *begun = mdg_format_time (run->started_at);
  g_autofree char *validity = NULL;
  g_autofree char *source = NULL;
  const char *title = mdg_guide_text_get (mdg_guide_pack_get_title (origin));
  /* A checklist of the facility's own has no version. */
  g_autofree char *edition =
    *run->template_version == '\0'
      ? g_strdup (title)
      /* Translators: title of a guide pack, and its version when the run was begun. */
      : g_strdup_printf (C_ ("sheet", "%s, version %s"), title, run->template_version);

  mdg_sheet_sources_init (&sources);
  mdg_sheet_sources_add (&sources, &checklist->basis);
  for (guint i = 0; i < checklist->items->len; i++)
    mdg_sheet_sources_add (&sources,
                           &((MdgChecklistItem *) g_ptr_array_index (checklist->items, i))->basis);
  source = mdg_sheet_sources_format_line (&sources);
  /* Translators: day and time. */
  validity = g_strdup_printf (C_ ("sheet", "Run begun %s"), begun);
  mdg_sheet_set_furniture (sheet, edition, validity, source);

  mdg_sheet_add_title (sheet, C_ ("sheet", "Checklist"), mdg_guide_text_get (&checklist->title));
  add_dates (sheet, checklist, run);
  for (guint i = 0; i < checklist->items->len; i++)
    {
      const MdgChecklistItem *item = g_ptr_array_index (checklist->items, i);

      add_item (sheet, mdg_guide_text_get (&item->text), item->is_own,
                mdg_run_find_item (run, item->id));
    }
  add_old_items (sheet, checklist, run);
  mdg_sheet_sources_write (&sources, sheet);

  return sheet;
}

static char *
describe_event (const MdgRunEvent *event, const MdgChecklist *checklist)
{
  const MdgChecklistItem *item = mdg_checklist_find_item (checklist, event->item_id);

  switch (event->kind)
    {
    case MDG_RUN_STARTED:
      return g_strdup (C_ ("sheet", "Begun"));
    case MDG_RUN_FINISHED:
      return g_strdup (C_ ("sheet", "Finished"));
    case MDG_RUN_REOPENED:
      return g_strdup (C_ ("sheet", "Reopened"));
    case MDG_RUN_TOUCHED:
    default:
      /* Translators: the state of an item of a checklist, and what the item says. */
      return g_strdup_printf (C_ ("sheet", "%s: %s"),
                              g_dpgettext2 (NULL, "sheet item", states[event->state].label),
                              item != NULL ? mdg_guide_text_get (&item->text) : event->item_id);
    }
}

/**
 * mdg_run_sheet_add_history:
 * @sheet: what mdg_run_sheet_new() made
 * @checklist: the checklist of the run
 * @events: (element-type MdgRunEvent): what happened to the run, in that order
 *
 * Adds everything that happened to the run, with when, who and why.
 */
void
mdg_run_sheet_add_history (MdgSheet *sheet, const MdgChecklist *checklist, GPtrArray *events)
{
  static const double widths[] = { 3, 5, 2, 4 };
  const char *const headings[] = { C_ ("sheet", "When"), C_ ("sheet", "What"), C_ ("sheet", "Who"),
                                   C_ ("sheet", "Reason or note") };

  if (events->len == 0)
    return;

  mdg_sheet_add_heading (sheet, C_ ("sheet", "History"));
  mdg_sheet_begin_table (sheet, MDG_SHEET_TABLE_RULED, G_N_ELEMENTS (widths), widths, headings);
  for (guint i = 0; i < events->len; i++)
    {
      const MdgRunEvent *event = g_ptr_array_index (events, i);
      g_autofree char *when = mdg_format_time (event->at);
      g_autofree char *what = describe_event (event, checklist);
      g_autoptr (GString) words = g_string_new (event->reason);

      append_line (words, event->note);
      mdg_sheet_add_row (sheet, (const char *const[]) { when, what, event->who, words->str });
    }
  mdg_sheet_end_table (sheet);
}
