/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "guide/mdg-guide-pack.h"

G_BEGIN_DECLS

/**
 * MdgGuideWalk:
 *
 * One walk through the procedures on one day: a situation and the choices made since. Signal
 * "changed" after every step.
 */
#define MDG_TYPE_GUIDE_WALK (mdg_guide_walk_get_type ())
G_DECLARE_FINAL_TYPE (MdgGuideWalk, mdg_guide_walk, MDG, GUIDE_WALK, GObject)

MdgGuideWalk *mdg_guide_walk_new (MdgGuidePack *pack, MdgDay day);
MdgGuidePack *mdg_guide_walk_get_pack (MdgGuideWalk *self);
MdgDay mdg_guide_walk_get_day (MdgGuideWalk *self);
void mdg_guide_walk_set_day (MdgGuideWalk *self, MdgDay day);
const MdgSituation *mdg_guide_walk_get_situation (MdgGuideWalk *self);
const MdgNode *mdg_guide_walk_get_node (MdgGuideWalk *self);
guint mdg_guide_walk_get_n_choices (MdgGuideWalk *self);
const MdgNode *mdg_guide_walk_get_step (MdgGuideWalk *self, guint index, const MdgChoice **choice);
GPtrArray *mdg_guide_walk_list_doubts (MdgGuideWalk *self);
gboolean mdg_guide_walk_start (MdgGuideWalk *self, const char *situation_id);
gboolean mdg_guide_walk_choose (MdgGuideWalk *self, const char *choice_id);
gboolean mdg_guide_walk_back (MdgGuideWalk *self);
void mdg_guide_walk_truncate (MdgGuideWalk *self, guint n_choices);
void mdg_guide_walk_reset (MdgGuideWalk *self);
gboolean mdg_guide_walk_go (MdgGuideWalk *self,
                            MdgDay day,
                            const char *situation_id,
                            const char *const *choice_ids);

G_END_DECLS
