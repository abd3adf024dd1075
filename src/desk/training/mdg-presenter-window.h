/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/mdg-session.h"
#include "core/mdg-store.h"
#include "guide/mdg-presentation.h"

G_BEGIN_DECLS

/**
 * MdgPresenterWindow:
 *
 * A session on a projector. Driven by keys or a remote control; everything that is touched is stored
 * at once. Signal "left" when it is closed.
 */
#define MDG_TYPE_PRESENTER_WINDOW (mdg_presenter_window_get_type ())
G_DECLARE_FINAL_TYPE (MdgPresenterWindow, mdg_presenter_window, MDG, PRESENTER_WINDOW, AdwWindow)

MdgPresenterWindow *mdg_presenter_window_new (MdgGuidePack *pack,
                                              MdgStore *store,
                                              const MdgSession *session);
void mdg_presenter_window_start (MdgPresenterWindow *self, GtkApplication *application);
MdgPresentation *mdg_presenter_window_get_presentation (MdgPresenterWindow *self);
gboolean mdg_presenter_window_is_saving (MdgPresenterWindow *self);

G_END_DECLS
