/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "core/mdg-day.h"

G_BEGIN_DECLS

#define MDG_TYPE_CLOCK (mdg_clock_get_type ())
G_DECLARE_FINAL_TYPE (MdgClock, mdg_clock, MDG, CLOCK, GObject)

/* The only source of today. Property "today" (uint, a MdgDay) notifies when midnight passes. */
MdgClock *mdg_clock_get_default (void);
MdgDay mdg_clock_get_today (MdgClock *self);
void mdg_clock_set_as_of (MdgClock *self, MdgDay day);
gboolean mdg_clock_is_as_of (MdgClock *self);
GDateTime *mdg_clock_get_now (MdgClock *self);
void mdg_clock_check (MdgClock *self);

G_END_DECLS
