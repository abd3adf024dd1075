/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import/deck/mdg-scan.h"

#include <string.h>

/* More digits than any count has, and few enough that sums of thousands of them fit 64 bits. */
#define MAX_COUNT_DIGITS 14

/* The length of an ideograph in UTF-8. */
#define IDEOGRAPH_BYTES 3

/**
 * mdg_scan_blanks:
 * @cursor: (inout): where to read
 *
 * Skips blanks, if any.
 */
void
mdg_scan_blanks (const char **cursor)
{
  while (**cursor == ' ')
    (*cursor)++;
}

/**
 * mdg_scan_end:
 * @cursor: (inout): where to read
 *
 * Returns: whether nothing but blanks is left
 */
gboolean
mdg_scan_end (const char **cursor)
{
  const char *p = *cursor;

  mdg_scan_blanks (&p);
  if (*p != '\0')
    return FALSE;

  *cursor = p;
  return TRUE;
}

/* Blanks between the characters do not count: tables are often set "秋 田". */
static gboolean
scan_spaced (const char **cursor, const char *literal)
{
  const char *p = *cursor;

  for (const char *l = literal; *l != '\0';)
    {
      const char *next = g_utf8_next_char (l);

      mdg_scan_blanks (&p);
      if (strncmp (p, l, next - l) != 0)
        return FALSE;
      p += next - l;
      l = next;
    }

  *cursor = p;
  return TRUE;
}

/**
 * mdg_scan_literal:
 * @cursor: (inout): where to read
 * @literal: the text wanted
 *
 * Returns: whether @literal stands there
 */
gboolean
mdg_scan_literal (const char **cursor, const char *literal)
{
  const char *p = *cursor;

  mdg_scan_blanks (&p);
  /* Nearly always the first byte tells. */
  if (*p != *literal || !g_str_has_prefix (p, literal))
    return FALSE;

  *cursor = p + strlen (literal);
  return TRUE;
}

/**
 * mdg_scan_integer:
 * @cursor: (inout): where to read
 * @max_digits: most digits the number may have, at most 18
 * @value: (out): the number
 *
 * Reads digits only; a number that goes on with a point, a comma or more digits is none.
 *
 * Returns: whether an integer stands there
 */
gboolean
mdg_scan_integer (const char **cursor, guint max_digits, gint64 *value)
{
  const char *p = *cursor;
  gint64 result = 0;
  guint n = 0;

  mdg_scan_blanks (&p);
  for (; g_ascii_isdigit (*p) && n < max_digits; p++, n++)
    result = result * 10 + (*p - '0');

  if (n == 0 || g_ascii_isdigit (*p))
    return FALSE;
  if ((*p == ',' || *p == '.') && g_ascii_isdigit (p[1]))
    return FALSE;

  *value = result;
  *cursor = p;
  return TRUE;
}

/**
 * mdg_scan_decimal:
 * @cursor: (inout): where to read
 * @value: (out): the number, with the decimals it is printed with
 *
 * Reads digits and an optional point with decimals, with an optional sign (also ▲ and △ for minus).
 *
 * Returns: whether such a number stands there
 */
gboolean
mdg_scan_decimal (const char **cursor, MdgDecimal *value)
{
  const char *p = *cursor;
  const char *digits;
  gboolean negative = FALSE;

  mdg_scan_blanks (&p);
  if (*p == '+' || *p == '-')
    negative = *p++ == '-';
  else if (mdg_scan_literal (&p, "▲") || mdg_scan_literal (&p, "△"))
    negative = TRUE;
  mdg_scan_blanks (&p);

  digits = p;
  while (g_ascii_isdigit (*p))
    p++;
  if (*p == '.' && g_ascii_isdigit (p[1]))
    for (p++; g_ascii_isdigit (*p); p++)
      ;

  if (p == digits || !mdg_decimal_parse (digits, p - digits, value))
    return FALSE;
  if (negative)
    value->digits = -value->digits;

  *cursor = p;
  return TRUE;
}

