/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/mdg-decimal.h"

#include <string.h>

#define MAX_DECIMALS 9
#define TRUE_MINUS "\u2212"

/* Wide enough for every product of two 64-bit numbers and a power of ten up to 10^18. */
__extension__ typedef __int128 Wide;

static const gint64 powers_of_ten[MAX_DECIMALS + 1] = {
  1, 10, 100, 1000, 10000, 100000, 1000000, 10000000, 100000000, 1000000000,
};

static gboolean
narrow (Wide wide, gint64 *out)
{
  if (wide < G_MININT64 || wide > G_MAXINT64)
    return FALSE;

  *out = (gint64) wide;

  return TRUE;
}

static gboolean
sum (MdgDecimal a, MdgDecimal b, int sign_of_b, MdgDecimal *out)
{
  guint8 decimals = MAX (a.decimals, b.decimals);
  gint64 digits;

  g_return_val_if_fail (decimals <= MAX_DECIMALS, FALSE);

  if (!narrow ((Wide) a.digits * powers_of_ten[decimals - a.decimals] +
                 sign_of_b * (Wide) b.digits * powers_of_ten[decimals - b.decimals],
               &digits))
    return FALSE;

  *out = MDG_DECIMAL (digits, decimals);

  return TRUE;
}

/**
 * mdg_decimal_parse:
 * @text: a number such as "37.14", "+0.93", "-1.5" or "−1.5"
 * @length: length of @text in bytes, or -1 if it ends with a zero byte
 * @out: (out): the number, untouched on failure
 *
 * Reads a number that is nothing but an optional sign (also U+2212), digits, and an optional point
 * followed by one to nine digits. The decimals are kept as printed: "1.50" has two.
 *
 * Returns: whether @text is such a number and fits into 64 bits
 */
gboolean
mdg_decimal_parse (const char *text, gssize length, MdgDecimal *out)
{
  const char *p = text;
  const char *end;
  gboolean negative = FALSE;
  gboolean after_point = FALSE;
  guint n_before = 0;
  guint n_after = 0;
  Wide value = 0;
  gint64 digits;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (out != NULL, FALSE);

  end = text + (length < 0 ? strlen (text) : (gsize) length);

  if (p < end && (*p == '+' || *p == '-'))
    {
      negative = *p == '-';
      p++;
    }
  else if ((gsize) (end - p) >= strlen (TRUE_MINUS) &&
           memcmp (p, TRUE_MINUS, strlen (TRUE_MINUS)) == 0)
    {
      negative = TRUE;
      p += strlen (TRUE_MINUS);
    }

  for (; p < end; p++)
    {
      if (*p == '.' && !after_point)
        {
          after_point = TRUE;
          continue;
        }
      if (!g_ascii_isdigit (*p))
        return FALSE;

      /* One step past the range is enough to know, and keeps the sum itself from overflowing. */
      value = value * 10 + (*p - '0');
      if (value > (Wide) G_MAXINT64 + 1)
        return FALSE;

      if (after_point)
        n_after++;
      else
        n_before++;
    }

  if (n_before == 0 || (after_point && n_after == 0) || n_after > MAX_DECIMALS)
    return FALSE;
  if (!narrow (negative ? -value : value, &digits))
    return FALSE;

  *out = MDG_DECIMAL (digits, n_after);

  return TRUE;
}

/**
 * mdg_decimal_to_string:
 * @self: a number
 *
 * Writes @self for files: ASCII minus, point, no grouping, whatever the locale.
 *
 * Returns: (transfer full): the text, which [func@mdg_decimal_parse] reads back as the same number
 */
char *
mdg_decimal_to_string (MdgDecimal self)
{
  guint64 magnitude = self.digits < 0 ? -(guint64) self.digits : (guint64) self.digits;
  guint64 scale;

  g_return_val_if_fail (self.decimals <= MAX_DECIMALS, NULL);

  if (self.decimals == 0)
    return g_strdup_printf ("%" G_GINT64_FORMAT, self.digits);

  scale = powers_of_ten[self.decimals];

  return g_strdup_printf ("%s%" G_GUINT64_FORMAT ".%0*" G_GUINT64_FORMAT,
                          self.digits < 0 ? "-" : "", magnitude / scale, (int) self.decimals,
                          magnitude % scale);
}

/**
 * mdg_decimal_to_double:
 * @self: a number
 *
 * For drawing and class bounds only; nothing is proved by the result.
 *
 * Returns: the nearest double
 */
double
mdg_decimal_to_double (MdgDecimal self)
{
  g_return_val_if_fail (self.decimals <= MAX_DECIMALS, 0);

  return (double) self.digits / (double) powers_of_ten[self.decimals];
}

/**
 * mdg_decimal_compare:
 * @a: a number
 * @b: a number
 *
 * Compares by value: 1.5 and 1.50 are equal.
 *
 * Returns: less than, equal to or greater than 0 as @a is to @b
 */
