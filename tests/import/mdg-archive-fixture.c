/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/mdg-archive-fixture.h"

#include <archive.h>
#include <archive_entry.h>
#include <stdarg.h>
#include <string.h>

struct _MdgArchiveFixture
{
  struct archive *archive;
  GByteArray *bytes;
};

static la_ssize_t
write_cb (struct archive *archive, void *data, const void *block, size_t length)
{
  g_byte_array_append (data, block, (guint) length);

  return (la_ssize_t) length;
}

/**
 * mdg_archive_fixture_new:
 *
 * Returns: (transfer full): an archive without members, to be finished
 */
MdgArchiveFixture *
mdg_archive_fixture_new (void)
{
  MdgArchiveFixture *self = g_new0 (MdgArchiveFixture, 1);

  self->bytes = g_byte_array_new ();
  self->archive = archive_write_new ();
  archive_write_set_format_zip (self->archive);
  archive_write_set_bytes_per_block (self->archive, 0);
  archive_write_open (self->archive, self->bytes, NULL, write_cb, NULL);

  return self;
}

/**
 * mdg_archive_fixture_add:
 * @self: an archive
 * @member: a path within it
 * @content: its content
 *
 * Adds a member.
 */
void
mdg_archive_fixture_add (MdgArchiveFixture *self, const char *member, const char *content)
{
  mdg_archive_fixture_add_bytes (self, member, content, strlen (content));
}

/**
 * mdg_archive_fixture_add_bytes:
 * @self: an archive
 * @member: a path within it
 * @content: its content
 * @length: length of @content
 *
 * Adds a member.
 */
void
mdg_archive_fixture_add_bytes (MdgArchiveFixture *self,
                               const char *member,
                               const char *content,
                               gsize length)
{
  struct archive_entry *entry = archive_entry_new ();

  archive_entry_set_pathname (entry, member);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, 0644);
  archive_entry_set_size (entry, (la_int64_t) length);
  archive_write_header (self->archive, entry);
  archive_write_data (self->archive, content, length);
  archive_entry_free (entry);
}

/**
 * mdg_archive_fixture_finish:
 * @self: (transfer full): an archive
 *
 * Returns: (transfer full): the archive as a file
 */
GBytes *
mdg_archive_fixture_finish (MdgArchiveFixture *self)
{
  GByteArray *bytes = self->bytes;

  archive_write_close (self->archive);
  archive_write_free (self->archive);
  g_free (self);

  return g_byte_array_free_to_bytes (bytes);
}

/**
 * mdg_archive_fixture_make:
 * @member: a path within the archive
 * @...: its content, then further paths and contents, then %NULL
 *
 * Returns: (transfer full): an archive as a file
 */
GBytes *
mdg_archive_fixture_make (const char *member, ...)
{
  MdgArchiveFixture *self = mdg_archive_fixture_new ();
  va_list arguments;

  va_start (arguments, member);
  for (; member != NULL; member = va_arg (arguments, const char *))
    mdg_archive_fixture_add (self, member, va_arg (arguments, const char *));
  va_end (arguments);

  return mdg_archive_fixture_finish (self);
}
