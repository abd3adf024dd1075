/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/mdg-import.h"

#include "mdg-bench.h"

/* What reading a deck costs: the deck's text, and a text of ten thousand lines that is none. The aim
 * for the deck is 150 ms. */

#define N_RUNS 25
#define N_LINES 10000

static void
import_bytes (gpointer data)
{
  mdg_import_result_free (mdg_import_bytes (data, NULL, NULL, NULL, NULL));
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

  mdg_bench_print_header ("import, ms");
  mdg_bench_measure ("import the deck's text", N_RUNS, NULL, import_bytes, deck_bytes);
  mdg_bench_measure ("refuse ten thousand lines of prose", N_RUNS, NULL, import_bytes, prose_bytes);

  return 0;
}
