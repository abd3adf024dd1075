/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "export/mdg-export-table.h"
#include "model/mdg-observation-row.h"

G_BEGIN_DECLS

MdgExportTable *mdg_observation_copy_new (MdgFigures *figures,
                                          GArray *indices,
                                          const gboolean is_chosen[MDG_N_OBSERVATION_COLUMNS]);

G_END_DECLS
