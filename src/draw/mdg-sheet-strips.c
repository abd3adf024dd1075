/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "draw/mdg-sheet-cutter.h"

/* Sizes of letters, in that of running text. */
#define TITLE_SIZE 1.9
#define ABOVE_TITLE_SIZE 0.85
#define HEADING_SIZE 1.28
#define SUBHEADING_SIZE 1.08
#define LARGE_SIZE 1.25
#define DETAIL_SIZE 0.88
#define LABEL_SIZE 0.92
#define DIM_GREY 0.32
#define CALLOUT_FILL 0.95

/* The column of labels, and that of who did it and when, as shares of the width. */
#define LABEL_SHARE 0.2
#define MIN_LABEL_WIDTH 5.2
#define ASIDE_SHARE 0.26

/* How much of the room between blocks a dense sheet leaves. */
#define DENSITY 0.5

/* A column narrower than this, in sizes of running text, is hard to read. */
#define MIN_COLUMN_WIDTH 21.0

static void
cut_title (MdgSheetCutter *self, const MdgSheetBlock *block)
{
  MdgSheetRow row = { 0 };

  if (*block->label != '\0')
    {
      mdg_sheet_cutter_begin_row (self, &row, block->kind, 2);
      mdg_sheet_cutter_cut_text (self, block->label, ABOVE_TITLE_SIZE, TRUE, DIM_GREY, &row);
      self->after_heading = TRUE;
    }
  if (*block->text != '\0')
    {
      mdg_sheet_cutter_begin_row (self, &row, block->kind, *block->label != '\0' ? 0.1 : 2);
      row.pad_bottom = 0.3 * self->pad;
      mdg_sheet_cutter_cut_text (self, block->text, TITLE_SIZE, TRUE, 0, &row);
    }
  self->after_heading = TRUE;
}

static void
cut_heading (MdgSheetCutter *self, const MdgSheetBlock *block)
{
  MdgSheetFrame frame = { .width = self->width, .fill = 1, .grey = 0, .bottom = 1.1 };
  MdgSheetRow row = { .pad_bottom = 0.15 * self->pad };
  guint first = mdg_sheet_cutter_add_frame (self, &frame);

  mdg_sheet_cutter_begin_row (self, &row, block->kind, 1.5);
  mdg_sheet_cutter_cut_text (self, block->text, HEADING_SIZE, TRUE, 0, &row);
  mdg_sheet_cutter_end_frame (self, first);
  self->after_heading = TRUE;
}

static void
cut_subheading (MdgSheetCutter *self, const MdgSheetBlock *block)
{
  double size = SUBHEADING_SIZE * self->unit;
  double mark_size = block->mark != MDG_SHEET_MARK_NONE ? size * 1.15 : 0;
  double indent = mark_size > 0 ? mark_size * 1.5 : 0;
  MdgSheetRow row = { .line_cost = MDG_SHEET_COST_ROW_LINE, .edge_cost = MDG_SHEET_COST_ROW_LINE };
  MdgSheetCell cell;

  mdg_sheet_cutter_begin_row (self, &row, block->kind, 1.1);
  mdg_sheet_cell_init (&cell, indent, self->width - indent);
  cell.mark = block->mark;
  cell.mark_size = mark_size;
  mdg_sheet_cell_add_text (&cell, self->layout, block->text, size, TRUE, 0);
  mdg_sheet_cutter_cut (self, &cell, 1, &row);
  self->after_heading = TRUE;
}

static void
cut_paragraph (MdgSheetCutter *self, const MdgSheetBlock *block)
{
  MdgSheetRow row = { 0 };
  double size = 1;

  if (block->style == MDG_SHEET_LARGE)
    size = LARGE_SIZE;
  else if (block->style == MDG_SHEET_DIM || block->style == MDG_SHEET_SMALL)
    size = MDG_SHEET_SMALL_SIZE;

  mdg_sheet_cutter_begin_row (self, &row, block->kind, 0.5);
  mdg_sheet_cutter_cut_text (self, block->text, size, block->style == MDG_SHEET_STRONG,
                             block->style == MDG_SHEET_DIM ? DIM_GREY : 0, &row);
}

static void
cut_runs (MdgSheetCutter *self, const MdgSheetBlock *block)
{
  MdgSheetRow row = { .line_cost = MDG_SHEET_COST_LINE, .edge_cost = MDG_SHEET_COST_EDGE_LINE };
  MdgSheetCell cell;

  mdg_sheet_cutter_begin_row (self, &row, block->kind, 0.4);
  mdg_sheet_cell_init (&cell, 0, self->width);
  mdg_sheet_cell_add_runs (&cell, self->layout, block->cells, self->unit);
  mdg_sheet_cutter_cut (self, &cell, 1, &row);
}

