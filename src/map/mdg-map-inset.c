/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/mdg-map-inset.h"

#include <math.h>

#define SIZE 60

struct _MdgMapInset
{
  GtkWidget parent_instance;

  MdgMapScene *scene;
  GdkTexture *texture;
  double scale;
};

G_DEFINE_FINAL_TYPE (MdgMapInset, mdg_map_inset, GTK_TYPE_WIDGET)

/* Kept as a texture: while the map below is moved, the inset is drawn again in each frame. */
static void
paint (MdgMapInset *self)
{
  int size = (int) ceil (SIZE * self->scale);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, size, size);
  cairo_t *cr = cairo_create (surface);
  gsize stride = (gsize) cairo_image_surface_get_stride (surface);
  g_autoptr (GBytes) bytes = NULL;

  cairo_scale (cr, self->scale, self->scale);
  mdg_map_scene_draw_inset (self->scene, cr, SIZE, SIZE, self->scale);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface), stride * size,
                                      (GDestroyNotify) cairo_surface_destroy, surface);
  g_clear_object (&self->texture);
  self->texture = gdk_memory_texture_new (size, size, GDK_MEMORY_DEFAULT, bytes, stride);
}

static void
mdg_map_inset_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  MdgMapInset *self = MDG_MAP_INSET (widget);
  GtkNative *native = gtk_widget_get_native (widget);
  double scale = native != NULL ? gdk_surface_get_scale (gtk_native_get_surface (native)) : 1;
  float side;

  if (self->scene == NULL)
    return;

  if (self->texture == NULL || self->scale != scale)
    {
      self->scale = scale;
      paint (self);
    }

  side = (float) (gdk_texture_get_width (self->texture) / self->scale);
  gtk_snapshot_append_texture (snapshot, self->texture, &GRAPHENE_RECT_INIT (0, 0, side, side));
}

static void
mdg_map_inset_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  *minimum = *natural = SIZE;
}

static void
mdg_map_inset_dispose (GObject *object)
{
  MdgMapInset *self = MDG_MAP_INSET (object);

  g_clear_object (&self->texture);
  g_clear_pointer (&self->scene, mdg_map_scene_unref);

  G_OBJECT_CLASS (mdg_map_inset_parent_class)->dispose (object);
}

static void
mdg_map_inset_class_init (MdgMapInsetClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mdg_map_inset_dispose;

  widget_class->snapshot = mdg_map_inset_snapshot;
  widget_class->measure = mdg_map_inset_measure;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
  gtk_widget_class_set_css_name (widget_class, "map-inset");
}

static void
mdg_map_inset_init (MdgMapInset *self)
{
}

/**
 * mdg_map_inset_new:
 *
 * Returns: (transfer floating): an inset without a map
 */
GtkWidget *
mdg_map_inset_new (void)
{
  return g_object_new (MDG_TYPE_MAP_INSET, NULL);
}

/**
 * mdg_map_inset_set_scene:
 * @self: an inset
 * @scene: (nullable): the map
 *
 * Shows Okinawa on another map.
 */
void
mdg_map_inset_set_scene (MdgMapInset *self, MdgMapScene *scene)
{
  g_return_if_fail (MDG_IS_MAP_INSET (self));

  if (self->scene == scene)
    return;

  if (self->scene == NULL || scene == NULL || !mdg_map_scene_same_picture (self->scene, scene))
    g_clear_object (&self->texture);
  g_clear_pointer (&self->scene, mdg_map_scene_unref);
  if (scene != NULL)
    self->scene = mdg_map_scene_ref (scene);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
