/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Competition-free ranks 1..n, highest ratio first, by exact cross multiplication; ties by lower index. */
void mdg_rank_by_ratio (const gint64 *parts, const gint64 *wholes, guint n, guint *ranks);

/* The places that one of several values may take, where each is off by up to half of @margin. */
typedef struct
{
  guint first;
  guint last;
} MdgRankRange;

MdgRankRange mdg_rank_range (const gint64 *values, guint n, guint index, gint64 margin);

G_END_DECLS