/**
 * mdg_scan_percent:
 * @cursor: (inout): where to read
 * @value: (out): the number
 *
 * Returns: whether a number with a percent sign stands there
 */
gboolean
mdg_scan_percent (const char **cursor, MdgDecimal *value)
{
  const char *p = *cursor;

  if (!mdg_scan_decimal (&p, value) || !mdg_scan_literal (&p, "%"))
    return FALSE;

  *cursor = p;
  return TRUE;
}

typedef struct
{
  gint64 value;
  guint n_digits;
} Group;

static gboolean
append_count (MdgCounts *counts, gint64 value)
{
  if (counts->n == MDG_MAX_GLUED)
    return FALSE;

  counts->values[counts->n++] = value;
  return TRUE;
}

static gint64
power_of_ten (guint exponent)
{
  gint64 power = 1;

  while (exponent-- > 0)
    power *= 10;

  return power;
}

/* Splits comma groups into numbers. Within a number every group but the first has three digits; the
 * digits beyond three begin the next number. Only where a number without a comma is glued to the
 * front of another can the digits be split in more than one way: @choice tells which to take. */
static gboolean
split_groups (const Group *groups, guint n_groups, guint choice, MdgCounts *counts)
{
  Group first = groups[0];
  gint64 value;

  counts->n = 0;
  counts->n_choices = 1;

  if (n_groups == 1)
    return append_count (counts, first.value);

  if (first.n_digits > 3)
    {
      guint n_most = MIN (3, first.n_digits - 1);
      guint n_least = MAX (1, (int) first.n_digits - 3);
      gint64 power;

      if (n_least > n_most)
        return FALSE;
      counts->n_choices = n_most - n_least + 1;
      if (choice >= counts->n_choices)
        return FALSE;
      power = power_of_ten (n_most - choice);
      append_count (counts, first.value / power);
      value = first.value % power;
    }
  else if (choice > 0)
    {
      return FALSE;
    }
  else
    {
      value = first.value;
    }

  for (guint i = 1; i < n_groups; i++)
    {
      guint n_over = groups[i].n_digits - 3;
      gint64 power;

      if (groups[i].n_digits < 3 || n_over > 3 || value >= power_of_ten (MAX_COUNT_DIGITS - 3))
        return FALSE;
      power = power_of_ten (n_over);
      value = value * 1000 + groups[i].value / power;
      if (n_over > 0)
        {
          if (!append_count (counts, value))
            return FALSE;
          value = groups[i].value % power;
        }
      /* What is over at the very end is a number of its own, such as a slide number. */
    }

  return append_count (counts, value);
}

/**
 * mdg_scan_counts:
 * @cursor: (inout): where to read
 * @choice: which of the possible ways to split glued digits to take, from 0
 * @counts: (out): the numbers, in order
 *
 * Reads one run of digits and commas, and splits it by its comma grouping: "5,566,85315,692,482" is
 * 5,566,853 and 15,692,482. Which split is right where there are several is for the caller to prove.
 *
 * Returns: whether there is such a run, and a split number @choice of it
 */
gboolean
mdg_scan_counts (const char **cursor, guint choice, MdgCounts *counts)
{
  const char *p = *cursor;
  Group groups[MDG_MAX_GLUED * 5];
  guint n_groups = 0;

  mdg_scan_blanks (&p);
  while (g_ascii_isdigit (*p))
    {
      Group group = { 0 };

      for (; g_ascii_isdigit (*p); p++, group.n_digits++)
        {
          if (group.n_digits == MAX_COUNT_DIGITS)
            return FALSE;
          group.value = group.value * 10 + (*p - '0');
        }
      if (n_groups == G_N_ELEMENTS (groups))
        return FALSE;
      groups[n_groups++] = group;
      if (*p != ',' || !g_ascii_isdigit (p[1]))
        break;
      p++;
    }

  if (n_groups == 0 || *p == '.' || *p == '%' || !split_groups (groups, n_groups, choice, counts))
    return FALSE;

  *cursor = p;
  return TRUE;
}

