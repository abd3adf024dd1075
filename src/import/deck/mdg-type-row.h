/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/deck/mdg-deck.h"

G_BEGIN_DECLS

/* The three counts of a row by facility type, in one of the ways they can be read. */
typedef struct
{
  gint64 values[MDG_N_TYPE_COLUMNS];
} MdgTypeValues;

/* More numbers than stand together in any row. */
#define MDG_MAX_ROW_RUNS 8

/* How much of a budget mdg_type_row_split() takes at most. */
#define MDG_TYPE_ROW_COST 1000u

/**
 * MdgTypeRow:
 * @type: what the row is of
 * @line: index of the line with its name
 * @runs: where each run of digits and commas begins
 * @n_runs: how many there are
 * @is_after: whether the name stands after the numbers, so that what is over comes before them
 * @is_doubtful: whether the numbers may be of another name, unless the laws say that they are not
 *
 * A row by facility type as it stands in the text.
 */
typedef struct
{
  MdgFacilityType type;
  guint line;
  const char *runs[MDG_MAX_ROW_RUNS];
  guint n_runs;
  gboolean is_after;
  gboolean is_doubtful;
} MdgTypeRow;

guint mdg_type_row_count_numbers (const MdgTypeRow *self);
guint mdg_type_row_read (const MdgTypeRow *self, MdgTypeValues *values);
gboolean mdg_type_row_is_full (const MdgTypeRow *self);
gboolean mdg_type_row_is_grouped (const MdgTypeRow *self);
void mdg_type_row_split (const MdgTypeRow *self, GArray *readings);

G_END_DECLS
