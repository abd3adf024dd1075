/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/mdg-format.h"

#include <string.h>

/* Numbers and dates are not translated messages: the two languages differ in how digits are grouped
 * and in the order of the parts, not only in words. So both are written here, side by side, and
 * nothing depends on which locales are installed. */

#define MINUS "\u2212"
#define NO_BREAK_SPACE "\u00a0"

#define TEN_THOUSAND G_GUINT64_CONSTANT (10000)
#define MILLION G_GUINT64_CONSTANT (1000000)
#define OKU G_GUINT64_CONSTANT (100000000)     /* 億 */
#define CHO G_GUINT64_CONSTANT (1000000000000) /* 兆 */

static gboolean
is_japanese (void)
{
  return mdg_language_get () == MDG_LANGUAGE_JAPANESE;
}

static void
append_grouped (GString *out, guint64 number)
{
  char digits[24];
  gsize length;

  g_snprintf (digits, sizeof digits, "%" G_GUINT64_FORMAT, number);
  length = strlen (digits);

  for (gsize i = 0; i < length; i++)
    {
      if (i > 0 && (length - i) % 3 == 0)
        g_string_append_c (out, ',');
      g_string_append_c (out, digits[i]);
    }
}

static guint64
magnitude_of (gint64 number)
{
  return number < 0 ? -(guint64) number : (guint64) number;
}

static guint64
round_to (guint64 number, guint64 step)
{
  return (number + step / 2) / step * step;
}

/* Writes a multiple of 10,000 with 兆, 億 and 万. */
static void
append_myriads (GString *out, guint64 number)
{
  const struct
  {
    guint64 size;
    const char *name;
  } steps[] = { { CHO, "兆" }, { OKU, "億" }, { TEN_THOUSAND, "万" } };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      if (number < steps[i].size)
        continue;

      append_grouped (out, number / steps[i].size);
      g_string_append (out, steps[i].name);
      number %= steps[i].size;
    }
}

static void
append_short_japanese (GString *out, guint64 number)
{
  if (number < TEN_THOUSAND)
    {
      append_grouped (out, number);
      return;
    }

  if (number < MILLION)
    {
      guint64 thousands = round_to (number, 1000) / 1000;

      append_grouped (out, thousands / 10);
      if (thousands % 10 != 0)
        g_string_append_printf (out, ".%" G_GUINT64_FORMAT, thousands % 10);
      g_string_append (out, "万");
      return;
    }

  append_myriads (out, round_to (number, number < CHO ? TEN_THOUSAND : OKU));
}

/* Writes @number in units of @size with up to @decimals decimals: as many as it needs if it can be
 * written so without loss, else all of them, so that 102.0 is told from 102. */
static void
append_scaled (GString *out, guint64 number, guint64 size, guint decimals)
{
  guint64 step = size;
  guint64 scale = 1;
  guint64 scaled;
  gboolean is_exact;

  for (guint i = 0; i < decimals; i++)
    {
      step /= 10;
      scale *= 10;
    }

  is_exact = number % step == 0;
  scaled = round_to (number, step) / step;

  while (is_exact && decimals > 0 && scaled % 10 == 0)
    {
      scaled /= 10;
      scale /= 10;
      decimals--;
    }

  append_grouped (out, scaled / scale);
  if (decimals > 0)
    g_string_append_printf (out, ".%0*" G_GUINT64_FORMAT, (int) decimals, scaled % scale);
}

static void
append_short_english (GString *out, guint64 number)
{
  const struct
  {
    guint64 size;
    const char *name;
  } steps[] = {
    { 1000, "thousand" },
    { MILLION, "million" },
    { 1000 * MILLION, "billion" },
    { MILLION * MILLION, "trillion" },
  };

  if (number < TEN_THOUSAND)
    {
      append_grouped (out, number);
      return;
    }

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      guint64 size = steps[i].size;
      guint decimals = round_to (number, size / 100) < 10 * size ? 2 : 1;

      /* What would round to a thousand of a unit is one of the next. */
      if (i + 1 < G_N_ELEMENTS (steps) && round_to (number, size / 10) >= 1000 * size)
        continue;

      append_scaled (out, number, size, decimals);
      g_string_append_printf (out, NO_BREAK_SPACE "%s", steps[i].name);
      return;
    }
}

