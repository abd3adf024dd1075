/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "export/mdg-export-briefing.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "core/mdg-clock.h"
#include "core/mdg-format.h"
#include "export/mdg-export-month.h"
#include "export/mdg-export-picture.h"

typedef struct
{
  const MdgBriefing *model;
  MdgPaper paper;
  const char *folder;
  MdgExportBriefingFunc func;
  gpointer data;
  GMutex lock; /* of all below, and of calls of func */
  guint n_written;
  gboolean is_stopped;
} Batch;

/* Those that share a border, in the order of their codes; a choice of the user's stands before it. */
static void
choose_neighbours (MdgBriefing *briefing)
{
  guint n = 0;
  const MdgArea *areas = mdg_boundaries_get_neighbours (briefing->boundaries, briefing->area, &n);

  briefing->n_neighbours = MIN (n, MDG_PROFILE_MAX_NEIGHBOURS);
  for (guint i = 0; i < briefing->n_neighbours; i++)
    briefing->neighbours[i] = areas[i];
}

/**
 * mdg_export_briefing_init:
 * @briefing: (out): the briefing
 * @figures: the figures; must live as long as @briefing
 * @month: the month, or %MDG_MONTH_NONE for the newest with figures
 * @area: the prefecture, or %MDG_AREA_NONE for a model of all of them
 * @error: return location for a #MdgExportError
 *
 * Resolves what was asked against what exists, and refuses rather than take something else.
 *
 * Returns: whether there is such a briefing
 */
gboolean
mdg_export_briefing_init (MdgBriefing *briefing,
                          MdgFigures *figures,
                          MdgMonth month,
                          MdgArea area,
                          GError **error)
{
  g_autoptr (GArray) months =
    mdg_figures_get_months (figures, area, MDG_FACILITY_ALL, MDG_MEASURE_USAGE_RATE_ONLINE);

  *briefing = (MdgBriefing) { .figures = figures,
                              .area = area,
                              .today = mdg_clock_get_today (mdg_clock_get_default ()) };
  if (months->len == 0)
    {
      g_set_error_literal (error, MDG_EXPORT_ERROR, MDG_EXPORT_ERROR_NO_DATA,
                           _ ("There is no briefing: no usage rate of a prefecture is known. "
                              "Import a publication that has them."));
      return FALSE;
    }
  if (!mdg_export_choose_month (months, month, &briefing->month, error))
    return FALSE;

  briefing->boundaries = mdg_boundaries_get_default (error);
  if (briefing->boundaries == NULL)
    return FALSE;
  mdg_boundaries_ref (briefing->boundaries);
  if (mdg_area_is_prefecture (area))
    choose_neighbours (briefing);

  return TRUE;
}

/**
 * mdg_export_briefing_clear:
 * @briefing: a briefing, also one that mdg_export_briefing_init() refused
 *
 * Frees what @briefing holds.
 */
void
mdg_export_briefing_clear (MdgBriefing *briefing)
{
  g_clear_pointer (&briefing->boundaries, mdg_boundaries_unref);
}

/**
 * mdg_export_briefing_get_file_name:
 * @month: a month
 * @area: a prefecture
 *
 * Returns: (transfer full): the name of the file of a briefing, in ASCII, such as
 *   "briefing-07-fukushima-2025-10.pdf"
 */
char *
mdg_export_briefing_get_file_name (MdgMonth month, MdgArea area)
{
  g_autofree char *folded = g_str_to_ascii (mdg_area_get_romaji (area), "C");
  g_autofree char *name = g_ascii_strdown (folded, -1);
  g_autofree char *text = mdg_month_to_string (month);

  return g_strdup_printf ("briefing-%02u-%s-%s.pdf", area, name, text);
}

/**
 * mdg_export_briefing_create_sheet:
 * @briefing: which briefing
 * @error: return location for a #MdgExportError
 *
 * Makes the document, to be shown, printed or written. May be called in any thread.
 *
 * Returns: (transfer full) (nullable): the sheet, or %NULL where the rate of the prefecture is not
 *   known for that month
 */
