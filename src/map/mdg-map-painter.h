/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "draw/mdg-map-scene.h"
#include "map/mdg-map-image.h"

G_BEGIN_DECLS

/* A picture is so many times as wide and as high as what is seen of it. */
#define MDG_MAP_PAINTER_OVERSCAN 1.8

/**
 * MdgMapPicture:
 * @image: the picture
 * @scene: what it shows
 * @camera: from where
 * @scale: device pixels to a pixel
 *
 * A map, painted.
 */
typedef struct
{
  MdgMapImage *image;
  MdgMapScene *scene;
  MdgMapCamera camera;
  double scale;
} MdgMapPicture;

/**
 * MdgMapPainter:
 *
 * Keeps a picture of the map that is larger than what is seen of it. A new one is painted in a
 * worker thread when the view comes near the edge of the old one, is zoomed by half a level, or
 * shows other figures; until it is there the old one is shown, scaled if need be. When the view has
 * come to rest, the picture is painted at exactly its zoom.
 *
 * Signal "changed": there is another picture.
 */
#define MDG_TYPE_MAP_PAINTER (mdg_map_painter_get_type ())
G_DECLARE_FINAL_TYPE (MdgMapPainter, mdg_map_painter, MDG, MAP_PAINTER, GObject)

MdgMapPainter *mdg_map_painter_new (void);
void mdg_map_painter_set_moving (MdgMapPainter *self, gboolean moving);
void mdg_map_painter_update (MdgMapPainter *self,
                             MdgMapScene *scene,
                             const MdgMapCamera *view,
                             double scale);
const MdgMapPicture *mdg_map_painter_get_picture (MdgMapPainter *self);
gboolean mdg_map_painter_is_busy (MdgMapPainter *self);
guint mdg_map_painter_get_n_painted (MdgMapPainter *self);

G_END_DECLS
