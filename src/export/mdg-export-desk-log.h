/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "guide/mdg-guide-pack.h"

G_BEGIN_DECLS

char *mdg_export_desk_log (GPtrArray *counts, const MdgGuidePack *pack);
const char *mdg_export_desk_log_get_situation (const MdgGuidePack *pack, const char *id);
const char *mdg_export_desk_log_get_outcome (const MdgGuidePack *pack, const char *id);

G_END_DECLS
