/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gio/gio.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "guide/mdg-guide-pack.h"
#include "guide/mdg-guide-search.h"

#include "mdg-bench.h"

/* What the guide costs: to load it with every proof, beside json-glib parsing the same file and
 * nothing more, and to search all of its texts at each key. */

#define LOAD_TARGET_MS 20
#define SEARCH_TARGET_MS 8
#define N_RUNS 50
#define N_SEARCHES 200

static GBytes *bytes;
static MdgGuidePack *pack;
static MdgGuideSearch *search;

static void
parse (gpointer data)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();

  mdg_bench_require (json_parser_load_from_data (parser, g_bytes_get_data (bytes, NULL),
                                                 (gssize) g_bytes_get_size (bytes), NULL),
                     NULL);
}

static void
load (gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MdgGuidePack) loaded =
    mdg_guide_pack_new_from_bytes (bytes, "pack.json", NULL, &error);

  mdg_bench_require (loaded != NULL, error);
}

static void
make_index (gpointer data)
{
  g_autoptr (MdgGuideSearch) index = mdg_guide_search_new (pack, mdg_day_new (2026, 11, 26));

  mdg_bench_require (index != NULL, NULL);
}

static void
find (gpointer data)
{
  g_autoptr (GArray) hits = mdg_guide_search_find (search, data);

  mdg_bench_require (hits != NULL, NULL);
}

/* Every key of a long question, one search after each. */
static void
type (gpointer data)
{
  const char *text = data;

  for (const char *p = text; *p != '\0';)
    {
      g_autofree char *typed = NULL;

      p = g_utf8_next_char (p);
      typed = g_strndup (text, (gsize) (p - text));
      find (typed);
    }
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *name;
    const char *words;
  } searches[] = {
    { "search: one word that is everywhere", "カード" },
    { "search: four words", "まいな 資格 PIN 10割" },
    { "search: what nothing has", "どこにもないことば" },
  };
  g_autoptr (GError) error = NULL;
  double parsed;
  double loaded;
  double slowest = 0;
  char *text;
  gsize length;

  if (argc != 2 || !g_file_get_contents (argv[1], &text, &length, &error))
    {
      g_printerr ("bench-guide: %s\n", error != NULL ? error->message : "name a guide pack");
      return 1;
    }
  bytes = g_bytes_new_take (text, length);
  pack = mdg_guide_pack_new_from_bytes (bytes, argv[1], NULL, &error);
  mdg_bench_require (pack != NULL, error);
  search = mdg_guide_search_new (pack, mdg_day_new (2026, 11, 26));

  mdg_bench_print_header ("guide, ms");
  parsed = mdg_bench_measure ("json-glib: parse the pack's file", N_RUNS, NULL, parse, NULL);
  loaded = mdg_bench_measure ("load the pack and prove it", N_RUNS, NULL, load, NULL);
  g_print ("  %.2f times the parse; target %s (%d ms)\n", loaded / parsed,
           loaded < LOAD_TARGET_MS ? "met" : "MISSED", LOAD_TARGET_MS);
  mdg_bench_measure ("make the index of a day", N_RUNS, NULL, make_index, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (searches); i++)
    {
      double median =
        mdg_bench_measure (searches[i].name, N_SEARCHES, NULL, find, (gpointer) searches[i].words);

      slowest = MAX (slowest, median);
    }
  g_print ("  %.4f times the parse; target %s (%d ms)\n", slowest / parsed,
           slowest < SEARCH_TARGET_MS ? "met" : "MISSED", SEARCH_TARGET_MS);
  mdg_bench_measure ("search: 22 keys, one search after each", N_RUNS, NULL, type,
                     (gpointer) "資格情報のお知らせだけ 健康保険証 期限切");

  mdg_guide_search_free (search);
  mdg_guide_pack_unref (pack);
  g_bytes_unref (bytes);

  return 0;
}
