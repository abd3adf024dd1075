/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mdg-day.h"

G_BEGIN_DECLS

/* How many days the time line has. */
#define MDG_N_EVENTS 7

/**
 * MdgEvent:
 * @day: the day
 * @text: what changed on it, translated, without a full stop
 * @source: (nullable): where that is said, translated; %NULL where no publication has been seen
 * @doubt: (nullable): what is uncertain about it, in a translated sentence
 *
 * A day of the transition that figures are looked at against. Whoever shows it shows its doubt.
 */
typedef struct
{
  MdgDay day;
  const char *text;
  const char *source;
  const char *doubt;
} MdgEvent;

guint mdg_event_find (MdgMonth first, MdgMonth last, MdgEvent events[MDG_N_EVENTS]);

G_END_DECLS
