/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mdg-figures.h"
#include "export/mdg-export-table.h"

G_BEGIN_DECLS

MdgExportTable *mdg_export_observations_new (MdgFigures *figures, GArray *indices);

G_END_DECLS