/* A number the source itself gives in round figures is shown as round as it is, without further
 * rounding: 9,948万, 99.48 million. */
static char *
format_round_count (gint64 count)
{
  g_autoptr (GString) out = g_string_new (count < 0 ? MINUS : NULL);
  guint64 magnitude = magnitude_of (count);

  if (magnitude == 0 || magnitude % TEN_THOUSAND != 0)
    append_grouped (out, magnitude);
  else if (is_japanese ())
    append_myriads (out, magnitude);
  else if (magnitude < MILLION)
    append_grouped (out, magnitude);
  else
    {
      append_scaled (out, magnitude, MILLION, 2);
      g_string_append (out, NO_BREAK_SPACE "million");
    }

  return g_string_free_and_steal (g_steal_pointer (&out));
}

/**
 * mdg_format_count:
 * @count: a number
 *
 * Returns: (transfer full): all its digits in groups of three, e.g. "101,991,041"
 */
char *
mdg_format_count (gint64 count)
{
  g_autoptr (GString) out = g_string_new (count < 0 ? MINUS : NULL);

  append_grouped (out, magnitude_of (count));

  return g_string_free_and_steal (g_steal_pointer (&out));
}

/**
 * mdg_format_count_short:
 * @count: a number
 *
 * Writes a number where there is little room. Below 10,000 all digits stand. Japanese: to 万
 * ("1億199万"), below 100万 to a tenth of it ("20.7万"). English: two decimals below ten of a unit,
 * one from there on ("102.0 million"), but none that are not needed ("77 million").
 *
 * Returns: (transfer full): the number, rounded half up
 */
char *
mdg_format_count_short (gint64 count)
{
  g_autoptr (GString) out = g_string_new (count < 0 ? MINUS : NULL);

  if (is_japanese ())
    append_short_japanese (out, magnitude_of (count));
  else
    append_short_english (out, magnitude_of (count));

  return g_string_free_and_steal (g_steal_pointer (&out));
}

/**
 * mdg_format_decimal:
 * @value: a number
 * @sign: whether numbers above zero get a plus sign
 *
 * Returns: (transfer full): all its digits, grouped, with its own decimals and a true minus sign
 *   (U+2212), e.g. "1,234.50", "+1.52", "−0.35"
 */
char *
mdg_format_decimal (MdgDecimal value, gboolean sign)
{
  g_autoptr (GString) out = g_string_new (NULL);
  guint64 magnitude = magnitude_of (value.digits);
  guint64 scale = 1;

  g_return_val_if_fail (value.decimals <= 9, NULL);

  for (guint i = 0; i < value.decimals; i++)
    scale *= 10;

  if (value.digits < 0)
    g_string_append (out, MINUS);
  else if (value.digits > 0 && sign)
    g_string_append_c (out, '+');

  append_grouped (out, magnitude / scale);
  if (value.decimals > 0)
    g_string_append_printf (out, ".%0*" G_GUINT64_FORMAT, (int) value.decimals, magnitude % scale);

  return g_string_free_and_steal (g_steal_pointer (&out));
}

/**
 * mdg_format_percent:
 * @value: a share in percent
 *
 * Returns: (transfer full): the number and a percent sign without a space, which is custom in
 *   Japanese and in English, e.g. "37.14%"
 */
char *
mdg_format_percent (MdgDecimal value)
{
  g_autofree char *number = mdg_format_decimal (value, FALSE);

  return g_strconcat (number, "%", NULL);
}

/**
 * mdg_format_points:
 * @value: a difference in percentage points
 *
 * Returns: (transfer full): the number with its sign and unit, e.g. "+1.52 pt" (with a no-break
 *   space) or "+1.52ポイント"
 */
char *
mdg_format_points (MdgDecimal value)
{
  g_autofree char *number = mdg_format_decimal (value, TRUE);

  return g_strconcat (number, is_japanese () ? "ポイント" : NO_BREAK_SPACE "pt", NULL);
}

