/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/mdg-core-fixture.h"
#include "core/mdg-database-private.h"
#include "core/mdg-kill-fixture.h"
#include "core/mdg-run.h"
#include "core/mdg-session.h"
#include "core/mdg-training.h"

#include <stdio.h>
#include <stdlib.h>

/*
 * Another process that writes, for tests that kill it or watch it:
 *
 *   store-writer batches DIRECTORY COUNT [NAME]
 *                                          stores editions "NAME-0", "NAME-1", ... (batch-0, ...)
 *   store-writer touches DIRECTORY COUNT   touches one item of a new run with the notes 0, 1, ...
 *   store-writer answers DIRECTORY COUNT   answers drills of a new trainee, each in two steps
 *   store-writer votes DIRECTORY COUNT     counts votes 0, 1, ... on one question of a new session,
 *                                          and moves on after each
 *   store-writer checklist DIRECTORY COUNT touches the items of a new run in turn: what touch number i
 *                                          notes is fixture_new_touch (i)
 *   store-writer hold DIRECTORY            keeps everybody else from writing until it is killed
 *   store-writer open DIRECTORY            opens and closes
 *
 * After each commit it writes the number to standard output, so that whoever reads it knows what
 * was said to be stored.
 */

static void
fail (const GError *error)
{
  g_printerr ("store-writer: %s\n", error->message);
  exit (1);
}

static void
say (guint number)
{
  printf ("%u\n", number);
  fflush (stdout);
}

static void
store_batches (MdgDatabase *database, guint count, const char *name)
{
  for (guint i = 0; i < count; i++)
    {
      g_autoptr (MdgBatch) batch = fixture_new_large (1);
      MdgEdition *edition = g_ptr_array_index (batch->editions, 0);
      g_autoptr (GError) error = NULL;

      g_free (edition->id);
      g_free (edition->digest);
      edition->id = g_strdup_printf ("%s-%u", name, i);
      edition->digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, edition->id, -1);
      if (!mdg_database_store_batch (database, batch, NULL, &error))
        fail (error);
      say (i);
    }
}

static void
hold (MdgDatabase *database)
{
  g_autoptr (GError) error = NULL;

  if (!mdg_database_exec (database, "BEGIN IMMEDIATE", &error))
    fail (error);
  say (0);
  for (;;)
    g_usleep (G_USEC_PER_SEC);
}

static void
touch_items (MdgDatabase *database, guint count)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MdgRun) run = mdg_database_start_run (database, "transition", "1", NULL, NULL, &error);

  if (run == NULL)
    fail (error);

  for (guint i = 0; i < count; i++)
    {
      g_autofree char *note = g_strdup_printf ("%u", i);
      g_autoptr (MdgRunItem) item = mdg_run_item_new ("item", MDG_ITEM_DONE, "who", NULL, note);

      if (!mdg_database_touch_item (database, run->id, item, &error))
        fail (error);
      say (i);
    }
}

static void
walk_checklist (MdgDatabase *database, guint count)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MdgRun) run =
    mdg_database_start_run (database, "checklist", "1", "{ \"items\": [] }", "KS", &error);

  if (run == NULL)
    fail (error);

  for (guint i = 0; i < count; i++)
    {
      g_autoptr (MdgRunItem) item = fixture_new_touch (i);

      if (!mdg_database_touch_item (database, run->id, item, &error))
        fail (error);
      say (i);
    }
}

static void
answer_drills (MdgDatabase *database, guint count)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MdgRound) round = mdg_round_new ();
  gint64 id = 0;

  round->trainee_id = mdg_database_add_trainee (database, "KT", &error);
  if (round->trainee_id > 0)
    id = mdg_database_begin_round (database, round, &error);
  if (id == 0)
    fail (error);

  for (guint i = 0; i < count; i++)
    {
      g_autoptr (MdgAttempt) attempt = mdg_attempt_new ("drill", "situation", 1);

      attempt->number = i / 2;
      attempt->is_finished = i % 2 == 1;
      if (!mdg_database_write_attempt (database, id, attempt, &error))
        fail (error);
      say (i);
    }
}

/* Two touches for each number: what is said is said after the second. */
static void
count_votes (MdgDatabase *database, guint count)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MdgSession) session = mdg_session_new ();
  gint64 id;

  g_set_str (&session->attendees, "KT\nAS");
  mdg_session_add_scenario (session, "drill", "title", "situation");
  id = mdg_database_add_session (database, session, &error);
  if (id == 0)
    fail (error);

  for (guint i = 0; i < count; i++)
    {
      g_autoptr (MdgSessionStep) step = mdg_session_step_new (0, 0, "question");

      mdg_session_step_add_choice (step, "right", "Right", i, TRUE);
      mdg_session_step_add_choice (step, "wrong", "Wrong", i, FALSE);
      if (!mdg_database_write_session_step (database, id, step, &error) ||
          !mdg_database_move_session (database, id, 0, i, &error))
        fail (error);
      say (i);
    }
}

int
main (int argc, char **argv)
{
  g_autoptr (MdgDatabase) database = NULL;
  g_autoptr (GError) error = NULL;
  guint count = argc > 3 ? (guint) g_ascii_strtoull (argv[3], NULL, 10) : 0;

  if (argc < 3)
    {
      g_printerr (
        "Usage: store-writer batches|touches|answers|votes|checklist|hold|open DIRECTORY [COUNT [NAME]]\n");
      return 2;
    }

  fixture_be_quiet ();
  database = mdg_database_open (argv[2], &error);
  if (database == NULL)
    fail (error);

  if (g_str_equal (argv[1], "batches"))
    store_batches (database, count, argc > 4 ? argv[4] : "batch");
  else if (g_str_equal (argv[1], "touches"))
    touch_items (database, count);
  else if (g_str_equal (argv[1], "answers"))
    answer_drills (database, count);
  else if (g_str_equal (argv[1], "votes"))
    count_votes (database, count);
  else if (g_str_equal (argv[1], "checklist"))
    walk_checklist (database, count);
  else if (g_str_equal (argv[1], "hold"))
    hold (database);

  return 0;
}