/**
 * mdg_scan_area:
 * @cursor: (inout): where to read
 * @area: (out): the area
 *
 * Reads the name of a prefecture, with or without its suffix, or 全国.
 *
 * Returns: whether such a name stands there
 */
gboolean
mdg_scan_area (const char **cursor, MdgArea *area)
{
  const char *p = *cursor;

  mdg_scan_blanks (&p);
  /* All names are ideographs, and most of what is asked about are figures. */
  if ((guchar) *p < 0x80)
    return FALSE;

  for (guint i = 0; i < MDG_N_AREAS; i++)
    {
      const char *after = p;

      /* The two names of an area begin with the same character, which settles most places. */
      if (strncmp (p, mdg_area_get_short_name (i), IDEOGRAPH_BYTES) != 0)
        continue;
      if (scan_spaced (&after, mdg_area_get_name (i)) ||
          scan_spaced (&after, mdg_area_get_short_name (i)))
        {
          *area = i;
          *cursor = after;
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * mdg_scan_facility:
 * @cursor: (inout): where to read
 * @type: (out): the facility type
 *
 * Reads the name of a facility type or of the row of totals.
 *
 * Returns: whether such a name stands there
 */
gboolean
mdg_scan_facility (const char **cursor, MdgFacilityType *type)
{
  const char *p = *cursor;

  mdg_scan_blanks (&p);
  for (guint i = MDG_FACILITY_ALL; i <= MDG_FACILITY_PHARMACY; i++)
    if (scan_spaced (&p, mdg_facility_type_get_name_ja (i)))
      {
        *type = i;
        *cursor = p;
        return TRUE;
      }

  return FALSE;
}

/* "R7", "令和7年", "令和 元年", "H31", "2025年": the year of the common era. */
static gboolean
scan_year (const char **cursor, int *year, gboolean *is_era)
{
  static const struct
  {
    const char *name;
    int first_year;
  } eras[] = { { "令和", 2019 }, { "R", 2019 }, { "平成", 1989 }, { "H", 1989 } };
  const char *p = *cursor;
  gint64 number;

  for (guint i = 0; i < G_N_ELEMENTS (eras); i++)
    {
      p = *cursor;
      if (!mdg_scan_literal (&p, eras[i].name))
        continue;
      if (mdg_scan_literal (&p, "元"))
        number = 1;
      /* Not mdg_scan_integer (), which would refuse the point of "R7.10". */
      else
        {
          mdg_scan_blanks (&p);
          number = 0;
          for (guint n = 0; g_ascii_isdigit (*p) && n < 2; n++)
            number = number * 10 + (*p++ - '0');
          if (number == 0 || g_ascii_isdigit (*p))
            continue;
        }
      *year = eras[i].first_year + (int) number - 1;
      *is_era = TRUE;
      *cursor = p;
      return TRUE;
    }

  p = *cursor;
  mdg_scan_blanks (&p);
  if (p[0] != '2' || p[1] != '0' || !g_ascii_isdigit (p[2]) || !g_ascii_isdigit (p[3]) ||
      g_ascii_isdigit (p[4]))
    return FALSE;
  *year = 2000 + (p[2] - '0') * 10 + (p[3] - '0');
  *is_era = FALSE;
  *cursor = p + 4;
  return TRUE;
}

static gboolean
scan_separator (const char **cursor, gboolean is_era)
{
  return mdg_scan_literal (cursor, "年") || mdg_scan_literal (cursor, ".") ||
         (!is_era && (mdg_scan_literal (cursor, "-") || mdg_scan_literal (cursor, "/")));
}

static gboolean
scan_two_digits (const char **cursor, int *number)
{
  const char *p = *cursor;
  int result = 0;
  guint n = 0;

  mdg_scan_blanks (&p);
  for (; g_ascii_isdigit (*p) && n < 2; n++)
    result = result * 10 + (*p++ - '0');
  if (n == 0 || g_ascii_isdigit (*p))
    return FALSE;

  *number = result;
  *cursor = p;
  return TRUE;
}

static gboolean
scan_year_and_month (const char **cursor, int *year, int *month, gboolean *is_era)
{
  const char *p = *cursor;

  if (!scan_year (&p, year, is_era) || !scan_separator (&p, *is_era) ||
      !scan_two_digits (&p, month) || *month < 1 || *month > 12 || *year < 2015 || *year > 2099)
    return FALSE;

  *cursor = p;
  return TRUE;
}

/**
 * mdg_scan_month:
 * @cursor: (inout): where to read
 * @month: (out): the month
 *
 * Reads a month with its year in any spelling: R7.10, 令和7年10月, 令和 7年10月, 2025年10月, 2025-10.
 *
 * Returns: whether a month stands there
 */
gboolean
mdg_scan_month (const char **cursor, MdgMonth *month)
{
  const char *p = *cursor;
  gboolean is_era;
  int year;
  int number;

  if (!scan_year_and_month (&p, &year, &number, &is_era))
    return FALSE;

  mdg_scan_literal (&p, "月");
  *month = MDG_MONTH (year, number);
  *cursor = p;
  return TRUE;
}

/**
 * mdg_scan_month_name:
 * @cursor: (inout): where to read, the beginning of a word
 * @month: (out): the month
 *
 * Reads a month by its English name, whole or short, and its year: October 2025, Oct. 2025, Sept 2025,
 * Oct-2025, October_2025.
 *
 * Returns: whether a month stands there
 */
gboolean
mdg_scan_month_name (const char **cursor, MdgMonth *month)
{
  static const char *const names[] = { "january",   "february", "march",    "april",
                                       "may",       "june",     "july",     "august",
                                       "september", "october",  "november", "december" };
  const char *p = *cursor;
  gsize length = 0;
  gboolean is_era;
  int year;

  while (g_ascii_isalpha (p[length]))
    length++;
  for (int i = 0; i < (int) G_N_ELEMENTS (names); i++)
    {
      gboolean is_short = length == 3 || (length == 4 && i == 8);

      if ((!is_short && length != strlen (names[i])) ||
          g_ascii_strncasecmp (p, names[i], length) != 0)
        continue;

      p += length;
      p += strspn (p, ".,-_");
      if (!scan_year (&p, &year, &is_era) || is_era || year < 2015)
        return FALSE;
      *month = MDG_MONTH (year, i + 1);
      *cursor = p;
      return TRUE;
    }

  return FALSE;
}

/**
 * mdg_scan_day:
 * @cursor: (inout): where to read
 * @day: (out): the day
 *
 * Reads a date with its year in any spelling: R7.1.1, 令和7年11月13日, 2025-11-13.
 *
 * Returns: whether a date stands there
 */
gboolean
mdg_scan_day (const char **cursor, MdgDay *day)
{
  const char *p = *cursor;
  gboolean is_era;
  int year;
  int month;
  int number;

  if (!scan_year_and_month (&p, &year, &month, &is_era))
    return FALSE;
  if (!mdg_scan_literal (&p, "月") && !scan_separator (&p, is_era))
    return FALSE;
  if (!scan_two_digits (&p, &number))
    return FALSE;

  *day = mdg_day_new (year, month, number);
  if (*day == MDG_DAY_NONE)
    return FALSE;

  mdg_scan_literal (&p, "日");
  *cursor = p;
  return TRUE;
}

/**
 * mdg_scan_compact:
 * @text: a normalised line
 *
 * Returns: (transfer full): @text without blanks
 */
char *
mdg_scan_compact (const char *text)
{
  GString *compact = g_string_sized_new (strlen (text) + 1);

  for (; *text != '\0'; text++)
    if (*text != ' ')
      g_string_append_c (compact, *text);

  return g_string_free_and_steal (compact);
}
