/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/deck/mdg-deck.h"
#include "import/mdg-import-message.h"
#include "import/deck/mdg-totals.h"

G_BEGIN_DECLS

#define MDG_MAX_BLOCKS 4

/**
 * MdgBlock:
 * @rows: by area, its row; %NULL where there is none or it cannot be read
 * @n_rows: how many areas have a row
 * @mnc: sum of the MNC counts
 * @verifications: sum of the verification counts
 * @type: the facility type told by the sums, or %MDG_N_FACILITY_TYPES
 * @types: as a bit set, all types whose totals are its sums, if these close
 * @heading: the facility type of the heading above it, or %MDG_N_FACILITY_TYPES
 * @is_sound: whether the block is whole and its rates and ranks hold (laws 3 and 5)
 * @is_refused: whether nothing of it may be handed out
 * @sums_close: whether its sums are the national totals of @type (law 2)
 * @is_printed: whether only its heading tells the type, so that nothing of it is proved
 * @line: where it begins
 * @messages: (element-type MdgImportMessage): what was found
 *
 * One facility x prefecture table, put together from its pieces.
 */
typedef struct
{
  const MdgCountRow *rows[MDG_N_AREAS];
  guint n_rows;
  gint64 mnc;
  gint64 verifications;
  MdgFacilityType type;
  guint types;
  MdgFacilityType heading;
  gboolean is_sound;
  gboolean is_refused;
  gboolean sums_close;
  gboolean is_printed;
  guint line;
  GPtrArray *pieces;
  GPtrArray *messages;
} MdgBlock;

GPtrArray *mdg_blocks_assemble (const MdgDeck *deck, const MdgTotals *totals);
void mdg_block_check (MdgBlock *self, const MdgDeck *deck, const MdgTotals *totals);
gboolean mdg_block_rate_holds (const MdgCountRow *row);
void mdg_block_say (MdgBlock *self, MdgImportMessage *message);
gboolean mdg_block_says (const MdgBlock *self, MdgMessageCode code);

G_END_DECLS
