/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/mdg-run.h"
#include "guide/mdg-guide-types.h"

G_BEGIN_DECLS

/**
 * MdgRunItemRow:
 *
 * One item of a run: a check, and behind it the help, its sources, "not applicable" and a note.
 * Signal "touched" after the user changed something; what is shown is then what the user wants,
 * until mdg_run_item_row_set_record() says what the store has.
 */
#define MDG_TYPE_RUN_ITEM_ROW (mdg_run_item_row_get_type ())
G_DECLARE_FINAL_TYPE (MdgRunItemRow, mdg_run_item_row, MDG, RUN_ITEM_ROW, AdwExpanderRow)

GtkWidget *mdg_run_item_row_new (const MdgChecklistItem *item);
void mdg_run_item_row_set_record (MdgRunItemRow *self,
                                  const MdgRunItem *record,
                                  gboolean is_read_only);
const char *mdg_run_item_row_get_id (MdgRunItemRow *self);
MdgItemState mdg_run_item_row_get_state (MdgRunItemRow *self);
const char *mdg_run_item_row_get_note (MdgRunItemRow *self);

G_END_DECLS
