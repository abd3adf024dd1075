/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "core/mdg-bundle.h"
#include "export/mdg-export-briefing.h"
#include "export/mdg-export-map.h"

#include "mdg-bench.h"

/* What the briefings of all prefectures cost, in Japanese, beside the map alone written as often by
 * one thread. */

#define TARGET_MS 10000
#define N_RUNS 5

static MdgFigures *figures;

static gboolean
written_cb (MdgArea area, const GError *error, gpointer data)
{
  mdg_bench_require (error == NULL, error);

  return TRUE;
}

static void
write_briefings (gpointer folder)
{
  g_auto (MdgBriefing) model = { 0 };
  g_autoptr (GError) error = NULL;
  guint n = 0;

  if (mdg_export_briefing_init (&model, figures, MDG_MONTH (2025, 10), MDG_AREA_NONE, &error))
    n = mdg_export_briefings_to_folder (&model, MDG_PAPER_A4, folder, written_cb, NULL, &error);
  mdg_bench_require (n == MDG_N_PREFECTURES, error);
}

static void
write_maps (gpointer folder)
{
  const MdgExportMapRequest request = { .month = MDG_MONTH (2025, 10),
                                        .measure = MDG_MEASURE_USAGE_RATE_ONLINE,
                                        .facility_type = MDG_FACILITY_ALL,
                                        .format = MDG_EXPORT_PDF };
  g_autofree char *path = g_build_filename (folder, "map.pdf", NULL);

  for (guint i = 0; i < MDG_N_PREFECTURES; i++)
    {
      g_autoptr (GError) error = NULL;

      mdg_bench_require (mdg_export_map_to_path (figures, &request, path, &error), error);
    }
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (folder);
}

int
main (void)
{
  const char *locale_dir = g_getenv ("MADOGUCHI_LOCALEDIR");
  g_autoptr (GError) error = NULL;
  g_autoptr (MdgBatch) batch = NULL;
  g_autofree char *folder = NULL;
  double maps;
  double briefings;

  mdg_language_init ("ja");
  bindtextdomain (GETTEXT_PACKAGE, locale_dir != NULL ? locale_dir : LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  batch = mdg_bundle_load (&error);
  mdg_bench_require (batch != NULL, error);
  figures = mdg_figures_new (batch);
  folder = g_dir_make_tmp ("madoguchi-bench-XXXXXX", &error);
  mdg_bench_require (folder != NULL, error);

  mdg_bench_print_header ("briefings, ms");
  maps = mdg_bench_measure ("the map as PDF, 47 times", N_RUNS, NULL, write_maps, folder);
  briefings =
    mdg_bench_measure ("briefings of all 47, in Japanese", N_RUNS, NULL, write_briefings, folder);
  g_print ("  %.2f times the maps; target %s (%d ms)\n", briefings / maps,
           briefings < TARGET_MS ? "met" : "MISSED", TARGET_MS);

  remove_folder (folder);
  mdg_figures_unref (figures);

  return 0;
}
