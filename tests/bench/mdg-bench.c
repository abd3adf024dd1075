/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the benchmarks of a library share: measuring, and a unit that says how fast the machine is
 * at this moment. */

#include "mdg-bench.h"

#include <stdio.h>
#include <stdlib.h>

#define USEC_PER_MSEC 1000.0
#define N_NUMBERS 100000
#define N_UNIT_RUNS 9

/* The median time of the reference, in microseconds; 0 before it has been measured. */
static double unit;

static int
compare_numbers (const void *a, const void *b)
{
  const gint64 *number_a = a;
  const gint64 *number_b = b;

  return (*number_a > *number_b) - (*number_a < *number_b);
}

static double
get_percentile (const gint64 *sorted, guint n, double percent)
{
  double place = (n - 1) * percent / 100;
  guint low = (guint) place;
  guint high = MIN (low + 1, n - 1);

  return (double) sorted[low] + (double) (sorted[high] - sorted[low]) * (place - low);
}

static gint64 *
take_times (guint n_runs, MdgBenchWork prepare, MdgBenchWork work, gpointer data)
{
  gint64 *times = g_new (gint64, n_runs);

  for (guint i = 0; i < n_runs; i++)
    {
      gint64 start;

      if (prepare != NULL)
        prepare (data);
      start = g_get_monotonic_time ();
      work (data);
      times[i] = g_get_monotonic_time () - start;
    }
  qsort (times, n_runs, sizeof times[0], compare_numbers);

  return times;
}

static void
shuffle (gpointer data)
{
  gint64 *numbers = data;
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);

  for (guint i = 0; i < N_NUMBERS; i++)
    numbers[i] = g_rand_int (rand);
}

static void
sort (gpointer data)
{
  qsort (data, N_NUMBERS, sizeof (gint64), compare_numbers);
}

/**
 * mdg_bench_print_header:
 * @title: what is measured
 *
 * Measures the reference, which is to sort 100,000 numbers, and prints the head of the table. The
 * ratios of the rows that follow are to this reference, so that they can be compared between
 * machines and between runs.
 */
void
mdg_bench_print_header (const char *title)
{
  g_autofree gint64 *numbers = g_new (gint64, N_NUMBERS);
  g_autofree gint64 *times = take_times (N_UNIT_RUNS, shuffle, sort, numbers);

  unit = MAX (get_percentile (times, N_UNIT_RUNS, 50), 1);
  printf ("%-46s %9s %9s   ratio (to sorting 100,000 numbers, %.2f ms)\n", title, "median", "95 %",
          unit / USEC_PER_MSEC);
}

/**
 * mdg_bench_measure:
 * @name: what is measured
 * @n_runs: how often
 * @prepare: (nullable): done before each run, and not measured
 * @work: what is measured
 * @data: given to both
 *
 * Measures, and prints the median and the 95th percentile in milliseconds, and the ratio of the
 * median to the reference.
 *
 * Returns: the median in milliseconds
 */
double
mdg_bench_measure (const char *name,
                   guint n_runs,
                   MdgBenchWork prepare,
                   MdgBenchWork work,
                   gpointer data)
{
  g_autofree gint64 *times = take_times (n_runs, prepare, work, data);
  double median = get_percentile (times, n_runs, 50);

  printf ("%-46s %9.2f %9.2f %9.3f\n", name, median / USEC_PER_MSEC,
          get_percentile (times, n_runs, 95) / USEC_PER_MSEC, median / unit);
  fflush (stdout);

  return median / USEC_PER_MSEC;
}

/**
 * mdg_bench_require:
 * @succeeded: whether what is measured could be done
 * @error: (nullable): why not
 *
 * Ends the benchmark with a message if the work has failed, since its time then says nothing.
 */
void
mdg_bench_require (gboolean succeeded, const GError *error)
{
  if (succeeded)
    return;

  g_printerr ("%s: %s\n", g_get_prgname () != NULL ? g_get_prgname () : "bench",
              error != NULL ? error->message : "failed");
  exit (1);
}
