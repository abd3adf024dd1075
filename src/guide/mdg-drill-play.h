/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "guide/mdg-drill.h"

G_BEGIN_DECLS

/**
 * MdgDrillOption:
 * @id: id of a situation or of a choice
 * @icon: (nullable): the name of a symbolic icon
 * @text: what is chosen
 * @detail: what it means, may be left out
 *
 * What can be chosen. Its texts belong to the pack.
 */
typedef struct
{
  const char *id;
  const char *icon;
  const MdgGuideText *text;
  const MdgGuideText *detail;
} MdgDrillOption;

/**
 * MdgDrillAnswer:
 * @question: (nullable): the question that was answered, %NULL if it was which situation this is
 * @chosen: what was chosen
 * @right: what was right
 * @is_right: whether both are the same
 * @chosen_next: the question or outcome that the choice leads to
 * @right_next: the question or outcome that the right choice leads to
 * @basis: what the right choice rests on
 *
 * One answer, and what is to be said about it.
 */
typedef struct
{
  const MdgNode *question;
  MdgDrillOption chosen;
  MdgDrillOption right;
  gboolean is_right;
  const MdgNode *chosen_next;
  const MdgNode *right_next;
  const MdgGuideBasis *basis;
} MdgDrillAnswer;

/**
 * MdgDrillPlay:
 *
 * One playing of a drill by the rules of one day. First it asks which situation this is, then each
 * question on the right way, by the same procedures that the desk follows. After a wrong choice it
 * goes on along the right way. The same seed always offers the same situations in the same order.
 */
typedef struct _MdgDrillPlay MdgDrillPlay;

MdgDrillPlay *mdg_drill_play_new (MdgGuidePack *pack,
                                  const MdgDrill *drill,
                                  MdgDay day,
                                  guint32 seed);
void mdg_drill_play_free (MdgDrillPlay *self);
const MdgDrill *mdg_drill_play_get_drill (const MdgDrillPlay *self);
guint mdg_drill_play_get_n_steps (const MdgDrillPlay *self);
guint mdg_drill_play_get_step (const MdgDrillPlay *self);
const MdgNode *mdg_drill_play_get_question (const MdgDrillPlay *self);
GArray *mdg_drill_play_list_options (const MdgDrillPlay *self);
const MdgDrillAnswer *mdg_drill_play_answer (MdgDrillPlay *self, const char *id);
const MdgDrillAnswer *mdg_drill_play_get_answer (const MdgDrillPlay *self, guint step);
gboolean mdg_drill_play_is_finished (const MdgDrillPlay *self);
gboolean mdg_drill_play_is_right (const MdgDrillPlay *self);
const MdgNode *mdg_drill_play_get_outcome (const MdgDrillPlay *self);
char *mdg_drill_play_dup_choices (const MdgDrillPlay *self);
gboolean mdg_drill_play_replay (MdgDrillPlay *self, const char *choices);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MdgDrillPlay, mdg_drill_play_free)

G_END_DECLS
