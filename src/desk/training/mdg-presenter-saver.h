/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mdg-store.h"
#include "guide/mdg-presentation.h"

G_BEGIN_DECLS

/**
 * MdgPresenterSaver:
 *
 * Stores everything that is touched in a presentation, at once. What could not be stored is tried
 * again with the next touch. Signals: "changed" when it is asked or has answered, "failed" (string)
 * with the reason.
 */
#define MDG_TYPE_PRESENTER_SAVER (mdg_presenter_saver_get_type ())
G_DECLARE_FINAL_TYPE (MdgPresenterSaver, mdg_presenter_saver, MDG, PRESENTER_SAVER, GObject)

MdgPresenterSaver *mdg_presenter_saver_new (MdgStore *store,
                                            gint64 session_id,
                                            MdgPresentation *presentation);
void mdg_presenter_saver_save_place (MdgPresenterSaver *self);
gboolean mdg_presenter_saver_is_saving (MdgPresenterSaver *self);
gboolean mdg_presenter_saver_has_failed (MdgPresenterSaver *self);

G_END_DECLS
