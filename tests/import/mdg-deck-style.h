/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mdg-day.h"

G_BEGIN_DECLS

/* How a program that extracts text puts the cells of a table on lines. */
typedef enum
{
  MDG_DECK_ROWS,         /* a row to a line, as in the deck of 13 November 2025 */
  MDG_DECK_SIDE_BY_SIDE, /* the rows of tables that stand beside each other on one line */
  MDG_DECK_COLUMNS,      /* all names, then all values, a cell to a line */
  MDG_DECK_TOKENS,       /* row by row, a cell to a line */
  MDG_N_DECK_LAYOUTS,
} MdgDeckLayout;

/* Where the row of the nation stands in the table of rates. */
typedef enum
{
  MDG_DECK_NATIONAL_GLUED,       /* on the line of 沖縄県, without a blank */
  MDG_DECK_NATIONAL_LAST,        /* on a line of its own */
  MDG_DECK_NATIONAL_AFTER_FIRST, /* after the first of the three groups */
  MDG_N_DECK_NATIONALS,
} MdgDeckNational;

typedef enum
{
  MDG_DECK_BLANK_PLAIN,
  MDG_DECK_BLANK_WIDE,     /* U+3000 */
  MDG_DECK_BLANK_NO_BREAK, /* U+00A0 */
  MDG_DECK_BLANK_MIXED,
  MDG_N_DECK_BLANKS,
} MdgDeckBlank;

typedef enum
{
  MDG_DECK_MONTH_SHORT,   /* R7.10 */
  MDG_DECK_MONTH_ERA,     /* 令和7年10月 */
  MDG_DECK_MONTH_SPACED,  /* 令和 7年10月 */
  MDG_DECK_MONTH_WIDE,    /* 令和７年１０月 */
  MDG_DECK_MONTH_WESTERN, /* 2025年10月 */
  MDG_DECK_MONTH_AS_DECK, /* as the true deck does in each place */
  MDG_N_DECK_MONTHS,
} MdgDeckMonth;

/**
 * MdgDeckStyle:
 * @seed: decides what is decided anew for each line
 * @counts: layout of the facility x prefecture tables
 * @rates: layout of the table of rates
 * @types: layout of the totals and of the information views
 * @national: where the national rate stands
 * @blank: what blanks are made of
 * @month: how months are spelt
 * @labels_after: whether a facility type stands after its numbers
 * @ticks: whether the ticks of a chart's axes stand between the numbers
 * @glued: whether the two counts of some rows are written without a blank
 * @one_slide: whether the tables have all 47 rows on one slide
 * @turned: whether the second table of each slide comes first in the text
 * @has_headers: whether the columns have headings
 * @has_headings: whether the tables have the name of their facility type above them
 * @moved_headings: whether these headings stand above the wrong table
 * @stray_heading: whether a 【病院】 stands on each of these slides
 * @wide_digits: whether digits and signs are full-width, on some of the lines
 * @crlf: whether lines end as on Windows
 * @loose: whether empty lines stand between all lines
 * @has_numbers: whether slides print their number
 * @glued_number: whether the number of the first slide is glued to the views
 * @has_list: whether the list of titles stands at the end
 * @has_cover: whether the cover prints the day of the meeting
 * @notes: whether ※ notes stand in the tables
 * @shuffled: whether the slides stand in another order
 *
 * How a deck is written. Each of these can be combined with each other one.
 */
typedef struct
{
  guint32 seed;
  MdgDeckLayout counts;
  MdgDeckLayout rates;
  MdgDeckLayout types;
  MdgDeckNational national;
  MdgDeckBlank blank;
  MdgDeckMonth month;
  gboolean labels_after;
  gboolean ticks;
  gboolean glued;
  gboolean one_slide;
  gboolean turned;
  gboolean has_headers;
  gboolean has_headings;
  gboolean moved_headings;
  gboolean stray_heading;
  gboolean wide_digits;
  gboolean crlf;
  gboolean loose;
  gboolean has_numbers;
  gboolean glued_number;
  gboolean has_list;
  gboolean has_cover;
  gboolean notes;
  gboolean shuffled;
} MdgDeckStyle;

void mdg_deck_style_init (MdgDeckStyle *self);
void mdg_deck_style_init_random (MdgDeckStyle *self, GRand *rand);
void mdg_deck_style_alter (MdgDeckStyle *self, GRand *rand);
char *mdg_deck_style_describe (const MdgDeckStyle *self);
gboolean mdg_deck_layout_from_id (const char *id, MdgDeckLayout *layout);
char *mdg_deck_style_spell (const MdgDeckStyle *self, MdgDeckMonth usual, MdgMonth month);
char *mdg_deck_style_finish (const MdgDeckStyle *self, const char *text);

G_END_DECLS
