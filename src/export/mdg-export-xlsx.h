/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "export/mdg-export-table.h"

G_BEGIN_DECLS

GBytes *mdg_export_table_to_xlsx (MdgExportTable *self, GCancellable *cancellable, GError **error);

G_END_DECLS
