/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mdg-day.h"

G_BEGIN_DECLS

/* Leitner's boxes: what is right moves one box on and is asked less often, what is wrong goes back
 * to the first. Box 0 holds what was never asked. */
#define MDG_LEITNER_NEW 0
#define MDG_LEITNER_FIRST 1
#define MDG_LEITNER_LAST 5

guint mdg_leitner_move (guint box, gboolean is_right);
guint mdg_leitner_get_interval (guint box);
gboolean mdg_leitner_is_due (guint box, MdgDay last, MdgDay today);

G_END_DECLS
