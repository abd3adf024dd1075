/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/mdg-format.h"

/* As with numbers, Japanese and English differ in the order of the parts, so both stand here. */

typedef struct
{
  int year;
  int month;
  int day;
  const char *name_en;
  const char *name_ja;
  const char *letter;
} Era;

/* First days, the newest era first. Meiji was proclaimed late in its first year but counts from
 * that year's beginning, which was 25 January 1868. */
static const Era eras[] = {
  { 2019, 5, 1, "Reiwa", "令和", "R" },   { 1989, 1, 8, "Heisei", "平成", "H" },
  { 1926, 12, 25, "Showa", "昭和", "S" }, { 1912, 7, 30, "Taisho", "大正", "T" },
  { 1868, 1, 25, "Meiji", "明治", "M" },
};

static const char *const month_names[12] = {
  "January", "February", "March",     "April",   "May",      "June",
  "July",    "August",   "September", "October", "November", "December",
};

static MdgCalendar calendar = MDG_CALENDAR_WESTERN;

static gboolean
is_japanese (void)
{
  return mdg_language_get () == MDG_LANGUAGE_JAPANESE;
}

/* The era in force on @day; NULL before Meiji or when the Western calendar is chosen. */
static const Era *
find_era (MdgDay day)
{
  if (calendar != MDG_CALENDAR_ERA)
    return NULL;

  for (guint i = 0; i < G_N_ELEMENTS (eras); i++)
    {
      if (day >= mdg_day_new (eras[i].year, eras[i].month, eras[i].day))
        return &eras[i];
    }

  return NULL;
}

/**
 * mdg_format_set_calendar:
 * @value: a calendar
 *
 * Chooses whether years are shown as 2025 or as 令和7 / Reiwa 7.
 */
void
mdg_format_set_calendar (MdgCalendar value)
{
  g_return_if_fail (value == MDG_CALENDAR_WESTERN || value == MDG_CALENDAR_ERA);

  calendar = value;
}

/**
 * mdg_format_get_calendar:
 *
 * Returns: the calendar that was chosen
 */
MdgCalendar
mdg_format_get_calendar (void)
{
  return calendar;
}

static char *
format_era_year (const Era *era, int year)
{
  int number = year - era->year + 1;

  if (!is_japanese ())
    return g_strdup_printf ("%s %d (%d)", era->name_en, number, year);
  if (number == 1)
    return g_strdup_printf ("%s元年", era->name_ja);

  return g_strdup_printf ("%s%d年", era->name_ja, number);
}

static char *
format_year (const Era *era, int year)
{
  if (era != NULL)
    return format_era_year (era, year);

  return g_strdup_printf (is_japanese () ? "%d年" : "%d", year);
}

/**
 * mdg_format_month:
 * @month: a month
 *
 * Writes a month in full. In a month that two eras share, the later one is named, as the ministry
 * does.
 *
 * Returns: (transfer full): e.g. "October 2025", "2025年10月", "October Reiwa 7 (2025)" or
 *   "令和7年10月"; empty for %MDG_MONTH_NONE
 */
char *
mdg_format_month (MdgMonth month)
{
  g_autofree char *year = NULL;
  int number = mdg_month_get_number (month);

  if (month == MDG_MONTH_NONE)
    return g_strdup ("");

  year = format_year (find_era (mdg_month_last_day (month)), mdg_month_get_year (month));

  if (is_japanese ())
    return g_strdup_printf ("%s%d月", year, number);

  return g_strdup_printf ("%s %s", month_names[number - 1], year);
}

/**
 * mdg_format_month_short:
 * @month: a month
 *
 * Returns: (transfer full): e.g. "Oct 2025", "2025/10" or "R7.10"; empty for %MDG_MONTH_NONE
 */
char *
mdg_format_month_short (MdgMonth month)
{
  const Era *era;
  int year = mdg_month_get_year (month);
  int number = mdg_month_get_number (month);

  if (month == MDG_MONTH_NONE)
    return g_strdup ("");

  era = find_era (mdg_month_last_day (month));
  if (era != NULL)
    return g_strdup_printf ("%s%d.%d", era->letter, year - era->year + 1, number);
  if (is_japanese ())
    return g_strdup_printf ("%d/%d", year, number);

  return g_strdup_printf ("%.3s %d", month_names[number - 1], year);
}

/**
 * mdg_format_month_name:
 * @month: a month
 *
 * Returns: (transfer full): its name without the year, for scales, e.g. "Oct" or "10月"; empty for
 *   %MDG_MONTH_NONE
 */
char *
mdg_format_month_name (MdgMonth month)
{
  int number = mdg_month_get_number (month);

  if (month == MDG_MONTH_NONE)
    return g_strdup ("");
  if (is_japanese ())
    return g_strdup_printf ("%d月", number);

  return g_strndup (month_names[number - 1], 3);
}

/**
 * mdg_format_year:
 * @month: a month
 *
 * Returns: (transfer full): the year it is in, for scales, e.g. "2025", "2025年" or "R7"; empty for
 *   %MDG_MONTH_NONE
 */
char *
mdg_format_year (MdgMonth month)
{
  const Era *era;
  int year = mdg_month_get_year (month);

  if (month == MDG_MONTH_NONE)
    return g_strdup ("");

  era = find_era (mdg_month_last_day (month));
  if (era != NULL)
    return g_strdup_printf ("%s%d", era->letter, year - era->year + 1);

  return g_strdup_printf (is_japanese () ? "%d年" : "%d", year);
}

/**
 * mdg_format_day:
 * @day: a day
 *
 * Returns: (transfer full): e.g. "13 November 2025", "2025年11月13日", "13 November Reiwa 7 (2025)"
 *   or "令和7年11月13日"; empty for %MDG_DAY_NONE
 */
char *
mdg_format_day (MdgDay day)
{
  g_autofree char *year_text = NULL;
  int year;
  int month;
  int day_of_month;

  if (day == MDG_DAY_NONE)
    return g_strdup ("");

  mdg_day_get_ymd (day, &year, &month, &day_of_month);
  year_text = format_year (find_era (day), year);

  if (is_japanese ())
    return g_strdup_printf ("%s%d月%d日", year_text, month, day_of_month);

  return g_strdup_printf ("%d %s %s", day_of_month, month_names[month - 1], year_text);
}

/**
 * mdg_format_period:
 * @observation: a figure
 *
 * Returns: (transfer full): the day the figure is about if it is about a day, else its month
 */
char *
mdg_format_period (const MdgObservation *observation)
{
  g_return_val_if_fail (observation != NULL, NULL);

  return observation->as_of != MDG_DAY_NONE ? mdg_format_day (observation->as_of)
                                            : mdg_format_month (observation->month);
}

/**
 * mdg_format_time:
 * @time: a point in time, as seconds since 1970 in UTC
 *
 * Returns: (transfer full): day and time of day where the program runs
 */
char *
mdg_format_time (gint64 time)
{
  g_autoptr (GDateTime) date = g_date_time_new_from_unix_local (time);
  g_autofree char *day = NULL;
  g_autofree char *clock = NULL;

  if (date == NULL)
    return g_strdup ("");

  day = mdg_format_day (mdg_day_new (g_date_time_get_year (date), g_date_time_get_month (date),
                                     g_date_time_get_day_of_month (date)));
  clock = g_date_time_format (date, "%H:%M");

  return g_strdup_printf ("%s %s", day, clock);
}
