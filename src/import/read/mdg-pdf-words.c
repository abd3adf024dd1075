/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import/read/mdg-pdf-words.h"

#include <math.h>

/*
 * A PDF has characters at places, and neither lines nor words. Characters whose middles are about as
 * high make a line; in a line, gaps tell words and cells apart. All measures are parts of the
 * characters' own height, so that neither the size of the page nor that of the font matters.
 */

/* Middles farther apart than this are on two lines. Rows of a table are at least one height apart. */
#define LINE_TOLERANCE 0.45f
/* Two tables side by side may stand a little higher and lower, but not by more than this. */
#define MAX_LINE_SPREAD 0.6f
/* A gap this wide is a blank. The blank of Noto Sans CJK is 0.224 of the size, and boxes are up to
 * 1.45 times as high as that. */
#define BLANK_GAP 0.12f
/* Names are set wide in tables: between ideographs such a gap is only their spacing, unless they stand
 * closer on one side of it. */
#define IDEOGRAPH_BLANK_GAP 0.6f
/* A gap this wide ends a cell. */
#define CELL_GAP 1.0f
#define IDEOGRAPH_CELL_GAP 1.6f
/* Bold type is sometimes made by printing a character twice at nearly the same place. */
#define TWICE_DISTANCE 0.2f

static float
get_middle (const MdgGlyph *glyph)
{
  return glyph->box.y + glyph->box.height / 2;
}

static int
compare_middles (gconstpointer a, gconstpointer b)
{
  float middle_a = get_middle (a);
  float middle_b = get_middle (b);

  if (middle_a != middle_b)
    return middle_a < middle_b ? -1 : 1;

  return 0;
}

static int
compare_lefts (gconstpointer a, gconstpointer b, gpointer data)
{
  const MdgGlyph *glyph_a = a;
  const MdgGlyph *glyph_b = b;

  if (glyph_a->box.x != glyph_b->box.x)
    return glyph_a->box.x < glyph_b->box.x ? -1 : 1;

  return compare_middles (a, b);
}

static gboolean
is_ideograph (gunichar c)
{
  return (c >= 0x3041 && c <= 0x30ff) || (c >= 0x4e00 && c <= 0x9fff) ||
         (c >= 0x3400 && c <= 0x4dbf) || (c >= 0xf900 && c <= 0xfaff);
}

/* What cannot be placed, or is nothing to be seen, tells nothing. */
static gboolean
is_placed (const MdgGlyph *glyph)
{
  const MdgBox *box = &glyph->box;

  return isfinite (box->x) && isfinite (box->y) && isfinite (box->width) &&
         isfinite (box->height) && box->height > 0 && box->width >= 0 &&
         g_unichar_validate (glyph->character) && !g_unichar_isspace (glyph->character) &&
         !g_unichar_iscntrl (glyph->character);
}

static gboolean
is_twice (const MdgGlyph *previous, const MdgGlyph *glyph)
{
  float distance = TWICE_DISTANCE * glyph->box.height;

  return previous->character == glyph->character &&
         fabsf (previous->box.x - glyph->box.x) < distance &&
         fabsf (previous->box.y - glyph->box.y) < distance;
}

static void
extend_box (MdgBox *box, const MdgBox *other)
{
  float right = fmaxf (box->x + box->width, other->x + other->width);
  float bottom = fmaxf (box->y + box->height, other->y + other->height);

  box->x = fminf (box->x, other->x);
  box->y = fminf (box->y, other->y);
  box->width = right - box->x;
  box->height = bottom - box->y;
}

static gboolean
are_ideographs (const MdgGlyph *left, const MdgGlyph *right)
{
  return is_ideograph (left->character) && is_ideograph (right->character);
}

/* Returns how far @right is from @left, in heights. */
static float
get_gap (const MdgGlyph *left, const MdgGlyph *right)
{
  return (right->box.x - left->box.x - left->box.width) /
         fmaxf (left->box.height, right->box.height);
}

