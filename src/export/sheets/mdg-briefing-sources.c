/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "export/sheets/mdg-briefing-sources.h"

#include <glib/gi18n.h>

#include "export/mdg-export-sources.h"

/**
 * mdg_briefing_sources_write:
 * @figures: figures of the briefing, of which all are used that it shows
 * @sheet: a sheet
 *
 * Lists the publications that the figures are from, with their pages: those of the ministry each by
 * itself, then those that quote the ministry.
 */
void
mdg_briefing_sources_write (MdgBriefingFigures *figures, MdgSheet *sheet)
{
  g_autoptr (GPtrArray) used = g_hash_table_get_keys_as_ptr_array (figures->used);
  g_autoptr (GString) quoting = g_string_new (NULL);
  guint n_of_ministry;
  g_autoptr (GPtrArray) lines = mdg_export_sources_list (figures->figures, used, &n_of_ministry);

  mdg_sheet_add_heading (sheet, C_ ("briefing", "Sources"));
  for (guint i = 0; i < n_of_ministry; i++)
    mdg_sheet_add_paragraph (sheet, MDG_SHEET_SMALL, lines->pdata[i]);
  for (guint i = n_of_ministry; i < lines->len; i++)
    g_string_append_printf (quoting, "%s%s", quoting->len > 0 ? C_ ("between sources", "; ") : "",
                            (char *) lines->pdata[i]);
  mdg_sheet_add_paragraph (sheet, MDG_SHEET_SMALL, quoting->str);
}
