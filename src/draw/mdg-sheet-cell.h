/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "draw/mdg-sheet-layout-private.h"

G_BEGIN_DECLS

/**
 * MdgSheetCell:
 *
 * Lines of text below each other, in one cell of a row: the lines of cells that stand beside each
 * other share their baselines.
 */
typedef struct
{
  double x;
  double width;
  MdgSheetMark mark; /* beside the first line, left of @x */
  double mark_size;
  gboolean is_flush_right;
  GArray *lines;
} MdgSheetCell;

/**
 * MdgSheetRow:
 *
 * How the strips of a row are cut: the room above and below, how high it is at least, and what a
 * break costs before it, within it, and beside its first and last line.
 */
typedef struct
{
  double gap;
  double pad_top;
  double pad_bottom;
  double min_height;
  double cost;
  double line_cost;
  double edge_cost;
} MdgSheetRow;

void mdg_sheet_cell_init (MdgSheetCell *self, double x, double width);
void mdg_sheet_cell_clear (MdgSheetCell *self);
void mdg_sheet_cell_add_text (MdgSheetCell *self,
                              MdgSheetLayout *layout,
                              const char *text,
                              double size,
                              gboolean is_bold,
                              double grey);
void mdg_sheet_cell_add_runs (MdgSheetCell *self, MdgSheetLayout *layout, char **runs, double size);
void mdg_sheet_cells_cut (MdgSheetCell *cells,
                          guint n_cells,
                          MdgSheetLayout *layout,
                          const MdgSheetRow *row,
                          const MdgSheetStrip *model);

G_END_DECLS