MdgSheet *
mdg_export_briefing_create_sheet (const MdgBriefing *briefing, GError **error)
{
  g_autofree char *month = NULL;

  if (mdg_figures_lookup (briefing->figures, briefing->month, MDG_DAY_NONE, briefing->area,
                          MDG_FACILITY_ALL, MDG_MEASURE_USAGE_RATE_ONLINE) != NULL)
    return mdg_briefing_sheet_new (briefing);

  month = mdg_format_month (briefing->month);
  g_set_error (error, MDG_EXPORT_ERROR, MDG_EXPORT_ERROR_NO_DATA,
               _ ("There is no briefing of %s for %s: its usage rate is not known. Choose "
                  "another month."),
               mdg_area_get_label (briefing->area, mdg_language_get ()), month);
  return NULL;
}

/**
 * mdg_export_briefing_to_path:
 * @briefing: which briefing
 * @paper: the paper
 * @path: (type filename): where to write
 * @error: return location for a #MdgExportError
 *
 * Writes a briefing as a PDF. An existing file is replaced only when the new one is complete. May
 * be called in any thread.
 *
 * Returns: whether it was written
 */
gboolean
mdg_export_briefing_to_path (const MdgBriefing *briefing,
                             MdgPaper paper,
                             const char *path,
                             GError **error)
{
  g_autoptr (MdgSheet) sheet = mdg_export_briefing_create_sheet (briefing, error);

  return sheet != NULL && mdg_export_sheet_to_path (sheet, paper, path, NULL, error);
}

static void
write_cb (gpointer item, gpointer user_data)
{
  Batch *batch = user_data;
  MdgBriefing briefing = *batch->model;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;
  g_autofree char *path = NULL;
  gboolean is_stopped;

  g_mutex_lock (&batch->lock);
  is_stopped = batch->is_stopped;
  g_mutex_unlock (&batch->lock);
  if (is_stopped)
    return;

  briefing.area = (MdgArea) GPOINTER_TO_UINT (item);
  if (briefing.n_neighbours == 0)
    choose_neighbours (&briefing);
  name = mdg_export_briefing_get_file_name (briefing.month, briefing.area);
  path = g_build_filename (batch->folder, name, NULL);
  mdg_export_briefing_to_path (&briefing, batch->paper, path, &error);

  g_mutex_lock (&batch->lock);
  if (error == NULL)
    batch->n_written++;
  if (!batch->func (briefing.area, error, batch->data))
    batch->is_stopped = TRUE;
  g_mutex_unlock (&batch->lock);
}

/**
 * mdg_export_briefings_to_folder:
 * @model: month and figures; its prefecture, if it has one, is the only one that is written
 * @paper: the paper
 * @folder: (type filename): where to write; made if it is not there
 * @func: (scope call): told of each briefing
 * @data: data for @func
 * @error: return location for a #MdgExportError
 *
 * Writes a briefing for every prefecture, several at a time. Each file is whole or not there.
 *
 * Returns: how many were written; 0 with @error set if the folder could not be made
 */
guint
mdg_export_briefings_to_folder (const MdgBriefing *model,
                                MdgPaper paper,
                                const char *folder,
                                MdgExportBriefingFunc func,
                                gpointer data,
                                GError **error)
{
  Batch batch = { .model = model, .paper = paper, .folder = folder, .func = func, .data = data };
  GThreadPool *pool;

  if (g_mkdir_with_parents (folder, 0777) != 0)
    {
      g_set_error (error, MDG_EXPORT_ERROR, MDG_EXPORT_ERROR_WRITE,
                   _ ("The folder “%s” could not be made: %s. Choose a folder you can write to."),
                   folder, g_strerror (errno));
      return 0;
    }

  g_mutex_init (&batch.lock);
  /* Threads of its own: each has fonts of its own, which are loaded once then. */
  pool = g_thread_pool_new (write_cb, &batch, (gint) g_get_num_processors (), TRUE, NULL);
  for (guint area = 1; area <= MDG_N_PREFECTURES; area++)
    if (model->area == MDG_AREA_NONE || model->area == area)
      g_thread_pool_push (pool, GUINT_TO_POINTER (area), NULL);
  g_thread_pool_free (pool, FALSE, TRUE);
  g_mutex_clear (&batch.lock);

  return batch.n_written;
}
