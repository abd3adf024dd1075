/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * MdgMapImage:
 * @surface: to paint on, until it is first shown
 * @bytes: the memory of @surface
 * @texture: the same, in the same memory
 *
 * Something painted once and shown in many frames; reference-counted, in any thread.
 */
typedef struct
{
  cairo_surface_t *surface;
  GBytes *bytes;
  GdkTexture *texture;
} MdgMapImage;

MdgMapImage *mdg_map_image_new (int width, int height, double scale);
MdgMapImage *mdg_map_image_ref (MdgMapImage *self);
void mdg_map_image_unref (MdgMapImage *self);
void mdg_map_image_snapshot (MdgMapImage *self,
                             GtkSnapshot *snapshot,
                             const graphene_rect_t *bounds,
                             const graphene_rect_t *seen);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MdgMapImage, mdg_map_image_unref)

G_END_DECLS
