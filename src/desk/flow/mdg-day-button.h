/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/mdg-clock.h"

G_BEGIN_DECLS

/**
 * MdgDayButton:
 *
 * The day whose rules are shown, and a calendar to choose another. Construct property "clock"
 * (MdgClock). Property "day" (uint, a MdgDay): as long as it is today, it goes with the clock.
 */
#define MDG_TYPE_DAY_BUTTON (mdg_day_button_get_type ())
G_DECLARE_FINAL_TYPE (MdgDayButton, mdg_day_button, MDG, DAY_BUTTON, AdwBin)

MdgDay mdg_day_button_get_day (MdgDayButton *self);
void mdg_day_button_set_day (MdgDayButton *self, MdgDay day);
void mdg_day_button_set_today (MdgDayButton *self);
void mdg_day_button_set_clock (MdgDayButton *self, MdgClock *clock);
gboolean mdg_day_button_is_today (MdgDayButton *self);

G_END_DECLS
