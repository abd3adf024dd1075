/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/mdg-import.h"
#include "import/read/mdg-reader.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Reads or imports a file once, as a drop on the window does, and prints the milliseconds that it
 * took and the MB by which the process grew at most. It is a process for each time since a person
 * who drops one file waits also for what the PDF library sets up the first time. */

#define STATUS "/proc/self/status"
#define KILOBYTES_PER_MB 1024.0
#define USEC_PER_MSEC 1000.0

/* Returns the line of /proc/self/status that begins with @name, in MB. */
static double
get_memory (const char *name)
{
  g_autofree char *status = NULL;
  const char *line;

  if (!g_file_get_contents (STATUS, &status, NULL, NULL))
    return 0;
  line = strstr (status, name);

  return line != NULL ? g_ascii_strtod (line + strlen (name), NULL) / KILOBYTES_PER_MB : 0;
}

/* Takes no less than the whole of what is asked for, or the time says nothing. */
static gboolean
work (GBytes *bytes, gboolean only_read, GError **error)
{
  g_autoptr (MdgDocument) document = NULL;
  g_autoptr (MdgImportResult) result = NULL;

  if (only_read)
    {
      document = mdg_reader_read (bytes, NULL, NULL, NULL, error);
      return document != NULL;
    }

  result = mdg_import_bytes (bytes, NULL, NULL, NULL, error);
  if (result == NULL)
    return FALSE;
  if (result->batch->observations->len == 0)
    {
      g_set_error (error, MDG_IMPORT_ERROR, MDG_IMPORT_ERROR_NO_TABLE, "no figure was proved");
      return FALSE;
    }

  return TRUE;
}

int
main (int argc, char **argv)
{
  gboolean only_read = argc == 3 && strcmp (argv[1], "read") == 0;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  double idle;
  gint64 start;
  gint64 took;

  if (argc != 3 || (!only_read && strcmp (argv[1], "import") != 0))
    {
      g_printerr ("Usage: file-read read|import FILE\n");
      return EXIT_FAILURE;
    }

  file = g_file_new_for_commandline_arg (argv[2]);
  /* The file itself is a part of what the reading needs. */
  idle = get_memory ("VmRSS:");
  start = g_get_monotonic_time ();
  bytes = mdg_reader_load_bytes (file, NULL, &error);
  if (bytes == NULL || !work (bytes, only_read, &error))
    {
      g_printerr ("file-read: %s\n", error->message);
      return EXIT_FAILURE;
    }
  took = g_get_monotonic_time () - start;

  printf ("%.3f %.3f\n", (double) took / USEC_PER_MSEC, get_memory ("VmHWM:") - idle);

  return EXIT_SUCCESS;
}
