/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "guide/mdg-guide-pack.h"

G_BEGIN_DECLS

struct _MdgGuidePack
{
  gatomicrefcount ref_count;
  GStringChunk *strings;

  const char *id;
  const char *version;
  MdgDay date;
  MdgDay covers_from;
  MdgGuideText title;
  MdgGuideText publisher;
  MdgGuideText order_note;

  GPtrArray *sources;
  GPtrArray *groups;
  GPtrArray *situations;
  GPtrArray *nodes;
  GPtrArray *checklists;
  GPtrArray *outreach;
  GPtrArray *materials;
  GPtrArray *drills;

  GHashTable *versions; /* (owned) node id -> GPtrArray of MdgNode */
};

MdgGuidePack *mdg_guide_pack_new_empty (void);
void mdg_checklist_item_free (MdgChecklistItem *item);

G_END_DECLS
