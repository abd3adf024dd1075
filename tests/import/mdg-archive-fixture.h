/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * MdgArchiveFixture:
 *
 * A zip archive that a test writes, member by member.
 */
typedef struct _MdgArchiveFixture MdgArchiveFixture;

MdgArchiveFixture *mdg_archive_fixture_new (void);
void mdg_archive_fixture_add (MdgArchiveFixture *self, const char *member, const char *content);
void mdg_archive_fixture_add_bytes (MdgArchiveFixture *self,
                                    const char *member,
                                    const char *content,
                                    gsize length);
GBytes *mdg_archive_fixture_finish (MdgArchiveFixture *self);
GBytes *mdg_archive_fixture_make (const char *member, ...) G_GNUC_NULL_TERMINATED;

G_END_DECLS
