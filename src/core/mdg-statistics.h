/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Competition-free ranks 1..n, highest ratio first, by exact cross multiplication; ties by lower index. */
void mdg_rank_by_ratio (const gint64 *parts, const gint64 *wholes, guint n, guint *ranks);

G_END_DECLS
