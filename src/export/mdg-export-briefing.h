/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "export/mdg-export-sheet.h"
#include "export/sheets/mdg-briefing-sheet.h"

G_BEGIN_DECLS

/**
 * MdgExportBriefingFunc:
 * @area: a prefecture whose briefing is written, or failed
 * @error: (nullable): why it failed
 * @data: the caller's data
 *
 * Called once for each briefing, by one thread at a time, but not always the same.
 *
 * Returns: whether to go on; if not, no further briefing is begun
 */
typedef gboolean (*MdgExportBriefingFunc) (MdgArea area, const GError *error, gpointer data);

gboolean mdg_export_briefing_init (MdgBriefing *briefing,
                                   MdgFigures *figures,
                                   MdgMonth month,
                                   MdgArea area,
                                   GError **error);
void mdg_export_briefing_clear (MdgBriefing *briefing);
char *mdg_export_briefing_get_file_name (MdgMonth month, MdgArea area);
MdgSheet *mdg_export_briefing_create_sheet (const MdgBriefing *briefing, GError **error);
gboolean mdg_export_briefing_to_path (const MdgBriefing *briefing,
                                      MdgPaper paper,
                                      const char *path,
                                      GError **error);
guint mdg_export_briefings_to_folder (const MdgBriefing *model,
                                      MdgPaper paper,
                                      const char *folder,
                                      MdgExportBriefingFunc func,
                                      gpointer data,
                                      GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MdgBriefing, mdg_export_briefing_clear)

G_END_DECLS
