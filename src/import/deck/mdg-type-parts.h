/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/deck/mdg-type-row.h"

G_BEGIN_DECLS

typedef enum
{
  MDG_PART_NAME,    /* a facility type */
  MDG_PART_NUMBERS, /* a run of digits and commas */
  MDG_PART_BREAK,   /* words, or the end of a slide */
} MdgPartKind;

/**
 * MdgTypePart:
 * @kind: what it is
 * @line: index of its line
 * @type: for a name
 * @text: for numbers, where they begin
 *
 * A piece of a stretch of text that may hold tables by facility type.
 */
typedef struct
{
  MdgPartKind kind;
  guint line;
  MdgFacilityType type;
  const char *text;
} MdgTypePart;

/* What is looked away from when the pieces are put together. */
typedef enum
{
  MDG_PARTS_AS_THEY_ARE,
  MDG_PARTS_WITHOUT_TICKS, /* round numbers, such as those at the axis of a chart */
  MDG_PARTS_WITHOUT_WORDS, /* and words in between */
  MDG_N_PARTS_MODES,
} MdgPartsMode;

void mdg_type_parts_solve (GArray *parts, guint *budget, GPtrArray *tables);

G_END_DECLS
