/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mdg-area.h"
#include "core/mdg-decimal.h"
#include "core/mdg-vocabulary.h"

G_BEGIN_DECLS

typedef enum
{
  MDG_TOKEN_FACILITY, /* the name of a facility type, or 総計 */
  MDG_TOKEN_AREA,     /* a prefecture, or 全国 */
  MDG_TOKEN_COUNT,    /* digits and commas, which may be several numbers without a blank */
  MDG_TOKEN_RATE,     /* a percentage with two decimals */
  MDG_TOKEN_CHANGE,   /* the same in brackets or with a sign */
  MDG_TOKEN_RANK,     /* an integer in brackets */
  MDG_TOKEN_NUMBER,   /* any other number, such as the tick of an axis */
  MDG_TOKEN_WORD,     /* anything else, up to the next blank */
} MdgTokenKind;

/**
 * MdgToken:
 * @kind: what it is
 * @line: index of its line
 * @text: where it begins in the line
 * @type: for a facility
 * @area: for an area
 * @value: for a rate or a change
 *
 * A part of a line, for tables whose rows do not stand in lines.
 */
typedef struct
{
  MdgTokenKind kind;
  guint line;
  const char *text;
  MdgFacilityType type;
  MdgArea area;
  MdgDecimal value;
} MdgToken;

void mdg_tokens_read (GArray *tokens, const char *text, guint line);

G_END_DECLS