int
mdg_decimal_compare (MdgDecimal a, MdgDecimal b)
{
  Wide wide_a;
  Wide wide_b;

  g_return_val_if_fail (a.decimals <= MAX_DECIMALS && b.decimals <= MAX_DECIMALS, 0);

  wide_a = (Wide) a.digits * powers_of_ten[b.decimals];
  wide_b = (Wide) b.digits * powers_of_ten[a.decimals];

  return (wide_a > wide_b) - (wide_a < wide_b);
}

/**
 * mdg_decimal_rescale:
 * @self: a number
 * @decimals: wanted number of decimals, 0 to 9
 * @out: (out): the same value with @decimals decimals, untouched on failure
 *
 * Changes how many decimals a number is written with. Never rounds.
 *
 * Returns: whether the value can be written so without loss and fits into 64 bits
 */
gboolean
mdg_decimal_rescale (MdgDecimal self, guint8 decimals, MdgDecimal *out)
{
  gint64 digits;

  g_return_val_if_fail (self.decimals <= MAX_DECIMALS, FALSE);
  g_return_val_if_fail (out != NULL, FALSE);

  if (decimals > MAX_DECIMALS)
    return FALSE;

  if (decimals >= self.decimals)
    {
      if (!narrow ((Wide) self.digits * powers_of_ten[decimals - self.decimals], &digits))
        return FALSE;
    }
  else
    {
      gint64 scale = powers_of_ten[self.decimals - decimals];

      if (self.digits % scale != 0)
        return FALSE;
      digits = self.digits / scale;
    }

  *out = MDG_DECIMAL (digits, decimals);

  return TRUE;
}

/**
 * mdg_decimal_subtract:
 * @a: a number
 * @b: a number
 * @out: (out): @a - @b with the decimals of the longer of the two, untouched on failure
 *
 * Returns: whether the result fits into 64 bits
 */
gboolean
mdg_decimal_subtract (MdgDecimal a, MdgDecimal b, MdgDecimal *out)
{
  g_return_val_if_fail (out != NULL, FALSE);

  return sum (a, b, -1, out);
}

/**
 * mdg_decimal_add:
 * @a: a number
 * @b: a number
 * @out: (out): @a + @b with the decimals of the longer of the two, untouched on failure
 *
 * Returns: whether the result fits into 64 bits
 */
gboolean
mdg_decimal_add (MdgDecimal a, MdgDecimal b, MdgDecimal *out)
{
  g_return_val_if_fail (out != NULL, FALSE);

  return sum (a, b, 1, out);
}

/**
 * mdg_decimal_percent_ratio:
 * @part: the part
 * @whole: the whole
 * @decimals: number of decimals of the result, 0 to 9
 * @out: (out): @part / @whole in percent, untouched on failure
 *
 * Computes a rate as the ministry prints it: rounded half up, that is, a remainder of exactly half
 * goes to the greater number.
 *
 * Returns: whether @whole is greater than 0 and the result fits into 64 bits
 */
gboolean
mdg_decimal_percent_ratio (gint64 part, gint64 whole, guint8 decimals, MdgDecimal *out)
{
  Wide numerator;
  Wide denominator;
  Wide quotient;
  gint64 digits;

  g_return_val_if_fail (out != NULL, FALSE);

  if (whole <= 0 || decimals > MAX_DECIMALS)
    return FALSE;

  /* floor (x + 1/2) over the common denominator 2 * whole. */
  numerator = (Wide) part * 100 * powers_of_ten[decimals] * 2 + whole;
  denominator = (Wide) whole * 2;
  quotient = numerator / denominator;
  if (numerator % denominator < 0)
    quotient--;

  if (!narrow (quotient, &digits))
    return FALSE;

  *out = MDG_DECIMAL (digits, decimals);

  return TRUE;
}

/**
 * mdg_ratio_compare:
 * @part_a: part of the first ratio
 * @whole_a: whole of the first ratio
 * @part_b: part of the second ratio
 * @whole_b: whole of the second ratio
 *
 * Compares two ratios exactly, because ranks follow the unrounded ratio. A ratio without a positive
 * whole is no ratio: it comes below all others and equals its like.
 *
 * Returns: less than, equal to or greater than 0 as the first ratio is to the second
 */
int
mdg_ratio_compare (gint64 part_a, gint64 whole_a, gint64 part_b, gint64 whole_b)
{
  Wide cross_a;
  Wide cross_b;

  if (whole_a <= 0 || whole_b <= 0)
    return (whole_a > 0) - (whole_b > 0);

  cross_a = (Wide) part_a * whole_b;
  cross_b = (Wide) part_b * whole_a;

  return (cross_a > cross_b) - (cross_a < cross_b);
}
