/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "import/mdg-import-report.h"

G_BEGIN_DECLS

GtkWidget *mdg_report_entry_row_new (const MdgReportEntry *entry);

G_END_DECLS
