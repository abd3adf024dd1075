/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/training/mdg-presenter-columns.h"

#define MAX_IN_ONE_COLUMN 4
#define SPACING 8

struct _MdgPresenterColumns
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (MdgPresenterColumns, mdg_presenter_columns, GTK_TYPE_LAYOUT_MANAGER)

static guint
get_n_columns (GtkWidget *widget, int width)
{
  guint n = 0;
  int least = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int child_least = 0;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_least, NULL, NULL, NULL);
      least = MAX (least, child_least);
      n++;
    }

  return n > MAX_IN_ONE_COLUMN && width >= 2 * least + SPACING ? 2 : 1;
}

static int
get_column_width (int width, guint n_columns)
{
  return n_columns == 2 ? (width - SPACING) / 2 : width;
}

/* Goes to the first child of the row after that of @child; tells how high that one is. */
static GtkWidget *
measure_row (GtkWidget *child, guint n_columns, int width, int *height)
{
  *height = 0;
  for (guint i = 0; i < n_columns && child != NULL; i++)
    {
      int minimum = 0;

      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, &minimum, NULL, NULL, NULL);
      *height = MAX (*height, minimum);
      child = gtk_widget_get_next_sibling (child);
    }

  return child;
}

static GtkSizeRequestMode
mdg_presenter_columns_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
mdg_presenter_columns_measure (GtkLayoutManager *manager,
                               GtkWidget *widget,
                               GtkOrientation orientation,
                               int for_size,
                               int *minimum,
                               int *natural,
                               int *minimum_baseline,
                               int *natural_baseline)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);
  guint n_columns;
  int width = for_size;

  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL || width < 0)
    {
      for (GtkWidget *other = child; other != NULL; other = gtk_widget_get_next_sibling (other))
        {
          int least = 0;
          int wanted = 0;

          gtk_widget_measure (other, GTK_ORIENTATION_HORIZONTAL, -1, &least, &wanted, NULL, NULL);
          *minimum = MAX (*minimum, least);
          *natural = MAX (*natural, wanted);
        }
      if (orientation == GTK_ORIENTATION_HORIZONTAL)
        return;
      width = *natural;
      *minimum = 0;
    }

  n_columns = get_n_columns (widget, width);
  while (child != NULL)
    {
      int height;

      child = measure_row (child, n_columns, get_column_width (width, n_columns), &height);
      *minimum += height + (child != NULL ? SPACING : 0);
    }
  *natural = *minimum;
}

static void
mdg_presenter_columns_allocate (GtkLayoutManager *manager,
                                GtkWidget *widget,
                                int width,
                                int height,
                                int baseline)
{
  guint n_columns = get_n_columns (widget, width);
  int column_width = get_column_width (width, n_columns);
  gboolean is_reversed = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GtkWidget *child = gtk_widget_get_first_child (widget);
  int y = 0;

  while (child != NULL)
    {
      int row_height;
      GtkWidget *next = measure_row (child, n_columns, column_width, &row_height);

      for (guint column = 0; child != next; column++)
        {
          int x = (column == 1) != is_reversed ? width - column_width : 0;
          GtkAllocation place = { x, y, column_width, row_height };

          gtk_widget_size_allocate (child, &place, -1);
          child = gtk_widget_get_next_sibling (child);
        }
      y += row_height + SPACING;
    }
}

static void
mdg_presenter_columns_class_init (MdgPresenterColumnsClass *klass)
{
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  manager_class->get_request_mode = mdg_presenter_columns_get_request_mode;
  manager_class->measure = mdg_presenter_columns_measure;
  manager_class->allocate = mdg_presenter_columns_allocate;
}

static void
mdg_presenter_columns_init (MdgPresenterColumns *self)
{
}

/**
 * mdg_presenter_columns_new:
 *
 * Returns: (transfer full): a new layout manager
 */
GtkLayoutManager *
mdg_presenter_columns_new (void)
{
  return g_object_new (MDG_TYPE_PRESENTER_COLUMNS, NULL);
}
