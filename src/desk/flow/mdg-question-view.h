/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "guide/mdg-guide-pack.h"

G_BEGIN_DECLS

/**
 * MdgQuestionView:
 *
 * A question of the guide with its answers as large buttons, and what it rests on. Signal "chosen"
 * (string: the id of a choice).
 */
#define MDG_TYPE_QUESTION_VIEW (mdg_question_view_get_type ())
G_DECLARE_FINAL_TYPE (MdgQuestionView, mdg_question_view, MDG, QUESTION_VIEW, AdwBin)

void mdg_question_view_set_question (MdgQuestionView *self,
                                     MdgGuidePack *pack,
                                     const MdgNode *question,
                                     MdgDay day);

G_END_DECLS
