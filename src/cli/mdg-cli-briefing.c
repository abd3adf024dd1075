/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/mdg-cli-briefing.h"

#include <glib/gi18n.h>
#include <signal.h>
#include <unistd.h>

#include "export/mdg-export-briefing.h"

typedef struct
{
  guint n_done;
  guint n_all;
  guint n_failed;
  gboolean is_terminal;
} Progress;

static volatile sig_atomic_t is_interrupted;

static void
interrupt_cb (int number)
{
  is_interrupted = TRUE;
}

static gboolean
progress_cb (MdgArea area, const GError *error, gpointer data)
{
  Progress *progress = data;

  progress->n_done++;
  /* A line that is written over is for people only. */
  if (progress->is_terminal)
    g_printerr ("\r%u/%u", progress->n_done, progress->n_all);
  if (error != NULL)
    {
      progress->n_failed++;
      g_printerr ("%s%s\n", progress->is_terminal ? "\r" : "", error->message);
    }

  return !is_interrupted;
}

/* One list goes with all briefings, so the one of a prefecture in it has one fewer. */
static void
choose_neighbours (MdgBriefing *briefing, const MdgCliOptions *options)
{
  if (options->n_neighbours == 0)
    return;

  briefing->n_neighbours = options->n_neighbours;
  for (guint i = 0; i < options->n_neighbours; i++)
    {
      MdgArea area = options->neighbours[i];

      briefing->neighbours[i] = area;
      if (options->prefecture == MDG_AREA_NONE)
        /* Translators: a prefecture. */
        g_printerr (_ ("The briefing of %s does not compare it with itself.\n"),
                    mdg_area_get_label (area, mdg_language_get ()));
    }
}

/**
 * mdg_cli_briefing:
 * @figures: the figures
 * @options: the command line
 *
 * Writes briefings into a folder. An interrupt lets those that are begun be ended, so that only
 * whole files are left.
 *
 * Returns: the exit code: failed where not all were written
 */
MdgCliStatus
mdg_cli_briefing (MdgFigures *figures, const MdgCliOptions *options)
{
  struct sigaction action = { .sa_handler = interrupt_cb };
  struct sigaction before;
  g_autoptr (GError) error = NULL;
  Progress progress = { .is_terminal = isatty (STDERR_FILENO),
                        .n_all = options->prefecture != MDG_AREA_NONE ? 1 : MDG_N_PREFECTURES };
  g_auto (MdgBriefing) briefing = { 0 };
  guint n_written;

  if (!mdg_export_briefing_init (&briefing, figures, options->month, options->prefecture, &error))
    {
      g_printerr ("%s\n", error->message);
      return MDG_CLI_FAILED;
    }
  choose_neighbours (&briefing, options);

  sigaction (SIGINT, &action, &before);
  n_written = mdg_export_briefings_to_folder (&briefing, options->paper, options->target,
                                              progress_cb, &progress, &error);
  sigaction (SIGINT, &before, NULL);
  if (progress.is_terminal)
    g_printerr ("\n");
  if (error != NULL)
    g_printerr ("%s\n", error->message);
  else if (n_written < progress.n_all)
    /* Translators: how many documents were written, of how many. */
    g_printerr (_ ("%u of %u briefings were written.\n"), n_written, progress.n_all);

  return n_written == progress.n_all ? MDG_CLI_OK : MDG_CLI_FAILED;
}
