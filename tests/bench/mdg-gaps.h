/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How long the main loop does nothing but one thing: a timeout of one millisecond that goes before
 * all else notes how late it is. */

void mdg_gaps_begin (void);
double mdg_gaps_end (void);

G_END_DECLS
