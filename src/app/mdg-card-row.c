/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app/mdg-card-row.h"

#define SPACING 18

struct _MdgCardRow
{
  GtkWidget parent_instance;

  GtkOrientation orientation;
};

enum
{
  PROP_0,
  PROP_ORIENTATION,
};

G_DEFINE_FINAL_TYPE_WITH_CODE (MdgCardRow, mdg_card_row, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_ORIENTABLE, NULL))

/* Children that are not shown take no room. */
static GtkWidget *
get_next (GtkWidget *child)
{
  while (child != NULL && !gtk_widget_should_layout (child))
    child = gtk_widget_get_next_sibling (child);

  return child;
}

static GtkWidget *
get_first (MdgCardRow *self)
{
  return get_next (gtk_widget_get_first_child (GTK_WIDGET (self)));
}

static GtkWidget *
get_after (GtkWidget *child)
{
  return get_next (gtk_widget_get_next_sibling (child));
}

static int
count (MdgCardRow *self)
{
  int n = 0;

  for (GtkWidget *child = get_first (self); child != NULL; child = get_after (child))
    n++;

  return n;
}

static int
get_gaps (int n)
{
  return n > 1 ? (n - 1) * SPACING : 0;
}

/* Where the card of an index begins. What does not divide evenly is spread over the cards. */
static int
get_start (int index, int n, int width)
{
  return index * (MAX (width - get_gaps (n), 0)) / n + index * SPACING;
}

/* No card is narrower than this. */
static int
get_least_width (int n, int width)
{
  return MAX (width - get_gaps (n), 0) / n;
}

static void
mdg_card_row_measure (GtkWidget *widget,
                      GtkOrientation orientation,
                      int for_size,
                      int *minimum,
                      int *natural,
                      int *minimum_baseline,
                      int *natural_baseline)
{
  MdgCardRow *self = MDG_CARD_ROW (widget);
  gboolean is_sum =
    self->orientation == GTK_ORIENTATION_VERTICAL && orientation == GTK_ORIENTATION_VERTICAL;
  int n = count (self);
  int child_size = -1;

  if (n == 0)
    return;

  if (orientation == GTK_ORIENTATION_VERTICAL && for_size >= 0)
    child_size =
      self->orientation == GTK_ORIENTATION_HORIZONTAL ? get_least_width (n, for_size) : for_size;

  for (GtkWidget *child = get_first (self); child != NULL; child = get_after (child))
    {
      int child_minimum;
      int child_natural;

      gtk_widget_measure (child, orientation, child_size, &child_minimum, &child_natural, NULL,
                          NULL);
      *minimum = is_sum ? *minimum + child_minimum : MAX (*minimum, child_minimum);
      *natural = is_sum ? *natural + child_natural : MAX (*natural, child_natural);
    }

  if (orientation == GTK_ORIENTATION_HORIZONTAL && self->orientation == orientation)
    {
      *minimum *= n;
      *natural *= n;
    }
  if (self->orientation == orientation)
    {
      *minimum += get_gaps (n);
      *natural += get_gaps (n);
    }
}

static void
allocate_beside (MdgCardRow *self, int width, int height)
{
  gboolean is_rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int n = count (self);
  int index = 0;

  for (GtkWidget *child = get_first (self); child != NULL; child = get_after (child), index++)
    {
      int start = get_start (index, n, width);
      int end = get_start (index + 1, n, width) - SPACING;
      GtkAllocation place = { is_rtl ? width - end : start, 0, end - start, height };

      gtk_widget_size_allocate (child, &place, -1);
    }
}

static void
allocate_below (MdgCardRow *self, int width)
{
  GtkAllocation place = { 0, 0, width, 0 };

  for (GtkWidget *child = get_first (self); child != NULL; child = get_after (child))
    {
      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &place.height, NULL, NULL);
      gtk_widget_size_allocate (child, &place, -1);
      place.y += place.height + SPACING;
    }
}

static void
mdg_card_row_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  MdgCardRow *self = MDG_CARD_ROW (widget);

  if (self->orientation == GTK_ORIENTATION_HORIZONTAL)
    allocate_beside (self, width, height);
  else
    allocate_below (self, width);
}

static GtkSizeRequestMode
mdg_card_row_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
mdg_card_row_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  MdgCardRow *self = MDG_CARD_ROW (object);

  switch (prop_id)
    {
    case PROP_ORIENTATION:
      g_value_set_enum (value, self->orientation);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
mdg_card_row_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  MdgCardRow *self = MDG_CARD_ROW (object);

  switch (prop_id)
    {
    case PROP_ORIENTATION:
      if (self->orientation == (GtkOrientation) g_value_get_enum (value))
        break;
      self->orientation = g_value_get_enum (value);
      gtk_widget_queue_resize (GTK_WIDGET (self));
      g_object_notify_by_pspec (object, pspec);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
mdg_card_row_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (mdg_card_row_parent_class)->dispose (object);
}

static void
mdg_card_row_class_init (MdgCardRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = mdg_card_row_get_property;
  object_class->set_property = mdg_card_row_set_property;
  object_class->dispose = mdg_card_row_dispose;

  widget_class->measure = mdg_card_row_measure;
  widget_class->size_allocate = mdg_card_row_size_allocate;
  widget_class->get_request_mode = mdg_card_row_get_request_mode;

  g_object_class_override_property (object_class, PROP_ORIENTATION, "orientation");
}

static void
mdg_card_row_init (MdgCardRow *self)
{
  self->orientation = GTK_ORIENTATION_HORIZONTAL;
}

/**
 * mdg_card_row_new:
 *
 * Returns: (transfer floating): a row without cards
 */
GtkWidget *
mdg_card_row_new (void)
{
  return g_object_new (MDG_TYPE_CARD_ROW, NULL);
}
