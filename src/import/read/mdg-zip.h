/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* More than any spreadsheet of figures has. Each is checked against what an archive declares, before
 * anything is inflated, and the sizes once more while it is. */
#define MDG_ZIP_MAX_MEMBERS 2048u
#define MDG_ZIP_MAX_BYTES (512u * 1024 * 1024)
#define MDG_ZIP_MAX_RATIO 200u

/* Below this size the ratio is no matter: some small parts are nearly nothing but blanks. */
#define MDG_ZIP_MIN_RATIO_BYTES (4u * 1024 * 1024)

/**
 * MdgZip:
 *
 * A zip archive in memory, whose members are inflated as streams.
 */
typedef struct _MdgZip MdgZip;

/**
 * MdgZipBlock:
 * @block: a part of a member
 * @length: its length in bytes
 * @data: what was given with the function
 * @error: return location for an error
 *
 * Takes the next part of a member.
 *
 * Returns: whether to go on
 */
typedef gboolean (*MdgZipBlock) (const char *block, gsize length, gpointer data, GError **error);

MdgZip *mdg_zip_new (GBytes *bytes, GError **error);
void mdg_zip_free (MdgZip *self);
gboolean mdg_zip_has (const MdgZip *self, const char *member);
gboolean mdg_zip_read (const MdgZip *self,
                       const char *member,
                       MdgZipBlock block,
                       gpointer data,
                       GCancellable *cancellable,
                       GError **error);
void mdg_zip_set_damaged (const char *part, const char *reason, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MdgZip, mdg_zip_free)

G_END_DECLS
