/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MdgDecimal:
 * @digits: the value times 10 to the power of @decimals
 * @decimals: number of decimals as printed, 0 to 9
 *
 * An exact decimal number. Figures are never held as binary fractions, because the laws that prove
 * them are exact: 37.14 is { 3714, 2 }.
 */
typedef struct
{
  gint64 digits;
  guint8 decimals;
} MdgDecimal;

#define MDG_DECIMAL(d, n) ((MdgDecimal) { (d), (n) })

gboolean mdg_decimal_parse (const char *text, gssize length, MdgDecimal *out);
char *mdg_decimal_to_string (MdgDecimal self);
double mdg_decimal_to_double (MdgDecimal self);
int mdg_decimal_compare (MdgDecimal a, MdgDecimal b);
gboolean mdg_decimal_rescale (MdgDecimal self, guint8 decimals, MdgDecimal *out);
gboolean mdg_decimal_subtract (MdgDecimal a, MdgDecimal b, MdgDecimal *out);
gboolean mdg_decimal_add (MdgDecimal a, MdgDecimal b, MdgDecimal *out);
gboolean mdg_decimal_percent_ratio (gint64 part, gint64 whole, guint8 decimals, MdgDecimal *out);
int mdg_ratio_compare (gint64 part_a, gint64 whole_a, gint64 part_b, gint64 whole_b);

G_END_DECLS
