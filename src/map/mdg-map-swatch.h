/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "draw/mdg-map-labels.h"

G_BEGIN_DECLS

/**
 * MdgMapSwatch:
 *
 * A sample of what stands on the map: a class's colour, the hatch, or a badge.
 */
#define MDG_TYPE_MAP_SWATCH (mdg_map_swatch_get_type ())
G_DECLARE_FINAL_TYPE (MdgMapSwatch, mdg_map_swatch, MDG, MAP_SWATCH, GtkWidget)

GtkWidget *mdg_map_swatch_new (void);
void mdg_map_swatch_set_entry (MdgMapSwatch *self,
                               const MdgMapEntry *entry,
                               MdgPaletteMode palette);
void mdg_map_swatch_set_badge (MdgMapSwatch *self, MdgMapBadge badge, MdgPaletteMode palette);

G_END_DECLS
