/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mdg-area.h"
#include "core/mdg-day.h"
#include "core/mdg-decimal.h"
#include "core/mdg-vocabulary.h"

G_BEGIN_DECLS

/*
 * Small readers for the words and numbers of a deck. Each looks at *cursor in a normalised line
 * (see mdg_text_normalize ()), skips blanks first, and on success moves *cursor past what it read;
 * on failure it leaves *cursor alone.
 */

#define MDG_MAX_GLUED 4

/**
 * MdgCounts:
 * @values: the numbers
 * @n: how many
 * @n_choices: in how many ways the digits can be split
 *
 * Numbers with comma grouping that may stand together without a blank.
 */
typedef struct
{
  gint64 values[MDG_MAX_GLUED];
  guint n;
  guint n_choices;
} MdgCounts;

void mdg_scan_blanks (const char **cursor);
gboolean mdg_scan_end (const char **cursor);
gboolean mdg_scan_literal (const char **cursor, const char *literal);
gboolean mdg_scan_integer (const char **cursor, guint max_digits, gint64 *value);
gboolean mdg_scan_decimal (const char **cursor, MdgDecimal *value);
gboolean mdg_scan_percent (const char **cursor, MdgDecimal *value);
gboolean mdg_scan_counts (const char **cursor, guint choice, MdgCounts *counts);
gboolean mdg_scan_area (const char **cursor, MdgArea *area);
gboolean mdg_scan_facility (const char **cursor, MdgFacilityType *type);
gboolean mdg_scan_month (const char **cursor, MdgMonth *month);
gboolean mdg_scan_month_name (const char **cursor, MdgMonth *month);
gboolean mdg_scan_day (const char **cursor, MdgDay *day);
char *mdg_scan_compact (const char *text);

G_END_DECLS
