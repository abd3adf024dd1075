/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "draw/mdg-sheet-layout-private.h"
#include "draw/mdg-text.h"

#define FOOT_GREY 0.3
#define RULE_GREY 0.55
#define HAIRLINE 0.5

static void
set_grey (cairo_t *cr, double grey)
{
  cairo_set_source_rgb (cr, grey, grey, grey);
}

static void
draw_rule (cairo_t *cr, double x, double y, double width, double line_width, double grey)
{
  set_grey (cr, grey);
  cairo_set_line_width (cr, line_width);
  cairo_move_to (cr, x, y);
  cairo_line_to (cr, x + width, y);
  cairo_stroke (cr);
}

static void
draw_upright (cairo_t *cr, double x, double y, double height)
{
  cairo_move_to (cr, x, y);
  cairo_line_to (cr, x, y + height);
  cairo_stroke (cr);
}

static void
stroke_tick (cairo_t *cr, double x, double y, double size)
{
  cairo_move_to (cr, x - size * 0.24, y + size * 0.02);
  cairo_line_to (cr, x - size * 0.06, y + size * 0.2);
  cairo_line_to (cr, x + size * 0.26, y - size * 0.2);
  cairo_stroke (cr);
}

static void
stroke_cross (cairo_t *cr, double x, double y, double size)
{
  cairo_move_to (cr, x - size * 0.18, y - size * 0.18);
  cairo_line_to (cr, x + size * 0.18, y + size * 0.18);
  cairo_move_to (cr, x + size * 0.18, y - size * 0.18);
  cairo_line_to (cr, x - size * 0.18, y + size * 0.18);
  cairo_stroke (cr);
}

static void
draw_triangle (cairo_t *cr, double x, double y, double size)
{
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_move_to (cr, x, y - size * 0.46);
  cairo_line_to (cr, x + size * 0.5, y + size * 0.42);
  cairo_line_to (cr, x - size * 0.5, y + size * 0.42);
  cairo_close_path (cr);
  cairo_stroke (cr);
  cairo_move_to (cr, x, y - size * 0.16);
  cairo_line_to (cr, x, y + size * 0.12);
  cairo_stroke (cr);
  cairo_arc (cr, x, y + size * 0.27, size * 0.055, 0, 2 * G_PI);
  cairo_fill (cr);
}

static void
draw_bubble (cairo_t *cr, double x, double y, double size)
{
  double w = size * 0.5;

  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_move_to (cr, x - w, y - size * 0.4);
  cairo_line_to (cr, x + w, y - size * 0.4);
  cairo_line_to (cr, x + w, y + size * 0.2);
  cairo_line_to (cr, x - size * 0.1, y + size * 0.2);
  cairo_line_to (cr, x - size * 0.28, y + size * 0.44);
  cairo_line_to (cr, x - size * 0.28, y + size * 0.2);
  cairo_line_to (cr, x - w, y + size * 0.2);
  cairo_close_path (cr);
  cairo_stroke (cr);
}

static void
draw_mark (cairo_t *cr, MdgSheetMark mark, double x, double y, double size)
{
  cairo_save (cr);
  set_grey (cr, 0);
  cairo_set_line_width (cr, size * 0.09);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);

  switch (mark)
    {
    case MDG_SHEET_MARK_PROCEED:
      cairo_arc (cr, x, y, size * 0.46, 0, 2 * G_PI);
      cairo_stroke (cr);
      stroke_tick (cr, x, y, size);
      break;
    case MDG_SHEET_MARK_CAUTION:
      draw_triangle (cr, x, y, size);
      break;
    case MDG_SHEET_MARK_STOP:
      cairo_arc (cr, x, y, size * 0.5, 0, 2 * G_PI);
      cairo_fill (cr);
      set_grey (cr, 1);
      cairo_set_line_width (cr, size * 0.12);
      stroke_cross (cr, x, y, size);
      break;
    case MDG_SHEET_MARK_SPEECH:
      draw_bubble (cr, x, y, size);
      break;
    case MDG_SHEET_MARK_OPEN:
    case MDG_SHEET_MARK_DONE:
    case MDG_SHEET_MARK_NOT_APPLICABLE:
      cairo_set_line_width (cr, size * 0.07);
      cairo_rectangle (cr, x - size * 0.42, y - size * 0.42, size * 0.84, size * 0.84);
      cairo_stroke (cr);
      cairo_set_line_width (cr, size * 0.12);
      if (mark == MDG_SHEET_MARK_DONE)
        stroke_tick (cr, x, y, size);
      else if (mark == MDG_SHEET_MARK_NOT_APPLICABLE)
        {
          cairo_move_to (cr, x - size * 0.22, y);
          cairo_line_to (cr, x + size * 0.22, y);
          cairo_stroke (cr);
        }
      break;
    case MDG_SHEET_MARK_NONE:
    default:
      break;
    }
  cairo_restore (cr);
}

