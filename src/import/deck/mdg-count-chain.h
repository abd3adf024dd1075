/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/deck/mdg-fields.h"

G_BEGIN_DECLS

/**
 * MdgCountLink:
 * @rate: index of the rate among all rates
 * @columns: indices of the counts of MNC and verifications among all counts; the same for glued ones
 * @counts: MNC and verifications
 * @is_turned: whether the counts are glued and stand the other way round
 *
 * A rate with its two counts.
 */
typedef struct
{
  guint rate;
  guint columns[2];
  gint64 counts[2];
  gboolean is_turned;
} MdgCountLink;

GArray *mdg_count_chain_find (GPtrArray *rates, GPtrArray *counts);
gboolean mdg_count_chain_fill (GArray *chain, GPtrArray *rates, GPtrArray *counts, guint n_wanted);

G_END_DECLS