static void
cut_callout (MdgSheetCutter *self, const MdgSheetBlock *block)
{
  MdgSheetFrame frame = {
    .width = self->width, .fill = CALLOUT_FILL, .grey = 0.2, .top = 0.8, .bottom = 0.8, .sides = 0.8
  };
  double pad = 0.8 * self->unit;
  double mark_size = block->mark != MDG_SHEET_MARK_NONE ? 1.1 * self->unit : 0;
  double indent = mark_size > 0 ? mark_size * 1.5 : 0;
  MdgSheetRow row = { .pad_top = 0.5 * self->pad,
                      .pad_bottom = 0.55 * self->pad,
                      .line_cost = MDG_SHEET_COST_LINE,
                      .edge_cost = MDG_SHEET_COST_ROW_LINE };
  MdgSheetCell cell;
  guint first = mdg_sheet_cutter_add_frame (self, &frame);

  mdg_sheet_cutter_begin_row (self, &row, block->kind, 0.8);
  if (*block->label != '\0')
    {
      MdgSheetRow label_row = row;

      label_row.pad_bottom = 0;
      mdg_sheet_cell_init (&cell, pad + indent, self->width - 2 * pad - indent);
      cell.mark = block->mark;
      cell.mark_size = mark_size;
      mdg_sheet_cell_add_text (&cell, self->layout, block->label, LABEL_SIZE * self->unit, TRUE, 0);
      mdg_sheet_cutter_cut (self, &cell, 1, &label_row);

      row.gap = 0;
      row.pad_top = 0.1 * self->pad;
      row.cost = MDG_SHEET_COST_HEADING;
    }
  mdg_sheet_cell_init (&cell, pad, self->width - 2 * pad);
  mdg_sheet_cell_add_text (&cell, self->layout, block->text, LARGE_SIZE * self->unit, FALSE, 0);
  mdg_sheet_cutter_cut (self, &cell, 1, &row);
  mdg_sheet_cutter_end_frame (self, first);
}

static void
cut_field (MdgSheetCutter *self, const MdgSheetBlock *block)
{
  MdgSheetFrame frame = {
    .width = self->width, .fill = 1, .grey = MDG_SHEET_LINE_GREY, .top = 0.5
  };
  double label_width = MAX (LABEL_SHARE * self->width, MIN_LABEL_WIDTH * self->unit);
  MdgSheetRow row = { .pad_top = 0.35 * self->pad,
                      .pad_bottom = 0.35 * self->pad,
                      .line_cost = MDG_SHEET_COST_LINE * 3,
                      .edge_cost = MDG_SHEET_COST_EDGE_LINE };
  MdgSheetCell cells[2];
  guint first;

  /* The lines between rows, not around them, tell them apart. */
  if (self->before != block->kind || self->space > 0)
    frame.top = 0;
  mdg_sheet_cutter_begin_row (self, &row, block->kind, self->before == block->kind ? 0 : 0.5);
  first = mdg_sheet_cutter_add_frame (self, &frame);
  mdg_sheet_cell_init (&cells[0], 0, label_width - self->unit);
  mdg_sheet_cell_add_text (&cells[0], self->layout, block->label, LABEL_SIZE * self->unit, TRUE, 0);
  mdg_sheet_cell_init (&cells[1], label_width, self->width - label_width);
  mdg_sheet_cell_add_text (&cells[1], self->layout, block->text, self->unit, FALSE, 0);
  mdg_sheet_cutter_cut (self, cells, 2, &row);
  mdg_sheet_cutter_end_frame (self, first);
}

static void
cut_item (MdgSheetCutter *self, const MdgSheetBlock *block)
{
  MdgSheetRow row = { .line_cost = MDG_SHEET_COST_LINE, .edge_cost = MDG_SHEET_COST_EDGE_LINE };
  MdgSheetCell cells[2];
  double indent = 1.6 * self->unit;

  mdg_sheet_cutter_begin_row (self, &row, block->kind, self->before == block->kind ? 0.25 : 0.5);
  mdg_sheet_cell_init (&cells[0], 0, self->width / 3);
  mdg_sheet_cell_add_text (&cells[0], self->layout, block->label, self->unit, TRUE, 0);
  /* A long marker moves the text, up to a third of the width; beyond that it is wrapped. */
  if (*block->label != '\0')
    {
      PangoLayout *marker = mdg_sheet_layout_create_text (self->layout, block->label, self->unit,
                                                          TRUE, self->width / 3);
      int width;

      pango_layout_get_size (marker, &width, NULL);
      indent = MAX (indent, (double) width / PANGO_SCALE + 0.5 * self->unit);
    }
  mdg_sheet_cell_init (&cells[1], indent, self->width - indent);
  mdg_sheet_cell_add_text (&cells[1], self->layout, block->text, self->unit, FALSE, 0);
  mdg_sheet_cell_add_text (&cells[1], self->layout, block->detail, DETAIL_SIZE * self->unit, FALSE,
                           DIM_GREY);
  mdg_sheet_cutter_cut (self, cells, 2, &row);
}

