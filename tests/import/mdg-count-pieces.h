/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/mdg-deck-fixture.h"

G_BEGIN_DECLS

/* The cells of a row of slides 13 to 16. */
enum
{
  RANK,
  PREVIOUS,
  NAME,
  RATE,
  MNC,
  VERIFICATIONS,
  N_CELLS,
};

/* Slides 13 to 16 have two pieces each. */
#define N_PIECES 8

typedef struct
{
  char *cells[N_CELLS];
} Row;

/* Writes what stands on one slide. */
typedef void (*Writer) (GString *text, GPtrArray *left, GPtrArray *right);

extern GPtrArray *mdg_pieces[N_PIECES];
extern char **mdg_piece_lines;
extern const guint mdg_usual_order[N_CELLS];

int mdg_pieces_setup (void **state);
int mdg_pieces_teardown (void **state);
Row *mdg_row_new (const char *line);
void mdg_row_free (gpointer data);
const Row *mdg_get_row (GPtrArray *rows, guint index);
void mdg_append_cells (GString *text,
                       const Row *row,
                       const guint order[N_CELLS],
                       const char *between);
GString *mdg_lay_out_pieces (Writer write, const guint order[N_PIECES]);
GString *mdg_lay_out (Writer write);
guint mdg_count_refused_of_altered (Writer write, guint n_altered, GRand *rand);
void mdg_assert_same_text (const char *text);
void mdg_assert_same_figures (const char *text);

G_END_DECLS
