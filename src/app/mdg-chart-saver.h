/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Answers what the cards of charts ask for: copying and saving. Cards are on many pages, and must
 * not know how a file is saved; so all are heard in one place. */
void mdg_chart_saver_init (void);

G_END_DECLS
