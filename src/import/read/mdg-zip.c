/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import/read/mdg-zip.h"

#include "import/mdg-import-error.h"

#include <archive.h>
#include <archive_entry.h>
#include <glib/gi18n.h>

struct _MdgZip
{
  GBytes *bytes;
  GHashTable *sizes;
};

typedef struct archive Archive;

static void
archive_close (Archive *archive)
{
  archive_read_free (archive);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Archive, archive_close)

/**
 * mdg_zip_set_damaged:
 * @part: (nullable): the member at fault
 * @reason: (nullable): what is wrong with it
 * @error: return location for an error
 *
 * Says that a spreadsheet is damaged.
 */
void
mdg_zip_set_damaged (const char *part, const char *reason, GError **error)
{
  /* Names and reasons quote the file, which may hold anything. */
  g_autofree char *valid_part = part != NULL ? g_utf8_make_valid (part, -1) : NULL;
  g_autofree char *valid_reason =
    g_utf8_make_valid (reason != NULL ? reason : _ ("it cannot be unpacked"), -1);

  if (part == NULL)
    g_set_error (
      error, MDG_IMPORT_ERROR, MDG_IMPORT_ERROR_DAMAGED,
      _ ("The spreadsheet is damaged (%s). Copy it again from where it came from, or open "
         "it in a spreadsheet program and save it once more."),
      valid_reason);
  else
    g_set_error (
      error, MDG_IMPORT_ERROR, MDG_IMPORT_ERROR_DAMAGED,
      _ ("The spreadsheet is damaged: its part “%s” cannot be read (%s). Copy it again from "
         "where it came from, or open it in a spreadsheet program and save it once more."),
      valid_part, valid_reason);
}

static void
set_bomb (GError **error)
{
  g_set_error (
    error, MDG_IMPORT_ERROR, MDG_IMPORT_ERROR_TOO_LARGE,
    _ ("This file would unpack to far more data than a spreadsheet of figures has (at most "
       "%u MB). Save the sheet that is needed as a file of its own."),
    MDG_ZIP_MAX_BYTES / 1024 / 1024);
}

/* Only archives with a directory: without one, nothing says how large the members are. */
static Archive *
open_archive (GBytes *bytes)
{
  g_autoptr (Archive) archive = archive_read_new ();
  gsize length;
  const void *data = g_bytes_get_data (bytes, &length);

  if (archive == NULL || archive_read_support_format_zip_seekable (archive) != ARCHIVE_OK ||
      archive_read_open_memory (archive, data, length) != ARCHIVE_OK)
    return NULL;

  return g_steal_pointer (&archive);
}

/* Whether there is a next member; *@broken tells that the archive ends too early. Warnings are about
 * dates and the like. */
static gboolean
next_entry (Archive *archive, struct archive_entry **entry, gboolean *broken)
{
  int result = archive_read_next_header (archive, entry);

  *broken = result != ARCHIVE_OK && result != ARCHIVE_WARN && result != ARCHIVE_EOF;

  return result == ARCHIVE_OK || result == ARCHIVE_WARN;
}

static gboolean
add_member (MdgZip *self, struct archive_entry *entry, guint64 *total, GError **error)
{
  const char *name = archive_entry_pathname (entry);
  gint64 size = archive_entry_size (entry);

  if (archive_entry_is_encrypted (entry))
    {
      g_set_error (
        error, MDG_IMPORT_ERROR, MDG_IMPORT_ERROR_ENCRYPTED,
        _ ("The file is protected by a password. Open it in the program it was made with, "
           "save it without password, and import that."));
      return FALSE;
    }
  if (size < 0 || g_hash_table_size (self->sizes) >= MDG_ZIP_MAX_MEMBERS)
    {
      set_bomb (error);
      return FALSE;
    }
  /* Another program may read the other of two. */
  if (name != NULL && g_hash_table_contains (self->sizes, name))
    {
      mdg_zip_set_damaged (name, _ ("there are two of it"), error);
      return FALSE;
    }

  *total += (guint64) size;
  if (*total > MDG_ZIP_MAX_BYTES || (*total > MDG_ZIP_MIN_RATIO_BYTES &&
                                     *total / MDG_ZIP_MAX_RATIO > g_bytes_get_size (self->bytes)))
    {
      set_bomb (error);
      return FALSE;
    }
  if (name != NULL)
    g_hash_table_insert (self->sizes, g_strdup (name), g_memdup2 (&size, sizeof size));

  return TRUE;
}

