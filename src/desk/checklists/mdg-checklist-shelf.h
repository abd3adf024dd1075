/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mdg-own-list.h"
#include "core/mdg-run.h"
#include "guide/mdg-guide-pack.h"

G_BEGIN_DECLS

/**
 * MdgShelfText:
 * @MDG_SHELF_KEPT: the run kept its checklist
 * @MDG_SHELF_DAMAGED: it kept it, but not all of it can be read
 * @MDG_SHELF_CURRENT: it kept none, and the pack's is of the version that it was begun with
 * @MDG_SHELF_OTHER_VERSION: it kept none, and the pack's may read differently now
 * @MDG_SHELF_NONE: there is no checklist for it
 *
 * How far what is shown of a run is what it was begun with.
 */
typedef enum
{
  MDG_SHELF_KEPT,
  MDG_SHELF_DAMAGED,
  MDG_SHELF_CURRENT,
  MDG_SHELF_OTHER_VERSION,
  MDG_SHELF_NONE,
} MdgShelfText;

/**
 * MdgChecklistShelf:
 *
 * Where checklists are found: those that can be begun, made of the guide pack and of what the
 * facility has added, and those that runs have kept. For the main thread.
 */
typedef struct _MdgChecklistShelf MdgChecklistShelf;

MdgChecklistShelf *mdg_checklist_shelf_new (MdgGuidePack *pack);
void mdg_checklist_shelf_free (MdgChecklistShelf *self);
MdgGuidePack *mdg_checklist_shelf_get_pack (MdgChecklistShelf *self);
void mdg_checklist_shelf_set_own (MdgChecklistShelf *self, GPtrArray *own);
GPtrArray *mdg_checklist_shelf_get_own (MdgChecklistShelf *self);

GPtrArray *mdg_checklist_shelf_list (MdgChecklistShelf *self, MdgDay day);
char *mdg_checklist_shelf_take (MdgChecklistShelf *self,
                                const char *checklist_id,
                                MdgDay day,
                                char **version);
const MdgChecklist *mdg_checklist_shelf_find (MdgChecklistShelf *self,
                                              const char *checklist_id,
                                              MdgDay day);
const MdgChecklist *mdg_checklist_shelf_find_for_run (MdgChecklistShelf *self,
                                                      const MdgRun *run,
                                                      MdgShelfText *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MdgChecklistShelf, mdg_checklist_shelf_free)

G_END_DECLS
