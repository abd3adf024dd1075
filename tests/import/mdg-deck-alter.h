/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/mdg-deck-figures.h"

G_BEGIN_DECLS

/* What goes wrong in a deck. */
typedef enum
{
  MDG_DECK_ALTER_DIGIT, /* one digit of one number is another one */
  MDG_DECK_ALTER_ROW,   /* one row of a table is lost */
  MDG_DECK_ALTER_NAMES, /* two prefectures have changed places in one table */
  MDG_DECK_ALTER_TABLE, /* a table is lost */
  MDG_N_DECK_ALTERS,
} MdgDeckAlter;

char *mdg_deck_alter (MdgDeckFigures *figures, MdgDeckAlter alter, GRand *rand);

G_END_DECLS
