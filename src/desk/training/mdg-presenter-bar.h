/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * MdgPresenterBar:
 *
 * Takes the bar with the buttons away from a full screen while nobody needs it. Signal "changed" when
 * it comes or goes.
 */
#define MDG_TYPE_PRESENTER_BAR (mdg_presenter_bar_get_type ())
G_DECLARE_FINAL_TYPE (MdgPresenterBar, mdg_presenter_bar, MDG, PRESENTER_BAR, GObject)

MdgPresenterBar *mdg_presenter_bar_new (GtkWindow *window, AdwToolbarView *view, GtkWidget *box);
void mdg_presenter_bar_show (MdgPresenterBar *self);
void mdg_presenter_bar_set_pinned (MdgPresenterBar *self, gboolean is_pinned);
gboolean mdg_presenter_bar_is_shown (MdgPresenterBar *self);

G_END_DECLS
