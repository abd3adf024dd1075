/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/checklists/mdg-run-book.h"

#include "export/mdg-export-runs.h"
#include "export/sheets/mdg-run-sheet.h"
#include "guide/mdg-run-comparison.h"

struct _MdgRunBook
{
  GPtrArray *runs;    /* (nullable) (element-type MdgRun): the latest first */
  GPtrArray *events;  /* (nullable) (element-type MdgRunEvent) */
  GHashTable *doomed; /* ids of runs */
  char *who;          /* (nullable) */
};

/**
 * mdg_run_book_new:
 *
 * Returns: (transfer full): a book that knows of no runs yet
 */
MdgRunBook *
mdg_run_book_new (void)
{
  MdgRunBook *self = g_new0 (MdgRunBook, 1);

  self->doomed = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  return self;
}

/**
 * mdg_run_book_free:
 * @self: (transfer full): a book
 *
 * Frees the book with its runs.
 */
void
mdg_run_book_free (MdgRunBook *self)
{
  g_clear_pointer (&self->runs, g_ptr_array_unref);
  g_clear_pointer (&self->events, g_ptr_array_unref);
  g_hash_table_unref (self->doomed);
  g_free (self->who);
  g_free (self);
}

static void
replace_run (MdgRunBook *self, MdgRun *run)
{
  for (guint i = 0; self->runs != NULL && i < self->runs->len; i++)
    {
      MdgRun *old = g_ptr_array_index (self->runs, i);

      if (old->id != run->id)
        continue;
      g_ptr_array_index (self->runs, i) = run;
      mdg_run_free (old);
      return;
    }
  mdg_run_free (run);
}

/* Whoever worked last is likely to go on. */
static void
find_who (MdgRunBook *self)
{
  const MdgRunItem *last = NULL;

  for (guint i = 0; self->runs != NULL && i < self->runs->len; i++)
    {
      const MdgRun *run = g_ptr_array_index (self->runs, i);

      for (guint j = 0; j < run->items->len; j++)
        {
          const MdgRunItem *item = g_ptr_array_index (run->items, j);

          if (last == NULL || item->touched_at > last->touched_at)
            last = item;
        }
    }
  if (last != NULL)
    g_set_str (&self->who, last->who);
}

/**
 * mdg_run_book_take:
 * @self: a book
 * @result: what a job gave, of which the runs and the events are taken
 *
 * Takes over what the store has after a job.
 */
void
mdg_run_book_take (MdgRunBook *self, MdgRunJobResult *result)
{
  if (result->runs != NULL)
    {
      g_clear_pointer (&self->runs, g_ptr_array_unref);
      self->runs = g_steal_pointer (&result->runs);
    }
  if (result->run != NULL)
    replace_run (self, g_steal_pointer (&result->run));

  g_clear_pointer (&self->events, g_ptr_array_unref);
  self->events = g_steal_pointer (&result->events);
  if (self->who == NULL)
    find_who (self);
}

/**
 * mdg_run_book_get_runs:
 * @self: a book
 *
 * Returns: (transfer none) (nullable) (element-type MdgRun): all runs, the latest first; %NULL if the
 *   store has not answered yet
 */
GPtrArray *
mdg_run_book_get_runs (MdgRunBook *self)
{
  return self->runs;
}

/**
 * mdg_run_book_get_events:
 * @self: a book
 *
 * Returns: (transfer none) (nullable) (element-type MdgRunEvent): what happened to the run that the
 *   last job was about
 */
GPtrArray *
mdg_run_book_get_events (MdgRunBook *self)
{
  return self->events;
}

/**
 * mdg_run_book_forget_events:
 * @self: a book
 *
 * Forgets what happened to a run, because another is to be shown.
 */
void
mdg_run_book_forget_events (MdgRunBook *self)
{
  g_clear_pointer (&self->events, g_ptr_array_unref);
}

/**
 * mdg_run_book_find:
 * @self: a book
 * @run_id: id of a run
 *
 * Returns: (transfer none) (nullable): that run
 */
const MdgRun *
mdg_run_book_find (MdgRunBook *self, gint64 run_id)
{
  for (guint i = 0; self->runs != NULL && i < self->runs->len; i++)
    {
      const MdgRun *run = g_ptr_array_index (self->runs, i);

      if (run->id == run_id)
        return run;
    }

  return NULL;
}

/**
 * mdg_run_book_find_open:
 * @self: a book
 * @checklist_id: id of a checklist
 *
 * Returns: (transfer none) (nullable): the latest run of that checklist that is under way
 */
