/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mdg-training.h"
#include "guide/mdg-drill-play.h"

G_BEGIN_DECLS

/* Of an exam, so much must be right the first time. */
#define MDG_EXAM_PASS_PERCENT 80u

/* A drill that was wrong returns after so many others, where there are as many. */
#define MDG_RETURN_AFTER 3

/**
 * MdgDrillRound:
 *
 * Drills that are played in a row. In practice a drill that was wrong returns after three others,
 * until it is right; in an exam each is asked once. The score counts the first time of each.
 * What comes next depends on the plan and on what was right alone, so that a round that was left can
 * be gone on with.
 */
typedef struct _MdgDrillRound MdgDrillRound;

MdgDrillRound *mdg_drill_round_new (MdgRoundMode mode, GPtrArray *drills);
MdgDrillRound *mdg_drill_round_new_from_record (MdgGuidePack *pack, const MdgRound *record);
void mdg_drill_round_free (MdgDrillRound *self);
MdgRoundMode mdg_drill_round_get_mode (const MdgDrillRound *self);
const MdgDrill *mdg_drill_round_get_current (const MdgDrillRound *self);
gboolean mdg_drill_round_is_return (const MdgDrillRound *self);
guint mdg_drill_round_get_number (const MdgDrillRound *self);
guint mdg_drill_round_get_n_drills (const MdgDrillRound *self);
guint mdg_drill_round_get_n_left (const MdgDrillRound *self);
guint mdg_drill_round_get_n_asked (const MdgDrillRound *self);
guint mdg_drill_round_get_n_right (const MdgDrillRound *self);
gboolean mdg_drill_round_is_passed (const MdgDrillRound *self);
GPtrArray *mdg_drill_round_list_wrong (const MdgDrillRound *self);
void mdg_drill_round_record (MdgDrillRound *self, gboolean is_right);
char *mdg_drill_round_dup_plan (const MdgDrillRound *self);
MdgDrillPlay *mdg_drill_round_play (const MdgDrillRound *self,
                                    MdgGuidePack *pack,
                                    MdgDay day,
                                    gint64 round_id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MdgDrillRound, mdg_drill_round_free)

G_END_DECLS
