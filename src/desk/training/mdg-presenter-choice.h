/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "guide/mdg-drill-play.h"

G_BEGIN_DECLS

/**
 * MdgPresenterChoice:
 *
 * One answer on the projector: its number, what it says, its votes, and whether it is right once
 * that is revealed. Signal "vote" (int: how many more).
 */
#define MDG_TYPE_PRESENTER_CHOICE (mdg_presenter_choice_get_type ())
G_DECLARE_FINAL_TYPE (MdgPresenterChoice, mdg_presenter_choice, MDG, PRESENTER_CHOICE, GtkBox)

GtkWidget *mdg_presenter_choice_new (guint number, const MdgDrillOption *option);
void mdg_presenter_choice_set_votes (MdgPresenterChoice *self, guint votes, guint n_votes);
void mdg_presenter_choice_reveal (MdgPresenterChoice *self, gboolean is_right);

G_END_DECLS
