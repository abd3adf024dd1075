/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/mdg-figures.h"

G_BEGIN_DECLS

/**
 * MdgStatCard:
 *
 * One figure, large, with all that must stand beside it: what it is, of which month and on which
 * basis, and what stands behind it.
 *
 * Properties: "title", "detail" (what else is to be told of it) and "note" (what it is not), texts.
 */
#define MDG_TYPE_STAT_CARD (mdg_stat_card_get_type ())
G_DECLARE_FINAL_TYPE (MdgStatCard, mdg_stat_card, MDG, STAT_CARD, AdwBin)

void mdg_stat_card_set_title (MdgStatCard *self, const char *title);
void mdg_stat_card_set_figure (MdgStatCard *self,
                               MdgFigures *figures,
                               const MdgObservation *observation);
void mdg_stat_card_set_detail (MdgStatCard *self, const char *detail);
void mdg_stat_card_set_link (MdgStatCard *self,
                             const char *label,
                             const char *action_name,
                             GVariant *target);
void mdg_stat_card_set_note (MdgStatCard *self, const char *note);

G_END_DECLS
