/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "draw/mdg-sheet-cutter.h"

#define CELL_SIZE 0.92

static void
cut_cells (MdgSheetCutter *self,
           char **texts,
           gboolean is_bold,
           MdgSheetRow *row,
           MdgSheetFrame *frame)
{
  const MdgSheetBlock *table = self->table;
  gboolean is_form = table->table == MDG_SHEET_TABLE_FORM;
  double pad = (is_form ? 0.35 : 0.5) * self->unit;
  double size = is_form && is_bold ? MDG_SHEET_SMALL_SIZE : CELL_SIZE;
  double x = 0;
  MdgSheetCell cells[MDG_SHEET_MAX_COLUMNS];
  guint first;

  for (guint i = 0; i < table->n; i++)
    {
      double width = table->widths[i] * self->width;
      double left = is_form || i > 0 ? pad : 0;
      double right = is_form || i < table->n - 1 ? pad : 0;

      mdg_sheet_cell_init (&cells[i], x + left, width - left - right);
      cells[i].is_flush_right = table->table == MDG_SHEET_TABLE_FIGURES && i > 0;
      mdg_sheet_cell_add_text (&cells[i], self->layout, texts[i], size * self->unit, is_bold, 0);
      x += width;
      if (is_form && i < table->n - 1)
        frame->dividers[frame->n_dividers++] = x;
    }

  first = mdg_sheet_cutter_add_frame (self, frame);
  mdg_sheet_cutter_cut (self, cells, table->n, row);
  mdg_sheet_cutter_end_frame (self, first);
}

/*
 * mdg_sheet_cutter_cut_table:
 * @block: where a table begins
 *
 * Cuts the headings of a table.
 */
void
mdg_sheet_cutter_cut_table (MdgSheetCutter *self, const MdgSheetBlock *block)
{
  gboolean is_form = block->table == MDG_SHEET_TABLE_FORM;
  MdgSheetFrame frame = { .width = self->width,
                          .fill = is_form ? 0.92 : 1,
                          .grey = 0,
                          .bottom = is_form ? 0.5 : 1,
                          .sides = is_form ? 0.5 : 0 };
  MdgSheetRow row = { .pad_top = 0.3 * self->pad,
                      .pad_bottom = 0.3 * self->pad,
                      .line_cost = MDG_SHEET_COST_HEADING,
                      .edge_cost = MDG_SHEET_COST_HEADING };

  self->table = block;
  self->n_rows = 0;
  self->headings = (MdgSheetTable) { .first = self->layout->strips->len };
  if (block->cells == NULL)
    return;

  mdg_sheet_cutter_begin_row (self, &row, block->kind, 0.6);
  cut_cells (self, block->cells, TRUE, &row, &frame);
  self->headings.n = self->layout->strips->len - self->headings.first;
  for (guint i = 0; i < self->headings.n; i++)
    self->headings.height +=
      g_array_index (self->layout->strips, MdgSheetStrip, self->headings.first + i).height;
  g_array_append_val (self->layout->tables, self->headings);
  self->model.table = (int) self->layout->tables->len - 1;
  self->after_heading = TRUE;
}

/*
 * mdg_sheet_cutter_cut_row:
 * @block: a row of the table that was begun last
 *
 * Cuts a row of a table.
 */
void
mdg_sheet_cutter_cut_row (MdgSheetCutter *self, const MdgSheetBlock *block)
{
  gboolean is_form = self->table->table == MDG_SHEET_TABLE_FORM;
  MdgSheetFrame frame = { .width = self->width,
                          .fill = 1,
                          .grey = is_form ? 0 : MDG_SHEET_LINE_GREY,
                          .bottom = 0.5,
                          .sides = is_form ? 0.5 : 0 };
  MdgSheetRow row = { .pad_top = 0.35 * self->pad,
                      .pad_bottom = 0.35 * self->pad,
                      .min_height = is_form ? MDG_SHEET_WRITING_HEIGHT * self->unit : 0,
                      .line_cost = MDG_SHEET_COST_ROW_LINE,
                      .edge_cost = MDG_SHEET_COST_ROW_LINE };

  mdg_sheet_cutter_begin_row (self, &row, block->kind, 0.6);
  if (self->n_rows > 0 || self->headings.n > 0)
    row.gap = 0;
  cut_cells (self, block->cells, FALSE, &row, &frame);
  self->n_rows++;
}
