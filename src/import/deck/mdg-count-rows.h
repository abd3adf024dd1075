/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/deck/mdg-deck.h"

G_BEGIN_DECLS

/* More tables than stand beside each other on any slide. */
#define MDG_MAX_LANES 4

gboolean mdg_count_row_scan (const char **cursor, MdgCountRow *row);
guint mdg_count_rows_scan_line (const char *text, guint line, MdgCountRow rows[MDG_MAX_LANES]);
void mdg_count_rows_orient (GArray *rows);
const MdgBox *mdg_count_row_find_box (const MdgCountRow *row, const MdgDocument *document);

G_END_DECLS