/* Whether the gap before @index, between ideographs, is a blank and not the spacing of their line. */
static gboolean
is_wider_than_beside (const MdgGlyph *glyphs, guint n, guint index)
{
  float gap = get_gap (&glyphs[index - 1], &glyphs[index]);

  if (index >= 2 && are_ideographs (&glyphs[index - 2], &glyphs[index - 1]) &&
      gap - get_gap (&glyphs[index - 2], &glyphs[index - 1]) >= BLANK_GAP)
    return TRUE;

  return index + 1 < n && are_ideographs (&glyphs[index], &glyphs[index + 1]) &&
         gap - get_gap (&glyphs[index], &glyphs[index + 1]) >= BLANK_GAP;
}

/* Drops what is printed twice from the characters of a line. Returns how many are left. */
static guint
drop_twice (MdgGlyph *glyphs, guint n)
{
  guint n_kept = 0;

  for (guint i = 0; i < n; i++)
    if (n_kept == 0 || !is_twice (&glyphs[n_kept - 1], &glyphs[i]))
      glyphs[n_kept++] = glyphs[i];

  return n_kept;
}

static void
flush_cell (MdgDocument *document, GString *text, const MdgBox *box, guint *column)
{
  if (text->len == 0)
    return;

  mdg_document_append_cell (document, (*column)++, text->str, text->len, box);
  g_string_truncate (text, 0);
}

/* Takes the characters of one line apart, from left to right. */
static void
append_line (MdgDocument *document, MdgGlyph *glyphs, guint n, guint number)
{
  g_autoptr (GString) text = g_string_new (NULL);
  MdgBox box = { 0 };
  guint column = 0;

  g_sort_array (glyphs, n, sizeof *glyphs, compare_lefts, NULL);
  n = drop_twice (glyphs, n);
  mdg_document_begin_line (document, number);

  for (guint i = 0; i < n; i++)
    {
      if (i > 0)
        {
          gboolean both = are_ideographs (&glyphs[i - 1], &glyphs[i]);
          float gap = get_gap (&glyphs[i - 1], &glyphs[i]);

          if (gap >= (both ? IDEOGRAPH_CELL_GAP : CELL_GAP))
            flush_cell (document, text, &box, &column);
          else if (gap >= (both ? IDEOGRAPH_BLANK_GAP : BLANK_GAP) ||
                   (both && is_wider_than_beside (glyphs, n, i)))
            g_string_append_c (text, ' ');
        }

      if (text->len == 0)
        box = glyphs[i].box;
      else
        extend_box (&box, &glyphs[i].box);
      g_string_append_unichar (text, glyphs[i].character);
    }

  flush_cell (document, text, &box, &column);
}

/**
 * mdg_pdf_words_append:
 * @document: a document
 * @glyphs: (element-type MdgGlyph): the characters of one page in any order; they are sorted
 *
 * Adds the lines and cells that the characters of a page make to the current page of @document, from
 * top to bottom and left to right.
 */
void
mdg_pdf_words_append (MdgDocument *document, GArray *glyphs)
{
  MdgGlyph *all = (MdgGlyph *) (gpointer) glyphs->data;
  guint n = 0;
  guint number = 0;

  for (guint i = 0; i < glyphs->len; i++)
    if (is_placed (&all[i]))
      all[n++] = all[i];
  g_array_set_size (glyphs, n);
  g_array_sort (glyphs, compare_middles);
  all = (MdgGlyph *) (gpointer) glyphs->data;

  for (guint first = 0; first < n;)
    {
      float height = all[first].box.height;
      float last = get_middle (&all[first]);
      float begin = last;
      guint end = first + 1;

      for (; end < n; end++)
        {
          float middle = get_middle (&all[end]);

          height = fminf (height, all[end].box.height);
          if (middle - last > LINE_TOLERANCE * height || middle - begin > MAX_LINE_SPREAD * height)
            break;
          last = middle;
        }
      append_line (document, &all[first], end - first, ++number);
      first = end;
    }
}
