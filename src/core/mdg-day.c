/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/mdg-day.h"

/* From the first year of Meiji, before which there is no era to print, to well past any schedule.
 * Both ends fit an MdgMonth, whose greatest year is 5460. */
#define FIRST_YEAR 1868
#define LAST_YEAR 2999

G_STATIC_ASSERT (LAST_YEAR * 12 + 11 <= G_MAXUINT16);

static gboolean
parse_digits (const char **text, guint n_digits, int *value)
{
  *value = 0;

  for (guint i = 0; i < n_digits; i++)
    {
      char c = **text;

      if (!g_ascii_isdigit (c))
        return FALSE;

      *value = *value * 10 + (c - '0');
      (*text)++;
    }

  return TRUE;
}

static gboolean
parse_year_and_month (const char **text, int *year, int *month)
{
  if (!parse_digits (text, 4, year) || **text != '-')
    return FALSE;

  (*text)++;

  return parse_digits (text, 2, month) && *year >= FIRST_YEAR && *year <= LAST_YEAR &&
         *month >= 1 && *month <= 12;
}

/**
 * mdg_day_new:
 * @year: year, 1868 to 2999
 * @month: month, 1 to 12
 * @day: day of the month, from 1
 *
 * Returns: the day, or %MDG_DAY_NONE if the calendar has no such day
 */
MdgDay
mdg_day_new (int year, int month, int day)
{
  GDate date;

  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12 || day < 1 || day > 31 ||
      !g_date_valid_dmy (day, month, year))
    return MDG_DAY_NONE;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, day, month, year);

  return g_date_get_julian (&date);
}

/**
 * mdg_day_parse:
 * @text: a day such as "2025-11-13", and nothing else
 * @day: (out): the day, untouched on failure
 *
 * Returns: whether @text is a day of the calendar
 */
gboolean
mdg_day_parse (const char *text, MdgDay *day)
{
  int year;
  int month;
  int day_of_month;
  MdgDay parsed;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (day != NULL, FALSE);

  if (!parse_year_and_month (&text, &year, &month) || *text != '-')
    return FALSE;

  text++;
  if (!parse_digits (&text, 2, &day_of_month) || *text != '\0')
    return FALSE;

  parsed = mdg_day_new (year, month, day_of_month);
  if (parsed == MDG_DAY_NONE)
    return FALSE;

  *day = parsed;

  return TRUE;
}

/**
 * mdg_day_to_string:
 * @day: a day
 *
 * Writes a day for files, e.g. "2025-11-13".
 *
 * Returns: (transfer full): the text; empty for %MDG_DAY_NONE
 */
char *
mdg_day_to_string (MdgDay day)
{
  int year;
  int month;
  int day_of_month;

  if (day == MDG_DAY_NONE)
    return g_strdup ("");

  mdg_day_get_ymd (day, &year, &month, &day_of_month);

  return g_strdup_printf ("%04d-%02d-%02d", year, month, day_of_month);
}

/**
 * mdg_day_get_ymd:
 * @day: a day
 * @year: (out) (optional): its year
 * @month: (out) (optional): its month, 1 to 12
 * @day_of_month: (out) (optional): its day of the month, from 1
 *
 * Takes a day apart. %MDG_DAY_NONE gives 0 for all three.
 */
void
mdg_day_get_ymd (MdgDay day, int *year, int *month, int *day_of_month)
{
  int y = 0;
  int m = 0;
  int d = 0;

  if (g_date_valid_julian (day))
    {
      GDate date;

      g_date_clear (&date, 1);
      g_date_set_julian (&date, day);
      y = g_date_get_year (&date);
      m = g_date_get_month (&date);
      d = g_date_get_day (&date);
    }

  if (year != NULL)
    *year = y;
  if (month != NULL)
    *month = m;
  if (day_of_month != NULL)
    *day_of_month = d;
}

/**
 * mdg_day_get_month:
 * @day: a day
 *
 * Returns: the month it lies in, or %MDG_MONTH_NONE for %MDG_DAY_NONE
 */
MdgMonth
mdg_day_get_month (MdgDay day)
{
  int year;
  int month;

  if (day == MDG_DAY_NONE)
    return MDG_MONTH_NONE;

  mdg_day_get_ymd (day, &year, &month, NULL);

  return MDG_MONTH (year, month);
}

/**
 * mdg_month_parse:
 * @text: a month such as "2025-10", and nothing else
 * @month: (out): the month, untouched on failure
 *
 * Returns: whether @text is a month of the years 1868 to 2999
 */
gboolean
mdg_month_parse (const char *text, MdgMonth *month)
{
  int year;
  int number;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (month != NULL, FALSE);

  if (!parse_year_and_month (&text, &year, &number) || *text != '\0')
    return FALSE;

  *month = MDG_MONTH (year, number);

  return TRUE;
}

/**
 * mdg_month_to_string:
 * @month: a month
 *
 * Writes a month for files, e.g. "2025-10".
 *
 * Returns: (transfer full): the text; empty for %MDG_MONTH_NONE
 */
char *
mdg_month_to_string (MdgMonth month)
{
  if (month == MDG_MONTH_NONE)
    return g_strdup ("");

  return g_strdup_printf ("%04d-%02d", mdg_month_get_year (month), mdg_month_get_number (month));
}

/**
 * mdg_month_get_year:
 * @month: a month
 *
 * Returns: its year
 */
int
mdg_month_get_year (MdgMonth month)
{
  return month / 12;
}

/**
 * mdg_month_get_number:
 * @month: a month
 *
 * Returns: its number within the year, 1 to 12
 */
int
mdg_month_get_number (MdgMonth month)
{
  return month % 12 + 1;
}

/**
 * mdg_month_first_day:
 * @month: a month
 *
 * Returns: its first day, or %MDG_DAY_NONE for %MDG_MONTH_NONE
 */
MdgDay
mdg_month_first_day (MdgMonth month)
{
  return mdg_day_new (mdg_month_get_year (month), mdg_month_get_number (month), 1);
}

/**
 * mdg_month_last_day:
 * @month: a month
 *
 * Returns: its last day, or %MDG_DAY_NONE for %MDG_MONTH_NONE
 */
MdgDay
mdg_month_last_day (MdgMonth month)
{
  int year = mdg_month_get_year (month);
  int number = mdg_month_get_number (month);

  if (month == MDG_MONTH_NONE)
    return MDG_DAY_NONE;

  return mdg_day_new (year, number, g_date_get_days_in_month (number, year));
}
