/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * MdgRegionButton:
 *
 * A menu of the places the map can be pointed at. Choosing one activates the action "show-place" of
 * the group "map-page" with the id of the place.
 */
#define MDG_TYPE_REGION_BUTTON (mdg_region_button_get_type ())
G_DECLARE_FINAL_TYPE (MdgRegionButton, mdg_region_button, MDG, REGION_BUTTON, AdwBin)

GtkWidget *mdg_region_button_new (void);

G_END_DECLS
