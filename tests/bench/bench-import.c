/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/mdg-import.h"

#include <stdio.h>
#include <stdlib.h>

/* What reading a deck costs: the deck's text, and a text of ten thousand lines that is none. Prints
 * milliseconds, median of several runs. The aim for the deck is 150 ms. */

#define N_RUNS 25
#define N_LINES 10000

static int
compare_times (const void *a, const void *b)
{
  const gint64 *time_a = a;
  const gint64 *time_b = b;

  return (*time_a > *time_b) - (*time_a < *time_b);
}

static void
measure (const char *name, GBytes *bytes)
{
  gint64 times[N_RUNS];

  for (guint i = 0; i < N_RUNS; i++)
    {
      gint64 start = g_get_monotonic_time ();

      mdg_import_result_free (mdg_import_bytes (bytes, NULL, NULL, NULL, NULL));
      times[i] = g_get_monotonic_time () - start;
    }

  qsort (times, N_RUNS, sizeof times[0], compare_times);
  printf ("%-44s %9.2f ms\n", name, (double) times[N_RUNS / 2] / 1000);
}

int
main (int argc, char **argv)
{
  g_autoptr (GString) prose = g_string_new (NULL);
  g_autoptr (GBytes) deck_bytes = NULL;
  g_autoptr (GBytes) prose_bytes = NULL;
  g_autoptr (GError) error = NULL;
  char *deck;
  gsize length;

  if (argc != 2 || !g_file_get_contents (argv[1], &deck, &length, &error))
    {
      g_printerr ("bench-import: %s\n", error != NULL ? error->message : "name the deck's text");
      return 1;
    }
  deck_bytes = g_bytes_new_take (deck, length);
  for (guint i = 0; i < N_LINES; i++)
    g_string_append (prose, "　窓口で１０割負担とならないよう、資格確認書（東京都）を提示する。\n");
  prose_bytes = g_bytes_new (prose->str, prose->len);

  measure ("import the deck's text", deck_bytes);
  measure ("refuse ten thousand lines of prose", prose_bytes);

  return 0;
}
