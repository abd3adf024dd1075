/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "export/mdg-export-runs.h"

#include "core/mdg-csv.h"

static const char *const states[] = {
  [MDG_ITEM_OPEN] = "open",
  [MDG_ITEM_DONE] = "done",
  [MDG_ITEM_NOT_APPLICABLE] = "not_applicable",
};

static void
append (GString *csv, const char *text)
{
  g_string_append_c (csv, ',');
  mdg_csv_append (csv, text != NULL ? text : "");
}

/* Where the program runs, in a form that spreadsheets know. */
static void
append_time (GString *csv, gint64 time)
{
  g_autoptr (GDateTime) date = time != 0 ? g_date_time_new_from_unix_local (time) : NULL;
  g_autofree char *text = date != NULL ? g_date_time_format (date, "%Y-%m-%d %H:%M:%S") : NULL;

  append (csv, text);
}

static void
append_row (GString *csv,
            const MdgRun *run,
            const MdgChecklist *checklist,
            const char *item,
            gboolean is_own,
            const MdgRunItem *record)
{
  g_string_append_printf (csv, "%lld", (long long) run->id);
  append (csv, checklist != NULL ? mdg_guide_text_get (&checklist->title) : run->checklist_id);
  append (csv, run->template_version);
  append_time (csv, run->started_at);
  append_time (csv, run->finished_at);
  append (csv, item);
  append (csv, states[record != NULL ? record->state : MDG_ITEM_OPEN]);
  append (csv, record != NULL ? record->reason : NULL);
  append (csv, record != NULL ? record->who : NULL);
  append_time (csv, record != NULL ? record->touched_at : 0);
  append (csv, record != NULL ? record->note : NULL);
  append (csv, is_own ? "1" : "0");
  g_string_append_c (csv, '\n');
}

/**
 * mdg_export_runs_append:
 * @csv: where to write, below %MDG_EXPORT_RUNS_HEADER
 * @run: a run
 * @checklist: (nullable): its checklist
 *
 * Writes a run as CSV, one row for each item: first those of the checklist in its order, then those
 * that were noted and are not in it. Texts are in the language of the screen, states are the words
 * "open", "done" and "not_applicable", times are local, and own is 1 for the facility's own items.
 */
void
mdg_export_runs_append (GString *csv, const MdgRun *run, const MdgChecklist *checklist)
{
  for (guint i = 0; checklist != NULL && i < checklist->items->len; i++)
    {
      const MdgChecklistItem *item = g_ptr_array_index (checklist->items, i);

      append_row (csv, run, checklist, mdg_guide_text_get (&item->text), item->is_own,
                  mdg_run_find_item (run, item->id));
    }
  for (guint i = 0; i < run->items->len; i++)
    {
      const MdgRunItem *record = g_ptr_array_index (run->items, i);

      if (checklist == NULL || mdg_checklist_find_item (checklist, record->item_id) == NULL)
        append_row (csv, run, checklist, record->item_id, FALSE, record);
    }
}
