/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/mdg-event.h"

#include <glib/gi18n.h>

#define EXTENSION_SOURCE N_ ("Niigata Nippo on the minister’s press conference of 19 March 2026")
#define EXTENSION_DOUBT \
  N_ ("The extension rests on a press report; the notice itself has not been seen.")

static const struct
{
  int year;
  int month;
  int day;
  const char *text;
  const char *source;
  const char *doubt;
} time_line[MDG_N_EVENTS] = {
  { 2024, 12, 2, N_ ("No new insurance cards are issued"),
    N_ ("Ministry of Health, Labour and Welfare, questions often asked about using the My Number "
        "card as insurance card"),
    NULL },
  { 2025, 7, 31,
    N_ ("Most cards of National Health Insurance, and all of those of 75 and over, expire"),
    N_ ("Ministry of Health, Labour and Welfare, circular of 27 June 2025 on expired insurance "
        "cards; Kyoto Iho, 15 September 2025"),
    NULL },
  { 2025, 10, 31, N_ ("Many other insurance cards expire"), NULL,
    N_ ("The publication that names this day has not been seen.") },
  { 2025, 12, 2,
    N_ ("All old insurance cards have expired: My Number insurance card or Eligibility "
        "Certificate (once confirmed online, an expired card may still be taken for a time)"),
    N_ ("“Promotion of the use of My Number insurance cards” (203rd Medical Insurance "
        "Subcommittee), page 4; a report on the circular of 12 November 2025"),
    NULL },
  { 2026, 3, 31,
    N_ ("Provisional handling of expired cards was to end here; extended to 31 July 2026"),
    EXTENSION_SOURCE, EXTENSION_DOUBT },
  { 2026, 7, 31, N_ ("Provisional handling of expired cards ends"), EXTENSION_SOURCE,
    EXTENSION_DOUBT },
  { 2026, 8, 1,
    N_ ("75 and over: an Eligibility Certificate for all of 85 and over; for those of 84 and under "
        "a Notice of Eligibility if they hold a My Number insurance card, else a certificate"),
    N_ ("Saitama association for medical care of the latter-stage elderly"),
    N_ ("This rests on the guidance of a prefectural association; the national notice has not been "
        "seen.") },
};

static const char *
translate (const char *text)
{
  return text != NULL ? _ (text) : NULL;
}

/**
 * mdg_event_find:
 * @first: the first month
 * @last: the last month
 * @events: (out caller-allocates): where to put them
 *
 * Finds what happened between two months, both included.
 *
 * Returns: how many were put there, the earliest first
 */
guint
mdg_event_find (MdgMonth first, MdgMonth last, MdgEvent events[MDG_N_EVENTS])
{
  guint n_events = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (time_line); i++)
    {
      MdgDay day = mdg_day_new (time_line[i].year, time_line[i].month, time_line[i].day);
      MdgMonth month = mdg_day_get_month (day);

      if (month >= first && month <= last)
        events[n_events++] = (MdgEvent) {
          .day = day,
          .text = translate (time_line[i].text),
          .source = translate (time_line[i].source),
          .doubt = translate (time_line[i].doubt),
        };
    }

  return n_events;
}
