/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/mdg-core-fixture.h"
#include "export/mdg-export-observations.h"
#include "export/mdg-export-xlsx.h"
#include "model/mdg-observation-table.h"

#include "mdg-bench.h"
#include "mdg-gaps.h"

#include <stdio.h>

/* The table of ten years of full decks (288,000 figures): to open it, to answer a key press in its
 * search, to sort it, and to write it. What is waited for is computed in a worker; beside it stands how long the
 * main loop was blocked meanwhile. */

#define N_RUNS 15
#define N_WRITING_RUNS 5
#define N_MONTHS 120
#define USEC_PER_MSEC 1000.0

typedef struct
{
  MdgFigures *figures;
  MdgObservationTable *table;
  guint run;
} Bench;

static void
wait_until_done (Bench *self)
{
  while (mdg_observation_table_is_busy (self->table))
    g_main_context_iteration (NULL, TRUE);
}

static void
open_table (Bench *self)
{
  g_set_object (&self->table, NULL);
  self->table = mdg_observation_table_new ();
  mdg_observation_table_set_figures (self->table, self->figures);
}

static void
press_key (Bench *self)
{
  static const char *const queries[] = { "福", "福島", "2025", "薬局 東", "" };
  MdgObservationFilter filter = {
    .query = queries[self->run % G_N_ELEMENTS (queries)],
    .area = MDG_AREA_NONE,
    .facility_type = -1,
    .measure = -1,
  };

  mdg_observation_table_set_filter (self->table, &filter);
}

static void
sort_table (Bench *self)
{
  mdg_observation_table_set_order (self->table, (int) (self->run % 4), self->run % 2 == 0);
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double difference = *(const double *) a - *(const double *) b;

  return (difference > 0) - (difference < 0);
}

static double
get_median (GArray *times)
{
  g_array_sort (times, compare_doubles);

  return g_array_index (times, double, times->len / 2);
}

/* Prints the medians of what the call itself took, of the time until the result, and of the longest
 * time in which the main loop was blocked. */
static void
measure (const char *name, void (*work) (Bench *self), Bench *self)
{
  g_autoptr (GArray) calls = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) results = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) gaps = g_array_new (FALSE, FALSE, sizeof (double));

  for (self->run = 0; self->run < N_RUNS; self->run++)
    {
      gint64 start;
      double call;
      double result;
      double gap;

      mdg_gaps_begin ();
      start = g_get_monotonic_time ();
      work (self);
      call = (double) (g_get_monotonic_time () - start) / USEC_PER_MSEC;
      wait_until_done (self);
      result = (double) (g_get_monotonic_time () - start) / USEC_PER_MSEC;
      gap = mdg_gaps_end ();
      g_array_append_val (calls, call);
      g_array_append_val (results, result);
      g_array_append_val (gaps, gap);
    }

  printf ("%-44s %8.1f %8.1f %8.1f\n", name, get_median (calls), get_median (results),
          get_median (gaps));
}

static void
write_csv (gpointer data)
{
  g_autoptr (GBytes) bytes = mdg_export_table_to_csv (data, TRUE, NULL, NULL);

  mdg_bench_require (bytes != NULL, NULL);
}

static void
write_tsv (gpointer data)
{
  g_autoptr (GBytes) bytes = mdg_export_table_to_tsv (data, NULL, NULL);

  mdg_bench_require (bytes != NULL, NULL);
}

static void
write_xlsx (gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = mdg_export_table_to_xlsx (data, NULL, &error);

  mdg_bench_require (bytes != NULL, error);
}

/* What a thread does while the window goes on. */
static void
measure_writing (MdgFigures *figures)
{
  g_autoptr (MdgExportTable) table = NULL;
  GArray *indices = g_array_new (FALSE, FALSE, sizeof (guint));
  double csv;
  double xlsx;

  for (guint i = 0; i < mdg_figures_get_n (figures); i++)
    g_array_append_val (indices, i);
  table = mdg_export_observations_new (figures, indices);

  mdg_bench_print_header ("writing 288,000 figures of 13 columns, in a thread");
  mdg_bench_measure ("as text for the clipboard", N_WRITING_RUNS, NULL, write_tsv, table);
  csv = mdg_bench_measure ("as CSV", N_WRITING_RUNS, NULL, write_csv, table);
  xlsx = mdg_bench_measure ("as a workbook", N_WRITING_RUNS, NULL, write_xlsx, table);
  printf ("A workbook takes %.1f times as long as CSV.\n", xlsx / csv);
}

int
main (void)
{
  g_autoptr (MdgBatch) batch = NULL;
  Bench self = { 0 };

  batch = fixture_new_large (N_MONTHS);
  self.figures = mdg_figures_new (batch);

  mdg_bench_print_header ("the table of 288,000 figures");
  printf ("%-44s %8s %8s %8s\n", "ms, medians", "call", "result", "blocked");
  measure ("open", open_table, &self);
  measure ("a key press in the search", press_key, &self);
  measure ("sort by another column", sort_table, &self);
  printf (
    "Aims: open 200 ms to the result, a key press 16 ms blocked, sorting 100 ms to the result.\n");

  measure_writing (self.figures);

  g_object_unref (self.table);
  mdg_figures_unref (self.figures);

  return 0;
}
