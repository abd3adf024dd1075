/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "export/mdg-export-file.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static gboolean
fail (const char *path, GError **error)
{
  int code = errno;

  g_set_error (error, G_IO_ERROR, (gint) g_io_error_from_errno (code), "%s: %s", path,
               g_strerror (code));
  return FALSE;
}

/* Devices and pipes are written into: a rename would put a plain file in their place. */
static gboolean
write_into (const char *path, const char *data, gsize length, GError **error)
{
  int fd = g_open (path, O_WRONLY | O_CLOEXEC | O_NOCTTY, 0);

  if (fd < 0)
    return fail (path, error);

  while (length > 0)
    {
      gssize written = write (fd, data, length);

      if (written < 0)
        {
          if (errno == EINTR)
            continue;
          fail (path, error);
          g_close (fd, NULL);
          return FALSE;
        }
      data += written;
      length -= (gsize) written;
    }

  return g_close (fd, error);
}

/**
 * mdg_export_write_file:
 * @path: where to write
 * @data: what to write
 * @length: length of @data in bytes
 * @error: return location for an error of #GFileError or #GIOErrorEnum
 *
 * Writes a file whole or not at all. A symbolic link stays one, and what it points to is written;
 * a device or a pipe is written into, and never replaced.
 *
 * Returns: whether it was written
 */
gboolean
mdg_export_write_file (const char *path, const char *data, gsize length, GError **error)
{
  g_autofree char *target = NULL;
  char *real;
  GStatBuf info;

  g_return_val_if_fail (path != NULL, FALSE);
  g_return_val_if_fail (data != NULL || length == 0, FALSE);

  if (g_stat (path, &info) == 0 && !S_ISREG (info.st_mode))
    return write_into (path, data, length, error);

  /* realpath () allocates by malloc, which need not be GLib's. */
  real = realpath (path, NULL);
  target = g_strdup (real != NULL ? real : path);
  free (real);

  return g_file_set_contents_full (target, data, (gssize) length,
                                   G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                   0666, error);
}
