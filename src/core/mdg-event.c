/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/mdg-event.h"

#include <glib/gi18n.h>

static const struct
{
  int year;
  int month;
  int day;
  const char *text;
} time_line[] = {
  { 2024, 12, 2, N_ ("No new insurance cards are issued") },
  { 2025, 12, 2, N_ ("Old insurance cards are no longer valid") },
};

/**
 * mdg_event_find:
 * @first: the first month
 * @last: the last month
 * @events: (out caller-allocates) (array length=max_events): where to put them, with translated
 *   texts
 * @max_events: how many there is room for
 *
 * Finds what happened between two months, both included.
 *
 * Returns: how many were put there, the earliest first
 */
guint
mdg_event_find (MdgMonth first, MdgMonth last, MdgEvent *events, guint max_events)
{
  guint n_events = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (time_line) && n_events < max_events; i++)
    {
      MdgDay day = mdg_day_new (time_line[i].year, time_line[i].month, time_line[i].day);
      MdgMonth month = mdg_day_get_month (day);

      if (month >= first && month <= last)
        events[n_events++] = (MdgEvent) { .day = day, .text = _ (time_line[i].text) };
    }

  return n_events;
}
