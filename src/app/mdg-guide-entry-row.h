/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "guide/mdg-guide-entry.h"

G_BEGIN_DECLS

/**
 * MdgGuideEntryRow:
 *
 * A row for one guide pack: which it is, whether it is in use, and what can be done with it.
 * Signals: "use-pack", "export-pack", "remove-pack", "show-faults".
 */
#define MDG_TYPE_GUIDE_ENTRY_ROW (mdg_guide_entry_row_get_type ())
G_DECLARE_FINAL_TYPE (MdgGuideEntryRow, mdg_guide_entry_row, MDG, GUIDE_ENTRY_ROW, AdwActionRow)

GtkWidget *mdg_guide_entry_row_new (MdgGuideEntry *entry, GtkCheckButton *group);
MdgGuideEntry *mdg_guide_entry_row_get_entry (MdgGuideEntryRow *self);
void mdg_guide_entry_row_set_in_use (MdgGuideEntryRow *self, gboolean in_use);

G_END_DECLS