static void
cut_check (MdgSheetCutter *self, const MdgSheetBlock *block)
{
  MdgSheetFrame frame = {
    .width = self->width, .fill = 1, .grey = MDG_SHEET_LINE_GREY, .top = 0.5, .bottom = 0.5
  };
  double mark_size = 1.25 * self->unit;
  double indent = mark_size * 1.5;
  double aside_width = *block->label != '\0' ? ASIDE_SHARE * self->width : 0;
  MdgSheetRow row = { .pad_top = 0.4 * self->pad,
                      .pad_bottom = 0.45 * self->pad,
                      .line_cost = MDG_SHEET_COST_ROW_LINE,
                      .edge_cost = MDG_SHEET_COST_ROW_LINE };
  MdgSheetCell cells[2];
  guint first;

  mdg_sheet_cutter_begin_row (self, &row, block->kind, self->before == block->kind ? 0 : 0.6);
  first = mdg_sheet_cutter_add_frame (self, &frame);
  mdg_sheet_cell_init (&cells[0], indent, self->width - indent - aside_width - self->unit);
  cells[0].mark = block->mark;
  cells[0].mark_size = mark_size;
  mdg_sheet_cell_add_text (&cells[0], self->layout, block->text, self->unit, FALSE, 0);
  mdg_sheet_cell_add_text (&cells[0], self->layout, block->detail, DETAIL_SIZE * self->unit, FALSE,
                           DIM_GREY);
  mdg_sheet_cell_init (&cells[1], self->width - aside_width, MAX (aside_width, self->unit));
  mdg_sheet_cell_add_text (&cells[1], self->layout, block->label, DETAIL_SIZE * self->unit, FALSE,
                           0);
  mdg_sheet_cutter_cut (self, cells, 2, &row);
  mdg_sheet_cutter_end_frame (self, first);
}

/* A strip without a text, above a line. */
static void
cut_empty (MdgSheetCutter *self, double height, MdgSheetRow *row)
{
  MdgSheetOp op = { .kind = MDG_SHEET_OP_RULE, .size = self->width, .y = height, .grey = 0.45 };
  MdgSheetStrip *strip;

  row->min_height = height;
  mdg_sheet_cells_cut (NULL, 0, self->layout, row, &self->model);
  strip = &g_array_index (self->layout->strips, MdgSheetStrip, self->layout->strips->len - 1);
  self->model.begins_page = FALSE;
  g_array_append_val (self->layout->ops, op);
  strip->n_ops = 1;
}

static void
cut_lines (MdgSheetCutter *self, const MdgSheetBlock *block)
{
  MdgSheetRow row = { 0 };

  mdg_sheet_cutter_begin_row (self, &row, block->kind, 0.2);
  for (guint i = 0; i < block->n; i++)
    {
      cut_empty (self, MDG_SHEET_WRITING_HEIGHT * self->unit, &row);
      row.gap = 0;
      row.cost = MDG_SHEET_COST_LINE;
    }
}

/* Pictures beside each other are one strip. A column that is too narrow for that has one each. */
static void
cut_pictures (MdgSheetCutter *self, const MdgSheetBlock *block)
{
  guint n = block->pictures->len;
  double room = mdg_sheet_layout_get_body_bottom (self->layout, self->model.section) -
                mdg_sheet_layout_get_body_top (self->layout, TRUE);
  double width = (self->width - (n - 1) * self->layout->gutter) / n;
  guint per_row = width < MIN_COLUMN_WIDTH * self->unit ? 1 : n;

  width = per_row == 1 ? self->width : width;
  for (guint i = 0; i < n; i += per_row)
    {
      MdgSheetRow row = { 0 };

      mdg_sheet_cutter_begin_row (self, &row, block->kind, 1);
      row.min_height =
        MIN (room, mdg_sheet_pictures_measure (block->pictures->pdata + i, per_row,
                                               self->layout->context, self->unit, width));
      mdg_sheet_cells_cut (NULL, 0, self->layout, &row, &self->model);
      self->model.begins_page = FALSE;
      g_array_index (self->layout->strips, MdgSheetStrip, self->layout->strips->len - 1).n_ops =
        per_row;
      for (guint j = 0; j < per_row; j++)
        {
          MdgSheetOp op = { .kind = MDG_SHEET_OP_PICTURE,
                            .x = j * (width + self->layout->gutter),
                            .size = width,
                            .height = row.min_height,
                            .picture = g_ptr_array_index (block->pictures, i + j) };

          g_array_append_val (self->layout->ops, op);
        }
    }
}

