/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import/deck/mdg-reconciler.h"

#include "import/deck/mdg-block-headings.h"
#include "import/deck/mdg-block-output.h"
#include "import/deck/mdg-known.h"
#include "import/deck/mdg-printed.h"
#include "import/deck/mdg-rate-basis.h"
#include "import/deck/mdg-rates.h"
#include "import/deck/mdg-status.h"
#include "import/deck/mdg-totals.h"
#include "import/deck/mdg-type-output.h"

/* The rows of an open table that the printed rates by prefecture do not confirm. */
static guint
tell_by_pooled (const MdgRates *rates, GPtrArray *blocks, MdgArea *told)
{
  guint n_told = 0;

  for (MdgArea area = 1; area < MDG_N_AREAS; area++)
    {
      const MdgRateRow *printed = rates->rows[area];
      gint64 mnc = 0;
      gint64 verifications = 0;
      MdgDecimal rate;

      if (printed == NULL)
        return 0;
      for (guint i = 0; i < blocks->len; i++)
        {
          const MdgCountRow *row = ((const MdgBlock *) g_ptr_array_index (blocks, i))->rows[area];

          if (row == NULL)
            return 0;
          mnc += row->mnc;
          verifications += row->verifications;
        }
      if (!mdg_decimal_percent_ratio (mnc, verifications, printed->rate.decimals, &rate) ||
          mdg_decimal_compare (rate, printed->rate) != 0)
        told[n_told++] = area;
    }

  return n_told;
}

static gboolean
say_told (MdgBlock *block, MdgMessageCode because, MdgMessageCode code)
{
  guint n_messages = block->messages->len;
  gboolean is_told = FALSE;

  for (guint i = 0; i < n_messages; i++)
    {
      const MdgImportMessage *message = g_ptr_array_index (block->messages, i);

      if (message->code != because)
        continue;
      is_told = TRUE;
      mdg_block_say (block, mdg_import_message_new (code, message->args[0], NULL));
    }

  return is_told;
}

/* A sum says only that something is wrong. The row may be told by its rate, by the prefecture's rate
 * over all four tables, or by its rank; about a quarter of all wrong digits show in none of them. */
static void
tell_rows (GPtrArray *blocks, const MdgRates *rates)
{
  for (guint i = 0; i < blocks->len; i++)
    {
      MdgBlock *block = g_ptr_array_index (blocks, i);
      gboolean others_are_sound = blocks->len == MDG_MAX_BLOCKS;
      MdgArea told[MDG_N_AREAS];
      guint n_told = 0;

      if (!mdg_block_says (block, MDG_MESSAGE_SUM_OPEN) ||
          mdg_block_says (block, MDG_MESSAGE_INCOMPLETE))
        continue;
      if (say_told (block, MDG_MESSAGE_RATE_OPEN, MDG_MESSAGE_ROW_TOLD_BY_RATE))
        continue;

      for (guint j = 0; j < blocks->len; j++)
        others_are_sound =
          others_are_sound && (i == j || !((MdgBlock *) g_ptr_array_index (blocks, j))->is_refused);
      if (others_are_sound && !rates->is_refused)
        n_told = tell_by_pooled (rates, blocks, told);
      for (guint j = 0; j < n_told; j++)
        mdg_block_say (block, mdg_import_message_new (MDG_MESSAGE_ROW_TOLD_BY_POOLED,
                                                      mdg_area_get_code (told[j]), NULL));

      if (n_told == 0 && !say_told (block, MDG_MESSAGE_RANK_OPEN, MDG_MESSAGE_ROW_TOLD_BY_RANK))
        mdg_block_say (block, mdg_import_message_new (MDG_MESSAGE_ROW_UNTOLD, NULL));
    }
}

/* Totals that were refused are still known if they were repaired and four tables add up to them. */
static MdgNational
find_national (const MdgTotals *totals, GPtrArray *blocks)
{
  MdgNational national = { 0 };
  gboolean all_close = blocks->len == MDG_MAX_BLOCKS;

  for (guint i = 0; i < blocks->len; i++)
    {
      const MdgBlock *block = g_ptr_array_index (blocks, i);

      all_close = all_close && !block->is_refused && block->sums_close;
      national.mnc += block->mnc;
      national.verifications += block->verifications;
    }

  if (totals != NULL && totals->is_accepted)
    {
      national.mnc = totals->values[MDG_FACILITY_ALL][MDG_COLUMN_MNC];
      national.verifications = totals->values[MDG_FACILITY_ALL][MDG_COLUMN_VERIFICATIONS];
      national.is_known = TRUE;
    }
  else
    {
      national.is_known = all_close;
    }

  return national;
}

/* Without national counts the two places that print the national rate can only be held against each
 * other; if they differ, neither can be believed. */
static gboolean
usage_contradicts_rates (const MdgDeck *deck, const MdgNational *national, MdgRates *rates)
{
  const MdgHeadline *usage = mdg_status_find_usage (deck);
  const MdgRateRow *row = rates->rows[MDG_AREA_NATIONAL];

  if (national->is_known || usage == NULL || row == NULL ||
      mdg_decimal_compare (usage->share, row->rate) == 0)
    return FALSE;

  rates->is_refused = TRUE;
  g_ptr_array_add (rates->messages, mdg_import_message_new (MDG_MESSAGE_CULPRIT_UNTOLD, NULL));

  return TRUE;
}

/**
 * mdg_reconcile:
 * @output: an output with a deck
 *
 * Tries the laws on the deck's candidates, tells by arithmetic which table is to blame where one
 * does not hold, and hands out what is left.
 */
void
mdg_reconcile (MdgImportOutput *output)
{
  const MdgDeck *deck = output->deck;
  g_autoptr (MdgTotals) totals = mdg_type_output_take_totals (output);
  g_autoptr (GPtrArray) blocks = mdg_blocks_assemble (deck, totals);
  g_autoptr (MdgRates) rates = NULL;
  MdgNational national;
  MdgStatus status = { .national = &national, .totals_line = MDG_NO_LINE };

  mdg_blocks_read_headings (blocks, deck->document);
  for (guint i = 0; i < blocks->len; i++)
    {
      MdgBlock *block = g_ptr_array_index (blocks, i);

      mdg_block_check (block, deck, totals);
      /* What rests on an answer is not proved. */
      block->is_printed = block->is_printed || (totals != NULL && totals->is_printed);
    }

  mdg_blocks_ask (blocks, output);

  rates = mdg_rates_new (output, blocks);
  mdg_rates_pool (rates, blocks);
  tell_rows (blocks, rates);
  national = find_national (totals, blocks);
  mdg_rates_check_national (rates, &national);
  mdg_rates_check_bounds (rates);
  mdg_known_check_rates (output, rates);
  mdg_known_check_blocks (output, blocks);
  status.usage_is_refused = usage_contradicts_rates (deck, &national, rates);

  if (totals != NULL && mdg_type_output_emit_totals (output, totals))
    status.totals_line = totals->lines[MDG_FACILITY_ALL];
  mdg_type_output_emit_views (output);
  mdg_printed_emit (output);
  mdg_blocks_emit (blocks, output, rates->doubtful);

  status.rate_is_out = mdg_rates_emit (rates, output);
  for (guint i = 0; i < rates->claims->len; i++)
    mdg_rate_basis_emit (output, g_ptr_array_index (rates->claims, i));
  mdg_status_emit (&status, output);
}
