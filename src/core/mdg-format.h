/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mdg-observation.h"

G_BEGIN_DECLS

typedef enum
{
  MDG_CALENDAR_WESTERN,
  MDG_CALENDAR_ERA,
} MdgCalendar;

/* The one place where numbers and dates become text for people. Language from mdg_language_get(). */
void mdg_format_set_calendar (MdgCalendar calendar);
MdgCalendar mdg_format_get_calendar (void);
char *mdg_format_count (gint64 count);                         /* 101,991,041 */
char *mdg_format_count_short (gint64 count);                   /* 1億199万 / 102.0 million */
char *mdg_format_decimal (MdgDecimal value, gboolean sign);    /* +1.52 (true minus sign U+2212) */
char *mdg_format_percent (MdgDecimal value);                   /* 37.14% */
char *mdg_format_points (MdgDecimal value);                    /* +1.52 pt / +1.52ポイント */
char *mdg_format_value (MdgMeasure measure, MdgDecimal value); /* 37.14 */
char *mdg_format_value_short (MdgMeasure measure, MdgDecimal value); /* 37.14, 1億199万 */
char *mdg_format_value_full (const MdgObservation *observation); /* about 99.48 million people */
char *mdg_format_month (MdgMonth month);       /* October 2025, 2025年10月, 令和7年10月 */
char *mdg_format_month_short (MdgMonth month); /* Oct 2025, 2025/10, R7.10 */
char *mdg_format_month_name (MdgMonth month);  /* Oct, 10月 */
char *mdg_format_year (MdgMonth month);        /* 2025, 2025年, R7 */
char *mdg_format_day (MdgDay day);             /* 13 November 2025, 2025年11月13日 */
char *mdg_format_time (gint64 time);           /* 13 November 2025 09:05 */
char *mdg_format_period (const MdgObservation *observation); /* as_of day if any, else month */
char *mdg_format_rank (guint rank);                          /* 7th, 7位 */

G_END_DECLS