/* Breaks inside what is kept together cost more, if a page can hold it. */
static void
end_keep (MdgSheetCutter *self)
{
  guint first = g_array_index (self->keeps, guint, self->keeps->len - 1);
  double room = mdg_sheet_layout_get_body_bottom (self->layout, self->model.section) -
                mdg_sheet_layout_get_body_top (self->layout, FALSE);
  double height = 0;

  g_array_set_size (self->keeps, self->keeps->len - 1);
  for (guint i = first; i < self->layout->strips->len; i++)
    {
      const MdgSheetStrip *strip = &g_array_index (self->layout->strips, MdgSheetStrip, i);

      height += strip->height + (i > first ? strip->gap : 0);
    }
  if (height > room)
    return;
  for (guint i = first + 1; i < self->layout->strips->len; i++)
    g_array_index (self->layout->strips, MdgSheetStrip, i).cost += MDG_SHEET_COST_KEEP;
}

static void
begin_columns (MdgSheetCutter *self, guint n_columns)
{
  while (n_columns > 1 && mdg_sheet_layout_get_column_width (self->layout, n_columns) <
                            MIN_COLUMN_WIDTH * self->unit)
    n_columns--;
  if (n_columns == self->model.n_columns)
    return;
  self->model.n_columns = n_columns;
  self->model.region++;
  self->width = mdg_sheet_layout_get_column_width (self->layout, n_columns);
}

static void
begin_page (MdgSheetCutter *self)
{
  begin_columns (self, 1);
  self->model.begins_page = self->layout->strips->len > 0;
  self->space = 0;
  self->after_heading = FALSE;
}

static void
cut_block (MdgSheetCutter *self, const MdgSheetBlock *block)
{
  switch (block->kind)
    {
    case MDG_SHEET_BLOCK_SECTION:
      begin_page (self);
      self->model.section = block->section;
      break;
    case MDG_SHEET_BLOCK_COLUMNS:
      begin_columns (self, block->n);
      break;
    case MDG_SHEET_BLOCK_KEEP:
      g_array_append_val (self->keeps, self->layout->strips->len);
      break;
    case MDG_SHEET_BLOCK_END_KEEP:
      end_keep (self);
      break;
    case MDG_SHEET_BLOCK_TITLE:
      cut_title (self, block);
      break;
    case MDG_SHEET_BLOCK_HEADING:
      cut_heading (self, block);
      break;
    case MDG_SHEET_BLOCK_SUBHEADING:
      cut_subheading (self, block);
      break;
    case MDG_SHEET_BLOCK_PARAGRAPH:
      cut_paragraph (self, block);
      break;
    case MDG_SHEET_BLOCK_RUNS:
      cut_runs (self, block);
      break;
    case MDG_SHEET_BLOCK_CALLOUT:
      cut_callout (self, block);
      break;
    case MDG_SHEET_BLOCK_FIELD:
      cut_field (self, block);
      break;
    case MDG_SHEET_BLOCK_ITEM:
      cut_item (self, block);
      break;
    case MDG_SHEET_BLOCK_CHECK:
      cut_check (self, block);
      break;
    case MDG_SHEET_BLOCK_SPACE:
      self->space += block->size;
      break;
    case MDG_SHEET_BLOCK_LINES:
      cut_lines (self, block);
      break;
    case MDG_SHEET_BLOCK_PICTURES:
      cut_pictures (self, block);
      break;
    case MDG_SHEET_BLOCK_TABLE:
      mdg_sheet_cutter_cut_table (self, block);
      break;
    case MDG_SHEET_BLOCK_ROW:
      mdg_sheet_cutter_cut_row (self, block);
      break;
    case MDG_SHEET_BLOCK_END_TABLE:
    default:
      self->table = NULL;
      self->model.table = -1;
      self->after_heading = FALSE;
      break;
    }
}

/**
 * mdg_sheet_layout_cut:
 * @self: a layout
 *
 * Cuts the blocks of the sheet into strips.
 */
void
mdg_sheet_layout_cut (MdgSheetLayout *self)
{
  MdgSheetCutter cutter = {
    .layout = self,
    .model = { .frame = -1, .table = -1, .n_columns = 1 },
    .width = mdg_sheet_layout_get_column_width (self, 1),
    .unit = self->unit,
    .pad = self->unit * (self->sheet->is_dense ? DENSITY : 1),
    .keeps = g_array_new (FALSE, FALSE, sizeof (guint)),
  };

  for (guint i = 0; i < self->sheet->blocks->len; i++)
    cut_block (&cutter, g_ptr_array_index (self->sheet->blocks, i));
  g_array_unref (cutter.keeps);
}
