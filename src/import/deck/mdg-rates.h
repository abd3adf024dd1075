/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/deck/mdg-blocks.h"
#include "import/mdg-import-output.h"

G_BEGIN_DECLS

/* The national counts that printed rates are tried with. */
typedef struct
{
  gboolean is_known;
  gint64 mnc;
  gint64 verifications;
} MdgNational;

/**
 * MdgRates:
 * @rows: by area, its row, or %NULL
 * @line: where the table begins, or %MDG_NO_LINE if there is none
 * @is_refused: whether nothing of it may be handed out
 * @is_pooled: whether its prefecture rates were proved by the four tables
 * @national_is_proved: whether its national rate was proved by the national counts
 * @doubtful: prefectures, as a bit set, whose rows in the four tables law 4 does not confirm
 * @claims: (element-type GArray): tables of rates by claims, which are other figures
 * @messages: (element-type MdgImportMessage): what was found
 *
 * The table of rates by prefecture, tried with laws 3 and 4.
 */
typedef struct
{
  const MdgRateRow *rows[MDG_N_AREAS];
  guint n_rows;
  guint line;
  gboolean is_refused;
  gboolean is_pooled;
  gboolean national_is_proved;
  guint64 doubtful;
  GPtrArray *claims;
  GPtrArray *messages;
} MdgRates;

MdgRates *mdg_rates_new (MdgImportOutput *output, GPtrArray *blocks);
void mdg_rates_free (MdgRates *self);
void mdg_rates_pool (MdgRates *self, GPtrArray *blocks);
void mdg_rates_check_national (MdgRates *self, const MdgNational *national);
void mdg_rates_check_bounds (MdgRates *self);
gboolean mdg_rates_emit (MdgRates *self, MdgImportOutput *output);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MdgRates, mdg_rates_free)

G_END_DECLS
