/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mdg-area-table.h"
#include "export/mdg-export-table.h"

G_BEGIN_DECLS

char *mdg_export_area_table_dup_title (MdgAreaTable *table);
MdgExportTable *mdg_export_area_table_new (MdgAreaTable *table, const guint *rows, guint n_rows);

G_END_DECLS
