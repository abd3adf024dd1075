/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/deck/mdg-deck.h"
#include "import/mdg-import-message.h"

G_BEGIN_DECLS

/**
 * MdgTotals:
 * @values: by facility type and column, as printed; columns in the order asked for
 * @n_values: by facility type, how many counts the row has
 * @lines: by facility type, where the row stands
 * @line: where the table begins
 * @is_accepted: whether every sum closes
 * @has_reference: whether @reference can be relied on
 * @is_printed: whether it rests on an answer, so that its figures are not proved
 * @is_repaired: whether @reference differs from @values in the one place that the sums tell
 * @reference: the values with which every sum closes
 * @messages: (element-type MdgImportMessage): what does not close
 *
 * A table by facility type whose sums were tried (law 1). A refused table still tells what the
 * prefecture tables must add up to, if the sums leave only one way to repair it.
 */
typedef struct
{
  gint64 values[MDG_N_TYPE_ROWS][MDG_N_TYPE_COLUMNS];
  guint n_values[MDG_N_TYPE_ROWS];
  guint lines[MDG_N_TYPE_ROWS];
  guint line;
  gboolean is_accepted;
  gboolean has_reference;
  gboolean is_repaired;
  gboolean is_printed;
  gint64 reference[MDG_N_TYPE_ROWS][MDG_N_TYPE_COLUMNS];
  GPtrArray *messages;
} MdgTotals;

gboolean mdg_type_table_is_totals (const MdgTypeTable *table);
gboolean mdg_type_table_is_lawful (const MdgTypeTable *table);
MdgTotals *mdg_totals_new (const MdgTypeTable *table,
                           const guint order[MDG_N_TYPE_COLUMNS],
                           const MdgMeasure measures[MDG_N_TYPE_COLUMNS],
                           gboolean rows_close);
void mdg_totals_free (MdgTotals *self);
guint mdg_type_table_find_whole (const MdgTypeTable *table);
gboolean mdg_totals_row_closes (const MdgTotals *self, MdgFacilityType type);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MdgTotals, mdg_totals_free)

G_END_DECLS
