/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mdg-database.h"

G_BEGIN_DECLS

/* What the tests of the database ask of it. */

MdgDatabase *fixture_open_database (const char *directory);
void fixture_check_integrity (MdgDatabase *database);
gint64 fixture_count (MdgDatabase *database, const char *sql);
void fixture_store (MdgDatabase *database, const MdgBatch *batch, MdgStoreResult expected);
char *fixture_dump_database (MdgDatabase *database);
char *fixture_dump_rows (MdgDatabase *database);

G_END_DECLS
