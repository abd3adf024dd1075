/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <poppler.h>

G_BEGIN_DECLS

/* What stands together on one line of a page, such as a cell of a table or a line of a paragraph. */
typedef struct
{
  guint page;
  guint line; /* on the page; what is at one height is on one line */
  double left;
  double right;
  double top;
  double bottom;
  char *text; /* without blanks */
  gboolean is_taken;
} PageCell;

/* The cells of a document, in the order in which they are read. Whoever can explain one takes it. */
typedef GPtrArray PageCells;

PageCells *page_cells_new (PopplerDocument *document);
void page_cells_reset (PageCells *self);
gboolean page_cells_take (PageCells *self, const char *text);
gboolean page_cells_take_paragraph (PageCells *self, const char *text);
gboolean page_cells_take_row (PageCells *self,
                              const char *first,
                              const char *const *others,
                              guint n_others);
const PageCell *page_cells_find_number (PageCells *self);

G_END_DECLS
