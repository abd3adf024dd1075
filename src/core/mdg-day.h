/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MdgDay:
 *
 * A calendar day as a Julian day number (see #GDate); 0 is "no day".
 */
typedef guint32 MdgDay;

#define MDG_DAY_NONE ((MdgDay) 0)

/**
 * MdgMonth:
 *
 * A calendar month as year * 12 + (month - 1); 0 is "no month".
 */
typedef guint16 MdgMonth;

#define MDG_MONTH_NONE ((MdgMonth) 0)
#define MDG_MONTH(year, month) ((MdgMonth) ((year) * 12 + (month) - 1))

MdgDay mdg_day_new (int year, int month, int day);
gboolean mdg_day_parse (const char *text, MdgDay *day);
char *mdg_day_to_string (MdgDay day);
void mdg_day_get_ymd (MdgDay day, int *year, int *month, int *day_of_month);
MdgMonth mdg_day_get_month (MdgDay day);

gboolean mdg_month_parse (const char *text, MdgMonth *month);
char *mdg_month_to_string (MdgMonth month);
int mdg_month_get_year (MdgMonth month);
int mdg_month_get_number (MdgMonth month);
MdgDay mdg_month_first_day (MdgMonth month);
MdgDay mdg_month_last_day (MdgMonth month);

G_END_DECLS