/**
 * mdg_zip_new:
 * @bytes: a file
 * @error: return location for an error
 *
 * Reads the directory of a zip archive, and refuses one that declares too much. Nothing is inflated.
 *
 * Returns: (transfer full) (nullable): the archive, or %NULL with an error of #MdgImportError
 */
MdgZip *
mdg_zip_new (GBytes *bytes, GError **error)
{
  g_autoptr (MdgZip) self = g_new0 (MdgZip, 1);
  g_autoptr (Archive) archive = NULL;
  struct archive_entry *entry;
  gboolean broken;
  guint64 total = 0;

  g_return_val_if_fail (bytes != NULL, NULL);

  self->bytes = g_bytes_ref (bytes);
  self->sizes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  archive = open_archive (bytes);
  if (archive == NULL)
    {
      mdg_zip_set_damaged (NULL, NULL, error);
      return NULL;
    }
  while (next_entry (archive, &entry, &broken))
    if (!add_member (self, entry, &total, error))
      return NULL;
  if (broken)
    {
      mdg_zip_set_damaged (NULL, NULL, error);
      return NULL;
    }

  return g_steal_pointer (&self);
}

/**
 * mdg_zip_free:
 * @self: (nullable): an archive
 *
 * Frees an archive.
 */
void
mdg_zip_free (MdgZip *self)
{
  if (self == NULL)
    return;

  g_bytes_unref (self->bytes);
  g_hash_table_unref (self->sizes);
  g_free (self);
}

/**
 * mdg_zip_has:
 * @self: an archive
 * @member: a path within it
 *
 * Returns: whether it has such a member
 */
gboolean
mdg_zip_has (const MdgZip *self, const char *member)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return g_hash_table_contains (self->sizes, member);
}

static gboolean
find_entry (Archive *archive, const char *member)
{
  struct archive_entry *entry;
  gboolean broken;

  while (next_entry (archive, &entry, &broken))
    if (g_strcmp0 (archive_entry_pathname (entry), member) == 0)
      return TRUE;

  return FALSE;
}

/**
 * mdg_zip_read:
 * @self: an archive
 * @member: a path within it
 * @block: (scope call): takes the content, part by part
 * @data: data for @block
 * @cancellable: (nullable): a #GCancellable
 * @error: return location for an error
 *
 * Inflates a member as a stream. One that turns out to be larger than it declares is refused.
 *
 * Returns: whether all of it was read
 */
gboolean
mdg_zip_read (const MdgZip *self,
              const char *member,
              MdgZipBlock block,
              gpointer data,
              GCancellable *cancellable,
              GError **error)
{
  g_autoptr (Archive) archive = NULL;
  const gint64 *size;
  gint64 n_read = 0;

  g_return_val_if_fail (self != NULL, FALSE);

  size = g_hash_table_lookup (self->sizes, member);
  archive = size != NULL ? open_archive (self->bytes) : NULL;
  if (archive == NULL || !find_entry (archive, member))
    {
      mdg_zip_set_damaged (member, size == NULL ? _ ("it is missing") : NULL, error);
      return FALSE;
    }

  for (;;)
    {
      const void *start = NULL;
      size_t length = 0;
      la_int64_t offset;
      int result = archive_read_data_block (archive, &start, &length, &offset);

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (result != ARCHIVE_OK && result != ARCHIVE_WARN && result != ARCHIVE_EOF)
        {
          mdg_zip_set_damaged (member, NULL, error);
          return FALSE;
        }

      n_read += (gint64) length;
      if (n_read > *size)
        {
          set_bomb (error);
          return FALSE;
        }
      if (length > 0 && !block (start, length, data, error))
        return FALSE;
      if (result == ARCHIVE_EOF)
        return TRUE;
    }
}