/**
 * mdg_format_value:
 * @measure: what is measured
 * @value: a value of it
 *
 * Returns: (transfer full): the number alone, for columns whose heading names the unit; changes
 *   have their sign
 */
char *
mdg_format_value (MdgMeasure measure, MdgDecimal value)
{
  return mdg_format_decimal (value, mdg_measure_get_unit (measure) == MDG_UNIT_POINTS);
}

/**
 * mdg_format_value_short:
 * @measure: what is measured
 * @value: a value
 *
 * As mdg_format_value (), but large counts are rounded, for where there is little room.
 *
 * Returns: (transfer full): the number without its unit
 */
char *
mdg_format_value_short (MdgMeasure measure, MdgDecimal value)
{
  switch (mdg_measure_get_unit (measure))
    {
    case MDG_UNIT_COUNT:
    case MDG_UNIT_PERSONS:
    case MDG_UNIT_FACILITIES:
      return mdg_format_count_short ((gint64) mdg_decimal_to_double (value));
    case MDG_UNIT_PERCENT:
    case MDG_UNIT_RANK:
    case MDG_UNIT_POINTS:
    case MDG_N_UNITS:
    default:
      return mdg_format_value (measure, value);
    }
}

/**
 * mdg_format_value_full:
 * @observation: a figure
 *
 * Returns: (transfer full): its value with the unit, and with "約" or "about" where the source does
 *   not give it exactly, e.g. "37.14%", "約9,948万人", "about 99.48 million people", "7th"
 */
char *
mdg_format_value_full (const MdgObservation *observation)
{
  static const char *const suffixes[MDG_N_UNITS][MDG_N_LANGUAGES] = {
    [MDG_UNIT_PERCENT] = { "%", "%" },
    /* What is counted is said by the measure; English has no such word as 件 for all of it. */
    [MDG_UNIT_COUNT] = { "", "件" },
    [MDG_UNIT_PERSONS] = { NO_BREAK_SPACE "people", "人" },
    [MDG_UNIT_FACILITIES] = { NO_BREAK_SPACE "facilities", "施設" },
    [MDG_UNIT_RANK] = { "", "" },
    [MDG_UNIT_POINTS] = { NO_BREAK_SPACE "pt", "ポイント" },
  };
  g_autofree char *number = NULL;
  const char *suffix;
  const char *about = "";
  gboolean is_exact;
  MdgUnit unit;
  MdgDecimal value;

  g_return_val_if_fail (observation != NULL, NULL);

  value = observation->value;
  unit = mdg_measure_get_unit (observation->measure);
  suffix = suffixes[unit][mdg_language_get ()];
  is_exact = observation->precision == MDG_PRECISION_EXACT;

  if (!is_exact)
    about = is_japanese () ? "約" : "about" NO_BREAK_SPACE;

  if (unit == MDG_UNIT_RANK && value.decimals == 0 && value.digits > 0 && value.digits <= G_MAXUINT)
    number = mdg_format_rank (value.digits);
  else if (value.decimals == 0 && !is_exact)
    number = format_round_count (value.digits);
  else
    number = mdg_format_value (observation->measure, value);

  if (!is_japanese () && value.decimals == 0 && value.digits == 1)
    {
      if (unit == MDG_UNIT_PERSONS)
        suffix = NO_BREAK_SPACE "person";
      else if (unit == MDG_UNIT_FACILITIES)
        suffix = NO_BREAK_SPACE "facility";
    }

  return g_strconcat (about, number, suffix, NULL);
}

/**
 * mdg_format_rank:
 * @rank: a rank, from 1
 *
 * Returns: (transfer full): e.g. "7位", or "7th", "1st", "12th", "22nd"
 */
char *
mdg_format_rank (guint rank)
{
  static const char *const endings[] = { "th", "st", "nd", "rd" };
  guint last = rank % 10;
  gboolean is_teen = rank / 10 % 10 == 1;

  if (is_japanese ())
    return g_strdup_printf ("%u位", rank);

  return g_strdup_printf ("%u%s", rank,
                          !is_teen && last < G_N_ELEMENTS (endings) ? endings[last] : "th");
}
