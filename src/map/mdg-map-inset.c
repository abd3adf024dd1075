/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/mdg-map-inset.h"

#include <math.h>

#include "map/mdg-map-image.h"

#define SIZE 60

struct _MdgMapInset
{
  GtkWidget parent_instance;

  MdgMapScene *scene;
  MdgMapImage *image;
  double scale;
};

G_DEFINE_FINAL_TYPE (MdgMapInset, mdg_map_inset, GTK_TYPE_WIDGET)

/* Kept: while the map below is moved, the inset is drawn again in each frame. */
static void
paint (MdgMapInset *self)
{
  int size = (int) ceil (SIZE * self->scale);
  cairo_t *cr;

  self->image = mdg_map_image_new (size, size, self->scale);
  if (self->image == NULL)
    return;

  cr = cairo_create (self->image->surface);
  mdg_map_scene_draw_inset (self->scene, cr, SIZE, SIZE, self->scale);
  cairo_destroy (cr);
  cairo_surface_flush (self->image->surface);
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

  if (self->image == NULL || self->scale != scale)
    {
      g_clear_pointer (&self->image, mdg_map_image_unref);
      self->scale = scale;
      paint (self);
    }
  if (self->image == NULL)
    return;

  side = (float) (gdk_texture_get_width (self->image->texture) / self->scale);
  mdg_map_image_snapshot (self->image, snapshot, &GRAPHENE_RECT_INIT (0, 0, side, side), NULL);
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

  g_clear_pointer (&self->image, mdg_map_image_unref);
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
    g_clear_pointer (&self->image, mdg_map_image_unref);
  g_clear_pointer (&self->scene, mdg_map_scene_unref);
  if (scene != NULL)
    self->scene = mdg_map_scene_ref (scene);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
