/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "draw/mdg-map-scene.h"

G_BEGIN_DECLS

/**
 * MdgClassButton:
 *
 * A button with a popover in which is chosen how a map divides its figures, and which says how well
 * the classes fit. What is chosen shows at once. Property "scene" (MdgMapScene, nullable): the map
 * that is seen.
 */
#define MDG_TYPE_CLASS_BUTTON (mdg_class_button_get_type ())
G_DECLARE_FINAL_TYPE (MdgClassButton, mdg_class_button, MDG, CLASS_BUTTON, AdwBin)

void mdg_class_button_set_settings (MdgClassButton *self, GSettings *settings);
void mdg_class_button_set_scene (MdgClassButton *self, MdgMapScene *scene);

G_END_DECLS
