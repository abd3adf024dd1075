/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mdg-area.h"
#include "core/mdg-decimal.h"

G_BEGIN_DECLS

/* What a word of a table looks like, whatever column it is from. */
typedef enum
{
  MDG_FIELD_AREA,    /* a prefecture or the nation */
  MDG_FIELD_RATE,    /* a percentage with two decimals, without a sign */
  MDG_FIELD_COUNTS,  /* a number of three digits and more, or several that are glued */
  MDG_FIELD_RANK,    /* a number of one or two digits */
  MDG_FIELD_BRACKET, /* such a number in brackets */
  MDG_FIELD_NUMBER,  /* any other number, such as the tick of an axis */
  MDG_FIELD_WORD,    /* anything else */
  MDG_N_FIELD_KINDS,
} MdgFieldKind;

/**
 * MdgField:
 * @kind: what it looks like
 * @line: index of the line it stands on
 * @text: where it begins in the line
 * @length: its length in bytes
 * @area: for an area
 * @rate: for a rate
 * @number: for a rank, with or without brackets
 *
 * A word or number of a line, for tables whose rows do not stand in lines.
 */
typedef struct
{
  MdgFieldKind kind;
  guint line;
  const char *text;
  gsize length;
  MdgArea area;
  MdgDecimal rate;
  guint number;
} MdgField;

void mdg_fields_append (GArray *fields, const char *text, guint line);

G_END_DECLS
