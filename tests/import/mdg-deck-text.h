/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/mdg-deck-figures.h"
#include "import/mdg-deck-style.h"

G_BEGIN_DECLS

/* What the parts of a deck's writer share. */
typedef struct
{
  const MdgDeckFigures *figures;
  const MdgDeckStyle *style;
  GString *text;
  GString *list; /* of titles */
  GRand *rand;
  guint slide;
  guint n_notes;
} MdgDeckWriter;

/* The two tables that share a slide, and the names that stand above them. */
extern const struct MdgDeckPair
{
  guint types[2];
  const char *headings[2];
} mdg_deck_pairs[2];

#define MDG_DECK_SPLIT 30 /* rows of each table on the first of its two slides */

void mdg_deck_make (guint32 seed, MdgDeckFigures *figures, MdgDeckStyle *style);
char *mdg_deck_text_write (const MdgDeckFigures *figures, const MdgDeckStyle *style);

void mdg_deck_writer_line (MdgDeckWriter *self, const char *format, ...) G_GNUC_PRINTF (2, 3);
void mdg_deck_writer_types (MdgDeckWriter *self,
                            const gint64 values[MDG_DECK_N_TYPES][MDG_DECK_N_COLUMNS],
                            const gboolean lost[MDG_DECK_N_TYPES],
                            const char *glued);
void mdg_deck_writer_rates (MdgDeckWriter *self);
void mdg_deck_writer_counts (MdgDeckWriter *self, guint pair, guint first, guint end);

char *mdg_deck_group_digits (gint64 number);
char *mdg_deck_dup_count_cell (const MdgDeckCount *row, guint column);
char *mdg_deck_dup_rate (const MdgDeckRate *row);

/* Columns of a facility x prefecture table. */
enum
{
  MDG_DECK_CELL_RANK,
  MDG_DECK_CELL_PREVIOUS,
  MDG_DECK_CELL_NAME,
  MDG_DECK_CELL_RATE,
  MDG_DECK_CELL_MNC,
  MDG_DECK_CELL_VERIFICATIONS,
  MDG_N_DECK_CELLS,
};

G_END_DECLS
