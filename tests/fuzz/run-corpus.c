/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz/mdg-fuzz.h"

#include <gio/gio.h>
#include <stdio.h>

/*
 * Runs a fuzz target over the files of folders, as a test without the fuzzer: what was found once
 * stays mended.
 */

static guint
run_folder (const char *path, guint n)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) folder = g_dir_open (path, 0, &error);
  const char *name;

  if (folder == NULL)
    g_error ("%s", error->message);

  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);
      g_autofree char *content = NULL;
      gsize length;

      if (!g_file_get_contents (file, &content, &length, &error))
        g_error ("%s", error->message);
      LLVMFuzzerTestOneInput ((const uint8_t *) content, length);
      printf ("ok %u - %s\n", ++n, name);
    }

  return n;
}

int
main (int argc, char **argv)
{
  guint n = 0;

  LLVMFuzzerInitialize (&argc, &argv);
  for (int i = 1; i < argc; i++)
    n = run_folder (argv[i], n);
  printf ("1..%u\n", n);

  return n > 0 ? 0 : 1;
}
