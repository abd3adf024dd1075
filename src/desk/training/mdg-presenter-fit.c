/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/training/mdg-presenter-fit.h"

#include <math.h>

/* The screen that the child is laid out for, in its own pixels: with text of 16 pixels it holds what
 * a slide should hold. */
#define SLIDE_WIDTH 640.0
#define SLIDE_HEIGHT 372.0

/* How much smaller it may get before it is scrolled instead. */
#define LEAST_SHARE 0.62

/* Never below what can be read on a screen at arm's length. */
#define LEAST_SCALE 1.0

/* Fine enough that nobody sees the steps. */
#define N_STEPS 24

struct _MdgPresenterFit
{
  GtkWidget parent_instance;

  GtkWidget *child;
  double zoom;
  double scale;
  GtkAdjustment *adjustments[2]; /* by GtkOrientation */
};

enum
{
  PROP_0,
  PROP_HADJUSTMENT,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

G_DEFINE_FINAL_TYPE_WITH_CODE (MdgPresenterFit,
                               mdg_presenter_fit,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

/* How high the child is when it is enlarged @scale times and @width wide on screen. */
static int
measure_height (MdgPresenterFit *self, int width, double scale)
{
  int least_width = 0;
  int height = 0;
  int child_width = MAX (1, (int) floor (width / scale));

  gtk_widget_measure (self->child, GTK_ORIENTATION_HORIZONTAL, -1, &least_width, NULL, NULL, NULL);
  gtk_widget_measure (self->child, GTK_ORIENTATION_VERTICAL, MAX (child_width, least_width),
                      &height, NULL, NULL, NULL);

  return (int) ceil (height * scale);
}

static double
get_wanted_scale (MdgPresenterFit *self, int width, int height)
{
  return MAX (MIN (width / SLIDE_WIDTH, height / SLIDE_HEIGHT), LEAST_SCALE) * self->zoom;
}

/* Wide words must not be cut off either. */
static double
limit_to_width (MdgPresenterFit *self, int width, double scale)
{
  int least_width = 0;

  gtk_widget_measure (self->child, GTK_ORIENTATION_HORIZONTAL, -1, &least_width, NULL, NULL, NULL);

  return least_width > 0 ? MIN (scale, (double) width / least_width) : scale;
}

static double
choose_scale (MdgPresenterFit *self, int width, int height)
{
  double wanted = limit_to_width (self, width, get_wanted_scale (self, width, height));
  double least = MIN (wanted, MAX (wanted * LEAST_SHARE, LEAST_SCALE * MIN (self->zoom, 1)));

  for (guint i = 0; i < N_STEPS; i++)
    {
      double scale = wanted - (wanted - least) * i / N_STEPS;

      if (measure_height (self, width, scale) <= height)
        return scale;
    }

  return least;
}

static void
mdg_presenter_fit_measure (GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline,
                           int *natural_baseline)
{
  MdgPresenterFit *self = MDG_PRESENTER_FIT (widget);

  /* Whatever the height, it can be scrolled; whatever the width, it gets smaller. */
  *minimum = *natural = 0;
  if (self->child != NULL && orientation == GTK_ORIENTATION_HORIZONTAL)
    gtk_widget_measure (self->child, orientation, -1, NULL, natural, NULL, NULL);
}

static void
configure_adjustment (MdgPresenterFit *self, GtkOrientation orientation, int view, int content)
{
  GtkAdjustment *adjustment = self->adjustments[orientation];

  if (adjustment == NULL)
    return;

  gtk_adjustment_configure (
    adjustment, CLAMP (gtk_adjustment_get_value (adjustment), 0, MAX (content - view, 0)), 0,
    MAX (content, view), view * 0.1, view * 0.9, view);
}

static void
mdg_presenter_fit_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  MdgPresenterFit *self = MDG_PRESENTER_FIT (widget);
  GtkAdjustment *adjustment = self->adjustments[GTK_ORIENTATION_VERTICAL];
  int least_width = 0;
  int child_width;
  int child_height = 0;
  int content_height;
  GskTransform *transform;

  if (self->child == NULL)
    return;

  self->scale = choose_scale (self, width, height);
  gtk_widget_measure (self->child, GTK_ORIENTATION_HORIZONTAL, -1, &least_width, NULL, NULL, NULL);
  child_width = MAX ((int) floor (width / self->scale), least_width);
  gtk_widget_measure (self->child, GTK_ORIENTATION_VERTICAL, child_width, &child_height, NULL, NULL,
                      NULL);
  content_height = MAX ((int) ceil (child_height * self->scale), height);
  configure_adjustment (self, GTK_ORIENTATION_HORIZONTAL, width, width);
  configure_adjustment (self, GTK_ORIENTATION_VERTICAL, height, content_height);

  transform = gsk_transform_translate (
    NULL, &GRAPHENE_POINT_INIT (
            0, adjustment != NULL ? -(float) round (gtk_adjustment_get_value (adjustment)) : 0));
  transform = gsk_transform_scale (transform, (float) self->scale, (float) self->scale);
  gtk_widget_allocate (self->child, child_width,
                       MAX ((int) floor (content_height / self->scale), child_height), -1,
                       transform);
}

/* Whoever goes on with Tab sees where that leads. */
static void
mdg_presenter_fit_set_focus_child (GtkWidget *widget, GtkWidget *child)
{
  MdgPresenterFit *self = MDG_PRESENTER_FIT (widget);
  GtkAdjustment *adjustment = self->adjustments[GTK_ORIENTATION_VERTICAL];
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  graphene_rect_t bounds;

  GTK_WIDGET_CLASS (mdg_presenter_fit_parent_class)->set_focus_child (widget, child);

  if (child == NULL || focus == NULL || adjustment == NULL ||
      !gtk_widget_is_ancestor (focus, widget) ||
      !gtk_widget_compute_bounds (focus, widget, &bounds))
    return;

  gtk_adjustment_clamp_page (adjustment, gtk_adjustment_get_value (adjustment) + bounds.origin.y,
                             gtk_adjustment_get_value (adjustment) + bounds.origin.y +
                               bounds.size.height);
}

static void
set_adjustment (MdgPresenterFit *self, GtkOrientation orientation, GtkAdjustment *adjustment)
{
  GtkAdjustment **place = &self->adjustments[orientation];

  if (*place == adjustment)
    return;
  if (*place != NULL)
    g_signal_handlers_disconnect_by_data (*place, self);
  if (g_set_object (place, adjustment) && adjustment != NULL)
    g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (gtk_widget_queue_allocate),
                             self, G_CONNECT_SWAPPED);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
mdg_presenter_fit_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  MdgPresenterFit *self = MDG_PRESENTER_FIT (object);

