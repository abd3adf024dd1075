/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mdg-observation.h"

G_BEGIN_DECLS

/* The rate less the change is the rate of the month before, but both are rounded, so that it may be off
 * by a hundredth: prefectures that are two or less apart may stand in either order. In hundredths of a
 * percent. */
#define MDG_RATE_BEFORE_MARGIN 2

void mdg_derive (const MdgObservation *const *shown, guint n_shown, GArray *out);

G_END_DECLS