static void
draw_op (MdgSheetLayout *self, cairo_t *cr, const MdgSheetOp *op, double x, double y)
{
  switch (op->kind)
    {
    case MDG_SHEET_OP_LINE:
      set_grey (cr, op->grey);
      cairo_move_to (cr, x + op->x, y + op->y);
      mdg_text_show_line (cr, op->line);
      cairo_new_path (cr);
      break;
    case MDG_SHEET_OP_MARK:
      draw_mark (cr, op->mark, x + op->x, y + op->y, op->size);
      break;
    case MDG_SHEET_OP_PICTURE:
      cairo_save (cr);
      cairo_translate (cr, x + op->x, y + op->y);
      mdg_sheet_picture_draw (op->picture, cr, self->context, self->unit, op->size, op->height);
      cairo_restore (cr);
      break;
    case MDG_SHEET_OP_RULE:
    default:
      draw_rule (cr, x + op->x, y + op->y, op->size, HAIRLINE, op->grey);
      break;
    }
}

/* Draws the part of a frame that is around the placed strips from @first to before @end. */
static void
draw_frame (MdgSheetLayout *self,
            cairo_t *cr,
            const MdgSheetFrame *frame,
            const MdgSheetPlaced *first,
            const MdgSheetPlaced *last)
{
  double x = first->x + frame->x;
  double y = first->y;
  double height = last->y + g_array_index (self->strips, MdgSheetStrip, last->strip).height - y;
  gboolean has_top = frame->top > 0 && first->strip == frame->first;
  gboolean has_bottom = frame->bottom > 0 && last->strip == frame->last;

  if (frame->fill < 1)
    {
      set_grey (cr, frame->fill);
      cairo_rectangle (cr, x, y, frame->width, height);
      cairo_fill (cr);
    }

  cairo_set_line_cap (cr, CAIRO_LINE_CAP_SQUARE);
  if (frame->sides > 0)
    {
      set_grey (cr, frame->grey);
      cairo_set_line_width (cr, frame->sides);
      draw_upright (cr, x, y, height);
      draw_upright (cr, x + frame->width, y, height);
      for (guint i = 0; i < frame->n_dividers; i++)
        draw_upright (cr, x + frame->dividers[i], y, height);
      /* What goes over to another page is closed here all the same: an open cell looks torn. */
      has_top = TRUE;
      has_bottom = TRUE;
    }
  if (has_top)
    draw_rule (cr, x, y, frame->width, MAX (frame->top, frame->sides), frame->grey);
  if (has_bottom)
    draw_rule (cr, x, y + height, frame->width, MAX (frame->bottom, frame->sides), frame->grey);
}

