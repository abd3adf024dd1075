/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MdgPaper:
 * @MDG_PAPER_A4: 210 by 297 mm
 * @MDG_PAPER_A5: 148 by 210 mm
 *
 * The papers that documents are saved for. A printer may have others: a sheet is laid out for any.
 */
typedef enum
{
  MDG_PAPER_A4,
  MDG_PAPER_A5,
  MDG_N_PAPERS,
} MdgPaper;

void mdg_paper_get_size (MdgPaper paper, double *width, double *height);
const char *mdg_paper_get_id (MdgPaper paper);
gboolean mdg_paper_parse (const char *id, MdgPaper *paper);

G_END_DECLS
