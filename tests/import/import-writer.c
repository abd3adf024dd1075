/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/mdg-core-fixture.h"
#include "import/mdg-import-steps.h"

#include <stdio.h>

/*
 * A process without GTK that imports and undoes without an end, to be killed:
 *
 *   import-writer DIRECTORY FILE
 *
 * After each step it writes its number, from 0, to standard output.
 */

int
main (int argc, char **argv)
{
  g_autoptr (MdgDatabase) database = NULL;
  g_autoptr (GError) error = NULL;

  if (argc != 3)
    {
      g_printerr ("Usage: import-writer DIRECTORY FILE\n");
      return 2;
    }

  fixture_be_quiet ();
  database = mdg_database_open (argv[1], &error);
  for (guint step = 0; database != NULL && mdg_import_step (database, argv[2], step, &error);
       step++)
    {
      printf ("%u\n", step);
      fflush (stdout);
    }

  g_printerr ("import-writer: %s\n", error->message);
  return 1;
}
