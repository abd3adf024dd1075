/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mdg-area.h"

G_BEGIN_DECLS

/* What stands in the column of areas: names, codes, totals. */

gboolean mdg_area_cell_read (const char *text, MdgArea *area);
gboolean mdg_area_cell_read_code (const char *text, MdgArea *area);
gboolean mdg_area_cell_is_total (const char *text);
gboolean mdg_area_cell_read_region_total (const char *text, MdgRegion *region);

G_END_DECLS
