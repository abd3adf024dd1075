/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "util/mdg-test-display.h"

/**
 * mdg_test_require_display:
 *
 * Initialises GTK in the private directories of [func@mdg_test_init], or reports the whole program
 * as skipped if there is no display. To be called first in `main ()`.
 */
void
mdg_test_require_display (void)
{
  mdg_test_init ();

  if (!gtk_init_check ())
    mdg_test_skip_all ("there is no display");
}

/**
 * mdg_test_find_child:
 * @widget: where to look
 * @type: what kind of widget
 *
 * Returns: (transfer none) (nullable): @widget or the first such widget below it, shown or not
 */
GtkWidget *
mdg_test_find_child (GtkWidget *widget, GType type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = mdg_test_find_child (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}
