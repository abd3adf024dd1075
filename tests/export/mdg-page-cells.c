/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/mdg-page-cells.h"

#include <string.h>

#include "draw/mdg-pages-fixture.h"

/* Words with less between them than this share of their height are one cell. A blank is less. */
#define MAX_GAP 0.38
/* Texts whose middles differ by less than this share of their height are on one line. */
#define MAX_SLOPE 0.4

static double
get_middle (const PageCell *cell)
{
  return (cell->top + cell->bottom) / 2;
}

static void
cell_free (gpointer data)
{
  PageCell *cell = data;

  g_free (cell->text);
  g_free (cell);
}

static gboolean
are_level (const PageCell *a, const PageCell *b)
{
  double height = MIN (a->bottom - a->top, b->bottom - b->top);

  return a->page == b->page && ABS (get_middle (a) - get_middle (b)) < MAX_SLOPE * height;
}

/* Whether @next goes on where @cell ends. */
static gboolean
continues (const PageCell *cell, const PageCell *next)
{
  return are_level (cell, next) &&
         ABS (next->left - cell->right) < MAX_GAP * (next->bottom - next->top);
}

static void
append (PageCell *self, const PageCell *next)
{
  g_autofree char *before = self->text;

  self->text = g_strconcat (before, next->text, NULL);
  self->right = MAX (self->right, next->right);
  self->top = MIN (self->top, next->top);
  self->bottom = MAX (self->bottom, next->bottom);
}

/* Letters that follow each other are a word. Poppler puts no blank into wide gaps. */
static void
add_words (GPtrArray *words, PopplerPage *page, guint index)
{
  g_autofree char *text = poppler_page_get_text (page);
  g_autofree PopplerRectangle *boxes = NULL;
  PageCell *word = NULL;
  guint n_boxes = 0;
  guint i = 0;

  poppler_page_get_text_layout (page, &boxes, &n_boxes);
  assert_true (g_utf8_strlen (text, -1) <= (glong) n_boxes);
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p), i++)
    {
      g_autofree char *character = g_strndup (p, (gsize) (g_utf8_next_char (p) - p));
      const PageCell letter = { .page = index,
                                .left = boxes[i].x1,
                                .right = boxes[i].x2,
                                .top = boxes[i].y1,
                                .bottom = boxes[i].y2,
                                .text = character };

      if (g_unichar_isspace (g_utf8_get_char (p)))
        word = NULL;
      else if (word != NULL && continues (word, &letter))
        append (word, &letter);
      else
        {
          word = g_memdup2 (&letter, sizeof letter);
          word->text = g_steal_pointer (&character);
          g_ptr_array_add (words, word);
        }
    }
}

static int
compare_left (const void *a, const void *b)
{
  const PageCell *left = *(const PageCell *const *) a;
  const PageCell *right = *(const PageCell *const *) b;

  return left->left < right->left ? -1 : left->left > right->left;
}

static int
compare_middle (const void *a, const void *b)
{
  double left = get_middle (*(const PageCell *const *) a);
  double right = get_middle (*(const PageCell *const *) b);

  return left < right ? -1 : left > right;
}

static int
compare_line (const void *a, const void *b)
{
  const PageCell *left = *(const PageCell *const *) a;
  const PageCell *right = *(const PageCell *const *) b;

  if (left->page != right->page)
    return left->page < right->page ? -1 : 1;
  if (left->line != right->line)
    return left->line < right->line ? -1 : 1;
  return compare_left (a, b);
}

/* From left to right, each word goes to the cell that ends just before it, if there is one. */
static GPtrArray *
join_words (GPtrArray *words)
{
  GPtrArray *cells = g_ptr_array_new ();

  g_ptr_array_sort (words, compare_left);
  for (guint i = 0; i < words->len; i++)
    {
      PageCell *word = g_ptr_array_index (words, i);
      PageCell *cell = NULL;

      for (guint j = cells->len; j > 0 && cell == NULL; j--)
        {
          PageCell *other = g_ptr_array_index (cells, j - 1);

          if (continues (other, word))
            cell = other;
        }
      if (cell == NULL)
        g_ptr_array_add (cells, word);
      else
        {
          append (cell, word);
          cell_free (word);
        }
    }

  return cells;
}

