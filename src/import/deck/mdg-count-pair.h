/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mdg-decimal.h"

G_BEGIN_DECLS

/*
 * The two counts of a row, which may be glued to each other or to the next row, with commas or
 * without, and stand in either order. What grouping leaves open, the printed rate tells.
 */

gboolean mdg_count_rate_holds (gint64 mnc, gint64 verifications, MdgDecimal rate);
gboolean mdg_count_parse (const char *text, gsize length, gint64 *value);
gboolean mdg_count_split (const char *text, gsize length, MdgDecimal rate, gint64 counts[2]);
gboolean mdg_count_pair_scan (const char **cursor, MdgDecimal rate, gint64 counts[2]);

G_END_DECLS
