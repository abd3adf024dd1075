/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "util/mdg-test-display.h"

#include <gtk/gtk.h>

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
