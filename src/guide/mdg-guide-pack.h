/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "guide/mdg-guide-problem.h"
#include "guide/mdg-guide-types.h"

G_BEGIN_DECLS

/**
 * MdgGuidePack:
 *
 * A guide pack that has passed every check: procedures, checklists and outreach, in Japanese and
 * English, with source and validity. Any of the three may be empty; without procedures there is no
 * covers_from and no order_note. Immutable and reference-counted; may be used from any thread.
 */
typedef struct _MdgGuidePack MdgGuidePack;

#define MDG_TYPE_GUIDE_PACK (mdg_guide_pack_get_type ())
GType mdg_guide_pack_get_type (void);

MdgGuidePack *mdg_guide_pack_new_builtin (GError **error);
MdgGuidePack *mdg_guide_pack_new_from_file (GFile *file, GPtrArray **problems, GError **error);
MdgGuidePack *mdg_guide_pack_new_from_bytes (GBytes *bytes,
                                             const char *name,
                                             GPtrArray **problems,
                                             GError **error);
MdgGuidePack *mdg_guide_pack_ref (MdgGuidePack *self);
void mdg_guide_pack_unref (MdgGuidePack *self);

const char *mdg_guide_pack_get_id (const MdgGuidePack *self);
const char *mdg_guide_pack_get_version (const MdgGuidePack *self);
MdgDay mdg_guide_pack_get_date (const MdgGuidePack *self);
MdgDay mdg_guide_pack_get_covers_from (const MdgGuidePack *self);
const MdgGuideText *mdg_guide_pack_get_title (const MdgGuidePack *self);
const MdgGuideText *mdg_guide_pack_get_publisher (const MdgGuidePack *self);
const MdgGuideText *mdg_guide_pack_get_order_note (const MdgGuidePack *self);

/* Everything of one kind, in the pack's order, whatever the date. */
GPtrArray *mdg_guide_pack_get_sources (const MdgGuidePack *self);
GPtrArray *mdg_guide_pack_get_groups (const MdgGuidePack *self);
GPtrArray *mdg_guide_pack_get_situations (const MdgGuidePack *self);
GPtrArray *mdg_guide_pack_get_nodes (const MdgGuidePack *self);
GPtrArray *mdg_guide_pack_get_checklists (const MdgGuidePack *self);
GPtrArray *mdg_guide_pack_get_outreach (const MdgGuidePack *self);
GPtrArray *mdg_guide_pack_get_materials (const MdgGuidePack *self);
GPtrArray *mdg_guide_pack_get_drills (const MdgGuidePack *self);

const MdgGuideSource *mdg_guide_pack_find_source (const MdgGuidePack *self, const char *id);
const MdgSituation *mdg_guide_pack_find_situation (const MdgGuidePack *self, const char *id);
const MdgChecklist *mdg_guide_pack_find_checklist (const MdgGuidePack *self, const char *id);

/* What holds on one day. */
GPtrArray *mdg_guide_pack_list_situations (const MdgGuidePack *self, MdgDay day);
GPtrArray *mdg_guide_pack_list_checklists (const MdgGuidePack *self, MdgDay day);
const MdgNode *mdg_guide_pack_resolve (const MdgGuidePack *self, const char *node_id, MdgDay day);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MdgGuidePack, mdg_guide_pack_unref)

G_END_DECLS
