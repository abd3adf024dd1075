/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mdg-clock.h"
#include "core/mdg-store.h"
#include "guide/mdg-guide-walk.h"

G_BEGIN_DECLS

/**
 * MdgDeskCase:
 *
 * The case that is at the desk: it begins when a situation is chosen and is over when the list of
 * situations is shown again. While "logging" (boolean, off at first), and while the rules of today
 * are followed, it is noted in the desk log when it comes to an outcome, with the time it was begun
 * at; another outcome of the same case takes the place of the first. Signals "changed" (what to
 * keep for a resume is another), "resumed", and "failed" (string: why it could not be noted).
 */
#define MDG_TYPE_DESK_CASE (mdg_desk_case_get_type ())
G_DECLARE_FINAL_TYPE (MdgDeskCase, mdg_desk_case, MDG, DESK_CASE, GObject)

MdgDeskCase *mdg_desk_case_new (MdgGuideWalk *walk, MdgStore *store, MdgClock *clock);
void mdg_desk_case_set_logging (MdgDeskCase *self, gboolean logging);
gboolean mdg_desk_case_get_logging (MdgDeskCase *self);
char *mdg_desk_case_to_text (MdgDeskCase *self);
gboolean mdg_desk_case_restore (MdgDeskCase *self, const char *text);

G_END_DECLS
