/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/mdg-core-fixture.h"

#include "core/mdg-database-private.h"
#include "core/mdg-run.h"

#include "mdg-bench.h"

#include <stdio.h>

/* What the store costs: starts on the bundled figures, ten years of full decks (288,000 figures),
 * and one tick of a checklist. */

#define N_RUNS 9
#define N_MONTHS 120

static void
remove_file (gpointer data)
{
  static const char *const suffixes[] = { "", "-wal", "-shm" };

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *path =
        g_strconcat ((const char *) data, "/", MDG_DATABASE_FILE_NAME, suffixes[i], NULL);

      (void) remove (path);
    }
}

static void
open_once (gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MdgDatabase) database = mdg_database_open (data, &error);

  mdg_bench_require (database != NULL, error);
}

static void
build_figures (gpointer data)
{
  g_autoptr (MdgFigures) figures = mdg_figures_new (data);

  mdg_bench_require (mdg_figures_get_n (figures) > 0, NULL);
}

static void
forget_figures (gpointer data)
{
  MdgDatabase *database = data;

  g_clear_pointer (&database->figures, mdg_figures_unref);
}

static void
load_figures (gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MdgFigures) figures = mdg_database_load_figures (data, &error);

  mdg_bench_require (figures != NULL, error);
}

static void
check_file (gpointer data)
{
  gint64 ignored;

  mdg_bench_require (mdg_database_get_number (data, "PRAGMA quick_check (1)", &ignored, NULL),
                     NULL);
}

static void
touch_ten (gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MdgRunItem) item = mdg_run_item_new ("item", MDG_ITEM_DONE, "who", NULL, "note");
  g_autoptr (MdgRun) run = mdg_database_start_run (data, "bench", "1", NULL, NULL, &error);

  mdg_bench_require (run != NULL, error);
  for (guint i = 0; i < 9; i++)
    mdg_bench_require (mdg_database_touch_item (data, run->id, item, &error), error);
}

static void
poll_ten (gpointer data)
{
  for (guint i = 0; i < 10; i++)
    (void) mdg_database_get_data_version (data);
}

static void
look_at_areas (gpointer data)
{
  const MdgObservation *values[MDG_N_AREAS];

  for (guint i = 0; i < 1000; i++)
    (void) mdg_figures_get_areas (data, MDG_MONTH (2020, 1) + i % N_MONTHS, i % 5, i % 10, values);
}

int
main (int argc, char **argv)
{
  /* Beside the build, not in a folder in memory, since the disk is a part of the cost. */
  g_autofree char *directory = g_strdup_printf ("%s/bench-store-XXXXXX", argc > 1 ? argv[1] : ".");
  g_autoptr (MdgBatch) batch = fixture_new_large (N_MONTHS);
  g_autoptr (GError) error = NULL;
  g_autoptr (MdgDatabase) database = NULL;
  g_autoptr (MdgFigures) figures = NULL;

  if (g_mkdtemp (directory) == NULL)
    {
      g_printerr ("bench-store: could not make a folder in %s\n", argc > 1 ? argv[1] : ".");
      return 1;
    }

  mdg_bench_print_header ("store, ms");
  mdg_bench_measure ("first start, bundled figures", N_RUNS, remove_file, open_once, directory);
  mdg_bench_measure ("later start, bundled figures", N_RUNS, NULL, open_once, directory);
  mdg_bench_measure ("build 288,000 figures", N_RUNS, NULL, build_figures, batch);

  database = mdg_database_open (directory, &error);
  mdg_bench_require (database != NULL, error);
  mdg_bench_measure ("ten ticks of a checklist, each on the disk", N_RUNS, NULL, touch_ten,
                     database);
  mdg_bench_require (mdg_database_exec (database, "PRAGMA synchronous = NORMAL", &error), error);
  mdg_bench_measure ("the same without waiting for the disk", N_RUNS, NULL, touch_ten, database);
  mdg_bench_measure ("ten looks for another process's changes", N_RUNS, NULL, poll_ten, database);

  mdg_bench_require (mdg_database_store_batch (database, batch, NULL, &error), error);
  mdg_bench_measure ("read and build 288,000 figures", N_RUNS, forget_figures, load_figures,
                     database);
  mdg_bench_measure ("check a file with 288,000 figures", N_RUNS, NULL, check_file, database);
  mdg_bench_measure ("later start, 288,000 figures", N_RUNS, NULL, open_once, directory);

  figures = mdg_database_load_figures (database, &error);
  mdg_bench_require (figures != NULL, error);
  mdg_bench_measure ("1,000 maps' worth of figures", N_RUNS, NULL, look_at_areas, figures);

  g_clear_pointer (&database, mdg_database_free);
  remove_file (directory);
  (void) remove (directory);

  return 0;
}
