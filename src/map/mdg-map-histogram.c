/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/mdg-map-histogram.h"

#include <glib/gi18n.h>

#include "widget/mdg-tooltip.h"

#define MIN_WIDTH 80
#define NATURAL_WIDTH 260
#define HEIGHT 36

struct _MdgMapHistogram
{
  GtkWidget parent_instance;

  MdgMapScene *scene;
};

G_DEFINE_FINAL_TYPE (MdgMapHistogram, mdg_map_histogram, GTK_TYPE_WIDGET)

static void
mdg_map_histogram_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  MdgMapHistogram *self = MDG_MAP_HISTOGRAM (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height);
  cairo_t *cr;

  if (self->scene == NULL)
    return;

  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  mdg_map_scene_draw_histogram (self->scene, cr, width, height);
  cairo_destroy (cr);
}

static void
mdg_map_histogram_measure (GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline,
                           int *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? MIN_WIDTH : HEIGHT;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? NATURAL_WIDTH : HEIGHT;
}

static void
mdg_map_histogram_dispose (GObject *object)
{
  g_clear_pointer (&MDG_MAP_HISTOGRAM (object)->scene, mdg_map_scene_unref);

  G_OBJECT_CLASS (mdg_map_histogram_parent_class)->dispose (object);
}

static void
mdg_map_histogram_class_init (MdgMapHistogramClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mdg_map_histogram_dispose;
  widget_class->snapshot = mdg_map_histogram_snapshot;
  widget_class->measure = mdg_map_histogram_measure;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_set_css_name (widget_class, "map-histogram");
}

static void
mdg_map_histogram_init (MdgMapHistogram *self)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Distribution of the Figures"), -1);
}

/**
 * mdg_map_histogram_new:
 *
 * Returns: (transfer floating): a histogram of nothing yet
 */
GtkWidget *
mdg_map_histogram_new (void)
{
  return g_object_new (MDG_TYPE_MAP_HISTOGRAM, NULL);
}

/**
 * mdg_map_histogram_set_scene:
 * @self: a histogram
 * @scene: (nullable): a map
 *
 * Shows the distribution of the figures of @scene.
 */
void
mdg_map_histogram_set_scene (MdgMapHistogram *self, MdgMapScene *scene)
{
  g_autofree char *description = NULL;

  g_return_if_fail (MDG_IS_MAP_HISTOGRAM (self));

  if (self->scene == scene)
    return;

  g_clear_pointer (&self->scene, mdg_map_scene_unref);
  if (scene != NULL)
    {
      self->scene = mdg_map_scene_ref (scene);
      description = mdg_map_scene_dup_distribution (scene);
    }
  mdg_tooltip_set (GTK_WIDGET (self), description);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
