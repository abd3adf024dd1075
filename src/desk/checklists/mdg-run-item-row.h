/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/mdg-run.h"
#include "guide/mdg-guide-types.h"
#include "guide/mdg-run-comparison.h"

G_BEGIN_DECLS

/**
 * MdgRunItemRow:
 *
 * One item of a run: open, done, or not applicable with a reason, and a note. It stores nothing:
 * signals "touched" (MdgRunItem: as it was, NULL if nobody had touched it; MdgRunItem: as the user
 * wants it, without who) and "move" (int: to the row above or below) say what the user wants.
 */
#define MDG_TYPE_RUN_ITEM_ROW (mdg_run_item_row_get_type ())
G_DECLARE_FINAL_TYPE (MdgRunItemRow, mdg_run_item_row, MDG, RUN_ITEM_ROW, AdwExpanderRow)

GtkWidget *mdg_run_item_row_new (const MdgChecklistItem *item);
void mdg_run_item_row_set_record (MdgRunItemRow *self,
                                  const MdgRunItem *record,
                                  gboolean is_read_only);
void mdg_run_item_row_set_difference (MdgRunItemRow *self, const MdgRunDifference *difference);
const char *mdg_run_item_row_get_id (MdgRunItemRow *self);
MdgItemState mdg_run_item_row_get_state (MdgRunItemRow *self);
void mdg_run_item_row_grab_check (MdgRunItemRow *self);
void mdg_run_item_row_ask_reason (MdgRunItemRow *self);

G_END_DECLS
