/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "import/mdg-import-report.h"

G_BEGIN_DECLS

/**
 * MdgReportEntryRow:
 *
 * What became of one table or slide of an import: how many of its figures are proved, and, opened,
 * why. A refused table can have a switch that takes its figures all the same.
 *
 * Signal "accept-changed" (boolean): the user turned that switch.
 */
#define MDG_TYPE_REPORT_ENTRY_ROW (mdg_report_entry_row_get_type ())
G_DECLARE_FINAL_TYPE (MdgReportEntryRow,
                      mdg_report_entry_row,
                      MDG,
                      REPORT_ENTRY_ROW,
                      AdwExpanderRow)

GtkWidget *mdg_report_entry_row_new (const MdgReportEntry *entry);
void mdg_report_entry_row_update (MdgReportEntryRow *self, const MdgReportEntry *entry);
void mdg_report_entry_row_offer (MdgReportEntryRow *self, const MdgReportEntry *entry);

G_END_DECLS
