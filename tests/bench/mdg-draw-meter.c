/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mdg-draw-meter.h"

#include <time.h>

struct _MdgDrawMeter
{
  GtkWidget parent_instance;

  GtkWidget *child;
  cairo_surface_t *surface;
  gboolean armed;
  /* 0 until a frame was measured. */
  double time;
};

G_DEFINE_FINAL_TYPE (MdgDrawMeter, mdg_draw_meter, GTK_TYPE_WIDGET)

/* Other programs do not lengthen it. In milliseconds. */
static double
get_processor_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);

  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

static GskRenderNode *
snapshot_child (MdgDrawMeter *self)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();

  gtk_widget_snapshot_child (GTK_WIDGET (self), self->child, snapshot);

  return gtk_snapshot_free_to_node (snapshot);
}

/* The surface is kept: that GTK makes a new one for each frame is no matter of the widgets. */
static void
draw (MdgDrawMeter *self, GskRenderNode *node)
{
  cairo_t *cr;

  if (self->surface == NULL)
    self->surface =
      cairo_image_surface_create (CAIRO_FORMAT_ARGB32, gtk_widget_get_width (GTK_WIDGET (self)),
                                  gtk_widget_get_height (GTK_WIDGET (self)));
  cr = cairo_create (self->surface);
  gsk_render_node_draw (node, cr);
  cairo_destroy (cr);
}

static void
mdg_draw_meter_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  MdgDrawMeter *self = MDG_DRAW_METER (widget);
  double begin = get_processor_time ();
  g_autoptr (GskRenderNode) node = snapshot_child (self);

  if (node == NULL)
    return;

  if (self->armed)
    {
      draw (self, node);
      self->time = get_processor_time () - begin;
      self->armed = FALSE;
    }
  gtk_snapshot_append_node (snapshot, node);
}

static void
mdg_draw_meter_dispose (GObject *object)
{
  MdgDrawMeter *self = MDG_DRAW_METER (object);

  g_clear_pointer (&self->child, gtk_widget_unparent);
  g_clear_pointer (&self->surface, cairo_surface_destroy);

  G_OBJECT_CLASS (mdg_draw_meter_parent_class)->dispose (object);
}

static void
mdg_draw_meter_class_init (MdgDrawMeterClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mdg_draw_meter_dispose;
  widget_class->snapshot = mdg_draw_meter_snapshot;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
mdg_draw_meter_init (MdgDrawMeter *self)
{
}

/**
 * mdg_draw_meter_new:
 * @child: (transfer floating): what to measure
 *
 * Returns: (transfer floating): a meter around @child
 */
GtkWidget *
mdg_draw_meter_new (GtkWidget *child)
{
  MdgDrawMeter *self = g_object_new (MDG_TYPE_DRAW_METER, NULL);

  self->child = child;
  gtk_widget_set_parent (child, GTK_WIDGET (self));

  return GTK_WIDGET (self);
}

/**
 * mdg_draw_meter_arm:
 * @self: a meter
 *
 * Has the next frame measured. The whole frame takes longer, for it is drawn twice.
 */
void
mdg_draw_meter_arm (MdgDrawMeter *self)
{
  self->armed = TRUE;
}

/**
 * mdg_draw_meter_take_time:
 * @self: a meter
 * @time: (out): what the thread computed, in milliseconds
 *
 * Returns: whether a frame was measured since this was asked last
 */
gboolean
mdg_draw_meter_take_time (MdgDrawMeter *self, double *time)
{
  *time = self->time;
  self->time = 0;

  return *time > 0;
}