  switch (prop_id)
    {
    case PROP_HADJUSTMENT:
      g_value_set_object (value, self->adjustments[GTK_ORIENTATION_HORIZONTAL]);
      break;
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->adjustments[GTK_ORIENTATION_VERTICAL]);
      break;
    case PROP_HSCROLL_POLICY:
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, GTK_SCROLL_MINIMUM);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
mdg_presenter_fit_set_property (GObject *object,
                                guint prop_id,
                                const GValue *value,
                                GParamSpec *pspec)
{
  MdgPresenterFit *self = MDG_PRESENTER_FIT (object);

  switch (prop_id)
    {
    case PROP_HADJUSTMENT:
      set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, g_value_get_object (value));
      break;
    case PROP_VADJUSTMENT:
      set_adjustment (self, GTK_ORIENTATION_VERTICAL, g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
    case PROP_VSCROLL_POLICY:
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
mdg_presenter_fit_dispose (GObject *object)
{
  MdgPresenterFit *self = MDG_PRESENTER_FIT (object);

  g_clear_pointer (&self->child, gtk_widget_unparent);
  set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, NULL);
  set_adjustment (self, GTK_ORIENTATION_VERTICAL, NULL);

  G_OBJECT_CLASS (mdg_presenter_fit_parent_class)->dispose (object);
}

static void
mdg_presenter_fit_class_init (MdgPresenterFitClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = mdg_presenter_fit_get_property;
  object_class->set_property = mdg_presenter_fit_set_property;
  object_class->dispose = mdg_presenter_fit_dispose;
  widget_class->set_focus_child = mdg_presenter_fit_set_focus_child;
  widget_class->measure = mdg_presenter_fit_measure;
  widget_class->size_allocate = mdg_presenter_fit_size_allocate;
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
mdg_presenter_fit_init (MdgPresenterFit *self)
{
  self->zoom = 1;
  self->scale = 1;
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/**
 * mdg_presenter_fit_set_child:
 * @self: a widget
 * @child: (nullable): what it shows
 *
 * Sets the child.
 */
void
mdg_presenter_fit_set_child (MdgPresenterFit *self, GtkWidget *child)
{
  g_return_if_fail (MDG_IS_PRESENTER_FIT (self));

  g_clear_pointer (&self->child, gtk_widget_unparent);
  self->child = child;
  if (child != NULL)
    gtk_widget_set_parent (child, GTK_WIDGET (self));
}

/**
 * mdg_presenter_fit_set_zoom:
 * @self: a widget
 * @zoom: the text size that the user wants, 1 is normal
 *
 * Makes everything larger or smaller.
 */
void
mdg_presenter_fit_set_zoom (MdgPresenterFit *self, double zoom)
{
  g_return_if_fail (MDG_IS_PRESENTER_FIT (self));

  self->zoom = zoom;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * mdg_presenter_fit_scroll_to_top:
 * @self: a widget
 *
 * Shows the beginning.
 */
void
mdg_presenter_fit_scroll_to_top (MdgPresenterFit *self)
{
  g_return_if_fail (MDG_IS_PRESENTER_FIT (self));

  if (self->adjustments[GTK_ORIENTATION_VERTICAL] != NULL)
    gtk_adjustment_set_value (self->adjustments[GTK_ORIENTATION_VERTICAL], 0);
}

/**
 * mdg_presenter_fit_scroll:
 * @self: a widget
 * @pages: how many heights of the screen, negative for up
 *
 * Scrolls as far as there is something.
 *
 * Returns: whether something else is on screen
 */
gboolean
mdg_presenter_fit_scroll (MdgPresenterFit *self, double pages)
{
  GtkAdjustment *adjustment;
  double value;

  g_return_val_if_fail (MDG_IS_PRESENTER_FIT (self), FALSE);

  adjustment = self->adjustments[GTK_ORIENTATION_VERTICAL];
  if (adjustment == NULL)
    return FALSE;

  value = gtk_adjustment_get_value (adjustment);
  gtk_adjustment_set_value (adjustment, value + pages * gtk_adjustment_get_page_size (adjustment));

  return fabs (gtk_adjustment_get_value (adjustment) - value) >= 1;
}

/**
 * mdg_presenter_fit_get_scale:
 * @self: a widget
 *
 * Returns: how many times everything is enlarged now
 */
double
mdg_presenter_fit_get_scale (MdgPresenterFit *self)
{
  g_return_val_if_fail (MDG_IS_PRESENTER_FIT (self), 1);

  return self->scale;
}
