/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mdg-own-list.h"
#include "guide/mdg-guide-pack.h"

G_BEGIN_DECLS

/**
 * MdgChecklistSnapshot:
 *
 * A checklist as it was when a run of it was begun: all its texts in both languages, its sources,
 * and what the facility had added. It reads the same when the guide pack has changed or is gone.
 * Immutable and reference-counted; may be used from any thread.
 */
typedef struct _MdgChecklistSnapshot MdgChecklistSnapshot;

#define MDG_TYPE_CHECKLIST_SNAPSHOT (mdg_checklist_snapshot_get_type ())
GType mdg_checklist_snapshot_get_type (void);

char *mdg_checklist_snapshot_write (const MdgChecklist *checklist,
                                    const MdgOwnList *own,
                                    MdgDay day);

MdgChecklistSnapshot *mdg_checklist_snapshot_new_from_text (const char *text);
MdgChecklistSnapshot *mdg_checklist_snapshot_ref (MdgChecklistSnapshot *self);
void mdg_checklist_snapshot_unref (MdgChecklistSnapshot *self);
const MdgChecklist *mdg_checklist_snapshot_get_checklist (const MdgChecklistSnapshot *self);
gboolean mdg_checklist_snapshot_is_damaged (const MdgChecklistSnapshot *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MdgChecklistSnapshot, mdg_checklist_snapshot_unref)

G_END_DECLS
