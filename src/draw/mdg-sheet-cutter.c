/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "draw/mdg-sheet-cutter.h"

/*
 * mdg_sheet_cutter_begin_row:
 * @row: the first row of a block
 * @kind: the block's kind
 * @gap: the gap above it, in the measure of what is left empty
 *
 * Sets the gap above a block, and what a break there costs.
 */
void
mdg_sheet_cutter_begin_row (MdgSheetCutter *self,
                            MdgSheetRow *row,
                            MdgSheetBlockKind kind,
                            double gap)
{
  if (self->after_heading)
    gap = MIN (gap, 0.45);
  row->gap = (gap + self->space) * self->pad;
  row->cost = self->after_heading ? MDG_SHEET_COST_HEADING : 0;
  self->space = 0;
  self->after_heading = FALSE;
  self->before = kind;
}

/*
 * mdg_sheet_cutter_add_frame:
 * @frame: a frame
 *
 * Begins a frame around the next strips.
 *
 * Returns: the index of the first, for [func@mdg_sheet_cutter_end_frame]
 */
guint
mdg_sheet_cutter_add_frame (MdgSheetCutter *self, const MdgSheetFrame *frame)
{
  g_array_append_vals (self->layout->frames, frame, 1);
  self->model.frame = (int) self->layout->frames->len - 1;

  return self->layout->strips->len;
}

/*
 * mdg_sheet_cutter_end_frame:
 * @first: what [func@mdg_sheet_cutter_add_frame] returned
 *
 * Ends the frame after the last strip.
 */
void
mdg_sheet_cutter_end_frame (MdgSheetCutter *self, guint first)
{
  MdgSheetFrame *frame = &g_array_index (self->layout->frames, MdgSheetFrame, self->model.frame);

  frame->first = first;
  frame->last = self->layout->strips->len - 1;
  self->model.frame = -1;
}

/*
 * mdg_sheet_cutter_cut:
 * @cells: (array length=n_cells): cells, which are cleared
 * @n_cells: how many
 * @row: how they are cut
 *
 * Cuts a row, and takes what it asked for off the model.
 */
void
mdg_sheet_cutter_cut (MdgSheetCutter *self,
                      MdgSheetCell *cells,
                      guint n_cells,
                      const MdgSheetRow *row)
{
  guint first = self->layout->strips->len;

  mdg_sheet_cells_cut (cells, n_cells, self->layout, row, &self->model);
  g_array_index (self->layout->strips, MdgSheetStrip, first).begins_page = self->model.begins_page;
  for (guint i = first + 1; i < self->layout->strips->len; i++)
    g_array_index (self->layout->strips, MdgSheetStrip, i).begins_page = FALSE;
  self->model.begins_page = FALSE;
  for (guint i = 0; i < n_cells; i++)
    mdg_sheet_cell_clear (&cells[i]);
}

/*
 * mdg_sheet_cutter_cut_text:
 * @text: a text over the width of the column
 * @size: the size of its letters, in that of running text
 * @is_bold: whether it is bold
 * @grey: 0 for black to 1 for white
 * @row: how it is cut; what breaks between its lines cost is set here
 *
 * Cuts a row of one text.
 */
void
mdg_sheet_cutter_cut_text (MdgSheetCutter *self,
                           const char *text,
                           double size,
                           gboolean is_bold,
                           double grey,
                           MdgSheetRow *row)
{
  MdgSheetCell cell;

  row->line_cost = MDG_SHEET_COST_LINE;
  row->edge_cost = MDG_SHEET_COST_EDGE_LINE;
  mdg_sheet_cell_init (&cell, 0, self->width);
  mdg_sheet_cell_add_text (&cell, self->layout, text, size * self->unit, is_bold, grey);
  mdg_sheet_cutter_cut (self, &cell, 1, row);
}
