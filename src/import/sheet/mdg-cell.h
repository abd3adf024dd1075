/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mdg-observation.h"

G_BEGIN_DECLS

/* More digits than any count has, and few enough that sums of thousands of them fit 64 bits. */
#define MDG_CELL_MAX_DIGITS 14

typedef enum
{
  MDG_CELL_MISSING,   /* empty, a dash, dots: not known, which is never zero */
  MDG_CELL_NUMBER,    /* a number */
  MDG_CELL_AMBIGUOUS, /* a date that can be read in more than one way, such as 03/04/01 */
  MDG_CELL_TEXT,      /* anything else */
} MdgCellKind;

/**
 * MdgCellValue:
 * @kind: what the cell holds
 * @value: the number as it is printed; of a count in 万, the full number
 * @precision: %MDG_PRECISION_ROUNDED_10000 for a count in 万, else %MDG_PRECISION_EXACT
 * @is_percent: whether a percent sign stands after it
 * @is_points: whether it is said to be in percentage points
 * @unit: (nullable): the unit printed after it, within the cell's text
 * @unit_length: length of @unit in bytes
 * @note: (nullable): the footnote printed after it, within the cell's text
 * @note_length: length of @note in bytes
 *
 * What one cell of a table says.
 */
typedef struct
{
  MdgCellKind kind;
  MdgDecimal value;
  MdgPrecision precision;
  gboolean is_percent;
  gboolean is_points;
  const char *unit;
  guint unit_length;
  const char *note;
  guint note_length;
} MdgCellValue;

const char *mdg_cell_skip_guard (const char *text);
gsize mdg_cell_get_length (const char *text);
void mdg_cell_read (const char *text, MdgCellValue *value);
gboolean mdg_cell_read_month (const char *text, MdgMonth *month);
gboolean mdg_cell_round (MdgDecimal value, guint8 decimals, MdgDecimal *rounded);

G_END_DECLS
