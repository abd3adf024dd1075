/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/mdg-area.h"

G_BEGIN_DECLS

/**
 * MdgNeighboursButton:
 *
 * Chooses up to three prefectures to compare one with. They are kept in the setting
 * "neighbour-areas", which is to be watched for what was chosen.
 */
#define MDG_TYPE_NEIGHBOURS_BUTTON (mdg_neighbours_button_get_type ())
G_DECLARE_FINAL_TYPE (MdgNeighboursButton, mdg_neighbours_button, MDG, NEIGHBOURS_BUTTON, AdwBin)

void mdg_neighbours_button_set_up (MdgNeighboursButton *self, GSettings *settings);
void mdg_neighbours_button_set_area (MdgNeighboursButton *self, MdgArea area);
guint mdg_neighbours_read (GSettings *settings, MdgArea area, MdgArea neighbours[3]);

G_END_DECLS
