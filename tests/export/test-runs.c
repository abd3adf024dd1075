/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "util/mdg-test.h"

#include <string.h>

#include "core/mdg-csv.h"
#include "draw/mdg-pages-fixture.h"
#include "draw/mdg-paper.h"
#include "export/mdg-export-runs.h"
#include "export/sheets/mdg-run-sheet.h"
#include "guide/mdg-checklist-snapshot.h"

#define MARGIN 10.0

static MdgChecklistSnapshot *
new_snapshot (void)
{
  return mdg_checklist_snapshot_new_from_text (
    "{ \"pack\": { \"id\": \"p\", \"version\": \"7.1\", \"title\": { \"en\": \"Pack\" } },"
    "  \"checklist\": { \"id\": \"c\", \"title\": { \"en\": \"List, with a comma\" }, \"items\": ["
    "    { \"id\": \"a\", \"text\": { \"en\": \"Say \\\"hello\\\"\" } },"
    "    { \"id\": \"b\", \"text\": { \"en\": \"=1+1\" } },"
    "    { \"id\": \"own:1\", \"own\": true, \"text\": { \"en\": \"鍵\" } } ] } }");
}

static MdgRun *
new_run (void)
{
  MdgRun *run = mdg_run_new ();

  run->id = 12;
  run->checklist_id = g_strdup ("c");
  run->template_version = g_strdup ("7.1");
  run->started_at = 1764000000;
  run->finished_at = 1764003600;
  g_ptr_array_add (run->items, mdg_run_item_new ("a", MDG_ITEM_DONE, "KS", NULL, "two\nlines"));
  g_ptr_array_add (run->items,
                   mdg_run_item_new ("b", MDG_ITEM_NOT_APPLICABLE, "-MT", "@reason", ""));
  g_ptr_array_add (run->items, mdg_run_item_new ("gone", MDG_ITEM_DONE, "", NULL, ""));
  for (guint i = 0; i < run->items->len; i++)
    ((MdgRunItem *) g_ptr_array_index (run->items, i))->touched_at = 1764000060;

  return run;
}

static void
expect_row (MdgCsvReader *reader, const char *const *cells)
{
  assert_true (mdg_csv_reader_next (reader));
  assert_int_equal (mdg_csv_reader_get_n (reader), 12);
  for (guint i = 0; i < 12; i++)
    if (cells[i] != NULL)
      assert_string_equal (mdg_csv_reader_get (reader, i), cells[i]);
}

/* Every item has its row, also one that was never touched and one that the list has no longer; and
 * nothing that was typed becomes a formula. */
static void
test_csv (void **state)
{
  static const char *const header[] = { "run",      "checklist", "version", "begun",
                                        "finished", "item",      "state",   "reason",
                                        "who",      "when",      "note",    "own" };
  g_autoptr (MdgChecklistSnapshot) snapshot = new_snapshot ();
  g_autoptr (MdgRun) run = new_run ();
  g_autoptr (GString) csv = g_string_new (MDG_EXPORT_RUNS_HEADER "\n");
  g_auto (MdgCsvReader) reader = { 0 };

  mdg_export_runs_append (csv, run, mdg_checklist_snapshot_get_checklist (snapshot));
  assert_null (strstr (csv->str, ",="));
  assert_null (strstr (csv->str, ",@"));
  mdg_csv_reader_init (&reader, csv->str, csv->len);
  expect_row (&reader, header);
  expect_row (&reader,
              (const char *const[]) { "12", "List, with a comma", "7.1", NULL, NULL,
                                      "Say \"hello\"", "done", "", "KS", NULL, "two\nlines", "0" });
  assert_int_equal (strlen (mdg_csv_reader_get (&reader, 3)), strlen ("2025-11-24 00:00:00"));
  expect_row (&reader, (const char *const[]) { "12", NULL, "7.1", NULL, NULL, "=1+1",
                                               "not_applicable", "@reason", "-MT", NULL, "", "0" });
  expect_row (&reader, (const char *const[]) { "12", NULL, "7.1", NULL, NULL, "鍵", "open", "", "",
                                               "", "", "1" });
  expect_row (&reader, (const char *const[]) { "12", NULL, "7.1", NULL, NULL, "gone", "done", "",
                                               "", NULL, "", "0" });
  assert_false (mdg_csv_reader_next (&reader));
}

/* A run whose checklist nobody has any more. */
static void
test_csv_without_a_checklist (void **state)
{
  g_autoptr (MdgRun) run = new_run ();
  g_autoptr (GString) csv = g_string_new (NULL);
  g_auto (MdgCsvReader) reader = { 0 };

  mdg_export_runs_append (csv, run, NULL);
  mdg_csv_reader_init (&reader, csv->str, csv->len);
  expect_row (&reader, (const char *const[]) { "12", "c", "7.1", NULL, NULL, "a", "done", "", "KS",
                                               NULL, "two\nlines", "0" });
}

static void
add_event (GPtrArray *events,
           MdgRunEventKind kind,
           const char *item_id,
           const char *who,
           const char *reason)
{
  MdgRunEvent *event = g_new0 (MdgRunEvent, 1);

  event->at = 1764000000 + events->len;
  event->kind = kind;
  event->item_id = g_strdup (item_id);
  event->state = kind == MDG_RUN_TOUCHED ? MDG_ITEM_DONE : MDG_ITEM_OPEN;
  event->who = g_strdup (who);
  event->reason = g_strdup (reason);
  event->note = g_strdup ("");
  g_ptr_array_add (events, event);
}

/* On paper: why, whose item it is, and everything that happened, over as many pages as it takes. */
static void
test_sheet_with_history (void **state)
{
  for (guint paper = 0; paper < MDG_N_PAPERS; paper++)
    {
      g_autoptr (MdgChecklistSnapshot) snapshot = new_snapshot ();
      const MdgChecklist *checklist = mdg_checklist_snapshot_get_checklist (snapshot);
      g_autoptr (MdgRun) run = new_run ();
      g_autoptr (GPtrArray) events =
        g_ptr_array_new_with_free_func ((GDestroyNotify) mdg_run_event_free);
      g_autoptr (MdgSheet) sheet = mdg_run_sheet_new (NULL, checklist, run);
      g_autoptr (Pages) pages = NULL;
      double width, height;

      add_event (events, MDG_RUN_STARTED, "", "KS", "");
      for (guint i = 0; i < 120; i++)
        add_event (events, MDG_RUN_TOUCHED, "a", "KS", "");
      add_event (events, MDG_RUN_FINISHED, "", "KS", "");
      add_event (events, MDG_RUN_REOPENED, "", "MT",
                 "ランプを見ていなかったので、もう一度すべて見直す");
      mdg_run_sheet_add_history (sheet, checklist, events);

      mdg_paper_get_size (paper, &width, &height);
      pages = pages_new (sheet, width, height);
      pages_assert_inside (pages, MARGIN);
      pages_assert_numbered (pages);
      assert_true (pages->n_pages > 2);
      pages_assert_text (pages, "Reason: @reason");
      pages_assert_text (pages, "The facility’s own item");
      pages_assert_text (pages, "History");
      pages_assert_text (pages, "Reopened");
      pages_assert_text (pages, "ランプを見ていなかったので、もう一度すべて見直す");
      pages_assert_text (pages, "Pack, version 7.1");
    }
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_csv),
    cmocka_unit_test (test_csv_without_a_checklist),
    cmocka_unit_test (test_sheet_with_history),
  };

  return mdg_test_run (tests);
}
