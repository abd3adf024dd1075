/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mdg-day.h"

G_BEGIN_DECLS

/**
 * MdgEvent:
 * @day: the day
 * @text: what changed on it, to be translated
 *
 * A day of the transition that figures are looked at against. What is in doubt is not among them.
 */
typedef struct
{
  MdgDay day;
  const char *text;
} MdgEvent;

guint mdg_event_find (MdgMonth first, MdgMonth last, MdgEvent *events, guint max_events);

G_END_DECLS
