/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * MdgPresenterFit:
 *
 * Shows its child as large as the room for it allows: the child is laid out as if the screen were
 * small, and everything of it is enlarged alike. Where there is too much of it, it is made smaller
 * until it fits, down to a limit; below that it is scrolled, and is never cut off. To be put into a
 * GtkScrolledWindow that scrolls upright only.
 */
#define MDG_TYPE_PRESENTER_FIT (mdg_presenter_fit_get_type ())
G_DECLARE_FINAL_TYPE (MdgPresenterFit, mdg_presenter_fit, MDG, PRESENTER_FIT, GtkWidget)

void mdg_presenter_fit_set_child (MdgPresenterFit *self, GtkWidget *child);
void mdg_presenter_fit_set_zoom (MdgPresenterFit *self, double zoom);
void mdg_presenter_fit_scroll_to_top (MdgPresenterFit *self);
gboolean mdg_presenter_fit_scroll (MdgPresenterFit *self, double pages);
double mdg_presenter_fit_get_scale (MdgPresenterFit *self);

G_END_DECLS
