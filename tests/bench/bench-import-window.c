/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/mdg-import-fixture.h"

#include "mdg-gaps.h"

#include <stdio.h>
#include <stdlib.h>

/* A deck of 20 pages dropped on the window: how long until the preview can be decided on, and how
 * long the window was blocked at most meanwhile. The aims are 400 ms and 16 ms. */

#define N_RUNS 9
#define USEC_PER_MSEC 1000.0

static int
compare_doubles (gconstpointer a, gconstpointer b, gpointer data)
{
  double difference = *(const double *) a - *(const double *) b;

  return (difference > 0) - (difference < 0);
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  double times[N_RUNS];
  double gaps[N_RUNS];
  MdgUiFixture *fixture;
  void *state = NULL;

  mdg_test_init ();
  mdg_test_require_display ();
  folder = mdg_test_make_temp_dir ();
  path = g_build_filename (folder, "deck.pdf", NULL);
  if (argc != 2 ||
      !g_spawn_sync (NULL, (char *[]) { argv[1], (char *) "--plain", (char *) "--pdf", path, NULL },
                     NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, NULL, NULL, &error))
    {
      g_printerr ("bench-import-window: %s\n", error != NULL ? error->message : "name make-deck");
      return EXIT_FAILURE;
    }

  mdg_ui_group_setup (&state);
  fixture = state;
  for (guint i = 0; i < N_RUNS; i++)
    {
      gint64 start = g_get_monotonic_time ();

      mdg_gaps_begin ();
      mdg_import_paths (fixture, path, NULL);
      mdg_import_wait_for_preview (fixture);
      times[i] = (double) (g_get_monotonic_time () - start) / USEC_PER_MSEC;
      mdg_test_spin_for (300);
      gaps[i] = mdg_gaps_end ();
      mdg_import_close (fixture);
      mdg_test_spin_for (300);
    }
  mdg_ui_group_teardown (&state);

  g_sort_array (times, N_RUNS, sizeof *times, compare_doubles, NULL);
  g_sort_array (gaps, N_RUNS, sizeof *gaps, compare_doubles, NULL);
  printf ("A deck of 20 pages dropped on the window, ms: median, greatest of %d\n", N_RUNS);
  printf ("%-30s %8.1f %8.1f   aim 400\n", "until the preview", times[N_RUNS / 2],
          times[N_RUNS - 1]);
  printf ("%-30s %8.1f %8.1f   aim 16\n", "longest time blocked", gaps[N_RUNS / 2],
          gaps[N_RUNS - 1]);

  return EXIT_SUCCESS;
}
