/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/mdg-walk-keeper.h"
#include "core/mdg-store.h"
#include "guide/mdg-guide-library.h"
#include "model/mdg-figure-model.h"

G_BEGIN_DECLS

/**
 * MdgApplication:
 *
 * The running program: owns the store, the figures, the settings and the state, and opens one
 * window on them.
 */
#define MDG_TYPE_APPLICATION (mdg_application_get_type ())
G_DECLARE_FINAL_TYPE (MdgApplication, mdg_application, MDG, APPLICATION, AdwApplication)

void mdg_application_init_language (void);
MdgApplication *mdg_application_new (void);
MdgFigureModel *mdg_application_get_model (MdgApplication *self);
MdgStore *mdg_application_get_store (MdgApplication *self);
GSettings *mdg_application_get_settings (MdgApplication *self);
MdgWalkKeeper *mdg_application_get_walk_keeper (MdgApplication *self);
MdgGuidePack *mdg_application_get_pack (MdgApplication *self, GError **error);
MdgGuideLibrary *mdg_application_get_library (MdgApplication *self);

G_END_DECLS
