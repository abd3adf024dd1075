/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "draw/mdg-map-scene.h"

G_BEGIN_DECLS

/**
 * MdgMapWay:
 * @MDG_MAP_WAY_PATHS: the same picture as the map's, by the same code, but all of its paths in each
 *   frame
 * @MDG_MAP_WAY_NODES: its paths as render nodes, as a widget would draw them that knows of no other
 *   way: 47 fills, and one stroke of all outlines
 * @MDG_MAP_WAY_FULL_PATHS: as @MDG_MAP_WAY_PATHS, but with every point that the file of boundaries
 *   holds
 * @MDG_MAP_WAY_TEXTURE: one ready texture of the size of the window, and nothing else; when zoomed,
 *   scaled
 * @MDG_MAP_WAY_COLOR: one colour: what a frame of that size costs anyway
 *
 * What the map is compared with.
 */
typedef enum
{
  MDG_MAP_WAY_PATHS,
  MDG_MAP_WAY_NODES,
  MDG_MAP_WAY_FULL_PATHS,
  MDG_MAP_WAY_TEXTURE,
  MDG_MAP_WAY_COLOR,
  MDG_N_MAP_WAYS,
} MdgMapWay;

/**
 * MdgMapCanvas:
 *
 * A map that is drawn another way than by the map's own widget. Those that draw the paths draw the
 * labels and the selected prefecture on top, as the map does.
 */
#define MDG_TYPE_MAP_CANVAS (mdg_map_canvas_get_type ())
G_DECLARE_FINAL_TYPE (MdgMapCanvas, mdg_map_canvas, MDG, MAP_CANVAS, GtkWidget)

GtkWidget *mdg_map_canvas_new (MdgMapScene *scene, MdgMapWay way);
void mdg_map_canvas_move (MdgMapCanvas *self, double x, double y, double zoom);

G_END_DECLS
