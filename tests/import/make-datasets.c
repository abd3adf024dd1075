/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Makes the tidy CSV files that are bundled with the program from their sources:
 *
 *     make-datasets data/datasets/sources data/datasets
 *
 * The result is committed, so that what the program ships is reviewed like any other source; a test
 * makes it again and compares.
 */

#include "import/mdg-datasets.h"

#include <stdio.h>

int
main (int argc, char **argv)
{
  g_autoptr (MdgDatasets) datasets = NULL;
  g_autoptr (GError) error = NULL;

  if (argc != 3)
    {
      fprintf (stderr, "Usage: %s SOURCE-FOLDER TARGET-FOLDER\n", argv[0]);
      return 2;
    }

  datasets = mdg_datasets_make (argv[1], &error);
  if (datasets == NULL || !mdg_datasets_write (datasets, argv[2], &error))
    {
      fprintf (stderr, "%s\n", error->message);
      return 1;
    }
  printf ("%u figures of %u editions\n", datasets->batch->observations->len,
          datasets->batch->editions->len);

  return 0;
}
