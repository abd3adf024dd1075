/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/mdg-map-image.h"

#include <math.h>

static void
map_image_clear (gpointer data)
{
  MdgMapImage *self = data;

  g_clear_object (&self->texture);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->surface, cairo_surface_destroy);
}

/**
 * mdg_map_image_new:
 * @width: width in device pixels
 * @height: height in device pixels
 * @scale: device pixels to a pixel of what is painted on the surface
 *
 * Returns: (transfer full) (nullable): a transparent image, or %NULL if there is no memory for it
 */
MdgMapImage *
mdg_map_image_new (int width, int height, double scale)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  gsize stride = (gsize) cairo_image_surface_get_stride (surface);
  MdgMapImage *self;

  if (cairo_surface_status (surface) != CAIRO_STATUS_SUCCESS)
    {
      cairo_surface_destroy (surface);
      return NULL;
    }

  cairo_surface_set_device_scale (surface, scale, scale);
  self = g_atomic_rc_box_new0 (MdgMapImage);
  self->surface = surface;
  self->bytes = g_bytes_new_with_free_func (
    cairo_image_surface_get_data (surface), stride * (gsize) height,
    (GDestroyNotify) cairo_surface_destroy, cairo_surface_reference (surface));
  self->texture = gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, self->bytes, stride);

  return self;
}

/**
 * mdg_map_image_ref:
 * @self: an image
 *
 * Returns: (transfer full): @self
 */
MdgMapImage *
mdg_map_image_ref (MdgMapImage *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * mdg_map_image_unref:
 * @self: (transfer full): an image
 *
 * Drops a reference; the last frees @self.
 */
void
mdg_map_image_unref (MdgMapImage *self)
{
  g_atomic_rc_box_release_full (self, map_image_clear);
}

/* The part of an image that is seen, in the same memory. */
static GdkTexture *
slice (MdgMapImage *self, int x0, int y0, int x1, int y1)
{
  gsize stride = (gsize) cairo_image_surface_get_stride (self->surface);
  gsize begin = (gsize) y0 * stride + (gsize) x0 * 4;
  gsize end = (gsize) (y1 - 1) * stride + (gsize) x1 * 4;
  g_autoptr (GBytes) bytes = g_bytes_new_from_bytes (self->bytes, begin, end - begin);

  return gdk_memory_texture_new (x1 - x0, y1 - y0, GDK_MEMORY_DEFAULT, bytes, stride);
}

/**
 * mdg_map_image_snapshot:
 * @self: an image
 * @snapshot: where to
 * @bounds: where it lies, scaled if it is not of its size
 * @seen: (nullable): take no more of it than what lies in here
 *
 * Shows an image. Give @seen to the software renderer, which copies all of a texture in each frame,
 * and not to others, which upload a texture once.
 */
void
mdg_map_image_snapshot (MdgMapImage *self,
                        GtkSnapshot *snapshot,
                        const graphene_rect_t *bounds,
                        const graphene_rect_t *seen)
{
  int width = gdk_texture_get_width (self->texture);
  int height = gdk_texture_get_height (self->texture);
  float ratio_x = bounds->size.width / (float) width;
  float ratio_y = bounds->size.height / (float) height;
  g_autoptr (GdkTexture) part = NULL;
  graphene_rect_t both;
  int x0, y0, x1, y1;

  if (seen == NULL)
    {
      gtk_snapshot_append_texture (snapshot, self->texture, bounds);
      return;
    }
  if (!graphene_rect_intersection (bounds, seen, &both))
    return;

  /* A pixel more on each side, to interpolate from. */
  x0 = MAX ((int) floorf ((both.origin.x - bounds->origin.x) / ratio_x) - 1, 0);
  y0 = MAX ((int) floorf ((both.origin.y - bounds->origin.y) / ratio_y) - 1, 0);
  x1 =
    MIN ((int) ceilf ((both.origin.x + both.size.width - bounds->origin.x) / ratio_x) + 1, width);
  y1 =
    MIN ((int) ceilf ((both.origin.y + both.size.height - bounds->origin.y) / ratio_y) + 1, height);
  part = slice (self, x0, y0, x1, y1);
  gtk_snapshot_append_texture (snapshot, part,
                               &GRAPHENE_RECT_INIT (bounds->origin.x + (float) x0 * ratio_x,
                                                    bounds->origin.y + (float) y0 * ratio_y,
                                                    (float) (x1 - x0) * ratio_x,
                                                    (float) (y1 - y0) * ratio_y));
}
