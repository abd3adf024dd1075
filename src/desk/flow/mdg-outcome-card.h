/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "guide/mdg-guide-pack.h"
#include "guide/mdg-guide-walk.h"

G_BEGIN_DECLS

/**
 * MdgOutcomeCard:
 *
 * An outcome of the guide: what to say, what to charge, how to claim, what to note, what to ask for
 * next time, whom to call, and what it rests on. Signals "edit-contacts", "start-over" and
 * "open-checklist" (string: the checklist's id).
 */
#define MDG_TYPE_OUTCOME_CARD (mdg_outcome_card_get_type ())
G_DECLARE_FINAL_TYPE (MdgOutcomeCard, mdg_outcome_card, MDG, OUTCOME_CARD, AdwBin)

GtkWidget *mdg_outcome_card_new (void);
void mdg_outcome_card_set_outcome (MdgOutcomeCard *self,
                                   MdgGuidePack *pack,
                                   const MdgSituation *situation,
                                   const MdgNode *outcome,
                                   GPtrArray *doubts,
                                   MdgDay day);
void mdg_outcome_card_set_walk (MdgOutcomeCard *self, MdgGuideWalk *walk);
void mdg_outcome_card_set_contacts (MdgOutcomeCard *self, GPtrArray *contacts);
char *mdg_outcome_card_get_text (MdgOutcomeCard *self);

G_END_DECLS