const MdgRun *
mdg_run_book_find_open (MdgRunBook *self, const char *checklist_id)
{
  for (guint i = 0; self->runs != NULL && i < self->runs->len; i++)
    {
      const MdgRun *run = g_ptr_array_index (self->runs, i);

      if (run->finished_at == 0 && g_str_equal (run->checklist_id, checklist_id) &&
          !mdg_run_book_is_doomed (self, run->id))
        return run;
    }

  return NULL;
}

/**
 * mdg_run_book_find_previous:
 * @self: a book
 * @run: a run in it
 *
 * Returns: (transfer none) (nullable): the last finished run of the same checklist before it
 */
const MdgRun *
mdg_run_book_find_previous (MdgRunBook *self, const MdgRun *run)
{
  g_autoptr (GPtrArray) others = g_ptr_array_new ();

  for (guint i = 0; self->runs != NULL && i < self->runs->len; i++)
    {
      MdgRun *other = g_ptr_array_index (self->runs, i);

      if (!mdg_run_book_is_doomed (self, other->id))
        g_ptr_array_add (others, other);
    }

  return mdg_run_find_previous (others, run);
}

/**
 * mdg_run_book_set_doomed:
 * @self: a book
 * @run_id: id of a run
 * @doomed: whether it is to go
 *
 * Dooms a run, or has mercy on it.
 */
void
mdg_run_book_set_doomed (MdgRunBook *self, gint64 run_id, gboolean doomed)
{
  if (doomed)
    g_hash_table_add (self->doomed, g_memdup2 (&run_id, sizeof run_id));
  else
    g_hash_table_remove (self->doomed, &run_id);
}

/**
 * mdg_run_book_is_doomed:
 * @self: a book
 * @run_id: id of a run
 *
 * Returns: whether it is to go
 */
gboolean
mdg_run_book_is_doomed (MdgRunBook *self, gint64 run_id)
{
  return g_hash_table_contains (self->doomed, &run_id);
}

/**
 * mdg_run_book_get_doomed:
 * @self: a book
 *
 * Returns: (transfer none): the ids (gint64) of runs that are to go
 */
GHashTable *
mdg_run_book_get_doomed (MdgRunBook *self)
{
  return self->doomed;
}

/**
 * mdg_run_book_get_who:
 * @self: a book
 *
 * Returns: who worked last, as typed; empty if that is not known
 */
const char *
mdg_run_book_get_who (MdgRunBook *self)
{
  return self->who != NULL ? self->who : "";
}

/**
 * mdg_run_book_set_who:
 * @self: a book
 * @who: who works now
 *
 * Remembers who works, for the runs to come.
 */
void
mdg_run_book_set_who (MdgRunBook *self, const char *who)
{
  g_set_str (&self->who, who);
}

/**
 * mdg_run_book_write_csv:
 * @self: a book
 * @shelf: where the checklists of the runs are found
 * @run_id: id of a run, 0 for all that are finished
 *
 * Returns: (transfer full): the runs as CSV
 */
char *
mdg_run_book_write_csv (MdgRunBook *self, MdgChecklistShelf *shelf, gint64 run_id)
{
  GString *csv = g_string_new (MDG_EXPORT_RUNS_HEADER "\n");

  for (guint i = 0; self->runs != NULL && i < self->runs->len; i++)
    {
      const MdgRun *run = g_ptr_array_index (self->runs, i);
      gboolean is_finished = run->finished_at != 0 && !mdg_run_book_is_doomed (self, run->id);

      if (run_id == 0 ? is_finished : run->id == run_id)
        mdg_export_runs_append (csv, run, mdg_checklist_shelf_find_for_run (shelf, run, NULL));
    }

  return g_string_free_and_steal (csv);
}

/**
 * mdg_run_book_create_sheet:
 * @self: a book
 * @shelf: where the checklist of the run is found
 * @run_id: id of the run that the last job was about
 *
 * Returns: (transfer full) (nullable): the filled checklist for paper, with its history
 */
MdgSheet *
mdg_run_book_create_sheet (MdgRunBook *self, MdgChecklistShelf *shelf, gint64 run_id)
{
  const MdgRun *run = mdg_run_book_find (self, run_id);
  const MdgChecklist *checklist =
    run != NULL ? mdg_checklist_shelf_find_for_run (shelf, run, NULL) : NULL;
  MdgSheet *sheet;

  if (checklist == NULL)
    return NULL;

  sheet = mdg_run_sheet_new (mdg_checklist_shelf_get_pack (shelf), checklist, run);
  if (self->events != NULL)
    mdg_run_sheet_add_history (sheet, checklist, self->events);

  return sheet;
}
