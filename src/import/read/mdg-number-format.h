/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MdgNumberKind:
 * @MDG_NUMBER_PLAIN: the number itself
 * @MDG_NUMBER_PERCENT: a ratio, shown times 100
 * @MDG_NUMBER_WITH_SIGN: a number with a percent sign that is mere text
 * @MDG_NUMBER_DAY: a date
 * @MDG_NUMBER_MONTH: a date of which the month is shown
 * @MDG_NUMBER_YEAR: a date of which the year is shown
 * @MDG_NUMBER_TIME: a time of day
 *
 * How a cell shows its number.
 */
typedef enum
{
  MDG_NUMBER_PLAIN,
  MDG_NUMBER_PERCENT,
  MDG_NUMBER_WITH_SIGN,
  MDG_NUMBER_DAY,
  MDG_NUMBER_MONTH,
  MDG_NUMBER_YEAR,
  MDG_NUMBER_TIME,
} MdgNumberKind;

/* Where a format does not say how many decimals are shown. */
#define MDG_NUMBER_ANY_DECIMALS (-1)

/**
 * MdgNumberFormat:
 * @kind: what is shown
 * @decimals: how many decimals are shown, or %MDG_NUMBER_ANY_DECIMALS
 *
 * A number format of a spreadsheet, as far as it changes what is read.
 */
typedef struct
{
  MdgNumberKind kind;
  int decimals;
} MdgNumberFormat;

MdgNumberFormat mdg_number_format_from_code (const char *code);
MdgNumberFormat mdg_number_format_from_builtin (guint id);
char *mdg_number_format_show (MdgNumberFormat self, const char *number, gboolean from_1904);

G_END_DECLS