static void
draw_frames (MdgSheetLayout *self, cairo_t *cr, const MdgSheetPage *page)
{
  for (guint i = page->first; i < page->first + page->n;)
    {
      const MdgSheetPlaced *first = &g_array_index (self->placed, MdgSheetPlaced, i);
      const MdgSheetPlaced *last = first;
      int frame = g_array_index (self->strips, MdgSheetStrip, first->strip).frame;

      for (i++; i < page->first + page->n; i++)
        {
          const MdgSheetPlaced *next = &g_array_index (self->placed, MdgSheetPlaced, i);

          if (g_array_index (self->strips, MdgSheetStrip, next->strip).frame != frame ||
              next->x != first->x || next->strip != last->strip + 1)
            break;
          last = next;
        }
      if (frame >= 0)
        draw_frame (self, cr, &g_array_index (self->frames, MdgSheetFrame, frame), first, last);
    }
}

static void
draw_head (MdgSheetLayout *self, cairo_t *cr, const MdgSheetPage *page)
{
  const MdgSheetSection *section = g_ptr_array_index (self->sheet->sections, page->section);
  double width = self->width - 2 * self->margin;
  PangoLayout *text;

  if (page->begins_section || section->title == NULL)
    return;

  text = mdg_sheet_layout_create_text (self, section->title, self->unit * 0.78, TRUE, width);
  pango_layout_set_ellipsize (text, PANGO_ELLIPSIZE_END);
  set_grey (cr, FOOT_GREY);
  cairo_move_to (cr, self->margin, self->margin - self->unit * 0.4);
  mdg_text_show (cr, text);
  draw_rule (cr, self->margin, self->margin + self->unit, width, HAIRLINE, RULE_GREY);
}

static void
draw_foot (MdgSheetLayout *self, cairo_t *cr, guint page, guint section)
{
  const MdgSheetFoot *foot = &g_array_index (self->feet, MdgSheetFoot, section);
  double width = self->width - 2 * self->margin;
  double y = mdg_sheet_layout_get_body_bottom (self, section) + self->unit * 1.1;
  /* Translators: the number of a page, and how many there are. */
  g_autofree char *number =
    g_strdup_printf (C_ ("sheet", "Page %u of %u"), page + 1, self->pages->len);
  PangoLayout *text = mdg_sheet_layout_create_text (self, number, self->unit * 0.72, TRUE, width);

  draw_rule (cr, self->margin, y, width, HAIRLINE, RULE_GREY);
  y += self->unit * 0.4;

  set_grey (cr, FOOT_GREY);
  pango_layout_set_alignment (text, PANGO_ALIGN_RIGHT);
  cairo_move_to (cr, self->margin, y);
  mdg_text_show (cr, text);

  for (guint i = 0; i < G_N_ELEMENTS (foot->texts); i++)
    {
      int height;

      if (foot->texts[i] == NULL)
        continue;
      cairo_move_to (cr, self->margin, y);
      mdg_text_show (cr, foot->texts[i]);
      pango_layout_get_size (foot->texts[i], NULL, &height);
      y += (double) height / PANGO_SCALE;
    }
}

/**
 * mdg_sheet_layout_draw_page:
 * @self: a layout
 * @cr: where to draw, with the point as its unit
 * @page: which page, from 0
 *
 * Draws a page, in black and greys but for its pictures, without the paper. May be called for any page any number of
 * times.
 */
void
mdg_sheet_layout_draw_page (MdgSheetLayout *self, cairo_t *cr, guint page)
{
  const MdgSheetPage *record;

  g_return_if_fail (self != NULL);
  g_return_if_fail (page < self->pages->len);

  record = &g_array_index (self->pages, MdgSheetPage, page);
  cairo_save (cr);
  cairo_scale (cr, self->scale, self->scale);
  draw_head (self, cr, record);
  draw_frames (self, cr, record);
  for (guint i = record->first; i < record->first + record->n; i++)
    {
      const MdgSheetPlaced *placed = &g_array_index (self->placed, MdgSheetPlaced, i);
      const MdgSheetStrip *strip = &g_array_index (self->strips, MdgSheetStrip, placed->strip);

      for (guint j = strip->first_op; j < strip->first_op + strip->n_ops; j++)
        draw_op (self, cr, &g_array_index (self->ops, MdgSheetOp, j), placed->x, placed->y);
    }
  draw_foot (self, cr, page, record->section);
  cairo_restore (cr);
}
