/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "draw/mdg-sheet-cell.h"

#include "core/mdg-language.h"

/* How far lines stand apart, in sizes of their letters. Fonts disagree widely, and a Japanese line
 * among Latin ones must not stand further off, so their own heights are not asked. */
#define LEADING_JAPANESE 1.5
#define LEADING_LATIN 1.4
#define LEADING_DENSE_JAPANESE 1.36
#define LEADING_DENSE_LATIN 1.28
/* The box of a letter, above and below the baseline, in its size. */
#define ABOVE 0.88
#define BELOW 0.12
/* The middle of a mark above the baseline. */
#define MARK_MIDDLE 0.36

typedef struct
{
  PangoLayoutLine *line;
  double x;
  double above;
  double below;
  double size;
  double grey;
} Line;

/**
 * mdg_sheet_cell_init:
 * @self: a cell
 * @x: where its texts begin, from the left of the column
 * @width: how wide they may be
 *
 * Begins a cell without lines.
 */
void
mdg_sheet_cell_init (MdgSheetCell *self, double x, double width)
{
  *self = (MdgSheetCell) { .x = x, .width = width };
  self->lines = g_array_new (FALSE, FALSE, sizeof (Line));
}

/**
 * mdg_sheet_cell_clear:
 * @self: a cell
 *
 * Frees what @self holds.
 */
void
mdg_sheet_cell_clear (MdgSheetCell *self)
{
  g_array_unref (self->lines);
}

static double
get_leading (const MdgSheetLayout *layout)
{
  if (mdg_language_get () == MDG_LANGUAGE_JAPANESE)
    return layout->sheet->is_dense ? LEADING_DENSE_JAPANESE : LEADING_JAPANESE;

  return layout->sheet->is_dense ? LEADING_DENSE_LATIN : LEADING_LATIN;
}

static void
add_layout (MdgSheetCell *self,
            MdgSheetLayout *layout,
            PangoLayout *wrapped,
            double size,
            double grey)
{
  double half = (get_leading (layout) - 1) / 2;
  PangoLayoutIter *iter = pango_layout_get_iter (wrapped);

  do
    {
      Line line = { .line = pango_layout_iter_get_line_readonly (iter),
                    .size = size,
                    .grey = grey };
      double baseline = (double) pango_layout_iter_get_baseline (iter) / PANGO_SCALE;
      PangoRectangle ink, logical;

      pango_layout_iter_get_line_extents (iter, &ink, &logical);
      line.x = (double) logical.x / PANGO_SCALE;
      /* Signs that are higher than letters get the room they need. */
      line.above = MAX ((ABOVE + half) * size, baseline - (double) ink.y / PANGO_SCALE);
      line.below =
        MAX ((BELOW + half) * size, (double) (ink.y + ink.height) / PANGO_SCALE - baseline);
      g_array_append_val (self->lines, line);
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
}

/**
 * mdg_sheet_cell_add_text:
 * @self: a cell
 * @layout: what it is laid out for
 * @text: a text
 * @size: the size of its letters
 * @is_bold: whether it is bold
 * @grey: its grey, 0 for black
 *
 * Adds the lines of @text below those there are. An empty text adds none.
 */
void
mdg_sheet_cell_add_text (MdgSheetCell *self,
                         MdgSheetLayout *layout,
                         const char *text,
                         double size,
                         gboolean is_bold,
                         double grey)
{
  PangoLayout *wrapped;

  if (*text == '\0')
    return;

  wrapped = mdg_sheet_layout_create_text (layout, text, size, is_bold, self->width);
  if (self->is_flush_right)
    pango_layout_set_alignment (wrapped, PANGO_ALIGN_RIGHT);
  add_layout (self, layout, wrapped, size, grey);
}

/**
 * mdg_sheet_cell_add_runs:
 * @self: a cell
 * @layout: what it is laid out for
 * @runs: (array zero-terminated=1): labels and texts by turns
 * @size: the size of their letters
 *
 * Adds the lines of labelled texts in one paragraph.
 */
void
mdg_sheet_cell_add_runs (MdgSheetCell *self, MdgSheetLayout *layout, char **runs, double size)
{
  add_layout (self, layout, mdg_sheet_layout_create_runs (layout, runs, size, self->width), size,
              0);
}

static void
add_line (MdgSheetCell *cell, MdgSheetLayout *layout, guint index, double baseline)
{
  const Line *line = &g_array_index (cell->lines, Line, index);
  MdgSheetOp op = {
    .kind = MDG_SHEET_OP_LINE,
    .x = cell->x + line->x,
    .y = baseline,
    .grey = line->grey,
    .line = line->line,
  };

  g_array_append_val (layout->ops, op);
}

static void
add_mark (MdgSheetCell *cell, MdgSheetLayout *layout, double baseline)
{
  const Line *line = cell->lines->len > 0 ? &g_array_index (cell->lines, Line, 0) : NULL;
  MdgSheetOp op = {
    .kind = MDG_SHEET_OP_MARK,
    .mark = cell->mark,
    .size = cell->mark_size,
    .x = cell->x - cell->mark_size,
    .y = baseline - MARK_MIDDLE * (line != NULL ? line->size : cell->mark_size),
  };

  if (cell->mark != MDG_SHEET_MARK_NONE)
    g_array_append_val (layout->ops, op);
}

/**
 * mdg_sheet_cells_cut:
 * @cells: (array length=n_cells): cells beside each other
 * @n_cells: how many
 * @layout: what they are laid out for
 * @row: how to cut them
 * @model: section, region, frame and table of the strips
 *
 * Cuts a row into strips, one for each line, which are added to @layout.
 */
void
mdg_sheet_cells_cut (MdgSheetCell *cells,
                     guint n_cells,
                     MdgSheetLayout *layout,
                     const MdgSheetRow *row,
                     const MdgSheetStrip *model)
{
  guint n_lines = 1;
  double total = 0;

  for (guint i = 0; i < n_cells; i++)
    n_lines = MAX (n_lines, cells[i].lines->len);

  for (guint i = 0; i < n_lines; i++)
    {
      MdgSheetStrip strip = *model;
      double above = 0;
      double below = 0;

      strip.first_op = layout->ops->len;
      strip.gap = i == 0 ? row->gap : 0;
      if (i == 0)
        strip.cost = row->cost;
      else
        strip.cost = i == 1 || i == n_lines - 1 ? row->edge_cost : row->line_cost;

      for (guint j = 0; j < n_cells; j++)
        if (i < cells[j].lines->len)
          {
            above = MAX (above, g_array_index (cells[j].lines, Line, i).above);
            below = MAX (below, g_array_index (cells[j].lines, Line, i).below);
          }
      if (i == 0)
        above += row->pad_top;
      strip.height = above + below;
      if (i == n_lines - 1)
        strip.height = MAX (strip.height + row->pad_bottom, row->min_height - total);
      total += strip.height;

      for (guint j = 0; j < n_cells; j++)
        {
          if (i < cells[j].lines->len)
            add_line (&cells[j], layout, i, above);
          if (i == 0)
            add_mark (&cells[j], layout, above);
        }
      strip.n_ops = layout->ops->len - strip.first_op;
      g_array_append_val (layout->strips, strip);
    }
}
