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

  GPtrArray *parts; /* (nullable) (element-type MdgGuidePack): what a joined pack borrows from */
};

MdgGuidePack *mdg_guide_pack_new_empty (void);
MdgGuidePack *mdg_guide_pack_new_joined (MdgGuidePack *procedures,
                                         MdgGuidePack *outreach,
                                         GPtrArray *checklists);
void mdg_checklist_item_free (MdgChecklistItem *item);

GBytes *mdg_guide_loader_get_builtin (GError **error);
GBytes *mdg_guide_loader_read_file (GFile *file, GError **error);
GPtrArray *mdg_guide_loader_tell_unreadable (const GError *error);

G_END_DECLS