static void
number_lines (GPtrArray *cells)
{
  const PageCell *first = NULL;
  guint line = 0;

  g_ptr_array_sort (cells, compare_middle);
  for (guint i = 0; i < cells->len; i++)
    {
      PageCell *cell = g_ptr_array_index (cells, i);

      if (first == NULL || !are_level (first, cell))
        {
          first = cell;
          line++;
        }
      cell->line = line;
    }
}

/**
 * page_cells_new:
 * @document: a document
 *
 * Returns: (transfer full): its texts
 */
PageCells *
page_cells_new (PopplerDocument *document)
{
  GPtrArray *all = g_ptr_array_new_with_free_func (cell_free);

  for (int i = 0; i < poppler_document_get_n_pages (document); i++)
    {
      g_autoptr (GObject) page = G_OBJECT (poppler_document_get_page (document, i));
      g_autoptr (GPtrArray) words = g_ptr_array_new ();
      g_autoptr (GPtrArray) cells = NULL;

      add_words (words, POPPLER_PAGE (page), (guint) i);
      cells = join_words (words);
      number_lines (cells);
      for (guint j = 0; j < cells->len; j++)
        {
          PageCell *cell = g_ptr_array_index (cells, j);
          g_autofree char *text = cell->text;

          cell->text = pages_squeeze (text);
          g_ptr_array_add (all, cell);
        }
    }
  g_ptr_array_sort (all, compare_line);

  return all;
}

/* Gives back what was taken. */
void
page_cells_reset (PageCells *self)
{
  for (guint i = 0; i < self->len; i++)
    ((PageCell *) g_ptr_array_index (self, i))->is_taken = FALSE;
}

/* Takes a cell that is exactly @text. */
gboolean
page_cells_take (PageCells *self, const char *text)
{
  return page_cells_take_row (self, text, NULL, 0);
}

/* Takes cells that follow each other and together are exactly @text. */
gboolean
page_cells_take_paragraph (PageCells *self, const char *text)
{
  g_autofree char *wanted = pages_squeeze (text);

  for (guint first = 0; first < self->len; first++)
    {
      const char *rest = wanted;
      guint end = first;

      while (*rest != '\0' && end < self->len)
        {
          const PageCell *cell = g_ptr_array_index (self, end);

          if (cell->is_taken || !g_str_has_prefix (rest, cell->text))
            break;
          rest += strlen (cell->text);
          end++;
        }
      if (*rest != '\0' || end == first)
        continue;

      for (guint i = first; i < end; i++)
        ((PageCell *) g_ptr_array_index (self, i))->is_taken = TRUE;
      return TRUE;
    }

  return FALSE;
}

/* Takes a cell that is exactly @first, and with it all that stands right of it on its line, which
 * must be exactly @others; any may stand there if there are none of these. */
gboolean
page_cells_take_row (PageCells *self, const char *first, const char *const *others, guint n_others)
{
  g_autofree char *wanted = pages_squeeze (first);

  for (guint i = 0; i < self->len; i++)
    {
      PageCell *cell = g_ptr_array_index (self, i);
      gboolean is_same = !cell->is_taken && g_str_equal (cell->text, wanted);
      guint n = 0;

      for (guint j = i + 1; is_same && n_others > 0 && j < self->len; j++)
        {
          const PageCell *next = g_ptr_array_index (self, j);
          g_autofree char *other = n < n_others ? pages_squeeze (others[n]) : NULL;

          if (next->page != cell->page || next->line != cell->line)
            break;
          is_same = other != NULL && !next->is_taken && g_str_equal (next->text, other);
          n++;
        }
      if (!is_same || n != n_others)
        continue;

      for (guint j = i; j <= i + n_others; j++)
        ((PageCell *) g_ptr_array_index (self, j))->is_taken = TRUE;
      return TRUE;
    }

  return FALSE;
}

/* Returns what has a number in it that nobody took. */
const PageCell *
page_cells_find_number (PageCells *self)
{
  for (guint i = 0; i < self->len; i++)
    {
      const PageCell *cell = g_ptr_array_index (self, i);

      for (const char *p = cell->text; !cell->is_taken && *p != '\0'; p = g_utf8_next_char (p))
        if (g_unichar_isdigit (g_utf8_get_char (p)))
          return cell;
    }

  return NULL;
}
